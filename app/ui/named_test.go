package ui

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"technopark/app"
	"technopark/app/guide"
)

// quoted are words in quotes.
var quoted = map[app.Lang]*regexp.Regexp{app.RU: regexp.MustCompile(`«([^«»]+)»`), app.EN: regexp.MustCompile(`“([^“”]+)”`)}

// hole is what a message puts something in place of.
var hole = regexp.MustCompile(`\{\{[^{}]*\}\}`)

// names are the words of the program: of its messages, whole, and of its records, fields and answers.
type names struct {
	whole map[string]bool
	with  []*regexp.Regexp // of messages with something put into them
}

// namesIn returns the words of the program in a language.
func namesIn(t *testing.T, lang app.Lang) *names {
	t.Helper()
	n := &names{whole: map[string]bool{}}
	var messages map[string]any
	if _, err := toml.DecodeFile("../i18n/active."+string(lang)+".toml", &messages); err != nil {
		t.Fatal(err)
	}
	for _, m := range messages {
		switch text := m.(type) {
		case string:
			n.add(text)
		case map[string]any:
			for _, form := range text {
				n.add(form.(string))
			}
		}
	}
	n.add(app.NotApplicableText.In(lang))
	n.add(app.NotProvidedText.In(lang))
	for _, typ := range app.Types() {
		n.add(typ.One.In(lang))
		n.add(typ.Many.In(lang))
		for _, f := range typ.Fields {
			n.add(f.Label.In(lang))
			for _, o := range f.Options {
				n.add(o.Label.In(lang))
			}
		}
	}
	return n
}

func (n *names) add(text string) {
	text = plainName(text)
	if name, _, labels := strings.Cut(text, ":"); labels && utf8.RuneCountInString(name) < 40 {
		n.whole[name] = true // what stands before a value
	}
	if !hole.MatchString(text) {
		n.whole[text] = true
		return
	}
	if strings.Trim(hole.ReplaceAllString(text, ""), " .,:;—«»“”()") == "" {
		return // it is whatever is put into it
	}
	parts := hole.Split(text, -1)
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	n.with = append(n.with, regexp.MustCompile("^"+strings.Join(parts, ".*")+"$"))
}

// has reports whether something of the program is called so; «Файл → Открыть…» is a way of two.
func (n *names) has(text string) bool {
	for part := range strings.SplitSeq(text, " → ") {
		if !n.hasOne(plainName(part)) {
			return false
		}
	}
	return true
}

func (n *names) hasOne(text string) bool {
	if n.whole[text] || n.whole[text+"…"] {
		return true
	}
	for _, r := range n.with {
		if r.MatchString(text) {
			return true
		}
	}
	return false
}

// plainName is a name without what may differ between a text and the screen.
func plainName(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(text, app.NBSP, " ")), " "))
}

// What stands in quotes in the guide and in the README is called so by the program, or is an example.
func TestGuideNamesWhatIsThere(t *testing.T) {
	for _, lang := range []app.Lang{app.RU, app.EN} {
		known := namesIn(t, lang)
		texts := map[string]string{}
		for _, p := range guide.In(lang).Pages() {
			if p.Lang != lang {
				continue
			}
			for _, b := range p.Blocks {
				texts[p.File] += wordsOf(b) + "\n"
			}
		}
		if lang == app.RU {
			readme, err := os.ReadFile("../../README.md")
			if err != nil {
				t.Fatal(err)
			}
			texts["README.md"], _, _ = strings.Cut(string(readme), "\n---\n") // what follows is in English
		}
		for file, text := range texts {
			for _, found := range quoted[lang].FindAllStringSubmatch(text, -1) {
				if name := found[1]; !known.has(name) && !examples[plainName(name)] {
					t.Errorf("%s: nothing is called %q; an example goes into the list below", file, name)
				}
			}
		}
	}
}

// wordsOf returns the words of a block, code left out.
func wordsOf(b guide.Block) string {
	var text strings.Builder
	say := func(spans []guide.Span) {
		for _, s := range spans {
			if !s.Code {
				text.WriteString(s.Text)
			}
		}
		text.WriteString("\n")
	}
	say(b.Spans)
	for _, row := range b.Rows {
		for _, cell := range row {
			say(cell)
		}
	}
	return text.String()
}

// examples stand in quotes without being names of the program.
var examples = map[string]bool{
	"подробнее → выполнить в любом случае": true, "пуск": true, // of Windows
	"ооо „альфа“": true, "aльфа": true,
	"(2)": true, "-": true, "0": true, "1 234,5": true, "1 234,5 тыс. руб.": true, "1 500 руб.": true, "1 млн": true, "1-3, 5": true, "1.234,50": true,
	"1102": true, "5 млн": true, "5 → 5,25": true, "7707": true, "i": true, "2 кв. 2020": true, "before-upgrade": true, "fhtylf": true,
	"fkmaf": true, "n/a": true, "а": true, "альфа (№ 12)": true, "анкета 2020 — ооо биоклён — 5098….xlsx": true, "арендатор": true, "б": true,
	"в": true, "главной": true, "елка 2": true, "заверение и подписи": true, "инн/кпп": true, "итого": true, "книга excel (.xlsx)": true,
	"кончаются в 2021": true, "корпус 1, 1102": true, "место копий технопарка.txt": true, "не меньше": true, "нет 3": true,
	"новый год: 2020 → 2021": true, "перечень анкет 2020.xlsx": true, "площ., кв.м": true, "пояснительная записка": true,
	"рейтинг-2021 (реконструкция)": true, "среднее": true, "утраченная запись № 12": true, "форма 2, строка 2110": true, "альфа": true,
	"альфа 2019": true, "анкета не нужна": true, "всего налогов и платежей 5 432,1 тыс. руб., не заполнено: 1": true,
	"выше 110; выше 100 до 110; от 90 до 100; ниже 90": true, "единицы × показатели": true, "имя.before-upgrade-12.tpark": true,
	"контрольная сумма данных": true, "копии технопарк": true, "копии …": true, "млн руб.": true, "н/д": true, "на сколько больше": true,
	"above 110; above 100 up to 110; from 90 to 100; below 90": true, "highest level": true,
	"наивысший уровень": true, "не применимо — остаётся в расчёте": true, "неофициальная": true, "по случаю": true,
	"пом. 1102": true, "приказ статус": true, "приложен отдельно": true, "ср.": true, "телефон, e-mail": true,
	"технопарк 2021-05-19 11-30-05.tpark": true, "технопарк — 2021-05-19 11-30.tpark": true, "ё": true, "объяснение замечания": true, "объяснить замечания": true, "ёлка–2": true, "…": true,
	"…, подписи.zip": true, "…а в прошлой редакции заявки было…": true, "≥": true, "○ нет": true,
}

// Keys are named as they are pressed.
var pressed = regexp.MustCompile(`(?:Ctrl|Alt|Shift)\+(?:Shift\+)?[^\s,.;:)(…]+|\bF\d{1,2}\b`)

// widgetKeys are the keys that no line of the menu has: the lists, the forms and the guide take them.
var widgetKeys = map[string]bool{
	"Ctrl+A": true, "Ctrl+C": true, "Ctrl+V": true, "Ctrl+Delete": true, "Ctrl+«+»": true, "Ctrl+«−»": true, "Ctrl+“+”": true, "Ctrl+“−”": true,
	"Shift+↑": true, "Shift+F10": true, "Shift+Tab": true, "F2": true, "F4": true, "F8": true, "F10": true, "Alt+←": true, "Alt+→": true,
}

// The keys that the guide and the README name are those of the menu, or of a widget.
func TestGuideNamesKeysThatThereAre(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	there := map[string]bool{}
	for _, menu := range s.menu.keyed {
		for _, line := range menu.lines {
			there[line.keys] = true
		}
	}
	seen := map[string]bool{}
	for _, lang := range []app.Lang{app.RU, app.EN} {
		for _, p := range guide.In(lang).Pages() {
			for _, b := range p.Blocks {
				for _, key := range pressed.FindAllString(wordsOf(b), -1) {
					if !there[key] && !widgetKeys[key] {
						t.Errorf("%s: %s: no key %q", lang, p.File, key)
					}
					seen[key] = true
				}
			}
		}
	}
	for key := range there {
		if key != "" && !seen[key] && key != "Ctrl++" && key != "Ctrl+−" && key != "Ctrl+Del" {
			t.Errorf("the guide does not name %q", key)
		}
	}
}
