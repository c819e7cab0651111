package journal

import (
	"context"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/kit"
)

// onVerify proves that the file holds what the program wrote, and lists what it does not.
func (s *Screen) onVerify() {
	d := s.desk
	var verdict app.Verdict
	work := func(ctx context.Context, _ kit.Progress) (err error) {
		verdict, err = d.Store.Verify(ctx)
		return err
	}
	d.Tasks.Run(d.T("ui.journal.verifying"), work, func(err error) {
		switch {
		case err != nil:
			d.Fail(err)
		case verdict.OK():
			s.tellWhole(verdict)
		default:
			s.showProblems(verdict)
		}
	})
}

// tellWhole says that the file is as it was written; the value that proves it later is to be
// copied, for nobody types it off.
func (s *Screen) tellWhole(v app.Verdict) {
	d := s.desk
	answers := []kit.Answer{{Text: d.T("ui.ok")}}
	if v.Hash != "" {
		answers = append([]kit.Answer{{Text: d.T("ui.journal.copy_hash"), Do: func() {
			fyne.CurrentApp().Clipboard().SetContent(v.Hash)
		}}}, answers...)
	}
	text := d.T("ui.journal.whole", "Entries", d.N("common.records", int(v.Entries)), "Hash", v.Hash, "Control", app.Control{Entry: v.Entries, Hash: v.Hash}.String())
	if v.Unproved > 0 {
		text += "\n\n" + d.N("common.unproved", v.Unproved)
	}
	if v.Unnamed > 0 {
		text += "\n\n" + d.N("common.unnamed", v.Unnamed)
	}
	if v.Parted > 0 {
		text += "\n\n" + d.N("common.parted", v.Parted)
	}
	kit.Ask(d.Window, d.T("ui.journal.title"), text, answers...)
}

// showProblems lists what is wrong, with a way to put back what the journal says.
func (s *Screen) showProblems(v app.Verdict) {
	d := s.desk
	restore, rescue := kit.NewButton(d.T("ui.journal.restore"), nil), kit.NewButton(d.T("ui.journal.rescue"), nil)
	buttons := []*kit.Button{restore}
	if d.Rescue != nil && !v.Restorable() {
		buttons = append(buttons, rescue)
	}
	l := kit.NewListDialog(d.Window, d.T("ui.journal.problems", "Count", app.FormatNumber(int64(len(v.Problems)), 1, 0, d.Lang)), "", d.T("ui.documents.close"), []kit.Column{
		{Key: "record", Head: d.T("ui.journal.problem"), Chars: 34, Wide: true},
		{Key: "field", Head: d.T("ui.journal.field"), Chars: 16},
		{Key: "journal", Head: d.T("ui.journal.by_journal"), Chars: 18},
		{Key: "file", Head: d.T("ui.journal.in_file"), Chars: 18},
	}, buttons...)
	rescue.OnTapped = func() {
		l.Hide()
		d.Rescue(d.Store.Path())
	}
	restore.OnTapped = func() {
		l.Hide()
		s.restoreJournalled()
	}
	switch {
	case d.ReadOnly():
		restore.Forbid(d.T("ui.journal.restore_read_only"))
	case !v.Restorable():
		restore.Forbid(d.T("ui.journal.restore_never"))
	}
	l.Fill(problemRows(v.Problems, d.Lang))
	note := func(id int64) { // the chosen line whole, and why nothing can be put back
		if id < 1 || id > int64(len(v.Problems)) {
			return
		}
		text := app.FullStop(v.Problems[id-1].Say().In(d.Lang))
		if why := restore.Why(); why != "" {
			text += " " + why
		}
		l.Say(text)
	}
	l.Table.OnSelect = note
	note(l.Table.Selected())
	l.Show()
}

func problemRows(problems []app.Problem, lang app.Lang) []kit.Row {
	rows := make([]kit.Row, len(problems))
	for i, p := range problems {
		record, field, journal, file := p.Sides()
		rows[i] = kit.Row{ID: int64(i + 1), Cells: []kit.Cell{{Text: record.In(lang)}, {Text: field.In(lang)}, {Text: journal.In(lang)}, {Text: file.In(lang)}}}
	}
	return rows
}

// restoreJournalled puts back what the journal says, and says how much that was.
func (s *Screen) restoreJournalled() {
	d := s.desk
	var restored []app.Problem
	work := func(ctx context.Context, _ kit.Progress) (err error) {
		restored, err = d.Store.RestoreJournalled(ctx)
		return err
	}
	d.Tasks.Run(d.T("ui.journal.restoring"), work, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		d.Changed()
		kit.Tell(d.Window, d.T("ui.journal.title"),
			d.T("ui.journal.restored", "Count", app.FormatNumber(int64(len(restored)), 1, 0, d.Lang)), d.T("ui.ok"))
	})
}
