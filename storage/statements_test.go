package storage

import (
	"context"
	"database/sql"
	"fmt"
	"testing"
)

// idleOf returns the statements that wait in the one connection of a store.
func idleOf(t *testing.T, s *Store) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	conn, err := s.db.Conn(context.Background())
	if err == nil {
		err = conn.Raw(func(c any) error {
			for text := range c.(*keeping).idle {
				all[text] = true
			}
			return nil
		})
	}
	if err == nil {
		err = conn.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What a save has prepared waits for the next one, within bounds, and is what it was when the same
// text runs twice at once, when the schema changes and when the connection is made anew.
func TestStatementsAreKept(t *testing.T) {
	ctx := context.Background()
	s := newStore(t)
	_, resident := newPark(t, s)
	for i := range 3 {
		resident.Contact = fmt.Sprint(i)
		save(t, s, resident)
	}
	after := len(idleOf(t, s))
	resident.Contact = "ещё"
	save(t, s, resident)
	if again := len(idleOf(t, s)); after == 0 || again != after {
		t.Errorf("%d statements wait, %d after the next save", after, again)
	}

	const text = `SELECT * FROM (SELECT 1 UNION ALL SELECT 2)`
	within := func(fn func(x *tx) error) {
		t.Helper()
		if err := s.read(ctx, fn); err != nil {
			t.Fatal(err)
		}
	}
	pairs := ""
	within(func(x *tx) error {
		outer, err := x.sql.PrepareContext(ctx, text)
		if err != nil {
			return err
		}
		defer outer.Close()
		rows, err := outer.QueryContext(ctx)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var a int
			if err := rows.Scan(&a); err != nil {
				return err
			}
			err := x.each(ctx, func(inner *sql.Rows) error {
				var b int
				err := inner.Scan(&b)
				pairs += fmt.Sprint(a, b, " ")
				return err
			}, text)
			if err != nil {
				return err
			}
		}
		return rows.Err()
	})
	if pairs != "1 1 1 2 2 1 2 2 " {
		t.Errorf("the same text twice at once gives %q", pairs)
	}

	columns := func() (n int) {
		within(func(x *tx) error {
			return x.each(ctx, func(rows *sql.Rows) error {
				names, err := rows.Columns()
				n = len(names)
				return err
			}, `SELECT * FROM search_state`)
		})
		return n
	}
	before := columns()
	if _, err := s.db.Exec(`ALTER TABLE search_state ADD COLUMN more INTEGER`); err != nil {
		t.Fatal(err)
	}
	if now := columns(); now != before+1 {
		t.Errorf("%d columns before one was added, %d after", before, now)
	}

	for i := range 3 * mostKept {
		within(func(x *tx) error {
			var n int
			_, err := x.one(ctx, []any{&n}, fmt.Sprint("SELECT ", i))
			return err
		})
	}
	if n := len(idleOf(t, s)); n == 0 || n > mostKept {
		t.Errorf("%d statements wait", n)
	}
	s.readAnew()
	if n := len(idleOf(t, s)); n != 0 {
		t.Errorf("%d statements wait in a new connection", n)
	}
}
