package app_test

import (
	"errors"
	"testing"

	"technopark/app"
)

// day is a day of April 2021.
func day(n int) app.Date { return app.Day(2021, 4, n) }

func sentRevision(t *testing.T) *app.Revision {
	t.Helper()
	r := &app.Revision{Number: app.Of(app.Count(2)), State: app.RevisionChecked, Checked: day(10)}
	if err := errors.Join(r.Advance(app.RevisionSigned, day(11), ""), r.Advance(app.RevisionSent, day(12), "письмом № 5")); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRevisionGoesItsWay(t *testing.T) {
	r := sentRevision(t)
	if err := r.Advance(app.RevisionReturned, day(20), "нет\nсправки"); err != nil {
		t.Fatal(err)
	}
	if r.State != app.RevisionReturned || r.Signed != day(11) || r.Sent != day(12) || r.Answered != day(20) || r.Next() != nil {
		t.Errorf("%+v", r)
	}
	if want := "12.04.2021, отправлен: письмом № 5\n20.04.2021, возвращён: нет справки"; r.Note != want {
		t.Errorf("note %q", r.Note)
	}
	if r.WhyReturned() != "нет справки" {
		t.Errorf("returned because of %q", r.WhyReturned())
	}
}

func TestRevisionKeepsToItsWay(t *testing.T) {
	for _, c := range []struct {
		from, to, note string
		day            app.Date
		id             string
	}{
		{app.RevisionChecked, app.RevisionSent, "", day(20), "err.state_ahead"},
		{app.RevisionChecked, app.RevisionAccepted, "", day(20), "err.state_ahead"},
		{app.RevisionChecked, app.RevisionChecked, "", day(20), "err.state_behind"},
		{app.RevisionChecked, app.RevisionDraft, "", day(20), "err.state_behind"},
		{app.RevisionSent, app.RevisionSigned, "", day(20), "err.state_behind"},
		{app.RevisionAccepted, app.RevisionReturned, "нет", day(20), "err.state_accepted"},
		{app.RevisionSent, app.RevisionReturned, " \n", day(20), "err.state_reason"},
		{app.RevisionChecked, app.RevisionSigned, "", day(9), "err.state_early"},
		{app.RevisionChecked, app.RevisionSigned, "", app.Date{}, "err.state_early"},
	} {
		r := app.Revision{State: c.from, Checked: day(10)}
		was := r
		if err, _ := app.Refused(r.Advance(c.to, c.day, c.note)); err.ID != c.id {
			t.Errorf("%s → %s: %v, want %s", c.from, c.to, err.ID, c.id)
		}
		if r != was {
			t.Errorf("%s → %s: refused, and changed to %+v", c.from, c.to, r)
		}
	}
}

func TestMarkIsTakenOff(t *testing.T) {
	r := sentRevision(t)
	if err := r.TakeBack(day(13), "не ушло"); err != nil || r.State != app.RevisionSigned || !r.Sent.Zero() {
		t.Fatalf("%v, %+v", err, r)
	}
	if want := "12.04.2021, отправлен: письмом № 5\n13.04.2021, отметка «отправлен» снята: не ушло"; r.Note != want {
		t.Errorf("note %q", r.Note)
	}
	if err := r.TakeBack(day(13), ""); err != nil {
		t.Error(err)
	}
	if err, _ := app.Refused(r.TakeBack(day(13), "")); err.ID != "err.state_first" {
		t.Errorf("a revision that is only checked: %v", err.ID)
	}
}

// Before notes had days, the whole of it said why.
func TestReasonOfOldNote(t *testing.T) {
	r := app.Revision{State: app.RevisionReturned, Note: "нет письма"}
	if r.WhyReturned() != "нет письма" {
		t.Error(r.WhyReturned())
	}
	r.State = app.RevisionSent
	if r.WhyReturned() != "" {
		t.Error("one that was sent was not returned")
	}
}
