package recovery_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/recovery"
	"technopark/app/sample"
	"technopark/storage"
)

func clock() time.Time { return time.Date(2021, 5, 19, 9, 12, 0, 0, time.UTC) }

func options() storage.Options { return storage.Options{Who: "ivanova", Now: clock} }

// saver works over real files.
func saver() recovery.Saver {
	reading := options()
	reading.ReadOnly = true
	return recovery.Saver{
		Storage: recovery.Storage{
			Recover: func(ctx context.Context, path, to string, tell func(done, all int)) (app.Recovery, error) {
				return storage.Recover(ctx, path, to, options(), tell)
			},
			Examine: func(ctx context.Context, path string) (app.Verdict, error) {
				return storage.Examine(ctx, path, reading)
			},
		},
		Copies: copies.Keeper{Now: clock, Computer: "1a2b3c4d", Storage: copies.Storage{
			Open: func(path string) (copies.File, error) { return storage.Open(path, reading) }, Copy: storage.Backup,
		}},
	}
}

// park makes a data file of the sample park.
func park(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "парк.tpark")
	s, err := storage.CreateFilled(path, options(), "sample", func(ctx context.Context, tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSavedIsComparedWithTheLastGoodCopy(t *testing.T) {
	ctx, s, path := context.Background(), saver(), park(t)
	if _, err := s.Copies.Make(ctx, path, copies.WhyAsked, nil); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data = data[:len(data)*2/3]
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var steps []string
	to := filepath.Join(filepath.Dir(path), recovery.Name(path))
	is, err := s.Save(ctx, path, to, func(step string, _, _ int) {
		if len(steps) == 0 || steps[len(steps)-1] != step {
			steps = append(steps, step)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if is.Against == nil || is.Against.Fault != nil || len(is.Against.Differences) == 0 {
		t.Fatalf("%+v", is.Against)
	}
	saved, lost := is.Report.Records()
	if saved == 0 || lost == 0 || !is.Verdict.OK() || is.Report.Whole {
		t.Errorf("%d saved, %d lost, %+v", saved, lost, is.Verdict)
	}
	if got := strings.Join(steps, " "); got != "recovery.step.read recovery.step.verify recovery.step.compare" {
		t.Error(got)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, data) {
		t.Error("the damaged file was changed")
	}
	if name := recovery.Name(path); name != "парк — спасённое (2).tpark" {
		t.Error(name)
	}
}

func TestNothingIsLeftOfWhatCouldNotBeSaved(t *testing.T) {
	ctx, s := context.Background(), saver()
	dir := t.TempDir()
	path, to := filepath.Join(dir, "x.tpark"), filepath.Join(dir, "y.tpark")
	if err := os.WriteFile(path, make([]byte, 100_000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(ctx, path, to, nil); !errors.Is(err, app.ErrDamaged) {
		t.Error(err)
	}
	whole := park(t)
	stopped, stop := context.WithCancel(ctx)
	_, err := s.Save(stopped, whole, to, func(string, int, int) { stop() })
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := s.Save(ctx, whole, whole, nil); !errors.Is(err, app.ErrExists) {
		t.Error(err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Error(left, err)
	}
}
