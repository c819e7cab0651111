package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/i18n"
)

// screened is a screen of a list with filters over it and details under it.
type screened struct {
	*Screen
	window  fyne.Window
	table   *Table
	filter  *widget.Label
	details *Prose
}

func newScreened(t *testing.T, percent int) *screened {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(percent, Light))
	s := &screened{table: NewTable([]Column{{Key: "name", Head: "Имя", Chars: 10}}), filter: widget.NewLabel("отбор"), details: Wrapped()}
	s.details.SetText(strings.Repeat("подробности ", 40))
	s.Screen = NewScreen(ScreenParts{
		Header:  HeaderParts{Title: "Проверка", Words: i18n.New(app.RU), Secondary: []*Button{NewButton("Протокол…", nil)}},
		Filters: s.filter, Chosen: func() int { return 2 }, List: s.table, Details: container.NewVScroll(s.details), Words: i18n.New(app.RU),
	})
	s.window = test.NewTempWindow(t, s.Screen)
	s.window.SetPadded(false)
	return s
}

// high gives the screen a size, in units.
func (s *screened) high(wide, high float32) {
	s.window.Resize(fyne.NewSize(Pixels(wide), Pixels(high)))
}

func (s *screened) seen() string {
	seen := ""
	for i, o := range []fyne.CanvasObject{s.filter, s.table, s.parts.Details} {
		if o.Visible() {
			seen += "fld"[i : i+1]
		}
	}
	return seen
}

func TestALowScreenShowsOnePaneAndSevenRows(t *testing.T) {
	for _, percent := range []int{100, 200} {
		s := newScreened(t, percent)
		s.high(900, 600)
		if got := s.seen(); got != "fld" {
			t.Errorf("%d %%: a high screen shows %q", percent, got)
		}
		s.high(683, 284) // of a window of 1366 × 768 at 200 %
		if got := s.seen(); got != "l" || !s.Low() {
			t.Fatalf("%d %%: a low screen of %v shows %q, low %v", percent, s.Size(), got, s.Low())
		}
		if rows := (s.table.Size().Height - Size(SizeRow)) / Size(SizeRow); rows < 7 {
			t.Errorf("%d %%: a low screen has %.1f rows", percent, rows)
		}
		test.Tap(s.filters)
		if got := s.seen(); got != "f" || s.filters.Text != "Отбор (2)" {
			t.Errorf("%d %%: the filters show %q, the button says %q", percent, got, s.filters.Text)
		}
		s.window.Canvas().Focus(s.filters)
		press(s.window, fyne.KeyEscape)
		s.ShowDetails()
		if got := s.seen(); got != "d" {
			t.Errorf("%d %%: the details show %q", percent, got)
		}
		test.Tap(s.back)
		if got := s.seen(); got != "l" || s.window.Canvas().Focused() != fyne.Focusable(s.table) {
			t.Errorf("%d %%: the way back shows %q, the keyboard is at %T", percent, got, s.window.Canvas().Focused())
		}
		s.high(900, 600)
		if got := s.seen(); got != "fld" || len(s.Header.parts.Secondary) != 1 {
			t.Errorf("%d %%: high again it shows %q with %d buttons", percent, got, len(s.Header.parts.Secondary))
		}
	}
}

// Who has a low and narrow window sees the way to the chosen line in full, and there the way back; the search
// and the count make room for them.
func TestTheWayToTheDetailsAndBackStaysInALowWindow(t *testing.T) {
	s := newScreened(t, 200)
	parts := s.parts
	parts.Header.Search = NewFilter("Найти в списке", nil)
	parts.Header.Primary = NewPrimary("Исправить", theme.DocumentCreateIcon(), nil)
	s.Screen = NewScreen(parts)
	s.window.SetContent(s.Screen)
	for _, wide := range []float32{683, 640, 512, 400} {
		s.high(wide, 284)
		if !s.Screen.details.Visible() || s.back.Visible() {
			t.Fatalf("%v wide: the way to the details is seen: %t, the way back: %t", wide, s.Screen.details.Visible(), s.back.Visible())
		}
		s.window.Canvas().Focus(s.Screen.details)
		press(s.window, fyne.KeyReturn)
		if got := s.seen(); got != "d" || !s.back.Visible() || s.window.Canvas().Focused() != fyne.Focusable(s.back) {
			t.Errorf("%v wide: the details show %q, way back %t, keyboard at %T", wide, got, s.back.Visible(), s.window.Canvas().Focused())
		}
		press(s.window, fyne.KeyEscape)
		if got := s.seen(); got != "l" || s.back.Visible() {
			t.Errorf("%v wide: Esc shows %q, way back %t", wide, got, s.back.Visible())
		}
	}
	s.ShowDetails()
	s.parts.Details.Content.Hide()
	s.Refresh()
	if got := s.seen(); got != "l" || s.Screen.details.Visible() {
		t.Errorf("nothing to say: %q, way there %t", got, s.Screen.details.Visible())
	}
}

// No button of a low window leads to where nothing is: a page of a walk may have neither choices nor a chosen line.
func TestALowScreenLeadsToNoEmptyPane(t *testing.T) {
	s := newScreened(t, 200)
	choices, text := container.NewPadded(widget.NewLabel("год")), container.NewPadded(widget.NewLabel("ИНН записан иначе"))
	parts := s.parts
	parts.Filters, parts.Details = container.NewStack(choices), container.NewVScroll(container.NewStack(text))
	s.Screen = NewScreen(parts)
	s.window.SetContent(s.Screen)
	s.high(683, 284)
	for _, on := range []bool{true, false, true} {
		for _, o := range []fyne.CanvasObject{choices, text} {
			o.Hide()
			if on {
				o.Show()
			}
			s.Refresh()
		}
		if s.filters.Visible() != on || s.Screen.details.Visible() != on {
			t.Errorf("shown %t: the way to the filters is seen: %t, to the details: %t", on, s.filters.Visible(), s.Screen.details.Visible())
		}
	}
}

// The steps of a walk stay in view in a low window, and what its filters would say is said in a line.
func TestALowScreenKeepsItsStepsAndSaysInALineWhatItHides(t *testing.T) {
	s := newScreened(t, 200)
	steps, brief := NewStrip("Ещё", nil), NewLine(ColorText, theme.SizeNameText)
	steps.SetItems([]StripItem{{Key: "a", Text: "1. Файл"}, {Key: "b", Text: "2. Столбцы"}})
	brief.SetText("▲ Второе место не выбрано")
	parts := s.parts
	parts.Steps, parts.Brief = steps, brief
	s.Screen = NewScreen(parts)
	s.window.SetContent(s.Screen)
	s.high(900, 600)
	if got := s.seen(); got != "fld" || !steps.Visible() || brief.Visible() {
		t.Errorf("high: %q, steps %t, brief %t", got, steps.Visible(), brief.Visible())
	}
	s.high(683, 284)
	if got := s.seen(); got != "l" || !steps.Visible() || !brief.Visible() || s.table.Position().Y < brief.Position().Y+brief.Size().Height {
		t.Errorf("low: %q, steps %t, brief %t", got, steps.Visible(), brief.Visible())
	}
	test.Tap(s.filters)
	if got := s.seen(); got != "f" || !steps.Visible() || brief.Visible() {
		t.Errorf("low, the filters: %q, steps %t, brief %t", got, steps.Visible(), brief.Visible())
	}
}

func TestDetailsLeaveTheListHalfTheScreen(t *testing.T) {
	s := newScreened(t, 100)
	s.high(500, 430)
	if list := s.table.Size().Height; list < 150 {
		t.Errorf("the list has %v of 430", list)
	}
}
