package ui

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

// sampleShell shows the demonstration park.
func sampleShell(t *testing.T) *shell {
	t.Helper()
	return openShell(t, func(save func(app.Record)) {
		if err := sample.Park().Fill(func(rec app.Record) error { save(rec); return nil }); err != nil {
			t.Fatal(err)
		}
	})
}

func (s *shell) badgeOf(id string) string {
	for _, line := range s.nav.lines {
		if line.id == id {
			return line.badge.Text()
		}
	}
	return "no such screen"
}

func TestBadgesFollowEveryEdit(t *testing.T) {
	s := sampleShell(t)
	if got := s.badgeOf("check"); got != "▲26" { // 29 warnings, 3 of them explained
		t.Fatalf("the check says %q", got)
	}
	if got, room := s.badgeOf("resident"), s.badgeOf("room"); got != "▲3" || room != "" {
		t.Errorf("residents %q, rooms %q", got, room)
	}
	screen := s.records("resident")
	screen.Open(1, "inn")
	s.typeInto(screen, "okved", "")
	s.typeInto(screen, "registered", "01.01.2035")
	s.tab()
	if got := s.badgeOf("resident"); !strings.HasPrefix(got, "■") && got == "▲3" {
		t.Errorf("after a wrong date the badge says %q", got)
	}
	s.undo(t)
	if got := s.badgeOf("resident"); got != "▲3" {
		t.Errorf("after the undo the badge says %q", got)
	}
}

func (s *shell) undo(t *testing.T) {
	t.Helper()
	for range 2 { // the two fields that were typed
		if _, ok, err := s.desk.Store.NextUndo(t.Context()); err != nil || !ok {
			return
		}
		if _, err := s.desk.Store.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	s.changed()
}

func TestRecordsSayHowFullTheyAre(t *testing.T) {
	s := sampleShell(t)
	screen := s.records("resident_report")
	if got := screen.filled.Text(); !strings.Contains(got, "нет 3 отчётов") || !strings.Contains(got, "не заполнено 15 значений") {
		t.Errorf("the reports say %q", got)
	}
	if got := s.records("resident").filled.Text(); got != "Заполнено 100,0 %" {
		t.Errorf("the residents say %q", got)
	}
}

func TestFieldsSayWhatIsDoubted(t *testing.T) {
	s := sampleShell(t)
	seen := s.desk.Look()
	for _, f := range seen.Report.Findings {
		if f.Rule != "JUMP" || f.Explanation != nil {
			continue
		}
		rec := seen.Book.Get(f.Type.Key, f.ID)
		if got := notices(s.desk, seen.Report, rec)[f.Field.Key]; got != "▲\u00a0"+f.Message.RU {
			t.Errorf("%s of %s says %q", f.Field.Key, f.Record, got)
		}
		return
	}
	t.Fatal("no jump in the sample")
}

func TestIndicatorsSayWhatTheyLack(t *testing.T) {
	s := sampleShell(t)
	result := s.desk.Result()
	if got := lackText(s.desk, result.Find("S2.1")); got != "не хватает 3 отчётов и 2 значений" {
		t.Errorf("S2.1 %s", got)
	}
	if got := lackText(s.desk, result.Find("S1.4")); got != "" {
		t.Errorf("S1.4 %s", got)
	}
}

// Screens share one check until the next change.
func TestLookIsComputedOnce(t *testing.T) {
	s := sampleShell(t)
	one := s.desk.Look().Book
	if s.desk.Look().Book != one {
		t.Error("checked twice with nothing changed")
	}
	s.desk.Year--
	if s.desk.Look().Book == one || s.desk.Look().Report.Year != 2019 {
		t.Error("another year shows the old check")
	}
}

// BenchmarkRecheck is what an edit costs before badges, bars and notices are right again.
func BenchmarkRecheck(b *testing.B) {
	d := newRatingDesk(b)
	rec, err := d.Store.Get(b.Context(), app.TypeByKey("resident_report"), 62)
	if err != nil {
		b.Fatal(err)
	}
	report := rec.(*app.ResidentReport)
	for b.Loop() {
		report.Revenue.N++
		if err := d.Store.Save(b.Context(), report); err != nil {
			b.Fatal(err)
		}
		if d.Look().Book == nil {
			b.Fatal("nothing checked")
		}
	}
}
