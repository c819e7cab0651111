package packaging

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desktest"
	"technopark/reports"
)

func newPackage(t *testing.T, d *desktest.Desk) *Package {
	t.Helper()
	s := New(d.Desk).(*Package)
	if s.dir.Text != filepath.Dir(d.Store.Path()) {
		t.Errorf("the first package goes to %s", s.dir.Text)
	}
	d.Show(s)
	s.dir.SetText(t.TempDir())
	return s
}

func TestPackageIsBuiltAndOpened(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	if s.view.Header.Count() != "Данные за 2020 год для рейтинга 2021 года" || !s.open.Hidden {
		t.Errorf("heading %q, button hidden %v", s.view.Header.Count(), s.open.Hidden)
	}
	var opened []string
	s.openFile = func(path string) error { opened = append(opened, path); return nil }
	s.showInFolder = func(path string) error { opened = append(opened, "folder of "+path); return nil }
	test.Tap(s.build)
	names := desktest.FilesIn(t, s.dir.Text)
	if len(names) != 1 || !strings.HasSuffix(names[0], "черновик.pdf") {
		t.Fatalf("made %v, said %q", names, s.outcome.Text)
	}
	path := filepath.Join(s.dir.Text, names[0])
	pdf, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Fatalf("%v, %.20q", err, pdf)
	}
	out, err := submission.Build(d.Ctx(), d.Store, d.Regulations, submission.Request{Park: d.Park, Year: 2020, Dir: t.TempDir(), Now: d.Now()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{d.N("ui.package.sheets", out.Pages), out.DataSHA256[:12], path} {
		if !strings.Contains(s.outcome.Text, want) {
			t.Errorf("%q is not told: %s", want, s.outcome.Text)
		}
	}
	if next := New(d.Desk).(*Package); next.dir.Text != s.dir.Text {
		t.Errorf("the next package goes to %s", next.dir.Text)
	}
	test.Tap(s.open)
	test.Tap(s.folder)
	if !slices.Equal(opened, []string{path, "folder of " + path}) {
		t.Errorf("opened %v", opened)
	}
}

// What came out is said again in the language the window speaks from now on.
func TestPackageOutcomeFollowsTheLanguage(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	test.Tap(s.build)
	before := s.outcome.Text
	d.Speak(app.EN)
	next := New(d.Desk).(*Package)
	next.Inherit(s, nil)
	if said := next.outcome.Text; !strings.Contains(said, "sheets") || strings.Contains(said, strings.Fields(before)[0]) || next.made != s.made {
		t.Errorf("it says %q, was %q", said, before)
	}
}

func TestPackageOfChosenParts(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	if got := len(s.chosenParts()); got != len(reports.Parts()) {
		t.Errorf("%d parts at the start", got)
	}
	s.tickAll(false)
	test.Tap(s.build)
	if s.outcome.Text != d.T("ui.package.nothing_chosen") || len(desktest.FilesIn(t, s.dir.Text)) != 0 {
		t.Errorf("no parts: %q", s.outcome.Text)
	}
	test.Tap(s.parts[0])
	test.Tap(s.build)
	if !strings.Contains(s.outcome.Text, ": 1\u00a0лист,") && !strings.Contains(s.outcome.Text, ": 1 лист,") {
		t.Errorf("the title page alone: %q", s.outcome.Text)
	}
}

func TestSheetsOfThePartsAreShownBefore(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	if !strings.HasSuffix(s.parts[0].Text, "— 1\u00a0л.") {
		t.Errorf("the title page is %q", s.parts[0].Text)
	}
	test.Tap(s.build)
	total := s.total.Text
	if want := strings.TrimPrefix(total, "всего "); !strings.Contains(s.outcome.Text, strings.ReplaceAll(want, "\u00a0", " ")) && !strings.Contains(s.outcome.Text, want) {
		t.Errorf("%q was told, %q came", total, s.outcome.Text)
	}
	s.tickAll(false)
	test.Tap(s.parts[0])
	if s.total.Text != "всего 1\u00a0лист" {
		t.Errorf("the title page alone: %q", s.total.Text)
	}
}

func TestFinalPackageIsRefusedWhileThereAreErrors(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	if s.kind.Disabled() {
		t.Fatal("refused without errors")
	}
	s.kind.SetSelected(d.T("ui.package.final"))
	d.Spoil(t) // somebody else's change, of which the screen has not heard
	test.Tap(s.build)
	if s.outcome.Text != d.N("err.final_refused", 1) || len(desktest.FilesIn(t, s.dir.Text)) != 0 {
		t.Errorf("said %q, left %v", s.outcome.Text, desktest.FilesIn(t, s.dir.Text))
	}
	s.Refresh()
	if !s.kind.Disabled() || s.request().Final || !strings.Contains(s.state.Text, "1 ошибка") {
		t.Errorf("final is open to choice: %q", s.state.Text)
	}
	test.Tap(s.toCheck)
	if !slices.Equal(d.Navigated, []string{"check"}) {
		t.Errorf("navigated %v", d.Navigated)
	}
}

func TestPackageFailuresAreToldInWords(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	missing := filepath.Join(s.dir.Text, "нет")
	s.dir.SetText(missing)
	test.Tap(s.build)
	if !strings.Contains(s.outcome.Text, missing) || !s.open.Hidden || len(d.Failed) != 0 {
		t.Errorf("said %q, failed %v", s.outcome.Text, d.Failed)
	}
	s.onBuilt(s.request(), submission.Output{}, errors.New("out of paper"))
	if s.outcome.Text != d.T("ui.package.failed") || len(d.Failed) != 1 {
		t.Errorf("said %q, failed %v", s.outcome.Text, d.Failed)
	}
}

func TestPackageOutcomeIsOfItsYear(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	test.Tap(s.build)
	s.Refresh()
	if s.made == "" {
		t.Fatalf("forgotten at once: %q", s.outcome.Text)
	}
	d.Year = 2019
	s.Refresh()
	if s.made != "" || s.outcome.Text != "" || !s.open.Hidden {
		t.Errorf("2020's package is shown for 2019: %q", s.outcome.Text)
	}
}

func TestFinalPackageIsKeptAsARevision(t *testing.T) {
	d := desktest.New(t)
	d.Who = "Щукина"
	s := newPackage(t, d)
	s.kind.SetSelected(d.T("ui.package.final"))
	test.Tap(s.build)
	if names := desktest.FilesIn(t, s.dir.Text); len(names) != 4 {
		t.Fatalf("made %v, said %q", names, s.outcome.Text)
	}
	revisions := submission.RevisionsOf(d.Look().Book, 2020)
	if len(revisions) != 1 || revisions[0].Maker != "Щукина" || revisions[0].State != app.RevisionChecked || revisions[0].Parts != "" {
		t.Fatalf("%d revisions kept", len(revisions))
	}
	if !strings.Contains(s.outcome.Text, "редакция 1") {
		t.Errorf("said %q", s.outcome.Text)
	}
	step, _, err := d.Store.NextUndo(d.Ctx())
	if err != nil || step.Over != "редакция 1 за 2020 год" {
		t.Errorf("undo would take %q over %q, %v", step.What, step.Over, err)
	}
}

func TestPackageIsSavedAsItWasLookedAt(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	test.Tap(s.look)
	if left := desktest.FilesIn(t, s.dir.Text); len(left) != 0 {
		t.Fatalf("written before it was asked: %v", left)
	}
	top := d.Window.Canvas().Overlays().Top()
	if top == nil || d.Window.Canvas().Focused() == nil {
		t.Fatalf("nothing is shown: %q", s.outcome.Text)
	}
	if !desktest.Pressed(top, d.T("ui.view.save")) {
		t.Fatal("nothing to save with")
	}
	names := desktest.FilesIn(t, s.dir.Text)
	if len(names) != 1 || s.open.Hidden {
		t.Fatalf("saved %v, said %q", names, s.outcome.Text)
	}
}

func TestFinalPackageOfOldDataIsNotKept(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	req := s.request()
	req.Final = true
	made, err := submission.Make(d.Ctx(), d.Store, d.Regulations, req, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	d.Spoil(t)
	s.save(req, made)
	if s.outcome.Text != d.Say(submission.ErrChanged) || len(desktest.FilesIn(t, req.Dir)) != 0 || len(d.Look().Book.Of("revision")) != 0 {
		t.Errorf("said %q, left %v", s.outcome.Text, desktest.FilesIn(t, req.Dir))
	}
}

// A folder that is pasted as a file manager copies it is the folder.
func TestPastedFolderIsTheFolder(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	dir := s.dir.Text
	s.dir.SetText(" \"" + dir + "\"\u200b")
	s.tickAll(false)
	test.Tap(s.parts[0])
	test.Tap(s.build)
	if names := desktest.FilesIn(t, dir); len(names) != 1 {
		t.Errorf("made %v, said %q", names, s.outcome.Text)
	}
}

// What came out says so once the records are others, and no more when they are as they were.
func TestPackageOutcomeTellsThatRecordsHaveChanged(t *testing.T) {
	for _, kind := range []string{"ui.package.draft", "ui.package.final"} {
		d := desktest.New(t)
		s := newPackage(t, d)
		s.kind.SetSelected(d.T(kind))
		test.Tap(s.build)
		s.Refresh()
		told := s.outcome.Text
		if s.made == "" || strings.Contains(told, d.T("ui.package.changed")) {
			t.Fatalf("%s: said %q", kind, told)
		}
		d.Spoil(t)
		s.Refresh()
		if want := "▲\u00a0" + d.T("ui.package.changed") + "\n" + told; s.outcome.Text != want || s.open.Hidden {
			t.Errorf("%s: changed, said %q", kind, s.outcome.Text)
		}
		if _, err := d.Store.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		s.Refresh()
		if s.outcome.Text != told {
			t.Errorf("%s: undone, said %q", kind, s.outcome.Text)
		}
	}
}

// A screen made anew in another language tells nothing of a year that is not in view any more.
func TestPackageOutcomeOfAnotherYearIsNotInherited(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	test.Tap(s.build)
	d.Year = 2019
	d.Speak(app.EN)
	next := New(d.Desk).(*Package)
	next.Inherit(s, nil)
	if next.made != "" || next.outcome.Text != "" || !next.open.Hidden {
		t.Errorf("2020's package is shown for 2019: %q", next.outcome.Text)
	}
}
