package ui

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/documents"
	"technopark/app/ui/kit"
	"technopark/app/ui/viewer"
)

func (w *Window) add() {
	if s, ok := w.screens[w.shown].(desk.Adder); ok && !w.desk.ReadOnly() {
		w.win.Canvas().Unfocus()
		s.Add()
	}
}

// duplicate and another begin a record after the likeness of the selected one.
func (w *Window) duplicate() {
	if s, ok := w.screens[w.shown].(desk.Copier); ok && !w.desk.ReadOnly() {
		s.Duplicate()
	}
}

func (w *Window) another() {
	if s, ok := w.screens[w.shown].(desk.Copier); ok && !w.desk.ReadOnly() {
		s.AddAnother()
	}
}

func (w *Window) explain() {
	if s, ok := w.screens[w.shown].(desk.Explainer); ok {
		s.FocusExplanation()
	}
}

// documents shows the documents of what is selected.
func (w *Window) documents() {
	if s, ok := w.screens[w.shown].(desk.Prover); ok && w.desk.Park != 0 {
		if subject, title := s.Subject(); subject != "" {
			documents.Show(w.desk, subject, title)
		}
	}
}

// dropped attaches files that were dropped on the window to what is selected.
func (w *Window) dropped(uris []fyne.URI) {
	switch d := w.desk; {
	case d.Store == nil:
		return // the start page is no place for them
	case d.ReadOnly():
		d.Fail(d.Store.Unwritable())
		return
	case d.Park == 0:
		kit.Tell(d.Window, d.T("ui.documents.heading"), d.T("ui.documents.no_park"), d.T("ui.ok"))
		return
	}
	var paths []string
	for _, uri := range uris {
		if uri.Scheme() == "file" {
			paths = append(paths, uri.Path())
		}
	}
	if s, ok := w.screens[w.shown].(desk.Receiver); ok {
		s.Dropped(paths)
		return
	}
	subject, title := "", ""
	if s, ok := w.screens[w.shown].(desk.Prover); ok {
		subject, title = s.Subject()
	}
	documents.Attach(w.desk, paths, subject, title)
}

// receive asks for files of answers on the screen that takes them in.
func (w *Window) receive() {
	if w.desk.ReadOnly() || w.desk.Park == 0 {
		return
	}
	w.navigate("collect")
	if s, ok := w.screens[w.shown].(desk.Receiver); ok {
		s.Receive()
	}
}

func (w *Window) remove() {
	if s, ok := w.screens[w.shown].(desk.Deleter); ok && !w.desk.ReadOnly() {
		s.Delete()
	}
}

// columns asks which columns the list in view shows.
func (w *Window) columns() {
	if s, ok := w.screens[w.shown].(desk.Columner); ok {
		s.ChooseColumns()
	}
}

// exportList and printList take the list in view out of the program.
func (w *Window) exportList() { w.withList(w.desk.ExportList) }

func (w *Window) printList() {
	if s, ok := w.screens[w.shown].(desk.Printer); ok {
		s.Print()
		return
	}
	w.withList(w.desk.PrintList)
}

func (w *Window) withList(act func(desk.Listing)) {
	if s, ok := w.screens[w.shown].(desk.Listed); ok {
		if l, shown := s.Listed(); shown {
			act(l)
		}
	}
}

// showPaper draws a paper and shows it over the window.
func (w *Window) showPaper(papers func(context.Context) (submission.Shown, error)) {
	had := w.win.Canvas().Focused()
	viewer.Draw(w.desk, papers, func(v *viewer.Viewer) {
		if had != nil {
			v.GiveBack(had)
		}
	})
}

// step goes to the next screen of the navigation, or the one before.
func (w *Window) step(by int) {
	if w.desk.Store != nil {
		w.nav.step(by)
	}
}

func (w *Window) focusNavigation() {
	if w.desk.Store == nil {
		return
	}
	w.askForNav(true)
	w.win.Canvas().Focus(w.nav)
}

// typed follows a function key.
func (w *Window) typed(key fyne.KeyName) {
	if key == fyne.KeyF1 {
		w.help()
		return
	}
	if w.win.Canvas().Overlays().Top() != nil {
		return
	}
	if key == fyne.KeyF10 {
		kit.OpenMenu(w.win.Canvas())
	}
	if s, ok := w.screens[w.shown].(desk.FaultFinder); ok && key == fyne.KeyF8 {
		s.NextFault()
	}
}

// scaleText makes all texts larger or smaller. What is on the screen, chosen, typed and
// filtered stays as it is: everything measures itself anew.
func (w *Window) scaleText(percent int) {
	w.settings.TextPercent = percent
	w.dress()
}

// stepText takes the next larger or smaller size of texts.
func (w *Window) stepText(by int) {
	sizes := textPercents()
	at := slices.Index(sizes, w.settings.TextPercent) + by
	if at >= 0 && at < len(sizes) {
		w.scaleText(sizes[at])
	}
}

// wear gives the window another look.
func (w *Window) wear(look kit.Look) {
	w.settings.Look = look.String()
	w.dress()
}

// dress draws the window by the settings, and remembers them.
func (w *Window) dress() {
	w.remember()
	w.app.Settings().SetTheme(kit.NewTheme(w.settings.TextPercent, kit.LookNamed(w.settings.Look)))
	if w.desk.Store == nil {
		w.showStart()
		return
	}
	w.status.percent = w.settings.TextPercent
	w.status.refresh()
	w.menu.refresh()
	w.win.Content().Refresh()
}

// quit records what is typed, closes the file and ends the program; where something would be lost, it asks.
func (w *Window) quit() {
	leave := func() { w.leaveFile(w.exit) }
	if w.founding != nil { // what was answered is kept nowhere yet
		w.founding.Leave(leave)
		return
	}
	leave()
}

// asked is what the user is being asked before the file is left. Who insists then is
// obeyed; a dialog about something else is no answer.
type asked uint8

const (
	askedNothing asked = iota
	askedUnsaved
	askedCopy
)

// leaveFile records what is typed and goes on; where a value could not be kept, or the file
// itself is gone, it asks before anything is lost.
func (w *Window) leaveFile(next func()) {
	w.win.Canvas().Unfocus()
	then := func() { w.askToKeep(next) }
	if w.asked != askedNothing {
		then()
		return
	}
	for _, e := range w.entries {
		s, ok := w.screens[e.ID].(desk.Keeper)
		if !ok || s.Unsaved() == "" {
			continue
		}
		w.asked = askedUnsaved
		w.desk.AskToLeaveScreen(s, func() {
			w.asked = askedNothing
			then()
		}, func() {
			w.asked = askedNothing
			w.navigate(e.ID)
			s.FocusUnsaved()
		})
		return
	}
	then()
}

// exit closes the file and ends the program.
func (w *Window) exit() {
	canvas := w.win.Canvas().Size()
	w.settings.Width, w.settings.Height = canvas.Width, canvas.Height
	w.remember()
	// The file is free for others, and nobody looks on while it is copied. A window that hides
	// may be given another size by the system: what is laid out then must need no file.
	w.win.Hide()
	w.strip()
	w.closeStore()
	if !w.desk.Tasks.Inline {
		w.desk.Tasks.After(longestFarewell, w.app.Quit)
	}
	w.desk.Copies.Leave(w.app.Quit)
}

// strip takes all out of the window that shows something of the open file, dialogs too.
func (w *Window) strip() {
	overlays := w.win.Canvas().Overlays()
	for overlays.Top() != nil {
		overlays.Remove(overlays.Top())
	}
	w.shown, w.frame = "", nil
	w.win.SetContent(container.NewWithoutLayout())
}

// longestFarewell is how long the last copy may take: a network folder that does not answer
// must not keep the program for ever. What was not finished is removed at the next start.
const longestFarewell = 3 * time.Minute

// remember writes the settings. Without them the program works all the same, so a
// failure goes to the log only.
func (w *Window) remember() {
	if err := w.settings.save(w.options.SettingsDir); err != nil {
		w.log(err)
	}
}

func (w *Window) keepPackageDir(dir string) {
	w.desk.PackageDir, w.settings.PackageDir = dir, dir
	w.settings.PackageOf = w.desk.Store.Path()
	w.remember()
}

// counts says how many of how many are done.
func (w *Window) counts(done, of int) string {
	return w.desk.N("ui.progress.counts", of, "Done", app.FormatNumber(int64(done), 1, 0, w.desk.Lang))
}

func (w *Window) recentDirs() []string { return w.settings.Dirs }

func (w *Window) keepDir(dir string) {
	w.settings.Dirs = ahead(w.settings.Dirs, dir, recentDirs)
	w.remember()
}

func (w *Window) closeStore() {
	if w.desk.Store == nil {
		return
	}
	w.desk.LetGo()
	if err := w.desk.Store.Close(); err != nil {
		w.fail(err)
	}
	w.desk.Store = nil
}
