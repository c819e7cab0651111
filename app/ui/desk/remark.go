package desk

import "technopark/app"

// WithRemarks adds to a text about the method or the rules of the year what staff ought to know
// of them, a line for each thing; kind is the kind of profile.
func (d *Desk) WithRemarks(text, kind string) string {
	for _, r := range d.Look().Set.Of(kind, d.Lang) {
		text += "\n" + app.MarkWarning.Before(r+".")
	}
	return text
}
