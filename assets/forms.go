package assets

import (
	"embed"
	"fmt"
)

// Forms with names in their cells, as examples of what staff make of the forms of others. A test
// of app/template makes them (go test ./app/template -run Shipped -update).
//
//go:embed forms/*.xlsx
var forms embed.FS

// Form is an example of a form to be filled.
type Form struct {
	Name string // by which it is asked for
	XLSX []byte // the caller's own
}

// Forms returns the examples: the passport of a park after the fields of the federal
// geo-information system of parks, and the register of residents that regional confirmations ask
// for.
func Forms() []Form {
	var all []Form
	for _, name := range []string{"passport", "residents"} {
		data, err := forms.ReadFile("forms/" + name + ".xlsx")
		if err != nil {
			panic(fmt.Sprintf("embedded file: %v", err)) // a fault of the build
		}
		all = append(all, Form{name, data})
	}
	return all
}
