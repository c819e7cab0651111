package profiles

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// editor is the page on which a method of one's own is edited. All of it happens in a draft: the
// data file and its figures change when that is kept, in one step.
type editor struct {
	OnBack func()

	desk  *desk.Desk
	draft *regulation.Draft   // as it is edited
	past  []*regulation.Draft // before each change, the last one last
	kept  string              // the text in force
	rows  []regulation.PartRow
	shown regulation.Part // in the form

	list   *kit.List
	forms  map[regulation.PartKind]*kit.Form
	holder *fyne.Container // of the form
	about  *kit.Marked
	whole  *textPage // nil until it is asked for
	panes  *kit.Panes
	view   *kit.Screen
	pages  *fyne.Container // parts or the whole text

	save, effects, text, back *kit.Button
}

func newEditor(d *desk.Desk) *editor {
	e := &editor{desk: d, about: kit.NewMarked(), forms: map[regulation.PartKind]*kit.Form{}, holder: container.NewStack()}
	e.list = kit.NewList(kit.ListOptions{Window: d.Window, Words: d.Words, State: d.ListState("method"), Columns: partColumns(d)})
	e.list.Table.OnSelect = func(int64) { e.showPart(true) }
	e.list.Table.OnOpen = func(int64) { e.enter() }
	e.list.Table.OnBack = e.leave
	filter := kit.NewFilter(d.T("ui.filter"), e.list.Table.SetFilter)
	filter.OnDown = e.Focus
	e.save = kit.NewPrimary(d.T("ui.profiles.save"), theme.DocumentSaveIcon(), e.onSave)
	e.effects = kit.NewTool(d.T("ui.profiles.effects"), theme.SearchIcon(), e.onEffects)
	e.text = kit.NewTool(d.T("ui.profiles.text"), theme.DocumentIcon(), e.onText)
	e.back = kit.NewTool(d.T("ui.profiles.back"), theme.NavigateBackIcon(), e.leave)
	for _, b := range []*kit.Button{e.save, e.effects, e.text, e.back} {
		b.OnEscape = e.leave
	}
	e.panes = kit.NewPanes(d.Words, e.list.Content, e.holder, 0.56)
	e.view = kit.NewScreen(kit.ScreenParts{
		Header:  kit.HeaderParts{Words: d.Words, Search: filter, Secondary: []*kit.Button{e.back, e.effects, e.text}, Primary: e.save},
		Filters: e.about, List: e.panes, Words: d.Words,
	})
	e.panes.OpenFrom(e.view.Header)
	e.pages = container.NewStack(e.view)
	return e
}

func partColumns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "code", Head: d.T("ui.profiles.code"), Chars: 9},
		{Key: "name", Head: d.T("ui.profiles.part"), Chars: 40, Wide: true},
		{Key: "formula", Head: d.T("ui.profiles.formula"), Chars: 18},
		{Key: "unit", Head: d.T("ui.profiles.unit"), Whole: true},
		{Key: "weight", Head: d.T("ui.profiles.weight"), Chars: 5},
		{Key: "better", Head: d.T("ui.profiles.better"), Chars: 8},
	}
}

// Content returns the page.
func (e *editor) Content() fyne.CanvasObject { return e.pages }

// Open begins to edit the method that the company keeps for the year; it reports whether there is
// one that can be edited.
func (e *editor) Open() bool {
	p := regulation.Own(e.desk.Part("profile"), app.ProfileMethod, e.desk.Year)
	if p == nil {
		return false
	}
	draft, err := regulation.Edit(regulation.File{Name: p.Title, TOML: []byte(p.Text)})
	if err != nil {
		e.desk.Fail(err)
		return false
	}
	e.draft, e.kept, e.past, e.shown = draft, draft.Text(), nil, regulation.Part{}
	e.show()
	e.showPart(true)
	return true
}

// Refresh follows the data file. What is edited stays; a draft without a change is read anew.
func (e *editor) Refresh() (open bool) {
	p := regulation.Own(e.desk.Part("profile"), app.ProfileMethod, e.desk.Year)
	if p != nil && p.Text == e.kept {
		e.follow()
		return true
	}
	return e.Open() // the shell has asked what is to become of a change
}

// Follow says anew what a formula gives, once the records are known.
func (e *editor) Follow() {
	if e.draft != nil {
		e.tryOut(e.draft)
	}
}

// dirty reports whether there is anything to be kept.
func (e *editor) dirty() bool { return e.draft != nil && e.draft.Text() != e.kept }

// show fills the list with the parts of the draft.
func (e *editor) show() {
	d := e.desk
	e.rows = e.draft.Parts()
	var rows []kit.Row
	for i, r := range e.rows {
		better := ""
		if r.Better != "" {
			better = d.T("ui.profiles.better_" + r.Better)
		}
		rows = append(rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
			{Text: indent(r) + r.Code}, {Text: r.Name.In(d.Lang)}, {Text: r.Formula}, {Text: r.Unit.In(d.Lang)}, {Text: r.Weight}, {Text: better},
		}})
	}
	e.list.Table.SetRows(rows)
	if e.list.Table.Selected() == 0 {
		e.list.Table.Select(1)
	}
	e.view.Header.SetTitle(d.T("ui.profiles.editing", "Title", e.draft.Method().Title.In(d.Lang)))
	e.follow()
}

// indent sets indicators under their sub-index.
func indent(r regulation.PartRow) string {
	if r.Kind == regulation.PartIndicator {
		return app.NBSP + app.NBSP
	}
	return ""
}

// follow says what stands against keeping the draft.
func (e *editor) follow() {
	d := e.desk
	why := ""
	switch f, unsaved := e.unsaved(); {
	case d.ReadOnly():
		why = d.T("ui.profiles.read_only")
	case unsaved:
		why = d.T("ui.profiles.wrong_field", "What", f.Label.In(d.Lang))
	case !e.dirty():
		why = d.T("ui.profiles.no_change")
	}
	e.save.Forbid(why)
	e.effects.Forbid("")
	said := d.T("ui.profiles.draft_same", "Version", e.draft.Method().Version, "Rating", e.draft.Method().Year)
	if e.dirty() {
		said = app.MarkWarning.Before(d.T("ui.profiles.draft", "N", len(e.past)))
	}
	if why != "" && e.dirty() {
		said += " " + why
	}
	if e.draft.Method().Official && e.dirty() {
		said += " " + d.T("ui.profiles.mark_back")
	}
	e.about.SetText(said)
	e.view.Refresh()
	d.Settle()
}

// onSave keeps the draft: the figures of the year are computed by it from now on.
func (e *editor) onSave() {
	d := e.desk
	d.Window.Canvas().Unfocus() // records what is typed
	if e.save.Disabled() || !e.dirty() {
		e.follow()
		return
	}
	next, err := d.Regulations.Keep(d.Part("profile"), e.draft, d.Today())
	if err != nil {
		kit.Tell(d.Window, d.T("ui.profiles.title"), d.Say(err), d.T("ui.ok"))
		return
	}
	e.kept = next.Text // before the shell asks what is not kept
	was := e.draft
	if e.draft, err = e.draft.WithText(next.Text); err != nil {
		e.draft = was
		d.Fail(err)
		return
	}
	past := e.past
	e.past = nil
	step := d.T("step.profile_edited", "Title", next.Title, "Version", next.Version)
	if !d.Change(step, func(tx app.Tx) error { return tx.Save(d.Ctx(), next) }) {
		e.draft, e.past = was, past
		if p := regulation.Own(d.Part("profile"), app.ProfileMethod, d.Year); p != nil {
			e.kept = p.Text
		}
	}
	e.show()
	e.showPart(false)
}

// onEffects says what the draft would move.
func (e *editor) onEffects() {
	d := e.desk
	d.Window.Canvas().Unfocus()
	set, err := d.InForce()
	if err != nil {
		d.Fail(err)
		return
	}
	compare(d, method{named(d, set.Method), set.Method}, method{d.T("ui.profiles.edit_named"), e.draft.Method()}, e.effects)
}

func (e *editor) onText() {
	e.desk.Window.Canvas().Unfocus()
	if e.whole == nil { // its face takes megabytes, and few ever look at it
		e.whole = newTextPage(e.desk, e.takeText, e.closeText)
		e.pages.Add(e.whole.Content())
	}
	e.whole.Show(e.draft.Text())
	e.view.Hide()
	e.whole.Content().Show()
	e.whole.Focus()
}

// inText reports whether the whole text is shown.
func (e *editor) inText() bool { return e.whole != nil && e.whole.Content().Visible() }

// takeText takes the whole text of another draft; it fails with what is wrong with it.
func (e *editor) takeText(text string) error {
	if text == e.draft.Text() {
		return nil
	}
	next, err := e.draft.WithText(text)
	if err != nil {
		return err
	}
	if next.Method().Year != e.draft.Method().Year {
		return &app.Refusal{ID: "err.profile_year", Data: map[string]any{"Year": fmt.Sprint(e.draft.Method().Year)}}
	}
	e.shown = regulation.Part{}
	e.take(next)
	e.showPart(true)
	return nil
}

func (e *editor) closeText() {
	e.whole.Content().Hide()
	e.view.Show()
	e.Focus()
}

// Focus gives the keyboard to the parts.
func (e *editor) Focus() { e.desk.Window.Canvas().Focus(e.list.Table) }
