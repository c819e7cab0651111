package exchange

import (
	"regexp"
	"strings"

	"technopark/app"
)

// content gives columns whose heads say nothing the fields that their cells can only be: numbers of
// the state by their check digits, addresses of mail, names of companies, records that are called so.
func (g *guesser) content() {
	data, targets := g.data(), Targets(g.l.Type)
	for i := range g.l.Columns[:min(len(g.l.Columns), mostGuessed)] {
		c := &g.l.Columns[i]
		if len(c.Fields) > 0 || c.Why != WhyNone && c.Why != WhyTaken {
			continue
		}
		texts := someOf(c.Column, data)
		if len(texts) == 0 {
			continue
		}
		if pair := g.pairOf(texts); pair != nil {
			c.Fields, c.Why = pair, WhyContent
			continue
		}
		for _, target := range targets {
			if g.l.Column(target.Key) == nil && g.holds(target, texts) {
				c.Fields, c.Why = []string{target.Key}, WhyContent
				break
			}
		}
	}
}

// mostGuessed is how many columns are looked into for what they hold: a table for people has fewer.
const mostGuessed = 200

// someOf returns the cells of a column that say something.
func someOf(column int, data []Row) []string {
	var texts []string
	for _, row := range data[:min(len(data), mostLooked)] {
		if text := row.At(column).Text; !saysNothing(text) {
			texts = append(texts, app.Clean(text))
		}
	}
	return texts
}

// innKPP is how the two numbers share a cell.
var innKPP = regexp.MustCompile(`^(\d{10}) ?[/\\,; ] ?(\d{9})$`)

func (g *guesser) pairOf(texts []string) []string {
	_, one := TargetOf(g.l.Type, "inn")
	_, two := TargetOf(g.l.Type, "kpp")
	if !one || !two || g.l.Column("inn") != nil || g.l.Column("kpp") != nil {
		return nil
	}
	if mostly(texts, func(text string) bool { return innKPP.MatchString(text) }) {
		return []string{"inn", "kpp"}
	}
	return nil
}

// holds reports whether most of the texts can hardly be anything but values of a field.
func (g *guesser) holds(target Target, texts []string) bool {
	f := target.Field
	switch {
	case f.Scheme == app.SchemeINN, f.Scheme == app.SchemeOGRN:
		return mostly(texts, func(text string) bool { return f.Scheme.Check(text) == nil })
	case f.Scheme == app.SchemeEmail:
		return mostly(texts, func(text string) bool { return strings.ContainsRune(text, '@') && f.Scheme.Check(text) == nil })
	case target.Part:
		return false
	case f.Telling && f.Kind == app.KindText && f.Scheme == "" && g.l.Type.Organisation && f.Key == g.l.Type.Naming:
		return mostly(texts, looksLikeCompany)
	case f.Kind == app.KindRef && f.Essential:
		find := g.p.find
		return mostly(texts, func(text string) bool { _, err := find(f.Ref, text); return err == nil })
	}
	return false
}

// looksLikeCompany reports names with a legal form at an end: «ООО „Квант“».
func looksLikeCompany(text string) bool { return app.HasLegalForm(text) }

// mostly reports whether four of five texts are so.
func mostly(texts []string, is func(string) bool) bool {
	n := 0
	for _, text := range texts {
		if is(text) {
			n++
		}
	}
	return n > 0 && n*5 >= len(texts)*4
}

// saysNothing reports the cells by which people say that there is no value.
func saysNothing(text string) bool {
	if len(text) > 64 {
		return false
	}
	switch strings.Trim(app.Fold(text), " .") {
	case "", "-", "--", "---", "_", "х", "н/д", "нет данных", "нет сведений", "не указано", "не указан", "не указана", "отсутствует":
		return true
	}
	return false
}
