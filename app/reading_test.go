package app

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// What a figure says together with others is exact where it is a sum, rounded to a tenth where it
// is divided, and not said where it cannot be; a sum of which figures are missing says so.
func TestFiguresSayWhatTheyMakeTogether(t *testing.T) {
	said := func(rec Record, key string) string {
		f, _ := rec.Type().Field(key)
		return strings.ReplaceAll(strings.Join(f.Readings(rec, RU), " · "), NBSP, " ")
	}
	report := &ResidentReport{
		Headcount: Of(Count(9)), Researchers: Of(Count(2)), Revenue: Of(Money(2_113_790_000)), Export: NA[Money](),
		Innovative: Of(Money(-211_379_000)), TaxesFederal: Of(Money(100_000)), TaxesRegional: Of(Money(20_001)), Customs: NA[Money](), Contributions: Of(Money(5)),
	}
	for key, want := range map[string]string{
		"researchers": "доля в численности 22,2 %", "revenue": "на работника 2 348,7 тыс. руб.", "export": "", "innovative_revenue": "доля в выручке \u221210,0 %",
		"contributions": "всего налогов и платежей 1,20006 тыс. руб., не заполнено: 1", "rd_other": "", "profit": "",
	} {
		if got := said(report, key); got != want {
			t.Errorf("%s says %q, want %q", key, got, want)
		}
	}
	if got := said(&Contract{Area: Of(Quantity(100_250)), Rate: Of(Money(65_533))}, "rate"); got != "плата в месяц 65 696,83 руб." {
		t.Errorf("the rate says %q", got)
	}
	report.Headcount = Of(Count(0))
	if got := said(report, "revenue") + said(report, "researchers"); got != "" {
		t.Errorf("for nobody it says %q", got)
	}
	most := &ResidentReport{Contributions: Of(Money(math.MaxInt64)), TaxesLocal: Of(Money(1)), Headcount: Of(Count(1)), Researchers: Of(Count(math.MaxInt64))}
	if got := said(most, "contributions") + said(most, "researchers"); got != "" {
		t.Errorf("more than there can be says %q", got)
	}
	if got := said(&Contract{Area: Of(Quantity(math.MaxInt64)), Rate: Of(Money(math.MaxInt64))}, "rate"); got != "" {
		t.Errorf("more than there can be says %q", got)
	}
}

// Every reading names figures of its own type, written in the same unit where they are added or
// compared.
func TestReadingsNameFiguresOfTheirType(t *testing.T) {
	n := 0
	for _, typ := range Types() {
		for _, f := range typ.Fields {
			for _, r := range f.readings {
				n++
				for _, key := range r.keys {
					other, ok := typ.Field(key)
					if !ok || !other.Kind.Number() || key == f.Key {
						t.Errorf("%s.%s reads %q", typ.Key, f.Key, key)
					}
					if same := other.Scale == f.Scale && other.Unit == f.Unit; !same && slices.Contains([]readingKind{readTotal, readShare}, r.kind) {
						t.Errorf("%s.%s and %s are of unlike units", typ.Key, f.Key, key)
					}
				}
				if r.label.RU == "" || r.label.EN == "" {
					t.Errorf("%s.%s reads without words", typ.Key, f.Key)
				}
			}
		}
	}
	if n == 0 {
		t.Error("nothing is read")
	}
}
