package app_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/storage"
)

// What every record type must keep to, so that tables, forms, files, journal and papers
// can be made of it without knowing it. A new type is held to it by standing in Types.

func TestTypesAreDescribed(t *testing.T) {
	snake := regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	cyrillic := regexp.MustCompile(`[А-Яа-яЁё]`)
	reserved := []string{"id", "park_id", "created", "changed"}
	seen := map[string]bool{"change": true, "journal": true} // tables of the data file itself
	for _, typ := range app.Types() {
		if seen[typ.Key] || !snake.MatchString(typ.Key) {
			t.Errorf("type key %q is taken or not in snake case", typ.Key)
		}
		seen[typ.Key] = true
		if app.TypeByKey(typ.Key) != typ || typ.New().Type() != typ {
			t.Errorf("%s: the type, its key and its records do not lead to each other", typ.Key)
		}
		both(t, typ.Key+": One", typ.One)
		both(t, typ.Key+": Many", typ.Many)
		untitled := func(string, int64) string { return "" }
		typ.Title(typ.New(), untitled)
		if title := typ.TitleIn(app.EN, typ.New(), untitled); cyrillic.MatchString(title) {
			t.Errorf("%s: the English title of a record is «%s»", typ.Key, title)
		}
		keys := map[string]bool{}
		for _, f := range typ.Fields {
			where := typ.Key + "." + f.Key
			if keys[f.Key] || !snake.MatchString(f.Key) || slices.Contains(reserved, f.Key) || strings.HasSuffix(f.Key, "_na") {
				t.Errorf("%s: the key is taken, reserved or not in snake case", where)
			}
			keys[f.Key] = true
			checkField(t, where, f)
		}
		for _, set := range typ.Unique {
			for _, key := range set {
				// In SQL two missing values differ, so a missing one would not be unique.
				if f, ok := typ.Field(key); !ok || !f.Essential {
					t.Errorf("%s: unique field %s is not an essential field of it", typ.Key, key)
				}
			}
		}
		if f, ok := typ.Field(typ.Period); typ.Period != "" && (!ok || f.Kind != app.KindPeriod && f.Kind != app.KindDate) {
			t.Errorf("%s: Period %q is not a field with a period or a date", typ.Key, typ.Period)
		}
	}
}

func checkField(t *testing.T, where string, f app.Field) {
	both(t, where+": Label", f.Label)
	if f.Width <= 0 {
		t.Errorf("%s: no width", where)
	}
	if !f.Hint.Zero() {
		both(t, where+": Hint", f.Hint)
	}
	if !f.Section.Zero() {
		both(t, where+": Section", f.Section)
	}
	for _, o := range f.Options {
		both(t, where+": option "+o.Code, o.Label)
	}
	switch f.Kind {
	case app.KindChoice:
		if len(f.Options) == 0 {
			t.Errorf("%s: a choice without options", where)
		}
	case app.KindID:
		if f.Scheme == "" {
			t.Errorf("%s: an identifier without a scheme", where)
		}
	case app.KindCount, app.KindQuantity, app.KindMoney:
		both(t, where+": Unit", f.Unit)
		if f.Scale < 1 {
			t.Errorf("%s: scale %d", where, f.Scale)
		}
	case app.KindRef, app.KindRefs:
		if app.TypeByKey(f.Ref) == nil {
			t.Errorf("%s refers to %q, which is not a type", where, f.Ref)
		}
	}
	if f.CanNA && !f.Kind.Number() {
		t.Errorf("%s: only figures can be «не применимо»", where)
	}
}

func both(t *testing.T, where string, text app.Text) {
	t.Helper()
	if text.RU == "" || text.EN == "" {
		t.Errorf("%s is not in both languages: %q, %q", where, text.RU, text.EN)
	}
}

// failer is a test, or one draw of a test of properties.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// samples returns values a field must take, a missing one excepted; ids are of records
// it may refer to.
func samples(t failer, f app.Field, ids []int64) []app.Value {
	t.Helper()
	var values []app.Value
	switch f.Kind {
	case app.KindText:
		if f.Scheme != "" {
			values = append(values, app.TextValue(identifiers[f.Scheme][0]))
			break
		}
		values = append(values, app.TextValue("ФГБУ «Ёлки» № 1 & <сын>"), app.TextValue("0001"))
	case app.KindNote:
		values = append(values, app.TextValue("первая строка\nвторая"))
	case app.KindID:
		for _, id := range identifiers[f.Scheme] {
			values = append(values, app.TextValue(id))
		}
	case app.KindChoice:
		for _, o := range f.Options {
			values = append(values, app.TextValue(o.Code))
		}
	case app.KindDate:
		values = append(values, app.TextValue("2020-02-29"), app.TextValue("1999-12-31"))
	case app.KindPeriod:
		values = append(values, app.TextValue("2020"), app.TextValue("2020-Q4"))
	case app.KindBool:
		values = append(values, app.NumberValue(0), app.NumberValue(1))
	case app.KindCount, app.KindQuantity, app.KindMoney:
		values = append(values, app.NumberValue(0), app.NumberValue(1), app.NumberValue(1000), app.NumberValue(123_456_789_012))
		if f.Signed {
			values = append(values, app.NumberValue(-1_050))
		}
	case app.KindRef:
		values = append(values, app.NumberValue(ids[0]))
	case app.KindRefs:
		values = append(values, app.TextValue(app.IDList(ids)))
	}
	if f.CanNA {
		values = append(values, app.NAValue())
	}
	if len(values) == 0 {
		t.Fatalf("field %s: no sample of kind %d or scheme %q", f.Key, f.Kind, f.Scheme)
	}
	return values
}

// identifiers are the good vectors of domain.md §4.
var identifiers = map[app.Scheme][]string{
	app.SchemeINN:       {"7707083893", "366220664163"},
	app.SchemeKPP:       {"773643301"},
	app.SchemeOGRN:      {"1127746509780", "304500116000157"},
	app.SchemeOKPO:      {"00032537"},
	app.SchemeOKTMO:     {"17605101"},
	app.SchemeOKVED:     {"62.01", "26.51.6"},
	app.SchemeSNILS:     {"11223344595"},
	app.SchemeIndicator: {"I", "S2", "S2.1"},
	app.SchemeEmail:     {"office@example.ru"},
	app.SchemePhone:     {"+7 495 123-45-67, доб. 12"},
	app.SchemeURL:       {"https://example.ru/news?n=1"},
}

func TestValuesComeBackFromEverySurface(t *testing.T) {
	for _, typ := range app.Types() {
		for _, f := range typ.Stored() {
			for _, v := range append(samples(t, f, []int64{3, 17}), app.Value{}) {
				where := fmt.Sprintf("%s.%s = %+v", typ.Key, f.Key, v)
				rec := typ.New()
				f.Set(rec, v)
				if got := f.Get(rec); got != v {
					t.Errorf("%s: Get returned %+v", where, got)
				}
				if err := f.Check(v); err != nil {
					t.Errorf("%s: Check: %v", where, err)
				}
				if got, err := throughJSON(f, v); err != nil || got != v {
					t.Errorf("%s: out of JSON came %+v, %v", where, got, err)
				}
			}
		}
	}
}

func throughJSON(f app.Field, v app.Value) (app.Value, error) {
	text, err := json.Marshal(f.JSON(v))
	if err != nil {
		return app.Value{}, err
	}
	dec := json.NewDecoder(strings.NewReader(string(text)))
	dec.UseNumber()
	var raw any
	if err := dec.Decode(&raw); err != nil {
		return app.Value{}, err
	}
	return f.FromJSON(raw)
}

func TestSnapshotComesBack(t *testing.T) {
	for _, typ := range app.Types() {
		rec := typ.New()
		head := rec.Header()
		head.Park, head.Created = 4, time.Date(2021, 3, 15, 12, 0, 0, 0, time.UTC)
		for _, f := range typ.Stored() {
			f.Set(rec, samples(t, f, []int64{3, 17})[0])
		}
		was := app.TakeSnapshot(rec)
		text, err := was.JSON(typ)
		if err != nil {
			t.Errorf("%s: %v", typ.Key, err)
			continue
		}
		is, err := app.ReadSnapshot(typ, text)
		if err != nil || is.Park != was.Park || !is.Created.Equal(was.Created) {
			t.Errorf("%s: out of %s came %+v, %v", typ.Key, text, is, err)
		}
		for _, f := range typ.Stored() {
			if is.Values[f.Key] != f.Get(rec) {
				t.Errorf("%s.%s: out of %s came %+v", typ.Key, f.Key, text, is.Values[f.Key])
			}
		}
	}
}

// file is a real data file with one park and what records of a type refer to.
type file struct {
	*storage.Store
	park int64
	ids  map[string][]int64
}

func newFile(t *testing.T) *file {
	t.Helper()
	s, err := storage.Create(filepath.Join(t.TempDir(), "x.tpark"), storage.Options{
		Who: "test", Now: func() time.Time { return time.Date(2021, 3, 15, 12, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	f := &file{Store: s, ids: map[string][]int64{}}
	park := &app.Park{Name: "Технопарк"}
	if err := s.Save(context.Background(), park); err != nil {
		t.Fatal(err)
	}
	f.park = park.ID
	return f
}

// blank returns a record with its essential fields filled in; number tells it from others.
func (f *file) blank(t *testing.T, typ *app.Type, number int) app.Record {
	t.Helper()
	rec := typ.New()
	if typ.Scope == app.ScopePark {
		rec.Header().Park = f.park
	}
	for _, field := range typ.Stored() {
		if !field.Essential {
			continue
		}
		v := samples(t, field, f.targets(t, field))
		field.Set(rec, v[number%len(v)])
	}
	return rec
}

// targets returns ids of two saved records a field may refer to; nil when it refers to none.
func (f *file) targets(t *testing.T, field app.Field) []int64 {
	t.Helper()
	if field.Ref == "" {
		return nil
	}
	for number := len(f.ids[field.Ref]); number < 2; number++ {
		rec := f.blank(t, app.TypeByKey(field.Ref), number)
		if err := f.Save(context.Background(), rec); err != nil {
			t.Fatal(err)
		}
		f.ids[field.Ref] = append(f.ids[field.Ref], rec.Header().ID)
	}
	return f.ids[field.Ref]
}

func TestRecordsComeBackFromTheFile(t *testing.T) {
	ctx := context.Background()
	for _, typ := range app.Types() {
		f := newFile(t)
		if typ.Key == "park" {
			f.remove(t, typ, f.park) // its name is unique
		}
		for _, field := range typ.Stored() {
			values := samples(t, field, f.targets(t, field))
			if !field.Essential {
				values = append(values, app.Value{})
			}
			for _, v := range values {
				rec := f.blank(t, typ, 0)
				field.Set(rec, v)
				if err := f.Save(ctx, rec); err != nil {
					t.Errorf("save %s with %s = %+v: %v", typ.Key, field.Key, v, err)
					continue
				}
				f.compare(t, rec)
				f.remove(t, typ, rec.Header().ID)
			}
		}
	}
}

// compare reads a record again in both ways there are.
func (f *file) compare(t *testing.T, rec app.Record) {
	t.Helper()
	typ, id := rec.Type(), rec.Header().ID
	got, err := f.Get(context.Background(), typ, id)
	if err != nil {
		t.Error(err)
		return
	}
	list, err := f.List(context.Background(), typ, f.park)
	at := slices.IndexFunc(list, func(r app.Record) bool { return r.Header().ID == id })
	if err != nil || at < 0 {
		t.Errorf("%s %d is not in the list, %v", typ.Key, id, err)
		return
	}
	for _, field := range typ.Stored() {
		want := field.Get(rec)
		if g, l := field.Get(got), field.Get(list[at]); g != want || l != want {
			t.Errorf("%s.%s: saved %+v, got %+v, listed %+v", typ.Key, field.Key, want, g, l)
		}
	}
	if *got.Header() != *rec.Header() || *list[at].Header() != *rec.Header() {
		t.Errorf("%s: saved %+v, got %+v", typ.Key, *rec.Header(), *got.Header())
	}
}

func (f *file) remove(t *testing.T, typ *app.Type, id int64) {
	t.Helper()
	rec, err := f.Get(context.Background(), typ, id)
	if err == nil {
		err = f.Delete(context.Background(), rec)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestEssentialFieldsAreAskedFor(t *testing.T) {
	for _, typ := range app.Types() {
		f := newFile(t)
		for _, field := range typ.Stored() {
			if !field.Essential {
				continue
			}
			rec := f.blank(t, typ, 0)
			field.Set(rec, app.Value{})
			err := f.Save(context.Background(), rec)
			var faults app.FieldErrors
			if !errors.As(err, &faults) {
				t.Errorf("%s without %s: %v", typ.Key, field.Key, err)
				continue
			}
			if text, ok := faults.Of(field.Key); !ok || !strings.Contains(text.RU, field.Label.RU) {
				t.Errorf("%s without %s: %v", typ.Key, field.Key, faults)
			}
		}
	}
}

// Others recompute the indicators by plain SQL: a field's key is its column's name.
func TestKeysAreColumns(t *testing.T) {
	f := newFile(t)
	db, err := sql.Open("sqlite", f.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, typ := range app.Types() {
		for _, field := range typ.Stored() {
			if field.Kind == app.KindRefs {
				continue // a table of its own
			}
			var n int
			err := db.QueryRow(`SELECT count(*) FROM pragma_table_info(?) WHERE name = ?`, typ.Key, field.Key).Scan(&n)
			if err != nil || n != 1 {
				t.Errorf("table %s has %d columns %s, %v", typ.Key, n, field.Key, err)
			}
		}
	}
}
