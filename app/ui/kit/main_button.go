package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// MainButton returns the button of the accent that is seen in an object, the one thing it is there for;
// nil where there is none or it is forbidden.
func MainButton(in fyne.CanvasObject) *Button {
	if in == nil || !in.Visible() {
		return nil
	}
	if b, ok := in.(*Button); ok && b.main() {
		return b
	}
	for _, o := range inside(in) {
		if b := MainButton(o); b != nil {
			return b
		}
	}
	return nil
}

// main reports whether the button is of the accent and may be pressed.
func (b *Button) main() bool { return b.Importance == widget.HighImportance && !b.Disabled() }

// MainButtonOnTop gives the keyboard to the main button of the question on top and returns it; nil where it
// has none, and the keyboard stays. The toolkit does not tell what stands in a question, so it is
// looked for where Tab goes.
func MainButtonOnTop(c fyne.Canvas) *Button {
	was := c.Focused()
	var first fyne.Focusable
	for c.FocusNext(); c.Focused() != nil && c.Focused() != first; c.FocusNext() {
		if b, ok := c.Focused().(*Button); ok && b.main() {
			return b
		}
		if first == nil {
			first = c.Focused()
		}
	}
	c.Focus(was)
	return nil
}

// inside returns what stands in an object, as far as a main button may be among it: the toolkit tells
// that of its containers, and what is made of parts here says it too.
func inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Split:
		return []fyne.CanvasObject{o.Leading, o.Trailing}
	case *Scroll:
		return []fyne.CanvasObject{o.Content}
	case *Screen:
		return (&screenRenderer{o}).Objects()
	case *Header:
		return (&headerRenderer{o}).Objects()
	case *WalkFoot:
		return []fyne.CanvasObject{o.row}
	case *Panes:
		return (&panesRenderer{o}).Objects()
	case *Empty:
		buttons := make([]fyne.CanvasObject, len(o.buttons))
		for i, b := range o.buttons {
			buttons[i] = b
		}
		return buttons
	}
	return nil
}
