package standing

import (
	"slices"
	"strconv"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
)

// NextGoal returns what lies before the park: the group better than its own, else the place above
// its own; false when it is first, or has neither a group nor a place.
func (s *Standing) NextGoal() (composite.Goal, bool) {
	is, groups := s.Is(), s.Index().Method().Groups
	switch at := groupAt(groups, is.Group); {
	case at > 0:
		return composite.Goal{Group: groups[at-1].Name}, true
	case is.Place > 1:
		return composite.Goal{Place: is.Place - 1}, true
	}
	return composite.Goal{}, false
}

// Margin returns by how much the index of the park lies above the bound of its group, in points of
// the index; false for the last group and where there is none.
func (s *Standing) Margin() (float64, bool) {
	is, groups := s.Is(), s.Index().Method().Groups
	at := groupAt(groups, is.Group)
	if at < 0 || groups[at].Open || !is.Index.Known {
		return 0, false
	}
	return is.Index.Number - groups[at].Bound, true
}

// GoalWords names a goal: «группа I (больше 110 %)», «5-е место».
func (s *Standing) GoalWords(goal composite.Goal, lang app.Lang) string {
	if goal.Group == "" {
		return Place(goal.Place, lang)
	}
	words := app.L("группа"+app.NBSP+goal.Group, "group "+goal.Group).In(lang)
	if bound := s.GoalBound(goal, lang); bound != "" {
		return words + " (" + bound + ")"
	}
	return words
}

// GoalBound writes where a group begins: «больше 110 %», «от 90 %»; nothing of a place, and of a
// group without a bound.
func (s *Standing) GoalBound(goal composite.Goal, lang app.Lang) string {
	groups := s.Index().Method().Groups
	at := groupAt(groups, goal.Group)
	if at < 0 || groups[at].Open {
		return ""
	}
	bound := s.BoundText(groups[at].Bound, lang)
	if groups[at].Above {
		return app.L("больше "+bound, "above "+bound).In(lang)
	}
	return app.L("от "+bound, "from "+bound).In(lang)
}

// TowardsWords names a goal as where a way leads: «до группы I», «до 5-го места».
func (s *Standing) TowardsWords(goal composite.Goal, lang app.Lang) string {
	if goal.Group == "" {
		return app.L("до "+strconv.Itoa(goal.Place)+"-го"+app.NBSP+"места", "to "+Place(goal.Place, app.EN)).In(lang)
	}
	return app.L("до группы"+app.NBSP+goal.Group, "to group "+goal.Group).In(lang)
}

// BoundText writes a bound of the index: in percent where the method gives it so, and without
// decimals where it has none: «110 %».
func (s *Standing) BoundText(x float64, lang app.Lang) string {
	switch whole := x == float64(int64(x)); {
	case !s.Index().Method().Percent:
		return Decimals(x, 2, lang)
	case whole:
		return app.InUnit(Decimals(x, 0, lang), "%", lang)
	}
	return Percent(x, lang)
}

// IndexText writes the index of a park as the method gives it: «106,4 %», «0,53»; a dash when it
// is not known.
func (s *Standing) IndexText(v composite.Value, lang app.Lang) string {
	switch {
	case !v.Known:
		return "—"
	case !s.Index().Method().Percent:
		return Decimals(v.Number, 2, lang)
	}
	return Percent(v.Number, lang)
}

func groupAt(groups []composite.Group, name string) int {
	if name == "" {
		return -1
	}
	return slices.IndexFunc(groups, func(g composite.Group) bool { return g.Name == name })
}

// reached reports whether a park stands where a goal is.
func (s *Standing) reached(p rating.ParkPosition, goal composite.Goal) bool {
	if goal.Group == "" {
		return p.Place > 0 && p.Place <= goal.Place
	}
	groups := s.Index().Method().Groups
	at := groupAt(groups, p.Group)
	return at >= 0 && at <= groupAt(groups, goal.Group)
}
