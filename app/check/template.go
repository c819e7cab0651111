package check

import (
	"regexp"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// template is a message with names in braces: «выручка {left} больше {right}».
type template struct{ ru, en string }

var inBraces = regexp.MustCompile(`\{[^{}]*\}`)

// Names that a message may use besides those of fields and sums.
var wordNames = []string{"left", "right", "difference", "label", "record", "other", "common", "year", "period"}

// words are what the names of a message stand for on one finding.
type words struct {
	view   *scope
	found  Finding
	other  app.Text // title of the other record of a pair
	common app.Text // title of what the two have in common
}

// newTemplate refuses names in braces that stand for nothing.
func newTemplate(t *app.Type, sums []*sum, ru, en string) (template, error) {
	for _, name := range inBraces.FindAllString(ru+en, -1) {
		name = strings.Trim(name, "{}")
		_, isField := pathOf(t, name)
		isSum := slices.ContainsFunc(sums, func(s *sum) bool { return s.name == name })
		if !isField && !isSum && !slices.Contains(wordNames, name) {
			return template{}, formula.Say("в тексте имя {%s}; бывают %s и имена полей и сумм",
				"the text has the name {%s}; there are %s and the names of fields and sums", name, strings.Join(wordNames, ", "))
		}
	}
	return template{ru, en}, nil
}

func (t template) fill(w words) app.Text {
	in := func(text string, lang app.Lang) string {
		return inBraces.ReplaceAllStringFunc(text, func(name string) string { return w.word(strings.Trim(name, "{}")).In(lang) })
	}
	return app.L(in(t.ru, app.RU), in(t.en, app.EN))
}

func (w words) word(name string) app.Text {
	f := w.found
	switch name {
	case "left":
		return f.Left
	case "right":
		return f.Right
	case "difference":
		return f.Difference
	case "label":
		return f.Field.Label
	case "record":
		return w.view.pass.title(w.view.rec)
	case "other":
		return w.other
	case "common":
		return w.common
	case "year":
		return app.L(w.view.pass.period.Key(), w.view.pass.period.Key())
	case "period":
		return app.L(f.Period.In(app.RU), f.Period.In(app.EN))
	}
	pass := w.view.pass
	if i := slices.IndexFunc(pass.profile.sums, func(s *sum) bool { return s.name == name }); i >= 0 {
		d := pass.profile.sums[i]
		return numberText(pass.sum(name, app.ResidentOf(w.view.rec)), d.digits, d.unit)
	}
	p, _ := pathOf(w.view.rec.Type(), name)
	owner := pass.follow(&p, w.view.rec)
	if owner == nil {
		return app.NotProvidedText
	}
	if p.hop == hopRefs {
		return pass.textOf(p.field, w.view.together(&p))
	}
	if text := pass.cellText(owner, p.field); !text.Zero() {
		return text
	}
	return app.NotProvidedText
}
