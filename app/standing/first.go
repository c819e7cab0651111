package standing

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
)

// firstNames are how many of those who owe something are named.
const firstNames = 3

// First says what to do first, in the order in which to do it: to ask for what is missing, what
// the park has not recorded itself, then the shortest way to a goal. There is nothing where
// nothing is missing and no way leads there.
func (s *Standing) First(lacks []Lack, goal composite.Goal, levers []Lever, lang app.Lang) []string {
	var all []string
	for _, l := range lacks {
		all = append(all, s.ask(l, lang))
	}
	if len(levers) > 0 && levers[0].More != nil {
		l := levers[0]
		way, ru, en := s.TowardsWords(goal, lang), ", ещё "+l.MoreText(app.RU), ", "+l.MoreText(app.EN)+" more"
		if l.More.Sign() < 0 {
			l.More = new(big.Rat).Neg(l.More)
			ru, en = ", меньше на "+l.MoreText(app.RU), ", "+l.MoreText(app.EN)+" less"
		}
		all = append(all, app.L(
			"самый короткий путь "+way+" — "+app.Quoted(l.Title().RU)+ru,
			"the shortest way "+way+" is “"+l.Title().EN+"”"+en).In(lang))
	}
	return all
}

// ask says whom to ask for what is missing, or what to record.
func (s *Standing) ask(l Lack, lang app.Lang) string {
	if l.Kind == LackOwn {
		m := l.Missing[0]
		return app.L("записать недостающее о самом технопарке: ", "record what is missing of the park itself: ").In(lang) +
			OwnName(m, lang) + " (" + m.Words.In(lang) + ")" + more(len(l.Missing)-1, lang)
	}
	var names []string
	for _, m := range l.Missing { // what is most urgent comes first
		if name := s.owes(m); s.urgency(m) == s.urgency(l.Missing[0]) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	what := app.L("запросить недостающие отчёты у резидентов", "ask these residents for the missing reports")
	switch {
	case l.Reports > 0:
	case l.Partial > 0:
		what = app.L("запросить недостающие сведения у резидентов", "ask these residents for the missing figures")
	default:
		what = app.L("запросить недостающие отчёты за прошлые годы у резидентов", "ask these residents for the missing reports of earlier years")
	}
	shown := names[:min(firstNames, len(names))]
	return what.In(lang) + ": " + strings.Join(shown, ", ") + more(len(names)-len(shown), lang)
}

// OwnName names what the park has not recorded itself: its kind, and the item of a check-list.
func OwnName(m rating.Missing, lang app.Lang) string {
	name := m.Title
	if t := app.TypeByKey(m.Type); t != nil {
		name = t.One.In(lang)
	}
	if item := m.Item.In(lang); item != "" {
		name += ": " + item
	}
	return app.L(app.Quoted(name), "“"+name+"”").In(lang)
}

// owes is what people call who owes something.
func (s *Standing) owes(m rating.Missing) string {
	if r := app.Find[app.Resident](s.Book(), "resident", m.Resident); r != nil {
		return cmp.Or(r.ShortName, r.Name)
	}
	return m.Title
}

// more tells of how many are not named: « и ещё 4».
func more(n int, lang app.Lang) string {
	if n == 0 {
		return ""
	}
	return app.L(" и"+app.NBSP+"ещё"+app.NBSP+strconv.Itoa(n), " and "+strconv.Itoa(n)+" more").In(lang)
}
