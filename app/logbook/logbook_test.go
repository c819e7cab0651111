package logbook

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
	"time"

	"technopark/app"
)

// clock is the time of all tests.
func clock() time.Time { return time.Date(2021, 4, 12, 15, 30, 0, 0, time.FixedZone("MSK", 3*3600)) }

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestLogNotesActionsAndErrors(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "when needed")
	l := Open(dir, clock)
	if _, err := os.Stat(dir); err == nil {
		t.Error("made before there is anything to note")
	}
	l.Begin("window")
	l.Did("screen", "id", "resident_report", "took", 12345*time.Microsecond)
	l.Refused("open", app.About("/home/ivanov/Мой парк.tpark", app.ErrNoFile))
	l.Failed("save", fmt.Errorf("save resident %d: %w", 12, errors.New("no such column: phone")))
	want := []string{
		"time=2021-04-12T12:30:00.000Z level=INFO msg=start surface=window version=" + app.Version,
		"level=INFO msg=screen id=resident_report took=12ms",
		`level=WARN msg=open error="err.no_file`,
		`level=ERROR msg=save error="save resident 12: no such column: phone"`,
	}
	lines := strings.Split(strings.TrimSpace(read(t, l.Path())), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d lines: %q", len(lines), lines)
	}
	for i := range want {
		if !strings.Contains(lines[i], want[i]) {
			t.Errorf("line %d: %s\nwithout %s", i, lines[i], want[i])
		}
	}
	if info, err := os.Stat(l.Path()); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may look into its folder: %v, %v", info.Mode(), err)
	}
}

func TestSieveCutsWhatMayBeSomebodys(t *testing.T) {
	for text, want := range map[string]string{
		"save resident 12":                            "save resident 12",
		`find resident "Ivanov": not found`:           "find resident …: not found",
		"name «ООО «Ромашка»» is taken":               "name … is taken",
		"name 'Tesla motors' is taken":                "name … is taken",
		"it can't be read":                            "it can't be read",
		"open /home/ivan/My park/x.tpark: no space":   "open …: no space",
		`open C:\Users\ivan petrov\x.tpark: no space`: "open …: no space",
		"read d/ivanov.tpark":                         "read …",
		"Иванов Иван was here":                        "… was here",
		"Tesla owes":                                  "… owes",
		"mail ivan@mail.ru and site romashka.ru":      "mail … and site …",
		"inn 7701234567 revenue 1 234 567 share 12,5": "inn … revenue … share …",
		"revenue 1\u00a0234\u00a0567, 1\u202f234":     "revenue …, …",
		"constraint failed: amount >= 0 (275)":        "constraint failed: amount >= 0 (275)",
		"unexpected EOF, SQLITE_BUSY":                 "unexpected EOF, SQLITE_BUSY",
		"*fs.PathError at ui.failed":                  "*fs.PathError at ui.failed",
		"unfinished \"quote of Ivanov":                "unfinished …",
		"":                                            "",
	} {
		if got := Sieve(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	if got := Sieve(strings.Repeat("word ", longest)); len(got) > longest {
		t.Errorf("%d bytes of a long text", len(got))
	}
}

func TestDescribeKeepsIdsAndNumbers(t *testing.T) {
	disk := &fs.PathError{Op: "write", Path: "/home/иванов/x", Err: syscall.ENOSPC}
	for _, c := range []struct {
		err  error
		want string
	}{
		{nil, ""},
		{&app.Refusal{ID: "err.unsound", Data: map[string]any{"What": "ООО «Ромашка»"}, Cause: disk}, "err.unsound: write: errno 28: no space left on device"},
		{fmt.Errorf("export %q: %w", "Иванов", disk), "export …: write: errno 28: no space left on device"},
		{errors.Join(disk, errors.New("second")), "write: errno 28: no space left on device second"},
		{app.FieldErrors{{Field: "name", Message: app.Text{RU: "Иванов", EN: "Ivanov"}}}, "app.FieldErrors name"},
		{fmt.Errorf("delete resident 3: %w", &app.InUseError{Dependents: []app.Dependent{{Type: app.TypeByKey("resident"), ID: 4, Title: "yandex"}}}), "delete resident 3: *app.InUseError err.in_use: other records depend on it"},
	} {
		if got := Describe(c.err); got != c.want {
			t.Errorf("%v is described as %q, want %q", c.err, got, c.want)
		}
	}
}

func TestLogIsBounded(t *testing.T) {
	l := Open(t.TempDir(), clock)
	word := strings.Repeat("word ", 500)
	for range 2 * mostFiles * mostBytes / len(word) {
		l.Did(word)
	}
	l.Did("last")
	entries, err := os.ReadDir(l.dir)
	if err != nil || len(entries) != mostFiles {
		t.Errorf("%d files: %v", len(entries), err)
	}
	for _, e := range entries {
		if info, err := e.Info(); err != nil || info.Size() > mostBytes {
			t.Errorf("%s has %d bytes: %v", e.Name(), info.Size(), err)
		}
	}
	tail := l.Tail(3 * mostBytes / 2)
	if len(tail) > 3*mostBytes/2 || len(tail) < mostBytes || !strings.HasPrefix(tail, "time=") || !strings.HasSuffix(tail, "msg=last\n") {
		t.Errorf("the tail has %d bytes, from %.40q", len(tail), tail)
	}
}

// A log that cannot be written is no fault of what was to be noted.
func TestLogNeverFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("untouched"), 0o600); err != nil {
		t.Fatal(err)
	}
	linked := t.TempDir()
	if err := os.Symlink(file, filepath.Join(linked, fileName)); err != nil {
		t.Fatal(err)
	}
	for name, l := range map[string]*Log{"none": nil, "nowhere": Open("", clock), "below a file": Open(file, clock), "through a link": Open(linked, clock)} {
		l.Begin("window")
		l.Failed("save", errors.New("x"))
		if path := l.Path(); path != "" {
			t.Errorf("%s: it names %s", name, path)
		}
		if tail := l.Tail(100); name != "through a link" && tail != "" {
			t.Errorf("%s: %q", name, tail)
		}
	}
	if read(t, file) != "untouched" {
		t.Error("it wrote through a link")
	}
}

func TestCrashIsNotedWithoutArguments(t *testing.T) {
	l := Open(t.TempDir(), clock)
	path := ""
	func() {
		defer func() { path = l.Panicked(recover(), debug.Stack()) }()
		lose("Иванов Иван", 1234567)
	}()
	text := read(t, path)
	for _, want := range []string{"technopark " + app.Version, "panic: lost …", "technopark/app/logbook.lose\n", "\tlogbook/logbook_test.go:"} {
		if !strings.Contains(text, want) {
			t.Errorf("without %q:\n%s", want, text)
		}
	}
	for _, never := range []string{"Иванов", "0x", "/work/", "1234567"} {
		if strings.Contains(text, never) {
			t.Errorf("with %q:\n%s", never, text)
		}
	}
	if filepath.Base(path) != "crash-20210412-123000.txt" || !strings.Contains(read(t, l.Path()), "note=crash-20210412-123000.txt") {
		t.Errorf("it lies in %s; log: %s", path, read(t, l.Path()))
	}
	for range mostCrashes {
		l.Panicked("again", nil)
	}
	if all := l.Crashes(); len(all) != mostCrashes || !all[0].When.Equal(clock()) {
		t.Errorf("%d are kept: %v", len(all), all)
	}
	without := Open("", clock).Panicked("x", nil)
	t.Cleanup(func() { os.Remove(without) })
	if filepath.Dir(without) != filepath.Clean(os.TempDir()) {
		t.Errorf("without a directory it lies in %q", without)
	}
}

//go:noinline
func lose(name string, figure int) { panic(fmt.Sprintf("lost %q, %d", name, figure)) }

// What the runtime wrote as it gave up is found at the next start.
func TestFatalEndIsNotedAtTheNextStart(t *testing.T) {
	dir := t.TempDir()
	const said = "panic: Иванов\n\ngoroutine 7 [running]:\nmain.work({0xc0001, 0x5}, 0x12d687)\n\t/home/ivanov/park/main.go:12 +0x1d\ncreated by main.main in goroutine 1\n\t/home/ivanov/park/main.go:9 +0x2\nexit status 2\n"
	if err := os.WriteFile(filepath.Join(dir, ".technopark-00000000-99999999-fatal-1"), []byte(said), 0o600); err != nil {
		t.Fatal(err)
	}
	l := Open(dir, clock)
	l.WatchFatal()
	all := l.Crashes()
	if len(all) != 1 {
		t.Fatalf("%d notes", len(all))
	}
	const want = "\npanic: …\n\ngoroutine 7 [running]:\nmain.work\n\tpark/main.go:12\ncreated by main.main in goroutine 1\n\tpark/main.go:9\nexit status 2\n"
	if !strings.HasSuffix(all[0].Text, want) {
		t.Errorf("it says\n%s", all[0].Text)
	}
	l.EndFatal()
	if left, _ := filepath.Glob(filepath.Join(dir, ".technopark-*")); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}
