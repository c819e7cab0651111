package exchange

import (
	"slices"
	"strings"

	"technopark/app"
)

// codes gives columns whose cells are all codes of activity the field for such codes, whatever their heads
// say: «Основной вид деятельности» over 62.01 is the code, and not a direction that is called «62.01».
func (g *guesser) codes(found map[int]recognised, data []Row) {
	targets := Targets(g.l.Type)
	at := slices.IndexFunc(targets, func(t Target) bool { return t.Field.Scheme == app.SchemeOKVED })
	if at < 0 {
		return
	}
	key := targets[at].Key
	for _, c := range g.l.Columns[:min(len(g.l.Columns), mostGuessed)] {
		is := found[c.Column]
		if g.mayBeCodes(is, c.Head) && areCodes(someOf(c.Column, data), len(is.fields) == 0) {
			found[c.Column] = recognised{fields: []string{key}, why: WhyContent}
		}
	}
}

// mayBeCodes reports the columns that codes of activity may stand in: those for words, and those of which the
// head says nothing. Figures, days and numbers look like codes and are none.
func (g *guesser) mayBeCodes(is recognised, head string) bool {
	if len(is.fields) == 0 {
		return is.why == WhyNone && !isNumberHead(head)
	}
	target, _ := TargetOf(g.l.Type, is.fields[0])
	f := target.Field
	words := f.Kind == app.KindText || f.Kind == app.KindRef || f.Kind == app.KindRefs || f.Kind == app.KindChoice
	return len(is.fields) == 1 && words && f.Scheme == "" && !f.Own
}

// areCodes reports whether all texts are codes of activity, and not just classes, which any small number is.
// Where nothing else says what they are, one of them has to be what is no figure and no day: «26.51.6».
func areCodes(texts []string, alone bool) bool {
	sure := false
	for _, text := range texts {
		if app.SchemeOKVED.Check(text) != nil {
			return false
		}
		dots := strings.Count(text, ".")
		_, isDay := app.ParseDate(text)
		sure = sure || dots > 0 && (!alone || dots > 1 && !isDay)
	}
	return sure
}
