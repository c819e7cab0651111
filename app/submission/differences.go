package submission

import (
	"fmt"
	"slices"
	"strings"
)

// Differences names the sheets of a package, by their numbers, that are not those that were
// made: the seal keeps a digest of each sheet, and the sheets that are there now are held
// against it.
type Differences struct {
	Changed []int // sheets that show something else now
	Hidden  []int // sheets that look as they did, and have other words under what is seen
	Added   []int // sheets that were put in, or stand there once more
	Missing []int // sheets that were taken out, by the numbers they had
	Moved   []int // sheets that stand in another place now
}

// None reports whether all sheets are as they should be.
func (d Differences) None() bool {
	return len(d.Changed)+len(d.Hidden)+len(d.Added)+len(d.Missing)+len(d.Moved) == 0
}

// differences compares the digests of the sheets that are there with those that should be.
func differences(are, should []string) Differences {
	first := 0
	for first < min(len(are), len(should)) && are[first] == should[first] {
		first++
	}
	last := 0 // how many are the same from the end
	for last < min(len(are), len(should))-first && are[len(are)-1-last] == should[len(should)-1-last] {
		last++
	}
	if len(are) == len(should) {
		return inPlace(are, should)
	}
	return spread(first, are[first:len(are)-last], should[first:len(should)-last], setOf(should))
}

// inPlace compares as many sheets as there should be, each with the one of its place.
func inPlace(are, should []string) (d Differences) {
	known, there := setOf(should), setOf(are)
	for i, sum := range are {
		if sum == should[i] {
			continue
		}
		if known[sum] {
			d.Moved = append(d.Moved, i+1)
		} else {
			d.Changed = append(d.Changed, i+1)
		}
		if !there[should[i]] && known[sum] { // nothing else is in its place
			d.Missing = append(d.Missing, i+1)
		}
	}
	return d
}

// spread compares what is left of more or fewer sheets than there should be when those that
// are the same at both ends are taken off, so many at the first.
func spread(first int, are, should []string, known map[string]bool) (d Differences) {
	places := map[string][]int{}
	for i, sum := range should {
		places[sum] = append(places[sum], i)
	}
	furthest := -1
	var foreign []int
	for i, sum := range are {
		at := places[sum]
		switch {
		case len(at) == 0 && known[sum]:
			d.Added = append(d.Added, first+i+1) // it stands there once already
		case len(at) == 0:
			foreign = append(foreign, first+i+1)
		default:
			if at[0] < furthest {
				d.Moved = append(d.Moved, first+i+1)
			}
			furthest = max(furthest, at[0])
			places[sum] = at[1:]
		}
	}
	for _, at := range places {
		for _, i := range at {
			d.Missing = append(d.Missing, first+i+1)
		}
	}
	slices.Sort(d.Missing)
	if len(foreign) == len(d.Missing) { // others in their places
		d.Changed, d.Missing = foreign, nil
		return d
	}
	d.Added = append(d.Added, foreign...)
	slices.Sort(d.Added)
	return d
}

func setOf(sums []string) map[string]bool {
	set := make(map[string]bool, len(sums))
	for _, sum := range sums {
		set[sum] = true
	}
	return set
}

// numbers writes numbers of sheets shortly: «3, 7–12».
func numbers(sheets []int) string {
	var runs []string
	for i := 0; i < len(sheets); {
		last := i
		for last+1 < len(sheets) && sheets[last+1] == sheets[last]+1 {
			last++
		}
		run := fmt.Sprint(sheets[i])
		switch {
		case last == i+1:
			run += fmt.Sprintf(", %d", sheets[last])
		case last > i:
			run += fmt.Sprintf("–%d", sheets[last])
		}
		runs = append(runs, run)
		i = last + 1
	}
	return strings.Join(runs, ", ")
}
