// Package manual is the family of the guide: its pages over whatever is in view, found by what one
// works at or by a few words, read by the keyboard alone; Esc goes back to where one was.
package manual

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/guide"
	"technopark/app/search"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Manual is the guide over the window.
type Manual struct {
	desk    *desk.Desk
	book    *guide.Book
	finder  *search.Finder
	screens func(id string) string // what a screen is called that can be gone to now; «» for none
	asked   []guide.Block          // about the field that was asked about, on the page it led to

	filter  *kit.Filter
	list    *kit.Table
	places  []guide.Target // of the rows of the list
	sheet   *sheet
	panes   *kit.Panes
	back    *kit.Button
	forward *kit.Button
	shown   *dialog.CustomDialog
	had     fyne.Focusable // has the keyboard again when the guide is closed

	at    guide.Target
	past  []guide.Target // the way here, the last one last
	ahead []guide.Target // the way back was come from there
}

// Options are what the guide is opened with.
type Options struct {
	At      guide.Target           // the page and its section
	Asked   []guide.Block          // about what was asked about, over the page
	Screens func(id string) string // what a screen is called that can be gone to now; «» for none
	Closed  func()                 // the guide was closed; may be nil
}

// Show opens the guide.
func Show(d *desk.Desk, o Options) *Manual {
	m := &Manual{desk: d, book: guide.In(d.Lang), screens: o.Screens, asked: o.Asked, had: d.Window.Canvas().Focused()}
	m.finder = search.New(nil, 0, d.Lang, search.Guide(m.book))
	m.build(o.Closed)
	m.goTo(o.At)
	m.panes.ShowForm()
	d.Window.Canvas().Focus(m.sheet)
	return m
}

func (m *Manual) build(closed func()) {
	d := m.desk
	m.filter = kit.NewFilter(d.T("ui.guide.find"), m.find)
	m.filter.OnEscape, m.filter.OnDown = m.hide, m.toList
	m.filter.OnSubmitted = func(string) { m.open(m.list.Selected()) }
	m.list = kit.NewTable([]kit.Column{{Key: "page", Head: d.T("ui.guide.pages"), Chars: 30, Wide: true}})
	m.list.OnSelect = func(row int64) { m.turn(m.places[row-1]) }
	m.list.OnOpen, m.list.OnBack = m.open, m.hide
	m.list.SetNote(d.T("ui.guide.none"))
	m.sheet = newSheet(sheetWords{copy: d.T("ui.guide.copy")}, m.typed, m.follow)
	m.panes = kit.NewPanes(d.Words, m.list, m.sheet, 0.3)
	m.back = m.button("ui.guide.back", theme.NavigateBackIcon(), m.GoBack)
	m.forward = m.button("ui.guide.forward", theme.NavigateNextIcon(), m.GoForward)
	closing := m.button("ui.search.close", nil, m.hide)
	tools := kit.NewFlow(kit.Chars(14, m.filter), m.back, m.forward, closing)
	kit.AsWide(d.Window, tools)
	m.shown = kit.NewDialog(d.T("ui.guide.title"), kit.NewPage(container.NewPadded(tools), m.panes, nil), d.Window)
	m.shown.SetOnClosed(func() {
		if m.had != nil {
			d.Window.Canvas().Focus(m.had)
		}
		if closed != nil {
			closed()
		}
	})
	m.shown.Resize(d.Window.Canvas().Size())
	m.shown.Show()
	m.shown.Resize(d.Window.Canvas().Size())
	m.listPages()
}

// button returns a button over the pages.
func (m *Manual) button(id string, icon fyne.Resource, do func()) *kit.Button {
	b := kit.NewTool(m.desk.T(id), icon, do)
	b.OnEscape = m.hide
	return b
}

// hide closes the guide.
func (m *Manual) hide() { m.shown.Hide() }

// typed takes the keys of the sheet that leave the page.
func (m *Manual) typed(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyEscape:
		m.hide()
	case fyne.KeyBackspace:
		m.GoBack()
	default:
		return false
	}
	return true
}

// listPages lists all pages.
func (m *Manual) listPages() {
	m.places = nil
	var rows []kit.Row
	for _, p := range m.book.Pages() {
		m.places = append(m.places, guide.Target{Page: p.ID})
		rows = append(rows, row(len(rows), p.Title))
	}
	m.list.SetRows(rows)
	m.choose()
}

// row is a row of the list that stays where it is put.
func row(at int, title string) kit.Row {
	return kit.Row{ID: int64(at + 1), Cells: []kit.Cell{{Text: title, N: int64(at), Number: true}}}
}

// choose selects the page that is read in the list.
func (m *Manual) choose() {
	for i, place := range m.places {
		if place == m.at || place.Page == m.at.Page && place.Section == "" {
			m.list.Select(int64(i + 1))
			return
		}
	}
}

// mostFound is how many sections are listed.
const mostFound = 40

// find lists the sections that have the words, all pages without any.
func (m *Manual) find(text string) {
	if len(app.Words(text)) == 0 {
		m.listPages()
		return
	}
	answer, err := m.finder.Find(m.desk.Ctx(), text, mostFound)
	if err != nil {
		m.desk.Fail(err)
		return
	}
	m.places = nil
	var rows []kit.Row
	for _, g := range answer.Groups {
		for _, r := range g.Results {
			page, section, _ := strings.Cut(r.Key, "#")
			m.places = append(m.places, guide.Target{Page: page, Section: section})
			title := r.Title
			if r.About != "" {
				title += " — " + r.About
			}
			rows = append(rows, row(len(rows), title))
		}
	}
	m.list.SetRows(rows)
	m.panes.ShowList()
	m.desk.Window.Canvas().Focus(m.filter)
	if len(rows) > 0 {
		m.list.Select(1)
		m.turn(m.places[0])
	}
}

// toList gives the keyboard to the list.
func (m *Manual) toList() { m.panes.ShowList() }

// open goes on to read what stands in a row.
func (m *Manual) open(row int64) {
	if row < 1 || int(row) > len(m.places) {
		return
	}
	m.goTo(m.places[row-1])
	m.panes.ShowForm()
	m.desk.Window.Canvas().Focus(m.sheet)
}

// follow goes where a link of the page leads.
func (m *Manual) follow(span guide.Span) {
	to, ok := m.book.Follow(m.book.Page(m.at.Page), span.Link)
	switch {
	case !ok:
	case to.Screen != "":
		m.toScreen(to.Screen)
	default:
		m.goTo(to)
		m.desk.Window.Canvas().Focus(m.sheet)
	}
}

// toScreen closes the guide and shows a screen; without a file there is none, and that is said.
func (m *Manual) toScreen(id string) {
	if m.screens(id) == "" {
		kit.Tell(m.desk.Window, m.desk.T("ui.guide.title"), m.desk.T("ui.guide.no_file"), m.desk.T("ui.ok"))
		return
	}
	m.had = nil
	m.hide()
	m.desk.Navigate(id)
}

// goTo goes to a page, from where one can come back.
func (m *Manual) goTo(to guide.Target) {
	if m.at != (guide.Target{}) && m.at != to {
		m.past, m.ahead = append(m.past, m.at), nil
	}
	m.turn(to)
	m.choose()
}

// GoBack shows the page before (Alt+←, which the window hands on).
func (m *Manual) GoBack() { m.step(&m.past, &m.ahead) }

// GoForward shows the page from which one came back (Alt+→).
func (m *Manual) GoForward() { m.step(&m.ahead, &m.past) }

// step goes to the last page of one pile and lays the one in view on the other.
func (m *Manual) step(from, to *[]guide.Target) {
	n := len(*from)
	if n == 0 {
		return
	}
	next := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, m.at)
	m.turn(next)
	m.choose()
}

// turn shows a page.
func (m *Manual) turn(to guide.Target) {
	page := m.book.Page(to.Page)
	if page == nil {
		page, to = m.book.Pages()[0], guide.Target{Page: m.book.Pages()[0].ID}
	}
	m.at = to
	var over []guide.Block
	if page.Lang != m.desk.Lang {
		over = append(over, guide.Block{Kind: guide.Paragraph, Spans: []guide.Span{{Text: m.desk.T("ui.guide.foreign"), Bold: true}}})
	}
	over = append(over, m.asked...)
	m.asked = nil // it belongs to the page that it led to
	at := -1
	if to.Section != "" {
		at = page.At(to.Section) + len(over)
	}
	m.sheet.show(page.Title, append(over, page.Blocks...), at)
	kit.Enable(m.back, len(m.past) > 0)
	kit.Enable(m.forward, len(m.ahead) > 0)
}
