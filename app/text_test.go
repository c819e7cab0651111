package app

import (
	"errors"
	"strings"
	"testing"
)

func TestQuoted(t *testing.T) {
	for text, want := range map[string]string{
		"Альфа":                "«Альфа»",
		"ООО «Альфа»":          "«ООО „Альфа“»",
		"ООО «НПП „Ёж“», 2020": "«ООО „НПП „Ёж““, 2020»",
		"«Пример»":             "«Пример»",
		"«А» и «Б»":            "«„А“ и „Б“»",
		"":                     "«»",
	} {
		if got := Quoted(text); got != want {
			t.Errorf("Quoted(%q) = %q, want %q", text, got, want)
		}
	}
}

// What people type may hold quotation marks; the message about it must not mix them up.
func TestFaultsNestQuotes(t *testing.T) {
	for _, tt := range []struct {
		field Field
		text  string
		says  string
	}{
		{fieldOf(t, residentReportType, "revenue"), "около «5»", "«около „5“» — не число"},
		{fieldOf(t, jobType, "category"), "отдел «А»", "«отдел „А“» нет в списке"},
	} {
		_, err := tt.field.Read(tt.text, nil)
		var fault FieldError
		if !errors.As(err, &fault) || !strings.HasPrefix(fault.Message.RU, tt.says) {
			t.Errorf("%s.Read(%q): %v, want %q", tt.field.Key, tt.text, err, tt.says)
		}
	}
}
