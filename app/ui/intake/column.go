package intake

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// columnForm is the chosen column in full: where it goes, and how its cells are read.
type columnForm struct {
	p       *columnsPage
	id      int64 // of the line
	block   *kit.Block
	field   *kit.Select
	second  *kit.Select
	unit    *kit.Select
	blank   *kit.Select
	leave   *kit.Select
	adds    *kit.Check
	fixed   *kit.Entry
	apply   *kit.Button
	of      *fyne.Container // the choices of a column
	lacking *fyne.Container // the value of a field without one
	told    *kit.Marked
	targets []exchange.Target // by the choices of field, after the first
	filling bool

	content *fyne.Container
}

func newColumnForm(p *columnsPage) *columnForm {
	d := p.s.desk
	f := &columnForm{p: p, told: kit.NewMarked()}
	f.field = kit.NewSelect(nil).Searched(d.Window, d.Words, d.T("ui.intake.field"))
	f.second = kit.NewSelect(nil).Searched(d.Window, d.Words, d.T("ui.intake.second_field"))
	f.unit = kit.NewSelect(nil)
	f.blank = kit.NewSelect([]string{d.T("ui.intake.blank.keep"), d.T("ui.intake.blank.clear"), d.T("ui.intake.blank.above")})
	f.leave = kit.NewSelect([]string{d.T("ui.intake.unread.row"), d.T("ui.intake.unread.cell")})
	f.field.OnChanged = func(string) { f.onField() }
	f.second.OnChanged = func(string) { f.onField() }
	f.unit.OnChanged = func(string) { f.onChoice() }
	f.blank.OnChanged = func(string) { f.onChoice() }
	f.leave.OnChanged = func(string) { f.onChoice() }
	f.adds = kit.NewCheck(d.T("ui.intake.adds"))
	f.adds.OnChanged = func(bool) { f.onChoice() }
	f.fixed = kit.NewEntry(func(string) { f.onFixed() })
	f.apply = kit.NewButton(d.T("ui.intake.apply"), f.onFixed)
	back := func() { d.Window.Canvas().Focus(p.table) }
	for _, s := range []*kit.Select{f.field, f.second, f.unit, f.blank, f.leave} {
		s.OnEscape = back
	}
	f.fixed.OnEscape, f.apply.OnEscape, f.adds.OnEscape = back, back, back
	f.unit.PlaceHolder = "—"
	f.of = kit.NewFlow(
		labelled(d, "ui.intake.field_is", 21, f.field), labelled(d, "ui.intake.and", 15, f.second), labelled(d, "ui.intake.unit", 10, f.unit),
		labelled(d, "ui.intake.blank", 14, f.blank), labelled(d, "ui.intake.unread_is", 14, f.leave), f.adds)
	f.lacking = kit.NewFlow(labelled(d, "ui.intake.in_all_rows", 21, f.fixed), f.apply)
	f.block = kit.NewBlock("", container.NewVBox(f.of, f.lacking, f.told))
	f.content = container.NewPadded(f.block)
	return f
}

// labelled puts what is asked before what is chosen, so that no end of a line parts them.
func labelled(d *desk.Desk, id string, wide float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewHBox(kit.MutedLabel(d.T(id)), kit.Chars(wide, o))
}

// focus gives the keyboard to what is chosen first.
func (f *columnForm) focus() {
	f.p.s.view.ShowDetails()
	if f.lacking.Visible() {
		f.p.s.desk.Window.Canvas().Focus(f.fixed)
		return
	}
	f.p.s.desk.Window.Canvas().Focus(f.field)
}

// show shows the line with an id.
func (f *columnForm) show(id int64) {
	l, d := f.p.s.layout, f.p.s.desk
	f.id = id
	show(f.of, id < firstField)
	show(f.lacking, id >= firstField)
	if l == nil {
		return
	}
	if at := int(id - firstField); at >= 0 {
		if at < len(f.p.fields) {
			t := f.p.fields[at]
			f.block.SetTitle(t.Label(d.Lang))
			f.fixed.SetText(l.Given[t.Key])
			f.told.SetText(strings.TrimSpace(t.Field.Hint.In(d.Lang) + "\n" + optionsOf(t, d.Lang)))
		}
		return
	}
	at := slices.IndexFunc(l.Columns, func(c exchange.LaidColumn) bool { return int64(c.Column) == id })
	if at < 0 {
		return
	}
	c := &l.Columns[at]
	f.block.SetTitle(d.T("ui.intake.column_to", "Column", exchange.ColumnName(c.Column), "Head", app.Clean(c.Head), "Field", f.p.fieldsOf(c)))
	f.filling = true
	f.fillFields(c)
	f.blank.SetSelectedIndex(int(c.Blank))
	f.leave.SetSelectedIndex(0)
	if c.Leave {
		f.leave.SetSelectedIndex(1)
	}
	show(f.adds, exchange.Adding(l.Type, c.Fields))
	f.adds.SetChecked(c.Adds)
	f.filling = false
	f.told.SetText(f.says(c))
	f.content.Refresh()
}

// optionsOf tells what may be answered.
func optionsOf(t exchange.Target, lang app.Lang) string {
	var all []string
	for _, o := range t.Field.Options {
		all = append(all, o.Label.In(lang))
	}
	return strings.Join(all, ", ")
}

func (f *columnForm) fillFields(c *exchange.LaidColumn) {
	l, d := f.p.s.layout, f.p.s.desk
	f.targets = exchange.Targets(l.Type)
	names := []string{d.T("ui.intake.leave_out")}
	for _, t := range f.targets {
		names = append(names, t.Label(d.Lang))
	}
	at := func(n int) int {
		if n >= len(c.Fields) {
			return 0
		}
		return 1 + slices.IndexFunc(f.targets, func(t exchange.Target) bool { return t.Key == c.Fields[n] })
	}
	f.field.SetOptions(names)
	f.field.SetSelectedIndex(at(0))
	seconds := slices.Clone(names)
	seconds[0] = d.T("ui.intake.no_second")
	f.second.SetOptions(seconds)
	f.second.SetSelectedIndex(at(1))
	kit.Enable(f.second, at(0) > 0)
	var units []string
	if at(0) > 0 {
		for _, u := range exchange.UnitsOf(f.targets[at(0)-1].Field) {
			units = append(units, u.Name.In(d.Lang))
		}
	}
	f.unit.SetOptions(units)
	f.unit.ClearSelected()
	kit.Enable(f.unit, len(units) > 0)
	if len(units) > 0 {
		f.unit.SetSelectedIndex(min(c.Unit, len(units)-1))
	}
	kit.Enable(f.blank, at(0) > 0)
	kit.Enable(f.leave, at(0) > 0)
}

// says tells what of the cells is to be looked at.
func (f *columnForm) says(c *exchange.LaidColumn) string {
	d := f.p.s.desk
	var lines []string
	if n := len(c.Unread); n > 0 {
		var rows, found []string
		for _, u := range c.Unread[:min(n, 6)] {
			rows = append(rows, strconv.Itoa(u.Row))
			if text := "«" + app.Clean(u.Found) + "»"; !slices.Contains(found, text) {
				found = append(found, text)
			}
		}
		lines = append(lines, app.MarkWarning.Before(d.T("ui.intake.unread_rows", "Rows", strings.Join(rows, ", "), "More", n-len(rows), "Found", strings.Join(found, ", "), "Why", c.Unread[0].Why.In(d.Lang), "Leave", c.Leave)))
	}
	if n := len(c.Fresh); n > 0 {
		lines = append(lines, app.MarkWarning.Before(d.T("ui.intake.fresh_names", "Names", strings.Join(c.Fresh[:min(n, 8)], ", "), "More", max(0, n-8))))
	}
	if c.Unsaid {
		lines = append(lines, app.MarkWarning.Before(d.T("ui.intake.unit_unsaid")))
	}
	if c.Loose {
		lines = append(lines, d.T("ui.intake.loose"))
	}
	return strings.Join(lines, "\n")
}

func (f *columnForm) column() int { return int(f.id) }

func (f *columnForm) onField() {
	if f.filling {
		return
	}
	var fields []string
	if at := f.field.SelectedIndex(); at > 0 {
		fields = append(fields, f.targets[at-1].Key)
		if second := f.second.SelectedIndex(); second > 0 && second != at {
			fields = append(fields, f.targets[second-1].Key)
		}
	}
	f.p.s.layout.Put(f.column(), fields...)
	f.p.s.survey()
}

func (f *columnForm) onChoice() {
	l := f.p.s.layout
	at := slices.IndexFunc(l.Columns, func(c exchange.LaidColumn) bool { return c.Column == f.column() })
	if f.filling || at < 0 {
		return
	}
	c := &l.Columns[at]
	c.Blank, c.Leave = exchange.Blank(max(0, f.blank.SelectedIndex())), f.leave.SelectedIndex() == 1
	c.Adds = f.adds.Checked && exchange.Adding(l.Type, c.Fields)
	if unit := f.unit.SelectedIndex(); unit >= 0 {
		l.SetUnit(c.Column, unit)
	}
	f.p.s.survey(c.Column)
}

// onFixed gives a field without a column one value in all rows, or takes it away.
func (f *columnForm) onFixed() {
	at := int(f.id - firstField)
	if at < 0 || at >= len(f.p.fields) {
		return
	}
	t, d := f.p.fields[at], f.p.s.desk
	text := strings.TrimSpace(f.fixed.Text)
	if text == "" {
		delete(f.p.s.layout.Given, t.Key)
	} else {
		plain, err := typed(d, t.Field, text)
		if err != nil {
			f.told.SetText(app.MarkError.Before(messageOf(d, err)))
			return
		}
		f.p.s.layout.Given[t.Key] = plain
	}
	f.p.s.changed()
	f.p.fill()
	d.Window.Canvas().Focus(f.p.table)
}
