package reports

import (
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/standing"
	"technopark/reports/chart"
	"technopark/reports/doc"
)

// Sizes of the bars beside the sub-indices, mm: as high as a row of one line.
const (
	deviationWidth  = 44
	deviationHeight = 5.5
)

// subindexTable sets the sub-indices against the mean and the year before; where no mean of them is
// known, it counts which of their indicators are better.
func (p *paper) subindexTable() doc.Block {
	all := p.Answers.Standing.Subindices()
	known := slices.ContainsFunc(all, func(s standing.Subindex) bool { return s.Is.Known })
	if !known {
		return p.tallyTable()
	}
	placed := slices.ContainsFunc(all, func(s standing.Subindex) bool { return s.Place > 0 })
	before := slices.ContainsFunc(all, func(s standing.Subindex) bool { return s.Was.Known })
	t := doc.Table{Size: summaryTable, Columns: []doc.Column{{Title: p.say("Субиндекс, в процентах к среднему", "Sub-index, as a percentage of the average"), Weight: 1}, {Title: strconv.Itoa(p.Year), Align: doc.Right}}}
	if before {
		t.Columns = append(t.Columns, doc.Column{Title: strconv.Itoa(p.Year - 1), Align: doc.Right})
	}
	if placed {
		t.Columns = append(t.Columns, doc.Column{Title: p.say("Место", "Place"), Align: doc.Right})
	}
	t.Columns = append(t.Columns, doc.Column{Title: p.say("100 = среднее", "100 = average"), Align: doc.Center, Min: deviationWidth})
	span := SubindexSpan(all)
	for _, sub := range all {
		cells := doc.Cells(sub.Code+app.NBSP+sub.Name.In(p.Lang), p.percentage(sub.Is))
		if before {
			cells = append(cells, doc.Cell{Text: p.percentage(sub.Was)})
		}
		if placed {
			cells = append(cells, doc.Cell{Text: p.placeNumber(sub.Place)})
		}
		bar := chart.DeviationAxis(deviationWidth, deviationHeight)
		if sub.Is.Known {
			bar = chart.Deviation(sub.Is.Number, span, deviationWidth, deviationHeight)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: append(cells, doc.Cell{Text: p.percentage(sub.Is), Drawing: &bar})})
	}
	return t
}

// percentage writes a percentage without its sign, which stands in the head.
func (p *paper) percentage(v composite.Value) string {
	if !v.Known {
		return nothing
	}
	return standing.Decimals(v.Number, standing.PercentDigits, p.Lang)
}

func (p *paper) placeNumber(place int) string {
	if place == 0 {
		return nothing
	}
	return p.whole(place)
}

// tally counts the indicators of a sub-index by how they compare.
type tally struct {
	name                      string
	better, same, worse, none int
}

// tallies compares the indicators with the means or, where none is known, with the year before.
func (p *paper) tallies() []tally {
	s := p.Answers.Standing
	compared := map[string]rating.Compared{}
	for _, c := range s.Is().Compared {
		compared[c.Code] = c
	}
	var all []tally
	for _, sub := range p.Result.Subindices {
		t := tally{name: sub.Code + app.NBSP + sub.Name.In(p.Lang)}
		for _, ind := range sub.Indicators {
			c := compared[ind.Code]
			other := c.Mean
			if s.Now.Ground == rating.ByPast {
				other = c.Previous
			}
			t.add(c.Value, other, ind.LowerIsBetter)
		}
		all = append(all, t)
	}
	return all
}

func (t *tally) add(value, other composite.Value, lower bool) {
	switch {
	case !value.Known || !other.Known:
		t.none++
	case value.Number == other.Number:
		t.same++
	case (value.Number > other.Number) != lower:
		t.better++
	default:
		t.worse++
	}
}

func (p *paper) tallyTable() doc.Block {
	t := doc.Table{Size: summaryTable, Columns: []doc.Column{
		{Title: p.say("Субиндекс, число показателей", "Sub-index, number of indicators"), Weight: 1},
		{Title: p.say("Лучше", "Better"), Align: doc.Right},
		{Title: p.say("Так"+app.NBSP+"же", "The same"), Align: doc.Right},
		{Title: p.say("Хуже", "Worse"), Align: doc.Right},
		{Title: p.say("Не с чем сравнить", "Nothing to compare with"), Align: doc.Right},
	}}
	for _, c := range p.tallies() {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(c.name, p.whole(c.better), p.whole(c.same), p.whole(c.worse), p.whole(c.none))})
	}
	return t
}

// reasonsShown are how many strengths and how many weaknesses are told.
const reasonsShown = 3

// reasonTable sets strengths and weaknesses side by side.
func (p *paper) reasonTable() doc.Block {
	s := p.Answers.Standing
	heads := [2]string{p.say("Что помогает", "What helps"), p.say("Что тянет вниз", "What pulls down")}
	if s.Now.Ground == rating.ByPast {
		heads = [2]string{p.say("Что стало лучше", "What has become better"), p.say("Что стало хуже", "What has become worse")}
	}
	strong, weak := s.Strengths(reasonsShown), s.Weaknesses(reasonsShown)
	t := doc.Table{Size: summaryTable, Columns: []doc.Column{{Title: heads[0], Weight: 1, Min: scaleWidth / 2}, {Title: heads[1], Weight: 1, Min: scaleWidth / 2}}}
	for i := range max(len(strong), len(weak), 1) {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(p.reason("+", strong, i), p.reason("\u2212", weak, i))})
	}
	return t
}

func (p *paper) reason(sign string, all []standing.Reason, i int) string {
	switch {
	case i < len(all):
		ind := all[i].Indicator
		return sign + app.NBSP + ind.Code + app.NBSP + ind.Name.In(p.Lang) + ": " + all[i].Words(p.Lang)
	case i == 0:
		return p.say("таких показателей нет", "there are no such indicators")
	}
	return nothing
}

// waysShown are how many ways to a goal are told.
const waysShown = 5

// way is what it takes to get to the next group, each way alone; in the best one, how far it is
// from the bound.
func (p *paper) way() []doc.Block {
	s, goal := p.Answers.Standing, p.Answers.Goal
	if goal == (composite.Goal{}) {
		return p.margin()
	}
	var found []standing.Lever
	for _, l := range p.Answers.Levers {
		if l.More != nil {
			found = append(found, l)
		}
	}
	head := p.say("Что нужно, чтобы дойти "+s.TowardsWords(goal, app.RU), "What it takes to get "+s.TowardsWords(goal, app.EN))
	if bound := s.GoalBound(goal, p.Lang); bound != "" {
		head += " (" + bound + ")"
	}
	if len(found) == 0 {
		return []doc.Block{doc.Paragraph{Size: summaryText, Text: head + p.say(": ни один показатель в одиночку туда не ведёт, нужны несколько сразу.", ": no indicator alone leads there, it takes several at once.")}}
	}
	alone := p.say(", каждый путь отдельно", ", each way alone")
	if len(found) > waysShown {
		alone += p.say("; самые короткие", "; the shortest")
	}
	t := doc.Table{Size: summaryTable, Columns: []doc.Column{
		{Title: head + alone, Weight: 1},
		{Title: p.say("Сейчас", "Now"), Align: doc.Right},
		{Title: p.say("Нужно ещё", "More needed"), Align: doc.Right},
	}}
	placed := slices.ContainsFunc(found, func(l standing.Lever) bool { return l.Place > 0 })
	if placed {
		t.Columns = append(t.Columns, doc.Column{Title: p.say("Станет место", "Place then"), Align: doc.Right, Min: 23})
	}
	for _, l := range found[:min(waysShown, len(found))] {
		cells := doc.Cells(l.Title().In(p.Lang), l.AmountText(l.From, p.Lang), l.MoreText(p.Lang))
		if placed {
			cells = append(cells, doc.Cell{Text: p.placeNumber(l.Place)})
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return []doc.Block{t}
}

func (p *paper) margin() []doc.Block {
	s := p.Answers.Standing
	margin, ok := s.Margin()
	if !ok {
		return nil
	}
	text := p.say("Группа"+app.NBSP+s.Is().Group+" — высшая. Запас до её границы: ", "Group "+s.Is().Group+" is the best. Margin above its bound: ") +
		standing.Decimals(margin, standing.PercentDigits, p.Lang) + app.NBSP + p.say("пункта", "points")
	return []doc.Block{doc.Paragraph{Size: summaryText, Text: ended(text)}}
}

// lackTable says what is missing from the submission and what that costs.
func (p *paper) lackTable() doc.Block {
	s := p.Answers.Standing
	t := doc.Table{Size: summaryTable, Columns: []doc.Column{{Title: p.say("Чего не хватает", "What is missing"), Weight: 1}}}
	add := func(mark app.Mark, text string) {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(mark.Before(text))})
	}
	for _, l := range p.Answers.Lacks {
		words := s.LackWords(l, p.Lang)
		if l.Kind == standing.LackOwn {
			words += ": " + p.lackNames(l)
		}
		add(app.MarkMissing, words)
	}
	if n := p.Report.Open(check.Error); n > 0 {
		add(app.MarkError, p.counted(n, forms("ошибка", "ошибки", "ошибок", "error", "errors"))+p.say(" проверки не исправлены и не оставлены намеренно", " of the check are neither corrected nor retained deliberately"))
	}
	if n := p.Report.Open(check.Warning); n > 0 {
		add(app.MarkWarning, p.say("предупреждений проверки не пояснено: ", "warnings of the check that are not explained: ")+p.whole(n))
	}
	unproved := p.countIndicators(func(ind *rating.Indicator) bool { return len(p.proofNumbers(ind.Code)) == 0 })
	if unproved > 0 {
		add(app.MarkMissing, p.say("показателей без подтверждающих документов: ", "indicators without a document that proves them: ")+p.whole(unproved))
	}
	if len(t.Rows) == 0 {
		add(app.MarkReady, p.say("всё, из чего складываются показатели, записано и подтверждено", "all the indicators are made of is recorded and proved"))
	}
	return t
}

// lackNames names some of what the park has not recorded itself.
func (p *paper) lackNames(l standing.Lack) string {
	const most = 4
	var names []string
	for _, m := range l.Missing {
		if name := standing.OwnName(m, p.Lang); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	shown := strings.Join(names[:min(most, len(names))], ", ")
	if n := len(names) - most; n > 0 {
		shown += p.say(" и"+app.NBSP+"ещё"+app.NBSP, " and ") + p.whole(n) + p.say("", " more")
	}
	return shown
}
