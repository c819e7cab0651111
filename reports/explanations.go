package reports

import (
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/reports/doc"
)

// explanations makes part 12, the explanatory note: what the checks doubted and why it
// is right, then what nobody has explained yet.
func (p *paper) explanations() doc.Section {
	kept, explained, open := p.sorted()
	blocks := []doc.Block{doc.Paragraph{Text: p.checkStatement(), Indent: true, Align: doc.Justify}}
	if len(kept) > 0 {
		blocks = append(blocks, chapter("Ошибки, оставленные намеренно"), p.explainedTable(kept))
	}
	if len(explained) > 0 {
		blocks = append(blocks, chapter("Пояснения к предупреждениям"), p.explainedTable(explained))
	}
	if len(open) == 0 {
		return doc.Section{Blocks: append(blocks, doc.Paragraph{Text: "Замечаний без пояснения нет.", Indent: true})}
	}
	return doc.Section{Blocks: append(blocks, chapter("Замечания без пояснения"), p.openTable(open))}
}

// sorted divides the findings: errors somebody answers for, warnings explained, and
// what is open.
func (p *paper) sorted() (kept, explained, open []check.Finding) {
	for _, f := range p.Report.Findings {
		switch {
		case f.Explanation == nil:
			open = append(open, f)
		case f.Level == check.Error:
			kept = append(kept, f)
		default:
			explained = append(explained, f)
		}
	}
	return kept, explained, open
}

func (p *paper) checkStatement() string {
	r := p.Report
	text := "Данные за " + p.inYear() + " проверены программой"
	if p.RulesTitle != "" {
		text += " по профилю правил «" + p.RulesTitle + "»"
	}
	if len(r.Findings) == 0 {
		return text + ". Замечаний нет."
	}
	return text + ". Найдено: " + counted(r.Count(check.Error), "ошибка", "ошибки", "ошибок") + ", " +
		counted(r.Count(check.Warning), "предупреждение", "предупреждения", "предупреждений") +
		". Пояснено замечаний: " + whole(r.Explained()) + "."
}

// explainedTable lists findings with the words that close them, grouped by type.
func (p *paper) explainedTable(findings []check.Finding) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Запись", Weight: 3}, {Title: "Замечание", Weight: 4}, {Title: "Пояснение", Weight: 4}, {Title: "Кто и когда", Weight: 2},
	}}
	p.grouped(&t, findings, func(f check.Finding) []string {
		e := f.Explanation
		return []string{subject(f), capital(f.Message.RU), e.Text, joinedBy("\n", e.Author, e.Date.String())}
	})
	return t
}

// openTable lists findings that wait for a correction or for words.
func (p *paper) openTable(findings []check.Finding) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Запись", Weight: 3}, {Title: "Уровень"}, {Title: "Замечание", Weight: 5}, {Title: "Что сделать", Weight: 4},
	}}
	p.grouped(&t, findings, func(f check.Finding) []string {
		remedy := capital(f.Remedy.RU)
		if f.Outdated != nil {
			remedy = "Цифры изменились: подтвердите пояснение «" + f.Outdated.Text + "»"
		}
		return []string{subject(f), levelWord(f.Level), capital(f.Message.RU), remedy}
	})
	return t
}

// grouped adds findings as rows under the names of the types they are of.
func (p *paper) grouped(t *doc.Table, findings []check.Finding, cells func(check.Finding) []string) {
	for _, typ := range app.Types() {
		first := true
		for _, f := range findings {
			if f.Type != typ {
				continue
			}
			if first {
				t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(typ.Many.RU)})
				first = false
			}
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(cells(f)...)})
		}
	}
}

// subject names the record and the field of a finding.
func subject(f check.Finding) string {
	if f.Lacks != nil { // a report that is not there is about no field of the one who owes it
		return f.Record
	}
	return joinedBy("\n", f.Record, "поле «"+f.Field.Label.RU+"»")
}

func levelWord(l check.Level) string {
	if l == check.Error {
		return "ошибка"
	}
	return "предупреждение"
}

// joinedBy joins what is not empty.
func joinedBy(sep string, parts ...string) string {
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, sep)
}
