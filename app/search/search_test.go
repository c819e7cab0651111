package search

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/guide"
	"technopark/storage"
)

// newFile makes a data file with one park and what fill adds.
func newFile(t testing.TB, fill func(park int64, save func(app.Record))) *storage.Store {
	t.Helper()
	o := storage.Options{Who: "tester", Now: func() time.Time { return time.Date(2021, 3, 15, 12, 0, 0, 0, time.UTC) }}
	s, err := storage.CreateFilled(filepath.Join(t.TempDir(), "x.tpark"), o, "sample", func(ctx context.Context, tx app.Tx) error {
		var err error
		save := func(rec app.Record) {
			if err == nil {
				err = tx.Save(ctx, rec)
			}
		}
		park := &app.Park{Name: "Технопарк «Пример»"}
		save(park)
		fill(park.ID, save)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func somePark(park int64, save func(app.Record)) {
	head := app.Head{Park: park}
	resident := func(name, short, inn, contact string) int64 {
		r := &app.Resident{Head: head, Name: name, ShortName: short, INN: inn, Contact: contact}
		save(r)
		return r.ID
	}
	a := resident("Общество с ограниченной ответственностью «Альфа Робототехника»", "ООО «Альфа»", "7707083893", "Иванов Пётр")
	resident("Общество с ограниченной ответственностью «Ёлочка»", "ООО «Ёлочка»", "7728168971", "Семёнова Анна")
	resident("Акционерное общество «Альфабет»", "АО «Альфабет»", "7736050003", "")
	save(&app.Contract{Head: head, Resident: a, Number: "С-2019/17", Kind: app.ContractLease})
	save(&app.IPResult{Head: head, Resident: a, Title: "Датчик давления", Number: "RU 2719345"})
	save(&app.Document{Head: head, Title: "Приказ о присвоении статуса", Number: "112-п", Note: "копия лежит в сейфе у Ковалёвой"})
}

var someItems = []Item{
	{Kind: KindCommand, Title: "Сохранить копию…", Key: "copy"},
	{Kind: KindCommand, Title: "Резиденты", Key: "resident"},
	{Kind: KindIndicator, Title: "S2.1 Выручка на работника", Texts: []string{"выручка делится на численность"}, Place: app.IndicatorPlace(2020, "S2.1")},
	{Kind: KindFinding, Title: "экспорт больше выручки", About: "ООО «Альфа», 2020", Texts: []string{"ООО «Альфа», 2020"}, Key: "R1"},
	{Kind: KindGuide, Title: "Резервные копии", Texts: []string{"Копия делается сама, когда файл закрывают, а вернуть её можно рядом с файлом."}, Key: "Резервные копии"},
}

// first says what stands first of what was found.
func first(a Answer) string {
	if len(a.Groups) == 0 {
		return "nothing"
	}
	return a.Groups[0].Results[0].Title
}

func TestWhatIsMeantStandsFirst(t *testing.T) {
	s := newFile(t, somePark)
	f := New(s, 1, app.RU, someItems)
	const alpha, spruce, alphabet, order = "ООО «Альфа»", "ООО «Ёлочка»", "АО «Альфабет»", "Приказ о присвоении статуса"
	for text, want := range map[string]string{
		"альфа":              alpha,
		"АЛЬФА":              alpha,
		"«Альфа»":            alpha,
		"aльфa":              alpha, // Latin a
		"альфабет":           alphabet,
		"елоч":               spruce,
		"ёлочка":             spruce,
		"7728":               spruce,
		"7728168971":         spruce,
		"иванов":             alpha,
		"пётр иванов":        alpha,
		"альфа роботот":      alpha,
		"робототхника":       alpha, // a letter left out
		"роботтотехника":     alpha, // one too many
		"работотехника":      alpha, // another
		"орбототехника":      alpha, // two in turn
		"елочек":             spruce,
		"fkmaf":              alpha, // the other layout
		"tkjxrf":             spruce,
		"kjxrf":              spruce, // and a letter left out
		"hj,jnjnt[yb":        alpha,
		"ghbrfp":             order,
		"с-2019/17":          "№\u00a0С-2019/17",
		"2719345":            "Датчик давления",
		"ru2719345":          "Датчик давления",
		"сейф":               order,
		"присвоение статуса": order,
		"резиденты":          "Резиденты",
		"копию":              "Сохранить копию…",
		"резервные":          "Резервные копии",
		"s2.1":               "S2.1 Выручка на работника",
		"экспорт":            "экспорт больше выручки",
		"вернуть":            "Резервные копии",
		"вернуть копия":      "Резервные копии",
		"7707083894":         "nothing", // a figure is what it is
		"щука":               "nothing",
		"":                   "nothing",
		" «»,. ":             "nothing",
		"альфа щука":         "nothing",
	} {
		a, err := f.Find(context.Background(), text, 50)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		} else if got := first(a); !strings.HasPrefix(got, want) {
			t.Errorf("%q finds %q first, not %q", text, got, want)
		}
	}
}

func TestWhereItStands(t *testing.T) {
	s := newFile(t, somePark)
	f := New(s, 1, app.RU, someItems)
	for text, want := range map[string]string{
		"альфа":       "", // the title says it
		"иванов":      "Контактное лицо: Иванов Пётр",
		"7707083893":  "ИНН: 7707083893",
		"ковалёвой":   "Примечание: копия лежит в сейфе у Ковалёвой",
		"вернуть":     "…закрывают, а вернуть её можно рядом с файлом.",
		"численность": "выручка делится на численность",
	} {
		a, err := f.Find(context.Background(), text, 50)
		if err != nil || len(a.Groups) == 0 || a.Groups[0].Results[0].Where != want {
			t.Errorf("%q: %+v, %v", text, a, err)
		}
	}
	if a, err := f.Find(context.Background(), "fkmaf", 50); err != nil || a.Read != "альфа" {
		t.Errorf("%q, %v", a.Read, err)
	}
	if a, err := f.Find(context.Background(), "альфа", 50); err != nil || a.Read != "" {
		t.Errorf("%q, %v", a.Read, err)
	}
}

func TestManyOfOneKindHideNoOther(t *testing.T) {
	s := newFile(t, func(park int64, save func(app.Record)) {
		somePark(park, save)
		for i := range 300 {
			save(&app.Room{Head: app.Head{Park: park}, Building: "Альфа", Number: fmt.Sprint(i)})
		}
	})
	a, err := New(s, 1, app.RU, someItems).Find(context.Background(), "альфа", 20)
	if err != nil || len(a.Results()) != 20 {
		t.Fatalf("%d results, %v", len(a.Results()), err)
	}
	var kinds []string
	for _, g := range a.Groups {
		kind := string(g.Kind)
		if g.Type != nil {
			kind = fmt.Sprint(g.Type.Key, " ", len(g.Results), " ", g.More)
		}
		kinds = append(kinds, kind)
	}
	if got := fmt.Sprint(kinds); !strings.Contains(got, "resident 2 false") || !strings.Contains(got, "room") || !strings.Contains(got, "finding") {
		t.Errorf("groups are %s", got)
	}
}

func TestHostileQuestions(t *testing.T) {
	s := newFile(t, somePark)
	f := New(s, 1, app.RU, someItems)
	for _, text := range []string{
		`"`, `""`, `'; DROP TABLE search; --`, `names : a`, `a* OR b*`, `NEAR(a b, 2)`, `^a`, "\x00", "\xff\xfe", `{names}`, `a AND NOT b`,
		strings.Repeat("а", 1_000_000), strings.Repeat("а ", 1_000_000), strings.Repeat("ab1 ", 500), "\u202eальфа", "🙂", strings.Repeat("\u0308", 1000), "%_", `\`,
	} {
		if _, err := f.Find(context.Background(), text, 50); err != nil {
			t.Errorf("%.30q: %v", text, err)
		}
	}
	if a, err := f.Find(context.Background(), "альфа", 50); err != nil || len(a.Groups) == 0 {
		t.Errorf("afterwards %+v, %v", a, err)
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		typed, meant string
		want         bool
	}{
		{"иваноф", "иванов", true},
		{"ивнов", "иванов", true},
		{"иваанов", "иванов", true},
		{"иавнов", "иванов", true},
		{"ыванов", "иванов", true},
		{"иванво", "ивановский", true},
		{"иваноф", "ивановский", false},
		{"ивонав", "иванов", false},
		{"иван", "иванов", false},
		{"иванов", "иван", false},
		{"робот", "обот", true},
		{"абвгд", "ежзик", false},
	} {
		if got := slip([]rune(c.typed), []rune(c.meant)); got != c.want {
			t.Errorf("%s for %s: %t", c.typed, c.meant, got)
		}
	}
}

func TestGuideIsFoundBySections(t *testing.T) {
	items := Guide(guide.In(app.RU))
	if len(items) < 60 {
		t.Fatalf("%d sections", len(items))
	}
	for _, item := range items {
		text := strings.Join(item.Texts, "\n")
		if item.Title == "" || strings.ContainsAny(item.Title, "#*`") || strings.Contains(text, "**") || strings.Contains(text, "](") || strings.Contains(text, "```") {
			t.Errorf("section %q reads %.200q", item.Title, text)
		}
	}
}

// BenchmarkFind10000 is a key in the search of a park of 10,000 residents, each with a contract.
func BenchmarkFind10000(b *testing.B) {
	syllables := strings.Fields("ро бо тех ни ка ли ма эл ект рон сис те мы ин нов ции аль фа бе та гам")
	s := newFile(b, func(park int64, save func(app.Record)) {
		head := app.Head{Park: park}
		for i := range 10_000 {
			name := syllables[i%21] + syllables[i/21%21] + syllables[i/441%21] + syllables[i*7%21]
			r := &app.Resident{Head: head, Name: "Общество с ограниченной ответственностью «" + name + "»", ShortName: "ООО «" + name + "»", Contact: "Иванов " + name}
			save(r)
			save(&app.Contract{Head: head, Resident: r.ID, Number: fmt.Sprintf("С-%d/%d", 2015+i%6, i), Kind: app.ContractLease})
		}
	})
	items := Guide(guide.In(app.RU))
	for _, text := range []string{"р", "рободом", "общество роботех", "2019", "иванов", "робоотех", "hj,jnt["} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				f := New(s, 1, app.RU, items)
				if _, err := f.Find(context.Background(), text, 50); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
