package check

import (
	"maps"
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

// aboutIn does so with what a text has in braces; in the sentence around them «it» is a word.
func aboutIn(field app.Field, text string) string {
	return inBraces.ReplaceAllStringFunc(text, func(name string) string { return about(field, name) })
}

// rules compiles one rule of the file: one for each of its fields.
func (l *loader) rules(i int) ([]*rule, error) {
	f := l.file.Rule[i]
	fail := func(key string, reason error) error { return l.Fault(l.NthLine("[[rule]]", i, key), f.ID, reason) }
	types := typesOf(f.Of)
	switch {
	case f.ID == "" || f.Message == "" || f.Remedy == "":
		return nil, fail("id", formula.Say("укажите id, message и remedy", "give id, message and remedy"))
	case slices.ContainsFunc(l.file.Rule[:i], func(other ruleFile) bool { return other.ID == f.ID }):
		return nil, fail("id", formula.Say("правило с таким id уже есть", "there is a rule with such an id already"))
	case f.Level != string(Error) && f.Level != string(Warning):
		return nil, fail("level", formula.Say("level: error — ошибка, warning — предупреждение", "level: error or warning"))
	case len(types) == 0:
		return nil, fail("of", unknownType(f.Of))
	case !digitsFit(f.Digits):
		return nil, fail("digits", errDigits)
	case f.Years != "" && f.Years != "all":
		return nil, fail("years", formula.Say("years: all — записи всех лет", "years: all is the records of all years"))
	case f.ways() != 1:
		return nil, fail("field", formula.Say("укажите поле, на которое указывает правило: field, или несколько: fields, или виды полей: kinds", "give the field the rule points at, field, or several, fields, or kinds of fields, kinds"))
	}
	for _, id := range f.Unless {
		if !slices.ContainsFunc(l.file.Rule[:i], func(other ruleFile) bool { return other.ID == id }) {
			return nil, fail("unless", formula.Say("правила «%s» нет выше по файлу", "there is no rule “%s” above", id))
		}
	}
	var rules []*rule
	for _, t := range types {
		fields, at, err := f.fieldsOf(t)
		if err != nil {
			return nil, fail(at, err)
		}
		for _, field := range fields {
			r := &rule{
				id: f.ID, level: Level(f.Level), of: t, field: field, unless: f.Unless,
				everyYear: f.Years != "", single: f.Field != "", wide: f.Of == everyType,
			}
			if at, err := l.compileRule(r, f); err != nil {
				return nil, fail(at, err)
			}
			rules = append(rules, r)
		}
	}
	return rules, nil
}

// ways counts how a rule names its fields.
func (f ruleFile) ways() int {
	n := 0
	for _, has := range []bool{f.Field != "", len(f.Fields) > 0, len(f.Kinds) > 0} {
		if has {
			n++
		}
	}
	return n
}

// Words that name several types of records at once.
const (
	everyType   = "*"       // all that people fill in
	everyReport = "reports" // those due for every period
)

// typesOf returns the types a rule is about; none for a word that names none.
func typesOf(name string) []*app.Type {
	var types []*app.Type
	for _, t := range app.Types() {
		open := !t.Aside && !t.Made
		if t.Key == name || open && (name == everyType || name == everyReport && t.Report) {
			types = append(types, t)
		}
	}
	return types
}

// kinds are the kinds of fields a rule may be about, as the file writes them.
var kinds = map[string]app.Kind{
	"money": app.KindMoney, "count": app.KindCount, "quantity": app.KindQuantity, "date": app.KindDate, "period": app.KindPeriod,
}

// fieldsOf returns the fields of a type that the rule looks at; at is the key that is wrong.
func (f ruleFile) fieldsOf(t *app.Type) (fields []app.Field, at string, err error) {
	keys := f.Fields
	if f.Field != "" {
		keys = []string{f.Field}
	}
	for _, key := range keys {
		field, ok := t.Field(key)
		if !ok {
			return nil, "field", formula.Say("поле «%s» не найдено у записей «%s» (%s); есть: %s",
				"there is no field “%s” of the records “%s” (%s); there are: %s", key, t.Many, t.Key, formula.FieldKeys(t))
		}
		fields = append(fields, field)
	}
	for _, name := range f.Kinds {
		if _, ok := kinds[name]; !ok {
			return nil, "kinds", formula.Say("вид полей «%s» не существует; есть: %s", "there is no kind of fields “%s”; there are: %s",
				name, strings.Join(slices.Sorted(maps.Keys(kinds)), ", "))
		}
	}
	for _, field := range t.Stored() {
		if f.looksAt(t, field) {
			fields = append(fields, field)
		}
	}
	return fields, "", nil
}

// looksAt reports whether a rule over kinds of fields is about one. What the quarters add up
// to is asked only of fields that do.
func (f ruleFile) looksAt(t *app.Type, field app.Field) bool {
	for _, name := range f.Kinds {
		if kinds[name] == field.Kind && field.Typed() && (f.Quarters == "" || field.Flow) {
			if slices.Contains(f.Except, everyReport) && t.Report {
				return false
			}
			return !slices.Contains(f.Except, field.Key) && !slices.Contains(f.Except, t.Key) && !slices.Contains(f.Except, t.Key+"."+field.Key)
		}
	}
	return false
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
	r.sums = sumsRead(r, sums)
	if r.message, err = newTemplate(r.of, sums, aboutIn(r.field, f.Message), aboutIn(r.field, f.MessageEN)); err != nil {
		return "message", err
	}
	if r.remedy, err = newTemplate(r.of, sums, aboutIn(r.field, f.Remedy), aboutIn(r.field, f.RemedyEN)); err != nil {
		return "remedy", err
	}
	return "", nil
}

// sumsFor returns the sums that records of a type can be compared with.
func (l *loader) sumsFor(t *app.Type) []*sum {
	return slices.DeleteFunc(slices.Clone(l.sums), func(s *sum) bool { return s.byResident && !t.OfResidents() })
}

// sumsRead returns those of the sums that the conditions of a rule name.
func sumsRead(r *rule, sums []*sum) []*sum {
	return slices.DeleteFunc(slices.Clone(sums), func(s *sum) bool {
		return !slices.ContainsFunc(r.expressions(), func(e *expression) bool { return slices.Contains(e.Names, s.name) })
	})
}
