// Command technopark keeps the records of a technopark and makes its rating
// package. This file only wires the parts together; see app/app.go for the idea.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"runtime"
	"time"

	"technopark/app"
	"technopark/app/cli"
	"technopark/app/copies"
	"technopark/app/disk"
	"technopark/app/founding"
	"technopark/app/logbook"
	"technopark/app/recovery"
	"technopark/app/regulation"
	"technopark/app/sandbox"
	"technopark/app/submission"
	"technopark/app/ui/launch"
	"technopark/app/ui/port"
	"technopark/reports/attach"
	"technopark/storage"
)

func main() {
	if sandbox.Serve(attach.Jobs()...) {
		return
	}
	disk.Sweep(os.TempDir())
	log := logbook.Open(disk.Settings(), time.Now)
	answers, faults, end := launch.Streams()
	code := cli.Run(context.Background(), os.Args[1:], cli.Deps{
		Open: func(_ context.Context, path string, readOnly bool) (cli.Store, error) {
			return storage.Open(path, options(readOnly))
		},
		Examine: func(ctx context.Context, path string, full bool) (app.Verdict, error) {
			if full {
				return storage.Rehearse(ctx, path, options(true))
			}
			return storage.Examine(ctx, path, options(true))
		},
		RestoreJournalled: func(ctx context.Context, path string) ([]app.Problem, error) {
			return storage.RestoreFile(ctx, path, options(false))
		},
		Create: func(_ context.Context, path string, answers founding.Answers) error {
			return closed(createPark(path, answers))
		},
		Second: secondPlace,
		CreateDemo: func(_ context.Context, path string, demo submission.Demo) error {
			return closed(createDemo(path, demo))
		},
		CreateFrom: func(_ context.Context, path string, from *submission.Inspection) error {
			return closed(createFrom(path, from))
		},
		Copies:     keeper(),
		Saver:      saver(),
		Ask:        cli.AskPassphrase,
		Window:     func(path string) error { return window(path, log) },
		Again:      launch.Again,
		Log:        log,
		HasDisplay: hasDisplay,
		Who:        who(),
		Now:        time.Now,
		Stdout:     answers, Stderr: faults,
	})
	end(code)
	os.Exit(code)
}

// who names the one who works, as the system knows him.
func who() string {
	if u, err := user.Current(); err == nil {
		return cmp.Or(app.Clean(u.Username), "—")
	}
	return "—"
}

func options(readOnly bool) storage.Options {
	return storage.Options{Who: who(), Now: time.Now, ReadOnly: readOnly}
}

// createPark makes a new data file; without answers it has the dictionary of fields of work alone.
func createPark(path string, answers founding.Answers) (*storage.Store, error) {
	what := "новый технопарк"
	if answers.None() {
		what = "справочник направлений"
	}
	return storage.CreateFilled(path, options(false), what, func(ctx context.Context, tx app.Tx) error {
		return founding.Fill(ctx, tx, answers)
	})
}

// secondPlace looks whether a folder can be the second place of the copies of a data file; keep makes
// it that.
func secondPlace(file, dir string) (keep func() error, err error) {
	dir, err = copies.ChooseSecond(file, dir)
	return func() error {
		settings := copies.LoadSettings(disk.Settings())
		settings.Second = dir
		return settings.Save(disk.Settings())
	}, err
}

func createDemo(path string, demo submission.Demo) (*storage.Store, error) {
	fill := func(ctx context.Context, tx app.Tx) error { return submission.FillDemo(ctx, tx, demo) }
	return storage.CreateFilled(path, options(false), "демонстрационный технопарк", fill)
}

func createFrom(path string, from *submission.Inspection) (*storage.Store, error) {
	fill := func(ctx context.Context, tx app.Tx) error { return submission.FillFrozen(ctx, tx, from) }
	return storage.CreateFilled(path, options(false), "данные из пакета документов", fill)
}

func closed(store *storage.Store, err error) error {
	if err != nil {
		return err
	}
	return store.Close()
}

// keeper makes and finds the copies of data files, with the settings of the user.
func keeper() copies.Keeper {
	return copies.Keeper{
		Storage: copies.Storage{
			Open: func(path string) (copies.File, error) { return storage.Open(path, options(true)) },
			Copy: storage.Backup, Origin: storage.Origin,
		},
		Now: time.Now, Computer: disk.Computer(), Settings: copies.LoadSettings(disk.Settings()),
	}
}

// saver saves what is left of damaged data files.
func saver() recovery.Saver {
	return recovery.Saver{
		Storage: recovery.Storage{
			Recover: func(ctx context.Context, path, to string, tell func(done, all int)) (app.Recovery, error) {
				return storage.Recover(ctx, path, to, options(false), tell)
			},
			Examine: func(ctx context.Context, path string) (app.Verdict, error) {
				return storage.Examine(ctx, path, options(true))
			},
		},
		Copies: keeper(),
	}
}

// hasDisplay reports whether a window can be shown at all.
func hasDisplay() bool {
	return launch.Available && (runtime.GOOS != "linux" || os.Getenv("DISPLAY")+os.Getenv("WAYLAND_DISPLAY") != "")
}

func window(path string, log *logbook.Log) error {
	copying, saving := keeper(), saver()
	err := launch.Run(port.Options{
		File:        path,
		OpenStore:   func(path string) (port.Store, error) { return storage.Open(path, options(false)) },
		CreatePark:  func(path string, answers founding.Answers) (port.Store, error) { return createPark(path, answers) },
		CreateDemo:  func(path string) (port.Store, error) { return createDemo(path, cli.StandardDemo()) },
		CreateFrom:  func(path string, from *submission.Inspection) (port.Store, error) { return createFrom(path, from) },
		Regulations: regulation.Program(),
		Who:         who(),
		Now:         time.Now,
		Copies:      &copying,
		Saver:       &saving,
		SettingsDir: disk.Settings(),
		Log:         log,
	})
	if errors.Is(err, launch.ErrNoWindow) {
		return fmt.Errorf("%w: %w", cli.ErrNoWindow, err)
	}
	return err
}
