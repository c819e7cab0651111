package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/i18n"
)

// headed is a header with everything, in the longest words a screen has.
type headed struct {
	*Header
	window  fyne.Window
	pressed []string
}

func newHeaded(t *testing.T, percent int, title string) *headed {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(percent, Light))
	h := &headed{}
	press := func(name string) func() { return func() { h.pressed = append(h.pressed, name) } }
	h.Header = NewHeader(HeaderParts{
		Title: title, Words: i18n.New(app.RU), Search: NewFilter("Найти в резидентах", func(string) {}),
		Secondary: []*Button{NewTool("Столбцы", theme.ListIcon(), press("Столбцы")), NewTool("Напечатать", theme.DocumentPrintIcon(), press("Напечатать"))},
		More:      []*Button{NewButton("Импорт из Excel…", press("Excel"))},
		Primary:   NewPrimary("Добавить", theme.ContentAddIcon(), press("Добавить")),
	})
	h.SetCount("показано 2 из 110 резидентов за 2020 год", "2 из 110")
	h.SetShare(0.97, "Заполнено 97,0 %, нет 3 отчётов, не заполнено 15 значений", "заполнено 97 %")
	h.window = test.NewTempWindow(t, h.Header)
	h.window.SetPadded(false)
	return h
}

// at gives the header a width and returns what is seen, from the left.
func (h *headed) at(wide float32) []fyne.CanvasObject {
	h.Resize(fyne.NewSize(wide, Size(SizeHeader)))
	var seen []fyne.CanvasObject
	for _, o := range test.WidgetRenderer(h.Header).Objects() {
		if o.Visible() {
			seen = append(seen, o)
		}
	}
	slices.SortFunc(seen, func(a, b fyne.CanvasObject) int { return int(a.Position().X - b.Position().X) })
	return seen
}

func (h *headed) sees(o fyne.CanvasObject) bool { return o.Visible() }

func TestHeaderNeverOverlapsNorLeavesTheScreen(t *testing.T) {
	for _, percent := range []int{80, 100, 200} {
		for _, title := range []string{"РИД", "Резиденты", "Вложения в технопарк и его инфраструктуру из бюджета и своих средств"} {
			h := newHeaded(t, percent, title)
			for units := float32(1400); units >= 360; units -= 4 {
				wide := Pixels(units)
				end := float32(0)
				for _, o := range h.at(wide) {
					if o.Position().X < end {
						t.Fatalf("%d %%, %q at %v: %T begins at %v before %v", percent, title, units, o, o.Position().X, end)
					}
					end = o.Position().X + o.Size().Width
					if line, ok := o.(*Line); ok && line != h.title && o.Size().Width < line.Room() {
						t.Fatalf("%d %% at %v: %q is cut", percent, units, line.Text())
					}
				}
				if end > wide {
					t.Fatalf("%d %%, %q at %v: ends at %v", percent, title, units, end)
				}
				if !h.sees(h.parts.Primary) || h.parts.Primary.Text != "Добавить" {
					t.Fatalf("%d %% at %v: the primary button says %q", percent, units, h.parts.Primary.Text)
				}
				if !h.sees(h.title) {
					t.Fatalf("%d %%, %q at %v: no name", percent, title, units)
				}
			}
		}
	}
}

func TestHeaderLeavesOutInItsOrder(t *testing.T) {
	h := newHeaded(t, 100, "Вложения в технопарк и его инфраструктуру")
	has := map[string]func() bool{
		"words":  func() bool { return h.sees(h.Bar) && !h.Bar.brief },
		"bar":    func() bool { return h.sees(h.Bar) },
		"icons":  func() bool { return h.parts.Primary.Icon != nil },
		"second": func() bool { return h.sees(h.parts.Secondary[1]) },
		"first":  func() bool { return h.sees(h.parts.Secondary[0]) },
		"long":   func() bool { return strings.Contains(h.count.Text(), "показано") },
		"count":  func() bool { return h.sees(h.count) },
		"search": func() bool { return h.sees(h.parts.Search) },
		"title":  func() bool { return h.title.Size().Width >= h.title.Room() },
	}
	var order []string
	for wide := float32(2000); wide >= 360; wide-- {
		h.at(wide)
		for _, name := range []string{"words", "bar", "icons", "second", "first", "long", "count", "search", "title"} {
			if there := has[name]; there != nil && !there() {
				order = append(order, name)
				delete(has, name)
			}
		}
	}
	// The percent takes the short count along when it leaves the bar.
	want := []string{"words", "bar", "long", "icons", "second", "first", "count", "search", "title"}
	if !slices.Equal(order, want) {
		t.Errorf("left out in the order %v", order)
	}
}

func TestHeaderKeepsWhatHasNoRoomWithinReach(t *testing.T) {
	h := newHeaded(t, 100, "Вложения в технопарк")
	h.window.Resize(fyne.NewSize(420, 300))
	h.at(420)
	var items []string
	for _, b := range append(h.left(), h.parts.More...) {
		items = append(items, menuItemOf(b).Label)
	}
	if want := []string{"Столбцы", "Напечатать", "Импорт из Excel…"}; !slices.Equal(items, want) {
		t.Errorf("«Ещё» has %q", items)
	}
	h.window.Canvas().Focus(h.more)
	press(h.window, fyne.KeyReturn)
	if h.window.Canvas().Overlays().Top() == nil {
		t.Fatal("«Ещё» does not open by Enter")
	}
	press(h.window, fyne.KeyDown)
	press(h.window, fyne.KeyReturn)
	if !slices.Equal(h.pressed, []string{"Столбцы"}) {
		t.Errorf("the menu did %q", h.pressed)
	}
	h.parts.Secondary[0].Forbid("нет ни одной строки")
	if item := menuItemOf(h.parts.Secondary[0]); !item.Disabled || !strings.Contains(item.Label, "нет ни одной строки") {
		t.Errorf("a forbidden act is %q in the menu", item.Label)
	}
}

func TestSearchTakesTheRowAndGivesItBack(t *testing.T) {
	h := newHeaded(t, 100, "Вложения в технопарк и его инфраструктуру")
	h.window.Resize(fyne.NewSize(420, 300))
	h.at(420)
	if h.sees(h.parts.Search) || !h.sees(h.find) {
		t.Fatal("the search has room at 420")
	}
	h.FocusSearch()
	if !h.sees(h.parts.Search) || h.sees(h.title) || h.window.Canvas().Focused() != fyne.Focusable(h.parts.Search) {
		t.Fatalf("the search has not taken the row: focus %v", h.window.Canvas().Focused())
	}
	test.Type(h.parts.Search, "геном")
	h.parts.Search.OnDown = func() {}
	press(h.window, fyne.KeyDown)
	if h.sees(h.parts.Search) || h.find.Text != "«геном»" {
		t.Errorf("left for the list, the row shows %q", h.find.Text)
	}
	h.FocusSearch()
	press(h.window, fyne.KeyEscape)
	if !h.sees(h.title) || h.parts.Search.Text != "" || h.find.Text != "Найти" {
		t.Errorf("after Esc the search holds %q", h.parts.Search.Text)
	}
}

// Whoever stands on a button that loses its room stands on «Ещё», where it went.
func TestTheKeyboardFollowsAButtonIntoTheMenu(t *testing.T) {
	h := newHeaded(t, 100, "Вложения в технопарк")
	h.window.Resize(fyne.NewSize(1800, 300))
	h.at(1800)
	h.window.Canvas().Focus(h.parts.Secondary[1])
	h.at(400)
	if got := h.window.Canvas().Focused(); got != fyne.Focusable(h.more) {
		t.Errorf("the keyboard is with %v", got)
	}
}

func TestEveryPartOfTheHeaderTakesTheKeyboard(t *testing.T) {
	h := newHeaded(t, 100, "Резиденты")
	h.window.Resize(fyne.NewSize(1800, 300))
	h.at(1800)
	h.window.Canvas().Unfocus()
	for _, want := range []fyne.Focusable{h.parts.Search, h.parts.Secondary[0], h.parts.Secondary[1], h.more, h.parts.Primary} {
		h.window.Canvas().FocusNext()
		if got := h.window.Canvas().Focused(); got != want {
			t.Fatalf("Tab goes to %v, not %v", got, want)
		}
	}
}

func TestHeaderShowsANameOfOneLetter(t *testing.T) {
	h := NewHeader(HeaderParts{Title: "А", Words: i18n.New(app.RU)})
	themed(t, h).Resize(fyne.NewSize(600, 60))
	if !h.title.Visible() || h.title.Size().Width < h.title.Room() {
		t.Errorf("the name has %v of %v", h.title.Size().Width, h.title.Room())
	}
}

// Why the primary button is forbidden stands under it, over nothing else, and goes when it is
// allowed; in a low window it stands in the place of the count.
func TestAForbiddenPrimarySaysWhyUnderIt(t *testing.T) {
	const why = "Файл открыт только для чтения."
	h := newHeaded(t, 100, "Резиденты")
	h.window.Resize(fyne.NewSize(1400, 700))
	h.parts.Primary.Forbid(why)
	for _, wide := range []float32{1300, 700, 400} {
		seen := h.at(wide)
		reason := h.parts.Primary.Reason()
		if !reason.Visible() || reason.Text() != why || reason.Size().Width < reason.Room() {
			t.Fatalf("at %v the reason is %q, seen %v, %v of %v", wide, reason.Text(), reason.Visible(), reason.Size().Width, reason.Room())
		}
		for _, o := range seen {
			if bottom := o.Position().Y + o.Size().Height; o != fyne.CanvasObject(reason) && bottom > reason.Position().Y+1 {
				t.Errorf("at %v: %T ends at %v, the reason begins at %v", wide, o, bottom, reason.Position().Y)
			}
		}
		if bottom := reason.Position().Y + reason.Size().Height; bottom > Size(SizeHeader) {
			t.Errorf("the reason ends at %v", bottom)
		}
	}
	h.parts.Primary.Forbid("")
	h.at(1300)
	if h.sees(h.parts.Primary.Reason()) {
		t.Error("allowed, the button has a reason")
	}
	h.parts.Primary.Forbid(why)
	h.window.Resize(fyne.NewSize(1400, 400))
	h.at(1300)
	if h.sees(h.parts.Primary.Reason()) || h.count.Text() != why {
		t.Errorf("in a low window the count says %q", h.count.Text())
	}
	h.PrimaryElsewhere(true)
	h.at(1300)
	if h.sees(h.parts.Primary) || h.count.Text() == why {
		t.Error("a button that stands elsewhere is in the head")
	}
}

// A share that has left its strip says of what it is, beside the count; where there is no room for that it goes.
func TestTheShareBesideTheCountSaysOfWhatItIs(t *testing.T) {
	h := newHeaded(t, 100, "Резиденты")
	seen := map[string]bool{}
	for wide := float32(2000); wide >= 360; wide-- {
		h.at(wide)
		if text := h.count.Text(); h.sees(h.count) && !h.sees(h.Bar) {
			if strings.Contains(text, "97") && !strings.HasSuffix(text, " · заполнено 97 %") {
				t.Fatalf("at %v it says %q", wide, text)
			}
			seen[text] = true
		}
	}
	if len(seen) != 2 {
		t.Errorf("said are %v", seen)
	}
}
