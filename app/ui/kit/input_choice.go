package kit

import (
	"slices"
	"strings"

	"technopark/app"
)

// Choice is one line of a field's list.
type Choice struct {
	Label string // what the line shows
	ID    int64  // of a record; 0 for other choices
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
			{Label: f.Words(app.NumberValue(1), nil, lang)},
			{Label: f.Words(app.NumberValue(0), nil, lang)},
		}
	case app.KindRef, app.KindRefs:
		return choicesOf(in.form.env.Names().All(f.Ref))
	case app.KindPeriod:
		return in.form.periods()
	}
	return []Choice{
		{Label: app.NotApplicableText.In(lang)},
		{Label: app.NotProvidedText.In(lang)},
	}
}

func choicesOf(records []app.Named) []Choice {
	list := make([]Choice, len(records))
	for i, r := range records {
		list[i] = Choice{Label: r.Title, ID: r.ID}
	}
	return list
}

// matching returns the choices that contain every word typed.
func (in *Input) matching(text string) []Choice {
	if in.field.Ref != "" {
		return choicesOf(in.form.env.Names().Matching(in.field.Ref, text))
	}
	folded := app.Fold(text)
	words := strings.Fields(folded)
	var found []Choice
	for _, c := range in.choices() {
		if label := app.Fold(c.Label); label == folded {
			return []Choice{c}
		} else if app.HoldsAll(label, words) {
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
	parts := app.NameList(in.Text)
	if in.query() != "" && len(parts) > 0 {
		parts = parts[:len(parts)-1]
	}
	var kept []string
	taken := false
	for _, part := range parts {
		if app.Fold(part) == app.Fold(c.Label) {
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
