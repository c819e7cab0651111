package formula

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"technopark/app"
)

// ProfileError says what is wrong with a profile — a method or rules — and where.
type ProfileError struct {
	File   string   // name of the file, as the user knows it
	Line   int      // 0 when unknown
	Entry  string   // id of the rule, code of the indicator, or name of the term; may be empty
	Reason app.Text // what is wrong, and what to do
}

// Error writes the fault in Russian with its place: «rules-2021.toml:41: EXPORT: …».
func (e *ProfileError) Error() string { return e.Words().RU }

// Words are what Error writes, in both languages.
func (e *ProfileError) Words() app.Text {
	place := e.File
	if e.Line > 0 {
		place = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	if e.Entry != "" {
		place += ": " + e.Entry
	}
	return app.L(place+": "+e.Reason.RU, place+": "+e.Reason.In(app.EN))
}

// Source is the text of a profile, in which faults are pointed at: the TOML library
// tells places only of faults of its own.
type Source struct {
	name  string
	lines []string
}

// MostBytes is the size above which a text is taken for no profile; the program's own have a
// quarter of it. Packages bring profiles of anybody's making, and one that nests without end
// would take all the memory of those who read it.
const MostBytes = 256 << 10

// Decode reads the TOML text of a profile, in any encoding that Text knows, into a struct. A text
// that is no TOML, is longer than MostBytes, nests too deep or sets a key the struct does not
// have, is refused with a *ProfileError; name is the file name to say it with.
func Decode(name string, text []byte, into any) (*Source, error) {
	s, md, err := peek(name, text, into)
	if err != nil {
		return nil, err
	}
	if unknown := md.Undecoded(); len(unknown) > 0 {
		key := unknown[0]
		last := key[len(key)-1]
		return nil, s.Fault(s.Line("", last), key.String(), Say("неизвестный параметр «%s»", "there is no parameter “%s”", last))
	}
	return s, nil
}

// Peek reads as much of a profile as the struct asks for, within the bounds of Decode.
func Peek(name string, text []byte, into any) (*Source, error) {
	s, _, err := peek(name, text, into)
	return s, err
}

func peek(name string, text []byte, into any) (*Source, toml.MetaData, error) {
	var none toml.MetaData
	if len(text) > MostBytes {
		return nil, none, &ProfileError{File: name, Reason: app.L("файл больше 256 КБ: это не методика и не правила", "the file is larger than 256 KB: it is neither a method nor rules")}
	}
	read, _, err := Text(text)
	if err != nil {
		return nil, none, &ProfileError{File: name, Reason: Said(err)}
	}
	s := &Source{name: name, lines: strings.Split(read, "\n")}
	if line := tooNested(read); line > 0 {
		return nil, none, s.Fault(line, "", Say("файл TOML не разобран: скобки и имена через точку вложены слишком глубоко",
			"the TOML file cannot be read: brackets and names with points are nested too deep"))
	}
	md, err := toml.Decode(read, into)
	if err != nil {
		return nil, none, s.tomlFault(err)
	}
	return s, md, nil
}

// Fault returns a *ProfileError of this file; reason is what Say returns.
func (s *Source) Fault(line int, entry string, reason error) error {
	return &ProfileError{File: s.name, Line: line, Entry: entry, Reason: Said(reason)}
}

// Line returns the number of the line that sets key under the first table with the
// given head, or of the head itself; with no head it looks through the whole file.
func (s *Source) Line(head, key string) int { return s.NthLine(head, 0, key) }

// NthLine is Line for the i-th table with the head, counted from 0.
func (s *Source) NthLine(head string, i int, key string) int {
	start := -1
	if head != "" {
		for ; i >= 0; i-- {
			start = s.find(start+1, head)
		}
	}
	for n := start + 1; n < len(s.lines); n++ {
		line := strings.TrimSpace(s.lines[n])
		if name, _, ok := strings.Cut(line, "="); ok && strings.TrimSpace(name) == key {
			return n + 1
		}
		if start >= 0 && strings.HasPrefix(line, "[") {
			break
		}
	}
	return start + 1
}

func (s *Source) find(from int, head string) int {
	for n := from; n < len(s.lines); n++ {
		if strings.TrimSpace(s.lines[n]) == head {
			return n
		}
	}
	return from
}
