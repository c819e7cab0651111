package guide

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Kind says what a block of a page is.
type Kind uint8

// The kinds of blocks that the guide is made of.
const (
	Paragraph Kind = iota
	Heading
	Item    // of a list
	Table   // the first row is its head
	Code    // lines as they stand
	Picture // with what it shows
)

// Block is a piece of a page.
type Block struct {
	Kind  Kind       // what it is
	Level int        // of a heading, 1 to 3; how deep an item stands, from 0
	Mark  string     // what an item begins with: «•», «1.»
	Spans []Span     // words of a heading, a paragraph, an item; what a picture shows
	Rows  [][][]Span // of a table, by cells
	Lines []string   // of code
	File  string     // of a picture, by its name
}

// Span is a run of words in one style.
type Span struct {
	Text string // the words
	Bold bool   // they matter
	Code bool   // is typed just so
	Link string // where it leads, see Book.Follow; «» for none
}

// Parse reads a page. What it does not know of Markdown it refuses, with the line.
func Parse(file, text string) (*Page, error) {
	p := &Page{File: file, ID: strings.TrimSuffix(strings.TrimLeft(file, "0123456789-"), ".md")}
	r := &reader{page: p, lines: strings.Split(text, "\n")}
	if err := r.read(); err != nil {
		return nil, fmt.Errorf("read page %s of the guide, line %d: %w", file, r.at, err)
	}
	if p.Title == "" {
		return nil, fmt.Errorf("read page %s of the guide: it has no title", file)
	}
	return p, nil
}

// reader reads a page line by line.
type reader struct {
	page  *Page
	lines []string
	at    int // of the lines, those that were read
}

// next returns the next line; false at the end.
func (r *reader) next() (string, bool) {
	if r.at >= len(r.lines) {
		return "", false
	}
	r.at++
	return strings.TrimRight(r.lines[r.at-1], " \r"), true
}

func (r *reader) read() error {
	for {
		line, ok := r.next()
		if !ok {
			return nil
		}
		if err := r.block(line); err != nil {
			return err
		}
	}
}

// block reads what begins with a line.
func (r *reader) block(line string) error {
	p := r.page
	said, comment := strings.CutPrefix(line, "<!--")
	switch {
	case line == "":
		return nil
	case comment:
		about, err := about(strings.TrimSuffix(strings.TrimSpace(said), "-->"))
		p.About = about
		return err
	case strings.HasPrefix(line, "#"):
		return r.heading(line)
	case strings.HasPrefix(line, "```"):
		return r.code()
	case strings.HasPrefix(line, "|"):
		return r.table(line)
	case strings.HasPrefix(line, "!["):
		return r.picture(line)
	}
	block := Block{Kind: Paragraph}
	if mark, rest, depth, is := item(line); is {
		block, line = Block{Kind: Item, Mark: mark, Level: depth}, rest
	}
	spans, err := inline(line + r.following())
	if err != nil {
		return err
	}
	block.Spans = spans
	p.Blocks = append(p.Blocks, block)
	return nil
}

// following reads the lines that go on with a paragraph or an item.
func (r *reader) following() string {
	var b strings.Builder
	for r.at < len(r.lines) {
		line := strings.TrimSpace(r.lines[r.at])
		if _, _, _, begins := item(r.lines[r.at]); begins || line == "" || strings.HasPrefix(line, "```") || strings.HasPrefix(line, "|") || strings.HasPrefix(line, "#") {
			break
		}
		b.WriteString(" " + line)
		r.at++
	}
	return b.String()
}

// item reads the beginning of an item of a list.
func item(line string) (mark, rest string, depth int, is bool) {
	text := strings.TrimLeft(line, " ")
	depth = (len(line) - len(text)) / 2
	if rest, is = strings.CutPrefix(text, "- "); is {
		return "•", rest, depth, true
	}
	digits := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
	if rest, is = strings.CutPrefix(text[len(digits):], ". "); is && digits != "" && len(digits) < 3 {
		return digits + ".", rest, depth, true
	}
	return "", "", 0, false
}

func (r *reader) heading(line string) error {
	words := strings.TrimLeft(line, "#")
	level := len(line) - len(words)
	spans, err := inline(strings.TrimSpace(words))
	switch {
	case err != nil:
		return err
	case level == 1 && r.page.Title == "":
		r.page.Title = Plain(spans)
	case level > 3:
		return fmt.Errorf("a heading of the order %d", level)
	default:
		r.page.Blocks = append(r.page.Blocks, Block{Kind: Heading, Level: level, Spans: spans})
	}
	return nil
}

func (r *reader) code() error {
	var lines []string
	for {
		line, ok := r.next()
		if !ok {
			return fmt.Errorf("code without an end")
		}
		if strings.HasPrefix(line, "```") {
			r.page.Blocks = append(r.page.Blocks, Block{Kind: Code, Lines: lines})
			return nil
		}
		lines = append(lines, line)
	}
}

func (r *reader) table(line string) error {
	block := Block{Kind: Table}
	for {
		if rule := strings.Trim(line, "|-: "); rule != "" {
			row, err := cells(line)
			if err != nil {
				return err
			}
			if len(block.Rows) > 0 && len(row) != len(block.Rows[0]) {
				return fmt.Errorf("a row of %d cells in a table of %d columns", len(row), len(block.Rows[0]))
			}
			block.Rows = append(block.Rows, row)
		}
		if r.at >= len(r.lines) || !strings.HasPrefix(r.lines[r.at], "|") {
			break
		}
		line, _ = r.next()
	}
	r.page.Blocks = append(r.page.Blocks, block)
	return nil
}

// cells reads a row of a table. A bar within a cell is written «\|».
func cells(line string) ([][]Span, error) {
	const bar = "\x00"
	line = strings.ReplaceAll(line, `\|`, bar)
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	var row [][]Span
	for cell := range strings.SplitSeq(line, "|") {
		spans, err := inline(strings.ReplaceAll(strings.TrimSpace(cell), bar, "|"))
		if err != nil {
			return nil, err
		}
		row = append(row, spans)
	}
	return row, nil
}

// picture reads «![what it shows](file)».
func (r *reader) picture(line string) error {
	shows, rest, ok := strings.Cut(strings.TrimPrefix(line, "!["), "](")
	file, end := strings.CutSuffix(rest, ")")
	if !ok || !end || file == "" {
		return fmt.Errorf("a picture without a file")
	}
	r.page.Blocks = append(r.page.Blocks, Block{Kind: Picture, Spans: []Span{{Text: shows}}, File: file[strings.LastIndex(file, "/")+1:]})
	return nil
}

// inline reads words with **bold** ones, `what is typed` and [links](…).
func inline(text string) ([]Span, error) {
	var spans []Span
	add := func(s Span) {
		if s.Text != "" {
			spans = append(spans, s)
		}
	}
	bold, plain := false, ""
	flush := func() { add(Span{Text: plain, Bold: bold}); plain = "" }
	for text != "" {
		switch {
		case strings.HasPrefix(text, "**"):
			flush()
			bold, text = !bold, text[2:]
		case text[0] == '`':
			code, rest, ok := strings.Cut(text[1:], "`")
			if !ok {
				return nil, fmt.Errorf("a ` without another: %q", text)
			}
			flush()
			add(Span{Text: code, Bold: bold, Code: true})
			text = rest
		case text[0] == '[' && strings.Contains(text, "]("):
			words, rest, _ := strings.Cut(text[1:], "](")
			link, after, ok := strings.Cut(rest, ")")
			if strings.ContainsAny(words, "[]") { // a bracket of the words themselves
				plain, text = plain+text[:1], text[1:]
				continue
			}
			if !ok {
				return nil, fmt.Errorf("a link without an end: %q", text)
			}
			flush()
			add(Span{Text: strings.Trim(words, "`"), Bold: bold, Link: link})
			text = after
		default:
			_, size := utf8.DecodeRuneInString(text)
			plain, text = plain+text[:size], text[size:]
		}
	}
	if bold {
		return nil, fmt.Errorf("** without another: %q", plain)
	}
	flush()
	return spans, nil
}

// Plain returns words without their styles.
func Plain(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// plain returns a block as plain words, a row of a table or of code a line.
func (b Block) plain() string {
	switch b.Kind {
	case Table:
		lines := make([]string, len(b.Rows))
		for i, row := range b.Rows {
			cells := make([]string, len(row))
			for k, cell := range row {
				cells[k] = Plain(cell)
			}
			lines[i] = strings.Join(cells, " — ")
		}
		return strings.Join(lines, "\n")
	case Code:
		return strings.Join(b.Lines, "\n")
	case Item:
		return b.Mark + " " + Plain(b.Spans)
	default:
		return Plain(b.Spans)
	}
}
