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
		Columns:  append([]doc.Column{{Title: "№", Align: doc.Right}}, columns(of)...),
		Numbered: true, Empty: "За " + p.inYear() + " РИД не зарегистрированы",
	}
	t.Columns[1].Weight, t.Columns[3].Weight = 2, 4
	for i, r := range granted {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(append([]string{whole(i + 1)}, p.row(r, of)...)...)})
	}
	return doc.Section{Landscape: true, Blocks: []doc.Block{
		doc.Paragraph{Keep: true, Text: "В реестре — РИД, выданные или зарегистрированные в " + p.within() + ": " + whole(len(granted)) + "."},
		t,
		chapter("Итоги по видам РИД"), p.ipKinds(granted),
	}}
}

// granted returns the results of the year in the order of holders and dates.
func (p *paper) granted() []*app.IPResult {
	out := slices.DeleteFunc(app.All[app.IPResult](p.Book, "ip_result"), func(r *app.IPResult) bool {
		return !p.period.Contains(r.Granted) || !p.Book.Active(r.Resident, p.period)
	})
	holder := func(r *app.IPResult) string { return p.Book.TitleOf("resident", r.Resident) }
	slices.SortStableFunc(out, func(a, b *app.IPResult) int {
		return cmp.Or(p.names.Compare(holder(a), holder(b)), cmp.Compare(a.Granted.Days(), b.Granted.Days()))
	})
	return out
}

// ipKinds counts the results by kind.
func (p *paper) ipKinds(granted []*app.IPResult) doc.Table {
	kind := field("ip_result", "kind")
	t := doc.Table{Columns: []doc.Column{column(kind), {Title: "Количество", Unit: "ед.", Align: doc.Right, Min: 30}}}
	t.Columns[0].Weight = 1
	counts := map[string]int{}
	for _, r := range granted {
		counts[r.Kind]++
	}
	for _, option := range answers(kind) {
		if option.Code != "" || counts[option.Code] > 0 {
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(capital(option.Label.In(app.RU)), whole(counts[option.Code]))})
		}
	}
	t.Rows = append(t.Rows, doc.Row{Kind: doc.RowTotal, Cells: doc.Cells("Всего", whole(len(granted)))})
	return t
}
