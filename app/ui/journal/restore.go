package journal

import (
	"context"
	"strings"

	"technopark/app"
	"technopark/app/history"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// restore brings back what an entry tells of, after showing it: a deleted record with what went with it,
// else the record as it stood then, field by field. then follows when the record is back.
func restore(d *desk.Desk, e app.JournalEntry, title string, then func()) {
	gone, err := history.Deleted(d.Ctx(), d.Store, app.JournalFilter{Type: e.Type, ID: e.Record, After: e.ID - 1, Upto: e.ID})
	switch {
	case err != nil:
		d.Fail(err)
	case len(gone) > 0:
		restoreDeleted(d, []int64{e.ID}, then)
	default:
		restoreState(d, e, title, then)
	}
}

// restoreState shows what bringing a record back to a state would change.
func restoreState(d *desk.Desk, e app.JournalEntry, title string, then func()) {
	state, err := history.At(d.Ctx(), d.Store, e.ID)
	if err == nil {
		err = state.WhyNot()
	}
	if err != nil {
		kit.Tell(d.Window, d.T("ui.history.title"), d.Say(err), d.T("ui.ok"))
		return
	}
	p := &preview{desk: d, state: state, title: title, then: then}
	p.show()
}

// preview is a dialog that shows, field by field, what bringing a state back would change.
type preview struct {
	desk  *desk.Desk
	state *history.State
	title string
	then  func()
	list  *kit.ListDialog
}

func (p *preview) show() {
	d, s := p.desk, p.state
	all := kit.NewPrimary(d.T("ui.history.return_all"), nil, func() { p.do() })
	one := kit.NewButton(d.T("ui.history.return_field"), func() { p.do(p.chosen()...) })
	buttons := []*kit.Button{all, one}
	if s.Is == nil {
		buttons = buttons[:1] // single fields have nowhere to go
	}
	when := history.Moment(s.Entry.At, d.Now().Location())
	p.list = kit.NewListDialog(d.Window, d.T("ui.history.preview", "Record", app.QuotedIn(p.title, d.Lang), "When", when), "", d.T("ui.cancel"), []kit.Column{
		{Key: "field", Head: d.T("ui.journal.field"), Chars: 24},
		{Key: "now", Head: d.T("ui.history.now"), Chars: 20},
		{Key: "then", Head: d.T("ui.history.then"), Chars: 20, Wide: true},
	}, buttons...)
	p.list.Fill(p.rows())
	p.list.Note.SetText(p.note())
	p.list.Note.Hidden = p.note() == ""
	if d.ReadOnly() {
		for _, b := range buttons {
			b.Forbid(d.T("ui.journal.restore_read_only"))
		}
	}
	p.list.Show()
}

func (p *preview) rows() []kit.Row {
	d := p.desk
	rows := make([]kit.Row, len(p.state.Edits))
	for i, edit := range p.state.Edits {
		is, was := edit.Texts(d.TitleOf, d.Lang)
		rows[i] = kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
			{Text: edit.Field.Head(d.Lang)},
			{Text: history.Said(is, d.Words), Muted: is == ""},
			{Text: history.Said(was, d.Words), Muted: was == ""},
		}}
	}
	return rows
}

// note says what stays as it is, and that a deleted record comes back.
func (p *preview) note() string {
	d := p.desk
	if p.state.Is == nil {
		return d.T("ui.history.was_deleted")
	}
	var kept []string
	for _, edit := range p.state.Kept {
		kept = append(kept, edit.Field.Label.In(d.Lang))
	}
	if len(kept) == 0 {
		return ""
	}
	return d.T("ui.history.kept", "Fields", strings.Join(kept, ", "))
}

// chosen returns the key of the selected field.
func (p *preview) chosen() []string {
	if at := int(p.list.Table.Selected()) - 1; at >= 0 && at < len(p.state.Edits) {
		return []string{p.state.Edits[at].Field.Key}
	}
	return nil
}

// do brings the fields back, all of them without keys.
func (p *preview) do(keys ...string) {
	d, s := p.desk, p.state
	p.list.Hide()
	if err := s.Restore(d.Ctx(), d.Store, s.Step(d.Words, p.title, d.Now().Location(), keys...), p.title, keys...); err != nil {
		tellWhyNot(d, err)
		return
	}
	d.Changed()
	p.then()
}

// tellWhyNot says why nothing came back, with the way to what has to come back first.
func tellWhyNot(d *desk.Desk, err error) {
	if r, said := app.Refused(err); !said || r.ID != "err.history_needs" {
		d.Fail(err)
		return
	}
	kit.Ask(d.Window, d.T("ui.history.title"), d.Say(err),
		kit.Answer{Text: d.T("ui.bin.open"), Do: func() { d.Navigate("bin") }}, kit.Answer{Text: d.T("ui.cancel")})
}

// restoreDeleted asks what is to come back with deleted records, and brings it back.
func restoreDeleted(d *desk.Desk, entries []int64, then func()) {
	together, err := history.Planned(d.Ctx(), d.Store, entries, history.How{})
	if err != nil {
		d.Fail(err)
		return
	}
	if len(together.Missing) > 0 {
		askNeeded(d, entries, together, then)
		return
	}
	bring := func(r *history.Return) func() { return func() { bringBack(d, r, then) } }
	answers := []kit.Answer{{Text: d.T("ui.bin.return"), Do: bring(together)}, {Text: d.T("ui.cancel")}}
	alone, err := history.Planned(d.Ctx(), d.Store, entries, history.How{Alone: true})
	if err == nil && len(alone.Missing) == 0 && len(alone.Records) < len(together.Records) {
		answers[0].Text = d.N("ui.bin.return_together", len(together.Records))
		answers = append(answers[:1], kit.Answer{Text: d.N("ui.bin.return_alone", len(alone.Records)), Do: bring(alone)}, answers[1])
	}
	kit.Ask(d.Window, d.T("ui.bin.ask_title"), d.T("ui.bin.ask")+"\n"+listOf(d, together.Records)+mentioned(d, together), answers...)
}

// askNeeded says what the records refer to and is deleted too, and offers to bring that back as well.
func askNeeded(d *desk.Desk, entries []int64, r *history.Return, then func()) {
	whole, err := history.Planned(d.Ctx(), d.Store, entries, history.How{Needs: true})
	if err != nil {
		d.Fail(err)
		return
	}
	kit.Ask(d.Window, d.T("ui.bin.ask_title"), d.T("ui.bin.needs")+"\n"+listOf(d, r.Missing),
		kit.Answer{Text: d.N("ui.bin.return_together", len(whole.Records)), Do: func() { bringBack(d, whole, then) }},
		kit.Answer{Text: d.T("ui.cancel")})
}

// bringBack does it beside the window: a park may have thousands of records.
func bringBack(d *desk.Desk, r *history.Return, then func()) {
	title := app.JournalTitles(r.Records[:1], d.TitleOf, d.Lang)[0]
	work := func(ctx context.Context, _ kit.Progress) error {
		return r.Restore(ctx, d.Store, r.Step(d.Words, title))
	}
	d.Tasks.Run(d.T("ui.bin.returning"), work, func(err error) {
		if err != nil {
			tellWhyNot(d, err)
			return
		}
		d.Changed()
		then()
	})
}

// namedOfType is how many records of a type a question names.
const namedOfType = 3

// listOf names the records that were deleted, by types: «• Договоры: № 1; № 2 и ещё 3».
func listOf(d *desk.Desk, entries []app.JournalEntry) string {
	titles := app.JournalTitles(entries, d.TitleOf, d.Lang)
	var lines []string
	for _, t := range app.Types() {
		var names []string
		count := 0
		for i, e := range entries {
			if e.Type != t.Key {
				continue
			}
			count++
			if count <= namedOfType {
				names = append(names, titles[i])
			}
		}
		if count == 0 {
			continue
		}
		line := "• " + t.Many.In(d.Lang) + ": " + strings.Join(names, "; ")
		if rest := count - len(names); rest > 0 {
			line += " " + d.N("ui.bin.more", rest)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// mentioned says how many records refer to what comes back again.
func mentioned(d *desk.Desk, r *history.Return) string {
	text := ""
	if n := len(r.Mentions); n > 0 {
		text += "\n" + d.T("ui.bin.mentions", "Records", d.N("common.records", n))
	}
	if n := len(r.Elsewhere); n > 0 {
		text += "\n" + d.T("ui.bin.elsewhere", "Records", d.N("common.records", n))
	}
	return text
}
