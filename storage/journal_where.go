package storage

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"technopark/app"
)

// stillGone chooses the deletions after which nothing brought the record back.
const stillGone = `action = 'delete' AND NOT EXISTS (SELECT 1 FROM journal AS later
	WHERE later.type = journal.type AND later.record = journal.record AND later.id > journal.id)`

// chosen returns the condition of a filter and what it is asked with.
func (x *tx) chosen(ctx context.Context, f app.JournalFilter) (where string, args []any, err error) {
	conditions := []string{"1"}
	and := func(condition string, given ...any) {
		conditions, args = append(conditions, condition), append(args, given...)
	}
	if f.Type != "" {
		and("type = ?", f.Type)
	}
	if f.ID != 0 {
		and("record = ?", f.ID)
	}
	if f.Did != "" {
		and("action = ?", string(f.Did))
	}
	if f.Who != "" {
		and("who = ?", f.Who)
	}
	if f.Change != 0 {
		and("change_id = ?", f.Change)
	}
	if f.After != 0 {
		and("id > ?", f.After)
	}
	if f.Upto != 0 {
		and("id <= ?", f.Upto)
	}
	if f.Gone {
		and(stillGone)
	}
	if !f.Since.IsZero() {
		and("at >= ?", formatStamp(wholeSecond(f.Since)))
	}
	if !f.Until.IsZero() {
		and("at < ?", formatStamp(wholeSecond(f.Until)))
	}
	// One parameter each, however many there are: a park may have thousands of records.
	if f.Of != nil {
		pairs, err := placesJSON(f.Of)
		if err != nil {
			return "", nil, err
		}
		and("(type, record) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", pairs)
	}
	if f.Step != "" {
		steps, err := x.stepsNamed(ctx, f.Step)
		if err != nil {
			return "", nil, err
		}
		and("change_id IN (SELECT value FROM json_each(?))", steps)
	}
	return "WHERE " + strings.Join(conditions, " AND "), args, nil
}

// wholeSecond returns the first whole second at or after a moment: the file keeps no others.
func wholeSecond(at time.Time) time.Time { return at.Add(time.Second - 1).Truncate(time.Second) }

// placesJSON writes the types and ids of places: [["resident",17],["contract",3]].
func placesJSON(places []app.Place) (string, error) {
	pairs := make([][2]any, len(places))
	for i, p := range places {
		pairs[i] = [2]any{p.Type, p.ID}
	}
	return jsonOf(pairs)
}

// stepsNamed returns the ids of the changes whose name has a text in it, as JSON. We fold in Go,
// because SQLite knows the case of Latin letters alone.
func (x *tx) stepsNamed(ctx context.Context, text string) (string, error) {
	wanted, ids := app.Fold(text), []int64{}
	err := x.each(ctx, func(rows *sql.Rows) error {
		var id int64
		var what string
		err := rows.Scan(&id, &what)
		if strings.Contains(app.Fold(what), wanted) {
			ids = append(ids, id)
		}
		return err
	}, `SELECT id, what FROM change`)
	if err != nil {
		return "", err
	}
	return jsonOf(ids)
}
