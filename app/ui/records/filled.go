package records

import (
	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desk"
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
func filledText(d *desk.Desk, f check.Filled) string {
	text := d.T("ui.filled", "Percent", f.Percent(d.Lang))
	if f.Reports > 0 {
		text += ", " + d.N("ui.filled.reports", f.Reports)
	}
	if n := f.Lacking(); n > 0 {
		text += ", " + d.N("ui.filled.cells", n)
	}
	return text
}

// notices returns what is open about one record, by field: who else is called so, among
// all on file, and what the checks of the year doubt. What is missing is told where it is to
// be added, not under a field that is filled.
func notices(d *desk.Desk, r check.Report, twins *app.Twins, rec app.Record) map[string]string {
	said := map[string]string{}
	for _, twin := range twins.Of(rec) {
		said[twin.Field.Key] = twinNotice(d, rec.Type(), twin)
	}
	for _, f := range r.Findings {
		if f.Explanation == nil && f.Lacks == nil && f.Type == rec.Type() && f.ID == rec.Header().ID && f.Rule != check.RuleRequired {
			said[f.Field.Key] = f.Level.Mark().Before(f.Message.In(d.Lang))
		}
	}
	return said
}

// twinNotice names the record that shares a name or a number with one of the given type, and
// its list when it is of another. Two people may have one name; a number of the state's is one
// body's.
func twinNotice(d *desk.Desk, of *app.Type, twin app.Twin) string {
	other := app.QuotedIn(twin.Other.Type().TitleIn(d.Lang, twin.Other, d.TitleOf), d.Lang)
	list := ""
	if twin.Other.Type() != of {
		list = twin.Other.Type().Many.In(d.Lang)
	}
	if twin.Field.Scheme == "" {
		return app.MarkWarning.Before(d.T("ui.twin.name", "Other", other, "List", list))
	}
	label := twin.Field.Label.In(d.Lang)
	return app.MarkError.Before(d.T("ui.twin.number", "Label", label, "Other", other, "List", list))
}
