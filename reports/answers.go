package reports

import (
	"context"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/standing"
)

// Answers are where the park stands and what would move it: what the sheet «Итоги» says. They take
// time to be found, so whoever makes a paper several times finds them once.
type Answers struct {
	Standing *standing.Standing // nil where it was refused
	Refused  error              // why: an app.Refusal

	Lacks  []standing.Lack  // what is missing
	Goal   composite.Goal   // what lies before the park; zero where nothing does
	Levers []standing.Lever // what alone brings it there
	Doubt  *standing.Doubt  // how sure the place is; nil where there is none, or the method varies nothing

	// Alone says that the park was compared with what its own records hold: other parks of the
	// data file, which a package has not, are not in it.
	Alone bool
}

// Place finds where the park stands, at once, and nothing that takes time. What the method refuses
// is told on the sheet and is no error.
func Place(q standing.Question) (*Answers, error) {
	s, err := standing.Of(q)
	if _, refused := app.Refused(err); refused {
		return &Answers{Refused: err}, nil
	}
	if err != nil {
		return nil, err
	}
	return &Answers{Standing: s, Lacks: s.Lacking()}, nil
}

// Answer finds all that the sheet says. The error is that of the context, or of records that cannot
// be computed.
func Answer(ctx context.Context, q standing.Question, runs composite.Runs) (*Answers, error) {
	a, err := Place(q)
	if err != nil {
		return nil, err
	}
	err = a.Find(ctx, runs)
	return a, err
}

// Find adds what takes time: what brings the park to its goal, and how sure its place is. The same
// seed and count of runs give the same figures. The error is that of the context.
func (a *Answers) Find(ctx context.Context, runs composite.Runs) (err error) {
	if a.Standing == nil {
		return nil
	}
	if goal, ok := a.Standing.NextGoal(); ok {
		a.Goal = goal
		if a.Levers, err = a.Standing.Levers(ctx, goal); err != nil {
			return err
		}
	}
	a.Doubt, err = a.Standing.Doubt(ctx, runs)
	if _, refused := app.Refused(err); refused {
		return nil
	}
	return err
}
