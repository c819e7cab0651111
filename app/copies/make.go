package copies

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"technopark/app"
	"technopark/app/disk"
)

// Made is what became of making a copy.
type Made struct {
	Entry   Entry  // what is known of it
	Path    string // of the copy in the first place; «» when there is none
	Fresh   bool   // it was written now; else nothing has changed since it was
	First   error  // why nothing was written beside the data file; nil when it was
	Second  string // path of the copy in the second place; «» when there is none
	Absent  error  // why there is none in the second place that was chosen; nil else
	Flaw    error  // why the copy stands for no good one: the data file has faults; nil when it has none
	Removed int    // copies that were no longer kept
}

// Make makes a copy of a data file beside it and in the second place, reads each back and
// takes away those that are no longer kept. When nothing has changed since the last good
// copy, that one serves, unless people have asked for one. A place that does not take it is
// told in Made; it fails when none does.
func (k Keeper) Make(ctx context.Context, file string, why Why, tell Tell) (*Made, error) {
	file, err := filepath.Abs(file)
	if err != nil {
		return nil, fmt.Errorf("copy a data file: %w", err)
	}
	holds, err := k.holding(ctx, file)
	if err != nil {
		return nil, app.About(file, err)
	}
	lists.Lock()
	defer lists.Unlock()
	job := &making{Keeper: k, ctx: ctx, file: file, why: why, holds: holds, tell: tell, made: &Made{}}
	defer job.sweep()
	job.made.First = job.first()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := job.made.First; err != nil && (k.Settings.Second == "" || errors.Is(err, app.ErrDamaged)) {
		return nil, err
	}
	if k.Settings.Second != "" {
		if job.made.Absent = job.second(); job.made.Absent == nil && job.made.Path != "" {
			job.made.Absent = job.carried()
		}
	}
	if err := errors.Join(ctx.Err(), job.made.failed()); err != nil {
		return nil, err
	}
	return job.made, nil
}

// failed returns why a copy was written nowhere.
func (m *Made) failed() error {
	if m.Path == "" && m.Second == "" {
		return errors.Join(m.First, m.Absent)
	}
	return nil
}

// making is one copy under way.
type making struct {
	Keeper
	ctx   context.Context
	file  string
	why   Why
	holds app.Holding
	tell  Tell
	made  *Made
	plain string // where the copy lies unsealed
	temp  string // directory of a copy that no first place took
}

// sweep takes away what lay in between.
func (m *making) sweep() {
	if m.temp != "" {
		os.RemoveAll(m.temp) //nolint:errcheck // the next start tries again
	}
}

// first sees to it that there is a copy beside the data file.
func (m *making) first() error {
	folder := Folder(m.file)
	if err := disk.MakeDir(folder); err != nil {
		return err
	}
	if err := disk.Into(folder); err != nil {
		return err
	}
	list, err := readLedger(ledgerPath(folder, m.Computer))
	if err != nil {
		return err
	}
	if err := m.reread(list); err != nil {
		return err
	}
	if last := lastGood(list, m.holds.Origin); last != nil && m.why != WhyAsked && last.Holds.Same(m.holds) {
		return m.again(list, last)
	}
	entry, temp, err := m.write(folder, list.newest()+1)
	if err != nil {
		return err
	}
	if err := m.name(temp, folder, &entry, list); err != nil {
		return err
	}
	m.made.Fresh, m.made.Path, m.plain = true, filepath.Join(folder, entry.Name), filepath.Join(folder, entry.Name)
	m.made.Entry = entry
	return m.rotate(list)
}

// again lets the last copy serve; what it now stands before is noted, so that it is kept
// for that, and why it was made stays as it was.
func (m *making) again(list *ledger, last *Entry) error {
	if last.Flawed {
		m.made.Flaw = app.About(m.file, app.ErrDamaged)
	}
	m.made.Entry, m.made.Path = *last, filepath.Join(list.dir(), last.Name)
	m.plain = m.made.Path
	if !m.why.before() || last.keptFor().before() {
		return nil
	}
	last.Before, m.made.Entry.Before = m.why, m.why
	return list.write()
}

// lastGood returns the last copy of a data file that is there and of which nothing bad is
// known; nil when there is none.
func lastGood(list *ledger, origin string) *Entry {
	for i := len(list.Copies) - 1; i >= 0; i-- {
		if e := &list.Copies[i]; e.Holds.Origin == origin && e.Fault == "" && there(list, *e) {
			return e
		}
	}
	return nil
}

// there reports whether the file of an entry is there in the size it was written.
func there(list *ledger, e Entry) bool {
	info, err := os.Lstat(filepath.Join(list.dir(), e.Name))
	return err == nil && info.Mode().IsRegular() && info.Size() == e.Size
}

// write makes a copy under a name of its own in a folder and reads it back.
func (m *making) write(folder string, number int64) (e Entry, temp string, err error) {
	temp, err = disk.Temp(filepath.Join(folder, "x"+Extension))
	if err != nil {
		return e, "", err
	}
	e = Entry{Number: number, Made: m.Now(), Why: m.why, File: m.file, Checked: m.Now()}
	err = m.copy(m.ctx, m.file, temp, m.tell.pages(stepCopy))
	if err == nil {
		m.tell.say(stepRead, 0, 0)
		e.Holds, m.made.Flaw, err = m.examine(m.ctx, temp)
		e.Flawed = m.made.Flaw != nil
	}
	if err == nil && e.Holds.Entries <= m.holds.Entries && !e.Holds.Same(m.holds) {
		err = fmt.Errorf("%w: the copy holds other records than the file", app.ErrDamaged)
	}
	if err == nil {
		e.Plain, err = disk.Sum(m.ctx, temp)
		e.SHA256 = e.Plain
	}
	var info os.FileInfo
	if err == nil {
		info, err = os.Stat(temp)
	}
	if err != nil {
		os.Remove(temp) //nolint:errcheck // the next start tries again
		return e, "", app.About(m.file, err)
	}
	e.Size, e.Modified = info.Size(), info.ModTime()
	return e, temp, nil
}

// name gives a copy that was read back its name and puts it into the list: there first, so
// that whatever is cut short leaves no copy that nobody knows. An entry without a file is
// forgotten.
func (m *making) name(temp, folder string, e *Entry, list *ledger) error {
	ending := ""
	if IsSealed(temp) {
		ending = SealedExt
	}
	for nth := 1; ; nth++ {
		e.Name = nameOf(m.file, e.Made, nth) + ending
		path := filepath.Join(folder, e.Name)
		if _, err := os.Lstat(path); err == nil {
			continue
		}
		list.Copies = append(list.Copies, *e)
		err := list.write()
		if err == nil {
			err = disk.Name(temp, path)
		}
		if err == nil {
			return nil
		}
		list.Copies = slices.DeleteFunc(list.Copies, func(o Entry) bool { return o.Name == e.Name })
		err = errors.Join(err, list.write())
		if !errors.Is(err, app.ErrExists) { // else somebody was faster
			os.Remove(temp) //nolint:errcheck // the next start tries again
			return err
		}
	}
}

// second sees to it that the second place has the copy as well.
func (m *making) second() error {
	place := m.Settings.Second
	if err := present(place); err != nil {
		return err
	}
	folder := filepath.Join(place, folderName(m.file))
	if err := disk.MakeDir(folder); err != nil {
		return err
	}
	if err := disk.Into(folder); err != nil {
		return err
	}
	list, err := readLedger(ledgerPath(folder, m.Computer))
	if err != nil {
		return err
	}
	if err := m.reread(list); err != nil {
		return err
	}
	if m.plain == "" {
		if err := m.stage(list); err != nil {
			return err
		}
	}
	if last := lastGood(list, m.holds.Origin); last != nil && last.Plain == m.made.Entry.Plain && last.Sealed() == (m.Settings.Passphrase != "") {
		m.made.Second = filepath.Join(folder, last.Name)
		return nil
	}
	return m.carry(folder, list)
}

// carried notes beside the data file that the second place has the copy: when that is not
// there, people want to know since when.
func (m *making) carried() error {
	list, err := readLedger(ledgerPath(filepath.Dir(m.made.Path), m.Computer))
	if err != nil {
		return err
	}
	e := list.at(filepath.Base(m.made.Path))
	if e == nil || e.Carried {
		return nil
	}
	e.Carried, m.made.Entry.Carried = true, true
	return list.write()
}

// stage makes the copy where nobody keeps it, when the first place takes none.
func (m *making) stage(list *ledger) error {
	dir, err := disk.TempDir("copy")
	if err != nil {
		return err
	}
	m.temp = dir
	entry, temp, err := m.write(dir, list.newest()+1)
	if err != nil {
		return err
	}
	m.plain, m.made.Entry = temp, entry
	return nil
}

// carry writes the copy into a folder, sealed if that is wished, and reads it back.
func (m *making) carry(folder string, list *ledger) error {
	m.tell.say(stepSecond, 0, 0)
	e := m.made.Entry
	e.Number = max(e.Number, list.newest()+1)
	ending := Extension
	if m.Settings.Passphrase != "" {
		ending += SealedExt
	}
	temp, err := disk.Temp(filepath.Join(folder, "x"+ending))
	if err != nil {
		return err
	}
	if m.Settings.Passphrase != "" {
		err = seal(m.ctx, m.plain, temp, m.Settings.Passphrase)
	} else {
		err = disk.MakeNew(temp, func(w io.Writer) error { return pour(m.ctx, w, m.plain) })
	}
	if err == nil {
		err = m.readBack(temp, &e)
	}
	if err != nil {
		os.Remove(temp) //nolint:errcheck // the next start tries again
		return err
	}
	if err := m.name(temp, folder, &e, list); err != nil {
		return err
	}
	m.made.Second, m.made.Fresh = filepath.Join(folder, e.Name), true
	return m.rotate(list)
}

// readBack proves that what was written to the second place is the copy, byte by byte.
func (m *making) readBack(temp string, e *Entry) error {
	plain, err := sumOf(m.ctx, temp, m.Settings.Passphrase)
	if err != nil {
		return err
	}
	if plain != e.Plain {
		return app.About(temp, fmt.Errorf("%w: it was read back otherwise than it was written", app.ErrDisk))
	}
	if e.SHA256, err = disk.Sum(m.ctx, temp); err != nil {
		return err
	}
	info, err := os.Stat(temp)
	if err != nil {
		return disk.Unread(temp, err)
	}
	e.Size, e.Modified, e.Checked = info.Size(), info.ModTime(), m.Now()
	return nil
}

// copy copies a data file and says of a fault whether it is about the file or about the
// folder of the copy.
func (k Keeper) copy(ctx context.Context, from, to string, tell func(done, all int)) error {
	err := k.Storage.Copy(ctx, from, to, tell)
	for _, of := range []error{app.ErrNoSpace, app.ErrNoWrite, app.ErrMissingDir} {
		if errors.Is(err, of) {
			return app.About(filepath.Dir(to), err)
		}
	}
	return app.About(from, err)
}

// holding returns what a data file holds.
func (k Keeper) holding(ctx context.Context, path string) (app.Holding, error) {
	f, err := k.Storage.Open(path)
	if err != nil {
		return app.Holding{}, err
	}
	h, err := f.Holding(ctx)
	return h, errors.Join(err, f.Close())
}

// Opens says why a data file cannot be read; nil when it can.
func (k Keeper) Opens(path string) error {
	f, err := k.Storage.Open(path)
	if err == nil {
		err = f.Close()
	}
	return app.About(path, err)
}

// examine opens a data file, verifies all of it and returns what it holds, and as flaw what
// in it is not as the program wrote it.
func (k Keeper) examine(ctx context.Context, path string) (h app.Holding, flaw, err error) {
	f, err := k.Storage.Open(path)
	if err != nil {
		return h, nil, err
	}
	verdict, err := f.Verify(ctx)
	if err == nil {
		h, err = f.Holding(ctx)
	}
	return h, verdict.Err(), errors.Join(err, f.Close())
}
