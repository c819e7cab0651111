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
	threshold := p.Result.Profile.Threshold(app.RU)
	blocks := []doc.Block{
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: "Полнота показателя — доля резидентов, пунктов перечня или сведений технопарка, которые вошли " +
			"в расчёт, среди всех, которые должны в него войти. При полноте ниже " + threshold + app.NBSP + "% показатель не рассчитывается. " +
			"Сведения, которых никто не представил, нулём не заменяются."},
		chapter("По показателям"), p.completenessOfIndicators(),
		chapter("По видам записей"), p.completenessOfRecords(),
	}
	if silent := p.silentTable(); len(silent.Rows) > 0 {
		blocks = append(blocks, chapter("Кто не представил отчёт"), silent)
	}
	return doc.Section{Blocks: blocks}
}

func (p *paper) completenessOfIndicators() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Код"},
		{Title: "Показатель", Weight: 1},
		{Title: "Вошло", Align: doc.Right},
		{Title: "Должно войти", Align: doc.Right},
		{Title: "Полнота", Unit: "%", Align: doc.Right},
	}}
	for _, s := range p.Result.Subindices {
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(subindexTitle(s))})
		for _, ind := range s.Indicators {
			name := ind.Name.In(app.RU)
			if ind.Value == nil {
				name += " — " + ind.ValueText(app.RU) + ": " + ind.Reason.In(app.RU)
			}
			c := ind.Completeness
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(ind.Code, name, whole(c.In), whole(c.Of), c.Percent(app.RU))})
		}
	}
	return t
}

func (p *paper) completenessOfRecords() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Записи", Weight: 1},
		{Title: "Нет отчётов", Align: doc.Right},
		{Title: "Нужно значений", Align: doc.Right},
		{Title: "Заполнено", Align: doc.Right},
		{Title: "Полнота", Unit: "%", Align: doc.Right},
	}, Empty: "Обязательных сведений нет"}
	for _, f := range p.Report.Filled {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(f.Type.Many.RU, whole(f.Reports), whole(f.Needed), whole(f.Given), f.Percent(app.RU))})
	}
	return t
}

// silentTable lists those whose report is not there and whom to ask for it.
func (p *paper) silentTable() doc.Table {
	t := doc.Table{Columns: []doc.Column{{Title: "Кто", Weight: 3}, {Title: "Чего нет", Weight: 3}, {Title: "Кого спросить", Weight: 4}}}
	for _, f := range p.Report.Findings {
		if f.Lacks == nil || slices.ContainsFunc(t.Rows, func(r doc.Row) bool { return r.Cells[0].Text == f.Record && r.Cells[1].Text == lack(f) }) {
			continue
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(f.Record, lack(f), orNothing(f.Ask.String()))})
	}
	return t
}

// lack names a report that is not there: «Отчёт резидента, 2020 год».
func lack(f check.Finding) string {
	return joinedBy(", ", f.Lacks.One.RU, f.Left.RU, f.Period.In(app.RU))
}
