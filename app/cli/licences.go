package cli

import (
	"fmt"
	"strings"

	"technopark/app"
	"technopark/assets"
)

// licencesCommand says whose work is in the program and on what terms.
type licencesCommand struct {
	Work string `arg:"" optional:"" place:""` // a part of a name: the texts of those that have it
	JSON bool   `name:"json"`
}

// licenceJSON is one of them.
type licenceJSON struct {
	Name    string `json:"name"`    // of the work, with its version where it has one
	Licence string `json:"licence"` // as SPDX calls it
	Text    string `json:"text"`    // all of it
}

// Run lists them, or prints the texts of those that are named.
func (c licencesCommand) Run(s *session) error {
	found := []licenceJSON{}
	for _, l := range assets.Licences() {
		if strings.Contains(app.Fold(l.Name), app.Fold(c.Work)) {
			found = append(found, licenceJSON{l.Name, l.Kind, l.Text})
		}
	}
	if len(found) == 0 {
		return &app.Refusal{ID: "cli.licences.none", Data: map[string]any{"What": c.Work}}
	}
	if c.JSON {
		return s.printJSON(map[string]any{"licences": found})
	}
	for _, l := range found {
		fmt.Fprintf(s.Stdout, "%s — %s\n", l.Name, l.Licence)
		if c.Work != "" {
			fmt.Fprintln(s.Stdout, "\n"+l.Text)
		}
	}
	if c.Work == "" {
		s.say("cli.licences.more", nil)
	}
	return nil
}
