package kit

import (
	"encoding/json"
	"slices"
)

// listPlace is how the user has a list: what he comes back to after he was elsewhere.
type listPlace struct {
	Query      string      `json:"query,omitempty"`
	Sorts      []Sort      `json:"sorts,omitempty"`
	Conditions []Condition `json:"conditions,omitempty"`
	Selected   int64       `json:"selected,omitempty"`
}

// Place returns how the user has the list — what is searched, the conditions, the order, the selected row — as
// a text that can be compared and given to Return.
func (l *List) Place() string {
	v := l.state.View
	text, err := json.Marshal(listPlace{Query: l.state.Query, Sorts: v.Sorts, Conditions: v.Conditions, Selected: l.state.Selected})
	if err != nil {
		return "" // there is nothing in it that cannot be written
	}
	return string(text)
}

// Return shows the list as it was at a place; the row is selected if it is still there and choose says so.
func (l *List) Return(at string, choose bool) {
	var p listPlace
	if json.Unmarshal([]byte(at), &p) != nil || at == l.Place() {
		return
	}
	v := &l.state.View
	if p.Query != l.state.Query {
		l.state.Query = p.Query
		if l.search != nil && l.search.Text != p.Query {
			l.search.SetText(p.Query)
		}
		l.Table.SetFilter(p.Query)
	}
	if !slices.Equal(v.Sorts, p.Sorts) || !slices.EqualFunc(v.Conditions, p.Conditions, Condition.equal) {
		v.Sorts, v.Conditions = p.Sorts, p.Conditions
		l.Table.changed()
	}
	if choose && l.Table.Shows(p.Selected) {
		l.Table.Select(p.Selected)
	}
	l.follow()
}
