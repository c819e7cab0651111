package copies

import (
	"fmt"
	"time"
)

// How many days, weeks and months copies are kept for. They are those on which copies were
// made, not those of the calendar: after a holiday of a month the last days of work still
// count as the last days.
const (
	KeepDays   = 7
	KeepWeeks  = 4
	KeepMonths = 12

	wholeDays = 2  // of which every copy is kept
	mostADay  = 12 // but no more than so many
)

// Tier says what a copy is kept for.
type Tier string

// The tiers, from the shortest to the longest; a copy that serves several is told by the
// longest but for the last copy.
const (
	TierNone   Tier = ""
	TierLast   Tier = "last"   // the last good one, whatever its date
	TierRecent Tier = "recent" // of the last two days
	TierDay    Tier = "day"
	TierWeek   Tier = "week"
	TierMonth  Tier = "month"
	TierBefore Tier = "before" // the last one before something that changes much
	TierFlawed Tier = "flawed" // of the last days on which the data file had faults
)

// Kept is what the rules need to know of a copy.
type Kept struct {
	Made time.Time // by the clock of then, in its time zone
	Why  Why       // it was made
	Good bool      // nothing is known against it

	// Flawed says that the data file itself was not as the program had written it: the copy
	// is all that can be had of that moment and stands for no good one.
	Flawed bool
}

// Keep says of each copy, given in the order in which they were written, what it is kept
// for; TierNone is for those that may go. Of each of the last days, weeks and months with
// copies the last good one is kept.
//
// The order in which they were written decides what is last and no clock: one that was set
// back or ahead neither hides new copies behind old ones nor ages them at once. A copy that
// is not good stands for nothing and is for people to judge, so it is none of those that may
// go: it is kept as TierLast. Copies of a file that had faults are kept for so many days, and
// push no good one out.
func Keep(all []Kept) []Tier {
	tiers := make([]Tier, len(all))
	keepEach(all, tiers, TierMonth, KeepMonths, month)
	keepEach(all, tiers, TierWeek, KeepWeeks, week)
	keepEach(all, tiers, TierDay, KeepDays, day)
	keepEach(all, tiers, TierFlawed, KeepDays, day)
	keepRecent(all, tiers)
	seen := map[Why]bool{}
	last := false
	for i := len(all) - 1; i >= 0; i-- {
		switch c := all[i]; {
		case !c.Good:
			tiers[i] = TierLast
		case c.Flawed:
		case !last:
			tiers[i], last = TierLast, true
		case tiers[i] == TierNone && c.Why.before() && !seen[c.Why]:
			tiers[i] = TierBefore
		}
		if all[i].sound() {
			seen[all[i].Why] = true
		}
	}
	return tiers
}

// keepEach keeps the last good copy of each of the last so many periods.
func keepEach(all []Kept, tiers []Tier, tier Tier, most int, of func(time.Time) string) {
	seen := map[string]bool{}
	for i := len(all) - 1; i >= 0; i-- {
		period := of(all[i].Made)
		if !all[i].Good || all[i].Flawed != (tier == TierFlawed) || seen[period] {
			continue
		}
		if len(seen) == most {
			return
		}
		seen[period] = true
		if tiers[i] == TierNone {
			tiers[i] = tier
		}
	}
}

// keepRecent keeps what was made on the last days, however often.
func keepRecent(all []Kept, tiers []Tier) {
	made := map[string]int{}
	for i := len(all) - 1; i >= 0; i-- {
		of := day(all[i].Made)
		if !all[i].sound() {
			continue
		}
		if _, known := made[of]; !known && len(made) == wholeDays {
			return
		}
		made[of]++
		if tiers[i] == TierNone && made[of] <= mostADay {
			tiers[i] = TierRecent
		}
	}
}

// sound reports whether a copy stands for its day.
func (k Kept) sound() bool { return k.Good && !k.Flawed }

func month(at time.Time) string { return at.Format("2006-01") }

func day(at time.Time) string { return at.Format("2006-01-02") }

func week(at time.Time) string {
	year, week := at.ISOWeek()
	return fmt.Sprintf("%d-%02d", year, week)
}
