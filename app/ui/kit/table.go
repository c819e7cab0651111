package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app/i18n"
)

// Table shows rows under heads that sort. It has one selected row, told by its ID and
// kept through sorting, filtering and new rows.
type Table struct {
	widget.BaseWidget

	OnSelect func(id int64)             // a row was chosen, by mouse or keys
	OnOpen   func(id int64)             // Enter or a double tap on a row
	OnDelete func(id int64)             // the Delete key on a row
	OnBack   func()                     // Esc or Backspace; may be nil
	OnLink   func(id int64, key string) // a click on a cell; may be nil

	columns  []Column
	rows     []Row
	folded   []string
	shown    []int // indices of rows, in the order they stand
	order    order
	selected int64
	focused  bool
	collator *i18n.Collator

	note   string // stands in place of rows while none is shown
	none   *Line  // shows the note
	head   *tableHead
	body   *tableBody
	scroll *Scroll
	widths []float32
}

// NewTable returns a table without rows.
func NewTable(columns []Column) *Table {
	t := &Table{columns: columns, order: order{column: -1}, collator: i18n.NewCollator()}
	t.none = NewLine(ColorMuted, theme.SizeNameText)
	t.head = newTableHead(t)
	t.body = newTableBody(t)
	t.scroll = NewScroll(container.ScrollBoth, t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.sync() }
	t.ExtendBaseWidget(t)
	return t
}

// SetRows replaces the rows. The selection stays if its row is still there.
func (t *Table) SetRows(rows []Row) {
	t.rows, t.folded = rows, nil
	t.arrange()
}

// SetFilter shows only the rows that contain every word of the query in any cell.
func (t *Table) SetFilter(query string) {
	t.order.query = query
	t.arrange()
}

// SortBy sorts by a column, told by its key.
func (t *Table) SortBy(key string, descending bool) {
	for i, c := range t.columns {
		if c.Key == key {
			t.order.column, t.order.descending = i, descending
			t.arrange()
		}
	}
}

// toggleSort sorts by the column; once more turns the order round.
func (t *Table) toggleSort(column int) {
	descending := t.order.column == column && !t.order.descending
	t.SortBy(t.columns[column].Key, descending)
}

// SetNote says what stands in place of rows while there are none to show.
func (t *Table) SetNote(text string) {
	t.note = text
	t.sync()
}

func (t *Table) arrange() {
	if t.folded == nil && t.order.query != "" { // who does not search does not wait for it
		t.folded = foldRows(t.rows)
	}
	t.shown = t.order.arrange(t.rows, t.folded, t.collator)
	t.Refresh()
}

// Len returns how many rows are shown and how many there are.
func (t *Table) Len() (shown, all int) {
	for _, row := range t.rows {
		if !row.Heading {
			all++
		}
	}
	return len(t.Shown()), all
}

// Shown returns the ids of the shown rows from the top.
func (t *Table) Shown() []int64 {
	ids := make([]int64, 0, len(t.shown))
	for _, row := range t.shown {
		if !t.rows[row].Heading {
			ids = append(ids, t.rows[row].ID)
		}
	}
	return ids
}

// Texts returns the texts of a row's cells; nil when the row is not shown.
func (t *Table) Texts(id int64) []string {
	at := t.position(id)
	if at < 0 {
		return nil
	}
	var texts []string
	for _, cell := range t.rows[t.shown[at]].Cells {
		texts = append(texts, cell.Text)
	}
	return texts
}

// Selected returns the id of the selected row, 0 when there is none.
func (t *Table) Selected() int64 { return t.selected }

// Select marks a row and brings it into view; OnSelect is not called.
func (t *Table) Select(id int64) {
	t.selected = id
	t.reveal()
	t.sync()
}

// choose is what the user's keys and taps do.
func (t *Table) choose(at int) {
	if at < 0 || at >= len(t.shown) || t.headingAt(at) {
		return
	}
	id := t.rows[t.shown[at]].ID
	changed := id != t.selected
	t.Select(id)
	if changed && t.OnSelect != nil {
		t.OnSelect(id)
	}
}

// position returns where the row stands, −1 when it is not shown; a heading is nobody's row.
func (t *Table) position(id int64) int {
	for at, row := range t.shown {
		if !t.rows[row].Heading && t.rows[row].ID == id {
			return at
		}
	}
	return -1
}

// reveal scrolls until the selected row is in view.
func (t *Table) reveal() {
	at := t.position(t.selected)
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

// viewHeight is the height rows are seen in: a scroll bar lies over the last of them.
func (t *Table) viewHeight() float32 {
	height := t.scroll.Size().Height
	if t.contentWidth() > t.scroll.Size().Width {
		height -= Size("scrollBarSmall") * 2
	}
	return height
}
