// Package records is the one screen for the records of any type: the list and, beside it,
// the form of the selected one.
package records

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen shows the records of a type: the list and, beside it, the form of the
// selected one. Nothing in it knows which type it is.
type Screen struct {
	desk    *desk.Desk
	typ     *app.Type
	records map[int64]app.Record // those in the list
	all     []app.Record         // those of the park, whatever their year
	twins   *app.Twins           // among all records of the type, whatever their year, and other organisations

	current app.Record // in the form; nil for none
	draft   bool       // current is not in the file yet

	blank   app.Record   // as the draft began
	earlier []app.Record // states of the draft before the last, for undo
	chosen  int64        // id of the record the user chose last; 0 when the list chose it
	stood   int          // where in the list the record in the form stands

	list                    *kit.List
	table                   *kit.Table // of the list
	form                    *kit.Form
	filter                  *kit.Filter
	header                  *kit.Header
	years                   *kit.Button // of all years or of one; nil when records are of no year
	addButton, deleteButton *kit.Button
	title                   *kit.Line // of the record in the form
	notice                  *kit.Line // what a draft still lacks
	tools                   []desk.Tool
	panes                   *kit.Panes
	page                    *fyne.Container // panes, or the form alone
	formPane                fyne.CanvasObject
	offers                  offers // in place of a list without records
	content                 fyne.CanvasObject
}

// New makes the screen of a type; tools stand over the form.
func New(d *desk.Desk, t *app.Type, tools desk.Tools) *Screen {
	s := &Screen{desk: d, typ: t}
	s.list = kit.NewList(kit.ListOptions{
		Window: d.Window, Words: d.Words, State: d.ListState(t.Key), Columns: kit.FieldColumns(t, d.TitleOf, d.Lang),
		Ticks: true, Count: s.counted,
	})
	s.list.SetActions(s.acts()...)
	s.list.Ways = s.ways()
	s.list.OnView = s.onNarrowed
	s.table = s.list.Table
	s.table.SetOwnSort(t.NamingField().Key, false)
	s.table.OnSelect = s.onSelect
	s.table.OnOpen = func(int64) { s.focusForm("") }
	s.table.OnDouble = s.onDouble
	s.table.OnPaste = s.onPaste
	s.table.OnBack = func() { d.Back() }
	s.table.OnDelete = func(int64) { s.Delete() }
	s.form = kit.NewForm(t.Fields, kit.Env{
		Lang: d.Lang, Words: d.Words,
		Names:  d.Names,
		Year:   func() int { return d.Year },
		Commit: s.onCommit,
		Fail:   d.Fail,

		Overtaken: func() { d.Changed() },
		Focus:     d.Window.Canvas().Focus,
		Create:    func(typeKey, name string, made func(int64)) { create(d, typeKey, name, made) },
		Escape:    s.onEscape,
		Settled:   s.settled,
	})
	s.tools = tools(d, s)
	s.build()
	s.Refresh()
	return s
}

// build lays the screen out.
func (s *Screen) build() {
	d := s.desk
	s.filter = kit.NewFilter(d.T("ui.filter"), nil)
	s.list.SearchBy(s.filter)
	s.filter.OnChanged = s.onFilter
	s.filter.OnDown = func() { d.Window.Canvas().Focus(s.table) }
	s.addButton = kit.NewPrimary(d.T("ui.add"), theme.ContentAddIcon(), s.Add)
	s.deleteButton = kit.NewTool(d.T("ui.delete"), theme.DeleteIcon(), s.Delete)
	parts := kit.HeaderParts{
		Title: s.typ.Many.In(d.Lang), Words: d.Words, Search: s.filter,
		Secondary: []*kit.Button{s.list.FilterButton(), kit.NewTool(d.T("ui.list.columns"), theme.ListIcon(), s.ChooseColumns)},
	}
	if s.typ.Period != "" {
		s.years = kit.NewTool("", theme.HistoryIcon(), func() { s.showYears(!s.everyYear()) })
		parts.Secondary = append([]*kit.Button{s.years}, parts.Secondary...)
	}
	if s.typ.Report {
		due := kit.NewTool(d.T("ui.due.button"), theme.ContentAddIcon(), s.CreateDue)
		parts.Secondary = append(parts.Secondary, due)
	}
	if !s.typ.Made {
		parts.Primary, parts.More = s.addButton, s.likeButtons()
		if exchange.Importable(s.typ) {
			parts.More = append(parts.More, kit.NewTool(d.T("ui.intake.from_list"), theme.UploadIcon(), s.takeTable))
		}
		if s.typ.Mergeable() {
			parts.More = append(parts.More, kit.NewTool(d.T("ui.twins.button"), theme.ContentCopyIcon(), func() { d.Navigate("duplicates") }))
		}
	}
	s.header = kit.NewHeader(parts)
	s.header.Bar.OnTap = func() { d.Navigate("check") }

	s.title = kit.NewLine(theme.ColorNameForeground, theme.SizeNameSubHeadingText)
	s.title.Bold = true
	s.notice = kit.NewLine(theme.ColorNameWarning, theme.SizeNameText)
	formHead := container.NewVBox(s.title, s.notice)
	head := container.NewVScroll(container.NewPadded(container.NewPadded(formHead)))
	if len(s.tools) > 0 {
		row := kit.NewFlow()
		for _, b := range s.tools {
			row.Add(b.Button)
			b.Button.OnFocus = func() { kit.Reveal(head, b.Button, b.Button) }
		}
		formHead.Add(row)
	}
	s.formPane = kit.NewPage(head, s.form, nil)
	s.offers = s.newOffers()
	s.panes = kit.NewPanes(d.Words, s.list.Content, s.formPane, 0.54)
	s.panes.Keyboard = s.table
	s.panes.OpenFrom(s.header)
	s.page = container.NewStack(s.panes)
	s.content = kit.NewPage(s.header.Ruled(), s.page, nil)
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Refresh reads the records again. The record in the form stays while it is in the
// list, with whatever could not be kept of it. A search that it no longer answers, because
// a value of it has changed, is dropped, and a condition waits until another record is
// selected: who types must not find himself in another record.
func (s *Screen) Refresh() {
	if err := s.read(); err != nil {
		s.desk.Fail(err)
		return
	}
	if id := s.Selected(); id != 0 && !s.draft && s.records[id] != nil && !s.table.Shows(id) {
		s.filter.SetText("")
		s.table.Keep(id)
	}
	s.showCurrent()
	s.showTools()
}

// read fills the list with the records of the park and the year.
func (s *Screen) read() error {
	s.records = map[int64]app.Record{}
	var listed, recs []app.Record
	if s.desk.Park != 0 || s.typ.Scope == app.ScopeFile {
		var err error
		if recs, err = s.desk.Store.List(s.desk.Ctx(), s.typ, s.desk.Park); err != nil {
			return err
		}
		for _, rec := range recs {
			if s.ofYear(rec) {
				s.records[rec.Header().ID] = rec
				listed = append(listed, rec)
			}
		}
	}
	others, err := s.organisations()
	if err != nil {
		return err
	}
	s.twins = app.NewTwins(append(recs, others...))
	s.all = recs
	s.table.SetRows(kit.FieldRows(s.typ, listed, s.desk.TitleOf, s.desk.Lang))
	return nil
}

// organisations returns the organisations of other types, when these are organisations too:
// a resident may be the management company entered a second time.
func (s *Screen) organisations() ([]app.Record, error) {
	var others []app.Record
	for _, t := range app.Types() {
		if !s.typ.Organisation || !t.Organisation || t == s.typ || s.desk.Park == 0 && t.Scope != app.ScopeFile {
			continue
		}
		recs, err := s.desk.Store.List(s.desk.Ctx(), t, s.desk.Park)
		if err != nil {
			return nil, err
		}
		others = append(others, recs...)
	}
	return others, nil
}

// ofYear reports whether the list shows the record; one without a date is always shown,
// since it would be in no year's list.
func (s *Screen) ofYear(rec app.Record) bool {
	if s.everyYear() {
		return true
	}
	p := app.PeriodOf(rec)
	return p.Zero() || p.Year == s.desk.Year
}

// showCurrent puts the record the form should show into it: the draft, else the one the
// list shows as chosen.
func (s *Screen) showCurrent() {
	if s.draft {
		s.fill(s.current, false)
		return
	}
	rec := s.listed()
	s.fill(rec, rec == nil || s.current == nil || rec.Header().ID != s.current.Header().ID)
}

// listed returns a record of the list: the one in the form, else the one the user chose
// last, else where he stood when the list was left; of another year the one of the same
// resident, else the one nearest to where he stood. It is nil when the list is empty. The form
// never shows one that is not in the list: «Удалить» would take away what nobody sees.
func (s *Screen) listed() app.Record {
	for _, id := range []int64{s.Selected(), s.chosen, s.table.Selected()} {
		if s.table.Shows(id) {
			return s.records[id]
		}
	}
	shown := s.table.Shown()
	if f, ok := s.typ.Field(s.typ.Per); ok && s.current != nil && !f.Get(s.current).Empty() {
		for _, id := range shown {
			if f.Get(s.records[id]) == f.Get(s.current) {
				return s.records[id]
			}
		}
	}
	if len(shown) > 0 {
		return s.records[shown[min(s.stood, len(shown)-1)]]
	}
	return nil
}

// fill shows a record in the form; fresh says that it is another than before.
func (s *Screen) fill(rec app.Record, fresh bool) {
	s.current = rec
	shown := rec
	if rec == nil {
		s.draft = false
		shown = s.typ.New()
	}
	s.form.Hidden = rec == nil // nothing can be typed where there is nothing to keep it
	s.form.SetValues(func(f app.Field) app.Value { return f.Get(shown) }, fresh)
	s.form.SetReadOnly(rec == nil || s.desk.ReadOnly())
	if rec == nil && s.form.Focused() {
		s.desk.Window.Canvas().Unfocus()
	}
	id := int64(0)
	if rec != nil {
		id = rec.Header().ID
	}
	s.table.Select(id)
	s.stood = max(0, s.table.Place(id))
	s.showHead()
	s.showFindings(shown)
}

// showFindings says under the fields what the check doubts, and over the list how full
// the records are.
func (s *Screen) showFindings(rec app.Record) {
	seen := s.desk.Look()
	s.form.SetNotices(notices(s.desk, seen.Report, s.twins, rec))
	s.form.SetAids(s.aids(rec))
	f, counted := filledOf(seen.Report, s.typ)
	words, percent := "", ""
	if counted {
		words, percent = filledText(s.desk, f), s.desk.T("ui.filled.short", "Percent", f.Percent(s.desk.Lang))
	}
	s.header.SetShare(share(f), words, percent)
}

// Follow shows what the check doubts now; what is in the form stays as it is.
func (s *Screen) Follow() {
	rec := s.current
	if rec == nil {
		rec = s.typ.New()
	}
	s.showFindings(rec)
}

// titleOf returns what people call the record.
func (s *Screen) titleOf(rec app.Record) string {
	return s.typ.TitleIn(s.desk.Lang, rec, s.desk.TitleOf)
}
