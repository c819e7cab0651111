package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

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
	Altered bool         `json:"altered"` // the copy has other bytes than the program wrote
	Against *againstJSON `json:"against"` // null when there is nothing to compare with
}

type againstJSON struct {
	File    string     `json:"file"`
	After   int64      `json:"after"` // entries of the journal since the copy
	Apart   bool       `json:"apart"` // the copy is no earlier moment of that file
	Same    bool       `json:"same"`  // neither the journal nor a record differs
	Records []diffJSON `json:"records"`
	Repeats bool       `json:"repeats"` // what is wrong with the copy is wrong with the file as well

	Differences []differingJSON `json:"differences"` // in the order of the catalogue
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
	against, file, err := c.against(s, is)
	if err != nil {
		return err
	}
	if c.JSON {
		err := s.printJSON(restoreJSON{
			File: c.To, Copy: c.Copy, Holds: holdsAnswer(is.Holds), Flaw: s.said(is.Flaw), Altered: is.Altered,
			Against: againstAnswer(against, file),
		})
		return errors.Join(err, restoredFound(is))
	}
	s.printRestored(is)
	s.printOrigin(is, against, filepath.Base(file))
	if against != nil {
		s.printAgainst(*against, is, filepath.Base(file))
	}
	return restoredFound(is)
}

// restoredFound is the finding that a file is that is not what was copied.
func restoredFound(is copies.Restored) error {
	if is.Sound() {
		return nil
	}
	return errFindings
}

// printRestored says what came back: only of what is as it was copied that it was checked.
func (s *session) printRestored(is copies.Restored) {
	said := "cli.restore.done"
	switch {
	case is.Flaw != nil:
		said = "cli.restore.flawed"
	case is.Altered:
		said = "cli.restore.altered"
	}
	s.say(said, map[string]any{"File": is.Path})
	s.printHolds(is.Holds)
}

// printOrigin says what is wrong with what came back and, as far as that is known, since when.
func (s *session) printOrigin(is copies.Restored, against *copies.Compared, file string) {
	if is.Flaw == nil {
		return
	}
	id, said := is.Origin(), ""
	if against != nil && against.Repeats {
		id = "cli.backup.flaw"
	}
	if id != "" {
		said = s.words.T(id, nil)
	}
	if against != nil && !against.Repeats {
		said += " " + s.words.T("cli.restore.whole", map[string]any{"File": file})
	}
	fmt.Fprintln(s.Stderr, strings.TrimSpace(said+" "+s.sentence(is.Flaw)))
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

// against compares what came back with what is now, and returns the file it was compared with. What
// was not named is only a service: when it cannot be read, nothing is compared.
func (c restoreCommand) against(s *session, restored copies.Restored) (*copies.Compared, string, error) {
	file := c.Against
	if file == "" {
		file = s.Copies.SourceOf(c.Copy)
	}
	if file == "" {
		return nil, "", nil
	}
	is, err := s.Copies.Compare(s.ctx, restored, file)
	if err != nil {
		if c.Against == "" {
			err = nil
		}
		return nil, file, err
	}
	return &is, file, nil
}

func againstAnswer(is *copies.Compared, file string) *againstJSON {
	if is == nil {
		return nil
	}
	answer := &againstJSON{
		File: file, After: is.After, Apart: is.Apart, Same: is.Same(), Repeats: is.Repeats, Records: []diffJSON{},
		Differences: differencesAnswer(is.Differences),
	}
	for _, d := range is.Records {
		answer.Records = append(answer.Records, diffJSON{d.Type, d.Copy, d.Now})
	}
	return answer
}

// printAgainst prints what came after the copy, and the types of which there are more or fewer
// records now. Where the journal does not account for what differs, the records are named.
func (s *session) printAgainst(a copies.Compared, restored copies.Restored, file string) {
	data := map[string]any{"File": file, "Entries": s.words.N("common.records", int(a.After), nil)}
	switch {
	case a.Apart:
		s.say("cli.restore.apart", data)
	case a.Same() && restored.Sound():
		s.say("cli.restore.same", data)
	case a.After != 0:
		s.say("cli.restore.after", data)
	}
	for _, d := range a.Records {
		if d.Copy == d.Now {
			continue
		}
		lang := s.words.Lang()
		s.say("cli.restore.records", map[string]any{
			"What": app.TypeByKey(d.Type).Many.In(lang),
			"Copy": app.FormatNumber(d.Copy, 1, 0, lang), "Now": app.FormatNumber(d.Now, 1, 0, lang),
		})
	}
	if !restored.Sound() || !a.Apart && a.After == 0 && !a.Same() {
		s.printDifferences(a.Differences)
	}
}
