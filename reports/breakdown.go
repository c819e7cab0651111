package reports

import (
	"slices"

	"technopark/app"
	"technopark/app/rating"
	"technopark/reports/doc"
)

// Measures of the tables that tell what the residents add.
const (
	breakdownText = 8.0 // points
	namedSums     = 6   // beside more columns of sums there is no room for the names of records
	mostSums      = 12  // more are put into a second table
)

// breakdown makes the last chapter of part 10: what each resident, or each record, adds to
// the sums that are too long to be printed under their indicators. It is sections of its
// own, because wide tables turn the sheet; none when every sum is printed in full already.
func (p *paper) breakdown() []doc.Section {
	if !p.hasBreakdown() {
		return nil
	}
	var sections []doc.Section
	residents := p.byName()
	for _, s := range p.Result.Subindices {
		for _, t := range p.ledgers(s) {
			sections = append(sections, doc.Section{
				Blocks: []doc.Block{doc.Heading{Text: p.subindexTitle(s), Level: 2}, p.ledgerTable(t, residents)},
			})
		}
		if t := p.longLists(s); len(t.Rows) > 0 {
			sections = append(sections, doc.Section{Blocks: []doc.Block{
				doc.Heading{Text: p.subindexTitle(s) + p.say(": записи технопарка", ": records of the park"), Level: 2}, t,
			}})
		}
	}
	first := &sections[0]
	first.Title, first.Level, first.InContents = breakdownTitle().In(p.Lang), 1, true
	first.Blocks = append([]doc.Block{p.breakdownLegend()}, first.Blocks...)
	return sections
}

// hasBreakdown reports whether any sum is too long to be told under its indicator.
func (p *paper) hasBreakdown() bool {
	return slices.ContainsFunc(p.Result.Subindices, func(s rating.Subindex) bool {
		return len(p.ledgers(s)) > 0 || len(p.longLists(s).Rows) > 0
	})
}

func breakdownTitle() app.Text {
	return app.L("Расшифровка сумм", "Breakdown of the sums")
}

func (p *paper) breakdownLegend() doc.Paragraph {
	return doc.Paragraph{Size: 9, Align: doc.Justify, Keep: true, Text: p.say(
		"По каждому резиденту — сколько его записи прибавили к суммам показателей. «н/п» — не применимо, к сумме ничего не прибавлено; "+
			"«—» — представлено не всё, что нужно показателю, и резидент не вошёл ни в одну из его сумм (чего недостаёт, сказано при показателе); "+
			"«×» — показатель не о нём: в эти годы он не был резидентом. «Записей» — из скольких записей сложена сумма; "+
			"«2 из 3» — две записи из трёх, которые должны войти; «×» в строке суммы — графа не складывается. Складываются точные значения, округляется только напечатанное.",
		"What the records of each resident add to the sums of the indicators. “n/a”: not applicable, nothing was added; "+
			"“—”: not all the indicator needs was provided, so the resident is in none of its sums (what is lacking is said with the indicator); "+
			"“×”: not in the indicator, because it was not a resident in those years. “Records”: of how many records the sum is made; "+
			"“2 of 3”: two records of the three that should be in; “×” in the row of sums: the column is not added up. Exact values are added up, and only what is printed is rounded.")}
}

// reckoned says how growth is written and where long sums are told.
func (p *paper) reckoned() app.Text {
	text := app.L("К предыдущему году — значение в процентах от значения предыдущего года, 100"+app.NBSP+"% — без изменений; для долей в скобках — изменение в процентных пунктах.",
		"Against the previous year: the value in per cent of that of the previous year, 100% being no change; for shares, the change in percentage points in brackets.")
	if !p.hasBreakdown() {
		return text
	}
	title := breakdownTitle()
	return app.L(text.RU+" Суммы, в которых записей больше "+p.whole(mostParts)+", раскрыты в конце раздела: «"+title.RU+"».",
		text.EN+" Sums of more than "+p.whole(mostParts)+" records are told at the end of this part: “"+title.EN+"”.")
}

// ledgers returns what the residents add to the indicators of a sub-index, in as many
// tables as their columns need.
func (p *paper) ledgers(s rating.Subindex) []*ledger {
	var all []*ledger
	for _, ind := range s.Indicators {
		found := p.sumsOf(ind)
		if len(found) == 0 {
			continue
		}
		last := len(all) - 1
		if last < 0 || all[last].sums()+width(found) > mostSums {
			all = append(all, &ledger{})
			last++
		}
		all[last].columns = append(all[last].columns, found...)
	}
	for _, l := range all {
		if l.sums() > namedSums { // a dense table has no room for names
			l.unname()
		}
	}
	return all
}

// byName returns the residents of the park in the order of their names.
func (p *paper) byName() []*app.Resident {
	all := app.All[app.Resident](p.Book, "resident")
	slices.SortStableFunc(all, func(a, b *app.Resident) int { return p.names.Compare(a.Name, b.Name) })
	return all
}

// tellers returns those of the residents that any indicator of a ledger is about.
func (l *ledger) tellers(all []*app.Resident) []*app.Resident {
	return slices.DeleteFunc(slices.Clone(all), func(r *app.Resident) bool {
		return !slices.ContainsFunc(l.columns, func(c *ledgerColumn) bool { return c.stands[r.ID] != stand{} })
	})
}

// ledgerLead is how many columns of a ledger say whose row it is.
const ledgerLead = 2

// ledgerTable is a row for each resident, then how many are in, then the sums.
func (p *paper) ledgerTable(l *ledger, residents []*app.Resident) doc.Table {
	t := doc.Table{Size: breakdownText, Columns: []doc.Column{
		p.numberColumn(), {Title: p.say("Резидент", "Resident"), Weight: 1, Min: 34},
	}}
	inside := []doc.Cell{{Text: p.say("Вошло в показатель", "In the indicator"), Span: ledgerLead}}
	sums := []doc.Cell{{Text: p.say("Сумма", "Sum"), Span: ledgerLead}}
	for i, c := range l.columns {
		t.Columns = append(t.Columns, p.ledgerHead(c)...)
		if span := width(l.columns[i : i+1]); i > 0 && l.columns[i-1].ind == c.ind {
			inside[len(inside)-1].Span += span
		} else {
			in := p.whole(c.ind.Completeness.In) + p.say(" из", " of") + app.NBSP + p.whole(c.ind.Completeness.Of)
			inside = append(inside, doc.Cell{Text: in, Span: span})
		}
		sums = append(sums, c.cells(c.term.SumText(p.Lang), p.whole(len(c.term.Parts())), "")...)
	}
	for i, r := range l.tellers(residents) {
		cells := doc.Cells(p.whole(i+1), p.title("resident", r.ID))
		for _, c := range l.columns {
			made := ""
			if lot := c.lots[r.ID]; lot != nil {
				made = lot.made
			}
			cells = append(cells, c.cells(p.added(c, r.ID), p.recordsOf(c, r.ID), made)...)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSubtotal, Cells: inside}, doc.Row{Kind: doc.RowTotal, Cells: sums})
	return t
}

// ledgerHead returns the columns of one sum.
func (p *paper) ledgerHead(c *ledgerColumn) []doc.Column {
	head := []doc.Column{{Title: c.term.Title.In(p.Lang), Unit: unbroken(c.term.Unit.In(p.Lang)), Group: c.ind.Code, Align: doc.Right}}
	if c.several {
		head = append(head, doc.Column{Title: p.say("Записей", "Records"), Group: c.ind.Code, Align: doc.Right})
	}
	if c.named {
		head = append(head, doc.Column{Title: app.TypeByKey(c.term.Parts()[0].Type).Many.In(p.Lang), Group: c.ind.Code, Weight: 1.2})
	}
	return head
}

// cells returns what stands under the columns of a sum.
func (c *ledgerColumn) cells(sum, records, made string) []doc.Cell {
	cells := doc.Cells(sum)
	if c.several {
		cells = append(cells, doc.Cell{Text: records})
	}
	if c.named {
		cells = append(cells, doc.Cell{Text: made})
	}
	return cells
}

// longLists are the sums of the park's own records that are too long to stand under their
// indicators.
func (p *paper) longLists(s rating.Subindex) doc.Table {
	var t doc.Table
	for _, ind := range s.Indicators {
		for i, term := range ind.Terms {
			if len(term.Parts()) <= mostParts || p.residentOf(term.Parts()[0]) != 0 {
				continue
			}
			listed := p.trace(&rating.Indicator{Value: ind.Value, Terms: []rating.Term{term}})
			listed.Rows[0].Cells[0].Text = ind.Code + "." + app.NBSP + listed.Rows[0].Cells[0].Text
			rows := p.recordRows(term)
			if again := p.sameAs(term, ind.Terms[:i], len(term.Parts())); again != "" {
				rows = []doc.Row{told(again)}
			}
			t.Columns, t.Rows = listed.Columns, append(append(t.Rows, listed.Rows...), rows...)
		}
	}
	return t
}
