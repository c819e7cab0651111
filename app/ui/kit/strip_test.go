package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func stripOf(t *testing.T, room float32) (*Strip, fyne.Window, *[]string) {
	t.Helper()
	chosen := &[]string{}
	s := NewStrip("Ещё", func(key string) { *chosen = append(*chosen, key) })
	s.SetItems([]StripItem{{"all", "Обзор"}, {"contract", "Договоры 2"}, {"job", "Рабочие места 6"}, {"check", "▲ 2 замечания"}, {"journal", "История"}})
	window := themed(t, s)
	window.Resize(fyne.NewSize(room, 100))
	window.Canvas().Focus(s)
	return s, window, chosen
}

// words returns what a strip shows, from the left.
func (s *Strip) words() string {
	var all []string
	for _, o := range test.WidgetRenderer(s).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	}
	return strings.Join(all, "|")
}

func TestArrowsWalkAStrip(t *testing.T) {
	s, window, chosen := stripOf(t, 900)
	down, escaped := 0, 0
	s.OnDown, s.OnEscape = func() { down++ }, func() { escaped++ }
	press(window, fyne.KeyLeft, fyne.KeyRight, fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome, fyne.KeyDown, fyne.KeyEscape)
	if got := strings.Join(*chosen, " "); got != "contract job journal all" || s.Chosen() != "all" {
		t.Errorf("chosen %q, now %s", got, s.Chosen())
	}
	if down != 1 || escaped != 1 {
		t.Errorf("Down %d, Esc %d times", down, escaped)
	}
}

func TestAStripShowsWhatHasRoomAndTheChosenOne(t *testing.T) {
	s, _, chosen := stripOf(t, 900)
	if got := s.words(); got != "Обзор|Договоры 2|Рабочие места 6|▲ 2 замечания|История" {
		t.Errorf("shown %q", got)
	}
	s.Resize(fyne.NewSize(300, 32))
	if got := s.words(); got != "Обзор|Договоры 2|Ещё ▼" {
		t.Errorf("in little room %q", got)
	}
	s.Choose("journal")
	if got := s.words(); !strings.HasSuffix(got, "История|Ещё ▼") {
		t.Errorf("the chosen one is not seen: %q", got)
	}
	s.Choose("all")
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(s.edges[1]-4, 10)})
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(s.edges[len(s.edges)-1]-4, 10)})
	if s.popup == nil || len(s.rest) != 3 {
		t.Fatalf("«Ещё» opens nothing: %v", s.rest)
	}
	if got := strings.Join(*chosen, " "); got != "contract" {
		t.Errorf("chosen %q", got)
	}
}

func TestAStripKeepsItsChoice(t *testing.T) {
	s, _, chosen := stripOf(t, 900)
	s.Choose("job")
	s.SetItems([]StripItem{{"all", "Обзор"}, {"job", "Рабочие места 7"}})
	if s.Chosen() != "job" {
		t.Errorf("now %s", s.Chosen())
	}
	s.SetItems([]StripItem{{"all", "Обзор"}})
	if s.Chosen() != "all" || len(*chosen) != 0 {
		t.Errorf("now %s, told %v", s.Chosen(), *chosen)
	}
}

func TestALinkIsPressed(t *testing.T) {
	pressed, escaped := 0, 0
	link := NewLink("Все 6", func() { pressed++ })
	link.OnEscape = func() { escaped++ }
	window := themed(t, NewBlock("Договоры", NewLine(ColorMuted, "text"), link))
	window.Canvas().Focus(link)
	press(window, fyne.KeyReturn, fyne.KeySpace, fyne.KeyEscape, fyne.KeyDown)
	test.Tap(link)
	if pressed != 3 || escaped != 1 {
		t.Errorf("pressed %d times, Esc %d", pressed, escaped)
	}
}
