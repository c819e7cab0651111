// Package searching is the family of the search: anything in the open file, found by a few words
// over whatever screen is in view, and gone to with Enter.
package searching

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/guide"
	"technopark/app/rating"
	"technopark/app/search"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Command is something the window can do: a line of its menus or a screen to go to.
type Command struct {
	Title string   // as the menu or the navigation calls it
	About string   // where it stands, and its keys
	Texts []string // by which it is found too
	Do    func()   // once the search is closed
}

// mostShown is how many results are shown.
const mostShown = 50

// Search is the search over the window.
type Search struct {
	desk     *desk.Desk
	commands map[string]Command
	items    []search.Item // of commands and of the guide, which stay as they are
	known    known         // what finder was made of
	finder   *search.Finder

	entry   *entry
	table   *kit.Table
	remark  *kit.Line
	page    *fyne.Container
	shown   *dialog.CustomDialog
	results []search.Result // by the id of their row − 1
	back    fyne.Focusable  // has the keyboard again when nothing was opened
}

// known is what was computed of the records when it was searched last.
type known struct {
	findings int
	first    any // the first of them
	result   *rating.Result
	seen     bool
}

// Show opens the search; commands are what the window can do now.
func Show(d *desk.Desk, commands []Command) *Search {
	s := &Search{desk: d, commands: map[string]Command{}, back: d.Window.Canvas().Focused()}
	d.Window.Canvas().Unfocus() // records what is typed, so that it is found
	for _, c := range commands {
		s.commands[c.Title] = c
		s.items = append(s.items, search.Item{Kind: search.KindCommand, Title: c.Title, About: c.About, Texts: c.Texts, Key: c.Title})
	}
	s.items = append(s.items, search.Guide(guide.In(d.Lang))...)
	s.build()
	return s
}

func (s *Search) build() {
	d := s.desk
	s.entry = newEntry(d.T("ui.search.hint"), s.find)
	s.entry.onKey, s.entry.OnEscape = s.walk, s.hide
	s.entry.OnSubmitted = func(string) { s.open(s.table.Selected()) }
	s.table = kit.NewTable([]kit.Column{
		{Key: "what", Head: d.T("ui.search.what"), Chars: 34, Wide: true},
		{Key: "where", Head: d.T("ui.search.where"), Chars: 44},
	})
	s.table.OnOpen, s.table.OnBack = s.open, func() { d.Window.Canvas().Focus(s.entry) }
	s.remark = kit.NewLine(kit.ColorMuted, theme.SizeNameText)
	s.table.SetNote(d.T("ui.search.about"))
	open, closing := kit.NewButton(d.T("ui.list.open"), func() { s.open(s.table.Selected()) }), kit.NewButton(d.T("ui.search.close"), s.hide)
	for _, b := range []*kit.Button{open, closing} {
		b.OnEscape = s.hide
	}
	open.Importance = widget.HighImportance
	foot := container.NewVBox(s.remark, kit.NewFoot(open, closing))
	s.page = kit.NewPage(container.NewVBox(s.entry), s.table, container.NewVScroll(foot))
	s.shown = kit.NewDialog(d.T("ui.search.title"), s.page, d.Window)
	s.shown.SetOnClosed(func() {
		if s.back != nil {
			d.Window.Canvas().Focus(s.back)
		}
	})
	s.shown.Show()
	text := kit.Size(theme.SizeNameText)
	s.shown.Resize(kit.Within(d.Window, 68*text, 42*text))
	d.Window.Canvas().Focus(s.entry)
}

func (s *Search) hide() { s.shown.Hide() }

// walk moves along the results while the keyboard stays where one types.
func (s *Search) walk(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		s.table.TypedKey(key)
		return true
	}
	return false
}

// prepare makes the finder anew when more is known of the records than when it was made.
func (s *Search) prepare() {
	d, is := s.desk, known{seen: true}
	items := s.items
	if d.Store != nil && d.Park != 0 {
		report := d.Look().Report
		is.findings, is.result = len(report.Findings), d.Result()
		if is.findings > 0 {
			is.first = &report.Findings[0]
		}
		items = append(search.Findings(report, d.Lang, d.RecordOf), items...)
		items = append(search.Indicators(is.result, d.Lang), items...)
	}
	if s.known == is {
		return
	}
	var records search.Records
	if d.Store != nil {
		records = d.Store
	}
	s.known, s.finder = is, search.New(records, d.Park, d.Lang, items)
}

// find shows what has the words.
func (s *Search) find(text string) {
	s.prepare()
	answer, err := s.finder.Find(s.desk.Ctx(), text, mostShown)
	if err != nil {
		s.desk.Fail(err)
		return
	}
	s.results = nil
	var rows []kit.Row
	more := false
	for _, g := range answer.Groups {
		rows = append(rows, kit.Row{ID: int64(-len(rows) - 1), Heading: true, Cells: []kit.Cell{{Text: s.heading(g)}, {}}})
		for _, r := range g.Results {
			s.results = append(s.results, r)
			rows = append(rows, kit.Row{ID: int64(len(s.results)), Cells: []kit.Cell{{Text: r.Title}, {Text: where(r), Muted: true}}})
		}
		more = more || g.More
	}
	s.table.SetNote(s.none(text))
	s.table.SetRows(rows)
	s.table.Select(1)
	s.say(answer.Read, more)
}

// none says why nothing is shown.
func (s *Search) none(text string) string {
	if len(app.Words(text)) == 0 {
		return s.desk.T("ui.search.about")
	}
	return s.desk.T("ui.search.none")
}

// say says under the results how the words were read and that there are others.
func (s *Search) say(read string, more bool) {
	said := ""
	if read != "" {
		said = s.desk.T("common.search.read", "Text", read)
	}
	if more {
		if said != "" {
			said += ". "
		}
		said += s.desk.T("ui.search.more")
	}
	s.remark.SetText(said)
	s.page.Refresh() // the foot has become higher or lower
}

// heading says of what the results of a group are.
func (s *Search) heading(g search.Group) string {
	if g.Type != nil {
		return g.Type.Many.In(s.desk.Lang)
	}
	return s.desk.T("common.search." + string(g.Kind))
}

// where says what of a result has the words or, when its title has, where it stands.
func where(r search.Result) string {
	if r.Where != "" && r.Kind != search.KindFinding { // the record of a finding says more than its words
		return r.Where
	}
	return r.About
}

// open goes to what stands in a row.
func (s *Search) open(row int64) {
	if row < 1 || int(row) > len(s.results) {
		return
	}
	r, d := s.results[row-1], s.desk
	back := s.back
	s.back = nil
	s.hide()
	switch r.Kind {
	case search.KindCommand:
		s.commands[r.Key].Do()
	case search.KindGuide:
		if back != nil {
			d.Window.Canvas().Focus(back)
		}
		page, section, _ := strings.Cut(r.Key, "#")
		d.ShowGuide(guide.Target{Page: page, Section: section})
	case search.KindFinding:
		d.Explain(r.Key, r.Place)
	default:
		d.Open(r.Place)
	}
}
