package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"technopark/app"
	"technopark/app/disk"
	"technopark/storage/btree"
)

// Recover reads what is left in a data file, however damaged it is, and writes it as a new file
// under a name that is free, whole or not at all. The damaged file stays as it is. tell, which
// may be nil, hears how many of its pages are read.
//
// The file is read page by page and not by SQLite, which gives a table up at its first broken
// page. Everything in it is kept twice, and neither is believed without the other: a record in
// its table, and in the entries of the journal, each of which proves itself by its hash. Where
// the journal is whole it alone says what every record is. Where entries are lost, a row that
// was written after the last of its entries stands for itself, and of an older one the entries
// that were read say what became of it. A kept file proves itself by its name.
//
// The journal goes on: see retelling. Of steps that are no longer whole none can be undone.
//
// The error unwraps to those of Create and of Open, and to ErrDamaged when nothing could be read.
func Recover(ctx context.Context, path, to string, o Options, tell func(done, all int)) (r app.Recovery, err error) {
	if o.Now == nil {
		return r, errors.New("recover: no clock was passed in")
	}
	if path, err = wholePath(path); err != nil {
		return r, fmt.Errorf("recover: %w", err)
	}
	if to, err = filepath.Abs(to); err != nil {
		return r, fmt.Errorf("recover: %w", err)
	}
	if err := disk.Plain(path); err != nil {
		return r, err
	}
	if err := checkFree(to); err != nil {
		return r, app.About(to, fmt.Errorf("recover %s: %w", path, err))
	}
	if tell == nil {
		tell = func(int, int) {}
	}
	saving := recovering{now: o, tell: tell}
	if err := saving.read(ctx, path); err != nil {
		return r, app.About(path, fmt.Errorf("recover %s: %w", path, translate(path, err)))
	}
	defer func() { err = errors.Join(err, saving.close()) }()
	err = build(to, func(temp string) error { return saving.write(ctx, temp) })
	if err != nil {
		return r, app.About(to, fmt.Errorf("recover %s as %s: %w", path, to, translate(to, err)))
	}
	return saving.out.report, nil
}

// recovering is one recovery under way.
type recovering struct {
	now  Options
	tell func(done, all int)

	file    *os.File
	dir     string // of a copy that was made whole; «» when the file itself is read
	remains *remains
	says    *testimony
	out     *saved
}

func (r *recovering) close() error {
	var err error
	if r.file != nil {
		err = r.file.Close()
	}
	if r.dir != "" {
		err = errors.Join(err, os.RemoveAll(r.dir))
	}
	return err
}

// read reads all that is left of the file.
func (r *recovering) read(ctx context.Context, path string) (err error) {
	defer func() {
		if err != nil {
			err = errors.Join(err, r.close())
		}
	}()
	log := path + leftovers[1]
	if path, err = r.atRest(path); err != nil {
		return err
	}
	if r.file, err = os.Open(path); err != nil {
		return unreadable(err)
	}
	if _, err := readHeader(path); errors.Is(err, app.ErrSealed) {
		return err
	}
	was, err := r.file.Stat()
	if err != nil {
		return err
	}
	if was.Size() == 0 {
		return app.ErrEmptyFile
	}
	if r.remains, err = readRemains(ctx, btree.Open(r.file, was.Size()), r.tell); err != nil {
		return err
	}
	is, err := os.Stat(path)
	if err != nil {
		return unreadable(err)
	}
	if is.Size() != was.Size() || !is.ModTime().Equal(was.ModTime()) {
		return fmt.Errorf("%w: it was written to while it was read", app.ErrLocked)
	}
	r.says = r.remains.testify()
	r.out = r.remains.decide(r.says)
	if info, err := os.Lstat(log); err == nil && info.Size() > 0 && info.Mode().IsRegular() {
		r.out.report.Losses = append(r.out.report.Losses, app.Loss{Kind: app.LostLog, Was: filepath.Base(log)})
	}
	if len(r.out.records) == 0 && len(r.says.lines) == 0 && len(r.remains.contents) == 0 {
		return &app.Refusal{ID: "err.nothing_left", Cause: app.ErrDamaged}
	}
	return nil
}

// atRest returns the file to read. Where what a change was cut off in lies beside, and is of
// this file, it is taken back in a copy, as the next opening would do in the file itself.
func (r *recovering) atRest(path string) (string, error) {
	journal := path + leftovers[0]
	if info, err := os.Lstat(journal); err != nil || info.Size() == 0 || !info.Mode().IsRegular() {
		return path, nil //nolint:nilerr // nothing lies beside that could be taken back
	}
	if fits, err := fitsBeside(path); err != nil || !fits {
		return path, err
	}
	dir, err := disk.TempDir("recover")
	if err != nil {
		return "", err
	}
	r.dir = dir
	twin := filepath.Join(dir, "damaged.tpark")
	if err := disk.Copy(path, twin); err != nil {
		return "", err
	}
	if err := disk.Copy(journal, twin+leftovers[0]); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	// What SQLite makes of it is read page by page like everything else, whatever it says.
	_ = settle(twin)
	return twin, nil
}
