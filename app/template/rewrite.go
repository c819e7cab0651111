package template

import (
	"encoding/xml"
	"strconv"
	"strings"

	"technopark/app/workbook"
)

// filledCell is what is to stand in a cell.
type filledCell struct {
	value value
	text  string // of several pieces together; else empty and value is alone
	mixed bool
}

// place is a cell of the form.
type place struct{ row, column int }

// rewriter changes one sheet: puts values into cells, copies the rows that repeat, and moves what
// lies below them.
type rewriter struct {
	*sheet
	growth growth
	cells  map[place]filledCell         // outside rows that repeat
	copies map[int][]map[int]filledCell // by row that repeats, by copy, by column
	style  func(style int, v value) int // the style a value is shown in
	from04 bool
	shared map[string]sharedFormula
	stuck  []place // formulas that mean only the first copy of a row
	merged int     // joined areas that copies bring
}

// sharedFormula is a formula that other cells refer to instead of having their own.
type sharedFormula struct {
	text string
	at   place
}

// fragment is a stretch of the sheet being read: all of it, or a row that repeats.
type fragment struct {
	*rewriter
	raw   []byte
	mover *mover
	edits []workbook.Edit

	at      place          // of the row or cell that is read
	tag     workbook.Token // of the cell
	value   [2]int
	formula bool
	text    strings.Builder
	into    workbook.Token // the formula whose text is read
	row     workbook.Token // that repeats and is passed over
	merges  workbook.Token // of the list of joined areas
}

// sheet returns the sheet as it is to be.
func (w *rewriter) rewrite() ([]byte, error) {
	w.shared = map[string]sharedFormula{}
	if len(w.growth) > 0 {
		if err := w.findShared(); err != nil {
			return nil, err
		}
	}
	f := &fragment{rewriter: w, raw: w.raw, mover: &mover{growth: w.growth, sheet: w.name}}
	if err := workbook.Walk(w.raw, f.visit); err != nil {
		return nil, err
	}
	return workbook.Apply(w.raw, f.edits), nil
}

// findShared notes the formulas that other cells refer to.
func (w *rewriter) findShared() error {
	f := &fragment{rewriter: w, raw: w.raw, mover: &mover{}}
	index := ""
	return workbook.Walk(w.raw, func(piece workbook.Token) error {
		switch e := piece.Token.(type) {
		case xml.StartElement:
			f.locate(e)
			if e.Name.Local == "f" && workbook.Attr(e, "t") == "shared" && workbook.Attr(e, "ref") != "" {
				index = workbook.Attr(e, "si")
				f.text.Reset()
			}
		case xml.CharData:
			f.text.Write(e)
		case xml.EndElement:
			if e.Name.Local == "f" && index != "" {
				w.shared[index] = sharedFormula{f.text.String(), f.at}
				index = ""
			}
		}
		return nil
	})
}

// locate keeps count of rows and cells.
func (f *fragment) locate(e xml.StartElement) {
	switch e.Name.Local {
	case "row":
		f.at = place{f.at.row + 1, 0}
		if r := atoi(workbook.Attr(e, "r")); r > 0 {
			f.at.row = r
		}
	case "c":
		f.at.column++
		if a := cellAddress.FindStringSubmatch(workbook.Attr(e, "r")); a != nil {
			f.at.column = workbook.ColumnOf(a[2])
		}
	}
}

func (f *fragment) change(t workbook.Token, text string) {
	if string(f.raw[t.From:t.To]) != text {
		f.edits = append(f.edits, workbook.Put(t.From, t.To, text))
	}
}

func (f *fragment) source(t workbook.Token) string { return string(f.raw[t.From:t.To]) }

func (f *fragment) visit(t workbook.Token) error {
	switch e := t.Token.(type) {
	case xml.StartElement:
		f.locate(e)
		if f.row.Token != nil {
			return nil
		}
		return f.begin(t, e)
	case xml.CharData:
		if f.into.Token != nil {
			f.text.Write(e)
		}
	case xml.EndElement:
		if f.row.Token != nil {
			if e.Name.Local == "row" {
				return f.repeat(t)
			}
			return nil
		}
		f.end(t, e.Name.Local)
	}
	return nil
}

func (f *fragment) begin(t workbook.Token, e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		if f.copies[f.at.row] != nil && f.mover.row == 0 {
			f.row = t
			return nil
		}
		if workbook.Attr(e, "r") != "" {
			f.change(t, workbook.WithAttr(f.source(t), "r", strconv.Itoa(f.moved())))
		}
	case "c":
		f.tag, f.value, f.formula = t, [2]int{}, false
	case "v":
		f.value[0] = t.From
	case "f", "formula", "formula1", "formula2", "sqref":
		f.formula = f.formula || e.Name.Local == "f"
		f.into = t
		f.text.Reset()
	case "mergeCells":
		f.merges, f.merged = t, 0
	case "mergeCell":
		f.mergeCell(t, workbook.Attr(e, "ref"))
	case "brk":
		f.breakLine(t, e)
	default:
		f.areas(t, e)
	}
	return nil
}

// moved is where the row that is read goes.
func (f *fragment) moved() int { return f.growth.start(f.name, f.at.row) + f.mover.copy }

// areas moves the addresses that an element has as attributes.
func (f *fragment) areas(t workbook.Token, e xml.StartElement) {
	if len(f.growth) == 0 {
		return
	}
	tag := f.source(t)
	for _, a := range e.Attr {
		switch {
		case a.Name.Space != "":
		case a.Name.Local == "ref" || a.Name.Local == "sqref":
			tag = workbook.WithAttr(tag, a.Name.Local, f.mover.area(a.Value))
		case a.Name.Local == "activeCell" || a.Name.Local == "topLeftCell":
			tag = workbook.WithAttr(tag, a.Name.Local, f.mover.cell(a.Value))
		case a.Name.Local == "location" && e.Name.Local == "hyperlink":
			tag = workbook.WithAttr(tag, a.Name.Local, f.mover.formula(a.Value))
		}
	}
	f.change(t, tag)
}

// breakLine moves the end of a page.
func (f *fragment) breakLine(t workbook.Token, e xml.StartElement) {
	if id := atoi(workbook.Attr(e, "id")); id > 0 && atoi(workbook.Attr(e, "max")) < 1<<15 { // of a row: its max is a column
		f.change(t, workbook.WithAttr(f.source(t), "id", strconv.Itoa(f.growth.end(f.name, id))))
	}
}

// mergeCell moves a joined area; one within a row that repeats is there for each copy.
func (f *fragment) mergeCell(t workbook.Token, ref string) {
	first, second, _ := strings.Cut(ref, ":")
	a, b := cellAddress.FindStringSubmatch(first), cellAddress.FindStringSubmatch(second)
	if a == nil || b == nil {
		return
	}
	row := atoi(a[4])
	if row != atoi(b[4]) || !f.growth.repeats(f.name, row) {
		f.change(t, workbook.WithAttr(f.source(t), "ref", f.mover.area(ref)))
		return
	}
	var all strings.Builder
	tag := f.source(t)
	for r := f.growth.start(f.name, row); r <= f.growth.end(f.name, row); r++ {
		n := strconv.Itoa(r)
		all.WriteString(workbook.BareTag(workbook.WithAttr(tag, "ref", a[2]+n+":"+b[2]+n)))
		f.merged++
	}
	f.merged--
	if !strings.HasSuffix(tag, "/>") { // its end follows
		text := strings.TrimSuffix(all.String(), "/>") + ">"
		f.change(t, text)
		return
	}
	f.change(t, all.String())
}

func (f *fragment) end(t workbook.Token, name string) {
	switch name {
	case "v":
		f.value[1] = t.To
	case "f", "formula", "formula1", "formula2", "sqref":
		if f.into.Token != nil {
			f.moveFormula(t, name)
		}
		f.into = workbook.Token{}
	case "c":
		f.endCell(t)
	case "mergeCells":
		if e, ok := f.merges.Start(); ok && f.merged > 0 && workbook.Attr(e, "count") != "" {
			f.change(f.merges, workbook.WithAttr(f.source(f.merges), "count", strconv.Itoa(atoi(workbook.Attr(e, "count"))+f.merged)))
		}
	}
}

// moveFormula moves the addresses of a formula, or of an area that stands as a text.
func (f *fragment) moveFormula(end workbook.Token, name string) {
	if len(f.growth) == 0 {
		return
	}
	e, _ := f.into.Start()
	text := f.text.String()
	if name == "sqref" {
		f.replace(end, f.source(f.into), f.mover.area(text))
		return
	}
	tag := f.source(f.into)
	if workbook.Attr(e, "t") == "shared" {
		of, known := f.shared[workbook.Attr(e, "si")]
		if !known {
			return
		}
		along := mover{relative: true, rows: f.at.row - of.at.row, columns: f.at.column - of.at.column}
		text = along.formula(of.text)
		tag = "<" + workbook.Called(e.Name) + ">"
	} else if ref := workbook.Attr(e, "ref"); ref != "" {
		tag = workbook.WithAttr(tag, "ref", f.ownArea(ref))
	}
	f.mover.stuck = false
	moved := f.mover.formula(text)
	if f.mover.stuck && name == "f" {
		f.stuck = append(f.stuck, place{f.moved(), f.at.column})
	}
	f.replace(end, tag, moved)
}

// ownArea is the area of a formula that gives several values: in a copy that of the copy.
func (f *fragment) ownArea(ref string) string {
	if f.mover.row == 0 {
		return f.mover.area(ref)
	}
	return f.mover.formula(ref)
}

// replace puts a text into the element that is read.
func (f *fragment) replace(end workbook.Token, tag, text string) {
	inside := string(f.raw[f.into.To:end.From])
	if tag == f.source(f.into) && text == f.text.String() {
		return
	}
	closing := string(f.raw[end.From:end.To])
	if inside == "" && closing == "" { // <f/>
		e, _ := f.into.Start()
		if text == "" {
			f.change(f.into, workbook.BareTag(tag))
			return
		}
		closing = "</" + workbook.Called(e.Name) + ">"
	}
	f.edits = append(f.edits, workbook.Put(f.into.From, end.To, workbook.OpenTag(tag)+workbook.Escape(text)+closing))
}

// endCell puts a value into the cell, moves it, and takes away what a formula gave before the form
// was filled: who opens it must not see figures of another filling.
func (f *fragment) endCell(end workbook.Token) {
	e, ok := f.tag.Start()
	if !ok {
		return
	}
	tag := f.source(f.tag)
	if workbook.Attr(e, "r") != "" {
		a := cellAddress.FindStringSubmatch(workbook.Attr(e, "r"))
		if row := strconv.Itoa(f.moved()); len(a) > 0 && row != a[4] {
			tag = workbook.WithAttr(tag, "r", a[2]+row)
		}
	}
	if c, is := f.content(); is {
		f.edits = append(f.edits, workbook.Put(f.tag.From, end.To, f.fill(e, tag, c)))
		return
	}
	if f.formula && f.value[1] > 0 {
		f.edits = append(f.edits, workbook.Put(f.value[0], f.value[1], ""))
		tag = workbook.WithAttr(tag, "t", "")
	}
	f.change(f.tag, tag)
}

// content is what is to stand in the cell that is read.
func (f *fragment) content() (filledCell, bool) {
	if f.mover.row != 0 {
		c, ok := f.copies[f.mover.row][f.mover.copy][f.at.column]
		return c, ok
	}
	c, ok := f.cells[f.at]
	return c, ok
}

// repeat puts the copies of a row in its place.
func (f *fragment) repeat(end workbook.Token) error {
	raw := f.raw[f.row.From:end.To]
	var all strings.Builder
	for i := range f.copies[f.at.row] {
		c := &fragment{rewriter: f.rewriter, raw: raw, at: place{row: f.at.row - 1}, mover: &mover{growth: f.growth, sheet: f.name, row: f.at.row, copy: i}}
		if err := workbook.Walk(raw, c.visit); err != nil {
			return err
		}
		all.Write(workbook.Apply(raw, c.edits))
	}
	f.edits = append(f.edits, workbook.Put(f.row.From, end.To, all.String()))
	f.row = workbook.Token{}
	return nil
}
