package i18n

import "strings"

// nestQuotes writes „“ for the «» that stand inside others: what is put into a message
// often brings marks of its own, «ООО «Альфа»» becomes «ООО „Альфа“». A text whose marks
// do not pair stays as it is.
func nestQuotes(text string) string {
	if strings.Count(text, "«") < 2 {
		return text
	}
	var out strings.Builder
	depth := 0
	for _, r := range text {
		switch r {
		case '«':
			depth++
			if depth > 1 {
				r = '„'
			}
		case '»':
			depth--
			if depth > 0 {
				r = '“'
			}
		}
		if depth < 0 {
			return text
		}
		out.WriteRune(r)
	}
	if depth != 0 {
		return text
	}
	return out.String()
}
