package app

import (
	"math/big"
	"slices"
)

// Years is the reports of one part for whole years, side by side. Reports for quarters are
// not in it.
type Years struct {
	Type    *Type     // of the reports
	Years   []int     // from the earliest to the chosen one, without a gap
	Reports []Record  // for each year; nil where there is none
	Rows    []YearRow // a row for each figure, in the order of the catalogue
}

// YearRow is one figure through the years.
type YearRow struct {
	Field  Field   // of the reports
	Values []Value // for each year; without a report there is none
	Digits int     // decimals that write all of them exactly
}

// Yearly reports whether records of the type are reports of which their owner, or the park or
// company itself, owes just one a year.
func (t *Type) Yearly() bool {
	f, dated := t.Field(t.Period)
	return dated && f.Kind == KindPeriod && t.Report && t.Per == t.Owner
}

// YearsOf sets the reports of a part side by side: those for the chosen year and before, at
// most so many years. Years before the first report are left out.
func YearsOf(part Part, chosen, most int) Years {
	t := part.Type
	byYear := map[int]Record{}
	first := chosen
	for _, rec := range part.Records {
		if p := PeriodOf(rec); p.Quarter == 0 && p.Year > chosen-most && p.Year <= chosen {
			byYear[p.Year] = rec
			first = min(first, p.Year)
		}
	}
	y := Years{Type: t}
	for year := first; year <= chosen; year++ {
		y.Years = append(y.Years, year)
		y.Reports = append(y.Reports, byYear[year])
	}
	for _, f := range t.Fields {
		if f.Typed() && f.Kind.Numeric() {
			y.Rows = append(y.Rows, RowOf(f, y.Reports))
		}
	}
	return y
}

// RowOf returns a field through records, nil where there is none, so that its figures are
// written as those beside one another are; see CommonDecimals.
func RowOf(f Field, reports []Record) YearRow {
	row := YearRow{Field: f, Values: make([]Value, len(reports))}
	var figures []int64
	for i, rec := range reports {
		if rec == nil {
			continue
		}
		row.Values[i] = f.Get(rec)
		if v := row.Values[i]; v.State == Given && f.Kind.Number() {
			figures = append(figures, v.N)
		}
	}
	row.Digits = CommonDecimals(slices.Values(figures), f.Scale, f.Digits)
	return row
}

// Empty reports whether there is no report at all.
func (y Years) Empty() bool {
	return !slices.ContainsFunc(y.Reports, func(rec Record) bool { return rec != nil })
}

// Words writes the value of a year, counted from 0, as Field.Words does, figures with as many
// decimals as the others of the row and none with less than it has. Of what is no figure titles
// may be needed.
func (r YearRow) Words(year int, titles Titles, lang Lang) string {
	v, digits := r.Values[year], r.Digits
	if r.Field.Kind.Number() {
		digits = ExactDecimals(v.N, r.Field.Scale, digits)
	}
	return r.Field.write(v, titles, lang, digits)
}

// Change writes how the last figure differs from that of the year before: «+14,5 %», from ten
// times as much on «в 12,3 раза». It is empty where there is nothing to compare: a figure is
// missing, or the one before is no amount to grow from.
func (r YearRow) Change(lang Lang) string {
	last := len(r.Values) - 1
	if last < 1 || !r.Field.Kind.Number() {
		return ""
	}
	return change(r.Values[last-1], r.Values[last], lang)
}

// manifold is from how many times the base a change is told in times, not in percent.
const manifold = 10

func change(was, is Value, lang Lang) string {
	if was.State != Given || is.State != Given || was.N <= 0 {
		return ""
	}
	if is.N/manifold >= was.N {
		times := FormatNumber(tenths(is.N, 1, was.N), 10, 1, lang)
		return L("в"+NBSP+times+NBSP+"раза", "×"+times).In(lang)
	}
	grown := tenths(is.N-was.N, 100, was.N)
	sign := ""
	if grown > 0 {
		sign = "+"
	}
	return InUnit(sign+FormatNumber(grown, 10, 1, lang), "%", lang)
}

// tenths returns n × by ÷ base in tenths, rounded half away from zero; base is positive.
func tenths(n, by, base int64) int64 {
	up := new(big.Int).Mul(big.NewInt(n), big.NewInt(by*10*2))
	half := big.NewInt(base)
	if n < 0 {
		half.Neg(half)
	}
	up.Add(up, half)
	return up.Quo(up, new(big.Int).Mul(big.NewInt(2), big.NewInt(base))).Int64()
}
