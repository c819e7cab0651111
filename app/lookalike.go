package app

import "unicode"

// russianLetter names the first Russian letter of an identifier that is written with
// Latin ones; nothing when there is none.
func russianLetter(found string) Text {
	for _, r := range found {
		if unicode.Is(unicode.Cyrillic, r) {
			return L(Quoted(string(r))+" — русская буква, нужна латинская", "“"+string(r)+"” is a Russian letter, a Latin one is needed")
		}
	}
	return Text{}
}

// lookalikeOf says of a sign that stands in place of a digit which digit it is taken for,
// as a clause to continue. The program does not put the digit there: it is another figure
// when it is not the one.
func lookalikeOf(sign rune) Text {
	digit := ""
	switch unicode.ToUpper(sign) {
	case 'O', 'О':
		digit = "0"
	case 'I', 'L', 'І', '|':
		digit = "1"
	case 'З':
		digit = "3"
	case 'Ч':
		digit = "4"
	case 'S', 'Ѕ':
		digit = "5"
	case 'Б':
		digit = "6"
	case 'B', 'В':
		digit = "8"
	}
	switch {
	case digit == "":
		return Text{}
	case unicode.Is(unicode.Cyrillic, sign):
		return L(" — русская буква, нужна цифра "+digit, ", a Russian letter; the digit "+digit+" is needed")
	}
	return L(" — латинская буква, нужна цифра "+digit, ", a Latin letter; the digit "+digit+" is needed")
}
