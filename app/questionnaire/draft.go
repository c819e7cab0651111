package questionnaire

import (
	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/workbook"
)

// draft is one record of an answer in the making.
type draft struct {
	planner *Planner
	plan    *Plan
	typ     *app.Type
	row     int // of a table; 0 for single answers
	at      int // where its changes begin

	was, is app.Record // was is nil for a new one
	cells   map[string]Given
}

// start finds the record that is meant, or begins a new one; false where it cannot be told.
func (d *draft) start(cells []Given) bool {
	p, r := d.planner, d.plan.Resident
	d.cells = map[string]Given{}
	switch {
	case d.row > 0:
		id, known := d.plan.Answer.rows[d.typ.Key][d.row]
		switch {
		case !known, id < 0:
			d.rejectRow(cells, said("скрытый номер этой строки стёрт или изменён: какую запись она показывает — неясно. Внесите строку заново в посланный файл", "the hidden number of the row was removed or altered, so it is not clear which record it shows. Write the row again into the file that was sent"))
			return false
		case id > 0:
			d.was = p.book.Get(d.typ.Key, id)
			if d.was == nil || app.ResidentOf(d.was) != r.ID {
				d.rejectRow(cells, said("записи, которую показывала эта строка, больше нет: её удалили после рассылки", "the record that this row showed is not there any more: it was removed after the questionnaire was sent"))
				return false
			}
		}
		if id == 0 {
			d.was = d.become()
		}
	case d.typ == r.Type():
		d.was = r
	default:
		d.was = p.report(d.typ, r.ID, d.plan.Period)
	}
	if d.was != nil {
		d.is = app.Clone(d.was)
		return true
	}
	d.is = d.typ.New()
	d.is.Header().Park = p.book.Park.ID
	if f, ok := d.typ.Field(d.typ.Owner); ok {
		f.Set(d.is, app.NumberValue(r.ID))
	}
	if f, ok := d.typ.Field(d.typ.Period); ok && d.typ.Report {
		f.Set(d.is, app.TextValue(d.plan.Period.Key()))
	}
	return true
}

// become returns the record that the row has become when another answer was accepted; nil for none.
func (d *draft) become() app.Record {
	earlier := d.plan.accepted
	if earlier == nil || earlier.rows[d.typ.Key][d.row] != 0 {
		return nil
	}
	said := map[string]app.Value{}
	for _, g := range earlier.Given {
		if g.Place.Record != d.typ.Key || g.Place.Row != d.row {
			continue
		}
		if f, ok := d.typ.Field(g.Place.Field); ok {
			if u := understand(f, g); !u.value.Empty() {
				said[f.Key] = u.value
			}
		}
	}
	if len(said) == 0 {
		return nil
	}
	for _, rec := range d.planner.owned[holding{d.typ.Key, d.plan.Resident.ID, false}] {
		same := true
		for _, f := range asked(d.typ, d.plan.Period) {
			same = same && f.Get(rec) == said[f.Key]
		}
		if same {
			return rec
		}
	}
	return nil
}

// change is what the plan says of a cell.
func (d *draft) change(f app.Field, g Given) exchange.Change {
	what := f.Label
	if d.row > 0 {
		what = said("%s, строка %d: %s", "%s, row %d: %s", d.typ.Many, d.row, f.Label)
	}
	return exchange.Change{Sheet: g.Sheet, Row: g.Row, Column: g.Column, What: what, Found: g.Cell.Text}
}

// take puts what a cell says into the record. An empty cell says nothing: it never takes away what
// is recorded.
func (d *draft) take(f app.Field, g Given) {
	c := d.change(f, g)
	now := f.Get(d.is)
	u := understand(f, g)
	if !u.fault.Zero() {
		c.State, c.Expected, c.Message = exchange.Rejected, u.expected, u.fault
		d.add(f, g, c)
		return
	}
	known, err := f.Read(g.Known, nil)
	told := g.Told && err == nil
	c.Was, c.Message = exact(f, now), u.remark
	switch {
	case u.value.Empty():
		switch {
		case wordless(f) && isNA(g.Cell.Text):
			c.State, c.Is = exchange.Same, c.Was
			d.add(f, g, c)
		case told && !known.Empty() && !now.Empty():
			c.State, c.Is, c.Message = exchange.Same, c.Was, said("ячейку очистили: записанное осталось. Удалить его можно только в самой программе", "the cell was cleared: what is recorded stays. Only in the program itself it can be removed")
			d.add(f, g, c)
		}
		return
	case u.value == now:
		c.State, c.Is = exchange.Same, c.Was
	case told && u.value == known && !now.Empty():
		c.State, c.Is, c.Message = exchange.Same, c.Was, said("резидент этого не менял, а запись с тех пор изменилась: она осталась", "the resident did not change this, and the record has changed since: it stays")
	default:
		c.State, c.Is = exchange.New, exact(f, u.value)
		if !now.Empty() {
			c.State = exchange.Changed
		}
		if told && known != now {
			c.Doubt, c.Message = true, both(c.Message, said("с тех пор, как анкета послана, изменили и запись, и ответ: в анкете было %s. Подтвердите ответ или оставьте записанное", "since the questionnaire was sent both the record and the answer have changed: the questionnaire had %s. Confirm the answer, or keep what is recorded", exact(f, known)))
		}
		if f.Scheme == app.SchemeOKVED && g.Cell.Kind == workbook.Number {
			c.Doubt, c.Message = true, both(c.Message, said("код записан числом, и нуль на конце мог пропасть: 26.10 становится 26.1", "the code is written as a number, and a nought at its end may be lost: 26.10 becomes 26.1"))
		}
		if doubt := d.doubt(f, u.value, now); !doubt.Zero() {
			c.Doubt, c.Message = true, both(c.Message, doubt)
		}
		f.Set(d.is, u.value)
	}
	d.add(f, g, c)
}

// both puts two remarks behind one another.
func both(a, b app.Text) app.Text {
	if a.Zero() {
		return b
	}
	return app.L(a.RU+"; "+b.RU, a.In(app.EN)+"; "+b.In(app.EN))
}

func (d *draft) add(f app.Field, g Given, c exchange.Change) {
	d.cells[f.Key] = g
	d.plan.Changes = append(d.plan.Changes, c)
}

// rejectRow rejects each cell of a row that says something.
func (d *draft) rejectRow(cells []Given, why app.Text) {
	for _, g := range cells {
		f, ok := d.typ.Field(g.Place.Field)
		if !ok || empty([]Given{g}) {
			continue
		}
		c := d.change(f, g)
		c.State, c.Expected, c.Message = exchange.Rejected, f.Expected(), why
		d.plan.Changes = append(d.plan.Changes, c)
	}
}

// finish judges the record as a whole and plans to write it.
func (d *draft) finish(cells []Given) {
	changes := d.plan.Changes[d.at:]
	first := -1
	for i := range changes {
		switch changes[i].State {
		case exchange.Rejected:
			return
		case exchange.New, exchange.Changed:
			if first < 0 {
				first = i
			}
		case exchange.Same:
		}
	}
	if first < 0 {
		return
	}
	if same := d.twin(); same != nil {
		for i := range changes {
			changes[i].State, changes[i].Was = exchange.Same, changes[i].Is
			changes[i].Message = said("такая запись уже есть", "there is such a record already")
		}
		return
	}
	if d.outside() {
		d.reject(cells, app.FieldErrors{{Field: d.typ.Period, Message: said("дата не из периода анкеты (%s)", "the date is not within the period of the questionnaire (%s)", inBoth(d.plan.Period))}})
		return
	}
	if faults := app.ValidateEdit(d.was, d.is); len(faults) > 0 {
		d.reject(cells, faults)
		return
	}
	if d.was == nil {
		d.planner.last++
		d.is.Header().ID = firstNew + d.planner.last
	}
	changes[first].Record = d.is
}

// twin returns a record that has all that a new row says, so that nothing comes twice.
func (d *draft) twin() app.Record {
	if d.row == 0 || d.was != nil {
		return nil
	}
	for _, rec := range d.planner.owned[holding{d.typ.Key, d.plan.Resident.ID, false}] {
		same := true
		for _, f := range asked(d.typ, d.plan.Period) {
			same = same && f.Get(rec) == f.Get(d.is)
		}
		if same {
			return rec
		}
	}
	return nil
}

// outside reports whether the record is of a day of another period.
func (d *draft) outside() bool {
	f, ok := d.typ.Field(d.typ.Period)
	if !ok || d.typ.Report || d.row == 0 {
		return false
	}
	day := f.Day(d.is)
	return !day.Zero() && !d.plan.Period.Contains(day) && (d.was == nil || f.Day(d.was) != day)
}

// reject turns the changes of the record into rejected cells where the faults are; a fault of no
// cell is told at the first.
func (d *draft) reject(cells []Given, faults app.FieldErrors) {
	for _, fault := range faults {
		f, ok := d.typ.Field(fault.Field)
		g, there := d.cells[fault.Field]
		for _, cell := range cells {
			if !there && cell.Place.Field == fault.Field {
				g, there = cell, true
			}
		}
		if !there {
			g = cells[0]
		}
		c := exchange.Change{Sheet: g.Sheet, Row: g.Row, Column: g.Column, State: exchange.Rejected, What: d.typ.One, Found: g.Cell.Text, Message: fault.Message}
		if ok {
			c = d.change(f, g)
			c.State, c.Expected, c.Message = exchange.Rejected, f.Expected(), fault.Message
		}
		at := -1
		for i := d.at; i < len(d.plan.Changes); i++ {
			if x := d.plan.Changes[i]; x.Sheet == g.Sheet && x.Row == g.Row && x.Column == g.Column {
				at = i
			}
		}
		if at >= 0 {
			d.plan.Changes[at] = c
		} else {
			d.plan.Changes = append(d.plan.Changes, c)
		}
	}
}
