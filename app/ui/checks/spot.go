package checks

import (
	"slices"
	"strings"

	"technopark/app/check"
	"technopark/app/ui/desk"
)

// Spot says which findings are chosen to be shown, and which is selected: by its rule and place, for they are
// counted anew with every check.
func (s *Screen) Spot() string { return s.choice.key() + spotPart + s.selectedSpot() }

// spotPart stands between what is shown and what is selected.
const spotPart = "\n\n"

func (s *Screen) selectedSpot() string {
	if s.words.finding == nil {
		return ""
	}
	return spotOf(*s.words.finding)
}

func spotOf(f check.Finding) string { return f.Rule + "\n" + f.Place().String() }

// ReturnTo selects that finding, now or when the check of its year has come.
func (s *Screen) ReturnTo(spot string) {
	shown, selected, ok := strings.Cut(spot, spotPart)
	if !ok || s.words.unsaved() {
		return
	}
	if shown != s.choice.key() {
		s.choice.take(shown)
		s.showRows()
	}
	if selected == "" || selected == s.selectedSpot() {
		return
	}
	s.wanted = selected
	s.selectWanted()
}

// selectWanted selects the finding that was come back to, once it is among those found; one that the
// choices over the list hide is shown with all others.
func (s *Screen) selectWanted() {
	if s.wanted == "" || s.checked.Book == nil {
		return
	}
	at := slices.IndexFunc(s.report.Findings, func(f check.Finding) bool { return spotOf(f) == s.wanted })
	s.wanted = ""
	if at < 0 {
		return // it is mended
	}
	id := int64(at + 1)
	if !slices.Contains(s.table.Shown(), id) {
		s.reset()
	}
	s.choose(id)
}

var _ desk.Returner = (*Screen)(nil)
