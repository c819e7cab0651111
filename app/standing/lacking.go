package standing

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/i18n"
	"technopark/app/rating"
)

// Lack is something of one kind that is missing, and what that costs.
type Lack struct {
	Kind    LackKind         // of what is missing
	Missing []rating.Missing // each once; the first is where to begin
	Codes   []string         // indicators that lack it, in the order of the method

	Reports int // residents of whom there is no report of the year
	Partial int // others of whom some figure is missing
	Earlier int // others of whom there is no report of a year before, which sums over years need

	// Low and High are where the index would lie if the residents that are missing were like the
	// others; see rating.Result.Completed. They are unknown where that cannot be told.
	Low, High composite.Value
}

// LackKind is a kind of what is missing.
type LackKind uint8

// Kinds, in the order in which they are told.
const (
	LackResidents LackKind = iota // reports and figures of residents
	LackOwn                       // what the park itself has not recorded
)

// Lacking returns what is missing from the indicators and what it costs.
func (s *Standing) Lacking() []Lack {
	lacks := []Lack{{Kind: LackResidents}, {Kind: LackOwn}}
	seen := map[missed]bool{}
	without, partial, earlier := map[int64]bool{}, map[int64]bool{}, map[int64]bool{}
	for _, ind := range s.Result.All() {
		for _, m := range ind.Missing {
			l := &lacks[LackResidents]
			switch {
			case m.Resident == 0:
				l = &lacks[LackOwn]
			case m.ID == 0 && m.Year == s.Year:
				without[m.Resident] = true
			case m.ID == 0:
				earlier[m.Resident] = true
			default:
				partial[m.Resident] = true
			}
			if !slices.Contains(l.Codes, ind.Code) {
				l.Codes = append(l.Codes, ind.Code)
			}
			if key := (missed{m.Type, m.ID, m.Resident, m.Words.RU}); !seen[key] {
				seen[key] = true
				l.Missing = append(l.Missing, m)
			}
		}
	}
	l := &lacks[LackResidents]
	for resident := range without {
		delete(partial, resident)
		delete(earlier, resident)
	}
	for resident := range partial {
		delete(earlier, resident)
	}
	slices.SortStableFunc(l.Missing, func(a, b rating.Missing) int { return cmp.Compare(s.urgency(a), s.urgency(b)) })
	l.Reports, l.Partial, l.Earlier = len(without), len(partial), len(earlier)
	l.Low, l.High = s.completed(l.Codes)
	return slices.DeleteFunc(lacks, func(l Lack) bool { return len(l.Missing) == 0 })
}

// urgency orders what residents owe: reports of the year, then figures, then reports of the years
// before.
func (s *Standing) urgency(m rating.Missing) int {
	switch {
	case m.ID != 0:
		return 1
	case m.Year == s.Year:
		return 0
	}
	return 2
}

// missed tells what is missing apart.
type missed struct {
	typeKey      string
	id, resident int64
	words        string
}

// completed returns where the index would lie if nothing of some indicators were missing from
// residents.
func (s *Standing) completed(codes []string) (low, high composite.Value) {
	var ends [2]Scenario
	for i := range ends {
		ends[i].Indicators = map[string]*big.Rat{}
	}
	for code, at := range s.Result.Completed() {
		if slices.Contains(codes, code) {
			ends[0].Indicators[code], ends[1].Indicators[code] = at.Low, at.High
		}
	}
	var found [2]composite.Value
	for i, end := range ends {
		if end.Empty() {
			return low, high
		}
		t, err := s.Try(end)
		if err != nil || !t.Index.Known {
			return low, high
		}
		found[i] = t.Index
	}
	if found[0].Number > found[1].Number {
		found[0], found[1] = found[1], found[0]
	}
	return found[0], found[1]
}

// LackWords says what is missing and what it costs: «нет отчётов 3 резидентов (11 показателей); с
// ними индекс был бы от 105,9 до 107,0 %».
func (s *Standing) LackWords(l Lack, lang app.Lang) string {
	var parts []string
	residents := i18n.Forms{RU: [3]string{"резидента", "резидентов", "резидентов"}, EN: [2]string{"resident", "residents"}}
	if l.Reports > 0 {
		parts = append(parts, app.L("нет отчётов ", "no reports of ").In(lang)+i18n.Count(lang, int64(l.Reports), residents))
	}
	if l.Partial > 0 {
		parts = append(parts, app.L("не все сведения ", "not all figures of ").In(lang)+i18n.Count(lang, int64(l.Partial), residents))
	}
	if l.Earlier > 0 {
		parts = append(parts, app.L("нет отчётов за прошлые годы ", "no earlier reports of ").In(lang)+i18n.Count(lang, int64(l.Earlier), residents))
	}
	if l.Kind == LackOwn {
		own := i18n.Forms{RU: [3]string{"записи", "записей", "записей"}, EN: [2]string{"record", "records"}}
		parts = append(parts, app.L("не хватает ", "missing are ").In(lang)+i18n.Count(lang, int64(len(l.Missing)), own)+app.L(" самого технопарка", " of the park itself").In(lang))
	}
	words := strings.Join(parts, ", ") + " (" + codesText(l.Codes, lang) + ")"
	if l.Low.Known {
		words += app.L("; с ними индекс был бы ", "; with them the index would be ").In(lang) + s.span(l.Low, l.High, lang)
	}
	return words
}

// codesText names a few indicators, and counts many.
func codesText(codes []string, lang app.Lang) string {
	const few = 4
	if len(codes) <= few {
		return strings.Join(codes, ", ")
	}
	return i18n.Count(lang, int64(len(codes)), i18n.Forms{RU: [3]string{"показатель", "показателя", "показателей"}, EN: [2]string{"indicator", "indicators"}})
}

// span writes where an index lies: «от 105,9 до 107,0 %».
func (s *Standing) span(low, high composite.Value, lang app.Lang) string {
	a, b := s.IndexText(low, lang), s.IndexText(high, lang)
	if a == b {
		return app.L("около ", "about ").In(lang) + a
	}
	return app.L("от "+strings.TrimSuffix(a, app.NBSP+"%")+" до "+b, "from "+strings.TrimSuffix(a, "%")+" to "+b).In(lang)
}
