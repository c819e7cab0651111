package reports

import (
	"math/big"
	"strings"

	"technopark/app"
	"technopark/app/rating"
	"technopark/reports/doc"
)

// indicators makes part 10: all indicators at a glance, then each with its
// formula, the numbers put in and what is missing.
func (p *paper) indicators() doc.Section {
	blocks := append(p.notice(), p.summary())
	blocks = append(blocks, p.readings()...)
	for _, s := range p.Result.Subindices {
		blocks = append(blocks, chapter(subindexTitle(s)))
		for _, ind := range s.Indicators {
			blocks = append(blocks, p.indicator(ind)...)
		}
	}
	return doc.Section{Blocks: blocks}
}

func subindexTitle(s rating.Subindex) string { return s.Code + "." + app.NBSP + s.Name.In(app.RU) }

// summary is one row an indicator, under the names of the sub-indices.
func (p *paper) summary() doc.Table {
	t := doc.Table{Size: 8, Columns: []doc.Column{
		{Title: "Код"},
		{Title: "Показатель", Weight: 1},
		{Title: "Единица"},
		{Title: p.inYear(), Group: "Значение", Align: doc.Right},
		{Title: p.yearBefore(), Group: "Значение", Align: doc.Right},
		{Title: "К предыдущему году", Unit: "%", Align: doc.Right},
		{Title: "Полнота", Unit: "%", Align: doc.Right},
		{Title: p.say("Документы", "Documents")},
	}}
	for _, s := range p.Result.Subindices {
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(subindexTitle(s))})
		for _, ind := range s.Indicators {
			t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{
				{Text: ind.Code},
				{Text: ind.Name.In(app.RU)},
				{Text: unbroken(ind.Unit.In(app.RU))},
				{Text: ind.ValueText(app.RU), Bold: true},
				{Text: ind.PreviousText(app.RU)},
				{Text: orNothing(ind.GrowthText(app.RU))},
				{Text: ind.Completeness.Percent(app.RU)},
				{Text: orNothing(runs(p.proofNumbers(ind.Code)))},
			}})
		}
	}
	return t
}

func orNothing(s string) string {
	if s == "" {
		return nothing
	}
	return s
}

// readings prints how to read the figures, and how the profile reads the method where no
// source says.
func (p *paper) readings() []doc.Block {
	notes := append([]string{p.reckoned()}, p.Result.Profile.Notes...)
	blocks := []doc.Block{chapter("Как посчитано")}
	threshold := p.Result.Profile.Threshold(app.RU)
	for i, note := range append([]string{"При полноте ниже " + threshold + app.NBSP + "% показатель не рассчитывается."}, notes...) {
		blocks = append(blocks, doc.Paragraph{Text: whole(i+1) + "." + app.NBSP + note, Size: 10, Align: doc.Justify})
	}
	return blocks
}

// indicator explains one figure: a card, and under it the sums.
func (p *paper) indicator(ind *rating.Indicator) []doc.Block {
	card := doc.KeyValues{LabelWidth: 34, Items: []doc.KeyValue{
		{Label: "Значение", Value: p.figures(ind)},
		{Label: "Формула", Value: ind.Words.In(app.RU)},
		{Label: "Расчёт", Value: ind.Substituted(app.RU)},
		{Label: "Полнота", Value: completeness(ind.Completeness)},
	}}
	if lacks := p.missing(ind.Missing); lacks != "" {
		card.Items = append(card.Items, doc.KeyValue{Label: "Недостаёт", Value: lacks})
	}
	if proofs := p.proofs(ind.Code); proofs != "" {
		card.Items = append(card.Items, doc.KeyValue{Label: "Документы", Value: proofs})
	}
	if ind.LowerIsBetter {
		card.Items = append(card.Items, doc.KeyValue{Label: "Направление", Value: "чем меньше, тем лучше"})
	}
	if !ind.Note.Zero() {
		card.Items = append(card.Items, doc.KeyValue{Label: "Пояснение", Value: ind.Note.In(app.RU)})
	}
	sums := trace(ind)
	blocks := []doc.Block{doc.Heading{Text: ind.Code + "." + app.NBSP + ind.Name.In(app.RU), Level: 2}, card, sums}
	if len(sums.Rows) > len(ind.Terms) { // records are listed: only such a table may go on over the page
		return []doc.Block{doc.KeepTogether{Blocks: blocks[:2]}, sums}
	}
	return []doc.Block{doc.KeepTogether{Blocks: blocks}}
}

// figures writes the value beside that of the year before: «196,9 тыс. руб./чел.;
// за 2019 год — 190,9; к предыдущему году — 103,1 %».
func (p *paper) figures(ind *rating.Indicator) string {
	text := ind.ValueText(app.RU)
	if ind.Value != nil {
		text += app.NBSP + unbroken(ind.Unit.In(app.RU))
	}
	text += "; за " + p.yearBefore() + " — " + ind.PreviousText(app.RU)
	if growth := ind.GrowthText(app.RU); growth != "" {
		text += "; к предыдущему году — " + growth + app.NBSP + "%"
	}
	if points := ind.PointsText(p.Lang); points != "" {
		text += " (" + points + app.NBSP + p.say("п."+app.NBSP+"п.", "pp") + ")"
	}
	return text
}

func completeness(c rating.Completeness) string {
	return whole(c.In) + " из " + whole(c.Of) + " (" + c.Percent(app.RU) + app.NBSP + "%)"
}

// missing says what is lacking: each lack once, with all whom it concerns.
func (p *paper) missing(lacks []rating.Missing) string {
	var order []string
	who := map[string][]string{}
	for _, m := range lacks {
		words := m.Words.In(app.RU)
		if who[words] == nil {
			order = append(order, words)
		}
		who[words] = append(who[words], p.lacking(m))
	}
	for i, words := range order {
		order[i] = capital(words) + " — " + p.firstOf(who[words])
	}
	return strings.Join(order, "\n")
}

// mostLacking is how many are named who lack the same; part 13 and the findings have all.
const mostLacking = 20

// firstOf joins names; of very many the first: «…, и ещё 80».
func (p *paper) firstOf(names []string) string {
	rest := len(names) - mostLacking
	if rest <= 0 {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:mostLacking], ", ") + p.say(" и ещё ", " and ") + whole(rest) + p.say("", " more")
}

// lacking names who or what lacks: of a report for this very year the resident,
// since the year goes without saying.
func (p *paper) lacking(m rating.Missing) string {
	rec := p.Book.Get(m.Type, m.ID)
	if m.Resident != 0 && rec != nil && app.PeriodOf(rec) == p.period {
		return p.Book.TitleOf("resident", m.Resident)
	}
	return m.Title
}

// mostParts is how many records of a sum are printed under it; longer lists are
// in the breakdown.
const mostParts = 12

// trace shows the sums of an indicator, where each comes from and, for short
// ones, its records.
func trace(ind *rating.Indicator) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Слагаемое", Weight: 3},
		{Title: "Источник", Weight: 2},
		{Title: "Сумма", Align: doc.Right},
		{Title: "Единица"},
	}, Empty: "Слагаемых нет"}
	for _, term := range ind.Terms {
		sum := term.SumText(app.RU)
		if len(term.Parts) == 0 && ind.Value == nil { // nothing given is not nought
			sum = nothing
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{
			{Text: term.Title.In(app.RU), Bold: true},
			{Text: source(term)},
			{Text: sum, Bold: true},
			{Text: unbroken(term.Unit.In(app.RU))},
		}})
		t.Rows = append(t.Rows, partRows(term)...)
	}
	return t
}

// partRows lists the records of a short sum: those that count one each in a line,
// others with their amounts and how these came about.
func partRows(term rating.Term) []doc.Row {
	n := len(term.Parts)
	if n == 0 || n > mostParts || n == 1 && !worked(term.Parts[0]) {
		return nil
	}
	return recordRows(term)
}

// recordRows lists the records of a sum.
func recordRows(term rating.Term) []doc.Row {
	if allOnes(term.Parts) {
		titles := make([]string, len(term.Parts))
		for i, part := range term.Parts {
			titles[i] = part.Title
		}
		return []doc.Row{{Cells: []doc.Cell{{Text: partIndent + strings.Join(titles, "; "), Span: 4}}}}
	}
	var rows []doc.Row
	for _, part := range term.Parts {
		cells := doc.Cells(partIndent+part.Title, part.Text.In(app.RU), term.AmountText(part, app.RU))
		if !worked(part) { // the amount says it all, and the title has more room
			cells = []doc.Cell{{Text: cells[0].Text, Span: 2}, cells[2]}
		}
		rows = append(rows, doc.Row{Cells: cells})
	}
	return rows
}

const partIndent = app.NBSP + app.NBSP + app.NBSP + app.NBSP

// worked reports whether there is more to an amount than one figure.
func worked(part rating.Part) bool { return strings.Contains(part.Text.In(app.RU), "=") }

func allOnes(parts []rating.Part) bool {
	for _, part := range parts {
		if part.Amount.Cmp(big.NewRat(1, 1)) != 0 {
			return false
		}
	}
	return true
}

// source says which records make a sum and how many.
func source(term rating.Term) string {
	n := len(term.Parts)
	if n == 0 {
		return "записей нет"
	}
	name := app.TypeByKey(term.Parts[0].Type).Many
	if n == 1 {
		name = app.TypeByKey(term.Parts[0].Type).One
	}
	return name.In(app.RU) + ": " + counted(n, "запись", "записи", "записей")
}
