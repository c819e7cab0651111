package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
)

// A disk that is full takes nothing and breaks nothing: the change is not kept, and
// what can be done about it is said.
func TestFullDisk(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	park, resident := newPark(t, s)
	pages := count(t, s, `PRAGMA page_count`)
	if got := count(t, s, fmt.Sprintf(`PRAGMA max_page_count = %d`, pages)); got != pages {
		t.Fatalf("the file may still grow to %d pages of %d", got, pages)
	}
	was := state(t, s)
	long := &app.Resident{Head: app.Head{Park: park.ID}, Name: strings.Repeat("Я", 20_000)}
	if err := s.Save(ctx, long); !errors.Is(err, app.ErrNoSpace) || long.ID != 0 {
		t.Errorf("Save on a full disk: %v, id %d", err, long.ID)
	}
	if diff := cmp.Diff(was, state(t, s)); diff != "" {
		t.Errorf("the change was half kept: %s", diff)
	}
	count(t, s, `PRAGMA max_page_count = 100000`)
	resident.Phone = "+7 495 123-45-67"
	save(t, s, resident, long)
	if err := verified(s); err != nil {
		t.Error(err)
	}
}

func TestUnreadable(t *testing.T) {
	if err := unreadable(&fs.PathError{Op: "open", Path: "a", Err: fs.ErrPermission}); !errors.Is(err, app.ErrNoRead) {
		t.Errorf("a forbidden file is %v", err)
	}
}

// SQLite says of a journal that cannot be made only that it cannot: why, the directory says.
func TestNoJournal(t *testing.T) {
	dir := t.TempDir()
	if err := noJournal(filepath.Join(dir, "нет", "x.tpark")); !errors.Is(err, app.ErrMissingDir) {
		t.Errorf("in a directory that is gone: %v", err)
	}
	if err := noJournal(filepath.Join(dir, "x.tpark")); !errors.Is(err, app.ErrNoWrite) {
		t.Errorf("where a file can be made: %v", err)
	}
}

// A disk that does not give a page is no damage of the file: nobody shall take an old copy for it.
func TestUnreadPageIsNoDamage(t *testing.T) {
	s := newStore(t)
	for line, want := range map[string]error{
		"Tree 5 page 7: unable to get the page. error code=266":  app.ErrUnreachable,
		"Tree 5 page 7: unable to get the page. error code=10":   app.ErrUnreachable,
		"Tree 5 page 7: unable to get the page. error code=11":   nil,
		"Tree 5 page 7: unable to get the page. error code=8458": nil,
		"ok": nil,
	} {
		_, err := answer(t.Context(), func(ctx context.Context, fn func(*sql.Rows) error, _ string) error {
			rows, err := s.db.QueryContext(ctx, `SELECT ?`, line)
			if err != nil {
				return err
			}
			defer rows.Close()
			rows.Next()
			return errors.Join(fn(rows), rows.Err())
		}, firstFlaw)
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", line, err, want)
		}
	}
}
