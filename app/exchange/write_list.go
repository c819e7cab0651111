package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"technopark/app"
)

// ListFormat is the first value of the JSON of a list as it is shown; assets/docs/data.md
// describes it. It is for other programs: what is read back is the JSON of records.
const ListFormat = "technopark-list-1"

type listJSON struct {
	Format  string       `json:"format"`
	Program string       `json:"program"`
	Title   string       `json:"title"`
	About   []string     `json:"about"`
	Columns []columnJSON `json:"columns"`
	Rows    [][]any      `json:"rows"`
}

type columnJSON struct {
	Name string `json:"name"`
	Unit string `json:"unit"`
	Form string `json:"form"`
}

// WriteList writes a table as JSON: figures as numbers in the unit of their column with all
// decimals, dates as ГГГГ-ММ-ДД, «не применимо» as "n/a", what is not provided as null.
func WriteList(w io.Writer, t *Table) error {
	out := listJSON{Format: ListFormat, Program: app.Version, Title: t.Title, About: append([]string{}, t.About...), Rows: make([][]any, len(t.Rows))}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, columnJSON{c.Name, c.Unit, [...]string{Words: "words", Figures: "figures", Days: "days"}[c.Form]})
	}
	for n, row := range t.Rows {
		out.Rows[n] = make([]any, len(row))
		for i, v := range row {
			out.Rows[n][i] = t.said(v, i)
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	err := enc.Encode(out)
	if err == nil {
		_, err = b.WriteTo(w)
	}
	if err != nil {
		return fmt.Errorf("write list %q: %w", t.Title, err)
	}
	return nil
}

// said returns a value as JSON has it.
func (t *Table) said(v Value, column int) any {
	c := t.Columns[column]
	switch {
	case v.State == app.NotApplicable:
		return "n/a"
	case v.State == app.NotProvided && (v.Text == "" || v.Muted):
		return nil
	case t.IsNumber(v, column):
		return json.Number(plainFigure(v.N, c.Scale, "."))
	case v.State == app.Given && c.Form == Days:
		return app.Day(1970, 1, 1).AddDays(int(v.N)).ISO()
	}
	return v.Text
}
