package template

import (
	"errors"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/rating"
)

// filling is a form being filled from the records of one year.
type filling struct {
	Source
	asked   *rating.Asked
	terms   []rating.TermHead
	codes   map[string]string // of indicators, by the name they go by in formulas
	records map[string]map[int64]app.Record
	reports map[int64]app.Record // of residents for the year, by resident
	earlier *filling
}

func newFilling(s Source) *filling {
	return &filling{
		Source: s, asked: s.Method.Ask(s.Book, s.Year), terms: s.Method.Terms(), codes: codeNames(s.Result),
		records: map[string]map[int64]app.Record{},
	}
}

// before is the same of the year before.
func (f *filling) before() (*filling, error) {
	if f.earlier == nil {
		s := f.Source
		s.Year--
		var err error
		if s.Result, err = rating.Compute(f.Method, f.Book, s.Year); err != nil {
			return nil, err
		}
		f.earlier = newFilling(s)
	}
	return f.earlier, nil
}

// piece is a part of a cell: words as they stand, or what stands in double braces.
type piece struct {
	words  string
	source string // between the braces
	get    func(*scope) value
}

// braces find what is to be filled in.
var braces = regexp.MustCompile(`\{\{(.*?)\}\}`)

// cut parts the text of a cell; a brace that is not closed is a fault.
func cut(text string) (pieces []piece, ok bool) {
	at := 0
	for _, m := range braces.FindAllStringSubmatchIndex(text, -1) {
		if m[0] > at {
			pieces = append(pieces, piece{words: text[at:m[0]]})
		}
		pieces = append(pieces, piece{source: tidy(text[m[2]:m[3]])})
		at = m[1]
	}
	if at < len(text) {
		pieces = append(pieces, piece{words: text[at:]})
	}
	return pieces, !slices.ContainsFunc(pieces, func(p piece) bool { return strings.Contains(p.words, "{{") })
}

// straight are the signs that office programs put for those that were typed.
var straight = strings.NewReplacer("‘", "'", "’", "'", "‚", "'", "“", "'", "”", "'", "«", "'", "»", "'", `"`, "'", "\u00a0", " ", "−", "-", "–", "-", "\n", " ", "\r", " ")

func tidy(source string) string { return strings.TrimSpace(straight.Replace(source)) }

// fault is what cannot be understood between braces.
type fault struct {
	name  string
	words app.Text
}

var (
	eachForm     = regexp.MustCompile(`^each\s+(\S+?)(?:\s+where\s+(.+?))?(?:\s+by\s+([\p{L}\d_.]+))?$`)
	sumForm      = regexp.MustCompile(`^(?:sum\s+(.+?)\s+of|count)\s+(\S+?)(?:\s+(previous|to_date))?(?:\s+where\s+(.+))?$`)
	dottedName   = regexp.MustCompile(`^\p{L}[\p{L}\d_]*(\.\p{L}[\p{L}\d_]*)+$`)
	previousForm = regexp.MustCompile(`^previous\(\s*([\p{L}\d_.-]+)\s*\)$`)
)

// prepare finds out how a piece is computed, in a cell or in a row of records of a type.
func (f *filling) prepare(of *app.Type, source string) (func(*scope) value, *fault) {
	if f.Result.Find(source) != nil {
		get := f.indicator(source).get
		return func(s *scope) value { return rounded(get(s)) }, nil
	}
	if n, ok := f.find(of, source); ok {
		return n.get, nil
	}
	if source == "year" {
		return func(s *scope) value {
			return value{kind: figure, amount: big.NewRat(int64(s.filling.Year), 1), bare: true, year: s.filling.Year}
		}, nil
	}
	if dottedName.MatchString(source) {
		return nil, f.unknown(of, source)
	}
	if m := previousForm.FindStringSubmatch(source); m != nil {
		return f.prepareBefore(of, m[1])
	}
	if m := sumForm.FindStringSubmatch(source); m != nil {
		return f.prepareSum(rating.Sum{Value: m[1], Of: m[2], When: m[3], Where: m[4]})
	}
	var unknown *formula.UnknownName
	if of == nil || !of.OfResidents() {
		_, err := f.asked.Formula(source)
		if err == nil {
			return func(s *scope) value { return s.filling.ofFormula(source) }, nil
		}
		if e, second := f.compile(of, f.codesIn(source)); second == nil {
			return f.checked(of, source, e)
		}
		if !errors.As(err, &unknown) {
			return nil, &fault{source, formula.Said(err)}
		}
	}
	e, err := f.compile(of, f.codesIn(source))
	if err != nil {
		return nil, f.faultOf(of, source, err)
	}
	return f.checked(of, source, e)
}

// faultOf says why a formula was not understood.
func (f *filling) faultOf(of *app.Type, source string, err error) *fault {
	var unknown *formula.UnknownName
	if errors.As(err, &unknown) {
		return f.unknown(of, unknown.Name)
	}
	return &fault{source, formula.Said(err)}
}

// checked refuses to mix sums of several terms with other figures: only a formula of terms alone
// is over the same residents throughout.
func (f *filling) checked(of *app.Type, source string, e *expression) (func(*scope) value, *fault) {
	sums := 0
	for _, t := range f.terms {
		if slices.Contains(e.Names, t.Name) && (of == nil || !of.OfResidents()) {
			sums++
		}
	}
	if sums > 1 {
		return nil, &fault{source, app.L("в одной формуле несколько слагаемых методики и что-то ещё: тогда они складывались бы по разным резидентам. Оставьте в формуле только слагаемые и числа или разделите её на две ячейки",
			"one formula has several terms of the method and something else: they would be sums over different residents. Leave only terms and numbers in it, or divide it into two cells")}
	}
	return e.value, nil
}

func (f *filling) prepareBefore(of *app.Type, name string) (func(*scope) value, *fault) {
	if _, wrong := f.prepare(of, name); wrong != nil {
		return nil, wrong
	}
	return func(s *scope) value {
		before, err := s.filling.before()
		if err != nil {
			return missing(formula.Said(err))
		}
		get, wrong := before.prepare(of, name)
		if wrong != nil {
			return missing(wrong.words)
		}
		return get(before.scope(s.rec, s.row))
	}, nil
}

func (f *filling) prepareSum(sum rating.Sum) (func(*scope) value, *fault) {
	if app.TypeByKey(sum.Of) == nil {
		return nil, unknownType(sum.Of)
	}
	if _, err := f.asked.Sum(sum); err != nil {
		return nil, &fault{strings.TrimSpace(sum.Value + " " + sum.Where), formula.Said(err)}
	}
	return func(s *scope) value {
		ind, err := s.filling.asked.Sum(sum)
		if err != nil {
			return missing(formula.Said(err))
		}
		return s.filling.ofIndicator(ind)
	}, nil
}

// unknown says that there is no such name, and which there are.
func (f *filling) unknown(of *app.Type, name string) *fault {
	if code := f.codes[name]; code != "" {
		name = code
	}
	if t := owner(of, name); t != nil {
		return &fault{name, formula.Said(formula.Say("такого имени нет; у записей «%s» есть: %s", "there is no such name; the records “%s” have: %s", t.Many, formula.FieldKeys(t)))}
	}
	heads := strings.Join(alone(), ".…, ") + ".…"
	return &fault{name, formula.Said(formula.Say("такого имени нет. Бывают поля (%s), показатели (%s) и слагаемые методики; все имена: technopark fill --names",
		"there is no such name. There are fields (%s), indicators (%s) and terms of the method; all of them: technopark fill --names", heads, f.someCodes()))}
}

// owner returns the type in which the last part of a name was looked for; nil when the name leads
// to none.
func owner(of *app.Type, name string) *app.Type {
	keys := strings.Split(name, ".")
	t := of
	if t == nil || len(keys) > 1 && !leads(t, keys[0]) {
		switch {
		case len(keys) == 1:
			return nil
		case slices.Contains(alone(), keys[0]):
			t = app.TypeByKey(keys[0])
		case keys[0] == reportHead && of != nil && of.OfResidents():
			t = app.TypeByKey("resident_report")
		default:
			return of
		}
		keys = keys[1:]
	}
	for len(keys) > 1 && leads(t, keys[0]) {
		ref, _ := t.Field(keys[0])
		t, keys = app.TypeByKey(ref.Ref), keys[1:]
	}
	return t
}

// leads reports whether a field refers to one other record.
func leads(t *app.Type, key string) bool {
	f, ok := t.Field(key)
	return ok && f.Kind == app.KindRef
}

func (f *filling) someCodes() string {
	codes := f.Method.Codes()
	return codes[0] + " … " + codes[len(codes)-1]
}

func unknownType(key string) *fault {
	var keys []string
	for _, t := range app.Types() {
		keys = append(keys, t.Key)
	}
	return &fault{key, formula.Said(formula.Say("записей такого вида нет; есть: %s", "there are no such records; there are: %s", strings.Join(keys, ", ")))}
}
