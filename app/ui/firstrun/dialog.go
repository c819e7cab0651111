// Package firstrun asks the five questions of which a park begins, one after the other: what was
// answered folds to a line, the rest waits. Nothing is made before the last button; the answers are
// there as long as the dialog is.
package firstrun

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/founding"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Ready is what was answered to all questions.
type Ready struct {
	Answers founding.Answers // of what there is a record
	File    string           // of the data, as it was typed
	Second  string           // the folder of second copies; «» for none yet
}

// Dialog asks the questions.
type Dialog struct {
	desk    *desk.Desk
	answers founding.Answers
	file    *kit.Entry
	second  *kit.Entry
	named   bool // the name of the file was typed, and follows the park no more
	done    func(Ready)

	at        int  // the question that is open
	reached   int  // the furthest that was opened
	open      bool // the dialog is shown
	asking    bool // it asks whether to drop the answers
	questions []*question
	count     *kit.Line
	bar       *kit.Bar
	back      *kit.Button
	next      *kit.Button
	scroll    *kit.Scroll
	shown     *dialog.CustomDialog
}

// Show asks the questions over the window; dir is where the file is offered to be, second where
// second copies go already. done hears the answers when all are good, and makes the park of them; it
// closes the dialog when that is done.
func Show(d *desk.Desk, dir, second string, done func(Ready)) *Dialog {
	f := &Dialog{desk: d, answers: founding.Answers{founding.Year: strconv.Itoa(d.Now().Year() - 1)}, done: done}
	f.count, f.bar = kit.NewLine(kit.ColorMuted, theme.SizeNameText), kit.NewBar()
	f.back, f.next = kit.NewButton(d.T("ui.first.back"), func() { f.turn(f.at - 1) }), kit.NewPrimary(d.T("ui.first.next"), nil, f.onNext)
	cancel := kit.NewButton(d.T("ui.cancel"), func() { f.Leave(func() {}) })
	for _, b := range []*kit.Button{cancel, f.back, f.next} {
		b.OnEscape = f.onEscape
	}
	box := container.New(stack{clear: true})
	for i, q := range founding.Questions() {
		made := newQuestion(f, i, q, dir, second)
		f.questions = append(f.questions, made)
		box.Add(made.content)
	}
	f.scroll = kit.NewScroll(container.ScrollVerticalOnly, box)
	foot := container.NewVScroll(container.NewPadded(kit.NewFoot(f.next, f.back, cancel)))
	f.shown = kit.NewDialog(d.T("ui.first.title"), kit.NewPage(container.NewPadded(f.bar), f.scroll, foot), d.Window)
	f.shown.Show()
	f.open = true
	text := kit.Size(theme.SizeNameText)
	f.shown.Resize(kit.Within(d.Window, 58*text, 54*text))
	f.turn(0)
	return f
}

// Hide closes the dialog.
func (f *Dialog) Hide() {
	f.open = false
	f.shown.Hide()
}

// turn opens a question and folds the others.
func (f *Dialog) turn(to int) {
	f.at = max(0, min(to, len(f.questions)-1))
	f.reached = max(f.reached, f.at)
	d, answered := f.desk, 0
	for i, q := range f.questions {
		q.show(i == f.at)
		if q.answered() {
			answered++
		}
	}
	all := len(f.questions)
	f.bar.Set(float32(answered)/float32(all), d.T("ui.first.answered", "N", answered, "Of", all))
	f.next.SetText(d.T("ui.first.next"))
	if f.at == all-1 {
		f.next.SetText(d.T("ui.first.make"))
	}
	kit.Enable(f.back, f.at > 0)
	f.makeRoom()
	f.scroll.Content.Refresh()
	f.scroll.Refresh()
	f.questions[f.at].focus()
}

// makeRoom leaves the open question alone where there is no room for all of them: how many are answered
// the bar says.
func (f *Dialog) makeRoom() {
	for _, q := range f.questions {
		q.content.Show()
	}
	if f.scroll.Content.MinSize().Height <= f.scroll.Size().Height {
		return
	}
	for i, q := range f.questions {
		q.content.Hidden = i != f.at
	}
}

// onNext goes on, or makes the park when nothing is left to be asked.
func (f *Dialog) onNext() {
	if !f.questions[f.at].check() {
		return
	}
	if f.at < len(f.questions)-1 {
		f.turn(f.at + 1)
		return
	}
	for i, q := range f.questions {
		if !q.good() {
			f.turn(i)
			q.check()
			return
		}
	}
	f.done(Ready{f.answers, f.file.Text, app.Clean(f.second.Text)})
}

// onEscape goes one question back, and from the first leaves.
func (f *Dialog) onEscape() {
	if f.at > 0 {
		f.turn(f.at - 1)
		return
	}
	f.Leave(func() {})
}

// Leave closes the dialog and calls then; where something was typed, it asks first, and who insists
// is obeyed. When the dialog is closed already it only calls then.
func (f *Dialog) Leave(then func()) {
	d := f.desk
	switch {
	case !f.open:
		then()
		return
	case f.asking || !f.typed():
		f.answer(f.Hide)
		then()
		return
	}
	f.asking = true
	kit.Ask(d.Window, d.T("ui.first.title"), d.T("ui.first.leave"),
		kit.Answer{Text: d.T("ui.leave.drop"), Do: func() {
			f.answer(f.Hide)
			then()
		}},
		kit.Answer{Text: d.T("ui.first.stay"), Do: func() { f.answer(func() { f.questions[f.at].focus() }) }})
}

// answer goes on once it is settled what becomes of the answers.
func (f *Dialog) answer(do func()) {
	f.asking = false
	do()
}

// typed reports whether anything was answered but the year, which is offered.
func (f *Dialog) typed() bool {
	f.answers[founding.Year] = ""
	none := f.answers.None()
	f.answers[founding.Year] = f.questions[founding.OfYear].inputs[0].text()
	return !none
}

// stack is a layout: objects under each other, those that are hidden left out; clear leaves room at
// the right, where a page scrolls, and at the left, where the ring of the keyboard would be cut.
type stack struct{ clear bool }

func (l stack) edge() float32 {
	if l.clear {
		return kit.Size(kit.SpaceEdge)
	}
	return 0
}

// Layout is called by the toolkit.
func (l stack) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	x, y, wide := float32(0), float32(0), max(0, room.Width-l.edge())
	if l.clear {
		x = kit.Size(kit.SpaceInside)
		wide = max(0, wide-x)
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if o.Size().Width != wide {
			o.Resize(fyne.NewSize(wide, o.MinSize().Height)) // what folds knows its height at its width
		}
		high := o.MinSize().Height
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(wide, high))
		y += high + kit.Size(kit.SpaceNear)
	}
}

// MinSize is called by the toolkit.
func (l stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size = fyne.NewSize(max(size.Width, least.Width+l.edge()), size.Height+least.Height+kit.Size(kit.SpaceNear))
		}
	}
	return size
}
