package copies

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"technopark/app/disk"
)

// FaultChanged is the message of a copy that is no longer what was written.
const FaultChanged = "copies.fault.changed"

// rotate takes away the copies of the data file that are no longer kept, and what is gone
// out of the list.
func (m *making) rotate(list *ledger) error {
	m.tell.say(stepRotate, 0, 0)
	list.Copies = stillThere(list)
	var mine []int
	var kept []Kept
	for i, e := range list.Copies {
		if e.Holds.Origin == m.holds.Origin {
			mine, kept = append(mine, i), append(kept, Kept{e.Made, e.keptFor(), e.Fault == "", e.Flawed})
		}
	}
	gone := map[int]bool{}
	for at, tier := range Keep(kept) {
		if tier != TierNone {
			continue
		}
		removed, err := m.remove(list, &list.Copies[mine[at]])
		if err != nil {
			return err
		}
		gone[mine[at]] = removed
	}
	var left []Entry
	for i, e := range list.Copies {
		if !gone[i] {
			left = append(left, e)
		}
	}
	m.made.Removed += len(list.Copies) - len(left)
	list.Copies = left
	return list.write()
}

// stillThere returns the entries whose files are there; whoever took one away has done so.
func stillThere(list *ledger) []Entry {
	var left []Entry
	for _, e := range list.Copies {
		if _, err := os.Lstat(filepath.Join(list.dir(), e.Name)); !errors.Is(err, fs.ErrNotExist) {
			left = append(left, e)
		}
	}
	return left
}

// remove takes a copy away if it is the file we wrote, byte by byte. Another one stays, and
// is told from then on; what the system does not let us remove is tried again next time.
func (m *making) remove(list *ledger, e *Entry) (bool, error) {
	path := filepath.Join(list.dir(), e.Name)
	info, err := os.Lstat(path)
	if err != nil {
		return false, nil // a disk that does not answer is asked next time
	}
	sum := ""
	if info.Mode().IsRegular() && info.Size() == e.Size {
		if sum, err = disk.Sum(m.ctx, path); err != nil {
			return false, m.ctx.Err()
		}
	}
	if sum != e.SHA256 {
		e.Fault = FaultChanged
		return false, nil
	}
	return os.Remove(path) == nil, nil
}
