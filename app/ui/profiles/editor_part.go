package profiles

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/ui/kit"
)

func (e *editor) unsaved() (app.Field, bool) {
	if form := e.forms[e.shown.Kind]; form != nil {
		return form.Unsaved()
	}
	return app.Field{}, false
}

// part is the chosen part.
func (e *editor) part() (regulation.Part, bool) {
	id := e.list.Table.Selected()
	if id < 1 || int(id) > len(e.rows) {
		return regulation.Part{}, false
	}
	return e.rows[id-1].Part, true
}

// showPart puts the chosen part into the form; fresh drops what was typed for another.
func (e *editor) showPart(fresh bool) {
	p, ok := e.part()
	if !ok || e.draft == nil {
		return
	}
	form := e.forms[p.Kind]
	if form == nil {
		form = e.newForm(p.Kind)
		e.forms[p.Kind] = form
	}
	e.shown = p
	form.SetValues(func(f app.Field) app.Value { return app.TextValue(e.draft.Value(p, f.Key)) }, fresh)
	form.SetReadOnly(e.desk.ReadOnly())
	e.holder.Objects = []fyne.CanvasObject{form}
	e.holder.Refresh()
	e.tryOut(e.draft)
	e.follow()
}

func (e *editor) newForm(kind regulation.PartKind) *kit.Form {
	d := e.desk
	return kit.NewForm(regulation.FieldsOf(kind), kit.Env{
		Lang: d.Lang, Words: d.Words, Names: d.Names, Fail: d.Fail, Focus: d.Window.Canvas().Focus,
		Year: func() int { return d.Year }, Commit: e.commit, Escape: e.escape, Typed: e.typed,
	})
}

// commit takes changes of the shown part into the draft.
func (e *editor) commit(changes map[string]app.Value) error {
	next, err := e.draft.Set(e.shown, texts(changes))
	if err != nil {
		e.follow()
		return err
	}
	e.take(next)
	return nil
}

func texts(changes map[string]app.Value) map[string]string {
	said := map[string]string{}
	for key, v := range changes {
		said[key] = v.S
	}
	return said
}

// take goes on with another draft.
func (e *editor) take(next *regulation.Draft) {
	e.past = append(e.past, e.draft)
	e.draft = next
	code := e.shown.Code
	e.show()
	// A group or the method itself may be called otherwise now; its place is the same.
	if p, ok := e.part(); ok && p.Kind == e.shown.Kind && p.Code != code {
		e.shown = p
	}
	e.showPart(false)
}

// typed says at once what is wrong with what is typed, or what would come of it.
func (e *editor) typed(key, text string) {
	form := e.forms[e.shown.Kind]
	if form == nil || key != "formula" && key != "where" && key != "value" {
		return
	}
	next, err := e.draft.Set(e.shown, map[string]string{key: app.Clean(text)})
	var faults app.FieldErrors
	if errors.As(err, &faults) {
		form.Warn(key, faults[0].Message.In(e.desk.Lang))
		return
	}
	form.Warn(key, "")
	if err == nil {
		e.tryOut(next)
	}
}

// tryOut says under the formula of an indicator what it gives for this park and year, and what
// the method in force gives.
func (e *editor) tryOut(next *regulation.Draft) {
	form := e.forms[e.shown.Kind]
	if form == nil || e.shown.Kind != regulation.PartIndicator {
		return
	}
	d := e.desk
	seen := d.Look()
	if seen.Book == nil || seen.Set.Method == nil {
		form.SetNotices(nil)
		return
	}
	was, is := d.T("ui.profiles.no_value"), d.T("ui.profiles.no_value")
	for _, of := range []struct {
		method *rating.Profile
		said   *string
	}{{seen.Set.Method, &was}, {next.Method(), &is}} {
		values, err := rating.Values(of.method, seen.Book, d.Year, []string{e.shown.Code})
		if err != nil {
			continue
		}
		i := slices.IndexFunc(of.method.Indicators(), func(ind rating.Indicator) bool { return ind.Code == e.shown.Code })
		if v := values[e.shown.Code]; v != nil && i >= 0 {
			ind := of.method.Indicators()[i]
			*of.said = app.InUnit(rating.FigureText(&ind, v, d.Lang), ind.Unit.In(d.Lang), d.Lang)
		}
	}
	said := d.T("ui.profiles.tried", "Year", d.Year, "Is", is)
	if was != is {
		said = d.T("ui.profiles.tried_moves", "Year", d.Year, "Was", was, "Is", is)
	}
	form.SetNotices(map[string]string{"formula": app.MarkReady.Before(said)})
}
