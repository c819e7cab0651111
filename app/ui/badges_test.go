package ui

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/storage"
)

// sampleShell shows the demonstration park.
func sampleShell(t testing.TB) *shell {
	t.Helper()
	data, err := sampleFile()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "парк.tpark")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return openShellOn(t, path, openStore)
}

// sampleFile is a data file of the demonstration park, made once for all tests.
var sampleFile = sync.OnceValues(func() ([]byte, error) {
	return desktest.SampleFile(storage.Options{Who: "tester", Now: now})
})

func (s *shell) badgeOf(id string) string {
	for _, line := range s.nav.lines {
		if line.entry.ID == id {
			return line.errors.Text() + line.warnings.Text()
		}
	}
	return "no such screen"
}

func TestBadgesFollowEveryEdit(t *testing.T) {
	s := sampleShell(t)
	if got := s.badgeOf("check"); got != "▲\u00a030" { // 33 warnings, 3 of them explained
		t.Fatalf("the check says %q", got)
	}
	if got, room := s.badgeOf("resident"), s.badgeOf("room"); got != "" || room != "" {
		t.Errorf("residents %q, rooms %q", got, room)
	}
	if got := s.badgeOf("resident_report"); got != "▲\u00a028" { // 25 about reports, 3 about those that are not there
		t.Errorf("reports %q", got)
	}
	screen := s.records("resident")
	screen.Open(1, "inn")
	s.typeInto(screen, "okved", "")
	s.typeInto(screen, "registered", "01.01.2035")
	s.tab()
	if got := s.badgeOf("resident"); !strings.HasPrefix(got, "■") {
		t.Errorf("after a wrong date the badge says %q", got)
	}
	s.undo(t)
	if got := s.badgeOf("resident"); got != "" {
		t.Errorf("after the undo the badge says %q", got)
	}
}

// What is missing leads to a new record of what lacks it, in its year: never to one that is somebody
// else’s, and nothing is written until something is typed.
func TestMissingRecordsLeadToANewOne(t *testing.T) {
	s := sampleShell(t)
	met := map[string]bool{}
	for i, f := range s.desk.Look().Report.Findings {
		if f.Lacks == nil || met[f.Rule] {
			continue
		}
		met[f.Rule] = true
		s.navigate("check")
		table := s.table("check")
		table.Select(int64(i + 1))
		table.OnSelect(int64(i + 1))
		desktest.Key(table, fyne.KeyReturn)
		if want := screenOf(f.Lacks.Key); s.shown != want {
			t.Errorf("%s shows %q, not %q", f.Rule, s.shown, want)
		}
		if f.Lacks.Proof {
			continue
		}
		before := len(s.list(f.Lacks.Key))
		screen := s.asItStands(f.Lacks.Key)
		if screen.Kept() != nil {
			t.Errorf("%s opens a record that is there: %d", f.Rule, screen.Kept().Header().ID)
		}
		if f.Lacks.Key == "resident_report" {
			of, period := screen.Form.Field("resident").Text, screen.Form.Field("period").Text
			if of != s.desk.TitleOf("resident", f.ID) || period != f.Period.In(app.RU) {
				t.Errorf("the new report is of %q for %q, not of %d for %v", of, period, f.ID, f.Period)
			}
		}
		screen.Drop()
		if after := len(s.list(f.Lacks.Key)); after != before {
			t.Errorf("%s has made %d records", f.Rule, after-before)
		}
	}
	if !met["REPORT_MISSING"] || !met["INDICATOR_PROOF"] {
		t.Errorf("tried %v", met)
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

// filled returns what the bar over the list says.
func (p *page) filled(t *testing.T) string {
	t.Helper()
	return desktest.The[*kit.Bar](t, p.Content()).Text()
}

func TestRecordsSayHowFullTheyAre(t *testing.T) {
	s := sampleShell(t)
	screen := s.records("resident_report")
	if got := screen.filled(t); !strings.Contains(got, "нет 3 отчётов") || !strings.Contains(got, "не заполнено 15 значений") {
		t.Errorf("the reports say %q", got)
	}
	if got := s.records("resident").filled(t); got != "Заполнено 100,0 %" {
		t.Errorf("the residents say %q", got)
	}
}
