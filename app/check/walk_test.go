package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

// The walk spoils the sample park in every field of every type, in every way that people slip,
// and wants each fault found once, where it is, and nothing else. Many faults share a pass:
// those of one pass are of different residents, or of different types of the park's records.

// fault is one slip of the hand.
type fault struct {
	what  string     // in which way
	old   app.Record // the record it changes; nil when it adds one
	now   app.Record // the record as spoiled; nil when it is taken out
	field string     // where it is to be found; empty: anywhere in the record
}

// subject is the record the fault is about.
func (f fault) subject() app.Record {
	if f.now != nil {
		return f.now
	}
	return f.old
}

// name tells a fault by its kind and field: «a thousandth of park.km_moscow».
func (f fault) name() string {
	if f.field == "" {
		return f.what + " " + f.subject().Type().Key
	}
	return f.what + " " + f.subject().Type().Key + "." + f.field
}

// seat is what only one fault of a pass may take.
func (f fault) seat() string {
	rec := f.subject()
	if id := app.ResidentOf(rec); id != 0 {
		return fmt.Sprintf("resident %d", id)
	}
	return rec.Type().Key
}

// alone reports whether the fault bends what other faults are seen by: what a reference leads to
// is not read without it, and the others are measured per head and as shares of revenue.
func (f fault) alone() bool {
	field, _ := f.subject().Type().Field(f.field)
	return field.Kind == app.KindRef || f.field == headKey || f.field == revenueKey
}

// walk is the park the faults are tried on.
type walk struct {
	t       *testing.T
	profile *Profile
	book    *app.Book
	frozen  *app.Book
	more    []app.Record        // put in besides the faults
	clean   map[string]bool     // what is found before anything is spoiled
	dirty   map[app.Record]bool // records with findings of their own: spoiled only where there are no others
}

const walked = 2020

func newWalk(t *testing.T, book, frozen *app.Book) *walk {
	w := &walk{t: t, profile: builtIn(t), book: book, frozen: frozen, clean: map[string]bool{}, dirty: map[app.Record]bool{}}
	for _, f := range w.check(book) {
		w.clean[mark(f)] = true
		w.dirty[book.Get(f.Type.Key, f.ID)] = true
	}
	return w
}

func (w *walk) check(b *app.Book) []Finding {
	return w.profile.Check(Asked{Book: b, Year: walked, Today: app.Day(2021, 4, 1), Known: known(), Frozen: w.frozen}).Findings
}

// mark tells findings apart.
func mark(f Finding) string {
	return fmt.Sprintf("%s %s.%d.%s %s %s", f.Rule, f.Type.Key, f.ID, f.Field.Key, f.Case, f.Left.RU)
}

// sound returns the records of a type, of the year, that nothing is wrong with, if there are any.
func (w *walk) sound(t *app.Type) []app.Record {
	read := slices.DeleteFunc(slices.Clone(w.book.Of(t.Key)), func(rec app.Record) bool { return !w.book.Reads(rec, walked) })
	sound := slices.DeleteFunc(slices.Clone(read), func(rec app.Record) bool { return w.dirty[rec] })
	if len(sound) == 0 {
		return read
	}
	return sound
}

// try checks the faults, as many in one pass as have seats.
func (w *walk) try(faults []fault, permitted map[string]string) {
	w.t.Helper()
	for len(faults) > 0 {
		var pass, rest []fault
		taken := map[string]bool{}
		for _, f := range faults {
			if taken[f.seat()] || taken[f.name()] || f.alone() && len(pass) > 0 {
				rest = append(rest, f)
				continue
			}
			taken[f.seat()], taken[f.name()] = true, true
			pass = append(pass, f)
			if f.alone() {
				rest = append(rest, faults[len(pass)+len(rest):]...)
				break
			}
		}
		w.pass(pass, permitted)
		faults = rest
	}
}

// pass checks a park with some faults in it.
func (w *walk) pass(faults []fault, permitted map[string]string) {
	w.t.Helper()
	var strays []string
	right := make([]int, len(faults))
	beside := make([][]string, len(faults))
	for _, found := range w.check(w.spoiled(faults)) {
		if w.clean[mark(found)] {
			continue
		}
		i := slices.IndexFunc(faults, func(f fault) bool { return f.hit(found) })
		if i < 0 {
			i = slices.IndexFunc(faults, func(f fault) bool { return f.near(found) })
			if i < 0 {
				strays = append(strays, mark(found))
				continue
			}
			beside[i] = append(beside[i], mark(found))
			continue
		}
		right[i]++
		if right[i] > 1 {
			beside[i] = append(beside[i], mark(found))
		}
	}
	for i, f := range faults {
		switch _, excused := permitted[f.name()]; {
		case excused && right[i] == 1 && len(beside[i]) == 0:
			w.t.Logf("%s needs no excuse", f.name())
		case excused:
		case right[i] == 0:
			w.t.Errorf("%s of %d is not found; instead: %q", f.name(), f.subject().Header().ID, beside[i])
		case len(beside[i]) > 0:
			w.t.Errorf("%s of %d: besides %q", f.name(), f.subject().Header().ID, beside[i])
		}
	}
	if len(strays) > 0 {
		names := make([]string, len(faults))
		for i, f := range faults {
			names[i] = f.name()
		}
		w.t.Errorf("found far from every fault: %q among %s", strays, strings.Join(names, ", "))
	}
}

// hit reports whether the finding is of the fault, in its place.
func (f fault) hit(found Finding) bool {
	rec := f.subject()
	if f.now == nil {
		return found.Lacks == rec.Type() && (found.Resident == app.ResidentOf(rec) || app.ResidentOf(rec) == 0)
	}
	return found.Type == rec.Type() && found.ID == rec.Header().ID && (f.field == "" || found.Field.Key == f.field)
}

// near reports whether the finding is about the same resident or kind of record.
func (f fault) near(found Finding) bool {
	rec := f.subject()
	if id := app.ResidentOf(rec); id != 0 {
		return found.Resident == id
	}
	return found.Type == rec.Type()
}

// spoiled returns the park with the faults in it.
func (w *walk) spoiled(faults []fault) *app.Book {
	records := map[string][]app.Record{}
	for _, t := range app.Types() {
		records[t.Key] = w.book.Of(t.Key)
	}
	for _, f := range faults {
		key := f.subject().Type().Key
		list := slices.DeleteFunc(slices.Clone(records[key]), func(rec app.Record) bool { return rec == f.old })
		if f.now != nil {
			list = append(list, f.now)
		}
		records[key] = list
	}
	for _, rec := range w.more {
		key := rec.Type().Key
		records[key] = append(slices.Clone(records[key]), rec)
	}
	park, _ := records["park"][0].(*app.Park)
	return app.NewBook(park, records)
}

// smallPark is the sample park with a quarter of its residents, for faults in what is the
// park's own: of those only one fits into a pass.
func smallPark() *app.Book {
	base := sample.Park().Book()
	records := map[string][]app.Record{}
	for _, t := range app.Types() {
		for _, rec := range base.Of(t.Key) {
			if id := app.ResidentOf(rec); id == 0 || id%4 == 1 {
				records[t.Key] = append(records[t.Key], rec)
			}
		}
	}
	return app.NewBook(base.Park, records)
}

// TestEveryFaultOfResidentsIsFoundOnce walks over what belongs to residents.
func TestEveryFaultOfResidentsIsFoundOnce(t *testing.T) {
	w := newWalk(t, sample.Park().Book(), nil)
	w.try(w.faults(func(t *app.Type) bool { return t.OfResidents() }), permitted())
}

// TestEveryFaultOfTheParkIsFoundOnce walks over what is the park's own.
func TestEveryFaultOfTheParkIsFoundOnce(t *testing.T) {
	w := newWalk(t, smallPark(), nil)
	w.try(w.faults(func(t *app.Type) bool { return !t.OfResidents() }), permitted())
}

// TestEveryFigureThatIsRevisedIsFound changes each figure by a little after a revision.
func TestEveryFigureThatIsRevisedIsFound(t *testing.T) {
	base := smallPark()
	w := newWalk(t, base, base)
	var faults []fault
	fields := walkedFields()
	for _, typ := range typesInOrder(fields) {
		for _, f := range fields[typ] {
			if f.Kind.Number() {
				faults = w.add(faults, "a hundredth more in", typ, f, func(v app.Value) app.Value { return app.NumberValue(v.N + max(1, v.N/100)) })
			}
		}
	}
	w.try(faults, map[string]string{
		"a hundredth more in service_report.residents": "a service rendered to each once is then rendered to more than it was rendered times",
	})
}

// TestWalkPassesNoFieldBy wants each number and each date spoiled, but for those that no record
// of the sample fills in.
func TestWalkPassesNoFieldBy(t *testing.T) {
	w := newWalk(t, smallPark(), nil)
	walked := map[string]bool{}
	for _, f := range w.faults(func(*app.Type) bool { return true }) {
		walked[f.subject().Type().Key+"."+f.field] = true
	}
	var by []string
	fields := walkedFields()
	for _, typ := range typesInOrder(fields) {
		for _, f := range fields[typ] {
			if (f.Kind.Number() || f.Kind == app.KindDate) && !walked[typ.Key+"."+f.Key] {
				by = append(by, typ.Key+"."+f.Key)
			}
		}
	}
	want := []string{"site_report.gas", "site_report.gas_free", "document.date"}
	if !slices.Equal(by, want) {
		t.Errorf("passed by %q, want %q", by, want)
	}
}

// walkedFields are the fields that people fill in, of the types they do.
func walkedFields() map[*app.Type][]app.Field {
	all := map[*app.Type][]app.Field{}
	for _, t := range app.Types() {
		if !t.Aside && !t.Made && !t.Gathering { // how figures come in is no figure of the park
			all[t] = slices.DeleteFunc(slices.Clone(t.Stored()), func(f app.Field) bool { return !f.Typed() })
		}
	}
	return all
}

// typesInOrder are those of walkedFields as the catalogue has them.
func typesInOrder(of map[*app.Type][]app.Field) []*app.Type {
	return slices.SortedFunc(maps.Keys(of), func(x, y *app.Type) int { return slices.Index(app.Types(), x) - slices.Index(app.Types(), y) })
}
