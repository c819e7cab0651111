package desk_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// roomsByType is the smallest screen of a list: what a registry row would name.
var roomsByType = desk.List{
	ID: "rooms-of-the-park", Title: "ui.journal.title",
	Columns: func(d *desk.Desk) []kit.Column { return kit.FieldColumns(app.TypeByKey("room"), d.TitleOf, d.Lang) },
	Rows: func(d *desk.Desk) ([]kit.Row, error) {
		recs, err := d.Store.List(d.Ctx(), app.TypeByKey("room"), d.Park)
		return kit.FieldRows(app.TypeByKey("room"), recs, d.TitleOf, d.Lang), err
	},
	Open: func(d *desk.Desk, id int64) { d.Open(app.Place{Type: "room", ID: id}) },
}

// rooms shows the smallest list over three rooms.
func rooms(t *testing.T) (*desktest.Desk, *desk.ListScreen) {
	t.Helper()
	d := desktest.Small(t)
	for i, number := range []string{"101", "102", "203"} {
		d.Save(t, &app.Room{Head: app.Head{Park: d.Park}, Building: "Корпус 1", Number: number, Area: app.Of(app.Quantity(10_250 * (i + 1)))})
	}
	s := roomsByType.New(d.Desk).(*desk.ListScreen)
	d.Show(s)
	return d, s
}

func TestListScreenHasWhatBelongsToAList(t *testing.T) {
	d, s := rooms(t)
	s.FocusList()
	table := s.List.Table
	if d.Window.Canvas().Focused() != fyne.Focusable(table) || s.Header.Count() != "3" {
		t.Fatalf("the keyboard is in %v, the head says %q", d.Window.Canvas().Focused(), s.Header.Count())
	}
	table.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := table.Ticked(); len(got) != 3 {
		t.Errorf("ticked %v", got)
	}
	s.FocusFilter()
	test.Type(s.Filter, "10")
	if s.Header.Count() != "2 из 3" {
		t.Errorf("the head says %q", s.Header.Count())
	}
	s.Filter.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	desktest.Key(table, fyne.KeyEnd)
	desktest.Key(table, fyne.KeyReturn)
	if want := []app.Place{{Type: "room", ID: table.Selected()}}; !slices.Equal(d.Opened, want) {
		t.Errorf("opened %v, want %v", d.Opened, want)
	}
}

func TestListScreenMadeAnewStandsWhereItWasLeft(t *testing.T) {
	d, s := rooms(t)
	test.Type(s.Filter, "10")
	s.List.Table.SortBy("number", true)
	s.List.Table.Select(2)
	again := roomsByType.New(d.Desk).(*desk.ListScreen)
	d.Show(again)
	if again.Filter.Text != "10" || again.List.Table.Selected() != 2 || !slices.Equal(again.List.Table.Shown(), []int64{2, 1}) {
		t.Errorf("searched %q, selected %d, shown %v", again.Filter.Text, again.List.Table.Selected(), again.List.Table.Shown())
	}
	d.ForgetLists()
	if last := roomsByType.New(d.Desk).(*desk.ListScreen); len(last.List.Table.Shown()) != 3 {
		t.Errorf("in another file %v are shown", last.List.Table.Shown())
	}
}

func TestViewsOfAListAreKeptForTheNextRun(t *testing.T) {
	d, _ := rooms(t)
	var kept kit.View
	d.KeepViews = func(list string, last kit.View, _ []kit.View) {
		if list == roomsByType.ID {
			kept = last
		}
	}
	d.ListState(roomsByType.ID).View.Conditions = []kit.Condition{{Key: "kind", Empty: true}}
	roomsByType.New(d.Desk).(*desk.ListScreen).List.Table.SortBy("area", true)
	if len(kept.Sorts) != 1 || kept.Sorts[0].Key != "area" || len(kept.Conditions) != 0 {
		t.Errorf("kept %+v: who opens the file tomorrow is to see all rows", kept)
	}
}

// A list without rows says in their place what it is for; nothing is said once more under it.
func TestAListWithoutRowsSaysAllInTheirPlace(t *testing.T) {
	d := desktest.Small(t)
	var rows []kit.Row
	s := desk.NewListScreen(d.Desk, desk.List{
		ID: "made", Title: "ui.journal.title", None: "ui.bin.none",
		Columns: func(*desk.Desk) []kit.Column { return []kit.Column{{Key: "what", Head: "Что", Chars: 20}} },
		Rows:    func(*desk.Desk) ([]kit.Row, error) { return rows, nil },
		Detail:  func(*desk.Desk, int64) string { return "Enter — открыть" },
	})
	d.Window.SetContent(s.Content())
	d.Window.Resize(fyne.NewSize(1000, 700))
	seen := func() bool { return seenIn(s.Content(), "Enter — открыть") }
	s.Refresh()
	if seen() {
		t.Error("what Enter does is said where there is nothing to open")
	}
	rows = []kit.Row{{ID: 1, Cells: []kit.Cell{{Text: "Первая"}}}}
	s.Refresh()
	if !seen() {
		t.Error("with a row it is not said")
	}
}

// seenIn reports whether a text is seen in o, which nothing over it hides.
func seenIn(o fyne.CanvasObject, text string) bool {
	if !o.Visible() {
		return false
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	return desktest.TextOf(o) == text+"\n" || slices.ContainsFunc(inside, func(child fyne.CanvasObject) bool { return seenIn(child, text) })
}
