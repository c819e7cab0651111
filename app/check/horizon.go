package check

import (
	"technopark/app"
	"technopark/app/formula"
)

// RuleAhead is a record dated after everything the park has reported on: most often a
// year mistyped, for which the record stands in no year that anybody looks at.
const RuleAhead = "DATE_AHEAD"

// horizon is the last day records may be dated by: the end of the year after the last
// one the park itself has reported on, for that one is being filled in. It goes by the
// park's reports and not by a clock, so that the same records give the same findings.
func (s *pass) horizon() app.Date {
	last := s.year
	for _, t := range app.Types() {
		if !t.Report || t.Per != "" {
			continue
		}
		for _, rec := range s.book.Of(t.Key) {
			if p := app.PeriodOf(rec); p.Quarter == 0 {
				last = max(last, p.Year)
			}
		}
	}
	return app.YearPeriod(last + 1).Last()
}

// ahead finds the records dated after the horizon, whatever the year that is checked.
func (s *pass) ahead(t *app.Type, horizon app.Date) []Finding {
	dated, ok := t.Field(t.Period)
	if !ok {
		dated, ok = t.Field("signed") // contracts run over years
	}
	if !ok {
		return nil
	}
	var findings []Finding
	for _, rec := range s.book.Of(t.Key) {
		day := formula.DateOf(dated.Get(rec))
		if dated.Kind == app.KindPeriod {
			day = app.PeriodOf(rec).First()
		}
		if !day.After(horizon) || !s.book.Concerns(rec) {
			continue
		}
		findings = append(findings, s.isAhead(rec, dated, horizon))
	}
	return findings
}

func (s *pass) isAhead(rec app.Record, dated app.Field, horizon app.Date) Finding {
	found := newFinding(s.book, rec, dated)
	found.Rule, found.Level = RuleAhead, Warning
	found.Left = worded(s.book, dated, found.Value)
	found.Right = app.L(horizon.String(), horizon.String())
	found.Message = app.L("«"+dated.Label.RU+"» — "+found.Left.RU+", позже всех лет, за которые есть отчёты технопарка",
		"“"+dated.Label.EN+"” is "+found.Left.EN+", after every year the park has reported on")
	found.Remedy = app.L("проверьте год: запись не входит ни в один показатель", "check the year: the record enters no indicator")
	found.Basis = basisOf(dated.Key, dated, found.Value)
	return found
}
