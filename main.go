// Command technopark keeps the records of a technopark and makes its rating
// package. This file only wires the parts together; see app/app.go for the idea.
package main

import (
	"context"
	"os"
	"os/user"
	"runtime"
	"time"

	"technopark/app"
	"technopark/app/cli"
	"technopark/app/rating"
	"technopark/app/sample"
	"technopark/app/ui/launch"
	"technopark/assets"
	"technopark/storage"
)

func main() {
	os.Exit(cli.Run(context.Background(), os.Args[1:], cli.Deps{
		Open:       openToRead,
		Create:     createEmpty,
		CreateDemo: createDemo,
		Window:     window,
		HasDisplay: hasDisplay,
		Profile:    profile,
		Now:        time.Now,
		Stdout:     os.Stdout,
		Stderr:     os.Stderr,
	}))
}

func options(readOnly bool) storage.Options {
	who := "—"
	if u, err := user.Current(); err == nil {
		who = u.Username
	}
	return storage.Options{Who: who, Now: time.Now, ReadOnly: readOnly}
}

func openToRead(_ context.Context, path string) (cli.Store, error) {
	return storage.Open(path, options(true))
}

// createWith makes a data file and fills it in one change.
func createWith(ctx context.Context, path, what string, fill func(save func(app.Record) error) error) error {
	store, err := storage.Create(path, options(false))
	if err != nil {
		return err
	}
	defer store.Close()
	return store.Change(ctx, what, func(tx app.Tx) error {
		return fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
}

func createEmpty(ctx context.Context, path string) error {
	return createWith(ctx, path, "справочник направлений", func(save func(app.Record) error) error {
		for _, name := range app.DefaultSpecialisms() {
			if err := save(&app.Specialism{Name: name}); err != nil {
				return err
			}
		}
		return nil
	})
}

func createDemo(ctx context.Context, path string) error {
	return createWith(ctx, path, "учебный технопарк", sample.Park().Fill)
}

func profile() (*rating.Profile, error) {
	method := assets.Methods()[0]
	return rating.Load(method.Name, method.TOML)
}

// hasDisplay reports whether a window can be shown at all.
func hasDisplay() bool {
	return launch.Available && (runtime.GOOS == "windows" || runtime.GOOS == "darwin" ||
		os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "")
}

func window(path string) error {
	return launch.Run(launch.Options{File: path})
}
