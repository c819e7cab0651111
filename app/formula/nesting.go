package formula

import "strings"

// mostNested is how deep brackets and dotted names may go: a profile goes two deep. The library
// takes minutes for a text that goes ten thousand.
const mostNested = 16

// tooNested returns the number of the line that nests too deep, 0 when none does.
func tooNested(text string) int {
	depth, dots, line := 0, 0, 1
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '\n':
			line++
			dots = 0
		case '#':
			i += toEnd(text[i:], "\n") - 1
		case '"', '\'':
			quoted := quotedLength(text[i:], c)
			line += strings.Count(text[i:i+quoted], "\n")
			i += quoted - 1
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		case '.':
			dots++
		}
		if depth > mostNested || dots > mostNested {
			return line
		}
	}
	return 0
}

// toEnd returns the length of what stands before mark, or of all when there is none.
func toEnd(text, mark string) int {
	if i := strings.Index(text, mark); i >= 0 {
		return i
	}
	return len(text)
}

// quotedLength returns the length of the text in quotes that begins here, quotes included; one
// that is not closed ends with its line, or with the file.
func quotedLength(text string, quote byte) int {
	mark := strings.Repeat(string(quote), 3)
	long := strings.HasPrefix(text, mark)
	if !long {
		mark = string(quote)
	}
	for i := len(mark); i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] == '\n' && !long:
			return i
		case strings.HasPrefix(text[i:], mark):
			return i + len(mark)
		}
	}
	return len(text)
}
