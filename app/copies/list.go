package copies

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/disk"
)

// Copy is one copy, in whichever places it lies.
type Copy struct {
	Entry         // of a file that stands in no list, only Name, Made, Size and Fault are known
	Listed bool   // the program knows what it has written
	Ours   bool   // it stands in the list of this computer, which takes it away when its time is over
	Tier   Tier   // what it is kept for
	First  string // path in the folder beside the data file; «» when it is not there
	Second string // path in the second place; «» when it is not there
	Stale  bool   // it was written to since it was read, in one of the places
	Other  bool   // it is of another data file, whose copies come into the same folder
}

// Path returns where the copy is best read from: beside the data file if it is there.
func (c Copy) Path() string { return cmp.Or(c.First, c.Second) }

// StateID is the message that says how the copy is.
func (c Copy) StateID() string {
	switch {
	case c.Fault != "":
		return c.Fault
	case c.Other:
		return "copies.state.other"
	case c.Flawed:
		return FaultFile
	case !c.Listed:
		return "copies.state.unread"
	case c.Stale:
		return "copies.state.stale"
	case !c.Rehearsed.IsZero():
		return "copies.state.rehearsed"
	}
	return "copies.state.good"
}

// Listing is the copies of a data file.
type Listing struct {
	Copies []Copy // the last written first
	Folder string // beside the data file
	Second string // the second place that was chosen; «» when none is
	Absent error  // why the second place cannot be looked at; nil when it can
	// Seen is when the second place last took a copy, as far as the first place knows; zero
	// when it never did.
	Seen time.Time
}

// Last returns the last copy of which nothing bad is known, that stands in a list and was read as
// it lies there.
func (l *Listing) Last() (Copy, bool) {
	for _, c := range l.Copies {
		if c.hopeful() && !c.Stale {
			return c, true
		}
	}
	return Copy{}, false
}

// hopeful reports whether a copy of the file stands in a list and nothing bad is known of it.
func (c Copy) hopeful() bool { return c.Listed && !c.Other && c.Fault == "" && !c.Flawed }

// Bytes returns how much room the copies take in all places.
func (l *Listing) Bytes() int64 {
	var all int64
	for _, c := range l.Copies {
		for _, path := range []string{c.First, c.Second} {
			if path != "" {
				all += c.Size
			}
		}
	}
	return all
}

// List looks at the copies of a data file in both places. It opens none of them.
func (k Keeper) List(file string) (*Listing, error) {
	file, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	l := &Listing{Folder: Folder(file), Second: k.Settings.Second}
	first, err := k.look(l.Folder)
	if err != nil {
		return nil, err
	}
	for _, c := range first {
		c.First, c.Second = c.Second, ""
		l.Copies = append(l.Copies, c)
	}
	l.upgrades(file)
	if l.Second != "" {
		if l.Absent = present(l.Second); l.Absent == nil {
			var second []Copy
			second, l.Absent = k.look(filepath.Join(l.Second, folderName(file)))
			l.join(second)
		}
	}
	l.tellOthers(k.origin(file))
	slices.SortStableFunc(l.Copies, func(a, b Copy) int {
		return cmp.Or(cmp.Compare(b.Number, a.Number), b.Made.Compare(a.Made))
	})
	l.Seen = k.seen(l)
	return l, nil
}

// origin returns by what the copies of a data file are known, «» where nobody knows.
func (k Keeper) origin(file string) string {
	if k.Storage.Origin == nil {
		return ""
	}
	return k.Storage.Origin(file)
}

// tellOthers marks the copies of other data files: two of one name have one folder in the second place,
// and names are shortened there. A copy whose origin is not known may be of this one.
func (l *Listing) tellOthers(origin string) {
	for i := range l.Copies {
		c := &l.Copies[i]
		c.Other = origin != "" && c.Listed && c.Holds.Origin != "" && c.Holds.Origin != origin
	}
}

// seen returns when the second place took a copy last.
func (k Keeper) seen(l *Listing) time.Time {
	for _, c := range l.Copies {
		if c.Listed && !c.Other && (c.Second != "" || c.Carried) {
			return c.Made
		}
	}
	return time.Time{}
}

// join puts together what lies in both places.
func (l *Listing) join(second []Copy) {
	for _, c := range second {
		at := slices.IndexFunc(l.Copies, func(o Copy) bool {
			return o.Listed && c.Listed && o.Plain == c.Plain && o.Made.Equal(c.Made) && o.Second == ""
		})
		if at < 0 {
			l.Copies = append(l.Copies, c)
			continue
		}
		o := &l.Copies[at]
		o.Second, o.Fault, o.Stale = c.Second, cmp.Or(o.Fault, c.Fault), o.Stale || c.Stale
		if c.Rehearsed.After(o.Rehearsed) {
			o.Rehearsed = c.Rehearsed
		}
	}
}

// look returns the copies that lie in a folder, with their paths as Second.
func (k Keeper) look(folder string) ([]Copy, error) {
	if err := disk.Dir(folder); errors.Is(err, app.ErrMissingDir) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	disk.Sweep(folder)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, disk.Unread(folder, err)
	}
	known := map[string]Copy{}
	for _, e := range entries {
		if !isLedger(e.Name()) {
			continue
		}
		path := filepath.Join(folder, e.Name())
		list, err := readLedger(path)
		if err != nil {
			return nil, err
		}
		ours := path == ledgerPath(folder, k.Computer)
		tiers := tiersOf(list)
		for i, e := range list.Copies {
			known[e.Name] = Copy{Entry: e, Listed: true, Ours: ours, Tier: tiers[i]}
		}
	}
	var all []Copy
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || !isCopy(e.Name()) {
			continue
		}
		c, listed := known[e.Name()]
		if !listed {
			c.Entry = Entry{Name: e.Name(), Made: info.ModTime(), Size: info.Size()}
		}
		if listed && info.Size() != c.Size {
			c.Fault = FaultChanged
		}
		c.Stale = listed && c.touched(info)
		c.Second = filepath.Join(folder, e.Name())
		all = append(all, c)
	}
	return all, nil
}

// tiersOf says what each entry of a list is kept for; copies of several data files that
// share a folder are kept apart.
func tiersOf(list *ledger) []Tier {
	tiers := make([]Tier, len(list.Copies))
	of := map[string][]int{}
	for i, e := range list.Copies {
		of[e.Holds.Origin] = append(of[e.Holds.Origin], i)
	}
	for _, places := range of {
		kept := make([]Kept, len(places))
		for i, at := range places {
			e := list.Copies[at]
			kept[i] = Kept{e.Made, e.keptFor(), e.Fault == "", e.Flawed}
		}
		for i, tier := range Keep(kept) {
			tiers[places[i]] = tier
		}
	}
	return tiers
}

// upgrades adds the copies that a data file had put beside it before it was upgraded.
func (l *Listing) upgrades(file string) {
	ext := filepath.Ext(file)
	mark := strings.TrimSuffix(filepath.Base(file), ext) + ".before-upgrade-"
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || !strings.HasPrefix(e.Name(), mark) || filepath.Ext(e.Name()) != ext {
			continue
		}
		l.Copies = append(l.Copies, Copy{
			Entry: Entry{Name: e.Name(), Made: info.ModTime(), Size: info.Size(), Why: WhyUpgrade},
			First: filepath.Join(filepath.Dir(file), e.Name()),
		})
	}
}
