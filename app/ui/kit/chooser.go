package kit

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// chooser walks directories by keyboard or mouse. We made it because the toolkit's file
// dialog has English words that cannot be translated and cannot be used by keys.
type chooser struct {
	files      Files
	extensions []string // of the files shown; none when a directory is asked for
	dir        string   // empty while the list of places is shown
	targets    []string // where the rows lead, by row id − 1; empty leads to the places
	path       *Entry
	message    *Line
	page       *fyne.Container
	table      *Table
	make       *Button // makes a directory; nil when a file is asked for
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
	c.begin(f.Dir)
	c.toList()
}

func (c *chooser) content() fyne.CanvasObject {
	words := c.files.Words
	accept := NewButton(words.T("ui.open", nil), func() { c.enter(c.table.Selected()) })
	buttons := []*Button{accept}
	if len(c.extensions) == 0 {
		accept = NewButton(words.T("ui.file.this_folder", nil), c.takeFolder)
		c.make = NewButton(words.T("ui.file.new_folder", nil), c.askNewFolder)
		buttons = []*Button{accept, c.make}
	}
	accept.Importance = widget.HighImportance
	places := NewButton(words.T("ui.file.places", nil), c.goPlaces)
	foot := NewFoot()
	for _, b := range append(buttons, NewButton(words.T("ui.cancel", nil), c.cancel)) {
		b.OnEscape = c.cancel
		foot.Add(b)
	}
	places.OnEscape, c.path.OnEscape = c.cancel, c.cancel
	top := container.New(layout.NewBorderLayout(nil, nil, places, nil), places, c.path)
	under := container.NewVBox(c.message, foot)
	c.page = NewPage(top, c.table, container.NewVScroll(under)) // Tab goes down it
	return c.page
}

// say tells what is wrong, over the buttons; an empty text takes back what was said.
func (c *chooser) say(text string) {
	c.message.SetText(text)
	c.page.Refresh() // the foot has become higher or lower
}

// begin shows a directory, or the nearest above it that can be read, as when a stick was
// pulled out; where there is none, the places.
func (c *chooser) begin(dir string) {
	if dir == "" {
		c.showPlaces()
		return
	}
	why := ""
	for {
		found, err := inTime(patience, func() (listing, error) { return look(dir, c.extensions) })
		if err == nil && !found.file {
			c.show(found)
			break
		}
		if why == "" {
			why = c.why(dir, err)
		}
		above := filepath.Dir(dir)
		if above == dir || errors.Is(err, errSlow) {
			c.showPlaces()
			break
		}
		dir = above
	}
	if why != "" {
		c.say(why)
	}
}

// show lists a directory. The row of the directory it was entered from by the way up is
// selected.
func (c *chooser) show(found listing) {
	from := c.dir
	c.dir = found.dir
	above, words := filepath.Dir(found.dir), c.files.Words.T("ui.file.up", nil)
	if above == found.dir {
		above, words = "", c.files.Words.T("ui.file.to_places", nil)
	}
	c.targets = []string{above}
	rows := []Row{{ID: 1, Cells: []Cell{{Text: words}, {}}}}
	at := int64(1)
	for _, e := range found.entries {
		c.targets = append(c.targets, filepath.Join(found.dir, e.name))
		id := int64(len(c.targets))
		rows = append(rows, Row{ID: id, Cells: []Cell{{Text: e.shown()}, changedCell(e.changed)}})
		if c.targets[id-1] == from {
			at = id
		}
	}
	c.fill(rows, at)
	if found.more {
		c.say(c.files.Words.N("ui.file.many", mostNames, nil))
	}
}

// fill sets the rows and selects one of them.
func (c *chooser) fill(rows []Row, at int64) {
	c.say("")
	c.path.SetText(c.dir)
	c.table.SetRows(rows)
	c.table.Select(at)
	if c.make != nil {
		why := ""
		if c.dir == "" {
			why = c.files.Words.T("ui.file.no_folder", nil)
		}
		c.make.Forbid(why)
	}
}

func changedCell(at time.Time) Cell {
	if at.IsZero() {
		return Cell{}
	}
	return Cell{Text: app.DateOf(at).String() + at.Format(" 15:04"), N: at.Unix(), Number: true}
}

// enter opens the directory of a row, or takes its file.
func (c *chooser) enter(id int64) {
	if id < 1 || int(id) > len(c.targets) {
		return
	}
	if c.targets[id-1] == "" {
		c.goPlaces()
		return
	}
	c.take(c.targets[id-1])
}

// typed goes where the path that was typed leads: from the root, from the home directory
// (~), or from the directory that is shown.
func (c *chooser) typed(path string) {
	if _, err := os.Lstat(path); err != nil {
		path = fromHome(app.PastedPath(path))
	}
	switch {
	case path == "" && c.dir == "":
		return
	case !filepath.IsAbs(path):
		path = filepath.Join(c.dir, path)
	}
	c.take(filepath.Clean(path))
}

// take goes into a directory or takes a file; what is wrong with the path is said, and the
// list stays as it was.
func (c *chooser) take(path string) {
	found, err := inTime(patience, func() (listing, error) { return look(path, c.extensions) })
	switch {
	case err != nil || found.file && len(c.extensions) == 0:
		c.say(c.why(path, err))
	case found.file:
		c.done(path, filepath.Dir(path))
	default:
		c.show(found)
		c.toList()
	}
}

// why says why a path leads nowhere; without an error, that it leads to a file.
func (c *chooser) why(path string, err error) string {
	text, _ := c.files.Words.Sentence(unread(path, err), nil)
	return text
}

// takeFolder takes the directory that is shown; in the list of places, goes to the selected one.
func (c *chooser) takeFolder() {
	if c.dir == "" {
		c.enter(c.table.Selected())
		return
	}
	c.done(c.dir, c.dir)
}

func (c *chooser) toList() { c.files.Window.Canvas().Focus(c.table) }

func (c *chooser) cancel() { c.shown.Hide() }

// done hands over what was chosen and remembers in which directory.
func (c *chooser) done(path, dir string) {
	c.shown.Hide()
	c.files.keep(dir)
	c.then(path)
}
