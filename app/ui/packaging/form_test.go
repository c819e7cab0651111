package packaging

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desktest"
)

// TestFormOfThePackageIsChosen makes the package in the other language and form, and counts
// its sheets beforehand.
func TestFormOfThePackageIsChosen(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	if form := s.request().Form; form != (submission.Form{Lang: app.RU}) {
		t.Fatalf("at the start %+v", form)
	}
	s.form.lang.SetSelected("английский")
	s.form.form.SetSelected("сжатая, без пустых строк")
	form := submission.Form{Lang: app.EN, Compressed: true}
	if got := s.request().Form; got != form {
		t.Fatalf("chosen %+v, asked for %+v", form, got)
	}
	for key, n := range d.Sheets(form) {
		if s.sheets[key] != n {
			t.Errorf("%s: %d sheets are told, %d it takes", key, s.sheets[key], n)
		}
	}
	total := strings.TrimPrefix(s.total.Text, "всего ")
	test.Tap(s.build)
	names := desktest.FilesIn(t, s.dir.Text)
	if len(names) != 1 || !strings.HasSuffix(names[0], "черновик (English, compressed).pdf") {
		t.Fatalf("made %v, said %q", names, s.outcome.Text)
	}
	if !strings.Contains(strings.ReplaceAll(s.outcome.Text, "\u00a0", " "), strings.ReplaceAll(total, "\u00a0", " ")) {
		t.Errorf("%q was told, %q came", total, s.outcome.Text)
	}
}

// TestFinalPackageInAnotherForm writes one PDF beside the revision and keeps no other.
func TestFinalPackageInAnotherForm(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	s.kind.SetSelected(d.T("ui.package.final"))
	s.form.lang.SetSelected("английский")
	test.Tap(s.build)
	s.form.lang.SetSelected("русский")
	test.Tap(s.build)
	revisions := submission.RevisionsOf(d.Look().Book, 2020)
	if len(revisions) != 1 || revisions[0].Lang != string(app.EN) || revisions[0].Form != app.FormFull {
		t.Fatalf("kept %d revisions, the first %+v", len(revisions), revisions[0])
	}
	names := strings.Join(desktest.FilesIn(t, s.dir.Text), "\n")
	if strings.Count(names, ".pdf") != 2 || strings.Count(names, ".zip") != 1 || !strings.Contains(names, "редакция 1 (русский).pdf") {
		t.Errorf("written:\n%s", names)
	}
}
