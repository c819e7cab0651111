package rollover

import (
	"slices"

	"technopark/app"
)

// Leaver is a resident whose last residency agreement is over on the first day of the new year,
// while nobody has said how it ended: whether they left as a graduate hangs on that.
type Leaver struct {
	Resident  *app.Resident // who has left
	Agreement *app.Contract // the last one
	Proposal  string        // code of how it ended; «» where the records speak for leaving it open
	Why       app.Text      // of the proposal
	Choice    string        // what was decided; «» leaves the agreement as it is
}

// outcome is the field in which a contract says how it ended.
func outcome() app.Field {
	f, _ := new(app.Contract).Type().Field("outcome")
	return f
}

// Outcomes returns how an agreement may have ended.
func Outcomes() []app.Option { return outcome().Options }

// OutcomeText says how an agreement ended; of one of which nobody has said, that.
func OutcomeText(code string) app.Text {
	if o, ok := outcome().Option(code); ok {
		return o.Label
	}
	return app.L("не решено", "undecided")
}

// Expired is how an agreement ended whose term ran out, Terminated how one ended before that.
const (
	Expired    = "expired"
	Terminated = "terminated"
)

// Decide says of one who has left how the agreement ended; «» leaves it open. What is recorded
// already may be said again. The error is an app.Refusal: the resident has not left, or it is
// recorded that the agreement ended in another way.
func (p *Plan) Decide(resident int64, choice string) error {
	i := slices.IndexFunc(p.Leavers, func(l Leaver) bool { return l.Resident.ID == resident })
	if i >= 0 {
		p.Leavers[i].Choice = choice
		return nil
	}
	name := app.Quoted(p.Book.TitleOf("resident", resident))
	if !p.left(resident) {
		return &app.Refusal{ID: "rollover.not_left", Data: map[string]any{"Resident": name, "Day": p.first().String()}}
	}
	last := app.LastAgreement(p.Book.Agreements(resident), p.first())
	if last.Outcome == choice {
		return nil
	}
	return &app.Refusal{ID: "rollover.decided", Data: map[string]any{"Resident": name, "Number": named(last), "Outcome": OutcomeText(last.Outcome)}}
}

// DecideAs decides as another plan of the same turn did, of those of whom it still awaits a decision.
func (p *Plan) DecideAs(other *Plan) {
	for i, l := range p.Leavers {
		for _, before := range other.closed() {
			if before.Resident.ID == l.Resident.ID && before.Agreement.ID == l.Agreement.ID {
				p.Leavers[i].Choice = before.Choice
			}
		}
	}
}

// left reports whether a resident has left by the first day of the new year.
func (p *Plan) left(resident int64) bool {
	s := p.Book.Residency(resident, p.first()).Status
	return s == app.StatusGraduate || s == app.StatusTerminated
}

// leavers finds those who have left and of whom nobody has said how.
func (p *Plan) leavers() []Leaver {
	b, first := p.Book, p.first()
	others := map[int64][]*app.Contract{}
	for _, c := range app.All[app.Contract](b, "contract") {
		others[c.Resident] = append(others[c.Resident], c)
	}
	var all []Leaver
	for _, r := range app.All[app.Resident](b, "resident") {
		if !p.left(r.ID) {
			continue
		}
		last := app.LastAgreement(b.Agreements(r.ID), first)
		if last.Outcome != "" {
			continue
		}
		l := Leaver{Resident: r, Agreement: last}
		l.Proposal, l.Why = propose(last, others[r.ID], first)
		all = append(all, l)
	}
	return all
}

// propose says what the other contracts of a resident speak for: an agreement that follows or a
// lease that goes on, for one that is being renewed; a lease that ended with a word, for that word.
func propose(last *app.Contract, others []*app.Contract, first app.Date) (string, app.Text) {
	for _, c := range others {
		if c.Kind == last.Kind && c.From.After(first) {
			return "", app.L("новое соглашение "+named(c).RU+" начнётся "+c.From.String(), "a new agreement "+named(c).EN+" begins on "+c.From.String())
		}
	}
	for _, c := range others {
		if c.ID != last.ID && c.InForce(first) {
			return "", app.L("договор "+named(c).RU+" действует и после "+last.To.String()+": похоже, соглашение продлевают",
				"contract "+named(c).EN+" is in force after "+last.To.String()+" too: the agreement seems to be being renewed")
		}
	}
	for _, c := range others {
		if word, said := outcome().Option(c.Outcome); said && c.ID != last.ID && !c.To.Before(last.To) && c.To.Before(first) {
			return c.Outcome, app.L("договор "+named(c).RU+" завершён "+c.To.String()+": "+word.Label.RU, "contract "+named(c).EN+" ended on "+c.To.String()+": "+word.Label.EN)
		}
	}
	return Expired, app.L("соглашение "+named(last).RU+" действовало по "+last.To.String()+", другого нет",
		"agreement "+named(last).EN+" was in force to "+last.To.String()+", and there is no other")
}

// named calls a contract by its number.
func named(c *app.Contract) app.Text {
	if c.Number == "" {
		return app.L("без номера", "without a number")
	}
	return app.L("№"+app.NBSP+c.Number, "No."+app.NBSP+c.Number)
}
