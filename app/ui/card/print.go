package card

import (
	"slices"

	"technopark/app"
	"technopark/app/ui/kit"
)

// Print shows the card on paper: every field, whatever the window had room for, what belongs to
// the record, a heading for each kind, and the documents of all that.
func (s *Screen) Print() {
	d := s.desk
	rec := s.seen.rec
	if rec == nil {
		kit.Tell(d.Window, d.T("ui.card.button"), d.T("ui.list.nothing_to_print"), d.T("ui.ok"))
		return
	}
	d.PrintRows(rec.Type().One.In(d.Lang)+": "+s.seen.title, []string{app.YearPeriod(d.Year).In(d.Lang)}, []kit.Column{
		{Key: "field", Head: d.T("ui.journal.field"), Chars: 44},
		{Key: "value", Head: d.T("ui.card.value"), Chars: 56, Wide: true},
	}, slices.Concat(s.printedFields(), s.printedParts(), s.printedProofs()))
}

// printedFields are the fields of the record, under the headings of their sections.
func (s *Screen) printedFields() []kit.Row {
	d, rec := s.desk, s.seen.rec
	var rows []kit.Row
	var section app.Text
	for _, f := range rec.Type().Fields {
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
	return rows
}

// printedParts are the records that belong to it.
func (s *Screen) printedParts() []kit.Row {
	d := s.desk
	var rows []kit.Row
	for _, part := range s.seen.parts {
		if len(part.Records) > 0 {
			rows = append(rows, printedHeading(part.Type.Many.In(d.Lang)+": "+d.N("common.records", len(part.Records))))
		}
		for _, of := range part.Records {
			rows = append(rows, kit.Row{Cells: []kit.Cell{{Text: part.Type.TitleIn(d.Lang, of, d.TitleOf)}, {Text: s.told(of)}}})
		}
	}
	return rows
}

// printedProofs are the documents, each with what it proves and its sheets.
func (s *Screen) printedProofs() []kit.Row {
	if len(s.seen.proofs) == 0 {
		return nil
	}
	d := s.desk
	rows := []kit.Row{printedHeading(d.T("ui.documents.heading") + ": " + d.N("common.records", len(s.seen.proofs)))}
	for _, p := range s.seen.proofs {
		proves := p.of.Type().One.In(d.Lang) + ": " + p.of.Type().TitleIn(d.Lang, p.of, d.TitleOf)
		if sheets := s.sheetsOf(p.document); sheets != "" {
			proves += "; " + sheets
		}
		rows = append(rows, kit.Row{Cells: []kit.Cell{{Text: p.document.Type().TitleIn(d.Lang, p.document, d.TitleOf)}, {Text: proves}}})
	}
	return rows
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
		if f.Get(rec).State == app.Given {
			words = app.InUnit(words, f.Unit.In(d.Lang), d.Lang)
		}
		said += f.Label.In(d.Lang) + ": " + words
	}
	return said
}
