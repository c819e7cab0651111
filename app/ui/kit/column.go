package kit

import (
	"strconv"
	"strings"

	"technopark/app"
)

// Column describes a column of a table.
type Column struct {
	Key    string // told to Table.SortBy and kept in views
	Head   string // with the unit: it stands nowhere else
	Label  string // without the unit; «» for the head
	Chars  int    // width in characters
	Right  bool   // figures, aligned by their last digit
	Wide   bool   // takes the room that is left
	Code   bool   // identifiers, contacts: it never shrinks, for half of one is another
	Whole  bool   // as wide as its longest text, a unit or a level; for lists of a few hundred rows
	Bars   bool   // cells may have a strip under their text
	Frames bool   // cells may stand in a frame
	Hidden bool   // not shown until asked for
	Naming bool   // what rows are told apart by: always shown, and first
	// Figures says how the numbers of cells without a text are written and added up; nil for
	// columns of words.
	Figures *Figures
	Dates   bool                     // N counts days; see app.Date
	Words   func(code string) string // what people call a code; nil for the code itself
	Holds   []string                 // every text a cell can have, so that the column need be no wider; nil for any text
}

// Like reports whether two columns have one key and one head.
func (c Column) Like(other Column) bool { return c.Key == other.Key && c.Head == other.Head }

// Name returns the label, which is the head where there is none.
func (c Column) Name() string {
	if c.Label != "" {
		return c.Label
	}
	return c.Head
}

// word is what people call a code.
func (c Column) word(code string) string {
	if c.Words != nil {
		return c.Words(code)
	}
	return code
}

// Cell is what a table shows and sorts by.
type Cell struct {
	Text   string    // what the cell shows; «» leaves a Number to the column's Figures
	N      int64     // what a Number cell sorts by
	Number bool      // sorts by N; other cells sort by Text
	Code   string    // what filters compare: of a choice or a reference, several parted by «;»; «» for the text
	State  app.State // whether there is a value; only cells of fields say so
	Muted  bool      // «не применимо» and the like: words, not figures
	Link   bool      // a click on it does what it says: it has the colour of what can be pressed
	Bar    bool      // a strip shows Share under the text
	Share  float32   // of the strip that is filled, 0 to 1
	Strong bool      // in bold and in the accent: something new
	Wrong  bool      // in a frame, where the column has frames
}

// NA reports «не применимо».
func (c Cell) NA() bool { return c.State == app.NotApplicable }

// Blank reports a cell without a value.
func (c Cell) Blank() bool {
	return c.State == app.NotProvided && !c.Number && (c.Text == "" || c.Muted)
}

// Row is one line of a table.
type Row struct {
	ID      int64  // told to the handlers of the table; not 0 but for a heading
	Cells   []Cell // one for each column
	Heading bool   // stands above a group of rows and shows its first cell only; its ID is negative
	// Make makes the cell of a column when it is needed, in place of Cells: of ten thousand
	// rows thirty are seen.
	Make   func(column int) Cell
	Period app.Period // of a report: figures of unlike periods are not added up
}

// at returns the cell of a column.
func (r Row) at(column int) Cell {
	switch {
	case r.Make != nil && !r.Heading:
		return r.Make(column)
	case column < len(r.Cells):
		return r.Cells[column]
	}
	return Cell{}
}

// FieldColumns returns a column for each field of a type: the one by which its records are told
// apart first, the others in their order, and last the full name of what is known by a short one.
func FieldColumns(t *app.Type, titles app.Titles, lang app.Lang) []Column {
	var columns []Column
	for _, f := range columnFields(t) {
		columns = append(columns, fieldColumn(f, titles, lang))
	}
	columns[0].Naming, columns[0].Hidden = true, false
	widest := 0
	for i, c := range columns {
		if !c.Right && !c.Hidden && c.Chars > columns[widest].Chars {
			widest = i
		}
	}
	columns[widest].Wide = true
	return columns
}

// columnFields returns the fields in the order of their columns.
func columnFields(t *app.Type) []app.Field {
	naming := t.NamingField()
	fields := []app.Field{naming}
	var full []app.Field
	for _, f := range t.Fields {
		switch {
		case f.Key == naming.Key:
		case len(full) == 0 && f.Kind == app.KindText && f.Telling && f.Essential && naming.Telling && !naming.Essential:
			full = append(full, f) // said twice, it would leave the short name and the numbers no room
		default:
			fields = append(fields, f)
		}
	}
	return append(fields, full...)
}

func fieldColumn(f app.Field, titles app.Titles, lang app.Lang) Column {
	c := Column{
		Key: f.Key, Head: head(f, lang), Label: f.Label.In(lang), Chars: f.Width, Right: f.Kind.Number(),
		Hidden: f.Hidden, Dates: f.Kind == app.KindDate, Code: f.Scheme != "",
	}
	switch {
	case f.Kind == app.KindPeriod:
		c.Code, c.Whole = true, true // half of «III квартал 2020 г.» is another period
	case f.CanNA:
		c.Chars = max(c.Chars, 7)
	}
	if f.Kind.Number() {
		c.Figures = &Figures{Scale: f.Scale, Least: f.Digits, Unit: f.Unit.In(lang), Lang: lang, Total: f.Total, Flow: f.Flow, Signed: f.Signed}
	}
	switch f.Kind {
	case app.KindChoice:
		c.Words = func(code string) string { return f.Words(app.TextValue(code), nil, lang) }
		for _, o := range f.Options {
			c.Holds = append(c.Holds, o.Label.In(lang))
		}
		if f.CanNA {
			c.Holds = append(c.Holds, app.NotApplicableText.In(lang))
		}
	case app.KindPeriod:
		c.Words = func(code string) string { return f.Words(app.TextValue(code), nil, lang) }
	case app.KindBool, app.KindRef:
		c.Words = func(code string) string { return f.Words(numbered(code), titles, lang) }
	case app.KindRefs:
		c.Words = func(code string) string { return f.Words(app.TextValue(code), titles, lang) }
	}
	return c
}

// numbered reads the code of a reference or of an answer.
func numbered(code string) app.Value {
	n, err := strconv.ParseInt(code, 10, 64)
	if err != nil {
		return app.Value{}
	}
	return app.NumberValue(n)
}

// head keeps the words of the unit on one line.
func head(f app.Field, lang app.Lang) string {
	f.Unit = app.L(strings.ReplaceAll(f.Unit.RU, " ", app.NBSP), strings.ReplaceAll(f.Unit.EN, " ", app.NBSP))
	return f.Head(lang)
}

// FieldRows returns a row for each record of a type, for FieldColumns of the same type. Cells
// are made when they are needed.
func FieldRows(t *app.Type, recs []app.Record, titles app.Titles, lang app.Lang) []Row {
	fields := columnFields(t)
	rows := make([]Row, len(recs))
	for i, rec := range recs {
		rows[i] = Row{ID: rec.Header().ID, Make: func(column int) Cell {
			cell := fieldCell(fields[column], rec, titles, lang)
			if column == 0 && cell.Blank() {
				cell.Text, cell.Muted = t.TitleIn(lang, rec, titles), true
			}
			return cell
		}}
		if t.Report {
			rows[i].Period = app.PeriodOf(rec)
		}
	}
	return rows
}

// fieldCell returns the cell of one field. A missing figure that is due is told from a column
// nobody looks at; a figure is written by the column, all of one one way.
func fieldCell(f app.Field, rec app.Record, titles app.Titles, lang app.Lang) Cell {
	if d := f.Day(rec); !d.Zero() {
		return Cell{Text: d.String(), N: int64(d.Days()), Number: true, State: app.Given}
	}
	v := f.Get(rec)
	cell := Cell{State: v.State}
	switch {
	case v.State == app.NotApplicable:
		cell.Text, cell.Muted = naText.In(lang), true
	case v.State == app.NotProvided:
		if f.Kind.Numeric() && (f.CanNA || f.RequiredOf(rec)) {
			cell.Text, cell.Muted = app.MarkMissing.Before(noneText.In(lang)), true
		}
	case f.Kind.Number():
		cell.N, cell.Number = v.N, true
	default:
		cell.Text, cell.Code = f.Words(v, titles, lang), code(f, v)
		if f.Kind == app.KindPeriod {
			p, _ := app.ParsePeriod(v.S)
			cell.N, cell.Number = int64(p.Year*10+p.Quarter), true
		}
	}
	return cell
}

// How a narrow cell says «не применимо» and «не представлено».
var (
	naText   = app.L("н/п", "n/a")
	noneText = app.L("нет", "none")
)

// code is what filters compare of a value.
func code(f app.Field, v app.Value) string {
	switch f.Kind {
	case app.KindChoice, app.KindPeriod, app.KindRefs:
		return v.S
	case app.KindBool, app.KindRef:
		return strconv.FormatInt(v.N, 10)
	}
	return ""
}
