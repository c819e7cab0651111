package check

import (
	"slices"
	"testing"

	"technopark/app"
)

// A report that says nothing is told of as one that is not there, once, and leads to the record
// that waits to be filled in; no cell of it is told of.
func TestAnEmptyReportIsOneThatIsNotThere(t *testing.T) {
	for _, c := range []struct {
		rule string
		of   func(*ground) app.Record
	}{
		{"REPORT_MISSING", func(g *ground) app.Record { return g.report }},
		{"REPORT_MISSING_BEFORE", func(g *ground) app.Record { return g.before }},
		{"SITE_MISSING", func(g *ground) app.Record { return g.site }},
		{"UK_MISSING", func(g *ground) app.Record { return g.uk }},
		{"SERVICE_MISSING", func(g *ground) app.Record { return g.served }},
	} {
		t.Run(c.rule, func(t *testing.T) {
			g, gone := newGround(t), newGround(t)
			empty := emptied(c.of(g))
			gone.without = map[string]int64{empty.Type().Key: empty.Header().ID}
			want := told(Run(builtIn(t), gone.book(), 2020, known()))
			report := Run(builtIn(t), g.book().With(empty), 2020, known())
			if got := told(report); !slices.Equal(got, want) {
				t.Errorf("empty: %v, not there: %v", got, want)
			}
			at := slices.IndexFunc(report.Findings, func(f Finding) bool { return f.Rule == c.rule })
			if at < 0 {
				t.Fatalf("not told: %v", told(report))
			}
			if home := report.Findings[at].Home(); home != (app.Place{Type: empty.Type().Key, ID: empty.Header().ID}) {
				t.Errorf("it leads to %s", home)
			}
		})
	}
}

// emptied returns the report with its period and whose it is, and nothing else.
func emptied(rec app.Record) app.Record {
	empty := app.Clone(rec)
	for _, f := range rec.Type().Stored() {
		if f.Key != rec.Type().Period && f.Key != rec.Type().Per {
			f.Set(empty, app.Value{})
		}
	}
	return empty
}

// told names what was found.
func told(r Report) []string {
	var all []string
	for _, f := range r.Findings {
		all = append(all, f.Rule+" "+f.Place().String()+": "+f.Basis)
	}
	return all
}
