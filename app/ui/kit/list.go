package kit

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/i18n"
)

// List is a table with what belongs round it: the conditions over it as chips, sums at its
// foot, ticks with the bar of what can be done with the ticked rows, menus, the choice of
// columns. A screen gives it columns, rows and actions.
type List struct {
	Table   *Table            // the rows
	Content fyne.CanvasObject // the list with all round it
	// OnChange follows what is shown, searched, ticked or sorted; may be nil.
	OnChange func()
	// OnView follows what the user changed of the view: conditions, order, columns; may be nil.
	OnView func()
	// Ways are what can be done with all that is shown; none when nil.
	Ways []Way

	window  fyne.Window
	words   *i18n.Printer
	state   *State
	count   func(n int) string
	actions []Action
	ticks   bool
	plain   bool // nothing stands round the table: its ticks are an answer, not a choice of rows
	chips   *chips
	bar     *selectionBar
	buttons []*Button // that open the menu of conditions
	search  *Filter   // may be nil
	none    noneSaid  // in place of a list without rows; see SetNone
	empty   *Empty    // in place of rows while there are none
	wider   *Button   // in it: takes the search and the conditions back
}

// Action is something that can be done with rows of a list: it stands in the bar of ticked rows
// and in the menu of a row.
type Action struct {
	Text   string                   // «Удалить…»
	Icon   fyne.Resource            // beside it; may be nil
	Do     func(ids []int64)        // of the ticked rows, else of the selected one, from the top
	Can    func(ids []int64) string // why it cannot be done with them, «» when it can; nil: always
	Single bool                     // only of one row: it stands in the menu alone
}

// ListOptions say what a list is made of.
type ListOptions struct {
	Window  fyne.Window        // over which its menus and questions open
	Words   *i18n.Printer      // what it says
	State   *State             // where the user stands in it; nil for a fresh one
	Columns []Column           // of its rows
	Ticks   bool               // rows can be ticked
	Count   func(n int) string // «41 договор», over the sums; nil for «41 запись»
	Actions []Action           // what can be done with rows
	Plain   bool               // nothing but the table, whose ticks are an answer to be given
}

// NewList returns a list without rows.
func NewList(o ListOptions) *List {
	if o.State == nil {
		o.State = &State{}
	}
	l := &List{window: o.Window, words: o.Words, state: o.State, count: o.Count, actions: o.Actions, ticks: o.Ticks, plain: o.Plain}
	l.Table = newTableAt(o.Columns, o.State, l)
	l.chips, l.bar = newChips(l), newSelectionBar(l)
	l.empty, l.wider = NewEmpty("", ""), l.newWider()
	l.empty.Hidden = true
	l.Content = container.New(listLayout{l}, l.Table, l.empty, l.chips.content, l.bar.content)
	l.follow()
	return l
}

// SetActions replaces what can be done with rows.
func (l *List) SetActions(actions ...Action) {
	l.actions = actions
	l.bar.build()
	l.follow()
}

// State returns where the user stands in the list.
func (l *List) State() *State { return l.state }

// Query returns what is searched.
func (l *List) Query() string { return l.state.Query }

// Conditions returns how many conditions there are.
func (l *List) Conditions() int { return len(l.state.View.Conditions) }

// Narrowed reports whether a search or a condition may hide rows.
func (l *List) Narrowed() bool { return l.state.Query != "" || l.Conditions() > 0 }

// ShowAll drops the search and all conditions.
func (l *List) ShowAll() {
	if l.search != nil {
		l.search.SetText("")
	}
	l.state.Query = ""
	l.clearConditions()
}

// follow shows round the table what it shows now.
func (l *List) follow() {
	if l.Content == nil {
		return // being made
	}
	l.chips.show()
	l.bar.show()
	l.showEmpty()
	for _, b := range l.buttons {
		b.SetText(l.filterText())
	}
	l.Content.Refresh()
	if l.OnChange != nil {
		l.OnChange()
	}
}

// t returns a message.
func (l *List) t(id string, pairs ...string) string {
	data := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		data[pairs[i]] = pairs[i+1]
	}
	return l.words.T(id, data)
}

// counted says how many rows there are: «41 договор».
func (l *List) counted(n int) string {
	if l.count != nil {
		return l.count(n)
	}
	return l.words.N("common.records", n, nil)
}

// totalLabel stands before the sums: «Итого: 41 договор», «За годы: 98 отчётов».
func (l *List) totalLabel() string {
	if foot := l.Table.foot; foot.part {
		return l.t("ui.list.total_years", "Count", l.counted(len(foot.rows)))
	}
	shown, _ := l.Table.Len()
	return l.t("ui.list.total", "Count", l.counted(shown))
}

// totalWords says a total, the fullest wording first. A sum over rows of which some have no
// value says so in each of them: nobody is to take it for the whole.
func (l *List) totalWords(t total, f *Figures, decimals int) []string {
	figure := f.write(t.n, decimals)
	if t.kind == app.TotalMean {
		figure = l.t("ui.list.mean", "N", f.round(t.n, decimals))
	}
	full := app.InUnit(figure, f.Unit, f.Lang)
	if t.kind == app.TotalMean || f.Unit == "" {
		full = figure
	}
	if t.missing == 0 {
		return []string{full, figure}
	}
	lacks := l.t("ui.list.lacks", "N", app.FormatNumber(int64(t.missing), 1, 0, f.Lang))
	short := "≥" + app.NBSP + figure
	if t.signed || t.kind == app.TotalMean {
		short = app.MarkMissing.Before(figure)
	}
	return []string{full + lacks, figure + lacks, short}
}

// listLayout puts the chips over the table and the bar under it. The bar takes its height from
// the rows at the foot, so that those above stay where they are.
type listLayout struct{ list *List }

// Layout is called by the toolkit.
func (x listLayout) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	l := x.list
	top := l.chips.place(room.Width)
	bottom := float32(0)
	if l.bar.content.Visible() {
		bottom = l.barHeight()
	}
	l.chips.content.Move(fyne.NewPos(0, 0))
	l.chips.content.Resize(fyne.NewSize(room.Width, top))
	l.Table.Move(fyne.NewPos(0, top))
	l.Table.Resize(fyne.NewSize(room.Width, max(0, room.Height-top-bottom)))
	l.placeEmpty(top, l.Table.Size().Height, room.Width)
	l.bar.content.Move(fyne.NewPos(0, room.Height-bottom))
	l.bar.content.Resize(fyne.NewSize(room.Width, bottom))
}

// MinSize is called by the toolkit.
func (x listLayout) MinSize([]fyne.CanvasObject) fyne.Size { return x.list.Table.MinSize() }

// barHeight is that of the bar of ticked rows.
func (l *List) barHeight() float32 { return BarHeight(l.canvas(), SizeHeader) }

// chipsHeight is that of the row of conditions.
func chipsHeight() float32 { return Pixels(36) }

// canvas is that of the window the list stands in; nil for a list that stands in none.
func (l *List) canvas() fyne.Canvas {
	if l.window == nil {
		return nil
	}
	return l.window.Canvas()
}

// low reports a window in which every row of the list counts: there the bar of ticked rows
// takes the place of the sums, and the conditions are behind the button of the head.
func (l *List) low() bool { return Low(l.canvas()) }

// inHead reports whether a button that tells of the conditions is seen.
func (l *List) inHead() bool {
	return slices.ContainsFunc(l.buttons, func(b *Button) bool { return b.Visible() })
}

// panel returns a ground for what stands on it.
func panel(colour fyne.ThemeColorName) *canvas.Rectangle {
	ground := canvas.NewRectangle(color.Transparent)
	ground.FillColor = Colour(colour)
	return ground
}
