package kit

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/i18n"
)

// chooser walks directories by keyboard or mouse. We made it because the toolkit's file
// dialog has English words that cannot be translated and cannot be used by keys.
type chooser struct {
	files      Files
	extensions []string // of the files shown; none when a directory is asked for
	dir        string
	names      []string // by row id − 1; the first is the way up
	path       *Entry
	message    *Line
	table      *Table
	shown      *dialog.CustomDialog
	then       func(path string)
}

// Open asks for an existing file with one of the extensions (".tpark").
func (f Files) Open(then func(path string), extensions ...string) {
	f.choose(f.Words.T("ui.file.open", nil), extensions, then)
}

// Folder asks for a directory.
func (f Files) Folder(then func(path string)) {
	f.choose(f.Words.T("ui.file.folder", nil), nil, then)
}

func (f Files) choose(title string, extensions []string, then func(path string)) {
	c := &chooser{files: f, extensions: extensions, then: then}
	c.table = NewTable([]Column{
		{Key: "name", Head: f.Words.T("ui.file.name", nil), Chars: 40, Wide: true},
		{Key: "changed", Head: f.Words.T("ui.file.changed", nil), Chars: 17},
	})
	c.table.OnOpen = c.enter
	c.table.OnBack = c.cancel
	c.path = NewEntry(c.typed)
	c.message = NewLine("error", "text")
	c.shown = NewDialog(title, c.content(), f.Window)
	c.shown.Show()
	text := Size(theme.SizeNameText)
	c.shown.Resize(fyne.NewSize(55*text, 37*text).Min(f.Window.Canvas().Size()))
	c.visit(f.Dir)
	f.Window.Canvas().Focus(c.table)
}

func (c *chooser) content() fyne.CanvasObject {
	words := c.files.Words
	accept := NewButton(words.T("ui.open", nil), func() { c.enter(c.table.Selected()) })
	if len(c.extensions) == 0 {
		accept = NewButton(words.T("ui.file.this_folder", nil), func() { c.done(c.dir) })
	}
	accept.Importance = widget.HighImportance
	cancel := NewButton(words.T("ui.cancel", nil), c.cancel)
	home := NewButton(words.T("ui.file.home", nil), c.goHome)
	accept.OnEscape, cancel.OnEscape, home.OnEscape, c.path.OnEscape = c.cancel, c.cancel, c.cancel, c.cancel
	top := container.New(layout.NewBorderLayout(nil, nil, home, nil), home, c.path)
	foot := container.NewVBox(c.message, container.NewCenter(container.NewHBox(accept, cancel)))
	return NewPage(top, c.table, container.NewVScroll(foot)) // Tab goes down it
}

// visit shows a directory; one that cannot be read is named and the old one stays.
func (c *chooser) visit(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		c.message.SetText(c.files.Words.T("ui.file.unreadable", map[string]any{"File": dir}))
		return
	}
	c.message.SetText("")
	c.dir, c.names = dir, []string{".."}
	rows := []Row{{ID: 1, Cells: []Cell{{Text: c.files.Words.T("ui.file.up", nil)}, {}}}}
	slices.SortStableFunc(entries, directoriesFirst(i18n.NewCollator()))
	for _, entry := range entries {
		if !c.suits(entry) {
			continue
		}
		c.names = append(c.names, entry.Name())
		rows = append(rows, Row{ID: int64(len(c.names)), Cells: []Cell{{Text: shownName(entry)}, changedCell(entry)}})
	}
	c.path.SetText(dir)
	c.table.SetRows(rows)
	c.table.Select(1)
}

func directoriesFirst(collator *i18n.Collator) func(a, b os.DirEntry) int {
	return func(a, b os.DirEntry) int {
		if a.IsDir() != b.IsDir() {
			if a.IsDir() {
				return -1
			}
			return 1
		}
		return collator.Compare(a.Name(), b.Name())
	}
}

func (c *chooser) suits(entry os.DirEntry) bool {
	if strings.HasPrefix(entry.Name(), ".") {
		return false
	}
	return entry.IsDir() || slices.Contains(c.extensions, strings.ToLower(filepath.Ext(entry.Name())))
}

// shownName ends directories in a slash: a word or a sign tells them, not a colour.
func shownName(entry os.DirEntry) string {
	if entry.IsDir() {
		return entry.Name() + string(filepath.Separator)
	}
	return entry.Name()
}

func changedCell(entry os.DirEntry) Cell {
	info, err := entry.Info()
	if err != nil {
		return Cell{}
	}
	at := info.ModTime()
	return Cell{Text: app.DateOf(at).String() + at.Format(" 15:04"), N: at.Unix(), Number: true}
}

// enter opens the directory of a row, or takes its file.
func (c *chooser) enter(id int64) {
	if id < 1 || int(id) > len(c.names) {
		return
	}
	c.take(filepath.Join(c.dir, c.names[id-1]))
}

// typed goes where the path that was typed leads.
func (c *chooser) typed(path string) {
	if _, err := os.Lstat(path); err != nil {
		path = app.PastedPath(path)
	}
	c.take(path)
}

func (c *chooser) take(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		c.message.SetText(c.files.Words.T("ui.file.unreadable", map[string]any{"File": path}))
	case info.IsDir():
		c.visit(path)
		c.files.Window.Canvas().Focus(c.table)
	case len(c.extensions) > 0:
		c.done(path)
	}
}

func (c *chooser) goHome() {
	if home, err := os.UserHomeDir(); err == nil {
		c.visit(home)
		c.files.Window.Canvas().Focus(c.table)
	}
}

func (c *chooser) cancel() { c.shown.Hide() }

func (c *chooser) done(path string) {
	c.shown.Hide()
	c.then(path)
}
