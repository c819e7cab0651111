package app_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"technopark/app"
)

// namesake are records whose titles try what parts and compares them: two of one title,
// one without, one with the mark that parts titles, one of another's beginning.
func namesake(string) []app.Named {
	return []app.Named{
		{ID: 3, Title: "ООО «Альфа»"},
		{ID: 12, Title: "ООО \"Альфа\""},
		{ID: 17, Title: ""},
		{ID: 20, Title: "Ёлка; и К°"},
		{ID: 21, Title: "Ёлка"},
		{ID: 22, Title: "№" + app.NBSP + "99"},
	}
}

// TestWordsAreReadBack walks every field of the catalogue: what is written of any of its
// values, in either language, is read as the same value.
func TestWordsAreReadBack(t *testing.T) {
	names := app.NewNames(namesake)
	for _, typ := range app.Types() {
		for _, f := range typ.Stored() {
			for _, v := range append(samples(t, f, []int64{3, 12, 17, 20, 21, 22}), app.Value{}) {
				for _, lang := range []app.Lang{app.RU, app.EN} {
					forms := []string{f.Entry(v, names.Title, lang), "  " + f.Entry(v, names.Title, lang) + "\u00a0"}
					if lang == app.RU || !f.Kind.Number() {
						forms = append(forms, f.Exact(v, names.Title, lang))
					}
					if !f.Kind.Number() {
						forms = append(forms, f.Words(v, names.Title, lang))
					}
					for _, text := range forms {
						if got, err := f.Read(text, names.Find); err != nil || got != v {
							t.Errorf("%s.%s = %+v: %q was read as %+v, %v", typ.Key, f.Key, v, text, got, err)
						}
					}
				}
			}
		}
	}
}

func TestEveryReferenceIsReadByName(t *testing.T) {
	names := app.NewNames(namesake)
	for _, typ := range app.Types() {
		for _, f := range typ.Stored() {
			if f.Ref == "" {
				continue
			}
			for _, named := range names.All(f.Ref) {
				v := app.NumberValue(named.ID)
				if f.Kind == app.KindRefs {
					v = app.TextValue(app.IDList([]int64{named.ID}))
				}
				if got, err := f.Read(f.Words(v, names.Title, app.RU), names.Find); err != nil || got != v {
					t.Errorf("%s.%s: %q was read as %+v, %v", typ.Key, f.Key, named.Title, got, err)
				}
			}
		}
	}
}

func TestWordsOfReferences(t *testing.T) {
	rooms, _ := app.TypeByKey("contract").Field("rooms")
	titles := func(_ string, id int64) string { return map[int64]string{1: "К1-101", 2: "К1-102"}[id] }
	want := "К1-101; К1-102; №" + app.NBSP + "9"
	if got := rooms.Words(app.TextValue("1;2;9"), titles, app.RU); got != want {
		t.Errorf("rooms %q, want %q", got, want)
	}
}

func TestNamesTellApart(t *testing.T) {
	names := app.NewNames(namesake)
	const nb = app.NBSP
	for name, want := range map[string]int64{
		"ООО «Альфа» (№" + nb + "3)": 3, "ооо альфа (№ 12)": 12, "№ 17": 17, "елка": 21, "Ёлка; и К°": 20, "eлкa": 21, "№ 99": 22,
	} {
		if id, err := names.Find("resident", name); err != nil || id != want {
			t.Errorf("%q: %d, %v; want %d", name, id, err, want)
		}
	}
	var fault *app.NameError
	if _, err := names.Find("resident", "Альфа, ООО"); !errors.As(err, &fault) || len(fault.Candidates) != 0 {
		t.Errorf("a name nobody has: %v", err)
	}
	if _, err := names.Find("resident", "ООО Альфа"); !errors.As(err, &fault) || len(fault.Candidates) != 2 {
		t.Errorf("a name two have: %v", err)
	}
	if _, err := names.Find("resident", "Ёл"); err == nil {
		t.Error("a part of a name is no name in a file")
	}
	if id, err := names.Guess("resident", "и К"); err != nil || id != 20 {
		t.Errorf("a part that fits one: %d, %v", id, err)
	}
	if title := names.Title("resident", 404); title != "" {
		t.Errorf("a record that is not there is called %q", title)
	}
}

// A name that fits several records is refused with the records it fits.
func TestReadNamesTheCandidates(t *testing.T) {
	f, _ := app.TypeByKey("contract").Field("resident")
	names := app.NewNames(func(string) []app.Named {
		var all []app.Named
		for id := range int64(7) {
			all = append(all, app.Named{ID: id + 1, Title: "Альфа"})
		}
		return append(all, app.Named{ID: 9, Title: "Бета"})
	})
	for text, says := range map[string][]string{
		"Альфа": {"«Альфа» подходит к нескольким записям", "«Альфа (№" + app.NBSP + "1)»", "«Альфа (№" + app.NBSP + "5)», …; укажите одну из них"},
		"Гамма": {"«Гамма» нет в списке «Резиденты»"},
	} {
		_, err := f.Read(text, names.Find)
		var fault app.FieldError
		if !errors.As(err, &fault) || fault.Field != "resident" {
			t.Fatalf("%q: %v", text, err)
		}
		for _, part := range says {
			if !strings.Contains(fault.Message.RU, part) {
				t.Errorf("%q: %s, want it to say %q", text, fault.Message.RU, part)
			}
		}
		if fault.Message.EN == "" || strings.ContainsAny(fault.Message.EN, "«»") {
			t.Errorf("%q in English: %s", text, fault.Message.EN)
		}
	}
	if _, err := f.Read("Бета", nil); err == nil {
		t.Error("a reference was read by nobody")
	}
}

// Each type is listed once: a file of ten thousand lines names the same few residents.
func TestNamesListOnce(t *testing.T) {
	listed := map[string]int{}
	names := app.NewNames(func(typeKey string) []app.Named {
		listed[typeKey]++
		return []app.Named{{ID: 1, Title: "А"}}
	})
	for range 3 {
		if _, err := names.Find("resident", "А"); err != nil {
			t.Fatal(err)
		}
		names.Title("room", 1)
	}
	if got := fmt.Sprint(listed); got != "map[resident:1 room:1]" {
		t.Errorf("listed %s", got)
	}
}
