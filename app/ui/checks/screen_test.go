package checks

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

func TestCheckListsTheFindings(t *testing.T) {
	d := desktest.New(t)
	resident := d.Spoil(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	report := d.Look().Report
	errors, warnings := report.Count(check.Error), report.Count(check.Warning)
	if errors != 1 || warnings == 0 {
		t.Fatalf("%d errors, %d warnings", errors, warnings)
	}
	if _, all := s.table.Len(); all != errors+warnings {
		t.Errorf("%d rows for %d findings", all, errors+warnings)
	}
	if want := "1 ошибка, " + d.N("ui.check.warnings", report.Open(check.Warning)) + ". " + d.T("ui.check.explained", "N", report.Explained()); s.view.Header.Count() != want {
		t.Errorf("count line %q, want %q", s.view.Header.Count(), want)
	}
	s.choice.level.SetSelectedIndex(1)
	if shown, _ := s.table.Len(); shown != 1 || !strings.HasPrefix(s.table.Texts(1)[0], "■") {
		t.Errorf("errors only: %d rows", shown)
	}
	d.Window.Canvas().Focus(s.table)
	if !strings.Contains(s.detail.Text, resident.ShortName) && !strings.Contains(s.detail.Text, resident.Name) {
		t.Errorf("detail: %q", s.detail.Text)
	}
	desktest.Key(s.table, fyne.KeyReturn)
	if !slices.Equal(d.Opened, []app.Place{{Type: "resident", ID: resident.ID, Field: "okved"}}) {
		t.Errorf("opened %v", d.Opened)
	}
}

// pressed is what of a table takes single and double clicks on rows.
type pressed interface {
	fyne.Widget
	desktop.Mouseable
	fyne.DoubleTappable
}

// A click chooses a finding, so that it can be read and explained; a double one leads to its field.
func TestAClickChoosesAFinding(t *testing.T) {
	d := desktest.New(t)
	resident := d.Spoil(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	body := desktest.The[pressed](t, s.table)
	at := fyne.NewPos(200, kit.Size(kit.SizeRow)/2) // the first line
	body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	body.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	if f := s.words.finding; len(d.Opened) > 0 || f == nil || f.ID != resident.ID || s.table.Selected() != s.table.Shown()[0] {
		t.Fatalf("a click opened %v, chose %d", d.Opened, s.table.Selected())
	}
	body.DoubleTapped(&fyne.PointEvent{Position: at})
	if !slices.Equal(d.Opened, []app.Place{{Type: "resident", ID: resident.ID, Field: "okved"}}) {
		t.Errorf("a double click opened %v", d.Opened)
	}
}

// Who comes back finds the same findings shown and the same one selected, though all were shown since.
func TestTheChoicesComeBack(t *testing.T) {
	d := desktest.New(t)
	resident := d.Spoil(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	s.choice.level.SetSelectedIndex(1)
	s.choice.section.SetSelectedIndex(1 + slices.Index(s.choice.sections, resident.Type()))
	shown := s.table.Shown()
	s.choose(shown[0])
	was := s.Spot()
	s.reset()
	s.choose(s.table.Shown()[len(s.table.Shown())-1])
	s.ReturnTo(was)
	if got := s.Spot(); got != was || s.choice.level.SelectedIndex() != 1 || !slices.Equal(s.table.Shown(), shown) {
		t.Errorf("came back to %q, not %q, with %d findings, not %d", got, was, len(s.table.Shown()), len(shown))
	}
}

// A code of a rule says nothing to staff: neither the table nor the detail has one.
func TestFindingsShowNoCodes(t *testing.T) {
	d := desktest.New(t)
	d.Spoil(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	for i, f := range s.report.Findings {
		s.choose(int64(i + 1))
		if said := s.detail.Text + strings.Join(s.table.Texts(int64(i+1)), " "); strings.Contains(said, f.Rule) || !strings.Contains(said, f.Message.RU) {
			t.Errorf("%s says %q", f.Rule, said)
		}
	}
}

func TestCheckFilters(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
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
	if !strings.Contains(s.view.Header.Count(), "Показано: ") {
		t.Errorf("count line %q", s.view.Header.Count())
	}
}

func TestCheckWithoutAPark(t *testing.T) {
	d := desktest.New(t)
	d.Park = 0
	s := New(d.Desk).(*Screen)
	if s.view.Header.Count() != d.T("ui.indicators.no_park") {
		t.Errorf("count line %q", s.view.Header.Count())
	}
}
