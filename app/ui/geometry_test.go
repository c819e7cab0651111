package ui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/kit"
)

// TestEveryTextHasItsPlace walks every screen, and what is asked and told over them, in the smallest window at
// 100 and 200 %, in both languages: whatever takes part in it has the size it asks for, no text reaches
// out of what it stands in but where that scrolls, and none lies on another.
func TestEveryTextHasItsPlace(t *testing.T) {
	work := t.TempDir()
	makePictured(t, work, parks()[:2])
	small := fyne.NewSize(1024, 652)
	for _, s := range []shot{
		{"sample", "light", 100, small, app.RU},
		{"sample", "light", 200, small, app.RU},
		{"sample", "light", 100, small, app.EN},
		{"sample", "light", 200, small, app.EN},
		{"long", "light", 200, small, app.RU},
	} {
		s.judge(t, work)
	}
}

// judge looks at every screen of a shot; names as long as people write them may be cut.
func (s shot) judge(t *testing.T, work string) {
	t.Helper()
	w := s.window(t)
	defer w.closeStore()
	look := func(screen string) {
		for _, fault := range faultsOf(w.win.Canvas(), s.data != "long") {
			t.Errorf("%s, %s, %s, %d %%: %s", screen, s.data, s.lang, s.percent, fault)
		}
	}
	look("start")
	w.OpenFile(filepath.Join(work, s.data+".tpark"))
	w.win.Resize(s.size)
	for _, e := range Screens() {
		if e.Page {
			w.desk.ShowCard(app.Place{Type: "park", ID: w.desk.Park})
		} else {
			w.navigate(e.ID)
		}
		look(e.ID)
	}
	over := &shell{Window: w, t: t}
	for _, d := range spokenOver() {
		d.open(t, over)
		w.win.Resize(s.size.SubtractWidthHeight(0, 1)) // as the pictures do
		w.win.Resize(s.size)
		look(d.name)
		for overlays := w.win.Canvas().Overlays(); overlays.Top() != nil; {
			overlays.Remove(overlays.Top())
		}
	}
}

// box is a part of the window.
type box struct{ left, top, right, bottom float32 }

func boxAt(at fyne.Position, size fyne.Size) box {
	return box{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

// and returns what two boxes share.
func (b box) and(o box) box {
	return box{max(b.left, o.left), max(b.top, o.top), min(b.right, o.right), min(b.bottom, o.bottom)}
}

// empty reports whether less than a pixel and a half is left of a box: letters are set in parts of one.
func (b box) empty() bool { return b.right-b.left < geometrySlack || b.bottom-b.top < geometrySlack }

// sides returns by how much a box reaches out of another at the sides, and above and below.
func (b box) sides(o box) (across, along float32) {
	return max(o.left-b.left, b.right-o.right), max(o.top-b.top, b.bottom-o.bottom)
}

const geometrySlack = 1.5

// placed is a text as it is seen.
type placed struct {
	text string
	box  box
	part *container.Scroll // what scrolls it; nil for none
}

// judge walks what is shown and notes what is wrong.
type judge struct {
	whole  bool // no line is cut
	faults []string
	texts  []placed
}

// faultsOf returns what is wrong with what lies on top in a window, where whole also which lines are cut.
func faultsOf(c fyne.Canvas, whole bool) []string {
	j, top := &judge{whole: whole}, c.Content()
	if over := c.Overlays().Top(); over != nil {
		top = over
	}
	all := boxAt(fyne.Position{}, c.Size())
	j.walk(top, fyne.Position{}, all, all, nil)
	j.overlaps()
	return j.faults
}

// overlaps looks for texts that lie on one another.
func (j *judge) overlaps() {
	for i, a := range j.texts {
		for _, b := range j.texts[:i] {
			if (a.part == nil || a.part != b.part) && !a.box.and(b.box).empty() {
				j.fault("%q lies on %q: %.0f and %.0f", a.text, b.text, a.box, b.box)
			}
		}
	}
}

// scroll walks what a scroller holds, in view or not, and then takes what is in view for a part of the window.
func (j *judge) scroll(s *container.Scroll, at fyne.Position, view box, objects []fyne.CanvasObject, path []string) {
	here := boxAt(at, s.Size())
	inside, wide := &judge{whole: j.whole}, scrolling(s.Direction, here)
	for _, child := range objects {
		inside.walk(child, at, wide, wide, path)
	}
	inside.overlaps()
	j.faults = append(j.faults, inside.faults...)
	for _, text := range inside.texts {
		if seen := text.box.and(view).and(here); !seen.empty() {
			j.texts = append(j.texts, placed{text.text, seen, s})
		}
	}
}

func (j *judge) fault(format string, args ...any) {
	j.faults = append(j.faults, fmt.Sprintf(format, args...))
}

// walk looks at o, whose parent begins at a point; of the parent view is seen, and within it texts have to keep
// to inside, which is wider than any window in the direction in which it scrolls.
func (j *judge) walk(o fyne.CanvasObject, from fyne.Position, inside, view box, path []string) {
	if !o.Visible() || o.Size().IsZero() && !isText(o) {
		return
	}
	at := from.Add(o.Position())
	here := boxAt(at, o.Size())
	if here.and(view).empty() && !isText(o) {
		return // scrolled away
	}
	switch o := o.(type) {
	case *canvas.Text:
		j.text(o, at, inside, view, path)
		return
	case *fyne.Container:
		for _, child := range o.Objects {
			j.walk(child, at, inside, view, path)
		}
		return
	}
	w, ok := o.(fyne.Widget)
	if !ok {
		return
	}
	path = append(path, fmt.Sprintf("%T", o))
	j.size(w, path)
	renderer := test.WidgetRenderer(w)
	if scroll := scrollOf(w); scroll != nil {
		j.scroll(scroll, at, view, renderer.Objects(), path)
		return
	}
	within := here
	if _, clips := renderer.(interface{ IsClip() }); clips { // an entry: the keyboard scrolls it
		within, view = scrolling(container.ScrollBoth, here), view.and(here)
	}
	for _, child := range renderer.Objects() {
		j.walk(child, at, within, view, path)
	}
}

func isText(o fyne.CanvasObject) bool { _, ok := o.(*canvas.Text); return ok }

// scrollOf returns the scroller a widget is, nil for any other.
func scrollOf(w fyne.Widget) *container.Scroll {
	switch w := w.(type) {
	case *container.Scroll:
		return w
	case *kit.Scroll:
		return &w.Scroll
	}
	return nil
}

// scrolling widens a box in the direction in which it scrolls.
func scrolling(to container.ScrollDirection, b box) box {
	const far = 1e6
	if to == container.ScrollBoth || to == container.ScrollHorizontalOnly {
		b.left, b.right = -far, far
	}
	if to == container.ScrollBoth || to == container.ScrollVerticalOnly {
		b.top, b.bottom = -far, far
	}
	return b
}

// size looks whether what is pressed, read or typed into has the size it asks for.
func (j *judge) size(w fyne.Widget, path []string) {
	said := ""
	switch w := w.(type) {
	case *kit.Button:
		if said = w.Text; w.Icon == nil {
			said = "" // the toolkit counts an icon that is not shown any more; its words are looked at as any text
		}
	case *kit.Link:
		said = w.Text()
	case *kit.Line:
		j.line(w, path)
		return
	case *kit.Bar:
		said = w.Text() // a figure is never cut
	case *kit.Prose:
		said = w.Text
	case *kit.Marked:
		said = w.Text
	case *widget.Label:
		if w.Truncation != fyne.TextTruncateOff {
			return
		}
		said = w.Text
	case *widget.Check:
		said = w.Text
	case *kit.Entry:
		said = w.Text
	case *kit.Input:
		said = w.Text
	default:
		return
	}
	if least, is := w.MinSize(), w.Size(); said != "" && (is.Width+geometrySlack < least.Width || is.Height+geometrySlack < least.Height) {
		j.fault("%q has %v and asks for %v, in %s", said, is, least, strings.Join(path, " "))
	}
}

// line looks whether a line is seen whole. That of a screen itself, in a low window, begins what its button «О списке» says.
func (j *judge) line(l *kit.Line, path []string) {
	if !j.whole || strings.HasSuffix(strings.Join(path, " "), "*kit.Screen *kit.Line") {
		return
	}
	for _, o := range test.WidgetRenderer(l).Objects() {
		if drawn, ok := o.(*canvas.Text); ok && strings.HasSuffix(drawn.Text, "…") && !strings.HasSuffix(l.Text(), "…") {
			j.fault("of %q is seen %q, in %s", l.Text(), drawn.Text, strings.Join(path, " "))
		}
	}
}

// text looks at one line of text.
func (j *judge) text(o *canvas.Text, at fyne.Position, inside, view box, path []string) {
	if strings.TrimSpace(o.Text) == "" {
		return
	}
	size := o.MinSize()
	switch spare := o.Size().Width - size.Width; {
	case o.Size().Width == 0 || o.Alignment == fyne.TextAlignLeading:
	case o.Alignment == fyne.TextAlignTrailing:
		at.X += spare
	default:
		at.X += spare / 2
	}
	drawn := boxAt(at, size)
	across, along := drawn.sides(inside)
	if across > geometrySlack || along > geometrySlack+2 {
		j.fault("%q, %.0f, reaches out of %.0f, in %s", o.Text, drawn, inside, strings.Join(path, " "))
	}
	if seen := drawn.and(view); !seen.empty() {
		j.texts = append(j.texts, placed{o.Text, seen, nil})
	}
}
