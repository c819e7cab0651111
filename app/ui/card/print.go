package card

import (
	"technopark/app"
	"technopark/app/ui/kit"
)

// Print shows the card on paper: every field, whatever the window had room for, and what belongs to
// the record, a heading for each kind.
func (s *Screen) Print() {
	d := s.desk
	rec := s.seen.rec
	if rec == nil {
		kit.Tell(d.Window, d.T("ui.card.button"), d.T("ui.list.nothing_to_print"), d.T("ui.ok"))
		return
	}
	t := rec.Type()
	var rows []kit.Row
	var section app.Text
	for _, f := range t.Fields {
		if f.Content {
			continue
		}
		if f.Section != section && !f.Section.Zero() {
			rows = append(rows, printedHeading(f.Section.In(d.Lang)))
		}
		section = f.Section
		words := f.Words(f.Get(rec), d.TitleOf, d.Lang)
		rows = append(rows, kit.Row{Cells: []kit.Cell{{Text: f.Head(d.Lang)}, {Text: words, Muted: words == ""}}})
	}
	for _, part := range s.seen.parts {
		if len(part.Records) > 0 {
			rows = append(rows, printedHeading(part.Type.Many.In(d.Lang)+": "+d.N("common.records", len(part.Records))))
		}
		for _, of := range part.Records {
			rows = append(rows, kit.Row{Cells: []kit.Cell{{Text: part.Type.TitleIn(d.Lang, of, d.TitleOf)}, {Text: s.told(of)}}})
		}
	}
	d.PrintRows(t.One.In(d.Lang)+": "+s.seen.title, nil, []kit.Column{
		{Key: "field", Head: d.T("ui.journal.field"), Chars: 44},
		{Key: "value", Head: d.T("ui.card.value"), Chars: 56, Wide: true},
	}, rows)
}

func printedHeading(text string) kit.Row {
	return kit.Row{Heading: true, Cells: []kit.Cell{{Text: text}}}
}

// told says in a line what stands in the columns of a list of such records.
func (s *Screen) told(rec app.Record) string {
	d, said := s.desk, ""
	t := rec.Type()
	for _, f := range t.Fields {
		words := f.Words(f.Get(rec), d.TitleOf, d.Lang)
		if f.Hidden || f.Content || words == "" || f.Key == t.Owner || f.Key == t.NamingField().Key {
			continue
		}
		if said != "" {
			said += "; "
		}
		said += f.Label.In(d.Lang) + ": " + words
		if !f.Unit.Zero() && f.Get(rec).State == app.Given {
			said += app.NBSP + f.Unit.In(d.Lang)
		}
	}
	return said
}
