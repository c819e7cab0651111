package checks

import (
	"archive/zip"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desktest"
)

// checkOf shows the check screen with the first open warning about a jump selected.
func checkOf(t *testing.T) (*desktest.Desk, *Screen, int64) {
	t.Helper()
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	for i, f := range s.report.Findings {
		if f.Rule == "JUMP" && f.Explanation == nil {
			s.choose(int64(i + 1))
			s.FocusList()
			return d, s, int64(i + 1)
		}
	}
	t.Fatal("nothing to explain in the sample")
	return nil, nil, 0
}

func TestExplainingClosesTheFinding(t *testing.T) {
	d, s, id := checkOf(t)
	was := s.report.Explained()
	s.FocusExplanation()
	test.Type(s.words.text, "Новый заказчик")
	if s.words.author.Text != "" {
		t.Errorf("nobody has said that it is %q who explains", s.words.author.Text)
	}
	test.Type(s.words.author, "Ёжикова А. В.")
	s.words.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.report.Explained() != was+1 || s.table.Selected() != id || !strings.HasPrefix(s.table.Texts(id)[0], app.MarkExplained.Shape()) {
		t.Fatalf("%d explained after %d, row %q", s.report.Explained(), was, s.table.Texts(id)[0])
	}
	e := s.report.Findings[id-1].Explanation
	if e == nil || e.Text != "Новый заказчик" || e.Author != "Ёжикова А. В." || e.Date != d.Today() {
		t.Errorf("kept as %+v", e)
	}
	if step, ok, err := d.Store.NextUndo(d.Ctx()); err != nil || !ok || !strings.Contains(step.What, "пояснение") {
		t.Errorf("the step of undo is %+v, %v", step, err)
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	if s.report.Explained() != was {
		t.Error("undo leaves the explanation")
	}
}

func TestChangedFiguresAskForTheExplanationAgain(t *testing.T) {
	d, s, _ := checkOf(t)
	i := slices.IndexFunc(s.report.Findings, func(f check.Finding) bool { return f.Explanation != nil && f.Field.Key == "revenue" })
	place := s.report.Findings[i].Place()
	rec, err := d.Store.Get(d.Ctx(), app.TypeByKey(place.Type), place.ID)
	if err != nil {
		t.Fatal(err)
	}
	rec.(*app.ResidentReport).Revenue.N += 100_000
	d.Save(t, rec)
	s.Refresh()
	s.choice.state.SetSelectedIndex(stateOutdated)
	shown := s.table.Shown()
	if len(shown) != 1 {
		t.Fatalf("%d outdated explanations", len(shown))
	}
	s.choose(shown[0])
	if !strings.Contains(s.detail.Text, "Цифры изменились") || s.words.save.Text != "Подтвердить" {
		t.Errorf("the pane says %q, the button %q", s.detail.Text, s.words.save.Text)
	}
	test.Type(s.words.author, "Ёжикова А. В.")
	test.Tap(s.words.save)
	if f := s.report.Findings[shown[0]-1]; f.Explanation == nil || f.Outdated != nil {
		t.Error("confirming does not close the finding")
	}
}

func TestExplanationIsTakenAway(t *testing.T) {
	_, s, _ := checkOf(t)
	was := s.report.Explained()
	s.choice.state.SetSelectedIndex(stateExplained)
	if shown := s.table.Shown(); len(shown) != was {
		t.Fatalf("%d shown of %d explained", len(shown), was)
	}
	s.choose(s.table.Shown()[0])
	test.Tap(s.words.remove)
	if s.report.Explained() != was-1 {
		t.Errorf("%d explained after %d", s.report.Explained(), was)
	}
}

func TestCheckChoicesCombineAndReset(t *testing.T) {
	_, s, _ := checkOf(t)
	all := len(s.report.Findings)
	s.choice.section.SetSelected(app.TypeByKey("resident_report").Many.RU + " — 28") // and three that are explained, which the number leaves out
	if n := len(s.table.Shown()); n != 31 {
		t.Fatalf("%d findings of reports", n)
	}
	s.choice.resident.SetSelectedIndex(1)
	one := s.choice.chosenResident()
	for _, id := range s.table.Shown() {
		if f := s.report.Findings[id-1]; f.Resident != one || f.Home().Type != "resident_report" {
			t.Errorf("shown: %s of resident %d", f.Type.Key, f.Resident)
		}
	}
	s.choice.level.SetSelectedIndex(1)
	if shown, _ := s.table.Len(); shown != 0 || !strings.Contains(s.view.Header.Count(), "не подходит") {
		t.Errorf("%d errors shown, %q", shown, s.view.Header.Count())
	}
	test.Tap(s.again)
	if shown, _ := s.table.Len(); shown != all {
		t.Errorf("%d of %d after the reset", shown, all)
	}
}

func TestExplanationOpensAtItsFinding(t *testing.T) {
	_, s, _ := checkOf(t)
	for _, f := range s.report.Findings {
		if f.Explanation != nil {
			s.Open(f.Explanation.ID, "")
			if got := s.report.Findings[s.table.Selected()-1]; got.Explanation == nil || got.Explanation.ID != f.Explanation.ID {
				t.Errorf("explanation %d opens %s %s", f.Explanation.ID, got.Rule, got.Place())
			}
		}
	}
}

func TestLettersAreWrittenFromTheWindow(t *testing.T) {
	d, s, _ := checkOf(t)
	d.PackageDir = t.TempDir()
	s.onLetters()
	top := d.Window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no folder is asked for")
	}
	desktest.Press(t, top, d.T("ui.file.this_folder"))
	if letters, _ := filepath.Glob(filepath.Join(d.PackageDir, "Запрос *.pdf")); len(letters) == 0 {
		files, _ := os.ReadDir(d.PackageDir)
		t.Errorf("no letters, %d files", len(files))
	}
	desktest.Press(t, d.Window.Canvas().Overlays().Top(), d.T("ui.package.preview"))
	if top = d.Window.Canvas().Overlays().Top(); top == nil || len(d.Failed) != 0 {
		t.Fatalf("the letters are not shown: %v", d.Failed)
	}
	desktest.Press(t, top, d.T("ui.view.close"))
}

// The papers of a check are in the language that is chosen for them, whatever the window's is.
func TestPapersOfACheckAreInTheChosenLanguage(t *testing.T) {
	d, s, _ := checkOf(t)
	for i, want := range []string{"Протокол", "Protocol of the check"} {
		s.lang.box.SetSelectedIndex(i)
		path := filepath.Join(t.TempDir(), "p.xlsx")
		s.writeProtocol(d.Look(), path)
		tables, err := zip.OpenReader(path)
		if err != nil {
			t.Fatal(err)
		}
		words, err := fs.ReadFile(tables, "xl/workbook.xml")
		if err != nil || !strings.Contains(string(words), want) {
			t.Errorf("no %q in the protocol, %v", want, err)
		}
		if err := tables.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Where nobody has to be written to there is nothing to look at, and no button for it.
func TestNoLettersAreNotOfferedToBeSeen(t *testing.T) {
	d, s, _ := checkOf(t)
	seen := *d.Look()
	seen.Report.Findings = nil
	s.writeLetters(&seen, t.TempDir())
	top := d.Window.Canvas().Overlays().Top()
	if top == nil || desktest.Pressed(top, d.T("ui.package.preview")) || !desktest.Pressed(top, d.T("ui.ok")) {
		t.Errorf("told %q", desktest.Said(top))
	}
}
