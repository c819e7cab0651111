//go:build !windows

package cli_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"technopark/app/cli"
)

// inPlace moves the test to a directory with one of everything a path may lead to: x.tpark
// is a data file without a park.
func inPlace(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	err := errors.Join(os.Mkdir("папка", 0o700), os.Mkdir("папка.pdf", 0o700), os.WriteFile("empty", nil, 0o600), os.WriteFile("text", []byte("это не данные"), 0o600), syscall.Mkfifo("pipe", 0o600))
	if got := run("new", "x.tpark"); err != nil || got.code != cli.ExitOK {
		t.Fatal(err, got)
	}
}

// refused asserts that a command ends with a code and a sentence, writes no answer, and
// says the same in JSON.
func refused(t *testing.T, code int, words string, args ...string) {
	t.Helper()
	got := run(args...)
	if got.code != code || !strings.Contains(got.failed, words) || got.out != "" {
		t.Errorf("%s: exit %d, want %d and %q, says %q, answers %q", strings.Join(args, " "), got.code, code, words, got.failed, got.out)
	}
	inJSON := run(append(args, "--json")...)
	var object struct {
		Error, Message string
		Code           int `json:"exit_code"`
		File           *string
	}
	if err := json.Unmarshal([]byte(inJSON.failed), &object); err != nil {
		t.Errorf("%s --json: %v in %q", strings.Join(args, " "), err, inJSON.failed)
		return
	}
	if inJSON.code != code || object.Code != code || object.Message+"\n" != got.failed || !strings.Contains(object.Error, ".") || object.File == nil {
		t.Errorf("%s --json: exit %d and %+v, without it %q", strings.Join(args, " "), inJSON.code, object, got.failed)
	}
}

// commands are all that open a data file, which FILE stands for.
var commands = []string{
	"check FILE --year 2020", "score FILE --year 2020", "package FILE --year 2020 --out .", "package FILE --year 2020 --out . --final",
	"explain FILE --year 2020 --rule R --place P --text T --author A", "profile show FILE --year 2020",
	"profile export rules FILE --year 2020 --to rules.toml", "profile reset FILE rules --year 2020", "document list FILE",
	"profile copy FILE --year 2020 --as x --title y", "profile versions FILE --year 2020", "profile compare FILE --year 2020 --to builtin", "profile official FILE --year 2020 --source x --document text",
	"document add FILE text", "document save FILE 1 --to y", "revision list FILE --year 2020",
	"revision rebuild FILE --year 2020 --number 1 --out .", "revision changes FILE --year 2020 --number 2",
	"revision state FILE signed --year 2020 --number 1", "revision sign FILE --year 2020 --number 1 --signature text",
	"export FILE --to all.json", "fill FILE --template form.xlsx --year 2020 --to filled.xlsx", "questionnaires FILE --year 2020 --out .", "search FILE альфа", "journal FILE", "verify FILE",
}

// words splits a command line and puts a path in place of a word.
func words(line, word, path string) []string {
	all := strings.Fields(line)
	for i := range all {
		if all[i] == word {
			all[i] = path
		}
	}
	return all
}

// One cause is told alike, and ends alike, in every command that opens a data file.
func TestDataFileFaults(t *testing.T) {
	inPlace(t)
	for path, want := range map[string]struct {
		code  int
		words string
	}{
		"нет.tpark":   {cli.ExitData, "Файла «нет.tpark» нет: проверьте путь или создайте файл командой new."},
		"нет/x.tpark": {cli.ExitData, "Папки «нет» нет"},
		"папка":       {cli.ExitData, "«папка» — папка, а нужен файл"},
		"pipe":        {cli.ExitData, "«pipe» — устройство или канал"},
		"empty":       {cli.ExitData, "Файл «empty» пуст"},
		"text":        {cli.ExitData, "Файл «text» создан не этой программой"},
		"":            {cli.ExitUsage, "пустое место"},
	} {
		for _, command := range commands {
			if command != "verify FILE" || path != "empty" && path != "text" {
				refused(t, want.code, want.words, words(command, "FILE", path)...)
			}
		}
	}
}

// What is not in the file is a matter of the data in every command.
func TestWhatTheFileLacks(t *testing.T) {
	inPlace(t)
	for _, command := range commands[:len(commands)-2] { // the last two look at no park
		refused(t, cli.ExitData, "ещё нет технопарка", words(command, "FILE", "x.tpark")...)
	}
}

// So it is with every other file that is read.
func TestFaultsOfOtherFiles(t *testing.T) {
	inPlace(t)
	for path, want := range map[string]string{
		"нет.pdf": "Файла «нет.pdf» нет: проверьте путь.\n", "папка": "«папка» — папка, а нужен файл", "pipe": "«pipe» — устройство или канал", "empty": "«empty» пуст",
		"text/x": "Папки «text» нет",
	} {
		for _, command := range []string{
			"inspect IT", "check x.tpark --year 2020 --rules IT", "score x.tpark --year 2020 --method IT",
			"package x.tpark --year 2020 --out . --rules IT", "profile set x.tpark --from IT",
		} {
			refused(t, cli.ExitData, want, words(command, "IT", path)...)
		}
	}
}

// Every place that is written to is looked at before anything is written.
func TestFaultsOfPlaces(t *testing.T) {
	inPlace(t)
	for path, want := range map[string]string{
		"нет/имя.pdf": "Папки «нет» нет", "text/имя.pdf": "«text» — файл, а нужна папка",
	} {
		for _, command := range []string{
			"check x.tpark --year 2020 --protocol IT", "inspect text --data IT", "inspect text --to IT", "new IT", "profile export rules --to IT",
		} {
			refused(t, cli.ExitData, want, words(command, "IT", path)...)
		}
	}
	for _, command := range []string{"inspect text --data IT", "inspect text --to IT", "new IT", "profile export rules --to IT"} {
		refused(t, cli.ExitData, "«empty» уже есть и оставлен без изменений", words(command, "IT", "empty")...)
	}
	refused(t, cli.ExitUsage, "В руководстве нет ничего о «абракадабра»", "guide", "абракадабра")
	refused(t, cli.ExitData, "«папка.pdf» — папка", "check", "x.tpark", "--year", "2020", "--protocol", "папка.pdf")
	refused(t, cli.ExitData, "Папки «нет» нет", "check", "x.tpark", "--year", "2020", "--protocol", "p.pdf", "--letters", "нет")
	refused(t, cli.ExitData, "«text» — файл, а нужна папка", "check", "x.tpark", "--year", "2020", "--letters", "text")
	refused(t, cli.ExitData, ".pdf или .xlsx", "check", "x.tpark", "--year", "2020", "--protocol", "p.doc")
	refused(t, cli.ExitData, "Два файла нельзя записать под одним именем", "inspect", "text", "--data", "a", "--to", "./a")
	refused(t, cli.ExitData, "«text» — файл, а нужна папка", "demo", "--dir", "text")
	if left, _ := filepath.Glob("*"); len(left) != 6 {
		t.Errorf("left behind: %v", left)
	}
}

// A bug ends with its own code and tells where its description is, in JSON too.
func TestPanicIsABug(t *testing.T) {
	inPlace(t)
	if got := run("x.tpark"); got.code != cli.ExitBug || !strings.Contains(got.failed, "technopark-crash-") {
		t.Errorf("exit %d: %s", got.code, got.failed)
	}
}

// A window that breaks down while somebody works in it starts anew, to say so; one that breaks down as
// it opens would do so without end, and a command says it where it was called.
func TestWindowStartsAnewAfterItBrokeDown(t *testing.T) {
	inPlace(t)
	for _, c := range []struct {
		args  string
		open  time.Duration
		again int
	}{{"x.tpark", time.Minute, 1}, {"x.tpark", time.Second, 0}, {"journal x.tpark", time.Minute, 0}} {
		at, again := time.Date(2021, 4, 12, 12, 0, 0, 0, time.UTC), 0
		got := runWith(func(d *cli.Deps) {
			breakDown := func() {
				at = at.Add(c.open)
				panic("a fault of the screen")
			}
			d.Now = func() time.Time { return at }
			d.Again = func() { again++ }
			d.Window = func(string) error { breakDown(); return nil }
			d.Open = func(context.Context, string, bool) (cli.Store, error) { breakDown(); return nil, nil }
		}, strings.Fields(c.args)...)
		if got.code != cli.ExitBug || again != c.again {
			t.Errorf("%s, after %v: exit %d, started anew %d times", c.args, c.open, got.code, again)
		}
	}
}

// What people paste is the path that is meant; what is there as it stands is meant as it is.
func TestPastedPaths(t *testing.T) {
	inPlace(t)
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{`"x.tpark" `, "«x.tpark»", "'x.tpark'", "\u00a0x.tpark\n", "\ufeffx.tpark", "file://" + dir + "/x.tpark", "“x.tpark”"} {
		if got := run("verify", path, "--json"); got.code != cli.ExitOK {
			t.Errorf("%q: %+v", path, got)
		}
	}
	if err := os.WriteFile("x.tpark ", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	refused(t, cli.ExitData, "Файл «x.tpark » пуст", "journal", "x.tpark ")
	if got := run("new", ` "новый.tpark" `); got.code != cli.ExitOK {
		t.Errorf("%+v", got)
	}
	if _, err := os.Stat("новый.tpark"); err != nil {
		t.Error(err)
	}
}

// Help is there for every command, with an example.
func TestHelp(t *testing.T) {
	all := run("--help")
	for _, c := range strings.Fields("demo new check score package explain profile document inspect revision export fill questionnaires journal verify completion") {
		for _, args := range [][]string{{c, "--help"}, {"help", c}, {c, "-h", "--json"}} {
			if got := run(args...); got.code != cli.ExitOK || !strings.Contains(got.out, "Пример: technopark "+c) || got.failed != "" {
				t.Errorf("%v: %+v", args, got)
			}
		}
		if !strings.Contains(all.out, "  technopark "+c) {
			t.Errorf("%s is not in the list", c)
		}
	}
}
