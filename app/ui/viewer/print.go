package viewer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/ui/kit"
	"technopark/reports/attach"
)

// printDialog asks what of a paper to print and how.
type printDialog struct {
	viewer   *Viewer
	pages    *kit.Entry
	twoSided *kit.Check
	wrong    *widget.Label
	shown    *dialog.CustomDialog
	send     func(ctx context.Context, path, title string, twoSided bool) error
}

func askToPrint(v *Viewer) *printDialog {
	d := v.desk
	p := &printDialog{viewer: v, wrong: kit.Wrapped(), send: sendToPrinter}
	p.twoSided = kit.NewCheck(d.T("ui.print.two_sided"))
	p.wrong.Hide()
	p.pages = kit.NewEntry(func(string) { p.print() })
	show := kit.NewButton(d.T("ui.print.go"), p.print)
	show.Importance = widget.HighImportance
	cancel := kit.NewButton(d.T("ui.cancel"), p.hide)
	show.OnEscape, cancel.OnEscape, p.pages.OnEscape, p.twoSided.OnEscape = p.hide, p.hide, p.hide, p.hide
	box := container.NewVBox(widget.NewLabel(d.T("ui.print.pages", "N", v.count)), p.pages)
	if canTwoSide(runtime.GOOS) {
		box.Add(p.twoSided)
	} else {
		hint := kit.Wrapped()
		hint.SetText(d.T("ui.print.two_sided_hint"))
		box.Add(hint)
	}
	box.Add(p.wrong)
	box.Add(container.NewCenter(container.NewHBox(show, cancel)))
	p.shown = kit.NewDialog(d.T("ui.print.title"), box, d.Window)
	p.shown.Resize(kit.Within(d.Window, 520, 0))
	p.shown.Show()
	d.Window.Canvas().Focus(p.pages)
	return p
}

func (p *printDialog) hide() {
	p.shown.Hide()
	p.viewer.pages.Focus()
}

// print sends the chosen pages to the printer; a wrong choice is told beside it.
func (p *printDialog) print() {
	v, d := p.viewer, p.viewer.desk
	chosen, err := attach.ParsePages(p.pages.Text, v.count)
	if err != nil {
		p.wrong.SetText(d.T("ui.print.no_pages", "Pages", p.pages.Text, "N", v.count))
		p.wrong.Show()
		d.Window.Canvas().Focus(p.pages)
		return
	}
	twoSided := p.twoSided.Checked
	p.hide()
	d.Tasks.Run(d.T("ui.print.working"), func(ctx context.Context, _ kit.Progress) error {
		return p.sendPages(ctx, chosen, twoSided)
	}, func(err error) { p.tell(err, len(chosen)) })
}

// sendPages writes the chosen pages into a file of their own and gives it to the printer.
func (p *printDialog) sendPages(ctx context.Context, chosen []int, twoSided bool) error {
	pdf, err := attach.Cut(p.viewer.pdf, chosen)
	if err != nil {
		return err
	}
	dir, err := disk.TempDir("print")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "print.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		return err
	}
	return p.send(ctx, path, p.viewer.title, twoSided)
}

// tell says what came of so many pages; who gave up knows it already.
func (p *printDialog) tell(err error, pages int) {
	d := p.viewer.desk
	said := d.N("ui.print.done", pages)
	switch {
	case errors.Is(err, context.Canceled):
		return
	case err != nil:
		said = d.T("ui.print.failed", "Why", d.Say(err))
	}
	kit.Tell(d.Window, d.T("ui.print.title"), said, d.T("ui.ok"))
}

// canTwoSide reports whether the system's way of printing can be told to use both sides.
func canTwoSide(goos string) bool { return goos != "windows" }

// printedFile is the variable in which the path is given to PowerShell: there it needs no
// quoting.
const printedFile = "TECHNOPARK_PRINT"

// printCommand returns the system's way of printing a PDF on the default printer.
func printCommand(goos, path, title string, twoSided bool) []string {
	if goos == "windows" {
		return []string{"powershell", "-NoProfile", "-Command", "Start-Process -FilePath $env:" + printedFile + " -Verb Print"}
	}
	sides := "one-sided"
	if twoSided {
		sides = "two-sided-long-edge"
	}
	return []string{"lp", "-t", title, "-o", "media=A4", "-o", "sides=" + sides, path}
}

// sendToPrinter gives a file to the spooler. On Windows another program prints it in its
// own time, so the file stays until the system clears its temporary files.
func sendToPrinter(ctx context.Context, path, title string, twoSided bool) error {
	command := printCommand(runtime.GOOS, path, title, twoSided)
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Env = append(os.Environ(), printedFile+"="+path)
	said, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if errors.Is(err, exec.ErrNotFound) {
		return &app.Refusal{ID: "ui.print.no_command", Data: map[string]any{"Command": command[0]}, Cause: err}
	}
	if err != nil {
		if words := strings.TrimSpace(string(said)); words != "" {
			return fmt.Errorf("%s", words)
		}
		return fmt.Errorf("print: %w", err)
	}
	if runtime.GOOS == "windows" {
		return nil
	}
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		return fmt.Errorf("clear printed file: %w", err)
	}
	return nil
}
