package i18n

import (
	"regexp"
	"strings"
	"unicode"
)

// Romanized writes a Russian text for readers of English: letters by ICAO Doc 9303, part 3, as
// in Russian passports, so that a name reads as its bearer's papers have it; forms of
// companies, common posts and papers by their English names; quotation marks as English has
// them, the outer double and the inner single. A text without Russian letters keeps all but its
// marks.
func Romanized(s string) string {
	if !foreign(s) {
		return s
	}
	if en, ok := wholeTexts[strings.ToLower(s)]; ok {
		return en
	}
	return transliterated(englishQuotes(translated(s)))
}

// foreign reports whether anything in a text is not as English has it.
func foreign(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.Is(unicode.Cyrillic, r) || strings.ContainsRune("«»„“”№", r)
	})
}

// terms are what has an English name of its own, the longer first. They are found in any case,
// as whole words.
var terms = []struct{ ru, en string }{
	{"публичное акционерное общество", "Public Joint-Stock Company"},
	{"акционерное общество", "Joint-Stock Company"},
	{"общество с ограниченной ответственностью", "Limited Liability Company"},
	{"автономная некоммерческая организация", "Autonomous Non-Profit Organisation"},
	{"индивидуальный предприниматель", "Sole Proprietor"},
	{"федеральное государственное бюджетное учреждение", "Federal State Budgetary Institution"},
	{"управляющая компания", "Management Company"},
	{"генеральный директор", "General Director"},
	{"исполнительный директор", "Executive Director"},
	{"технический директор", "Technical Director"},
	{"финансовый директор", "Financial Director"},
	{"заместитель директора", "Deputy Director"},
	{"главный бухгалтер", "Chief Accountant"},
	{"бухгалтер", "Accountant"},
	{"директор", "Director"},
	{"доверенность", "power of attorney"},
	{"устав", "charter"},
	{"приказ", "order"},
	{"технопарк", "Technopark"},
	{"ООО", "LLC"},
	{"ПАО", "PJSC"},
	{"АО", "JSC"},
	{"ИП", "Sole Proprietor"},
}

// wholeTexts are what has an English name when it is all that is said: in a longer text the same
// words may be part of a name. The fields of work are those that a new data file has.
var wholeTexts = map[string]string{
	"россия":                    "Russia",
	"робототехника":             "Robotics",
	"фотовольтаика":             "Photovoltaics",
	"гибкая электроника":        "Flexible electronics",
	"генетика и биотехнологии":  "Genetics and biotechnology",
	"информационные технологии": "Information technology",
	"приборостроение":           "Instrument engineering",
	"новые материалы":           "New materials",
	"медицина":                  "Medicine",
	"энергетика":                "Energy",
	"аддитивные технологии":     "Additive technologies",
	"композиты":                 "Composites",
	"инжиниринг":                "Engineering",
	"транспорт и логистика":     "Transport and logistics",
	"прочее":                    "Other",
}

// ofDay finds «от» before a day: of a paper, not of a place.
var ofDay = regexp.MustCompile(`(^|[^\p{L}])от([ \x{a0}]\d\d\.\d\d\.)`)

// translated puts the English names in place of terms. Those in capitals, like «АО», must stand
// so: «ао» may be the end of anything.
func translated(s string) string {
	s = ofDay.ReplaceAllString(s, "${1}dated${2}")
	for _, t := range terms {
		s = replaceWord(s, t.ru, t.en)
	}
	return s
}

// replaceWord replaces a word, or a run of words, wherever it stands by itself.
func replaceWord(s, word, by string) string {
	capitals := word == strings.ToUpper(word)
	folded := s
	if !capitals {
		folded = strings.ToLower(s)
	}
	if len(folded) != len(s) {
		return s // a letter that changes its length: nothing of ours
	}
	var out strings.Builder
	for {
		at := strings.Index(folded, word)
		if at < 0 {
			break
		}
		end := at + len(word)
		if letterBefore(folded[:at]) || letterAfter(folded[end:]) {
			out.WriteString(s[:end])
		} else {
			out.WriteString(s[:at] + by)
		}
		s, folded = s[end:], folded[end:]
	}
	return out.String() + s
}

func letterBefore(s string) bool {
	runes := []rune(s)
	return len(runes) > 0 && unicode.IsLetter(runes[len(runes)-1])
}

func letterAfter(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}

// englishQuotes writes quotation marks of any kind in English. “ ends a Russian quotation that „
// began, and begins any other.
func englishQuotes(s string) string {
	var open []rune
	return strings.Map(func(r rune) rune {
		switch {
		case r == '»' || r == '”' || r == '“' && len(open) > 0 && open[len(open)-1] == '„':
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
			return [2]rune{'”', '’'}[len(open)%2]
		case r == '«' || r == '„' || r == '“':
			open = append(open, r)
			return [2]rune{'“', '‘'}[(len(open)-1)%2]
		}
		return r
	}, s)
}

// latin are the letters of ICAO Doc 9303, part 3, section 6.
var latin = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "i", 'к': "k", 'л': "l",
	'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh",
	'щ': "shch", 'ъ': "ie", 'ы': "y", 'ь': "", 'э': "e", 'ю': "iu", 'я': "ia",
}

// transliterated writes Russian letters in Latin ones. A capital is one capital and small
// letters unless the word goes on in capitals.
func transliterated(s string) string {
	var out strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		text, known := latin[unicode.ToLower(r)]
		switch {
		case r == '№':
			out.WriteString("No.")
		case !known:
			out.WriteRune(r)
		case unicode.IsLower(r) || text == "":
			out.WriteString(text)
		case amongCapitals(runes, i):
			out.WriteString(strings.ToUpper(text))
		default:
			out.WriteString(strings.ToUpper(text[:1]) + text[1:])
		}
	}
	return out.String()
}

// amongCapitals reports whether the letters beside one are capitals too: the next, or at the end
// of a word the one before.
func amongCapitals(runes []rune, at int) bool {
	if at+1 < len(runes) && unicode.IsLetter(runes[at+1]) {
		return unicode.IsUpper(runes[at+1])
	}
	return at > 0 && unicode.IsUpper(runes[at-1])
}
