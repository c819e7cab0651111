// Package standing says where a park stands in the rating of a year, why, and what would move
// it: the answers that a director asks for, to be shown by the window, the command line and the
// papers in the same words.
//
// It stands above package rating, because an answer needs several results at once: those of all
// parks of a file, of the year and of the one before, and of a scratch copy of the records with
// something changed. The records themselves are never changed.
//
// It is pure: no files, no clock. Whoever asks passes a context to give up with.
package standing

import (
	"slices"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
)

// Question is what is asked: how a park stands in a year by a method.
type Question struct {
	Method *rating.Profile // that says how the index is made
	Parks  []Park          // of the data file, the one that is asked about first
	Year   int             // of the data; the rating is of the year after

	// Compute computes the indicators of a park for a year; nil is rating.Compute. Who asks again
	// and again gives one that remembers what it has read.
	Compute func(*rating.Profile, *app.Book, int) (*rating.Result, error)
}

// Park is a park of the data file.
type Park struct {
	Book   *app.Book      // its records and those of the whole file
	Result *rating.Result // of the year by the method; nil: it is computed
}

// Standing is where a park stands in a year against all that is known of others.
type Standing struct {
	Method *rating.Profile // by which it is told
	Year   int             // of the data
	Result *rating.Result  // of the park that was asked about

	Known *rating.Comparison // what it was compared with
	Now   *rating.Position   // the park that was asked about is its first
	Then  *rating.Position   // the year before, by the same method; nil when nothing was calculated then

	question Question
}

// Of returns where a park stands. It refuses a method that does not say how the index is made,
// and a table that the method cannot score.
func Of(q Question) (*Standing, error) {
	if q.Method.Composite == nil {
		return nil, &app.Refusal{ID: "err.no_index", Data: map[string]any{"Method": q.Method.Title}}
	}
	s := &Standing{Method: q.Method, Year: q.Year, question: q}
	own, err := q.results(q.Year)
	if err != nil {
		return nil, err
	}
	s.Result, s.question.Parks = own[0].Result, slices.Clone(q.Parks)
	for i := range own {
		s.question.Parks[i].Result = own[i].Result
	}
	s.Known = rating.Compare(q.Method.Composite, own, q.references(), q.Year)
	if s.Now, err = rating.Locate(q.Method.Composite, s.Known, nil); err != nil {
		return nil, err
	}
	s.Then, err = q.before()
	return s, err
}

// Index is the method of the index.
func (s *Standing) Index() *composite.Index { return s.Method.Composite }

// Book is the records of the park that was asked about.
func (s *Standing) Book() *app.Book { return s.question.Parks[0].Book }

// Is returns where the park stands.
func (s *Standing) Is() rating.ParkPosition { return s.Now.Parks[0] }

// Was returns where the park stood the year before, by the same method; false when that cannot
// be told by anything but its own figures.
func (s *Standing) Was() (rating.ParkPosition, bool) {
	if s.Then == nil || s.Then.Ground == rating.ByPast {
		return rating.ParkPosition{}, false
	}
	p := s.Then.Parks[0]
	return p, p.Index.Known
}

// Name is what people call a park: by it the tables know it.
func (p Park) name() string { return app.Clean(p.Book.Park.Name) }

func (q Question) references() []*app.Reference {
	return app.All[app.Reference](q.Parks[0].Book, "reference")
}

func (q Question) compute(b *app.Book, year int) (*rating.Result, error) {
	if q.Compute == nil {
		return rating.Compute(q.Method, b, year)
	}
	return q.Compute(q.Method, b, year)
}

// results computes the indicators of all parks for a year.
func (q Question) results(year int) ([]rating.OwnPark, error) {
	own := make([]rating.OwnPark, len(q.Parks))
	for i, p := range q.Parks {
		result := p.Result
		if result == nil || year != q.Year {
			var err error
			if result, err = q.compute(p.Book, year); err != nil {
				return nil, err
			}
		}
		own[i] = rating.OwnPark{Name: p.name(), Result: result}
	}
	return own, nil
}

// before places the parks the year before.
func (q Question) before() (*rating.Position, error) {
	own, err := q.results(q.Year - 1)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(own[0].Result.All(), func(i *rating.Indicator) bool { return i.Value != nil }) {
		return nil, nil
	}
	known := rating.Compare(q.Method.Composite, own, q.references(), q.Year-1)
	return rating.Locate(q.Method.Composite, known, nil)
}

// In returns where the same parks stand in another year of data, by the same method.
func (s *Standing) In(year int) (*Standing, error) {
	q := s.question
	q.Method, q.Year, q.Parks = s.Method, year, slices.Clone(q.Parks)
	for i := range q.Parks {
		q.Parks[i].Result = nil
	}
	return Of(q)
}
