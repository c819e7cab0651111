package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// seenLines returns what the navigation shows from the top, heads in their capitals.
func (s *shell) seenLines() []string {
	var seen []string
	for _, line := range s.nav.lines {
		if line.Visible() {
			seen = append(seen, line.label.Text())
		}
	}
	return seen
}

func (s *shell) head(section app.Section) *navLine {
	for _, line := range s.nav.lines {
		if line.heads() && line.entry.Section == section {
			return line
		}
	}
	s.t.Fatalf("no head of %s", section.Key())
	return nil
}

func (s *shell) navKeys(names ...fyne.KeyName) {
	for _, name := range names {
		desktest.Key(s.nav, name)
	}
}

func TestNavigationFoldsByKeysAndRemembers(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.navigate("contract")
	s.focusNavigation()
	all := len(s.seenLines())
	s.navKeys(fyne.KeyLeft)
	if seen := strings.Join(s.seenLines(), ","); strings.Contains(seen, "Рабочие места") || !strings.Contains(seen, "Договоры") {
		t.Errorf("folded, the section of the screen in view shows %s", seen)
	}
	if s.shown != "contract" || s.nav.at != s.head(app.SectionResidents) {
		t.Errorf("folding went to %s", s.shown)
	}
	s.navKeys(fyne.KeyRight)
	if got := len(s.seenLines()); got != all {
		t.Errorf("opened again, %d lines of %d", got, all)
	}
	test.Tap(s.head(app.SectionPark))
	if seen := strings.Join(s.seenLines(), ","); !strings.Contains(seen, "Помещения") {
		t.Errorf("a press does not open a section: %s", seen)
	}
	again := loadSettings(s.options.SettingsDir)
	if folded, known := again.Folded["park"]; !known || folded {
		t.Errorf("remembered %v", again.Folded)
	}
	if w := newNavigation(s.desk, s.entries, again.Folded, func(string) {}); w.folded[app.SectionPark] || !w.folded[app.SectionMethod] {
		t.Error("the next run does not begin as this one ended")
	}
}

func TestNavigationWalksOverHeadsAndOpensByEnter(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.navigate("project")
	s.focusNavigation()
	s.navKeys(fyne.KeyDown)
	if s.nav.at != s.head(app.SectionReports) || s.shown != "project" {
		t.Fatalf("below the last screen of a section is %q, in view %s", s.nav.at.label.Text(), s.shown)
	}
	s.navKeys(fyne.KeyReturn)
	if seen := strings.Join(s.seenLines(), ","); strings.Contains(seen, "Отчёты УК") {
		t.Errorf("Enter does not fold: %s", seen)
	}
	s.navKeys(fyne.KeyReturn, fyne.KeyDown)
	if s.shown != "collect" || s.win.Canvas().Focused() != fyne.Focusable(s.nav) {
		t.Errorf("the arrows show %s", s.shown)
	}
	s.navKeys(fyne.KeyEnd)
	if s.shown != "package" {
		t.Errorf("End goes to %s", s.shown)
	}
	s.navKeys(fyne.KeyHome)
	if s.nav.at != s.nav.lines[0] {
		t.Errorf("Home goes to %q", s.nav.at.label.Text())
	}
}

func TestAFoldedSectionSumsItsBadges(t *testing.T) {
	s := sampleShell(t)
	head := s.head(app.SectionReports)
	if got := head.warnings.Text(); got != "" {
		t.Errorf("an open section says %q itself", got)
	}
	sum := 0
	for _, line := range s.nav.lines {
		if !line.heads() && line.entry.Section == app.SectionReports && line.entry.Pin == PinNone {
			sum += line.badge.warnings
		}
	}
	s.nav.fold(app.SectionReports, true)
	if got, want := head.warnings.Text(), desk.Badge(app.MarkWarning, sum); got != want || sum == 0 {
		t.Errorf("folded it says %q, not %q", got, want)
	}
}

// All that is open at first stands in a window of 1366 × 768 without scrolling, and the
// package is in view whatever is scrolled.
func TestNavigationHasRoomForAllThatIsOpen(t *testing.T) {
	s := sampleShell(t)
	s.win.Resize(fyne.NewSize(1366, 690)) // 768 without a title, a menu and the system's bar
	if content, place := s.nav.groups.MinSize().Height, s.nav.scroll.Size().Height; content > place {
		t.Errorf("the sections are %v high in %v", content, place)
	}
	for _, section := range app.Sections() {
		s.nav.fold(section, false)
	}
	line := s.nav.line("package")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(line)
	if bottom := at.Y + line.Size().Height; bottom > 690 || !line.Visible() {
		t.Errorf("with everything open the package ends at %v", bottom)
	}
}

// No name of a screen is cut beside what waits behind it, whatever the size of text, folded or not.
func TestNamesOfTheNavigationAreSeenWhole(t *testing.T) {
	s := sampleShell(t)
	s.win.Resize(fyne.NewSize(1900, 900))
	for _, percent := range []int{80, 90, 100, 150} {
		s.scaleText(percent)
		for _, folded := range []bool{true, false} {
			for _, section := range app.Sections() {
				s.nav.fold(section, folded)
			}
			for _, line := range s.nav.lines {
				if line.Visible() && line.label.Size().Width < line.label.Room() {
					t.Errorf("%d %%: %q has %v of %v", percent, line.label.Text(), line.label.Size().Width, line.label.Room())
				}
			}
		}
	}
}

func TestEverySectionOfTheCatalogueHasAHeadWithScreens(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	for _, section := range app.Sections() {
		head, lines := s.head(section), 0
		for _, line := range s.nav.lines {
			if !line.heads() && line.entry.Section == section && line.entry.Pin == PinNone {
				lines++
			}
		}
		if lines == 0 || strings.Contains(head.label.Text(), "ui.") {
			t.Errorf("%s: %q with %d screens", section.Key(), head.label.Text(), lines)
		}
	}
}

func TestANarrowWindowShowsOneThingAtATime(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	s.navigate("resident")
	s.win.Resize(fyne.NewSize(790, 600))
	if s.frame.nav.Visible() || !s.frame.page.Visible() || !s.header.sections.Visible() {
		t.Fatal("a narrow window shows the navigation beside the screen")
	}
	s.focusNavigation()
	if !s.frame.nav.Visible() || s.frame.page.Visible() || s.win.Canvas().Focused() != fyne.Focusable(s.nav) {
		t.Fatal("Ctrl+L does not show the navigation")
	}
	s.navKeys(fyne.KeyDown)
	if s.shown != "resident" || !s.frame.nav.Visible() {
		t.Errorf("an arrow opens %s", s.shown)
	}
	s.navKeys(fyne.KeyReturn)
	if s.shown != "contract" || s.frame.nav.Visible() || !s.frame.page.Visible() {
		t.Errorf("Enter shows %s, the navigation stays: %v", s.shown, s.frame.nav.Visible())
	}
	test.Tap(s.header.sections)
	if !s.frame.nav.Visible() {
		t.Error("the button does not show the navigation")
	}
	s.navKeys(fyne.KeyEscape)
	if s.frame.nav.Visible() || s.shown != "contract" {
		t.Error("Esc does not go back to the screen")
	}
	s.win.Resize(fyne.NewSize(1200, 600))
	if !s.frame.nav.Visible() || !s.frame.page.Visible() || s.header.sections.Visible() {
		t.Error("wide again, the window is still narrow")
	}
}

func TestTheBarsAreAsHighAsTheyShouldBe(t *testing.T) {
	s := sampleShell(t)
	s.win.Resize(fyne.NewSize(1366, 1000)) // not low
	for _, percent := range []int{100, 200} {
		s.scaleText(percent)
		for name, height := range map[string][2]float32{
			"park": {s.frame.bar.Size().Height, kit.Pixels(40)}, "status": {s.frame.status.Size().Height, kit.Pixels(24)},
		} {
			if height[0] != height[1] {
				t.Errorf("%d %%: the bar %s is %v high, not %v", percent, name, height[0], height[1])
			}
		}
	}
}

func TestTheWindowIsNamedAfterParkAndFile(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	if got, want := s.win.Title(), s.desk.TitleOf("park", 1)+" — парк.tpark — Технопарк"; got != want {
		t.Errorf("the title is %q, not %q", got, want)
	}
	s.closeStore()
	s.showStart()
	if got := s.win.Title(); got != "Технопарк" {
		t.Errorf("without a file the title is %q", got)
	}
}

func TestKeysInMenusAreWords(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	labels := ""
	for _, menu := range s.menu.main.Items {
		for _, item := range menu.Items {
			labels += item.Label + "\n"
			if keyed, ok := item.Shortcut.(fyne.KeyboardShortcut); ok {
				t.Errorf("the toolkit writes the keys of %q: %v", item.Label, keyed)
			}
		}
	}
	for _, want := range []string{"Ctrl+N", "Ctrl+Shift+N", "Ctrl+Del", "Ctrl+PgUp", "F1", "Ctrl++"} {
		if !strings.Contains(labels, want+"\n") {
			t.Errorf("no %q in the menus:\n%s", want, labels)
		}
	}
	if got := shortcutOf(fyne.KeyN, ctrl); got != "CustomDesktop:Control+N" {
		t.Errorf("the toolkit does not know the shortcut %q", got)
	}
}

func TestF1OpensTheGuideWhereverTheKeyboardIs(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("resident")
	for _, with := range []fyne.Focusable{screen.Table, screen.Form.Field("name"), s.nav, s.header.year} {
		s.win.Canvas().Focus(with)
		with.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		if !strings.Contains(s.asked(), s.desk.T("ui.guide.title")) {
			t.Fatalf("F1 in %T says %q", with, s.asked())
		}
		s.pressed(fyne.KeyEscape)
	}
	s.win.Canvas().Unfocus()
	s.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
	if s.asked() == "" {
		t.Error("F1 does nothing when nothing has the keyboard")
	}
}

func TestMessagesNameSectionsAsTheyAreCalled(t *testing.T) {
	for _, lang := range []app.Lang{app.RU, app.EN} {
		words := i18n.New(lang)
		section := strings.ToLower(words.T("ui.section.park", nil))
		for _, id := range []string{"ui.no_park", "ui.indicators.no_park"} {
			if said := words.T(id, nil); !strings.Contains(strings.ToLower(said), section) {
				t.Errorf("%v: %q does not name %q", lang, said, section)
			}
		}
	}
}

// The list of the sections is as wide before anything waits behind them as after, and what it was given it
// keeps: the screen beside it does not move when a badge comes or goes.
func TestNavigationStandsStillWhenBadgesChange(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.nav.show(nil)
	was := s.nav.room()
	all := map[string]badge{}
	for _, e := range s.entries {
		if !foldedAtFirst(e.Section) {
			all[e.ID] = badge{warnings: 99}
		}
	}
	s.nav.show(all)
	if now := s.nav.room(); now != was {
		t.Errorf("with badges it is %v wide, was %v", now, was)
	}
	for _, e := range s.entries {
		all[e.ID] = badge{errors: 120, warnings: 999}
	}
	s.nav.show(all)
	most := s.nav.room()
	s.nav.show(nil)
	if now := s.nav.room(); most <= was || now != most {
		t.Errorf("with large badges it is %v wide, without them %v again, was %v", most, now, was)
	}
}
