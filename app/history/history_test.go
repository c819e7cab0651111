package history_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/history"
	"technopark/app/i18n"
	"technopark/storage"
)

// bench is a data file with a park, the resident «Альфа» with a contract of a room, and «Бета».
type bench struct {
	*storage.Store
	t           *testing.T
	park        *app.Park
	alpha, beta *app.Resident
	room        *app.Room
	lease       *app.Contract
}

// clock is a minute further each time it is looked at.
func clock() func() time.Time {
	at := time.Date(2021, time.March, 15, 12, 0, 0, 0, time.UTC)
	return func() time.Time {
		at = at.Add(time.Minute)
		return at
	}
}

func newBench(t *testing.T) *bench {
	t.Helper()
	s, err := storage.Create(filepath.Join(t.TempDir(), "парк.tpark"), storage.Options{Who: "ivanova", Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		v, err := s.Verify(context.Background())
		if err := errors.Join(err, v.Err(), s.Close()); err != nil {
			t.Error(err)
		}
	})
	b := &bench{Store: s, t: t, park: &app.Park{Name: "Технопарк «Пример»"}}
	b.keep(b.park)
	head := app.Head{Park: b.park.ID}
	b.alpha, b.beta = &app.Resident{Head: head, Name: "ООО «Альфа»"}, &app.Resident{Head: head, Name: "ООО «Бета»"}
	b.room = &app.Room{Head: head, Building: "А", Number: "12"}
	b.keep(b.alpha, b.beta, b.room)
	b.lease = &app.Contract{Head: head, Resident: b.alpha.ID, Kind: app.ContractLease, From: app.Day(2019, 1, 1), Rooms: []int64{b.room.ID}}
	b.keep(b.lease)
	return b
}

func (b *bench) keep(recs ...app.Record) {
	b.t.Helper()
	for _, rec := range recs {
		if err := b.Save(b.t.Context(), rec); err != nil {
			b.t.Fatal(err)
		}
	}
}

// last returns the number of the newest entry about a record.
func (b *bench) last(rec app.Record) int64 {
	b.t.Helper()
	found, err := b.Journal(b.t.Context(), app.JournalFilter{Type: rec.Type().Key, ID: rec.Header().ID, Limit: 1})
	if err != nil || len(found) == 0 {
		b.t.Fatalf("no entry: %v", err)
	}
	return found[0].ID
}

// now returns a record as it is kept; nil when it is gone.
func (b *bench) now(rec app.Record) app.Record {
	b.t.Helper()
	is, err := b.Get(b.t.Context(), rec.Type(), rec.Header().ID)
	if errors.Is(err, app.ErrNotFound) {
		return nil
	}
	if err != nil {
		b.t.Fatal(err)
	}
	return is
}

func refusal(t *testing.T, err error, id string, says ...string) {
	t.Helper()
	r, ok := app.Refused(err)
	text, _ := i18n.New(app.RU).Sentence(err, nil)
	if !ok || r.ID != id {
		t.Fatalf("refused with %v, want %s", err, id)
	}
	for _, part := range says {
		if !strings.Contains(text, part) {
			t.Errorf("%q does not say %q", text, part)
		}
	}
}

func TestStateComesBack(t *testing.T) {
	b := newBench(t)
	added := b.last(b.alpha)
	b.alpha.ShortName = "Альфа"
	b.keep(b.alpha)
	named := b.last(b.alpha)
	b.alpha.ShortName, b.alpha.Phone = "А", "+7 495 123-45-67"
	b.keep(b.alpha)

	s, err := history.At(t.Context(), b, named)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, edit := range s.Edits {
		keys = append(keys, edit.Field.Key)
	}
	if !slices.Equal(keys, []string{"short_name", "phone"}) || s.Edits[0].Before.S != "А" || s.Edits[0].After.S != "Альфа" {
		t.Fatalf("would change %v", s.Edits)
	}
	step := s.Step(i18n.New(app.RU), "Альфа", time.UTC, "short_name")
	if want := "возвращение к " + history.Moment(s.Entry.At, time.UTC) + ": Резидент «Альфа» — Краткое наименование"; step != want {
		t.Errorf("step %q, want %q", step, want)
	}
	refusal(t, s.Restore(t.Context(), b, "x", "Альфа", "inn"), "err.history_field", "«inn»", "short_name, phone")
	if err := s.Restore(t.Context(), b, step, "Альфа", "short_name"); err != nil {
		t.Fatal(err)
	}
	if is := b.now(b.alpha).(*app.Resident); is.ShortName != "Альфа" || is.Phone == "" {
		t.Errorf("one field came back as %+v", is)
	}
	if s, err = history.At(t.Context(), b, added); err != nil {
		t.Fatal(err)
	}
	if err := s.Restore(t.Context(), b, "всё", "Альфа"); err != nil {
		t.Fatal(err)
	}
	if is := b.now(b.alpha).(*app.Resident); is.ShortName != "" || is.Phone != "" {
		t.Errorf("the whole came back as %+v", is)
	}
	if _, err := b.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if is := b.now(b.alpha).(*app.Resident); is.ShortName != "Альфа" {
		t.Errorf("undone it is %+v", is)
	}
	if s, err = history.At(t.Context(), b, b.last(b.alpha)); err != nil {
		t.Fatal(err)
	}
	refusal(t, s.WhyNot(), "err.history_same")
	_, err = history.At(t.Context(), b, 999)
	refusal(t, err, "err.history_no_entry", "№ 999")
}

func TestStateNeedsWhatItRefersTo(t *testing.T) {
	b := newBench(t)
	was := b.last(b.lease)
	b.lease.Rooms = nil
	b.keep(b.lease)
	if err := b.Delete(t.Context(), b.room); err != nil {
		t.Fatal(err)
	}
	s, err := history.At(t.Context(), b, was)
	if err != nil {
		t.Fatal(err)
	}
	refusal(t, s.Restore(t.Context(), b, "x", "договор"), "err.history_needs", "Помещение «", "запись журнала №")
	if is := b.now(b.lease).(*app.Contract); len(is.Rooms) != 0 {
		t.Errorf("half of it came back: %v", is.Rooms)
	}
	// What was deleted comes back alone in an earlier state too.
	if s, err = history.At(t.Context(), b, b.last(b.room)); err != nil {
		t.Fatal(err)
	}
	if err := s.Restore(t.Context(), b, "помещение", "12"); err != nil {
		t.Fatal(err)
	}
	if b.now(b.room) == nil {
		t.Error("the room is not back")
	}
}

func TestStateIsJudgedByTheRulesOfToday(t *testing.T) {
	b := newBench(t)
	was := b.last(b.room)
	b.room.Number = "13"
	b.keep(b.room)
	b.keep(&app.Room{Head: app.Head{Park: b.park.ID}, Building: "А", Number: "12"})
	s, err := history.At(t.Context(), b, was)
	if err != nil {
		t.Fatal(err)
	}
	refusal(t, s.Restore(t.Context(), b, "x", "пом. 12"), "err.history_rejected", "Помещение «пом. 12»", "«Номер", "такая запись уже есть")
}

func TestDeletedComesBackWithWhatWentWithIt(t *testing.T) {
	b := newBench(t)
	created := b.now(b.alpha).Header().Created
	if err := b.DeleteWithDependents(t.Context(), b.alpha); err != nil {
		t.Fatal(err)
	}
	gone, err := history.Deleted(t.Context(), b, app.JournalFilter{})
	if err != nil || len(gone) != 2 {
		t.Fatalf("%d are in the bin: %v", len(gone), err)
	}
	lease := b.last(b.lease)
	r, err := history.Planned(t.Context(), b, []int64{lease}, history.How{})
	if err != nil {
		t.Fatal(err)
	}
	refusal(t, r.Restore(t.Context(), b, "x"), "err.history_needs", "Резидент «ООО „Альфа“»")
	r, err = history.Planned(t.Context(), b, []int64{lease}, history.How{Needs: true})
	if err != nil || len(r.Records) != 2 || r.Records[0].Type != "resident" {
		t.Fatalf("with what it needs come %v: %v", r, err)
	}
	r, err = history.Planned(t.Context(), b, []int64{b.last(b.alpha)}, history.How{})
	if err != nil || len(r.Records) != 2 {
		t.Fatalf("%v: %v", r, err)
	}
	step := r.Step(i18n.New(app.RU), "ООО «Альфа»")
	if step != "возвращение из корзины: Резидент «ООО „Альфа“» и ещё 1 запись" {
		t.Errorf("step %q", step)
	}
	if err := r.Restore(t.Context(), b, step); err != nil {
		t.Fatal(err)
	}
	if is := b.now(b.lease); is == nil || is.(*app.Contract).Rooms[0] != b.room.ID || !b.now(b.alpha).Header().Created.Equal(created) {
		t.Errorf("back is %v", is)
	}
	refusal(t, func() error { _, err := history.Planned(t.Context(), b, []int64{lease}, history.How{}); return err }(), "err.history_not_gone")
	if _, err := b.Undo(t.Context()); err != nil || b.now(b.alpha) != nil {
		t.Errorf("one step takes it back: %v", err)
	}
}

func TestDeletedGetsItsMentionsBack(t *testing.T) {
	b := newBench(t)
	if err := b.DeleteWithDependents(t.Context(), b.room); err != nil {
		t.Fatal(err)
	}
	if is := b.now(b.lease).(*app.Contract); len(is.Rooms) != 0 {
		t.Fatalf("the contract still has %v", is.Rooms)
	}
	for _, how := range []history.How{{}, {Alone: true}} {
		r, err := history.Planned(t.Context(), b, []int64{b.last(b.room)}, how)
		if err != nil || len(r.Records) != 1 || len(r.Mentions) != 1 {
			t.Fatalf("%+v: %v", r, err)
		}
		if err := r.Restore(t.Context(), b, "помещение"); err != nil {
			t.Fatal(err)
		}
		if is := b.now(b.lease).(*app.Contract); !slices.Equal(is.Rooms, []int64{b.room.ID}) {
			t.Errorf("the contract got back %v", is.Rooms)
		}
		if _, err := b.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// What a merge gave to the other record stays there when the one that went comes back, and is named.
func TestWhatWasGivenToAnotherStaysThere(t *testing.T) {
	b := newBench(t)
	err := b.Change(t.Context(), "объединение", func(tx app.Tx) error {
		b.lease.Resident = b.beta.ID
		if err := tx.Save(t.Context(), b.lease); err != nil {
			return err
		}
		return tx.Delete(t.Context(), b.alpha)
	})
	if err != nil {
		t.Fatal(err)
	}
	r, err := history.Planned(t.Context(), b, []int64{b.last(b.alpha)}, history.How{})
	want := []history.Mention{{Place: app.Place{Type: "contract", ID: b.lease.ID, Field: "resident"}, To: b.alpha.ID}}
	if err != nil || len(r.Records) != 1 || len(r.Mentions) != 0 || !slices.Equal(r.Elsewhere, want) {
		t.Fatalf("%+v: %v", r, err)
	}
	if err := r.Restore(t.Context(), b, "резидент"); err != nil {
		t.Fatal(err)
	}
	if is := b.now(b.lease).(*app.Contract); is.Resident != b.beta.ID {
		t.Errorf("the contract went to %d", is.Resident)
	}
}

func TestDeletedClashesWithWhatIsThereNow(t *testing.T) {
	b := newBench(t)
	if err := b.DeleteWithDependents(t.Context(), b.room); err != nil {
		t.Fatal(err)
	}
	b.keep(&app.Room{Head: app.Head{Park: b.park.ID}, Building: "А", Number: "12"})
	r, err := history.Planned(t.Context(), b, []int64{b.last(b.room)}, history.How{})
	if err != nil {
		t.Fatal(err)
	}
	refusal(t, r.Restore(t.Context(), b, "x"), "err.history_rejected", "Помещение «А, пом.", "«Здание», «Номер помещения»: такая запись")
	if b.now(b.room) != nil {
		t.Error("it came back")
	}
}
