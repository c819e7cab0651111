package ui

import (
	"errors"

	"technopark/app/ui/kit"
)

// log notes an unforeseen error for developers and returns the path of the file that tells of
// it: of the log, or of a note of its own for a panic; empty when there is none.
func (w *Window) log(fault error) string {
	var panicked *kit.PanicError
	if errors.As(fault, &panicked) {
		return w.options.Log.Panicked(panicked.Value, panicked.Stack)
	}
	w.options.Log.Failed("window", fault, "screen", w.shown)
	return w.options.Log.Path()
}
