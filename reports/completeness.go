package reports

import (
	"slices"

	"technopark/app"
	"technopark/app/check"
	"technopark/reports/doc"
)

// completeness makes part 13: how much of what the rating asks for is there, by
// indicator and by record, and who has not reported.
func (p *paper) completeness() doc.Section {
	threshold := p.Result.Profile.Threshold(p.Lang)
	blocks := []doc.Block{
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: p.say(
			"Полнота показателя — доля резидентов, пунктов перечня или сведений технопарка, которые вошли "+
				"в расчёт, среди всех, которые должны в него войти. При полноте ниже "+threshold+app.NBSP+"% показатель не рассчитывается. "+
				"Сведения, которых никто не представил, нулём не заменяются.",
			"The completeness of an indicator is the share of residents, items of a check-list or figures of the park that entered "+
				"the calculation among all that should enter it. Below a completeness of "+threshold+"% an indicator is not calculated. "+
				"Figures that nobody provided are not replaced by zero.")},
		chapter(p.say("По показателям", "By indicator")), p.completenessOfIndicators(),
		chapter(p.say("По видам записей", "By kind of record")), p.completenessOfRecords(),
	}
	if silent := p.silentTable(); len(silent.Rows) > 0 {
		blocks = append(blocks, chapter(p.say("Кто не представил отчёт", "Who has not submitted a report")), silent)
	}
	return doc.Section{Blocks: blocks}
}

func (p *paper) completenessOfIndicators() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Код", "Code")},
		{Title: p.say("Показатель", "Indicator"), Weight: 1},
		{Title: p.say("Вошло", "Included"), Align: doc.Right},
		{Title: p.say("Должно войти", "To be included"), Align: doc.Right},
		{Title: p.say("Полнота", "Completeness"), Unit: "%", Align: doc.Right},
	}}
	for _, s := range p.Result.Subindices {
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(p.subindexTitle(s))})
		for _, ind := range s.Indicators {
			name := ind.Name.In(p.Lang)
			if ind.Value == nil {
				name += " — " + ind.ValueText(p.Lang) + ": " + ind.Reason.In(p.Lang)
			}
			c := ind.Completeness
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(ind.Code, name, p.whole(c.In), p.whole(c.Of), c.Percent(p.Lang))})
		}
	}
	return t
}

func (p *paper) completenessOfRecords() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Записи", "Records"), Weight: 1},
		{Title: p.say("Нет отчётов", "Reports missing"), Align: doc.Right},
		{Title: p.say("Нужно значений", "Values needed"), Align: doc.Right},
		{Title: p.say("Заполнено", "Values given"), Align: doc.Right},
		{Title: p.say("Полнота", "Completeness"), Unit: "%", Align: doc.Right},
	}, Empty: p.say("Обязательных сведений нет", "Nothing is required")}
	for _, f := range p.Report.Filled {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(f.Type.Many.In(p.Lang), p.whole(f.Reports), p.whole(f.Needed), p.whole(f.Given), f.Percent(p.Lang))})
	}
	return t
}

// silentTable lists those whose report is not there. Whom to ask for it is for the house, and in the
// protocol of the check.
func (p *paper) silentTable() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Кто", "Who"), Weight: 3}, {Title: p.say("Чего нет", "What is missing"), Weight: 3},
	}}
	for _, f := range p.Report.Findings {
		if f.Lacks == nil || !f.Lacks.Report || slices.ContainsFunc(t.Rows, func(r doc.Row) bool { return r.Cells[0].Text == p.record(f) && r.Cells[1].Text == p.lack(f) }) {
			continue
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(p.record(f), p.lack(f))})
	}
	return t
}

// lack names a report that is not there: «Отчёт резидента, 2020 год».
func (p *paper) lack(f check.Finding) string {
	return joinedBy(", ", f.Lacks.One.In(p.Lang), f.Left.In(p.Lang), f.Period.In(p.Lang))
}
