package rollover

import (
	"strconv"

	"technopark/app"
)

// opens adds the lines of the figures with which a report begins by those with which that of the
// year before ended, as the staff on the 1st of January is the staff on the 31st of December.
func (s *Sheet) opens(b *app.Book, t *app.Type) {
	for _, f := range t.Fields {
		from, ok := t.Field(f.Opens)
		if !ok {
			continue
		}
		line := Line{
			Type: t, Unit: f.Unit, Scale: f.Scale, Digits: f.Digits,
			Name: app.L(from.Label.RU+" → "+f.Label.RU, from.Label.EN+" → "+f.Label.EN),
		}
		var differ []Difference
		for _, pair := range pairs(b, t, s.Closing.Year, s.Opening.Year) {
			if d, differs := pair.compare(b, from, f, &line, s.Opening); differs {
				d.Deltas[0].Line = len(s.Lines)
				differ = append(differ, d)
			}
		}
		if line.Closing.Given+line.Opening.Given > 0 {
			s.Lines, s.Differences = append(s.Lines, line), append(s.Differences, differ...)
		}
	}
}

// pair is the reports of one resident, or of the park itself, for two years; either may be nil.
type pair struct{ was, is app.Record }

// pairs returns the yearly reports of two years, beside each other, in the order of ids.
func pairs(b *app.Book, t *app.Type, from, to int) []*pair {
	var all []*pair
	of := map[app.Value]*pair{}
	for _, rec := range b.Of(t.Key) {
		p, per := app.PeriodOf(rec), app.PerOf(rec)
		if p != app.YearPeriod(from) && p != app.YearPeriod(to) {
			continue
		}
		if of[per] == nil {
			of[per] = &pair{}
			all = append(all, of[per])
		}
		if p.Year == from {
			of[per].was = rec
		} else {
			of[per].is = rec
		}
	}
	return all
}

// compare adds the two figures to a line; it reports whether they differ, and why.
func (p *pair) compare(b *app.Book, from, f app.Field, line *Line, first app.Date) (Difference, bool) {
	was, is := figureOf(p.was, from), figureOf(p.is, f)
	line.Closing.add(was)
	line.Opening.add(is)
	d := Difference{Record: p.is, Deltas: []Delta{{Closing: was.N, Opening: is.N}}}
	if p.is == nil {
		d.Record = p.was
	}
	owner, id := app.OwnerOf(d.Record)
	left := p.is == nil && owner != nil && app.ResidentOf(d.Record) != 0 && !b.Active(id, app.YearPeriod(first.Year))
	switch {
	case is.Given == 0 && !left && (p.is == nil || is.Missing > 0):
		line.Waits += was.N
		return Difference{}, false
	case was.N == is.N:
		return Difference{}, false
	case left || p.was == nil && owner != nil:
		d.Why = app.StandingOf(b, b.Get(owner.Key, id), first).Why
	case is.Given == 0:
		d.Why = app.L("на начало "+strconv.Itoa(first.Year)+app.NBSP+"года — «не применимо»", "“not applicable” at the start of "+strconv.Itoa(first.Year))
	case was.Given == 0:
		d.Why = app.L("на конец "+strconv.Itoa(first.Year-1)+app.NBSP+"года не представлено", "not provided for the end of "+strconv.Itoa(first.Year-1))
	default:
		d.Why = app.L("отчёты двух лет не сходятся: уточните у резидента", "the reports of the two years disagree: ask the resident")
	}
	return d, true
}

// figureOf is what a report says in a field; nothing where there is no report.
func figureOf(rec app.Record, f app.Field) Figure {
	if rec == nil {
		return Figure{}
	}
	switch v := f.Get(rec); v.State {
	case app.Given:
		return Figure{N: v.N, Given: 1}
	case app.NotProvided:
		return Figure{Missing: 1}
	}
	return Figure{}
}
