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
	"unicode/utf8"

	"technopark/app"
	"technopark/app/disk"
)

// job is what goes to a printer and how.
type job struct {
	title    string // of the paper, under which the queue shows it and the file is named
	printer  string // its queue; «» for the default one
	copies   int
	twoSided bool
	large    bool // on A3 instead of A4
}

// fileName returns the name of a file for the title of a paper.
func fileName(title string) string {
	return app.AsFileName(shortened(title, mostName)) + ".pdf"
}

// How long, in bytes, the name of a printed file may be without its ending, and the name of a
// job (RFC 8011, 5.1.2): what is longer has no name at all in the queue.
const (
	mostName  = 200
	mostTitle = 255
)

// shortened returns a text of so many bytes at most, cut between two letters.
func shortened(text string, most int) string {
	if len(text) <= most {
		return text
	}
	end := most
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// canChoose reports whether the system's way of printing takes a printer, copies and sides.
func canChoose() bool { return runtime.GOOS != "windows" }

// command returns the way of CUPS to print a PDF.
func (j job) command(path string) []string {
	command := []string{"lp", "-t", shortened(j.title, mostTitle), "-n", strconv.Itoa(max(1, j.copies))}
	if j.printer != "" {
		command = append(command, "-d", j.printer)
	}
	media, sides := "A4", "one-sided"
	if j.large {
		media = "A3"
	}
	if j.twoSided {
		sides = "two-sided-long-edge"
	}
	return append(command, "-o", "media="+media, "-o", "fit-to-page", "-o", "sides="+sides, "--", path)
}

// send writes a PDF into a file of its own and gives it to the spooler, which takes a copy.
// On Windows another program prints it in its own time, so there the file stays until the
// next start.
func (j job) send(ctx context.Context, pdf []byte) error {
	dir, err := disk.TempDir("print")
	if err != nil {
		return err
	}
	if canChoose() {
		defer func() { _ = os.RemoveAll(dir) }() // the next start tries again
	}
	path := filepath.Join(dir, fileName(j.title))
	if err := disk.WriteNew(path, pdf); err != nil {
		return err
	}
	if !canChoose() {
		return printByShell(path)
	}
	command := j.command(path)
	said, err := run(ctx, command)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return &app.Refusal{ID: "ui.print.no_command", Data: map[string]any{"Command": command[0]}, Cause: err}
	case err != nil:
		return j.refused(ctx, said, err)
	}
	return nil
}

// run runs a command in the one language in which its words are known.
func run(ctx context.Context, command []string) (said string, err error) {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "LANGUAGE=C")
	out, err := cmd.CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

// refused says why a print was refused: a spooler that does not run, no printer at all, none
// to be taken without asking, one that is gone or takes nothing, or, in its own words,
// anything else.
func (j job) refused(ctx context.Context, said string, err error) error {
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
	case has("does not exist", "unknown destination", "not found"):
		return &app.Refusal{ID: "ui.print.gone", Data: map[string]any{"Printer": j.printer}, Cause: whole}
	case has("not accepting jobs"):
		return &app.Refusal{ID: "ui.print.rejecting", Data: map[string]any{"Printer": j.printer}, Cause: whole}
	case said != "":
		return fmt.Errorf("%s", said)
	}
	return fmt.Errorf("print: %w", err)
}

// waiting returns the queue that took a print but stands still, or "": what it was given is
// printed when somebody starts it again, and until then nobody sees why nothing comes.
func (j job) waiting(ctx context.Context) string {
	if !canChoose() {
		return ""
	}
	within, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	queue := j.printer
	if queue == "" {
		said, err := run(within, []string{"lpstat", "-d"}) // system default destination: Office
		if _, name, ok := strings.Cut(said, ": "); err == nil && ok {
			queue = name
		}
	}
	if queue == "" {
		return ""
	}
	said, err := run(within, []string{"lpstat", "-p", queue}) // printer Office disabled since …
	if err != nil || !strings.Contains(said, "disabled since") {
		return ""
	}
	return queue
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
