package formula

import "strings"

// statement is a head of a table or a key with its value, as it stands in a text of TOML.
type statement struct {
	start, end int    // from the beginning of its line to the beginning of the next
	name       string // of the table or the key, the parts of a name joined by points
	head       bool   // it begins a table
	array      bool   // in double brackets
	from, to   int    // of the value
}

// statements finds the statements of a text that the TOML library has read without a fault.
func statements(text string) []statement {
	var all []statement
	for i := 0; i < len(text); {
		start := i
		i = over(text, i, " \t")
		if i < len(text) && text[i] != '\n' && text[i] != '\r' && text[i] != '#' {
			s := statementAt(text, i)
			s.start, s.end = start, lineAfter(text, max(i, s.to))
			all = append(all, s)
			i = s.end
			continue
		}
		i = lineAfter(text, i)
	}
	return all
}

func statementAt(text string, i int) statement {
	if text[i] == '[' {
		array := strings.HasPrefix(text[i:], "[[")
		end := afterBrackets(text, i)
		return statement{name: joined(strings.Trim(text[i:end], "[] \t")), head: true, array: array, from: i, to: end}
	}
	sign := i
	for sign < len(text) && text[sign] != '=' {
		if text[sign] == '"' || text[sign] == '\'' {
			sign = afterValue(text, sign)
			continue
		}
		sign++
	}
	from := over(text, min(sign+1, len(text)), " \t")
	return statement{name: joined(text[i:sign]), from: from, to: afterValue(text, from)}
}

// tableOf returns the place of the head of a table among the statements, and of the first that
// is not in it any more; −1 when there is no such table. The head of the file has the place −1.
func tableOf(all []statement, table string, nth int) (head, end int) {
	head = -1
	if table != "" {
		seen := 0
		for i, s := range all {
			if !s.head || s.name != table || s.array != (nth != Single) {
				continue
			}
			if nth == Single || seen == nth {
				head = i
				break
			}
			seen++
		}
		if head < 0 {
			return -1, 0
		}
	}
	end = head + 1
	for end < len(all) && !all[end].head {
		end++
	}
	return head, end
}

// joined writes a name without the spaces and quotes round its parts.
func joined(name string) string {
	parts := strings.Split(name, ".")
	for i, part := range parts {
		parts[i] = strings.Trim(strings.TrimSpace(part), `"'`)
	}
	return strings.Join(parts, ".")
}

// afterValue returns where a value ends that begins at i.
func afterValue(text string, i int) int {
	if i >= len(text) {
		return i
	}
	for _, quotes := range []string{`"""`, "'''"} {
		if strings.HasPrefix(text[i:], quotes) {
			return afterLong(text, i+3, quotes)
		}
	}
	switch text[i] {
	case '"', '\'':
		return afterQuote(text, i)
	case '[', '{':
		return afterBrackets(text, i)
	}
	end := i
	for end < len(text) && !strings.ContainsRune("\n#", rune(text[end])) {
		end++
	}
	return i + len(strings.TrimRight(text[i:end], " \t\r"))
}

func afterQuote(text string, i int) int {
	quote := text[i]
	for i++; i < len(text) && text[i] != quote; i++ {
		if quote == '"' && text[i] == '\\' {
			i++
		}
	}
	return min(i+1, len(text))
}

// afterLong returns where a text in three quotes ends: up to two more of them may be its own.
func afterLong(text string, i int, quotes string) int {
	for i < len(text) && !strings.HasPrefix(text[i:], quotes) {
		if quotes[0] == '"' && text[i] == '\\' {
			i++
		}
		i++
	}
	i = min(i+3, len(text))
	for i < len(text) && text[i] == quotes[0] {
		i++
	}
	return i
}

// afterBrackets returns where what stands in brackets ends, brackets in it among it.
func afterBrackets(text string, i int) int {
	depth := 0
	for i < len(text) {
		switch text[i] {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '"', '\'':
			i = afterValue(text, i)
			continue
		case '#':
			i = lineAfter(text, i)
			continue
		}
		i++
		if depth == 0 {
			return i
		}
	}
	return i
}

// over returns the first place that holds none of the signs.
func over(text string, i int, signs string) int {
	for i < len(text) && strings.IndexByte(signs, text[i]) >= 0 {
		i++
	}
	return i
}

// lineAfter returns where the line after that of i begins.
func lineAfter(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}

// SpotAt returns what the line of a text says, counted from 1: its key, or that of the value the
// line is part of; the head of a table has no key.
func SpotAt(text string, line int) Spot {
	at := 0
	for ; line > 1 && at < len(text); line-- {
		at = lineAfter(text, at)
	}
	spot := Spot{Nth: Single}
	tables := map[string]int{}
	for _, s := range statements(text) {
		if s.start > at {
			break
		}
		spot.Key = ""
		switch {
		case !s.head:
			if at < s.end {
				spot.Key = s.name
			}
		case s.array:
			spot = Spot{Table: s.name, Nth: tables[s.name]}
			tables[s.name]++
		default:
			spot = Spot{Table: s.name, Nth: Single}
		}
	}
	return spot
}

// TablesUnder returns the last parts of the names of tables «under.x», in the order of the text.
func TablesUnder(text, under string) []string {
	var names []string
	for _, s := range statements(text) {
		if name, ok := strings.CutPrefix(s.name, under+"."); ok && s.head && !s.array {
			names = append(names, name)
		}
	}
	return names
}
