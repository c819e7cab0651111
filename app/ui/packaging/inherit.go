package packaging

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Inherit takes over what was chosen for the package, what is typed for it and what came out of the last
// one.
func (s *Package) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Package)
	if !ok {
		return nil
	}
	for i, box := range was.parts {
		s.parts[i].SetChecked(box.Checked)
	}
	s.form.files.SetChecked(was.form.files.Checked)
	s.dir.SetText(was.dir.Text)
	for _, pair := range [][2]*widget.RadioGroup{{was.kind, s.kind}, {was.form.lang, s.form.lang}, {was.form.form, s.form.form}} {
		if at := slices.Index(pair[0].Options, pair[0].Selected); at >= 0 {
			pair[1].SetSelected(pair[1].Options[at])
		}
	}
	s.Follow()
	s.reason.text.SetText(was.reason.text.Text)
	if was.told != nil && was.of.park == s.desk.Park && was.of.year == s.desk.Year {
		of := was.of
		s.say(was.told, was.made)
		s.of = of
		s.showOutcome()
	}
	return kit.TwinOf(had, kit.Twin{Was: was.dir, Is: s.dir}, kit.Twin{Was: was.reason.text, Is: s.reason.text})
}

var _ desk.Heir = (*Package)(nil)
