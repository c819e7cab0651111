package storage

import (
	"database/sql"
	"fmt"
	"time"

	"technopark/app"
)

// cell reads one field of a row.
type cell struct {
	field  *app.Field
	number sql.NullInt64
	text   sql.NullString
	na     int64
}

func (c *cell) targets() []any {
	var targets []any
	if holdsNumber(c.field.Kind) {
		targets = append(targets, &c.number)
	} else {
		targets = append(targets, &c.text)
	}
	if c.field.CanNA {
		targets = append(targets, &c.na)
	}
	return targets
}

func (c *cell) value() app.Value {
	switch {
	case c.field.CanNA && c.na == 1:
		return app.NAValue()
	case c.number.Valid:
		return app.NumberValue(c.number.Int64)
	case c.text.Valid:
		return app.TextValue(c.text.String)
	}
	return app.Value{}
}

// arguments writes a value into the columns of a field.
func arguments(f app.Field, v app.Value) []any {
	var column any
	if v.State == app.Given {
		if holdsNumber(f.Kind) {
			column = v.N
		} else {
			column = v.S
		}
	}
	if !f.CanNA {
		return []any{column}
	}
	return []any{column, v.State == app.NotApplicable}
}

func holdsNumber(k app.Kind) bool { return k.Numeric() || k == app.KindRef }

// arguments returns the columns of a record's fields, in the order of columns.
func (t *table) arguments(rec app.Record) []any { return argumentsOf(t.fields, rec) }

func argumentsOf(fields []app.Field, rec app.Record) []any {
	var all []any
	for _, f := range fields {
		all = append(all, arguments(f, f.Get(rec))...)
	}
	return all
}

// scanner reads rows of a table, all into the same cells.
type scanner struct {
	table            *table
	cells            []*cell
	id, park         int64
	created, changed string
	targets          []any
}

func (t *table) scanner() *scanner {
	s := &scanner{table: t}
	if t.inPark() {
		s.targets = append(s.targets, &s.park)
	}
	s.targets = append(s.targets, &s.id, &s.created, &s.changed)
	for i := range t.fields {
		c := &cell{field: &t.fields[i]}
		s.cells = append(s.cells, c)
		s.targets = append(s.targets, c.targets()...)
	}
	return s
}

// read takes the current row.
func (s *scanner) read(rows *sql.Rows) error {
	if err := rows.Scan(s.targets...); err != nil {
		return fmt.Errorf("read %s: %w", s.table.typ.Key, err)
	}
	return nil
}

// within refuses a row with a text that no field can have.
func (s *scanner) within() error {
	field, long := s.tooLong()
	if !long {
		return nil
	}
	t := s.table.typ
	return tooLong(app.MostText, app.L(
		fmt.Sprintf("%s № %d, «%s»", t.One.RU, s.id, field.Label.RU),
		fmt.Sprintf("%s No %d, “%s”", t.One.In(app.EN), s.id, field.Label.In(app.EN))))
}

// tooLong returns the first field with a value that is longer than any can be.
func (s *scanner) tooLong() (app.Field, bool) {
	for _, c := range s.cells {
		if len(c.text.String) > app.MostText {
			return *c.field, true
		}
	}
	return app.Field{}, false
}

// tooLong says that somebody has put in a value of more bytes than there can be.
func tooLong(most int, where app.Text) error {
	return &app.Refusal{
		ID: "err.cell_too_long", Data: map[string]any{"Most": most >> 20, "What": where},
		Cause: fmt.Errorf("%w: a value is longer than %d bytes: %s", app.ErrDamaged, most, where.EN),
	}
}

// values returns the values of the row that was read, by keys of fields.
func (s *scanner) values() map[string]app.Value {
	all := make(map[string]app.Value, len(s.cells))
	for _, c := range s.cells {
		all[c.field.Key] = c.value()
	}
	return all
}

// scan returns the record of the current row, without its Refs fields.
func (s *scanner) scan(rows *sql.Rows) (app.Record, error) {
	if err := s.read(rows); err != nil {
		return nil, err
	}
	if err := s.within(); err != nil {
		return nil, err
	}
	rec := s.table.typ.New()
	head := rec.Header()
	head.ID, head.Park = s.id, s.park
	var err error
	if head.Created, err = parseStamp(s.created); err != nil {
		return nil, fmt.Errorf("read %s %d: %w", s.table.typ.Key, s.id, err)
	}
	if head.Changed, err = parseStamp(s.changed); err != nil {
		return nil, fmt.Errorf("read %s %d: %w", s.table.typ.Key, s.id, err)
	}
	for _, c := range s.cells {
		c.field.Set(rec, c.value())
	}
	return rec, nil
}

// A moment is written as text by us: the driver would write Go's String().
func formatStamp(at time.Time) string { return at.UTC().Format(time.RFC3339) }

func parseStamp(text string) (time.Time, error) {
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, fmt.Errorf("%w: %w", app.ErrDamaged, err)
	}
	return at.UTC(), nil
}
