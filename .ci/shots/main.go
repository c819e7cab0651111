// Command shots draws every screen of the window into PNG files without a display, with the
// toolkit's painter in software: in each look, at 100 and 200 %, at three sizes of window,
// over the demonstration park, over a park of the longest texts and figures, and over a park
// of which nothing is known but its name. The names of the files sort by screen.
//
//	go run -tags ci,migrated_fynedo ./.ci/shots OUT [PART…]
//
// With parts only pictures whose names contain one of them are drawn.
package main

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/submission"
	"technopark/app/ui"
	"technopark/app/ui/port"
	"technopark/storage"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: .ci/screens OUT [PART…]")
		os.Exit(2)
	}
	if err := draw(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// now is the clock of the pictures: the same every time.
func now() time.Time { return time.Date(2021, time.May, 21, 10, 31, 0, 0, time.UTC) }

func options() storage.Options { return storage.Options{Who: "Щёголева", Now: now} }

// data is a file the screens are drawn over.
type data struct {
	name string
	fill func(ctx context.Context, tx app.Tx) error
}

func all() []data {
	return []data{
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
		err := tx.Save(ctx, rec)
		var refused app.FieldErrors
		if errors.As(err, &refused) {
			return fmt.Errorf("%s %d: %w", rec.Type().Key, n, err)
		}
		return err
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

// shot is one picture to be drawn.
type shot struct {
	data    string
	look    string
	percent int
	size    fyne.Size
}

func shots() []shot {
	var list []shot
	sizes := []fyne.Size{fyne.NewSize(1366, 720), fyne.NewSize(1024, 652), fyne.NewSize(1920, 1032)} // without a title and a menu
	for _, percent := range []int{100, 200} {
		for _, look := range []string{"light", "dark", "contrast"} {
			list = append(list, shot{"sample", look, percent, sizes[0]})
		}
		for _, size := range sizes[1:] {
			list = append(list, shot{"sample", "light", percent, size})
		}
		for _, name := range []string{"long", "empty"} {
			list = append(list, shot{name, "light", percent, sizes[0]})
		}
	}
	return append(list, shot{"sample", "light", 80, sizes[0]}, shot{"long", "light", 100, sizes[1]})
}

// draw writes the pictures into a directory.
func draw(out string, parts []string) error {
	work, err := os.MkdirTemp("", "technopark-screens")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, d := range all() {
		store, err := storage.CreateFilled(filepath.Join(work, d.name+".tpark"), options(), "данные для снимков", d.fill)
		if err != nil {
			return fmt.Errorf("%s: %w", d.name, err)
		}
		if err := store.Close(); err != nil {
			return err
		}
	}
	drawn := 0
	for _, s := range shots() {
		n, err := s.draw(work, out, parts)
		if err != nil {
			return err
		}
		drawn += n
	}
	fmt.Printf("screens: %d pictures in %s\n", drawn, out)
	return nil
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
	return fmt.Sprintf("%02d-%s-%s-%03d-%s-%.0fx%.0f.png", place, id, s.data, s.percent, s.look, s.size.Width, s.size.Height)
}

// draw draws every screen over one file in one look and size; it returns how many.
func (s shot) draw(work, out string, parts []string) (int, error) {
	screens := append([]ui.Entry{{ID: "start"}}, ui.Screens()...)
	var names []string
	for i, e := range screens {
		if name := s.name(i, e.ID); wanted(name, parts) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return 0, nil
	}
	settings, err := os.MkdirTemp(work, "settings")
	if err != nil {
		return 0, err
	}
	said := fmt.Sprintf("text_percent = %d\nlook = %q\n", s.percent, s.look)
	if err := os.WriteFile(filepath.Join(settings, "settings.toml"), []byte(said), 0o600); err != nil {
		return 0, err
	}
	w := ui.New(test.NewApp(), port.Options{
		OpenStore:   func(path string) (port.Store, error) { return storage.Open(path, options()) },
		Regulations: regulation.Program(), Who: "Щёголева", Now: now, SettingsDir: settings,
	})
	desk := w.Desk()
	desk.Tasks.Inline = true
	window := desk.Window
	w.Start()
	window.Resize(s.size)
	drawn := 0
	for i, e := range screens {
		if i == 1 {
			w.OpenFile(filepath.Join(work, s.data+".tpark"))
			window.Resize(s.size)
		}
		switch {
		case e.Page: // it is of a record: of the park, which every file has
			desk.ShowCard(app.Place{Type: "park", ID: desk.Park})
		case i > 0:
			desk.Navigate(e.ID)
		}
		name := s.name(i, e.ID)
		if !wanted(name, parts) {
			continue
		}
		if err := write(filepath.Join(out, name), window); err != nil {
			return drawn, err
		}
		drawn++
	}
	window.Close()
	return drawn, desk.Store.Close()
}

// write draws a window into a file.
func write(path string, window fyne.Window) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(file, window.Canvas().Capture()), file.Close())
}
