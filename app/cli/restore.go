package cli

import (
	"errors"
	"path/filepath"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/disk"
)

// restoreCommand brings the data file in a copy back, beside whatever there is.
type restoreCommand struct {
	Copy           string `arg:"" place:""`
	To             string `required:"" place:""`
	Against        string `place:""` // what is now, to compare with; the file the copy was made of
	PassphraseFile string `name:"passphrase-file" place:""`
	JSON           bool   `name:"json"`
}

type restoreJSON struct {
	File    string       `json:"file"`
	Copy    string       `json:"copy"`
	Holds   holdsJSON    `json:"holds"`
	Flaw    *errorSaid   `json:"flaw"`    // what in it is not as the program wrote it; null when all is
	Against *againstJSON `json:"against"` // null when there is nothing to compare with
}

type againstJSON struct {
	File    string     `json:"file"`
	After   int64      `json:"after"` // entries of the journal since the copy
	Apart   bool       `json:"apart"` // the copy is no earlier moment of that file
	Records []diffJSON `json:"records"`
}

type diffJSON struct {
	Record string `json:"record"`
	Copy   int64  `json:"copy"`
	Now    int64  `json:"now"`
}

// Run writes the file and says what it holds against what is now. A copy that is not as the program
// wrote it comes back too, and is a finding.
func (c restoreCommand) Run(s *session) error {
	if c.Against != "" { // before anything is written
		if err := s.Copies.Opens(c.Against); err != nil {
			return err
		}
	}
	is, err := c.restore(s)
	if err != nil {
		return err
	}
	holds := is.Holds
	against, err := c.against(s, holds)
	if err != nil {
		return err
	}
	if c.JSON {
		err := s.printJSON(restoreJSON{File: c.To, Copy: c.Copy, Holds: holdsAnswer(holds), Against: against, Flaw: s.said(is.Flaw)})
		return errors.Join(err, found(is.Flaw))
	}
	s.say("cli.restore.done", map[string]any{"File": c.To})
	s.printHolds(holds)
	s.printFlaw(is.Flaw)
	if against != nil {
		s.printAgainst(against)
	}
	return found(is.Flaw)
}

// found is the finding that a flaw is; nil where there is none.
func found(flaw error) error {
	if flaw == nil {
		return nil
	}
	return errFindings
}

// restore writes the file. Where the passphrase of the settings opens it, nobody is asked.
func (c restoreCommand) restore(s *session) (copies.Restored, error) {
	passphrase, err := s.opens(c.Copy, c.PassphraseFile)
	if err != nil {
		return copies.Restored{}, err
	}
	return s.Copies.Restore(s.ctx, c.Copy, c.To, passphrase, nil)
}

// opens returns the passphrase that opens a copy; «» where that of the settings does, or none
// is wanted.
func (s *session) opens(path, passphraseFile string) (string, error) {
	if err := disk.Plain(path); err != nil {
		return "", err
	}
	if copies.IsSealed(path) && (passphraseFile != "" || !s.Copies.Unlocked(path)) {
		return s.passphrase(passphraseFile, false)
	}
	return "", nil
}

// against compares what came back with what is now. What was not named is only a service:
// when it cannot be read, nothing is compared.
func (c restoreCommand) against(s *session, holds app.Holding) (*againstJSON, error) {
	file := c.Against
	if file == "" {
		file = s.Copies.SourceOf(c.Copy)
	}
	if file == "" {
		return nil, nil
	}
	is, err := s.Copies.Compare(s.ctx, holds, file)
	if err != nil {
		if c.Against == "" {
			err = nil
		}
		return nil, err
	}
	answer := &againstJSON{File: file, After: is.After, Apart: is.Apart, Records: []diffJSON{}}
	for _, d := range is.Records {
		answer.Records = append(answer.Records, diffJSON{d.Type, d.Copy, d.Now})
	}
	return answer, nil
}

// printAgainst prints the types of which there are more or fewer records now.
func (s *session) printAgainst(a *againstJSON) {
	data := map[string]any{"File": filepath.Base(a.File), "Entries": s.words.N("common.records", int(a.After), nil)}
	switch {
	case a.Apart:
		s.say("cli.restore.apart", data)
	case a.After == 0:
		s.say("cli.restore.same", data)
	default:
		s.say("cli.restore.after", data)
	}
	for _, d := range a.Records {
		if d.Copy == d.Now {
			continue
		}
		lang := s.words.Lang()
		s.say("cli.restore.records", map[string]any{
			"What": app.TypeByKey(d.Record).Many.In(lang),
			"Copy": app.FormatNumber(d.Copy, 1, 0, lang), "Now": app.FormatNumber(d.Now, 1, 0, lang),
		})
	}
}
