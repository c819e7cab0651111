package storage

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"technopark/app"
)

// put keeps bytes as a document does.
func put(t testing.TB, s *Store, data []byte) string {
	t.Helper()
	var name string
	err := s.Change(context.Background(), "документ", func(tx app.Tx) (err error) {
		name, err = tx.PutContent(context.Background(), data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestContentIsKeptOnce(t *testing.T) {
	s := newStore(t)
	data := bytes.Repeat([]byte("страница\x00"), 100_000)
	name := put(t, s, data)
	if again := put(t, s, data); again != name || count(t, s, `SELECT count(*) FROM content`) != 1 {
		t.Errorf("the same bytes are kept as %s and %s", name, again)
	}
	got, err := s.Content(context.Background(), name)
	if err != nil || !bytes.Equal(got, data) {
		t.Errorf("%d bytes come back of %d, %v", len(got), len(data), err)
	}
	if _, err := s.Content(context.Background(), app.Content(nil)); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("a content that is not there: %v", err)
	}
	empty := put(t, s, nil)
	if got, err := s.Content(context.Background(), empty); err != nil || len(got) != 0 {
		t.Errorf("an empty file: %d bytes, %v", len(got), err)
	}
}

func TestFailedChangeKeepsNoContent(t *testing.T) {
	s := newStore(t)
	fault := errors.New("x")
	err := s.Change(context.Background(), "документ", func(tx app.Tx) error {
		_, err := tx.PutContent(context.Background(), []byte("x"))
		return errors.Join(fault, err)
	})
	if !errors.Is(err, fault) || count(t, s, `SELECT count(*) FROM content`) != 0 {
		t.Errorf("%d contents, %v", count(t, s, `SELECT count(*) FROM content`), err)
	}
}

func TestVerifyContentsFindsChangedAndMissingBytes(t *testing.T) {
	for name, spoil := range map[string]string{
		"one byte":  `DROP TRIGGER content_stays; UPDATE content SET data = CAST(x'00' || substr(data, 2) AS BLOB)`,
		"no bytes":  `DELETE FROM content`,
		"no answer": ``,
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			park, _ := newPark(t, s)
			sha := put(t, s, []byte("документ"))
			save(t, s, &app.Document{Head: app.Head{Park: park.ID}, Title: "Договор", SHA256: sha})
			if _, err := s.db.Exec(spoil); err != nil {
				t.Fatal(err)
			}
			err := verified(s)
			if want := spoil != ""; errors.Is(err, app.ErrDamaged) != want {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestVerifyContentsFindsALostSignature(t *testing.T) {
	s := newStore(t)
	park, _ := newPark(t, s)
	head, data := app.Head{Park: park.ID}, put(t, s, []byte("данные"))
	revision := &app.Revision{Head: head, Period: app.YearPeriod(2020), Number: app.Of(app.Count(1)), State: app.RevisionChecked, Made: app.Day(2021, 4, 1), Data: data}
	save(t, s, revision)
	save(t, s, &app.Signature{Head: head, Revision: revision.ID, File: "x.pdf", FileName: "x.pdf.sig", SHA256: put(t, s, []byte("подпись"))})
	if err := verified(s); err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec(`DELETE FROM content WHERE sha256 = ?`, app.Content([]byte("подпись"))); err != nil {
		t.Fatal(err)
	}
	if err := verified(s); !errors.Is(err, app.ErrDamaged) {
		t.Errorf("%v", err)
	}
}

func TestContentNeverChanges(t *testing.T) {
	s := newStore(t)
	put(t, s, []byte("документ"))
	if _, err := s.db.Exec(`UPDATE content SET data = x'00', size = 1`); sqliteCode(err)&0xff != 19 {
		t.Errorf("changed: %v", err)
	}
}
