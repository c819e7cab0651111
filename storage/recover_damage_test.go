package storage

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"technopark/app"
)

var recoverRounds = flag.Int("recover.rounds", 17, "how many damaged files are recovered, of each way of damage in turn")

// ruins are the ways of damages, and others that leave more to do; least is the share of the
// records, of a thousand, that each must give back.
var ruins = []struct {
	name  string
	least int
	do    func(r *rand.Rand, data []byte, page int) []byte
}{
	{"a bit flipped", 1000, damages[0].do},
	{"a bit of the first page flipped", 1000, damages[1].do},
	{"a byte of a page's head changed", 1000, damages[2].do},
	{"a number raised", 1000, damages[3].do},
	{"a page of zeros", 1000, damages[5].do},
	{"two pages swapped", 1000, damages[6].do},
	{"a page written twice", 1000, damages[7].do},
	{"cut off in its last tenth", 850, func(r *rand.Rand, data []byte, _ int) []byte { return data[:len(data)-r.IntN(len(data)/10)] }},
	{"cut off at a page in its second half", 400, func(r *rand.Rand, data []byte, page int) []byte {
		pages := len(data) / page
		return data[:(pages/2+r.IntN(pages/2))*page]
	}},
	{"no header", 1000, func(_ *rand.Rand, data []byte, _ int) []byte { clear(data[:headerSize]); return data }},
	{"no first page", 1000, func(_ *rand.Rand, data []byte, page int) []byte { clear(data[:page]); return data }},
	{"five bits of pages in use flipped", 990, func(r *rand.Rand, data []byte, page int) []byte {
		for range 5 {
			at := usedPage(r, data, page)*page + r.IntN(page)
			data[at] ^= 1 << r.IntN(8)
		}
		return data
	}},
	{"four pages of zeros", 985, func(r *rand.Rand, data []byte, page int) []byte {
		for range 4 {
			clear(data[r.IntN(len(data)/page)*page:][:page])
		}
		return data
	}},
	{"a page that names fewer cells", 1000, func(r *rand.Rand, data []byte, page int) []byte {
		fewerCells(r, data, page)
		return data
	}},
	{"a page that names fewer cells, and their places lost", 1000, func(r *rand.Rand, data []byte, page int) []byte {
		at, names := fewerCells(r, data, page)
		clear(data[at+names : at+int(binary.BigEndian.Uint16(data[at+5:]))])
		return data
	}},
	{"the first tenth of zeros", 800, func(_ *rand.Rand, data []byte, page int) []byte {
		clear(data[:len(data)/page/10*page])
		return data
	}},
	{"an index spoiled", 1000, func(r *rand.Rand, data []byte, page int) []byte {
		for range 1000 {
			if n := r.IntN(len(data) / page); n > 0 && (data[n*page] == 10 || data[n*page] == 2) {
				clear(data[n*page+page/2 : n*page+page])
				break
			}
		}
		return data
	}},
}

// fewerCells has a page with rows name fewer of its cells than it has, and returns where it begins
// and how far from there the places of its cells go.
func fewerCells(r *rand.Rand, data []byte, page int) (at, names int) {
	for at == 0 || data[at] != 13 {
		at = usedPage(r, data, page) * page
	}
	cells := r.IntN(int(binary.BigEndian.Uint16(data[at+3:])))
	binary.BigEndian.PutUint16(data[at+3:], uint16(cells))
	return at, 8 + 2*cells
}

// usedPage chooses a page of a tree.
func usedPage(r *rand.Rand, data []byte, page int) int {
	for {
		n := r.IntN(len(data) / page)
		if n > 0 && slices.Contains([]byte{2, 5, 10, 13}, data[n*page]) && binary.BigEndian.Uint16(data[n*page+3:]) > 0 {
			return n
		}
	}
}

// truth is what stood in a file before it was damaged.
type truth struct {
	records  map[reference]string
	contents map[string]bool
	entries  int64
}

func truthOf(t testing.TB, path string) truth {
	t.Helper()
	o := options()
	o.ReadOnly = true
	s, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	is := truth{map[reference]string{}, map[string]bool{}, int64(count(t, s, `SELECT count(*) FROM journal`))}
	err = s.read(context.Background(), func(x *tx) error {
		for _, typ := range app.Types() {
			recs, err := x.query(context.Background(), s.tables[typ.Key], whereAll)
			if err != nil {
				return err
			}
			for _, rec := range recs {
				text, err := app.TakeSnapshot(rec).JSON(typ)
				if err != nil {
					return err
				}
				is.records[reference{typ.Key, rec.Header().ID}] = text
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	names, err := s.contentNames(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if _, err := s.Content(context.Background(), name); err == nil {
			is.contents[name] = true
		}
	}
	return is
}

// unnamed returns what differs from the truth and is not in the report.
func unnamed(was, is truth, r app.Recovery) (all []string) {
	losses := slices.Concat(r.Losses, r.Doubts)
	endless := slices.ContainsFunc(r.Losses, func(l app.Loss) bool { return l.Kind == app.LostEnd })
	named := func(ref reference) bool {
		return slices.ContainsFunc(losses, func(l app.Loss) bool {
			return l.Type == ref.typ && (l.ID == ref.id || l.ID <= ref.id && ref.id <= l.Upto)
		})
	}
	highest := map[string]int64{}
	for ref := range is.records {
		highest[ref.typ] = max(highest[ref.typ], ref.id)
	}
	for ref, text := range was.records {
		if is.records[ref] != text && !named(ref) && !(endless && ref.id > highest[ref.typ]) {
			all = append(all, fmt.Sprintf("%s %d: %s, was %s", ref.typ, ref.id, is.records[ref], text))
		}
	}
	for ref, text := range is.records {
		if was.records[ref] == "" && !named(ref) {
			all = append(all, fmt.Sprintf("%s %d: %s, was not there", ref.typ, ref.id, text))
		}
	}
	for name := range was.contents {
		if !is.contents[name] && !endless && !slices.ContainsFunc(losses, func(l app.Loss) bool { return l.Was == name }) {
			all = append(all, "content "+name)
		}
	}
	if r.Entries+r.Unread < was.entries && !endless {
		all = append(all, fmt.Sprintf("%d entries and %d unread, of %d", r.Entries, r.Unread, was.entries))
	}
	return all
}

// What a damaged file has left comes back, the new file is sound, and what did not come back is
// named.
func TestDamagedFilesAreRecovered(t *testing.T) {
	whole := fullFile(t)
	page := int(pageSize(whole))
	was := truthOf(t, written(t, whole))
	shares := map[string][]int{}
	for n := range *recoverRounds {
		r := rand.New(rand.NewPCG(*damageSeed, uint64(n)))
		ruin := ruins[n%len(ruins)]
		data := ruin.do(r, bytes.Clone(whole), page)
		to, report := recovered(t, written(t, data))
		is := truthOf(t, to)
		kept, there := 0, 0
		for ref, text := range was.records {
			if is.records[ref] == text {
				kept++
			}
			if is.records[ref] != "" {
				there++
			}
		}
		if says := report.Share(); report.Counted() && says > 1000*there/len(was.records) {
			t.Errorf("round %d, %s: %d of a thousand records are said to be saved, %d of %d are there", n, ruin.name, says, there, len(was.records))
		}
		share := 1000 * kept / len(was.records)
		shares[ruin.name] = append(shares[ruin.name], share)
		if share < ruin.least {
			t.Errorf("round %d, %s: %d of a thousand records came back, %d are wanted: %+v", n, ruin.name, share, ruin.least, report.Types)
		}
		if missing := unnamed(was, is, report); len(missing) > 0 {
			t.Errorf("round %d, %s: %d things are not named, first %s", n, ruin.name, len(missing), missing[0])
		}
		v, err := Examine(context.Background(), to, options())
		if err != nil && !errors.Is(err, app.ErrDamaged) {
			t.Fatal(err)
		}
		if n := undoable(t, to); n > 0 && !report.Whole {
			t.Errorf("round %d, %s: entries are lost, and %d steps can be undone", n, ruin.name, n)
		}
		if left := v.Problems; err != nil || len(left) > 0 {
			t.Errorf("round %d, %s: %v, %+v", n, ruin.name, err, left)
		}
	}
	for _, ruin := range ruins {
		t.Logf("%s: %v", ruin.name, shares[ruin.name])
	}
}

// undoable counts the steps that can be taken back or made again.
func undoable(t *testing.T, path string) int {
	t.Helper()
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	return count(t, s, `SELECT count(*) FROM change WHERE state IN ('done', 'undone')`)
}
