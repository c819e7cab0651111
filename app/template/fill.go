package template

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"technopark/app"
	"technopark/app/workbook"
)

// planned is a cell of the form with what is to be computed in it.
type planned struct {
	hole
	pieces []piece
}

// plan is what is to be done on a sheet.
type plan struct {
	*sheet
	single []planned
	rows   []*repeated
}

// repeated is a row of a form that repeats.
type repeated struct {
	each  *each
	row   int
	cells []planned
}

// Fill fills the form. What it does not understand it tells by sheet and cell, and then fills
// nothing: a form half filled is easily sent.
func (t *Template) Fill(s Source) (*Filled, error) {
	f := newFilling(s)
	out := &Filled{}
	var plans []*plan
	for _, sheet := range t.sheets {
		plans = append(plans, f.plan(sheet, out))
	}
	if len(out.Faults) > 0 {
		return out, nil
	}
	m := &making{filling: f, Template: t, out: out, growth: growth{}}
	if err := m.make(plans); err != nil {
		return nil, err
	}
	return out, nil
}

func (out *Filled) fault(s *sheet, address string, wrong *fault) {
	out.Faults = append(out.Faults, Fault{s.name, address, short(wrong.name, mostName), app.L(short(wrong.words.RU, mostWords), short(wrong.words.In(app.EN), mostWords))})
}

// mostName and mostWords are how many signs of a cell, and of what is wrong in it, people are told.
const mostName, mostWords = 80, 600

// short leaves the beginning of what is longer than anybody reads.
func short(text string, most int) string {
	if signs := []rune(text); len(signs) > most {
		return string(signs[:most]) + "…"
	}
	return text
}

func (out *Filled) remark(s *sheet, address, ru, en string, args ...any) {
	words := app.L(fmt.Sprintf(ru, args...), fmt.Sprintf(en, args...))
	out.Remarks = append(out.Remarks, Remark{s.name, address, words})
}

// plan understands the cells of a sheet.
func (f *filling) plan(s *sheet, out *Filled) *plan {
	p := &plan{sheet: s}
	for _, c := range s.computed {
		out.fault(s, c.address, &fault{c.formula, app.L("имя стоит в формуле Excel, а в неё ничего не вписывается: уберите знак = в начале, считать можно и внутри скобок — {{S2.1 * 2}}",
			"the name is in a formula of Excel, into which nothing is written: remove the sign = at its beginning, the braces can compute too, as {{S2.1 * 2}}")})
	}
	for i := 0; i < len(s.holes); {
		next := i
		for next < len(s.holes) && s.holes[next].row == s.holes[i].row {
			next++
		}
		f.planRow(p, s.holes[i:next], out)
		i = next
	}
	return p
}

// planRow understands the cells of a row, one of which may say that it repeats.
func (f *filling) planRow(p *plan, holes []hole, out *Filled) {
	var cells []planned
	var row *repeated
	for _, h := range holes {
		pieces, ok := cut(h.text)
		if !ok {
			out.fault(p.sheet, h.address(), &fault{h.text, app.L("скобки {{ не закрыты: имя кончается знаками }}", "the braces {{ are not closed: a name ends with }}")})
			continue
		}
		kept := pieces[:0:0]
		for _, part := range pieces {
			e, wrong := f.prepareEach(part.source)
			switch {
			case wrong != nil:
				out.fault(p.sheet, h.address(), wrong)
			case e == nil:
				kept = append(kept, part)
			case row != nil:
				out.fault(p.sheet, h.address(), &fault{part.source, app.L("в строке уже есть {{each …}}: строка повторяется по записям одного вида", "the row has {{each …}} already: it repeats over records of one type")})
			default:
				row = &repeated{each: e, row: h.row}
			}
		}
		if len(kept) != len(pieces) { // the mark is not to be seen, nor the spaces after it
			for len(kept) > 0 && kept[0].source == "" && strings.TrimSpace(kept[0].words) == "" {
				kept = kept[1:]
			}
		}
		cells = append(cells, planned{h, kept})
	}
	var of *app.Type
	if row != nil {
		of = row.each.of
	}
	for _, c := range cells {
		for i := range c.pieces {
			if c.pieces[i].source == "" {
				continue
			}
			var wrong *fault
			if c.pieces[i].get, wrong = f.prepare(of, c.pieces[i].source); wrong != nil {
				out.fault(p.sheet, c.address(), wrong)
			}
		}
	}
	if row == nil {
		p.single = append(p.single, cells...)
		return
	}
	row.cells = cells
	p.rows = append(p.rows, row)
}

// making is a form whose plans are carried out.
type making struct {
	*filling
	*Template
	out    *Filled
	growth growth
	made   int
	days   *styles
}

func (m *making) make(plans []*plan) error {
	var writers []*rewriter
	for _, p := range plans {
		w, err := m.sheet(p)
		if err != nil {
			return err
		}
		writers = append(writers, w)
	}
	return m.pack(writers)
}

// sheet computes what is to stand in the cells of a sheet.
func (m *making) sheet(p *plan) (*rewriter, error) {
	w := &rewriter{sheet: p.sheet, growth: m.growth, cells: map[place]filledCell{}, copies: map[int][]map[int]filledCell{}, from04: m.from04, style: m.style}
	records := map[*repeated][]app.Record{}
	for _, row := range p.rows {
		in, doubted := m.filling.repeated(row.each)
		if n := len(doubted); n > 0 {
			m.out.remark(p.sheet, row.cells[0].address(), "записей, о которых неизвестно, подходят ли они под условие: %d — они в строки не вошли", "records of which it is not known whether they meet the condition: %d; they are not among the rows", n)
		}
		if len(in) == 0 {
			m.out.remark(p.sheet, row.cells[0].address(), "записей для этой строки нет, она оставлена пустой", "there are no records for this row; it is left empty")
		}
		records[row] = in
		m.out.Rows += len(in)
		if len(in) > 1 {
			name := strings.ToLower(p.name)
			m.growth[name] = append(m.growth[name], repeat{row.row, len(in) - 1})
		}
	}
	if last := m.growth.end(p.name, workbook.MostRow) - workbook.MostRow; last > 0 && last+len(p.holes) > mostMade {
		return nil, tooManyCells()
	}
	type step struct {
		row  int
		make func() error
	}
	var steps []step
	for _, c := range p.single {
		steps = append(steps, step{c.row, func() error { return m.cell(p.sheet, w, c) }})
	}
	for _, row := range p.rows {
		steps = append(steps, step{row.row, func() error { return m.row(p.sheet, w, row, records[row]) }})
	}
	slices.SortStableFunc(steps, func(a, b step) int { return a.row - b.row })
	for _, s := range steps {
		if err := s.make(); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func (m *making) cell(s *sheet, w *rewriter, c planned) error {
	at := c.hole
	at.row = m.growth.start(s.name, c.row)
	filled := m.compute(s, at.address(), c, m.scope(nil, 0))
	w.cells[place{c.row, c.column}] = filled
	return m.count()
}

// row computes the copies of a row; without records it stays, empty.
func (m *making) row(s *sheet, w *rewriter, r *repeated, records []app.Record) error {
	first := m.growth.start(s.name, r.row)
	if len(records) == 0 {
		empty := map[int]filledCell{}
		for _, c := range r.cells {
			empty[c.column] = filledCell{value: value{state: Missing}}
		}
		w.copies[r.row] = []map[int]filledCell{empty}
		return nil
	}
	for i, rec := range records {
		cells := map[int]filledCell{}
		for _, c := range r.cells {
			at := c.hole
			at.row = first + i
			cells[c.column] = m.compute(s, at.address(), c, m.scope(rec, i+1))
			if err := m.count(); err != nil {
				return err
			}
		}
		w.copies[r.row] = append(w.copies[r.row], cells)
	}
	return nil
}

func (m *making) count() error {
	m.made++
	if m.made > mostMade {
		return tooManyCells()
	}
	return nil
}

func tooManyCells() error {
	return refuse("заполнять пришлось бы больше %d ячеек: это не форма. Уменьшите число строк условием where", "more than %d cells would be filled: it is no form. Have fewer rows by a condition where", mostMade)
}

// compute fills one cell and notes from what.
func (m *making) compute(s *sheet, address string, c planned, in *scope) filledCell {
	if len(c.pieces) == 0 { // it only said that the row repeats
		return filledCell{value: value{state: Missing}}
	}
	note := Cell{Sheet: s.name, Address: address}
	if len(c.pieces) == 1 && c.pieces[0].get != nil {
		v := fits(c.pieces[0].get(in))
		text := v.shown(m.Lang)
		note.take(c.pieces[0].source, v)
		note.Shown, note.Unit = text, v.unit
		m.out.Cells = append(m.out.Cells, note)
		return filledCell{value: v, text: text}
	}
	var text strings.Builder
	for _, part := range c.pieces {
		if part.get == nil {
			text.WriteString(part.words)
			continue
		}
		v := part.get(in)
		note.take(part.source, v)
		text.WriteString(v.shown(m.Lang))
	}
	note.Shown = text.String()
	v := fits(value{text: text.String()})
	if v.state == Missing {
		note.State, note.Why, note.Shown = Missing, v.why, ""
	}
	m.out.Cells = append(m.out.Cells, note)
	return filledCell{value: v, text: v.text, mixed: v.state != Missing}
}

// fits refuses a text that no cell can hold.
func fits(v value) value {
	const mostChars = 32_767
	if len(v.text) > mostChars && utf8.RuneCountInString(v.text) > mostChars {
		return missing(app.L("текст длиннее, чем помещается в ячейку Excel", "the text is longer than a cell of Excel holds"), v.places...)
	}
	return v
}

// take notes what a value is made of; of several the worst state and the first reason.
func (c *Cell) take(source string, v value) {
	if c.Source != "" {
		c.Source += "; "
	}
	c.Source += source
	if c.Indicator == nil {
		c.Indicator = v.indicator
	}
	if c.Year == 0 {
		c.Year = v.year
	}
	for _, p := range v.places {
		if !slices.Contains(c.Places, p) {
			c.Places = append(c.Places, p)
		}
	}
	if v.state > c.State {
		c.State = v.state
		c.Why = v.why
	}
}

// style is the one a day is shown in.
func (m *making) style(style int, _ value) int {
	if m.days == nil {
		return style
	}
	return m.days.day(style)
}

// pack writes the sheets, and what else follows from them.
func (m *making) pack(writers []*rewriter) error {
	p := &spread{Template: m.Template, growth: m.growth, changed: map[string][]byte{}}
	looks := workbook.First(m.archive.Leads(), "styles")
	if looks != "" && m.archive.Has(looks) {
		raw, err := m.read(looks)
		if err != nil {
			return err
		}
		if m.days, err = readStyles(raw); err != nil {
			return err
		}
	}
	computes := false
	for _, w := range writers {
		computes = computes || w.fills
		if len(w.holes) == 0 && !w.fills && len(m.growth) == 0 {
			continue
		}
		raw, err := w.rewrite()
		if err != nil {
			return err
		}
		p.changed[w.part] = raw
		for _, at := range w.stuck {
			m.out.remark(w.sheet, workbook.ColumnName(at.column)+fmt.Sprint(at.row), "формула берёт одну ячейку из строки, которая повторилась: проверьте, та ли это ячейка", "the formula takes one cell of a row that has been repeated: see whether it is the right one")
		}
	}
	if m.days != nil && len(m.days.added) > 0 {
		p.changed[looks] = m.days.rewritten()
	}
	var without []string
	if len(m.growth) > 0 {
		if err := p.follow(); err != nil {
			return err
		}
		var err error
		if without, err = p.forgetOrder(); err != nil {
			return err
		}
	}
	if computes || len(m.growth) > 0 {
		if err := p.book(); err != nil {
			return err
		}
	}
	var err error
	m.out.Data, err = p.archive.Pack(p.changed, without)
	return err
}
