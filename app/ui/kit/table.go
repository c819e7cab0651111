package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Table shows rows under heads that sort. It has one selected row, told by its ID and
// kept through sorting, filtering and new rows; in a List its rows can be ticked besides. Where
// the user stands in it is a State, which outlives it.
type Table struct {
	widget.BaseWidget

	OnSelect func(id int64)             // a row was chosen, by mouse or keys
	OnOpen   func(id int64)             // Enter or a double tap on a row
	OnDouble func(id int64)             // a double tap on a row, where that is not Enter; may be nil
	OnDelete func(id int64)             // the Delete key on a row
	OnBack   func()                     // Esc or Backspace; may be nil
	OnLink   func(id int64, key string) // a click on a cell; may be nil
	OnPaste  func(text string)          // Ctrl+V: what is on the clipboard; may be nil
	OnFocus  func(has bool)             // the keyboard came or went; may be nil

	grid      *grid
	state     *State
	list      *List // round the table; nil when it stands alone
	own       []Sort
	shown     []int   // indices of rows, in the order they stand
	layout    []int   // indices of the shown columns, in their order
	names     twins   // names that agree where they are cut
	rowHeight float32 // that the list was laid out with; 0 before it was
	wanted    bool    // another row than that of the state was selected before that
	anchor    int64   // the row a range of ticks begins at, 0 for none
	pointed   string  // key of the column that was clicked last
	shift     func() bool
	// onShortcut takes keys with Ctrl or Alt before the table does; nil takes none.
	onShortcut func(fyne.Shortcut) bool
	focused    bool

	note   string // stands in place of rows while none is shown
	none   *Line  // shows the note
	head   *tableHead
	body   *tableBody
	foot   *tableFoot
	scroll *Scroll
	widths []float32 // of the shown columns
}

// NewTable returns a table without rows.
func NewTable(columns []Column) *Table { return newTableAt(columns, &State{}, nil) }

// newTableAt returns a table that stands where the state says.
func newTableAt(columns []Column, state *State, list *List) *Table {
	t := &Table{grid: newGrid(columns), state: state, list: list, shift: shiftHeld}
	if state.Ticked == nil {
		state.Ticked = map[int64]bool{}
	}
	t.none = NewLine(ColorMuted, theme.SizeNameText)
	t.head = newTableHead(t)
	t.body = newTableBody(t)
	t.foot = newTableFoot(t)
	t.scroll = NewScroll(container.ScrollBoth, t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.sync() }
	t.grid.set(nil)
	t.layOut()
	t.ExtendBaseWidget(t)
	return t
}

// shiftHeld reports whether Shift is down: the toolkit does not say so with a key.
func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// SetRows replaces the rows. The selection stays if its row is still there.
func (t *Table) SetRows(rows []Row) {
	t.grid.set(rows)
	t.arrange()
}

// SetFilter shows only the rows that contain every word of the query in any cell.
func (t *Table) SetFilter(query string) {
	t.state.Query = query
	t.arrange()
}

// SortBy sorts by a column, told by its key.
func (t *Table) SortBy(key string, descending bool) {
	if t.grid.column(key) >= 0 {
		t.state.View.Sorts = []Sort{{Key: key, Descending: descending}}
		t.changed()
	}
}

// SetOwnSort says by what the table is sorted while the user has not said.
func (t *Table) SetOwnSort(key string, descending bool) {
	t.own = []Sort{{Key: key, Descending: descending}}
}

// sorts returns by what the table is sorted.
func (t *Table) sorts() []Sort {
	if len(t.state.View.Sorts) > 0 {
		return t.state.View.Sorts
	}
	return t.own
}

// toggleSort sorts by a column, then says by it too; once more turns the order round.
func (t *Table) toggleSort(column int, then bool) {
	t.state.View.sortBy(t.sorts(), t.grid.columns[column].Key, then)
	t.changed()
}

// changed shows the view as it is now, and has it kept.
func (t *Table) changed() {
	t.layOut()
	t.grid.kept = 0
	t.arrange()
	t.state.keep()
	if t.list != nil && t.list.OnView != nil {
		t.list.OnView()
	}
}

// Keep shows a row whatever the conditions and the search, until another one is selected and
// the list is arranged anew: it was changed so that it no longer answers them.
func (t *Table) Keep(id int64) {
	t.grid.kept = id
	t.arrange()
}

// layOut takes the columns of the view.
func (t *Table) layOut() {
	t.layout = t.state.View.layout(t.grid.columns)
	searched := append([]int(nil), t.layout...)
	for i, c := range t.grid.columns {
		if !c.Hidden {
			searched = append(searched, i)
		}
	}
	t.grid.search(searched)
	t.body.lines = nil
}

// SetNote says what stands in place of rows while there are none to show.
func (t *Table) SetNote(text string) {
	t.note = text
	t.sync()
}

func (t *Table) arrange() {
	t.shown = t.grid.arrange(t.state.Query, t.state.View.Conditions, t.sorts())
	t.names.forget()
	t.foot.count()
	t.Refresh()
	if t.list != nil {
		t.list.follow()
	}
}

// Len returns how many rows are shown and how many there are.
func (t *Table) Len() (shown, all int) {
	for _, row := range t.grid.rows {
		if !row.Heading {
			all++
		}
	}
	for _, row := range t.shown {
		if !t.grid.rows[row].Heading {
			shown++
		}
	}
	return shown, all
}

// Shown returns the ids of the shown rows from the top.
func (t *Table) Shown() []int64 {
	ids := make([]int64, 0, len(t.shown))
	for _, row := range t.shown {
		if !t.grid.rows[row].Heading {
			ids = append(ids, t.grid.rows[row].ID)
		}
	}
	return ids
}

// Texts returns the texts of a row's cells in the shown columns; nil when the row is not shown.
func (t *Table) Texts(id int64) []string {
	at := t.position(id)
	if at < 0 {
		return nil
	}
	texts := make([]string, len(t.layout))
	for i, column := range t.layout {
		texts[i] = t.grid.text(t.grid.rows[t.shown[at]].at(column), column)
	}
	return texts
}

// Shows reports whether a row is shown.
func (t *Table) Shows(id int64) bool { return t.position(id) >= 0 }

// Selected returns the id of the selected row, 0 when there is none.
func (t *Table) Selected() int64 { return t.state.Selected }

// Select marks a row and brings it into view; OnSelect is not called.
func (t *Table) Select(id int64) {
	if t.grid.kept != 0 && t.grid.kept != id {
		t.grid.kept = 0
		t.shown = t.grid.arrange(t.state.Query, t.state.View.Conditions, t.sorts())
		t.Refresh()
	}
	t.wanted = t.wanted || t.state.Selected != id
	t.state.Selected = id
	if t.rowHeight > 0 {
		t.reveal()
	}
	t.sync()
}

// choose is what the user's keys and taps do.
func (t *Table) choose(at int) {
	if at < 0 || at >= len(t.shown) || t.headingAt(at) {
		return
	}
	id := t.grid.rows[t.shown[at]].ID
	changed := id != t.state.Selected
	t.Select(id)
	if changed && t.OnSelect != nil {
		t.OnSelect(id)
	}
}

// Place returns where a row stands, 0 for the first; −1 when it is not shown.
func (t *Table) Place(id int64) int { return t.position(id) }

// position returns where the row stands, −1 when it is not shown; a heading is nobody's row.
func (t *Table) position(id int64) int {
	for at, row := range t.shown {
		if !t.grid.rows[row].Heading && t.grid.rows[row].ID == id {
			return at
		}
	}
	return -1
}

// reveal scrolls until the selected row is in view.
func (t *Table) reveal() {
	at := t.position(t.state.Selected)
	if at < 0 || t.scroll.Size().Height <= 0 {
		return
	}
	height := Size(SizeRow)
	top, bottom := float32(at)*height, float32(at+1)*height
	offset := t.scroll.Offset
	switch {
	case top < offset.Y:
		offset.Y = top
	case bottom > offset.Y+t.viewHeight():
		offset.Y = bottom - t.viewHeight()
	default:
		return
	}
	t.scroll.ScrollToOffset(offset)
}

// RowsSeen returns for how many rows there is room.
func (t *Table) RowsSeen() float32 { return t.scroll.Size().Height / Size(SizeRow) }

// viewHeight is the height rows are seen in: a scroll bar lies over the last of them.
func (t *Table) viewHeight() float32 {
	height := t.scroll.Size().Height
	if t.contentWidth() > t.scroll.Size().Width {
		height -= Size("scrollBarSmall") * 2
	}
	return height
}
