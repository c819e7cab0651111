package storage

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"technopark/app"
)

// columnInfo is what SQLite says of a column.
type columnInfo struct {
	Name, Type string
	NotNull    bool
}

// wantColumns derives the columns of a record type from the catalogue.
func wantColumns(t *app.Type) []columnInfo {
	columns := []columnInfo{{"id", "INTEGER", false}} // NOT NULL by being the primary key
	if t.Scope == app.ScopePark {
		columns = append(columns, columnInfo{"park_id", "INTEGER", true})
	}
	for _, f := range t.Stored() {
		if f.Kind == app.KindRefs {
			continue
		}
		kind := "TEXT"
		if f.Kind.Numeric() || f.Kind == app.KindRef {
			kind = "INTEGER"
		}
		columns = append(columns, columnInfo{f.Key, kind, f.Essential && !f.CanNA})
		if f.CanNA {
			columns = append(columns, columnInfo{f.Key + "_na", "INTEGER", true})
		}
	}
	return append(columns, columnInfo{"created", "TEXT", true}, columnInfo{"changed", "TEXT", true})
}

// anyOrder lets a migration add its columns at the end of a table: statements name
// columns, and no table has to be built anew for the sake of order.
var anyOrder = cmpopts.SortSlices(func(a, b columnInfo) bool { return a.Name < b.Name })

func TestSchemaIsTheCatalogue(t *testing.T) {
	s := newStore(t)
	tables := append([]string{"change", "content", "goose_db_version", "journal"}, wordTables...)
	for _, typ := range app.Types() {
		if diff := cmp.Diff(wantColumns(typ), columnsOf(t, s, typ.Key), anyOrder); diff != "" {
			t.Errorf("table %s differs from the catalogue (-catalogue +table):\n%s", typ.Key, diff)
		}
		tables = append(tables, typ.Key)
		want := references(typ)
		for _, f := range typ.Stored() {
			if f.Kind != app.KindRefs {
				continue
			}
			l := newLink(typ, f)
			tables = append(tables, l.name)
			pair := []columnInfo{{l.owner, "INTEGER", true}, {l.target, "INTEGER", true}}
			if diff := cmp.Diff(pair, columnsOf(t, s, l.name)); diff != "" {
				t.Errorf("table %s (-want +table):\n%s", l.name, diff)
			}
			links := []string{l.owner + " → " + typ.Key + " CASCADE", l.target + " → " + f.Ref + " RESTRICT"}
			if diff := cmp.Diff(links, texts(t, s, foreignKeys, l.name)); diff != "" {
				t.Errorf("references of %s (-want +table):\n%s", l.name, diff)
			}
		}
		if diff := cmp.Diff(want, texts(t, s, foreignKeys, typ.Key)); diff != "" {
			t.Errorf("references of %s (-catalogue +table):\n%s", typ.Key, diff)
		}
		if diff := cmp.Diff(uniqueSets(typ), texts(t, s, uniqueIndexes, typ.Key)); diff != "" {
			t.Errorf("unique sets of %s (-catalogue +table):\n%s", typ.Key, diff)
		}
	}
	slices.Sort(tables)
	if diff := cmp.Diff(tables, texts(t, s, `SELECT name FROM sqlite_schema
		WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name`)); diff != "" {
		t.Errorf("tables (-want +file):\n%s", diff)
	}
}

const foreignKeys = `SELECT "from" || ' → ' || "table" || ' ' || on_delete FROM pragma_foreign_key_list(?) ORDER BY 1`

const uniqueIndexes = `SELECT (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno))
	FROM pragma_index_list(?) l WHERE l.origin = 'u' ORDER BY 1`

func references(t *app.Type) []string {
	var all []string
	if t.Scope == app.ScopePark {
		all = append(all, "park_id → park RESTRICT")
	}
	for _, f := range t.Stored() {
		if f.Kind == app.KindRef {
			all = append(all, f.Key+" → "+f.Ref+" RESTRICT")
		}
	}
	slices.Sort(all)
	return all
}

func uniqueSets(t *app.Type) []string {
	var all []string
	for _, set := range t.Unique {
		if t.Scope == app.ScopePark {
			set = append([]string{"park_id"}, set...)
		}
		all = append(all, strings.Join(set, ","))
	}
	slices.Sort(all)
	return all
}

func columnsOf(t *testing.T, s *Store, table string) []columnInfo {
	t.Helper()
	rows, err := s.db.Query(`SELECT name, type, "notnull" FROM pragma_table_info(?) ORDER BY cid`, table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var columns []columnInfo
	for rows.Next() {
		var c columnInfo
		if err := rows.Scan(&c.Name, &c.Type, &c.NotNull); err != nil {
			t.Fatal(err)
		}
		columns = append(columns, c)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return columns
}

// texts returns the answers of a query for one column of text.
func texts(t *testing.T, s *Store, query string, args ...any) []string {
	t.Helper()
	rows, err := s.db.Query(query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		all = append(all, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestEveryTableIsStrictAndEveryReferenceIndexed(t *testing.T) {
	s := newStore(t)
	if loose := texts(t, s, `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
		AND strict = 0 AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> 'goose_db_version'`); len(loose) > 0 {
		t.Errorf("not STRICT: %v", loose)
	}
	slow := texts(t, s, `SELECT t.name || '.' || f."from" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
		WHERE NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) l, pragma_index_info(l.name) i
			WHERE i.seqno = 0 AND i.name = f."from")`)
	if len(slow) > 0 {
		t.Errorf("references without an index: %v", slow)
	}
}

func TestFileSaysWhatItIs(t *testing.T) {
	s := newStore(t)
	latest, err := latestVersion(migrations())
	if err != nil {
		t.Fatal(err)
	}
	if got := count(t, s, `PRAGMA user_version`); int64(got) != latest {
		t.Errorf("user_version is %d, the last migration %d: each sets its own number", got, latest)
	}
	if got := count(t, s, `PRAGMA application_id`); got != applicationID {
		t.Errorf("application_id is %x", got)
	}
	for pragma, want := range map[string]string{"journal_mode": "delete", "synchronous": "3", "foreign_keys": "1", "busy_timeout": "5000"} {
		if got := texts(t, s, `PRAGMA `+pragma)[0]; got != want {
			t.Errorf("%s is %s, want %s", pragma, got, want)
		}
	}
}

// The constraints hold against any program that writes to the file, not only ours.
func TestConstraints(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	save(t, s, &app.ResidentReport{
		Head: app.Head{Park: park.ID}, Resident: resident.ID,
		Period: app.YearPeriod(2020), Revenue: app.Of(app.Money(1)),
	})
	for name, statement := range map[string]string{
		"a figure and «не применимо»": `UPDATE resident_report SET revenue_na = 1`,
		"negative revenue":            `UPDATE resident_report SET revenue = -1`,
		"a third answer":              `UPDATE resident SET innovative = 2`,
		"a date the wrong way round":  `UPDATE resident SET registered = '31.12.2020'`,
		"a fifth quarter":             `UPDATE resident_report SET period = '2020-Q5'`,
		"text for a number":           `UPDATE resident_report SET revenue = 'много'`,
		"an empty name":               `UPDATE resident SET name = ''`,
		"no name":                     `UPDATE resident SET name = NULL`,
		"a resident of no park":       `UPDATE resident SET park_id = 99`,
		"a report of nobody":          `UPDATE resident_report SET resident = 99`,
		"a park with records":         `DELETE FROM park`,
		"a resident with reports":     `DELETE FROM resident`,
		"a journal entry changed":     `UPDATE journal SET who = 'x'`,
		"a journal entry removed":     `DELETE FROM journal`,
		"a journal entry replaced": `REPLACE INTO journal SELECT id, at, 'x', change_id, cause, action, type, record,
			before, after, prev, hash, what FROM journal`,
	} {
		_, err := s.db.Exec(statement)
		if sqliteCode(err)&0xff != 19 { // SQLITE_CONSTRAINT
			t.Errorf("%s: %v", name, err)
		}
	}
}
