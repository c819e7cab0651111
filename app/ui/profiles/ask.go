package profiles

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// question asks for a few lines of text, and says in itself what is wrong with them.
type question struct {
	desk    *desk.Desk
	entries []*kit.Entry
	wrong   *widget.Label
	answer  func(texts []string) error // keeps the dialog when it fails
	shown   *dialog.CustomDialog
}

// asked is one line of a question.
type asked struct{ label, text, example string }

// ask shows a question; more stands under the lines, and may be nil. back has the keyboard
// afterwards.
func ask(d *desk.Desk, title, lead, do string, lines []asked, more fyne.CanvasObject, back fyne.Focusable, answer func([]string) error) *question {
	q := &question{desk: d, wrong: kit.Wrapped(), answer: answer}
	q.wrong.Importance = widget.DangerImportance
	q.wrong.Hide()
	box := container.NewVBox(kit.Paragraph(lead, 64))
	for i, line := range lines {
		e := kit.NewEntry(func(string) { q.after(i) })
		e.SetText(line.text)
		e.SetPlaceHolder(line.example)
		e.OnEscape = q.hide
		q.entries = append(q.entries, e)
		box.Add(kit.MutedLabel(line.label))
		box.Add(e)
	}
	if more != nil {
		box.Add(more)
	}
	save := kit.NewPrimary(do, nil, q.take)
	cancel := kit.NewButton(d.T("ui.cancel"), q.hide)
	save.OnEscape, cancel.OnEscape = q.hide, q.hide
	box.Add(q.wrong)
	box.Add(container.NewCenter(container.NewHBox(save, cancel)))
	q.shown = kit.NewDialog(title, container.NewVScroll(box), d.Window)
	kit.GiveBack(d.Window, q.shown, back)
	q.shown.Show()
	room := box.MinSize()
	q.shown.Resize(kit.Within(d.Window, max(560, room.Width+kit.Pixels(60)), room.Height+kit.Pixels(120)))
	d.Window.Canvas().Focus(q.entries[0])
	return q
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
	texts := make([]string, len(q.entries))
	for i, e := range q.entries {
		texts[i] = e.Text
	}
	if err := q.answer(texts); err != nil {
		q.say(q.desk.Say(err))
		return
	}
	q.hide()
}

func (q *question) say(text string) {
	q.wrong.SetText(text)
	q.wrong.Show()
}
