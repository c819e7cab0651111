package bugreport_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/bugreport"
	"technopark/app/i18n"
	"technopark/app/logbook"
)

func clock() time.Time { return time.Date(2021, 4, 12, 15, 30, 0, 0, time.UTC) }

func sources(t *testing.T) bugreport.Sources {
	t.Helper()
	return bugreport.Sources{Words: i18n.New(app.RU), Now: clock(), Log: logbook.Open(t.TempDir(), clock)}
}

func keys(parts []bugreport.Part) string {
	var all []string
	for _, part := range parts {
		all = append(all, part.Key)
	}
	return strings.Join(all, " ")
}

func TestWhatThereIsNothingToSayOfIsLeftOut(t *testing.T) {
	s := sources(t)
	if got := keys(bugreport.Gather(s)); got != "program" {
		t.Errorf("at first there are %s", got)
	}
	s.Log.Begin("window")
	s.Log.Panicked("lost", nil)
	s.Window = []bugreport.Line{{Title: "Раздел", Value: "resident"}}
	s.DataFile = &bugreport.DataFile{Path: filepath.Join(t.TempDir(), "Иванов.tpark")}
	parts := bugreport.Gather(s)
	if got := keys(parts); got != "program window datafile crashes log" {
		t.Errorf("with all there are %s", got)
	}
	if text := parts[2].Text; !strings.HasPrefix(text, "Не открыт: open: errno 2") || strings.Contains(text, "Иванов") {
		t.Errorf("of a file that is not there it says\n%s", text)
	}
}

// What is wrong is counted by kind and field; what stands there is not told.
func TestVerdictHasNoValues(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.tpark")
	if err := os.WriteFile(path, []byte("no database"), 0o600); err != nil {
		t.Fatal(err)
	}
	value := app.Problem{Kind: app.ProblemValue, Type: "resident", ID: 3, Title: "ООО «Ромашка»", Field: "name", Journal: `"Ромашка"`, File: `"Лютик"`}
	s := sources(t)
	s.DataFile = &bugreport.DataFile{Path: path, Verdict: app.Verdict{Problems: []app.Problem{value, value, {Kind: app.ProblemNumber, File: "Ромашка"}}}}
	s.DataFile.Holding.Records = map[string]int64{"resident": 1234}
	text := bugreport.Gather(s)[1].Text
	for _, want := range []string{"Размер, байт: 11\n", "Проверка: number — 1; value resident name — 2\n", "Резиденты: 1\u00a0234\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("without %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Ромашка") || strings.Contains(text, "Лютик") {
		t.Errorf("it tells values:\n%s", text)
	}
	s.DataFile.Err = app.About("/home/Иванов", errors.New("cannot"))
	if text := bugreport.Gather(s)[1].Text; !strings.HasSuffix(text, "Не открыт: cannot\n") {
		t.Errorf("of one that could not be opened it says\n%s", text)
	}
}

func TestTheSameIsWrittenAsTheSameBytes(t *testing.T) {
	s, dir := sources(t), t.TempDir()
	s.Log.Begin("window")
	var written [2][]byte
	for i, name := range []string{"a.zip", "b.zip"} {
		path := filepath.Join(dir, name)
		if err := bugreport.Write(path, bugreport.Gather(s), s.Now); err != nil {
			t.Fatal(err)
		}
		written[i], _ = os.ReadFile(path)
	}
	if !bytes.Equal(written[0], written[1]) || len(written[0]) == 0 {
		t.Errorf("%d and %d bytes differ", len(written[0]), len(written[1]))
	}
	if err := bugreport.Write(filepath.Join(dir, "a.zip"), nil, s.Now); !errors.Is(err, app.ErrExists) {
		t.Errorf("over a file that is there: %v", err)
	}
	left, _ := os.ReadDir(dir)
	if names := slices.Collect(func(yield func(string) bool) {
		for _, e := range left {
			if !yield(e.Name()) {
				return
			}
		}
	}); strings.Join(names, " ") != "a.zip b.zip" {
		t.Errorf("left: %v", names)
	}
}
