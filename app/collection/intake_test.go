package collection_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/questionnaire"
)

// typed returns an answer to a field, and how it is typed into a spreadsheet.
func typed(random *rand.Rand, f app.Field) (app.Value, any) {
	if f.CanNA && random.IntN(10) == 0 {
		return app.NAValue(), "н/п"
	}
	n := random.Int64N(90_000_000_000)
	if f.Scale == 1 {
		n %= 10_000
	}
	if f.Signed && random.IntN(2) == 0 {
		n = -n
	}
	if random.IntN(2) == 0 {
		return app.NumberValue(n), app.FormatNumber(n, f.Scale, app.Decimals(n, f.Scale, 0), app.RU) // with no-break spaces and a decimal comma
	}
	return app.NumberValue(n), float64(n) / float64(f.Scale)
}

// The forms of all residents are filled with figures by another library, as numbers and as texts,
// and collected: every figure lands as it was written, and nothing else of the park is altered.
func TestEveryFigureOfAllResidentsLands(t *testing.T) {
	p := open(t)
	before := p.book()
	forms := p.forms(questionnaire.Asking{Period: year, Due: app.Day(2021, 4, 1)})
	if len(forms) < 90 {
		t.Fatalf("%d residents", len(forms))
	}
	random := rand.New(rand.NewPCG(1, 2))
	want := map[string]app.Value{}
	dir := t.TempDir()
	for i, f := range forms {
		answers := map[string]any{}
		for _, it := range f.Items() {
			if it.Record != "resident_report" || random.IntN(4) == 0 {
				continue
			}
			v, written := typed(random, it.Field)
			answers[it.Key()] = written
			want[fmt.Sprint(f.Resident.ID, " ", it.Field.Key)] = v
		}
		save(t, dir, fmt.Sprintf("Ответ %d.xlsx", i), filled(t, f, answers))
	}
	in := p.intake()
	in.Rules = nil // figures at random raise whatever they like
	files := p.take(in, dir)
	if len(files) != len(forms) {
		t.Fatalf("%d files of %d", len(files), len(forms))
	}
	for _, r := range files {
		if r.Plan == nil || !r.Plan.Fault.Zero() || r.Plan.Count(exchange.Rejected) > 0 {
			t.Fatalf("%s: %v, %v", r.Name, r.Refused, told(r))
		}
		if err := p.accept(r, true); err != nil {
			t.Fatal(err)
		}
	}
	sameBut(t, before, p.book(), want)
}

// sameBut wants each value where it was written, and all else as it was.
func sameBut(t *testing.T, before, after *app.Book, want map[string]app.Value) {
	t.Helper()
	landed := 0
	for _, typ := range app.Types() {
		if typ.Gathering {
			continue
		}
		if len(before.Of(typ.Key)) != len(after.Of(typ.Key)) && typ.Key != "resident_report" {
			t.Errorf("%s: %d records, were %d", typ.Key, len(after.Of(typ.Key)), len(before.Of(typ.Key)))
		}
		for _, rec := range after.Of(typ.Key) {
			was := before.Get(typ.Key, rec.Header().ID)
			for _, f := range typ.Stored() {
				var expected app.Value
				if was != nil {
					expected = f.Get(was)
				}
				v, written := want[fmt.Sprint(app.ResidentOf(rec), " ", f.Key)]
				if written = written && typ.Key == "resident_report" && app.PeriodOf(rec) == year; written {
					expected = v
					landed++
				}
				if got := f.Get(rec); got != expected && (was != nil || written) {
					t.Errorf("%s %d, %s: %v, want %v", typ.Key, rec.Header().ID, f.Key, got, expected)
				}
			}
		}
	}
	if landed != len(want) {
		t.Errorf("%d figures landed of %d", landed, len(want))
	}
}
