package storage

import (
	"bytes"
	"encoding/binary"
	"testing"

	"technopark/app"
)

// Rows that a page no longer names come back, or it is told that there were others: also where no
// journal knows of them, and where the page says that the bytes of its cells begin further on.
func TestRowsThatAPageNoLongerNames(t *testing.T) {
	whole := fullFile(t)
	was := truthOf(t, written(t, whole))
	data := without(whole, pagesOf(t, whole, "journal")...)
	leaf := leafOf(t, data, pagesOf(t, whole, "resident_report"))
	cells := int(data[leaf+4])
	for name, c := range map[string]struct {
		cells    int
		spoil    func(page []byte)
		comeBack bool
	}{
		"two fewer":                            {cells - 2, func([]byte) {}, true},
		"two fewer and their places lost":      {cells - 2, func(page []byte) { clear(page[8+2*(cells-2):][:4]) }, false},
		"two fewer and their bytes in no use":  {cells - 2, func(page []byte) { beginAt(page, len(page)) }, false},
		"two fewer and bytes from the next on": {cells - 2, beginAtLowest, false},
		"none and all bytes in no use":         {0, func(page []byte) { beginAt(page, len(page)) }, false},
	} {
		data := bytes.Clone(data)
		data[leaf+4] = byte(c.cells)
		c.spoil(data[leaf:][:pageSize(data)])
		to, r := recovered(t, written(t, data))
		is := truthOf(t, to)
		if missing := unnamed(was, is, r); len(missing) > 0 {
			t.Errorf("%s: %d things are not named, first %s", name, len(missing), missing[0])
		}
		if gone := len(was.records) - len(is.records); gone != cells-c.cells && !c.comeBack || gone > 0 && c.comeBack {
			t.Errorf("%s: %d records are gone", name, gone)
		}
	}
}

// A record of which the journal tells and that a page does not name is not called deleted as long as
// the page may have had it.
func TestWhatAPageMayHaveHadIsNotCalledDeleted(t *testing.T) {
	whole := fullFile(t)
	was := truthOf(t, written(t, whole))
	journal := pagesOf(t, whole, "journal")
	data := without(whole, journal[len(journal)-1])
	leaf := leafOf(t, data, pagesOf(t, whole, "resident_report"))
	for _, cells := range []int{int(data[leaf+4]) - 1, int(data[leaf+4]) / 2, 0} {
		data := bytes.Clone(data)
		data[leaf+4] = byte(cells)
		beginAtLowest(data[leaf:][:pageSize(data)])
		to, r := recovered(t, written(t, data))
		is := truthOf(t, to)
		for ref := range was.records {
			if ref.typ == "resident_report" && is.records[ref] == "" {
				t.Errorf("%d cells left: %+v is gone", cells, ref)
			}
		}
		for _, l := range r.Doubts {
			if l.Kind == app.DoubtGone && l.Type == "resident_report" {
				t.Errorf("%d cells left: %+v is called deleted", cells, l)
			}
		}
	}
}

// leafOf returns where the last of some pages begins that has more than three rows.
func leafOf(t *testing.T, data []byte, pages []int64) (leaf int) {
	t.Helper()
	for _, n := range pages {
		if at := int((n - 1) * pageSize(data)); data[at] == 13 && data[at+4] > 3 {
			leaf = at
		}
	}
	if leaf == 0 {
		t.Fatal("no page has rows")
	}
	return leaf
}

// beginAt has a page say that the bytes of its cells begin at a place.
func beginAt(page []byte, at int) { binary.BigEndian.PutUint16(page[5:], uint16(at)) }

// beginAtLowest has a leaf say that the bytes of its cells begin at the first one it names: it
// is as if SQLite had deleted the others.
func beginAtLowest(page []byte) {
	lowest := len(page)
	for i := range int(binary.BigEndian.Uint16(page[3:])) {
		lowest = min(lowest, int(binary.BigEndian.Uint16(page[8+2*i:])))
	}
	beginAt(page, lowest)
}
