package cli

import (
	"fmt"

	"technopark/app"
	"technopark/app/collection"
)

// collectedJSON is how far the collection of a period has come, as the desk in the window tells it.
type collectedJSON struct {
	Period string          `json:"period"` // 2020 or 2020-Q1
	Day    string          `json:"day"`    // yyyy-mm-dd: as of when
	Due    string          `json:"due"`    // yyyy-mm-dd: of most of those asked; empty when no day was set
	Come   int             `json:"come"`   // of how many residents figures have come
	Wanted int             `json:"wanted"` // of how many they are wanted
	States map[string]int  `json:"states"` // how many residents are in each state, those with none too
	Rows   []collectedLine `json:"rows"`   // those that call for something first; never null
}

type collectedLine struct {
	ID        int64  `json:"id"` // of the resident
	Resident  string `json:"resident"`
	INN       string `json:"inn"`
	Email     string `json:"email"` // may be empty
	State     string `json:"state"`
	Late      int    `json:"late"`      // days since the answer was due; 0 while it is not overdue
	Sent      string `json:"sent"`      // yyyy-mm-dd; empty: not sent
	Due       string `json:"due"`       // yyyy-mm-dd; empty: no day was set
	Received  string `json:"received"`  // yyyy-mm-dd; empty: nothing came
	Accepted  string `json:"accepted"`  // yyyy-mm-dd; empty: not accepted
	Filled    *int   `json:"filled"`    // figures that the answer has; null where there is no answer
	Asked     *int   `json:"asked"`     // figures that were asked for; likewise
	Doubts    *int   `json:"doubts"`    // rejected cells and findings; null where nobody looked
	Reminders int    `json:"reminders"` // how often it was reminded
	Next      string `json:"next"`      // what is to be done; empty for nothing
}

// list tells how far the collection has come; nothing is made and nothing recorded.
func (c questionnairesCommand) list(s *session, p app.Period) error {
	return s.read(c.yearOf, func(_ Store, b *app.Book) error {
		d := collection.Over(b, p, app.DateOf(s.Now()))
		if c.JSON {
			return s.printJSON(collected(d))
		}
		come, wanted := d.Answered()
		s.say("cli.questionnaires.come", map[string]any{"Period": p.In(app.RU), "Come": come, "Wanted": wanted})
		for _, state := range collection.States() {
			if n := d.Count(state); n > 0 {
				fmt.Fprintf(s.Stdout, "  %s: %d\n", state.Mark().Before(state.In(app.RU)), n)
			}
		}
		for _, row := range d.Rows {
			if row.Next != collection.NoAct {
				fmt.Fprintf(s.Stdout, "%s %s %s\n", pad(b.TitleOf("resident", row.Resident.ID), nameWidth), pad(row.In(app.RU), 32), row.NextIn(app.RU))
			}
		}
		return nil
	})
}

// collected is the answer in JSON.
func collected(d *collection.Desk) collectedJSON {
	answer := collectedJSON{Period: d.Period.Key(), Day: d.Day.ISO(), Due: d.Due.ISO(), States: map[string]int{}, Rows: []collectedLine{}}
	answer.Come, answer.Wanted = d.Answered()
	for _, state := range collection.States() {
		answer.States[state.Key()] = d.Count(state)
	}
	for _, row := range d.Rows {
		r := row.Resident
		line := collectedLine{ID: r.ID, Resident: r.Name, INN: r.INN, Email: r.Email, State: row.State.Key(), Late: row.Late, Next: row.Next.Key()}
		if row.Known {
			line.Filled, line.Asked = &row.Filled, &row.Asked
		}
		if q := row.Sheet; q != nil {
			line.Sent, line.Due, line.Received, line.Accepted = q.Sent.ISO(), q.Due.ISO(), q.Received.ISO(), q.Accepted.ISO()
			line.Reminders = int(q.Reminders.N)
			if q.Doubts.Given() {
				n := int(q.Doubts.N)
				line.Doubts = &n
			}
		}
		answer.Rows = append(answer.Rows, line)
	}
	return answer
}
