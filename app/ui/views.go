package ui

import (
	"slices"

	"technopark/app/ui/kit"
)

// listViews is what is kept of one list between runs.
type listViews struct {
	Last  kit.View   `toml:"last,omitempty"`  // as it was shown last
	Named []kit.View `toml:"named,omitempty"` // views the user gave a name
}

// keptViews returns how a list was shown last, and its named views.
func (w *Window) keptViews(list string) (last kit.View, named []kit.View) {
	kept := w.settings.Lists[list]
	return kept.Last, slices.Clone(kept.Named)
}

// keepViews keeps how a list is shown, and its named views.
func (w *Window) keepViews(list string, last kit.View, named []kit.View) {
	if w.settings.Lists == nil {
		w.settings.Lists = map[string]listViews{}
	}
	w.settings.Lists[list] = listViews{Last: last, Named: slices.Clone(named)}
	w.remember()
}
