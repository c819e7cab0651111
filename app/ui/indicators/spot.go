package indicators

import (
	"strings"

	"technopark/app/ui/desk"
)

// traceSpot begins the spot of an indicator that is taken apart; that of one selected in the table is its
// code alone.
const traceSpot = "trace\n"

// Spot says which indicator is taken apart or, in the table, selected.
func (s *Screen) Spot() string {
	if s.traced != "" {
		return traceSpot + s.traced
	}
	if at := s.table.Selected(); s.result != nil && at > 0 && int(at) <= len(s.result.All()) {
		return s.result.All()[at-1].Code
	}
	return ""
}

// ReturnTo takes that indicator apart again or selects it, now or when those of its year are computed.
func (s *Screen) ReturnTo(spot string) {
	s.wanted = spot
	s.standAtWanted()
}

func (s *Screen) standAtWanted() {
	if s.result == nil || s.wanted == "" {
		return
	}
	spot := s.wanted
	s.wanted = ""
	code, trace := strings.CutPrefix(spot, traceSpot)
	for i, ind := range s.result.All() {
		switch {
		case ind.Code != code:
		case !trace:
			s.closeTrace()
			s.table.Select(int64(i + 1))
		case s.traced != code:
			s.openTrace(int64(i + 1))
		}
	}
}

var _ desk.Returner = (*Screen)(nil)
