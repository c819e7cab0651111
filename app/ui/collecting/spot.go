package collecting

import (
	"strconv"
	"strings"

	"technopark/app/ui/desk"
)

// Spot says which quarter is shown and whose questionnaire is selected.
func (s *Screen) Spot() string {
	return strconv.Itoa(s.quarter) + "\n" + strconv.FormatInt(s.table.Selected(), 10)
}

// ReturnTo shows that quarter and selects that resident.
func (s *Screen) ReturnTo(spot string) {
	when, whose, _ := strings.Cut(spot, "\n")
	quarter, err := strconv.Atoi(when)
	id, fault := strconv.ParseInt(whose, 10, 64)
	if err != nil || fault != nil {
		return
	}
	if quarter != s.quarter {
		s.quarter = quarter
		s.Refresh()
	}
	s.table.Select(id)
	s.follow()
}

var _ desk.Returner = (*Screen)(nil)
