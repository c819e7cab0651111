package regulation_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/regulation"
	"technopark/assets"
)

func recognised(t *testing.T, text string) *app.Profile {
	t.Helper()
	p, err := regulation.Recognise(regulation.File{Name: "свой.toml", TOML: []byte(text)}, app.Day(2021, 4, 1))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestAnotherYearIsSaid: a method of one rating applied to the data of another is told, whoever
// chose it.
func TestAnotherYearIsSaid(t *testing.T) {
	set, err := regulation.Program().For(bookWith(), 2020)
	if err != nil || len(set.Remarks) != 0 {
		t.Errorf("of its own year: %v, %v", set.Remarks, err)
	}
	set, err = regulation.Program().For(bookWith(), 2018)
	want := "методика «Рейтинг-2021 (реконструкция)» — для рейтинга 2021 года, а данные — 2018 года, то есть рейтинга 2019 года"
	if err != nil || len(set.Remarks) != 2 || set.Of(app.ProfileMethod, app.RU)[0] != want {
		t.Errorf("%v, %v", set.Remarks, err)
	}
	if got := set.Of(app.ProfileRules, app.EN); len(got) != 1 || !strings.Contains(got[0], ": for the rating of 2021, but the data are of 2018") {
		t.Error(got)
	}
	forced, err := regulation.Program().With(regulation.File{Name: "few.toml", TOML: []byte(strings.Replace(few, "2021", "2024", 1))})
	if err != nil {
		t.Fatal(err)
	}
	if set, err = forced.For(bookWith(), 2020); err != nil || len(set.Of(app.ProfileRules, app.RU)) != 1 || len(set.Of(app.ProfileMethod, app.RU)) != 0 {
		t.Errorf("forced: %v, %v", set.Remarks, err)
	}
}

// TestNamesakesAreRefusedOrSaid: one id with two contents cannot be told apart on paper.
func TestNamesakesAreRefusedOrSaid(t *testing.T) {
	l := regulation.Program()
	method := string(assets.Methods()[0].TOML)
	changed := strings.Replace(method, "threshold = 80", "threshold = 70", 1)
	own := strings.Replace(changed, `id = "rating-2021"`, `id = "our-2021"`, 1)
	nextYear := strings.Replace(own, "year = 2021", "year = 2022", 1)
	kept := recognised(t, own)
	for _, tt := range []struct {
		name, text string
		book       *app.Book
		refused    string
	}{
		{"the program's own, unchanged", method, bookWith(), ""},
		{"with other ends of lines", strings.ReplaceAll(method, "\n", "\r\n"), bookWith(), ""},
		{"the program's own, changed", changed, bookWith(), "обозначение id = «rating-2021» уже у встроенного профиля программы"},
		{"an id of its own", own, bookWith(), ""},
		{"corrected", strings.Replace(own, "threshold = 70", "threshold = 60", 1), bookWith(kept), ""},
		{"for another year by the same id", nextYear, bookWith(kept), "обозначение id = «our-2021» уже у профиля рейтинга 2021 года"},
		{"for another year by another id", strings.Replace(nextYear, "our-2021", "our-2022", 1), bookWith(kept), ""},
	} {
		next, err := l.Put(tt.book, "свой.toml", recognised(t, tt.text))
		if tt.refused == "" {
			if err != nil || next == nil {
				t.Errorf("%s: %v", tt.name, err)
			}
			continue
		}
		var fault *regulation.ProfileError
		if !errors.As(err, &fault) || !strings.Contains(fault.Reason.RU, tt.refused) || fault.File != "свой.toml" || fault.Line == 0 ||
			!strings.HasPrefix(strings.Split(tt.text, "\n")[fault.Line-1], "id = ") {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	trial, err := l.With(regulation.File{Name: "свой.toml", TOML: []byte(changed)})
	if err != nil {
		t.Fatal(err)
	}
	if set, err := trial.For(bookWith(), 2020); err != nil || len(set.Remarks) != 1 || !strings.Contains(set.Remarks[0].Text.RU, "то же обозначение") {
		t.Errorf("a trial: %v, %v", set.Remarks, err)
	}
}

// TestNameThatNoDictionaryHasIsSaid: only the records tell whether there is such a field of work.
func TestNameThatNoDictionaryHasIsSaid(t *testing.T) {
	ask := func(name string) string {
		text := strings.Replace(string(assets.Methods()[0].TOML), `where = "in_year(admitted)"`, `where = "in_year(admitted) && specialism.name == '`+name+`'"`, 1)
		return strings.Replace(text, `id = "rating-2021"`, `id = "own"`, 1)
	}
	for name, want := range map[string]string{
		"Робототехника": "",
		"Роботехника":   "слагаемое «admitted» спрашивает о «Роботехника», а среди записей «Направления деятельности» такой нет: исправьте методику или справочник",
	} {
		l, err := regulation.Program().With(regulation.File{Name: "own.toml", TOML: []byte(ask(name))})
		if err != nil {
			t.Fatal(err)
		}
		b := app.NewBook(&app.Park{Head: app.Head{ID: 1}}, map[string][]app.Record{"specialism": {&app.Specialism{Head: app.Head{ID: 1}, Name: "Робототехника"}}})
		set, err := l.For(b, 2020)
		if got := strings.Join(set.Of(app.ProfileMethod, app.RU), "; "); err != nil || got != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestNameThatNoDictionaryHasIsSaidOfRules too.
func TestNameThatNoDictionaryHasIsSaidOfRules(t *testing.T) {
	ask := func(name string) string {
		return strings.Replace(few, `of = "resident_report"`+"\nfield = \"export\"\nholds = \"export <= 100\"",
			`of = "resident"`+"\nfield = \"name\"\nholds = \"specialism.name != '"+name+"'\"", 1)
	}
	for name, want := range map[string]string{
		"Робототехника": "",
		"Роботехника":   "правило «EXPORT_SMALL» спрашивает о «Роботехника», а среди записей «Направления деятельности» такой нет: исправьте правила или справочник",
	} {
		l, err := regulation.Program().With(regulation.File{Name: "own.toml", TOML: []byte(ask(name))})
		if err != nil {
			t.Fatal(err)
		}
		b := app.NewBook(&app.Park{Head: app.Head{ID: 1}}, map[string][]app.Record{"specialism": {&app.Specialism{Head: app.Head{ID: 1}, Name: "Робототехника"}}})
		set, err := l.For(b, 2020)
		if got := strings.Join(set.Of(app.ProfileRules, app.RU), "; "); err != nil || got != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestProfilesOfOtherEncodingsAreKeptInUTF8 whatever an office editor saved them in.
func TestProfilesOfOtherEncodingsAreKeptInUTF8(t *testing.T) {
	for name, coded := range map[string]func() string{
		"Windows-1251": func() string { s, _ := charmap.Windows1251.NewEncoder().String(few); return s },
		"BOM":          func() string { return "\uFEFF" + few },
	} {
		f := regulation.File{Name: "few.toml", TOML: []byte(coded())}
		p, err := regulation.Recognise(f, app.Date{})
		if err != nil || p.Text != few {
			t.Errorf("%s: %v", name, err)
			continue
		}
		l, err := regulation.Program().With(f)
		if err != nil {
			t.Fatal(err)
		}
		if set, err := l.For(bookWith(), 2020); err != nil || string(set.RuleFile.TOML) != few || set.Rules.Title.RU != "Немногие правила" {
			t.Errorf("%s forced: %v", name, err)
		} else if said := strings.Join(set.Of(app.ProfileRules, app.RU), "; "); strings.Contains(said, "кодировке") != (name == formula.Windows1251) {
			t.Errorf("%s forced: %q", name, said)
		}
	}
	if from := (regulation.File{TOML: []byte("\xcf\xf0\xe0\xe2\xe8\xeb\xe0")}).Encoding(); from != formula.Windows1251 {
		t.Errorf("read from %q", from)
	}
}

// TestHostileProfilesAreRefusedSoon: whatever a file is, it is refused in seconds.
func TestHostileProfilesAreRefusedSoon(t *testing.T) {
	for _, text := range []string{
		"a = " + strings.Repeat("{a=", 60_000), strings.Repeat("a.", 100_000) + "a = 1", "[" + strings.Repeat("a.", 100_000) + "a]",
		"a = '''" + strings.Repeat("x", 200_000), "\x00\x01\x02", "\xff\xfe\x00", "",
		strings.Replace(few, "export <= 100", strings.Repeat("1+", 4600)+"1 < 2", 1),
		strings.Replace(few, "year = 2021", "year = 9223372036854775807", 1),
	} {
		start := time.Now()
		if _, err := regulation.Recognise(regulation.File{Name: "x.toml", TOML: []byte(text)}, app.Date{}); err == nil {
			t.Errorf("%.40q is taken", text)
		}
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%.40q took %v", text, took)
		}
	}
}
