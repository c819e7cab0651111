// Package forms is the family of the forms of other authorities: those that the program brings and
// those that staff have put names into, what each of them would be filled with, and from where.
package forms

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/template"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/assets"
)

// form is one line of the list.
type form struct {
	name string // of a shipped one; the path of another
	own  bool   // of the user: a file
	xlsx []byte // of a shipped one
}

// Screen shows the forms, and the chosen one filled from the records as they are.
type Screen struct {
	desk  *desk.Desk
	forms []form
	at    int     // index in forms
	seen  outcome // what the chosen form is filled with
	asked moment  // that is being filled, or was last
	keys  bool    // the keyboard is with the cells

	list   *kit.Table
	cells  *kit.Table
	title  *kit.Line
	told   *kit.Marked
	fill   *kit.Button
	add    *kit.Button
	names  *kit.Button
	save   *kit.Button
	remove *kit.Button
	panes  *kit.Panes
	view   *kit.Screen
}

// New makes the screen.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d, told: kit.NewMarked()}
	s.list = kit.NewTable([]kit.Column{
		{Key: "form", Head: d.T("ui.forms.form"), Chars: 30, Wide: true, Naming: true},
		{Key: "whose", Head: d.T("ui.forms.whose"), Chars: 12},
	})
	s.list.OnSelect = func(id int64) { s.choose(int(id) - 1) }
	s.list.OnOpen = func(int64) { s.focusCells() }
	s.list.OnDelete = func(int64) { s.onRemove() }
	s.list.OnBack = func() { d.Back() }
	s.cells = kit.NewTable([]kit.Column{
		{Key: "cell", Head: d.T("ui.forms.cell"), Chars: 16, Naming: true},
		{Key: "name", Head: d.T("ui.forms.name"), Chars: 26, Wide: true},
		{Key: "value", Head: d.T("ui.forms.value"), Chars: 20},
		{Key: "from", Head: d.T("ui.forms.from"), Chars: 26},
	})
	s.cells.OnOpen = func(id int64) { s.openCell(int(id) - 1) }
	s.cells.OnBack = func() { s.panes.ShowList() }
	s.cells.OnSelect = func(int64) { s.tell() }
	s.cells.OnFocus = func(has bool) {
		s.keys = has
		s.tell()
	}
	s.fill = kit.NewPrimary(d.T("ui.forms.fill"), theme.DocumentSaveIcon(), s.onFill)
	s.add = kit.NewTool(d.T("ui.forms.add"), theme.ContentAddIcon(), s.onAdd)
	s.names = kit.NewTool(d.T("ui.forms.names"), theme.ListIcon(), s.onNames)
	s.save = kit.NewTool(d.T("ui.forms.save"), theme.DownloadIcon(), s.onSave)
	s.remove = kit.NewTool(d.T("ui.forms.remove"), theme.DeleteIcon(), s.onRemove)
	s.title = kit.NewLine(theme.ColorNameForeground, theme.SizeNameSubHeadingText)
	s.title.Bold = true
	head := container.NewVScroll(container.NewPadded(container.NewVBox(s.title, s.told)))
	s.panes = kit.NewPanes(d.Words, s.list, kit.NewPage(head, s.cells, nil), 0.34)
	s.panes.Keyboard = s.list
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{Title: d.T("ui.forms.title"), Words: d.Words, Primary: s.fill, Secondary: []*kit.Button{s.add, s.names, s.save, s.remove}},
		List:   s.panes, Words: d.Words,
	})
	s.panes.OpenFrom(s.view.Header)
	s.Refresh()
	return s
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.view }

// FocusList gives the keyboard to the list of forms.
func (s *Screen) FocusList() { s.desk.Window.Canvas().Focus(s.list) }

// Refresh reads which forms there are, and fills the chosen one anew.
func (s *Screen) Refresh() {
	s.forms = s.forms[:0]
	for _, f := range assets.Forms() {
		s.forms = append(s.forms, form{name: f.Name, xlsx: f.XLSX})
	}
	if s.desk.KeptForms != nil {
		for _, path := range s.desk.KeptForms() {
			s.forms = append(s.forms, form{name: path, own: true})
		}
	}
	var rows []kit.Row
	for i, f := range s.forms {
		whose := s.desk.T("ui.forms.shipped")
		if f.own {
			whose = s.desk.T("ui.forms.own")
		}
		rows = append(rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{{Text: s.titleOf(f)}, {Text: whose, Muted: true}}})
	}
	s.at = min(s.at, len(s.forms)-1)
	s.list.SetRows(rows)
	s.list.Select(int64(s.at + 1))
	s.Follow()
}

// Follow fills the chosen form from the records as they were checked last.
func (s *Screen) Follow() {
	d := s.desk
	seen := d.Look()
	why := ""
	if seen.Book == nil || seen.Set.Method == nil {
		why = d.WhyNothing()
	}
	s.fill.Forbid(why)
	kit.Enable(s.remove, s.chosen().own)
	s.view.Header.SetCount(d.T("ui.forms.count", "Year", d.Year), "")
	if why != "" {
		s.seen, s.asked = outcome{}, moment{}
		s.show()
		return
	}
	s.preview(seen)
}

func (s *Screen) chosen() form { return s.forms[s.at] }

// titleOf is how a form is called.
func (s *Screen) titleOf(f form) string {
	if f.own {
		return filepath.Base(f.name)
	}
	return s.desk.T("ui.forms.shipped." + f.name)
}

func (s *Screen) choose(at int) {
	if at < 0 || at >= len(s.forms) || at == s.at {
		return
	}
	s.at = at
	s.Follow()
}

func (s *Screen) focusCells() {
	s.panes.ShowForm()
	s.desk.Window.Canvas().Focus(s.cells)
}

// onAdd puts a form of the user on the list.
func (s *Screen) onAdd() {
	d := s.desk
	d.Files(d.FirstDir()).Open(func(path string) {
		f, err := read(form{name: path, own: true})
		if err == nil {
			_, err = template.Open(f)
		}
		if err != nil {
			kit.Tell(d.Window, d.T("ui.forms.title"), d.Say(app.About(path, err)), d.T("ui.ok"))
			return
		}
		var all []string
		if d.KeptForms != nil {
			all = d.KeptForms()
		}
		if !slices.Contains(all, path) && d.KeepForms != nil {
			d.KeepForms(append(all, path))
		}
		s.Refresh()
		s.at = max(0, slices.IndexFunc(s.forms, func(f form) bool { return f.name == path }))
		s.Refresh()
		s.FocusList()
	}, ".xlsx", ".xlsm")
}

// onRemove takes a form of the user off the list; its file stays.
func (s *Screen) onRemove() {
	if f := s.chosen(); f.own && s.desk.KeepForms != nil {
		s.desk.KeepForms(slices.DeleteFunc(s.desk.KeptForms(), func(path string) bool { return path == f.name }))
		s.Refresh()
		s.FocusList()
	}
}
