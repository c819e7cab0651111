package regulation

import (
	"technopark/app"
	"technopark/app/composite"
	"technopark/app/disk"
	"technopark/app/formula"
	"technopark/app/rating"
)

// OpenComposite reads from the file under a path how an index is made of a table of values:
// a file that says nothing else, or the [rating] of a methodology profile. What cannot be read
// or used is refused.
func OpenComposite(path string) (*composite.Index, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	x, err := rating.LoadComposite(f.Name, f.TOML)
	return x, app.About(path, refuse(err))
}

// OpenValues reads a table of values from the file under a path.
func OpenValues(path string) (*composite.Table, error) {
	raw, err := disk.Read(path, mostValues, app.ErrTooBig)
	if err != nil {
		return nil, err
	}
	if len(raw) == 0 {
		return nil, app.About(path, app.ErrEmptyFile)
	}
	text, _, err := formula.Text(raw)
	if err != nil {
		return nil, &app.Refusal{ID: "err.values_unread", Data: map[string]any{"File": path}, Cause: err}
	}
	table, err := composite.ReadTable(text)
	return table, app.About(path, err)
}

// mostValues is the size above which a table of values is not read.
const mostValues = 64 << 20
