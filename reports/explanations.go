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
		blocks = append(blocks, chapter(p.say("Ошибки, оставленные намеренно", "Errors retained deliberately")), p.explainedTable(kept))
	}
	if len(explained) > 0 {
		blocks = append(blocks, chapter(p.say("Пояснения к предупреждениям", "Explanations of warnings")), p.explainedTable(explained))
	}
	if len(open) == 0 {
		return doc.Section{Blocks: append(blocks, doc.Paragraph{Text: p.say("Замечаний без пояснения нет.", "No finding is left without an explanation."), Indent: true})}
	}
	return doc.Section{Blocks: append(blocks, chapter(p.say("Замечания без пояснения", "Findings without an explanation")), p.openTable(open))}
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
	text := p.say("Данные за "+p.inYear()+" проверены программой", "The data for "+p.inYear()+" have been checked by the program")
	if title := p.RulesTitle.In(p.Lang); title != "" {
		text += p.say(" по профилю правил ", " against the profile of rules ") + p.quoted(title)
	}
	if len(r.Findings) == 0 {
		return text + p.say(". Замечаний нет.", ". There are no findings.")
	}
	return text + p.say(". Найдено: ", ". Found: ") +
		p.counted(r.Count(check.Error), forms("ошибка", "ошибки", "ошибок", "error", "errors")) + ", " +
		p.counted(r.Count(check.Warning), forms("предупреждение", "предупреждения", "предупреждений", "warning", "warnings")) +
		p.say(". Пояснено замечаний: ", ". Findings explained: ") + p.whole(r.Explained()) + "."
}

// explainedTable lists findings with the words that close them, grouped by type.
func (p *paper) explainedTable(findings []check.Finding) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Запись", "Record"), Weight: 3},
		{Title: p.say("Замечание", "Finding"), Weight: 4},
		{Title: p.say("Пояснение", "Explanation"), Weight: 4},
		{Title: p.say("Кто и когда", "Who and when"), Weight: 2},
	}}
	p.grouped(&t, findings, func(f check.Finding) []string {
		e := f.Explanation
		return []string{p.subject(f), capital(f.Message.In(p.Lang)), original(p.Lang, e.Text), joinedBy("\n", e.Author, e.Date.String())}
	})
	return t
}

// openTable lists findings without words of the park's own: what is found, and what the
// indicators make of it. What staff should do about it is for them, and in the protocol of
// the check.
func (p *paper) openTable(findings []check.Finding) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Запись", "Record"), Weight: 3},
		{Title: p.say("Замечание", "Finding"), Weight: 4},
		{Title: p.say("Как учтено", "How it is taken into account"), Weight: 4},
	}}
	p.grouped(&t, findings, func(f check.Finding) []string {
		return []string{p.subject(f), p.stated(f), p.reckonedWith(f)}
	})
	return t
}

// stated says what is found to a reader who has nothing to fill in.
func (p *paper) stated(f check.Finding) string {
	switch {
	case f.Lacks != nil && f.Lacks.Report:
		return joinedBy(", ", p.say("Не представлено: ", "Not provided: ")+lower(f.Lacks.One.In(p.Lang)), f.Period.In(p.Lang))
	case f.Rule == check.RuleRequired:
		return p.say("Сведения не представлены", "Not provided")
	}
	return capital(f.Message.In(p.Lang))
}

// reckonedWith says what the indicators make of a finding.
func (p *paper) reckonedWith(f check.Finding) string {
	switch {
	case f.Lacks != nil && !f.Lacks.Report:
		return p.say("Рассчитано по записям учёта; документ не приложен", "Calculated from the records; no document is attached")
	case f.Lacks != nil, f.Rule == check.RuleRequired:
		return p.say("Ничем не заменено: в показатели, которым это нужно, не вошло, их полнота ниже",
			"Replaced by nothing: left out of the indicators that need it, whose completeness is lower")
	case f.Outdated != nil:
		return p.say("Принято так, как представлено; прежнее пояснение относилось к другим цифрам", "Taken as provided; an earlier explanation was of other figures")
	}
	return p.say("Принято так, как представлено", "Taken as provided")
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
				t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(typ.Many.In(p.Lang))})
				first = false
			}
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(cells(f)...)})
		}
	}
}

// subject names the record and the field of a finding.
func (p *paper) subject(f check.Finding) string {
	if f.Lacks != nil { // a report that is not there is about no field of the one who owes it
		return p.record(f)
	}
	return joinedBy("\n", p.record(f), p.quoted(f.Field.Label.In(p.Lang)))
}

// record returns the title of the record of a finding. A finding carries it in Russian.
func (p *paper) record(f check.Finding) string {
	if p.Lang == app.EN && p.Book.Get(f.Type.Key, f.ID) != nil {
		return p.title(f.Type.Key, f.ID)
	}
	return f.Record
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
