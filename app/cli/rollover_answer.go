package cli

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/rollover"
)

type rolloverJSON struct {
	File           string            `json:"file"`
	Park           string            `json:"park"`
	From           int               `json:"from"`
	To             int               `json:"to"`
	Done           bool              `json:"done"`  // something was written now
	Due            int               `json:"due"`   // empty reports made, or to be made
	There          int               `json:"there"` // reports of the new year that were there
	Copy           string            `json:"copy"`  // path of the copy made before; empty when nothing was written
	Sheet          string            `json:"sheet"` // path of the reconciliation; empty when none was asked for
	Types          []turnedJSON      `json:"types"`
	Left           []leaverJSON      `json:"left"` // who left and nobody had said how
	Reconciliation []lineJSON        `json:"reconciliation"`
	Differences    []turnedRecord    `json:"differences"`
	Days           map[string]string `json:"days"` // closing and opening, yyyy-mm-dd

	plan *rollover.Plan
}

type turnedJSON struct {
	Type    string `json:"type"`
	Title   string `json:"title"`
	Turn    string `json:"turn"` // stands, due or past
	Why     string `json:"why"`
	Closing int    `json:"closing"` // standing on the last day, or of the old year
	Opening int    `json:"opening"` // standing on the first day
	Ended   int    `json:"ended"`
	There   int    `json:"there"` // of the new year, before
	Made    int    `json:"made"`
}

type leaverJSON struct {
	ID        int64  `json:"id"` // of the resident
	Resident  string `json:"resident"`
	INN       string `json:"inn"`
	Agreement int64  `json:"agreement"` // id of the contract
	Number    string `json:"number"`
	Until     string `json:"until"`    // yyyy-mm-dd
	Proposal  string `json:"proposal"` // graduated, expired, terminated; empty where nothing is
	Why       string `json:"why"`
	Outcome   string `json:"outcome"` // as it was said now; empty when it was not
}

type lineJSON struct {
	Type    string       `json:"type"`
	Name    string       `json:"name"`
	Level   int          `json:"level"` // 0 all of the type, 1 those of a kind, 2 an amount
	Unit    string       `json:"unit"`
	Closing *json.Number `json:"closing"` // null where nobody gave one
	Opening *json.Number `json:"opening"`
	Waits   *json.Number `json:"waits"`   // closing figure of those whose opening one is still to come
	Missing int          `json:"missing"` // records without the figure on the first day
}

type turnedRecord struct {
	Type    string   `json:"type"`
	ID      int64    `json:"id"`
	Record  string   `json:"record"`
	Why     string   `json:"why"`
	Changes []string `json:"changes"` // of which lines, by how much
}

// turnAnswer says what a plan does.
func turnAnswer(file string, p *rollover.Plan) rolloverJSON {
	sheet := p.Sheet()
	a := rolloverJSON{
		File: file, Park: p.Book.Park.Name, From: p.From, To: p.To, Due: p.Due(), There: p.There(), plan: p,
		Types: []turnedJSON{}, Left: []leaverJSON{}, Reconciliation: []lineJSON{}, Differences: []turnedRecord{},
		Days: map[string]string{"closing": sheet.Closing.ISO(), "opening": sheet.Opening.ISO()},
	}
	for _, t := range p.Types {
		a.Types = append(a.Types, turnedJSON{
			Type: t.Type.Key, Title: t.Type.Many.RU, Turn: t.Type.Turn.How.Key(), Why: t.Type.Turn.Why.RU,
			Closing: t.Closing, Opening: t.Opening, Ended: t.Ended, There: t.There, Made: len(t.Make),
		})
	}
	for _, l := range p.Leavers {
		a.Left = append(a.Left, leaverJSON{
			ID: l.Resident.ID, Resident: l.Resident.Name, INN: l.Resident.INN, Agreement: l.Agreement.ID, Number: l.Agreement.Number,
			Until: l.Agreement.To.ISO(), Proposal: l.Proposal, Why: l.Why.RU, Outcome: l.Choice,
		})
	}
	for _, l := range sheet.Lines {
		a.Reconciliation = append(a.Reconciliation, lineJSON{
			Type: l.Type.Key, Name: l.Name.RU, Level: int(l.Part), Unit: l.Unit.RU, Missing: l.Opening.Missing,
			Closing: figureJSON(l, l.Closing.N, l.Closed()), Opening: figureJSON(l, l.Opening.N, l.Opened()), Waits: figureJSON(l, l.Waits, true),
		})
	}
	for _, d := range sheet.Differences {
		t := d.Record.Type()
		a.Differences = append(a.Differences, turnedRecord{
			Type: t.Key, ID: d.Record.Header().ID, Record: t.Title(d.Record, p.Book.TitleOf), Why: d.Why.RU, Changes: sheet.Changes(d, app.RU),
		})
	}
	return a
}

// figureJSON writes a number of a line in its unit, exactly; null where it is not known.
func figureJSON(l rollover.Line, n int64, known bool) *json.Number {
	if !known {
		return nil
	}
	return number(big.NewRat(n, l.Scale))
}

// printTurn says what was done, or would be: what stands, what is made, what stays behind, who left,
// and the two days beside each other.
func (s *session) printTurn(a rolloverJSON, dry bool) {
	from, to := strconv.Itoa(a.From), strconv.Itoa(a.To)
	s.say("cli.rollover.head", map[string]any{"From": from, "To": to, "Park": a.Park})
	for _, how := range []app.Turn{app.TurnStands, app.TurnDue, app.TurnPast} {
		s.say("cli.rollover."+how.Key(), map[string]any{"From": from, "To": to})
		for _, t := range a.plan.Types {
			if t.Type.Turn.How == how {
				s.printTurned(t)
			}
		}
	}
	s.printLeavers(a)
	s.printSheet(a)
	fmt.Fprintln(s.Stdout)
	switch {
	case dry:
		s.say("cli.rollover.dry", nil)
	case a.Done:
		s.say("cli.rollover.done", map[string]any{"Reports": s.words.N("cli.rollover.reports", a.Due, nil), "Closed": len(a.plan.Leavers) - a.undecided(), "To": to})
	default:
		s.say("cli.rollover.nothing", map[string]any{"To": to})
	}
	if a.Copy != "" {
		s.say("cli.backup.made", map[string]any{"Copy": a.Copy})
	}
	if a.Sheet != "" {
		s.say("cli.rollover.sheet", map[string]any{"File": a.Sheet})
	}
}

// undecided counts those of whom it is still not said how they left.
func (a rolloverJSON) undecided() int {
	n := 0
	for _, l := range a.plan.Leavers {
		if l.Choice == "" {
			n++
		}
	}
	return n
}

func (s *session) printTurned(t rollover.Turned) {
	id := "cli.rollover.of.past"
	switch {
	case t.Type.Turn.How == app.TurnDue:
		id = "cli.rollover.of.due"
	case t.Type.Turn.How == app.TurnStands && (t.Ended > 0 || t.Closing != t.Opening):
		id = "cli.rollover.of.changed"
	case t.Type.Turn.How == app.TurnStands:
		id = "cli.rollover.of.stands"
	}
	s.say(id, map[string]any{
		"What": t.Type.Many.RU, "Closing": whole(t.Closing), "Opening": whole(t.Opening), "Ended": whole(t.Ended),
		"Begun": whole(t.Opening - t.Closing + t.Ended), "There": whole(t.There), "Made": whole(len(t.Make)), "Why": t.Type.Turn.Why.RU,
	})
}

func (s *session) printLeavers(a rolloverJSON) {
	if len(a.plan.Leavers) == 0 {
		return
	}
	fmt.Fprintln(s.Stdout)
	s.say("cli.rollover.left", nil)
	for _, l := range a.plan.Leavers {
		data := map[string]any{"Resident": l.Resident.Type().Title(l.Resident, nil), "INN": l.Resident.INN, "Why": l.Why.RU}
		switch {
		case l.Choice != "":
			data["Outcome"] = rollover.OutcomeText(l.Choice).RU
			s.say("cli.rollover.left.said", data)
		case l.Proposal != "":
			data["Outcome"] = rollover.OutcomeText(l.Proposal).RU
			s.say("cli.rollover.left.proposed", data)
		default:
			s.say("cli.rollover.left.open", data)
		}
	}
	if a.undecided() > 0 {
		s.say("cli.rollover.left.how", nil)
	}
}

func (s *session) printSheet(a rolloverJSON) {
	sheet := a.plan.Sheet()
	fmt.Fprintln(s.Stdout)
	s.say("cli.rollover.reconciliation", map[string]any{"Closing": sheet.Closing.String(), "Opening": sheet.Opening.String()})
	for _, l := range sheet.Lines {
		text := strings.Repeat("  ", int(l.Part)+1) + l.Head(app.RU) + ": " + l.Closes(app.RU) + " → " + l.Opens(app.RU)
		if l.Waits != 0 {
			text += s.words.T("cli.rollover.waits", map[string]any{"N": l.Written(l.Waits, app.RU)})
		}
		fmt.Fprintln(s.Stdout, text)
	}
	if len(sheet.Differences) == 0 {
		s.say("cli.rollover.same", nil)
		return
	}
	s.say("cli.rollover.differences", map[string]any{"N": len(sheet.Differences)})
	for _, d := range a.Differences {
		s.say("cli.rollover.difference", map[string]any{"Record": app.TypeByKey(d.Type).One.RU + ": " + d.Record, "Changes": strings.Join(d.Changes, "; "), "Why": d.Why})
	}
}

// whole writes a count.
func whole(n int) string { return app.FormatNumber(int64(n), 1, 0, app.RU) }
