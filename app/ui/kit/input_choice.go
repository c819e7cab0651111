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
	does  does   // when the line is taken
}

// does is what taking a line of a list does.
type does uint8

const (
	chooses does = iota // puts the line into the entry
	creates             // lets the user make the record that is lacking
	tells               // nothing: the line only says something
)

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

// matching returns the choices that contain every word typed; of what no choice contains, as it
// would be in the other layout of the keyboard.
func (in *Input) matching(text string) []Choice {
	if found := in.containing(text); len(found) > 0 {
		return found
	}
	if other := app.OtherLayout(text); other != text {
		return in.containing(other)
	}
	return nil
}

// containing returns the choices that contain every word.
func (in *Input) containing(text string) []Choice {
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

// mostLines is how many records a list shows; of more, what is typed chooses.
const mostLines = 100

// lines are what the list of the field shows for a query: the choices that match, as many as
// can be looked through; and for a reference the offer to make the record that is lacking.
func (in *Input) lines(query string) []Choice {
	list := in.matching(query)
	words, lang := in.form.env.Words, in.form.env.Lang
	more := len(list) - mostLines
	if more > 0 {
		list = append(slices.Clone(list[:mostLines]), Choice{Label: words.N("ui.list_more", more, nil), does: tells})
	}
	t := app.TypeByKey(in.field.Ref)
	if t == nil || in.form.env.Create == nil || !t.Copyable() || more > 0 {
		return list
	}
	if len(list) == 0 && query == "" {
		list = append(list, Choice{Label: words.T("ui.list_none", map[string]any{"Where": t.Many.In(lang)}), does: tells})
	}
	name := strings.TrimSpace(query)
	if name != "" && !named(list, name) || name == "" && in.lacks(list) {
		list = append(list, Choice{Label: words.T("ui.create_lacking", map[string]any{"What": t.One.In(lang), "Name": name}), does: creates})
	}
	return list
}

// lacks reports whether a list has no record to choose.
func (in *Input) lacks(list []Choice) bool {
	return !slices.ContainsFunc(list, func(c Choice) bool { return c.ID != 0 })
}

// named reports whether a list has a record called exactly so.
func named(list []Choice, name string) bool {
	return slices.ContainsFunc(list, func(c Choice) bool { return app.Fold(c.Label) == app.Fold(name) })
}

// complete reports whether several references are just those that were picked or recorded,
// and nothing is being looked for.
func (in *Input) complete() bool {
	return in.field.Kind == app.KindRefs && (in.Text == in.shown || in.Text == in.picks)
}

// create lets the user make a record called as what is typed, and chooses it.
func (in *Input) create() {
	name := strings.TrimSpace(in.query())
	in.form.env.Create(in.field.Ref, name, func(id int64) {
		in.choose(Choice{Label: in.form.env.Names().Title(in.field.Ref, id), ID: id})
		in.form.env.Focus(in)
	})
}

// query is what the list is narrowed by: of several references, the last.
func (in *Input) query() string {
	if !in.pending() || in.complete() {
		return ""
	}
	text := in.Text
	if in.field.Kind == app.KindRefs {
		text = strings.TrimSpace(text[strings.LastIndexByte(text, ';')+1:])
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
	in.putAtEnd(text)
	in.form.commit(in)
}

// toggle adds a record to several references or takes it off, and waits for the next: it is
// recorded when the field is left or its list is closed.
func (in *Input) toggle(c Choice) {
	in.putAtEnd(in.withReference(c))
	in.picks = in.Text
}

// endChoice is what Esc in a list does: what was typed to search it is dropped, and what was
// picked of several records is recorded.
func (in *Input) endChoice() {
	switch {
	case !in.pending():
	case in.field.Kind == app.KindRefs:
		in.putAtEnd(in.textOf(app.TextValue(app.IDList(in.picked()))))
		in.form.commit(in)
	default:
		in.revert()
	}
}

// putAtEnd puts a text into the entry, the cursor behind it.
func (in *Input) putAtEnd(text string) {
	in.SetText(text)
	in.CursorColumn = len([]rune(text))
	in.Refresh()
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

// picked are the records that several references name now, recorded or not; none of a field
// of another kind.
func (in *Input) picked() []int64 {
	if in.field.Kind != app.KindRefs {
		return nil
	}
	parts := app.NameList(in.Text)
	if in.query() != "" && len(parts) > 0 {
		parts = parts[:len(parts)-1] // being looked for
	}
	ids, _ := in.references(parts, nil)
	return ids
}
