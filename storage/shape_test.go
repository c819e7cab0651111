package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
)

// TestCatalogueAheadOfMigrationsIsSaid is what a developer sees who described a type or a
// field and made no migration of it yet: not that a file is damaged.
func TestCatalogueAheadOfMigrationsIsSaid(t *testing.T) {
	steps := stepsTo(t, 4) // signatures, and some columns of revisions, came later
	path := filepath.Join(t.TempDir(), "x.tpark")
	_, err := create(path, options(), steps)
	if err == nil || errors.Is(err, app.ErrDamaged) {
		t.Fatalf("a catalogue without its migration: %v", err)
	}
	for _, want := range []string{"no migration makes", "table signature", "column revision.form", "storage/migrations"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
	if strings.Contains(err.Error(), "revision.state") {
		t.Errorf("%q names what is there", err)
	}
}

func TestFileWithoutAColumnIsDamaged(t *testing.T) {
	for what, statement := range map[string]string{
		"column resident.anchor":         `ALTER TABLE resident DROP COLUMN anchor`,
		"column service_report.times_na": `ALTER TABLE service_report RENAME COLUMN times_na TO times_no`,
		"table contract_rooms":           `DROP TABLE contract_rooms`,
	} {
		path := filepath.Join(t.TempDir(), "x.tpark")
		if err := os.WriteFile(path, wholeFile(t), 0o600); err != nil {
			t.Fatal(err)
		}
		db, err := connect(path, false)
		if err != nil {
			t.Fatal(err)
		}
		_, err = db.Exec(statement)
		if err := errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path, options()); !errors.Is(err, app.ErrDamaged) || !strings.Contains(err.Error(), what) {
			t.Errorf("a file without %s: %v", what, err)
		}
	}
}
