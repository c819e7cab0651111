package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app/ui/kit"
)

// Question asks for a few lines of text, which says in itself what is wrong with them.
type Question struct {
	Title string            // of the window of the question
	Lead  string            // what is asked and why, over the lines; «» for nothing
	Do    string            // what the button says that answers
	Lines []QuestionLine    // what is asked for, from above
	More  fyne.CanvasObject // under the lines; nil for nothing
	Other *kit.Button       // a further answer beside the first; nil for none
	Back  fyne.Focusable    // has the keyboard afterwards; nil for what had it before

	// Answer takes what was typed, a text for each line. The question is away by then, so that the
	// answer may ask others, and comes back with the error when it fails.
	Answer func(texts []string) error

	// Entries are the lines as they are shown, from Ask on.
	Entries []*kit.Entry

	desk  *Desk
	wrong *kit.Prose
	shown *dialog.CustomDialog
}

// QuestionLine is one line of a question.
type QuestionLine struct {
	Label   string // what it is, before the line
	Text    string // what stands in it at first
	Example string // what such a text looks like, grey in the empty line
	Secret  bool   // not shown as it is typed
}

// questionChars is how wide the lead is, in characters; questionWidth how wide a question is at least, at 100 %.
const (
	questionChars = 64
	questionWidth = 560
)

// Ask shows a question.
func (d *Desk) Ask(q *Question) {
	q.desk, q.wrong = d, kit.Wrapped()
	q.wrong.Importance = widget.DangerImportance
	q.wrong.Hide()
	box := container.NewVBox(kit.Paragraph(q.Lead, questionChars))
	for i, line := range q.Lines {
		e := kit.NewEntry(func(string) { q.after(i) })
		e.Password = line.Secret
		e.SetText(line.Text)
		e.SetPlaceHolder(line.Example)
		e.OnEscape = q.Hide
		q.Entries = append(q.Entries, e)
		box.Add(kit.MutedLabel(line.Label))
		box.Add(e)
	}
	if q.More != nil {
		box.Add(q.More)
	}
	box.Add(q.wrong)
	box.Add(kit.NewFoot(q.buttons()...))
	q.shown = kit.NewDialog(q.Title, container.NewVScroll(container.NewPadded(box)), d.Window) // the edges of the entries would be cut
	if q.Back != nil {
		kit.GiveBack(d.Window, q.shown, q.Back)
	}
	q.shown.Show()
	room := box.MinSize()
	q.shown.Resize(kit.Within(d.Window, max(kit.Pixels(questionWidth), room.Width+kit.Pixels(60)), room.Height+kit.Pixels(120)))
	d.Window.Canvas().Focus(q.Entries[0])
}

func (q *Question) buttons() []*kit.Button {
	all := []*kit.Button{kit.NewPrimary(q.Do, nil, q.take)}
	if q.Other != nil {
		all = append(all, q.Other)
	}
	all = append(all, kit.NewButton(q.desk.T("ui.cancel"), q.Hide))
	for _, b := range all {
		b.OnEscape = q.Hide
	}
	return all
}

// Hide takes the question away.
func (q *Question) Hide() { q.shown.Hide() }

// Say says in the question what is wrong with what was typed.
func (q *Question) Say(err error) {
	q.wrong.SetText(q.desk.Say(err))
	q.wrong.Show()
}

// Wrong returns what the question says is wrong; «» when nothing is.
func (q *Question) Wrong() string {
	if !q.wrong.Visible() {
		return ""
	}
	return q.wrong.Text
}

// after goes on to the line after another; after the last one it answers.
func (q *Question) after(i int) {
	if i+1 < len(q.Entries) {
		q.desk.Window.Canvas().Focus(q.Entries[i+1])
		return
	}
	q.take()
}

func (q *Question) take() {
	texts := make([]string, len(q.Entries))
	for i, e := range q.Entries {
		texts[i] = e.Text
	}
	q.Hide()
	if err := q.Answer(texts); err != nil {
		q.shown.Show()
		q.Say(err)
	}
}
