package kit

import (
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
)

func TestToolkitSpeaksRussianWhateverTheLocale(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "de_DE.UTF-8", "C"} {
		t.Setenv("LANG", locale)
		t.Setenv("LC_ALL", "")
		test.NewTempApp(t)
		if err := SpeakRussian(); err != nil {
			t.Fatal(err)
		}
		for _, tt := range []struct{ english, want string }{
			{"Paste", "Вставить"}, {"tuesday", "Вторник"}, {"thursday", "Четверг"},
		} {
			if got := lang.L(tt.english); got != tt.want {
				t.Errorf("%s: %q is %q, want %q", locale, tt.english, got, tt.want)
			}
		}
	}
}
