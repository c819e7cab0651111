//go:build !ci && !headless

package launch

import (
	"flag"
	"fmt"
	"image"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"technopark/app/regulation"
	"technopark/app/ui"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
	"technopark/storage"
)

// How long a user waits, measured in the real window: from the key or the click until the frame that shows
// what came of it is on the screen. See .ci/response, which gives it a screen and a file.
var file = flag.String("file", "", "data file that the window opens; without one nothing is measured")

// TestMain leaves the main goroutine to the window, which draws nowhere else.
func TestMain(m *testing.M) {
	flag.Parse()
	if *file == "" {
		os.Exit(m.Run())
	}
	code := 0
	spare()
	a := fyneapp.NewWithID("ru.technopark.response")
	stand(a)
	begun := time.Now()
	shown = stage{window: ui.New(a, options()), begun: begun, painted: make(chan struct{}, 1)}
	shown.window.Start()
	go func() {
		code = m.Run()
		fyne.Do(a.Quit)
	}()
	a.Run()
	os.Exit(code)
}

func options() port.Options {
	return port.Options{
		File: *file, Regulations: regulation.Program(), Who: "ivanova", Now: time.Now,
		OpenStore: func(path string) (port.Store, error) {
			return storage.Open(path, storage.Options{Who: "ivanova", Now: time.Now})
		},
	}
}

// stage is the window and a dot in it that says when it is painted.
type stage struct {
	window  *ui.Window
	begun   time.Time
	dot     *canvas.Raster
	painted chan struct{}
	ready   time.Duration // from the start until the first screen of the file was painted
}

var shown stage

// open waits for the first screen of the file.
func (s *stage) open(b *testing.B) {
	b.Helper()
	if *file == "" {
		b.Skip("no file: see .ci/response")
	}
	if s.dot != nil {
		return
	}
	for open := false; !open; {
		fyne.DoAndWait(func() { open = s.window.Desk().Store != nil })
		if time.Since(s.begun) > time.Minute {
			b.Fatal("no file was opened within a minute")
		}
	}
	s.dot = canvas.NewRaster(func(int, int) image.Image {
		select {
		case s.painted <- struct{}{}:
		default:
		}
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	})
	win := s.window.Desk().Window
	fyne.DoAndWait(func() { win.SetContent(container.NewStack(win.Content(), container.NewWithoutLayout(s.dot))) })
	s.wait(func() {})
	s.ready = time.Since(s.begun)
	s.settle()
}

// wait returns how long it takes to do something in the window and to paint it.
func (s *stage) wait(do func()) time.Duration {
	select {
	case <-s.painted:
	default:
	}
	begun := time.Now()
	fyne.DoAndWait(func() {
		do()
		s.dot.Resize(fyne.NewSize(1, 1))
		s.dot.Refresh()
	})
	<-s.painted
	fyne.DoAndWait(func() {}) // it comes after the frame
	return time.Since(begun)
}

// settle waits until everything that the screens show has been computed.
func (s *stage) settle() time.Duration {
	begun := time.Now()
	for busy := true; busy; {
		time.Sleep(5 * time.Millisecond)
		fyne.DoAndWait(func() { busy = s.window.Desk().Underway() != "" })
	}
	return time.Since(begun)
}

// say reports the waits in milliseconds, and which was the longest.
func say(b *testing.B, waits map[string]time.Duration) {
	b.Helper()
	all, longest := []time.Duration{}, ""
	for name, took := range waits {
		all = append(all, took)
		if longest == "" || took > waits[longest] {
			longest = name
		}
	}
	slices.Sort(all)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ms(all[len(all)/2]), "ms-median")
	b.ReportMetric(ms(all[len(all)-1]), "ms-worst")
	b.Logf("%d waits, the longest %q", len(all), longest)
}

// BenchmarkScreens opens each screen, the first time and again.
func BenchmarkScreens(b *testing.B) {
	shown.open(b)
	b.Logf("the first screen of the file %d ms after the start", shown.ready.Milliseconds())
	for _, time := range []string{"first", "again"} {
		b.Run(time, func(b *testing.B) {
			for b.Loop() {
				say(b, shown.walk())
			}
		})
	}
}

func (s *stage) walk() map[string]time.Duration {
	waits := map[string]time.Duration{}
	for _, entry := range ui.Screens() {
		if !entry.Page {
			waits[entry.ID] = s.wait(func() { s.window.Desk().Navigate(entry.ID) })
			s.settle()
		}
	}
	return waits
}

// BenchmarkKeys types into the search of the residents, walks down the list, and through it page by page.
func BenchmarkKeys(b *testing.B) {
	shown.open(b)
	for _, keys := range []struct {
		name string
		to   func() fyne.Focusable
		send func(fyne.Focusable, int)
	}{
		{"filter", focusable[*kit.Filter], func(at fyne.Focusable, i int) {
			if text := []rune("солнцеграньнииматериал"); i < len(text) {
				at.TypedRune(text[i])
			} else {
				at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
		}},
		{"down", focusable[*kit.Table], func(at fyne.Focusable, _ int) { at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) }},
		{"page", focusable[*kit.Table], func(at fyne.Focusable, _ int) { at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) }},
	} {
		b.Run(keys.name, func(b *testing.B) {
			for b.Loop() {
				shown.wait(func() { shown.window.Desk().Navigate("resident") })
				shown.settle()
				var at fyne.Focusable
				fyne.DoAndWait(func() {
					at = keys.to()
					shown.window.Desk().Window.Canvas().Focus(at)
				})
				waits := map[string]time.Duration{}
				for i := range 44 {
					waits[fmt.Sprint(i)] = shown.wait(func() { keys.send(at, i) })
					time.Sleep(20 * time.Millisecond)
				}
				say(b, waits)
			}
		})
	}
}

// focusable returns the one object of a kind in view.
func focusable[T interface {
	fyne.CanvasObject
	fyne.Focusable
}]() fyne.Focusable {
	win := shown.window.Desk().Window
	for _, o := range desktest.All[T](win.Content()) {
		if o.Visible() && fyne.CurrentApp().Driver().AbsolutePositionForObject(o) != (fyne.Position{}) {
			return o
		}
	}
	return nil
}

// BenchmarkFieldLeft changes a figure of one report after the other and leaves the field: how long the window is
// busy with it, and how long until everything it shows is true again.
func BenchmarkFieldLeft(b *testing.B) {
	shown.open(b)
	shown.wait(func() { shown.window.Desk().Navigate("resident_report") })
	shown.settle()
	for b.Loop() {
		busy, until := map[string]time.Duration{}, map[string]time.Duration{}
		for i := range 20 {
			fyne.DoAndWait(func() {
				table := focusable[*kit.Table]()
				shown.window.Desk().Window.Canvas().Focus(table)
				table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			})
			time.Sleep(300 * time.Millisecond)
			fyne.DoAndWait(func() {
				input := revenue()
				shown.window.Desk().Window.Canvas().Focus(input)
				input.SetText(fmt.Sprintf("%d,5", 1000+i))
			})
			name := fmt.Sprint(i)
			busy[name] = shown.wait(func() { shown.window.Desk().Window.Canvas().FocusNext() })
			until[name] = busy[name] + shown.settle()
		}
		b.Run("window", func(b *testing.B) {
			for b.Loop() {
				say(b, busy)
			}
		})
		b.Run("badges", func(b *testing.B) {
			for b.Loop() {
				say(b, until)
			}
		})
	}
}

// revenue returns the field of the first figure in view that can be typed into.
func revenue() *kit.Input {
	for _, input := range desktest.All[*kit.Input](shown.window.Desk().Window.Content()) {
		if input.Visible() && !input.Disabled() && strings.ContainsAny(input.Text, "0123456789") && !strings.Contains(input.Text, ".") {
			return input
		}
	}
	return nil
}
