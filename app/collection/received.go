package collection

import (
	"errors"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/questionnaire"
)

// Verdict is what can be done with a file that came.
type Verdict uint8

// The verdicts, those that nothing can be taken of last.
const (
	Ready    Verdict = iota // all of it can be accepted
	Nothing                 // it says what is recorded already
	AsSent                  // it is as it was sent: nobody has filled it in
	Unsure                  // it can be accepted when a person has confirmed what looks like slips
	Rejected                // some of its cells cannot be taken, so none is
	Unfit                   // it is a questionnaire, but cannot be taken as a whole
	Unread                  // it is no questionnaire, or cannot be read
	PassedBy                // it lay beside the answers and is none
)

// Key returns the name of a verdict in JSON.
func (v Verdict) Key() string {
	return [...]string{"ready", "unchanged", "as_sent", "unsure", "rejected", "unfit", "unread", "skipped"}[v]
}

// Received is a file that came as an answer, and what it would do.
type Received struct {
	Path     string                // where it is
	Name     string                // without the directory
	SHA256   string                // of its bytes; empty for one that was not read
	Answer   *questionnaire.Answer // what it says; nil where it is no questionnaire
	Refused  error                 // why it is none: an app.Refusal
	Plan     *questionnaire.Plan   // what it would change; nil where it is none
	Findings []check.Finding       // of the check, that its figures would raise
	Confirm  app.Text              // why a person is to confirm the file as a whole; zero for no need

	raw   []byte // kept while they are few
	found bool   // in a directory: nobody named the file itself
}

// Verdict says what can be done with the file.
func (r *Received) Verdict() Verdict {
	switch {
	case r.Refused != nil && r.found && (errors.Is(r.Refused, questionnaire.ErrNone) || !sheetLike(r.Path)):
		return PassedBy
	case r.Refused != nil || r.Plan == nil:
		return Unread
	case !r.Plan.Fault.Zero():
		return Unfit
	case r.Plan.Count(exchange.Rejected) > 0:
		return Rejected
	case len(r.Plan.Records()) == 0 && r.Answer.Unsaved:
		return AsSent
	case len(r.Plan.Records()) == 0:
		return Nothing
	case r.Plan.Doubts() > 0 || !r.Confirm.Zero():
		return Unsure
	}
	return Ready
}

// sheetLike reports whether people call tables so.
func sheetLike(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".ods", ".fods", ".numbers", ".csv", "":
		return true
	}
	return false
}

// Bytes returns the file as it was read. One that has changed since is refused.
func (r *Received) Bytes() ([]byte, error) {
	if r.raw != nil {
		return r.raw, nil
	}
	raw, err := disk.Read(r.Path, MostBytes, errTooBig())
	if err != nil {
		return nil, err
	}
	if app.Content(raw) != r.SHA256 {
		return nil, &app.Refusal{ID: "err.answer_changed", Data: map[string]any{"File": r.Name}}
	}
	return raw, nil
}
