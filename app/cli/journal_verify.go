package cli

import (
	"strconv"
	"time"

	"technopark/app"
	"technopark/app/history"
)

// controlJSON is the control value of a journal and what it says of one that was printed.
type controlJSON struct {
	File     string        `json:"file"`
	OK       bool          `json:"ok"`      // the file holds what the program wrote, and the value is its own
	Control  string        `json:"control"` // of the file now; «» of an empty journal
	Entries  int64         `json:"entries"` // in the journal
	Hash     string        `json:"hash"`    // of the last, whole
	Expected *expectedJSON `json:"expected"`
	Problems []problemJSON `json:"problems"` // as verify tells them; never null
}

// expectedJSON is what a printed value says.
type expectedJSON struct {
	Control string  `json:"control"` // as it was read
	Entry   int64   `json:"entry"`   // whose it is
	Same    bool    `json:"same"`    // that entry of this file has it
	At      *string `json:"at"`      // when it was written; null when there is no such entry
	After   int64   `json:"after"`   // entries written since
}

// verify proves the journal and the records, and says whether a printed control value is that of this
// file at the moment it names. One that is not is a finding.
func (c journalCommand) verify(s *session) error {
	var expected app.Control
	if c.Expect != nil {
		var ok bool
		if expected, ok = app.ParseControl(*c.Expect); !ok {
			return &app.Refusal{ID: "cli.journal.bad_control", Data: map[string]any{"What": *c.Expect}, Cause: errWords}
		}
	}
	store, err := s.open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }() // opened for reading: nothing can be lost
	verdict, err := store.Verify(s.ctx)
	if err != nil {
		return app.About(c.File, err)
	}
	fault := app.About(c.File, verdict.Err())
	answer := controlJSON{
		File: c.File, OK: fault == nil, Entries: verdict.Entries, Hash: verdict.Hash, Problems: s.problemsAnswer(verdict.Problems),
		Control: controlOf(verdict),
	}
	if c.Expect != nil {
		if answer.Expected, err = s.expected(store, expected); err != nil {
			return app.About(c.File, err)
		}
		if fault == nil && !answer.Expected.Same {
			answer.OK, fault = false, errFindings
		}
	}
	if c.JSON {
		if err := s.printJSON(answer); err != nil {
			return err
		}
		return fault
	}
	s.printVerdict(verdict, nil, false)
	s.printControl(answer)
	return fault
}

// expected looks for the entry a value was printed of.
func (s *session) expected(store Store, c app.Control) (*expectedJSON, error) {
	is, err := history.Compare(s.ctx, store, c)
	if err != nil {
		return nil, err
	}
	answer := &expectedJSON{Control: c.String(), Entry: c.Entry, Same: is.Same, After: int64(is.After)}
	if is.Entry != nil {
		at := is.Entry.At.Format(time.RFC3339)
		answer.At = &at
	}
	return answer, nil
}

// printControl says the value of the file, and what became of the one that was expected.
func (s *session) printControl(answer controlJSON) {
	if answer.Control != "" {
		s.say("cli.journal.control", map[string]any{"Control": answer.Control})
	}
	e := answer.Expected
	if e == nil {
		return
	}
	data := map[string]any{"Control": e.Control, "Entry": strconv.FormatInt(e.Entry, 10), "After": s.words.N("common.records", int(e.After), nil)}
	switch {
	case e.At == nil:
		s.say("cli.journal.control_ahead", data)
	case !e.Same:
		s.say("cli.journal.control_other", data)
	default:
		at, _ := time.Parse(time.RFC3339, *e.At) // it was written above
		data["When"] = history.Moment(at, s.Now().Location())
		s.say("cli.journal.control_same", data)
	}
}
