package reports

import (
	"cmp"
	"slices"

	"technopark/app"
	"technopark/reports/doc"
)

// ipResults makes part 9: results granted or registered in the year to
// residents of the year.
func (p *paper) ipResults() doc.Section {
	granted := p.granted()
	of := fields("ip_result", "resident", "kind", "title", "number", "filed", "granted", "country")
	t := doc.Table{
		Columns:  append([]doc.Column{p.numberColumn()}, p.columns(of)...),
		Numbered: true, Empty: p.say("За "+p.inYear()+" РИД не зарегистрированы", "No IP results registered in "+p.inYear()),
	}
	t.Columns[1].Weight, t.Columns[3].Weight = 2, 3
	for i, r := range granted {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(append([]string{p.whole(i + 1)}, p.row(r, of)...)...)})
	}
	if len(granted) > 0 {
		total := p.say("Всего РИД за ", "Total of IP results in ") + p.inYear() + ": " + p.whole(len(granted))
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowTotal, Cells: []doc.Cell{{Text: total, Span: len(t.Columns)}}})
	}
	return doc.Section{Landscape: true, Blocks: []doc.Block{
		doc.Paragraph{
			Text: p.say("В реестре — РИД резидентов, выданные или зарегистрированные в "+p.within()+". Итоги по видам:",
				"The register lists IP results of residents granted or registered in "+p.within()+". Totals by kind:"),
			Size: registerText, Keep: true,
		},
		p.ipKinds(granted),
		t,
	}}
}

// granted returns the results of the year in the order of holders and dates.
func (p *paper) granted() []*app.IPResult {
	out := slices.DeleteFunc(app.All[app.IPResult](p.Book, "ip_result"), func(r *app.IPResult) bool {
		return !p.period.Contains(r.Granted) || !p.Book.Active(r.Resident, p.period)
	})
	holder := func(r *app.IPResult) string { return p.title("resident", r.Resident) }
	slices.SortStableFunc(out, func(a, b *app.IPResult) int {
		return cmp.Or(p.names.Compare(holder(a), holder(b)), cmp.Compare(a.Granted.Days(), b.Granted.Days()))
	})
	return out
}

// ipKinds counts the results by kind, in one line.
func (p *paper) ipKinds(granted []*app.IPResult) doc.Table {
	counts := map[string]int{}
	for _, r := range granted {
		counts[r.Kind]++
	}
	t := doc.Table{Columns: []doc.Column{{Title: p.say("Вид РИД", "Kind of IP result")}}}
	cells := doc.Cells(p.say("Выдано и зарегистрировано, ед.", "Granted and registered, units"))
	add := func(title string, n int) {
		t.Columns = append(t.Columns, doc.Column{Title: title, Weight: 1, Align: doc.Right})
		cells = append(cells, doc.Cell{Text: p.whole(n)})
	}
	for _, option := range answers(field("ip_result", "kind")) {
		if option.Code != "" || counts[option.Code] > 0 {
			add(capital(option.Label.In(p.Lang)), counts[option.Code])
		}
	}
	add(p.say("Всего", "Total"), len(granted))
	cells[len(cells)-1].Bold = true
	t.Rows = []doc.Row{{Cells: cells}}
	return t
}
