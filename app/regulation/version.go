package regulation

import (
	"slices"
	"time"

	"technopark/app"
)

// Version is a text that a profile of the data file had, at the latest when it was put in place.
type Version struct {
	Number  int       // 1, 2, 3 … in the order in which they were put in place
	Title   string    // as the text calls itself
	Version string    // as the text says
	Text    string    // whole
	At      time.Time // when it was put in place first
	Who     string    // who did
}

// File returns the text to edit or to compute by.
func (v Version) File() File { return File{v.Title, []byte(v.Text)} }

// Versions returns the texts that the profiles of a kind had for a rating of the year's data, the
// oldest first. Nothing is lost when a profile is replaced or taken out: the journal has them all.
// entries are those of profiles, in any order.
func Versions(entries []app.JournalEntry, kind string, year int) ([]Version, error) {
	t := app.TypeByKey("profile")
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b app.JournalEntry) int { return int(a.ID - b.ID) })
	state := map[int64]*app.Profile{}
	var all []Version
	for _, e := range entries {
		if e.Type != t.Key || e.Action == app.ActionDelete {
			continue
		}
		after, err := app.ReadSnapshot(t, e.After)
		if err != nil {
			return nil, err
		}
		p := state[e.Record]
		if p == nil || e.Action == app.ActionAdd {
			p = &app.Profile{}
			state[e.Record] = p
		}
		for _, f := range t.Stored() {
			if v, given := after.Values[f.Key]; given {
				f.Set(p, v)
			}
		}
		known := slices.ContainsFunc(all, func(v Version) bool { return v.Text == p.Text })
		if p.Kind != kind || p.Year != app.Of(app.Count(year+1)) || known {
			continue
		}
		all = append(all, Version{len(all) + 1, p.Title, p.Version, p.Text, e.At, e.Who})
	}
	return all, nil
}
