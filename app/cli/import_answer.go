package cli

import (
	"fmt"

	"technopark/app/exchange"
)

// importJSON is what a table would change, or has.
type importJSON struct {
	Files []importFileJSON `json:"files"`
}

type importFileJSON struct {
	Name     string             `json:"name"`
	SHA256   string             `json:"sha256"`
	State    string             `json:"state"` // «planned», «applied», «unchanged» or «refused»: nothing of it landed
	Copy     string             `json:"copy"`  // of the data file, made before; empty when none could be or nothing was written
	Rows     importCountsJSON   `json:"rows"`  // records; of a table of other parks cells, as each of them is one
	Changes  []importChangeJSON `json:"changes"`
	Rejected []importFaultJSON  `json:"rejected"`
	Remarks  []string           `json:"remarks"`
}

type importCountsJSON struct {
	New      int `json:"new"`
	Changed  int `json:"changed"`
	Same     int `json:"same"`
	Rejected int `json:"rejected"`
}

type importPlaceJSON struct {
	Sheet  string `json:"sheet"`
	Row    int    `json:"row"`
	Column string `json:"column"` // as spreadsheets call it: «B»
	Found  string `json:"found"`
}

type importChangeJSON struct {
	importPlaceJSON
	What   string `json:"what"`
	Was    string `json:"was"` // empty: there was none
	Is     string `json:"is"`
	Remark string `json:"remark,omitempty"`
}

type importFaultJSON struct {
	importPlaceJSON
	Expected string `json:"expected"`
	Message  string `json:"message"`
}

func importAnswer(plan planned, name, sum string) importFileJSON {
	answer := importFileJSON{
		Name: name, SHA256: sum, Changes: []importChangeJSON{}, Rejected: []importFaultJSON{}, Remarks: []string{},
		Rows: importCountsJSON{plan.count(exchange.New), plan.count(exchange.Changed), plan.count(exchange.Same), plan.count(exchange.Rejected)},
	}
	for _, c := range plan.Changes {
		at := importPlaceJSON{c.Sheet, c.Row, exchange.ColumnName(c.Column), c.Found}
		switch c.State {
		case exchange.Rejected:
			answer.Rejected = append(answer.Rejected, importFaultJSON{at, c.Expected.RU, c.Message.RU})
		case exchange.New, exchange.Changed:
			answer.Changes = append(answer.Changes, importChangeJSON{at, c.What.RU, c.Was.RU, c.Is.RU, c.Message.RU})
		}
	}
	for _, note := range plan.Notes {
		answer.Remarks = append(answer.Remarks, note.RU)
	}
	return answer
}

// mostTold is how many changes people are told of, each on its line.
const mostTold = 40

// printImport says what changes, what cannot land and what became of it all.
func (s *session) printImport(f importFileJSON, kind string) {
	of, written := "cli.import.", len(f.Changes)
	if kind != "" {
		of, written = of+kind+".", f.Rows.New+f.Rows.Changed
	}
	s.say(of+"counts", map[string]any{"File": f.Name, "New": f.Rows.New, "Changed": f.Rows.Changed, "Same": f.Rows.Same, "Rejected": f.Rows.Rejected})
	for i, c := range f.Changes {
		if i == mostTold {
			s.say("cli.import.more", map[string]any{"N": len(f.Changes) - mostTold})
			break
		}
		s.say("cli.import.change", map[string]any{"Place": c.place(), "What": c.What, "Was": c.Was, "Is": c.Is, "Remark": c.Remark})
	}
	for _, c := range f.Rejected {
		s.say("cli.import.rejected", map[string]any{"Place": c.place(), "Found": c.Found, "Expected": c.Expected, "Message": c.Message})
	}
	for _, remark := range f.Remarks {
		s.say("cli.import.remark", map[string]any{"Text": remark})
	}
	fmt.Fprintln(s.Stdout)
	if f.State == "applied" {
		fmt.Fprintln(s.Stdout, s.words.N(of+"state."+f.State, written, nil))
		return
	}
	fmt.Fprintln(s.Stdout, s.words.T("cli.import.state."+f.State, nil))
}

func (p importPlaceJSON) place() string {
	at := fmt.Sprintf("%s%d", p.Column, p.Row)
	if p.Sheet != "" {
		at = p.Sheet + "!" + at
	}
	return at
}
