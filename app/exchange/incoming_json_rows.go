package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"technopark/app"
	"technopark/app/workbook"
)

// recordsOfJSON is the records of a file of JSON by the keys of their types. They are read one after the
// other and counted, as the rows of tables are: a few bytes of JSON make a record of many.
type recordsOfJSON struct {
	rows   map[string][]inRow
	others []string // what is there and belongs to no type or no field of one, the first few
	count  int      // of all records
	cells  int      // of all records, with something in them
}

// errShape is of JSON that has something else where an object or a list has to be.
var errShape = errors.New("an object or a list is expected")

// mostOthers is how many names nobody knows are told of.
const mostOthers = 20

// UnmarshalJSON reads the object of records, whose syntax is that of JSON already.
func (r *recordsOfJSON) UnmarshalJSON(raw []byte) error {
	if string(raw) == "null" {
		return nil
	}
	r.rows = map[string][]inRow{}
	dec := json.NewDecoder(bytes.NewReader(raw))
	return each(dec, '{', func(key string) error {
		t := app.TypeByKey(key)
		if t == nil {
			r.unknown(key)
			return pass(dec)
		}
		fields := map[string]int{}
		stored := t.Stored()
		for i, f := range stored {
			fields[f.Key] = i
		}
		return each(dec, '[', func(string) error {
			r.count++
			if r.count > workbook.MostRows {
				return refuse("записей в нём больше %s: столько за один раз не читается. Разделите файл по видам записей", "it has more than %s records, which is more than is read at once. Split the file by types of records", many(workbook.MostRows))
			}
			row, err := r.row(dec, t, stored, fields)
			r.rows[key] = append(r.rows[key], row)
			return err
		})
	})
}

// row reads one record, each field of it once: of several values the last counts.
func (r *recordsOfJSON) row(dec *json.Decoder, t *app.Type, stored []app.Field, fields map[string]int) (inRow, error) {
	row := inRow{number: len(r.rows[t.Key]) + 1}
	values := map[int]json.RawMessage{}
	err := each(dec, '{', func(key string) error {
		i, known := fields[key]
		var raw json.RawMessage
		switch {
		case key == "id":
			if err := dec.Decode(&raw); err != nil {
				return err
			}
			if json.Unmarshal(raw, &row.id) != nil || row.id < 0 {
				row.id = 0
			}
			return nil
		case !known:
			r.unknown(t.Key + "." + key)
			return pass(dec)
		}
		if err := dec.Decode(&raw); err != nil {
			return err
		}
		values[i] = raw
		return nil
	})
	for i := range stored {
		f := &stored[i]
		raw, there := values[i]
		if !there || string(raw) == "null" {
			continue
		}
		r.cells++
		if r.cells > workbook.MostCells {
			return row, refuse("заполненных полей в нём больше %s: столько за один раз не читается. Разделите файл по видам записей", "it has more than %s filled fields, which is more than is read at once. Split the file by types of records", many(workbook.MostCells))
		}
		row.cells = append(row.cells, inCell{field: f, column: i + 2, found: clip(string(raw)), read: readerOf(*f, raw)})
	}
	return row, err
}

// unknown remembers a name that says nothing here.
func (r *recordsOfJSON) unknown(name string) {
	if len(r.others) < mostOthers && !slices.Contains(r.others, name) {
		r.others = append(r.others, name)
	}
}

// each goes through an object, whose keys it tells, or an array; null is an empty one.
func each(dec *json.Decoder, open json.Delim, do func(key string) error) error {
	start, err := dec.Token()
	if err != nil || start == nil {
		return err
	}
	if start != open {
		return fmt.Errorf("%w at byte %d of the records", errShape, dec.InputOffset())
	}
	for dec.More() {
		key := ""
		if open == '{' {
			name, err := dec.Token()
			if err != nil {
				return err
			}
			key, _ = name.(string)
		}
		if err := do(key); err != nil {
			return err
		}
	}
	_, err = dec.Token()
	return err
}

// pass goes over a value without keeping it.
func pass(dec *json.Decoder) error {
	var raw json.RawMessage
	return dec.Decode(&raw)
}

func many(n int64) app.Text {
	return app.L(app.FormatNumber(n, 1, 0, app.RU), app.FormatNumber(n, 1, 0, app.EN))
}
