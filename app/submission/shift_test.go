package submission_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/submission"
	"technopark/storage"
)

// shift is a data file in which one after another works, all at one moment: what they did
// is told apart by its order alone.
type shift struct {
	*storage.Store
	t    *testing.T
	path string
	at   time.Time
}

func newShift(t *testing.T) *shift {
	t.Helper()
	s := &shift{t: t, path: filepath.Join(t.TempDir(), "парк.tpark"), at: time.Date(2021, 4, 12, 22, 30, 0, 0, time.UTC)}
	var err error
	s.Store, err = storage.CreateFilled(s.path, s.options("ivanova"), "fill", func(ctx context.Context, tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.must(s.Close()) })
	return s
}

func (s *shift) options(who string) storage.Options {
	return storage.Options{Who: who, Now: func() time.Time { return s.at }}
}

func (s *shift) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// works hands the file over.
func (s *shift) works(who string) {
	s.t.Helper()
	s.must(s.Close())
	var err error
	s.Store, err = storage.Open(s.path, s.options(who))
	s.must(err)
}

func (s *shift) book() *app.Book {
	s.t.Helper()
	b, err := s.Book(context.Background(), 1)
	s.must(err)
	return b
}

func (s *shift) save(rec app.Record) {
	s.t.Helper()
	s.must(s.Save(context.Background(), rec))
}

// finalise makes the next revision, of the title page alone: these tests are about data.
func (s *shift) finalise(reason string) *app.Revision {
	s.t.Helper()
	req := request(s.t.TempDir())
	req.Parts, req.Reason = []string{"title"}, reason
	_, err := submission.Finalise(context.Background(), s.Store, regulation.Program(), req, func(int) string { return "редакция" }, "Щукина", nil)
	s.must(err)
	all := submission.RevisionsOf(s.book(), 2020)
	return all[len(all)-1]
}

func (s *shift) comeTo(r *app.Revision, states ...string) {
	s.t.Helper()
	for _, state := range states {
		s.must(r.Advance(state, app.Day(2021, 4, 12), "нет письма"))
	}
	s.save(r)
}

func (s *shift) compare(one, other *app.Revision) *submission.Comparison {
	s.t.Helper()
	c, err := submission.Compare(context.Background(), s.Store, one, other)
	s.must(err)
	return c
}

// report returns the report of the year of the n-th active resident.
func (s *shift) report(n int) *app.ResidentReport {
	s.t.Helper()
	for _, r := range app.All[app.ResidentReport](s.book(), "resident_report") {
		if r.Period != app.YearPeriod(2020) || r.Revenue.State != app.Given {
			continue
		}
		if n == 0 {
			return r
		}
		n--
	}
	s.t.Fatal("no such report")
	return nil
}
