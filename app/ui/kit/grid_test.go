package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/i18n"
)

// sheet of two years keeps the figures of a report in memory.
type yearSheet struct {
	*Grid
	window fyne.Window
	kept   map[int64]map[string]app.Value // by row and column
	refuse bool
	opened []string
}

func gridColumns() []GridColumn {
	return []GridColumn{{Key: "field", Head: "Поле", Wide: true}, {Key: "2019", Head: "2019", Right: true}, {Key: "2020", Head: "2020", Right: true}, {Key: "act", Link: true}}
}

func sheetOf(t *testing.T) *yearSheet {
	t.Helper()
	s := &yearSheet{kept: map[int64]map[string]app.Value{1: {"2019": app.NumberValue(3)}, 2: {}}}
	s.Grid = NewGrid(nil)
	s.window = themed(t, s.Grid)
	s.window.Resize(fyne.NewSize(600, 300))
	s.Env = Env{
		Lang: app.RU, Words: i18n.New(app.RU), Focus: s.window.Canvas().Focus, Fail: func(err error) { t.Error(err) },
		Names: func() *app.Names { return app.NewNames(nil) }, Year: func() int { return 2020 },
	}
	s.Edit = s.edit
	s.OnOpen = func(_ int64, column string) { s.opened = append(s.opened, column) }
	s.show()
	return s
}

func (s *yearSheet) edit(id int64, column string) *CellEdit {
	if !strings.HasPrefix(column, "20") {
		return nil
	}
	f, _ := app.TypeByKey("resident_report").Field("headcount")
	return &CellEdit{Field: f, Value: s.kept[id][column], Commit: func(v app.Value) error {
		if s.refuse {
			return app.FieldErrors{{Field: "headcount", Message: app.L("людей не бывает столько", "too many")}}
		}
		s.kept[id][column] = v
		s.show()
		return nil
	}}
}

func (s *yearSheet) show() {
	f, _ := app.TypeByKey("resident_report").Field("headcount")
	rows := []GridRow{{Heading: true, Cells: []GridCell{{Text: "Люди"}}}}
	for id := int64(1); id <= 2; id++ {
		row := GridRow{ID: id, Cells: []GridCell{{Text: "Численность"}}}
		for _, year := range []string{"2019", "2020"} {
			row.Cells = append(row.Cells, GridCell{Text: f.Words(s.kept[id][year], nil, app.RU)})
		}
		rows = append(rows, GridRow{ID: row.ID, Cells: append(row.Cells, GridCell{Text: "Заполнить"})})
	}
	s.SetRows(gridColumns(), rows)
}

// type types letters where the keyboard is.
func (s *yearSheet) typed(text string) {
	for _, r := range text {
		s.window.Canvas().Focused().TypedRune(r)
	}
}

func TestTypingEditsACellInPlace(t *testing.T) {
	s := sheetOf(t)
	s.Go(1, "2020")
	s.typed("41")
	press(s.window, fyne.KeyReturn)
	if got := s.kept[1]["2020"]; got != app.NumberValue(41) {
		t.Fatalf("Enter recorded %v", got)
	}
	if id, column := s.at(); id != 2 || column != "2020" || s.window.Canvas().Focused() != s.Grid {
		t.Errorf("after Enter the keyboard is on %d, %s", id, column)
	}
	s.Go(1, "2019")
	press(s.window, fyne.KeyF2)
	if got := s.editor.input.Text; got != "3" {
		t.Errorf("F2 edits %q", got)
	}
	s.editor.clear()
	s.typed("н/п")
	press(s.window, fyne.KeyTab)
	if got := s.kept[1]["2019"]; got != app.NAValue() {
		t.Errorf("Tab recorded %v", got)
	}
	if id, column := s.at(); id != 1 || column != "2020" {
		t.Errorf("after Tab the keyboard is on %d, %s", id, column)
	}
	press(s.window, fyne.KeyDelete, fyne.KeyReturn)
	if got := s.kept[1]["2020"]; !got.Empty() {
		t.Errorf("Delete and Enter leave %v", got)
	}
}

func TestEscapeGivesUpTheEditing(t *testing.T) {
	s := sheetOf(t)
	left := 0
	s.OnEscape = func() { left++ }
	s.Go(1, "2019")
	s.typed("7")
	press(s.window, fyne.KeyEscape)
	if s.editor != nil || s.kept[1]["2019"] != app.NumberValue(3) || left != 0 {
		t.Errorf("editing %v, kept %v, left %d times", s.editor != nil, s.kept[1]["2019"], left)
	}
	press(s.window, fyne.KeyEscape)
	if left != 1 {
		t.Error("Esc with nothing to give up leads nowhere")
	}
	s.typed("8")
	if !s.TakeBack() || s.TakeBack() || s.kept[1]["2019"] != app.NumberValue(3) {
		t.Error("what is being typed is not taken back")
	}
}

func TestARefusedFigureStaysWithItsReason(t *testing.T) {
	s := sheetOf(t)
	s.Go(1, "2020")
	s.typed("12,5")
	press(s.window, fyne.KeyReturn)
	if !strings.Contains(s.Message(), "не целое число") || !strings.Contains(shownIn(s.Grid), "■") {
		t.Fatalf("message %q", s.Message())
	}
	if f, unsaved := s.Unsaved(); !unsaved || f.Key != "headcount" {
		t.Error("what was refused counts as recorded")
	}
	s.refuse = true
	s.editor.clear()
	s.typed("9")
	press(s.window, fyne.KeyReturn)
	if s.Message() != "людей не бывает столько" || !s.kept[1]["2020"].Empty() {
		t.Errorf("message %q, kept %v", s.Message(), s.kept[1]["2020"])
	}
	s.window.Canvas().Unfocus()
	if _, unsaved := s.Unsaved(); !unsaved {
		t.Error("leaving the cell drops what was refused")
	}
	s.show() // the rows are read again
	s.FocusUnsaved()
	if s.window.Canvas().Focused() != s.editor.input || s.editor.input.Text != "9" {
		t.Errorf("the entry has %q", s.editor.input.Text)
	}
	s.refuse = false
	press(s.window, fyne.KeyReturn)
	if s.kept[1]["2020"] != app.NumberValue(9) || s.editor != nil {
		t.Errorf("kept %v", s.kept[1]["2020"])
	}
	s.typed("x")
	s.window.Canvas().Unfocus()
	if !s.Drop() || s.Drop() {
		t.Error("what was refused cannot be dropped once")
	}
}

func TestLeavingACellRecordsIt(t *testing.T) {
	s := sheetOf(t)
	s.Go(1, "2020")
	s.typed("5")
	s.click(2, 1)
	if s.kept[1]["2020"] != app.NumberValue(5) || s.editor != nil {
		t.Errorf("kept %v, editing %v", s.kept[1]["2020"], s.editor != nil)
	}
	if id, column := s.at(); id != 2 || column != "2019" {
		t.Errorf("the mouse leads to %d, %s", id, column)
	}
}

// click presses the mouse on a cell, told by the number of its row and column.
func (s *yearSheet) click(row, column int) {
	at, _ := s.cell(row, column)
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(4, 4)}}
	s.MouseDown(e)
	s.MouseUp(e)
}

func TestRowsOfAGridAreWalkedAndOpened(t *testing.T) {
	s := sheetOf(t)
	s.Edit = nil
	s.Go(0, "")
	for _, c := range []struct {
		key  fyne.KeyName
		want int64
	}{{fyne.KeyUp, 1}, {fyne.KeyDown, 2}, {fyne.KeyDown, 2}, {fyne.KeyHome, 1}, {fyne.KeyEnd, 2}, {fyne.KeyRight, 2}, {fyne.KeyPageUp, 1}, {fyne.KeyPageDown, 2}, {fyne.KeyPageDown, 2}} {
		press(s.window, c.key)
		if id, _ := s.at(); id != c.want {
			t.Errorf("%s leads to %d, want %d", c.key, id, c.want)
		}
	}
	press(s.window, fyne.KeyReturn)
	s.click(1, 3)
	s.click(1, 0)
	at, _ := s.cell(2, 0)
	s.DoubleTapped(&fyne.PointEvent{Position: at.AddXY(4, 4)})
	s.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(4, 4)}) // the head is no row
	if got := strings.Join(s.opened, " "); got != "field act field" {
		t.Errorf("opened %q", got)
	}
}

// The arrows go over a column that only says something: nothing can be done in it.
func TestArrowsGoOverWhatOnlySaysSomething(t *testing.T) {
	s := sheetOf(t)
	columns := gridColumns()
	columns[2].Told = true
	s.SetRows(columns, s.rows)
	s.Go(1, "2019")
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyRight, "act"}, {fyne.KeyRight, "act"}, {fyne.KeyLeft, "2019"}, {fyne.KeyLeft, "field"}, {fyne.KeyLeft, "field"}} {
		press(s.window, c.key)
		if _, column := s.at(); column != c.want {
			t.Errorf("%s leads to %s, want %s", c.key, column, c.want)
		}
	}
}

func TestAGridLeavesOutWhatHasNoRoom(t *testing.T) {
	long := strings.Repeat("весьма ", 20)
	columns := []GridColumn{{Key: "name", Wide: true}, {Key: "sum", Right: true}, {Key: "note", Spare: true}, {Key: "who", Spare: true}}
	g := NewGrid(columns)
	window := themed(t, g)
	row := GridRow{ID: 1, Cells: []GridCell{{Text: "Договор аренды"}, {Text: "1 060,25"}, {Text: "примечание"}, {Text: "Щукина"}}}
	g.SetRows(columns, []GridRow{row})
	for _, c := range []struct {
		room  float32
		shown string
	}{{600, "1111"}, {270, "1110"}, {190, "1100"}, {120, "1100"}} {
		window.Resize(fyne.NewSize(c.room, 200))
		g.Resize(fyne.NewSize(c.room, 100))
		shown := ""
		for _, w := range g.widths {
			shown += map[bool]string{true: "1", false: "0"}[w > 0]
		}
		if shown != c.shown || !strings.Contains(shownIn(g), "1 060,25") {
			t.Errorf("in %v: columns %s, texts %q", c.room, shown, shownIn(g))
		}
	}
	folding := []GridColumn{{Key: "name"}, {Key: "value", Wide: true, Folds: true}}
	g.SetRows(folding, []GridRow{{ID: 1, Cells: []GridCell{{Text: "Имя"}, {Text: "О"}}}})
	single := g.MinSize().Height
	g.SetRows(folding, []GridRow{{ID: 1, Cells: []GridCell{{Text: "Имя"}, {Text: long}}}})
	if g.MinSize().Height <= single || strings.Count(shownIn(g), "весьма") < 20 && !strings.Contains(shownIn(g), "…") {
		t.Errorf("a long text takes %v, a short one %v: %q", g.MinSize().Height, single, shownIn(g))
	}
}

// shownIn returns the texts of a grid.
func shownIn(g *Grid) string {
	all := ""
	for _, o := range test.WidgetRenderer(g).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			all += text.Text + "\n"
		}
	}
	return all
}

// A note goes on in further lines under its text, and a drawn figure stands in the place of one.
func TestGridDrawsNotesAndFigures(t *testing.T) {
	g := NewGrid(nil)
	window := themed(t, g)
	window.Resize(fyne.NewSize(260, 300))
	figure := canvas.NewRectangle(nil)
	columns := []GridColumn{{Key: "name", Wide: true}, {Key: "bar", Whole: true, Room: 80}}
	g.SetRows(columns, []GridRow{{ID: 1, Cells: []GridCell{{Text: "Показатель"}, {}}}})
	plain := g.MinSize().Height
	note := "причина, которая длиннее строки и потому идёт дальше в следующей"
	g.SetRows(columns, []GridRow{{ID: 1, Cells: []GridCell{{Text: "Показатель", Note: note}, {Figure: figure}}}})
	var lines []string
	for _, o := range g.objects {
		if text, ok := o.(*canvas.Text); ok {
			lines = append(lines, text.Text)
		}
	}
	if len(lines) < 3 || strings.Join(lines[1:], " ") != note {
		t.Errorf("lines %q", lines)
	}
	if g.MinSize().Height <= plain+lineHeight() {
		t.Errorf("the note adds no height: %v and %v", plain, g.MinSize().Height)
	}
	if w := figure.Size().Width; w < Pixels(80)-1 || figure.Position().X <= 0 {
		t.Errorf("the figure is %v wide at %v", w, figure.Position())
	}
}

// Where heads are wider than the figures under them, they break into lines rather than push columns over the edge of
// the page; with room for them whole they stay in one.
func TestHeadsOfAGridBreakWhereThereIsNoRoom(t *testing.T) {
	g := NewGrid(nil)
	themed(t, g)
	columns := []GridColumn{{Key: "name", Head: "Технопарк", Wide: true}}
	cells := []GridCell{{Text: "«Абсцисса»"}}
	for _, key := range []string{"a", "b", "c", "d"} {
		columns = append(columns, GridColumn{Key: key, Head: "Затраты на 1 работника, тыс. руб./чел.", Right: true})
		cells = append(cells, GridCell{Text: "244,1"})
	}
	g.SetRows(columns, []GridRow{{ID: 1, Cells: cells}})
	g.Resize(fyne.NewSize(1600, 200))
	whole := g.HeadHeight()
	if !strings.Contains(shownIn(g), columns[1].Head) || whole != Size(SizeRow) {
		t.Fatalf("in a wide grid heads of %v say %q", whole, shownIn(g))
	}
	g.Resize(fyne.NewSize(600, 200))
	for _, o := range g.objects {
		if text, ok := o.(*canvas.Text); ok && text.Position().X+text.MinSize().Width > 600 {
			t.Errorf("%q ends at %v of 600", text.Text, text.Position().X+text.MinSize().Width)
		}
	}
	if said := strings.ReplaceAll(shownIn(g), "\n", " "); strings.Count(said, "тыс. руб./чел.") != 4 || strings.Contains(said, "…") {
		t.Errorf("heads in lines say %q", said)
	}
	if g.HeadHeight() <= whole || g.top(0) != g.HeadHeight() {
		t.Errorf("heads in lines take %v, the first row begins at %v", g.HeadHeight(), g.top(0))
	}
}
