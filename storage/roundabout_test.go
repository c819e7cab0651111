package storage

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"technopark/app"
)

// soon is how long a file that somebody made on purpose may keep us; the machine of the tests is
// busy with others.
const soon = 5 * time.Second

// doctored writes the whole file with something done to its bytes.
func doctored(t *testing.T, do func(data []byte) []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.tpark")
	if err := os.WriteFile(path, do(wholeFile(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// rootOf returns the number of the first page of a table.
func rootOf(t *testing.T, path, table string) int64 {
	t.Helper()
	db, err := connect(path, true)
	if err != nil {
		t.Fatal(err)
	}
	var page int64
	err = db.QueryRow(`SELECT rootpage FROM sqlite_schema WHERE name = ?`, table).Scan(&page)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	return page
}

// roundabout makes of a table one that has five times five times five… the rows it had: pages
// that lead to one page by five ways each, and so on, seventeen storeys high.
func roundabout(data []byte, root int64) []byte {
	const page, ways, storeys = 4096, 5, 17
	first := int64(len(data) / page)
	leaf := append([]byte{}, data[(root-1)*page:root*page]...)
	storey := func(to int64) []byte {
		p := make([]byte, page)
		p[0] = interiorPage
		binary.BigEndian.PutUint16(p[3:], ways-1)
		at := page
		for i := range ways - 1 {
			at -= 5
			binary.BigEndian.PutUint32(p[at:], uint32(to))
			p[at+4] = byte(i + 1)
			binary.BigEndian.PutUint16(p[12+2*i:], uint16(at))
		}
		binary.BigEndian.PutUint16(p[5:], uint16(at))
		binary.BigEndian.PutUint32(p[8:], uint32(to))
		return p
	}
	copy(data[(root-1)*page:], storey(first+1))
	for i := range int64(storeys) {
		data = append(data, storey(first+2+i)...)
	}
	data = append(data, leaf...)
	binary.BigEndian.PutUint32(data[headerPages:], uint32(len(data)/page))
	return data
}

// Pages that lead in a circle have billions of rows: neither opening nor checking reads them.
func TestRoundaboutOfPagesEnds(t *testing.T) {
	whole := doctored(t, func(data []byte) []byte { return data })
	for _, table := range []string{"journal", "change", "park", "resident", "contract_rooms", "content"} {
		root := rootOf(t, whole, table)
		path := doctored(t, func(data []byte) []byte { return roundabout(data, root) })
		begun := time.Now()
		_, err := Open(path, options())
		if !errors.Is(err, app.ErrDamaged) {
			t.Errorf("%s: Open: %v", table, err)
		}
		if took := time.Since(begun); took > soon {
			t.Errorf("%s: Open took %v", table, took)
		}
		begun = time.Now()
		v, err := Examine(context.Background(), path, options())
		if err != nil && !errors.Is(err, app.ErrDamaged) || v.OK() {
			t.Errorf("%s: Examine: %v, %v", table, v, err)
		}
		if took := time.Since(begun); took > soon {
			t.Errorf("%s: Examine took %v", table, took)
		}
	}
}

// What is wrong with the pages is told one by one, each in a line.
func TestFlawsOfPagesAreToldOneByOne(t *testing.T) {
	path := doctored(t, func(data []byte) []byte {
		data = append(data, make([]byte, 5*4096)...) // pages that nothing leads to
		binary.BigEndian.PutUint32(data[headerPages:], uint32(len(data)/4096))
		return data
	})
	v, err := Examine(context.Background(), path, options())
	if err != nil || len(v.Problems) != 5 {
		t.Fatalf("%v, %v", v, err)
	}
	for _, p := range v.Problems {
		if p.Kind != app.ProblemStructure || strings.ContainsAny(p.File, "\n*") {
			t.Errorf("%+v", p)
		}
	}
}

// A value of another kind than its field is told by the name of the field, on opening and by a
// check.
func TestWrongCellIsNamed(t *testing.T) {
	for _, c := range []struct{ table, statement, says string }{
		{"resident", `UPDATE resident SET name = x'00ff'`, `Резиденты, «Полное наименование»: там, где этого не бывает, стоит не текст: это`},
		{"resident", `UPDATE resident SET anchor = 'да'`, `стоит не число`},
		{"resident", `UPDATE resident SET name = ''`, `стоит недопустимое значение`},
		{"journal", `UPDATE journal SET record = 'x'`, `в служебной таблице «journal»`},
	} {
		path := doctored(t, func(data []byte) []byte { return data })
		tamper(t, path, `DROP TRIGGER IF EXISTS journal_keeps_words; `+rewritten(c.table, ") STRICT", ")"))
		tamper(t, path, `PRAGMA ignore_check_constraints = ON; `+c.statement)
		restored := wholeSchema(t, "journal_keeps_words")
		tamper(t, path, restored+`; PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = rtrim(sql) || ' STRICT' WHERE name = '`+c.table+`'`)
		_, err := Open(path, options())
		r, _ := app.Refused(err)
		what, _ := r.Data["What"].(app.Text)
		if r.ID != "err.cell" || !strings.Contains(what.RU, c.says) || !errors.Is(err, app.ErrDamaged) {
			t.Errorf("%s: Open: %q, %v", c.statement, what.RU, err)
		}
		v, err := Examine(context.Background(), path, options())
		if err != nil || v.OK() || v.Problems[0].Kind != app.ProblemCell || v.Restorable() {
			t.Errorf("%s: Examine: %v, %v", c.statement, v, err)
		}
	}
}

// wholeSchema returns the statement that makes an object.
func wholeSchema(t *testing.T, name string) string {
	t.Helper()
	latest, err := latestVersion(migrations())
	if err != nil {
		t.Fatal(err)
	}
	objects, err := releasedSchema(migrations(), latest)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range objects {
		if o.name == name {
			return o.text
		}
	}
	t.Fatal("there is no " + name)
	return ""
}

// A text that no field can have is not read into lists, and its record is named.
func TestEndlessTextIsNamed(t *testing.T) {
	path := doctored(t, func(data []byte) []byte { return data })
	tamper(t, path, `UPDATE resident SET short_name = CAST(zeroblob(9000000) AS TEXT) WHERE id = 1`)
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.List(context.Background(), app.TypeByKey("resident"), 1)
	r, _ := app.Refused(err)
	what, _ := r.Data["What"].(app.Text)
	if r.ID != "err.cell_too_long" || !strings.Contains(what.RU, "№ 1") {
		t.Errorf("List: %v", err)
	}
	v, err := s.Verify(context.Background())
	if err != nil || v.OK() {
		t.Errorf("Verify: %v, %v", v, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
