package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"

	"technopark/app"
	"technopark/app/submission"
)

// usageError is a fault of the command line itself, in the user's words.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

// fileError says which file a fault is about.
type fileError struct {
	path string
	err  error
}

func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

// ErrNoWindow says that this build or this computer cannot show a window.
var ErrNoWindow = errors.New("no window")

// errFindings ends a command that worked and found errors in the data.
var errFindings = errors.New("errors found in the data")

// report prints err as one sentence and returns the exit code it stands for.
func (s *session) report(err error) int {
	var usage *usageError
	var refused *submission.ErrorsFound
	switch {
	case err == nil:
		return ExitOK
	case errors.Is(err, errFindings):
		return ExitFindings
	case errors.As(err, &usage):
		fmt.Fprintln(s.Stderr, usage.text)
		return ExitUsage
	case errors.As(err, &refused):
		n := refused.Report.Open("error")
		fmt.Fprintln(s.Stderr, s.words.N("cli.final_refused", n, nil))
		return ExitFindings
	}
	fmt.Fprintln(s.Stderr, s.sentence(err))
	return ExitData
}

// sentence puts a fault of a file into words.
func (s *session) sentence(err error) string {
	data := map[string]any{}
	var file *fileError
	if errors.As(err, &file) {
		data["File"] = file.path
	}
	var known *refused
	if errors.As(err, &known) {
		return known.text
	}
	if said := submission.SignatureRefusal(s.words, "", err); said != "" {
		return said
	}
	if errors.Is(err, submission.ErrFormat) {
		return s.words.T("err.paper_format", data)
	}
	if errors.Is(err, ErrNoWindow) {
		return s.words.T("cli.no_window", nil)
	}
	if text, ok := s.words.Sentence(err, data); ok {
		return text
	}
	if errors.Is(err, fs.ErrNotExist) {
		if file != nil && !strings.EqualFold(filepath.Ext(file.path), ".tpark") { // only data files are made
			return s.words.T("cli.no_such_file", data)
		}
		return s.words.T("cli.no_file", data)
	}
	data["Reason"] = err.Error()
	return s.words.T("cli.failed", data)
}

// usage translates what the parser found, since its own words are English.
func (s *session) usage(err error) int {
	text := err.Error()
	for _, p := range parserPhrases() {
		if m := p.pattern.FindStringSubmatch(text); m != nil {
			data := map[string]any{"What": m[1]}
			if len(m) > 2 {
				data["Known"] = strings.NewReplacer(`"`, "", ",", ", ").Replace(m[2])
			}
			return s.report(&usageError{s.words.T(p.id, data)})
		}
	}
	return s.report(&usageError{s.words.T("cli.usage", map[string]any{"What": text})})
}

type parserPhrase struct {
	pattern *regexp.Regexp
	id      string
}

func parserPhrases() []parserPhrase {
	return []parserPhrase{
		{regexp.MustCompile(`^missing flags?: (.+)$`), "cli.missing_flag"},
		{regexp.MustCompile(`^expected "(.+)"$`), "cli.missing_argument"},
		{regexp.MustCompile(`^unexpected argument ([^,]+)`), "cli.extra_argument"},
		{regexp.MustCompile(`^unknown flag ([^,]+)`), "cli.unknown_flag"},
		{regexp.MustCompile(`^(--\w+): expected .*\bEOL\b`), "cli.missing_value"},
		{regexp.MustCompile(`^(--\w+): expected .*int`), "cli.not_a_number"},
		{regexp.MustCompile(`^(--\w+) must be one of (.+) but got`), "cli.not_one_of"},
	}
}

// about names the file an error is about; a nil error stays nil.
func about(path string, err error) error {
	if err == nil {
		return nil
	}
	return &fileError{path, err}
}

// aboutDir names the directory when the fault is its own, else the file.
func aboutDir(dir, path string, err error) error {
	if errors.Is(err, app.ErrMissingDir) || errors.Is(err, app.ErrNoWrite) {
		return about(dir, err)
	}
	return about(path, err)
}
