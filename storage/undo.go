package storage

import (
	"context"
	"fmt"
	"slices"

	"technopark/app"
)

// Undo takes changes back in the reverse of their order, and Redo makes them again, each
// by the entries of the journal; both are journalled in turn. A change made after an undo
// drops what could be redone. The stack is in the file, so it outlives a restart.
//
// What follows a submission is not on the stack: see held.

// NextUndo returns what Undo would take back; false when there is nothing. The step then
// still says what stands in the way, if anything does: see app.Step.Over. A menu asks for it at
// every turn, so it has the name of the step and not its records, which may be thousands.
func (s *Store) NextUndo(ctx context.Context) (app.Step, bool, error) {
	return s.next(ctx, undone)
}

// NextRedo returns what Redo would make again, as NextUndo does.
func (s *Store) NextRedo(ctx context.Context) (app.Step, bool, error) {
	return s.next(ctx, redone)
}

// Undo takes the last change back that can be and returns it. app.ErrNotFound says that
// there is nothing to take back; app.ErrConflict, app.ErrInUse and app.FieldErrors, that
// the records are no longer as the change left them. Nothing is changed then.
func (s *Store) Undo(ctx context.Context) (app.Step, error) { return s.turn(ctx, undone) }

// Redo makes the change again that was last taken back; its errors are those of Undo.
func (s *Store) Redo(ctx context.Context) (app.Step, error) { return s.turn(ctx, redone) }

// doneBy chooses the entries a change first made.
const doneBy = `WHERE change_id = ? AND cause = 'do' ORDER BY id`

// direction is one of the two ways along the stack of changes.
type direction struct {
	cause    app.Cause
	next     string // selects the change to turn
	over     string // selects what Step.Over tells, given the id of that change
	becomes  string // its state afterwards
	backward bool
}

var (
	undone = direction{
		cause: app.CauseUndo, becomes: "undone", backward: true,
		next: `SELECT id, what FROM change WHERE state = 'done' AND id NOT IN (` + held + `) ORDER BY id DESC LIMIT 1`,
		over: `SELECT what FROM change AS later WHERE state = 'done' AND id > ?1 AND id IN (` + held + `)
			AND NOT EXISTS (SELECT 1 FROM change WHERE state = 'undone' AND id > ?1 AND id < later.id)
			ORDER BY id DESC LIMIT 1`,
	}
	redone = direction{
		cause: app.CauseRedo, becomes: "done",
		next: `SELECT id, what FROM change WHERE id = (` + lastUndone + `) AND id NOT IN (` + ending + `)`,
		over: `SELECT what FROM change WHERE ?1 = 0 AND id = (` + lastUndone + `) AND id IN (` + ending + `)`,
	}
)

func (s *Store) next(ctx context.Context, d direction) (step app.Step, found bool, err error) {
	err = s.read(ctx, func(x *tx) error {
		var change int64
		step, change, err = x.nextStep(ctx, d)
		found = change != 0
		return err
	})
	return step, found, err
}

// turn applies the next change of a direction.
func (s *Store) turn(ctx context.Context, d direction) (step app.Step, err error) {
	err = s.write(ctx, func(x *tx) error {
		step, _, err = x.turn(ctx, d)
		return err
	})
	if err != nil {
		return app.Step{}, err
	}
	return step, nil
}

// turn applies the next change of a direction and returns it and its id.
func (x *tx) turn(ctx context.Context, d direction) (app.Step, int64, error) {
	step, change, err := x.nextStep(ctx, d)
	if err != nil {
		return app.Step{}, 0, err
	}
	if change == 0 {
		return app.Step{}, 0, fmt.Errorf("%s: %w", d.cause, app.ErrNotFound)
	}
	if err := x.touched(ctx, &step, change); err != nil {
		return app.Step{}, 0, err
	}
	x.change, x.cause, x.what = change, d.cause, step.What
	if err := x.apply(ctx, d, change); err != nil {
		return app.Step{}, 0, fmt.Errorf("%s change %d: %w", d.cause, change, err)
	}
	_, err = x.exec(ctx, `UPDATE change SET state = ? WHERE id = ?`, d.becomes, change)
	return step, change, err
}

// nextStep returns the change to turn next and its id, 0 when there is none.
func (x *tx) nextStep(ctx context.Context, d direction) (app.Step, int64, error) {
	var step app.Step
	var change int64
	found, err := x.one(ctx, []any{&change, &step.What}, d.next)
	if err != nil {
		return app.Step{}, 0, err
	}
	if _, err := x.one(ctx, []any{&step.Over}, d.over, change); err != nil || !found {
		return step, 0, err
	}
	return step, change, nil
}

// touched writes into a step which records its change made what they are.
func (x *tx) touched(ctx context.Context, step *app.Step, change int64) error {
	entries, err := x.entries(ctx, doneBy, change)
	if err != nil {
		return err
	}
	if len(entries) == 0 {
		return fmt.Errorf("%w: change %d has no journal entry", app.ErrDamaged, change)
	}
	about := entries[0].Type
	if last := entries[len(entries)-1]; last.Action == app.ActionDelete {
		about = last.Type // a deletion takes the dependents first
	}
	step.Type = app.TypeByKey(about)
	for _, e := range entries {
		if e.Type == about {
			step.IDs = append(step.IDs, e.Record)
		}
	}
	slices.Sort(step.IDs)
	step.IDs = slices.Compact(step.IDs)
	return nil
}
