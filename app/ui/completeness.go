package ui

import (
	"technopark/app"
	"technopark/app/check"
	"technopark/app/rating"
)

// filledOf returns what is counted of a type; ok is false when nothing of it is needed.
func filledOf(r check.Report, t *app.Type) (f check.Filled, ok bool) {
	for _, f := range r.Filled {
		if f.Type == t {
			return f, true
		}
	}
	return check.Filled{}, false
}

func share(f check.Filled) float32 {
	part, _ := f.Ratio().Float32()
	return part
}

// filledText says how full the records of a type are: «94,9 %, нет 3 отчётов, не
// заполнено 12 значений».
func filledText(d *Desk, f check.Filled) string {
	text := d.T("ui.filled", "Percent", f.Percent(d.Lang))
	if f.Reports > 0 {
		text += ", " + d.N("ui.filled.reports", f.Reports)
	}
	if n := f.Lacking(); n > 0 {
		text += ", " + d.N("ui.filled.cells", n)
	}
	return text
}

// lackText says what an indicator lacks: «не хватает 7 отчётов»; empty when nothing.
func lackText(d *Desk, ind *rating.Indicator) string {
	absent, cells := 0, 0
	for _, m := range ind.Missing {
		if m.ID == 0 {
			absent++
		} else {
			cells += len(m.Fields)
		}
	}
	switch {
	case absent > 0 && cells > 0:
		return d.T("ui.lacks.both", "Reports", d.N("ui.lacks.reports", absent), "Cells", d.N("ui.lacks.cells", cells))
	case absent > 0:
		return d.T("ui.lacks", "What", d.N("ui.lacks.reports", absent))
	case cells > 0:
		return d.T("ui.lacks", "What", d.N("ui.lacks.cells", cells))
	}
	return ""
}

// badge is how many findings wait behind an entry of the navigation.
type badge struct{ errors, warnings int }

// text is the badge with the signs of the levels; empty when nothing waits.
func (b badge) text() string {
	text := ""
	if b.errors > 0 {
		text = errorMark + whole(b.errors)
	}
	if b.warnings > 0 {
		if text != "" {
			text += app.NBSP
		}
		text += warningMark + whole(b.warnings)
	}
	return text
}

func whole(n int) string { return app.FormatNumber(int64(n), 1, 0, app.RU) }

// badges counts the findings nobody has explained, by screen.
func badges(r check.Report) map[string]badge {
	all := map[string]badge{}
	for _, f := range r.Findings {
		if f.Explanation != nil {
			continue
		}
		for _, id := range []string{f.Type.Key, "check"} {
			b := all[id]
			if f.Level == check.Error {
				b.errors++
			} else {
				b.warnings++
			}
			all[id] = b
		}
	}
	return all
}

// notices returns what is open about one record, by field.
func notices(d *Desk, r check.Report, rec app.Record) map[string]string {
	said := map[string]string{}
	for _, f := range r.Findings {
		if f.Explanation == nil && f.Type == rec.Type() && f.ID == rec.Header().ID && f.Rule != check.RuleRequired {
			mark := warningMark
			if f.Level == check.Error {
				mark = errorMark
			}
			said[f.Field.Key] = mark + app.NBSP + f.Message.In(d.Lang)
		}
	}
	return said
}
