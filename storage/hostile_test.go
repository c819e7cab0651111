package storage

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"modernc.org/sqlite"

	"technopark/app"
)

// tamper writes to a closed data file as another program would, the schema included.
func tamper(t testing.TB, path, statements string) {
	t.Helper()
	connector, err := sqlite.NewConnector("file:" + escapePath(path))
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(1)
	_, err = db.Exec(statements)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatalf("%s: %v", statements, err)
	}
}

// rewritten returns statements that replace a piece of the statement of an object.
func rewritten(name, from, to string) string {
	q := func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	return `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, ` + q(from) + `, ` + q(to) + `) WHERE name = ` + q(name)
}

// behind adds what an expression says to the statement of an object, on the same line.
func behind(name, expression string) string {
	return writeSchema + `UPDATE sqlite_schema SET sql = sql || ' ' || ` + expression + ` WHERE name = '` + name + `'`
}

const (
	writeSchema = `PRAGMA writable_schema = ON; `
	plant       = writeSchema + `INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) `
	endless     = `WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id, x AS park_id, 'n' AS name FROM n`
)

// hostile are schemas that are not ours, with what is to be said of each.
var hostile = map[string]struct{ statements, says string }{
	"a letter that is another to SQLite": {rewritten("resident_report", "REFERENCES park (id)", "REFERENCES par\u212a (id)"), "resident_report"},
	"a step of the schema too many":      {`INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)`, "the list of upgrades"},
	"no step of the schema":              {`DELETE FROM goose_db_version`, "the list of upgrades"},
	"a step that was not made":           {`UPDATE goose_db_version SET is_applied = 0 WHERE version_id = 3`, "the list of upgrades"},
	"a trigger that adds to every revenue": {`CREATE TRIGGER grow AFTER INSERT ON resident_report BEGIN
		UPDATE resident_report SET revenue = revenue + 100000000 WHERE id = NEW.id; END`, `extra trigger “grow”`},
	"a trigger on the journal":         {`CREATE TRIGGER forget AFTER INSERT ON journal BEGIN SELECT 1; END`, `extra trigger “forget”`},
	"a trigger that nobody may see":    {plant + `VALUES ('trigger', '', 'park', 0, 'CREATE TRIGGER "" AFTER INSERT ON park BEGIN SELECT 1; END')`, `extra trigger “”`},
	"a trigger that never ends":        {`CREATE TRIGGER spin AFTER INSERT ON park BEGIN INSERT INTO event (park_id, title, date) ` + strings.Replace(endless, "'n' AS name", "'2020-01-01'", 1) + `; END`, `extra trigger “spin”`},
	"no guard of the journal":          {`DROP TRIGGER journal_keeps_words`, `no trigger “journal_keeps_words”`},
	"a guard that looks away":          {rewritten("journal_keeps_entries", "BEFORE DELETE ON journal", "BEFORE DELETE ON journal WHEN OLD.id < 0"), `the trigger “journal_keeps_entries” was changed`},
	"a guard without teeth":            {rewritten("content_stays", "RAISE(ABORT, 'a content never changes')", "1"), `the trigger “content_stays” was changed`},
	"a view in place of a table":       {`PRAGMA legacy_alter_table = ON; ALTER TABLE practice RENAME TO practice_of_old; CREATE VIEW practice AS SELECT * FROM practice_of_old`, `in place of the table “practice” there is a view`},
	"an endless view for a table":      {`PRAGMA foreign_keys = OFF; DROP TABLE scenario; CREATE VIEW scenario AS ` + endless, `in place of the table “scenario” there is a view`},
	"an endless view":                  {`CREATE VIEW numbers AS ` + endless, `extra view “numbers”`},
	"a view with a trigger":            {`CREATE VIEW v AS SELECT 1 AS x; CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END`, `extra view “v”`},
	"a column dropped":                 {`ALTER TABLE resident DROP COLUMN anchor`, `no column “anchor” of the table “resident”`},
	"a column with a mark dropped":     {`ALTER TABLE resident DROP COLUMN phone`, `no column “phone” of the table “resident”`},
	"a column renamed":                 {`ALTER TABLE service_report RENAME COLUMN times_na TO times_no`, `extra column “times_no” of the table “service_report”`},
	"a column added":                   {`ALTER TABLE room ADD COLUMN secret TEXT`, `extra column “secret” of the table “room”`},
	"a column computed when read":      {`ALTER TABLE park ADD COLUMN more TEXT AS (hex(name))`, `extra column “more” of the table “park”`},
	"a column computed in its place":   {rewritten("resident_report", "headcount             INTEGER CHECK (headcount >= 0)", "headcount INTEGER AS (7)"), `the column “headcount” of the table “resident_report” is another`},
	"a column computed when written":   {rewritten("event", "participants INTEGER CHECK (participants >= 0)", "participants INTEGER AS (random()) STORED"), `the column “participants” of the table “event” is another`},
	"another default":                  {rewritten("resident_report", " revenue_na            INTEGER NOT NULL DEFAULT 0", " revenue_na INTEGER NOT NULL DEFAULT 1"), `the column “revenue_na” of the table “resident_report” is another`},
	"a default that is a function":     {rewritten("park", "created", `note TEXT DEFAULT (hex(zeroblob(100000000))), created`), `extra column “note” of the table “park”`},
	"a rule taken away":                {rewritten("publication", "title    TEXT NOT NULL CHECK (title <> '')", "title TEXT NOT NULL"), `the column “title” of the table “publication” is another`},
	"a rule with a function":           {rewritten("publication", "CHECK (outlet <> '')", "CHECK (load_extension('x'))"), `the column “outlet” of the table “publication” is another`},
	"a rule of the whole table":        {rewritten("scenario", "changed TEXT NOT NULL", "changed TEXT NOT NULL, CHECK (length(hex(randomblob(1000000))) > 0)"), `the table “scenario” was changed`},
	"an essential column may be empty": {rewritten("event", "title        TEXT NOT NULL", "title TEXT"), `the column “title” of the table “event” is another`},
	"twins allowed":                    {`PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_specialism_1'; ` + rewritten("specialism", "UNIQUE (name)", "CHECK (1)"), `the table “specialism” was changed`},
	"an index of SQLite's own gone":    {`PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_specialism_1'`, `no index “sqlite_autoindex_specialism_1”`},
	"a reference to nothing":           {rewritten("company", "head_person   INTEGER REFERENCES person (id) ON DELETE RESTRICT", "head_person INTEGER"), `the column “head_person” of the table “company” is another`},
	"a deletion that takes others":     {rewritten("event", "ON DELETE RESTRICT", "ON DELETE CASCADE"), `the column “park_id” of the table “event” is another`},
	"a table that takes any type":      {rewritten("scenario", "STRICT", ""), `the table “scenario” was changed`},
	"a table without numbers of rows":  {`DROP TABLE scenario; CREATE TABLE scenario (id INTEGER PRIMARY KEY, park_id INTEGER) STRICT, WITHOUT ROWID`, `the table “scenario” was changed`},
	"numbers of records used again":    {rewritten("room", "PRIMARY KEY AUTOINCREMENT", "PRIMARY KEY"), `the column “id” of the table “room” is another`},
	"figures that are texts":           {rewritten("event", "participants INTEGER", "participants TEXT"), `the column “participants” of the table “event” is another`},
	"capitals that do not count":       {rewritten("specialism", "name    TEXT NOT NULL", "name TEXT COLLATE NOCASE NOT NULL"), `the column “name” of the table “specialism” is another`},
	"an index dropped":                 {`DROP INDEX event_by_park_id`, `no index “event_by_park_id”`},
	"an index of another column":       {`DROP INDEX event_by_park_id; CREATE INDEX event_by_park_id ON event (title)`, `the index “event_by_park_id” was changed`},
	"an index of some rows":            {rewritten("event_by_park_id", "(park_id)", "(park_id) WHERE id > 5"), `the index “event_by_park_id” was changed`},
	"an index of a function":           {rewritten("event_by_park_id", "(park_id)", "(park_id, json(title))"), `the index “event_by_park_id” was changed`},
	"an index that forbids":            {rewritten("event_by_park_id", "CREATE INDEX", "CREATE UNIQUE INDEX"), `the index “event_by_park_id” was changed`},
	"an index that runs backwards":     {rewritten("event_by_park_id", "(park_id)", "(park_id DESC)"), `the index “event_by_park_id” was changed`},
	"an index more":                    {`CREATE INDEX room_by_number ON room (number)`, `extra index “room_by_number”`},
	"an index of another table":        {writeSchema + `UPDATE sqlite_schema SET tbl_name = 'room' WHERE name = 'event_by_park_id'`, `the index “event_by_park_id” is of another table`},
	"a table more":                     {`CREATE TABLE extra (x)`, `extra table “extra”`},
	"a table that is a program":        {`CREATE VIRTUAL TABLE find USING fts5(x)`, `extra table “find”`},
	"words found by a program":         {`CREATE TRIGGER hear AFTER INSERT ON search BEGIN SELECT 1; END`, `extra trigger “hear”`},
	"words of another table":           {rewritten("search_index", "content = 'search'", "content = 'park'"), `the column “content” of the table “search_index” is another`},
	"words read in another way":        {rewritten("search_index", "'ascii'", "'trigram'"), `the column “tokenize” of the table “search_index” is another`},
	"words kept by a view":             {writeSchema + `UPDATE sqlite_schema SET type = 'view', sql = 'CREATE VIEW search_index_idx AS SELECT 1' WHERE name = 'search_index_idx'`, `in place of the table “search_index_idx” there is a view`},
	"words of no index":                {`DROP TABLE search_word`, `no table “search_word”`},
	"a table less":                     {`PRAGMA foreign_keys = OFF; DROP TABLE practice`, `no table “practice”`},
	"a table of links less":            {`DROP TABLE contract_rooms`, `no table “contract_rooms”`},
	"a table renamed":                  {`ALTER TABLE scenario RENAME TO scenarios`, `extra table “scenarios”`},
	"advice for the planner":           {`ANALYZE`, `extra table “sqlite_stat1”`},
	"a table twice":                    {plant + `SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = 'room'`, `extra table “room”`},
	"a thing of no kind":               {plant + `VALUES ('spell', 'abracadabra', 'room', 0, NULL)`, `extra thing of an unknown kind “abracadabra”`},
	"what cannot be read":              {plant + `VALUES ('table', 'broken', 'broken', 2, 'CREATE TABLE broken (')`, `extra table “broken”`},
	"a name of unseen signs":           {"CREATE TABLE \"x\u202e\u200b\ny\" (z)", `extra table “x y”`},
	"a name without end":               {`CREATE TABLE ` + strings.Repeat("long", 1000) + ` (x)`, `extra table “` + strings.Repeat("long", 10) + `…”`},
	"a condition behind a long remark": {behind("contract_by_resident", "'--' || hex(zeroblob(35000)) || char(10) || 'WHERE length(hex(zeroblob(3))) > 0'"), `the index “contract_by_resident” was changed`},
	"a long remark":                    {behind("contract_by_resident", "'--' || hex(zeroblob(35000))"), `the index “contract_by_resident” was changed`},
	"an end that is not seen":          {writeSchema + `UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ') --' || char(0, 10) || 'STRICT') WHERE name = 'resident_report'`, `the table “resident_report” was changed`},
	"a form feed":                      {behind("room", "'--' || char(12)"), `the table “room” was changed`},
	"a vertical tab":                   {behind("room", "'--' || char(11)"), `the table “room” was changed`},
	"a line that ends otherwise":       {behind("room", "'--' || char(133)"), `the table “room” was changed`},
	"a mark of the order of bytes":     {behind("room", "'--' || char(65279)"), `the table “room” was changed`},
	"a text that is none":              {behind("room", "CAST(x'2D2DD0' AS TEXT)"), `the table “room” was changed`},
	"a statement of bytes":             {writeSchema + `UPDATE sqlite_schema SET sql = CAST(sql AS BLOB) WHERE name = 'room'`, `the table “room” was changed`},
	"a trigger for an index": {writeSchema + `UPDATE sqlite_schema SET sql = CAST('CREATE TRIGGER grow AFTER INSERT ON park BEGIN SELECT 1; END' AS BLOB)
		WHERE name = 'sqlite_autoindex_specialism_1'`, `the index “sqlite_autoindex_specialism_1” was changed`},
	"a statement of 20 MB":           {plant + `SELECT 'table', 'big', 'big', 2, 'CREATE TABLE big (x) -- ' || hex(zeroblob(10000000))`, `extra table “big”`},
	"100,000 tables":                 {plant + `SELECT 'table', 't' || value, 't' || value, 2, 'CREATE TABLE t' || value || ' (x)' FROM generate_series(1, 100000)`, `extra table “t1”; there is an extra table “t2”`},
	"the schema of an older program": {`PRAGMA user_version = 4`, `; and more`},
}

// A file is opened with our schema or not at all, and what is wrong with it is named before
// a record is read or anything is run that stands in it.
func TestForeignSchemaIsRefusedByName(t *testing.T) {
	if len(hostile) < 40 {
		t.Errorf("only %d schemas", len(hostile))
	}
	whole := wholeFile(t)
	for name, c := range hostile {
		path := filepath.Join(t.TempDir(), "x.tpark")
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		tamper(t, path, strings.ReplaceAll(c.statements, "FROM generate_series(1, 100000)",
			`FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 100000) SELECT value FROM n)`))
		was := fileBytes(t, path)
		for _, readOnly := range []bool{true, false} {
			o := options()
			o.ReadOnly = readOnly
			_, err := Open(path, o)
			if r, ok := app.Refused(err); !ok || r.ID != "err.schema" || !errors.Is(err, app.ErrDamaged) {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if !strings.Contains(err.Error(), c.says) {
				t.Errorf("%s: %q does not say %s", name, err, c.says)
			}
		}
		if !bytes.Equal(was, fileBytes(t, path)) {
			t.Errorf("%s: the file was written to", name)
		}
	}
}

// Remarks, white space and capitals are no difference.
func TestSchemaIsComparedByWhatItSays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.tpark")
	if err := os.WriteFile(path, wholeFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	tamper(t, path, rewritten("event", "participants INTEGER CHECK", "participants /* people */ integer\n\tcheck")+`; `+rewritten("room", "--", "-- once more"))
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// Whatever the pages of a schema hold, reading them ends, and without a panic.
func FuzzSchemaPages(f *testing.F) {
	path := filepath.Join(f.TempDir(), "x.tpark")
	if err := build(path, func(temp string) error { return buildSchema(temp, migrations()) }); err != nil {
		f.Fatal(err)
	}
	whole := fileBytes(f, path)
	f.Add(whole[:8192], 100, byte(0))
	f.Add(whole, 105, byte(0xff))
	f.Fuzz(func(t *testing.T, data []byte, at int, to byte) {
		if len(data) > 0 {
			data = bytes.Clone(data)
			data[uint(at)%uint(len(data))] = to
		}
		err := readObjects(bytes.NewReader(data), int64(len(data)), func(object) error { return nil })
		if err != nil && !errors.Is(err, app.ErrDamaged) {
			t.Errorf("%v", err)
		}
	})
}

func TestWholeSchemaIsRead(t *testing.T) {
	s := newStore(t)
	want, err := objectsOf(s.db)
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]object{}
	if err := eachObject(s.Path(), func(o object) error { read[o.key()] = o; return nil }); err != nil {
		t.Fatal(err)
	}
	for _, o := range want {
		if read[o.key()] != o {
			t.Errorf("%v was read as %v", o, read[o.key()])
		}
	}
	if len(read) != len(want) {
		t.Error(fmt.Sprint(len(read), " objects were read of ", len(want)))
	}
}
