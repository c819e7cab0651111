package storage

import (
	"errors"
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
	_, err := create(path, options(), steps, nil)
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
