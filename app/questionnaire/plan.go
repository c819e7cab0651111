package questionnaire

import (
	"strings"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/workbook"
)

// Plan is what an answer would change in the records, before anything is: a change for each cell
// that says something.
type Plan struct {
	exchange.Plan
	Answer   *Answer            // what came
	Resident *app.Resident      // whose answer it is; nil when the park has none of that kind
	Period   app.Period         // of the figures
	Sent     *app.Questionnaire // what is recorded of how it was gathered; nil for nothing
	Fault    Fault              // why the file as a whole cannot be taken; zero when it can

	accepted *Answer // that came before; nil for none
}

// Fault is why a file as a whole cannot be taken.
type Fault struct {
	Short app.Text // for a list: «анкета за 2019 год»
	Words app.Text // what was found, what was expected and what to do
	Again bool     // another file says the same or more: this one need not be kept
}

// Zero reports whether there is none.
func (f Fault) Zero() bool { return f.Short.Zero() }

// Doubts counts the figures that are likely slips.
func (p *Plan) Doubts() int {
	n := 0
	for _, c := range p.Changes {
		if c.Doubt {
			n++
		}
	}
	return n
}

// Doubt marks the cell of a field of a record as a likely slip, which a person is to confirm.
func (p *Plan) Doubt(typeKey string, id int64, field string, why app.Text) {
	for _, i := range p.cellsOf(typeKey, id, field) {
		c := &p.Changes[i]
		if !c.Doubt && (c.State == exchange.New || c.State == exchange.Changed) {
			c.Doubt, c.Message = true, both(c.Message, why)
		}
	}
}

// cellsOf returns which of the changes are those of a field of a record.
func (p *Plan) cellsOf(typeKey string, id int64, field string) []int {
	spots := map[spot]Place{}
	for _, g := range p.Answer.Given {
		spots[spot{g.Sheet, g.Row, g.Column}] = g.Place
	}
	of := map[int]int64{} // ids of the records of rows
	for _, c := range p.Changes {
		if at := spots[spot{c.Sheet, c.Row, c.Column}]; c.Record != nil && at.Record == typeKey {
			of[at.Row] = c.Record.Header().ID
		}
	}
	var all []int
	for i, c := range p.Changes {
		if at := spots[spot{c.Sheet, c.Row, c.Column}]; at.Record == typeKey && at.Field == field && of[at.Row] == id {
			all = append(all, i)
		}
	}
	return all
}

// Planner plans answers against the records of a park. It looks through them once, however many
// answers there are.
type Planner struct {
	book    *app.Book
	period  app.Period
	byINN   map[string]*app.Resident
	reports map[holding]app.Record
	owned   map[holding][]app.Record
	sent    map[holding]*app.Questionnaire
	asked   map[app.Period]int // how many questionnaires were sent, by period
	last    int64              // how many new records there are
}

// firstNew begins the ids of records that are not written yet, far above those of any data file.
const firstNew = 1 << 48

// Against returns what plans answers for a period, or for whatever period they are when it is
// zero.
func Against(b *app.Book, period app.Period) *Planner {
	p := &Planner{
		book: b, period: period, byINN: map[string]*app.Resident{}, reports: map[holding]app.Record{},
		owned: map[holding][]app.Record{}, sent: map[holding]*app.Questionnaire{}, asked: map[app.Period]int{},
	}
	for _, r := range app.All[app.Resident](b, "resident") {
		if r.INN != "" {
			p.byINN[r.INN] = r
		}
	}
	for _, q := range app.All[app.Questionnaire](b, "questionnaire") {
		p.sent[holding{q.Period.Key(), q.Resident, false}] = q
		if !q.Sent.Zero() {
			p.asked[q.Period]++
		}
	}
	for _, t := range app.Types() {
		if len(asked(t, app.Period{})) == 0 {
			continue
		}
		for _, rec := range b.Of(t.Key) {
			of := app.ResidentOf(rec)
			if t.Report {
				p.reports[holding{t.Key + app.PeriodOf(rec).Key(), of, false}] = rec
				continue
			}
			key := holding{t.Key, of, false}
			p.owned[key] = append(p.owned[key], rec)
		}
	}
	return p
}

// report returns the report of a resident for a period; nil for none.
func (p *Planner) report(t *app.Type, resident int64, period app.Period) app.Record {
	return p.reports[holding{t.Key + period.Key(), resident, false}]
}

// Plan says what an answer would change. Nothing is written.
func (p *Planner) Plan(a *Answer) *Plan { return p.After(nil, a) }

// After does the same where another answer to the questionnaire is accepted already: the records
// that its new rows have become are those that the rows of this one mean.
func (p *Planner) After(accepted, a *Answer) *Plan {
	plan := &Plan{Answer: a, Period: a.Identity.Period, accepted: accepted}
	if plan.Fault = p.whole(plan); !plan.Fault.Zero() {
		return plan
	}
	if a.Links > 0 {
		plan.Notes = append(plan.Notes, said("в книге есть ссылки на другие книги: они не читаются, взято то, что сохранено в ячейках", "the workbook takes figures from other workbooks: those are not read, what the cells have kept was taken"))
	}
	if q := plan.Sent; q != nil && !q.Accepted.Zero() {
		plan.Notes = append(plan.Notes, said("ответ за этот период уже принят %s (%s): ниже — чем этот от него отличается", "an answer for this period was accepted on %s already (%s): below is what this one changes", q.Accepted.String(), q.Answer))
	}
	var order []groupKey
	groups := map[groupKey][]Given{}
	for _, g := range a.Given {
		key := groupKey{g.Place.Record, g.Place.Row}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], g)
	}
	for _, key := range order {
		p.record(plan, key, groups[key])
	}
	return plan
}

// groupKey is one record of an answer: a row of a table, or 0 for single answers.
type groupKey struct {
	record string
	row    int
}

// record plans one record. Where one of its cells is rejected none of them lands.
func (p *Planner) record(plan *Plan, key groupKey, cells []Given) {
	d := &draft{planner: p, plan: plan, typ: app.TypeByKey(key.record), row: key.row, at: len(plan.Changes)}
	if key.row > 0 && empty(cells) {
		return
	}
	if !d.start(cells) {
		return
	}
	for _, g := range cells {
		if f, ok := d.typ.Field(g.Place.Field); ok {
			d.take(f, g)
		}
	}
	d.finish(cells)
}

// empty reports whether nothing is said in any of the cells.
func empty(cells []Given) bool {
	for _, g := range cells {
		if strings.TrimSpace(g.Cell.Text) != "" || g.Cell.Kind == workbook.Fault {
			return false
		}
	}
	return true
}
