package app_test

import (
	"testing"

	"technopark/app"
)

// An explanation is called by what it is about, not by the id of a rule; a long finding is cut
// between words.
func TestExplanationIsCalledByWhatItIsAbout(t *testing.T) {
	for want, e := range map[string]*app.Explanation{
		"Альфа: нет КПП":      {About: "Альфа", Finding: "нет КПП", Rule: "KPP_MISSING"},
		"resident/1/kpp: нет": {Place: "resident/1/kpp", Finding: "нет", Rule: "KPP_MISSING"},
		"Альфа":               {About: "Альфа", Rule: "KPP_MISSING"},
		"Альфа, 2020 год: Выручка: 32\u00a0649,4\u00a0тыс. руб., за прошлый год 17\u00a0605,5\u00a0тыс…": {
			About: "Альфа, 2020 год", Rule: "JUMP",
			Finding: "Выручка: 32\u00a0649,4\u00a0тыс. руб., за прошлый год 17\u00a0605,5\u00a0тыс. руб. — изменение больше чем вполовину",
		},
	} {
		if got := e.Type().Title(e, nil); got != want {
			t.Errorf("called %q, want %q", got, want)
		}
	}
}
