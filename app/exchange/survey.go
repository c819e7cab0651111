package exchange

import (
	"errors"
	"slices"
	"strings"

	"technopark/app"
)

// Survey looks through the cells of each column of a layout: it keeps with the columns a few of their
// cells, which of them cannot be read, and which names in them are in no list yet. Where columns are
// named by their numbers, it looks through these alone.
func (r Recipient) Survey(b *Book, l *Layout, columns ...int) {
	p := r.planner()
	p.laying = true
	data := below(b.Sheets[l.Sheet].Rows, l.Last)
	reader := newLaidReader(p, l, b.Sheets[l.Sheet])
	rows := data[:0:0]
	for _, row := range data {
		if !reader.leftOut(row) {
			rows = append(rows, row)
		}
	}
	for i := range l.Columns {
		c := &l.Columns[i]
		if len(columns) > 0 && !slices.Contains(columns, c.Column) {
			continue
		}
		c.Samples, c.Unread, c.Fresh, c.Mixed = samplesOf(c.Column, rows), nil, nil, false
		at := slices.IndexFunc(reader.columns, func(rc laidColumn) bool { return rc.Column == c.Column })
		if at >= 0 {
			reader.survey(c, reader.columns[at], rows)
		}
	}
}

// mostUnread is how many cells that cannot be read are told one by one.
const mostUnread = 200

func (r *laidReader) survey(c *LaidColumn, laid laidColumn, rows []Row) {
	ways, fresh := map[string]bool{}, map[string]bool{}
	for _, row := range rows {
		cell := row.At(c.Column)
		if cell.Text == "" && cell.Kind != Fault {
			continue
		}
		for _, in := range r.cells(laid, cell, false) {
			v, err := r.p.value(&in.inCell)
			if err == nil && !v.Empty() {
				trial := in.target.New()
				in.field.Set(trial, v)
				if err = in.field.Check(in.field.Get(trial)); err == nil && in.field.Get(trial) != v {
					err = app.FieldError{Field: in.field.Key, Message: said("такого значения не бывает", "there is no such value")}
				}
			}
			if err != nil && len(c.Unread) < mostUnread {
				c.Unread = append(c.Unread, Unread{Row: row.Number, Found: cell.Text, Why: messageOf(err)})
			}
			if in.field.Kind == app.KindDate && err == nil {
				ways[wayOfDay(cell)] = true
			}
			if name := app.Clean(cell.Text); c.Adds && r.p.added[in.field.Ref][app.Fold(name)] != nil && !fresh[app.Fold(name)] {
				fresh[app.Fold(name)] = true
				c.Fresh = append(c.Fresh, name)
			}
		}
	}
	c.Mixed = len(ways) > 1
}

// wayOfDay tells apart the ways in which days are written: a date of a workbook, a number, figures,
// words.
func wayOfDay(cell Cell) string {
	text := strings.TrimSpace(cell.Text)
	switch {
	case cell.Kind == Date:
		return "date"
	case serialDay.MatchString(text):
		return "serial"
	case strings.ContainsFunc(text, func(r rune) bool { return r > 'A' && r != '–' }):
		return "words"
	}
	return "figures " + strings.Trim(text, "0123456789 ")[:min(1, len(strings.Trim(text, "0123456789 ")))]
}

// samplesOf returns the first cells of a column that differ.
func samplesOf(column int, rows []Row) []string {
	const most = 4
	var texts []string
	for _, row := range rows[:min(len(rows), mostLooked)] {
		if text := clip(row.At(column).Text); text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
			if len(texts) == most {
				break
			}
		}
	}
	return texts
}

// messageOf says in words why a value cannot be read.
func messageOf(err error) app.Text {
	var fault app.FieldError
	if errors.As(err, &fault) {
		return fault.Message
	}
	if faults := app.FaultsOf(err); len(faults) > 0 {
		return faults[0].Message
	}
	return said("значение не читается", "the value cannot be read")
}

// Corrected returns a book with another text in one cell, as somebody typed it; the book itself stays
// as it is.
func Corrected(b *Book, sheet, row, column int, text string) *Book {
	copied := *b
	out := &copied
	out.Sheets = slices.Clone(b.Sheets)
	s := &out.Sheets[sheet]
	s.Rows = slices.Clone(s.Rows)
	at := slices.IndexFunc(s.Rows, func(r Row) bool { return r.Number == row })
	if at < 0 {
		return out
	}
	cells := slices.DeleteFunc(slices.Clone(s.Rows[at].Cells), func(c Cell) bool { return c.Column == column })
	if text != "" {
		where, _ := slices.BinarySearchFunc(cells, column, func(c Cell, column int) int { return c.Column - column })
		cells = slices.Insert(cells, where, Cell{Column: column, Text: text})
	}
	s.Rows[at].Cells = cells
	return out
}
