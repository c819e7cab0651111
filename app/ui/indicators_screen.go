package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/ui/kit"
)

// indicatorsScreen shows the indicators of the chosen park and year, and in their
// place what one of them is made of.
type indicatorsScreen struct {
	desk   *Desk
	result *rating.Result // nil while there is no park
	count  *kit.Line
	notice *widget.Label // the method and what its standing is
	table  *kit.Table
	list   fyne.CanvasObject
	trace  *tracePage
	pages  *fyne.Container // list or trace
	traced string          // code of the indicator whose trace is shown; empty for the list
}

func newIndicatorsScreen(d *Desk) Screen {
	s := &indicatorsScreen{
		desk: d, count: kit.NewLine(kit.ColorMuted, theme.SizeNameText), notice: wrapped(),
		table: kit.NewTable(indicatorColumns(d)), trace: newTracePage(d),
	}
	s.table.OnOpen = s.openTrace
	s.table.OnLink = func(id int64, _ string) { s.openTrace(id) }
	s.trace.OnBack = s.closeTrace
	head := container.NewVBox(screenHead(d.T("ui.indicators.title"), s.count), s.notice)
	s.list = container.NewBorder(head, nil, nil, nil, s.table)
	s.pages = container.New(layout.NewStackLayout(), s.list)
	s.Refresh()
	return s
}

// Content returns the page.
func (s *indicatorsScreen) Content() fyne.CanvasObject { return s.pages }

// FocusList gives the keyboard to the indicators, unless a trace is open.
func (s *indicatorsScreen) FocusList() {
	if s.traced == "" {
		s.desk.Window.Canvas().Focus(s.table)
	}
}

// Refresh computes the indicators anew, which takes some tens of milliseconds.
func (s *indicatorsScreen) Refresh() {
	s.compute()
	if s.result == nil {
		s.notice.SetText(s.desk.T("ui.indicators.no_park"))
		s.count.SetText("")
		s.table.SetRows(nil)
		s.closeTrace()
		return
	}
	s.showHead()
	s.table.SetRows(indicatorRows(s.desk, s.result))
	if ind := s.result.Find(s.traced); ind != nil {
		s.trace.Show(ind)
	}
}

func (s *indicatorsScreen) compute() {
	s.result = nil
	s.result = s.desk.Result()
}

func (s *indicatorsScreen) showHead() {
	all := s.result.All()
	calculated := 0
	for _, ind := range all {
		if ind.Value != nil {
			calculated++
		}
	}
	s.count.SetText(s.desk.T("ui.indicators.calculated", "In", calculated, "Of", len(all)))
	p := s.result.Profile
	text := s.desk.T("ui.indicators.profile", "Profile", p.Title.In(s.desk.Lang))
	s.notice.Importance = widget.MediumImportance
	if !p.Official {
		s.notice.Importance = widget.WarningImportance
		text = warningMark + app.NBSP + text + ". " + p.Notice.In(s.desk.Lang) + "."
	}
	s.notice.SetText(text)
}

// screenHead is the name of a screen and, after it, a line about what it shows.
func screenHead(title string, about fyne.CanvasObject) fyne.CanvasObject {
	heading := kit.NewText(title, theme.ColorNameForeground, theme.SizeNameHeadingText)
	heading.TextStyle.Bold = true
	after := container.New(layout.NewCustomPaddedLayout(5, 0, 9, 0), about)
	return container.NewPadded(container.NewBorder(nil, nil, heading, nil, after))
}

// wrapped returns an empty label that breaks its text into lines.
func wrapped() *widget.Label {
	label := widget.NewLabel("")
	label.Wrapping = fyne.TextWrapWord
	return label
}

func (s *indicatorsScreen) openTrace(id int64) {
	ind := s.result.All()[id-1]
	s.traced = ind.Code
	s.table.Select(id)
	s.trace.Show(ind)
	s.turnTo(s.trace.Content())
	s.trace.Focus()
}

func (s *indicatorsScreen) closeTrace() {
	if s.traced == "" {
		return
	}
	s.traced = ""
	s.turnTo(s.list)
	s.desk.Window.Canvas().Focus(s.table)
}

func (s *indicatorsScreen) turnTo(page fyne.CanvasObject) {
	s.pages.Objects = []fyne.CanvasObject{page}
	s.pages.Refresh()
}

// bookOf reads the records of the chosen park; nil when there is no park or they
// could not be read, which the user has then been told.
func bookOf(d *Desk) *app.Book {
	if d.Store == nil || d.Park == 0 {
		return nil
	}
	book, err := d.Store.Book(d.Ctx(), d.Park)
	if err != nil {
		d.Fail(err)
		return nil
	}
	return book
}
