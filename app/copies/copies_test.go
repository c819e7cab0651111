package copies_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/copies"
	"technopark/storage"
)

// bench is a data file that is open, a clock and the keeper of its copies.
type bench struct {
	copies.Keeper
	t     testing.TB
	store *storage.Store
	now   time.Time
	saved int
}

// newBench makes a data file in a directory of its own.
func newBench(t testing.TB) *bench {
	t.Helper()
	b := &bench{t: t, now: time.Date(2021, 1, 11, 9, 12, 0, 0, time.FixedZone("MSK", 3*60*60))}
	clock := func() time.Time { return b.now }
	store, err := storage.Create(filepath.Join(t.TempDir(), "парк.tpark"), storage.Options{Who: "ivanova", Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	b.store = store
	b.Keeper = copies.Keeper{Now: clock, Computer: "1a2b3c4d", Storage: copies.Storage{
		Open: func(path string) (copies.File, error) {
			return storage.Open(path, storage.Options{Who: "ivanova", Now: clock, ReadOnly: true})
		},
		Copy: storage.Backup, Origin: storage.Origin,
	}}
	b.save()
	return b
}

// save records something new.
func (b *bench) save() {
	b.t.Helper()
	b.saved++
	if err := b.store.Save(context.Background(), &app.Specialism{Name: fmt.Sprint("Направление ", b.saved)}); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) make(why copies.Why) *copies.Made {
	b.t.Helper()
	made, err := b.Make(context.Background(), b.store.Path(), why, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return made
}

func (b *bench) list() *copies.Listing {
	b.t.Helper()
	l, err := b.List(b.store.Path())
	if err != nil {
		b.t.Fatal(err)
	}
	return l
}

// stick chooses a second place and returns it.
func (b *bench) stick(passphrase string) string {
	b.t.Helper()
	dir, err := copies.ChooseSecond(b.store.Path(), b.t.TempDir())
	if err != nil {
		b.t.Fatal(err)
	}
	b.Settings = copies.Settings{Second: dir, Passphrase: passphrase}
	return dir
}

func TestMake(t *testing.T) {
	b := newBench(t)
	made := b.make(copies.WhyStart)
	want := filepath.Join(filepath.Dir(b.store.Path()), "копии парк", "парк 2021-01-11 09-12-00.tpark")
	if made.Path != want || !made.Fresh || made.Entry.Holds.Records["specialism"] != 1 {
		t.Errorf("the copy is %s, %+v", made.Path, made)
	}
	b.now = b.now.Add(time.Hour)
	if again := b.make(copies.WhyExit); again.Fresh || again.Path != want {
		t.Errorf("though nothing has changed, there is %+v", again)
	}
	again := b.make(copies.WhyImport)
	if c := b.list().Copies[0]; again.Fresh || again.Entry.Before != copies.WhyImport || c.Before != copies.WhyImport || c.Why != copies.WhyStart {
		t.Errorf("what the copy now stands before is %+v", again.Entry)
	}
	if asked := b.make(copies.WhyAsked); !asked.Fresh {
		t.Error("a copy that was asked for was not made")
	}
	if asked := b.make(copies.WhyAsked); filepath.Base(asked.Path) != "парк 2021-01-11 10-12-00 (2).tpark" {
		t.Errorf("the second copy of the second is %s", asked.Path)
	}
	l := b.list()
	if last, ok := l.Last(); !ok || len(l.Copies) != 3 || last.Number != 3 || last.Tier != copies.TierLast || !last.Ours || l.Bytes() != 3*last.Size {
		t.Errorf("listed are %+v", l.Copies)
	}
}

// A year of work, a copy a day: those that are left are the right ones, and each of them
// comes back with what there was on its day.
func TestAYear(t *testing.T) {
	b := newBench(t)
	counts := map[string]int64{}
	for b.now = time.Date(2021, 1, 1, 18, 0, 0, 0, time.UTC); b.now.Year() == 2021; b.now = b.now.AddDate(0, 0, 1) {
		b.save()
		counts[b.now.Format("2006-01-02")] = int64(b.saved)
		b.make(copies.WhyExit)
	}
	var days []string
	for _, c := range b.list().Copies {
		days = append(days, c.Made.Format("01-02"))
		to := filepath.Join(t.TempDir(), "назад.tpark")
		is, err := b.Restore(context.Background(), c.First, to, "", nil)
		if h := is.Holds; err != nil || h.Records["specialism"] != counts[c.Made.Format("2006-01-02")] {
			t.Errorf("%s holds %v, %v", c.First, is.Holds.Records["specialism"], err)
		}
	}
	want := []string{
		"12-31", "12-30", "12-29", "12-28", "12-27", "12-26", "12-25", "12-19", "12-12", "11-30", "10-31", "09-30",
		"08-31", "07-31", "06-30", "05-31", "04-30", "03-31", "02-28", "01-31",
	}
	if !slices.Equal(days, want) {
		t.Errorf("left are %q, want %q", days, want)
	}
}

// Of files that the program did not write, or that are no longer what it wrote, none is
// taken away, whatever they are called.
func TestOnlyOursGo(t *testing.T) {
	b := newBench(t)
	var paths []string
	for range 40 {
		b.save()
		paths = append(paths, b.make(copies.WhyExit).Path)
		if len(paths) == 3 {
			folder := filepath.Dir(paths[0])
			data, err := os.ReadFile(paths[0])
			if err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(folder, "парк 2001-01-01 09-00-00.tpark"), data)
			put(t, filepath.Join(folder, "до проверки.tpark"), data)
			put(t, paths[1], append([]byte("SQLite"), data[6:]...)) // the same size, another file
			put(t, paths[2], []byte("чужое"))
		}
		b.now = b.now.AddDate(0, 0, 1)
	}
	for _, path := range []string{paths[1], paths[2], "парк 2001-01-01 09-00-00.tpark", "до проверки.tpark"} {
		if _, err := os.Stat(filepath.Join(filepath.Dir(paths[0]), filepath.Base(path))); err != nil {
			t.Errorf("taken away: %v", err)
		}
	}
	if _, err := os.Stat(paths[0]); err == nil {
		t.Errorf("the oldest copy is still there: %s", paths[0])
	}
	unlisted, changed := 0, 0
	for _, c := range b.list().Copies {
		if !c.Listed {
			unlisted++
		}
		if c.Fault == copies.FaultChanged {
			changed++
		}
	}
	if unlisted != 2 || changed != 2 {
		t.Errorf("%d are by hand, %d were changed: %+v", unlisted, changed, b.list().Copies)
	}
}

func put(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// A list that somebody else wrote names no file outside of its folder.
func TestForeignLedger(t *testing.T) {
	b := newBench(t)
	made := b.make(copies.WhyStart)
	ledger := filepath.Join(filepath.Dir(made.Path), "copies-1a2b3c4d.json")
	raw, err := os.ReadFile(ledger)
	if err != nil {
		t.Fatal(err)
	}
	put(t, ledger, bytes.Replace(raw, []byte(filepath.Base(made.Path)), []byte("../парк.tpark"), 1))
	if l := b.list(); len(l.Copies) != 1 || l.Copies[0].Listed {
		t.Errorf("listed are %+v", l.Copies)
	}
	put(t, ledger, []byte("{"))
	b.save()
	b.now = b.now.Add(time.Minute)
	b.make(copies.WhyExit)
	if l := b.list(); len(l.Copies) != 2 {
		t.Errorf("listed are %+v", l.Copies)
	}
}

// A second place that is not there, or comes and goes, is told and stops nothing.
func TestSecondPlace(t *testing.T) {
	b := newBench(t)
	place := b.stick("")
	first := b.make(copies.WhyStart)
	if first.Second == "" || first.Absent != nil {
		t.Fatalf("the second place has %q, %v", first.Second, first.Absent)
	}
	gone := place + " вынута"
	if err := os.Rename(place, gone); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(place, 0o700); err != nil { // where a stick was mounted there is a folder still
		t.Fatal(err)
	}
	b.now = b.now.Add(time.Hour)
	b.save()
	made := b.make(copies.WhyExit)
	if !errors.Is(made.Absent, copies.ErrAbsent) || made.Path == "" || made.Second != "" {
		t.Errorf("without the second place: %+v", made)
	}
	if entries, err := os.ReadDir(place); err != nil || len(entries) != 0 {
		t.Errorf("written into the folder of the stick: %v, %v", entries, err)
	}
	if l := b.list(); !errors.Is(l.Absent, copies.ErrAbsent) || len(l.Copies) != 2 || !l.Seen.Equal(first.Entry.Made) {
		t.Errorf("listed are %+v", l)
	}
	if err := errors.Join(os.Remove(place), os.Rename(gone, place)); err != nil {
		t.Fatal(err)
	}
	if made = b.make(copies.WhyStart); made.Second == "" || !made.Fresh {
		t.Errorf("when it is back: %+v", made)
	}
	if l := b.list(); len(l.Copies) != 2 || l.Copies[0].Second == "" || l.Copies[1].Second == "" || !l.Seen.Equal(made.Entry.Made) {
		t.Errorf("listed are %+v", l)
	}
}

// Where nothing can be written beside the data file, the second place alone has the copies.
func TestReadOnlyFolder(t *testing.T) {
	b := newBench(t)
	put(t, copies.Folder(b.store.Path()), nil) // a file where the folder would be
	if _, err := b.Make(context.Background(), b.store.Path(), copies.WhyStart, nil); !errors.Is(err, app.ErrNotDir) {
		t.Errorf("without a second place: %v", err)
	}
	b.stick("")
	for range 2 {
		made := b.make(copies.WhyStart)
		if made.Path != "" || made.Second == "" || made.First == nil || made.Entry.Holds.Records["specialism"] != 1 {
			t.Errorf("the copy is %+v", made)
		}
	}
	if entries, err := os.ReadDir(filepath.Join(b.Settings.Second, "копии парк")); err != nil || len(entries) != 2 {
		t.Errorf("the second place has %v, %v", entries, err)
	}
}

// Copies on a stick are sealed when there is a passphrase, and open with it alone.
func TestSealed(t *testing.T) {
	b := newBench(t)
	b.stick("верный пароль")
	made := b.make(copies.WhyStart)
	if !strings.HasSuffix(made.Second, ".tpark.age") {
		t.Fatalf("the second copy is %s", made.Second)
	}
	data, err := os.ReadFile(made.Second)
	if err != nil || bytes.Contains(data, []byte("SQLite")) || !bytes.HasPrefix(data, []byte("age-encryption.org")) {
		t.Errorf("the second copy is not sealed: %.40q, %v", data, err)
	}
	if again := b.make(copies.WhyExit); again.Fresh {
		t.Error("nothing has changed, and another copy was made")
	}
	ctx, to := context.Background(), filepath.Join(t.TempDir(), "назад.tpark")
	if _, err := b.Restore(ctx, made.Second, to, "другой пароль", nil); !errors.Is(err, copies.ErrPassphrase) {
		t.Errorf("with another passphrase: %v", err)
	}
	if h, err := b.Restore(ctx, made.Second, to, "", nil); err != nil || !h.Holds.Same(made.Entry.Holds) {
		t.Errorf("with that of the settings: %v, %v", h, err)
	}
	if v, err := b.Verify(ctx, made.Second, ""); err != nil || v.Fault != "" {
		t.Errorf("verified: %+v, %v", v, err)
	}
	data[len(data)-1] ^= 1
	put(t, made.Second, data)
	if v, err := b.Verify(ctx, made.Second, ""); err != nil || v.Fault != copies.FaultChanged {
		t.Errorf("changed: %+v, %v", v, err)
	}
	if _, err := b.Restore(ctx, made.Second, to+"2", "", nil); !errors.Is(err, app.ErrDamaged) {
		t.Errorf("a changed one restored: %v", err)
	}
}

// A copy that has changed since is told, and stands for nothing any more.
func TestVerify(t *testing.T) {
	b := newBench(t)
	ctx := context.Background()
	made := b.make(copies.WhyStart)
	if v, err := b.Verify(ctx, made.Path, ""); err != nil || v.Fault != "" || !v.Holds.Same(made.Entry.Holds) {
		t.Errorf("a good copy: %+v, %v", v, err)
	}
	data, err := os.ReadFile(made.Path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 0xff
	put(t, made.Path, data)
	if v, err := b.Verify(ctx, made.Path, ""); err != nil || v.Fault != copies.FaultChanged || v.Cause == nil {
		t.Errorf("a changed copy: %+v, %v", v, err)
	}
	if again := b.make(copies.WhyExit); !again.Fresh {
		t.Error("a copy that is not good serves")
	}
	put(t, made.Path, []byte("обрывок"))
	if v, err := b.Verify(ctx, made.Path, ""); err != nil || v.Fault == "" {
		t.Errorf("a scrap: %+v, %v", v, err)
	}
}

// Once a month the last copy of each place is restored for trial.
func TestRehearse(t *testing.T) {
	b := newBench(t)
	b.stick("верный пароль")
	made := b.make(copies.WhyStart)
	for _, c := range []struct {
		after time.Duration
		due   int
	}{{0, 2}, {24 * time.Hour, 0}, {28 * 24 * time.Hour, 0}, {2 * 24 * time.Hour, 2}, {-100 * 24 * time.Hour, 2}} {
		b.now = b.now.Add(c.after)
		due := b.Due(b.list())
		if len(due) != c.due {
			t.Errorf("on %v due are %q", b.now, due)
		}
		for _, path := range due {
			if v, err := b.Rehearse(context.Background(), path); err != nil || v.Fault != "" || !v.Holds.Same(made.Entry.Holds) {
				t.Errorf("%s: %+v, %v", path, v, err)
			}
		}
	}
	if l := b.list(); !l.Copies[0].Rehearsed.Equal(b.now) {
		t.Errorf("rehearsed %v", l.Copies[0].Rehearsed)
	}
}

// What comes back comes beside: never over a file, nor where the remains of another would
// spoil it, and half of it never.
func TestRestore(t *testing.T) {
	b := newBench(t)
	made := b.make(copies.WhyStart)
	b.save()
	ctx, dir := context.Background(), t.TempDir()
	if _, err := b.Restore(ctx, made.Path, b.store.Path(), "", nil); !errors.Is(err, app.ErrExists) {
		t.Errorf("over the file itself: %v", err)
	}
	to := filepath.Join(dir, "назад.tpark")
	put(t, to+"-journal", []byte("чужой журнал"))
	if _, err := b.Restore(ctx, made.Path, to, "", nil); err == nil || !strings.Contains(err.Error(), "left_beside") {
		t.Errorf("beside a journal of another file: %v", err)
	}
	if _, err := b.Restore(ctx, filepath.Join(dir, "нет.tpark"), to, "", nil); !errors.Is(err, app.ErrNoFile) {
		t.Errorf("of no copy: %v", err)
	}
	if err := os.Remove(to + "-journal"); err != nil {
		t.Fatal(err)
	}
	is, err := b.Restore(ctx, made.Path, to, "", nil)
	h := is.Holds
	if err != nil || !h.Same(made.Entry.Holds) {
		t.Errorf("it holds %v, %v", h, err)
	}
	c, err := b.Compare(ctx, is, b.store.Path())
	if err != nil || c.After != 1 || c.Apart || c.Same() || len(c.Differences) != 1 || !is.Sound() || !is.Written || !slices.Equal(c.Records, []copies.Difference{{Type: "specialism", Copy: 1, Now: 2}}) {
		t.Errorf("compared: %+v, %v", c, err)
	}
	is.Holds.Hash = strings.Repeat("0", 64)
	if c, err := b.Compare(ctx, is, b.store.Path()); err != nil || !c.Apart {
		t.Errorf("a file of another history: %+v, %v", c, err)
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := b.Restore(stopped, made.Path, filepath.Join(dir, "второй.tpark"), "", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("there are %v, %v", entries, err)
	}
}

func TestTo(t *testing.T) {
	b := newBench(t)
	ctx, dir := context.Background(), t.TempDir()
	for _, c := range []struct {
		name, passphrase string
		fault            bool
	}{{"а.tpark", "", false}, {"б.tpark.age", "верный пароль", false}, {"в.tpark", "верный пароль", true}, {"г.age", "", true}, {"а.tpark", "", true}} {
		_, err := b.To(ctx, b.store.Path(), filepath.Join(dir, c.name), c.passphrase, nil)
		if _, said := app.Refused(err); (err != nil) != c.fault || err != nil && !said {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
		t.Errorf("there are %v, %v", entries, err)
	}
}

// A data file that has faults is copied as it is, stands for no good copy, and pushes none out.
func TestFlawedFile(t *testing.T) {
	b := newBench(t)
	good := b.make(copies.WhyStart)
	flawed := b.Keeper
	flawed.Storage.Open = func(path string) (copies.File, error) {
		f, err := b.Storage.Open(path)
		return tampered{f}, err
	}
	for range 30 {
		b.now = b.now.AddDate(0, 0, 1)
		b.save()
		made, err := flawed.Make(context.Background(), b.store.Path(), copies.WhyExit, nil)
		if err != nil || !errors.Is(made.Flaw, app.ErrDamaged) || !made.Fresh {
			t.Fatalf("a copy of a file with faults: %+v, %v", made, err)
		}
	}
	l := b.list()
	if last, ok := l.Last(); !ok || last.Path() != good.Path || len(l.Copies) != 1+copies.KeepDays || l.Copies[0].StateID() != copies.FaultFile {
		t.Errorf("listed are %+v", l.Copies)
	}
	to := filepath.Join(t.TempDir(), "назад.tpark")
	if is, err := flawed.Restore(context.Background(), l.Copies[0].Path(), to, "", nil); err != nil || is.Flaw == nil {
		t.Errorf("restored: %+v, %v", is, err)
	}
	if v, err := flawed.Verify(context.Background(), l.Copies[0].Path(), ""); err != nil || v.Fault != copies.FaultFile {
		t.Errorf("verified: %+v, %v", v, err)
	}
}

// tampered is a data file whose journal was changed.
type tampered struct{ copies.File }

func (tampered) Verify(context.Context) (app.Verdict, error) {
	return app.Verdict{Problems: []app.Problem{{Kind: app.ProblemEntry, ID: 1}}}, nil
}

func TestSettings(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "settings")
	want := copies.Settings{Second: "/media/usb", Passphrase: "верный пароль"}
	if err := want.Save(dir); err != nil {
		t.Fatal(err)
	}
	if got := copies.LoadSettings(dir); got != want {
		t.Errorf("the settings are %+v", got)
	}
	if info, err := os.Stat(filepath.Join(dir, "copies.toml")); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the passphrase is for others to read: %v, %v", info.Mode(), err)
	}
	if _, err := copies.Passphrase("корот"); err == nil {
		t.Error("a short passphrase was taken")
	}
	if got, err := copies.Passphrase("и\u0306длинный"); err != nil || got != "йдлинный" {
		t.Errorf("the passphrase is %q, %v", got, err)
	}
}

// The folder of the data file is no second place.
func TestChooseSecond(t *testing.T) {
	b := newBench(t)
	b.make(copies.WhyStart)
	for _, dir := range []string{filepath.Dir(b.store.Path()), copies.Folder(b.store.Path()), filepath.Join(t.TempDir(), "нет")} {
		if _, err := copies.ChooseSecond(b.store.Path(), dir); err == nil {
			t.Errorf("%s was taken", dir)
		}
	}
}

// A clock that is set back, by an hour or by a year, takes no copy away: the new ones are the last
// by their numbers, and each comes back with what there was when it was made.
func TestClockSetBack(t *testing.T) {
	b := newBench(t)
	counts := map[string]int64{}
	note := func() {
		b.save()
		made := b.make(copies.WhyExit)
		if counts[made.Path] != 0 || !made.Fresh || made.Removed != 0 {
			t.Errorf("the copy of %v is %+v", b.now, made)
		}
		counts[made.Path] = int64(b.saved)
	}
	note()
	for _, back := range []time.Time{b.now.Add(-time.Hour), b.now.AddDate(-1, 0, 0), b.now} {
		b.now = back
		note()
	}
	l := b.list()
	if last, ok := l.Last(); !ok || last.Number != int64(len(counts)) || len(l.Copies) != len(counts) {
		t.Errorf("listed are %+v", l.Copies)
	}
	for path, want := range counts {
		is, err := b.Restore(context.Background(), path, filepath.Join(t.TempDir(), "назад.tpark"), "", nil)
		if err != nil || is.Holds.Records["specialism"] != want {
			t.Errorf("%s holds %v, want %d, %v", path, is, want, err)
		}
	}
}
