package collecting

import (
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// groupAll is the filter that leaves everything.
const groupAll = "all"

// group is one filter of the list: the states it leaves.
type group struct {
	key    string
	mark   app.Mark
	states []collection.State
	seldom bool // it is offered only where there are any
}

// grouping returns the filters in their order.
func grouping() []group {
	return []group{
		{groupAll, app.NoMark, collection.States(), false},
		{"accepted", app.MarkReady, []collection.State{collection.Accepted, collection.Entered}, false},
		{"doubtful", app.MarkWarning, []collection.State{collection.Doubtful, collection.Faulty}, false},
		{"arrived", app.NoMark, []collection.State{collection.Arrived}, false},
		{"overdue", app.MarkWarning, []collection.State{collection.Overdue}, false},
		{"not_sent", app.MarkMissing, []collection.State{collection.NotSent}, false},
		{"waiting", app.NoMark, []collection.State{collection.Sent, collection.Returned}, true},
		{"unneeded", app.NoMark, []collection.State{collection.Unneeded}, true},
	}
}

// groups are the filters with how many residents each leaves.
func (s *Screen) groups() []kit.StripItem {
	var items []kit.StripItem
	for _, g := range grouping() {
		n := s.of.Count(g.states...)
		if g.seldom && n == 0 && s.states.Chosen() != g.key {
			continue
		}
		items = append(items, kit.StripItem{Key: g.key, Text: g.mark.Before(s.groupTitle(g.key) + app.NBSP + desk.Whole(n))})
	}
	return items
}

func (s *Screen) groupTitle(key string) string { return s.desk.T("ui.collect.group." + key) }

// inGroup returns the rows a filter leaves.
func (s *Screen) inGroup(key string) []collection.Row {
	var all []collection.Row
	for _, g := range grouping() {
		if g.key != key {
			continue
		}
		for _, row := range s.of.Rows {
			for _, state := range g.states {
				if row.State == state {
					all = append(all, row)
				}
			}
		}
	}
	return all
}

// chosen returns how many filters are set.
func (s *Screen) chosen() int {
	if s.states.Chosen() == groupAll {
		return 0
	}
	return 1
}

// everything takes the filter of states back.
func (s *Screen) everything() *kit.Button {
	b := kit.NewTool(s.desk.T("ui.list.widen"), theme.ContentUndoIcon(), func() {
		s.states.Choose(groupAll)
		s.showRows()
		s.FocusList()
	})
	b.OnEscape = b.OnTapped
	return b
}
