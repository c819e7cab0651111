package app_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"technopark/app"
)

func TestJournalTitles(t *testing.T) {
	entries := []app.JournalEntry{
		{Type: "resident", Record: 1, Action: app.ActionEdit},
		{Type: "resident", Record: 2, Action: app.ActionDelete, Before: `{"name":"ООО «Бета»"}`},
		{Type: "resident", Record: 2, Action: app.ActionEdit},
		{Type: "resident", Record: 3, Action: app.ActionEdit},
		{Type: "resident", Record: 4, Action: app.ActionDelete, Before: `{`},
		{Type: "no_such_type", Record: 1, Action: app.ActionAdd, After: `{}`},
	}
	titles := func(typeKey string, id int64) string {
		if typeKey == "resident" && id == 1 {
			return "Альфа"
		}
		return ""
	}
	number := "№" + app.NBSP
	want := []string{"Альфа", "ООО «Бета»", "ООО «Бета»", number + "3", number + "4", number + "1"}
	if got := app.JournalTitles(entries, titles, app.RU); !slices.Equal(got, want) {
		t.Errorf("titles %q, want %q", got, want)
	}
}

func TestEditTexts(t *testing.T) {
	titles := func(_ string, id int64) string { return map[int64]string{1: "Альфа"}[id] }
	number := "№" + app.NBSP
	for _, c := range []struct {
		typeKey, field string
		before, after  app.Value
		want           [2]string
	}{
		{"resident_report", "revenue", app.NumberValue(100_000), app.NumberValue(100_001), [2]string{"1,0", "1,00001"}},
		{"resident_report", "revenue", app.NAValue(), app.Value{}, [2]string{"не применимо", ""}},
		{"resident_report", "resident", app.NumberValue(1), app.NumberValue(2), [2]string{"Альфа", number + "2"}},
		{"park", "specialisms", app.TextValue("1;2"), app.Value{}, [2]string{"Альфа; " + number + "2", ""}},
		{"resident", "name", app.TextValue("ООО\r\n«Бета»"), app.TextValue("а  б"), [2]string{"ООО «Бета»", "а  б"}},
	} {
		f, ok := app.TypeByKey(c.typeKey).Field(c.field)
		if !ok {
			t.Fatalf("no field %s of %s", c.field, c.typeKey)
		}
		before, after := app.Edit{Field: f, Before: c.before, After: c.after}.Texts(titles, app.RU)
		if got := [2]string{before, after}; got != c.want {
			t.Errorf("%s: %q, want %q", c.field, got, c.want)
		}
	}
}

// The step of an entry is told where it says more than the entry: not of a single record by its name.
func TestStepOfAnEntry(t *testing.T) {
	for what, want := range map[string]string{
		"данные из файла «реестр.xlsx»":            "данные из файла «реестр.xlsx»",
		"изменение: Резидент „Альфа“ — Выручка":    "",
		"изменение: Резидент „АЛЬФА“ — Примечание": "",
	} {
		if got := (app.JournalEntry{What: what}).Step("«Альфа»"); got != want {
			t.Errorf("%q of %q", got, what)
		}
	}
}

// In English no value of a journal that is not somebody's own words is in Russian: answers, choices, dates,
// periods, figures.
func TestEditTextsInEnglish(t *testing.T) {
	said := 0
	for _, typ := range app.Types() {
		for _, f := range typ.Fields {
			values := []app.Value{app.NAValue()}
			switch f.Kind {
			case app.KindBool, app.KindCount, app.KindQuantity, app.KindMoney:
				values = append(values, app.NumberValue(0), app.NumberValue(1), app.NumberValue(1_234_567))
			case app.KindChoice:
				for _, o := range f.Options {
					values = append(values, app.TextValue(o.Code))
				}
			case app.KindDate:
				values = append(values, app.TextValue("2020-02-01"))
			case app.KindPeriod:
				values = append(values, app.TextValue("2020"), app.TextValue("2020-Q3"))
			}
			for _, v := range values {
				_, text := app.Edit{Field: f, After: v}.Texts(func(string, int64) string { return "" }, app.EN)
				if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
					t.Errorf("%s.%s: %q", typ.Key, f.Key, text)
				}
				said++
			}
		}
	}
	if said < 500 {
		t.Errorf("%d values looked at", said)
	}
}
