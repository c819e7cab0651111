// Package records is the one screen for the records of any type: the list and, beside it,
// the form of the selected one.
package records

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen shows the records of a type: the list and, beside it, the form of the
// selected one. Nothing in it knows which type it is.
type Screen struct {
	desk    *desk.Desk
	typ     *app.Type
	Records map[int64]app.Record // those in the list
	twins   *app.Twins           // among all records of the type, whatever their year

	Current app.Record // in the form; nil for none
	Draft   bool       // current is not in the file yet

	blank   app.Record   // as the draft began
	earlier []app.Record // states of the draft before the last, for undo
	chosen  int64        // id of the record the user chose last; 0 when the list chose it

	Table                   *kit.Table
	Form                    *kit.Form
	filter                  *kit.Filter
	Filled                  *kit.Bar
	Count                   *canvas.Text
	AllYears                *widget.Check // nil when records are of no year
	AddButton, DeleteButton *kit.Button
	title                   *kit.Line // of the record in the form
	Notice                  *kit.Line // what a draft still lacks
	Tools                   []desk.Tool
	split                   *container.Split
	page                    *fyne.Container // split, or the form alone
	listPane                fyne.CanvasObject
	formPane                fyne.CanvasObject
	content                 fyne.CanvasObject
}

// New makes the screen of a type; tools stand over the form.
func New(d *desk.Desk, t *app.Type, tools desk.Tools) *Screen {
	s := &Screen{desk: d, typ: t}
	s.Table = kit.NewTable(kit.FieldColumns(t.Fields, d.Lang))
	if shown := kit.FieldColumns(t.Fields, d.Lang); len(shown) > 0 {
		s.Table.SortBy(shown[0].Key, false)
	}
	s.Table.SetNote(d.T("ui.nothing_found"))
	s.Table.OnSelect = s.onSelect
	s.Table.OnOpen = func(int64) { s.Form.Focus("") }
	s.Table.OnDelete = func(int64) { s.Delete() }
	s.Form = kit.NewForm(t.Fields, kit.Env{
		Lang: d.Lang, Words: d.Words,
		Names:  d.Names,
		Year:   func() int { return d.Year },
		Commit: s.onCommit,
		Fail:   d.Fail,
		Focus:  d.Window.Canvas().Focus,
		Escape: s.onEscape,
	})
	s.Tools = tools(d, s)
	s.build()
	s.Refresh()
	return s
}

// build lays the screen out.
func (s *Screen) build() {
	d := s.desk
	s.filter = kit.NewFilter(d.T("ui.filter"), s.onFilter)
	s.filter.OnDown = func() { d.Window.Canvas().Focus(s.Table) }
	s.Count = kit.NewText("", kit.ColorMuted, theme.SizeNameText)
	s.AddButton = kit.NewButton(d.T("ui.add"), s.Add)
	s.DeleteButton = kit.NewButton(d.T("ui.delete"), s.Delete)
	filter := kit.Chars(12, container.NewPadded(s.filter))
	var tools []fyne.CanvasObject
	if s.typ.Period != "" {
		s.AllYears = widget.NewCheck(d.T("ui.all_years"), s.onAllYears)
		tools = append(tools, s.AllYears)
	}
	heading := kit.NewText(s.typ.Many.In(d.Lang), theme.ColorNameForeground, theme.SizeNameHeadingText)
	heading.TextStyle.Bold = true
	s.Filled = kit.NewBar()
	s.Filled.OnTap = func() { d.Navigate("check") }
	tools = append([]fyne.CanvasObject{heading, apart(s.Count), apart(s.Filled), filter}, tools...)
	if !s.typ.Made {
		tools = append(tools, s.AddButton, s.DeleteButton)
	}
	bar := container.NewPadded(kit.NewFlowWith(filter, tools...))

	s.title = kit.NewLine(theme.ColorNameForeground, theme.SizeNameSubHeadingText)
	s.title.Bold = true
	s.Notice = kit.NewLine(theme.ColorNameWarning, theme.SizeNameText)
	formHead := container.NewVBox(s.title, s.Notice)
	head := container.NewVScroll(container.NewPadded(container.NewPadded(formHead)))
	if len(s.Tools) > 0 {
		row := kit.NewFlow()
		for _, b := range s.Tools {
			row.Add(b.Button)
			b.Button.OnFocus = func() { kit.Reveal(head, b.Button, b.Button) }
		}
		formHead.Add(row)
	}
	s.formPane = kit.NewPage(head, s.Form, nil)
	s.listPane = s.Table
	s.split = container.NewHSplit(s.listPane, s.formPane)
	s.split.SetOffset(0.54)
	s.page = container.NewStack(s.split)
	s.content = kit.NewPage(container.NewVBox(bar, widget.NewSeparator()), s.page, nil)
}

// apart keeps what stands in a row of tools off its neighbours.
func apart(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 6, 6), o)
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Refresh reads the records again. The record in the form stays while it is in the
// list, with whatever could not be kept of it. A search that it no longer answers, because
// a value of it has changed, is dropped: who types must not find himself in another record.
func (s *Screen) Refresh() {
	if err := s.read(); err != nil {
		s.desk.Fail(err)
		return
	}
	if id := s.Selected(); id != 0 && !s.Draft && s.Records[id] != nil && s.Table.Texts(id) == nil {
		s.filter.SetText("")
	}
	s.showCurrent()
	s.showTools()
}

// read fills the list with the records of the park and the year.
func (s *Screen) read() error {
	s.Records = map[int64]app.Record{}
	var rows []kit.Row
	var recs []app.Record
	if s.desk.Park != 0 || s.typ.Scope == app.ScopeFile {
		var err error
		if recs, err = s.desk.Store.List(s.desk.Ctx(), s.typ, s.desk.Park); err != nil {
			return err
		}
		for _, rec := range recs {
			if s.ofYear(rec) {
				s.Records[rec.Header().ID] = rec
				rows = append(rows, kit.FieldRow(rec, s.typ.Fields, s.desk.TitleOf, s.desk.Lang))
			}
		}
	}
	s.twins = app.NewTwins(s.typ, recs)
	s.Table.SetRows(rows)
	return nil
}

// ofYear reports whether the list shows the record; one without a date is always shown,
// since it would be in no year's list.
func (s *Screen) ofYear(rec app.Record) bool {
	if s.AllYears == nil || s.AllYears.Checked {
		return true
	}
	p := app.PeriodOf(rec)
	return p.Zero() || p.Year == s.desk.Year
}

// showCurrent puts the record the form should show into it: the draft, else the one the
// list shows as chosen.
func (s *Screen) showCurrent() {
	if s.Draft {
		s.fill(s.Current, false)
		return
	}
	rec := s.listed()
	s.fill(rec, rec == nil || s.Current == nil || rec.Header().ID != s.Current.Header().ID)
}

// listed returns a record of the list: the one in the form, else the one the user chose
// last, else the first; nil when the list is empty. The form never shows one that is not in
// the list: «Удалить» would take away what nobody sees.
func (s *Screen) listed() app.Record {
	for _, id := range []int64{s.Selected(), s.chosen} {
		if s.Table.Texts(id) != nil {
			return s.Records[id]
		}
	}
	if shown := s.Table.Shown(); len(shown) > 0 {
		return s.Records[shown[0]]
	}
	return nil
}

// fill shows a record in the form; fresh says that it is another than before.
func (s *Screen) fill(rec app.Record, fresh bool) {
	s.Current = rec
	shown := rec
	if rec == nil {
		s.Draft = false
		shown = s.typ.New()
	}
	s.Form.Hidden = rec == nil // nothing can be typed where there is nothing to keep it
	s.Form.SetValues(func(f app.Field) app.Value { return f.Get(shown) }, fresh)
	s.Form.SetReadOnly(rec == nil || s.desk.ReadOnly())
	if rec == nil && s.Form.Focused() {
		s.desk.Window.Canvas().Unfocus()
	}
	id := int64(0)
	if rec != nil {
		id = rec.Header().ID
	}
	s.Table.Select(id)
	s.showHead()
	s.showFindings(shown)
}

// showFindings says under the fields what the check doubts, and over the list how full
// the records are.
func (s *Screen) showFindings(rec app.Record) {
	seen := s.desk.Look()
	s.Form.SetNotices(notices(s.desk, seen.Report, s.twins, rec))
	f, counted := filledOf(seen.Report, s.typ)
	s.Filled.Hidden = !counted
	if counted {
		s.Filled.Set(share(f), filledText(s.desk, f))
	}
}

// titleOf returns what people call the record.
func (s *Screen) titleOf(rec app.Record) string {
	return s.typ.Title(rec, s.desk.TitleOf)
}
