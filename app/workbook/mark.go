package workbook

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Mark is a remark on a cell: it becomes red and has the words as its comment.
type Mark struct {
	Sheet       string // name, as Book has it
	Row, Column int    // from 1
	Words       string // of the comment
}

// Remarks is a sheet of texts that is put behind the others.
type Remarks struct {
	Name   string     // of the sheet
	Rows   [][]string // texts, the heads first
	Widths []float64  // of the columns, in characters
}

// Marked returns the workbook with cells marked and a sheet of remarks behind the others.
// Everything else is as it was, byte by byte.
func (a *Archive) Marked(marks []Mark, remarks Remarks) ([]byte, error) {
	m := &marker{Archive: a, changed: map[string][]byte{}}
	list, err := a.List()
	if err != nil {
		return nil, err
	}
	if err := m.readStyles(); err != nil {
		return nil, err
	}
	for i, tab := range list.Tabs {
		var own []Mark
		for _, mark := range marks {
			if strings.EqualFold(mark.Sheet, cleanName(tab.Name)) && mark.Row > 0 && mark.Column > 0 {
				own = append(own, mark)
			}
		}
		if len(own) == 0 {
			continue
		}
		if err := m.sheet(tab, i+1, own); err != nil {
			return nil, err
		}
	}
	if err := m.addSheet(list, remarks); err != nil {
		return nil, err
	}
	if err := m.finish(); err != nil {
		return nil, err
	}
	return a.Pack(m.changed, nil, m.added...)
}

// marker is a workbook being marked.
type marker struct {
	*Archive
	changed map[string][]byte
	added   []Part
	kinds   []string // entries of the list of kinds of parts
	styles  *fills
}

// current returns a part as it is by now.
func (m *marker) current(part string) ([]byte, error) {
	if raw, ok := m.changed[part]; ok {
		return raw, nil
	}
	return m.Part(part)
}

// sheet marks the cells of one sheet.
func (m *marker) sheet(tab Tab, number int, marks []Mark) error {
	raw, err := m.current(tab.Part)
	if err != nil {
		return err
	}
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(x, y Mark) int { return cmp.Or(cmp.Compare(x.Row, y.Row), cmp.Compare(x.Column, y.Column)) })
	marks = merged(marks)
	p := &painter{marker: m, raw: raw, marks: marks}
	if err := Walk(raw, p.visit); err != nil {
		return err
	}
	m.changed[tab.Part] = Apply(raw, p.edits)
	return m.comment(tab.Part, number, marks)
}

// merged puts the words on one cell together.
func merged(marks []Mark) []Mark {
	var all []Mark
	for _, mark := range marks {
		if n := len(all); n > 0 && all[n-1].Row == mark.Row && all[n-1].Column == mark.Column {
			all[n-1].Words += "\n" + mark.Words
			continue
		}
		all = append(all, mark)
	}
	return all
}

// painter gives cells of a sheet another look, and adds those that are not there.
type painter struct {
	*marker
	raw    []byte
	marks  []Mark // that are still to be made, in order
	edits  []Edit
	prefix string
	row    int
	column int
	tag    Token // of the row that is read
	data   Token // of the list of rows
}

func (p *painter) visit(t Token) error {
	switch e := t.Token.(type) {
	case xml.StartElement:
		switch e.Name.Local {
		case "worksheet":
			p.prefix = prefixOf(e)
		case "sheetData":
			p.data = t
		case "row":
			p.row++
			if r, err := strconv.Atoi(Attr(e, "r")); err == nil {
				p.row = r
			}
			p.column, p.tag = 0, t
			p.put(t.From, p.newRows())
		case "c":
			p.column++
			if c := ColumnOf(Attr(e, "r")); c > 0 {
				p.column = c
			}
			p.cell(t, e)
		}
	case xml.EndElement:
		switch e.Name.Local {
		case "row":
			p.endRow(t)
		case "sheetData":
			p.row = MostRow + 1
			p.inside(p.data, t, p.newRows())
		}
	}
	return nil
}

// newRows writes the rows with marks that are not there, up to the row that is read.
func (p *painter) newRows() string {
	var text strings.Builder
	for len(p.marks) > 0 && p.marks[0].Row < p.row {
		row := p.marks[0].Row
		fmt.Fprintf(&text, `<%srow r="%d">`, p.prefix, row)
		for len(p.marks) > 0 && p.marks[0].Row == row {
			text.WriteString(p.newCell(0))
		}
		text.WriteString("</" + p.prefix + "row>")
	}
	return text.String()
}

// newCell writes an empty cell for the first mark, which is then made.
func (p *painter) newCell(style int) string {
	mark := p.marks[0]
	p.marks = p.marks[1:]
	return fmt.Sprintf(`<%sc r=%s s="%d"/>`, p.prefix, inQuotes(Address(mark.Row, mark.Column)), p.styles.red(style))
}

func (p *painter) put(at int, text string) {
	if text != "" {
		p.edits = append(p.edits, Put(at, at, text))
	}
}

// cell paints the cell that is read, or adds those before it.
func (p *painter) cell(t Token, e xml.StartElement) {
	added := ""
	for len(p.marks) > 0 && p.marks[0].Row == p.row && p.marks[0].Column < p.column {
		added += p.newCell(0)
	}
	p.put(t.From, added)
	if len(p.marks) == 0 || p.marks[0].Row != p.row || p.marks[0].Column != p.column {
		return
	}
	p.marks = p.marks[1:]
	style, _ := strconv.Atoi(Attr(e, "s")) // none is the first
	tag := string(p.raw[t.From:t.To])
	p.edits = append(p.edits, Put(t.From, t.To, WithAttr(tag, "s", strconv.Itoa(p.styles.red(style)))))
}

// endRow adds the cells that are not there behind those that are.
func (p *painter) endRow(end Token) {
	added := ""
	for len(p.marks) > 0 && p.marks[0].Row == p.row {
		added += p.newCell(0)
	}
	p.inside(p.tag, end, added)
}

// inside puts a text at the end of an element, be it written as one without an end.
func (p *painter) inside(tag, end Token, text string) {
	e, ok := tag.Start()
	switch {
	case text == "" || !ok:
	case end.From == end.To: // <row/>
		p.edits = append(p.edits, Put(tag.From, tag.To, OpenTag(string(p.raw[tag.From:tag.To]))+text+"</"+Called(e.Name)+">"))
	default:
		p.put(end.From, text)
	}
}

// inQuotes writes the value of an attribute, in which nothing has to be escaped.
func inQuotes(value string) string { return `"` + value + `"` }

// prefixOf returns what stands before the names of elements of the kind of a root, with its colon.
func prefixOf(root xml.StartElement) string {
	if root.Name.Space == "" {
		return ""
	}
	return root.Name.Space + ":"
}

// relsOf is the part that says what a part points to.
func relsOf(part string) string {
	dir, file := path.Split(part)
	return dir + "_rels/" + file + ".rels"
}
