package app

import "strings"

// Explanation says why figures that a check doubts are right (пояснение). It closes
// the finding it is about only as long as the figures are those it was written for.
type Explanation struct {
	Head
	Period  Period // of the check
	Rule    string // id of the rule
	Place   string // see Place
	Basis   string // the figures the rule read, by name, exactly; see check.Finding
	About   string // title of the record
	Finding string // what the check said
	Text    string // why the figures are right
	Author  string // who says so
	Date    Date   // day it was written
}

// Type describes Explanation.
func (*Explanation) Type() *Type { return explanationType }

var explanationType = &Type{
	Key:     "explanation",
	One:     L("Пояснение", "Explanation"),
	Many:    L("Пояснения", "Explanations"),
	Section: SectionRating,
	Turn:    past("пояснение — о цифрах своего года", "an explanation is about the figures of its year"),
	Aside:   true,
	Period:  "period",
	New:     func() Record { return new(Explanation) },
	Title:   func(r Record, _ Titles) string { return r.(*Explanation).title() },
	Unique:  [][]string{{"period", "rule", "place"}},
	Fields: []Field{
		period(func(r *Explanation) *Period { return &r.Period }),
		text("rule", L("Правило", "Rule"), func(r *Explanation) *string { return &r.Rule }).essential().width(18),
		text("place", L("Место", "Place"), func(r *Explanation) *string { return &r.Place }).pointing().essential().hidden(),
		text("about", L("Запись", "Record"), func(r *Explanation) *string { return &r.About }).width(30),
		note("finding", L("Замечание", "Finding"), func(r *Explanation) *string { return &r.Finding }),
		note("basis", L("Для каких цифр", "For which figures"), func(r *Explanation) *string { return &r.Basis }).coded(),
		note("text", L("Пояснение", "Explanation"), func(r *Explanation) *string { return &r.Text }).essential(),
		text("author", L("Кто пояснил", "Explained by"), func(r *Explanation) *string { return &r.Author }).required().width(28),
		date("date", L("Дата", "Date"), func(r *Explanation) *Date { return &r.Date }).required(),
	},
}

// longestTitle is how many letters of a finding a title has.
const longestTitle = 60

// title says what is explained: the record and what was found in it, in short. The id of the
// rule says nothing to staff.
func (e *Explanation) title() string {
	about := shortOr(e.About, e.Place)
	found := []rune(e.Finding)
	if len(found) > longestTitle {
		cut := string(found[:longestTitle])
		if i := strings.LastIndex(cut, " "); i > 0 {
			cut = cut[:i]
		}
		return joinKnown(": ", about, strings.TrimRight(cut, " .,;:—")+"…")
	}
	return joinKnown(": ", about, e.Finding)
}
