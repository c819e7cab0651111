package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/kit"
)

// recordScreen shows the records of a type: the list and, beside it, the form of the
// selected one. Nothing in it knows which type it is.
type recordScreen struct {
	desk *Desk
	typ  *app.Type
	recs map[int64]app.Record // those in the list

	current app.Record // in the form; nil for none
	draft   bool       // current is not in the file yet

	table    *kit.Table
	form     *kit.Form
	filter   *kit.Filter
	filled   *kit.Bar
	count    *canvas.Text
	allYears *widget.Check // nil when records are of no year
	add, del *kit.Button
	title    *kit.Line // of the record in the form
	notice   *kit.Line // what a draft still lacks
	papers   []recordTool
	split    *container.Split
	page     *fyne.Container // split, or the form alone
	listPane fyne.CanvasObject
	formPane fyne.CanvasObject
	content  fyne.CanvasObject
}

func newRecordScreen(d *Desk, t *app.Type) *recordScreen {
	s := &recordScreen{desk: d, typ: t}
	s.table = kit.NewTable(kit.FieldColumns(t.Fields, d.Lang))
	if shown := kit.FieldColumns(t.Fields, d.Lang); len(shown) > 0 {
		s.table.SortBy(shown[0].Key, false)
	}
	s.table.OnSelect = s.onSelect
	s.table.OnOpen = func(int64) { s.form.Focus("") }
	s.table.OnDelete = func(int64) { s.Delete() }
	s.form = kit.NewForm(t.Fields, kit.Env{
		Lang: d.Lang, Words: d.Words,
		Names:  func() *app.Names { return d.titles.names },
		Year:   func() int { return d.Year },
		Commit: s.onCommit,
		Fail:   d.Fail,
		Focus:  d.Window.Canvas().Focus,
		Escape: s.onEscape,
	})
	s.build()
	s.Refresh()
	return s
}

// build lays the screen out.
func (s *recordScreen) build() {
	d := s.desk
	s.filter = kit.NewFilter(d.T("ui.filter"), s.onFilter)
	s.filter.OnDown = func() { d.Window.Canvas().Focus(s.table) }
	s.count = kit.NewText("", kit.ColorMuted, theme.SizeNameText)
	s.add = kit.NewButton(d.T("ui.add"), s.Add)
	s.del = kit.NewButton(d.T("ui.delete"), s.Delete)
	filter := chars(12, container.NewPadded(s.filter))
	var tools []fyne.CanvasObject
	if s.typ.Period != "" {
		s.allYears = widget.NewCheck(d.T("ui.all_years"), func(bool) { s.Refresh() })
		tools = append(tools, s.allYears)
	}
	heading := kit.NewText(s.typ.Many.In(d.Lang), theme.ColorNameForeground, theme.SizeNameHeadingText)
	heading.TextStyle.Bold = true
	s.filled = kit.NewBar()
	s.filled.OnTap = func() { d.Navigate("check") }
	tools = append([]fyne.CanvasObject{heading, apart(s.count), apart(s.filled), filter}, tools...)
	if !s.typ.Made {
		tools = append(tools, s.add, s.del)
	}
	bar := container.NewPadded(kit.NewFlowWith(filter, tools...))

	s.title = kit.NewLine(theme.ColorNameForeground, theme.SizeNameSubHeadingText)
	s.title.Bold = true
	s.notice = kit.NewLine(theme.ColorNameWarning, theme.SizeNameText)
	s.papers = recordTools(s)
	formHead := container.NewVBox(s.title, s.notice)
	head := container.NewVScroll(container.NewPadded(container.NewPadded(formHead)))
	if len(s.papers) > 0 {
		row := kit.NewFlow()
		for _, b := range s.papers {
			row.Add(b.button)
			b.button.OnFocus = func() { kit.Reveal(head, b.button, b.button) }
		}
		formHead.Add(row)
	}
	s.formPane = kit.NewPage(head, s.form, nil)
	s.listPane = s.table
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
func (s *recordScreen) Content() fyne.CanvasObject { return s.content }

// Refresh reads the records again. The record in the form stays while it is in the
// file, with whatever could not be kept of it.
func (s *recordScreen) Refresh() {
	if err := s.read(); err != nil {
		s.desk.Fail(err)
		return
	}
	s.showCurrent()
	s.showTools()
}

// read fills the list with the records of the park and the year.
func (s *recordScreen) read() error {
	s.recs = map[int64]app.Record{}
	var rows []kit.Row
	if s.desk.Park != 0 || s.typ.Scope == app.ScopeFile {
		recs, err := s.desk.Store.List(s.desk.Ctx(), s.typ, s.desk.Park)
		if err != nil {
			return err
		}
		for _, rec := range recs {
			if s.ofYear(rec) {
				s.recs[rec.Header().ID] = rec
				rows = append(rows, kit.FieldRow(rec, s.typ.Fields, s.desk.titles.of, s.desk.Lang))
			}
		}
	}
	s.table.SetRows(rows)
	return nil
}

// ofYear reports whether the list shows the record; one without a date is always shown,
// since it would be in no year's list.
func (s *recordScreen) ofYear(rec app.Record) bool {
	if s.allYears == nil || s.allYears.Checked {
		return true
	}
	p := app.PeriodOf(rec)
	return p.Zero() || p.Year == s.desk.Year
}

// showCurrent puts the record the form should show into it.
func (s *recordScreen) showCurrent() {
	switch {
	case s.draft:
		s.fill(s.current, false)
	case s.current != nil && s.recs[s.current.Header().ID] != nil:
		s.fill(s.recs[s.current.Header().ID], false)
	default:
		s.fill(s.firstRecord(), true)
	}
}

// firstRecord returns what the form shows when nothing was chosen.
func (s *recordScreen) firstRecord() app.Record {
	if shown := s.table.Shown(); len(shown) > 0 {
		return s.recs[shown[0]]
	}
	return nil
}

// fill shows a record in the form; fresh says that it is another than before.
func (s *recordScreen) fill(rec app.Record, fresh bool) {
	s.current = rec
	shown := rec
	if rec == nil {
		s.draft = false
		shown = s.typ.New()
	}
	s.form.SetValues(func(f app.Field) app.Value { return f.Get(shown) }, fresh)
	s.form.SetReadOnly(rec == nil || s.desk.ReadOnly())
	id := int64(0)
	if rec != nil {
		id = rec.Header().ID
	}
	s.table.Select(id)
	s.showHead()
	s.showFindings(shown)
}

// showFindings says under the fields what the check doubts, and over the list how full
// the records are.
func (s *recordScreen) showFindings(rec app.Record) {
	seen := s.desk.Look()
	s.form.SetNotices(notices(s.desk, seen.Report, rec))
	f, counted := filledOf(seen.Report, s.typ)
	s.filled.Hidden = !counted
	if counted {
		s.filled.Set(share(f), filledText(s.desk, f))
	}
}

// titleOf returns what people call the record.
func (s *recordScreen) titleOf(rec app.Record) string {
	return s.typ.Title(rec, s.desk.titles.of)
}
