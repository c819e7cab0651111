package desk

import (
	"context"
	"errors"
	"sync"
	"time"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/merging"
	"technopark/app/regulation"
	"technopark/app/submission"
	"technopark/app/ui/port"
)

// want is something that can be computed of the records of a park and year.
type want struct {
	what Stage
	form submission.Form // in which sheets are counted
}

// Stage is a kind of what can be computed.
type Stage uint8

// The stages; each after the first two is computed of what they give.
const (
	ToCheck  Stage = iota // read and check the records
	ToRate                // compute the indicators
	ToCount               // count the sheets of a package
	ToFreeze              // find the hash of the data
	ToStand               // say where the park stands in the rating
	ToReach               // find what alone would bring it to the next group
	ToDoubt               // find how sure its place is
	ToPlan                // say what is to be done for the year
)

// steps returns what has to be computed for it, itself the last.
func (w want) steps() []want {
	switch w.what {
	case ToCheck:
		return []want{w}
	case ToRate:
		return []want{{what: ToCheck}, w}
	case ToReach, ToDoubt:
		return []want{{what: ToCheck}, {what: ToRate}, {what: ToStand}, w}
	}
	return []want{{what: ToCheck}, {what: ToRate}, w}
}

// reads reports whether it reads the file.
func (w want) reads() bool { return w.what == ToCheck || w.what == ToStand }

// finding puts what was computed into the place it is kept at.
type finding func(*Seen)

// work computes one thing of the records of a moment, on a goroutine of its own. It reads
// of what is known so far and changes none of it.
type work struct {
	want   want
	of     *Seen
	by     *regulation.Library
	reader *reader
	cancel context.CancelFunc
	rest   time.Duration // before it reads the file

	mu   sync.Mutex // held while the file is read
	left bool       // the file is to be closed
}

// do computes it.
func (j *work) do(ctx context.Context) (finding, error) {
	seen, year := j.of, int(j.of.of.year)
	switch j.want.what {
	case ToCheck:
		return j.check(ctx)
	case ToRate:
		if seen.Book == nil || seen.Set.Method == nil {
			return nil, nil
		}
		result, err := j.reader.memory.Compute(seen.Set.Method, seen.Book, year)
		return func(s *Seen) { s.result = result }, err
	case ToCount:
		if seen.result == nil || seen.Set.Rules == nil {
			return nil, nil
		}
		sheets, err := submission.Sheets(seen.Book, seen.Set, seen.result, seen.of.day, j.want.form)
		return func(s *Seen) { s.sheets = withSheets(s.sheets, j.want.form, sheets) }, err
	case ToStand, ToReach, ToDoubt:
		return j.rank(ctx)
	case ToPlan:
		return j.plan(), nil
	default:
		if seen.result == nil || seen.Set.Rules == nil {
			return nil, nil
		}
		frozen, err := submission.Freeze(seen.Book, seen.Set, seen.result)
		return func(s *Seen) { s.data = frozen.SHA256 }, err
	}
}

// withSheets returns counts with those of one form replaced; what others may be reading is
// left alone.
func withSheets(all map[submission.Form]map[string]int, form submission.Form, sheets map[string]int) map[submission.Form]map[string]int {
	next := map[submission.Form]map[string]int{form: sheets}
	for other, counted := range all {
		if other != form {
			next[other] = counted
		}
	}
	return next
}

// check reads the records and checks them. What it found before something went wrong is
// found all the same.
func (j *work) check(ctx context.Context) (finding, error) {
	at := j.of.of
	j.wait(ctx)
	var found Seen
	take := func(s *Seen) { s.Book, s.Set, s.Report = found.Book, found.Set, found.Report }
	var last *app.Book
	err := j.reading(ctx, func() (err error) {
		if found.Book, err = j.reader.read(ctx, at); err != nil {
			return err
		}
		if found.Set, err = j.by.For(found.Book, int(at.year)); err != nil {
			return err
		}
		last, err = j.reader.last.Book(ctx, at.store, found.Book, int(at.year))
		return err
	})
	if found.Set.Rules == nil || found.Set.Method == nil || ctx.Err() != nil {
		return take, errors.Join(err, ctx.Err())
	}
	var fault error
	asked := check.Asked{Book: found.Book, Year: int(at.year), Today: at.day, Frozen: last}
	found.Report, fault = j.reader.memory.Check(ctx, found.Set, asked)
	return take, errors.Join(err, fault)
}

// wait lets the window finish what it is about, and who types on change the records once
// more, before the file is read.
func (j *work) wait(ctx context.Context) {
	rest := time.NewTimer(j.rest)
	defer rest.Stop()
	select {
	case <-rest.C:
	case <-ctx.Done():
	}
}

// reading runs what reads the file, unless it is to be closed.
func (j *work) reading(ctx context.Context, read func() error) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.left || ctx.Err() != nil {
		return context.Canceled
	}
	return read()
}

// leaveFile gives the work up and returns when it reads the file no more, which is soon.
func (j *work) leaveFile() {
	j.cancel()
	j.mu.Lock()
	defer j.mu.Unlock()
	j.left = true
}

// reader keeps what works have read for those after them.
type reader struct {
	book *app.Book
	of   moment          // of the book, whatever the year
	last submission.Last // the revision that checks compare with

	memory regulation.Memory // of what was read of the records
	twins  merging.Memory    // of what was looked through for records entered twice

	others   []*app.Book // of the other parks of the file
	othersOf moment      // of these, whatever the year; its store is nil while none were read
}

// read returns all records of a park as they are now. They are read once, for all years; after a
// change only what was changed is read.
func (r *reader) read(ctx context.Context, at moment) (*app.Book, error) {
	at.year = 0
	if r.book != nil && r.of == at {
		return r.book, nil
	}
	var before []*app.Book
	if r.book != nil && r.of.store == at.store {
		before = append(before, r.book)
	}
	book, err := bookNow(ctx, at.store, at.park, before)
	if err != nil {
		return nil, err
	}
	r.book, r.of = book, at
	return book, nil
}

// bookNow returns the records of a park as they are now, by those that were read before where they
// are among them.
func bookNow(ctx context.Context, store port.Store, park int64, before []*app.Book) (*app.Book, error) {
	for _, b := range before {
		if b.Park.ID == park {
			return store.Renew(ctx, b)
		}
	}
	return store.Book(ctx, park)
}
