package card

import (
	"slices"

	"fyne.io/fyne/v2"
)

// newOverview makes the tab of a little of everything. At the left are the reports, what
// there is first of the other parts, and what the check waits for; at the right who it is.
// The rest goes where there is room.
func (s *Screen) newOverview() tab {
	var left, lists []*block
	for i, part := range s.seen.parts {
		if part.Type.Yearly() {
			left = append(left, s.yearsBlock(i, true))
		} else {
			lists = append(lists, s.partBlock(i))
		}
	}
	if len(lists) > 0 {
		left, lists = append(left, lists[0]), lists[1:]
	}
	left = append(left, s.findingsBlock(true))
	right := []*block{s.fieldsBlock(true)}
	lists = append(lists, s.proofsBlock(true), s.historyBlock(true))
	t := &scrolled{screen: s, blocks: slices.Concat(left, right, lists)}
	l := &columns{left: shownOf(left), right: shownOf(right)}
	t.scroll = scrollOf(l, shownOf(t.blocks))
	t.follow()
	return t
}

func shownOf(blocks []*block) []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(blocks))
	for i, b := range blocks {
		all[i] = b.shown
	}
	return all
}
