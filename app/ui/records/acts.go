package records

import (
	"fyne.io/fyne/v2/theme"

	"technopark/app/ui/kit"
)

// acts are what can be done with rows of the list: they stand in the bar of ticked rows and in
// the menu of a row.
func (s *Screen) acts() []kit.Action {
	return []kit.Action{
		{Text: s.desk.T("ui.act.delete"), Icon: theme.DeleteIcon(), Single: true, Can: s.whyNotDelete, Do: func([]int64) { s.Delete() }},
	}
}

// whyNotDelete says why no row can be deleted, «» when they can.
func (s *Screen) whyNotDelete([]int64) string {
	if s.typ.Made || s.desk.ReadOnly() {
		return s.desk.T("ui.act.fixed")
	}
	return ""
}
