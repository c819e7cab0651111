package assets

import (
	_ "embed"
	"strings"
)

// Whose work is in the program and on what terms: of the modules it is linked of, written
// by the test beside this file out of what those modules say themselves, and of what else
// is in it.
var (
	//go:embed licences/modules.txt
	moduleLicences string
	//go:embed licences/others.txt
	otherLicences string
)

// Licence says on what terms a piece of somebody's work is in the program.
type Licence struct {
	Name   string // of the work, with its version where it has one
	Kind   string // the licence, as SPDX calls it
	Text   string // the licence itself, with whose copyright it is
	Module bool   // a module of Go, or Go itself; otherwise it comes in without being one
}

// Licences returns the licences of all that is shipped: modules, fonts, data.
func Licences() []Licence {
	all := licencesIn(moduleLicences)
	for i := range all {
		all[i].Module = true
	}
	all = append(all, Licence{Name: "Liberation Serif, Liberation Sans 2.1.5", Kind: "OFL-1.1", Text: fontLicence})
	return append(all, licencesIn(otherLicences)...)
}

// licencesIn reads a list: «==== name · kind ====», then the text.
func licencesIn(list string) []Licence {
	var all []Licence
	for _, part := range strings.Split("\n"+list, "\n==== ")[1:] {
		head, text, _ := strings.Cut(part, " ====\n")
		name, kind, _ := strings.Cut(head, " · ")
		all = append(all, Licence{Name: name, Kind: kind, Text: strings.Trim(text, "\n") + "\n"})
	}
	return all
}
