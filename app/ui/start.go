package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app/copies"
	"technopark/app/disk"
	"technopark/app/ui/backups"
	"technopark/app/ui/desk"
	"technopark/app/ui/firstrun"
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
	create := kit.NewButton(d.T("ui.menu.create"), w.onCreate)
	if len(w.recent()) == 0 { // who is here for the first time has nothing to open
		open.Importance, create.Importance = widget.MediumImportance, widget.HighImportance
	}
	for _, b := range []*kit.Button{
		open, create, kit.NewButton(d.T("ui.menu.demo"), w.onDemo),
		kit.NewButton(d.T("ui.start.restore"), w.onRestore), kit.NewButton(d.T("ui.start.excel"), w.onExcel),
		kit.NewButton(d.T("ui.menu.guide"), w.help),
	} {
		b.Alignment = widget.ButtonAlignLeading
		box.Add(b)
	}
	first := open
	if create.Importance == widget.HighImportance {
		first = create
	}
	if recent := w.recent(); len(recent) > 0 {
		box.Add(kit.NewWords(d.T("ui.start.recent"), kit.ColorMuted, theme.SizeNameText))
		for i, path := range recent {
			b := kit.NewButton(filepath.Base(path)+" — "+filepath.Dir(path), func() { w.OpenFile(path) })
			b.Alignment, b.Importance = widget.ButtonAlignLeading, widget.LowImportance
			box.Add(b)
			if i == 0 { // what was worked on last is most often wanted again
				first = b
			}
		}
	}
	w.win.SetContent(container.NewCenter(box))
	w.win.Canvas().Focus(first)
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

// onCreate asks the questions of which a park begins, and makes and shows its file.
func (w *Window) onCreate() { w.found(nil) }

// onExcel begins a park in the same way, and goes on by asking for the table its records are taken from.
func (w *Window) onExcel() {
	w.found(func() { w.take(desk.Taking{}) })
}

// found asks the questions of the first run, makes the park of the answers and shows it; then, which
// may be nil, goes on. Nothing is made before all answers are good.
func (w *Window) found(then func()) {
	w.leaveFile(func() {
		keeper, _ := w.desk.Copies.Keeper()
		var asked *firstrun.Dialog
		asked = firstrun.Show(w.desk, w.files().Dir, keeper.Settings.Second, func(r firstrun.Ready) {
			path := disk.Meant(r.File)
			create := func(path string) (port.Store, error) { return w.options.CreatePark(path, r.Answers) }
			w.getFile(create, path, func(store port.Store) {
				asked.Hide()
				w.use(store)
				if r.Second != "" && r.Second != keeper.Settings.Second {
					w.fail(w.desk.Copies.ChooseSecond(r.Second))
				}
				if then != nil {
					then()
				}
			})
		})
		w.founding = asked
	})
}

// onRestore asks for a copy and brings the data file in it back.
func (w *Window) onRestore() {
	w.leaveFile(func() {
		w.files().Open(func(path string) { backups.RestoreFrom(w.desk, path) }, copies.Extension, copies.SealedExt)
	})
}

// onClose closes the file and shows what one can begin with.
func (w *Window) onClose() {
	if w.desk.Store == nil {
		return
	}
	w.leaveFile(func() {
		w.closeStore()
		w.desk.Copies.Leave(nil)
		w.showStart()
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
	w.getFile(get, path, func(store port.Store) {
		w.use(store)
		w.tellRemade(store)
	})
}

// getFile opens or makes a file, the user waiting; then is called once it is there.
func (w *Window) getFile(get func(string) (port.Store, error), path string, then func(port.Store)) {
	var store port.Store
	w.desk.Tasks.Run(w.desk.T("ui.opening"), func(_ context.Context, _ kit.Progress) (err error) {
		store, err = get(path)
		return err
	}, func(err error) {
		switch {
		case err == nil:
			then(store)
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
