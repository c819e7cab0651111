package app

import (
	"strings"
	"testing"
)

// What a title lacks — the resident is gone, the number was not typed — leaves no comma, no
// arrow and no word that stood before it alone.
func TestTitlesHangNothing(t *testing.T) {
	const edges = " ,;:→\u00a0"
	for _, typ := range Types() {
		for _, of := range []string{"", "Альфа"} {
			for _, lang := range []Lang{RU, EN} {
				title := typ.TitleIn(lang, typ.New(), func(string, int64) string { return of })
				if strings.Trim(title, edges) != title || strings.HasSuffix(title, "№") || strings.Contains(title, ", ,") {
					t.Errorf("%s: a record without anything is called %q", typ.Key, title)
				}
			}
		}
	}
	none := func(string, int64) string { return "" }
	for want, rec := range map[string]Record{
		"№\u00a0А-12/26":         &Contract{Number: "А-12/26"},
		"№\u00a07":               &Document{Number: "7"},
		"Корпус А":               &Room{Building: "Корпус А"},
		"2020 год":               &ResidentReport{Period: YearPeriod(2020)},
		"S1.1, 2020 год":         &DocumentLink{Subject: SubjectOfIndicator(2020, "S1.1")},
		"Выручка упала":          &Explanation{Finding: "Выручка упала"},
		"подпись «Петров»":       &Signature{Signer: "Петров"},
		"S1.1, другой технопарк": &Reference{Code: "S1.1", Whose: ReferencePark},
		"вложение":               &Investment{},
		"отчёт УК":               &CompanyReport{},
		"отчёт УК, 2020 год":     &CompanyReport{Period: YearPeriod(2020)},
	} {
		if got := rec.Type().Title(rec, none); got != want {
			t.Errorf("it is called %q, want %q", got, want)
		}
	}
}
