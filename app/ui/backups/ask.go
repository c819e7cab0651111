package backups

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// question asks for a passphrase, which is not shown as it is typed; a new one is typed twice.
type question struct {
	desk    *desk.Desk
	entries []*kit.Entry
	wrong   *widget.Label
	answer  func(typed string) error
	shown   *dialog.CustomDialog
}

// ask shows the question: title is the id of a message, more a further answer, which may be nil.
func ask(d *desk.Desk, title, lead string, times int, answer func(typed string) error, more *kit.Button) {
	q := &question{desk: d, wrong: kit.Wrapped(), answer: answer}
	q.wrong.Importance = widget.DangerImportance
	q.wrong.Hide()
	box := container.NewVBox(kit.Paragraph(lead, 60))
	for i := range times {
		e := kit.NewEntry(func(string) { q.after(i) })
		e.Password = true
		e.OnEscape = q.hide
		q.entries = append(q.entries, e)
		label := "ui.backups.typed"
		if i > 0 {
			label = "ui.backups.typed_again"
		}
		box.Add(kit.MutedLabel(d.T(label)))
		box.Add(e)
	}
	do := kit.NewPrimary(d.T("ui.ok"), nil, q.take)
	cancel := kit.NewButton(d.T("ui.cancel"), q.hide)
	buttons := []*kit.Button{do}
	if more != nil {
		buttons = append(buttons, more)
	}
	buttons = append(buttons, cancel)
	for _, b := range buttons {
		b.OnEscape = q.hide
	}
	box.Add(q.wrong)
	box.Add(kit.NewFoot(buttons...))
	q.shown = kit.NewDialog(d.T(title), container.NewVScroll(container.NewPadded(box)), d.Window) // the edges of the entries would be cut
	q.shown.Show()
	room := box.MinSize()
	q.shown.Resize(kit.Within(d.Window, room.Width+kit.Pixels(60), room.Height+kit.Pixels(120)))
	d.Window.Canvas().Focus(q.entries[0])
}

func (q *question) hide() { q.shown.Hide() }

// after goes on to the line after another; after the last one it answers.
func (q *question) after(i int) {
	if i+1 < len(q.entries) {
		q.desk.Window.Canvas().Focus(q.entries[i+1])
		return
	}
	q.take()
}

func (q *question) take() {
	typed := q.entries[0].Text
	for _, e := range q.entries {
		if e.Text != typed {
			q.say(&app.Refusal{ID: "copies.unlike_passphrases"})
			return
		}
	}
	q.hide()
	if err := q.answer(typed); err != nil {
		q.shown.Show()
		q.say(err)
	}
}

func (q *question) say(err error) {
	q.wrong.SetText(q.desk.Say(err))
	q.wrong.Show()
}
