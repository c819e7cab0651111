package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"technopark/app"
)

// Format is the first value of the JSON of records; assets/docs/data.md describes it.
const Format = "technopark-records-1"

// Group is records of one type, of those that are written together.
type Group struct {
	Type    *app.Type    // of all the records
	Records []app.Record // in the order they are written
}

// WriteJSON writes records as JSON, every stored field by its key: figures whole, in stored units;
// «не применимо» as "n/a" and what is not provided as null; records that others refer to by
// number and title, since they may be no part of what is written. The same records give the same
// bytes.
func WriteJSON(w io.Writer, park string, groups []Group, names app.Titles) error {
	var b bytes.Buffer
	b.WriteString(`{"format":`)
	writer := jsonWriter{&b, names}
	for i, v := range []any{Format, app.Version, park} {
		b.WriteString([]string{``, `,"program":`, `,"park":`}[i])
		if err := writer.put(v); err != nil {
			return fmt.Errorf("write records: %w", err)
		}
	}
	b.WriteString(`,"records":{`)
	for i, g := range groups {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "\n%q:[", g.Type.Key)
		for n, rec := range g.Records {
			if n > 0 {
				b.WriteByte(',')
			}
			if err := writer.record(g.Type.Stored(), rec); err != nil {
				return fmt.Errorf("write %s %d: %w", g.Type.Key, rec.Header().ID, err)
			}
		}
		b.WriteByte(']')
	}
	b.WriteString("}}\n")
	if _, err := b.WriteTo(w); err != nil {
		return fmt.Errorf("write records: %w", err)
	}
	return nil
}

type jsonWriter struct {
	*bytes.Buffer
	names app.Titles
}

func (w jsonWriter) record(fields []app.Field, rec app.Record) error {
	fmt.Fprintf(w, "\n{\"id\":%d", rec.Header().ID)
	for _, f := range fields {
		fmt.Fprintf(w, ",%q:", f.Key)
		if err := w.put(w.said(f, f.Get(rec))); err != nil {
			return err
		}
	}
	w.WriteByte('}')
	return nil
}

// mentioned is a record that another refers to.
type mentioned struct {
	ID    int64  `json:"id"`
	Title string `json:"title"`
}

// said returns a value as JSON has it.
func (w jsonWriter) said(f app.Field, v app.Value) any {
	if f.Ref == "" || v.State != app.Given {
		return f.JSON(v)
	}
	all := []mentioned{}
	for _, id := range f.IDs(v) {
		all = append(all, mentioned{id, w.names(f.Ref, id)})
	}
	if f.Kind == app.KindRef {
		return all[0]
	}
	return all
}

// put writes a value with its characters as they are.
func (w jsonWriter) put(v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	if n := w.Len(); err == nil {
		w.Truncate(n - 1) // the line break Encode adds
	}
	return err
}
