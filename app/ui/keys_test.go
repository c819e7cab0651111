package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
)

// typist works by keys alone and counts them: a value with the Enter after it is one, every
// other key is counted apart.
type typist struct {
	*shell
	values, others int
}

// value types a value where the cursor is and goes on.
func (p *typist) value(text string) {
	p.values++
	for _, r := range text {
		p.win.Canvas().Focused().TypedRune(r)
	}
	p.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// shortcut presses the shortcut of a menu item.
func (p *typist) shortcut(item *menuLine) {
	p.others++
	item.Action()
}

// goTo goes to a section that has a key of its own.
func (p *typist) goTo(typeKey string) { p.shortcut(p.menu.goes[typeKey]) }

// TestResidentWithContractAndReportByKeys holds what the whole entry of a resident costs: its
// values and no more than five other keys.
func TestResidentWithContractAndReportByKeys(t *testing.T) {
	p := &typist{shell: openShell(t, func(save func(app.Record)) {
		onePark(save)
		save(&app.Specialism{Name: "робототехника"})
	})}
	p.navigate("resident")
	p.shortcut(p.menu.add)
	for _, v := range []string{
		"Общество с ограниченной ответственностью «Ёлочка»", "ООО «Ёлочка»", "ооо", "7707083893", "773643301", "1127746509780", "62.01",
		"18.04.2010", "робо", "да", "внешний", "нет", "Иванова Мария", "+7 495 000-00-00", "office@example.org",
	} {
		p.value(v)
	}
	p.goTo("contract")
	p.shortcut(p.menu.add)
	for _, v := range []string{"С-2019/1", "01.02.2019", "соглашение", "10.02.2019"} {
		p.value(v)
	}
	p.goTo("resident_report")
	p.shortcut(p.menu.add)
	for i := range 18 {
		p.value(fmt.Sprint(1000 - 10*i))
	}
	p.win.Canvas().Unfocus()
	if p.values != 37 || p.others > 5 {
		t.Errorf("%d values and %d other keys", p.values, p.others)
	}
	residents, contracts, reports := p.list("resident"), p.list("contract"), p.list("resident_report")
	if len(residents) != 1 || len(contracts) != 1 || len(reports) != 1 {
		t.Fatalf("%d residents, %d contracts, %d reports", len(residents), len(contracts), len(reports))
	}
	r := residents[0].(*app.Resident)
	if r.Email != "office@example.org" || r.Specialism == 0 || r.Innovative != app.Yes() || r.LegalForm != "ooo" || r.Residency.Status != app.StatusResident {
		t.Errorf("the resident is %+v", r)
	}
	c := contracts[0].(*app.Contract)
	if c.Resident != r.ID || c.Kind != app.ContractResidency || c.From != app.Day(2019, 2, 10) {
		t.Errorf("the contract is %+v", c)
	}
	report := reports[0].(*app.ResidentReport)
	if report.Resident != r.ID || report.Headcount != app.Of(app.Count(1000)) || !report.Revenue.Given() || report.Period != app.YearPeriod(2020) {
		t.Errorf("the report is %+v", report)
	}
}

// TestTwentyRoomsOfAFloorByKeys: after the first room each costs its area and one key.
func TestTwentyRoomsOfAFloorByKeys(t *testing.T) {
	p := &typist{shell: openShell(t, func(save func(app.Record)) { onePark(save) })}
	p.navigate("room")
	p.shortcut(p.menu.add)
	for _, v := range []string{"Корпус А", "2", "201", "офис", "20,5", "да"} {
		p.value(v)
	}
	for i := range 19 {
		p.shortcut(p.menu.another)
		p.value(fmt.Sprintf("%d,25", 21+i))
	}
	p.win.Canvas().Unfocus()
	if p.values != 25 || p.others != 20 {
		t.Errorf("%d values and %d other keys", p.values, p.others)
	}
	rooms := app.As[app.Room](p.list("room"))
	if len(rooms) != 20 {
		t.Fatalf("%d rooms", len(rooms))
	}
	for i, r := range rooms {
		want := app.Room{Head: r.Head, Building: "Корпус А", Floor: "2", Number: fmt.Sprint(201 + i), Kind: "office", Leasable: app.Yes(), Area: r.Area}
		if *r != want || i > 0 && r.Area != app.Of(app.Quantity(21_250+1000*(i-1))) {
			t.Errorf("room %d is %+v", i+1, *r)
		}
	}
	if len(app.As[app.Room](p.list("room"))) != 20 || p.asked() != "" {
		t.Errorf("asked %q", p.asked())
	}
}

func TestCopyingFromTheMenu(t *testing.T) {
	var c *app.Contract
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		r := resident(park, "Альфа")
		save(r)
		c = &app.Contract{Head: app.Head{Park: park.ID}, Resident: r.ID, Number: "А-1", Kind: app.ContractLease, Area: app.Of(app.Units(40))}
		save(c)
	})
	screen := s.records("contract")
	s.menu.duplicate.Action()
	if !screen.isDraft() || len(s.list("contract")) != 1 || screen.Form.Field("number").Text != "" || screen.Form.Field("area").Text != "40,0" {
		t.Fatalf("draft %t, number %q, area %q", screen.isDraft(), screen.Form.Field("number").Text, screen.Form.Field("area").Text)
	}
	if s.win.Canvas().Focused() != screen.Form.Field("number") {
		t.Errorf("the keyboard is in %v", s.win.Canvas().Focused())
	}
	screen.Form.Field("number").TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if screen.isDraft() {
		t.Error("Esc does not give the copy up")
	}
	s.menu.duplicate.Action()
	s.typeInto(screen, "number", "А-2")
	s.tab()
	recs := s.list("contract")
	if len(recs) != 2 || recs[1].(*app.Contract).Number != "А-2" || recs[1].(*app.Contract).Area != c.Area {
		t.Errorf("kept are %v", recs)
	}
	s.navigate("journal")
	s.menu.refresh()
	if !s.menu.duplicate.Disabled || !s.menu.another.Disabled {
		t.Error("a journal can be copied")
	}
}

// Whoever presses «+» means larger, on whichever key of the keyboard it stands.
func TestEveryPlusMakesTextsLarger(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	var act func(items []*fyne.MenuItem, keys shortcut) func()
	act = func(items []*fyne.MenuItem, keys shortcut) func() { // as the toolkit looks for keys
		for _, item := range items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == keys.ShortcutName() {
				return item.Action
			}
			if item.ChildMenu != nil {
				if do := act(item.ChildMenu.Items, keys); do != nil {
					return do
				}
			}
		}
		return nil
	}
	for _, pressed := range []struct {
		key  fyne.KeyName
		with fyne.KeyModifier
		want int
	}{
		{fyne.KeyEqual, ctrl, 1},
		{fyne.KeyEqual, ctrlShift, 1},
		{fyne.KeyPlus, ctrl, 1},
		{fyne.KeyPlus, ctrlShift, 1},
		{fyne.KeyMinus, ctrl, -1},
		{fyne.KeyMinus, ctrlShift, -1},
	} {
		s.scaleText(100)
		var do func()
		for _, m := range s.menu.main.Items {
			if do == nil {
				do = act(m.Items, shortcutOf(pressed.key, pressed.with))
			}
		}
		if do == nil {
			t.Errorf("nothing follows %s with %d", pressed.key, pressed.with)
			continue
		}
		do()
		sizes := textPercents()
		if want := sizes[slices.Index(sizes, 100)+pressed.want]; s.settings.TextPercent != want {
			t.Errorf("%s with %d makes texts %d %%, want %d", pressed.key, pressed.with, s.settings.TextPercent, want)
		}
	}
}
