// Package intake is the family of the tables of others: a workbook, a text or a pasted block becomes
// records, column by column, and nothing is written before it was seen row by row.
package intake

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// step is a page of the screen.
type step int

// The pages in their order.
const (
	stepFile step = iota
	stepColumns
	stepPreview
	stepDone
)

// source is the table as it came.
type source struct {
	book *exchange.Book
	name string // of the file; «» for what was pasted
	sum  string // SHA-256 of the file
	// records and fields are those of the list it was pasted over; see desk.Taking.
	records []int64
	fields  []string
}

// Screen leads from a table to records.
type Screen struct {
	desk   *desk.Desk
	at     step
	source source
	typ    *app.Type
	layout *exchange.Layout
	year   int // for which the layout was made
	plan   *exchange.RecordsPlan
	raises findings // what the check would say of the records after the plan
	done   outcome

	steps   *kit.Strip
	file    *filePage
	columns *columnsPage
	preview *previewPage
	ready   *donePage
	filters *fyne.Container // over the list: what is chosen for the page
	lists   *fyne.Container // the page
	details *fyne.Container // the chosen line in full
	foot    *kit.WalkFoot
	cancel  *kit.Button
	back    *kit.Button
	save    *kit.Button
	next    *kit.Button
	view    *kit.Screen
	content fyne.CanvasObject
}

// New makes the screen.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d}
	s.steps = kit.NewStrip(d.T("ui.header.more"), s.onStep)
	s.steps.OnDown = s.FocusList
	s.file, s.columns, s.preview, s.ready = newFilePage(s), newColumnsPage(s), newPreviewPage(s), newDonePage(s)
	s.cancel = kit.NewButton(d.T("ui.cancel"), s.onCancel)
	s.back = kit.NewButton(d.T("ui.intake.back"), func() { s.show(s.at - 1) })
	s.save = kit.NewButton(d.T("ui.intake.save_rejected"), s.onSaveRejected)
	s.next = kit.NewPrimary("", nil, s.onNext)
	s.filters = container.NewStack(s.file.choices, s.columns.choices, s.preview.choices)
	s.lists = container.NewStack(s.file.content, s.columns.content, s.preview.content, s.ready.content)
	s.details = container.NewStack(s.columns.details, s.preview.details)
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{Title: d.T("ui.intake.title"), Words: d.Words},
		Steps:  s.steps, Filters: s.filters, List: s.lists, Details: container.NewVScroll(s.details), Words: d.Words,
	})
	s.foot = kit.NewWalkFoot(s.cancel, s.back, s.save, s.next)
	foot := container.NewVBox(s.foot, s.next.Reason())
	s.content = kit.NewPage(container.NewWithoutLayout(), s.view, container.NewVScroll(container.NewPadded(foot)))
	s.show(stepFile)
	return s
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Refresh follows what may be written and, while nothing is chosen yet, the type in view. A table that
// was read stays: what it would change is planned anew, for the records may be others.
func (s *Screen) Refresh() {
	if was := s.layout; was != nil && s.year != s.desk.Year && s.source.records == nil && s.at != stepDone {
		s.layout, s.plan, s.at = nil, nil, min(s.at, stepColumns) // what heads mean, and of when the rows are, is decided anew
		s.understand(was.Sheet, was.First, was.Last)
		return
	}
	if s.plan != nil && s.at == stepPreview {
		s.planAnew()
		return
	}
	s.show(s.at)
}

// Stepped follows a step that was undone or made again: what was written may be taken back, or there anew.
func (s *Screen) Stepped() {
	if s.at == stepDone {
		next, ok, err := s.desk.Store.NextRedo(s.desk.Ctx())
		s.done.undone = err == nil && ok && next.What == s.done.step
		s.show(stepDone)
		return
	}
	s.Refresh()
}

// onEscape goes back a page; from the first of what was pasted over a list, to that list.
func (s *Screen) onEscape() {
	switch {
	case s.at == stepFile || s.source.name == "" && s.at == stepPreview:
		s.desk.Back()
	case s.at != stepDone:
		s.show(s.at - 1)
		s.FocusList()
	}
}

// FocusList gives the keyboard to the list of the page or, where there is none, to what can be done.
func (s *Screen) FocusList() {
	c := s.desk.Window.Canvas()
	s.view.ShowList()
	switch {
	case s.at == stepColumns:
		c.Focus(s.columns.table)
	case s.at == stepPreview:
		s.preview.list.Focus()
	case s.at == stepDone:
		c.Focus(s.ready.list)
	case s.source.book == nil:
		c.Focus(s.file.choose)
	default:
		c.Focus(s.file.table)
	}
}

// Take shows what is to become records; where nothing is chosen yet, it asks for a table at once.
func (s *Screen) Take(t desk.Taking) {
	s.forget()
	s.typ = app.TypeByKey(t.Type)
	if t.Book == nil {
		s.show(stepFile)
		s.FocusList()
		s.onChoose()
		return
	}
	s.take(source{book: t.Book, records: t.Records, fields: t.Fields})
}

// forget begins anew.
func (s *Screen) forget() {
	s.source, s.layout, s.plan, s.raises, s.done, s.typ = source{}, nil, nil, findings{}, outcome{}, nil
}

func (s *Screen) onCancel() {
	s.forget()
	s.show(stepFile)
	s.FocusList()
}

// reached is the last page that can be shown.
func (s *Screen) reached() step {
	switch {
	case s.done.made:
		return stepDone
	case s.plan != nil:
		return stepPreview
	case s.layout != nil && s.source.records == nil:
		return stepColumns
	}
	return stepFile
}

func (s *Screen) onStep(key string) {
	to := step(key[0] - '0')
	if to > s.reached() || s.done.made || s.source.records != nil {
		s.steps.Choose(keyOf(s.at)) // what has been written is not gone back to
		return
	}
	s.show(to)
	s.FocusList()
}

func keyOf(at step) string { return string(rune('0' + at)) }

// onNext does what the blue button says.
func (s *Screen) onNext() {
	switch {
	case s.at == stepFile && s.source.book == nil:
		s.onChoose()
	case s.at == stepFile:
		s.show(stepColumns)
		s.FocusList()
	case s.at == stepColumns:
		s.planAnew()
	case s.at == stepPreview:
		s.write()
	default:
		s.onCancel()
	}
}

// show shows a page as things are now.
func (s *Screen) show(at step) {
	s.at = at
	var items []kit.StripItem
	for i, id := range []string{"ui.intake.step.file", "ui.intake.step.columns", "ui.intake.step.preview", "ui.intake.step.done"} {
		items = append(items, kit.StripItem{Key: keyOf(step(i)), Text: s.desk.T(id)})
	}
	s.steps.SetItems(items)
	s.steps.Choose(keyOf(at))
	s.file.show(at == stepFile)
	s.columns.show(at == stepColumns)
	s.preview.show(at == stepPreview)
	s.ready.show(at == stepDone)
	s.showFoot()
	s.view.Header.SetCount(s.about(), s.aboutShort())
	s.view.Refresh()
	s.content.Refresh()
}

// about tells which table is being read.
func (s *Screen) about() string {
	d := s.desk
	if s.source.book == nil {
		return ""
	}
	text := s.aboutShort()
	if sheet := s.sheet(); sheet != nil && sheet.Name != "" {
		text += d.T("ui.intake.of_sheet", "Sheet", sheet.Name)
	}
	return text
}

func (s *Screen) aboutShort() string {
	switch {
	case s.source.book == nil:
		return ""
	case s.source.name == "":
		return s.desk.T("ui.intake.pasted")
	}
	return filepath.Base(s.source.name)
}

// sheet returns the sheet that is read; nil for none.
func (s *Screen) sheet() *exchange.Sheet {
	if s.source.book == nil || s.layout == nil {
		return nil
	}
	return &s.source.book.Sheets[s.layout.Sheet]
}

// showFoot says what the buttons under the page do now.
func (s *Screen) showFoot() {
	d := s.desk
	why := ""
	switch {
	case d.ReadOnly():
		why = d.T("ui.card.read_only")
	case d.Park == 0 && s.typ != nil && s.typ.Scope == app.ScopePark:
		why = d.T("ui.indicators.no_park")
	}
	s.cancel.Hidden = s.source.book == nil || s.done.made
	s.back.Hidden = s.at == stepFile || s.at == stepDone || s.source.records != nil
	s.save.Hidden = s.plan == nil || s.at < stepPreview || s.plan.CountLines(exchange.Rejected) == 0
	switch {
	case s.at == stepFile && s.source.book == nil:
		s.next.SetText(d.T("ui.intake.choose"))
		s.foot.Say("")
	case s.at == stepFile:
		s.next.SetText(d.T("ui.intake.next.columns"))
		s.foot.Say(d.T("ui.intake.nothing_written"))
	case s.at == stepColumns:
		s.next.SetText(d.T("ui.intake.next.preview"))
		s.foot.Say(d.T("ui.intake.nothing_written"))
		if why == "" && !s.layout.Useful() {
			why = d.T("ui.intake.no_columns")
		}
	case s.at == stepPreview:
		n := s.writes()
		s.next.SetText(d.N("ui.intake.write", n))
		s.foot.Say(d.T("ui.intake.one_step"))
		if why == "" && n == 0 {
			why = d.T("ui.intake.nothing_to_write")
		}
	default:
		why = ""
		s.next.SetText(d.T("ui.intake.another"))
		s.foot.Say("")
	}
	s.next.Importance = kit.ImportanceOf(s.at != stepDone)   // there the page has the one that leads on
	s.next.Hidden = s.at == stepFile && s.source.book == nil // the page itself has the button
	s.next.Forbid(why)
	s.next.Refresh()
	s.cancel.Refresh()
	s.back.Refresh()
	s.save.Refresh()
}

// writes counts the rows that would be written.
func (s *Screen) writes() int {
	if s.plan == nil {
		return 0
	}
	return s.plan.CountLines(exchange.New) + s.plan.CountLines(exchange.Changed)
}

// show shows an object or hides it.
func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
		return
	}
	o.Hide()
}
