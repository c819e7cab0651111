package kit

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/i18n"
)

// order is how the rows of a table are chosen and sorted.
type order struct {
	column     int // −1 for the order they came in
	descending bool
	query      string
}

// arrange returns the indices of the rows that answer the query, in order. folded is what
// the rows are searched by; without a query it is not needed.
func (o order) arrange(rows []Row, folded []string, collator *i18n.Collator) []int {
	words := strings.Fields(app.Fold(o.query))
	shown := make([]int, 0, len(rows))
	for start := 0; start < len(rows); start = groupEnd(rows, start) {
		first, end := start, groupEnd(rows, start)
		if rows[start].Heading {
			first++
		}
		members := o.members(rows, folded, first, end, words, collator)
		if len(members) > 0 && rows[start].Heading {
			shown = append(shown, start)
		}
		shown = append(shown, members...)
	}
	return shown
}

// members returns the rows of one group that answer the query, in order.
func (o order) members(rows []Row, folded []string, first, end int, words []string, collator *i18n.Collator) []int {
	var shown []int
	for i := first; i < end; i++ {
		if len(words) == 0 || app.HoldsAll(folded[i], words) {
			shown = append(shown, i)
		}
	}
	if o.column < 0 {
		return shown
	}
	keys := make(map[int]sortKey, len(shown))
	for _, i := range shown {
		keys[i] = keyOf(rows[i], o.column, collator)
	}
	slices.SortStableFunc(shown, func(a, b int) int { return o.compare(keys[a], keys[b]) })
	return shown
}

// sortKey compares figures before words and leaves what is empty for the end.
type sortKey struct {
	rank int // 0 figure, 1 words, 2 nothing
	n    int64
	text []byte
}

func keyOf(row Row, column int, collator *i18n.Collator) sortKey {
	if column >= len(row.Cells) {
		return sortKey{rank: 2}
	}
	cell := row.Cells[column]
	switch {
	case cell.Number:
		return sortKey{n: cell.N}
	case cell.Text == "" || cell.Text == "—":
		return sortKey{rank: 2}
	}
	return sortKey{rank: 1, text: collator.Key(cell.Text)}
}

// compare keeps empty cells at the end in both directions: nobody sorts to see them first.
func (o order) compare(a, b sortKey) int {
	if a.rank == 2 || b.rank == 2 {
		return cmp.Compare(a.rank, b.rank)
	}
	c := cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.n, b.n), bytes.Compare(a.text, b.text))
	if o.descending {
		return -c
	}
	return c
}

// foldRows returns what each row is searched by.
func foldRows(rows []Row) []string {
	folded := make([]string, len(rows))
	for i, row := range rows {
		var all strings.Builder
		for _, cell := range row.Cells {
			all.WriteString(cell.Text)
			all.WriteByte(' ')
		}
		folded[i] = app.Fold(all.String())
	}
	return folded
}
