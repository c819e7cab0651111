package ui

import (
	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/kit"
)

// Marks of the levels: told apart by shape, not by colour.
const (
	errorMark   = "■"
	warningMark = "▲"
)

func checkColumns(d *Desk) []kit.Column {
	return []kit.Column{
		{Key: "level", Head: d.T("ui.check.level"), Chars: 17},
		{Key: "type", Head: d.T("ui.check.type"), Chars: 15},
		{Key: "record", Head: d.T("ui.check.record"), Chars: 28},
		{Key: "field", Head: d.T("ui.check.field"), Chars: 22},
		{Key: "message", Head: d.T("ui.check.message"), Chars: 28},
		{Key: "remedy", Head: d.T("ui.check.remedy"), Chars: 24, Wide: true},
	}
}

// checkRows returns the findings of a level, of all when it is empty; the ids of rows
// count all findings of the report from 1.
func checkRows(d *Desk, report check.Report, level check.Level) []kit.Row {
	var rows []kit.Row
	for i, f := range report.Findings {
		if level == "" || f.Level == level {
			rows = append(rows, kit.Row{ID: int64(i + 1), Cells: checkCells(d, f)})
		}
	}
	return rows
}

func checkCells(d *Desk, f check.Finding) []kit.Cell {
	return []kit.Cell{
		{Text: levelText(d, f.Level)},
		{Text: f.Type.One.In(d.Lang)},
		{Text: f.Record},
		{Text: f.Field.Label.In(d.Lang)},
		{Text: f.Message.In(d.Lang)},
		{Text: f.Remedy.In(d.Lang)},
	}
}

func levelText(d *Desk, level check.Level) string {
	if level == check.Error {
		return errorMark + app.NBSP + d.T("ui.check.error")
	}
	return warningMark + app.NBSP + d.T("ui.check.warning")
}

// checkTotals says how many findings there are of each level.
func checkTotals(d *Desk, report check.Report) string {
	errors, warnings := report.Count(check.Error), report.Count(check.Warning)
	if errors+warnings == 0 {
		return d.T("ui.check.clean")
	}
	return d.T("ui.check.totals", "Errors", d.N("ui.check.errors", errors), "Warnings", d.N("ui.check.warnings", warnings))
}
