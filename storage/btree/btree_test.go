package btree

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"
)

// database returns the bytes of a file with a table of so many rows, some of which go on on
// pages of their own.
func database(t testing.TB, rows int) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, n INTEGER, data BLOB)`); err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if _, err := db.Exec(`INSERT INTO t (name, n, data) VALUES (?, ?, ?)`, strings.Repeat("я", i%40), -i*1000, bytes.Repeat([]byte{7}, i*37%20000)); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// readAll reads all rows of all pages and returns how many there are and their bytes.
func readAll(data []byte) (rows int, size int64) {
	f := Open(bytes.NewReader(data), int64(len(data)))
	f.Free()
	f.Walk(1, true, map[int64]bool{}, func(Leaf) bool { return true })
	for n := int64(1); n <= f.Pages(); n++ {
		p := f.Page(n)
		f.Hidden(p)
		if p.Kind != TableLeaf {
			continue
		}
		for _, c := range p.Cells {
			if row, err := f.Row(c, 1<<20); err == nil {
				rows++
				for _, v := range row {
					size += int64(len(v.Bytes))
				}
			}
		}
	}
	return rows, size
}

func TestEveryRowIsRead(t *testing.T) {
	const rows = 300
	data := database(t, rows)
	f := Open(bytes.NewReader(data), int64(len(data)))
	seen, root := map[int64]bool{}, int64(0)
	if !f.Walk(1, true, seen, func(l Leaf) bool {
		row, err := f.Row(l.Page.Cells[0], 1<<20)
		if err != nil {
			t.Error(err)
			return false
		}
		root = row[3].Int
		return true
	}) {
		t.Fatal("the schema is not whole")
	}
	next := int64(1)
	whole := f.Walk(root, true, seen, func(l Leaf) bool {
		for _, c := range l.Page.Cells {
			i := next - 1
			row, err := f.Row(c, 1<<20)
			if err != nil || c.Row != next || row[2].Int != -i*1000 || string(row[1].Bytes) != strings.Repeat("я", int(i%40)) || row[3].Size != i*37%20000 || row[3].Cut() {
				t.Errorf("row %d: %d %+v %v", next, c.Row, row, err)
			}
			next++
		}
		return true
	})
	if !whole || next != rows+1 {
		t.Error(whole, next)
	}
}

// A page of which the number of cells was lowered gives all of them back, where their places still
// stand; else it is told that some are missing. Pages in which much was deleted and written over add
// up as they are.
func TestCellsThatAreNoLongerNamedAreFound(t *testing.T) {
	whole := database(t, 300)
	path := filepath.Join(t.TempDir(), "y.db")
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err == nil {
		_, err = db.Exec(`DELETE FROM t WHERE id % 7 = 3; UPDATE t SET name = substr(name, 2), n = 1 WHERE id % 5 = 1; UPDATE t SET name = name || 'длиннее' WHERE id % 11 = 0;
			CREATE INDEX i ON t (name); DELETE FROM t WHERE id % 13 = 2`)
	}
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	if whole, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	f, trees := Open(bytes.NewReader(whole), int64(len(whole))), 0
	free, all := f.Free()
	if !all {
		t.Error("the list of free pages is not whole")
	}
	for n := range len(whole) / usualPage {
		at := n * usualPage
		start := at
		if n == 0 {
			start = headerSize
		}
		p := f.Page(int64(n + 1))
		if p.Kind == None || len(p.Cells) == 0 || free[p.Number] {
			continue
		}
		trees++
		if !p.Whole() {
			t.Errorf("page %d, kind %d, does not add up", n+1, p.Kind)
		}
		for _, fewer := range []int{1, len(p.Cells)/2 + 1, len(p.Cells)} {
			data := bytes.Clone(whole)
			binary.BigEndian.PutUint16(data[start+3:], uint16(len(p.Cells)-fewer))
			if got := withPages(bytes.NewReader(data), int64(len(data)), usualPage).Page(p.Number); !reflect.DeepEqual(got, p) {
				t.Errorf("page %d, %d cells fewer: %d cells are read, there are %d", n+1, fewer, len(got.Cells), len(p.Cells))
			}
			head := 8
			if p.Right != 0 {
				head = 12
			}
			binary.BigEndian.PutUint16(data[start+head+2*(len(p.Cells)-fewer):], 1)
			if got := withPages(bytes.NewReader(data), int64(len(data)), usualPage).Page(p.Number); got.Whole() {
				t.Errorf("page %d, %d cells fewer and the place of one lost: it counts as whole", n+1, fewer)
			}
			binary.BigEndian.PutUint16(data[start+headContent:], usualPage)
			if got := withPages(bytes.NewReader(data), int64(len(data)), usualPage).Page(p.Number); got.Whole() && len(got.Cells) > 0 {
				t.Errorf("page %d, %d cells fewer and their bytes in no use: it counts as whole", n+1, fewer)
			}
		}
	}
	if trees < 5 {
		t.Errorf("only %d pages were tried", trees)
	}
}

// A chain that leads to itself, cells that share their bytes, lengths beyond all bounds: what
// is read stays within a few times the file.
func TestHostilePagesAreReadWithinBounds(t *testing.T) {
	whole := database(t, 300)
	page := usualPage
	for name, spoil := range map[string]func(data []byte){
		"every chain leads to itself": func(data []byte) {
			for n := 1; n < len(data)/page; n++ {
				if data[n*page] == 0 {
					binary.BigEndian.PutUint32(data[n*page:], uint32(n+1))
				}
			}
		},
		"every cell is the same": func(data []byte) {
			for n := 1; n < len(data)/page; n++ {
				if at := n * page; Kind(data[at]) == TableLeaf {
					first := binary.BigEndian.Uint16(data[at+8:])
					binary.BigEndian.PutUint16(data[at+3:], 1000)
					for i := range 1000 {
						binary.BigEndian.PutUint16(data[at+8+2*i:], max(first, 2100))
					}
				}
			}
		},
		"heads of rows without end": func(data []byte) {
			for n := 1; n < len(data)/page; n++ {
				at := n * page
				copy(data[at:], []byte{byte(TableLeaf), 0, 0, 0, 0, 0x10, 0, 0})
				for i := at + 8; i < at+page; i += 2 {
					data[i], data[i+1] = 0x83, 0x08
				}
			}
		},
		"ones": func(data []byte) {
			for i := page; i < len(data); i++ {
				data[i] |= 0xf0
			}
		},
	} {
		data := bytes.Clone(whole)
		spoil(data)
		began := time.Now()
		if _, size := readAll(data); size > (chainReads+2)*int64(len(data)) {
			t.Errorf("%s: %d bytes are read of %d", name, size, len(data))
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: it takes %v", name, took)
		}
	}
}

func FuzzPages(f *testing.F) {
	whole := database(f, 60)
	f.Add(uint32(0), []byte{0})
	f.Add(uint32(4096), []byte{13, 0, 0, 0, 9})
	f.Add(uint32(4099), []byte{0xff, 0xff})
	f.Fuzz(func(_ *testing.T, at uint32, patch []byte) {
		data := bytes.Clone(whole)
		copy(data[int(at)%len(data):], patch)
		readAll(data)
	})
}
