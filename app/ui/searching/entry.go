package searching

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/app/ui/kit"
)

// entry is the line of the words; keys that walk go to the results.
type entry struct {
	kit.Filter
	onKey func(*fyne.KeyEvent) bool // takes a key, or leaves it to the line
}

func newEntry(hint string, changed func(string)) *entry {
	e := &entry{}
	e.PlaceHolder, e.OnChanged, e.Icon = hint, changed, theme.SearchIcon()
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is called by the toolkit.
func (e *entry) TypedKey(key *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(key) {
		return
	}
	e.Filter.TypedKey(key)
}
