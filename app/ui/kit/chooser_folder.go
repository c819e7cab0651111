package kit

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// askNewFolder asks for the name of a directory, makes it in the one that is shown and goes
// into it.
func (c *chooser) askNewFolder() {
	words, window := c.files.Words, c.files.Window
	note := widget.NewLabel(words.T("ui.folder", nil) + " " + c.dir)
	note.Truncation = fyne.TextTruncateEllipsis
	var shown *dialog.CustomDialog
	hide := func() { shown.Hide() }
	name := NewEntry(func(typed string) {
		path, why := c.makeFolder(typed)
		if why != "" {
			note.Importance = widget.DangerImportance
			note.SetText(why)
			return
		}
		hide()
		c.take(path)
	})
	create := NewPrimary(words.T("ui.create", nil), nil, func() { name.OnSubmitted(name.Text) })
	cancel := NewButton(words.T("ui.cancel", nil), hide)
	name.OnEscape, create.OnEscape, cancel.OnEscape = hide, hide, hide
	content := container.NewVBox(
		widget.NewLabel(words.T("ui.file.folder_name", nil)), name, note,
		NewFoot(create, cancel),
	)
	shown = NewDialog(words.T("ui.file.new_folder_title", nil), content, window)
	shown.Resize(Within(window, Pixels(560), 0))
	shown.Show()
	window.Canvas().Focus(name)
}

// makeFolder makes a directory in the one that is shown, or says why it was not made.
func (c *chooser) makeFolder(typed string) (path, why string) {
	name := app.Clean(app.PastedPath(typed))
	if !usableName(name) {
		return "", c.files.Words.T("ui.file.bad_name", nil)
	}
	path = filepath.Join(c.dir, name)
	if err := os.Mkdir(path, 0o700); err != nil {
		why, _ = c.files.Words.Sentence(unmade(name, err), nil)
		return "", why
	}
	return path, ""
}

// unmade makes a refusal of what the system answered when a directory was to be made.
func unmade(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrExist):
		return &app.Refusal{ID: "ui.file.taken", Data: map[string]any{"File": name}, Cause: err}
	case errors.Is(err, fs.ErrPermission):
		return &app.Refusal{ID: "ui.file.no_right", Cause: err}
	}
	return &app.Refusal{ID: "ui.file.not_made", Data: map[string]any{"File": name}, Cause: err}
}

// usableName reports whether every system takes the name for a directory, and the chooser
// shows it: a disk is carried from one to another.
func usableName(name string) bool {
	return name != "" && !strings.ContainsAny(name, `/\:*?"<>|`) &&
		!strings.HasPrefix(name, ".") && !strings.HasSuffix(name, ".")
}
