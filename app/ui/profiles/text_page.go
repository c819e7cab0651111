package profiles

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// textPage shows the whole text of a method to be edited, with what is wrong in it as one types.
type textPage struct {
	desk  *desk.Desk
	shown string // as it was given
	entry *textEntry
	fault *kit.Marked
	line  int // of the fault; 0 for none
	apply *kit.Button
	jump  *kit.Button
	take  func(text string) error
	close func()
	view  *kit.Screen
}

// textEntry is an entry of many lines which Tab leaves, as it leaves any other.
type textEntry struct{ kit.Entry }

func newTextEntry() *textEntry {
	e := &textEntry{}
	e.MultiLine = true
	e.TextStyle.Monospace = true
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab says that Tab goes on to the next thing.
func (e *textEntry) AcceptsTab() bool { return false }

func newTextPage(d *desk.Desk, take func(string) error, back func()) *textPage {
	p := &textPage{desk: d, entry: newTextEntry(), fault: kit.NewMarked(), take: take, close: back}
	p.entry.OnEscape = func() { d.Window.Canvas().Focus(p.apply) }
	p.entry.OnChanged = func(string) { p.check() }
	p.apply = kit.NewPrimary(d.T("ui.profiles.text_apply"), theme.ConfirmIcon(), p.onApply)
	p.jump = kit.NewTool(d.T("ui.profiles.text_line"), theme.SearchIcon(), p.toLine)
	leave := kit.NewTool(d.T("ui.profiles.text_back"), theme.NavigateBackIcon(), p.leave)
	for _, b := range []*kit.Button{p.apply, p.jump, leave} {
		b.OnEscape = p.leave
	}
	p.view = kit.NewScreen(kit.ScreenParts{
		Header:  kit.HeaderParts{Title: d.T("ui.profiles.text_title"), Words: d.Words, Secondary: []*kit.Button{leave, p.jump}, Primary: p.apply},
		Filters: p.fault, List: p.entry, Words: d.Words,
	})
	return p
}

// Content returns the page.
func (p *textPage) Content() fyne.CanvasObject { return p.view }

// Show puts a text into the entry.
func (p *textPage) Show(text string) {
	p.shown = text
	p.entry.SetText(text)
	p.check()
}

// Focus puts the cursor into the text.
func (p *textPage) Focus() { p.desk.Window.Canvas().Focus(p.entry) }

// dirty reports whether something is typed that is not applied.
func (p *textPage) dirty() bool { return p.view.Visible() && p.entry.Text != p.shown }

// check says what is wrong with the text as it is typed.
func (p *textPage) check() {
	_, err := regulation.Edit(regulation.File{Name: p.desk.T("ui.profiles.text_name"), TOML: []byte(p.entry.Text)})
	p.tell(err)
}

func (p *textPage) tell(err error) {
	d := p.desk
	line, why := regulation.Place(err)
	p.line = line
	switch {
	case line > 0:
		p.fault.SetText(app.MarkError.Before(d.T("ui.profiles.text_fault", "Line", line, "Why", why.In(d.Lang))))
	case err != nil:
		p.fault.SetText(app.MarkError.Before(d.Say(err)))
	default:
		p.fault.SetText(d.T("ui.profiles.text_right"))
	}
	forbidden := ""
	if err != nil {
		forbidden = d.T("ui.profiles.text_wrong")
	}
	p.apply.Forbid(forbidden)
	p.jump.Forbid(noLine(d, p.line))
	p.view.Refresh()
}

func noLine(d *desk.Desk, line int) string {
	if line > 0 {
		return ""
	}
	return d.T("ui.profiles.text_no_line")
}

// toLine puts the cursor into the line that is wrong.
func (p *textPage) toLine() {
	p.entry.CursorRow, p.entry.CursorColumn = max(0, p.line-1), 0
	p.entry.Refresh()
	p.Focus()
}

// onApply takes the text into the draft and goes back to the parts.
func (p *textPage) onApply() {
	if err := p.take(p.entry.Text); err != nil {
		p.tell(err)
		return
	}
	p.shown = p.entry.Text
	p.close()
}

// leave goes back, once it is settled what becomes of what is typed.
func (p *textPage) leave() {
	if !p.dirty() {
		p.close()
		return
	}
	p.desk.AskToLeave(p.desk.T("ui.profiles.text_leave"), func() {
		p.entry.SetText(p.shown)
		p.close()
	}, p.Focus)
}
