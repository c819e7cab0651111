package check

import (
	"maps"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// profileFile is a profile as it is written.
type profileFile struct {
	ID      string             `toml:"id"`
	Title   string             `toml:"title"`
	TitleEN string             `toml:"title_en"`
	Version string             `toml:"version"`
	Year    int                `toml:"year"`
	Sum     map[string]sumFile `toml:"sum"`
	Rule    []ruleFile         `toml:"rule"`
}

// sumFile is one [sum.name] of the file.
type sumFile struct {
	Title  string `toml:"title"`
	Of     string `toml:"of"`    // key of the type whose records are added up
	By     string `toml:"by"`    // resident or park: over whose records
	Where  string `toml:"where"` // which of them; empty: all
	Value  string `toml:"value"` // what of each; empty: records are counted
	Unit   string `toml:"unit"`  // where it is not that of the value
	UnitEN string `toml:"unit_en"`
	Digits *int   `toml:"digits"` // decimals to be shown; nil: those of the value
}

// ruleFile is one [[rule]] of the file; the head of assets/rules says what each key means.
type ruleFile struct {
	ID        string   `toml:"id"`
	Level     string   `toml:"level"`
	Of        string   `toml:"of"`       // key of a type, or a word for several: see typesOf
	Field     string   `toml:"field"`    // one of field, fields and kinds says where findings stand
	Fields    []string `toml:"fields"`   // several by their keys
	Kinds     []string `toml:"kinds"`    // all of some kinds
	Except    []string `toml:"except"`   // of kinds: fields, types or fields of types to leave out
	Years     string   `toml:"years"`    // all, or empty for the year that is checked
	When      string   `toml:"when"`     // condition; empty: always
	Unless    []string `toml:"unless"`   // rules that may have said it already
	Holds     string   `toml:"holds"`    // what must hold; this or one of the forms below
	Left      string   `toml:"left"`     // side to be shown where it is not that of the comparison
	Right     string   `toml:"right"`    // the other side
	Unit      string   `toml:"unit"`     // of the sides, where it is not that of the first figure
	UnitEN    string   `toml:"unit_en"`  // in English
	Digits    *int     `toml:"digits"`   // decimals of the sides
	Unique    bool     `toml:"unique"`   // no two values are alike
	Same      []string `toml:"same"`     // no two records agree in these fields
	Overlap   []string `toml:"overlap"`  // what is shared, first and last day
	Needs     string   `toml:"needs"`    // key of the type of the report that is due
	Each      string   `toml:"each"`     // one for each answer of this field
	Previous  bool     `toml:"previous"` // of the year before
	Quarters  string   `toml:"quarters"` // sum, part or mean
	Proved    bool     `toml:"proved"`   // each indicator has a document
	Frozen    bool     `toml:"frozen"`   // the figure is that of the last revision
	Message   string   `toml:"message"`
	MessageEN string   `toml:"message_en"`
	Remedy    string   `toml:"remedy"`
	RemedyEN  string   `toml:"remedy_en"`
}

// Load reads and compiles the rules of a year. Rules that cannot run are refused with
// a *formula.ProfileError, which says where and why; name is the file name to say
// it with.
func Load(name string, text []byte) (*Profile, error) {
	l := &loader{}
	source, err := formula.Decode(name, text, &l.file)
	if err != nil {
		return nil, err
	}
	l.Source = source
	return l.profile()
}

// Bounds of a profile: many times what a year has.
const (
	mostRules  = 1000
	mostSums   = 300
	mostDigits = 9
)

// digitsFit reports whether a profile gives a number of decimals that can be printed, or none.
func digitsFit(digits *int) bool { return digits == nil || *digits >= 0 && *digits <= mostDigits }

var errDigits = formula.Say("digits: число знаков после запятой, от 0 до 9", "digits: how many decimals, from 0 to 9")

type loader struct {
	*formula.Source
	file profileFile
	sums []*sum
}

func (l *loader) profile() (*Profile, error) {
	f := l.file
	if app.Clean(f.ID) == "" || app.Clean(f.Title) == "" || app.Clean(f.Version) == "" || f.Year == 0 {
		return nil, l.Fault(1, "", formula.Say("укажите id, title, version и year",
			"give id, title, version and year"))
	}
	switch {
	case !formula.RatingYear(f.Year):
		return nil, l.Fault(l.Line("", "year"), "", formula.ErrYear)
	case len(f.Rule) > mostRules:
		return nil, l.Fault(1, "", formula.Say("в файле больше %d правил",
			"the file has more than %d rules", mostRules))
	case len(f.Sum) > mostSums:
		return nil, l.Fault(1, "", formula.Say("в файле больше %d сумм",
			"the file has more than %d sums", mostSums))
	}
	if len(f.Rule) == 0 {
		return nil, l.Fault(1, "", formula.Say("в профиле нет ни одного правила",
			"the profile has no rule"))
	}
	for _, name := range slices.Sorted(maps.Keys(f.Sum)) {
		if err := l.addSum(name, f.Sum[name]); err != nil {
			return nil, err
		}
	}
	p := &Profile{ID: app.Clean(f.ID), Title: app.L(app.Clean(f.Title), app.Clean(f.TitleEN)), Version: app.Clean(f.Version), Year: f.Year, sums: l.sums}
	for i := range f.Rule {
		rules, err := l.rules(i)
		if err != nil {
			return nil, err
		}
		p.rules = append(p.rules, rules...)
	}
	return p, nil
}

func (l *loader) addSum(name string, f sumFile) error {
	fail := func(key string, reason error) error {
		return l.Fault(l.Line("[sum."+name+"]", key), "sum."+name, reason)
	}
	d := &sum{name: name, title: f.Title, of: app.TypeByKey(f.Of), byResident: f.By == residentKey, digits: 0}
	switch {
	case f.Title == "":
		return fail("title", formula.Say("укажите title", "give title"))
	case d.of == nil:
		return fail("of", unknownType(f.Of))
	case !digitsFit(f.Digits):
		return fail("digits", errDigits)
	case f.By != residentKey && f.By != parkHead:
		return fail("by", formula.Say("by: сумма по каждому резиденту — resident, по всему технопарку — park", "by: a sum of each resident is resident, one of the whole park is park"))
	case d.byResident && !d.of.OfResidents():
		return fail("by", formula.Say("записи «%s» не принадлежат резидентам, сумма бывает только по технопарку: by = \"park\"",
			"the records “%s” are of no resident: their sum is of the park, by = \"park\"", d.of.Many))
	}
	var err error
	if f.Where != "" {
		if d.where, err = condition(d.of, nil, f.Where); err != nil {
			return fail("where", err)
		}
	}
	if f.Value != "" {
		if d.value, err = compile(d.of, nil, f.Value); err != nil {
			return fail("value", err)
		}
		if d.value.Gives != formula.NumberType {
			return fail("value", formula.Say("выражение «%s» должно давать число", "the expression “%s” should give a number", f.Value))
		}
	}
	d.unit, d.digits, _ = unitOf(d.of, nil, d.value)
	if f.Unit != "" {
		d.unit = app.L(f.Unit, f.UnitEN)
	}
	if f.Digits != nil {
		d.digits = *f.Digits
	}
	l.sums = append(l.sums, d)
	return nil
}

// unitOf returns the unit and the decimals of the first figure an expression names, and the
// field it is, unless it is a sum.
func unitOf(t *app.Type, sums []*sum, e *expression) (unit app.Text, digits int, of app.Field) {
	if e == nil {
		return app.Text{}, 0, app.Field{}
	}
	for _, name := range e.Names {
		if i := slices.IndexFunc(sums, func(s *sum) bool { return s.name == name }); i >= 0 {
			return sums[i].unit, sums[i].digits, app.Field{}
		}
		if p, ok := pathOf(t, name); ok && p.field.Kind.Number() {
			return p.field.Unit, p.field.Digits, p.field
		}
	}
	return app.Text{}, 0, app.Field{}
}

func unknownType(key string) error {
	var keys []string
	for _, t := range app.Types() {
		keys = append(keys, t.Key)
	}
	return formula.Say("вид записей «%s» не существует; есть: %s", "there are no records “%s”; there are: %s", key, strings.Join(keys, ", "))
}
