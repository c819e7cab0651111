package ui

import (
	"context"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/guide"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/submission"
	"technopark/app/ui/port"
	"technopark/storage"
)

// Where pictures of the screens are written, see .ci/screens; without a directory a few are drawn
// and looked at by the test alone.
var (
	pictures = flag.String("pictures", "", "directory to draw every screen into")
	parts    = flag.String("parts", "", "parts of names, one of which a picture must have, parted by blanks")
)

// TestEveryScreenIsDrawn draws every screen of the window with the toolkit's painter in software,
// in both languages: over the demonstration park, over a park of the longest texts and figures, and over a park
// of which nothing is known but its name. What has no width any more, or is drawn nowhere,
// fails here.
func TestEveryScreenIsDrawn(t *testing.T) {
	work, list := t.TempDir(), fewShots()
	if *pictures != "" {
		list = shots()
		if err := os.MkdirAll(*pictures, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	makePictured(t, work, parks())
	for _, s := range list {
		s.draw(t, work, strings.Fields(*parts))
	}
}

// makePictured makes the files that are drawn.
func makePictured(t *testing.T, work string, parks []pictured) {
	t.Helper()
	for _, d := range parks {
		store, err := storage.CreateFilled(filepath.Join(work, d.name+".tpark"), storage.Options{Who: "Щёголева", Now: now}, "данные для снимков", d.fill)
		if err != nil {
			t.Fatalf("%s: %v", d.name, err)
		}
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// pictured is a file the screens are drawn over.
type pictured struct {
	name string
	fill func(ctx context.Context, tx app.Tx) error
}

func parks() []pictured {
	return []pictured{
		{"sample", func(ctx context.Context, tx app.Tx) error { return submission.FillSample(ctx, tx, 12) }},
		{"long", fillLong},
		{"empty", func(ctx context.Context, tx app.Tx) error {
			return tx.Save(ctx, &app.Park{Name: "Технопарк «Новый»", ShortName: "Новый"})
		}},
	}
}

// fillLong saves the demonstration park with every name as long as people write them and
// every figure as large as it may be.
func fillLong(ctx context.Context, tx app.Tx) error {
	n := 0
	return sample.Park().Fill(func(rec app.Record) error {
		n++
		for _, f := range rec.Type().Stored() {
			lengthen(rec, f, n)
		}
		if err := tx.Save(ctx, rec); err != nil {
			return fmt.Errorf("%s %d: %w", rec.Type().Key, n, err)
		}
		return nil
	})
}

// lengthen makes a text of a record long and its figure large; what has a form of its own
// stays.
func lengthen(rec app.Record, f app.Field, n int) {
	v := f.Get(rec)
	switch {
	case !f.Typed() || f.Scheme != "" || f.Content:
	case f.Kind == app.KindText && v.S != "":
		f.Set(rec, app.TextValue(fmt.Sprintf("%s, научно-производственное объединение «Высокоточные измерения и роботизированные комплексы имени академика Щёголева-Подъяблонского» № %d", v.S, n)))
	case f.Kind == app.KindMoney && v.N > 0:
		f.Set(rec, app.NumberValue(v.N*1000+7))
	}
}

// shot is one picture to be drawn of every screen.
type shot struct {
	data    string
	look    string
	percent int
	size    fyne.Size
	lang    app.Lang
}

// in returns the shots in a language.
func in(lang app.Lang, list []shot) []shot {
	list = slices.Clone(list)
	for i := range list {
		list[i].lang = lang
	}
	return list
}

func shots() []shot {
	var list []shot
	sizes := []fyne.Size{fyne.NewSize(1366, 720), fyne.NewSize(1024, 652), fyne.NewSize(1920, 1032)} // without a title and a menu
	for _, percent := range []int{100, 200} {
		for _, look := range []string{"light", "dark", "contrast"} {
			list = append(list, shot{data: "sample", look: look, percent: percent, size: sizes[0]})
		}
		for _, size := range sizes[1:] {
			list = append(list, shot{data: "sample", look: "light", percent: percent, size: size})
		}
		for _, name := range []string{"long", "empty"} {
			list = append(list, shot{data: name, look: "light", percent: percent, size: sizes[0]})
		}
	}
	list = append(list, shot{data: "sample", look: "light", percent: 80, size: sizes[0]}, shot{data: "long", look: "light", percent: 100, size: sizes[1]})
	return append(in(app.RU, list), in(app.EN, list)...)
}

// fewShots are those the test draws for itself: where there is the least room, and the least to
// be drawn.
func fewShots() []shot {
	small := fyne.NewSize(1024, 652)
	return []shot{{"long", "light", 200, small, app.RU}, {"empty", "contrast", 80, small, app.EN}}
}

// wanted reports whether a picture is asked for.
func wanted(name string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(name, part) {
			return true
		}
	}
	return len(parts) == 0
}

// name is that of the picture of a screen.
func (s shot) name(place int, id string) string {
	return fmt.Sprintf("%02d-%s-%s-%s-%03d-%s-%.0fx%.0f.png", place, id, s.lang, s.data, s.percent, s.look, s.size.Width, s.size.Height)
}

// draw draws every screen over one file in one look and size.
func (s shot) draw(t *testing.T, work string, parts []string) {
	t.Helper()
	w := s.window(t)
	defer w.closeStore() // the next picture is of a file that can be written
	for i, e := range append([]Entry{{ID: "start"}}, Screens()...) {
		name := s.name(i, e.ID)
		if i == 1 {
			w.OpenFile(filepath.Join(work, s.data+".tpark"))
			w.win.Resize(s.size)
		}
		switch {
		case i == 0 || !wanted(name, parts):
		case e.Page: // it is of a record: of the park, which every file has
			w.desk.ShowCard(app.Place{Type: "park", ID: w.desk.Park})
		default:
			w.navigate(e.ID)
		}
		if wanted(name, parts) {
			keep(t, name, w.win.Canvas().Capture())
		}
	}
	if s.data == "sample" && s.size.Height == 720 {
		s.drawSpoken(t, w, parts)
	}
	for i, page := range []string{"questionnaires", "indicators", "rules", "install"} {
		if name := s.name(len(Screens())+1+i, "guide-"+page); wanted(name, parts) {
			w.showGuide(guide.Target{Page: page})
			keep(t, name, w.win.Canvas().Capture())
			w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
	}
}

// window begins a window in the look and size of a shot.
func (s shot) window(t *testing.T) *Window {
	t.Helper()
	dir := t.TempDir()
	settings := loadSettings(dir)
	settings.TextPercent, settings.Look, settings.Language = s.percent, s.look, string(s.lang)
	if err := settings.save(dir); err != nil {
		t.Fatal(err)
	}
	w := New(test.NewTempApp(t), port.Options{OpenStore: openStore, Regulations: regulation.Program(), Who: "Щёголева", Now: now, SettingsDir: dir, Copies: copyKeeper(now)})
	w.desk.Tasks.Inline = true
	w.Start()
	w.win.Resize(s.size)
	t.Cleanup(w.win.Close)
	return w
}

// keep fails for a picture of one colour, and writes it where pictures are asked for.
func keep(t *testing.T, name string, picture image.Image) {
	t.Helper()
	if blank(picture) {
		t.Errorf("%s: nothing is drawn", name)
	}
	if *pictures == "" {
		return
	}
	file, err := os.Create(filepath.Join(*pictures, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

// blank reports whether a picture is of one colour.
func blank(picture image.Image) bool {
	at := picture.Bounds()
	first := picture.At(at.Min.X, at.Min.Y)
	for y := at.Min.Y; y < at.Max.Y; y += 3 {
		for x := at.Min.X; x < at.Max.X; x++ {
			if picture.At(x, y) != first {
				return false
			}
		}
	}
	return true
}
