// Package desk is what every screen works at: the open data file, the chosen park and year,
// words, what was computed of them, background work, and the ways to other screens. It
// also says what the shell may ask of a screen. A family of screens knows the desk and the
// kit and no other family: they meet only through Desk.Open and Desk.Navigate.
package desk

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/guide"
	"technopark/app/i18n"
	"technopark/app/regulation"
	"technopark/app/submission"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
)

// Desk is what a screen works with. The shell owns it; screens read its fields when
// they refresh, since park and year change under them.
type Desk struct {
	Store port.Store // the open data file; nil on the start page
	Park  int64      // id of the chosen park; 0 while the file has none
	Year  int        // chosen year
	// Regulations say by what the rating is computed: port.Options, set by the shell.
	Regulations *regulation.Library
	Lang        app.Lang         // of the window
	Words       *i18n.Printer    // says things in Lang
	Window      fyne.Window      // the one all dialogs stand in
	Now         func() time.Time // the clock
	Who         string           // who works; see port.Options
	Tasks       kit.Tasks        // Tasks.Run does long work in the background, with progress

	// PackageDir is where the last package of the data file went; empty when none was made yet.
	PackageDir string
	// KeepPackageDir changes PackageDir of the data file for this run and the next.
	KeepPackageDir func(dir string)

	// RecentDirs returns the directories where something was chosen, the last first, of earlier
	// runs too; nil where nothing is kept.
	RecentDirs func() []string
	// KeepDir puts a directory at the head of them; nil where nothing is kept.
	KeepDir func(dir string)

	// Copies makes the copies of the data file; nil where none are kept.
	Copies *Copies
	// Note writes an error into the log, where there is nobody to read it; nil where there is none.
	Note func(error)
	// ShowMade shows a file that was written for the user in the program the system has for it, or the folder it
	// is in; nil is OpenFile and ShowInFolder.
	ShowMade func(path string, inFolder bool) error
	// SaveCopy asks where and writes a copy of the data file there.
	SaveCopy func()
	// Rescue asks where to save what can be read of a damaged data file, and does; nil where there
	// is no way to.
	Rescue func(path string)
	// OpenFile shows another data file in place of this one, once what was typed is settled.
	OpenFile func(path string)

	// Navigate shows a screen by its id.
	Navigate func(screenID string)
	// Open shows what stands at a place where such things are shown, the cursor in its field
	// («» for none): a record, or an indicator of a year (app.IndicatorPlace). It tells when
	// that cannot be shown; see WhyNot.
	Open func(app.Place)
	// OpenMany shows records of a type, told by its key, on their screen: the first is opened, all are
	// ticked.
	OpenMany func(typeKey string, ids []int64)
	// ShowCard shows a record together with all that belongs to it (see app.Parts).
	ShowCard func(app.Place)
	// Back returns from a card, and from what was opened there, to the screen before, its row and
	// filter as they were; it reports whether there was one.
	Back func() bool
	// Begin begins a record of a type, told by its key, on its screen, of the given record; with the zero
	// Origin it is likely to be of the record of the screen in view, see Source.
	Begin func(typeKey string, of Origin)
	// Take shows what is to become records on the screen of the tables of others.
	Take func(Taking)
	// KeptLayouts returns how tables of others were read before; nil where nothing is kept.
	KeptLayouts func() []exchange.KeptLayout
	// KeepLayouts keeps them for the next run; nil where nothing is kept.
	KeepLayouts func([]exchange.KeptLayout)
	// KeptForms returns the files of the forms of authorities that were added to the program’s own; nil where
	// nothing is kept.
	KeptForms func() []string
	// KeepForms keeps them for the next run; nil where nothing is kept.
	KeepForms func(paths []string)
	// Documents lists the documents of what a link holds, and lets one attach more; title is what
	// that is called.
	Documents func(subject, title string)
	// History lists who changed what of a record, with the way back to any of it; title is what the
	// record is called.
	History func(p app.Place, title string)
	// ShowJournal shows the entries a filter chooses on the screen of the journal; title is what the
	// record they are of is called.
	ShowJournal func(f app.JournalFilter, title string)
	// ShowPaper draws a paper, the user waiting or giving up, and shows it over the window.
	ShowPaper func(papers func(context.Context) (submission.Shown, error))
	// ShowGuide shows a page of the guide over the window.
	ShowGuide func(guide.Target)
	// Explain shows what a rule found at a place where it can be explained.
	Explain func(rule string, at app.Place)
	// Way goes somewhere in several steps — a year and a place of it — as one: back leads to where they
	// began.
	Way func(steps func())
	// ChooseYear shows another year, which the user is told: he has not chosen it himself.
	ChooseYear func(year int)
	// Changed tells the shell that records have changed: the shown screen, the menu
	// and the status line follow.
	Changed func()
	// Settled tells the shell that what a screen could not record is another than before (see Refuser):
	// the status line follows. It may be nil.
	Settled func()
	// Arrived tells the shell that what Look returns has been computed anew: the shown screen
	// and the menu follow.
	Arrived func()
	// Beside does work beside the window, then calls done on its goroutine; nil is Tasks.Quietly.
	Beside func(work func() error, done func(error))
	// Fail shows an error in the user's words; nil shows nothing.
	Fail func(error)

	// KeptViews returns how a list was shown last and the views that were given a name, of an
	// earlier run; nil where nothing is kept.
	KeptViews func(list string) (last kit.View, named []kit.View)
	// KeepViews keeps them for the next run; nil where nothing is kept.
	KeepViews func(list string, last kit.View, named []kit.View)

	lists   map[string]*kit.State // where the user stands in each list
	results *results              // what was computed of the records
	part    part                  // what Part returned last
	titles  *titles
	From    Origin // the record whose screen was left last
	// AttachedFrom is where the last file was attached from; empty at the start.
	AttachedFrom string
}

// T returns a message; pairs are names and values of what is put into it.
func (d *Desk) T(id string, pairs ...any) string {
	return d.Words.T(id, pairsOf(pairs))
}

// N returns a message in the form that agrees with n.
func (d *Desk) N(id string, n int, pairs ...any) string {
	return d.Words.N(id, n, pairsOf(pairs))
}

// Say puts an error into words that fit a dialog, which has no room for the whole path of a
// file; one that nobody has put into words is left as it is.
func (d *Desk) Say(err error) string {
	if r, ok := app.Refused(err); ok {
		if path, named := r.Data["File"].(string); named {
			r.Data["File"] = filepath.Base(path)
		}
		err = &r
	}
	if said, ok := d.Words.Sentence(err, nil); ok {
		return said
	}
	return err.Error()
}

// beside does work beside the window, then calls done on its goroutine.
func (d *Desk) beside(work func() error, done func(error)) {
	if d.Beside != nil {
		d.Beside(work, done)
		return
	}
	d.Tasks.Quietly(work, done)
}

// rest is how long work that is done beside the window waits before it reads the file.
func (d *Desk) rest() time.Duration {
	if d.Beside != nil || d.Tasks.Inline {
		return 0 // nobody is there to be disturbed
	}
	return 50 * time.Millisecond
}

// Ctx is the context of short work on the main goroutine.
func (d *Desk) Ctx() context.Context { return context.Background() }

// Today returns the current day.
func (d *Desk) Today() app.Date { return app.DateOf(d.Now()) }

// ReadOnly reports whether nothing may be changed.
func (d *Desk) ReadOnly() bool { return d.Store == nil || d.Store.ReadOnly() }

func pairsOf(pairs []any) map[string]any {
	if len(pairs) == 0 {
		return nil
	}
	data := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		data[pairs[i].(string)] = pairs[i+1]
	}
	return data
}

// AskToLeave shows the question of Unsaved: drop what is typed, or go back to it.
func (d *Desk) AskToLeave(question string, drop, stay func()) {
	kit.Ask(d.Window, d.T("ui.leave.title"), question,
		kit.Answer{Text: d.T("ui.leave.drop"), Do: drop},
		kit.Answer{Text: d.T("ui.leave.stay"), Do: stay})
}

// SayRefused names the fields whose values could not be recorded; «» for none.
func (d *Desk) SayRefused(fields []app.Field) string {
	if len(fields) == 0 {
		return ""
	}
	first := app.QuotedIn(fields[0].Label.In(d.Lang), d.Lang)
	if len(fields) == 1 {
		return d.T("ui.refused.field", "What", first)
	}
	return d.T("ui.refused.fields", "What", first, "More", len(fields)-1)
}

// AskToLeaveScreen asks what is to become of what a screen has not recorded: where it can be put by,
// that is offered first. then goes on once it is settled; stay goes back to it.
func (d *Desk) AskToLeaveScreen(s Keeper, then, stay func()) {
	p, ok := s.(Preserver)
	if !ok {
		d.AskToLeave(s.Unsaved(), then, stay)
		return
	}
	keep := func() {
		if p.Preserve() {
			then()
		}
	}
	kit.Ask(d.Window, p.UnsavedTitle(), s.Unsaved(),
		kit.Answer{Text: d.T("ui.leave.keep"), Do: keep},
		kit.Answer{Text: d.T("ui.leave.keep_not"), Do: then},
		kit.Answer{Text: d.T("ui.leave.stay_here"), Do: stay})
}

// Settle tells the shell that what a screen could not record is another than before.
func (d *Desk) Settle() {
	if d.Settled != nil {
		d.Settled()
	}
}

// FirstDir is where the last package went, and for the first one where the data file is.
func (d *Desk) FirstDir() string {
	if d.PackageDir != "" || d.Store == nil {
		return d.PackageDir
	}
	return filepath.Dir(d.Store.Path())
}
