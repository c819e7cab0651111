package formula

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Encodings that a profile may come in besides UTF-8, by the names editors give them.
const (
	Windows1251 = "Windows-1251"
	UTF16       = "UTF-16"
)

// Text reads the text of a profile in whatever encoding an office editor saves it; from is the
// name of one that is not UTF-8. What is in no known encoding is refused in the words of Say.
func Text(raw []byte) (text, from string, err error) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xEF, 0xBB, 0xBF}):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		text, err = fromUTF16(raw)
		return text, UTF16, err
	}
	switch {
	case bytes.IndexByte(raw, 0) >= 0:
		return "", "", Say("это не текст, а двоичный файл: выберите файл TOML, который записала кнопка «Выгрузить…»",
			"this is a binary file, no text: choose the TOML file that the button “Export…” wrote")
	case utf8.Valid(raw):
		return string(raw), "", nil
	}
	text, err = charmap.Windows1251.NewDecoder().String(string(raw))
	if err != nil || !russian(text) {
		return "", "", Say("кодировка файла не распознана: сохраните его в UTF-8",
			"the encoding of the file is not known: save it in UTF-8")
	}
	return text, Windows1251, nil
}

// russian reports whether the letters beyond ASCII make Russian words: read in a wrong code
// page, capitals stand inside words and signs between letters.
func russian(text string) bool {
	letters, strange := 0, 0
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r < utf8.RuneSelf }) {
		for i, r := range []rune(word) {
			switch {
			case unicode.Is(unicode.Cyrillic, r) && (i == 0 || !unicode.IsUpper(r) || word == strings.ToUpper(word)):
				letters++
			case unicode.IsLetter(r):
				strange++
			case r == utf8.RuneError || unicode.IsControl(r):
				strange++
			}
		}
	}
	return letters > 10*strange
}

func fromUTF16(raw []byte) (string, error) {
	if len(raw)%2 != 0 {
		return "", Say("файл в UTF-16 обрывается на половине знака: сохраните его заново, лучше в UTF-8",
			"the file in UTF-16 breaks off within a sign: save it anew, best in UTF-8")
	}
	units := make([]uint16, 0, len(raw)/2)
	big := raw[0] == 0xFE
	for i := 2; i < len(raw); i += 2 {
		low, high := raw[i], raw[i+1]
		if big {
			low, high = high, low
		}
		units = append(units, uint16(high)<<8|uint16(low))
	}
	return string(utf16.Decode(units)), nil
}
