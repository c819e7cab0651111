package desk_test

import (
	"context"
	"testing"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/port"
)

// readWhole counts how often all records of a park are read.
type readWhole struct {
	port.Store
	times *int
}

func (r readWhole) Book(ctx context.Context, park int64) (*app.Book, error) {
	*r.times++
	return r.Store.Book(ctx, park)
}

// All records are those of now, and after the first check nothing but what has changed is read.
func TestRecordsAreRenewed(t *testing.T) {
	d := desktest.New(t)
	times := 0
	d.Store = readWhole{d.Store, &times}
	steps := d.Hold()
	if b, err := d.Records(); err != nil || len(b.Of("resident")) == 0 || times != 1 {
		t.Fatalf("before the check: %v, read %d times", err, times)
	}
	d.Look()
	steps.Finish(t)
	read := times
	d.Save(t, &app.Document{Head: app.Head{Park: d.Park}, Title: "Новая справка", Kind: "other"})
	b, err := d.Records()
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, x := range app.As[app.Document](b.Of("document")) {
		found = found || x.Title == "Новая справка"
	}
	if !found || b.Park.ID != d.Park || times != read {
		t.Errorf("the change is there: %v; read whole %d times more", found, times-read)
	}
}
