// Package merging finds records that are probably one thing entered several times, and makes one of
// two: it says field by field what stays, which records then refer to the one that stays, what
// cannot stand beside each other any more, and does it as one step of undo. The window and the
// command line both call it; no files, no clock.
//
// Nothing is ever added up and nothing chosen in silence: where two figures differ we ask, because
// only the staff know which paper was right. What was frozen in final packages stays as it was, and
// the record that goes lies in the recycle bin.
package merging

import (
	"context"

	"technopark/app"
)

// Source is where records are read from: a data file, or a change of it under way.
type Source interface {
	// List returns the records of a type that a park or the whole file has, in the order of ids.
	List(ctx context.Context, t *app.Type, park int64) ([]app.Record, error)
}

// File is the data file in which records are merged; package storage has it.
type File interface {
	Source
	// Change makes one step of undo of all that fn does, called what, or nothing.
	Change(ctx context.Context, what string, fn func(app.Tx) error) error
}

// shelf is the records as they are read for one plan, each type once.
type shelf struct {
	ctx   context.Context // of the one call it lives in
	from  Source
	parks []int64 // whose records are read; of records of the whole file all parks
	read  map[string][]app.Record
	err   error // the first that reading met
}

func openShelf(ctx context.Context, from Source, t *app.Type, park int64) *shelf {
	s := &shelf{ctx: ctx, from: from, parks: []int64{park}, read: map[string][]app.Record{}}
	if t.Scope == app.ScopeFile {
		s.parks = nil
		for _, p := range s.Of("park") {
			s.parks = append(s.parks, p.Header().ID)
		}
	}
	return s
}

// Of returns the records of a type.
func (s *shelf) Of(typeKey string) []app.Record {
	if recs, known := s.read[typeKey]; known {
		return recs
	}
	t := app.TypeByKey(typeKey)
	parks := s.parks
	if t.Scope == app.ScopeFile {
		parks = []int64{0}
	}
	var all []app.Record
	for _, park := range parks {
		recs, err := s.from.List(s.ctx, t, park)
		if err != nil && s.err == nil {
			s.err = err
		}
		all = append(all, recs...)
	}
	s.read[typeKey] = all
	return all
}

// titles returns what people call the records.
func (s *shelf) titles(lang app.Lang) app.Titles {
	for _, t := range app.Types() {
		s.Of(t.Key)
	}
	return app.RecordsByType(s.read).TitlesIn(lang)
}

// record returns one record; nil when there is none.
func (s *shelf) record(t *app.Type, id int64) app.Record {
	for _, rec := range s.Of(t.Key) {
		if rec.Header().ID == id {
			return rec
		}
	}
	return nil
}
