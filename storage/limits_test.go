package storage

import (
	"context"
	"strings"
	"testing"
)

// Every connection has the limits, the one that is made anew after another was dropped too.
func TestConnectionsAreLimited(t *testing.T) {
	s := newStore(t)
	for range 2 {
		for name, query := range map[string]string{
			"length":   `SELECT length(zeroblob(200000000))`,
			"depth":    `SELECT ` + strings.Repeat("(1 + ", 200) + `1` + strings.Repeat(")", 200),
			"columns":  `SELECT ` + strings.Repeat("1, ", 300) + `1`,
			"text":     `SELECT '` + strings.Repeat("x", 300<<10) + `'`,
			"pattern":  `SELECT 'x' LIKE '` + strings.Repeat("x", 2000) + `'`,
			"compound": `SELECT 1` + strings.Repeat(" UNION ALL SELECT 1", 200),
			"attached": `ATTACH ':memory:' AS one; ATTACH ':memory:' AS two`,
			"number":   `SELECT ?300`,
		} {
			if _, err := s.db.Exec(query); err == nil {
				t.Errorf("%s: not limited", name)
			}
		}
		if err := s.db.PingContext(context.Background()); err != nil {
			t.Fatal(err)
		}
		s.readAnew()
	}
}
