package cli

import (
	"encoding/json"
	"errors"
	"fmt"

	"technopark/app"
)

// verifyCommand says whether a file is what this program wrote: its pages and indexes, its
// journal, every record against the journal, and the kept files.
type verifyCommand struct {
	File    string `arg:"" place:""`
	Full    bool   // make a copy too, and see whether it comes back as the file is
	Restore bool   // put back what the journal says
	JSON    bool   `name:"json"`
}

type verifyJSON struct {
	File     string        `json:"file"`
	OK       bool          `json:"ok"`
	Entries  int64         `json:"entries"`  // in the journal; 0 when it cannot be read
	Hash     string        `json:"hash"`     // of the last entry; «» without entries
	Control  string        `json:"control"`  // the control value, which journal --expect takes; «» without entries
	Unproved int           `json:"unproved"` // steps of undo of earlier versions, whose names no entry proves
	Unnamed  int           `json:"unnamed"`  // kept files that no record names, nor ever did
	Parted   int           `json:"parted"`   // kept files that records name and that a recovery could not save
	Problems []problemJSON `json:"problems"` // with --restore, those that are left
	Restored []problemJSON `json:"restored"` // what was put back
	Error    *string       `json:"error"`    // a sentence
}

// problemJSON has values as the journal keeps them, for they are compared, not read.
type problemJSON struct {
	Kind    string  `json:"kind"`
	Record  *string `json:"record"` // null when it is about none
	ID      *int64  `json:"id"`
	Field   *string `json:"field"`
	Entry   *int64  `json:"entry"` // of the journal that saved over an altered value
	Journal any     `json:"journal"`
	File    any     `json:"file"`
	Message string  `json:"message"`
}

// Run ends with exit code 3 when something is wrong with the file. This is the answer that was
// asked for, so with --json it goes to standard output; any other fault goes to standard error
// as usual.
func (c verifyCommand) Run(s *session) error {
	if err := dataFile(c.File); err != nil {
		return err
	}
	var restored []app.Problem
	if c.Restore {
		var err error
		if restored, err = s.RestoreJournalled(s.ctx, c.File); err != nil && !errors.Is(err, app.ErrDamaged) {
			return app.About(c.File, err)
		}
	}
	verdict, err := s.Examine(s.ctx, c.File, c.Full)
	opened := err == nil // else the error says all there is to say
	if opened {
		err = verdict.Err()
	}
	err = app.About(c.File, err)
	if err != nil && !errors.Is(err, app.ErrDamaged) {
		return err
	}
	if !c.JSON {
		if opened {
			s.printVerdict(verdict, restored, c.Full)
		}
		if err == nil && verdict.Hash != "" {
			s.say("cli.journal.control", map[string]any{"Control": controlOf(verdict)})
		}
		return err
	}
	answer := verifyJSON{
		File: c.File, OK: err == nil, Entries: verdict.Entries, Hash: verdict.Hash, Control: controlOf(verdict), Unproved: verdict.Unproved, Unnamed: verdict.Unnamed, Parted: verdict.Parted,
		Problems: s.problemsAnswer(verdict.Problems), Restored: s.problemsAnswer(restored),
	}
	if err != nil {
		text := s.sentence(err)
		answer.Error = &text
	}
	return errors.Join(err, s.printJSON(answer))
}

// controlOf returns the control value of the journal.
func controlOf(v app.Verdict) string { return app.Control{Entry: v.Entries, Hash: v.Hash}.String() }

// printVerdict lists what was put back and what is wrong, or says that all is well.
func (s *session) printVerdict(v app.Verdict, restored []app.Problem, full bool) {
	if len(restored) > 0 {
		s.say("cli.verify.restored", map[string]any{"Count": app.FormatNumber(int64(len(restored)), 1, 0, app.RU)})
		s.printProblems(restored)
	}
	if !v.OK() {
		s.say("cli.verify.problems", map[string]any{"Count": app.FormatNumber(int64(len(v.Problems)), 1, 0, app.RU), "More": v.More})
		s.printProblems(v.Problems)
		s.printUnprovable(v)
		return
	}
	s.say("cli.verify.whole", map[string]any{"Entries": s.words.N("common.records", int(v.Entries), nil)})
	if full {
		s.say("cli.verify.rehearsed", nil)
	}
	s.printUnprovable(v)
	if v.Hash != "" {
		s.say("cli.verify.hash", map[string]any{"Hash": v.Hash})
	}
}

// printUnprovable says what of the file proves nothing and harms nothing.
func (s *session) printUnprovable(v app.Verdict) {
	if v.Unproved > 0 {
		fmt.Fprintln(s.Stdout, s.words.N("common.unproved", v.Unproved, nil))
	}
	if v.Unnamed > 0 {
		fmt.Fprintln(s.Stdout, s.words.N("common.unnamed", v.Unnamed, nil))
	}
	if v.Parted > 0 {
		fmt.Fprintln(s.Stdout, s.words.N("common.parted", v.Parted, nil))
	}
}

func (s *session) printProblems(problems []app.Problem) {
	for _, p := range problems {
		s.say("cli.verify.problem", map[string]any{"What": p.Say().In(app.RU)})
	}
}

func (s *session) problemsAnswer(problems []app.Problem) []problemJSON {
	all := make([]problemJSON, len(problems))
	for i, p := range problems {
		all[i] = problemJSON{
			Kind: string(p.Kind), Record: given(p.Type), Field: given(p.Field),
			Journal: rawJSON(p.Journal), File: rawJSON(p.File), Message: p.Say().In(app.RU),
		}
		if p.ID != 0 {
			all[i].ID = &p.ID
		}
		if p.Entry != 0 {
			all[i].Entry = &p.Entry
		}
	}
	return all
}

func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// rawJSON returns a side of a problem for encoding/json: a value as it is kept, a remark as a
// text, null where nothing stands.
func rawJSON(text string) any {
	switch {
	case text == "":
		return nil
	case json.Valid([]byte(text)):
		return json.RawMessage(text)
	}
	return text
}
