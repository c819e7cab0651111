// Package profiles shows by which method and rules a year is judged and puts others in
// their place.
package profiles

import (
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/disk"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen shows by which method and rules the year is judged, and puts others in
// their place.
type Screen struct {
	desk   *desk.Desk
	kind   *kit.Select
	filter *kit.Filter
	about  *kit.Marked
	table  *kit.Table
	whole  *kit.Prose // the chosen line in full
	load   *kit.Button
	reset  *kit.Button
	view   *kit.Screen
	pages  *fyne.Container // what is in force, or the editor
	editor *editor

	edit, copy, versions, official *kit.Button

	asked      *desk.Question    // shown last
	listed     *versionList      // shown last
	chooseFile func(path string) // for the question that asks for a document
}

// New makes the screen of methods and rules.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d, about: kit.NewMarked(), whole: kit.Wrapped()}
	s.table = kit.NewTable([]kit.Column{
		{Key: "code", Head: d.T("ui.profiles.code"), Chars: 20},
		{Key: "level", Head: d.T("ui.profiles.level"), Whole: true},
		{Key: "name", Head: d.T("ui.profiles.name"), Chars: 44},
		{Key: "asks", Head: d.T("ui.profiles.asks"), Chars: 30, Wide: true},
	})
	s.table.OnSelect = func(int64) { s.tell() }
	s.table.SetNote(d.T("ui.nothing_found"))
	s.filter = kit.NewFilter(d.T("ui.check.filter"), s.onFilter)
	s.filter.OnDown = s.FocusList
	s.table.OnBack = s.FocusFilter
	s.kind = kit.NewSelect([]string{d.T("ui.profiles.method"), d.T("ui.profiles.rules")})
	s.load = kit.NewTool(d.T("ui.profiles.load"), theme.UploadIcon(), s.onLoad)
	s.edit = kit.NewPrimary(d.T("ui.profiles.edit"), theme.DocumentCreateIcon(), s.onEdit)
	s.copy = kit.NewTool(d.T("ui.profiles.copy"), theme.ContentCopyIcon(), func() { s.onCopy(nil) })
	s.versions = kit.NewTool(d.T("ui.profiles.versions"), theme.HistoryIcon(), s.onVersions)
	s.official = kit.NewTool(d.T("ui.profiles.official"), theme.ConfirmIcon(), s.onOfficial)
	s.reset = kit.NewTool(d.T("ui.profiles.reset"), theme.ViewRefreshIcon(), s.onReset)
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{
			Title: d.T("ui.profiles.title"), Words: d.Words, Search: s.filter, Primary: s.edit,
			Secondary: []*kit.Button{s.copy, s.versions},
			More:      []*kit.Button{s.load, kit.NewTool(d.T("ui.profiles.export"), theme.DownloadIcon(), s.onExport), s.official, s.reset},
		},
		Filters: container.NewVBox(container.NewPadded(kit.NewFlow(kit.Chars(16, s.kind))), s.about),
		List:    s.table, Details: container.NewVScroll(container.NewVBox(s.whole)), Words: d.Words,
	})
	s.editor = newEditor(d)
	s.editor.OnBack = s.closeEditor
	s.editor.Content().Hide()
	s.pages = container.NewStack(s.view, s.editor.Content())
	s.kind.SetSelectedIndex(0)
	s.kind.OnChanged = func(string) {
		s.Refresh()
		s.table.Select(1)
		s.tell()
	}
	s.kind.OnChanged("")
	return s
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.pages }

// FocusFilter puts the cursor into the filter.
func (s *Screen) FocusFilter() { s.view.Header.FocusSearch() }

// onFilter narrows the list, and the line in full follows it.
func (s *Screen) onFilter(query string) {
	s.table.SetFilter(query)
	s.tell()
}

// FocusList gives the keyboard to the list.
func (s *Screen) FocusList() {
	if s.editing() {
		s.editor.Focus()
		return
	}
	s.view.ShowList()
	s.desk.Window.Canvas().Focus(s.table)
}

// Open shows a profile that was put in place of the program's own, in its year.
func (s *Screen) Open(id int64, _ string) {
	p := app.Find[app.Profile](s.desk.Part("profile"), "profile", id)
	if p == nil {
		return
	}
	if p.Year.Given() {
		s.desk.ChooseYear(int(p.Year.N) - 1) // a rating is of the data of the year before
	}
	if s.editing() { // the shell has asked what is to become of an edit
		s.closeEditor()
	}
	s.kind.SetSelectedIndex(slices.Index(kinds(), p.Kind))
	s.FocusList()
}

// kinds are the kinds of profiles in the order of their choice.
func kinds() []string { return []string{app.ProfileMethod, app.ProfileRules} }

// chosen returns the kind of profile that is shown.
func (s *Screen) chosen() string {
	return kinds()[max(0, s.kind.SelectedIndex())]
}

// Refresh shows what is in force for the year.
func (s *Screen) Refresh() {
	d := s.desk
	s.view.Header.SetCount(d.T("ui.package.year", "Year", d.Year, "Rating", d.Year+1), strconv.Itoa(d.Year))
	s.allow()
	if s.editing() && !s.editor.Refresh() {
		s.closeEditor()
	}
	set, _ := d.InForce() // the check tells what is wrong with it
	switch {
	case d.Park == 0 || set.Method == nil || set.Rules == nil:
		s.table.SetRows(nil)
	case s.chosen() == app.ProfileRules:
		s.table.SetRows(ruleRows(d, set.Rules))
	default:
		s.table.SetRows(methodRows(d, set.Method))
	}
	s.Follow()
	s.tell()
}

// own reports whether the company has put a profile of the chosen kind in place of the
// program's.
func (s *Screen) own() bool {
	return regulation.Own(s.desk.Part("profile"), s.chosen(), s.desk.Year) != nil
}

// Follow says what is in force, and what staff ought to know of it once the check has told.
func (s *Screen) Follow() {
	d := s.desk
	set, _ := d.InForce() // the check tells what is wrong with it
	seen := d.Look().Set
	if d.Park == 0 || set.Method == nil || set.Rules == nil {
		s.about.SetText(d.WhyNothing())
		return
	}
	id := "ui.profiles.builtin"
	if s.own() {
		id = "ui.profiles.own"
	}
	title, version := set.Method.Title, set.Method.Version
	if s.chosen() == app.ProfileRules {
		title, version = set.Rules.Title, set.Rules.Version
	}
	text := d.T(id, "Title", title.In(d.Lang), "Version", version)
	if standing := set.Method.Standing().In(d.Lang); s.chosen() == app.ProfileMethod && standing != "" {
		mark := app.MarkWarning
		if set.Method.Official {
			mark = app.MarkReady
		}
		text += "\n" + mark.Before(standing+".")
	}
	if seen.Method == set.Method && seen.Rules == set.Rules {
		text = d.WithRemarks(text, s.chosen())
	}
	s.about.SetText(text)
	s.view.Refresh() // it may take more lines than before
	if s.editing() {
		s.editor.Follow()
	}
}

// tell shows the chosen line in full: the columns may have cut it.
func (s *Screen) tell() {
	defer s.view.Refresh() // it may take more lines than the one before
	cells := s.table.Texts(s.table.Selected())
	if len(cells) < 4 {
		s.whole.SetText("")
		return
	}
	s.whole.SetText(cells[0] + ". " + cells[2] + "\n" + cells[3])
}

func ruleRows(d *desk.Desk, p *check.Profile) []kit.Row {
	var rows []kit.Row
	for i, r := range p.Outline() {
		rows = append(rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
			{Text: r.ID}, {Text: desk.LevelText(d, r.Level)}, {Text: r.Type.Many.In(d.Lang) + ": " + r.Message.In(d.Lang)}, {Text: r.Asks},
		}})
	}
	return rows
}

func methodRows(d *desk.Desk, p *rating.Profile) []kit.Row {
	var rows []kit.Row
	for i, ind := range p.Indicators() {
		rows = append(rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
			{Text: ind.Code}, {Text: ind.Unit.In(d.Lang)}, {Text: ind.Name.In(d.Lang)}, {Text: ind.Words.In(d.Lang)},
		}})
	}
	return rows
}

func (s *Screen) files() kit.Files {
	return s.desk.Files(s.desk.FirstDir())
}

// onExport writes the profile in force under a name that is asked for.
func (s *Screen) onExport() {
	set, _ := s.desk.InForce() // also what cannot be used, so that it can be mended
	f, name := set.MethodFile, "method.toml"
	if s.chosen() == app.ProfileRules {
		f, name = set.RuleFile, "rules.toml"
	}
	s.files().New(s.desk.T("ui.profiles.export"), name, ".toml", func(path string) { s.export(path, f.TOML) })
}

// export makes the file; one that is there is left alone.
func (s *Screen) export(path string, text []byte) {
	d := s.desk
	if err := disk.WriteNew(path, text); err != nil {
		kit.Tell(d.Window, d.T("ui.profiles.title"), d.Say(err), d.T("ui.ok"))
		return
	}
	d.TellMade(d.T("ui.profiles.title"), d.T("cli.profile.exported", "File", path), path, nil)
}

// onLoad asks for a file and puts it in place of what is in force for its rating year.
func (s *Screen) onLoad() {
	s.files().Open(s.loadFrom, ".toml")
}

func (s *Screen) loadFrom(path string) {
	d := s.desk
	p, from, err := regulation.ReadFile(path, d.Today())
	if err != nil {
		kit.Tell(d.Window, d.T("ui.profiles.title"), d.Say(err), d.T("ui.ok"))
		return
	}
	next, err := d.Regulations.Put(d.Part("profile"), filepath.Base(path), p)
	if err != nil {
		kit.Tell(d.Window, d.T("ui.profiles.title"), d.Say(err), d.T("ui.ok"))
		return
	}
	save := func(tx app.Tx) error { return tx.Save(d.Ctx(), next) }
	if !d.Change(d.T("step.profile_set", "Title", p.Title), save) {
		return
	}
	s.Refresh()
	told := d.T("ui.profiles.loaded", "Title", p.Title, "Version", p.Version, "Rating", int(p.Year.N))
	if of := d.Year + 1; int(p.Year.N) != of {
		told += "\n\n" + d.T("ui.profiles.elsewhere", "Year", d.Year, "Rating", of)
	}
	if from != "" {
		told += "\n\n" + d.T("profile.transcoded", "From", from)
	}
	kit.Tell(d.Window, d.T("ui.profiles.title"), told, d.T("ui.ok"))
}

// onReset goes back to the program's own profile; Ctrl+Z brings the other back.
func (s *Screen) onReset() {
	d := s.desk
	p := regulation.Own(d.Part("profile"), s.chosen(), d.Year)
	if p == nil {
		return
	}
	drop := func(tx app.Tx) error { return tx.Delete(d.Ctx(), p) }
	if d.Change(d.T("step.profile_reset", "Title", p.Title), drop) {
		s.Refresh()
	}
}
