package storage

import (
	"context"
	"testing"
	"time"

	"technopark/app"
)

// A clock that is set back, by an hour or by a year and across a restart, changes the moments the
// journal writes down and nothing else: entries follow one another by their numbers, the last
// change is the one that is taken back first, and the journal proves itself as ever.
func TestClockSetBack(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	_, resident := newPark(t, s)
	path := s.Path()
	phones := []string{"+7 495 111-11-11", "+7 495 222-22-22", "+7 495 333-33-33"}
	at := []time.Time{noon.Add(time.Hour), noon, noon.AddDate(-1, 0, 0)}
	for i, phone := range phones {
		o := options()
		o.Now = func() time.Time { return at[i] }
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		var err error
		if s, err = Open(path, o); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		resident.Phone = phone
		save(t, s, resident)
	}
	entries, err := s.Journal(ctx, app.JournalFilter{Type: "resident", ID: resident.ID})
	if err != nil || len(entries) != len(phones)+1 {
		t.Fatal(len(entries), err)
	}
	for i := range phones {
		if e := entries[i]; !e.At.Equal(at[len(at)-1-i]) || i > 0 && e.ID != entries[i-1].ID-1 {
			t.Errorf("entry %d of %v stands at %d", e.ID, e.At, i)
		}
	}
	if err := verified(s); err != nil {
		t.Error(err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if is, err := s.Get(ctx, resident.Type(), resident.ID); err != nil || is.(*app.Resident).Phone != phones[1] {
		t.Errorf("taken back is %v, %v", is, err)
	}
	if err := verified(s); err != nil {
		t.Error(err)
	}
}
