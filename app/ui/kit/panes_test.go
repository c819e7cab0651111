package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/i18n"
)

// paned is a list and a form of two entries in a window.
type paned struct {
	*Panes
	window        fyne.Window
	table         *Table
	first, second *Entry
}

func newPaned(t *testing.T, percent int) *paned {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(percent, Light))
	p := &paned{table: NewTable([]Column{{Key: "name", Head: "Имя", Chars: 10}}), first: NewEntry(nil), second: NewEntry(nil)}
	p.table.SetRows([]Row{{ID: 1, Cells: []Cell{{Text: "Альфа"}}}})
	p.Panes = NewPanes(i18n.New(app.RU), p.table, container.NewVBox(p.first, p.second), 0.5)
	p.table.OnOpen = func(int64) { p.ShowForm(); p.window.Canvas().Focus(p.first) }
	p.first.OnEscape = p.ShowList
	p.window = test.NewTempWindow(t, p.Panes)
	p.window.SetPadded(false)
	p.window.Resize(fyne.NewSize(Pixels(1000), Pixels(500)))
	return p
}

func (p *paned) seen() (list, form bool) {
	for _, o := range test.LaidOutObjects(p.window.Canvas().Content()) {
		list = list || o == fyne.CanvasObject(p.table)
		form = form || o == fyne.CanvasObject(p.first)
	}
	return list, form
}

func TestListAndFormTakeTurnsWhereThereIsNoRoom(t *testing.T) {
	for _, percent := range []int{80, 100, 200} {
		p := newPaned(t, percent)
		if list, form := p.seen(); !list || !form || !p.Both() {
			t.Fatalf("%d %%: with room for both the list is seen %v, the form %v", percent, list, form)
		}
		p.window.Resize(fyne.NewSize(Pixels(880), Pixels(500)))
		if list, form := p.seen(); !list || form {
			t.Fatalf("%d %%: without room the list is seen %v, the form %v", percent, list, form)
		}
		p.window.Canvas().Focus(p.table)
		p.table.Select(1)
		press(p.window, fyne.KeyReturn)
		if list, form := p.seen(); list || !form || p.window.Canvas().Focused() != fyne.Focusable(p.first) {
			t.Fatalf("%d %%: after Enter the list is seen %v, the form %v", percent, list, form)
		}
		press(p.window, fyne.KeyEscape)
		if list, form := p.seen(); !list || form || p.window.Canvas().Focused() != fyne.Focusable(p.table) {
			t.Fatalf("%d %%: after Esc the list is seen %v, the form %v", percent, list, form)
		}
		p.ShowForm()
		p.window.Resize(fyne.NewSize(Pixels(1000), Pixels(500)))
		if list, form := p.seen(); !list || !form {
			t.Errorf("%d %%: wide again, the list is seen %v, the form %v", percent, list, form)
		}
	}
}

func TestWhoTypesGoesOnTypingWhenTheWindowShrinks(t *testing.T) {
	p := newPaned(t, 100)
	p.window.Canvas().Focus(p.second)
	p.window.Resize(fyne.NewSize(700, 500))
	if list, form := p.seen(); list || !form || p.window.Canvas().Focused() != fyne.Focusable(p.second) {
		t.Errorf("the list is seen %v, the form %v, the keyboard with %v", list, form, p.window.Canvas().Focused())
	}
	test.Tap(p.back)
	if list, _ := p.seen(); !list {
		t.Error("the button does not lead back")
	}
	p.window.Canvas().Focus(p.table)
	p.window.Resize(fyne.NewSize(1000, 500))
	p.window.Resize(fyne.NewSize(700, 500))
	if list, _ := p.seen(); !list {
		t.Error("who was in the list lost it")
	}
}

func TestNobodyIsLeftInAFormThatWasLeft(t *testing.T) {
	p := newPaned(t, 100)
	p.window.Canvas().Focus(p.table)
	p.table.Select(1)
	press(p.window, fyne.KeyReturn)
	p.window.Canvas().Focus(p.table) // as by a click on a row
	p.window.Resize(fyne.NewSize(700, 500))
	if list, form := p.seen(); !list || form {
		t.Errorf("the keyboard is in the list, which is seen %v; the form is seen %v", list, form)
	}
}

func TestFormAskedForBeforeItIsSeenIsShown(t *testing.T) {
	p := newPaned(t, 100)
	fresh := NewPanes(i18n.New(app.RU), p.table, p.first, 0.5)
	fresh.ShowForm()
	p.window.Resize(fyne.NewSize(700, 500))
	p.window.SetContent(fresh)
	if list, form := p.seen(); list || !form {
		t.Errorf("the list is seen %v, the form %v", list, form)
	}
}

// Where list and form take turns, the header has a button that does what Enter does in the list, and it stays
// when other buttons have no room; with both in view, or in the form, it is not there.
func TestTheHeaderOpensWhatIsChosenWhereThereIsNoRoom(t *testing.T) {
	p := newPaned(t, 100)
	h := NewHeader(HeaderParts{
		Title: "Резиденты", Words: i18n.New(app.RU), Search: NewFilter("Найти", nil), Primary: NewPrimary("Добавить", nil, nil),
		Secondary: []*Button{NewButton("Столбцы", nil)},
	})
	p.OpenFrom(h)
	p.window.SetContent(NewPage(h, p.Panes, nil))
	opens := func() bool {
		for _, o := range test.LaidOutObjects(p.window.Canvas().Content()) {
			if o == fyne.CanvasObject(p.open) {
				return true
			}
		}
		return false
	}
	p.window.Resize(fyne.NewSize(Pixels(1000), Pixels(500)))
	if opens() {
		t.Error("with room for both there is a way to the form")
	}
	p.table.Select(1)
	for _, wide := range []float32{880, 600, 400} {
		p.window.Resize(fyne.NewSize(Pixels(wide), Pixels(500)))
		if !opens() {
			t.Fatalf("%v wide there is no way to the form", wide)
		}
		test.Tap(p.open)
		if _, form := p.seen(); !form || opens() || p.window.Canvas().Focused() != fyne.Focusable(p.first) {
			t.Errorf("%v wide: the form is seen: %t, the way to it: %t", wide, form, opens())
		}
		p.ShowList()
	}
	p.table.Select(0)
	test.Tap(p.open)
	if _, form := p.seen(); form {
		t.Error("nothing is chosen, and the form is opened")
	}
}
