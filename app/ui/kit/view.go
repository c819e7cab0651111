package kit

import (
	"slices"
	"strconv"
	"strings"

	"technopark/app"
)

// View is how a list is shown: which columns in which order, sorted by what, and which rows. It
// is a plain value that can be kept and given a name; what it does not name — a column that is
// no longer there — it does without. The zero View is the list as its screen made it.
type View struct {
	Name       string      `toml:"name,omitempty"`       // given by the user; «» for the one in use
	Columns    []Shown     `toml:"columns,omitempty"`    // those shown, in their order; none for the list's own
	Sorts      []Sort      `toml:"sorts,omitempty"`      // the first decides, the next where it is even; none for the list's own
	Conditions []Condition `toml:"conditions,omitempty"` // a row answers all of them
}

// Shown is a column in a view.
type Shown struct {
	Key   string  `toml:"key"`             // of the column
	Chars float32 `toml:"chars,omitempty"` // width in characters, whatever the size of text; 0 for the column's own
}

// Sort is one column a list is sorted by.
type Sort struct {
	Key        string `toml:"key"`                  // of the column
	Descending bool   `toml:"descending,omitempty"` // from the greatest
}

// Condition is what the cell of one column must be. Tests of values are all to be met; a cell
// without a value meets none of them, and passes only where its state is named.
type Condition struct {
	Key      string   `toml:"key"`                // of the column
	Values   []string `toml:"values,omitempty"`   // codes, one of which it is or holds; see Cell.Code
	Contains string   `toml:"contains,omitempty"` // words, all of which its text holds
	From     *int64   `toml:"from,omitempty"`     // the least N of it
	To       *int64   `toml:"to,omitempty"`       // the greatest N of it
	Empty    bool     `toml:"empty,omitempty"`    // passes without a value
	NA       bool     `toml:"na,omitempty"`       // passes as «не применимо»
}

// Zero reports a condition that asks for nothing.
func (c Condition) Zero() bool { return !c.tests() && !c.Empty && !c.NA }

// tests reports whether the condition asks something of values.
func (c Condition) tests() bool {
	return len(c.Values) > 0 || c.Contains != "" || c.From != nil || c.To != nil
}

// admits reports whether a cell with the text meets the condition. words are those of
// Contains, folded.
func (c Condition) admits(cell Cell, text string, words []string) bool {
	switch {
	case cell.NA():
		return c.NA
	case cell.Blank():
		return c.Empty
	case !c.tests():
		return false
	case (c.From != nil || c.To != nil) && !cell.Number, c.From != nil && cell.N < *c.From, c.To != nil && cell.N > *c.To:
		return false
	case len(c.Values) > 0 && !c.hasValue(cell, text):
		return false
	}
	return len(words) == 0 || app.HoldsAll(app.Fold(text), words)
}

func (c Condition) hasValue(cell Cell, text string) bool {
	if cell.Code == "" {
		return slices.Contains(c.Values, text)
	}
	for code := range strings.SplitSeq(cell.Code, ";") {
		if slices.Contains(c.Values, code) {
			return true
		}
	}
	return false
}

// equal reports whether two conditions ask the same.
func (c Condition) equal(other Condition) bool { return c.key() == other.key() }

// key is the condition written out, for comparing.
func (c Condition) key() string {
	bound := func(n *int64) string {
		if n == nil {
			return ""
		}
		return strconv.FormatInt(*n, 10)
	}
	parts := []string{c.Key, strings.Join(c.Values, "\x01"), c.Contains, bound(c.From), bound(c.To), strconv.FormatBool(c.Empty), strconv.FormatBool(c.NA)}
	return strings.Join(parts, "\x00")
}

// clone returns a view that shares nothing with this one.
func (v View) clone() View {
	v.Columns, v.Sorts = slices.Clone(v.Columns), slices.Clone(v.Sorts)
	v.Conditions = slices.Clone(v.Conditions)
	for i := range v.Conditions {
		v.Conditions[i].Values = slices.Clone(v.Conditions[i].Values)
	}
	return v
}

// put replaces the condition of a column, or takes it away when it asks for nothing.
func (v *View) put(c Condition) {
	at := slices.IndexFunc(v.Conditions, func(old Condition) bool { return old.Key == c.Key })
	switch {
	case at < 0 && !c.Zero():
		v.Conditions = append(v.Conditions, c)
	case at >= 0 && c.Zero():
		v.Conditions = slices.Delete(v.Conditions, at, at+1)
	case at >= 0:
		v.Conditions[at] = c
	}
}

// condition returns that of a column, an empty one when there is none.
func (v View) condition(key string) Condition {
	for _, c := range v.Conditions {
		if c.Key == key {
			return c
		}
	}
	return Condition{Key: key}
}

// sortBy sorts by a column; then says that it only decides where the sorts before are even.
// A column that is among them already is turned round in its place.
func (v *View) sortBy(sorts []Sort, key string, then bool) {
	at := slices.IndexFunc(sorts, func(s Sort) bool { return s.Key == key })
	switch {
	case at >= 0 && (then || len(sorts) == 1):
		v.Sorts = slices.Clone(sorts)
		v.Sorts[at].Descending = !sorts[at].Descending
	case then:
		v.Sorts = append(slices.Clone(sorts), Sort{Key: key})
	default:
		v.Sorts = []Sort{{Key: key}}
	}
}

// layout returns which of the columns are shown, in their order, as indices: the naming one
// first and always.
func (v View) layout(columns []Column) []int {
	at := map[string]int{}
	var naming, shown []int
	for i, c := range columns {
		at[c.Key] = i
		if c.Naming {
			naming = append(naming, i)
		}
	}
	for _, s := range v.Columns {
		if i, ok := at[s.Key]; ok && !columns[i].Naming && !slices.Contains(shown, i) {
			shown = append(shown, i)
		}
	}
	for i, c := range columns {
		if len(v.Columns) == 0 && !c.Hidden && !c.Naming {
			shown = append(shown, i)
		}
	}
	return append(naming, shown...)
}

// chars returns the width the view gives a column, 0 where it says nothing.
func (v View) chars(key string) float32 {
	for _, s := range v.Columns {
		if s.Key == key {
			return s.Chars
		}
	}
	return 0
}

// spell writes the shown columns out, so that one of them can be changed.
func (v *View) spell(columns []Column) {
	widths := v.Columns
	v.Columns = nil
	for _, i := range (View{Columns: widths}).layout(columns) {
		v.Columns = append(v.Columns, Shown{Key: columns[i].Key, Chars: View{Columns: widths}.chars(columns[i].Key)})
	}
}

// State is where the user stands in a list: what is shown of it, searched, ticked and
// selected. It outlives the widgets that show it, which are made anew at another size of text.
type State struct {
	View     View           // how the list is shown now
	Named    []View         // views the user gave a name
	Query    string         // what is searched
	Selected int64          // id of the selected row, 0 for none
	Ticked   map[int64]bool // ids of the ticked rows
	Top      float32        // the row at the upper edge, parts of one too
	Whole    bool           // the rows are shown that the screen leaves out by itself, such as those of other years
	Keep     func(*State)   // follows every change of View and Named; may be nil
}

// keep tells that the view has changed.
func (s *State) keep() {
	if s.Keep != nil {
		s.Keep(s)
	}
}
