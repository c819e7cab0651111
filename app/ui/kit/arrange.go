package kit

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/i18n"
)

// grid is the rows of a list and what is worked out of them; it knows no widgets.
type grid struct {
	columns  []Column
	rows     []Row
	surveys  []survey          // of each column of figures
	words    map[int][]string  // of whole columns: their texts, each once
	searched []int             // columns whose texts are searched
	kept     int64             // id of a row that is shown whatever is asked; 0 for none
	folded   []string          // what rows are searched by; «» for those not asked yet
	keys     map[string][]byte // of texts, for sorting
	folds    map[string]string // of texts, for searching
	collator *i18n.Collator
}

func newGrid(columns []Column) *grid {
	return &grid{columns: columns, keys: map[string][]byte{}, folds: map[string]string{}, collator: i18n.NewCollator()}
}

// set replaces the rows.
func (s *grid) set(rows []Row) {
	s.rows, s.folded = rows, nil
	s.surveys, s.words = make([]survey, len(s.columns)), map[int][]string{}
	if most := 16*len(rows) + 10_000; len(s.keys) > most || len(s.folds) > most { // of texts that are long gone
		clear(s.keys)
		clear(s.folds)
	}
}

// search says which columns are searched.
func (s *grid) search(columns []int) {
	if !slices.Equal(columns, s.searched) {
		s.searched, s.folded = columns, nil
	}
}

// survey returns what is known of the figures of a column; they are looked through when the
// column is first shown.
func (s *grid) survey(column int) survey {
	if !s.surveys[column].made {
		s.surveys[column] = s.columns[column].Figures.survey(s.rows, column)
	}
	return s.surveys[column]
}

// texts returns the texts of a column, each once; they are gathered when it is first shown.
func (s *grid) texts(column int) []string {
	if known, ok := s.words[column]; ok || s.words == nil {
		return known
	}
	var texts []string
	for _, row := range s.rows {
		if text := row.at(column).Text; !row.Heading && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	s.words[column] = texts
	return texts
}

// text returns what a cell shows.
func (s *grid) text(cell Cell, column int) string {
	if f := s.columns[column].Figures; f != nil && cell.Number && cell.Text == "" {
		return f.write(cell.N, s.survey(column).decimals)
	}
	return cell.Text
}

// column returns the index of a column by its key, −1 when there is none.
func (s *grid) column(key string) int {
	return slices.IndexFunc(s.columns, func(c Column) bool { return c.Key == key })
}

// arrange returns the indices of the rows that answer the query and all conditions, in the
// order of the sorts. Headings stay over their groups and go with the last of them.
func (s *grid) arrange(query string, conditions []Condition, sorts []Sort) []int {
	admit := s.admission(query, conditions)
	order := s.ordering(sorts)
	shown := make([]int, 0, len(s.rows))
	for start := 0; start < len(s.rows); {
		end := groupEnd(s.rows, start)
		first := start
		if s.rows[start].Heading {
			first++
		}
		head := len(shown)
		if first > start {
			shown = append(shown, start)
		}
		for i := first; i < end; i++ {
			if admit(i) {
				shown = append(shown, i)
			}
		}
		members := shown[head+first-start:]
		if len(members) == 0 {
			shown = shown[:head]
		}
		order(members)
		start = end
	}
	return shown
}

// admission returns what tells whether a row is shown.
func (s *grid) admission(query string, conditions []Condition) func(row int) bool {
	words := strings.Fields(app.Fold(query))
	if len(words) > 0 && s.folded == nil {
		s.folded = make([]string, len(s.rows))
	}
	type test struct {
		Condition
		column int
		words  []string
	}
	var tests []test
	for _, c := range conditions {
		if at := s.column(c.Key); at >= 0 {
			tests = append(tests, test{c, at, strings.Fields(app.Fold(c.Contains))})
		}
	}
	return func(row int) bool {
		if s.kept != 0 && s.rows[row].ID == s.kept {
			return true
		}
		for _, t := range tests {
			cell := s.rows[row].at(t.column)
			if !t.admits(cell, s.text(cell, t.column), t.words) {
				return false
			}
		}
		return len(words) == 0 || app.HoldsAll(s.fold(row), words)
	}
}

// fold returns what a row is searched by; it is made once for each set of rows.
func (s *grid) fold(row int) string {
	if s.folded[row] != "" {
		return s.folded[row]
	}
	var all strings.Builder
	for _, i := range s.searched {
		if text := s.text(s.rows[row].at(i), i); text != "" {
			all.WriteString(s.foldText(text, s.columns[i].Figures != nil))
			all.WriteByte(' ')
		}
	}
	s.folded[row] = all.String() + " "
	return s.folded[row]
}

// figureSigns are the signs of figures that Fold changes.
var figureSigns = strings.NewReplacer(app.NBSP, " ", "\u2212", "-")

// foldText folds the text of a cell. Words come again in other rows and after every change, and
// are folded once; figures have few signs to fold.
func (s *grid) foldText(text string, figure bool) string {
	if figure {
		return figureSigns.Replace(text)
	}
	folded, known := s.folds[text]
	if !known {
		folded = app.Fold(text)
		s.folds[text] = folded
	}
	return folded
}

// ordering returns what sorts the indices of rows.
func (s *grid) ordering(sorts []Sort) func(members []int) {
	var by []int
	var down []bool
	for _, sort := range sorts {
		if at := s.column(sort.Key); at >= 0 {
			by, down = append(by, at), append(down, sort.Descending)
		}
	}
	if len(by) == 0 {
		return func([]int) {}
	}
	return func(members []int) {
		keyed := make([]keyedRow, len(members))
		all := make([]sortKey, len(members)*len(by))
		for n, row := range members {
			keys := all[n*len(by) : (n+1)*len(by)]
			for i, column := range by {
				keys[i] = s.key(row, column)
			}
			keyed[n] = keyedRow{row, keys}
		}
		slices.SortFunc(keyed, func(a, b keyedRow) int {
			return cmp.Or(compareKeys(a.keys, b.keys, down), cmp.Compare(a.row, b.row)) // even ones as they came
		})
		for n := range keyed {
			members[n] = keyed[n].row
		}
	}
}

// keyedRow is a row and what it is sorted by.
type keyedRow struct {
	row  int
	keys []sortKey
}

func compareKeys(a, b []sortKey, down []bool) int {
	for i := range a {
		if c := a[i].compare(b[i], down[i]); c != 0 {
			return c
		}
	}
	return 0
}

// sortKey compares figures before words and leaves what is empty for the end.
type sortKey struct {
	rank int // 0 figure, 1 words, 2 nothing
	n    int64
	text []byte
}

func (s *grid) key(row, column int) sortKey {
	cell := s.rows[row].at(column)
	switch {
	case cell.Number:
		return sortKey{n: cell.N}
	case cell.Text == "" || cell.Text == "—" || cell.Blank() && !s.columns[column].Naming:
		return sortKey{rank: 2}
	}
	key, known := s.keys[cell.Text]
	if !known {
		key = s.collator.Key(cell.Text)
		s.keys[cell.Text] = key
	}
	return sortKey{rank: 1, text: key}
}

// compare keeps empty cells at the end in both directions: nobody sorts to see them first.
func (a sortKey) compare(b sortKey, descending bool) int {
	if a.rank == 2 || b.rank == 2 {
		return cmp.Compare(a.rank, b.rank)
	}
	c := cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.n, b.n), bytes.Compare(a.text, b.text))
	if descending {
		return -c
	}
	return c
}
