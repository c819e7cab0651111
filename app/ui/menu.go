package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// menu is the main menu. Shortcuts stand on its items, because the toolkit gives those
// to the menu before a focused entry can take them.
type menu struct {
	window    *Window
	main      *fyne.MainMenu
	undo      *fyne.MenuItem
	redo      *fyne.MenuItem
	copy      *fyne.MenuItem
	add       *fyne.MenuItem
	another   *fyne.MenuItem
	duplicate *fyne.MenuItem
	remove    *fyne.MenuItem
	find      *fyne.MenuItem
	columns   *fyne.MenuItem
	explain   *fyne.MenuItem
	documents *fyne.MenuItem
	scale     []*fyne.MenuItem
}

func newMenu(w *Window) *menu {
	m := &menu{window: w}
	m.main = fyne.NewMainMenu(m.fileMenu(), m.editMenu(), m.viewMenu(), m.helpMenu())
	return m
}

// item makes a menu item; key is empty when it has no shortcut.
func (m *menu) item(id string, do func(), key fyne.KeyName, modifier fyne.KeyModifier) *fyne.MenuItem {
	item := fyne.NewMenuItem(m.window.desk.T(id), func() {
		if m.window.win.Canvas().Overlays().Top() == nil { // a question is answered first
			do()
		}
	})
	switch {
	case key == fyne.KeyZ && modifier == fyne.KeyModifierControl:
		item.Shortcut = &fyne.ShortcutUndo{}
	case key == fyne.KeyY && modifier == fyne.KeyModifierControl:
		item.Shortcut = &fyne.ShortcutRedo{}
	case key != "":
		item.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
	}
	return item
}

const (
	ctrl      = fyne.KeyModifierControl
	ctrlShift = fyne.KeyModifierControl | fyne.KeyModifierShift
)

func (m *menu) fileMenu() *fyne.Menu {
	w := m.window
	m.copy = m.item("ui.menu.copy", w.onSaveCopy, "", 0)
	quit := m.item("ui.menu.quit", w.quit, fyne.KeyQ, ctrl)
	quit.IsQuit = true
	return fyne.NewMenu(w.desk.T("ui.menu.file"),
		m.item("ui.menu.open", w.onOpen, fyne.KeyO, ctrl),
		m.item("ui.menu.create", w.onCreate, fyne.KeyN, ctrlShift),
		m.item("ui.menu.demo", w.onDemo, "", 0), m.copy,
		fyne.NewMenuItemSeparator(), m.item("ui.menu.inspect", w.onInspect, "", 0),
		fyne.NewMenuItemSeparator(), quit)
}

func (m *menu) editMenu() *fyne.Menu {
	w := m.window
	m.undo = m.item("ui.menu.undo", w.onUndo, fyne.KeyZ, ctrl)
	m.redo = m.item("ui.menu.redo", w.onRedo, fyne.KeyY, ctrl)
	m.add = m.item("ui.menu.add", w.add, fyne.KeyN, ctrl)
	m.another = m.item("ui.menu.another", w.another, fyne.KeyReturn, ctrl)
	m.duplicate = m.item("ui.menu.duplicate", w.duplicate, fyne.KeyD, ctrlShift)
	m.remove = m.item("ui.menu.delete", w.remove, fyne.KeyDelete, ctrl)
	m.find = m.item("ui.menu.find", w.find, fyne.KeyF, ctrl)
	m.explain = m.item("ui.menu.explain", w.explain, fyne.KeyE, ctrl)
	m.documents = m.item("ui.menu.documents", w.documents, fyne.KeyD, ctrl)
	return fyne.NewMenu(w.desk.T("ui.menu.edit"), m.undo, m.redo,
		fyne.NewMenuItemSeparator(), m.add, m.another, m.duplicate, m.remove, fyne.NewMenuItemSeparator(), m.find, m.explain, m.documents)
}

func (m *menu) viewMenu() *fyne.Menu {
	w := m.window
	m.columns = m.item("ui.menu.columns", w.columns, fyne.KeyC, ctrlShift)
	view := fyne.NewMenu(w.desk.T("ui.menu.view"),
		m.item("ui.menu.previous", func() { w.step(-1) }, fyne.KeyPageUp, ctrl),
		m.item("ui.menu.next", func() { w.step(1) }, fyne.KeyPageDown, ctrl),
		m.item("ui.menu.navigation", w.focusNavigation, fyne.KeyL, ctrl),
		m.item("ui.menu.refresh", w.reload, fyne.KeyR, ctrl), m.columns,
		fyne.NewMenuItemSeparator())
	for i, percent := range textPercents() {
		item := m.item("ui.menu.scale", func() { w.scaleText(percent) }, fyne.KeyName(strconv.Itoa(i+1)), ctrl)
		item.Label = w.desk.T("ui.menu.scale", "Percent", percent)
		m.scale = append(m.scale, item)
		view.Items = append(view.Items, item)
	}
	return view
}

func (m *menu) helpMenu() *fyne.Menu {
	d := m.window.desk
	return fyne.NewMenu(d.T("ui.menu.help"),
		m.item("ui.menu.keys", func() {
			kit.Tell(d.Window, d.T("ui.menu.keys"), d.T("ui.keys"), d.T("ui.ok"))
		}, fyne.KeyK, ctrl),
		m.item("ui.menu.about", func() {
			kit.Tell(d.Window, d.T("ui.window"), d.T("ui.about", "Version", app.Version), d.T("ui.ok"))
		}, "", 0))
}

// refresh names the steps that can be undone and redone and greys what is impossible.
func (m *menu) refresh() {
	w, d := m.window, m.window.desk
	m.name(m.undo, "ui.menu.undo", w.undoing)
	m.name(m.redo, "ui.menu.redo", w.redoing)
	screen := w.screens[w.shown]
	_, adds := screen.(desk.Adder)
	_, deletes := screen.(desk.Deleter)
	_, finds := screen.(desk.Finder)
	m.copy.Disabled = d.Store == nil
	m.add.Disabled = !adds || d.ReadOnly()
	_, copies := screen.(desk.Copier)
	m.another.Disabled = !copies || d.ReadOnly()
	m.duplicate.Disabled = m.another.Disabled
	m.remove.Disabled = !deletes || d.ReadOnly()
	m.find.Disabled = !finds
	_, chooses := screen.(desk.Columner)
	m.columns.Disabled = !chooses
	_, explains := screen.(desk.Explainer)
	m.explain.Disabled = !explains
	_, proves := screen.(desk.Prover)
	m.documents.Disabled = !proves
	for i, percent := range textPercents() {
		m.scale[i].Checked = percent == w.settings.TextPercent
	}
	m.main.Refresh()
}

// stepChars is how much of a step's name a menu shows.
const stepChars = 100

// name writes the next step of a way into its item.
func (m *menu) name(item *fyne.MenuItem, id string, way func() turning) {
	d := m.window.desk
	item.Label, item.Disabled = d.T(id), true
	if d.ReadOnly() {
		return
	}
	step, ok, err := way().next(d.Ctx())
	if err != nil || !ok {
		item.Disabled = err == nil && step.Over == "" // else the step, when asked for, says why not
		return
	}
	what := []rune(step.What)
	if len(what) > stepChars {
		what = append(what[:stepChars-1], '…')
	}
	item.Label, item.Disabled = d.T(id, "What", string(what)), false
}
