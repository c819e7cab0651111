package ui

import (
	"testing"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// The year after the last one with reports is not entered unasked: it may be opened as a new one,
// looked at as it is, or left.
func TestYearWithoutRecordsIsOffered(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		save(&app.SiteReport{Head: app.Head{Park: park.ID}, Period: app.YearPeriod(2020)})
	})
	choose := func(year string) {
		t.Helper()
		s.header.year.SetSelected(year)
	}
	answer := func(text string) {
		t.Helper()
		desktest.Press(t, s.win.Canvas().Overlays().Top(), text)
	}
	choose("2019")
	if s.desk.Year != 2019 || s.win.Canvas().Overlays().Top() != nil {
		t.Fatalf("a year before is entered at once: %d", s.desk.Year)
	}
	choose("2021")
	answer("Отмена")
	if s.desk.Year != 2019 || s.header.year.Selected != "2019" {
		t.Errorf("given up, the year is %d, the choice %s", s.desk.Year, s.header.year.Selected)
	}
	choose("2021")
	answer("Открыть новый год…")
	if s.desk.Year != 2020 || s.header.year.Selected != "2020" || s.shown != turnScreen {
		t.Errorf("%d, %s, %s is shown", s.desk.Year, s.header.year.Selected, s.shown)
	}
	choose("2021") // there the year needs no question
	if s.desk.Year != 2021 {
		t.Errorf("on the screen of the new year it is %d", s.desk.Year)
	}
	s.useYear(2020)
	s.navigate("resident")
	choose("2021")
	answer("Только посмотреть")
	if s.desk.Year != 2021 || s.shown != "resident" {
		t.Errorf("looked at: %d, %s", s.desk.Year, s.shown)
	}
}
