package submission_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/signature/signaturetest"
	"technopark/app/submission"
	"technopark/storage"
)

// desk is a data file with revision 1 of 2020 and the folder of its files.
type desk struct {
	*storage.Store
	t    *testing.T
	dir  string
	key  *signaturetest.Key
	name string // of the package
}

// signingDesk copies a data file and a folder that are made once: what a test does to them
// is seen by no other.
func signingDesk(t *testing.T) *desk {
	t.Helper()
	made, err := deskMade()
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, dir: t.TempDir(), name: "Пакет Пример 2020 редакция 1"}
	if err := os.CopyFS(d.dir, made); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.tpark")
	if err := os.Rename(filepath.Join(d.dir, "x.tpark"), path); err != nil {
		t.Fatal(err)
	}
	if d.Store, err = storage.Open(path, deskOptions()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	if d.key, err = signaturetest.NewECDSA("Образцова М. В.", "АО «Технопарк»"); err != nil {
		t.Fatal(err)
	}
	return d
}

func deskOptions() storage.Options {
	return storage.Options{Who: "test", Now: func() time.Time { return time.Date(2021, 4, 12, 12, 0, 0, 0, time.UTC) }}
}

// deskMade returns x.tpark and the files of its first revision.
var deskMade = sync.OnceValues(func() (files fstest.MapFS, err error) {
	dir, err := os.MkdirTemp("", "technopark-desk-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	s, err := storage.CreateFilled(filepath.Join(dir, "x.tpark"), deskOptions(), "sample", func(ctx context.Context, tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	if err != nil {
		return nil, err
	}
	_, err = finalised(s, dir)
	if err = errors.Join(err, s.Close()); err != nil {
		return nil, err
	}
	files = fstest.MapFS{}
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		data, unread := os.ReadFile(filepath.Join(dir, e.Name()))
		files[e.Name()], err = &fstest.MapFile{Data: data, Mode: 0o644}, errors.Join(err, unread)
	}
	return files, err
})

func finalised(s submission.Keeper, dir string) (submission.Output, error) {
	req := request(dir)
	req.Parts = []string{"title"}
	return submission.Finalise(context.Background(), s, regulation.Program(), req, func(int) string { return "редакция" }, "Щукина", nil)
}

func (d *desk) finalise(dir string) submission.Output {
	d.t.Helper()
	out, err := finalised(d.Store, dir)
	if err != nil {
		d.t.Fatal(err)
	}
	return out
}

func (d *desk) book() *app.Book {
	d.t.Helper()
	b, err := d.Book(context.Background(), 1)
	if err != nil {
		d.t.Fatal(err)
	}
	return b
}

func (d *desk) revision() *app.Revision { return submission.RevisionsOf(d.book(), 2020)[0] }

func (d *desk) read(name string) []byte {
	d.t.Helper()
	data, err := os.ReadFile(filepath.Join(d.dir, name))
	if err != nil {
		d.t.Fatal(err)
	}
	return data
}

// sign signs a file of the folder at noon of a day of April 2021.
func (d *desk) sign(name string, day int) []byte {
	d.t.Helper()
	data, err := d.key.Sign(d.read(name), time.Date(2021, 4, day, 12, 0, 0, 0, time.UTC))
	if err != nil {
		d.t.Fatal(err)
	}
	return data
}

func (d *desk) add(name string, data []byte) (submission.Signed, error) {
	return submission.AddSignature(context.Background(), d.Store, submission.Signing{
		Revision: d.revision(), Name: name, Data: data, Dir: d.dir, Now: time.Date(2021, 4, 15, 10, 0, 0, 0, time.UTC),
	}, "подпись")
}
