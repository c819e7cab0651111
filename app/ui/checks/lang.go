package checks

import (
	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// langChoice chooses the language of the protocol and the letters, which need not be that of
// the window: who reads them is somebody else.
type langChoice struct {
	box   *kit.Select
	codes []app.Lang // in the order of the box
}

// newLangChoice offers the languages that papers can be in, the first of them chosen.
func newLangChoice(d *desk.Desk) *langChoice {
	c := &langChoice{}
	field, _ := app.TypeByKey("revision").Field("lang")
	var names []string
	for _, o := range field.Options {
		c.codes = append(c.codes, app.Lang(o.Code))
		names = append(names, d.T("ui.check.papers_in", "Lang", o.Label.In(d.Lang)))
	}
	c.box = kit.NewSelect(names)
	c.box.SetSelectedIndex(0)
	return c
}

func (c *langChoice) chosen() app.Lang { return c.codes[max(0, c.box.SelectedIndex())] }
