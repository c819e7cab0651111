package desktest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"technopark/app/ui/kit"
)

// TextOf returns what a text of the canvas says, «» for any other object.
func TextOf(o fyne.CanvasObject) string {
	if text, ok := o.(*canvas.Text); ok {
		return text.Text + "\n"
	}
	return ""
}

// All returns the objects of one kind that stand in o, hidden ones too, in their order.
func All[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var all []T
	if found, ok := o.(T); ok {
		all = append(all, found)
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		all = append(all, All[T](child)...)
	}
	return all
}

// The returns the one object of a kind that stands in o.
func The[T fyne.CanvasObject](t testing.TB, o fyne.CanvasObject) T {
	t.Helper()
	all := All[T](o)
	if len(all) != 1 {
		t.Fatalf("%d of %T, not 1", len(all), *new(T))
	}
	return all[0]
}

// Button returns the button with a text that stands in o.
func Button(t testing.TB, o fyne.CanvasObject, text string) *kit.Button {
	t.Helper()
	for _, b := range All[*kit.Button](o) {
		if b.Text == text {
			return b
		}
	}
	t.Fatalf("no button %q", text)
	return nil
}

// Said returns what the lines in o say, a line each, and what stands in place of what is empty.
func Said(o fyne.CanvasObject) string {
	said := ""
	for _, line := range All[*kit.Line](o) {
		if text := line.Text(); text != "" {
			said += text + "\n"
		}
	}
	for _, empty := range All[*kit.Empty](o) {
		if empty.Visible() {
			said += empty.Said() + "\n"
		}
	}
	return said
}
