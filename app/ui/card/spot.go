package card

import "technopark/app/ui/desk"

// Spot says which tab of the card is shown; whose card it is the shell knows.
func (s *Screen) Spot() string { return s.keyOfTab() }

// ReturnTo shows that tab.
func (s *Screen) ReturnTo(spot string) {
	if spot != "" && s.seen.rec != nil {
		s.choose(spot)
	}
}

var _ desk.Returner = (*Screen)(nil)
