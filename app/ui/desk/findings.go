package desk

import (
	"technopark/app"
	"technopark/app/check"
)

// Marks of the levels: told apart by shape, not by colour.
const (
	ErrorMark   = "■" // of an error
	WarningMark = "▲" // of a warning
)

// LevelText is the name of a level with its mark.
func LevelText(d *Desk, level check.Level) string {
	if level == check.Error {
		return ErrorMark + app.NBSP + d.T("ui.check.error")
	}
	return WarningMark + app.NBSP + d.T("ui.check.warning")
}

// Totals says how many findings there are of each level.
func Totals(d *Desk, report check.Report) string {
	errors, warnings := report.Count(check.Error), report.Count(check.Warning)
	if errors+warnings == 0 {
		return d.T("ui.check.clean")
	}
	text := d.T("ui.check.totals", "Errors", d.N("ui.check.errors", errors), "Warnings", d.N("ui.check.warnings", warnings))
	if n := report.Explained(); n > 0 {
		text += " " + d.T("ui.check.explained", "N", n)
	}
	return text
}

// Whole writes a number of things.
func Whole(n int) string { return app.FormatNumber(int64(n), 1, 0, app.RU) }
