package profiles

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/regulation"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// textPage shows the text of a method to be edited, table by table, with what is wrong in it as
// one types: an entry of the toolkit with all seven hundred lines would take a second for a key.
type textPage struct {
	desk   *desk.Desk
	shown  string // as it was given
	before string // of the text, what stands before the table in the entry
	after  string // and after it
	first  int    // line of the text that is the first of the entry
	blocks []formula.Block
	list   *kit.List
	entry  *textEntry
	fault  *kit.Marked
	line   int // of the fault; 0 for none
	apply  *kit.Button
	jump   *kit.Button
	take   func(text string) error
	close  func()
	panes  *kit.Panes
	view   *kit.Screen
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
	p.list = kit.NewList(kit.ListOptions{Window: d.Window, Words: d.Words, State: d.ListState("method-text"), Columns: []kit.Column{
		{Key: "line", Head: d.T("ui.profiles.text_at"), Chars: 7},
		{Key: "table", Head: d.T("ui.profiles.text_table"), Chars: 30, Wide: true},
	}})
	p.list.Table.OnSelect = p.turnTo
	p.list.Table.OnOpen = func(int64) { p.enter() }
	p.list.Table.OnBack = p.leave
	filter := kit.NewFilter(d.T("ui.filter"), p.list.Table.SetFilter)
	filter.OnDown = p.Focus
	p.entry.OnEscape = p.escape
	p.entry.OnChanged = func(string) { p.check() }
	p.apply = kit.NewPrimary(d.T("ui.profiles.text_apply"), theme.ConfirmIcon(), p.onApply)
	p.jump = kit.NewTool(d.T("ui.profiles.text_line"), theme.SearchIcon(), p.toLine)
	leave := kit.NewTool(d.T("ui.profiles.text_back"), theme.NavigateBackIcon(), p.leave)
	for _, b := range []*kit.Button{p.apply, p.jump, leave} {
		b.OnEscape = p.leave
	}
	p.panes = kit.NewPanes(d.Words, p.list.Content, p.entry, 0.32)
	p.view = kit.NewScreen(kit.ScreenParts{
		Header:  kit.HeaderParts{Title: d.T("ui.profiles.text_title"), Words: d.Words, Search: filter, Secondary: []*kit.Button{leave, p.jump}, Primary: p.apply},
		Filters: p.fault, List: p.panes, Words: d.Words,
	})
	p.panes.OpenFrom(p.view.Header)
	return p
}

// Content returns the page.
func (p *textPage) Content() fyne.CanvasObject { return p.view }

// Show shows a text.
func (p *textPage) Show(text string) {
	p.shown, p.before, p.after = text, "", ""
	p.part(text)
	p.list.Table.Select(max(1, min(p.list.Table.Selected(), int64(len(p.blocks)))))
	p.open(p.list.Table.Selected())
	p.check()
}

// part fills the list with the tables of a text.
func (p *textPage) part(text string) {
	p.blocks = formula.Blocks(text)
	var rows []kit.Row
	for i, b := range p.blocks {
		title := b.Title
		if title == "" {
			title = p.desk.T("ui.profiles.text_head")
		}
		rows = append(rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{{Text: strconv.Itoa(b.Line)}, {Text: title}}})
	}
	p.list.Table.SetRows(rows)
}

// text is the whole text with what is typed.
func (p *textPage) text() string { return p.before + p.entry.Text + p.after }

// turnTo puts another table into the entry; what was typed into the one before stays.
func (p *textPage) turnTo(id int64) {
	if id < 1 || int(id) > len(p.blocks) {
		return
	}
	if p.blocks[id-1].Line == p.first {
		return
	}
	title := p.blocks[id-1].Title
	p.part(p.text())
	// What was typed may have parted the tables otherwise.
	if at := slices.IndexFunc(p.blocks, func(b formula.Block) bool { return b.Title == title }); at >= 0 && (int(id) > len(p.blocks) || p.blocks[id-1].Title != title) {
		id = int64(at + 1)
		p.first = p.blocks[at].Line // so that choosing it opens nothing twice
		p.list.Table.Select(id)
	}
	p.open(min(id, int64(len(p.blocks))))
}

// open puts a table of the parted text into the entry.
func (p *textPage) open(id int64) {
	at := min(int(id), len(p.blocks)) - 1
	var before, after strings.Builder
	for i, b := range p.blocks {
		switch {
		case i < at:
			before.WriteString(b.Text)
		case i > at:
			after.WriteString(b.Text)
		}
	}
	p.before, p.after, p.first = before.String(), after.String(), p.blocks[at].Line
	changed := p.entry.OnChanged
	p.entry.OnChanged = nil // the whole text is as it was
	p.entry.SetText(p.blocks[at].Text)
	p.entry.CursorRow, p.entry.CursorColumn = 0, 0
	p.entry.Refresh()
	p.entry.OnChanged = changed
}

// Focus gives the keyboard to the tables.
func (p *textPage) Focus() { p.desk.Window.Canvas().Focus(p.list.Table) }

// enter goes from the tables to the text of one.
func (p *textPage) enter() {
	p.panes.ShowForm()
	p.desk.Window.Canvas().Focus(p.entry)
}

// escape goes from the text back to the tables.
func (p *textPage) escape() {
	p.panes.ShowList()
	p.Focus()
}

// dirty reports whether something is typed that is not applied.
func (p *textPage) dirty() bool { return p.view.Visible() && p.text() != p.shown }

// check says what is wrong with the text as it is typed.
func (p *textPage) check() {
	_, err := regulation.Edit(regulation.File{Name: p.desk.T("ui.profiles.text_name"), TOML: []byte(p.text())})
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
	d.Settle()
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

// toLine puts the cursor into the line that is wrong, whichever table it is in.
func (p *textPage) toLine() {
	p.part(p.text())
	at := 0
	for i, b := range p.blocks {
		if b.Line <= p.line {
			at = i
		}
	}
	p.open(int64(at + 1))
	p.list.Table.Select(int64(at + 1))
	p.enter()
	p.entry.CursorRow, p.entry.CursorColumn = max(0, p.line-p.first), 0
	p.entry.Refresh()
}

// onApply takes the text into the draft and goes back to the parts.
func (p *textPage) onApply() {
	text := p.text()
	if err := p.take(text); err != nil {
		p.tell(err)
		return
	}
	p.shown = text
	p.close()
}

// leave goes back, once it is settled what becomes of what is typed.
func (p *textPage) leave() {
	if !p.dirty() {
		p.close()
		return
	}
	p.desk.AskToLeave(p.desk.T("ui.profiles.text_leave"), func() {
		p.Show(p.shown)
		p.close()
	}, p.Focus)
}
