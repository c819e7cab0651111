package formula

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Spot is where a profile says something: a key of a table.
type Spot struct {
	Table string // «rating.node»; empty for the head of the file
	Nth   int    // which of the tables of that name in double brackets, from 0; Single for one in single brackets
	Key   string // of the table
}

// Single stands in a Spot for a table in single brackets, of which there is one.
const Single = -1

// errPatch says that a place is written in a way that Patch does not know.
var errPatch = Say("это место в файле записано иначе, чем программа умеет править: исправьте его в тексте методики",
	"this place of the file is written in another way than the program can edit: change it in the text of the method")

// Patch returns the text of a profile with another value at a spot, and all else as it was:
// order, spaces and remarks. literal is the value as TOML writes it; an empty one takes the key
// out. A key or a table that is not there is added. The new text is read back: where it would
// say anything else besides, or could not be read, nothing is returned but the reason, in the
// words of Say. name is that of the file.
func Patch(name, text string, at Spot, literal string) (string, error) {
	was, err := Tree(name, text)
	if err != nil {
		return "", err
	}
	next := patched(text, at, literal)
	if literal == "" {
		return proven(name, next, was, at, nil)
	}
	value, err := Tree(name, "x = "+literal)
	if err != nil {
		return "", err
	}
	return proven(name, next, was, at, value["x"])
}

// DropTable returns the text of a profile without one of its tables, as Patch does; remarks over
// its head stay.
func DropTable(name, text, table string, nth int) (string, error) {
	was, err := Tree(name, text)
	if err != nil {
		return "", err
	}
	all := statements(text)
	head, end := tableOf(all, table, nth)
	if head < 0 {
		return text, nil
	}
	next := text[:all[head].start] + strings.TrimPrefix(strings.TrimPrefix(text[all[end-1].end:], "\r"), "\n")
	return proven(name, next, was, Spot{table, nth, ""}, nil)
}

// Quote writes a text as TOML does.
func Quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Literal writes a number as TOML does.
func Literal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func patched(text string, at Spot, literal string) string {
	all := statements(text)
	head, end := tableOf(all, at.Table, at.Nth)
	if head < 0 && at.Table != "" {
		return text + newTable(text, at, literal)
	}
	for _, s := range all[head+1 : end] {
		switch {
		case s.name != at.Key:
		case literal == "":
			return text[:s.start] + text[s.end:]
		default:
			return text[:s.from] + literal + text[s.to:]
		}
	}
	if literal == "" {
		return text
	}
	after := 0
	if end > 0 {
		after = all[end-1].end
	}
	line := at.Key + " = " + literal + lineEnd(text)
	if after > 0 && text[after-1] != '\n' {
		line = lineEnd(text) + line
	}
	return text[:after] + line + text[after:]
}

// newTable is what is added for a table that is not there.
func newTable(text string, at Spot, literal string) string {
	if literal == "" {
		return ""
	}
	nl := lineEnd(text)
	head := "[" + at.Table + "]"
	if at.Nth != Single {
		head = "[" + head + "]"
	}
	gap := nl
	if text != "" && !strings.HasSuffix(text, "\n") {
		gap += nl
	}
	return gap + head + nl + at.Key + " = " + literal + nl
}

// lineEnd is how the lines of a text end.
func lineEnd(text string) string {
	if i := strings.IndexByte(text, '\n'); i > 0 && text[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// Tree returns all that the text of a profile says, as TOML has it: tables are maps of any,
// tables in double brackets lists of such.
func Tree(name, text string) (map[string]any, error) {
	all := map[string]any{}
	_, err := Peek(name, []byte(text), &all)
	return all, err
}

// proven returns the text when it says what was said before and the value at the spot, and
// nothing else; nil stands for no value, and no key for the table.
func proven(name, next string, was map[string]any, at Spot, value any) (string, error) {
	is, err := Tree(name, next)
	if err != nil || !set(was, at, value) || !reflect.DeepEqual(was, is) {
		return "", errPatch
	}
	return next, nil
}

// set puts a value into what a text says; false when there is no place for it.
func set(all map[string]any, at Spot, value any) bool {
	in := all
	path := strings.Split(at.Table, ".")
	for i, part := range path {
		if at.Table == "" {
			break
		}
		if last := i == len(path)-1; last && at.Key == "" && at.Nth == Single {
			delete(in, part)
			return true
		} else if last && at.Nth != Single {
			return setIn(in, part, at, value)
		}
		next, ok := in[part].(map[string]any)
		if !ok && in[part] != nil {
			return false
		}
		if !ok {
			if value == nil {
				return true
			}
			next = map[string]any{}
			in[part] = next
		}
		in = next
	}
	setKey(in, at.Key, value)
	return true
}

// setIn is set for one of several tables of a name.
func setIn(in map[string]any, name string, at Spot, value any) bool {
	rows, ok := in[name].([]map[string]any)
	switch {
	case !ok && in[name] != nil, at.Nth > len(rows):
		return false
	case at.Key == "":
		rows = slices.Delete(slices.Clone(rows), at.Nth, at.Nth+1)
		if in[name] = rows; len(rows) == 0 {
			delete(in, name)
		}
		return true
	case at.Nth == len(rows):
		rows = append(rows, map[string]any{})
		in[name] = rows
	}
	setKey(rows[at.Nth], at.Key, value)
	return true
}

func setKey(in map[string]any, key string, value any) {
	if value == nil {
		delete(in, key)
		return
	}
	in[key] = value
}
