package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// A state is short and decides what is done: no list cuts it, in a small window with large texts either.
func TestListsShowStatesWhole(t *testing.T) {
	work := t.TempDir()
	makePictured(t, work, parks()[:1])
	s := shot{"sample", "light", 200, fyne.NewSize(1024, 652), app.RU}
	w := s.window(t)
	defer w.closeStore()
	w.OpenFile(filepath.Join(work, "sample.tpark"))
	w.win.Resize(s.size)
	for screen, marks := range map[string]string{"check": "■▲", "collect": "■▲"} {
		w.navigate(screen)
		seen := 0
		for _, table := range desktest.All[*kit.Table](w.screens[screen].Content()) {
			for _, text := range desktest.All[*canvas.Text](table) {
				if strings.ContainsAny(text.Text, marks) && text.Text != "▲" {
					seen++
					if strings.HasSuffix(text.Text, "…") {
						t.Errorf("%s: of a state is seen %q", screen, text.Text)
					}
				}
			}
		}
		if seen < 3 {
			t.Errorf("%s: %d states are seen", screen, seen)
		}
	}
}
