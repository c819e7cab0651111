package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Filter is the line that searches a list: Esc empties it, Down goes to the list.
type Filter struct {
	widget.Entry
	OnDown   func() // the Down key, which goes to the list; may be nil
	OnLeave  func() // Esc, or the way to the list: the place of the filter may be used for something else; may be nil
	OnEscape func() // Esc in an empty filter; may be nil
}

// NewFilter returns an empty filter; changed is called with every new text.
func NewFilter(placeholder string, changed func(string)) *Filter {
	f := &Filter{}
	f.PlaceHolder = placeholder
	f.OnChanged = changed
	f.Icon = theme.SearchIcon()
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is called by the toolkit.
func (f *Filter) CreateRenderer() fyne.WidgetRenderer { return barless(&f.Entry) }

// TakeBack undoes the last typing in the filter; false when there was none.
func (f *Filter) TakeBack() bool { return changes(&f.Entry, f.Undo) }

// TypeAgain makes again what TakeBack undid; false when there is nothing.
func (f *Filter) TypeAgain() bool { return changes(&f.Entry, f.Redo) }

// TypedKey is called by the toolkit.
func (f *Filter) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(f, key) {
		return
	}
	switch {
	case key.Name == fyne.KeyEscape && f.Text == "" && f.OnEscape != nil:
		f.OnEscape()
	case key.Name == fyne.KeyEscape:
		f.SetText("")
		f.leave()
	case key.Name == fyne.KeyDown && f.OnDown != nil:
		f.OnDown()
		f.leave()
	default:
		f.Entry.TypedKey(key)
	}
}

func (f *Filter) leave() {
	if f.OnLeave != nil {
		f.OnLeave()
	}
}
