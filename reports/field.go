package reports

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"technopark/app"
	"technopark/reports/doc"
)

// nothing stands for a text that nobody owes.
const nothing = "—"

// numberColumn returns the head of a column that counts the rows.
func (p *paper) numberColumn() doc.Column {
	return doc.Column{Title: p.say("№", "No."), Align: doc.Right}
}

// field returns a field of the catalogue. To name one that is not there is a
// bug of this package, so it panics.
func field(typeKey, key string) app.Field {
	f, ok := app.TypeByKey(typeKey).Field(key)
	if !ok {
		panic("the catalogue has no field " + typeKey + "." + key)
	}
	return f
}

// fields returns several fields of a type.
func fields(typeKey string, keys ...string) []app.Field {
	out := make([]app.Field, len(keys))
	for i, key := range keys {
		out[i] = field(typeKey, key)
	}
	return out
}

// label returns the label of a field.
func (p *paper) label(typeKey, key string) string { return field(typeKey, key).Label.In(p.Lang) }

// text writes a record's field for people; records that it refers to by title.
func (p *paper) text(f app.Field, rec app.Record) string {
	if v := f.Get(rec); !v.Empty() || f.RequiredOf(rec) == f.Required {
		return p.value(f, v)
	}
	return nothing
}

// value writes a value. Of what is missing, figures and required fields are
// «не представлено»; other texts were owed by nobody.
func (p *paper) value(f app.Field, v app.Value) string {
	if !v.Empty() {
		return f.Words(v, p.title, p.Lang)
	}
	if f.Required || f.Kind.Numeric() {
		return app.NotProvidedText.In(p.Lang)
	}
	return nothing
}

// column returns the head of a column of the field's values.
func (p *paper) column(f app.Field) doc.Column {
	c := doc.Column{Title: f.Label.In(p.Lang), Unit: p.unit(f)}
	if f.Kind.Number() {
		c.Align = doc.Right
	}
	return c
}

// unit returns the unit of a field, kept on one line.
func (p *paper) unit(f app.Field) string { return unbroken(f.Unit.In(p.Lang)) }

// columns returns the heads of several columns.
func (p *paper) columns(fields []app.Field) []doc.Column {
	out := make([]doc.Column, len(fields))
	for i, f := range fields {
		out[i] = p.column(f)
	}
	return out
}

// row returns a record as cells of the given fields.
func (p *paper) row(rec app.Record, fields []app.Field) []string {
	cells := make([]string, len(fields))
	for i, f := range fields {
		cells[i] = p.text(f, rec)
	}
	return cells
}

// table returns records as a plain table of the given fields.
func (p *paper) table(recs []app.Record, fields []app.Field) doc.Table {
	t := doc.Table{Columns: p.columns(fields)}
	for _, rec := range recs {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(p.row(rec, fields)...)})
	}
	return t
}

// card returns a record as a card, its fields under the titles of their
// sections. Fields named in except are left out.
func (p *paper) card(rec app.Record, except ...string) doc.KeyValues {
	var card doc.KeyValues
	section := ""
	for _, f := range without(rec.Type().Stored(), except) {
		if title := f.Section.In(p.Lang); title != section {
			card.Items = append(card.Items, doc.KeyValue{Label: title})
			section = title
		}
		card.Items = append(card.Items, p.item(f, rec))
	}
	return card
}

// item returns a field of a record as a line of a card.
func (p *paper) item(f app.Field, rec app.Record) doc.KeyValue {
	item := doc.KeyValue{Label: f.Label.In(p.Lang), Value: p.text(f, rec), Blank: f.Get(rec).Empty()}
	if f.Get(rec).State == app.Given {
		item.Unit = p.unit(f)
	}
	return item
}

func without(all []app.Field, except []string) []app.Field {
	return slices.DeleteFunc(slices.Clone(all), func(f app.Field) bool { return slices.Contains(except, f.Key) })
}

// answers returns the options of a field and, last and without a code, the
// absence of an answer.
func answers(f app.Field) []app.Option {
	return append(slices.Clip(f.Options), app.Option{Label: app.NotProvidedText})
}

// capital writes the first letter large: options of the catalogue are written
// as in the middle of a sentence.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// lower writes the first letter small.
func lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}
