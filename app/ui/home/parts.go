package home

import (
	"strconv"

	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/kit"
)

// showStages writes the stages of the year in a row, each a way to where it is worked at.
func (s *Screen) showStages() {
	if s.plan == nil {
		s.strip.Hide()
		return
	}
	for len(s.stages) < len(s.plan.Stages) {
		at := len(s.stages)
		b := kit.NewButton("", func() {
			if s.plan != nil && at < len(s.plan.Stages) {
				s.turnTo(s.plan.Stages[at].Where)
			}
		})
		b.OnEscape = s.FocusList
		b.OnFocus = func() { kit.Reveal(&s.scroll.Scroll, b, b) }
		s.stages = append(s.stages, b)
		s.strip.Add(b)
	}
	for i, stage := range s.plan.Stages {
		s.stages[i].SetText(stage.In(s.desk.Lang))
		s.stages[i].Importance = widget.LowImportance
		if stage.Now {
			s.stages[i].Importance = widget.MediumImportance
		}
		s.stages[i].Refresh()
	}
	s.strip.Show()
	s.strip.Refresh()
}

// showSteps writes what is to be done.
func (s *Screen) showSteps() {
	d := s.desk
	if s.plan == nil {
		s.steps.say(d.WhyNothing())
		return
	}
	var lines []line
	for _, step := range s.plan.Steps {
		lines = append(lines, line{
			cells: []kit.GridCell{{Text: step.Line(d.Lang)}, {Text: step.Text.In(d.Lang)}, {Text: step.Due.String(), Colour: kit.ColorMuted}, {Text: step.Where.Title.In(d.Lang), Colour: kit.ColorAccent}},
			way:   func() { s.goTo(step) },
		})
	}
	if len(lines) == 0 {
		s.steps.say(app.MarkReady.Before(d.T("ui.home.all_done")))
		return
	}
	s.steps.fill([]kit.GridColumn{
		{Key: "state", Head: d.T("ui.home.state"), Whole: true},
		{Key: "step", Head: d.T("ui.home.step"), Wide: true, Folds: true},
		{Key: "due", Head: d.T("ui.home.due"), Whole: true, Spare: true},
		{Key: "where", Head: d.T("ui.home.where"), Link: true, Whole: true, Spare: true},
	}, lines)
}

// endingShown is how many of the contracts that end soon are told; all are in their list.
const endingShown = 6

// showEnding writes the contracts that end soon.
func (s *Screen) showEnding() {
	d := s.desk
	switch {
	case s.plan == nil:
		s.ending.say(d.WhyNothing())
		return
	case len(s.plan.Ending) == 0:
		s.ending.say(d.T("ui.home.none_ending"))
		return
	}
	var lines []line
	for _, e := range s.plan.Ending[:min(endingShown, len(s.plan.Ending))] {
		place := app.Place{Type: "contract", ID: e.Contract.ID}
		lines = append(lines, line{
			cells: []kit.GridCell{{Text: e.Name(), Colour: kit.ColorAccent}, {Text: e.What(d.Lang)}, {Text: e.Contract.To.String()}, {Text: e.Left(d.Lang)}},
			way:   func() { d.Open(place) },
		})
	}
	if more := len(s.plan.Ending) - endingShown; more > 0 {
		lines = append(lines, line{
			cells: []kit.GridCell{{Text: d.T("ui.home.more", "N", strconv.Itoa(more)), Colour: kit.ColorAccent}},
			way:   func() { d.Open(app.Place{Type: "contract"}) },
		})
	}
	s.ending.fill([]kit.GridColumn{
		{Key: "resident", Head: app.TypeByKey("resident").One.In(d.Lang), Wide: true, Link: true},
		{Key: "contract", Head: app.TypeByKey("contract").One.In(d.Lang), Spare: true},
		{Key: "until", Head: d.T("ui.home.due"), Whole: true},
		{Key: "left", Head: d.T("ui.home.left"), Right: true, Spare: true},
	}, lines)
}

// showFilled writes how far each kind of record is filled in, with a bar.
func (s *Screen) showFilled() {
	d := s.desk
	if s.plan == nil {
		s.filled.say(d.WhyNothing())
		return
	}
	var lines []line
	for _, f := range s.plan.Filled {
		bar := kit.NewBar()
		bar.Set(float32(f.Share()), f.Words(d.Lang))
		lines = append(lines, line{
			cells: []kit.GridCell{{Text: f.Mark().Before(f.Title.In(d.Lang))}, {Figure: bar}},
			way:   func() { s.turnTo(f.Where) },
		})
	}
	if len(lines) == 0 {
		s.filled.say(d.T("ui.home.none_filled"))
		return
	}
	s.filled.fill([]kit.GridColumn{{Key: "what", Wide: true, Link: true}, {Key: "share", Whole: true}}, lines)
}

// showSafety says how the copies of the file are.
func (s *Screen) showSafety() {
	d := s.desk
	if _, kept := d.Copies.Keeper(); !kept {
		s.safety.say(d.T("ui.backups.unkept"))
		return
	}
	l := d.Copies.Look()
	if l == nil && d.Copies.Trouble() == nil {
		s.safety.say(d.T("ui.backups.looking"))
		return
	}
	first := d.Copies.Say()
	if app.MarkOf(first) == app.NoMark {
		first = app.MarkReady.Before(first)
	}
	said := []string{first}
	switch {
	case l == nil:
	case l.Second == "":
		said = append(said, app.MarkWarning.Before(d.T("ui.backups.second_none")))
	case l.Absent != nil:
		said = append(said, app.MarkWarning.Before(d.T("ui.backups.second_never", "Dir", l.Second)))
	default:
		said = append(said, app.MarkReady.Before(d.T("ui.home.second", "Dir", l.Second)))
	}
	var lines []line
	for _, text := range said {
		lines = append(lines, line{cells: []kit.GridCell{{Text: text}}, way: func() { d.Navigate("backups") }})
	}
	s.safety.fill([]kit.GridColumn{{Key: "said", Wide: true, Folds: true}}, lines)
}

// How many changes are told, and in how many of the newest entries of the journal they are looked for.
const (
	changesShown = 5
	changesAmong = 60
)

// showChanges writes the last changes of the file, one line for each step.
func (s *Screen) showChanges() {
	d := s.desk
	if d.Store == nil {
		return
	}
	entries, err := d.Store.Journal(d.Ctx(), app.JournalFilter{Limit: changesAmong})
	if err != nil {
		d.Fail(err)
		return
	}
	var lines []line
	seen := map[int64]bool{}
	for _, e := range entries {
		if seen[e.Change] || len(lines) == changesShown {
			continue
		}
		seen[e.Change] = true
		place := app.Place{Type: e.Type, ID: e.Record}
		lines = append(lines, line{
			cells: []kit.GridCell{{Text: d.Moment(e.At), Colour: kit.ColorMuted}, {Text: s.changeOf(e)}},
			way:   func() { s.openChange(place) },
		})
	}
	if len(lines) == 0 {
		s.last.say(d.T("ui.home.none_changed"))
		return
	}
	s.last.fill([]kit.GridColumn{{Key: "when", Whole: true}, {Key: "what", Wide: true, Link: true}}, lines)
}

// changeOf names what was changed: the step as undo calls it, else the record.
func (s *Screen) changeOf(e app.JournalEntry) string {
	if e.What != "" {
		return s.desk.Words.Step(e.What)
	}
	kind := e.Type
	if t := app.TypeByKey(e.Type); t != nil {
		kind = t.One.In(s.desk.Lang)
	}
	if title := s.desk.TitleOf(e.Type, e.Record); title != "" {
		kind += " " + app.QuotedIn(title, s.desk.Lang)
	}
	return kind
}

// openChange shows the record that was changed, or the journal where it is gone.
func (s *Screen) openChange(p app.Place) {
	if s.desk.WhyNot(p, "") != "" {
		s.desk.Navigate("journal")
		return
	}
	s.desk.Open(p)
}
