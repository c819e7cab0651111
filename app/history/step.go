package history

import (
	"strings"
	"time"

	"technopark/app"
	"technopark/app/i18n"
)

// Step returns how undo calls bringing a state back, or only the fields of it with these keys: «возвращение
// к 12.03.2021 14:05: Резидент «Альфа» — ИНН». title is what the record is called, zone the user's.
func (s *State) Step(words *i18n.Printer, title string, zone *time.Location, keys ...string) string {
	data := map[string]any{"When": Moment(s.Entry.At, zone), "Record": named(words, s.Was.Type(), title)}
	if len(keys) == 0 {
		return words.T("common.history.step_state", data)
	}
	var labels []string
	for _, edit := range s.Edits {
		for _, key := range keys {
			if edit.Field.Key == key {
				labels = append(labels, edit.Field.Label.In(words.Lang()))
			}
		}
	}
	data["Fields"] = strings.Join(labels, ", ")
	return words.T("common.history.step_fields", data)
}

// Step returns how undo calls bringing back what was planned; title is what the first record of it is called.
func (r *Return) Step(words *i18n.Printer, title string) string {
	if len(r.Records) == 0 {
		return ""
	}
	data := map[string]any{"Record": named(words, app.TypeByKey(r.Records[0].Type), title)}
	if more := len(r.Records) - 1; more > 0 {
		return words.N("common.history.step_bin_more", more, data)
	}
	return words.T("common.history.step_bin", data)
}

// named is what a record is called in a sentence: Резидент «Альфа».
func named(words *i18n.Printer, t *app.Type, title string) string {
	return t.One.In(words.Lang()) + " " + app.QuotedIn(title, words.Lang())
}

// Moment writes a moment as the user's clock shows it.
func Moment(at time.Time, zone *time.Location) string {
	at = at.In(zone)
	return app.DateOf(at).String() + " " + at.Format("15:04")
}
