package guide

import (
	"strings"
	"unicode/utf8"
)

// Print writes a page in lines of at most so many letters, for a terminal.
func (p *Page) Print(width int) string {
	var b strings.Builder
	b.WriteString(p.Title + "\n" + strings.Repeat("=", utf8.RuneCountInString(p.Title)) + "\n")
	last := Heading
	for _, block := range p.Blocks {
		if block.Kind != Item || last != Item { // items of a list stand together
			b.WriteString("\n")
		}
		last = block.Kind
		block.print(&b, width)
	}
	return b.String()
}

func (b Block) print(to *strings.Builder, width int) {
	switch b.Kind {
	case Heading:
		title := Plain(b.Spans)
		to.WriteString(title + "\n" + strings.Repeat("-", utf8.RuneCountInString(title)) + "\n")
	case Code:
		for _, line := range b.Lines {
			to.WriteString(strings.TrimRight("    "+line, " ") + "\n")
		}
	case Item:
		indent := strings.Repeat("  ", b.Level)
		fill(to, indent+b.Mark+" ", indent+strings.Repeat(" ", utf8.RuneCountInString(b.Mark)+1), Plain(b.Spans), width)
	case Table:
		for _, line := range strings.Split(b.plain(), "\n")[min(1, len(b.Rows)-1):] {
			fill(to, "  ", "      ", line, width)
		}
	case Picture: // a terminal shows none
		fill(to, "[", " ", Plain(b.Spans)+"]", width)
	default:
		fill(to, "", "", Plain(b.Spans), width)
	}
}

// fill writes words in lines; the first begins with first, the others with next.
func fill(to *strings.Builder, first, next, text string, width int) {
	line, long := first, utf8.RuneCountInString(first)
	begun := false
	for _, word := range strings.Split(text, " ") {
		n := utf8.RuneCountInString(word)
		if begun && long+1+n > width {
			to.WriteString(line + "\n")
			line, long, begun = next, utf8.RuneCountInString(next), false
		}
		if begun {
			line, long = line+" ", long+1
		}
		line, long, begun = line+word, long+n, true
	}
	to.WriteString(line + "\n")
}
