package desk

import (
	"context"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/standing"
)

// Stand is where the park stands in the rating of the year.
type Stand struct {
	*standing.Standing
	Lacks   []standing.Lack // what is missing, and what that costs
	Refused error           // why there is no standing; it is nil then
}

// Doubts is how sure a place is.
type Doubts struct {
	*standing.Doubt       // nil where there is no place
	Refused         error // why it cannot be told
}

// Reach is what alone would bring the park to where it is to go next.
type Reach struct {
	Goal   composite.Goal   // where that is
	Levers []standing.Lever // none where there is nothing to be reached
}

// ranked is what was computed of the place of the park; nil for what is not known yet.
type ranked struct {
	stand  *Stand
	levers *Reach
	doubt  *Doubts
}

// Standing returns where the park stands, as Look returns the check; nil while that is not
// known.
func (d *Desk) Standing() *Stand { return d.kept().ask(want{what: ToStand}).ranked.stand }

// Reach returns what alone would bring the park to the next group, as Look returns the check;
// nil while that is not known.
func (d *Desk) Reach() *Reach { return d.kept().ask(want{what: ToReach}).ranked.levers }

// Doubt returns how sure the place of the park is, as Look returns the check; nil while that is
// not known.
func (d *Desk) Doubt() *Doubts { return d.kept().ask(want{what: ToDoubt}).ranked.doubt }

// PlaceText is the place among how many, and that of the year before; where there is none, why.
func (d *Desk) PlaceText(s *Stand) string {
	is := s.Is()
	switch {
	case is.Place == 0 && s.Now.Ground == rating.ByParks:
		return d.T("ui.place.not_enough")
	case is.Place == 0:
		return d.T("ui.place.no_place")
	}
	text := standing.PlaceOf(is.Place, is.Of, d.Lang)
	if was, ok := s.Was(); ok && was.Place > 0 {
		text += d.T("ui.place.was", "Year", s.Year-1, "Place", standing.Place(was.Place, d.Lang))
	}
	return text
}

// DoubtRuns is how many times the place is computed anew, always with the same draws, to say
// how sure it is.
func DoubtRuns() composite.Runs { return composite.Runs{Count: 10_000, Seed: 1} }

// rank computes what there is to say of the place of the park.
func (j *work) rank(ctx context.Context) (finding, error) {
	if j.of.result == nil || j.of.Set.Method == nil {
		return nil, nil
	}
	if j.want.what == ToStand {
		return j.stand(ctx)
	}
	at := j.of.ranked.stand
	if at == nil || at.Standing == nil {
		return nil, nil
	}
	if j.want.what == ToReach {
		return j.reach(ctx, at)
	}
	doubt, err := at.Doubt(ctx, DoubtRuns())
	found := &Doubts{Doubt: doubt}
	if _, said := app.Refused(err); said {
		found.Refused, err = err, nil
	}
	return func(s *Seen) { s.ranked.doubt = found }, err
}

// reach finds what alone would bring the park to where it is to go next.
func (j *work) reach(ctx context.Context, at *Stand) (finding, error) {
	found := &Reach{}
	goal, there := at.NextGoal()
	var err error
	if there {
		found.Goal = goal
		found.Levers, err = at.Levers(ctx, goal)
	}
	return func(s *Seen) { s.ranked.levers = found }, err
}

// stand sets the park beside the others of the file and those whose figures are recorded. What
// a method cannot rank is no fault of the program: the screen says it where the place would be.
func (j *work) stand(ctx context.Context) (finding, error) {
	seen := j.of
	q := standing.Question{Method: seen.Set.Method, Year: int(seen.of.year), Parks: []standing.Park{{Book: seen.Book, Result: seen.result}}, Compute: j.reader.memory.Compute}
	err := j.reading(ctx, func() error {
		others, err := j.reader.rest(ctx, seen.of)
		for _, b := range others {
			q.Parks = append(q.Parks, standing.Park{Book: b})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	found := &Stand{}
	if found.Standing, err = standing.Of(q); err == nil {
		found.Lacks = found.Lacking()
	} else if _, said := app.Refused(err); said {
		found.Standing, found.Refused, err = nil, err, nil
	}
	return func(s *Seen) { s.ranked.stand = found }, err
}

// rest returns the records of the other parks of the file, read as those of the park are.
func (r *reader) rest(ctx context.Context, at moment) ([]*app.Book, error) {
	at.year = 0
	if r.othersOf.store != nil && r.othersOf == at {
		return r.others, nil
	}
	parks, err := at.store.Parks(ctx)
	if err != nil {
		return nil, err
	}
	var others, before []*app.Book
	if r.othersOf.store == at.store {
		before = r.others
	}
	for _, p := range parks {
		if p.ID == at.park {
			continue
		}
		b, err := bookNow(ctx, at.store, p.ID, before)
		if err != nil {
			return nil, err
		}
		others = append(others, b)
	}
	r.others, r.othersOf = others, at
	return others, nil
}
