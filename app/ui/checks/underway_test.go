package checks

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/submission"
	"technopark/app/ui/desktest"
)

// raise makes the figure a finding is about larger.
func raise(t *testing.T, d *desktest.Desk, f check.Finding, by int64) {
	t.Helper()
	rec, err := d.Store.Get(t.Context(), f.Type, f.ID)
	if err != nil {
		t.Fatal(err)
	}
	rec = app.Clone(rec)
	v := f.Field.Get(rec)
	v.N += by
	f.Field.Set(rec, v)
	d.Save(t, rec)
}

// explaining shows a finding with its explanation typed, the checks to come held back.
func explaining(t *testing.T) (*desktest.Desk, *Screen, *desktest.Steps) {
	t.Helper()
	d, s, _ := checkOf(t)
	test.Type(s.words.text, "Новый заказчик")
	test.Type(s.words.author, "Ёжикова А. В.")
	steps := d.Hold()
	return d, s, steps
}

// The list stays while the records are checked anew, and says that it may change.
func TestFindingsStayWhileTheyAreCheckedAnew(t *testing.T) {
	d, s, id := checkOf(t)
	shown, said := s.table.Shown(), s.view.Header.Count()
	steps := d.Hold()
	raise(t, d, s.report.Findings[id-1], 1)
	s.Refresh()
	if want := said + " проверяется…"; !slices.Equal(s.table.Shown(), shown) || s.view.Header.Count() != want {
		t.Errorf("%d findings of %d, said %q", len(s.table.Shown()), len(shown), s.view.Header.Count())
	}
	d.Sheets(submission.Form{Lang: app.RU}) // what others ask for does not change the findings
	steps.Step(t)
	s.Follow()
	if s.view.Header.Count() != said || d.Underway() == "" {
		t.Errorf("checked, it says %q", s.view.Header.Count())
	}
	d.Year--
	s.Refresh()
	if s.view.Header.Count() != "проверяется…" || len(s.table.Shown()) != 0 || strings.Contains(desktest.Said(s.Content()), "Сбросить") {
		t.Errorf("of another year %d findings are shown, said %q", len(s.table.Shown()), s.view.Header.Count())
	}
}

// An explanation holds for the figures its author saw, whatever has changed meanwhile.
func TestExplanationIsOfTheFiguresItsAuthorSaw(t *testing.T) {
	d, s, steps := explaining(t)
	kept := len(d.List(t, "explanation"))
	meant := *s.words.finding
	raise(t, d, meant, 100)
	test.Tap(s.words.save)
	if len(d.List(t, "explanation")) != kept {
		t.Fatal("kept before the records were checked")
	}
	steps.Finish(t)
	if len(d.List(t, "explanation")) != kept || !strings.Contains(d.Asked(), "теперь о других") {
		t.Fatalf("%d explanations, told %q", len(d.List(t, "explanation")), d.Asked())
	}
	d.Press(t, d.T("ui.ok"))
	if f := s.words.finding; f == nil || f.Basis == meant.Basis || s.words.text.Text != "Новый заказчик" {
		t.Fatalf("shown %v, typed %q", f, s.words.text.Text)
	}
	test.Tap(s.words.save)
	steps.Finish(t)
	explained := d.List(t, "explanation")
	if len(explained) != kept+1 || explained[kept].(*app.Explanation).Basis == meant.Basis {
		t.Errorf("%d explanations", len(explained))
	}
}

// What is found no more is not explained, and what is typed is not lost without a word.
func TestExplanationOfWhatIsFoundNoMoreIsNotKept(t *testing.T) {
	d, s, steps := explaining(t)
	kept := len(d.List(t, "explanation"))
	rec, err := d.Store.Get(t.Context(), s.words.finding.Type, s.words.finding.ID)
	if err != nil {
		t.Fatal(err)
	}
	s.words.finding.Field.Set(rec, app.Value{})
	d.Save(t, rec)
	test.Tap(s.words.save)
	steps.Finish(t)
	s.Follow()
	if len(d.List(t, "explanation")) != kept || !strings.Contains(d.Asked(), "этого замечания больше") || s.Unsaved() == "" {
		t.Errorf("%d explanations, told %q", len(d.List(t, "explanation")), d.Asked())
	}
	d.Press(t, d.T("ui.ok"))
	s.TakeBack()
	if s.words.finding != nil && s.words.finding.Type == rec.Type() && s.words.finding.ID == rec.Header().ID {
		t.Error("the finding is still shown")
	}
}

// What was just saved stands until the check knows of it, and what was taken away is gone.
func TestSavedExplanationStandsUntilItIsChecked(t *testing.T) {
	d, s, steps := explaining(t)
	d.Changed = s.Refresh
	kept := len(d.List(t, "explanation"))
	test.Tap(s.words.save)
	if s.words.text.Text != "Новый заказчик" || s.Unsaved() != "" || !s.words.remove.Visible() || len(d.List(t, "explanation")) != kept+1 {
		t.Errorf("saved, the pane says %q", s.words.text.Text)
	}
	steps.Finish(t)
	s.Follow()
	if s.words.text.Text != "Новый заказчик" || s.words.finding.Explanation == nil {
		t.Errorf("checked, the pane says %q", s.words.text.Text)
	}
	test.Tap(s.words.remove)
	if s.words.text.Text != "" || s.words.remove.Visible() || len(d.List(t, "explanation")) != kept {
		t.Errorf("taken away, the pane says %q", s.words.text.Text)
	}
	s.words.onRemove() // once more, before the check has come
	steps.Finish(t)
	if len(d.Failed) != 0 || s.words.finding == nil || s.words.finding.Explanation != nil {
		t.Errorf("told %v", d.Failed)
	}
}

// Who explains is not disturbed by a check that arrives.
func TestTypingGoesOnWhileACheckArrives(t *testing.T) {
	d, s, steps := explaining(t)
	meant := s.words.finding.Place()
	d.Changed = s.Refresh
	d.Spoil(t)
	d.Look()
	steps.Finish(t)
	s.Follow()
	if s.words.finding.Place() != meant || s.words.text.Text != "Новый заказчик" || d.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("now at %s, typed %q", s.words.finding.Place(), s.words.text.Text)
	}
}

// Papers of a check are of the records as they are.
func TestLettersWaitForTheNewestCheck(t *testing.T) {
	d, s, id := checkOf(t)
	d.PackageDir = t.TempDir()
	steps := d.Hold()
	raise(t, d, s.report.Findings[id-1], 1)
	s.onLetters()
	d.Press(t, d.T("ui.file.this_folder"))
	letters := func() int {
		found, _ := filepath.Glob(filepath.Join(d.PackageDir, "Запрос *.pdf"))
		return len(found)
	}
	if letters() != 0 || !strings.Contains(d.Asked(), d.T("ui.results.wait")) {
		t.Errorf("%d letters of an earlier check; said %q", letters(), d.Asked())
	}
	steps.Finish(t)
	if letters() == 0 {
		t.Error("no letters")
	}
}
