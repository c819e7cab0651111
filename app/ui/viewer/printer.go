package viewer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/disk"
)

// job is what goes to a printer and how.
type job struct {
	title    string // of the paper, under which the queue shows it and the file is named
	printer  string // its queue; «» for the default one
	copies   int
	twoSided bool
	ownSize  bool // sheets larger than A4 keep their size
}

// fileName returns the name of a file for the title of a paper.
func fileName(title string) string {
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '_'
		}
		return r
	}, title)
	for len(plain) > mostName {
		runes := []rune(plain)
		plain = string(runes[:len(runes)-1])
	}
	return strings.Trim(plain, " .") + ".pdf"
}

// mostName is how long the name of a printed file may be without its ending, in bytes.
const mostName = 200

// canChoose reports whether the system's way of printing takes a printer, copies and sides.
func canChoose(goos string) bool { return goos != "windows" }

// printedFile is the variable in which the path is given to PowerShell: there it needs no
// quoting.
const printedFile = "TECHNOPARK_PRINT"

// command returns the system's way of printing a PDF.
func (j job) command(goos, path string) []string {
	if goos == "windows" {
		return []string{"powershell", "-NoProfile", "-Command", "Start-Process -FilePath $env:" + printedFile + " -Verb Print"}
	}
	command := []string{"lp", "-t", j.title, "-n", strconv.Itoa(max(1, j.copies))}
	if j.printer != "" {
		command = append(command, "-d", j.printer)
	}
	if j.ownSize {
		command = append(command, "-o", "print-scaling=none")
	} else {
		command = append(command, "-o", "media=A4", "-o", "fit-to-page")
	}
	sides := "one-sided"
	if j.twoSided {
		sides = "two-sided-long-edge"
	}
	return append(command, "-o", "sides="+sides, "--", path)
}

// send writes a PDF into a file of its own and gives it to the spooler, which takes a copy.
// On Windows another program prints it in its own time, so there the file stays until the
// next start.
func (j job) send(ctx context.Context, pdf []byte) error {
	dir, err := disk.TempDir("print")
	if err != nil {
		return err
	}
	if canChoose(runtime.GOOS) {
		defer func() { _ = os.RemoveAll(dir) }() // the next start tries again
	}
	path := filepath.Join(dir, fileName(j.title))
	if err := disk.WriteNew(path, pdf); err != nil {
		return err
	}
	command := j.command(runtime.GOOS, path)
	said, err := run(ctx, command, printedFile+"="+path)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return &app.Refusal{ID: "ui.print.no_command", Data: map[string]any{"Command": command[0]}, Cause: err}
	case err != nil:
		return refused(ctx, said, err)
	}
	return nil
}

// run runs a command in the one language in which its words are known.
func run(ctx context.Context, command []string, more ...string) (said string, err error) {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Env = append(append(os.Environ(), "LC_ALL=C.UTF-8", "LANGUAGE=C"), more...)
	out, err := cmd.CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

// refused says why a print was refused: a spooler that does not run, no printer at all, none
// to be taken without asking, or, in its own words, anything else.
func refused(ctx context.Context, said string, err error) error {
	state, stopped := run(ctx, []string{"lpstat", "-r"})
	queues := printers(ctx)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(strings.ToLower(said), w) })
	}
	whole := fmt.Errorf("print: %w: %s", err, said)
	asked := !errors.Is(stopped, exec.ErrNotFound) // there is a command to ask the spooler with
	switch {
	case asked && (strings.Contains(state, "not running") || has("scheduler not responding", "unable to connect", "bad file descriptor", "connection refused")):
		return &app.Refusal{ID: "ui.print.stopped", Cause: whole}
	case stopped == nil && len(queues) == 0:
		return &app.Refusal{ID: "ui.print.no_queue", Cause: whole}
	case has("no default destination"):
		return &app.Refusal{ID: "ui.print.no_default", Cause: whole}
	case said != "":
		return fmt.Errorf("%s", said)
	}
	return fmt.Errorf("print: %w", err)
}

// askTime is how long the spooler may take to name its printers.
const askTime = 3 * time.Second

// printers returns the names of the queues; none where they cannot be asked for.
func printers(ctx context.Context) []string {
	within, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	said, err := run(within, []string{"lpstat", "-e"})
	if err != nil {
		return nil
	}
	var names []string
	for _, name := range strings.Fields(said) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
