package cli

import (
	"errors"

	"technopark/app"
)

// verifyCommand says whether a file is whole, its journal as it was written and its
// documents as they were attached.
type verifyCommand struct {
	File string `arg:"" place:""`
	JSON bool   `name:"json"`
}

type verifyJSON struct {
	File    string  `json:"file"`
	OK      bool    `json:"ok"`
	Entries int64   `json:"entries"` // in the journal; 0 when it cannot be read
	Error   *string `json:"error"`   // a sentence
}

// Run ends with exit code 3 when the file is damaged or its journal was tampered with. This is
// the answer that was asked for, so with --json it goes to standard output; any other fault
// goes to standard error as usual.
func (c verifyCommand) Run(s *session) error {
	entries, err := s.verify(c.File)
	if err != nil && !errors.Is(err, app.ErrDamaged) {
		return err
	}
	if !c.JSON {
		if err == nil {
			s.say("cli.verify.whole", map[string]any{"Entries": s.words.N("common.records", int(entries), nil)})
		}
		return err
	}
	answer := verifyJSON{File: c.File, OK: err == nil, Entries: entries}
	if err != nil {
		text := s.sentence(err)
		answer.Error = &text
	}
	return errors.Join(err, s.printJSON(answer))
}

// verify returns how many entries the journal has. Opening checks the file itself.
func (s *session) verify(path string) (entries int64, err error) {
	store, err := s.open(path)
	if err != nil {
		return 0, err
	}
	defer func() { _ = store.Close() }() // opened for reading: nothing can be lost
	broken := errors.Join(store.VerifyJournal(s.ctx), store.VerifyContents(s.ctx))
	newest, err := store.Journal(s.ctx, app.JournalFilter{Limit: 1})
	if err == nil && len(newest) > 0 {
		entries = newest[0].ID // they are numbered without a gap
	}
	if broken != nil {
		err = broken
	}
	return entries, app.About(path, err)
}
