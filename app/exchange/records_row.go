package exchange

import (
	"context"

	"technopark/app"
)

// planRow plans one record and returns it as it would be; nil when it is rejected.
func (p *recordsPlanner) planRow(in incoming, row inRow, m *matcher) app.Record {
	rec, rejected := p.compose(in, row)
	if rejected || p.partsRejected(in, row) {
		p.rows[Rejected]++
		return nil
	}
	was, again := m.find(rec, row)
	switch {
	case in.laid == nil:
	case again < 0:
		p.reject(in, row, inCell{}, said("одна запись", "one record"), said("строка подходит к нескольким записям: выберите, по чему находить запись, или исправьте их", "the row fits several records: choose by what a record is found, or correct them"))
		p.rows[Rejected]++
		return nil
	case was != nil && in.laid.Existing == Add && !in.part:
		p.reject(in, row, inCell{}, said("запись, которой ещё нет", "a record that is not there yet"), said("такая запись уже есть: %s", "there is such a record already: %s", in.t.Title(was, p.titles)))
		p.rows[Rejected]++
		return nil
	case again != 0 && p.repeats(row, was):
		p.rows[Same]++
		return p.byID[in.t.Key][was.Header().ID]
	}
	if again != 0 {
		p.reject(in, row, inCell{}, said("одна строка о записи", "one row of a record"), said("о той же записи говорит и строка %d: оставьте одну", "row %d is of the same record: leave one", again))
		p.rows[Rejected]++
		return nil
	}
	if was != nil && p.confused(in, row, was) {
		return nil
	}
	if was != nil {
		at := app.Place{Type: in.t.Key, ID: was.Header().ID}
		if sheet, taken := p.sheetOf[at]; taken && sheet != in.sheet {
			p.reject(in, row, inCell{}, said("одна строка о записи", "one row of a record"), said("о той же записи говорит и лист «%s»: оставьте одну строку", "the sheet “%s” is of the same record: leave one row", sheet))
			p.rows[Rejected]++
			return nil
		}
		p.sheetOf[at] = in.sheet
		m.taken[was.Header().ID] = row.number
		return p.change(in, row, was)
	}
	if faults := app.Validate(rec); len(faults) > 0 {
		p.faults(in, row, faults)
		return nil
	}
	p.last++
	rec.Header().ID = firstNew + p.last
	if in.t.Scope == app.ScopePark {
		rec.Header().Park = p.Park
	}
	m.add(rec)
	m.taken[rec.Header().ID] = row.number
	p.byID[in.t.Key][rec.Header().ID] = rec
	p.ownersOf(in.t).add(rec)
	p.rows[New]++
	p.landings = append(p.landings, landing{rec: rec})
	title := in.t.Title(rec, p.titles)
	p.Changes = append(p.Changes, Change{
		Sheet: in.sheet, Row: row.number, Column: firstColumn(row), State: New, Record: rec,
		What: in.t.One, Found: found(row), Is: app.L(title, in.t.TitleIn(app.EN, rec, p.titles)),
	})
	return rec
}

// compose makes a record of what a row says of it; what it says nothing of is empty.
func (p *recordsPlanner) compose(in incoming, row inRow) (rec app.Record, rejected bool) {
	rec = in.t.New()
	for i := range row.cells {
		c := &row.cells[i]
		if !taken(c.field) {
			continue
		}
		v, err := p.value(c)
		if err == nil {
			c.field.Set(rec, v)
			if c.field.Get(rec) != v { // a day that no calendar has, a period that is none
				err = app.FieldError{Field: c.field.Key, Message: said("такого значения не бывает", "there is no such value")}
			}
		}
		if err != nil {
			message := said("значение не читается", "the value cannot be read")
			if faults := app.FaultsOf(err); len(faults) > 0 {
				message = faults[0].Message
			}
			want := expected(*c.field)
			if example := p.exampleOf(*c.field); p.laying && example != "" {
				want = said("%s, например «%s»", "%s, such as “%s”", want, example)
			}
			p.reject(in, row, *c, want, message)
			rejected = rejected || !c.leave
		}
	}
	return rec, rejected
}

// taken reports whether a field is read from the files of others: what the program itself writes
// is not, and neither are the names of files that do not come with them.
func taken(f *app.Field) bool { return f.Typed() && !f.Content }

// value reads a cell. A place is that of the record as it has landed here.
func (p *recordsPlanner) value(c *inCell) (app.Value, error) {
	if c.known {
		return c.value, c.err
	}
	v, err := p.readCell(c)
	if refers := c.field.Kind == app.KindRef || c.field.Kind == app.KindRefs || c.field.Points; !refers { // what is referred to may come later
		c.known, c.value, c.err = true, v, err
	}
	return v, err
}

func (p *recordsPlanner) readCell(c *inCell) (app.Value, error) {
	if !c.fault.Zero() {
		return app.Value{}, app.FieldError{Field: c.field.Key, Message: c.fault}
	}
	v, err := c.read(p)
	at, isPlace := app.ParsePlace(v.S)
	if err != nil || !c.field.Points || !isPlace || app.TypeByKey(at.Type) == nil {
		return v, err
	}
	rec := p.landed[at.Type][at.ID]
	if rec == nil {
		return v, app.FieldError{Field: c.field.Key, Message: said("записи «%s», о которой здесь говорится, в файле, который загружается, нет", "the record “%s” this is about is not in the file being imported", v.S)}
	}
	at.ID = rec.Header().ID
	return app.TextValue(at.String()), nil
}

// change plans what a row changes of a record that is there. An empty cell changes nothing: a
// table that has fewer figures must not take those away that are recorded.
func (p *recordsPlanner) change(in incoming, row inRow, was app.Record) app.Record {
	if p.Skip || in.laid != nil && in.laid.Existing != Update {
		p.rows[Same]++
		return was
	}
	is := app.Clone(was)
	var changes []Change
	for i := range row.cells {
		c := &row.cells[i]
		v, err := p.value(c)
		if err != nil || !taken(c.field) || v.Empty() && !c.clear || v == c.field.Get(was) || c.loose && named(was, v.S) {
			continue
		}
		c.field.Set(is, v)
		changes = append(changes, Change{
			Sheet: in.sheet, Row: row.number, Column: c.column, State: Changed, Found: c.found,
			What: said("%s, %s", "%s, %s", in.t.Title(was, p.titles), c.field.Label),
			Was:  p.words(*c.field, c.field.Get(was)), Is: p.words(*c.field, v),
		})
	}
	if len(changes) == 0 {
		p.rows[Same]++
		return was
	}
	if faults := app.ValidateEdit(was, is); len(faults) > 0 {
		p.faults(in, row, faults)
		return nil
	}
	changes[0].Record = is
	p.Changes = append(p.Changes, changes...)
	p.rows[Changed]++
	p.landings = append(p.landings, landing{is, was})
	p.byID[in.t.Key][is.Header().ID] = is
	p.ownersOf(in.t).add(is)
	return is
}

func (p *recordsPlanner) words(f app.Field, v app.Value) app.Text {
	if v.Empty() {
		return app.L("—", "—")
	}
	return app.L(f.Exact(v, p.titles, app.RU), f.Exact(v, p.titles, app.EN))
}

// faults rejects a row for what is wrong with the record as a whole.
func (p *recordsPlanner) faults(in incoming, row inRow, faults app.FieldErrors) {
	p.rows[Rejected]++
	for _, fault := range faults {
		at := inCell{}
		for _, c := range row.cells {
			if c.field.Key == fault.Field {
				at = c
			}
		}
		f, _ := in.t.Field(fault.Field)
		p.reject(in, row, at, expected(f), fault.Message)
	}
}

// reject plans a cell that cannot land; a row that cannot has no cell of its own.
func (p *recordsPlanner) reject(in incoming, row inRow, at inCell, want, message app.Text) {
	if at.column == 0 {
		at.column, at.found = firstColumn(row), found(row)
	}
	p.Changes = append(p.Changes, Change{Sheet: in.sheet, Row: row.number, Column: at.column, State: Rejected, Found: at.found, Expected: want, Message: message})
}

func firstColumn(row inRow) int {
	if len(row.cells) == 0 {
		return 1
	}
	return row.cells[0].column
}

func found(row inRow) string {
	if len(row.cells) == 0 {
		return ""
	}
	return row.cells[0].found
}

// expected says what a field wants.
func expected(f app.Field) app.Text {
	if f.Label.Zero() {
		return said("запись без ошибок", "a record without faults")
	}
	return f.Expected()
}

// Apply writes what the plan says as part of a change, each record after those it refers to. What
// cannot be written stops it: the error names the record, and nothing is changed then.
func (p *RecordsPlan) Apply(ctx context.Context, tx app.Tx, titles app.Titles) error {
	given := map[string]map[int64]int64{}
	p.written = map[string][]int64{}
	for _, l := range p.landings {
		rec := settled(l.rec, given)
		t, id := rec.Type(), rec.Header().ID
		if l.was == nil {
			rec.Header().ID = 0
		}
		if err := tx.Save(ctx, rec); err != nil {
			return app.Stopped(rec, titles, err)
		}
		if given[t.Key] == nil {
			given[t.Key] = map[int64]int64{}
		}
		given[t.Key][id] = rec.Header().ID
		p.written[t.Key] = append(p.written[t.Key], rec.Header().ID)
	}
	return nil
}

// settled returns a record with the ids that new records have got in place of those they had.
func settled(rec app.Record, given map[string]map[int64]int64) app.Record {
	is := app.Clone(rec)
	now := func(typeKey string, id int64) int64 {
		if got, ok := given[typeKey][id]; ok {
			return got
		}
		return id
	}
	is.Header().Park = now("park", rec.Header().Park)
	for _, f := range rec.Type().Stored() {
		v := f.Get(rec)
		switch {
		case v.State != app.Given:
		case f.Kind == app.KindRef:
			v.N = now(f.Ref, v.N)
		case f.Kind == app.KindRefs:
			ids := f.IDs(v)
			for i, id := range ids {
				ids[i] = now(f.Ref, id)
			}
			v.S = app.IDList(ids)
		case f.Points:
			if at, ok := app.ParsePlace(v.S); ok {
				at.ID = now(at.Type, at.ID)
				v.S = at.String()
			}
		}
		f.Set(is, v)
	}
	return is
}
