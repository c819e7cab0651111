package copies

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// A year in which staff work from Monday to Friday, with a holiday in May and another in
// August, and open the program twice a day.
func year() []Kept {
	var all []Kept
	for at := time.Date(2021, 1, 11, 9, 0, 0, 0, time.UTC); at.Year() == 2021; at = at.AddDate(0, 0, 1) {
		off := at.Weekday() == time.Saturday || at.Weekday() == time.Sunday ||
			at.Month() == time.May && at.Day() < 11 || at.Month() == time.August && at.Day() < 22
		if !off {
			all = append(all, Kept{at, WhyStart, true, false}, Kept{at.Add(9 * time.Hour), WhyExit, true, false})
		}
	}
	return all
}

// rotate makes the copies one by one and takes away what may go, as the program does.
func rotate(all []Kept) []Kept {
	var left []Kept
	for _, c := range all {
		left = append(left, c)
		tiers := Keep(left)
		var kept []Kept
		for i, c := range left {
			if tiers[i] != TierNone {
				kept = append(kept, c)
			}
		}
		left = kept
	}
	return left
}

func TestKeepOverAYear(t *testing.T) {
	left := rotate(year())
	var days []string
	for _, c := range left {
		days = append(days, c.Made.Format("02.01 15"))
	}
	want := []string{
		"29.01 18", "26.02 18", "31.03 18", "30.04 18", "31.05 18", "30.06 18", "30.07 18", "31.08 18", "30.09 18",
		"29.10 18", "30.11 18", "10.12 18", "17.12 18", "23.12 18", "24.12 18", "27.12 18", "28.12 18", "29.12 18",
		"30.12 09", "30.12 18", "31.12 09", "31.12 18",
	}
	if !slices.Equal(days, want) {
		t.Errorf("kept are\n%q, want\n%q", days, want)
	}
}

// After a pause of any length what was made last is still there.
func TestKeepAfterAPause(t *testing.T) {
	all := rotate(append(year(), Kept{time.Date(2024, 3, 1, 9, 0, 0, 0, time.UTC), WhyStart, true, false}))
	days := map[string]bool{}
	for _, c := range all {
		days[day(c.Made)] = true
	}
	for _, want := range []string{"2024-03-01", "2021-12-31", "2021-12-30", "2021-12-24", "2021-02-26"} {
		if !days[want] {
			t.Errorf("nothing is left of %s", want)
		}
	}
}

// A clock that was set ahead or back for a day takes nothing away that was kept before.
func TestKeepWithAWrongClock(t *testing.T) {
	good := rotate(year())
	for _, wrong := range []time.Time{time.Date(2099, 1, 1, 9, 0, 0, 0, time.UTC), time.Date(1999, 1, 1, 9, 0, 0, 0, time.UTC)} {
		all := append(slices.Clone(good), Kept{wrong, WhyStart, true, false})
		tiers := Keep(all)
		if tiers[len(all)-1] != TierLast {
			t.Errorf("the copy of %v is kept as %q", wrong, tiers[len(all)-1])
		}
		gone := 0
		for _, tier := range tiers {
			if tier == TierNone {
				gone++
			}
		}
		if gone > 4 {
			t.Errorf("with a clock of %v %d copies go", wrong.Year(), gone)
		}
		for _, month := range []string{"2021-03", "2021-11", "2021-12"} {
			if !slices.ContainsFunc(all, func(c Kept) bool {
				return c.Made.Format("2006-01") == month && tiers[slices.Index(all, c)] != TierNone
			}) {
				t.Errorf("with a clock of %v nothing is left of %s", wrong.Year(), month)
			}
		}
	}
}

// TestKeepAlways holds what is true of any copies at any times.
func TestKeepAlways(t *testing.T) {
	reasons := []Why{WhyStart, WhyExit, WhyAsked, WhyImport, WhyRollover, WhyRestore, WhyUpgrade}
	rapid.Check(t, func(t *rapid.T) {
		at := time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)
		var all []Kept
		for range rapid.IntRange(0, 200).Draw(t, "copies") {
			at = at.Add(time.Duration(rapid.Int64Range(-40*24, 40*24).Draw(t, "hours")) * time.Hour)
			if rapid.Bool().Draw(t, "soon") {
				at = at.Add(time.Minute)
			}
			all = append(all, Kept{at, rapid.SampledFrom(reasons).Draw(t, "why"), rapid.IntRange(0, 9).Draw(t, "good") > 0, rapid.IntRange(0, 9).Draw(t, "flawed") == 0})
		}
		tiers := Keep(all)
		kept, last := 0, -1
		for i, c := range all {
			switch {
			case c.sound():
				last = i
			case !c.Good && tiers[i] == TierNone:
				t.Fatalf("copy %d is not good and would be taken away", i)
			}
			if c.Good && tiers[i] != TierNone {
				kept++
			}
		}
		if last >= 0 && tiers[last] != TierLast {
			t.Fatalf("the last good copy is kept as %q", tiers[last])
		}
		if most := 2*KeepDays + KeepWeeks + KeepMonths + wholeDays*mostADay + 4; kept > most {
			t.Fatalf("%d copies are kept, more than %d", kept, most)
		}
		for _, c := range []struct {
			n  int
			of func(time.Time) string
		}{{KeepDays, day}, {KeepWeeks, week}, {KeepMonths, month}} {
			holdsLastOf(t, all, tiers, c.n, c.of)
		}
	})
}

// holdsLastOf fails unless the last good copy of each of the last n periods is kept.
func holdsLastOf(t *rapid.T, all []Kept, tiers []Tier, n int, of func(time.Time) string) {
	seen := map[string]bool{}
	for i := len(all) - 1; i >= 0 && len(seen) < n; i-- {
		if period := of(all[i].Made); all[i].sound() && !seen[period] {
			seen[period] = true
			if tiers[i] == TierNone {
				t.Fatalf("the last copy of %s goes", period)
			}
		}
	}
}

// Of a day on which many were made so many stay as are told apart; those of the last days stay whole.
func TestKeepOfABusyDay(t *testing.T) {
	var all []Kept
	for n := range 3 * mostADay {
		all = append(all, Kept{time.Date(2021, 3, 10, 8, n, 0, 0, time.UTC), WhyStart, true, false})
	}
	kept := 0
	for i, tier := range Keep(all) {
		if tier == TierNone {
			continue
		}
		kept++
		if i < 2*mostADay {
			t.Errorf("No %d of %d is kept as %v", i, len(all), tier)
		}
	}
	if kept != mostADay {
		t.Errorf("%d are kept, want %d", kept, mostADay)
	}
}
