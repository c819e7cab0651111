package ui

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desktest"
	"technopark/app/ui/port"
)

// hold holds back what is computed for the screens.
func (s *shell) hold() *desktest.Steps {
	d := &desktest.Desk{Desk: s.desk}
	return d.Hold()
}

// Badges stand and the header says that they may change until the check has come; what is
// typed meanwhile is not disturbed.
func TestBadgesStandWhileTheRecordsAreChecked(t *testing.T) {
	s := sampleShell(t)
	screen := s.records("resident")
	screen.Open(1, "inn")
	steps := s.hold()
	badge := s.badgeOf("check")
	s.typeInto(screen, "registered", "01.01.2035")
	s.tab()
	if got := s.badgeOf("check"); got != badge || s.header.doing.Text() != "проверяется…" {
		t.Fatalf("badge %q after %q, header %q", got, badge, s.header.doing.Text())
	}
	in := s.typeInto(screen, "okved", "62.0")
	steps.Finish(t)
	if got := s.badgeOf("resident"); !strings.HasPrefix(got, "■") || s.header.doing.Text() != "" {
		t.Errorf("checked: badge %q, header %q", got, s.header.doing.Text())
	}
	if s.win.Canvas().Focused() != fyne.Focusable(in) || in.Text != "62.0" {
		t.Errorf("%q is left of what was being typed", in.Text)
	}
	said := ""
	for _, o := range test.LaidOutObjects(screen.Form) {
		said += desktest.TextOf(o)
	}
	if !strings.Contains(said, "■") {
		t.Errorf("the form does not say what was found: %q", said)
	}
}

// Of the year that is chosen nothing is said until it is checked.
func TestBadgesOfAnotherYearAreNotShown(t *testing.T) {
	s := sampleShell(t)
	steps := s.hold()
	s.useYear(2019)
	if got := s.badgeOf("check"); got != "" || s.header.doing.Text() != "проверяется…" {
		t.Errorf("badge %q, header %q", got, s.header.doing.Text())
	}
	steps.Finish(t)
	if got := s.badgeOf("check"); got == "" || s.header.doing.Text() != "" {
		t.Errorf("checked: badge %q, header %q", got, s.header.doing.Text())
	}
}

// A check that ends after its file was closed is of no file that is open.
func TestCheckOfAClosedFileIsDropped(t *testing.T) {
	s := sampleShell(t)
	steps := s.hold()
	s.useYear(2019)
	deliver := steps.Work(t)
	s.closeStore()
	s.showStart()
	deliver()
	if steps.Held() != 0 || s.win.Canvas().Overlays().Top() != nil {
		t.Errorf("%d more are begun; told %q", steps.Held(), s.asked())
	}
}

// damaged is a file whose records cannot be read together until it is mended.
type damaged struct {
	port.Store
	mended bool
}

func (f *damaged) Book(ctx context.Context, park int64) (*app.Book, error) {
	if !f.mended {
		return nil, errors.New("bad sector")
	}
	return f.Store.Book(ctx, park)
}

// Ctrl+R reads and checks once more what could not be checked.
func TestReloadTriesAgain(t *testing.T) {
	s := sampleShell(t)
	file := &damaged{Store: s.desk.Store}
	s.desk.Store = file
	s.refreshAll()
	if s.asked() == "" || s.badgeOf("check") != "" {
		t.Fatalf("told %q, badge %q", s.asked(), s.badgeOf("check"))
	}
	s.press(s.desk.T("ui.ok"))
	s.refreshAll()
	if s.asked() != "" {
		t.Errorf("told again: %q", s.asked())
	}
	file.mended = true
	s.refreshAll()
	if s.badgeOf("check") != "" {
		t.Error("tried again unasked")
	}
	s.reload()
	if s.badgeOf("check") == "" {
		t.Error("not checked again")
	}
}

// What is missing from another year is added in that year, to what lacks it.
func TestMissingRecordOfAnotherYearIsAddedInItsYear(t *testing.T) {
	s := sampleShell(t)
	resident := int64(0)
	for _, rec := range s.list("resident_report") {
		if r := rec.(*app.ResidentReport); r.Period == app.YearPeriod(2019) {
			resident = r.Resident
			if err := s.desk.Store.Delete(t.Context(), r); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	s.changed()
	s.navigate("check")
	found := check.Finding{}
	for i, f := range s.desk.Look().Report.Findings {
		if f.Lacks == nil || f.Period != app.YearPeriod(2019) || f.ID != resident {
			continue
		}
		found = f
		s.table("check").Select(int64(i + 1))
		s.table("check").OnSelect(int64(i + 1))
		desktest.Key(s.table("check"), fyne.KeyReturn)
		break
	}
	if found.Lacks == nil {
		t.Fatal("nobody misses the report")
	}
	if s.shown != "resident_report" || s.desk.Year != 2019 || s.header.year.Selected != "2019" {
		t.Fatalf("%s of %d is shown, the header says %s", s.shown, s.desk.Year, s.header.year.Selected)
	}
	screen := s.asItStands("resident_report")
	of, period := screen.Form.Field("resident").Text, screen.Form.Field("period").Text
	if of != s.desk.TitleOf("resident", resident) || period != "2019 год" {
		t.Errorf("the new report is of %q for %q", of, period)
	}
	screen.Drop()
}

// BenchmarkLeaveField is what the window itself does when a field is left: it records the
// figure and shows the list anew, and leaves the check to be done beside it.
func BenchmarkLeaveField(b *testing.B) {
	s := sampleShell(b)
	s.desk.Beside = func(func() error, func(error)) {}
	screen := s.records("resident_report")
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		s.typeInto(screen, "headcount", strconv.Itoa(10+n%50))
		b.StartTimer()
		s.tab()
	}
}
