package copies

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/disk"
)

// To writes a copy of a data file where people want it, reads it back and returns what it
// holds. With a passphrase it is sealed; its name must then end on .age. Never over a file
// that is there.
func (k Keeper) To(ctx context.Context, file, to, passphrase string, tell Tell) (Restored, error) {
	switch sealed := IsSealed(to); {
	case sealed && passphrase == "":
		return Restored{}, &app.Refusal{ID: "copies.name_plain", Data: map[string]any{"File": to}}
	case !sealed && passphrase != "":
		return Restored{}, &app.Refusal{ID: "copies.name_sealed", Data: map[string]any{"File": to}}
	}
	if err := free(to); err != nil {
		return Restored{}, err
	}
	if passphrase == "" {
		return k.bring(ctx, file, to, func(temp string) error {
			return k.copy(ctx, file, temp, tell.pages(stepCopy))
		})
	}
	dir, err := disk.TempDir("copy")
	if err != nil {
		return Restored{}, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // the next start tries again
	plain := filepath.Join(dir, "copy"+Extension)
	if err := k.copy(ctx, file, plain, tell.pages(stepCopy)); err != nil {
		return Restored{}, err
	}
	var is Restored
	if is.Holds, is.Flaw, err = k.examine(ctx, plain); err != nil {
		return is, app.About(file, err)
	}
	return is, k.sealed(ctx, plain, to, passphrase)
}

// sealed writes a sealed file and proves that it opens again with the same bytes.
func (k Keeper) sealed(ctx context.Context, plain, to, passphrase string) error {
	temp, err := disk.Temp(to)
	if err != nil {
		return err
	}
	defer os.Remove(temp) //nolint:errcheck // it has its name or is not wanted
	if err := seal(ctx, plain, temp, passphrase); err != nil {
		return err
	}
	want, err := disk.Sum(ctx, plain)
	if err != nil {
		return err
	}
	got, err := sumOf(ctx, temp, passphrase)
	if err != nil {
		return err
	}
	if got != want {
		return app.About(to, app.ErrDisk)
	}
	return disk.Name(temp, to)
}

// Restore writes the data file in a copy under a name that is free, verifies it there and
// returns what it holds. What is worked at now stays as it is.
func (k Keeper) Restore(ctx context.Context, path, to, passphrase string, tell Tell) (Restored, error) {
	if err := disk.Plain(path); err != nil {
		return Restored{}, err
	}
	if err := free(to); err != nil {
		return Restored{}, err
	}
	if passphrase == "" {
		passphrase = k.Settings.Passphrase
	}
	altered, listed, err := k.altered(ctx, path)
	if err != nil {
		return Restored{}, err
	}
	is, err := k.bring(ctx, path, to, func(temp string) error {
		if !IsSealed(path) {
			return k.copy(ctx, path, temp, tell.pages("copies.step.restore"))
		}
		tell.say("copies.step.restore", 0, 0)
		return disk.MakeNew(temp, func(w io.Writer) error { return unseal(ctx, path, passphrase, w) })
	})
	is.Altered, is.Written = altered, listed && !altered
	return is, err
}

// altered reports whether a copy has other bytes than were written, and whether it is known what
// those were.
func (k Keeper) altered(ctx context.Context, path string) (altered, listed bool, err error) {
	e := k.entryOf(path)
	if e == nil {
		return false, false, nil
	}
	sum, err := disk.Sum(ctx, path)
	return sum != e.SHA256, true, err
}

// Restored is a data file that was written and read back.
type Restored struct {
	Path    string      // where it lies
	Holds   app.Holding // what is in it
	Flaw    error       // what in it is not as the program wrote it; nil when all is
	Altered bool        // the copy it came from has other bytes than were written, by what the list says
	Written bool        // the copy has the very bytes that were written, by what the list says
}

// Sound reports whether all in it is as it was when it was copied.
func (r Restored) Sound() bool { return r.Flaw == nil && !r.Altered }

// Origin is the message that says since when what is wrong with it is there; empty where that is not
// known.
func (r Restored) Origin() string {
	switch {
	case r.Altered:
		return "copies.flaw_altered"
	case r.Written:
		return "copies.flaw_written"
	}
	return ""
}

// bring fills a file beside a place out of another, verifies it and gives it the place.
func (k Keeper) bring(ctx context.Context, from, to string, fill func(temp string) error) (is Restored, err error) {
	temp, err := disk.Temp(to)
	if err != nil {
		return is, err
	}
	defer os.Remove(temp) //nolint:errcheck // it has its name or is not wanted
	if err := fill(temp); err != nil {
		return is, err
	}
	if is.Holds, is.Flaw, err = k.examine(ctx, temp); err != nil {
		return is, app.About(from, err)
	}
	is.Path = to
	return is, disk.Name(temp, to)
}

// free refuses a name that is taken, or beside which lies what another file of that name has
// left: SQLite would take it for a part of ours and spoil it.
func free(to string) error {
	if err := disk.New(to); err != nil {
		return err
	}
	for _, left := range []string{"-journal", "-wal"} {
		if _, err := os.Lstat(to + left); err == nil {
			return &app.Refusal{ID: "copies.left_beside", Data: map[string]any{"File": to, "Left": filepath.Base(to) + left}}
		} else if !errors.Is(err, os.ErrNotExist) {
			return disk.Unread(to+left, err)
		}
	}
	return nil
}

// SourceOf returns the data file that a copy was made of: the one beside its folder, else
// where it was when the copy was made. «» when neither is there.
func (k Keeper) SourceOf(path string) string {
	folder := filepath.Dir(path)
	if name, is := strings.CutPrefix(filepath.Base(folder), folderPrefix); is {
		if file := filepath.Join(filepath.Dir(folder), name+Extension); disk.Plain(file) == nil {
			return file
		}
	}
	if e := k.entryOf(path); e != nil && filepath.IsAbs(e.File) && disk.Plain(e.File) == nil {
		return e.File
	}
	return ""
}
