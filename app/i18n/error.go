package i18n

import (
	"maps"
	"strings"

	"technopark/app"
)

// Sentence says an error that somebody has put into words: a refusal, or the faults of a
// record that was not saved. ok is false for any other, of which only a log can tell. The
// data fill what neither the refusal nor the errors around it do, such as {{.File}}.
//
// This is the only place where an error becomes words; see app.Refusal.
func (p *Printer) Sentence(err error, data map[string]any) (text string, ok bool) {
	refusal, ok := app.Refused(err)
	if !ok {
		return p.faults(err)
	}
	full := maps.Clone(data)
	if full == nil {
		full = map[string]any{}
	}
	for key, value := range refusal.Data {
		full[key] = p.value(value)
	}
	if n, counted := full["N"].(int); counted {
		delete(full, "N") // the printer groups its digits
		return p.N(refusal.ID, n, full), true
	}
	return p.T(refusal.ID, full), true
}

// value puts what fills a message into the language of the reader.
func (p *Printer) value(value any) any {
	switch v := value.(type) {
	case app.Text:
		return v.In(p.lang)
	case []app.Text:
		choice := make([]string, len(v))
		for i, text := range v {
			choice[i] = p.T("common.quoted", map[string]any{"What": text.In(p.lang)})
		}
		return strings.Join(choice, p.T("common.or", nil))
	}
	return value
}

// faults says what is wrong with the fields of a record.
func (p *Printer) faults(err error) (text string, ok bool) {
	found := app.FaultsOf(err)
	if len(found) == 0 {
		return "", false
	}
	said := make([]string, len(found))
	for i, fault := range found {
		said[i] = fault.Message.In(p.lang)
	}
	return p.T("err.fields", map[string]any{"Faults": strings.Join(said, "; ")}), true
}
