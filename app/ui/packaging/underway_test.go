package packaging

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// The screen can be used before the data are checked, and says what it does not know yet.
func TestPackageSaysThatTheDataAreBeingChecked(t *testing.T) {
	d := desktest.New(t)
	steps := d.Hold()
	s := New(d.Desk).(*Package)
	if s.state.Text != "проверяется…" || s.total.Text != "проверяется…" || s.build.Disabled() || s.kind.Disabled() {
		t.Errorf("data %q, sheets %q", s.state.Text, s.total.Text)
	}
	steps.Step(t)
	s.Follow()
	if strings.Contains(s.state.Text, "…") || s.total.Text != "считается…" {
		t.Errorf("checked: data %q, sheets %q", s.state.Text, s.total.Text)
	}
	steps.Finish(t)
	s.Follow()
	total := s.total.Text
	if !strings.HasPrefix(total, "всего ") {
		t.Errorf("counted: %q", total)
	}
	d.Spoil(t)
	s.Refresh()
	if s.total.Text != total+" проверяется…" {
		t.Errorf("counted anew: %q", s.total.Text)
	}
}

// A final package is of the records as they are, whatever the screen has heard of them.
func TestFinalPackageIsOfTheNewestRecords(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	s.kind.SetSelected(d.T("ui.package.final"))
	d.Hold()
	d.Spoil(t)
	s.Refresh()
	if s.kind.Disabled() {
		t.Fatal("the errors are known already")
	}
	test.Tap(s.build)
	if s.outcome.Text != d.N("err.final_refused", 1) || len(desktest.FilesIn(t, s.dir.Text)) != 0 {
		t.Errorf("said %q, left %v", s.outcome.Text, desktest.FilesIn(t, s.dir.Text))
	}
}

// While nobody knows whether the data have changed since the last revision, the reason for
// another one is asked for and nothing is foretold.
func TestReasonIsAskedForUntilTheRevisionIsKnown(t *testing.T) {
	d := desktest.New(t)
	d.Finalise(t, "")
	d.PackageDir = ""
	s := newPackage(t, d)
	s.tickAll(false)
	test.Tap(s.parts[0])
	s.kind.SetSelected(d.T("ui.package.final"))
	if s.reason.text.Visible() || !strings.Contains(s.reason.said.Text, "редакции 1") {
		t.Fatalf("of the same data: %q", s.reason.said.Text)
	}
	same := s.reason.said.Text
	steps := d.Hold()
	report := d.Report(t, func(r *app.ResidentReport) bool { return r.Headcount.Given() })
	report.Headcount.N++
	d.Save(t, report)
	s.Refresh()
	if !s.reason.text.Visible() || s.reason.said.Text != "проверяется…" {
		t.Errorf("%q is told of other data", s.reason.said.Text)
	}
	s.reason.text.SetText("исправлена численность")
	steps.Finish(t)
	s.Follow()
	steps.Finish(t)
	s.Follow()
	if s.reason.said.Text == same || !s.reason.text.Visible() || s.request().Reason != "исправлена численность" {
		t.Errorf("known: %q, reason %q", s.reason.said.Text, s.request().Reason)
	}
}

// What has changed since the last revision is told on the screen and is not printed: the
// sheets that are told beforehand are those that come.
func TestSheetsAreThoseThatAreBuiltAfterChangesToo(t *testing.T) {
	d := desktest.New(t)
	d.Finalise(t, "")
	d.PackageDir = ""
	for _, rec := range d.List(t, "resident_report") {
		if r := rec.(*app.ResidentReport); r.Period == app.YearPeriod(d.Year) && r.Headcount.Given() {
			r.Headcount.N++
			d.Save(t, r)
		}
	}
	s := newPackage(t, d)
	want := ": " + strings.ReplaceAll(strings.TrimPrefix(s.total.Text, "всего "), app.NBSP, " ") + ","
	test.Tap(s.build)
	if !strings.Contains(strings.ReplaceAll(s.outcome.Text, app.NBSP, " "), want) {
		t.Errorf("%q was told, %q came", want, s.outcome.Text)
	}
}
