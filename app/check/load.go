package check

import (
	"fmt"
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

type sumFile struct {
	Title  string `toml:"title"`
	Of     string `toml:"of"`
	By     string `toml:"by"`
	Where  string `toml:"where"`
	Value  string `toml:"value"`
	Unit   string `toml:"unit"`
	UnitEN string `toml:"unit_en"`
	Digits *int   `toml:"digits"`
}

type ruleFile struct {
	ID        string   `toml:"id"`
	Level     string   `toml:"level"`
	Of        string   `toml:"of"`
	Field     string   `toml:"field"`
	Fields    []string `toml:"fields"`
	Kinds     []string `toml:"kinds"`
	Except    []string `toml:"except"`
	Years     string   `toml:"years"`
	When      string   `toml:"when"`
	Unless    []string `toml:"unless"`
	Holds     string   `toml:"holds"`
	Left      string   `toml:"left"`
	Right     string   `toml:"right"`
	Unit      string   `toml:"unit"`
	UnitEN    string   `toml:"unit_en"`
	Digits    *int     `toml:"digits"`
	Unique    bool     `toml:"unique"`
	Same      []string `toml:"same"`
	Overlap   []string `toml:"overlap"`
	Needs     string   `toml:"needs"`
	Each      string   `toml:"each"`
	Previous  bool     `toml:"previous"`
	Quarters  string   `toml:"quarters"`
	Proved    bool     `toml:"proved"`
	Frozen    bool     `toml:"frozen"`
	Message   string   `toml:"message"`
	MessageEN string   `toml:"message_en"`
	Remedy    string   `toml:"remedy"`
	RemedyEN  string   `toml:"remedy_en"`
}

// Load reads and compiles the rules of a year. Rules that cannot run are refused with
// a *formula.ProfileError, which says in Russian where and why; name is the file name to say
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

const digitsWords = "digits: число знаков после запятой, от 0 до 9"

type loader struct {
	*formula.Source
	file profileFile
	sums []*sum
}

func (l *loader) profile() (*Profile, error) {
	f := l.file
	if f.ID == "" || f.Title == "" || f.Version == "" || f.Year == 0 {
		return nil, l.Fault(1, "", "укажите id, title, version и year")
	}
	switch {
	case !formula.RatingYear(f.Year):
		return nil, l.Fault(l.Line("", "year"), "", formula.YearWords)
	case len(f.Rule) > mostRules:
		return nil, l.Fault(1, "", fmt.Sprintf("в файле больше %d правил", mostRules))
	case len(f.Sum) > mostSums:
		return nil, l.Fault(1, "", fmt.Sprintf("в файле больше %d сумм", mostSums))
	}
	if len(f.Rule) == 0 {
		return nil, l.Fault(1, "", "в профиле нет ни одного правила")
	}
	for _, name := range slices.Sorted(maps.Keys(f.Sum)) {
		if err := l.addSum(name, f.Sum[name]); err != nil {
			return nil, err
		}
	}
	p := &Profile{ID: f.ID, Title: app.L(f.Title, f.TitleEN), Version: f.Version, Year: f.Year, sums: l.sums}
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
	fail := func(key, reason string) error {
		return l.Fault(l.Line("[sum."+name+"]", key), "sum."+name, reason)
	}
	d := &sum{name: name, title: f.Title, of: app.TypeByKey(f.Of), byResident: f.By == residentKey, digits: 0}
	switch {
	case f.Title == "":
		return fail("title", "укажите title")
	case d.of == nil:
		return fail("of", unknownType(f.Of))
	case !digitsFit(f.Digits):
		return fail("digits", digitsWords)
	case f.By != residentKey && f.By != parkHead:
		return fail("by", "by: сумма по каждому резиденту — resident, по всему технопарку — park")
	case d.byResident && !d.of.OfResidents():
		return fail("by", "записи «"+d.of.Many.RU+"» не принадлежат резидентам, сумма бывает только по технопарку: by = \"park\"")
	}
	var err error
	if f.Where != "" {
		if d.where, err = condition(d.of, nil, f.Where); err != nil {
			return fail("where", err.Error())
		}
	}
	if f.Value != "" {
		if d.value, err = compile(d.of, nil, f.Value); err != nil {
			return fail("value", err.Error())
		}
		if d.value.Gives != formula.NumberType {
			return fail("value", "выражение «"+f.Value+"» должно давать число")
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

func unknownType(key string) string {
	var keys []string
	for _, t := range app.Types() {
		keys = append(keys, t.Key)
	}
	return "вид записей «" + key + "» не существует; есть: " + strings.Join(keys, ", ")
}
