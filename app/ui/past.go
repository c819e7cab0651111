package ui

import (
	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/journal"
)

// journalScreen is the id of the screen of the journal.
const journalScreen = "journal"

// history lists what was done to the selected record.
func (w *Window) history() {
	if s, ok := w.screens[w.shown].(desk.Historied); ok {
		if p, title, has := s.HistoryOf(); has {
			w.leaveScreen(func() { journal.ShowHistory(w.desk, p, title) }, nil)
		}
	}
}

// showJournal shows the entries a filter chooses on the screen of the journal.
func (w *Window) showJournal(f app.JournalFilter, title string) {
	w.leaveScreen(func() {
		w.way(func() {
			w.navigate(journalScreen)
			if page, ok := w.screens[w.shown].(desk.JournalPage); ok {
				page.ShowOnly(f, title)
			}
		})
	}, nil)
}

// showSteps lists the steps of undo.
func (w *Window) showSteps() {
	if w.desk.Store == nil {
		return
	}
	w.leaveScreen(func() { journal.ShowSteps(w.desk, w.stepped) }, nil)
}

// stepped follows steps that were turned together.
func (w *Window) stepped(n int, undone bool) {
	w.changed()
	id := "ui.redo.done_n"
	if undone {
		id = "ui.undo.done_n"
	}
	w.sayAtFoot(app.MarkReady, func(bool) string { return w.desk.N(id, n) })
	if page, ok := w.screens[w.shown].(desk.StepPage); ok {
		page.Stepped()
	}
	w.focusScreen()
}
