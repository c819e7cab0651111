package ui

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"technopark/app/guide"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// menu is the main menu. Shortcuts stand on its items, because the toolkit gives those
// to the menu before a focused entry can take them.
type menu struct {
	window    *Window
	main      *fyne.MainMenu
	keyed     []keyedMenu
	undo      *menuLine
	redo      *menuLine
	copy      *menuLine
	close     *menuLine
	quit      *menuLine
	recent    *menuLine // its menu has the files that were opened last
	back      *menuLine
	forward   *menuLine
	add       *menuLine
	another   *menuLine
	lead      *menuLine // has the keys of another, which does either
	duplicate *menuLine
	remove    *menuLine
	find      *menuLine
	search    *menuLine
	columns   *menuLine
	export    *menuLine
	receive   *menuLine
	turn      *menuLine
	print     *menuLine
	explain   *menuLine
	documents *menuLine
	card      *menuLine
	history   *menuLine
	steps     *menuLine
	bin       *menuLine
	scale     []*menuLine
	looks     []*menuLine
	languages []*menuLine
	goes      map[string]*menuLine // to a screen, by its id
}

// menuLine is a line of the menu and the keys that do the same.
type menuLine struct {
	*fyne.MenuItem
	text string
	keys string // as they are called: «Ctrl+N»
}

// keyedMenu is a menu whose keys stand in a column.
type keyedMenu struct {
	menu  *fyne.Menu
	lines []*menuLine
}

func newMenu(w *Window) *menu {
	m := &menu{window: w}
	m.main = fyne.NewMainMenu(m.fileMenu(), m.editMenu(), m.viewMenu(), m.goMenu(), m.helpMenu())
	return m
}

// shortcut is a shortcut by its name alone. The toolkit writes the keys of others into the
// menu itself, so pale that nobody reads them, and Delete and PageUp as signs.
type shortcut string

// ShortcutName is called by the toolkit.
func (s shortcut) ShortcutName() string { return string(s) }

// shortcutOf returns the shortcut of a key with modifiers, as the toolkit calls it.
func shortcutOf(key fyne.KeyName, modifier fyne.KeyModifier) shortcut {
	switch {
	case key == fyne.KeyZ && modifier == ctrl:
		return shortcut((&fyne.ShortcutUndo{}).ShortcutName())
	case key == fyne.KeyY && modifier == ctrl:
		return shortcut((&fyne.ShortcutRedo{}).ShortcutName())
	}
	return shortcut((&desktop.CustomShortcut{KeyName: key, Modifier: modifier}).ShortcutName())
}

// keysOf writes keys as they stand on a keyboard.
func keysOf(key fyne.KeyName, modifier fyne.KeyModifier) string {
	names := map[fyne.KeyName]string{fyne.KeyPageUp: "PgUp", fyne.KeyPageDown: "PgDn", fyne.KeyDelete: "Del", fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyReturn: "Enter", fyne.KeyEqual: "+", fyne.KeyMinus: "−"}
	name := string(key)
	if said, ok := names[key]; ok {
		name = said
	}
	if modifier&fyne.KeyModifierShift != 0 {
		name = "Shift+" + name
	}
	if modifier&fyne.KeyModifierAlt != 0 {
		name = "Alt+" + name
	}
	if modifier&fyne.KeyModifierControl != 0 {
		name = "Ctrl+" + name
	}
	return name
}

// item makes a line of the menu; key is empty when it has no shortcut.
func (m *menu) item(id string, do func(), key fyne.KeyName, modifier fyne.KeyModifier) *menuLine {
	line := &menuLine{text: m.window.desk.T(id)}
	line.MenuItem = fyne.NewMenuItem(line.text, func() {
		m.window.options.Log.Did("menu", "id", id)
		if m.window.win.Canvas().Overlays().Top() == nil { // a question is answered first
			do()
		}
	})
	if key != "" {
		line.keys = keysOf(key, modifier)
		if modifier != 0 { // a key alone is typed: see Window.typed
			line.Shortcut = shortcutOf(key, modifier)
		}
	}
	return line
}

// separator is a line between the lines of a menu.
func separator() *menuLine { return &menuLine{MenuItem: fyne.NewMenuItemSeparator()} }

// hidden is a separator that has lines nobody sees: keys that do what other lines do. The toolkit
// looks for keys in all menus below an item, and shows none below a separator.
func (m *menu) hidden(lines ...*menuLine) *menuLine {
	line := separator()
	line.ChildMenu = fyne.NewMenu("")
	for _, below := range lines {
		line.ChildMenu.Items = append(line.ChildMenu.Items, below.MenuItem)
	}
	return line
}

// menu makes a menu of lines.
func (m *menu) menu(id string, lines ...*menuLine) *fyne.Menu {
	made := fyne.NewMenu(m.window.desk.T(id))
	for _, line := range lines {
		made.Items = append(made.Items, line.MenuItem)
	}
	m.keyed = append(m.keyed, keyedMenu{made, lines})
	return made
}

// write puts the keys of the lines into a column of their own.
func (k keyedMenu) write() {
	size := kit.Size(theme.SizeNameText)
	wide := func(text string) float32 { return fyne.MeasureText(text, size, fyne.TextStyle{}).Width }
	column, space := float32(0), wide(" ")
	for _, line := range k.lines {
		column = max(column, wide(line.text))
	}
	for _, line := range k.lines {
		line.Label = line.text
		if line.keys != "" {
			gap := (column - wide(line.text) + kit.Size(kit.SpaceColumn)) / space
			line.Label += strings.Repeat(" ", int(gap+0.5)) + line.keys
		}
	}
}

const (
	ctrl      = fyne.KeyModifierControl
	ctrlShift = fyne.KeyModifierControl | fyne.KeyModifierShift
)

func (m *menu) fileMenu() *fyne.Menu {
	w := m.window
	m.copy = m.item("ui.menu.copy", w.onSaveCopy, "", 0)
	m.export = m.item("ui.list.export", w.exportList, "", 0)
	m.print = m.item("ui.list.print", w.printList, fyne.KeyP, ctrl)
	m.receive = m.item("ui.menu.receive", w.receive, fyne.KeyA, ctrlShift)
	m.turn = m.item("ui.menu.turn", func() { w.navigate(turnScreen) }, "", 0)
	m.close = m.item("ui.menu.close", w.onClose, fyne.KeyW, ctrl)
	m.recent = m.item("ui.menu.recent", nil, "", 0)
	m.recent.ChildMenu = fyne.NewMenu("")
	quit := m.item("ui.menu.quit", nil, fyne.KeyQ, ctrl)
	quit.IsQuit = true
	quit.Action = func() { // over a dialog too, as the button that closes the window does
		w.options.Log.Did("menu", "id", "ui.menu.quit")
		w.quit()
	}
	m.quit = quit
	return m.menu("ui.menu.file",
		m.item("ui.menu.open", w.onOpen, fyne.KeyO, ctrl), m.recent,
		m.item("ui.menu.create", w.onCreate, fyne.KeyN, ctrlShift),
		m.item("ui.menu.demo", w.onDemo, "", 0), m.copy, m.close,
		separator(), m.receive, m.turn, m.export, m.print,
		separator(), m.item("ui.menu.inspect", w.onInspect, "", 0),
		separator(), quit)
}

func (m *menu) editMenu() *fyne.Menu {
	w := m.window
	m.undo = m.item("ui.menu.undo", w.onUndo, fyne.KeyZ, ctrl)
	m.redo = m.item("ui.menu.redo", w.onRedo, fyne.KeyY, ctrl)
	m.add = m.item("ui.menu.add", w.add, fyne.KeyN, ctrl)
	m.another = m.item("ui.menu.another", w.another, fyne.KeyReturn, ctrl)
	m.lead = m.item("ui.menu.lead", w.lead, "", 0)
	m.lead.keys, m.another.Action = m.another.keys, w.lead
	m.duplicate = m.item("ui.menu.duplicate", w.duplicate, fyne.KeyD, ctrlShift)
	m.remove = m.item("ui.menu.delete", w.remove, fyne.KeyDelete, ctrl)
	m.find = m.item("ui.menu.find", w.find, fyne.KeyF, ctrl)
	m.search = m.item("ui.menu.search", w.search, fyne.KeyK, ctrl)
	m.explain = m.item("ui.menu.explain", w.explain, fyne.KeyE, ctrl)
	m.documents = m.item("ui.menu.documents", w.documents, fyne.KeyD, ctrl)
	m.card = m.item("ui.menu.card", w.card, fyne.KeyI, ctrl)
	m.history = m.item("ui.menu.history", w.history, fyne.KeyH, ctrl)
	m.steps = m.item("ui.menu.steps", w.showSteps, fyne.KeyZ, ctrlShift)
	m.bin = m.item("ui.menu.bin", func() { w.navigate("bin") }, "", 0)
	return m.menu("ui.menu.edit", m.undo, m.redo, m.steps, separator(), m.add, m.another, m.lead, m.duplicate, m.remove, m.bin,
		separator(), m.card, m.history, m.find, m.search, m.explain, m.documents)
}

func (m *menu) viewMenu() *fyne.Menu {
	w := m.window
	for _, look := range kit.Looks() {
		m.looks = append(m.looks, m.item("ui.look."+look.String(), func() { w.wear(look) }, "", 0))
	}
	for _, percent := range textPercents() {
		item := m.item("ui.menu.scale", func() { w.scaleText(percent) }, "", 0)
		if percent == 100 {
			item = m.item("ui.menu.scale", func() { w.scaleText(percent) }, fyne.Key0, ctrl)
		}
		item.text = w.desk.T("ui.menu.scale", "Percent", percent)
		m.scale = append(m.scale, item)
	}
	m.columns = m.item("ui.menu.columns", w.columns, fyne.KeyC, ctrlShift)
	for _, lang := range languages() {
		m.languages = append(m.languages, m.item("ui.language."+string(lang), func() { w.speak(lang) }, "", 0))
	}
	looks, sizes, tongue := m.item("ui.menu.look", nil, "", 0), m.item("ui.menu.text", nil, "", 0), m.item("ui.menu.language", nil, "", 0)
	looks.ChildMenu = m.menu("ui.menu.look", m.looks...)
	sizes.ChildMenu = m.menu("ui.menu.text", m.scale...)
	tongue.ChildMenu = m.menu("ui.menu.language", m.languages...)
	larger, smaller := func() { w.stepText(1) }, func() { w.stepText(-1) }
	return m.menu("ui.menu.view",
		m.item("ui.menu.refresh", w.reload, fyne.KeyR, ctrl), m.columns,
		separator(), looks, sizes,
		m.item("ui.menu.larger", larger, fyne.KeyEqual, ctrl),
		m.item("ui.menu.smaller", smaller, fyne.KeyMinus, ctrl),
		// The key of «=» is «+» with Shift, the keypad has a «+» of its own, and so have other keyboards.
		m.hidden(
			m.item("ui.menu.larger", larger, fyne.KeyEqual, ctrlShift), m.item("ui.menu.larger", larger, fyne.KeyPlus, ctrl),
			m.item("ui.menu.larger", larger, fyne.KeyPlus, ctrlShift), m.item("ui.menu.smaller", smaller, fyne.KeyMinus, ctrlShift)),
		tongue)
}

// frequent are the screens staff go to most, in the order of their keys, from Ctrl+1.
func frequent() []string {
	return []string{"resident", "contract", "resident_report", "indicators", "check", "document", "revision", "journal", "package"}
}

func (m *menu) goMenu() *fyne.Menu {
	w := m.window
	lines := []*menuLine{
		m.item("ui.menu.previous", func() { w.step(-1) }, fyne.KeyPageUp, ctrl),
		m.item("ui.menu.next", func() { w.step(1) }, fyne.KeyPageDown, ctrl),
		m.item("ui.menu.navigation", w.focusNavigation, fyne.KeyL, ctrl), separator(),
	}
	m.goes = map[string]*menuLine{homeScreen: m.item("ui.home.title", func() { w.navigate(homeScreen) }, fyne.KeyHome, fyne.KeyModifierAlt)}
	m.back, m.forward = m.item("ui.menu.back", w.back, fyne.KeyLeft, fyne.KeyModifierAlt), m.item("ui.menu.forward", w.forward, fyne.KeyRight, fyne.KeyModifierAlt)
	m.back.Action, m.forward.Action = w.back, w.forward // over the guide, which has a way of its own, too
	lines = append([]*menuLine{m.back, m.forward, separator(), m.goes[homeScreen]}, lines...)
	for i, id := range frequent() {
		at := slices.IndexFunc(w.entries, func(e Entry) bool { return e.ID == id })
		line := m.item("ui.menu.go", func() { w.navigate(id) }, fyne.KeyName(strconv.Itoa(i+1)), ctrl)
		line.text = w.entries[at].title(w.desk)
		m.goes[id] = line
		lines = append(lines, line)
	}
	return m.menu("ui.menu.go", lines...)
}

func (m *menu) helpMenu() *fyne.Menu {
	return m.menu("ui.menu.help",
		m.item("ui.menu.guide", m.window.help, fyne.KeyF1, 0),
		m.item("ui.menu.keys", func() { m.window.showGuide(guide.Target{Page: keysPage}) }, "", 0),
		m.item("ui.menu.bugreport", m.window.onBugreport, "", 0),
		m.item("ui.menu.about", m.window.onAbout, "", 0))
}

// refresh names the steps that can be undone and redone and greys what is impossible.
func (m *menu) refresh() {
	w, d := m.window, m.window.desk
	m.name(m.undo, "ui.menu.undo", w.undoing)
	m.name(m.redo, "ui.menu.redo", w.redoing)
	screen := w.screens[w.shown]
	_, adds := screen.(desk.Adder)
	_, deletes := screen.(desk.Deleter)
	m.copy.Disabled, m.close.Disabled = d.Store == nil, d.Store == nil
	m.offerRecent()
	m.add.Disabled = !adds || d.ReadOnly()
	_, copies := screen.(desk.Copier)
	m.another.Disabled = !copies || d.ReadOnly()
	m.duplicate.Disabled, m.lead.Disabled = m.another.Disabled, copies || d.Store == nil
	m.remove.Disabled = !deletes || d.ReadOnly()
	_, chooses := screen.(desk.Columner)
	m.columns.Disabled = !chooses
	listed, lists := screen.(desk.Listed)
	if lists {
		_, lists = listed.Listed()
	}
	_, prints := screen.(desk.Printer)
	m.export.Disabled, m.print.Disabled = !lists, !lists && !prints
	m.turn.Disabled = d.Store == nil || d.Park == 0
	m.receive.Disabled = d.ReadOnly() || d.Park == 0
	_, explains := screen.(desk.Explainer)
	m.explain.Disabled = !explains
	_, proves := screen.(desk.Prover)
	m.documents.Disabled = !proves
	for _, line := range m.goes {
		line.Disabled = d.Store == nil
	}
	carded, cards := screen.(desk.Carded)
	if cards {
		_, cards = carded.CardOf()
	}
	m.card.Disabled = !cards
	m.history.Disabled = true
	if historied, has := screen.(desk.Historied); has {
		_, _, has = historied.HistoryOf()
		m.history.Disabled = !has
	}
	m.allowWays()
	m.steps.Disabled, m.bin.Disabled = d.Store == nil, d.Store == nil
	for i, percent := range textPercents() {
		m.scale[i].Checked = percent == w.settings.TextPercent
	}
	for i, look := range kit.Looks() {
		m.looks[i].Checked = look == kit.LookNamed(w.settings.Look)
	}
	for i, lang := range languages() {
		m.languages[i].Checked = lang == d.Lang
	}
	for _, k := range m.keyed {
		k.write()
	}
	m.main.Refresh()
}

// allowWays greys the ways back and forward where there is none.
func (m *menu) allowWays() {
	w := m.window
	m.back.Disabled, m.forward.Disabled = len(w.trail.past) == 0, len(w.trail.ahead) == 0
}

// refreshWays follows a step that was gone.
func (m *menu) refreshWays() {
	m.allowWays()
	m.main.Refresh()
}

// offerRecent puts the files that were opened last into their menu.
func (m *menu) offerRecent() {
	w := m.window
	m.recent.ChildMenu.Items = nil
	for _, path := range w.recent() {
		m.recent.ChildMenu.Items = append(m.recent.ChildMenu.Items, fyne.NewMenuItem(filepath.Base(path)+" — "+filepath.Dir(path), func() {
			if w.win.Canvas().Overlays().Top() == nil { // a question is answered first
				w.leaveFile(func() { w.OpenFile(path) })
			}
		}))
	}
	m.recent.Disabled = len(m.recent.ChildMenu.Items) == 0
}

// stepChars is how much of a step's name a menu shows.
const stepChars = 60

// name writes the next step of a way into its line.
func (m *menu) name(line *menuLine, id string, way func() turning) {
	d := m.window.desk
	line.text, line.Disabled = d.T(id), true
	if d.ReadOnly() {
		return
	}
	step, ok, err := way().next(d.Ctx())
	if err != nil || !ok {
		line.Disabled = err == nil && step.Over == "" // else the step, when asked for, says why not
		return
	}
	what := []rune(d.Words.Step(step.What))
	if len(what) > stepChars {
		what = append(what[:stepChars-1], '…')
	}
	line.text, line.Disabled = d.T(id, "What", string(what)), false
}
