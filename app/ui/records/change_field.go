package records

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/kit"
)

// fieldChange is a dialog in which one field of several records gets one value: one that is
// typed, or that of the first of them.
type fieldChange struct {
	screen *Screen
	recs   []app.Record // that are changed
	from   app.Record   // whose value they get; nil when it is typed
	field  app.Field
	value  app.Value
	given  bool // a value was typed, or is that of the first
	plan   app.Overwrite

	choice *kit.Form // of the field
	entry  *kit.Form // of the value; nil before the field is chosen
	place  *fyne.Container
	count  *kit.Prose
	do     *kit.Button
	cancel *kit.Button
	shown  *dialog.CustomDialog
}

// ChangeField asks which field of the records is to get which value.
func (s *Screen) ChangeField(ids []int64) {
	s.withMany(ids, func(recs []app.Record) {
		c := &fieldChange{screen: s, recs: recs}
		c.show(s.desk.T("ui.many.change", "Count", s.counted(len(recs))))
	})
}

// FillDown asks which field of the records is to get the value it has in the first of them.
// One row is the first of itself and all that the list shows below it.
func (s *Screen) FillDown(ids []int64) {
	if len(ids) == 1 {
		shown := s.table.Shown()
		ids = shown[max(0, slices.Index(shown, ids[0])):]
	}
	s.withMany(ids, func(recs []app.Record) {
		if len(recs) < 2 {
			return
		}
		c := &fieldChange{screen: s, recs: recs[1:], from: recs[0]}
		c.show(s.desk.T("ui.many.fill", "What", s.titleOf(recs[0])))
	})
}

// keyOfField is the key of the choice of a field.
const keyOfField = "field"

// fields are those that people fill in.
func (c *fieldChange) fields() []app.Option {
	var options []app.Option
	for _, f := range c.screen.typ.Stored() {
		if f.Typed() && !f.Content {
			options = append(options, app.Option{Code: f.Key, Label: f.Label})
		}
	}
	return options
}

func (c *fieldChange) show(title string) {
	d := c.screen.desk
	choice := app.Field{Key: keyOfField, Label: app.L(d.T("ui.many.field"), ""), Kind: app.KindChoice, Options: c.fields(), Width: 40}
	c.choice = kit.NewForm([]app.Field{choice}, c.env(c.choose, c.focusEntry))
	c.place = container.NewStack()
	c.count = kit.Wrapped() // a refusal is a whole sentence
	c.do = kit.NewButton(d.T("ui.many.do"), c.apply)
	c.do.Importance = widget.HighImportance
	c.do.Forbid(c.lacks())
	c.count.SetText(c.lacks())
	c.cancel = kit.NewButton(d.T("ui.cancel"), c.close)
	c.do.OnEscape, c.cancel.OnEscape = c.close, c.close
	foot := container.NewVBox(c.count, kit.NewFoot(c.do, c.cancel))
	body := container.NewGridWithRows(2, c.choice, c.place)
	c.shown = kit.NewDialog(title, kit.NewPage(kit.Gap(1), body, container.NewVScroll(foot)), d.Window)
	c.shown.Show()
	text := kit.Size(theme.SizeNameText)
	c.shown.Resize(kit.Within(d.Window, 46*text, 30*text))
	c.choice.Focus(keyOfField)
}

func (c *fieldChange) env(commit func(map[string]app.Value) error, done func()) kit.Env {
	d := c.screen.desk
	return kit.Env{
		Lang: d.Lang, Words: d.Words, Names: d.Names,
		Year:   func() int { return d.Year },
		Commit: commit,
		Fail:   d.Fail,
		Focus:  d.Window.Canvas().Focus,
		Create: func(typeKey, name string, made func(int64)) { create(d, typeKey, name, made) },
		Escape: c.close,
		Done:   done,
	}
}

// choose shows the entry of the field that was chosen, or the value of the first record.
func (c *fieldChange) choose(changes map[string]app.Value) error {
	chosen := changes[keyOfField]
	c.choice.SetValues(func(app.Field) app.Value { return chosen }, false)
	f, ok := c.screen.typ.Field(chosen.S)
	c.field, c.value, c.given, c.entry = f, app.Value{}, false, nil
	c.place.Objects = nil
	switch {
	case !ok:
	case c.from != nil:
		c.value = f.Get(c.from)
		c.given = !c.value.Empty()
	default:
		f.Section, f.Hint, f.UnitIn = app.Text{}, app.Text{}, ""
		c.entry = kit.NewForm([]app.Field{f}, c.env(c.give, c.focusDo))
		c.place.Objects = []fyne.CanvasObject{c.entry}
	}
	c.place.Refresh()
	c.follow()
	return nil
}

// give takes the value that was typed.
func (c *fieldChange) give(changes map[string]app.Value) error {
	c.value, c.given = changes[c.field.Key], true
	c.entry.SetValues(func(app.Field) app.Value { return c.value }, false)
	c.follow()
	return nil
}

// follow says how many records the value changes, and what it writes over.
func (c *fieldChange) follow() {
	d := c.screen.desk
	c.do.SetText(d.T("ui.many.do"))
	if lacks := c.lacks(); lacks != "" {
		c.count.SetText(lacks)
		c.do.Forbid(lacks)
		return
	}
	plan, err := app.OverwriteField(c.recs, c.field, c.value, d.TitleOf)
	if err != nil {
		c.count.SetText(d.Say(err))
		c.do.Forbid(d.Say(err))
		return
	}
	c.plan = plan
	c.count.SetText(c.told())
	c.do.Forbid(c.count.Text)
	if n := len(plan.Changed); n > 0 {
		c.do.SetText(d.T("ui.many.do_count", "Count", c.screen.counted(n)))
		c.do.Forbid("")
	}
}

// lacks says what is still to be chosen or typed before anything can be changed; «» when nothing
// is.
func (c *fieldChange) lacks() string {
	d := c.screen.desk
	switch {
	case c.field.Key == "":
		return d.T("ui.many.choose_field")
	case c.given:
		return ""
	case c.from != nil:
		return d.T("ui.many.first_empty", "Field", c.field.Label.In(d.Lang))
	}
	return d.T("ui.many.give_value", "Field", c.field.Label.In(d.Lang))
}

// told is «Станет «аренда». Изменится: 12 договоров, другое значение заменится: 5, уже так: 3».
func (c *fieldChange) told() string {
	d := c.screen.desk
	value := c.field.Exact(c.value, d.Names().Title, d.Lang)
	lang := d.Lang
	return d.T("ui.many.told", "Value", app.OneLine(value), "Count", c.screen.counted(len(c.plan.Changed)),
		"Lost", number(c.plan.Lost, lang), "Same", number(c.plan.Same, lang))
}

// number writes how many there are; nothing where there is none.
func number(n int, lang app.Lang) string {
	if n == 0 {
		return ""
	}
	return app.FormatNumber(int64(n), 1, 0, lang)
}

func (c *fieldChange) focusEntry() {
	if c.entry != nil {
		c.entry.Focus("")
		return
	}
	c.focusDo()
}

func (c *fieldChange) focusDo() {
	to := c.do
	if to.Disabled() {
		to = c.cancel
	}
	c.screen.desk.Window.Canvas().Focus(to)
}

// apply makes the change as one step.
func (c *fieldChange) apply() {
	if c.do.Disabled() {
		return
	}
	d := c.screen.desk
	c.shown.Hide()
	step := d.T("ui.many.changed", "Field", c.field.Label.In(d.Lang), "Count", c.screen.counted(len(c.plan.Changed)))
	c.screen.change(step, c.plan.Changed)
}

func (c *fieldChange) close() {
	c.shown.Hide()
	c.screen.desk.Window.Canvas().Focus(c.screen.table)
}
