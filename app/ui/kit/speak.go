package kit

import (
	_ "embed"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"technopark/app"
)

// The words of the toolkit: its own base.ru.json of 2.8.0, with Tuesday and Thursday, which it
// has swapped, put right and its gaps filled, and its base.en.json.
var (
	//go:embed fyne.ru.json
	fyneRussian []byte
	//go:embed fyne.en.json
	fyneEnglish []byte
)

// Speak makes the toolkit's own words (file dialogs, the menu of an entry) those of a language,
// from now on. The toolkit follows the system's locale and cannot be told otherwise, so we
// register the words under that locale, in place of those of the language before.
func Speak(in app.Lang) error {
	words := fyneRussian
	if in == app.EN {
		words = fyneEnglish
	}
	for _, locale := range []fyne.Locale{lang.SystemLocale(), "en", "ru"} {
		if err := lang.AddTranslationsForLocale(words, locale); err != nil {
			return fmt.Errorf("register the words of the toolkit under %s: %w", locale, err)
		}
	}
	return nil
}
