package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// dialogChars is how wide texts of dialogs are, in characters.
const dialogChars = 64

// Answer is a button of a question.
type Answer struct {
	Text   string // of the button
	Danger bool   // takes away what cannot be seen any more
	Do     func() // follows the press; nil only closes the question
}

// Ask shows a question with its answers; the last one is safe: it has the keyboard at
// the start, and Esc is the same as pressing it.
func Ask(window fyne.Window, title, text string, answers ...Answer) {
	body := Paragraph(text, dialogChars)
	if room := window.Canvas().Size().Height - Pixels(longDialogRest); room > 0 && body.MinSize().Height > room {
		AskLong(window, title, text, answers...) // a pasted name may be as long as a book
		return
	}
	ask(window, title, body, answers)
}

// AskLong shows a question whose text may be longer than the window is high: it scrolls.
func AskLong(window fyne.Window, title, text string, answers ...Answer) {
	body := Paragraph(text, longDialogChars)
	room := window.Canvas().Size()
	scroll := container.NewVScroll(body)
	if body.MinSize().Width > room.Width-Pixels(longDialogEdge) {
		scroll = container.NewScroll(body)
	}
	scroll.SetMinSize(body.MinSize().Min(fyne.NewSize(room.Width-Pixels(longDialogEdge), room.Height-Pixels(longDialogRest))))
	ask(window, title, scroll, answers)
}

// Room that a long question leaves round its text, at 100 %.
const (
	longDialogChars = 90
	longDialogEdge  = 60
	longDialogRest  = 170
)

// NewDialog returns a dialog without buttons of its own. A title that is wider than the
// window is cut: the window would grow beyond the screen to hold it.
func NewDialog(title string, content fyne.CanvasObject, window fyne.Window) *dialog.CustomDialog {
	edge := Pixels(longDialogEdge)
	room := window.Canvas().Size().Width - edge
	if room > edge {
		title = fit(title, room, Size(theme.SizeNameText), fyne.TextStyle{Bold: true})
	}
	return dialog.NewCustomWithoutButtons(title, content, window)
}

func ask(window fyne.Window, title string, body fyne.CanvasObject, answers []Answer) {
	row := NewFoot()
	var shown *dialog.CustomDialog
	var buttons []*Button
	for _, answer := range answers {
		b := NewButton(answer.Text, func() {
			shown.Hide()
			if answer.Do != nil {
				answer.Do()
			}
		})
		if answer.Danger {
			b.Importance = widget.DangerImportance
		}
		buttons = append(buttons, b)
		row.Add(b)
	}
	safe := buttons[len(buttons)-1]
	for _, b := range buttons {
		b.OnEscape = safe.OnTapped
	}
	content := container.NewVBox(body, row)
	shown = NewDialog(title, content, window)
	shown.Show()
	window.Canvas().Focus(safe)
}

// Tell shows a text with one button.
func Tell(window fyne.Window, title, text, ok string) {
	Ask(window, title, text, Answer{Text: ok})
}

// Paragraph returns the text in lines of at most so many characters' width; line
// breaks in the text stay.
func Paragraph(text string, chars int) fyne.CanvasObject {
	textSize := Size(theme.SizeNameText)
	room := float32(chars) * width("0", textSize, fyne.TextStyle{})
	box := container.NewVBox()
	box.Layout = paragraphRows{}
	for _, part := range strings.Split(text, "\n") {
		for _, line := range wrap(part, room, textSize, 0) {
			box.Add(NewText(line, theme.ColorNameForeground, theme.SizeNameText))
		}
	}
	edge := canvas.NewRectangle(color.Transparent)
	edge.SetMinSize(fyne.NewSize(room, 0))
	return container.NewStack(edge, container.NewPadded(box))
}

// paragraphRows stacks lines of text as text is set.
type paragraphRows struct{}

func (paragraphRows) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(room.Width, o.MinSize().Height))
		y += o.MinSize().Height + 2
	}
}

func (paragraphRows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var all fyne.Size
	for _, o := range objects {
		all.Width = max(all.Width, o.MinSize().Width)
		all.Height += o.MinSize().Height + 2
	}
	return all
}

// GiveBack gives the keyboard to something when a dialog is closed: a button that was
// pressed has lost it.
func GiveBack(window fyne.Window, shown *dialog.CustomDialog, to fyne.Focusable) {
	shown.SetOnClosed(func() { window.Canvas().Focus(to) })
}

// AsWide breaks a row of tools at the width of the window before it is shown. A row that
// has no width yet takes a line for each tool, and the window would grow to hold them.
func AsWide(window fyne.Window, tools *fyne.Container) {
	tools.Resize(fyne.NewSize(window.Canvas().Size().Width, 0))
}

// Within fits the size of a dialog into the window.
func Within(window fyne.Window, width, height float32) fyne.Size {
	return fyne.NewSize(width, height).Min(window.Canvas().Size())
}
