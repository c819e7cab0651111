package cli

import (
	"fmt"
	"strings"

	"technopark/app/check"
	"technopark/app/collection"
	"technopark/app/exchange"
)

// collectJSON is what the files would change, or have.
type collectJSON struct {
	Files []collectFileJSON `json:"files"`
	Copy  string            `json:"copy"` // of the data file, made before; empty when none could be or nothing is taken
}

type collectFileJSON struct {
	importFileJSON                      // state besides: «unsure» (to be confirmed), «as_sent» (not filled in), «skipped» (found in a directory and no answer)
	Resident       string               `json:"resident"` // empty where it is not known whose it is
	INN            string               `json:"inn"`
	Period         string               `json:"period"`   // 2020 or 2020-Q1
	Message        string               `json:"message"`  // why the file as a whole was not taken, or is to be confirmed
	Doubts         []importChangeJSON   `json:"doubts"`   // figures that are likely slips, with the reason as remark
	Findings       []collectFindingJSON `json:"findings"` // of the check, that the new figures raise
	Returned       string               `json:"returned,omitempty"`
	reason         error
}

type collectFindingJSON struct {
	Rule    string `json:"rule"`
	Level   string `json:"level"`
	Record  string `json:"record"`
	Field   string `json:"field"`
	Message string `json:"message"`
	Remedy  string `json:"remedy"`
}

// refused counts the files that were not taken.
func (a collectJSON) refused() int {
	n := 0
	for _, f := range a.Files {
		if f.State == "refused" || f.State == "unsure" {
			n++
		}
	}
	return n
}

func collectAnswer(r *collection.Received) collectFileJSON {
	f := collectFileJSON{Doubts: []importChangeJSON{}, Findings: []collectFindingJSON{}, reason: r.Refused}
	plan := &exchange.Plan{}
	if r.Plan != nil {
		plan = &r.Plan.Plan
		f.Period, f.Resident, f.INN = r.Plan.Period.Key(), r.Answer.Identity.Resident, r.Answer.Identity.INN
		f.Message = r.Plan.Fault.Words.RU
	}
	f.importFileJSON = importAnswer(planned{Plan: plan, count: plan.Count}, r.Name, r.SHA256)
	f.State = stateOfAnswer(r.Verdict())
	if !r.Confirm.Zero() {
		f.Message = r.Confirm.RU
	}
	for _, c := range plan.Changes {
		if c.Doubt {
			f.Doubts = append(f.Doubts, importChangeJSON{importPlaceJSON{c.Sheet, c.Row, exchange.ColumnName(c.Column), c.Found}, c.What.RU, c.Was.RU, c.Is.RU, c.Message.RU})
		}
	}
	for _, x := range r.Findings {
		f.Findings = append(f.Findings, findingOfAnswer(x))
	}
	return f
}

func findingOfAnswer(x check.Finding) collectFindingJSON {
	return collectFindingJSON{x.Rule, string(x.Level), x.Type.Key, x.Field.Key, x.Message.RU, x.Remedy.RU}
}

// stateOfAnswer says what became of a file that was not accepted.
func stateOfAnswer(v collection.Verdict) string {
	switch v {
	case collection.PassedBy:
		return "skipped"
	case collection.AsSent:
		return "as_sent"
	case collection.Unsure:
		return "unsure"
	case collection.Ready, collection.Nothing, collection.Rejected, collection.Unfit, collection.Unread:
	}
	return "refused"
}

// explain puts into words why a file as a whole was not taken, and lists that among what was rejected.
func (f *collectFileJSON) explain(s *session) {
	if f.reason != nil {
		f.Message = s.sentence(f.reason)
	}
	if f.State == "refused" && f.Message != "" {
		f.Rejected = append(f.Rejected, importFaultJSON{Message: f.Message})
		f.Rows.Rejected = len(f.Rejected)
	}
}

// printCollected says of each file what it changes, what of it cannot land and what became of it.
func (s *session) printCollected(a collectJSON, dry bool) {
	taken := 0
	var skipped []string
	for _, f := range a.Files {
		if f.State == "skipped" {
			skipped = append(skipped, f.Name)
			continue
		}
		s.printAnswer(f)
		if f.State == "applied" || f.State == "unchanged" || f.State == "planned" {
			taken++
		}
	}
	if n := len(skipped); n > 0 {
		named, more := skipped[:min(n, mostSkipped)], ""
		if n > mostSkipped {
			more = "…"
		}
		s.say("cli.collect.skipped", map[string]any{"N": n, "Names": strings.Join(named, "», «"), "More": more})
	}
	fmt.Fprintln(s.Stdout)
	state := "cli.collect.done"
	if dry {
		state = "cli.collect.planned"
	}
	s.say(state, map[string]any{"Taken": taken, "Files": len(a.Files) - len(skipped), "Refused": a.refused()})
}

// mostSkipped is how many files are named that are no answers.
const mostSkipped = 3

func (s *session) printAnswer(f collectFileJSON) {
	s.say("cli.collect.file", map[string]any{"File": f.Name, "Resident": f.Resident, "Period": f.Period, "State": s.words.T("cli.collect.state."+f.State, nil)})
	if f.Message != "" {
		s.say("cli.collect.message", map[string]any{"Text": f.Message})
	}
	if f.Rows != (importCountsJSON{}) {
		s.say("cli.collect.counts", map[string]any{"New": f.Rows.New, "Changed": f.Rows.Changed, "Same": f.Rows.Same, "Rejected": f.Rows.Rejected})
	}
	for i, c := range f.Changes {
		if i == mostTold {
			s.say("cli.import.more", map[string]any{"N": len(f.Changes) - mostTold})
			break
		}
		s.say("cli.import.change", map[string]any{"Place": c.place(), "What": c.What, "Was": c.Was, "Is": c.Is, "Remark": c.Remark})
	}
	for _, c := range f.Rejected {
		if c.Row > 0 || c.Sheet != "" {
			s.say("cli.import.rejected", map[string]any{"Place": c.place(), "Found": c.Found, "Expected": c.Expected, "Message": c.Message})
		} else if c.Message != f.Message {
			s.say("cli.collect.lost", map[string]any{"Expected": c.Expected, "Message": c.Message})
		}
	}
	for _, x := range f.Findings {
		s.say("cli.collect.finding", map[string]any{"Message": x.Message, "Remedy": x.Remedy})
	}
	for _, remark := range f.Remarks {
		s.say("cli.import.remark", map[string]any{"Text": remark})
	}
	if f.Returned != "" {
		s.say("cli.collect.returned", map[string]any{"File": f.Returned})
	}
}
