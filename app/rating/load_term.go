package rating

import (
	"maps"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

func (l *loader) compileTerms() error {
	l.terms = map[string]*termDef{}
	for _, name := range l.termNames() {
		t, err := l.compileTerm(name, l.file.Term[name])
		if err != nil {
			return err
		}
		l.terms[name] = t
	}
	return nil
}

func (l *loader) termNames() []string { return slices.Sorted(maps.Keys(l.file.Term)) }

func (l *loader) compileTerm(name string, f termFile) (*termDef, error) {
	fail := func(key string, reason error) error {
		return l.Fault(l.Line("[term."+name+"]", key), "term."+name, reason)
	}
	if f.Title == "" {
		return nil, fail("title", formula.Say("укажите title", "give title"))
	}
	if name == daysName {
		return nil, fail("title", formula.Say("имя «days» занято: это число дней года", "the name “days” is taken: it is the number of days of the year"))
	}
	t := &termDef{name: name, title: app.L(f.Title, f.TitleEN), base: f.Base}
	if f.List != "" {
		if err := l.compileList(t, f, fail); err != nil {
			return nil, err
		}
	} else if err := l.compileSum(t, f, fail); err != nil {
		return nil, err
	}
	if f.Digits != nil && (*f.Digits < 0 || *f.Digits > mostDigits) {
		return nil, fail("digits", formula.Say("digits: число знаков после запятой, от 0 до 9", "digits: how many decimals, from 0 to 9"))
	}
	t.borrowUnit(f)
	if t.unit.RU == "" {
		return nil, fail("title", formula.Say("укажите unit: единица не следует из полей", "give unit: it does not follow from the fields"))
	}
	return t, nil
}

func (l *loader) compileSum(t *termDef, f termFile, fail func(key string, reason error) error) error {
	var known bool
	if t.of = app.TypeByKey(f.Of); t.of == nil {
		return fail("of", formula.Say("вид записей «%s» не существует; есть: %s", "there are no records “%s”; there are: %s", f.Of, typeKeys()))
	}
	if t.span, known = spans[orDefault(f.When, "year")]; !known {
		return fail("when", formula.Say("when = «%s»; бывает year, previous, to_date", "when = “%s”; there are year, previous, to_date", f.When))
	}
	if t.of.Period == "" && t.span == spanToDate {
		return fail("when", formula.Say("записи «%s» не относятся к году, «to_date» к ним неприменимо",
			"the records “%s” are of no year: “to_date” does not go with them", t.of.Key))
	}
	if f.Settled != "" {
		return fail("settled", formula.Say("settled бывает только у списка (list)", "only a list has settled"))
	}
	t.report, t.ofResidents = t.of.DueOnce(), t.of.OfResidents()
	var err error
	if f.Where != "" {
		if t.where, err = compileExpression(t.of, f.Where, formula.BoolType); err != nil {
			return fail("where", err)
		}
	}
	if f.Value != "" {
		if t.value, err = compileExpression(t.of, f.Value, formula.NumberType); err != nil {
			return fail("value", err)
		}
	}
	return nil
}

func (l *loader) compileList(t *termDef, f termFile, fail func(key string, reason error) error) error {
	typeKey, fieldKey, _ := strings.Cut(f.List, ".")
	of := app.TypeByKey(typeKey)
	if of == nil || f.Of+f.Where+f.Value+f.When != "" {
		return fail("list", formula.Say("list — это вид записей и поле с перечнем, например service.kind; of, where, value и when при нём не нужны", "list is a type of records and its field with a list, as service.kind; of, where, value and when do not go with it"))
	}
	field, ok := of.Field(fieldKey)
	if !ok || len(field.Options) == 0 {
		return fail("list", formula.Say("у записей «%s» нет поля с перечнем «%s»", "the records “%s” have no field with a list “%s”", typeKey, fieldKey))
	}
	t.list = &checkList{of: of, field: field}
	if f.Settled == "" {
		return nil
	}
	var err error
	if t.list.settled, err = compileExpression(of, f.Settled, formula.BoolType); err != nil {
		return fail("settled", err)
	}
	return nil
}

// borrowUnit takes the unit and the digits from the first figure the term adds
// up, unless the profile gives its own.
func (t *termDef) borrowUnit(f termFile) {
	t.unit = app.L(f.Unit, f.UnitEN)
	if cells := t.cells(); len(cells) > 0 {
		t.digits = cells[0].Digits
		if t.unit.Zero() {
			t.unit = cells[0].Unit
		}
	}
	if f.Digits != nil {
		t.digits = *f.Digits
	}
}

// expressions returns all expressions of the term.
func (t *termDef) expressions() []*expression {
	all := []*expression{t.where, t.value}
	if t.list != nil {
		all = append(all, t.list.settled)
	}
	return slices.DeleteFunc(all, func(e *expression) bool { return e == nil })
}

func typeKeys() string {
	var keys []string
	for _, t := range app.Types() {
		keys = append(keys, t.Key)
	}
	return strings.Join(keys, ", ")
}
