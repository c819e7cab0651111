// Package backups shows the copies of the data file: whether the last one is good and the
// second place is there, which there are, what is in them against what is now; and brings one
// back beside the file.
package backups

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen lists the copies of the data file, the last one first.
type Screen struct {
	showInFolder func(path string) error

	desk   *desk.Desk
	copies []copies.Copy // in the order of the rows
	now    app.Holding   // of the data file

	awaited bool   // a copy that was asked for is being made
	wanted  string // its path, until it is listed

	brief  *kit.Line   // the worse of them, where the window is low
	about  *kit.Marked // the two sentences that decide whether anything is to be done
	choose *kit.Button // a second place, beside the sentence that asks for one
	list   *kit.List
	one    *kit.Block // the chosen copy
	rows   *kit.Grid  // what is in it
	places *kit.Grid  // where copies go, and when
	aside  *container.Scroll
	panes  *kit.Panes
	view   *kit.Screen

	make, verify, restore, differences, folder *kit.Button
}

// New makes the screen.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d, showInFolder: desk.ShowInFolder, about: kit.NewMarked(), brief: kit.NewLine(kit.ColorText, theme.SizeNameText)}
	s.list = kit.NewList(kit.ListOptions{Window: d.Window, Words: d.Words, State: d.ListState("backups"), Columns: columns(d)})
	s.list.Ways = d.Ways(s)
	s.list.SetNone(d.T("ui.backups.none"), "")
	table := s.list.Table
	table.OnSelect = s.onSelect
	table.OnOpen = func(int64) { s.focusOne() }
	s.make = kit.NewPrimary(d.T("ui.backups.make"), theme.ContentAddIcon(), s.onMake)
	s.verify = kit.NewTool(d.T("ui.backups.verify"), theme.ConfirmIcon(), s.onVerify)
	s.restore = kit.NewButton(d.T("ui.backups.restore"), s.onRestore)
	s.differences = kit.NewButton(d.T("ui.backups.differences"), s.onDifferences)
	s.folder = kit.NewButton(d.T("ui.backups.folder"), s.onFolder)
	s.choose = kit.NewTool(d.T("ui.backups.choose"), theme.FolderOpenIcon(), s.onSecond)
	s.buildAside()
	s.panes = kit.NewPanes(d.Words, s.list.Content, s.aside, 0.72)
	s.panes.Keyboard = table
	save := kit.NewTool(d.T("ui.menu.copy"), theme.DocumentSaveIcon(), s.onSave)
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{
			Title: d.T("ui.backups.title"), Words: d.Words, Primary: s.make, Secondary: []*kit.Button{save, s.verify},
			More: []*kit.Button{s.list.FilterButton(), kit.NewTool(d.T("ui.list.columns"), theme.ListIcon(), s.ChooseColumns)},
		},
		Filters: container.NewBorder(nil, nil, nil, container.NewPadded(container.NewVBox(s.choose)), s.about),
		Brief:   container.NewPadded(s.brief),
		List:    s.panes, Words: d.Words,
	})
	s.panes.OpenFrom(s.view.Header)
	s.Refresh()
	return s
}

// buildAside makes what stands beside the list: the chosen copy, and where copies go.
func (s *Screen) buildAside() {
	d := s.desk
	s.rows, s.places = kit.NewGrid(nil), kit.NewGrid(nil)
	acts := kit.NewFlow(s.restore, s.differences, s.folder)
	s.one = kit.NewBlock("", container.NewVBox(acts, kit.Paragraph(d.T("ui.backups.beside"), 44), s.rows))
	where := kit.NewBlock(d.T("ui.backups.where"), s.places,
		kit.NewLink(d.T("ui.backups.change_place"), s.onSecond), kit.NewLink(d.T("ui.backups.change_passphrase"), s.onPassphrase))
	s.aside = container.NewVScroll(container.NewPadded(container.NewVBox(s.one, where)))
	for _, b := range []*kit.Button{s.restore, s.differences, s.folder} {
		b.OnFocus = func() { kit.Reveal(s.aside, b, b) }
		b.OnEscape = s.toList
	}
}

// toList comes back to the list.
func (s *Screen) toList() { s.panes.ShowList() }

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.view }

// FocusList gives the keyboard to the list.
func (s *Screen) FocusList() { s.list.Focus() }

// ChooseColumns asks which columns the list shows.
func (s *Screen) ChooseColumns() { s.list.ChooseColumns() }

// Listed returns the list as it is shown.
func (s *Screen) Listed() (desk.Listing, bool) {
	return desk.Listing{List: s.list, Title: s.desk.T("ui.backups.title")}, true
}

// Refresh looks at the copies anew: they are seen when they have been.
func (s *Screen) Refresh() {
	s.FollowCopies()
	s.desk.Copies.Again()
}

// FollowCopies shows what is known of the copies.
func (s *Screen) FollowCopies() {
	d := s.desk
	s.copies = nil
	l := d.Copies.Look()
	if l != nil {
		s.copies = l.Copies
	}
	var err error
	if s.now, err = d.Store.Holding(d.Ctx()); err != nil {
		d.Fail(err)
	}
	s.say(l)
	table := s.list.Table
	table.SetRows(rowsOf(d, s.copies))
	s.chooseWanted()
	if shown := table.Shown(); !table.Shows(table.Selected()) && len(shown) > 0 {
		table.Select(shown[0])
	}
	s.fillPlaces(l)
	s.follow()
	s.view.Refresh() // the sentences may take more lines than before
}

// chosen returns the copy of the selected row; nil when there is none.
func (s *Screen) chosen() *copies.Copy {
	id := s.list.Table.Selected()
	for i := range s.copies {
		if rowID(s.copies[i]) == id && s.list.Table.Shows(id) {
			return &s.copies[i]
		}
	}
	return nil
}

// focusOne goes on to the chosen copy.
func (s *Screen) focusOne() {
	s.panes.ShowForm()
	s.desk.Window.Canvas().Focus(s.restore)
}

// follow shows the chosen copy and allows what can be done with it.
func (s *Screen) follow() {
	d, c := s.desk, s.chosen()
	none, unkept := "", ""
	if c == nil {
		none = d.T("ui.backups.none_chosen")
	}
	if _, kept := d.Copies.Keeper(); !kept {
		unkept = d.T("ui.backups.unkept")
	}
	why := none
	if unkept != "" {
		why = unkept
	}
	s.make.Forbid(unkept)
	for _, b := range []*kit.Button{s.verify, s.restore, s.differences, s.folder} {
		b.Forbid(why)
	}
	s.choose.Forbid(unkept)
	s.fillOne(c)
}
