package reports

import (
	"math/big"
	"slices"
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
		blocks = append(blocks, chapter(p.subindexTitle(s)))
		for _, ind := range s.Indicators {
			blocks = append(blocks, p.indicator(ind)...)
		}
	}
	return doc.Section{Blocks: blocks}
}

func (p *paper) subindexTitle(s rating.Subindex) string {
	return s.Code + "." + app.NBSP + s.Name.In(p.Lang)
}

// summary is one row an indicator, under the names of the sub-indices.
func (p *paper) summary() doc.Table {
	t := doc.Table{Size: 8, Columns: []doc.Column{
		{Title: p.say("Код", "Code")},
		{Title: p.say("Показатель", "Indicator"), Weight: 1},
		{Title: p.say("Единица", "Unit")},
		{Title: p.inYear(), Group: p.say("Значение", "Value"), Align: doc.Right},
		{Title: p.yearBefore(), Group: p.say("Значение", "Value"), Align: doc.Right},
		{Title: p.say("К предыдущему году", "Against the previous year"), Unit: "%", Align: doc.Right},
		{Title: p.say("Полнота", "Completeness"), Unit: "%", Align: doc.Right},
		{Title: p.say("Документы", "Documents")},
	}}
	for _, s := range p.Result.Subindices {
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(p.subindexTitle(s))})
		for _, ind := range s.Indicators {
			t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{
				{Text: ind.Code},
				{Text: ind.Name.In(p.Lang)},
				{Text: unbroken(ind.Unit.In(p.Lang))},
				{Text: ind.MarkedText(p.Lang), Bold: true},
				{Text: ind.MarkedPreviousText(p.Lang)},
				{Text: orNothing(ind.GrowthText(p.Lang))},
				{Text: ind.Completeness.Percent(p.Lang)},
				{Text: p.attached(p.proofNumbers(ind.Code))},
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
	var together doc.KeepTogether
	together.Blocks = append(together.Blocks, chapter(p.say("Как посчитано", "How it is calculated")))
	threshold := p.Result.Profile.Threshold(p.Lang)
	first := app.L("При полноте ниже "+threshold+app.NBSP+"% показатель не рассчитывается.", "Below a completeness of "+threshold+"% an indicator is not calculated.")
	for i, note := range append([]app.Text{first, p.reckoned()}, p.Result.Profile.Notes...) {
		together.Blocks = append(together.Blocks, doc.Paragraph{Text: p.whole(i+1) + "." + app.NBSP + note.In(p.Lang), Size: readingText, Align: doc.Justify})
	}
	return []doc.Block{together}
}

// readingText is the size of the notes on how to read the figures, points: they belong to the table over them.
const readingText = 9

// indicator explains one figure: a card, and under it the sums.
func (p *paper) indicator(ind *rating.Indicator) []doc.Block {
	card := doc.KeyValues{LabelWidth: 34, Items: []doc.KeyValue{
		{Label: p.say("Значение", "Value"), Value: p.figures(ind)},
		{Label: p.say("Формула", "Formula"), Value: ind.Words.In(p.Lang)},
		{Label: p.say("Расчёт", "Calculation"), Value: ind.Substituted(p.Lang)},
		{Label: p.say("Полнота", "Completeness"), Value: p.completenessText(ind.Completeness)},
	}}
	if lacks := p.missing(ind.Missing); lacks != "" {
		card.Items = append(card.Items, doc.KeyValue{Label: p.say("Недостаёт", "Missing"), Value: lacks})
	}
	if proofs := p.proofs(ind.Code); proofs != "" {
		card.Items = append(card.Items, doc.KeyValue{Label: p.say("Документы", "Documents"), Value: proofs})
	}
	if ind.LowerIsBetter {
		card.Items = append(card.Items, doc.KeyValue{Label: p.say("Направление", "Direction"), Value: p.say("чем меньше, тем лучше", "lower is better")})
	}
	if !ind.Note.Zero() {
		card.Items = append(card.Items, doc.KeyValue{Label: p.say("Пояснение", "Note"), Value: ind.Note.In(p.Lang)})
	}
	sums := p.trace(ind)
	blocks := []doc.Block{doc.Heading{Text: ind.Code + "." + app.NBSP + ind.Name.In(p.Lang), Level: 2}, card, sums}
	if len(sums.Rows) > len(ind.Terms) { // records are listed: only such a table may go on over the page
		return []doc.Block{doc.KeepTogether{Blocks: blocks[:2]}, sums}
	}
	return []doc.Block{doc.KeepTogether{Blocks: blocks}}
}

// figures writes the value beside that of the year before: «196,9 тыс. руб./чел.;
// за 2019 год — 190,9; к предыдущему году — 103,1 %».
func (p *paper) figures(ind *rating.Indicator) string {
	text := ind.MarkedText(p.Lang)
	if ind.Value != nil {
		text = p.inUnit(text, ind.Unit)
	}
	text += p.say("; за "+p.yearBefore()+" — ", "; in "+p.yearBefore()+": ") + ind.MarkedPreviousText(p.Lang)
	if growth := ind.GrowthText(p.Lang); growth != "" {
		text += p.say("; к предыдущему году — ", "; ") + growth + p.percent() + p.say("", " of the previous year")
	}
	if points := ind.PointsText(p.Lang); points != "" {
		text += " (" + points + app.NBSP + p.say("п."+app.NBSP+"п.", "pp") + ")"
	}
	return text
}

func (p *paper) completenessText(c rating.Completeness) string {
	share := p.whole(c.In) + p.say(" из ", " of ") + p.whole(c.Of)
	if c.Of == 0 { // nothing should be in it
		return share
	}
	return share + " (" + c.Percent(p.Lang) + p.percent() + ")"
}

// missing says what is lacking: each lack once, with all whom it concerns.
func (p *paper) missing(lacks []rating.Missing) string {
	var order []string
	who := map[string][]string{}
	for _, m := range lacks {
		words := m.Words.In(p.Lang)
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
	return strings.Join(names[:mostLacking], ", ") + p.say(" и ещё ", " and ") + p.whole(rest) + p.say("", " more")
}

// lacking names who or what lacks: of a report for this very year the resident,
// since the year goes without saying.
func (p *paper) lacking(m rating.Missing) string {
	rec := p.Book.Get(m.Type, m.ID)
	if m.Resident != 0 && rec != nil && app.PeriodOf(rec) == p.period {
		return p.title("resident", m.Resident)
	}
	return p.named(m.Type, m.ID, m.Title, m.Item)
}

// named returns the title of a record or an item of a list that a result names; the result
// gives records in Russian.
func (p *paper) named(typeKey string, id int64, title string, item app.Text) string {
	switch {
	case !item.Zero():
		return item.In(p.Lang)
	case p.Lang == app.EN && p.Book.Get(typeKey, id) != nil:
		return p.title(typeKey, id)
	case p.Lang == app.EN && id == 0 && title == app.TypeByKey(typeKey).One.RU: // a report of the park's own
		return app.TypeByKey(typeKey).One.EN
	}
	return title
}

// mostParts is how many records of a sum are printed under it; longer lists are
// in the breakdown.
const mostParts = 12

// trace shows the sums of an indicator, where each comes from and, for short
// ones, its records.
func (p *paper) trace(ind *rating.Indicator) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: joinedBy(app.NBSP, p.say("Слагаемые", "Terms"), ind.Code), Weight: 3}, // the table may begin another sheet than its card
		{Title: p.say("Источник", "Source"), Weight: 2},
		{Title: p.say("Сумма", "Sum"), Align: doc.Right},
		{Title: p.say("Единица", "Unit")},
	}, Empty: p.say("Слагаемых нет", "No terms")}
	for i, term := range ind.Terms {
		sum := term.SumText(p.Lang)
		if len(term.Parts()) == 0 && ind.Value == nil { // nothing given is not nought
			sum = nothing
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{
			{Text: term.Title.In(p.Lang), Bold: true},
			{Text: p.source(term)},
			{Text: sum, Bold: true},
			{Text: unbroken(term.Unit.In(p.Lang))},
		}})
		if again := p.sameAs(term, ind.Terms[:i], mostParts); again != "" {
			t.Rows = append(t.Rows, told(again))
			continue
		}
		t.Rows = append(t.Rows, p.partRows(term)...)
	}
	return t
}

// partRows lists the records of a short sum: those that count one each in a line,
// others with their amounts and how these came about.
func (p *paper) partRows(term rating.Term) []doc.Row {
	n := len(term.Parts())
	if n == 0 || n > mostParts || n == 1 && !worked(term.Parts()[0]) {
		return nil
	}
	return p.recordRows(term)
}

// recordRows lists the records of a sum.
func (p *paper) recordRows(term rating.Term) []doc.Row {
	var rows []doc.Row
	if allOnes(term.Parts()) {
		titles := p.titlesOf(term)
		if len(titles) <= mostParts {
			return []doc.Row{told(strings.Join(titles, "; "))}
		}
		for i, title := range titles { // too many to be read in one paragraph
			row := told(p.whole(i+1) + "." + app.NBSP + title)
			row.Follows = i == 0
			rows = append(rows, row)
		}
		return rows
	}
	for _, part := range term.Parts() {
		cells := doc.Cells(partIndent+p.named(part.Type, part.ID, part.Title, part.Item), part.Text.In(p.Lang), term.AmountText(part, p.Lang), unbroken(term.Unit.In(p.Lang)))
		if !worked(part) { // the amount says it all, and the title has more room
			cells = []doc.Cell{{Text: cells[0].Text, Span: 2}, cells[2], cells[3]}
		}
		rows = append(rows, doc.Row{Cells: cells, Follows: len(rows) == 0})
	}
	return rows
}

// titlesOf names the records of a sum.
func (p *paper) titlesOf(term rating.Term) []string {
	titles := make([]string, len(term.Parts()))
	for i, part := range term.Parts() {
		titles[i] = strings.TrimSuffix(p.named(part.Type, part.ID, part.Title, part.Item), ", "+p.period.In(p.Lang)) // that goes without saying
	}
	return titles
}

// told is a row, under a sum, that says what the sum is made of.
func told(text string) doc.Row {
	return doc.Row{Cells: []doc.Cell{{Text: partIndent + text, Span: 4}}, Follows: true}
}

// sameAs says that a sum of at most so many records counts those of one told before it, and
// which others; «» when it does not, or when there is nothing to repeat.
func (p *paper) sameAs(term rating.Term, before []rating.Term, most int) string {
	if n := len(term.Parts()); n < 2 || n > most || !allOnes(term.Parts()) {
		return ""
	}
	titles := p.titlesOf(term)
	for _, earlier := range before {
		elsewhere := len(earlier.Parts()) <= mostParts && len(term.Parts()) > mostParts // long sums are told in the breakdown
		if elsewhere || len(earlier.Parts()) < 2 || !allOnes(earlier.Parts()) {
			continue
		}
		known := p.titlesOf(earlier)
		lacking := slices.ContainsFunc(known, func(title string) bool { return !slices.Contains(titles, title) })
		if lacking {
			continue
		}
		more := slices.DeleteFunc(titles, func(title string) bool { return slices.Contains(known, title) })
		if len(more) == 0 {
			return p.say("те же", "the same")
		}
		return p.say("те же и ", "the same and ") + strings.Join(more, "; ")
	}
	return ""
}

const partIndent = app.NBSP + app.NBSP + app.NBSP + app.NBSP

// worked reports whether there is more to an amount than one figure.
func worked(part rating.Part) bool { return strings.Contains(part.Text.RU, "=") }

func allOnes(parts []rating.Part) bool {
	for _, part := range parts {
		if part.Amount.Cmp(big.NewRat(1, 1)) != 0 {
			return false
		}
	}
	return true
}

// source says which records make a sum and how many.
func (p *paper) source(term rating.Term) string {
	n := len(term.Parts())
	if n == 0 {
		return p.say("записей нет", "no records")
	}
	name := app.TypeByKey(term.Parts()[0].Type).Many
	if n == 1 {
		name = app.TypeByKey(term.Parts()[0].Type).One
	}
	return name.In(p.Lang) + ": " + p.counted(n, forms("запись", "записи", "записей", "record", "records"))
}
