package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/check"
)

// spoil takes a line that must be filled in from the card of the first active resident.
func (d *ratingDesk) spoil(t *testing.T) *app.Resident {
	t.Helper()
	resident := bookOf(d.Desk).ActiveResidents(app.YearPeriod(d.Year))[0]
	resident.OKVED = ""
	d.save(t, resident)
	return resident
}

func TestCheckListsTheFindings(t *testing.T) {
	d := newRatingDesk(t)
	resident := d.spoil(t)
	s := newCheckScreen(d.Desk).(*checkScreen)
	d.show(s)
	report := d.Look().Report
	errors, warnings := report.Count(check.Error), report.Count(check.Warning)
	if errors != 1 || warnings == 0 {
		t.Fatalf("%d errors, %d warnings", errors, warnings)
	}
	if _, all := s.table.Len(); all != errors+warnings {
		t.Errorf("%d rows for %d findings", all, errors+warnings)
	}
	if want := "1 ошибка, " + d.N("ui.check.warnings", warnings) + ". " + d.T("ui.check.explained", "N", report.Explained()); s.count.Text() != want {
		t.Errorf("count line %q, want %q", s.count.Text(), want)
	}
	s.choice.level.SetSelectedIndex(1)
	if shown, _ := s.table.Len(); shown != 1 || !strings.HasPrefix(s.table.Texts(1)[0], "■") {
		t.Errorf("errors only: %d rows", shown)
	}
	d.Window.Canvas().Focus(s.table)
	if !strings.Contains(s.detail.Text, resident.ShortName) && !strings.Contains(s.detail.Text, resident.Name) {
		t.Errorf("detail: %q", s.detail.Text)
	}
	key(s.table, fyne.KeyReturn)
	if !slices.Equal(d.opened, []target{{"resident", resident.ID, "okved"}}) {
		t.Errorf("opened %v", d.opened)
	}
}

func TestCheckFilters(t *testing.T) {
	d := newRatingDesk(t)
	s := newCheckScreen(d.Desk).(*checkScreen)
	d.show(s)
	s.FocusFilter()
	test.Type(s.filter, "ВЫРУЧКА")
	shown, all := s.table.Len()
	if shown == 0 || shown == all {
		t.Fatalf("%d of %d rows", shown, all)
	}
	for _, id := range s.table.Shown() {
		if text := strings.ToLower(strings.Join(s.table.Texts(id), " ")); !strings.Contains(text, "выручка") {
			t.Errorf("row without the word: %s", text)
		}
	}
	if !strings.Contains(s.count.Text(), "Показано: ") {
		t.Errorf("count line %q", s.count.Text())
	}
}

func TestCheckWithoutAPark(t *testing.T) {
	d := newRatingDesk(t)
	d.Park = 0
	s := newCheckScreen(d.Desk).(*checkScreen)
	if s.count.Text() != d.T("ui.indicators.no_park") {
		t.Errorf("count line %q", s.count.Text())
	}
}
