package doc

import (
	"fmt"
	"strconv"
	"strings"
)

// Text returns the tree as stable text for golden files: one node a line,
// children indented, every property that differs from its zero value.
func Text(d Document) string {
	var t dump
	t.line(0, "document", d.Title, prop("author", d.Author), prop("subject", d.Subject), prop("creator", d.Creator),
		prop("lang", d.Lang), prop("created", d.Created.Format("2006-01-02")), flag("draft", d.Draft), prop("watermark", d.Watermark))
	t.line(1, "foot", d.Foot.Park, prop("edition", d.Foot.Edition), prop("hash", d.Foot.Hash))
	for _, s := range d.Sections {
		t.line(1, "section", s.Title, number("level", float64(s.Level)), flag("untitled", s.Untitled),
			flag("in-contents", s.InContents), flag("new-page", s.NewPage), flag("joins", s.Joins), flag("landscape", s.Landscape))
		t.blocks(2, s.Blocks)
	}
	return t.String()
}

type dump struct{ strings.Builder }

// line writes one node; empty properties are left out.
func (t *dump) line(depth int, kind, text string, props ...string) {
	t.WriteString(strings.Repeat("  ", depth) + kind)
	for _, p := range props {
		if p != "" {
			t.WriteString(" " + p)
		}
	}
	if text != "" {
		t.WriteString(" " + quote(text))
	}
	t.WriteString("\n")
}

func (t *dump) blocks(depth int, blocks []Block) {
	for _, b := range blocks {
		t.block(depth, b)
	}
}

func (t *dump) block(depth int, b Block) {
	switch b := b.(type) {
	case Lead:
		t.line(depth, "lead", b.Figure, prop("title", b.Title))
		for _, line := range b.Lines {
			t.line(depth+1, "line", line)
		}
	case Heading:
		t.line(depth, "heading", b.Text, number("level", float64(b.Level)), flag("in-contents", b.InContents))
	case Paragraph:
		t.line(depth, "paragraph", b.Text, align(b.Align), flag("bold", b.Bold), flag("italic", b.Italic),
			flag("indent", b.Indent), number("size", b.Size), number("left", b.Left), flag("keep", b.Keep))
	case Spacer:
		t.line(depth, "spacer", "", number("height", b.Height), flag("fill", b.Fill))
	case KeyValues:
		t.line(depth, "key-values", "", number("label-width", b.LabelWidth))
		for _, kv := range b.Items {
			t.line(depth+1, "item", kv.Label, prop("value", kv.Value), prop("unit", kv.Unit), flag("blank", kv.Blank))
		}
	case Table:
		t.table(depth, b)
	case Code:
		t.line(depth, "code", b.Text, number("size", b.Size), prop("caption", b.Caption))
	case Drawing:
		t.drawing(depth, b)
	case Contents:
		t.line(depth, "contents", "")
	case Signatures:
		t.line(depth, "signatures", "", flag("seal", b.Seal), prop("date", b.Date), flag("undated", b.Undated))
		for _, p := range b.People {
			t.line(depth+1, "signatory", p.Name, prop("role", p.Role))
		}
	case KeepTogether:
		t.line(depth, "keep-together", "")
		t.blocks(depth+1, b.Blocks)
	case PageBreak:
		t.line(depth, "page-break", "")
	default:
		t.line(depth, fmt.Sprintf("%T", b), "")
	}
}

func (t *dump) drawing(depth int, b Drawing) {
	t.line(depth, "drawing", "", number("w", b.W), number("h", b.H), number("lines", float64(len(b.Lines))), number("boxes", float64(len(b.Boxes))))
	for _, l := range b.Labels {
		t.line(depth+1, "label", l.Text)
	}
}

func (t *dump) table(depth int, b Table) {
	t.line(depth, "table", "", flag("numbered", b.Numbered), number("size", b.Size), prop("empty", b.Empty))
	for _, c := range b.Columns {
		t.line(depth+1, "column", c.Title, prop("unit", c.Unit), prop("group", c.Group),
			number("weight", c.Weight), number("min", c.Min), align(c.Align), flag("box", c.Box))
	}
	for _, r := range b.Rows {
		cells := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			cells[i] = cell(c)
		}
		kind := r.Kind.String()
		if r.Blank {
			kind += " blank"
		}
		if r.Follows {
			kind += " follows"
		}
		t.line(depth+1, kind+" | "+strings.Join(cells, " | "), "")
	}
}

// cell writes a table cell bare, because registers are read by people.
func cell(c Cell) string {
	s := strings.ReplaceAll(visible(c.Text), "\n", `\n`)
	if c.Bold {
		s = "*" + s + "*"
	}
	if d := c.Drawing; d != nil {
		s += fmt.Sprintf(" [drawing of %d boxes]", len(d.Boxes))
	}
	if c.Span > 1 {
		s += fmt.Sprintf(" <%d>", c.Span)
	}
	return s
}

func prop(name, value string) string {
	if value == "" {
		return ""
	}
	return name + "=" + quote(value)
}

func number(name string, v float64) string {
	if v == 0 {
		return ""
	}
	return name + "=" + strconv.FormatFloat(v, 'f', -1, 64)
}

func flag(name string, on bool) string {
	if !on {
		return ""
	}
	return name
}

func align(a Align) string {
	if a == Left {
		return ""
	}
	return a.String()
}

// quote keeps a text on one line.
func quote(s string) string {
	return `"` + strings.ReplaceAll(visible(s), "\n", `\n`) + `"`
}

// visible shows the characters that matter in print but look like others: a
// golden file must not pass when a non-breaking space is lost.
func visible(s string) string {
	return strings.NewReplacer("\u00a0", "⍽", "\u00ad", "‧").Replace(s)
}
