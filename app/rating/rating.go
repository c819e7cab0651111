// Package rating turns the records of a park into indicators: a methodology
// profile says which, and every result carries the reasons for its figure.
//
// The method is data, one TOML profile a rating year, because the formulas have
// changed with nearly every rating and a methodologist must be able to correct
// one without a programmer. No indicator is Go code: a profile names terms — sums
// over records of one type, with a condition and a value — and a formula over the
// terms; both are read by github.com/expr-lang/expr and name the keys of the
// field catalogue.
//
// We compute with exact fractions (math/big.Rat), because a printed figure must
// be one that anybody can recompute by hand from the printed sums: kopecks become
// thousands of roubles, and thousandths square metres, without loss, and rounding
// (half away from zero) happens once, when a figure is written. For the same
// reason the order of records cannot change a figure.
//
// We never take a missing figure for zero. «Не применимо» and a true zero add
// nothing to a sum; «не представлено», or no report at all, takes the resident
// out of every sum of that indicator and lowers its completeness, so that a ratio
// is always over the same residents. A figure of the park itself that is missing
// leaves the indicator «не рассчитан».
//
// The package is pure: no files, no clock.
package rating

import (
	"math/big"

	"technopark/app"
	"technopark/app/formula"
)

// NotCalculated is how an indicator without a value is written.
var NotCalculated = app.L("не рассчитан", "not calculated")

// Result is all indicators of one park for one year.
type Result struct {
	Profile    *Profile   // by which it was computed
	Year       int        // of the data; the rating is of the year after
	Subindices []Subindex // in the order of the profile
}

// Subindex is a group of indicators in the order of the profile.
type Subindex struct {
	Code       string       // «S1»
	Name       app.Text     // as people say it
	Indicators []*Indicator // in the order of the profile
}

// All returns the indicators of all sub-indices in the order of the profile.
func (r *Result) All() []*Indicator {
	var all []*Indicator
	for _, s := range r.Subindices {
		all = append(all, s.Indicators...)
	}
	return all
}

// Find returns the indicator with the given code, or nil.
func (r *Result) Find(code string) *Indicator {
	for _, ind := range r.All() {
		if ind.Code == code {
			return ind
		}
	}
	return nil
}

// Indicator is one computed figure with everything that explains it.
type Indicator struct {
	Code, Subindex string   // «S1.2» and «S1»
	Name, Unit     app.Text // as people say them: «РИД на 1 работника», «ед./чел.»
	Digits         int      // decimals on screens and papers
	LowerIsBetter  bool     // a smaller value is the better one
	Basis          string   // C: confirmed by a public source, I: inferred
	Words          app.Text // the formula in words
	Note           app.Text // how the profile reads the method

	Value         *big.Rat     // in Unit; nil when not calculated
	Bound         Bound        // what Value is to the true one, of which something may be missing
	Reason        app.Text     // why there is no value; zero when there is one
	Previous      *big.Rat     // the same indicator a year earlier; nil when not calculated
	PreviousBound Bound        // what Previous is to the true one
	Completeness  Completeness // what is in it among what should be
	Terms         []Term       // in the order they stand in the formula
	Missing       []Missing    // what was not provided, whether or not there is a value
	Members       []Member     // the residents it is about, in the order of ids; none for the park's own figures

	reckoned *outline // the formula as it was worked out; nil without a value
	days     *big.Rat // of the year, which formulas may name
}

// Completeness counts what is in the indicator among what should be: residents, records that
// each count for themselves (leases), items of a check-list, or the cells of the park's own
// records it needs.
type Completeness struct {
	In, Of int // how many are in it, and how many should be
}

// Member is a resident an indicator is about; one over several years has a member for each,
// and one that counts records by themselves for each record.
type Member struct {
	Resident int64    // id
	Year     int      // of the data
	Standing Standing // what the resident gives to the indicator
}

// Standing says what a resident, or one of its records, is to an indicator.
type Standing uint8

// The standings.
const (
	Lacking Standing = iota // something was not provided, so it is in none of the sums
	Inside
	Outside // by «не применимо»: neither in the sums nor in the completeness
	Without // has no record that could be in it
)

// Ratio returns In / Of; nothing is lacking where nothing should be in.
func (c Completeness) Ratio() *big.Rat {
	if c.Of == 0 {
		return big.NewRat(1, 1)
	}
	return big.NewRat(int64(c.In), int64(c.Of))
}

// Percent writes the ratio in percent with one decimal and without the sign: «97,9»; «—» where
// nothing should be in, since neither a hundred nor nought would be true.
func (c Completeness) Percent(lang app.Lang) string {
	if c.Of == 0 {
		return "—"
	}
	return formula.Write(new(big.Rat).Mul(c.Ratio(), hundred()), 1, lang)
}

// Term is one sum of a formula with what it is made of.
type Term struct {
	Name   string   // as in the formula
	Title  app.Text // what is added up, in words
	Unit   app.Text // of the sum and of its parts
	Digits int      // decimals on screens and papers
	Sum    *big.Rat // in Unit; exactly the sum of the parts

	made *trace // nil of a sum that nothing was added to
}

// Parts returns what the term is made of, in the order of ids. Nobody changes it. It may be called
// by several goroutines.
func (t Term) Parts() []Part { return t.made.tell() }

// Part is what one record adds to a term.
type Part struct {
	Type     string   // key of the record type
	ID       int64    // of the record; 0 for an item of a list nobody has answered
	Title    string   // of the record, in Russian
	Resident int64    // whose the record is; 0 for the park's own
	Amount   *big.Rat // in the unit of the term
	Item     app.Text // of a check-list, when the part stands for one; else zero
	Text     app.Text // how the amount came about: «100,0 + 20,5 + 0,0 = 120,5»
	NA       bool     // a cell it is made of says «не применимо»
	AllNA    bool     // all of them do
}

// Missing is a record or the cells of one that the indicator lacks.
type Missing struct {
	Type     string   // key of the type of the record
	ID       int64    // 0 when there is no record
	Resident int64    // 0 when it is the park's own
	Year     int      // of a report that is not there; 0 for all else
	Title    string   // of the record, or of who owes it, in Russian
	Item     app.Text // of a check-list, when nobody has answered it; else zero
	Fields   []string // keys of the cells
	Words    app.Text // «нет отчёта за 2020 год», «не представлено: „Выручка“»
}

// Place is the first cell to fill in; where there is no report yet, the card of the resident who
// owes it.
func (m Missing) Place() app.Place {
	switch {
	case m.ID != 0 && len(m.Fields) > 0:
		return app.Place{Type: m.Type, ID: m.ID, Field: m.Fields[0]}
	case m.ID != 0:
		return app.Place{Type: m.Type, ID: m.ID}
	case m.Resident != 0:
		return app.Place{Type: "resident", ID: m.Resident}
	}
	return app.Place{Type: m.Type}
}
