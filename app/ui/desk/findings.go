package desk

import (
	"technopark/app"
	"technopark/app/check"
)

// LevelText is the name of a level with its mark.
func LevelText(d *Desk, level check.Level) string {
	return level.Mark().In(d.Lang)
}

// Totals says how many findings of each level wait, as the badges of the navigation do, and
// how many words have closed.
func Totals(d *Desk, report check.Report) string {
	if len(report.Findings) == 0 {
		return d.T("ui.check.clean")
	}
	errors, warnings := report.Open(check.Error), report.Open(check.Warning)
	text := d.T("ui.check.totals", "Errors", d.N("ui.check.errors", errors), "Warnings", d.N("ui.check.warnings", warnings))
	if n := report.Explained(); n > 0 {
		text += " " + d.T("ui.check.explained", "N", n)
	}
	return text
}

// Supply leads to where the record that a finding misses is filled in, in its year: the empty one that
// keeps its place, else a new one of what lacks it, which is in no file until something is typed. Nobody
// else’s record is shown there, for a figure typed into it would be lost on the wrong one: who may only
// read sees the card of what lacks the record. Documents are attached to many things at once, in their list.
func (d *Desk) Supply(f check.Finding) {
	d.Way(func() {
		if f.Period.Year != 0 && f.Period.Year != d.Year {
			d.ChooseYear(f.Period.Year)
		}
		switch {
		case f.Held != 0, f.Lacks.Proof:
			d.Open(f.Home())
		case d.ReadOnly():
			d.ShowCard(app.Place{Type: f.Type.Key, ID: f.ID})
		default:
			d.Begin(f.Lacks.Key, Origin{TypeKey: f.Type.Key, ID: f.ID})
		}
	})
}

// Badge writes how many findings of a level wait, with its mark; «» when none.
func Badge(mark app.Mark, n int) string {
	if n == 0 {
		return ""
	}
	return mark.Before(Whole(n))
}

// Whole writes a number of things.
func Whole(n int) string { return app.FormatNumber(int64(n), 1, 0, app.RU) }
