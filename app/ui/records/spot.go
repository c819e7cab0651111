package records

import (
	"strconv"
	"strings"

	"technopark/app/ui/desk"
)

// Spot says which record is in the form and whether the list is of all years.
func (s *Screen) Spot() string {
	whole := ""
	if s.list.State().Whole {
		whole = "whole"
	}
	return strconv.FormatInt(s.Selected(), 10) + "\n" + whole
}

// ReturnTo shows that record in that list.
func (s *Screen) ReturnTo(spot string) {
	parts := strings.SplitN(spot, "\n", 2)
	if len(parts) < 2 {
		return
	}
	id, _ := strconv.ParseInt(parts[0], 10, 64)
	if whole := parts[1] != ""; whole != s.list.State().Whole {
		s.list.State().Whole = whole
		s.Refresh()
	}
	if s.records[id] != nil && id != s.Selected() {
		s.Open(id, "")
	}
}

var _ desk.Returner = (*Screen)(nil)
