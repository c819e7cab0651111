package kit

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/i18n"
)

// Files asks for files and directories. We ask for the name of a new file ourselves,
// because the toolkit's dialog empties the file before it says its name.
type Files struct {
	Window fyne.Window   // over which the dialogs open
	Words  *i18n.Printer // what the dialogs say
	Dir    string        // where to begin; empty begins with the places
	// Places returns directories where the user is likely to look, the likeliest first; nil for
	// none but those that the system has.
	Places func() []Place
	// Keep remembers in which directory something was chosen; nil where nothing is kept.
	Keep func(dir string)
	// Refuse says why no file can be made under a path, and the name is asked for again; nil where
	// whoever makes the file says so.
	Refuse func(path string) string
}

// New asks for the name of a file that is yet to be made and the directory it goes to.
// It touches no file: whoever makes the file refuses a name that is taken.
func (f Files) New(title, name, extension string, then func(path string)) {
	f.NewOf(title, name, []string{extension}, then)
}

// NewOf is New for a file of one of several kinds: a name with none of the extensions
// gets the first.
func (f Files) NewOf(title, name string, extensions []string, then func(path string)) {
	dir := widget.NewLabel(f.Dir)
	dir.Truncation = fyne.TextTruncateEllipsis
	entry := NewEntry(nil)
	if name != "" {
		name = app.AsFileName(name) // it may be a stranger’s: see there
	}
	entry.SetText(name)
	choose := NewButton(f.Words.T("ui.choose_folder", nil), func() {
		f.Folder(func(path string) { dir.SetText(path) })
	})
	var shown *dialog.CustomDialog
	wrong := NewMarked()
	wrong.Hide()
	accept := func() {
		name := withExtension(fromHome(entry.Text), extensions)
		if !filepath.IsAbs(name) { // a whole path may be pasted
			name = filepath.Join(dir.Text, name)
		}
		if f.Refuse != nil {
			if why := f.Refuse(name); why != "" {
				wrong.SetText(app.MarkError.Before(why))
				wrong.Show()
				shown.Resize(Within(f.Window, Pixels(560), 0))
				f.Window.Canvas().Focus(entry)
				return
			}
		}
		shown.Hide()
		f.keep(filepath.Dir(name))
		then(name)
	}
	entry.OnSubmitted = func(string) { accept() }
	create := NewButton(f.Words.T("ui.keep_file", nil), accept)
	create.Importance = widget.HighImportance
	cancel := NewButton(f.Words.T("ui.cancel", nil), func() { shown.Hide() })
	create.OnEscape, cancel.OnEscape, choose.OnEscape, entry.OnEscape = cancel.OnTapped, cancel.OnTapped, cancel.OnTapped, cancel.OnTapped
	content := container.NewVBox(
		widget.NewLabel(f.Words.T("ui.file_name", nil)), entry,
		container.NewBorder(nil, nil, widget.NewLabel(f.Words.T("ui.folder", nil)), choose, dir),
		wrong, NewFoot(create, cancel),
	)
	shown = NewDialog(title, content, f.Window)
	shown.Resize(Within(f.Window, Pixels(560), 0))
	shown.Show()
	f.Window.Canvas().Focus(entry)
}

// withExtension adds the first extension unless the name ends in one of them; an empty name
// stays empty.
func withExtension(name string, extensions []string) string {
	name = app.PastedPath(name)
	if filepath.IsAbs(name) { // its directory is there, and is called as it is called
		name = filepath.Join(filepath.Dir(name), app.Clean(filepath.Base(name)))
	} else {
		name = app.Clean(name)
	}
	for _, extension := range extensions {
		if strings.EqualFold(filepath.Ext(name), extension) && name != extension {
			return name
		}
	}
	return name + extensions[0]
}
