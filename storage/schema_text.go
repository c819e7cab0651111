package storage

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain reports whether a statement has nothing in it but what is seen and white space. To SQLite a
// statement ends at a NUL, a remark though it goes on for us; other signs that are not seen it takes
// for white space, for a part of a word or for an error, as its version goes.
func plain(sql string) bool {
	return utf8.ValidString(sql) && !strings.ContainsFunc(sql, func(r rune) bool {
		return !unicode.IsPrint(r) && r != '\t' && r != '\n' && r != '\r'
	})
}

// tokens returns the words and signs of a statement, without white space and remarks, so that
// statements are compared by what they say. Outside of quotes SQL makes no difference between
// capitals and small letters.
func tokens(sql string) []string {
	var all []string
	for sql != "" {
		n := tokenLength(sql)
		token := sql[:n]
		sql = sql[n:]
		switch {
		case strings.HasPrefix(token, "--"), strings.HasPrefix(token, "/*"), strings.Trim(token, " \t\n\f\r") == "":
		case strings.ContainsRune("'\"`[", rune(token[0])):
			all = append(all, token)
		default:
			all = append(all, strings.Map(small, token))
		}
	}
	return all
}

// small returns the small letter of a capital that SQLite takes for the same, which are those of
// ASCII alone: to it the sign of the kelvin is no k.
func small(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r - 'A' + 'a'
	}
	return r
}

// tokenLength returns how many bytes the first token takes.
func tokenLength(sql string) int {
	switch {
	case strings.HasPrefix(sql, "--"):
		return through(sql, 2, "\n")
	case strings.HasPrefix(sql, "/*"):
		return through(sql, 2, "*/")
	case sql[0] == '[':
		return through(sql, 1, "]")
	case sql[0] == '\'' || sql[0] == '"' || sql[0] == '`':
		return quotedLength(sql)
	}
	n := 0
	for n < len(sql) && ofWord(sql[n]) {
		n++
	}
	return max(n, 1)
}

// through returns the length up to the end of a mark; of everything when it is not there.
func through(sql string, from int, mark string) int {
	if at := strings.Index(sql[from:], mark); at >= 0 {
		return from + at + len(mark)
	}
	return len(sql)
}

// quotedLength returns the length of what is in quotes; a doubled quote is a quote inside.
func quotedLength(sql string) int {
	for n := 1; n < len(sql); n++ {
		if sql[n] != sql[0] {
			continue
		}
		if n+1 == len(sql) || sql[n+1] != sql[0] {
			return n + 1
		}
		n++
	}
	return len(sql)
}

func ofWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c == '$' || c >= 0x80
}

// definition is one thing between the brackets of CREATE TABLE: a column, or a rule that has
// no name.
type definition struct{ name, text string }

// definitions splits CREATE TABLE; rest is what stands before and behind the brackets.
func definitions(sql string) (all []definition, rest string) {
	var outside, inside []string
	depth := 0
	end := func() {
		if len(inside) > 0 {
			all = append(all, definitionOf(inside))
		}
		inside = nil
	}
	for _, token := range tokens(sql) {
		switch {
		case token == "(" && depth == 0:
			depth++
		case token == ")" && depth == 1:
			depth--
			end()
		case depth == 0:
			outside = append(outside, token)
		case token == "," && depth == 1:
			end()
		default:
			switch token {
			case "(":
				depth++
			case ")":
				depth--
			}
			inside = append(inside, token)
		}
	}
	end()
	return all, strings.Join(outside, " ")
}

func definitionOf(words []string) definition {
	text := strings.Join(words, " ")
	switch words[0] {
	case "unique", "check", "primary", "foreign", "constraint":
		return definition{"", text}
	}
	return definition{strings.Trim(words[0], "\"`[]'"), text}
}
