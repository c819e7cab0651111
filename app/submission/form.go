package submission

import (
	"strings"

	"technopark/app"
)

// Form is how the papers of a package are worded: in which language, and whether lines
// that say nothing are left out.
type Form struct {
	Lang       app.Lang // Russian when empty
	Compressed bool     // without the lines that say nothing
}

// known returns the form with its language named.
func (f Form) known() Form {
	if f.Lang != app.EN {
		f.Lang = app.RU
	}
	return f
}

// Key returns app.FormFull or app.FormCompressed.
func (f Form) Key() string {
	if f.Compressed {
		return app.FormCompressed
	}
	return app.FormFull
}

// formOf returns the form a revision was first made in.
func formOf(rev *app.Revision) Form {
	return Form{Lang: app.Lang(rev.Lang), Compressed: rev.Form == app.FormCompressed}.known()
}

// beside returns what the name of a file has in brackets when its form is not the own one of
// what it is beside: « (English)», « (сжатая форма)»; «» when it is.
func (f Form) beside(own Form) string {
	f, own = f.known(), own.known()
	var said []string
	if f.Lang != own.Lang {
		said = append(said, app.L("русский", "English").In(f.Lang))
	}
	if f.Compressed != own.Compressed {
		name := app.L("полная форма", "full")
		if f.Compressed {
			name = app.L("сжатая форма", "compressed")
		}
		said = append(said, name.In(f.Lang))
	}
	if len(said) == 0 {
		return ""
	}
	return " (" + strings.Join(said, ", ") + ")"
}
