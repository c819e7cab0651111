package reports

import "technopark/app"

// sum adds up one column. Cells without a figure are counted, never taken for
// zero.
type sum struct {
	field   app.Field
	total   int64 // in stored units
	given   int   // cells with a figure, zeros included
	missing int   // cells «не представлено»
	outside int   // cells «не применимо»
}

func (s *sum) add(v app.Value) {
	switch v.State {
	case app.Given:
		s.total += v.N
		s.given++
	case app.NotProvided:
		s.missing++
	case app.NotApplicable:
		s.outside++
	}
}

// join adds what another sum of the same column holds.
func (s *sum) join(other sum) {
	s.total += other.total
	s.given += other.given
	s.missing += other.missing
	s.outside += other.outside
}

// text writes the total. With no figure at all it says why; a sum over no cells
// is a true zero.
func (s sum) text(lang app.Lang) string {
	switch {
	case s.given > 0:
	case s.missing > 0:
		return app.NotProvidedText.In(lang)
	case s.outside > 0:
		return app.NotApplicableText.In(lang)
	}
	return s.field.Words(app.NumberValue(s.total), nil, lang)
}
