package rating

import (
	"math/big"
	"regexp"
	"slices"

	"technopark/app"
	"technopark/app/formula"
)

// profileFile is a profile as it is written.
type profileFile struct {
	ID        string              `toml:"id"`
	Title     string              `toml:"title"`
	TitleEN   string              `toml:"title_en"`
	Version   string              `toml:"version"`
	Year      int                 `toml:"year"`
	Official  bool                `toml:"official"`
	Notice    string              `toml:"notice"`
	NoticeEN  string              `toml:"notice_en"`
	Source    string              `toml:"source"`
	SourceNo  string              `toml:"source_number"`
	SourceDay string              `toml:"source_date"`
	Threshold int                 `toml:"threshold"`
	Weights   string              `toml:"weights"`
	Notes     []string            `toml:"notes"`
	NotesEN   []string            `toml:"notes_en"`
	Subindex  []subindexFile      `toml:"subindex"`
	Term      map[string]termFile `toml:"term"`
	Indicator []indicatorFile     `toml:"indicator"`
	Rating    *ratingFile         `toml:"rating"`
}

type subindexFile struct {
	Code   string `toml:"code"`
	Name   string `toml:"name"`
	NameEN string `toml:"name_en"`
}

type termFile struct {
	Title   string `toml:"title"`
	TitleEN string `toml:"title_en"`
	Unit    string `toml:"unit"`
	UnitEN  string `toml:"unit_en"`
	Digits  *int   `toml:"digits"`
	Of      string `toml:"of"`
	When    string `toml:"when"`
	Where   string `toml:"where"`
	Value   string `toml:"value"`
	Base    bool   `toml:"base"`
	List    string `toml:"list"`
	Settled string `toml:"settled"`
}

type indicatorFile struct {
	Code      string `toml:"code"`
	Name      string `toml:"name"`
	NameEN    string `toml:"name_en"`
	Subindex  string `toml:"subindex"`
	Unit      string `toml:"unit"`
	UnitEN    string `toml:"unit_en"`
	Digits    int    `toml:"digits"`
	Better    string `toml:"better"`
	Basis     string `toml:"basis"`
	Words     string `toml:"words"`
	WordsEN   string `toml:"words_en"`
	Note      string `toml:"note"`
	NoteEN    string `toml:"note_en"`
	Residents string `toml:"residents"`
	Formula   string `toml:"formula"`
}

// Load reads and compiles a profile. A profile that cannot be computed is refused
// with a *formula.ProfileError, which says where and why; name is the file
// name to say it with.
func Load(name string, text []byte) (*Profile, error) {
	l := &loader{}
	source, err := formula.Decode(name, text, &l.file)
	if err != nil {
		return nil, err
	}
	l.Source = source
	return l.profile()
}

type loader struct {
	*formula.Source
	file  profileFile
	terms map[string]*termDef
}

func (l *loader) profile() (*Profile, error) {
	f := l.file
	if app.Clean(f.ID) == "" || app.Clean(f.Title) == "" || app.Clean(f.Version) == "" || f.Year == 0 {
		return nil, l.Fault(1, "", formula.Say("укажите id, title, version и year",
			"give id, title, version and year"))
	}
	if err := l.bounded(); err != nil {
		return nil, err
	}
	if f.Threshold < 1 || f.Threshold > 100 {
		return nil, l.Fault(l.Line("", "threshold"), "", formula.Say("threshold — порог полноты в процентах, от 1 до 100",
			"threshold is the least completeness in percent, from 1 to 100"))
	}
	if f.Weights != "equal" {
		return nil, l.Fault(l.Line("", "weights"), "", formula.Say("weights: бывает только «equal» — равные веса",
			"weights: only “equal” is known"))
	}
	p := &Profile{
		ID: app.Clean(f.ID), Title: app.L(app.Clean(f.Title), app.Clean(f.TitleEN)), Version: app.Clean(f.Version), Year: f.Year, Official: f.Official,
		Notice: app.L(f.Notice, f.NoticeEN), Weights: f.Weights, Notes: l.notes(),
		threshold: big.NewRat(int64(f.Threshold), 100),
	}
	if n := len(f.NotesEN); n != 0 && n != len(f.Notes) {
		return nil, l.Fault(l.Line("", "notes_en"), "", formula.Say("notes_en — те же решения, что в notes, по-английски: их должно быть столько же",
			"notes_en are the notes in English: there must be as many of them"))
	}
	if !p.Official && p.Notice.RU == "" {
		return nil, l.Fault(l.Line("", "official"), "", formula.Say("у неофициального профиля должна быть оговорка notice",
			"an unofficial profile needs a notice that says so"))
	}
	if err := l.addSource(p); err != nil {
		return nil, err
	}
	if err := l.compileTerms(); err != nil {
		return nil, err
	}
	if err := l.addSubindices(p); err != nil {
		return nil, err
	}
	for i := range f.Indicator {
		if err := l.addIndicator(p, i); err != nil {
			return nil, err
		}
	}
	if len(f.Indicator) == 0 {
		return nil, l.Fault(1, "", formula.Say("в профиле нет ни одного показателя",
			"the profile has no indicator"))
	}
	p.terms, p.derives, p.named = l.terms, l.derivedTypes(), l.asked()
	if err := l.composite(p); err != nil {
		return nil, err
	}
	return p, nil
}

// addSource reads the paper by which the method is official.
func (l *loader) addSource(p *Profile) error {
	f := l.file
	p.Source = Source{Title: app.Clean(f.Source), Number: app.Clean(f.SourceNo)}
	if f.SourceDay == "" {
		return nil
	}
	day, err := app.ParseISODate(f.SourceDay)
	if err != nil {
		return l.Fault(l.Line("", "source_date"), "", formula.Say("source_date — дата документа в виде \"2021-03-01\"", "source_date is the date of the paper, as \"2021-03-01\""))
	}
	p.Source.Date = day
	return nil
}

// Bounds of a profile: many times what a method has.
const (
	mostIndicators = 200
	mostTerms      = 500
	mostDigits     = 9
)

// bounded refuses a profile that is out of all proportion.
func (l *loader) bounded() error {
	f := l.file
	switch {
	case !formula.RatingYear(f.Year):
		return l.Fault(l.Line("", "year"), "", formula.ErrYear)
	case len(f.Indicator) > mostIndicators || len(f.Subindex) > mostIndicators:
		return l.Fault(1, "", formula.Say("в методике больше %d показателей",
			"the method has more than %d indicators", mostIndicators))
	case len(f.Term) > mostTerms:
		return l.Fault(1, "", formula.Say("в методике больше %d слагаемых",
			"the method has more than %d terms", mostTerms))
	}
	return nil
}

// codes are printed in narrow columns and stand in the addresses of documents.
var codes = regexp.MustCompile(`^[\p{L}\d][\p{L}\d._-]{0,11}$`)

var errCode = formula.Say("код — до 12 букв, цифр, точек и дефисов, без пробелов", "a code is of up to 12 letters, digits, points and hyphens, without spaces")

func (l *loader) addSubindices(p *Profile) error {
	for i, s := range l.file.Subindex {
		fail := func(key string, reason error) error {
			return l.Fault(l.NthLine("[[subindex]]", i, key), s.Code, reason)
		}
		switch {
		case s.Code == "" || s.Name == "":
			return fail("name", formula.Say("у субиндекса укажите code и name", "give code and name of the sub-index"))
		case !codes.MatchString(s.Code):
			return fail("code", errCode)
		case slices.ContainsFunc(p.subindices, func(known subindexDef) bool { return known.code == s.Code }):
			return fail("code", formula.Say("такой субиндекс уже есть", "there is such a sub-index already"))
		}
		p.subindices = append(p.subindices, subindexDef{code: s.Code, name: app.L(s.Name, s.NameEN)})
	}
	return nil
}

// notes pairs the wordings; the loader has checked that there are as many of both.
func (l *loader) notes() []app.Text {
	notes := make([]app.Text, len(l.file.Notes))
	for i, ru := range l.file.Notes {
		notes[i].RU = ru
		if i < len(l.file.NotesEN) {
			notes[i].EN = l.file.NotesEN[i]
		}
	}
	return notes
}

func (l *loader) addIndicator(p *Profile, i int) error {
	f := l.file.Indicator[i]
	where := func(key string) int { return l.NthLine("[[indicator]]", i, key) }
	fail := func(key string, reason error) error { return l.Fault(where(key), f.Code, reason) }
	if f.Code == "" || f.Name == "" || f.Unit == "" || f.Words == "" {
		return fail("code", formula.Say("укажите code, name, unit и words", "give code, name, unit and words"))
	}
	at := slices.IndexFunc(p.subindices, func(s subindexDef) bool { return s.code == f.Subindex })
	switch {
	case at < 0:
		return fail("subindex", formula.Say("субиндекс «%s» не описан", "there is no sub-index “%s”", f.Subindex))
	case !codes.MatchString(f.Code):
		return fail("code", errCode)
	case p.defined(f.Code):
		return fail("code", formula.Say("такой код уже есть", "there is such a code already"))
	case f.Better != "higher" && f.Better != "lower":
		return fail("better", formula.Say("better: что лучше — higher (больше) или lower (меньше)", "better: which is the better, higher or lower"))
	case f.Basis != "C" && f.Basis != "I":
		return fail("basis", formula.Say("basis: C — подтверждено источником, I — выведено", "basis: C is confirmed by a source, I is inferred"))
	case f.Digits < 0 || f.Digits > mostDigits:
		return fail("digits", formula.Say("digits: число знаков после запятой, от 0 до 9", "digits: how many decimals, from 0 to 9"))
	}
	d := &indicatorDef{head: Indicator{
		Code: f.Code, Subindex: f.Subindex, Name: app.L(f.Name, f.NameEN), Unit: app.L(f.Unit, f.UnitEN),
		Digits: f.Digits, LowerIsBetter: f.Better == "lower", Basis: f.Basis,
		Words: app.L(f.Words, f.WordsEN), Note: app.L(f.Note, f.NoteEN),
	}}
	var err error
	if d.formula, err = compileFormula(f.Formula, l.terms); err != nil {
		return fail("formula", err)
	}
	for _, name := range d.formula.terms {
		d.terms = append(d.terms, l.terms[name])
	}
	if at, err := d.resolve(f.Residents); err != nil {
		return fail(at, err)
	}
	p.subindices[at].indicators = append(p.subindices[at].indicators, d)
	return nil
}

func (p *Profile) defined(code string) bool {
	return slices.ContainsFunc(p.subindices, func(s subindexDef) bool {
		return slices.ContainsFunc(s.indicators, func(d *indicatorDef) bool { return d.head.Code == code })
	})
}

// derivedTypes returns the types of which some term reads a derived field.
func (l *loader) derivedTypes() []*app.Type {
	var types []*app.Type
	for _, t := range l.terms {
		for _, e := range t.expressions() {
			for _, p := range e.paths {
				if p.field.Derived && !slices.Contains(types, p.owner) {
					types = append(types, p.owner)
				}
			}
		}
	}
	return types
}
