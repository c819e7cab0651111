package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/rollover"
	"technopark/app/submission"
)

// Why a command ends with another code than 0 or 3; an error that wraps one of them has
// its code, whatever its words are.
var (
	errWords    = errors.New("the command is worded wrongly") // exit 2
	errFindings = errors.New("errors found in the data")      // exit 1, without a word: the answer has them
)

// ErrNoWindow says that this build or this computer cannot show a window.
var ErrNoWindow error = &app.Refusal{ID: "cli.no_window"}

// exitOf is the one place that knows which exit code an error is. What nobody has put into
// words, unless it comes from the system, is a fault of the program itself.
func exitOf(err error) int {
	_, said := app.Refused(err)
	var system *fs.PathError
	var number syscall.Errno
	switch {
	case err == nil:
		return ExitOK
	case errors.Is(err, errFindings), errors.Is(err, submission.ErrErrorsFound):
		return ExitFindings
	case errors.Is(err, errWords), errors.Is(err, submission.ErrNoOwnSheets), errors.Is(err, rollover.ErrOrder):
		return ExitUsage
	case said, app.FaultsOf(err) != nil, errors.As(err, &system), errors.As(err, &number):
		return ExitData
	}
	return ExitBug
}

// errorJSON is what goes to standard error instead of a sentence with --json. Standard
// output has the answer of the command or nothing.
type errorJSON struct {
	Error   string `json:"error"`     // id of the message, by which scripts tell causes apart
	Message string `json:"message"`   // in Russian, as people read it
	Exit    int    `json:"exit_code"` // of the process
	File    string `json:"file"`      // or directory it is about; may be empty
}

// report says what an error is about and returns the exit code it stands for.
func (s *session) report(err error) int {
	code := exitOf(err)
	s.note(code, err)
	s.tellSwept()
	if code == ExitOK || errors.Is(err, errFindings) {
		return code
	}
	answer := errorJSON{Error: "cli.failed", Message: s.sentence(err), Exit: code}
	if r, ok := app.Refused(err); ok {
		answer.Error = r.ID
		answer.File, _ = r.Data["File"].(string)
	}
	s.tell(answer)
	return code
}

// tellSwept remarks what earlier runs that were cut off had left and is gone now. Who asked for
// JSON reads one object there, and that is of the error.
func (s *session) tellSwept() {
	if paths := disk.Swept(); len(paths) > 0 && !s.json {
		fmt.Fprintln(s.Stderr, s.words.N("common.swept", len(paths), map[string]any{"Folder": filepath.Dir(paths[0])}))
	}
}

// tell prints what went wrong in the form that was asked for.
func (s *session) tell(answer errorJSON) {
	if !s.json {
		fmt.Fprintln(s.Stderr, answer.Message)
		return
	}
	enc := json.NewEncoder(s.Stderr)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(answer); err != nil {
		fmt.Fprintln(s.Stderr, answer.Message)
	}
}

// sentence puts an error into words; of one that nobody has put into words it gives what
// developers need. What it quotes of a file does not steer the terminal.
func (s *session) sentence(err error) string {
	text, ok := s.words.Sentence(err, nil)
	if !ok {
		text = s.words.T("cli.failed", map[string]any{"Reason": err.Error()})
	}
	return app.Marked(text)
}
