package check

import (
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// ProfileError says what is wrong with a profile of rules and where.
type ProfileError struct {
	File   string
	Line   int    // 0 when unknown
	Rule   string // id of the rule or name of the sum; may be empty
	Reason string // in Russian
}

// Error writes the fault with its place: «rules-2021.toml:41: EXPORT: …».
func (e *ProfileError) Error() string {
	place := e.File
	if e.Line > 0 {
		place = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	if e.Rule != "" {
		place += ": " + e.Rule
	}
	return place + ": " + e.Reason
}

func (l *loader) fault(line int, rule, reason string) error {
	return &ProfileError{File: l.name, Line: line, Rule: rule, Reason: reason}
}

func (l *loader) syntax(err error) error {
	var at toml.ParseError
	if errors.As(err, &at) {
		return l.fault(at.Position.Line, "", "файл TOML не разобран: "+at.Message)
	}
	return l.fault(0, "", "файл TOML не разобран: "+err.Error())
}

// ruleLine returns the number of the line that sets key in the rule with the given
// index, or of its head; the TOML library tells places only of faults of its own.
func (l *loader) ruleLine(i int, key string) int {
	start := -1
	for ; i >= 0; i-- {
		start = l.find(start+1, "[[rule]]")
	}
	return l.lineAfter(start, key)
}

func (l *loader) find(from int, head string) int {
	for n := from; n < len(l.lines); n++ {
		if strings.TrimSpace(l.lines[n]) == head {
			return n
		}
	}
	return from
}

// lineAfter looks from a head to the next one; from −1 it looks through the file.
func (l *loader) lineAfter(start int, key string) int {
	for n := start + 1; n < len(l.lines); n++ {
		line := strings.TrimSpace(l.lines[n])
		if name, _, ok := strings.Cut(line, "="); ok && strings.TrimSpace(name) == key {
			return n + 1
		}
		if start >= 0 && strings.HasPrefix(line, "[") {
			break
		}
	}
	return start + 1
}
