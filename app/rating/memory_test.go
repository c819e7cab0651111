package rating_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/sample"
	"technopark/assets"
)

// TestMemoryIsTheWholeComputation changes records of every type in every way, goes back to earlier
// books and from year to year; what the memory returns must be what is computed from the beginning,
// to the letter.
func TestMemoryIsTheWholeComputation(t *testing.T) {
	const steps = 120
	profile, memory := builtIn(t), new(rating.Memory)
	m := &meddler{dice: rand.New(rand.NewPCG(17, 2)), books: []*app.Book{sample.Park().Book()}, done: map[string]int{}, reads: map[string]bool{}}
	for _, code := range profile.Codes() {
		maps.Copy(m.reads, profile.Reads(code))
	}
	for step := range steps {
		did := m.change()
		year := 2018 + m.dice.IntN(4)
		if m.dice.IntN(3) == 0 { // as a check does before
			wantSameValues(t, memory, profile, m.book(), year)
		}
		got, err := memory.Compute(profile, m.book(), year)
		if err != nil {
			t.Fatal(err)
		}
		want, err := rating.Compute(profile, m.book(), year)
		if err != nil {
			t.Fatal(err)
		}
		if is, should := allOf(got), allOf(want); is != should {
			t.Fatalf("step %d, %s, %d: %s", step, did, year, firstDifference(is, should))
		}
	}
	for _, kind := range []string{"edit", "add", "delete", "undo", "several"} {
		if m.done[kind] < 5 {
			t.Errorf("%s: %d times only", kind, m.done[kind])
		}
	}
}

// What a term sees beyond its own record changes with that: a reference, a derived field, an
// agreement. The books are made by With, which leaves all other records as they were.
func TestMemorySeesBeyondTheRecord(t *testing.T) {
	base := smallPark(t).book()
	agreement := func(id int64, text string) app.Record { return changedRecord(t, base, "contract", id, text) }
	for name, changed := range map[string]app.Record{
		"of a lease, its resident":                changedRecord(t, base, "resident", 1, "innovative: нет"),
		"where nothing was said":                  changedRecord(t, base, "resident", 5, "innovative: да"),
		"first day of the first agreement":        agreement(4, "valid_from: 01.02.2020"),
		"an agreement that is another's now":      agreement(3, "resident: 5"),
		"an agreement that is none any more":      agreement(3, "kind: service"),
		"a first agreement that is another's now": agreement(1, "resident: 5"),
		"a lease of another resident":             agreement(9, "resident: 1"),
		"a service of another kind":               changedRecord(t, base, "service", 1, "kind: "+serviceKind(t, 6)),
		"the card of the park":                    changedRecord(t, base, "park", 2, "taxes_before: 5"),
		"the park has another company":            changedRecord(t, base, "park", 2, "company: 7"),
		"a report that is of another year":        changedRecord(t, base, "resident_report", 1, "period: 2018"),
		"the title of who lacks a report":         changedRecord(t, base, "resident", 3, "name: Иная"),
		"the first year of reports is an earlier": changedRecord(t, base, "resident_report", 12, "period: 2015"),
	} {
		memory, profile := new(rating.Memory), builtIn(t)
		var before string
		for i, b := range []*app.Book{base, base.With(changed), base} {
			got, err := memory.Compute(profile, b, 2020)
			if err != nil {
				t.Fatal(err)
			}
			want, err := rating.Compute(profile, b, 2020)
			if err != nil {
				t.Fatal(err)
			}
			is, should := allOf(got), allOf(want)
			if is != should {
				t.Errorf("%s, book %d: %s", name, i, firstDifference(is, should))
			}
			if is == before && name != "the park has another company" {
				t.Errorf("%s, book %d: nothing has changed, so that nothing is tried", name, i)
			}
			before = is
		}
	}
}

// changedRecord returns a copy of a record of a book with some fields as people would type them.
func changedRecord(t *testing.T, b *app.Book, typeKey string, id int64, text string) app.Record {
	t.Helper()
	rec := app.Clone(b.Get(typeKey, id))
	for _, part := range strings.Split(text, ";") {
		newShelf(t).set(rec, part)
	}
	return rec
}

func serviceKind(t *testing.T, n int) string {
	t.Helper()
	kind, _ := app.TypeByKey("service").Field("kind")
	return kind.Options[n].Code
}

// A result that somebody still looks at stays as it was when the memory goes on.
func TestMemoryLeavesItsResultsAlone(t *testing.T) {
	memory, profile, b := new(rating.Memory), builtIn(t), smallPark(t).book()
	result, err := memory.Compute(profile, b, 2019)
	if err != nil {
		t.Fatal(err)
	}
	before := allOf(result)
	for _, year := range []int{2020, 2019, 2018} {
		if _, err := memory.Compute(profile, b.With(changedRecord(t, b, "resident", 1, "name: Иная; innovative: нет")), year); err != nil {
			t.Fatal(err)
		}
		if _, err := memory.Compute(profile, b, year); err != nil {
			t.Fatal(err)
		}
	}
	if after := allOf(result); after != before {
		t.Error(firstDifference(after, before))
	}
}

// Another method is another memory.
func TestMemoryOfAnotherMethod(t *testing.T) {
	memory, b := new(rating.Memory), smallPark(t).book()
	if _, err := memory.Compute(builtIn(t), b, 2020); err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(assets.Methods()[0].TOML), `value = "revenue"`, `value = "export"`)
	other, err := rating.Load("copy.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	got, err := memory.Compute(other, b, 2020)
	if err != nil {
		t.Fatal(err)
	}
	want, err := rating.Compute(other, b, 2020)
	if err != nil {
		t.Fatal(err)
	}
	if is, should := allOf(got), allOf(want); is != should {
		t.Error(firstDifference(is, should))
	}
}

func wantSameValues(t *testing.T, memory *rating.Memory, p *rating.Profile, b *app.Book, year int) {
	t.Helper()
	codes := []string{"S1.1", "S1.4", "S3.2", "S3.5"}
	got, err := memory.Values(p, b, year, codes)
	if err != nil {
		t.Fatal(err)
	}
	want, err := rating.Values(p, b, year, codes)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("%d: values %v, want %v", year, got, want)
	}
}

// allOf writes down all there is in a result.
func allOf(r *rating.Result) string {
	var b strings.Builder
	for _, i := range r.All() {
		fmt.Fprintln(&b, i.Code, i.Value, i.Bound, i.Reason, i.Previous, i.PreviousBound, i.Completeness, i.Substituted(app.RU))
		fmt.Fprintln(&b, i.Code, "members", i.Members)
		for _, m := range i.Missing {
			fmt.Fprintln(&b, i.Code, m)
		}
		for _, term := range i.Terms {
			fmt.Fprintln(&b, i.Code, term.Name, term.Title, term.Unit, term.Digits, term.Sum)
			for _, p := range term.Parts() {
				fmt.Fprintln(&b, i.Code, p.Type, p.ID, p.Title, p.Resident, p.Amount, p.Item, p.Text, p.NA, p.AllNA)
			}
		}
	}
	return b.String()
}

func firstDifference(got, want string) string {
	is, should := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(is), len(should)) {
		if is[i] != should[i] {
			return fmt.Sprintf("%q, want %q", is[i], should[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(is), len(should))
}

// meddler changes the records of a book at random, and goes back to earlier books.
type meddler struct {
	dice  *rand.Rand
	books []*app.Book // the newest last
	done  map[string]int
	reads map[string]bool // fields that figures are made of, see Profile.Reads
}

func (m *meddler) book() *app.Book { return m.books[len(m.books)-1] }

func (m *meddler) change() string {
	b, rec, kind := m.book(), m.any(), ""
	now := app.Latest{}
	switch n := m.dice.IntN(20); {
	case n < 8:
		kind = "edit"
		m.put(now, m.edited(rec))
	case n < 11:
		kind = "add"
		twin, list := m.edited(rec), b.Of(rec.Type().Key)
		twin.Header().ID = list[len(list)-1].Header().ID + 1
		m.put(now, twin)
	case n < 14:
		if rec == app.Record(b.Park) {
			return m.change()
		}
		kind = "delete"
		now.Put(rec.Type().Key, rec.Header().ID, nil)
	case n < 17:
		if len(m.books) == 1 {
			return m.change()
		}
		kind = "undo"
		m.books = m.books[:len(m.books)-1]
	default:
		kind = "several"
		for range 4 {
			m.put(now, m.edited(m.any()))
		}
	}
	if kind != "undo" {
		m.books = append(m.books, m.next(now))
	}
	m.done[kind]++
	return fmt.Sprintf("%s of %s %d", kind, rec.Type().Key, rec.Header().ID)
}

// next returns the book with what has changed: now and then, where nothing is deleted, without
// what is derived of it.
func (m *meddler) next(now app.Latest) *app.Book {
	var all []app.Record
	for _, of := range now {
		for _, rec := range of {
			if rec != nil {
				all = append(all, rec)
			}
		}
	}
	if len(all) > 0 && m.dice.IntN(3) == 0 {
		return m.book().With(all...)
	}
	return m.book().Renewed(now)
}

func (*meddler) put(now app.Latest, rec app.Record) { now.Put(rec.Type().Key, rec.Header().ID, rec) }

// any returns a record: of those the rating reads much, more often than of the others.
func (m *meddler) any() app.Record {
	types := app.Types()
	for _, key := range []string{"resident", "contract", "resident_report", "job", "site_report", "service_report", "practice", "investment"} {
		types = append(types, app.TypeByKey(key), app.TypeByKey(key))
	}
	for {
		if list := m.book().Of(types[m.dice.IntN(len(types))].Key); len(list) > 0 {
			return list[m.dice.IntN(len(list))]
		}
	}
}

// edited returns a record with fields of another one of its type, or without them; most of them are
// such as figures are made of.
func (m *meddler) edited(rec app.Record) app.Record {
	twin, list := app.Clone(rec), m.book().Of(rec.Type().Key)
	for n := 0; n < 3; {
		fields := rec.Type().Stored()
		f := fields[m.dice.IntN(len(fields))]
		if !m.reads[rec.Type().Key+"."+f.Key] && m.dice.IntN(5) > 0 {
			continue
		}
		n++
		v := f.Get(list[m.dice.IntN(len(list))])
		if m.dice.IntN(5) == 0 {
			v = app.Value{}
		}
		f.Set(twin, v)
	}
	return twin
}
