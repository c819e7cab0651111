package exchange

import (
	"maps"
	"slices"
	"strings"

	"technopark/app"
)

// Layout says how one sheet is read as records. Guess proposes it, a person changes it, and a plan
// obeys it.
type Layout struct {
	Type     *app.Type         // of the record a row is
	Sheet    int               // index in Book.Sheets
	First    int               // row where the head begins, as spreadsheets count; 0 for a table without a head
	Last     int               // row where the head ends
	Columns  []LaidColumn      // those with something in them, from the left
	Number   int               // column with the numbers of records of an export; 0 for none
	Match    string            // key of the field by which records are found; «» for whatever tells them apart
	Existing Existing          // what becomes of records that are there already
	Given    map[string]string // what fields without a column say in all rows, by Target.Key, as a person would type it
}

// Existing says what becomes of a record that is there already.
type Existing uint8

// What may become of it.
const (
	Update Existing = iota // takes the figures of the table
	Skip                   // stays as it is
	Add                    // stays, and the row becomes another record
)

// Blank says what an empty cell means.
type Blank uint8

// What an empty cell may mean.
const (
	Keep  Blank = iota // nothing is known: the record keeps what it has
	Clear              // there is no such value: that of the record is taken away
	Above              // the same as in the row above, as in joined cells
)

// Why says how the field of a column was found.
type Why uint8

// How it may have been found.
const (
	WhyNone    Why = iota // no field was found
	WhyLabel              // the head is the name of the field
	WhyCalled             // the head is another name of it
	WhyLike               // a name of the field stands in the head
	WhyContent            // the cells are what the field holds
	WhyKept               // as in the table before of the same heads
	WhyHand               // a person said so
	WhyRows               // the rows are numbered in it
	WhyNumbers            // the numbers of records of an export
	WhyDerived            // the program computes it itself
	WhyUnit               // the field is known, the unit is not
	WhyTaken              // another column goes into the field
	WhyAnother            // a name of a field stands in the head, and words that make another figure of it
)

// LaidColumn is a column of a table and what becomes of it.
type LaidColumn struct {
	Column int      // from 1
	Head   string   // what stands over it, the lines of the head joined
	Fields []string // Target.Key it goes into: none, one, or two that share a cell
	Unit   int      // index in UnitsOf of the field
	Blank  Blank    // what an empty cell means
	Leave  bool     // a cell that cannot be read is left out; else its row is
	Adds   bool     // a name that is in no list becomes a record of that list
	Loose  bool     // a name that is written in another way changes none that is there
	Why    Why      // how it was found

	Samples []string // of its cells, a few that differ
	Unread  []Unread // its cells that cannot be read
	Fresh   []string // names in it that are in no list yet
	Mixed   bool     // its dates are written in several ways
	Unsaid  bool     // its figures are money, and nothing says in which unit
}

// Unread is a cell that cannot be read.
type Unread struct {
	Row   int      // as spreadsheets count
	Found string   // what stands in it
	Why   app.Text // what is wrong with it
}

// Target is a field that a column may go into: of the record of the row, or of one that belongs
// to it.
type Target struct {
	Key   string    // «area», «contract.area»
	Type  *app.Type // of the record that has the field
	Part  bool      // the record is one that belongs to that of the row
	Field app.Field // itself
}

// Label returns how people call the field: «Договор: площадь, м²».
func (t Target) Label(lang app.Lang) string {
	head := t.Field.Head(lang)
	if !t.Part {
		return head
	}
	return t.Type.One.In(lang) + ": " + lowerFirst(head)
}

// lowerFirst begins a text with a small letter, unless it begins with an abbreviation.
func lowerFirst(text string) string {
	runes := []rune(text)
	if len(runes) > 1 && strings.ToUpper(string(runes[1])) == string(runes[1]) && strings.ToLower(string(runes[1])) != string(runes[1]) {
		return text
	}
	return strings.ToLower(string(runes[:1])) + string(runes[1:])
}

// Targets returns the fields that the columns of a table of a type may go into.
func Targets(t *app.Type) []Target {
	var all []Target
	for _, f := range t.Stored() {
		if taken(&f) {
			all = append(all, Target{Key: f.Key, Type: t, Field: f})
		}
	}
	for _, part := range parts(t) {
		for _, f := range part.Stored() {
			if taken(&f) && f.Key != part.Owner {
				all = append(all, Target{Key: part.Key + "." + f.Key, Type: part, Part: true, Field: f})
			}
		}
	}
	return all
}

// parts returns the types whose records belong to one of a type.
func parts(t *app.Type) []*app.Type {
	var all []*app.Type
	for _, part := range app.Types() {
		if f, ok := part.Field(part.Owner); ok && f.Ref == t.Key && Importable(part) {
			all = append(all, part)
		}
	}
	return all
}

// Importable reports whether records of a type are taken from the tables of others.
func Importable(t *app.Type) bool {
	return t.Portable() && t.Submitted() && !t.Made && !t.Sequel && !t.Aside
}

// TargetOf returns the target with a key.
func TargetOf(t *app.Type, key string) (Target, bool) {
	all := Targets(t)
	at := slices.IndexFunc(all, func(target Target) bool { return target.Key == key })
	if at < 0 {
		return Target{}, false
	}
	return all[at], true
}

// Column returns the column of a layout that goes into a field; nil for none.
func (l *Layout) Column(target string) *LaidColumn {
	for i := range l.Columns {
		if slices.Contains(l.Columns[i].Fields, target) {
			return &l.Columns[i]
		}
	}
	return nil
}

// Put has a column go into fields; others give these fields up. It is a person who says so.
func (l *Layout) Put(column int, fields ...string) {
	for i := range l.Columns {
		c := &l.Columns[i]
		if c.Column == column {
			*c = LaidColumn{Column: c.Column, Head: c.Head, Samples: c.Samples, Fields: fields, Why: WhyHand, Unit: unitSaid(l.Type, fields, c.Head), Adds: Adding(l.Type, fields)}
		}
	}
	for _, f := range fields {
		l.leaveTo(column, f)
		delete(l.Given, f)
	}
}

// Adding reports whether names in a column that goes into fields may become records of a list: one that
// is nothing but names.
func Adding(t *app.Type, fields []string) bool {
	if len(fields) != 1 {
		return false
	}
	target, ok := TargetOf(t, fields[0])
	return ok && adds(target.Field)
}

// Lacks returns the fields that neither a column nor a value of all rows fills, and without which a
// record cannot be, or a submission is incomplete.
func (l *Layout) Lacks() []Target {
	used := map[*app.Type]bool{l.Type: true}
	for _, c := range l.Columns {
		for _, key := range c.Fields {
			if target, ok := TargetOf(l.Type, key); ok {
				used[target.Type] = true
			}
		}
	}
	var lacks []Target
	for _, target := range Targets(l.Type) {
		_, given := l.Given[target.Key]
		if used[target.Type] && (target.Field.Essential || target.Field.Required) && !given && l.Column(target.Key) == nil {
			lacks = append(lacks, target)
		}
	}
	return lacks
}

// Clone returns a layout that can be changed without changing this one.
func (l *Layout) Clone() *Layout {
	out := *l
	out.Columns = slices.Clone(l.Columns)
	out.Given = maps.Clone(l.Given)
	if out.Given == nil {
		out.Given = map[string]string{}
	}
	return &out
}
