package rollover

import (
	"technopark/app"
)

// Sheet sets the last day of the old year against the first of the new one: what stands must be
// the same on both, and each difference has a record and a reason.
//
// Of every line, what it opens with is what it closes with, and the changes of all differences
// together, less what waits for a report.
type Sheet struct {
	Closing, Opening app.Date     // the two days
	Lines            []Line       // in the order of types
	Differences      []Difference // in the order of types and records
}

// Line is one figure on both days.
type Line struct {
	Type   *app.Type // whose records it is of
	Part   Part      // what it is of the type
	Name   app.Text  // «Договоры», «аренда», «Площадь»
	Unit   app.Text  // zero where records are counted
	Scale  int64     // stored units in one of Unit
	Digits int       // decimals on screens and papers

	Closing, Opening Figure // on the last day of the old year and on the first of the new one

	// Waits is the closing figure of those whose opening one nobody has reported yet.
	Waits int64
}

// Part says what a line is of its type.
type Part uint8

// A line counts all records of its type, those of one kind, or adds up an amount of them.
const (
	PartAll Part = iota
	PartKind
	PartAmount
)

// Figure is a count or a sum in stored units.
type Figure struct {
	N       int64 // in stored units
	Given   int   // records in it
	Missing int   // records that belong in it and do not say theirs
}

// Head returns the name of a line with the unit after it: «Площадь, м²».
func (l Line) Head(lang app.Lang) string {
	if l.Unit.Zero() {
		return l.Name.In(lang)
	}
	return l.Name.In(lang) + ", " + l.Unit.In(lang)
}

// Closed reports whether anybody gave the figure of the last day, Opened that of the first; a count
// of nobody is known.
func (l Line) Closed() bool { return l.Closing.Given > 0 || l.Closing.Missing == 0 }

// Opened is described at Closed.
func (l Line) Opened() bool { return l.Opening.Given > 0 || l.Opening.Missing == 0 && l.Waits == 0 }

// Closes writes the figure of the last day; where nobody gave it, it is «не представлено».
func (l Line) Closes(lang app.Lang) string { return l.figure(l.Closing, l.Closed(), lang) }

// Opens writes the figure of the first day; see Closes.
func (l Line) Opens(lang app.Lang) string { return l.figure(l.Opening, l.Opened(), lang) }

func (l Line) figure(f Figure, known bool, lang app.Lang) string {
	if !known {
		return app.NotProvidedText.In(lang)
	}
	return app.FormatNumber(f.N, l.Scale, l.decimals(), lang)
}

// decimals is how many of them the figures of the two days are written with: as many as everywhere and, where
// the days differ, as many as the difference has, so that anybody can take one from the other.
func (l Line) decimals() int {
	return max(app.ExactDecimals(l.Moved(), l.Scale, l.Digits), app.ExactDecimals(l.Waits, l.Scale, l.Digits))
}

// Moved is by how much the line differs because of records that are named in differences.
func (l Line) Moved() int64 { return l.Opening.N - l.Closing.N + l.Waits }

// Written writes a number of the line, which is in stored units, exactly and without its unit.
func (l Line) Written(n int64, lang app.Lang) string {
	return app.FormatNumber(n, l.Scale, app.ExactDecimals(n, l.Scale, l.Digits), lang)
}

// Change writes by how much a figure differs: «+1», «−120,5»; «» where it does not.
func (l Line) Change(n int64, lang app.Lang) string {
	switch {
	case n == 0:
		return ""
	case n > 0:
		return "+" + l.Written(n, lang)
	}
	return l.Written(n, lang)
}

// Difference is one record that makes figures of the two days differ.
type Difference struct {
	Record app.Record // that differs
	Why    app.Text   // what made it differ
	Deltas []Delta    // of the lines that it changes
}

// Delta is what a record adds to a line on either day, in stored units.
type Delta struct {
	Line             int   // index in Sheet.Lines
	Closing, Opening int64 // on the two days
}

// Changes says what a record changes, a line each: «аренда: −1», «Площадь: −120,5 м²».
func (s *Sheet) Changes(d Difference, lang app.Lang) []string {
	var said []string
	for _, x := range d.Deltas {
		l := s.Lines[x.Line]
		said = append(said, l.Name.In(lang)+": "+app.InUnit(l.Change(x.Opening-x.Closing, lang), l.Unit.In(lang), lang))
	}
	return said
}

// Reconcile makes the sheet of two years that follow each other.
func Reconcile(b *app.Book, from, to int) *Sheet {
	s := &Sheet{Closing: app.YearPeriod(from).Last(), Opening: app.YearPeriod(to).First()}
	for _, t := range app.Types() {
		switch {
		case t.Turn.How == app.TurnStands && !t.Aside:
			s.stands(b, t)
		case t.Turn.How == app.TurnDue:
			s.opens(b, t)
		}
	}
	return s
}

// sides are a record on the two days.
type sides struct {
	rec     app.Record
	was, is app.Standing
}

// stands adds the lines of a type whose records stand, and those records that stand differently.
func (s *Sheet) stands(b *app.Book, t *app.Type) {
	var all []sides
	for _, rec := range b.Of(t.Key) {
		one := sides{rec, app.StandingOf(b, rec, s.Closing), app.StandingOf(b, rec, s.Opening)}
		if one.was.Is || one.is.Is {
			all = append(all, one)
		}
	}
	if len(all) == 0 {
		return
	}
	begin := len(s.Lines)
	of := []counting{{line: Line{Type: t, Name: t.Many, Scale: 1}}}
	kinds, apart := t.Field(t.Turn.Apart)
	if !apart {
		of = append(of, amounts(t, "", false)...)
	}
	for _, o := range kinds.Options {
		of = append(of, counting{line: Line{Type: t, Part: PartKind, Name: o.Label, Scale: 1}, as: o.Code, only: true})
		of = append(of, amounts(t, o.Code, true)...)
	}
	var counted []counting
	for _, c := range of {
		c.add(all)
		if c.tells() {
			counted = append(counted, c)
			s.Lines = append(s.Lines, c.line)
		}
	}
	for _, one := range all {
		d := Difference{Record: one.rec, Why: one.is.Why}
		for i, c := range counted {
			if was, is := c.of(one.rec, one.was), c.of(one.rec, one.is); was.N != is.N {
				d.Deltas = append(d.Deltas, Delta{Line: begin + i, Closing: was.N, Opening: is.N})
			}
		}
		if len(d.Deltas) > 0 {
			s.Differences = append(s.Differences, d)
		}
	}
}

// counting is how a line is made of records.
type counting struct {
	line   Line
	as     string // code of a kind
	only   bool   // those of the kind alone
	amount *app.Amount
}

// amounts are the lines of what is added up of records, of one kind or of all.
func amounts(t *app.Type, as string, only bool) []counting {
	var all []counting
	for _, a := range app.Amounts(t) {
		line := Line{Type: t, Part: PartAmount, Name: a.Label, Unit: a.Unit, Scale: a.Scale, Digits: a.Digits}
		all = append(all, counting{line: line, as: as, only: only, amount: &a})
	}
	return all
}

// of is what a record adds to the line as it stands.
func (c counting) of(rec app.Record, as app.Standing) Figure {
	switch {
	case !as.Is || c.only && as.As != c.as:
		return Figure{}
	case c.amount == nil:
		return Figure{N: 1, Given: 1}
	}
	switch v := c.amount.Of(rec); v.State {
	case app.Given:
		return Figure{N: v.N, Given: 1}
	case app.NotProvided:
		return Figure{Missing: 1}
	}
	return Figure{}
}

// add adds records up on both days.
func (c *counting) add(all []sides) {
	for _, one := range all {
		c.line.Closing.add(c.of(one.rec, one.was))
		c.line.Opening.add(c.of(one.rec, one.is))
	}
}

func (f *Figure) add(other Figure) {
	f.N, f.Given, f.Missing = f.N+other.N, f.Given+other.Given, f.Missing+other.Missing
}

// tells reports whether the line says anything: of kinds nobody is of, and of amounts nobody has
// given, there is nothing to say.
func (c counting) tells() bool { return c.line.Closing.Given+c.line.Opening.Given > 0 }
