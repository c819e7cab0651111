package papers

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desktest"
	"technopark/reports/attach"
)

func TestPackageIsSavedAsItWasLookedAt(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	test.Tap(s.preview)
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

// fakePrinter puts a command lp on the path that keeps what it was given.
func fakePrinter(t *testing.T, script string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "lp"), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	t.Setenv("KEPT", dir)
	return dir
}

func TestChosenPagesArePrinted(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	made, err := submission.Make(d.Ctx(), d.Store, d.Regulations, s.request(), "", nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := fakePrinter(t, `for last; do :; done; cp "$last" "$KEPT/sent.pdf"; echo "$@" > "$KEPT/asked"`)
	v := showPaper(d.Desk, "Пакет", made.Bytes, made.Pages)
	p := askToPrint(v)
	p.pages.SetText("1, 99")
	p.print()
	if !strings.Contains(p.wrong.Text, "1, 99") || !p.wrong.Visible() {
		t.Errorf("a wrong choice: %q", p.wrong.Text)
	}
	p.pages.SetText("2-3, 5")
	p.twoSided.SetChecked(true)
	p.print()
	sent, err := os.ReadFile(filepath.Join(dir, "sent.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if n, err := attach.PageCount(sent); err != nil || n != 3 {
		t.Errorf("%d pages sent, %v", n, err)
	}
	said, err := os.ReadFile(filepath.Join(dir, "asked"))
	if err != nil || !strings.Contains(string(said), "sides=two-sided-long-edge") || !strings.Contains(string(said), "media=A4") {
		t.Errorf("asked %q, %v", said, err)
	}
	path := strings.TrimSpace(string(said[strings.LastIndex(string(said), " ")+1:]))
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s was left: %v", path, err)
	}
}

func TestPrinterThatIsNotThereIsTold(t *testing.T) {
	fakePrinter(t, "echo 'lp: Error - no default destination' >&2; exit 1")
	path := filepath.Join(t.TempDir(), "print.pdf")
	err := sendToPrinter(t.Context(), path, "Пакет", false)
	if err == nil || !strings.Contains(err.Error(), "no default destination") {
		t.Errorf("%v", err)
	}
	if got := strings.Join(printCommand("windows", path, "Пакет", true), " "); !strings.Contains(got, "-Verb Print") || strings.Contains(got, path) {
		t.Errorf("on Windows: %s", got)
	}
}

func TestDocumentIsShownAsItsSheets(t *testing.T) {
	d := desktest.New(t)
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "icon.png"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := submission.NewDocument("план.png", data, false)
	if err != nil {
		t.Fatal(err)
	}
	doc.Park = d.Park
	keep := func(tx app.Tx) error { return submission.KeepDocument(d.Ctx(), tx, doc, data) }
	if err := d.Store.Change(d.Ctx(), "план", keep); err != nil {
		t.Fatal(err)
	}
	viewDocument(d.Desk, doc)
	if d.Window.Canvas().Overlays().Top() == nil || len(d.Failed) != 0 {
		t.Errorf("not shown: %v", d.Failed)
	}
}
