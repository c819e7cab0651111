package reports

import (
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/i18n"
	"technopark/app/rating"
	"technopark/app/standing"
	"technopark/reports/doc"
)

// SummaryPart is the key of the sheet for a director.
const SummaryPart = "summary"

// Sizes of the sheet, points.
const (
	summaryText  = 10
	summaryTable = 9
	summaryAct   = 10
	summaryNote  = 8
)

// Summary returns the sheet «Итоги» as a paper of its own.
func Summary(in Input) doc.Document {
	p := newPaper(in)
	title := p.say("Итоги "+p.year(0), "Results of "+p.year(0))
	foot := p.foot()
	foot.Edition = title
	if p.demo() {
		foot.Edition += app.NBSP + app.NBSP + "·" + app.NBSP + app.NBSP + p.demoMark()
	}
	s := p.resultSheet()
	s.Title, s.Blocks = title, filledIn(s.Blocks)
	return p.readable(doc.Document{
		Title: title + ". " + p.parkName(), Author: p.companyName(), Subject: p.yearLine(), Creator: p.Program, Lang: p.tag(), Created: p.Created,
		Foot: foot, Sections: []doc.Section{s},
	})
}

// resultSheet makes the sheet for a director who gives it a minute: the answer first, the reasons, what
// it takes to get further, what is missing, and at the end what to do first.
func (p *paper) resultSheet() doc.Section {
	made := ""
	if !p.Date.Zero() {
		made = p.say("составлено ", "made on ") + p.dated(p.Date)
	}
	blocks := []doc.Block{doc.Paragraph{Size: summaryText, Text: joinedBy("; ", p.parkName(), p.say("данные за ", "data for ")+p.inYear(), made)}}
	switch {
	case p.Answers.Standing == nil:
		said, _ := i18n.New(p.Lang).Sentence(p.Answers.Refused, nil)
		blocks = append(blocks, doc.Lead{Title: p.say("Места в рейтинге нет", "There is no place in the rating"), Lines: []string{said}})
	case !p.calculated():
		blocks = append(blocks, p.nothingCalculated(), p.lackTable(), p.firstAct())
	default:
		blocks = append(blocks, p.answer()...)
		blocks = append(blocks, p.reasonTable())
		blocks = append(blocks, p.way()...)
		blocks = append(blocks, p.lackTable(), p.firstAct())
	}
	return doc.Section{Blocks: append(blocks, doc.Spacer{Fill: true}, doc.Paragraph{Size: summaryNote, Text: p.summaryNotes()})}
}

// calculated reports whether any indicator of the year is.
func (p *paper) calculated() bool {
	return p.countIndicators(func(*rating.Indicator) bool { return true }) > 0
}

// countIndicators counts the indicators that are calculated and of a kind.
func (p *paper) countIndicators(of func(*rating.Indicator) bool) int {
	n := 0
	for _, ind := range p.Result.All() {
		if ind.Value != nil && of(ind) {
			n++
		}
	}
	return n
}

func (p *paper) nothingCalculated() doc.Block {
	return doc.Lead{
		Title: p.say("Ни один показатель за "+p.inYear()+" не рассчитан", "No indicator is calculated for "+p.inYear()),
		Lines: []string{p.say("Места, группы и причин нет, пока не записаны сведения, из которых складываются показатели.",
			"There is no place, no group and no reasons until the data the indicators are made of are recorded.")},
	}
}

// answer is where the park stands: the figure, the scale, how sure it is, and the sub-indices.
func (p *paper) answer() []doc.Block {
	s := p.Answers.Standing
	blocks := []doc.Block{p.lead()}
	if scale, ok := GroupScale(s, p.Lang); ok {
		blocks = append(blocks, scale.Draw(scaleWidth))
	}
	if d := p.Answers.Doubt; d != nil {
		blocks = append(blocks, doc.Paragraph{Size: summaryText, Text: p.say("Насколько это надёжно: ", "How sure this is: ") + ended(d.Words(p.Lang))})
	}
	return append(blocks, p.subindexTable())
}

// scaleWidth is the width of the sheet between its margins, mm.
const scaleWidth = 180

// lead is the answer in one line, and why there is no more of it.
func (p *paper) lead() doc.Lead {
	s := p.Answers.Standing
	is := s.Is()
	if !is.Index.Known {
		return p.leadWithoutIndex()
	}
	l := doc.Lead{Figure: s.IndexText(is.Index, p.Lang)}
	group := capital(s.Group(is.Group, p.Lang))
	switch {
	case is.Place > 0:
		l.Title = joinedBy("; ", group, standing.PlaceOf(is.Place, is.Of, p.Lang))
	case group != "":
		l.Title = group
	default:
		l.Title = p.say("Индекс к среднему по рейтингу", "Index against the rating average")
	}
	if is.Place == 0 {
		l.Lines = append(l.Lines, p.say("Места нет: о других технопарках за "+p.inYear()+" известны только средние.", "There is no place: only averages are known of other parks for "+p.inYear()+"."))
	}
	if was, ok := s.Was(); ok {
		words := joinedBy(", ", s.IndexText(was.Index, p.Lang), p.groupShort(was.Group), placeOrNone(was.Place, p.Lang))
		year := p.yearBefore()
		if p.Lang != app.EN {
			year = strings.Replace(year, app.NBSP+"год", app.NBSP+"году", 1)
		}
		l.Lines = append(l.Lines, p.say("В ", "In ")+year+": "+words)
	}
	return l
}

func (p *paper) groupShort(name string) string {
	if name == "" {
		return ""
	}
	return p.say("группа"+app.NBSP+name, "group "+name)
}

func placeOrNone(place int, lang app.Lang) string {
	if place == 0 {
		return ""
	}
	return standing.Place(place, lang)
}

// leadWithoutIndex counts what is better than what it is compared with, and says why that is all.
func (p *paper) leadWithoutIndex() doc.Lead {
	better, of := 0, 0
	for _, c := range p.tallies() {
		better, of = better+c.better, of+c.better+c.worse+c.same
	}
	l := doc.Lead{Figure: p.whole(better) + p.say(" из ", " of ") + p.whole(of)}
	said := func(how string) string {
		return p.say(i18n.Plural(int64(of), "показателя", "показателей", "показателей"), "indicators") + " " + how
	}
	switch p.Answers.Standing.Now.Ground {
	case rating.ByParks:
		l.Title = said(p.say("лучше среднего", "are better than the average"))
		l.Lines = []string{p.say("Места и группы нет: у самого технопарка рассчитано слишком мало показателей.", "There is no place and no group: too few indicators of the park itself are calculated.")}
	case rating.ByMeans:
		l.Title = said(p.say("лучше среднего", "are better than the average"))
		l.Lines = []string{p.say("Индекса, группы и места нет: средних за "+p.inYear()+" слишком мало, или методика не позволяет складывать индекс по ним.", "There is no index, group or place: too few averages are known for "+p.inYear()+", or the method does not allow an index to be made of them.")}
	case rating.ByPast:
		l.Title = said(p.say("лучше, чем годом раньше", "are better than the year before"))
		l.Lines = []string{p.say("Места и группы нет: о других технопарках за "+p.inYear()+" в данных ничего не записано, поэтому год сравнивается только с предыдущим.", "There is no place and no group: nothing is recorded of other parks for "+p.inYear()+", so the year is compared with the one before only.")}
	}
	if of == 0 {
		l.Figure = ""
		l.Title = p.say("Сравнить показатели не с чем", "There is nothing to compare the indicators with")
	}
	return l
}

// actsShown are how many things to do are told.
const actsShown = 2

// firstAct says what to do first.
func (p *paper) firstAct() doc.Block {
	var acts []string
	if n := p.Report.Open(check.Error); n > 0 {
		acts = append(acts, p.say("исправить ", "correct ")+p.counted(n, forms("ошибку", "ошибки", "ошибок", "error", "errors"))+p.say(" проверки", " of the check"))
	}
	a := p.Answers
	acts = append(acts, a.Standing.First(a.Lacks, a.Goal, a.Levers, p.Lang)...)
	if weak := a.Standing.Weaknesses(1); len(a.Levers) == 0 && len(acts) < actsShown && len(weak) > 0 {
		what := p.say("заняться тем, что тянет вниз сильнее всего: ", "see to what pulls down most: ")
		if weak[0].Ground == rating.ByPast {
			what = p.say("заняться тем, что за год ухудшилось сильнее всего: ", "see to what has become worse most: ")
		}
		acts = append(acts, what+weak[0].Indicator.Code+app.NBSP+weak[0].Indicator.Name.In(p.Lang))
	}
	if n := p.Report.Open(check.Warning); len(acts) == 0 && n > 0 {
		acts = append(acts, p.say("пояснить ", "explain ")+p.counted(n, forms("предупреждение", "предупреждения", "предупреждений", "warning", "warnings"))+p.say(" проверки", " of the check"))
	}
	if n := len(acts); n > actsShown { // what is to be done first, and the way
		acts = append(acts[:actsShown-1], acts[n-1])
	}
	if len(acts) == 0 {
		acts = []string{p.say("срочного нет: всё записано", "nothing is urgent: all is recorded")}
	}
	t := doc.Table{Size: summaryAct, Columns: []doc.Column{{Title: p.say("Что сделать первым", "What to do first"), Weight: 1}}}
	for i, act := range acts {
		text := ended(capital(act))
		if len(acts) > 1 {
			text = p.whole(i+1) + "." + app.NBSP + text
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{{Text: text, Bold: i == 0}}})
	}
	return t
}

// mostNotes are how many of the figures that were not used are told one by one.
const mostNotes = 2

// summaryNotes say by which method and against what the sheet was made.
func (p *paper) summaryNotes() string {
	title, notice := p.method()
	said := []string{p.say("Методика ", "Methodology ") + ended(joinedBy("; ", title, lower(notice)))}
	if s := p.Answers.Standing; s != nil {
		said = append(said, p.compared())
		notes := s.Known.Notes
		for _, note := range notes[:min(mostNotes, len(notes))] {
			said = append(said, ended(capital(note.In(p.Lang))))
		}
		if n := len(notes) - mostNotes; n > 0 {
			said = append(said, p.say("Не взято и других значений: ", "Other values that were not used: ")+p.whole(n)+".")
		}
	}
	if p.Answers.Alone {
		said = append(said, p.say("Посчитано по данным пакета: другие технопарки того же файла, если они есть, в расчёт не вошли.",
			"Computed from the data of the package: other parks of the same file, if there are any, are not in it."))
	}
	return strings.Join(said, " ")
}

// compared says what the park was compared with.
func (p *paper) compared() string {
	s := p.Answers.Standing
	switch s.Now.Ground {
	case rating.ByParks:
		return p.say("Сравнение: ", "Compared: ") + p.counted(len(s.Known.Table.Units), forms("технопарк", "технопарка", "технопарков", "park", "parks")) +
			p.say(" вместе с этим, значения ", " with this one, values of ") + p.year(0) + "."
	case rating.ByMeans:
		return p.say("Сравнение: средние по рейтингу за "+p.inYear()+", ", "Compared with: rating averages of "+p.inYear()+", ") +
			p.counted(len(s.Known.Means), forms("показатель", "показателя", "показателей", "indicator", "indicators")) + "."
	case rating.ByPast:
	}
	return p.say("Сравнение: тот же технопарк годом раньше.", "Compared with: the same park a year before.")
}
