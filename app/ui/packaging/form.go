package packaging

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// formChoice asks in which language and form the papers are to be, in the words with which
// a kept revision says so, and whether they carry the files of the documents.
type formChoice struct {
	lang, form *widget.RadioGroup
	files      *kit.Check // of the documents, to be carried inside
	in         app.Lang   // of the window
}

func newFormChoice(d *desk.Desk, changed func()) *formChoice {
	in := d.Lang
	c := &formChoice{in: in, lang: optionRadio("lang", in), form: optionRadio("form", in), files: kit.NewCheck(d.T("ui.package.carry"))}
	for _, group := range []*widget.RadioGroup{c.lang, c.form} {
		group.OnChanged = func(string) { changed() }
	}
	c.files.Checked = true
	return c
}

// optionRadio asks for one of the answers of a field of a revision; the first is chosen.
func optionRadio(key string, in app.Lang) *widget.RadioGroup {
	field, _ := app.TypeByKey("revision").Field(key)
	var labels []string
	for _, o := range field.Options {
		labels = append(labels, o.Label.In(in))
	}
	group := widget.NewRadioGroup(labels, nil)
	group.Required, group.Horizontal = true, true
	group.SetSelected(labels[0])
	return group
}

// optionCode returns the code of the answer that is chosen.
func optionCode(group *widget.RadioGroup, key string, in app.Lang) string {
	field, _ := app.TypeByKey("revision").Field(key)
	for _, o := range field.Options {
		if o.Label.In(in) == group.Selected {
			return o.Code
		}
	}
	return ""
}

// chosen returns what was answered.
func (c *formChoice) chosen() submission.Form {
	return submission.Form{Lang: app.Lang(optionCode(c.lang, "lang", c.in)), Compressed: optionCode(c.form, "form", c.in) == app.FormCompressed}
}

// largeText reports whether a question and its answers are too wide for one line.
func largeText() bool { return kit.Size(theme.SizeNameText) > 22 }

// rows puts the questions under each other, each on one line while the text is not large:
// all of the screen has to be seen at once.
func (c *formChoice) rows(d *desk.Desk) fyne.CanvasObject {
	return container.New(&questions{c, layout.NewFormLayout()}, kit.MutedLabel(d.T("ui.package.lang")), c.lang, kit.MutedLabel(d.T("ui.package.form")), c.form,
		kit.MutedLabel(d.T("ui.package.files")), c.files)
}

// questions is the layout of the questions: beside each its answers or, where texts are large,
// under it.
type questions struct {
	of   *formChoice
	side fyne.Layout
}

// turn stands the answers as the size of text demands.
func (q *questions) turn() {
	wide := !largeText()
	q.side = layout.NewVBoxLayout()
	if wide {
		q.side = layout.NewFormLayout()
	}
	for _, group := range []*widget.RadioGroup{q.of.lang, q.of.form} {
		if group.Horizontal != wide {
			group.Horizontal = wide
			group.Refresh()
		}
	}
}

// Layout is called by the toolkit.
func (q *questions) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	q.turn()
	q.side.Layout(objects, room)
}

// MinSize is called by the toolkit.
func (q *questions) MinSize(objects []fyne.CanvasObject) fyne.Size {
	q.turn()
	return q.side.MinSize(objects)
}
