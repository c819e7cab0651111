package cli

import (
	"fmt"
	"time"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/recovery"
)

// recoverCommand saves what is left of a damaged data file as a new one.
type recoverCommand struct {
	File string `arg:"" place:""`
	To   string `required:"" place:""`
	JSON bool   `name:"json"`
}

type recoverJSON struct {
	File     string          `json:"file"`     // the damaged one, which stays as it is
	To       string          `json:"to"`       // the new one
	Saved    int             `json:"saved"`    // records
	Lost     int             `json:"lost"`     // records of which at least a number is known, and those that were left out
	Share    float64         `json:"share"`    // of the records that are known, from 0 to 1
	Counted  bool            `json:"counted"`  // it is known how many there were
	Records  []recoveredJSON `json:"records"`  // by type, in the order of the catalogue
	Journal  retoldJSON      `json:"journal"`  // what became of the journal
	Contents int             `json:"contents"` // kept files that came back
	Losses   []lossJSON      `json:"losses"`   // what could not be saved
	Doubts   []lossJSON      `json:"doubts"`   // what was saved, but in which something had to be chosen
	Problems []problemJSON   `json:"problems"` // what is still wrong with the new file
	Copy     *savedCopyJSON  `json:"copy"`     // the last good copy; null when there is none
	Passed   []passedJSON    `json:"passed"`   // later copies, which turned out not to be good
}

type recoveredJSON struct {
	Record  string `json:"record"`
	Table   int    `json:"table"`    // read in their table
	Pages   int    `json:"pages"`    // read in pages that nothing leads to
	Journal int    `json:"journal"`  // made of what the journal says
	Lost    int    `json:"lost"`     // of which something is known, but not enough
	LeftOut int    `json:"left_out"` // of which the table, or the journal alone, knew, and that were not taken
}

type retoldJSON struct {
	Whole  bool  `json:"whole"`  // it was read from its first entry to its last
	Read   int64 `json:"read"`   // entries
	Unread int64 `json:"unread"` // as far as that is known
	Added  int64 `json:"added"`  // by the recovery
}

type lossJSON struct {
	Kind    string  `json:"kind"`
	Record  *string `json:"record"` // null when it is about none
	ID      int64   `json:"id"`
	Upto    int64   `json:"upto"` // of a run of numbers, the last one; else 0
	Field   *string `json:"field"`
	Was     any     `json:"was"` // what was read and is not in the new file
	Is      any     `json:"is"`  // what is there instead
	Message string  `json:"message"`
}

type passedJSON struct {
	Path  string     `json:"path"`
	Fault *errorSaid `json:"fault"`
}

type savedCopyJSON struct {
	Path        string          `json:"path"`
	Made        string          `json:"made"`        // RFC 3339
	Fault       *errorSaid      `json:"fault"`       // why it could not be compared; null when it was
	Differences []differingJSON `json:"differences"` // of the copy and the new file
}

// Run saves what it can and says what it could not. Something that could not be saved, or was left
// out, is a finding: exit code 1.
func (c recoverCommand) Run(s *session) error {
	if err := disk.Plain(c.File); err != nil {
		return err
	}
	progress := s.waiting("cli.recover.progress", 0)
	is, err := s.Saver.Save(s.ctx, c.File, c.To, func(_ string, done, all int) {
		progress.total = all
		progress.tell(done, "")
	})
	progress.over()
	if err != nil {
		return err
	}
	if c.JSON {
		err = s.printJSON(s.recoverAnswer(c.File, is))
	} else {
		s.printSaved(is)
	}
	if err == nil && !is.Report.Complete() {
		return errFindings
	}
	return err
}

func (s *session) recoverAnswer(file string, is recovery.Saved) recoverJSON {
	r := is.Report
	answer := recoverJSON{
		File: file, To: is.Path, Share: float64(r.Share()) / 1000, Counted: r.Counted(), Records: []recoveredJSON{}, Contents: r.Contents,
		Journal: retoldJSON{r.Whole, r.Entries, r.Unread, r.Added},
		Losses:  s.lossesAnswer(r.Losses), Doubts: s.lossesAnswer(r.Doubts), Problems: s.problemsAnswer(is.Verdict.Problems),
		Passed: []passedJSON{},
	}
	for _, p := range is.Passed {
		answer.Passed = append(answer.Passed, passedJSON{p.Path, s.said(p.Cause)})
	}
	answer.Saved, answer.Lost = r.Records()
	for _, t := range r.Types {
		answer.Records = append(answer.Records, recoveredJSON{t.Type, t.Table, t.Pages, t.Journal, t.Lost, r.LeftOut(t.Type)})
	}
	if a := is.Against; a != nil {
		answer.Copy = &savedCopyJSON{a.Copy.Path(), a.Copy.Made.Format(time.RFC3339), s.said(a.Fault), differencesAnswer(a.Differences)}
	}
	return answer
}

func (s *session) lossesAnswer(losses []app.Loss) []lossJSON {
	all := make([]lossJSON, len(losses))
	for i, l := range losses {
		all[i] = lossJSON{
			Kind: string(l.Kind), Record: given(l.Type), ID: l.ID, Upto: l.Upto, Field: given(l.Field),
			Was: rawJSON(l.Was), Is: rawJSON(l.Is), Message: l.Say().In(app.RU),
		}
	}
	return all
}

// printSaved says what was saved and what was not, and what can be done next.
func (s *session) printSaved(is recovery.Saved) {
	r, lang := is.Report, s.words.Lang()
	saved, lost := r.Records()
	number := func(n int) string { return app.FormatNumber(int64(n), 1, 0, lang) }
	some := func(n int) string { // none is said of nothing
		if n == 0 {
			return ""
		}
		return number(n)
	}
	s.say("cli.recover.done", map[string]any{"File": is.Path})
	s.say("recovery.records", map[string]any{"Saved": number(saved), "All": number(saved + lost), "Share": app.FormatNumber(int64(r.Share()), 10, 1, lang), "Counted": r.Counted()})
	for _, t := range r.Types {
		left := r.LeftOut(t.Type)
		if t.Pages+t.Journal+t.Lost+left == 0 {
			continue // all of them as they were written
		}
		s.say("cli.recover.type", map[string]any{
			"What": app.TypeByKey(t.Type).Many.In(lang), "All": number(t.All()), "Table": number(t.Table),
			"Pages": some(t.Pages), "Journal": some(t.Journal), "Lost": some(t.Lost), "Left": some(left),
		})
	}
	s.say("recovery.journal", map[string]any{
		"Entries": s.words.N("common.records", int(r.Entries), nil), "Whole": r.Whole, "Unread": some(int(r.Unread)), "Added": some(int(r.Added)),
	})
	if r.Contents > 0 {
		s.say("recovery.contents", map[string]any{"N": number(r.Contents)})
	}
	s.printLosses("recovery.losses", r.Losses)
	s.printLosses("recovery.doubts", r.Doubts)
	s.printProblems(is.Verdict.Problems)
	s.printAgainstCopy(is)
}

func (s *session) printLosses(head string, losses []app.Loss) {
	if len(losses) == 0 {
		return
	}
	s.say(head, map[string]any{"Count": app.FormatNumber(int64(len(losses)), 1, 0, s.words.Lang())})
	for _, l := range losses {
		s.say("cli.verify.problem", map[string]any{"What": l.Say().In(s.words.Lang())})
	}
}

// printAgainstCopy names the last good copy and in what it differs.
func (s *session) printAgainstCopy(is recovery.Saved) {
	for _, p := range is.Passed {
		s.say("recovery.passed", map[string]any{"Copy": p.Path, "Fault": s.words.T(p.StateID(), nil)})
	}
	a := is.Against
	if a == nil {
		s.say("recovery.no_copy", nil)
		return
	}
	at := a.Copy.Made.In(s.Now().Location())
	s.say("cli.recover.copy", map[string]any{"Copy": a.Copy.Path(), "When": app.DateOf(at).String() + " " + at.Format("15:04")})
	if a.Fault != nil {
		fmt.Fprintln(s.Stderr, s.sentence(a.Fault))
		return
	}
	s.printDifferences(a.Differences)
}
