package viewer

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app/submission"
	"technopark/app/ui/desktest"
	"technopark/reports/attach"
)

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
	req := submission.Request{Park: d.Park, Year: d.Year, Now: d.Now()}
	made, err := submission.Make(d.Ctx(), d.Store, d.Regulations, req, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := fakePrinter(t, `for last; do :; done; cp "$last" "$KEPT/sent.pdf"; echo "$@" > "$KEPT/asked"`)
	v := Show(d.Desk, "Пакет", made.Bytes, made.Pages)
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
