package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"technopark/app"
)

// IsJSON reports whether a file is JSON and no table.
func IsJSON(raw []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(raw, []byte(bom))), []byte("{"))
}

// readJSON reads what WriteJSON wrote.
func (p *recordsPlanner) readJSON(raw []byte) ([]incoming, error) {
	var file struct {
		Format  string        `json:"format"`
		Records recordsOfJSON `json:"records"`
	}
	if err := json.Unmarshal(bytes.TrimPrefix(raw, []byte(bom)), &file); err != nil {
		var refused *app.Refusal
		if errors.As(err, &refused) {
			return nil, refused
		}
		return nil, refuse("это не JSON записей или он записан не до конца (%s)", "it is no JSON of records, or was not written to its end (%s)", clip(err.Error()))
	}
	if file.Format != Format {
		return nil, refuse("читается JSON записей, который пишет technopark export (format — %s), а здесь %s", "the JSON of records is read that technopark export writes (format is %s), and this is %s", Format, orElse(clip(file.Format), "—"))
	}
	for _, other := range file.Records.others {
		p.note("«%s» не взято: таких записей или такого поля у них нет", "“%s” was not taken: there are no such records, or they have no such field", clip(other))
	}
	var all []incoming
	for _, t := range app.Types() {
		if rows := file.Records.rows[t.Key]; len(rows) > 0 {
			all = append(all, incoming{t: t, sheet: t.Key, rows: rows})
		}
	}
	return all, nil
}

// readerOf reads a value of JSON when the records before it are known.
func readerOf(f app.Field, raw json.RawMessage) func(*recordsPlanner) (app.Value, error) {
	return func(p *recordsPlanner) (app.Value, error) {
		switch f.Kind {
		case app.KindRef:
			var one mentioned
			if err := json.Unmarshal(raw, &one); err != nil {
				return app.Value{}, faultOf(f, err)
			}
			id, err := p.mentioned(f, one)
			return app.NumberValue(id), err
		case app.KindRefs:
			var all []mentioned
			if err := json.Unmarshal(raw, &all); err != nil {
				return app.Value{}, faultOf(f, err)
			}
			ids := make([]int64, len(all))
			for i, one := range all {
				id, err := p.mentioned(f, one)
				if err != nil {
					return app.Value{}, err
				}
				ids[i] = id
			}
			slices.Sort(ids)
			return app.TextValue(app.IDList(slices.Compact(ids))), nil
		}
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.UseNumber()
		var value any
		if err := dec.Decode(&value); err != nil {
			return app.Value{}, faultOf(f, err)
		}
		v, err := f.FromJSON(value)
		if err != nil {
			return app.Value{}, faultOf(f, err)
		}
		switch f.Kind {
		case app.KindText, app.KindID:
			v = app.TextValue(app.Clean(v.S)) // as what is typed is
		case app.KindNote:
			v = app.TextValue(app.CleanNote(v.S))
		}
		return v, f.Check(v)
	}
}

// faultOf says that JSON has something else where a value of the field is expected.
func faultOf(f app.Field, err error) error {
	return app.FieldError{Field: f.Key, Message: said("не значение поля «%s»: см. схему JSON (%s)", "no value of the field “%s”: see the JSON schema (%s)", f.Label, clip(err.Error()))}
}

// mentioned finds a record that another refers to: among those of the file, else by its title.
func (p *recordsPlanner) mentioned(f app.Field, one mentioned) (int64, error) {
	if rec := p.landed[f.Ref][one.ID]; rec != nil {
		return rec.Header().ID, nil
	}
	id, err := p.find(f.Ref, one.Title)
	var unknown *app.NameError
	if errors.As(err, &unknown) {
		return 0, app.FieldError{Field: f.Key, Message: said("записи %s нет ни в файле, который загружается, ни в данных", "the record %s is neither in the file being imported nor in the data", app.L(app.Quoted(clip(one.Title)), "“"+clip(one.Title)+"”"))}
	}
	if err != nil {
		return 0, fmt.Errorf("find %s %q: %w", f.Ref, one.Title, err)
	}
	return id, nil
}
