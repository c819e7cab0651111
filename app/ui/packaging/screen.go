// Package packaging is the family of the package of papers: what goes into it and in which
// form, how many sheets it takes, whether it may be final, and where it is written.
package packaging

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/disk"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/reports"
)

// Package makes the package of papers of the chosen park and year.
type Package struct {
	openFile, showInFolder func(path string) error

	desk  *desk.Desk
	about string // park and year the outcome is of; «» while there is no park

	parts   []*kit.Check   // in the order of reports.Parts
	total   *widget.Label  // how many sheets those ticked take
	sheets  map[string]int // of each part
	dir     *kit.Entry
	kind    *widget.RadioGroup
	reason  *packageReason
	form    *formChoice
	state   *kit.Marked // what the checks say of the data
	toCheck *kit.Button
	build   *kit.Button
	look    *kit.Button // at the package before it is written
	outcome *kit.Prose
	open    *kit.Button
	folder  *kit.Button
	told    func() string // what came out; nil before anything did
	made    string        // path of the file made last
	of      origin        // what was told is of
	page    *container.Scroll
	view    *kit.Screen
}

// New makes the screen of the package.
func New(d *desk.Desk) desk.Screen {
	s := &Package{desk: d, openFile: desk.OpenFile, showInFolder: desk.ShowInFolder}
	s.total = kit.MutedLabel("")
	for _, part := range reports.Parts() {
		box := kit.NewCheck(part.Title.In(d.Lang))
		box.OnChanged = func(bool) { s.onPart() }
		box.Checked = true
		s.parts = append(s.parts, box)
	}
	s.dir = kit.NewEntry(nil)
	s.kind = widget.NewRadioGroup([]string{d.T("ui.package.draft"), d.T("ui.package.final")}, nil)
	s.kind.Required = true
	s.kind.SetSelected(d.T("ui.package.draft"))
	s.reason = newPackageReason(d)
	s.kind.OnChanged = func(string) { s.showReason() }
	s.form = newFormChoice(d, func() {
		s.countSheets(d.Sheets(s.form.chosen()))
		s.showReason()
	})
	s.state, s.outcome = kit.NewMarked(), kit.Wrapped()
	s.outcome.Selectable = true
	s.toCheck = kit.NewButton(d.T("ui.package.to_check"), func() { d.Navigate("check") })
	s.build = kit.NewPrimary(d.T("ui.package.build"), theme.DocumentPrintIcon(), s.onBuild)
	s.look = kit.NewTool(d.T("ui.package.preview"), theme.VisibilityIcon(), s.onPreview)
	s.open = kit.NewButton(d.T("ui.package.open"), func() { s.show(s.openFile) })
	s.folder = kit.NewButton(d.T("ui.package.show_in_folder"), func() { s.show(s.showInFolder) })
	s.arrange()
	s.Refresh()
	return s
}

// arrange puts what is asked into one column, in the order it is answered.
func (s *Package) arrange() {
	d := s.desk
	boxes := container.New(&pairs{})
	for _, box := range s.parts {
		boxes.Add(box)
	}
	all := kit.NewButton(d.T("ui.package.all_parts"), func() { s.tickAll(true) })
	none := kit.NewButton(d.T("ui.package.no_parts"), func() { s.tickAll(false) })
	choose := kit.NewButton(d.T("ui.package.choose_dir"), s.onChooseDir)
	form := container.NewPadded(container.NewVBox(
		container.NewHBox(kit.MutedLabel(d.T("ui.package.parts")), s.total, layout.NewSpacer(), all, none), boxes,
		kit.MutedLabel(d.T("ui.package.kind")), s.kind, s.form.rows(d),
		container.NewBorder(nil, nil, nil, container.NewCenter(s.toCheck), s.state),
		s.reason.content,
		kit.MutedLabel(d.T("ui.package.dir")), container.NewBorder(nil, nil, nil, choose, s.dir),
		widget.NewSeparator(),
		s.outcome,
		container.NewHBox(s.open, s.folder),
	))
	s.page = container.NewVScroll(container.New(column{chars: 66}, form))
	s.follow(all, none, choose)
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{Title: d.T("ui.package.title"), Words: d.Words, Secondary: []*kit.Button{s.look}, Primary: s.build},
		List:   s.page, Words: d.Words,
	})
}

// follow keeps what has the keyboard in view. The radio buttons do not say that it has
// come to them: they are seen whole with what stands before and after them.
func (s *Package) follow(buttons ...*kit.Button) {
	for _, box := range s.parts {
		box.OnFocus = func() { kit.Reveal(s.page, box, box) }
	}
	last := s.parts[len(s.parts)-1]
	last.OnFocus = func() { kit.Reveal(s.page, last, s.form.files) }
	s.form.files.OnFocus = func() { kit.Reveal(s.page, s.kind, s.form.files) }
	for _, b := range append(buttons, s.toCheck, s.open, s.folder) {
		b.OnFocus = func() { kit.Reveal(s.page, b, b) }
	}
	for _, e := range []*kit.Entry{s.reason.text, s.dir} {
		e.OnFocus = func() { kit.Reveal(s.page, e, e) }
	}
}

// Content returns the page.
func (s *Package) Content() fyne.CanvasObject { return s.view }

// FocusList gives the keyboard to the button that makes the package: whoever comes here wants one.
func (s *Package) FocusList() { s.desk.Window.Canvas().Focus(s.build) }

// Refresh follows the chosen park and year.
func (s *Package) Refresh() {
	if s.dir.Text == "" {
		s.dir.SetText(s.desk.FirstDir())
	}
	s.Follow()
}

// Follow shows what the checks say of the data and how many sheets they take.
func (s *Package) Follow() {
	d := s.desk
	if d.Park == 0 {
		s.view.Header.SetCount(d.T("ui.indicators.no_park"), "")
		s.build.Forbid(d.T("ui.indicators.no_park"))
		s.look.Forbid(d.T("ui.indicators.no_park"))
		s.forget("")
		s.countSheets(nil)
		s.showReason()
		return
	}
	s.build.Forbid("")
	s.look.Forbid("")
	s.countSheets(d.Sheets(s.form.chosen()))
	s.view.Header.SetCount(d.T("ui.package.year", "Year", d.Year, "Rating", d.Year+1), strconv.Itoa(d.Year))
	s.forget(d.Part().Park.Name + s.view.Header.Count())
	s.showOutcome()
	s.showState(d.Look())
	s.showReason()
}

// onPart follows a tick: other parts are another package.
func (s *Package) onPart() {
	s.showTotal()
	s.showReason()
}

func (s *Package) showReason() { s.reason.show(s.request(), s.about) }

// countSheets says beside each part how many sheets it takes.
func (s *Package) countSheets(sheets map[string]int) {
	s.sheets = sheets
	for i, part := range reports.Parts() {
		text := part.Title.In(s.desk.Lang)
		if n, known := sheets[part.Key]; known {
			text = s.desk.T("ui.package.part", "N", n, "Part", text)
		}
		s.parts[i].SetText(text)
	}
	s.showTotal()
}

// showTotal says how many sheets the ticked parts take together.
func (s *Package) showTotal() {
	total := 0
	for _, key := range s.chosenParts() {
		total += s.sheets[key]
	}
	text := ""
	if len(s.sheets) > 0 {
		text = s.desk.N("ui.package.total", total)
	}
	s.total.SetText(s.desk.Noted(text, desk.ToCount))
}

// showState says whether the data allow a final package. While that is not known yet, what
// was chosen stays: the package itself is refused when there are errors.
func (s *Package) showState(seen *desk.Seen) {
	d := s.desk
	s.toCheck.Hidden = len(seen.Report.Findings) == 0
	text := desk.Totals(d, seen.Report)
	switch {
	case seen.Book == nil:
		text = d.WhyNothing()
	case seen.Report.Open(check.Error) == 0:
		s.kind.Enable()
	default:
		s.kind.SetSelected(d.T("ui.package.draft"))
		s.kind.Disable()
		text = app.MarkError.Before(text + " " + d.T("ui.package.final_refused"))
	}
	s.state.SetText(text)
}

// nothing is what is said of no package.
func nothing() string { return "" }

// forget clears the outcome of another park or year.
func (s *Package) forget(about string) {
	if s.about == about && about != "" {
		return
	}
	s.about = about
	s.say(nothing, "")
}

// say shows what came out, in words that are said again in another language; made is the path of the file,
// empty when there is none.
func (s *Package) say(told func() string, made string) {
	s.told, s.made, s.of = told, made, origin{park: s.desk.Park, year: s.desk.Year}
	s.showOutcome()
	if s.outcome.Text != "" {
		kit.ScrollToEnd(s.page)
	}
}

// origin is the park, the year and the data that something came out of.
type origin struct {
	park int64
	year int
	data string // SHA-256; «» where no file was made
}

// showOutcome shows what was said, with a word where the records have changed since.
func (s *Package) showOutcome() {
	text := ""
	if s.told != nil {
		text = s.told()
	}
	if s.of.data != "" {
		if now, known := s.desk.DataNow(); known && now != s.of.data {
			text = app.MarkWarning.Before(s.desk.T("ui.package.changed")) + "\n" + text
		}
	}
	s.outcome.SetText(text)
	s.outcome.Hidden = text == "" // Tab would stop at nothing
	s.open.Hidden, s.folder.Hidden = s.made == "", s.made == ""
	s.open.Refresh()
	s.folder.Refresh()
}

func (s *Package) tickAll(on bool) {
	for _, box := range s.parts {
		box.Checked = on
		box.Refresh()
	}
	s.onPart()
}

// chosenParts returns the keys of the ticked parts.
func (s *Package) chosenParts() []string {
	var keys []string
	for i, part := range reports.Parts() {
		if s.parts[i].Checked {
			keys = append(keys, part.Key)
		}
	}
	return keys
}

func (s *Package) onChooseDir() {
	files := s.desk.Files(disk.Meant(s.dir.Text))
	files.Folder(func(path string) { s.dir.SetText(path) })
}

func (s *Package) request() submission.Request {
	return submission.Request{
		Park: s.desk.Park, Year: s.desk.Year, Parts: s.chosenParts(), Form: s.form.chosen(), Bare: !s.form.files.Checked,
		Final: s.kind.Selected == s.desk.T("ui.package.final"), Dir: disk.Meant(s.dir.Text), Now: s.desk.Now(),
		Reason: s.reason.Text(),
	}
}
