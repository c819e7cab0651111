package app

import "strings"

// Mark is a state said by a shape and a word, the same on the screen, in papers and in
// workbooks; the screen adds a colour. The shapes stand in every typeface we print with.
type Mark uint8

// The marks, the worst first.
const (
	NoMark        Mark = iota
	MarkError          // ■ what is wrong
	MarkWarning        // ▲ what is to be looked at
	MarkMissing        // ○ what is not there
	MarkExplained      // ◊ what words have closed
	MarkReady          // ● what is done
)

// Marks returns the marks, the worst first.
func Marks() []Mark { return []Mark{MarkError, MarkWarning, MarkMissing, MarkExplained, MarkReady} }

// Shape returns the sign of a mark, «» for none.
func (m Mark) Shape() string {
	switch m {
	case MarkError:
		return "■"
	case MarkWarning:
		return "▲"
	case MarkMissing:
		return "○"
	case MarkExplained:
		return "◊"
	case MarkReady:
		return "●"
	}
	return ""
}

// Word returns what a mark is called, «» for none.
func (m Mark) Word() Text {
	switch m {
	case MarkError:
		return Text{RU: "ошибка", EN: "error"}
	case MarkWarning:
		return Text{RU: "предупреждение", EN: "warning"}
	case MarkMissing:
		return Text{RU: "не представлено", EN: "not reported"}
	case MarkExplained:
		return Text{RU: "пояснено", EN: "explained"}
	case MarkReady:
		return Text{RU: "готово", EN: "done"}
	}
	return Text{}
}

// In returns the shape and the word: «▲ предупреждение».
func (m Mark) In(lang Lang) string { return m.Before(m.Word().In(lang)) }

// Before puts the shape before a text that says the state in words of its own.
func (m Mark) Before(text string) string {
	if m == NoMark {
		return text
	}
	return m.Shape() + NBSP + text
}

// MarkOf returns the mark a text begins with.
func MarkOf(text string) Mark {
	for _, m := range Marks() {
		if strings.HasPrefix(text, m.Shape()) {
			return m
		}
	}
	return NoMark
}
