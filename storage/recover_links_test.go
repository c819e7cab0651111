package storage

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"testing"

	"technopark/app"
	"technopark/storage/btree"
)

// pagesOf returns the pages of the tree of a table, from its root on.
func pagesOf(t testing.TB, data []byte, table string) (all []int64) {
	t.Helper()
	o := options()
	o.ReadOnly = true
	s, err := Open(written(t, data), o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	all = []int64{int64(count(t, s, fmt.Sprintf(`SELECT rootpage FROM sqlite_schema WHERE name = '%s'`, table)))}
	file := btree.Open(bytes.NewReader(data), int64(len(data)))
	for i := 0; i < len(all); i++ {
		p := file.Page(all[i])
		if p.Kind != btree.IndexInterior && p.Kind != btree.TableInterior {
			continue
		}
		for _, c := range p.Cells {
			all = append(all, c.Child)
		}
		all = append(all, p.Right)
	}
	return all
}

// without returns a file in which pages are zeros.
func without(data []byte, pages ...int64) []byte {
	data = bytes.Clone(data)
	page := pageSize(data)
	for _, n := range pages {
		clear(data[(n-1)*page:][:page])
	}
	return data
}

// manyRooms returns a file whose contracts have many rooms, some of which were chosen later.
func manyRooms(t *testing.T) []byte {
	t.Helper()
	ctx := context.Background()
	s, err := Open(written(t, fullFile(t)), options())
	if err != nil {
		t.Fatal(err)
	}
	contracts, err := s.List(ctx, app.TypeByKey("contract"), 1)
	if err != nil {
		t.Fatal(err)
	}
	rooms, err := s.List(ctx, app.TypeByKey("room"), 1)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 150 {
		contract := contracts[i*len(contracts)/150].(*app.Contract)
		contract.Rooms = nil
		for n := range 12 {
			contract.Rooms = append(contract.Rooms, rooms[(i+7*n)%len(rooms)].Header().ID)
		}
		save(t, s, contract)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return fileBytes(t, s.Path())
}

// A list of which a page was lost is never taken for the whole list, whatever is left of the
// journal; those that cannot have been in the page are not named.
func TestListsThatAreNotWholeAreNamed(t *testing.T) {
	whole := manyRooms(t)
	was := listsOf(t, written(t, whole))
	journal, links := pagesOf(t, whole, "journal"), pagesOf(t, whole, "contract_rooms")
	if len(links) < 4 {
		t.Fatalf("%d pages of links", len(links))
	}
	for _, lost := range [][]int64{links, links[2:3]} {
		for name, entries := range map[string][]int64{
			"none": nil, "all": journal, "the last": journal[len(journal)*19/20:],
		} {
			to, r := recovered(t, written(t, without(whole, append(slices.Clone(lost), entries...)...)))
			now, named := listsOf(t, to), 0
			for ref, list := range was {
				is := slices.ContainsFunc(slices.Concat(r.Losses, r.Doubts), func(l app.Loss) bool {
					return l.Type == ref.Type && l.Field == ref.Field && l.ID == ref.ID
				})
				if is {
					named++
				}
				if now[ref] != list && !is {
					t.Errorf("pages %v and of the journal %s: %+v is %q, was %q, and is not named", lost, name, ref, now[ref], list)
				}
			}
			if entries == nil && named > 0 || len(lost) == 1 && lost[0] != links[0] && named > len(was)*2/3 {
				t.Errorf("pages %v and of the journal %s: %d of %d are named", lost, name, named, len(was))
			}
		}
	}
}

// A page of links that names only some of its pairs has no whole lists, whatever it says of the rest.
func TestListsOfAPageThatHidesPairsAreNamed(t *testing.T) {
	whole := manyRooms(t)
	was := listsOf(t, written(t, whole))
	leaf := (pagesOf(t, whole, "contract_rooms")[2] - 1) * pageSize(whole)
	whole = without(whole, pagesOf(t, whole, "journal")...)
	for name, spoil := range map[string]func(page []byte){
		"its list of free bytes leads astray":  func(page []byte) { binary.BigEndian.PutUint16(page[1:], 3) },
		"as if all but one were deleted":       nameLast,
		"their bytes are said to be in no use": func(page []byte) { beginAt(page, len(page)) },
	} {
		data := bytes.Clone(whole)
		page := data[leaf:][:pageSize(data)]
		binary.BigEndian.PutUint16(page[3:], binary.BigEndian.Uint16(page[3:])/2)
		spoil(page)
		to, r := recovered(t, written(t, data))
		now, lost := listsOf(t, to), 0
		for ref, list := range was {
			if now[ref] == list {
				continue
			}
			lost++
			if !slices.ContainsFunc(slices.Concat(r.Losses, r.Doubts), func(l app.Loss) bool {
				return l.Type == ref.Type && l.Field == ref.Field && l.ID == ref.ID
			}) {
				t.Errorf("%s: %+v is %q, was %q, and is not named", name, ref, now[ref], list)
			}
		}
		if lost == 0 {
			t.Errorf("%s: no list lacks a pair", name)
		}
	}
}

// nameLast has a leaf name only the cell whose bytes stand last, and say that those of all others are
// in no use.
func nameLast(page []byte) {
	last := uint16(0)
	for i := range int(binary.BigEndian.Uint16(page[3:])) {
		last = max(last, binary.BigEndian.Uint16(page[8+2*i:]))
	}
	for i, n := range []uint16{0, 1, last} { // the first block in no use, the number of cells, where they begin
		binary.BigEndian.PutUint16(page[1+2*i:], n)
	}
	page[7] = 0
	binary.BigEndian.PutUint16(page[8:], last)
}

// listsOf returns the lists of all records of a file.
func listsOf(t testing.TB, path string) map[app.Place]string {
	t.Helper()
	all := map[app.Place]string{}
	for ref, text := range truthOf(t, path).records {
		typ := app.TypeByKey(ref.typ)
		is, err := app.ReadSnapshot(typ, text)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range typ.Stored() {
			if f.Kind == app.KindRefs {
				all[app.Place{Type: ref.typ, ID: ref.id, Field: f.Key}] = is.Values[f.Key].S
			}
		}
	}
	return all
}
