package checks

import (
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

func columns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "level", Head: d.T("ui.check.level"), Whole: true},
		{Key: "type", Head: d.T("ui.check.type"), Chars: 15},
		{Key: "record", Head: d.T("ui.check.record"), Chars: 28},
		{Key: "field", Head: d.T("ui.check.field"), Chars: 22},
		{Key: "message", Head: d.T("ui.check.message"), Chars: 28},
		{Key: "remedy", Head: d.T("ui.check.remedy"), Chars: 24, Wide: true},
	}
}

// rows returns the chosen findings; the ids of rows count all findings of the report
// from 1.
func rows(d *desk.Desk, report check.Report, choice *choice) []kit.Row {
	var rows []kit.Row
	for i, f := range report.Findings {
		if choice.suits(f) {
			rows = append(rows, kit.Row{ID: int64(i + 1), Cells: cells(d, f)})
		}
	}
	return rows
}

func cells(d *desk.Desk, f check.Finding) []kit.Cell {
	return []kit.Cell{
		{Text: stateText(d, f)},
		{Text: f.Type.One.In(d.Lang)},
		{Text: d.RecordOf(f)},
		{Text: f.Field.Label.In(d.Lang)},
		{Text: f.Message.In(d.Lang)},
		{Text: f.Remedy.In(d.Lang)},
	}
}

// stateText is the level of a finding, and whether words have closed it.
func stateText(d *desk.Desk, f check.Finding) string {
	switch {
	case f.Explanation != nil && f.Level == check.Error:
		return app.MarkExplained.Before(d.T("ui.check.kept"))
	case f.Explanation != nil:
		return app.MarkExplained.Before(d.T("ui.check.is_explained"))
	}
	return desk.LevelText(d, f.Level)
}

// detail writes a finding out: what is wrong, the figures, what to do, whom to ask.
func detail(d *desk.Desk, f check.Finding) string {
	text := d.T("ui.check.detail", "Record", d.RecordOf(f), "Message", f.Message.In(d.Lang), "Remedy", f.Remedy.In(d.Lang))
	var more []string
	if !f.Right.Zero() {
		more = append(more, d.T("ui.check.figures", "Left", f.Left.In(d.Lang), "Right", f.Right.In(d.Lang), "Difference", f.Difference.In(d.Lang)))
	}
	if who := f.Ask.String(); who != "" {
		more = append(more, d.T("ui.check.ask", "Who", f.Ask.Company+", "+who))
	}
	if len(more) > 0 {
		text += "\n" + strings.Join(more, " · ")
	}
	switch {
	case f.Explanation != nil:
		text += "\n" + d.T("ui.check.said", "Text", f.Explanation.Text, "Author", f.Explanation.Author, "Date", f.Explanation.Date.String())
	case f.Outdated != nil:
		text += "\n" + app.MarkWarning.Before(d.T("ui.check.outdated", "Text", f.Outdated.Text, "Was", f.Outdated.Basis, "Is", f.Basis))
	}
	return text
}
