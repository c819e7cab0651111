package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"technopark/app"
)

// recovered recovers a file and returns the new one.
func recovered(t testing.TB, path string) (string, app.Recovery) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "спасённый.tpark")
	r, err := Recover(context.Background(), path, to, options(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return to, r
}

func TestSoundFileIsRecoveredAsItIs(t *testing.T) {
	path := written(t, fullFile(t))
	to, r := recovered(t, path)
	if !r.OK() || !r.Whole || r.Added != 0 || r.Share() != 1000 {
		t.Errorf("%+v", r)
	}
	if contentsOf(t, to) != contentsOf(t, path) {
		t.Error("the new file holds something else")
	}
	if was, is := undoable(t, path), undoable(t, to); was == 0 || is != was {
		t.Errorf("%d steps can be undone, %d could", is, was)
	}
	v, err := Examine(context.Background(), to, options())
	if err != nil || !v.OK() {
		t.Error(v, err)
	}
}

// The rows of every released schema are read by the columns of today’s: whoever puts a column
// between others, or takes one away, has to teach layouts both.
func TestColumnsAreOnlyAddedBehindOthers(t *testing.T) {
	now, err := layouts()
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(releasedFiles, "released/schema-*.sql")
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	for n := range names {
		objects, err := releasedSchema(migrations(), int64(n+1))
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range objects {
			is, kept := now[o.name]
			if o.kind != "table" || !kept {
				continue
			}
			for i, c := range layoutOf(o).columns {
				if i >= len(is.columns) || is.columns[i].name != c.name {
					t.Errorf("schema %d: column %d of %s is %s, and another now", n+1, i, o.name, c.name)
				}
			}
		}
	}
}

// A file of an older program is recovered without its first page too, where its version and its
// schema stand, and without a journal.
func TestOlderFilesAreRecovered(t *testing.T) {
	for version := int64(1); version <= 10; version += 3 {
		path := filepath.Join(t.TempDir(), "x.tpark")
		if err := build(path, func(temp string) error { return buildSchema(temp, stepsTo(t, version)) }); err != nil {
			t.Fatal(err)
		}
		statements := `INSERT INTO park (id, name, created, changed) VALUES (1, 'Парк', '2021-03-15T12:00:00Z', '2021-03-15T12:00:00Z');`
		for n := 1; n <= 60; n++ {
			statements += fmt.Sprintf(`INSERT INTO resident (id, park_id, name, created, changed) VALUES (%[1]d, 1, 'Резидент %[1]d', '2021-03-15T12:00:00Z', '2021-03-16T12:00:00Z');
				INSERT INTO resident_report (id, park_id, resident, period, revenue, created, changed) VALUES (%[1]d, 1, %[1]d, '2020', %[1]d00, '2021-03-15T12:00:00Z', '2021-03-15T12:00:00Z');`, n)
		}
		tamper(t, path, statements)
		was := truthOf(t, path)
		data := fileBytes(t, path)
		clear(data[:pageSize(data)])
		to, r := recovered(t, written(t, data))
		if is := truthOf(t, to); !maps.Equal(is.records, was.records) || len(is.records) != 121 {
			t.Errorf("schema %d: %+v", version, r)
		}
		if v, err := Examine(context.Background(), to, options()); err != nil || !v.OK() {
			t.Error(v, err)
		}
	}
}

// What a change was cut off in is taken back before the file is read, in a copy: the file and
// what lies beside it stay as they are.
func TestCutOffChangeIsTakenBackInACopy(t *testing.T) {
	path, journal := cutOff(t)
	file, beside := fileBytes(t, path), fileBytes(t, journal)
	to, r := recovered(t, path)
	if !bytes.Equal(fileBytes(t, path), file) || !bytes.Equal(fileBytes(t, journal), beside) {
		t.Error("the damaged file or what lies beside it was changed")
	}
	s, err := Open(to, options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n := count(t, s, `SELECT count(*) FROM park`); n != 1 || !r.OK() {
		t.Errorf("%d parks, %+v", n, r)
	}
	if n := count(t, s, `SELECT count(*) FROM resident WHERE name LIKE 'не записан%'`); n != 0 {
		t.Errorf("%d records came of a change that was cut off", n)
	}
}

// cutOff returns a file in which a change was cut off, and its rollback journal.
func cutOff(t *testing.T) (path, journal string) {
	t.Helper()
	source := newStore(t)
	park, _ := newPark(t, source)
	copied := filepath.Join(t.TempDir(), "y.tpark")
	mustExec(t, source.db, `PRAGMA cache_size = 2; PRAGMA cache_spill = 1`)
	cut, ctx := errors.New("cut off"), context.Background()
	err := source.write(ctx, func(x *tx) error {
		for i := range 2000 {
			if _, err := x.exec(ctx, `INSERT INTO resident (park_id, name, created, changed) VALUES (?, ?, '2021-03-15T12:00:00Z', '2021-03-15T12:00:00Z')`, park.ID, fmt.Sprint("не записан ", i)); err != nil {
				return err
			}
		}
		for _, ending := range []string{"", "-journal"} {
			if err := os.WriteFile(copied+ending, fileBytes(t, source.Path()+ending), 0o600); err != nil {
				return err
			}
		}
		return cut
	})
	if !errors.Is(err, cut) {
		t.Fatal(err)
	}
	return copied, copied + "-journal"
}

// What the file says of its revenue past the program does not come into the new file as long as
// the journal proves another; what it has too much is named with all that is in it.
func TestJournalDecidesWhatWasAlteredPastTheProgram(t *testing.T) {
	whole := fullFile(t)
	was := truthOf(t, written(t, whole))
	done := map[app.ProblemKind]bool{} // one of each is enough
	for _, name := range slices.Sorted(maps.Keys(altered)) {
		c := altered[name]
		if done[c.want.Kind] {
			continue
		}
		done[c.want.Kind] = true
		path := written(t, whole)
		tamper(t, path, c.statements)
		to, r := recovered(t, path)
		is := truthOf(t, to)
		if missing := unnamed(was, is, r); len(missing) > 0 {
			t.Errorf("%s: %v", name, missing)
		}
		if v, err := Examine(context.Background(), to, options()); err != nil || !v.OK() {
			t.Errorf("%s: %v, %+v", name, err, v)
		}
		if c.want.Kind == app.ProblemValue && !maps.Equal(is.records, was.records) {
			t.Errorf("%s: it came into the new file", name)
		}
		told := []app.ProblemKind{app.ProblemValue, app.ProblemExtra, app.ProblemEntry, app.ProblemContent}
		if r.OK() && slices.Contains(told, c.want.Kind) {
			t.Errorf("%s: nothing is said of it", name)
		}
	}
}

// A file whose structure was changed is read by ours: what was planted does nothing.
func TestPlantedStructureIsPassedOver(t *testing.T) {
	whole := fullFile(t)
	was := truthOf(t, written(t, whole))
	for _, statements := range []string{
		`CREATE TRIGGER more AFTER UPDATE ON resident_report BEGIN UPDATE resident_report SET revenue = 1; END`,
		`CREATE VIEW everything AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r`,
		`DROP INDEX resident_report_by_resident`,
		`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE VIEW resident AS SELECT 1', type = 'view' WHERE name = 'resident'`,
	} {
		path := written(t, whole)
		tamper(t, path, statements)
		to, r := recovered(t, path)
		if is := truthOf(t, to); !maps.Equal(is.records, was.records) || len(r.Losses) > 0 {
			t.Errorf("%s: %+v", statements, r)
		}
	}
}

func TestWhatCannotBeRecovered(t *testing.T) {
	whole := fullFile(t)
	path, dir := written(t, whole), t.TempDir()
	for name, c := range map[string]struct {
		from, to string
		want     error
	}{
		"zeros":          {written(t, make([]byte, 1<<20)), filepath.Join(dir, "a"), app.ErrDamaged},
		"nothing":        {written(t, nil), filepath.Join(dir, "b"), app.ErrEmptyFile},
		"a text":         {written(t, []byte("текст")), filepath.Join(dir, "c"), app.ErrDamaged},
		"no file":        {filepath.Join(dir, "nothere"), filepath.Join(dir, "d"), app.ErrNoFile},
		"a directory":    {dir, filepath.Join(dir, "e"), app.ErrIsDir},
		"over itself":    {path, path, app.ErrExists},
		"into no folder": {path, filepath.Join(dir, "x", "f"), app.ErrMissingDir},
	} {
		if _, err := Recover(context.Background(), c.from, c.to, options(), nil); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if !bytes.Equal(fileBytes(t, path), whole) {
		t.Error("the file was changed")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Error(left, err)
	}
}

// Where the beginning of a file is lost, and with it how many records there ever were, every
// type of which there may have been more says so; so does a record that was deleted and may
// have been brought back by an entry that is lost.
func TestWhatMayHaveBeenThereIsNamed(t *testing.T) {
	whole := fullFile(t)
	was := truthOf(t, written(t, whole))
	data := bytes.Clone(whole)
	clear(data[:120*int(pageSize(data))])
	to, r := recovered(t, written(t, data))
	is := truthOf(t, to)
	said := func(ref reference) bool {
		return slices.ContainsFunc(slices.Concat(r.Losses, r.Doubts), func(l app.Loss) bool {
			return l.Type == ref.typ && (l.ID == ref.id || l.ID <= ref.id && ref.id <= l.Upto || l.Kind == app.LostTail && ref.id > l.ID)
		})
	}
	for ref := range was.records {
		if is.records[ref] == "" && !said(ref) {
			t.Errorf("%v is lost and not named", ref)
		}
	}

	ref := reference{"room", 7}
	d := &decision{
		remains: &remains{whole: map[string]bool{}}, says: &testimony{gaps: []gap{{after: 5}}},
		out: &saved{counts: map[string]*app.Recovered{"room": {}}, lost: map[reference]bool{}},
	}
	for last, want := range map[int64]int{5: 1, 6: 0} {
		d.out.report.Losses = nil
		d.buried(app.TypeByKey("room"), ref, &story{last: last})
		if len(d.out.report.Losses) != want {
			t.Errorf("deleted by entry %d: %+v", last, d.out.report.Losses)
		}
	}
}

// A row whose entries are lost is kept as it was read, and is named with the others that nothing
// confirms: what it says may have been spoiled.
func TestWhatNothingConfirmsIsNamed(t *testing.T) {
	whole := fullFile(t)
	was := truthOf(t, written(t, whole))
	path := written(t, whole)
	tamper(t, path, `UPDATE room SET area = area + 100 WHERE id = 2`)
	data := fileBytes(t, path)
	to, r := recovered(t, written(t, without(data, pagesOf(t, data, "journal")...)))
	is := truthOf(t, to)
	if ref := (reference{"room", 2}); is.records[ref] == was.records[ref] {
		t.Fatal("the room is as it was")
	}
	if missing := unnamed(was, is, r); len(missing) > 0 {
		t.Errorf("%d things are not named, first %s", len(missing), missing[0])
	}
	if len(r.Doubts) > 5*len(app.Types()) {
		t.Errorf("neighbours are named one by one: %d doubts of %d records", len(r.Doubts), len(is.records))
	}
}

// Of a record whose row is lost the journal says what each field is, each by the last entry of it: where
// entries behind the one of a field are lost, though the last of the record was read, the record is named.
func TestFieldChangedByALostEntryIsNamed(t *testing.T) {
	ctx := context.Background()
	earlier := pagesOf(t, fullFile(t), "journal")
	path, s, head := fullFileOpened(t)
	recs, err := s.List(ctx, app.TypeByKey("room"), head.Park)
	if err != nil || len(recs) < 2 {
		t.Fatal(len(recs), err)
	}
	rooms := app.As[app.Room](recs)
	others := func() { // entries that stand on pages between those of the first room
		for i := range 8 {
			rooms[1].Floor = fmt.Sprintf("%s %d", strings.Repeat("Этаж ", 8), i)
			save(t, s, rooms[1])
		}
	}
	others()
	rooms[0].Area.N += 7700
	save(t, s, rooms[0])
	others()
	rooms[0].Floor = "цоколь"
	save(t, s, rooms[0])
	others()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data := fileBytes(t, path)
	was, silent := truthOf(t, path), 0
	rows := pagesOf(t, data, "room")
	for _, page := range pagesOf(t, data, "journal") {
		if slices.Contains(earlier, page) {
			continue
		}
		to, r := recovered(t, written(t, without(data, append(slices.Clone(rows), page)...)))
		is := truthOf(t, to)
		if ref := (reference{"room", rooms[0].ID}); is.records[ref] != "" && is.records[ref] != was.records[ref] {
			silent++
		}
		if missing := unnamed(was, is, r); len(missing) > 0 {
			t.Errorf("without page %d of the journal: %d things are not named, first %s", page, len(missing), missing[0])
		}
	}
	if silent == 0 {
		t.Error("no page was that of the first entry")
	}
}

// A row on a page that nothing leads to may be of a page that was given up, unless the list of those is
// whole: what lost entries may have made of the record since is not known.
func TestRowOfAPageThatMayBeGivenUpIsNamed(t *testing.T) {
	room, ref := app.TypeByKey("room"), reference{"room", 7}
	value := map[string]app.Value{"number": app.TextValue("101")}
	for name, c := range map[string]struct {
		from    origin
		listed  bool
		entries int64
		want    app.LossKind
	}{
		"given up, perhaps":       {astray, false, 5, app.DoubtTold},
		"given up pages known":    {astray, true, 5, ""},
		"no entries lost since":   {astray, false, 4, ""},
		"reached from the table":  {inTable, false, 5, ""},
		"on a page of the unused": {deleted, false, 5, app.DoubtTold},
	} {
		d := &decision{
			remains: &remains{whole: map[string]bool{}, freeIsWhole: c.listed}, says: &testimony{gaps: []gap{{after: c.entries, since: "2026-03-02"}}},
			out: &saved{records: map[reference]*past{}, counts: map[string]*app.Recovered{"room": {}}, lost: map[reference]bool{}},
		}
		s := &story{past: past{changed: "2026-03-01", values: value}, there: true, born: true, last: 5, set: map[string]moved{"number": {5, "2026-03-01"}}}
		d.both(room, ref, s, &rowFound{from: c.from, changed: "2026-03-01", values: value})
		told := app.LossKind("")
		for _, l := range d.out.report.Doubts {
			told = l.Kind
		}
		if told != c.want {
			t.Errorf("%s: told as %q, want %q", name, told, c.want)
		}
	}
}

// Of a record that the journal says was deleted, an entry that is lost may have brought it back: a row on a
// page that nothing leads to is taken when it is not of before, and else the number is named.
func TestDeletedThatMayBeBackIsNotPassedOver(t *testing.T) {
	room, ref := app.TypeByKey("room"), reference{"room", 7}
	value := map[string]app.Value{"number": app.TextValue("101")}
	for name, c := range map[string]struct {
		from    origin
		changed string
		after   int64 // the last entry before those that are lost
		want    app.LossKind
	}{
		"brought back":                 {astray, "2026-03-03", 5, app.DoubtBack},
		"of the second of the entry":   {astray, "2026-03-02", 5, app.DoubtBack},
		"of before":                    {astray, "2026-03-01", 5, app.LostNumber},
		"in an unused page":            {deleted, "2026-03-03", 5, app.LostNumber},
		"nothing lost since":           {astray, "2026-03-03", 4, ""},
		"of before, nothing lost":      {deleted, "2026-03-01", 4, ""},
		"in its table, brought back":   {inTable, "2026-03-03", 5, app.DoubtBack},
		"in its table, nothing lost":   {inTable, "2026-03-03", 4, app.DoubtExtra},
		"in its table, older, a doubt": {inTable, "2026-03-01", 4, app.DoubtExtra},
	} {
		d := &decision{
			remains: &remains{whole: map[string]bool{}, links: map[string]*links{}}, says: &testimony{gaps: []gap{{after: c.after, since: "2026-03-02"}}},
			out: &saved{records: map[reference]*past{}, counts: map[string]*app.Recovered{"room": {}}, lost: map[reference]bool{}},
		}
		s := &story{past: past{changed: "2026-03-02", values: value}, born: true, last: 5, set: map[string]moved{"number": {5, "2026-03-02"}}}
		d.dead(room, ref, s, &rowFound{from: c.from, changed: c.changed, values: value})
		told := app.LossKind("")
		for _, l := range append(d.out.report.Losses, d.out.report.Doubts...) {
			told = l.Kind
		}
		if told != c.want || (d.out.records[ref] != nil) != (c.want == app.DoubtBack) {
			t.Errorf("%s: told as %q, want %q", name, told, c.want)
		}
	}
}

// Where the clock was set back, a row may be later than an entry of a later moment: it is where what
// wrote it is lost, and nothing before that entry is. Where that is not sure the entry is taken, and
// what stood in the row is named.
func TestRowBehindAClockSetBack(t *testing.T) {
	room, ref := app.TypeByKey("room"), reference{"room", 7}
	value := func(s string) map[string]app.Value { return map[string]app.Value{"number": app.TextValue(s)} }
	lost := func(after ...int64) (gaps []gap) {
		for _, n := range after {
			gaps = append(gaps, gap{after: n, since: "2026-03-02"})
		}
		return gaps
	}
	for name, c := range map[string]struct {
		gaps    []gap
		moments map[string]bool
		is      string
		told    app.LossKind
	}{
		"lost behind the entry":            {lost(5), nil, "102", app.DoubtTable},
		"lost before the entry":            {lost(4), nil, "101", ""},
		"lost before and behind":           {lost(4, 5), nil, "101", app.DoubtValue},
		"written by an entry that is read": {lost(5), map[string]bool{"2026-03-01": true}, "101", app.DoubtValue},
	} {
		d := &decision{
			remains: &remains{whole: map[string]bool{}}, says: &testimony{gaps: c.gaps},
			out: &saved{records: map[reference]*past{}, counts: map[string]*app.Recovered{"room": {}}, lost: map[reference]bool{}},
		}
		s := &story{past: past{changed: "2026-03-02", values: value("101")}, there: true, born: true, last: 5, set: map[string]moved{"number": {5, "2026-03-02"}}, moments: c.moments}
		row := &rowFound{from: inTable, changed: "2026-03-01", values: value("102")}
		d.both(room, ref, s, row)
		told := app.LossKind("")
		for _, l := range d.out.report.Doubts {
			if l.Field == "number" {
				told = l.Kind
			}
		}
		if is := d.out.records[ref].values["number"].S; is != c.is || told != c.told {
			t.Errorf("%s: it is %s, told as %q", name, is, told)
		}
		d.out.report.Doubts = nil
		d.dead(room, ref, s, row)
		if (d.out.report.Doubts[0].Kind == app.DoubtBack) != (c.is == "102") {
			t.Errorf("%s, and deleted: %+v", name, d.out.report.Doubts)
		}
	}
}

// A row that the new file refuses is left out and named, and that file is sound.
func TestRefusedRowIsLeftOut(t *testing.T) {
	path := written(t, fullFile(t))
	tamper(t, path, `INSERT INTO specialism (id, created, changed, name) VALUES (901, '2026-03-01T09:00:00Z', '2026-03-01T09:00:00Z', 'Робототехника 1'), (902, '2026-03-01T09:00:00Z', '2026-03-01T09:00:00Z', 'Робототехника 2')`)
	data := fileBytes(t, path)
	data = without(data, pagesOf(t, data, "journal")...)
	twice := bytes.ReplaceAll(data, []byte("Робототехника 2"), []byte("Робототехника 1"))
	to, r := recovered(t, written(t, twice))
	if !slices.ContainsFunc(r.Losses, func(l app.Loss) bool { return l.Type == "specialism" && l.ID > 900 }) {
		t.Errorf("the one of a name that is taken is not named: %+v", r.Losses)
	}
	v, err := Examine(context.Background(), to, options())
	if left := v.Problems; err != nil || len(left) > 0 {
		t.Errorf("%v, %+v", err, left)
	}
}

// A revision and a signature go on naming the data that are lost, and the journal says that this is
// known: the new file is sound, and is recovered once more as it is. In a file whose journal does
// not say so they are a problem.
func TestLostDataAreNotedInTheJournal(t *testing.T) {
	path := written(t, fullFile(t))
	tamper(t, path, `DELETE FROM content WHERE sha256 IN (SELECT data FROM revision UNION SELECT sha256 FROM signature)`)
	v, err := Examine(context.Background(), path, options())
	if err != nil || v.Parted > 0 || len(v.Problems) != 1 || v.Problems[0].Kind != app.ProblemContent {
		t.Fatalf("%v, %+v", err, v)
	}
	to, r := recovered(t, path)
	if r.Added != 2 || len(r.Losses) != 3 {
		t.Fatalf("%+v", r)
	}
	if v, err = Examine(context.Background(), to, options()); err != nil || !v.OK() || v.Parted != 1 {
		t.Errorf("%v, %+v", err, v)
	}
	again, r := recovered(t, to)
	if r.Added != 0 || contentsOf(t, again) != contentsOf(t, to) {
		t.Errorf("recovered once more: %+v", r)
	}
	tamper(t, to, `INSERT INTO content (sha256, size, data) SELECT sha256, 1, x'00' FROM signature`) // other bytes are another matter
	if v, err = Examine(context.Background(), to, options()); err != nil || v.Parted != 0 || v.OK() {
		t.Errorf("%v, %+v", err, v)
	}
}

// What another program left beside the file is not taken, and that is said.
func TestLogBesideADamagedFileIsNamed(t *testing.T) {
	path := written(t, fullFile(t))
	if err := os.WriteFile(path+"-wal", []byte("changes"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, r := recovered(t, path)
	if want := []app.Loss{{Kind: app.LostLog, Was: filepath.Base(path) + "-wal"}}; !slices.Equal(r.Losses, want) || r.OK() {
		t.Errorf("%+v", r.Losses)
	}
}

// Bytes that stand under a name that is not theirs are saved under their own: nothing is lost.
func TestKeptFileUnderAWrongNameIsSaved(t *testing.T) {
	path := written(t, fullFile(t))
	tamper(t, path, `INSERT INTO content (sha256, size, data) SELECT '`+strings.Repeat("0", 64)+`', size, data FROM content; DELETE FROM content WHERE sha256 <> '`+strings.Repeat("0", 64)+`'`)
	to, r := recovered(t, path)
	if !r.OK() {
		t.Errorf("%+v", r.Losses)
	}
	if v, err := Examine(context.Background(), to, options()); err != nil || !v.OK() || v.Parted != 0 {
		t.Errorf("%v, %+v", err, v)
	}
}

// A sealed copy is named as one by whoever reads it as a data file.
func TestSealedCopyIsNamed(t *testing.T) {
	path := written(t, []byte("age-encryption.org/v1\n-> scrypt "+strings.Repeat("x", 200)))
	_, opened := Open(path, options())
	_, examined := Examine(context.Background(), path, options())
	_, saved := Recover(context.Background(), path, filepath.Join(t.TempDir(), "new.tpark"), options(), func(int, int) {})
	for what, err := range map[string]error{"open": opened, "examine": examined, "recover": saved} {
		if !errors.Is(err, app.ErrSealed) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// What lies in the place of a journal or a log and is none is no change of another program.
func TestNoFilesBesideADamagedFileArePassedOver(t *testing.T) {
	for _, ending := range leftovers {
		path := written(t, fullFile(t))
		if err := os.Mkdir(path+ending, 0o700); err != nil {
			t.Fatal(err)
		}
		if _, r := recovered(t, path); !r.OK() {
			t.Errorf("%s: %+v", ending, r.Losses)
		}
	}
}

// A date that was spoiled in a row which no entry proves does not come into the new file: it is
// named, and that file is sound.
func TestSpoiledDateIsNamed(t *testing.T) {
	whole := fullFile(t)
	data := without(whole, pagesOf(t, whole, "journal")...)
	path := written(t, data)
	spoiled := bytes.ReplaceAll(fileBytes(t, path), []byte("2012-09-"), []byte("2012-99-"))
	to, r := recovered(t, written(t, spoiled))
	if !slices.ContainsFunc(r.Losses, func(l app.Loss) bool { return l.Kind == app.LostField && l.Field != "created" && l.Was != "" }) {
		t.Error("no spoiled date is named")
	}
	v, err := Examine(context.Background(), to, options())
	if left := v.Problems; err != nil && !errors.Is(err, app.ErrDamaged) || len(left) > 0 {
		t.Errorf("%v, %+v", err, left)
	}
}
