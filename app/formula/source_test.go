package formula_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"technopark/app/formula"
)

type small struct {
	Title string   `toml:"title"`
	Year  int      `toml:"year"`
	On    bool     `toml:"on"`
	Notes []string `toml:"notes"`
	Rule  []struct {
		ID string `toml:"id"`
	} `toml:"rule"`
}

// TestFaultsOfTOMLAreSaidInRussian: of every fault the library tells, the place and what to do;
// nothing of it in English.
func TestFaultsOfTOMLAreSaidInRussian(t *testing.T) {
	for text, want := range map[string]string{
		"title = ":                           "п.toml:1: файл TOML не разобран: файл обрывается",
		"title = \nyear = 2021":              "п.toml:1: файл TOML не разобран: после знака «=» нужно значение",
		"\ntitle = \"а\nyear = 1":            "п.toml:2: файл TOML не разобран: кавычки не закрыты до конца строки",
		"title = \"а":                        "п.toml:1: файл TOML не разобран: кавычки открыты и не закрыты",
		"title = 'а' б":                      "п.toml:1: файл TOML не разобран: после значения в строке лишнее: 'б'",
		"год = 2021":                         "п.toml:1: файл TOML не разобран: строка должна быть вида «имя = значение»",
		"year":                               "файл TOML не разобран: ",
		"year = 1\nyear = 2":                 "п.toml:2: файл TOML не разобран: «year» в файле задано дважды",
		"year = \"2021\"":                    "п.toml:1: файл TOML не разобран: нужно целое число без кавычек",
		"title = 2021":                       "п.toml:1: файл TOML не разобран: нужен текст в кавычках",
		"on = \"да\"":                        "п.toml:1: файл TOML не разобран: нужно true или false",
		"notes = \"а\"":                      "п.toml:1: файл TOML не разобран: нужен перечень",
		"notes = [\"а\" \"б\"]":              "файл TOML не разобран: перечень в скобках не разобран",
		"year = 0,5":                         "файл TOML не разобран: ",
		"year = 02021":                       "файл TOML не разобран: число не разобрано",
		"[[rule]\nid = 'а'":                  "файл TOML не разобран: заголовок раздела не разобран",
		"[]":                                 "файл TOML не разобран: заголовок раздела не разобран",
		"rule = 5":                           "файл TOML не разобран: ",
		"title = \"\\д\"":                    "файл TOML не разобран: обратная косая черта",
		"= 5":                                "файл TOML не разобран: перед знаком «=» нужно имя",
		"title = 'а\x01'":                    "файл TOML не разобран: в строке знак",
		"year = 99999999999999999999":        "файл TOML не разобран: число не разобрано",
		"year = 2021-13-45":                  "файл TOML не разобран: ",
		"a = " + strings.Repeat("[", 100000): "п.toml:1: файл TOML не разобран: скобки и имена через точку вложены слишком глубоко",
		"\na" + strings.Repeat(".a", 100000): "п.toml:2: файл TOML не разобран: скобки и имена через точку вложены слишком глубоко",
		"a = " + strings.Repeat("{a=", 9999): "п.toml:1: файл TOML не разобран: скобки и имена через точку вложены слишком глубоко",
		"title = \"\x00\"":                   "п.toml: это не текст, а двоичный файл",
		"typo = 1":                           "п.toml:1: typo: неизвестный параметр «typo»",
		"title = '" + strings.Repeat("а", 200000) + "'": "п.toml: файл больше 256 КБ",
	} {
		start := time.Now()
		_, err := formula.Decode("п.toml", []byte(text), new(small))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v\nwant %s", text, err, want)
		} else if english.MatchString(strings.NewReplacer("TOML", "", "п.toml", "", "true", "", "false", "", "title", "", "year", "", "typo", "", "notes", "", "rule", "", "term", "", "UTF", "").Replace(err.Error())) {
			t.Errorf("%.40q is told in English: %v", text, err)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%.40q took %v", text, took)
		}
	}
}

// TestEncodingsOfProfiles: what an office editor saves is read; what is none is named.
func TestEncodingsOfProfiles(t *testing.T) {
	const text = "# Правила проверки\ntitle = \"Свои правила — «ООО»\"\nyear = 2021\n"
	cp1251, _ := charmap.Windows1251.NewEncoder().String(text)
	dos, _ := charmap.CodePage866.NewEncoder().String("# Правила проверки\ntitle = \"Свои правила\"\nyear = 2021\n")
	wide := func(high, low int) string {
		raw := []byte{[2]byte{0xFF, 0xFE}[high], [2]byte{0xFF, 0xFE}[low]}
		for _, u := range utf16.Encode([]rune(text)) {
			pair := [2]byte{byte(u), byte(u >> 8)}
			raw = append(raw, pair[high], pair[low])
		}
		return string(raw)
	}
	for name, tt := range map[string]struct{ raw, from, fault string }{
		"UTF-8":         {raw: text},
		"UTF-8 and BOM": {raw: "\uFEFF" + text},
		"Windows":       {raw: cp1251, from: formula.Windows1251},
		"UTF-16 LE":     {raw: wide(0, 1), from: formula.UTF16},
		"UTF-16 BE":     {raw: wide(1, 0), from: formula.UTF16},
		"half":          {raw: wide(0, 1) + "a", from: formula.UTF16, fault: "обрывается на половине знака"},
		"DOS":           {raw: dos, fault: "кодировка файла не распознана"},
		"picture":       {raw: "\x89PNG\r\n\x00\x00", fault: "двоичный файл"},
	} {
		got, from, err := formula.Text([]byte(tt.raw))
		switch {
		case tt.fault != "":
			if err == nil || !strings.Contains(err.Error(), tt.fault) {
				t.Errorf("%s: %v, want %s", name, err, tt.fault)
			}
			continue
		case err != nil || got != text || from != tt.from:
			t.Errorf("%s: %q from %q, %v", name, got, from, err)
		}
		var s small
		if _, err := formula.Decode("п.toml", []byte(tt.raw), &s); err != nil || s.Title != "Свои правила — «ООО»" {
			t.Errorf("%s: %q, %v", name, s.Title, err)
		}
	}
}
