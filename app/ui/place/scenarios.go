package place

import (
	"context"
	"errors"
	"math/big"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// scenarios is what was tried in the year and kept by name: one is chosen, what is tried now is
// kept as another.
type scenarios struct {
	desk   *desk.Desk
	whatIf *whatIf
	all    []*app.Scenario // of the park and year
	chosen int64           // id; 0 for none
	pick   *kit.Select
	keep   *kit.Button
	shown  fyne.CanvasObject
	wanted int64 // to be tried once the year is computed; 0 for none
	quiet  bool  // the program writes: nothing is loaded
}

func newScenarios(d *desk.Desk) *scenarios {
	s := &scenarios{desk: d, pick: kit.NewSelect(nil)}
	s.pick.OnChanged = s.onPick
	s.keep = kit.NewButton(d.T("ui.place.save_as"), s.onKeep)
	label := container.NewCenter(kit.NewWords(d.T("ui.place.scenario"), kit.ColorMuted, theme.SizeNameText))
	s.shown = container.NewBorder(nil, nil, label, s.keep, s.pick)
	return s
}

// show lists the scenarios as they are kept now.
func (s *scenarios) show() {
	d := s.desk
	s.all = nil
	for _, rec := range app.All[app.Scenario](d.Part("scenario"), "scenario") {
		if rec.Period == app.YearPeriod(d.Year) {
			s.all = append(s.all, rec)
		}
	}
	names, at := []string{d.T("ui.place.no_scenario")}, 0
	for i, sc := range s.all {
		names = append(names, sc.Title)
		if sc.ID == s.chosen {
			at = i + 1
		}
	}
	if at == 0 {
		s.chosen = 0
	}
	s.quiet = true
	s.pick.Options = names
	s.pick.SetSelectedIndex(at)
	s.quiet = false
	s.allow()
}

// allow says whether what is tried can be kept.
func (s *scenarios) allow() {
	switch {
	case s.desk.ReadOnly():
		s.keep.Forbid(s.desk.T("ui.place.read_only"))
	case s.whatIf.scenario().Empty():
		s.keep.Forbid(s.desk.T("ui.place.nothing_to_keep"))
	default:
		s.keep.Forbid("")
	}
}

// onPick tries the chosen scenario.
func (s *scenarios) onPick(string) {
	if s.quiet {
		return
	}
	at := s.pick.SelectedIndex()
	if at < 1 || at > len(s.all) {
		s.chosen = 0
		s.whatIf.reset()
		return
	}
	s.load(s.all[at-1])
}

// load moves the levers as a scenario has them. What is there no more is left out and told.
func (s *scenarios) load(sc *app.Scenario) {
	w := s.whatIf
	s.chosen = sc.ID
	w.clear()
	gone := 0
	for _, c := range changesOf(s.desk, w.seen, sc) {
		if c.gone {
			gone++
			continue
		}
		w.row(c.lever).set(c.more)
	}
	w.changed()
	w.scroll.Content.Refresh()
	w.scroll.Refresh()
	if gone > 0 {
		kit.Tell(s.desk.Window, sc.Title, s.desk.N("ui.place.gone", gone), s.desk.T("ui.place.understood"))
	}
}

// forget chooses none: the levers were all taken back.
func (s *scenarios) forget() {
	s.chosen = 0
	s.show()
}

// change is one change of a scenario over the records as they are.
type change struct {
	lever lever
	more  *big.Rat
	gone  bool // there is no such lever any more
}

func changesOf(d *desk.Desk, seen *desk.Stand, sc *app.Scenario) []change {
	var all []change
	for _, line := range sc.Lines() {
		l, there := leverOf(d, seen, line.What)
		more, number := amount(line.More)
		all = append(all, change{l, more, !there || !number})
	}
	return all
}

// amount reads how much more there is; it may come from a file of strangers.
func amount(text string) (*big.Rat, bool) {
	const longest = 60
	if len(text) > longest || strings.Trim(text, "-/0123456789") != "" {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// tryWanted tries the scenario that was asked for before the year was computed.
func (s *scenarios) tryWanted() {
	for _, sc := range s.all {
		if sc.ID == s.wanted {
			s.wanted = 0
			s.load(sc)
			s.show()
			return
		}
	}
}

// onKeep asks for a name and keeps what is tried under it.
func (s *scenarios) onKeep() {
	d := s.desk
	var shown *dialog.CustomDialog
	message := widget.NewLabel("")
	message.Importance = widget.DangerImportance
	message.Hide()
	name := kit.NewEntry(nil)
	for _, sc := range s.all {
		if sc.ID == s.chosen {
			name.SetText(sc.Title)
		}
	}
	save := func() {
		fault := s.save(app.Clean(name.Text))
		if fault == "" {
			shown.Hide()
			return
		}
		message.SetText(fault)
		message.Show()
		d.Window.Canvas().Focus(name)
	}
	name.OnSubmitted = func(string) { save() }
	keep := kit.NewPrimary(d.T("ui.place.keep"), theme.DocumentSaveIcon(), save)
	cancel := kit.NewButton(d.T("ui.cancel"), func() { shown.Hide() })
	leave := func() { shown.Hide() }
	name.OnEscape, keep.OnEscape, cancel.OnEscape = leave, leave, leave
	label := kit.MutedLabel(d.T("ui.place.scenario_name"))
	page := container.NewVBox(label, kit.Chars(30, name), message, kit.NewFoot(keep, cancel))
	shown = kit.NewDialog(d.T("ui.place.keep_title"), container.NewPadded(page), d.Window)
	kit.GiveBack(d.Window, shown, s.keep)
	shown.Show()
	d.Window.Canvas().Focus(name)
}

// save keeps what is tried under a name, in the place of the scenario of that name where there is
// one; it returns what is in the way, in words.
func (s *scenarios) save(name string) string {
	d := s.desk
	if name == "" {
		return d.T("ui.place.name_it")
	}
	rec := &app.Scenario{Head: app.Head{Park: d.Park}, Period: app.YearPeriod(d.Year), Title: name}
	for _, other := range s.all {
		if app.Fold(other.Title) == app.Fold(name) {
			rec = app.Clone(other)
			rec.Title = name
		}
	}
	rec.SetLines(s.whatIf.lines())
	err := d.Store.Change(d.Ctx(), d.T("step.scenario", "Name", name), func(tx app.Tx) error { return tx.Save(d.Ctx(), rec) })
	if errors.Is(err, app.ErrOvertaken) {
		d.Changed() // what is tried is now compared with what others kept
	}
	var faults app.FieldErrors
	switch {
	case errors.As(err, &faults) && len(faults) > 0:
		return faults[0].Message.In(d.Lang)
	case err != nil:
		return d.Say(err)
	}
	s.chosen = rec.ID
	d.Changed()
	s.show()
	return ""
}

// remove deletes a scenario; undo brings it back.
func (s *scenarios) remove(sc *app.Scenario) bool {
	err := s.desk.Store.Delete(context.Background(), sc)
	if err != nil {
		s.desk.Fail(err)
		return false
	}
	s.desk.Changed()
	s.show()
	return true
}
