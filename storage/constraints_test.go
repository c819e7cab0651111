package storage

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"technopark/app"
	"technopark/app/sample"
)

// newFullStore makes a data file with records of every type.
func newFullStore(t *testing.T) *Store {
	t.Helper()
	s, err := CreateFilled(filepath.Join(t.TempDir(), "x.tpark"), options(), "sample", func(ctx context.Context, tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	saveWhatTheSampleLacks(t, s)
	return s
}

// attempt is a value put into a column of a row by another program.
type attempt struct {
	what  string
	set   string // as in UPDATE … SET
	taken bool
}

// released columns have no CHECK of their own, and a table is not built anew for the sake
// of one; the program itself never writes an empty text.
var released = []string{"revision.parts", "revision.lang", "revision.form", "revision.reason"}

// attempts derives from the catalogue what a column must take and must refuse. Options are
// not among it: a CHECK that lists them would have the table built anew for every new one,
// so package app alone refuses others.
func attempts(f app.Field) []attempt {
	column := quote(f.Key)
	set := func(value string) string {
		if f.CanNA {
			return column + " = " + value + ", " + quote(f.Key+"_na") + " = 0"
		}
		return column + " = " + value
	}
	all := []attempt{{"nothing", set("NULL"), !f.Essential}}
	switch f.Kind {
	case app.KindCount, app.KindQuantity, app.KindMoney:
		all = append(all, attempt{"zero", set("0"), true}, attempt{"a negative figure", set("-1"), f.Signed}, attempt{"a text for a figure", set("'много'"), false})
	case app.KindBool:
		all = append(all, attempt{"yes", set("1"), true}, attempt{"a third answer", set("2"), false})
	case app.KindRef:
		all = append(all, attempt{"a record that is not there", set("987654"), false})
	case app.KindDate:
		all = append(all, attempt{"a date", set("'2020-12-31'"), true}, attempt{"a date the wrong way round", set("'31.12.2020'"), false}, attempt{"an empty date", set("''"), false})
	case app.KindPeriod:
		all = append(all, attempt{"a quarter", set("'1999-Q4'"), true}, attempt{"a fifth quarter", set("'2020-Q5'"), false})
	case app.KindText, app.KindNote, app.KindID, app.KindChoice:
		all = append(all, attempt{"a text", set("'x'"), true}, attempt{"an empty text", set("''"), false})
	}
	if f.CanNA {
		na := quote(f.Key + "_na")
		all = append(all,
			attempt{"«не применимо»", column + " = NULL, " + na + " = 1", true},
			attempt{"a figure and «не применимо»", column + " = 1, " + na + " = 1", false},
			attempt{"a third answer to «не применимо»", column + " = NULL, " + na + " = 2", false},
			attempt{"no answer to «не применимо»", na + " = NULL", false})
	}
	return all
}

// TestTablesRefuseWhatTheCatalogueDoes finds a constraint that a migration forgot: nothing
// then would stop another program, or a fault of ours, from writing such a value.
func TestTablesRefuseWhatTheCatalogueDoes(t *testing.T) {
	s := newFullStore(t)
	for _, typ := range app.Types() {
		if n := count(t, s, `SELECT count(*) FROM `+quote(typ.Key)); n == 0 {
			t.Errorf("no records of %s to try its table on", typ.Key)
		}
		for _, f := range typ.Stored() {
			if f.Kind == app.KindRefs {
				continue
			}
			for _, a := range attempts(f) {
				if !a.taken && a.what == "an empty text" && slices.Contains(released, typ.Key+"."+f.Key) {
					continue
				}
				s.try(t, typ.Key+"."+f.Key, typ, a)
			}
		}
		if typ.Scope == app.ScopePark {
			s.try(t, typ.Key, typ, attempt{"a park that is not there", `"park_id" = 987654`, false})
			s.try(t, typ.Key, typ, attempt{"no park", `"park_id" = NULL`, false})
		}
	}
}

// try makes an attempt on the first row of a table and takes it back.
func (s *Store) try(t *testing.T, where string, typ *app.Type, a attempt) {
	t.Helper()
	table := quote(typ.Key)
	statement := "SAVEPOINT try; UPDATE " + table + " SET " + a.set + ` WHERE "id" = (SELECT min("id") FROM ` + table + ")"
	_, err := s.db.Exec(statement)
	if refused := sqliteCode(err)&0xff == 19; refused == a.taken || err != nil && !refused { // SQLITE_CONSTRAINT
		t.Errorf("%s: %s: taken is to be %t: %v", where, a.what, a.taken, err)
	}
	if _, err := s.db.Exec("ROLLBACK TO try; RELEASE try"); err != nil {
		t.Fatal(err)
	}
}

const ownIndexes = `SELECT l.name || ' (' || (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno)) || ')'
	FROM pragma_index_list(?) l WHERE l.origin = 'c' ORDER BY 1`

// TestIndexesAreNamedAfterTheirColumns wants an index on each reference and on park_id, the
// latter unless a unique set begins with it: what reads a park, and what asks who refers to
// a record before it is deleted, else reads whole tables.
func TestIndexesAreNamedAfterTheirColumns(t *testing.T) {
	s := newStore(t)
	index := func(table, column string) string { return table + "_by_" + column + " (" + column + ")" }
	for _, typ := range app.Types() {
		var want []string
		if typ.Scope == app.ScopePark && len(typ.Unique) == 0 {
			want = append(want, index(typ.Key, "park_id"))
		}
		for _, f := range typ.Stored() {
			switch f.Kind {
			case app.KindRef:
				want = append(want, index(typ.Key, f.Key))
			case app.KindRefs:
				l := newLink(typ, f)
				if diff := cmp.Diff([]string{index(l.name, l.target)}, texts(t, s, ownIndexes, l.name)); diff != "" {
					t.Errorf("indexes of %s (-want +table):\n%s", l.name, diff)
				}
			}
		}
		got := texts(t, s, ownIndexes, typ.Key)
		if park := index(typ.Key, "park_id"); len(typ.Unique) > 0 {
			got = slices.DeleteFunc(got, func(name string) bool { return name == park })
		}
		slices.Sort(want)
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("indexes of %s (-catalogue +table):\n%s", typ.Key, diff)
		}
	}
}
