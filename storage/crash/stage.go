//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"technopark/app"
	"technopark/storage"
)

// nothing leaves the folder of an operation empty.
func nothing(*bench, string) error { return nil }

// sample puts the demonstration park into a folder.
func sample(b *bench, dir string) error {
	return copyFile(b.at("sample.tpark"), filepath.Join(dir, dataFile))
}

// small puts a small park into a folder: there is little to look through after each round.
func small(_ *bench, dir string) error {
	s, err := storage.CreateFilled(filepath.Join(dir, dataFile), options(false), "парк", smallPark)
	if err != nil {
		return err
	}
	return s.Close()
}

// smallPark saves a park with residents and rooms.
func smallPark(ctx context.Context, tx app.Tx) error {
	company := &app.ManagementCompany{Name: "Управляющая компания «Проба»"}
	if err := tx.Save(ctx, company); err != nil {
		return err
	}
	park := &app.Park{Company: company.ID, Name: "Технопарк «Проба»"}
	if err := tx.Save(ctx, park); err != nil {
		return err
	}
	head := app.Head{Park: park.ID}
	for i := range 150 {
		for _, rec := range []app.Record{
			&app.Resident{Head: head, Name: fmt.Sprintf("Общество «Резидент %d»", i), ShortName: fmt.Sprint("Резидент ", i)},
			&app.Room{Head: head, Building: "Корпус 1", Number: fmt.Sprint(100 + i)},
		} {
			if err := tx.Save(ctx, rec); err != nil {
				return err
			}
		}
	}
	return nil
}

// options are how the bench opens a data file.
func options(readOnly bool) storage.Options {
	return storage.Options{Who: "проба", Now: time.Now, ReadOnly: readOnly}
}

// changed puts a small park there with other telephones, and its records as they were, so that an
// import has something to bring back.
func changed(b *bench, dir string) error {
	if err := small(b, dir); err != nil {
		return err
	}
	if err := b.do(dir, "export", dataFile, "--to", "записи.json", "--json"); err != nil {
		return err
	}
	return changing(filepath.Join(dir, dataFile), func(ctx context.Context, tx app.Tx) error {
		residents, err := tx.List(ctx, (*app.Resident)(nil).Type(), 1)
		for i, rec := range residents {
			if err == nil {
				rec.(*app.Resident).Phone = fmt.Sprintf("+7 900 %07d", i)
				err = tx.Save(ctx, rec)
			}
		}
		return err
	})
}

// changing makes one change of a data file.
func changing(path string, fn func(context.Context, app.Tx) error) (err error) {
	s, err := storage.Open(path, options(false))
	if err != nil {
		return err
	}
	defer func() {
		if closed := s.Close(); err == nil {
			err = closed
		}
	}()
	ctx := context.Background()
	return s.Change(ctx, "проба", func(tx app.Tx) error { return fn(ctx, tx) })
}

// answer puts there the demonstration park and, of the answers of residents that wait in it, the
// first that is accepted as it is.
func answer(b *bench, dir string) error {
	if err := sample(b, dir); err != nil {
		return err
	}
	path := filepath.Join(dir, "ответ.xlsx")
	found := false
	err := query(filepath.Join(dir, dataFile), `SELECT data FROM content WHERE substr(data, 1, 2) = x'504B' ORDER BY sha256`, func(row values) error {
		if found {
			return nil
		}
		if err := os.WriteFile(path, row["data"].([]byte), 0o600); err != nil {
			return err
		}
		found = b.do(dir, "collect", dataFile, path, "--dry-run") == nil
		return nil
	})
	if err == nil && !found {
		err = errors.New("no answer that could be accepted waits in the demonstration park")
	}
	return err
}

// document puts there the demonstration park and a paper to be attached.
func document(b *bench, dir string) error {
	if err := sample(b, dir); err != nil {
		return err
	}
	return query(filepath.Join(dir, dataFile), `SELECT data FROM content WHERE substr(data, 1, 4) = x'25504446' ORDER BY sha256 LIMIT 1`, func(row values) error {
		// Other bytes than those that are kept already: a comment at the end changes nothing else.
		return os.WriteFile(filepath.Join(dir, "справка.pdf"), append(row["data"].([]byte), "% проба\n"...), 0o600)
	})
}

// passphrase puts a small park there and a passphrase.
func passphrase(b *bench, dir string) error {
	if err := small(b, dir); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "пароль.txt"), []byte("долгая тайная фраза 2020\n"), 0o600)
}

// damaged puts a small park there of which a few pages are gone.
func damaged(b *bench, dir string) error {
	whole, bad := filepath.Join(dir, dataFile), filepath.Join(dir, "повреждён.bad")
	if err := small(b, dir); err != nil {
		return err
	}
	data, err := os.ReadFile(whole)
	if err != nil {
		return err
	}
	const page = 4096
	middle := len(data) / page / 2 * page
	clear(data[middle : middle+3*page])
	return errors.Join(os.WriteFile(bad, data, 0o600), os.Remove(whole))
}

// copyFile copies a file as it is.
func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}

// copyTree copies a folder with all that is in it.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(to, strings.TrimPrefix(path, from))
		if entry.IsDir() {
			return os.MkdirAll(target, 0o700)
		}
		return copyFile(path, target)
	})
}
