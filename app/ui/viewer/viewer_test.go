package viewer

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/reports/attach"
)

// fakeSpooler puts commands lp and lpstat on the path; lp keeps what it was given.
func fakeSpooler(t *testing.T, lp, lpstat string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, script := range map[string]string{"lp": lp, "lpstat": lpstat} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	t.Setenv("KEPT", dir)
	t.Setenv("TMPDIR", t.TempDir())
	return dir
}

// kept asserts that nothing is left of what was printed.
func nothingLeft(t *testing.T) {
	t.Helper()
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) != 0 {
		t.Errorf("left %v, %v", left, err)
	}
}

const twoQueues = `[ "$1" = -e ] && printf 'Office\nХолл_3\n'; exit 0`

func TestChosenPagesArePrinted(t *testing.T) {
	d := desktest.New(t)
	req := submission.Request{Park: d.Park, Year: d.Year, Now: d.Now()}
	made, err := submission.Make(d.Ctx(), d.Store, d.Regulations, req, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer made.Close()
	pdf, err := made.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	dir := fakeSpooler(t, `for last; do :; done; cp "$last" "$KEPT/sent.pdf"; printf '%s\n' "$@" > "$KEPT/asked"`, twoQueues)
	v := Show(d.Desk, "Пакет Пример 2020 редакция 1", pdf, made.Pages)
	p := showPrint(v, printers(t.Context()))
	if len(p.printer.Options) != 3 || p.printer.SelectedIndex() != 0 {
		t.Errorf("printers %v", p.printer.Options)
	}
	p.pages.SetText("1, 99")
	p.print()
	if !strings.Contains(p.wrong.Text, "1, 99") || !p.wrong.Visible() {
		t.Errorf("a wrong choice: %q", p.wrong.Text)
	}
	p.pages.SetText("2-3, 5")
	p.copies.SetText("сто")
	p.print()
	if !strings.Contains(p.wrong.Text, "сто") {
		t.Errorf("wrong copies: %q", p.wrong.Text)
	}
	p.copies.SetText(" 2 ")
	p.printer.SetSelected("Холл_3")
	p.twoSided.SetChecked(true)
	p.ownSize.SetChecked(true)
	p.print()
	sent, err := os.ReadFile(filepath.Join(dir, "sent.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if n, err := attach.PageCount(sent); err != nil || n != 3 {
		t.Errorf("%d pages sent, %v", n, err)
	}
	said, err := os.ReadFile(filepath.Join(dir, "asked"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"-t\nПакет Пример 2020 редакция 1\n", "-n\n2\n", "-d\nХолл_3\n", "sides=two-sided-long-edge\n", "media=A4\n", "/Пакет Пример 2020 редакция 1.pdf\n"} {
		if !strings.Contains(string(said), want) {
			t.Errorf("no %q in what was asked:\n%s", want, said)
		}
	}
	nothingLeft(t)
}

// What keeps a paper from being printed is told apart in the user's words, and the file of
// the print goes all the same.
func TestWhyNothingIsPrinted(t *testing.T) {
	for name, c := range map[string]struct{ lp, lpstat, id, words string }{
		"no default":  {"echo 'lp: Error - no default destination available.' >&2; exit 1", twoQueues, "ui.print.no_default", ""},
		"no queue":    {"echo 'lp: Error - no default destination available.' >&2; exit 1", "exit 0", "ui.print.no_queue", ""},
		"stopped":     {"echo 'lp: Error - scheduler not responding.' >&2; exit 1", `[ "$1" = -r ] && echo 'scheduler is not running'; exit 1`, "ui.print.stopped", ""},
		"gone":        {"echo 'lp: Error - The printer or class does not exist.' >&2; exit 1", twoQueues, "ui.print.gone", ""},
		"rejecting":   {"echo 'lp: Destination \"Office\" is not accepting jobs.' >&2; exit 1", twoQueues, "ui.print.rejecting", ""},
		"other words": {"echo 'lp: Out of paper forever' >&2; exit 1", twoQueues, "", "Out of paper"},
	} {
		t.Run(name, func(t *testing.T) {
			fakeSpooler(t, c.lp, c.lpstat)
			err := job{title: "Пакет"}.send(t.Context(), []byte("%PDF"))
			if r, _ := app.Refused(err); err == nil || r.ID != c.id || !strings.Contains(err.Error(), c.words) {
				t.Errorf("%v", err)
			}
			nothingLeft(t)
		})
	}
	t.Setenv("PATH", t.TempDir())
	if r, _ := app.Refused(job{}.send(t.Context(), nil)); r.ID != "ui.print.no_command" {
		t.Errorf("without a spooler: %q", r.ID)
	}
}

// A page larger than A4 goes to the spooler in a job of its own, for A3, between its
// neighbours; a queue that stands still is named.
func TestLargePagesGoOnTheirOwnPaper(t *testing.T) {
	dir := fakeSpooler(t, `printf '%s ' "$@" >> "$KEPT/asked"; echo >> "$KEPT/asked"`,
		`case "$1" in -d) echo 'system default destination: Office';; -p) echo "printer $2 disabled since Mon";; esac`)
	pdf := paperOf(t, "A4", "A4", "A3", "A4")
	done, err := job{title: strings.Repeat("я", 200)}.sendAll(t.Context(), pdf, []int{1, 2, 3, 4}, true)
	if err != nil || done.sent != 4 || done.stopped != "Office" {
		t.Errorf("%+v, %v", done, err)
	}
	said, err := os.ReadFile(filepath.Join(dir, "asked"))
	if err != nil {
		t.Fatal(err)
	}
	var media []string
	for _, line := range strings.Split(strings.TrimSpace(string(said)), "\n") {
		media = append(media, line[strings.Index(line, "media=")+6:][:2])
		if !strings.Contains(line, " "+strings.Repeat("я", 127)+" ") {
			t.Errorf("a name longer than a queue takes: %s", line)
		}
	}
	if strings.Join(media, " ") != "A4 A3 A4" {
		t.Errorf("sent on %q", media)
	}
	if parts, err := batches(t.Context(), pdf, []int{2, 3}, false); err != nil || len(parts) != 1 || parts[0].large {
		t.Errorf("made smaller: %+v, %v", parts, err)
	}
	nothingLeft(t)
}

// paperOf returns a PDF of empty pages of these formats.
func paperOf(t *testing.T, formats ...string) []byte {
	t.Helper()
	sizes := map[string]string{"A4": "595 842", "A3": "842 1191"}
	var kids string
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", ""}
	for i, format := range formats {
		objects = append(objects, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 "+sizes[format]+"]>>")
		kids += fmt.Sprintf("%d 0 R ", i+3)
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(formats), kids)
	var out, table strings.Builder
	out.WriteString("%PDF-1.4\n")
	for i, object := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj%s\nendobj\n", i+1, object)
	}
	start, count := out.Len(), len(objects)+1
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", count, table.String(), count, start)
	return []byte(out.String())
}

func TestNamesOfPrintedFiles(t *testing.T) {
	for title, want := range map[string]string{"Пакет 2020": "Пакет 2020.pdf", "А/Б: «В»?": "А_Б_ «В»_.pdf", strings.Repeat("я", 300): strings.Repeat("я", 100) + ".pdf"} {
		if got := fileName(title); got != want {
			t.Errorf("%q is printed as %q", title, got)
		}
	}
}

// What is shown can be saved as it is shown, under a name that no file has yet.
func TestWhatIsShownIsSaved(t *testing.T) {
	d := desktest.New(t)
	pdf := paperOf(t, "A4")
	Draw(d.Desk, func(context.Context) (submission.Shown, error) {
		return submission.Shown{Name: "Договоры: 2020/2021", PDF: pdf, Pages: 1}, nil
	}, nil)
	top := func() fyne.CanvasObject { return d.Window.Canvas().Overlays().Top() }
	ask := func(path string) string {
		desktest.Press(t, top(), "Сохранить PDF…")
		for _, o := range test.LaidOutObjects(top()) {
			if e, ok := o.(*kit.Entry); ok {
				offered := e.Text
				e.SetText(path)
				desktest.Press(t, top(), "Сохранить")
				return offered
			}
		}
		t.Fatal("no name is asked for")
		return ""
	}
	path := filepath.Join(t.TempDir(), "список")
	if offered := ask(path); offered == "" || strings.ContainsAny(offered, ":/") {
		t.Errorf("the name %q is offered", offered)
	}
	if written, err := os.ReadFile(path + ".pdf"); err != nil || !bytes.Equal(written, pdf) || !strings.Contains(d.Asked(), path+".pdf") {
		t.Errorf("%d bytes written, not %d: %v; told %q", len(written), len(pdf), err, d.Asked())
	}
	if b, ok := d.Window.Canvas().Focused().(*kit.Button); !ok || b.Text != "ОК" {
		t.Errorf("the keyboard is at %v", d.Window.Canvas().Focused())
	}
	var shown []string
	d.ShowMade = func(path string, inFolder bool) error {
		shown = append(shown, fmt.Sprint(path, inFolder))
		return nil
	}
	made := top()
	desktest.Press(t, made, "Показать в папке")
	desktest.Press(t, made, "Открыть")
	if want := []string{path + ".pdftrue", path + ".pdffalse"}; !slices.Equal(shown, want) {
		t.Errorf("shown are %v, not %v", shown, want)
	}
	ask(path)
	if !strings.Contains(d.Asked(), "есть") {
		t.Errorf("over a file that is there is told %q", d.Asked())
	}
}
