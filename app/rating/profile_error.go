package rating

import (
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// ProfileError says what is wrong with a profile and where.
type ProfileError struct {
	File      string
	Line      int    // 0 when unknown
	Indicator string // code of the indicator or name of the term; may be empty
	Reason    string // in Russian
}

// Error writes the fault with its place: «rating-2021.toml:41: S1.1: …».
func (e *ProfileError) Error() string {
	place := e.File
	if e.Line > 0 {
		place = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	if e.Indicator != "" {
		place += ": " + e.Indicator
	}
	return place + ": " + e.Reason
}

func (l *loader) fault(line int, indicator, reason string) error {
	return &ProfileError{File: l.name, Line: line, Indicator: indicator, Reason: reason}
}

func (l *loader) syntax(err error) error {
	var at toml.ParseError
	if errors.As(err, &at) {
		return l.fault(at.Position.Line, "", "файл TOML не разобран: "+at.Message)
	}
	return l.fault(0, "", "файл TOML не разобран: "+err.Error())
}

// line returns the number of the line that sets key under the given table head,
// or of the head; the TOML library tells places only of faults of its own.
func (l *loader) line(head, key string) int { return l.lineAfter(l.find(0, head), key) }

func (l *loader) indicatorLine(i int, key string) int {
	start := -1
	for ; i >= 0; i-- {
		start = l.find(start+1, "[[indicator]]")
	}
	return l.lineAfter(start, key)
}

func (l *loader) find(from int, head string) int {
	if head == "" {
		return -1
	}
	for n := from; n < len(l.lines); n++ {
		if strings.TrimSpace(l.lines[n]) == head {
			return n
		}
	}
	return from
}

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
