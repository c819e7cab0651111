package cli

import (
	"cmp"
	"errors"
	"fmt"
	"time"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/disk"
)

// backupCommand makes a copy of a data file: by itself where copies are kept, with To where
// people want it.
type backupCommand struct {
	File           string `arg:"" place:""`
	To             string `place:""` // of a copy that is nobody's but the user's
	Encrypt        bool   // it is sealed with a passphrase
	PassphraseFile string `name:"passphrase-file" place:""` // the first line of which is the passphrase
	Second         string `place:""`                        // a second place for this once
	List           bool   // what copies there are, instead
	Diff           string `place:""` // a copy to compare the file with, instead
	JSON           bool   `name:"json"`
}

type backupJSON struct {
	File    string     `json:"file"`
	Copy    string     `json:"copy"`  // path of it; empty when there is none beside the file
	Fresh   bool       `json:"fresh"` // it was written now
	Second  string     `json:"second"`
	Absent  *errorSaid `json:"absent"`  // why nothing was written to the second place
	Failed  *errorSaid `json:"failed"`  // why nothing was written beside the file
	Removed int        `json:"removed"` // copies that are no longer kept
	Flaw    *errorSaid `json:"flaw"`    // what in the file is not as the program wrote it; null when all is
	Holds   holdsJSON  `json:"holds"`
}

// errorSaid is a fault that did not end the command.
type errorSaid struct {
	Error   string `json:"error"` // id of the message
	Message string `json:"message"`
}

// holdsJSON is what a copy holds.
type holdsJSON struct {
	Records map[string]int64 `json:"records"`
	Entries int64            `json:"entries"` // of the journal
	Hash    string           `json:"hash"`    // of the last
	Changed *string          `json:"changed"` // RFC 3339; null without entries
}

func holdsAnswer(h app.Holding) holdsJSON {
	answer := holdsJSON{Records: h.Records, Entries: h.Entries, Hash: h.Hash}
	if !h.Changed.IsZero() {
		at := h.Changed.UTC().Format(time.RFC3339)
		answer.Changed = &at
	}
	return answer
}

// Run makes the copy, or lists those there are. It ends with 0 when the second place alone
// is not there: the copy beside the file was made, and that is said. A file that is not as the
// program wrote it is copied too, and is a finding.
func (c backupCommand) Run(s *session) error {
	if err := disk.Plain(c.File); err != nil {
		return err
	}
	switch {
	case c.List:
		return c.list(s)
	case c.Diff != "":
		return c.diff(s)
	case c.To != "":
		return c.to(s)
	case c.Encrypt || c.PassphraseFile != "":
		return &app.Refusal{ID: "cli.backup.where", Data: map[string]any{"File": c.File}, Cause: errWords}
	}
	keeper, err := c.keeper(s)
	if err != nil {
		return err
	}
	made, err := keeper.Make(s.ctx, c.File, copies.WhyAsked, nil)
	if err != nil {
		return err
	}
	if c.JSON {
		err := s.printJSON(backupJSON{
			File: c.File, Copy: made.Path, Fresh: made.Fresh, Second: made.Second, Removed: made.Removed,
			Absent: s.said(made.Absent), Failed: s.said(made.First), Flaw: s.said(made.Flaw), Holds: holdsAnswer(made.Entry.Holds),
		})
		return errors.Join(err, found(made.Flaw))
	}
	if made.Path != "" {
		s.say("cli.backup.made", map[string]any{"Copy": made.Path})
	}
	if made.Second != "" {
		s.say("cli.backup.second", map[string]any{"Copy": made.Second})
	}
	s.printHolds(made.Entry.Holds)
	s.printFlaw(made.Flaw)
	for _, err := range []error{made.First, made.Absent} {
		if err != nil {
			fmt.Fprintln(s.Stderr, s.sentence(err))
		}
	}
	return found(made.Flaw)
}

// keeper is the keeper of copies with the second place that was named, if one was.
func (c backupCommand) keeper(s *session) (copies.Keeper, error) {
	keeper := s.Copies
	if c.Second == "" {
		return keeper, nil
	}
	dir, err := copies.ChooseSecond(c.File, c.Second)
	keeper.Settings.Second = dir
	return keeper, err
}

// to writes a copy where people want it.
func (c backupCommand) to(s *session) error {
	passphrase := ""
	if c.Encrypt {
		var err error
		if passphrase, err = s.passphrase(c.PassphraseFile, true); err != nil {
			return err
		}
	}
	is, err := s.Copies.To(s.ctx, c.File, c.To, passphrase, nil)
	if err != nil {
		return err
	}
	if c.JSON {
		err := s.printJSON(backupJSON{File: c.File, Copy: c.To, Fresh: true, Holds: holdsAnswer(is.Holds), Flaw: s.said(is.Flaw)})
		return errors.Join(err, found(is.Flaw))
	}
	s.say("cli.backup.made", map[string]any{"Copy": c.To})
	s.printHolds(is.Holds)
	s.printFlaw(is.Flaw)
	if passphrase != "" {
		s.say("cli.backup.sealed", nil)
	}
	return found(is.Flaw)
}

type diffOfJSON struct {
	File        string          `json:"file"`
	Copy        string          `json:"copy"`
	Differences []differingJSON `json:"differences"` // in the order of the catalogue
}

// diff says in what a copy and the file differ, record by record.
func (c backupCommand) diff(s *session) error {
	passphrase, err := s.opens(c.Diff, c.PassphraseFile)
	if err != nil {
		return err
	}
	found, err := s.Copies.Differences(s.ctx, c.Diff, passphrase, c.File)
	if err != nil {
		return err
	}
	if c.JSON {
		return s.printJSON(diffOfJSON{c.File, c.Diff, differencesAnswer(found)})
	}
	s.printDifferences(found)
	return nil
}

type copiesJSON struct {
	File    string     `json:"file"`
	Folder  string     `json:"folder"`
	Second  string     `json:"second"`
	Absent  *errorSaid `json:"absent"`
	Bytes   int64      `json:"bytes"` // of all copies in both places
	Entries []copyJSON `json:"copies"`
}

type copyJSON struct {
	Made      string     `json:"made"` // RFC 3339
	Why       string     `json:"why"`
	Kept      string     `json:"kept"` // what it is kept for
	Size      int64      `json:"size"`
	Sealed    bool       `json:"sealed"`
	Listed    bool       `json:"listed"` // the program wrote it
	Other     bool       `json:"other"`  // it is of another data file, whose copies come into the same folder
	First     string     `json:"first"`
	Second    string     `json:"second"`
	Fault     string     `json:"fault"`     // id of a message; empty when nothing is known against it
	Checked   *string    `json:"checked"`   // when it was last read back
	Rehearsed *string    `json:"rehearsed"` // when it was last restored for trial
	Holds     *holdsJSON `json:"holds"`     // null when the program did not write it
}

// list says which copies there are, and whether each still has the bytes that were written.
func (c backupCommand) list(s *session) error {
	keeper, err := c.keeper(s)
	if err != nil {
		return err
	}
	l, err := keeper.List(c.File)
	if err != nil {
		return err
	}
	progress := s.waiting("cli.backup.reading", 0)
	err = keeper.ReadAll(s.ctx, l, func(done, all int) {
		progress.total = all
		progress.tell(done, "")
	})
	progress.over()
	if err != nil {
		return err
	}
	if c.JSON {
		return s.printJSON(s.copiesAnswer(c.File, l))
	}
	if len(l.Copies) == 0 {
		s.say("cli.backup.none", map[string]any{"File": c.File})
	}
	for _, is := range l.Copies {
		at := is.Made.In(s.Now().Location())
		fmt.Fprintf(s.Stdout, "%s %s  %s  %s  %s  %s\n", app.DateOf(at), at.Format("15:04"), s.words.T(is.Why.ID(), nil),
			megabytes(is.Size, s.words.Lang()), s.words.T(is.StateID(), nil), is.Path())
	}
	if l.Absent != nil {
		fmt.Fprintln(s.Stderr, s.sentence(l.Absent))
	}
	return nil
}

func (s *session) copiesAnswer(file string, l *copies.Listing) copiesJSON {
	answer := copiesJSON{File: file, Folder: l.Folder, Second: l.Second, Absent: s.said(l.Absent), Bytes: l.Bytes(), Entries: []copyJSON{}}
	moment := func(at time.Time) *string {
		if at.IsZero() {
			return nil
		}
		text := at.Format(time.RFC3339)
		return &text
	}
	for _, c := range l.Copies {
		one := copyJSON{
			Made: c.Made.Format(time.RFC3339), Why: string(c.Why), Kept: string(c.Tier), Size: c.Size, Sealed: copies.IsSealed(c.Path()),
			Listed: c.Listed, Other: c.Other, First: c.First, Second: c.Second, Fault: c.Fault, Checked: moment(c.Checked), Rehearsed: moment(c.Rehearsed),
		}
		if c.Listed {
			holds := holdsAnswer(c.Holds)
			one.Holds = &holds
		}
		answer.Entries = append(answer.Entries, one)
	}
	return answer
}

// said puts a fault into words that did not end the command; nil stays nil.
func (s *session) said(err error) *errorSaid {
	if err == nil {
		return nil
	}
	said := &errorSaid{Error: "cli.failed", Message: s.sentence(err)}
	if r, ok := app.Refused(err); ok {
		said.Error = r.ID
	}
	return said
}

// printFlaw says that a copy is faithful to a file that has faults.
func (s *session) printFlaw(flaw error) {
	if flaw != nil {
		fmt.Fprintln(s.Stderr, s.words.T("cli.backup.flaw", nil)+" "+s.sentence(flaw))
	}
}

// copyBefore makes a copy of a data file before something that changes much at once, and
// returns where it is. One that cannot be made is told and stops nothing: the journal can
// take the change back.
func (s *session) copyBefore(file string, why copies.Why) string {
	made, err := s.Copies.Make(s.ctx, file, why, nil)
	if err == nil {
		return cmp.Or(made.Path, made.Second)
	}
	if !s.json {
		fmt.Fprintln(s.Stderr, s.words.T("cli.backup.not_before", nil)+" "+s.sentence(err))
	}
	return ""
}

// printHolds says what a copy holds.
func (s *session) printHolds(h app.Holding) {
	var all int64
	for _, n := range h.Records {
		all += n
	}
	changed := "—"
	if !h.Changed.IsZero() {
		at := h.Changed.In(s.Now().Location())
		changed = app.DateOf(at).String() + " " + at.Format("15:04")
	}
	s.say("cli.backup.holds", map[string]any{
		"Records": s.words.N("common.records", int(all), nil), "Entries": s.words.N("common.records", int(h.Entries), nil), "Changed": changed,
	})
}

// megabytes writes a size with one decimal.
func megabytes(bytes int64, lang app.Lang) string {
	unit := app.Text{RU: "МБ", EN: "MB"}
	return app.FormatNumber(bytes, 1<<20, 1, lang) + app.NBSP + unit.In(lang)
}
