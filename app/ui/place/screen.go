// Package place shows where the park stands in the rating, why, what it lacks, and what would
// move it: for a director who gives it a minute.
//
// What it says is said by app/standing, and what it draws by reports/chart, so that the window,
// the command line and the papers say and draw the same.
package place

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen shows the place of the chosen park in the rating of the chosen year.
type Screen struct {
	desk   *desk.Desk
	answer *answer
	whatIf *whatIf
	panes  *kit.Panes // the two
	view   *kit.Screen

	summary  *kit.Button
	details  *details
	detailed bool            // the details are in view
	pages    *fyne.Container // the two
}

// New makes the screen.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d, answer: newAnswer(d), whatIf: newWhatIf(d)}
	s.panes = kit.NewPanes(d.Words, s.answer.scroll, s.whatIf.scroll, answerShare)
	s.panes.Keyboard = s.answer.subs.grid
	s.summary = kit.NewTool(d.T("ui.place.summary"), theme.DocumentPrintIcon(), s.showSummary)
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{
			Title: d.T("ui.place.title"), Words: d.Words,
			Secondary: []*kit.Button{
				kit.NewTool(d.T("ui.place.what_if_ask"), theme.QuestionIcon(), s.tryOut),
				s.summary,
				kit.NewButton(d.T("ui.place.compare"), s.whatIf.kept.compare),
				kit.NewButton(d.T("ui.place.details"), s.showDetails),
			},
		},
		List: s.panes, Words: d.Words,
	})
	s.details = newDetails(d, s.leaveDetails)
	s.details.view.Hide()
	s.pages = container.NewStack(s.view, s.details.view)
	s.Refresh()
	return s
}

// answerShare is the part of the answer where what is tried stands beside it.
const answerShare = 0.6

// tryOut goes on to what can be tried.
func (s *Screen) tryOut() {
	s.panes.ShowForm()
	s.whatIf.focus()
}

// Open tries a scenario that is kept.
func (s *Screen) Open(id int64, _ string) {
	d := s.desk
	rec, err := d.Store.Get(d.Ctx(), (*app.Scenario)(nil).Type(), id)
	if err != nil {
		return
	}
	s.whatIf.kept.wanted = id
	if s.detailed {
		s.leaveDetails()
	}
	if year := app.PeriodOf(rec).Year; year != d.Year {
		d.ChooseYear(year)
	}
	s.Refresh()
	s.panes.ShowForm()
	s.whatIf.focus()
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.pages }

// FocusList gives the keyboard to the sub-indices.
func (s *Screen) FocusList() {
	if s.detailed {
		s.desk.Window.Canvas().Focus(s.details.contributions.grid)
		return
	}
	if s.answer.subs.grid.Visible() {
		s.panes.ShowList()
		s.desk.Window.Canvas().Focus(s.answer.subs.grid)
	}
}

// Follow shows the place as it was computed anew.
func (s *Screen) Follow() { s.Refresh() }

// Refresh shows the place.
func (s *Screen) Refresh() {
	d := s.desk
	seen := d.Standing()
	s.showHead(seen)
	s.allowSummary(seen)
	s.answer.show(seen)
	s.whatIf.show(seen)
	if s.detailed {
		s.details.show(seen)
	}
}

// showDetails shows what stands behind the answer in its place.
func (s *Screen) showDetails() {
	s.detailed = true
	s.details.show(s.desk.Standing())
	s.turnTo(s.details.view, s.view)
	s.desk.Window.Canvas().Focus(s.details.contributions.grid)
}

// leaveDetails comes back to the answer.
func (s *Screen) leaveDetails() {
	s.detailed = false
	s.turnTo(s.view, s.details.view)
	s.FocusList()
}

// turnTo shows one of the two pages.
func (s *Screen) turnTo(page, other fyne.CanvasObject) {
	other.Hide()
	page.Show()
	s.pages.Refresh()
}

func (s *Screen) showHead(seen *desk.Stand) {
	d := s.desk
	if seen == nil || seen.Standing == nil {
		s.view.Header.SetCount("", "")
		return
	}
	text := d.T("ui.place.count", "Year", seen.Year, "Method", seen.Method.Title.In(d.Lang))
	s.view.Header.SetCount(d.Noted(text, desk.ToStand), d.T("ui.place.count_short", "Year", seen.Year))
}
