package storage

import (
	"context"
	"database/sql"
	"fmt"

	"technopark/app"
)

// Steps returns the newest steps of undo, at most so many: those that would be taken back, those
// that were and could be made again, and between them those that are never taken back.
func (s *Store) Steps(ctx context.Context, limit int) ([]app.StepTaken, error) {
	var steps []app.StepTaken
	err := s.read(ctx, func(x *tx) error {
		return x.each(ctx, func(rows *sql.Rows) error {
			var step app.StepTaken
			var at string
			err := rows.Scan(&step.Change, &step.What, &step.Undone, &step.Held, &at, &step.Who, &step.Records)
			if err == nil {
				step.At, err = parseStamp(at)
			}
			steps = append(steps, step)
			return err
		}, stepsSQL, limit)
	})
	if err != nil {
		return nil, fmt.Errorf("list the steps of undo: %w", err)
	}
	return steps, nil
}

// stepsSQL selects the steps with who made each first, when, and how many records it touched.
var stepsSQL = `SELECT change.id, change.what, change.state = 'undone', change.id IN (` + held + `),
	first.at, first.who, (SELECT count(DISTINCT type || ' ' || record) FROM journal WHERE change_id = change.id)
	FROM change JOIN journal AS first ON first.id = (SELECT min(id) FROM journal WHERE change_id = change.id)
	WHERE change.state IN ('done', 'undone') ORDER BY change.id DESC LIMIT ?`

// UndoTo takes back all steps down to one, that one too, and returns how many there were; its
// errors are those of Undo, and nothing is changed then. A step that Undo would never come to is
// app.ErrNotFound.
func (s *Store) UndoTo(ctx context.Context, change int64) (int, error) {
	return s.turnTo(ctx, undone, change)
}

// RedoTo makes all steps again that were taken back, up to one, that one too, as UndoTo does.
func (s *Store) RedoTo(ctx context.Context, change int64) (int, error) {
	return s.turnTo(ctx, redone, change)
}

func (s *Store) turnTo(ctx context.Context, d direction, change int64) (int, error) {
	steps := 0
	err := s.write(ctx, func(x *tx) error {
		for {
			_, turned, err := x.turn(ctx, d)
			if err != nil {
				return err
			}
			steps++
			if turned == change {
				return nil
			}
		}
	})
	if err != nil {
		return 0, err
	}
	return steps, nil
}
