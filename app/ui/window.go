package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/i18n"
	"technopark/app/ui/desk"
	"technopark/app/ui/documents"
	"technopark/app/ui/firstrun"
	"technopark/app/ui/journal"
	"technopark/app/ui/kit"
	"technopark/app/ui/manual"
	"technopark/app/ui/port"
)

// Window is the shell: navigation, choosers, menu and status line around one screen.
type Window struct {
	app      fyne.App
	win      fyne.Window
	options  port.Options
	settings settings
	catalog  *i18n.Catalog
	desk     *desk.Desk
	entries  []Entry
	screens  map[string]desk.Screen // those that were shown
	former   former                 // those of the language before
	asked    asked                  // before the file is left
	shown    string                 // id of the screen in view; empty on the start page
	stops    []stop                 // the way back of Esc, the last one last
	trail    trail                  // the way back of Alt+←
	manual   *manual.Manual         // the guide while it is open
	founding *firstrun.Dialog       // the questions of the first run that were asked last; nil for none

	nav    *navigation
	header *header
	status *status
	menu   *menu
	frame  *frame          // nil on the start page
	page   *fyne.Container // holds the screens that were shown, all but the one in view hidden

	tidying atomic.Bool // memory is going to be given back
}

// New makes the window; Start shows it.
func New(a fyne.App, o port.Options) *Window {
	w := &Window{app: a, options: o, settings: loadSettings(o.SettingsDir), entries: Screens()}
	if dir := w.settings.PackageDir; dir != "" {
		disk.Sweep(dir)
	}
	a.Settings().SetTheme(kit.NewTheme(w.settings.TextPercent, kit.LookNamed(w.settings.Look)))
	w.catalog = i18n.NewCatalog()
	w.win = a.NewWindow("")
	w.desk = &desk.Desk{
		Window: w.win, Now: o.Now, Who: o.Who,
		Regulations: o.Regulations, KeepPackageDir: w.keepPackageDir,
		RecentDirs: w.recentDirs, KeepDir: w.keepDir,
		KeptViews: w.keptViews, KeepViews: w.keepViews,
		KeptForms: w.keptForms, KeepForms: w.keepForms,
		Take: w.take, KeptLayouts: w.keptLayouts, KeepLayouts: w.keepLayouts,
		Tasks:    kit.Tasks{Window: w.win, Counts: w.counts},
		Navigate: w.navigate, Open: w.open, OpenMany: w.openMany, Way: w.way, ChooseYear: func(year int) { w.way(func() { w.useYear(year) }) }, Changed: w.changed, Arrived: w.arrived, Fail: w.fail,
		ShowCard: w.showCard, ShowPaper: w.showPaper, Back: w.goBack, Begin: w.begin, Explain: w.explainFinding,
	}
	w.desk.Note, w.desk.OpenFile = func(err error) { w.log(err) }, func(path string) { w.leaveFile(func() { w.OpenFile(path) }) }
	w.desk.SaveCopy, w.desk.Settled = w.onSaveCopy, w.settled
	if o.Saver != nil {
		w.desk.Rescue = w.rescue
	}
	if o.Copies != nil {
		w.desk.Copies = desk.NewCopies(w.desk, *o.Copies, o.SettingsDir, w.copiesChanged)
	}
	w.desk.Documents = func(subject, title string) { documents.Show(w.desk, subject, title) }
	w.desk.History = func(p app.Place, title string) { journal.ShowHistory(w.desk, p, title) }
	w.desk.ShowJournal, w.desk.ShowGuide = w.showJournal, w.showGuide
	w.useLanguage(languageNamed(w.settings.Language))
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.dropped(uris) })
	w.win.Resize(fyne.NewSize(w.settings.Width, w.settings.Height))
	w.win.SetMaster()
	a.Lifecycle().SetOnEnteredForeground(w.onReturn)
	kit.WindowKeys(w.win, w.typed)
	return w
}

// Start opens the file the program was called with, or shows the start page.
func (w *Window) Start() {
	w.showStart()
	w.win.Show()
	w.tellCrash()
	if w.options.File != "" {
		w.OpenFile(w.options.File)
	}
}

// onReturn looks at the file when the user comes back to the window: who moves it in a file
// manager comes from there.
func (w *Window) onReturn() {
	w.settled()
}

// settled says at the foot what could not be recorded, or that all is.
func (w *Window) settled() {
	if w.desk.Store != nil && w.status != nil {
		w.status.refresh()
		w.header.refreshState()
	}
}

// refused says what a screen could not record, the one in view first; «» when all is recorded.
func (w *Window) refused() string {
	said := ""
	for _, e := range w.entries {
		s, ok := w.screens[e.ID].(desk.Refuser)
		if !ok {
			continue
		}
		if text := s.Refused(); text != "" && (said == "" || e.ID == w.shown) {
			said = text
		}
	}
	return said
}

// Desk returns what the screens work with.
func (w *Window) Desk() *desk.Desk { return w.desk }

// fail shows an error in the user's words, with the next step.
func (w *Window) fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	d := w.desk
	if gone := w.present(); gone != nil && !desk.OfFile(err) {
		err = fmt.Errorf("%w: %w", gone, err) // that is why
	}
	if w.tellFile(err) {
		return
	}
	text, known := d.Words.Sentence(err, nil)
	answers := []kit.Answer{{Text: d.T("ui.ok")}}
	if known {
		w.options.Log.Refused("refused", err, "screen", w.shown)
	} else {
		text = d.T("ui.failed", "File", w.log(err), "Reason", err.Error())
		answers = slices.Insert(answers, 0, kit.Answer{Text: d.T("ui.menu.bugreport"), Do: w.onBugreport})
	}
	kit.Ask(w.win, d.T("ui.failed.title"), text, answers...)
}

// use shows a data file in place of the one before.
func (w *Window) use(store port.Store) {
	w.closeStore()
	d := w.desk
	d.Copies.Leave(nil)
	d.Store = store
	d.Park, d.Year = 0, d.Now().Year()-1
	d.PackageDir = w.settings.packageDirOf(store.Path())
	d.Forget()
	d.ForgetLists()
	w.settings.opened(store.Path())
	w.remember()
	if err := w.choosePark(0); err != nil {
		w.fail(err)
	}
	w.build()
	w.options.Log.Did("file", "readonly", store.ReadOnly())
	d.Copies.Begin(store.Path(), !store.ReadOnly())
	defer w.tellSwept()
	if d.Park == 0 {
		w.navigate("park")
		w.add()
		return
	}
	w.navigate(homeScreen)
}

// tellSwept says at the foot what earlier runs that were cut off had left and is gone now.
func (w *Window) tellSwept() {
	if paths := disk.Swept(); len(paths) > 0 {
		w.sayAtFoot(app.MarkReady, func(bool) string {
			return w.desk.Words.N("common.swept", len(paths), map[string]any{"Folder": filepath.Dir(paths[0])})
		})
	}
}

// build makes the shell around a data file; screens are made when they are shown.
func (w *Window) build() {
	d := w.desk
	w.screens, w.stops, w.trail, w.former = map[string]desk.Screen{}, nil, trail{}, former{}
	w.nav = newNavigation(d, listed(w.entries), w.settings.Folded, w.navigate)
	w.nav.onFold, w.nav.onEscape = w.keepFold, w.leaveNav
	w.nav.onRoom = func() { w.win.Content().Refresh() }
	w.header = newHeader(w)
	w.status = newStatus(d)
	w.status.percent, w.status.refused = w.settings.TextPercent, w.refused
	w.page = container.New(deck{})
	w.frame = &frame{bar: w.header.content, nav: kit.Panel(w.nav), words: w.nav, page: w.page, status: w.status.content, turned: w.turned, canvas: w.win.Canvas}
	w.win.SetPadded(false)
	w.win.SetContent(container.New(w.frame, w.frame.bar, w.frame.nav, w.frame.page, w.frame.status))
	w.refreshFrame()
}

// keepFold remembers that a group of the navigation was folded or opened.
func (w *Window) keepFold(section app.Section, folded bool) {
	if w.settings.Folded == nil {
		w.settings.Folded = map[string]bool{}
	}
	w.settings.Folded[section.Key()] = folded
	w.remember()
}

// nameWindow writes the park and the file into the title of the window.
func (w *Window) nameWindow() {
	d := w.desk
	if d.Store == nil {
		w.win.SetTitle(d.T("ui.window"))
		return
	}
	name := d.T("ui.window")
	if d.Park != 0 {
		name = d.TitleOf("park", d.Park)
	}
	w.win.SetTitle(name + " — " + filepath.Base(d.Store.Path()) + " — " + d.T("ui.window")) // what a taskbar has no room for is at the end
}

// refreshFrame brings what stands around the screen up to date.
func (w *Window) refreshFrame() {
	w.menu.refresh()
	if w.desk.Store != nil {
		w.header.refresh()
		w.status.refresh()
		w.header.refreshState()
		w.showResults()
	}
}

// showResults says round the screen what was found in the records, and whether that is being
// found out anew.
func (w *Window) showResults() {
	w.nav.show(awaited(badges(w.desk.Look().Report), w.desk))
	w.header.say(w.desk.Underway())
}

// copiesChanged follows what is known of the copies of the file.
func (w *Window) copiesChanged() {
	if w.desk.Store == nil || w.status == nil {
		return
	}
	w.status.refresh()
	w.showResults()
	if s, ok := w.screens[w.shown].(desk.CopiesFollower); ok {
		s.FollowCopies()
	}
}

// arrived follows what was computed beside the window.
func (w *Window) arrived() {
	if w.desk.Store == nil {
		return
	}
	if s, ok := w.screens[w.shown].(desk.Follower); ok {
		s.Follow()
	}
	w.showResults()
}

// changed follows a change of records.
func (w *Window) changed() {
	w.desk.Forget()
	if w.desk.Store != nil {
		w.status.saved, w.status.remark = w.desk.Now(), nil
	}
	w.refreshAll()
}

// reload shows the records as they are in the file.
func (w *Window) reload() {
	w.desk.Again()
	w.refreshAll()
}

func (w *Window) refreshAll() {
	if err := w.choosePark(w.desk.Park); err != nil {
		w.fail(err)
		return
	}
	if s := w.screens[w.shown]; s != nil {
		s.Refresh()
	}
	w.refreshFrame()
}
