package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app/ui/kit"
	"technopark/app/ui/port"
)

// extension is that of data files.
const extension = ".tpark"

// packageExtension is that of packages, which are opened by being inspected.
const packageExtension = ".pdf"

// archiveExtension is that of the archives beside packages, which are inspected like them.
const archiveExtension = ".zip"

// showStart shows what one can begin with.
func (w *Window) showStart() {
	d := w.desk
	w.shown, w.frame = "", nil
	w.nameWindow()
	title := kit.NewWords(d.T("ui.window"), kit.ColorText, theme.SizeNameHeadingText)
	title.Bold = true
	box := container.NewVBox(title, kit.Paragraph(d.T("ui.start.text"), 56))
	open := kit.NewButton(d.T("ui.menu.open"), w.onOpen)
	open.Importance = widget.HighImportance
	for _, b := range []*kit.Button{open, kit.NewButton(d.T("ui.menu.create"), w.onCreate), kit.NewButton(d.T("ui.menu.demo"), w.onDemo)} {
		b.Alignment = widget.ButtonAlignLeading
		box.Add(b)
	}
	if recent := w.recent(); len(recent) > 0 {
		box.Add(kit.NewWords(d.T("ui.start.recent"), kit.ColorMuted, theme.SizeNameText))
		for _, path := range recent {
			b := kit.NewButton(filepath.Base(path)+" — "+filepath.Dir(path), func() { w.OpenFile(path) })
			b.Alignment, b.Importance = widget.ButtonAlignLeading, widget.LowImportance
			box.Add(b)
		}
	}
	w.win.SetContent(container.NewCenter(box))
	w.win.Canvas().Focus(open)
	w.menu.refresh()
}

// recent returns the recent files that are still there.
func (w *Window) recent() []string {
	var there []string
	for _, path := range w.settings.Recent {
		if _, err := os.Stat(path); err == nil {
			there = append(there, path)
		}
	}
	return there
}

func (w *Window) files() kit.Files {
	dir, err := os.UserHomeDir()
	if err != nil {
		dir = "."
	}
	if recent := w.recent(); len(recent) > 0 {
		dir = filepath.Dir(recent[0])
	}
	return w.desk.Files(dir)
}

func (w *Window) onOpen() {
	w.leaveFile(func() { w.files().Open(w.OpenFile, extension, packageExtension, archiveExtension) })
}

// OpenFile shows a data file, or inspects a package.
func (w *Window) OpenFile(path string) {
	if ext := filepath.Ext(path); strings.EqualFold(ext, packageExtension) || strings.EqualFold(ext, archiveExtension) {
		w.inspect(path)
		return
	}
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		path = resolved // by whatever link it was chosen, it is one file
	}
	if w.desk.Store != nil && w.desk.Store.Path() == path {
		return // one program holds the file once
	}
	w.useFile(w.options.OpenStore, path)
}

func (w *Window) onCreate() {
	w.leaveFile(func() {
		w.askToMake("ui.create.title", "ui.create.name", func(path string) (port.Store, error) { return w.options.CreatePark(path, nil) })
	})
}

func (w *Window) onDemo() {
	w.leaveFile(func() { w.askToMake("ui.demo.title", "ui.demo.name", w.options.CreateDemo) })
}

// askToMake asks for the name of a new data file, makes it and shows it; title and name are
// the ids of messages.
func (w *Window) askToMake(title, name string, create func(path string) (port.Store, error)) {
	w.files().New(w.desk.T(title), w.desk.T(name), extension, func(path string) { w.useFile(create, path) })
}

// useFile opens or makes a file and shows it. The file before stays open until the new
// one is there.
func (w *Window) useFile(get func(string) (port.Store, error), path string) {
	var store port.Store
	w.desk.Tasks.Run(w.desk.T("ui.opening"), func(_ context.Context, _ kit.Progress) (err error) {
		store, err = get(path)
		return err
	}, func(err error) {
		switch {
		case err == nil:
			w.use(store)
			w.tellRemade(store)
		case w.rescuable(err, path):
			w.offerRescue(err, path)
		default:
			w.failFile(err, path)
		}
	})
}

// failFile says what is wrong with a file, by its name.
func (w *Window) failFile(err error, path string) {
	if text, ok := w.desk.Words.Sentence(err, map[string]any{"File": filepath.Base(path)}); ok {
		w.options.Log.Refused("file", err)
		kit.Tell(w.win, w.desk.T("ui.failed.title"), text, w.desk.T("ui.ok"))
		return
	}
	w.fail(err)
}
