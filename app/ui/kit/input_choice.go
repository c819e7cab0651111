package kit

import (
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/i18n"
)

// Choice is one line of a field's list.
type Choice struct {
	Label string
	ID    int64 // of a record; 0 for other choices
}

// choices returns all lines of the field's list, in order.
func (in *Input) choices() []Choice {
	f, lang := in.field, in.form.env.Lang
	switch f.Kind {
	case app.KindChoice:
		list := make([]Choice, len(f.Options))
		for i, o := range f.Options {
			list[i] = Choice{Label: o.Label.In(lang)}
		}
		return list
	case app.KindBool:
		return []Choice{
			{Label: f.Text(app.NumberValue(1), lang)},
			{Label: f.Text(app.NumberValue(0), lang)},
		}
	case app.KindRef, app.KindRefs:
		return in.form.env.Records(f.Ref)
	case app.KindPeriod:
		return in.form.periods()
	}
	return []Choice{
		{Label: app.NotApplicableText.In(lang)},
		{Label: app.NotProvidedText.In(lang)},
	}
}

// matching returns the choices that contain every word typed.
func (in *Input) matching(text string) []Choice {
	words := strings.Fields(i18n.Fold(text))
	var found []Choice
	for _, c := range in.choices() {
		if label := i18n.Fold(c.Label); label == i18n.Fold(text) {
			return []Choice{c}
		} else if containsAll(label, words) {
			found = append(found, c)
		}
	}
	return found
}

func one(list []Choice) (Choice, bool) {
	if len(list) != 1 {
		return Choice{}, false
	}
	return list[0], true
}

// query is what the list is narrowed by: of several references, the last.
func (in *Input) query() string {
	if !in.pending() {
		return ""
	}
	text := in.Text
	if in.field.Kind == app.KindRefs {
		text = text[strings.LastIndexByte(text, ';')+1:]
	}
	if in.field.Kind.Number() {
		return "" // figures are not what the list is searched by
	}
	return text
}

// choose puts a line of the list into the entry and records it.
func (in *Input) choose(c Choice) {
	text := c.Label
	if in.field.Kind == app.KindRefs {
		text = in.withReference(c)
	}
	if c.Label == app.NotProvidedText.In(in.form.env.Lang) {
		text = ""
	}
	in.SetText(text)
	in.CursorColumn = len([]rune(text))
	in.Refresh()
	in.form.commit(in)
}

// withReference adds the choice to the references typed so far, or takes it off when it
// is one of them.
func (in *Input) withReference(c Choice) string {
	parts := splitReferences(in.Text)
	if in.query() != "" && len(parts) > 0 {
		parts = parts[:len(parts)-1]
	}
	var kept []string
	taken := false
	for _, part := range parts {
		if i18n.Fold(part) == i18n.Fold(c.Label) {
			taken = true
			continue
		}
		kept = append(kept, part)
	}
	if !taken {
		kept = append(kept, c.Label)
	}
	return strings.Join(kept, "; ")
}

// has reports whether the choice is one of several references already taken.
func (in *Input) has(c Choice) bool {
	return in.field.Kind == app.KindRefs && slices.Contains(app.IDs(in.value.S), c.ID)
}

func splitReferences(text string) []string {
	var parts []string
	for _, part := range strings.Split(text, ";") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// parseRefs finds the records that are named in the text; a beginning is enough where
// only one record fits.
func (in *Input) parseRefs(text string) (app.Value, error) {
	parts := splitReferences(text)
	if in.field.Kind == app.KindRef {
		parts = nil
		if text != "" {
			parts = []string{text}
		}
	}
	ids := make([]string, 0, len(parts))
	for _, part := range parts {
		c, ok := one(in.matching(part))
		if !ok {
			return app.Value{}, in.unknownReference(part)
		}
		ids = append(ids, strconv.FormatInt(c.ID, 10))
	}
	if in.field.Kind == app.KindRefs {
		return app.TextValue(strings.Join(ids, ";")), nil
	}
	return in.field.Parse(strings.Join(ids, ""))
}

func (in *Input) unknownReference(part string) error {
	id := "ui.ref.none"
	if len(in.matching(part)) > 1 {
		id = "ui.ref.many"
	}
	message := in.form.env.Words.T(id, map[string]any{"What": part})
	return app.FieldError{Field: in.field.Key, Message: app.L(message, message)}
}
