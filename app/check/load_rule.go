package check

import (
	"regexp"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// A rule over several fields calls the one in question «it», the whole of which it is
// the free part «base», and the flag that says whether there is any «has_it».
var itself, base = regexp.MustCompile(`\b(has_)?it\b`), regexp.MustCompile(`\bbase\b`)

// about puts the key of a field in the place of its pronouns.
func about(field app.Field, source string) string {
	source = itself.ReplaceAllString(source, "${1}"+field.Key)
	return base.ReplaceAllLiteralString(source, strings.TrimSuffix(field.Key, "_free"))
}

// rules compiles one rule of the file: one for each of its fields.
func (l *loader) rules(i int) ([]*rule, error) {
	f := l.file.Rule[i]
	fail := func(key, reason string) error { return l.Fault(l.NthLine("[[rule]]", i, key), f.ID, reason) }
	t := app.TypeByKey(f.Of)
	switch {
	case f.ID == "" || f.Message == "" || f.Remedy == "":
		return nil, fail("id", "укажите id, message и remedy")
	case slices.ContainsFunc(l.file.Rule[:i], func(other ruleFile) bool { return other.ID == f.ID }):
		return nil, fail("id", "правило с таким id уже есть")
	case f.Level != string(Error) && f.Level != string(Warning):
		return nil, fail("level", "level: error — ошибка, warning — предупреждение")
	case t == nil:
		return nil, fail("of", unknownType(f.Of))
	case !digitsFit(f.Digits):
		return nil, fail("digits", digitsWords)
	case (f.Field == "") == (len(f.Fields) == 0):
		return nil, fail("field", "укажите поле, на которое указывает правило: field, или несколько: fields")
	}
	for _, id := range f.Unless {
		if !slices.ContainsFunc(l.file.Rule[:i], func(other ruleFile) bool { return other.ID == id }) {
			return nil, fail("unless", "правила «"+id+"» нет выше по файлу")
		}
	}
	fields := f.Fields
	if f.Field != "" {
		fields = []string{f.Field}
	}
	var rules []*rule
	for _, key := range fields {
		field, ok := t.Field(key)
		if !ok {
			return nil, fail("field", "поле «"+key+"» не найдено у записей «"+t.Many.RU+"» ("+t.Key+"); есть: "+formula.FieldKeys(t))
		}
		r := &rule{id: f.ID, level: Level(f.Level), of: t, field: field, unless: f.Unless, unique: f.Unique}
		if at, err := l.compileRule(r, f); err != nil {
			return nil, fail(at, err.Error())
		}
		rules = append(rules, r)
	}
	return rules, nil
}

// compileRule fills in what a rule does; at is the key that is wrong.
func (l *loader) compileRule(r *rule, f ruleFile) (at string, err error) {
	sums := l.sumsFor(r.of)
	about := func(source string) string { return about(r.field, source) }
	if f.When != "" {
		if r.when, err = condition(r.of, sums, about(f.When)); err != nil {
			return "when", err
		}
	}
	if at, err = compileForm(r, f, sums, about); err != nil {
		return at, err
	}
	if r.message, err = newTemplate(r.of, sums, about(f.Message), about(f.MessageEN)); err != nil {
		return "message", err
	}
	if r.remedy, err = newTemplate(r.of, sums, about(f.Remedy), about(f.RemedyEN)); err != nil {
		return "remedy", err
	}
	return "", nil
}

// sumsFor returns the sums that records of a type can be compared with.
func (l *loader) sumsFor(t *app.Type) []*sum {
	return slices.DeleteFunc(slices.Clone(l.sums), func(s *sum) bool { return s.byResident && !ofResidents(t) })
}
