package manual

import (
	"regexp"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/guide"
	"technopark/app/rating"
	"technopark/app/ui/desk"
)

// AboutField says what is known of a field of a type: how it is filled in, which indicators are made of
// it and what is checked at it, by the method and the rules in force.
func AboutField(d *desk.Desk, typeKey string, f app.Field) []guide.Block {
	blocks := []guide.Block{{Kind: guide.Heading, Level: 2, Spans: []guide.Span{{Text: d.T("ui.guide.field", "Field", f.Label.In(d.Lang))}}}}
	say := func(kind guide.Kind, text string) {
		if text != "" {
			blocks = append(blocks, guide.Block{Kind: kind, Mark: "•", Spans: []guide.Span{{Text: text}}})
		}
	}
	say(guide.Paragraph, sentences(f.Hint.In(d.Lang), f.Source.In(d.Lang)))
	if unit := f.Unit.In(d.Lang); unit != "" {
		say(guide.Item, d.T("ui.guide.field.unit", "Unit", unit))
	}
	say(guide.Item, howTyped(d, f))
	switch {
	case f.Essential:
		say(guide.Item, d.T("ui.guide.field.essential"))
	case f.Required:
		say(guide.Item, d.T("ui.guide.field.required"))
	}
	set, err := d.InForce()
	if err != nil {
		return blocks // the screen of methods and rules says what is wrong with them
	}
	if made := madeOf(set.Method, typeKey+"."+f.Key, d.Lang); len(made) > 0 {
		say(guide.Item, d.T("ui.guide.field.indicators", "Which", strings.Join(made, ", ")))
	}
	if asks := checkedAt(set.Rules, typeKey, f, d.Lang); len(asks) > 0 {
		say(guide.Paragraph, d.T("ui.guide.field.checks"))
		for _, text := range asks {
			say(guide.Item, text)
		}
	}
	return blocks
}

// sentences joins texts as sentences, empty ones left out.
func sentences(texts ...string) string {
	texts = slices.DeleteFunc(texts, func(text string) bool { return text == "" })
	for i, text := range texts {
		first, rest := []rune(text)[:1], []rune(text)[1:]
		texts[i] = strings.ToUpper(string(first)) + strings.TrimRight(string(rest), ".") + "."
	}
	return strings.Join(texts, " ")
}

// howTyped says how a value of the kind is typed.
func howTyped(d *desk.Desk, f app.Field) string {
	switch {
	case !f.Typed():
		return d.T("ui.guide.field.read")
	case f.Kind.Number() && f.CanNA:
		return d.T("ui.guide.field.number_na")
	case f.Kind.Number():
		return d.T("ui.guide.field.number")
	case f.Kind == app.KindDate:
		return d.T("ui.guide.field.date")
	case f.Kind == app.KindPeriod:
		return d.T("ui.guide.field.period")
	case f.Kind == app.KindChoice, f.Kind == app.KindBool:
		return d.T("ui.guide.field.choice")
	case f.Kind == app.KindRef, f.Kind == app.KindRefs:
		return d.T("ui.guide.field.ref")
	}
	return ""
}

// madeOf returns the indicators that read a field.
func madeOf(method *rating.Profile, field string, lang app.Lang) []string {
	var made []string
	for _, ind := range method.Indicators() {
		if method.Reads(ind.Code)[field] {
			made = append(made, ind.Code+app.NBSP+"«"+ind.Name.In(lang)+"»")
		}
	}
	return made
}

// holes are the names that a rule puts what it found in place of.
var holes = regexp.MustCompile(`\{[^{}]*\}`)

// mostRules is how many rules are told of a field.
const mostRules = 12

// checkedAt says what the rules doubt at a field.
func checkedAt(rules *check.Profile, typeKey string, f app.Field, lang app.Lang) []string {
	var asks []string
	for _, r := range rules.Outline() {
		at := slices.ContainsFunc(r.Fields, func(of app.Field) bool { return of.Key == f.Key })
		if r.Type.Key != typeKey || !at || len(asks) == mostRules {
			continue
		}
		text := strings.NewReplacer("{label}", f.Label.In(lang), "«{label}»", f.Label.In(lang)).Replace(r.Message.In(lang))
		text = holes.ReplaceAllString(text, "…")
		if !slices.Contains(asks, text) {
			asks = append(asks, text)
		}
	}
	return asks
}
