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
		parts = parts[:len(parts)-1] // what is typed last is what the choice was looked for by
	}
	ids, ok := in.references(parts, app.NameList(c.Label))
	if !ok {
		return strings.Join(append(parts, c.Label), refSeparator)
	}
	if at := slices.Index(ids, c.ID); at >= 0 {
		ids = slices.Delete(ids, at, at+1)
	} else {
		ids = append(ids, c.ID)
	}
	return in.textOf(app.TextValue(app.IDList(ids)))
}

// refSeparator parts the titles of several references, as app.NameList reads them.
const refSeparator = "; "

// references returns the records that are named before the title of a choice; false when
// some are not to be found. A title may itself hold the mark that parts titles, and be typed
// up to its last part: its beginning is no record then.
func (in *Input) references(parts, title []string) ([]int64, bool) {
	if !in.pending() {
		return app.IDs(in.value.S), true
	}
	for n := 0; n <= len(parts) && n < max(1, len(title)); n++ {
		rest := len(parts) - n
		if !sameNames(parts[rest:], title[:n]) {
			continue
		}
		v, err := in.field.Read(strings.Join(parts[:rest], refSeparator), in.form.env.Names().Find)
		if err == nil {
			return app.IDs(v.S), true
		}
	}
	return nil, false
}

// sameNames reports whether two lists name the same, whatever their case and quotes.
func sameNames(one, other []string) bool {
	return slices.EqualFunc(one, other, func(a, b string) bool { return app.Fold(a) == app.Fold(b) })
}

// has reports whether the choice is one of several references already taken.
func (in *Input) has(c Choice) bool {
	return in.field.Kind == app.KindRefs && slices.Contains(app.IDs(in.value.S), c.ID)
}
