package kit

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"technopark/app"
)

// The toolkit speaks the language of the window whatever the locale, and another one as soon as
// the window does.
func TestToolkitSpeaksTheLanguageOfTheWindow(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "de_DE.UTF-8", "C", "ru_RU.UTF-8"} {
		t.Setenv("LANG", locale)
		t.Setenv("LC_ALL", "")
		test.NewTempApp(t)
		for _, in := range []app.Lang{app.RU, app.EN, app.RU} {
			if err := Speak(in); err != nil {
				t.Fatal(err)
			}
			for _, tt := range []struct{ said, ru, en string }{
				{"Paste", "Вставить", "Paste"}, {"tuesday", "Вторник", "Tuesday"}, {"thursday", "Четверг", "Thursday"},
			} {
				if got, want := lang.L(tt.said), app.L(tt.ru, tt.en).In(in); got != want {
					t.Errorf("%s, %s: %q is %q, want %q", locale, in, tt.said, got, want)
				}
			}
		}
	}
}

// A word that one language lacked would stay in the other.
func TestToolkitHasTheSameWordsInBothLanguages(t *testing.T) {
	var ru, en map[string]any
	for raw, into := range map[*[]byte]*map[string]any{&fyneRussian: &ru, &fyneEnglish: &en} {
		if err := json.Unmarshal(*raw, into); err != nil {
			t.Fatal(err)
		}
	}
	if a, b := slices.Sorted(maps.Keys(ru)), slices.Sorted(maps.Keys(en)); !slices.Equal(a, b) || len(a) < 30 {
		t.Errorf("Russian %v\nEnglish %v", a, b)
	}
}
