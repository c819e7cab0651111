package reports

import (
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
	t := doc.Table{Columns: []doc.Column{
		{Title: "Код"},
		{Title: "Показатель", Weight: 1},
		{Title: "Единица"},
		{Title: p.period.In(app.RU), Group: "Значение", Align: doc.Right},
		{Title: p.before.In(app.RU), Group: "Значение", Align: doc.Right},
		{Title: "К предыдущему году", Unit: "%", Align: doc.Right},
		{Title: "Полнота", Unit: "%", Align: doc.Right},
	}}
	for _, s := range p.Result.Subindices {
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(subindexTitle(s))})
		for _, ind := range s.Indicators {
			t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{
				{Text: ind.Code}, {Text: ind.Name.In(app.RU)}, {Text: ind.Unit.In(app.RU)},
				{Text: ind.ValueText(app.RU), Bold: true}, {Text: ind.PreviousText(app.RU)},
				{Text: orNothing(ind.GrowthText(app.RU))}, {Text: ind.Completeness.Percent(app.RU)},
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

// readings prints how the profile reads the method where no source says.
func (p *paper) readings() []doc.Block {
	notes := p.Result.Profile.Notes
	if len(notes) == 0 {
		return nil
	}
	blocks := []doc.Block{doc.Heading{Text: "Как посчитано", Level: 1, InContents: true}}
	threshold := p.Result.Profile.Threshold(app.RU)
	for i, note := range append([]string{"При полноте ниже " + threshold + app.NBSP + "% показатель не рассчитывается."}, notes...) {
		blocks = append(blocks, doc.Paragraph{Text: whole(i+1) + "." + app.NBSP + note, Size: 11, Align: doc.Justify})
	}
	return blocks
}

// indicator explains one figure.
func (p *paper) indicator(ind *rating.Indicator) []doc.Block {
	unit := func(text string, calculated bool) string {
		if calculated {
			return text + app.NBSP + ind.Unit.In(app.RU)
		}
		return text
	}
	card := doc.KeyValues{LabelWidth: 42, Items: []doc.KeyValue{
		{Label: "Значение за " + p.inYear(), Value: unit(ind.ValueText(app.RU), ind.Value != nil)},
		{Label: "Значение за " + strings.ReplaceAll(p.before.In(app.RU), " ", app.NBSP), Value: unit(ind.PreviousText(app.RU), ind.Previous != nil)},
	}}
	if growth := ind.GrowthText(app.RU); growth != "" {
		card.Items = append(card.Items, doc.KeyValue{Label: "К предыдущему году", Value: growth + app.NBSP + "%"})
	}
	card.Items = append(card.Items,
		doc.KeyValue{Label: "Формула", Value: ind.Words.In(app.RU)},
		doc.KeyValue{Label: "Расчёт", Value: ind.Substituted(app.RU)},
		doc.KeyValue{Label: "Полнота", Value: completeness(ind.Completeness)})
	if !ind.Note.Zero() {
		card.Items = append(card.Items, doc.KeyValue{Label: "Пояснение", Value: ind.Note.In(app.RU)})
	}
	if ind.LowerIsBetter {
		card.Items = append(card.Items, doc.KeyValue{Label: "Направление", Value: "чем меньше, тем лучше"})
	}
	if lacks := missing(ind.Missing); lacks != "" {
		card.Items = append(card.Items, doc.KeyValue{Label: "Не представлено", Value: lacks})
	}
	return []doc.Block{
		doc.KeepTogether{Blocks: []doc.Block{
			doc.Heading{Text: ind.Code + "." + app.NBSP + ind.Name.In(app.RU), Level: 2},
			card,
		}},
		trace(ind),
	}
}

func completeness(c rating.Completeness) string {
	return whole(c.In) + " из " + whole(c.Of) + " (" + c.Percent(app.RU) + app.NBSP + "%)"
}

// missing says what is lacking: each lack once, with all whom it concerns.
func missing(lacks []rating.Missing) string {
	var order []string
	who := map[string][]string{}
	for _, m := range lacks {
		words := m.Words.In(app.RU)
		if who[words] == nil {
			order = append(order, words)
		}
		who[words] = append(who[words], m.Title)
	}
	for i, words := range order {
		order[i] = capital(words) + " — " + strings.Join(who[words], "; ")
	}
	return strings.Join(order, "\n")
}

// mostParts is how many records of a sum are printed; longer lists are the
// registers of this package.
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
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{
			{Text: term.Title.In(app.RU), Bold: true}, {Text: source(term)},
			{Text: term.SumText(app.RU), Bold: true}, {Text: term.Unit.In(app.RU)},
		}})
		if n := len(term.Parts); n < 2 || n > mostParts {
			continue
		}
		for _, part := range term.Parts {
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(
				strings.Repeat(app.NBSP, 4)+part.Title, part.Text.In(app.RU), term.AmountText(part, app.RU))})
		}
	}
	return t
}

// source says which records make a sum and how many.
func source(term rating.Term) string {
	if len(term.Parts) == 0 {
		return "записей нет"
	}
	return app.TypeByKey(term.Parts[0].Type).Many.In(app.RU) + ": " + counted(len(term.Parts), "запись", "записи", "записей")
}
