package app_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"technopark/app"
)

// Who names one of several by what they share is told of all of them, however it is typed, and of no
// other; a name that nobody has fits nothing.
func TestFindTellsOfAllWhoShareAName(t *testing.T) {
	names := app.NewNames(func(string) []app.Named {
		return []app.Named{
			{ID: 1, Title: "ООО «Альфа»"},
			{ID: 2, Title: "ооо  \"альфа\""},
			{ID: 3, Title: "Бета"},
			{ID: 4, Title: "Гамма (№ 4)"},
			{ID: 5, Title: "Дельта (№ 6)"},
			{ID: 6, Title: ""},
			{ID: 7, Title: "ООО Альфа"},
			{ID: 12, Title: "Эта (№ 2)"},
		}
	})
	for name, want := range map[string][]string{
		"ООО «Альфа»":   {"ООО «Альфа» (№\u00a01)", "ооо  \"альфа\" (№\u00a02)", "ООО Альфа (№\u00a07)"},
		" ооо альфа ":   {"ООО «Альфа» (№\u00a01)", "ооо  \"альфа\" (№\u00a02)", "ООО Альфа (№\u00a07)"},
		"Гамма":         {"Гамма (№ 4)"},
		"Дельта":        nil,
		"Эта":           nil,
		"Омега":         nil,
		"":              nil,
		"Альфа":         nil,
		"ООО «Альфа» (": nil,
	} {
		_, err := names.Find("resident", name)
		var fault *app.NameError
		if !errors.As(err, &fault) || !slices.Equal(fault.Candidates, want) {
			t.Errorf("%q: %v, want %q", name, err, want)
		}
	}
	if id, err := names.Find("resident", "бета"); id != 3 || err != nil {
		t.Errorf("бета is %d, %v", id, err)
	}
}

// BenchmarkFindNobody10000 asks a list of 10,000 for a name that is not in it, as an import does.
func BenchmarkFindNobody10000(b *testing.B) {
	var list []app.Named
	for i := range 10_000 {
		list = append(list, app.Named{ID: int64(i + 1), Title: fmt.Sprintf("ООО «Резидент %d»", i/2)})
	}
	names := app.NewNames(func(string) []app.Named { return list })
	for b.Loop() {
		if _, err := names.Find("resident", "ООО «Никто»"); err == nil {
			b.Fatal("somebody is found")
		}
	}
}
