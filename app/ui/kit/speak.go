package kit

import (
	_ "embed"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// fyneRussian is the toolkit's own base.ru.json of 2.8.0, with Tuesday and Thursday,
// which it has swapped, put right and its gaps filled.
//
//go:embed fyne.ru.json
var fyneRussian []byte

// SpeakRussian makes the toolkit's own words (file dialogs, the menu of an entry)
// Russian. The toolkit follows the system's locale and cannot be told otherwise, so we
// register the Russian words under that locale.
func SpeakRussian() error {
	for _, locale := range []fyne.Locale{lang.SystemLocale(), "en", "ru"} {
		if err := lang.AddTranslationsForLocale(fyneRussian, locale); err != nil {
			return fmt.Errorf("register Russian words under %s: %w", locale, err)
		}
	}
	return nil
}
