package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app/i18n"
)

// Panes shows a list and the form of what is chosen in it: side by side where there is
// room for both, else they take turns. Enter in the list goes on to the form, Esc comes back;
// who calls ShowForm and ShowList for those need not know which of the two it is.
type Panes struct {
	widget.BaseWidget
	// Keyboard takes the keyboard when the list is come back to; nil where the list itself does.
	Keyboard   fyne.Focusable
	list, form fyne.CanvasObject
	split      *container.Split
	back       *Button // over the form while it has the whole place
	open       *Button // to the form, in the header of the screen while the list has the whole place
	header     *Header // nil where nobody said which
	inForm     bool    // the form was gone on to
	both       bool    // there is room for the two
	laid       bool    // it was seen already
}

// bothPanes is the width that list and form need beside each other, at 100 %. With the
// navigation a window of 1100 has it.
const bothPanes = 890

// NewPanes returns a list and a form; share is the part of the list where both are seen.
func NewPanes(words *i18n.Printer, list, form fyne.CanvasObject, share float64) *Panes {
	p := &Panes{list: list, form: form, both: true}
	p.split = container.NewHSplit(list, form)
	p.split.SetOffset(share)
	p.back = NewTool(words.T("ui.panes.back", nil), theme.NavigateBackIcon(), p.ShowList)
	p.back.OnEscape = p.ShowList
	p.open = NewTool(words.T("ui.open", nil), theme.NavigateNextIcon(), p.openChosen)
	p.open.OnEscape = p.ShowList
	p.ExtendBaseWidget(p)
	return p
}

// OpenFrom lets the header of the screen show a button that opens what is chosen in the list, while the list
// has the whole place: it does what Enter does there.
func (p *Panes) OpenFrom(h *Header) {
	p.header = h
	p.offer()
}

func (p *Panes) openChosen() {
	if t := tableIn(p.list); t != nil && t.OnOpen != nil && t.Shows(t.Selected()) {
		t.OnOpen(t.Selected())
	}
}

// offer shows the way to the form in the header, or takes it away.
func (p *Panes) offer() {
	if p.header == nil {
		return
	}
	if p.both || p.inForm {
		p.header.lead(nil)
		return
	}
	p.header.lead(p.open)
}

// Both reports whether list and form are seen at once.
func (p *Panes) Both() bool { return p.both }

// FormSeen reports whether the form is seen.
func (p *Panes) FormSeen() bool { return p.both || p.inForm }

// ShowForm goes on to the form; the keyboard is for the caller to give.
func (p *Panes) ShowForm() { p.turn(true) }

// ShowList comes back to the list and gives it the keyboard.
func (p *Panes) ShowList() {
	p.turn(false)
	keyboard := p.Keyboard
	if list, ok := p.list.(fyne.Focusable); ok && keyboard == nil {
		keyboard = list
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); keyboard != nil && c != nil {
		c.Focus(keyboard)
	}
}

func (p *Panes) turn(toForm bool) {
	if p.inForm != toForm {
		p.inForm = toForm
		p.Refresh()
	}
}

// holdsKeyboard reports whether what has the keyboard stands in the form.
func (p *Panes) holdsKeyboard() bool {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(p)
	if c == nil || c.Focused() == nil {
		return false
	}
	focused, ok := c.Focused().(fyne.CanvasObject)
	if !ok || !p.FormSeen() || !p.form.Visible() {
		return false
	}
	at, from := driver.AbsolutePositionForObject(focused), driver.AbsolutePositionForObject(p.form)
	if p.both && from.X <= driver.AbsolutePositionForObject(p.list).X { // not beside the list: nothing of it is seen
		return false
	}
	size := p.form.Size()
	return at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
}

// CreateRenderer is called by the toolkit.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer { return &panesRenderer{p} }

type panesRenderer struct{ panes *Panes }

// MinSize is called by the toolkit. It is small, so that no list makes the window wider than
// the screen.
func (r *panesRenderer) MinSize() fyne.Size { return fyne.NewSize(Pixels(320), Pixels(120)) }

// Layout is called by the toolkit.
func (r *panesRenderer) Layout(room fyne.Size) {
	p := r.panes
	was := p.both
	both := Units(room.Width) >= bothPanes
	if typing := p.holdsKeyboard(); was && !both && (typing || p.laid) { // who types goes on typing, and nobody is left in what is no more seen
		p.inForm = typing
	}
	p.both, p.laid = both, true
	p.offer()
	switch {
	case both:
		p.split.Leading, p.split.Trailing = p.list, p.form
		p.split.Resize(room)
		p.split.Move(fyne.Position{})
		if !was {
			p.split.Refresh()
		}
	case p.inForm:
		size := p.back.MinSize()
		p.back.Resize(size)
		p.back.Move(fyne.NewPos(Size(SpaceEdge), Size(SpaceInside)))
		top := size.Height + Size(SpaceNear)
		p.form.Move(fyne.NewPos(0, top))
		p.form.Resize(fyne.NewSize(room.Width, max(0, room.Height-top)))
	default:
		p.list.Move(fyne.Position{})
		p.list.Resize(room)
	}
	if was != both {
		canvas.Refresh(p)
	}
}

// Refresh is called by the toolkit.
func (r *panesRenderer) Refresh() { redraw(r, r.panes) }

// Objects is called by the toolkit.
func (r *panesRenderer) Objects() []fyne.CanvasObject {
	p := r.panes
	switch {
	case p.both:
		return []fyne.CanvasObject{p.split}
	case p.inForm:
		return []fyne.CanvasObject{p.back, p.form}
	}
	return []fyne.CanvasObject{p.list}
}

// Destroy is called by the toolkit.
func (r *panesRenderer) Destroy() {}

// redraw lays out anew what a widget is made of, and draws it.
func redraw(r fyne.WidgetRenderer, of fyne.CanvasObject) {
	r.Layout(of.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(of)
}
