package i18n

import (
	"testing"

	"technopark/app"
)

func TestNestQuotes(t *testing.T) {
	for text, want := range map[string]string{
		"нет «А», есть «Б»":        "нет «А», есть «Б»",
		"«ООО «Альфа»» нет":        "«ООО „Альфа“» нет",
		"«ООО «НПП „Ёж“»»: «да»":   "«ООО „НПП „Ёж““»: «да»",
		"«пол «слова» нет":         "«пол «слова» нет",
		"а»«б»«":                   "а»«б»«",
		"Отменить: «ООО «А» — ИНН": "Отменить: «ООО «А» — ИНН",
	} {
		if got := nestQuotes(text); got != want {
			t.Errorf("nestQuotes(%q) = %q, want %q", text, got, want)
		}
	}
	got := New(app.RU).T("err.in_use", map[string]any{"What": "ООО «Альфа»"})
	if want := "Запись «ООО „Альфа“» не удалена"; len(got) < len(want) || got[:len(want)] != want {
		t.Errorf("a message says %q, want it to begin with %q", got, want)
	}
}
