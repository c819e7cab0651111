package ui

import (
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
	"technopark/app/ui/searching"
)

// find puts the cursor into the search of the screen in view; where it has none, everything is
// searched.
func (w *Window) find() {
	if s, ok := w.screens[w.shown].(desk.Finder); ok {
		s.FocusFilter()
		return
	}
	w.search()
}

// search opens the search over everything.
func (w *Window) search() { searching.Show(w.desk, w.commands()) }

// tellRemade tells that the index of words of a file was made anew, and what that may mean.
func (w *Window) tellRemade(store port.Store) {
	if store.Remade() {
		kit.Tell(w.win, w.desk.T("ui.search.remade_title"), w.desk.T("ui.search.remade"), w.desk.T("ui.ok"))
	}
}

// commands are what the window can do now: the screens there are and the lines of the menus that
// can be chosen.
func (w *Window) commands() []searching.Command {
	d := w.desk
	var all []searching.Command
	if d.Store != nil {
		for _, e := range listed(w.entries) {
			about := ""
			if e.Pin == PinNone {
				about = d.T("ui.section." + e.Section.Key())
			}
			if line := w.menu.goes[e.ID]; line != nil {
				about = joined(about, line.keys)
			}
			c := searching.Command{Title: e.title(d), About: about, Do: func() { w.navigate(e.ID) }}
			if t := app.TypeByKey(e.ID); t != nil {
				c.Texts = []string{t.One.In(d.Lang)}
			}
			all = append(all, c)
		}
	}
	for _, menu := range w.menu.keyed {
		for _, line := range menu.lines {
			if line.IsSeparator || line.Disabled || line.ChildMenu != nil || line == w.menu.search || w.goesSomewhere(line) {
				continue
			}
			all = append(all, searching.Command{Title: line.text, About: joined(menu.menu.Label, line.keys), Texts: []string{menu.menu.Label}, Do: line.Action})
		}
	}
	return all
}

// goesSomewhere reports whether a line of the menu leads to a screen, which is there already.
func (w *Window) goesSomewhere(line *menuLine) bool {
	for _, known := range w.menu.goes {
		if known == line {
			return true
		}
	}
	return false
}

// joined puts keys after the words they belong to.
func joined(texts ...string) string {
	texts = slices.DeleteFunc(texts, func(text string) bool { return text == "" })
	return strings.Join(texts, " · ")
}
