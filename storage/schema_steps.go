package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"technopark/app"
)

// checkSteps proves that the file says of itself that the steps up to its version were made, each
// once and in their order. An upgrade goes by it: a step that is missing there would be made again, and one
// too many would keep it from being made at all.
func checkSteps(ctx context.Context, db *sql.DB, version int64) (err error) {
	rows, err := db.QueryContext(ctx,
		`SELECT version_id, is_applied FROM goose_db_version ORDER BY id LIMIT ?`, version+2) // one more than there may be
	if err != nil {
		return fmt.Errorf("read the steps of the schema: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	var made, want []string
	for rows.Next() {
		var step, applied sql.NullString // whatever somebody has put there
		if err := rows.Scan(&step, &applied); err != nil {
			return fmt.Errorf("read the steps of the schema: %w", err)
		}
		made = append(made, step.String+" "+applied.String)
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read the steps of the schema: %w", err)
	}
	for step := range version + 1 {
		want = append(want, fmt.Sprint(step, " 1"))
	}
	if slices.Equal(made, want) {
		return nil
	}
	return app.ChangedSchema([]app.Text{app.L("изменён список шагов обновления файла", "the list of upgrades of the file was changed")})
}
