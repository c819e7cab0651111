package exchange

import (
	"math"
	"slices"
	"strconv"

	"technopark/app"
)

// Table is a list as plain values: what a screen shows, or the records of a type. It is written
// as a sheet, as a text, or on paper.
type Table struct {
	Title   string    // «Договоры»: of the sheet, the file, the paper
	About   []string  // what of the list this is, a line each: the park, the year, the conditions
	Columns []Column  // from the left
	Rows    [][]Value // a value for each column; of a heading over the rows below it, one alone
	Total   *Total    // what stands under the columns; nil for nothing
	Lang    app.Lang  // of the heads and the words

	decimals []int // of the columns, as Decimals says; −1 where it was not asked yet
}

// Form says what the values of a column are.
type Form uint8

// The forms of values.
const (
	Words   Form = iota // a text, identifiers too
	Figures             // numbers
	Days                // dates
)

// Column is a column of a table to be written.
type Column struct {
	Name   string // without the unit
	Unit   string // of figures; stands in the head alone
	Form   Form   // of its values
	Chars  int    // width in characters
	Scale  int64  // of figures: stored units in one that is shown, a power of ten
	Digits int    // of figures: decimals that are always written
	Long   bool   // texts of several lines
}

// Head returns what stands over the column: «Выручка, тыс. руб.».
func (c Column) Head() string {
	if c.Unit == "" {
		return c.Name
	}
	return c.Name + ", " + c.Unit
}

// Value is what a table has in one place.
type Value struct {
	State app.State // whether there is a value
	Text  string    // of words; of a figure, how it is shown where that is not as its column says
	N     int64     // of figures, in stored units; of dates, as app.Date.Days counts
	Wrong bool      // it could not be taken: a sheet has it on red
	Muted bool      // Text are words beside the matter, and there is no N: «○ нет», «—»
}

// Total is what stands under a table.
type Total struct {
	Label string // «Итого: 41 договор»
	Sums  []Sum  // one for each column
}

// Sum is what stands under a column.
type Sum struct {
	Words string // «7 318,25 м²», «≥ 7 318,25 м², нет у 3»; «» for nothing
	N     int64  // in the units of the column
	Exact bool   // N says all that Words do, so that a sheet has a number there
}

// Decimals returns with how many decimals the figures of a column are written: those of the
// most exactly typed one, so that they stand under one another.
func (t *Table) Decimals(column int) int {
	if len(t.decimals) != len(t.Columns) {
		t.decimals = slices.Repeat([]int{-1}, len(t.Columns))
	}
	if t.decimals[column] < 0 {
		t.decimals[column] = t.survey(column)
	}
	return t.decimals[column]
}

// survey looks through the figures of a column.
func (t *Table) survey(column int) int {
	c := t.Columns[column]
	most := c.Digits
	exact := app.Decimals(1, c.Scale, 0)
	for _, row := range t.Rows {
		if most >= exact {
			return most
		}
		if t.IsHeading(row) {
			continue
		}
		if v := row[column]; v.State == app.Given && v.Text == "" {
			most = max(most, app.Decimals(v.N, c.Scale, c.Digits))
		}
	}
	return most
}

// IsHeading reports whether a row is a heading over those below it.
func (t *Table) IsHeading(row []Value) bool { return len(row) == 1 && len(t.Columns) > 1 }

// IsNumber reports whether a value is a figure, of a column of such.
func (t *Table) IsNumber(v Value, column int) bool {
	return t.Columns[column].Form == Figures && v.State == app.Given && !v.Muted
}

// numberName is the head of the column that has the numbers of records.
var numberName = app.L("№ записи", "Record No.")

// Records returns the records of a type with all that is kept of them, each with its number: what
// is written of them is read back by Read. Records are called by names that tell them apart.
func Records(t *app.Type, recs []app.Record, names app.Titles, lang app.Lang) *Table {
	fields := t.Stored()
	table := &Table{Title: t.Many.In(lang), Lang: lang, Columns: []Column{{Name: numberName.In(lang), Form: Figures, Scale: 1, Chars: 8}}}
	for _, f := range fields {
		table.Columns = append(table.Columns, columnOfField(f, lang))
	}
	for _, rec := range recs {
		row := []Value{{State: app.Given, N: rec.Header().ID}}
		for _, f := range fields {
			row = append(row, valueOf(f, rec, names, lang))
		}
		table.Rows = append(table.Rows, row)
	}
	table.Total = totalOf(table, fields, recs)
	return table
}

func columnOfField(f app.Field, lang app.Lang) Column {
	c := Column{Name: f.Label.In(lang), Unit: f.Unit.In(lang), Chars: f.Width, Long: f.Kind == app.KindNote}
	switch {
	case f.Kind == app.KindDate:
		c.Form = Days
	case f.Kind.Number():
		c.Form, c.Scale, c.Digits = Figures, f.Scale, f.Digits
	}
	return c
}

func valueOf(f app.Field, rec app.Record, names app.Titles, lang app.Lang) Value {
	if d := f.Day(rec); !d.Zero() {
		return Value{State: app.Given, N: int64(d.Days())}
	}
	v := f.Get(rec)
	out := Value{State: v.State}
	switch {
	case v.State != app.Given:
	case f.Kind.Number():
		out.N = v.N
	default:
		out.Text = f.Words(v, names, lang)
	}
	return out
}

// totalOf adds the records up: sums of amounts, where all are of one time. What some records
// lack makes of a sum a lower bound, and says so.
func totalOf(t *Table, fields []app.Field, recs []app.Record) *Total {
	if len(recs) == 0 {
		return nil
	}
	count := app.FormatNumber(int64(len(recs)), 1, 0, t.Lang)
	total := &Total{Label: app.L("Итого: "+count, "Total: "+count).In(t.Lang), Sums: make([]Sum, len(t.Columns))}
	oneTime := !recs[0].Type().Report || !slices.ContainsFunc(recs, func(r app.Record) bool { return app.PeriodOf(r) != app.PeriodOf(recs[0]) })
	for i, f := range fields {
		if f.Total == app.TotalSum && oneTime {
			total.Sums[i+1] = sumOf(t, i+1, f)
		}
	}
	return total
}

func sumOf(t *Table, column int, f app.Field) Sum {
	sum, missing, given := int64(0), 0, 0
	for _, row := range t.Rows {
		switch v := row[column]; {
		case v.State == app.NotProvided:
			missing++
		case v.State == app.Given && (v.N > 0 && sum > math.MaxInt64-v.N || v.N < 0 && sum < math.MinInt64-v.N):
			return Sum{} // more than can be told
		case v.State == app.Given:
			sum, given = sum+v.N, given+1
		}
	}
	if given == 0 {
		return Sum{}
	}
	c := t.Columns[column]
	s := Sum{N: sum, Words: app.FormatNumber(sum, c.Scale, t.Decimals(column), t.Lang), Exact: missing == 0}
	s.Words = app.InUnit(s.Words, c.Unit, t.Lang)
	if missing > 0 {
		lack := app.FormatNumber(int64(missing), 1, 0, t.Lang)
		s.Words = app.L(s.Words+"; нет у "+lack, s.Words+"; missing in "+lack).In(t.Lang)
		if !f.Signed {
			s.Words = "≥" + app.NBSP + s.Words
		}
	}
	return s
}

// notApplicable is how a table says «не применимо» in a narrow cell; Field.Read knows it.
var notApplicable = app.L("н/п", "n/a")

// Written writes a value as a person would: figures with the decimals of their column, grouped.
func (t *Table) Written(v Value, column int) string {
	switch {
	case v.State == app.NotApplicable && v.Text == "":
		return notApplicable.In(t.Lang)
	case v.State != app.Given, v.Text != "":
		return v.Text
	}
	switch c := t.Columns[column]; c.Form {
	case Figures:
		return app.FormatNumber(v.N, c.Scale, t.Decimals(column), t.Lang)
	case Days:
		return dayText(v.N)
	case Words:
	}
	return v.Text
}

// plainFigure writes a figure with all its decimals and without groups, as programs read it.
func plainFigure(n, scale int64, point string) string {
	sign := ""
	if n < 0 {
		sign = "-"
	}
	whole, part := n/scale, n%scale
	digits := app.Decimals(n, scale, 0)
	text := sign + strconv.FormatUint(magnitude(whole), 10)
	if digits == 0 {
		return text
	}
	fraction := strconv.FormatUint(magnitude(part)+magnitude(scale), 10)[1:]
	return text + point + fraction[:digits]
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-(n + 1)) + 1
	}
	return uint64(n)
}

// dayText writes a date that is counted in days.
func dayText(days int64) string { return app.Day(1970, 1, 1).AddDays(int(days)).String() }
