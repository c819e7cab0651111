package revisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// markDialog asks for the day of a mark on a revision and a note.
type markDialog struct {
	desk      *desk.Desk
	rev       *app.Revision
	apply     func(rev *app.Revision, day app.Date, note string) error
	day, note *kit.Entry
	wrong     *kit.Prose
	shown     *dialog.CustomDialog
}

// askToMark asks when a revision came to a state; back has the keyboard afterwards.
func askToMark(d *desk.Desk, rev *app.Revision, state string, back fyne.Focusable) *markDialog {
	note := "ui.revision.note"
	if state == app.RevisionReturned {
		note = "ui.revision.why_returned"
	}
	title := d.T("ui.revision.mark_title", "Number", int(rev.Number.N), "State", app.StateName(state).In(d.Lang))
	return newMarkDialog(d, rev, back, title, d.T(note), func(rev *app.Revision, day app.Date, note string) error {
		return rev.Advance(state, day, note)
	})
}

// askToTakeBack asks why the last mark is taken off a revision.
func askToTakeBack(d *desk.Desk, rev *app.Revision, back fyne.Focusable) *markDialog {
	title := d.T("ui.revision.take_back_title", "Number", int(rev.Number.N), "State", app.StateName(rev.State).In(d.Lang))
	return newMarkDialog(d, rev, back, title, d.T("ui.revision.note"), (*app.Revision).TakeBack)
}

func newMarkDialog(d *desk.Desk, rev *app.Revision, back fyne.Focusable, title, note string, apply func(*app.Revision, app.Date, string) error) *markDialog {
	m := &markDialog{desk: d, rev: rev, apply: apply, wrong: kit.Wrapped()}
	m.day = kit.NewEntry(func(string) { d.Window.Canvas().Focus(m.note) })
	m.note = kit.NewEntry(func(string) { m.save() })
	m.day.SetText(d.Today().String())
	m.day.SetPlaceHolder(d.T("ui.date_form"))
	m.wrong.Importance = widget.DangerImportance
	m.wrong.Hide()
	save := kit.NewButton(d.T("ui.revision.do_mark"), m.save)
	save.Importance = widget.HighImportance
	cancel := kit.NewButton(d.T("ui.cancel"), m.hide)
	m.day.OnEscape, m.note.OnEscape, save.OnEscape, cancel.OnEscape = m.hide, m.hide, m.hide, m.hide
	box := container.NewVBox(
		widget.NewLabel(d.T("ui.revision.day")), m.day,
		widget.NewLabel(note), m.note,
		m.wrong, kit.NewFoot(save, cancel),
	)
	m.shown = kit.NewDialog(title, box, d.Window)
	kit.GiveBack(d.Window, m.shown, back)
	m.shown.Show()
	m.shown.Resize(kit.Within(d.Window, kit.Pixels(560), 0))
	d.Window.Canvas().Focus(m.note)
	return m
}

func (m *markDialog) hide() { m.shown.Hide() }

// save keeps the mark; what cannot be is told in the dialog, which stays.
func (m *markDialog) save() {
	d := m.desk
	day, ok := app.ParseDate(m.day.Text)
	if !ok || day.Zero() {
		m.say(d.T("ui.revision.no_date", "What", m.day.Text))
		d.Window.Canvas().Focus(m.day)
		return
	}
	rev := app.Clone(m.rev)
	if err := m.apply(rev, day, m.note.Text); err != nil {
		text, _ := d.Words.Sentence(err, nil)
		m.say(text)
		return
	}
	m.hide()
	what := d.T("step.revision_state", "Number", int(rev.Number.N))
	d.Change(what, func(tx app.Tx) error { return tx.Save(d.Ctx(), rev) })
}

func (m *markDialog) say(text string) {
	m.wrong.SetText(text)
	m.wrong.Show()
}
