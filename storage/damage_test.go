package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"technopark/app"
)

var (
	damageRounds = flag.Int("damage.rounds", 40, "how many files are damaged")
	damageSeed   = flag.Uint64("damage.seed", 1, "chooses how")
)

// damages are ways in which a disk, a stick or a copy gone wrong spoils a file.
var damages = []struct {
	name string
	do   func(r *rand.Rand, data []byte, page int) []byte
}{
	{"a bit flipped", func(r *rand.Rand, data []byte, _ int) []byte {
		data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		return data
	}},
	{"a bit of the first page flipped", func(r *rand.Rand, data []byte, page int) []byte {
		data[r.IntN(page)] ^= 1 << r.IntN(8)
		return data
	}},
	{"a byte of a page's head changed", func(r *rand.Rand, data []byte, page int) []byte {
		data[r.IntN(len(data)/page)*page+r.IntN(64)] = byte(r.IntN(256))
		return data
	}},
	{"a number raised", func(r *rand.Rand, data []byte, page int) []byte {
		at := r.IntN(len(data)-page) + page/2 // the second half of a page is full of cells
		data[at]++
		return data
	}},
	{"eight bytes of zeros", func(r *rand.Rand, data []byte, _ int) []byte {
		clear(data[r.IntN(len(data)-8):][:8])
		return data
	}},
	{"a page of zeros", func(r *rand.Rand, data []byte, page int) []byte {
		clear(data[r.IntN(len(data)/page)*page:][:page])
		return data
	}},
	{"two pages swapped", func(r *rand.Rand, data []byte, page int) []byte {
		a, b := r.IntN(len(data)/page)*page, r.IntN(len(data)/page)*page
		was := bytes.Clone(data[a : a+page])
		copy(data[a:a+page], data[b:b+page])
		copy(data[b:b+page], was)
		return data
	}},
	{"a page written twice", func(r *rand.Rand, data []byte, page int) []byte {
		a, b := r.IntN(len(data)/page)*page, r.IntN(len(data)/page)*page
		copy(data[a:a+page], data[b:b+page])
		return data
	}},
	{"cut off", func(r *rand.Rand, data []byte, _ int) []byte { return data[:r.IntN(len(data))] }},
	{"cut off at a page", func(r *rand.Rand, data []byte, page int) []byte {
		return data[:r.IntN(len(data)/page)*page]
	}},
}

// Damage is told, or it is where nothing is kept: what can be read of a file that passes for
// sound is what was written, and no damage ends the program.
func TestNoDamageIsSilent(t *testing.T) {
	whole := fullFile(t)
	page := int(pageSize(whole))
	want := contentsOf(t, written(t, whole))
	told, harmless := map[string]int{}, map[string]int{}
	for n := range *damageRounds {
		r := rand.New(rand.NewPCG(*damageSeed, uint64(n)))
		damage := damages[n%len(damages)]
		data := damage.do(r, bytes.Clone(whole), page)
		if bytes.Equal(data, whole) {
			harmless["nothing changed"]++
			continue
		}
		path := written(t, data)
		v, err := Examine(context.Background(), path, options())
		switch {
		case errors.Is(err, app.ErrDamaged), errors.Is(err, app.ErrNotOurs), errors.Is(err, app.ErrEmptyFile), errors.Is(err, app.ErrNewerSchema):
			told["not opened"]++
		case err != nil:
			t.Errorf("round %d, %s: %v", n, damage.name, err)
		case !v.OK():
			told[string(v.Problems[0].Kind)]++
		default:
			if is := contentsOf(t, path); is != want {
				t.Errorf("round %d, %s: passes for sound", n, damage.name)
			}
			harmless[damage.name]++
		}
	}
	t.Logf("told: %v; where nothing is kept: %v", told, harmless)
}

// contentsOf is the sum of all that stands in a file, but for the words of undo steps, which the
// menu shows, and the moments at which the schema was made.
func contentsOf(t *testing.T, path string) string {
	t.Helper()
	o := options()
	o.ReadOnly = true
	s, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sum := sha256.New()
	queries := []string{`SELECT id, state FROM change ORDER BY id`, `SELECT * FROM journal ORDER BY id`, `SELECT * FROM content ORDER BY 1`}
	for _, tab := range newTables() {
		for _, l := range tab.links {
			queries = append(queries, `SELECT * FROM `+quote(l.name)+` ORDER BY 1, 2`)
		}
	}
	for _, typ := range app.Types() {
		queries = append(queries, `SELECT * FROM `+quote(typ.Key)+` ORDER BY id`)
	}
	slices.Sort(queries)
	for _, query := range queries {
		rows, err := s.db.Query(query)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		cells := make([]any, len(columns))
		targets := make([]any, len(columns))
		for i := range cells {
			targets[i] = &cells[i]
		}
		for rows.Next() {
			if err := rows.Scan(targets...); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(sum, "%s %q\n", query, cells)
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			t.Fatal(err)
		}
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}
