package search

import (
	"context"
	"testing"

	"technopark/app"
	"technopark/app/guide"
)

// The forms of a word have one stem, and a word of no known form stays as it is.
func TestFormsOfAWordHaveOneStem(t *testing.T) {
	for _, forms := range [][]string{
		{"правило", "правила", "правил", "правилами"},
		{"новое", "новые", "новых", "новому"},
		{"пояснить", "пояснение", "пояснения", "поясню"},
		{"объяснение", "объяснить", "объяснениями"},
		{"предупреждение", "предупреждений"},
		{"explanations", "explanation"},
		{"checks", "checking", "checked"},
	} {
		want := stem(app.Fold(forms[0]))
		for _, form := range forms {
			if got := stem(app.Fold(form)); got != want {
				t.Errorf("%q has the stem %q, not %q", form, got, want)
			}
		}
	}
	for _, word := range []string{"инн", "s2", "2019", "год", "по"} {
		if got := stem(word); got != word {
			t.Errorf("%q is cut to %q", word, got)
		}
	}
}

// What people ask the guide for in their own words leads to the page that says it.
func TestGuideIsFoundByTheWordsOfPeople(t *testing.T) {
	for lang, asked := range map[app.Lang]map[string]string{
		app.RU: {
			"новое правило": "rules", "объяснение замечания": "check", "объяснить замечание": "check", "пояснить предупреждение": "check",
			"откатить файл": "backups", "откат изменений": "undo", "прикрепление файлов": "documents", "обновление программы": "upgrades",
		},
		app.EN: {"new rules": "rules", "explaining warnings": "check", "attaching files": "documents", "rolled back files": "backups"},
	} {
		f := New(nil, 0, lang, Guide(guide.In(lang)))
		for text, page := range asked {
			a, err := f.Find(context.Background(), text, 50)
			if err != nil {
				t.Fatal(err)
			}
			at := -1
			for i, r := range a.Results() {
				if key := r.Key; key == page || len(key) > len(page) && key[:len(page)+1] == page+"#" {
					at = i
					break
				}
			}
			if at < 0 || at > 2 {
				t.Errorf("%s: %q finds the page %s at %d of %d; first %q", lang, text, page, at, len(a.Results()), first(a))
			}
			if a.Read != "" {
				t.Errorf("%q is said to be read as %q", text, a.Read)
			}
		}
	}
}
