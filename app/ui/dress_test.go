package ui

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
)

// Another look or size of text leaves everything where it was: the screen, what is chosen,
// searched for and typed, and the keyboard.
func TestAnotherLookLosesNothing(t *testing.T) {
	s, screen := twoResidents(t)
	screen.Open(1, "")
	s.findText("альф")
	s.typeInto(screen, "inn", "123")
	for _, step := range []struct {
		name   string
		change func()
	}{
		{"text", func() { s.scaleText(150) }}, {"look", func() { s.wear(kit.Dark) }}, {"larger", func() { s.stepText(1) }},
	} {
		name := step.name
		step.change()
		if s.asked() != "" || s.shown != "resident" || screen.Selected() != 1 {
			t.Errorf("%s: asked %q, screen %s, record %d", name, s.asked(), s.shown, screen.Selected())
		}
		if shown, all := screen.Table.Len(); shown != 1 || all != 2 {
			t.Errorf("%s: %d of %d are shown", name, shown, all)
		}
		if in := screen.Form.Field("inn"); in.Text != "123" || s.win.Canvas().Focused() != fyne.Focusable(in) {
			t.Errorf("%s: typed %q, the keyboard with %v", name, in.Text, s.win.Canvas().Focused())
		}
	}
	again := loadSettings(s.options.SettingsDir)
	if again.TextPercent != 175 || again.Look != "dark" {
		t.Errorf("remembered %d %%, %s", again.TextPercent, again.Look)
	}
}

// With text twice as large a list still shows seven rows on the smallest screens, its heads of
// figures and its sums among them, with rows ticked too; the state of the file is said in the bar
// of the park.
func TestSevenRowsAreSeenWithTextTwiceAsLarge(t *testing.T) {
	s := sampleShell(t)
	s.scaleText(200)
	menu := kit.Pixels(24)
	for _, size := range []fyne.Size{fyne.NewSize(1366, 768-menu), fyne.NewSize(1366, 740-menu), fyne.NewSize(1024, 700-menu)} {
		s.win.Resize(size)
		for _, section := range []string{"resident", "resident_report", "contract"} {
			s.navigate(section)
			table := s.table(section)
			seen := func(when string) {
				if rows := table.RowsSeen(); rows < 7 {
					t.Errorf("%v, %s %s: %.2f rows are seen", size, section, when, rows)
				}
			}
			seen("at first")
			table.Tick(table.Shown()[0])
			seen("ticked")
			desktest.Key(table, fyne.KeyEscape)
			if s.frame.status.Visible() || !s.header.state.Visible() || s.header.state.Size().Width < kit.Pixels(leastOfLine) {
				t.Errorf("%v: the state %q has %v", size, s.header.state.Text(), s.header.state.Size().Width)
			}
		}
	}
	s.scaleText(100)
	if !s.frame.status.Visible() || s.header.state.Visible() {
		t.Error("at 100 % the line at the foot is not there")
	}
}

// different returns how many points of two pictures differ visibly.
func different(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	apart := func(x, y uint8) bool { return max(x, y)-min(x, y) > 24 }
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			p, q := color.NRGBAModel.Convert(a.At(x, y)).(color.NRGBA), color.NRGBAModel.Convert(b.At(x, y)).(color.NRGBA)
			if apart(p.R, q.R) || apart(p.G, q.G) || apart(p.B, q.B) {
				n++
			}
		}
	}
	return n
}

// hair is how many points may differ: a scroll bar may be a hair longer.
const hair = 2500

// Every screen that was shown in one look and size of text and is shown in another is, point
// for point, the screen that a window begun in the other shows: nothing keeps a colour or a
// measure. The screens are changed while another is in view.
func TestScreensFollowTheLook(t *testing.T) {
	s := sampleShell(t)
	for _, e := range Screens() {
		s.navigate(e.ID)
	}
	s.navigate("project")
	s.scaleText(150)
	s.wear(kit.Contrast)
	after := map[string]image.Image{}
	for _, e := range Screens() {
		s.navigate(e.ID)
		after[e.ID] = s.win.Canvas().Capture()
	}
	fresh := freshShell(t, s)
	for _, e := range Screens() {
		fresh.navigate(e.ID)
		want := fresh.win.Canvas().Capture()
		if n := different(after[e.ID], want); n > hair {
			t.Errorf("%s: %d points are not those of a window begun so", e.ID, n)
		}
	}
}

// freshShell opens a copy of the data of a shell in a window begun in its look and size of text.
func freshShell(t *testing.T, s *shell) *shell {
	t.Helper()
	path := s.desk.Store.Path()
	s.closeStore()
	dir := t.TempDir()
	if err := s.settings.save(dir); err != nil {
		t.Fatal(err)
	}
	return openShellWith(t, port.Options{File: path, OpenStore: openStore, SettingsDir: dir})
}
