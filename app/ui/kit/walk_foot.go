package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// WalkFoot is the end of a page of a walk: what giving it up stands at the left, what leads on at the right, and
// between them what the step would do. Where the words have no room there they stand over the buttons, whole: they say what
// can be taken back.
type WalkFoot struct {
	widget.BaseWidget
	note *Prose
	gap  fyne.CanvasObject // between the buttons, as wide as they leave
	row  *fyne.Container
}

// NewWalkFoot returns a foot without words; giveUp is nil where a walk is left by going elsewhere.
func NewWalkFoot(giveUp *Button, on ...*Button) *WalkFoot {
	f := &WalkFoot{note: NewProse(""), gap: Gap(0)}
	f.note.Importance = widget.LowImportance
	var all []fyne.CanvasObject
	if giveUp != nil {
		all = append(all, giveUp)
	}
	all = append(all, f.gap)
	for _, b := range on {
		all = append(all, b)
	}
	f.row = NewFlowWith(f.gap, all...)
	f.ExtendBaseWidget(f)
	return f
}

// Say changes the words; «» for none.
func (f *WalkFoot) Say(text string) {
	f.note.SetText(text)
	f.Refresh()
}

// Said returns the words.
func (f *WalkFoot) Said() string { return f.note.Text }

// CreateRenderer is called by the toolkit.
func (f *WalkFoot) CreateRenderer() fyne.WidgetRenderer { return &walkFootRenderer{f} }

type walkFootRenderer struct{ foot *WalkFoot }

// place sets the row out in a width and returns how high the words over it are, 0 where they stand in it.
func (r *walkFootRenderer) place(wide float32) (over float32) {
	f := r.foot
	settled(f.row, wide)
	f.note.Hidden = f.note.Text == ""
	words := width(f.note.Text, Size(theme.SizeNameText), fyne.TextStyle{}) + 2*Size(theme.SizeNameInnerPadding) + 2
	if f.note.Hidden || words <= f.gap.Size().Width {
		return 0
	}
	return settled(f.note, wide)
}

// Layout is called by the toolkit.
func (r *walkFootRenderer) Layout(room fyne.Size) {
	f := r.foot
	over := r.place(room.Width)
	f.row.Move(fyne.NewPos(0, over))
	f.note.Move(fyne.Position{})
	if over > 0 || f.note.Hidden {
		return
	}
	f.note.Resize(fyne.NewSize(f.gap.Size().Width, f.note.MinSize().Height))
	beside := f.gap.Position()
	f.note.Move(fyne.NewPos(beside.X, beside.Y+(f.gap.Size().Height-f.note.Size().Height)/2))
}

// MinSize is called by the toolkit; the height is that at the width there is.
func (r *walkFootRenderer) MinSize() fyne.Size {
	f := r.foot
	wide := f.Size().Width
	if wide == 0 {
		return f.row.MinSize()
	}
	over := r.place(wide)
	least := f.row.MinSize()
	return fyne.NewSize(least.Width, over+least.Height)
}

// Refresh is called by the toolkit.
func (r *walkFootRenderer) Refresh() { redraw(r, r.foot) }

// Objects is called by the toolkit.
func (r *walkFootRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.foot.note, r.foot.row}
}

// Destroy is called by the toolkit.
func (r *walkFootRenderer) Destroy() {}
