package submission

import (
	"technopark/app"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/reports"
)

// NextRevision returns the number of the revision that a final package of these records
// would be, and whether it is a new one: the same data and parts make no other.
func NextRevision(b *app.Book, set regulation.Set, result *rating.Result, req Request) (number int, isNew bool, err error) {
	if len(req.Parts) == len(reports.Parts()) {
		req.Parts = nil // all
	}
	s := &state{book: b, live: b}
	s.out.By = set
	if s.frozen, err = Freeze(b, set, result); err != nil {
		return 0, false, err
	}
	rev, isNew := s.revision(req, "")
	return int(rev.Number.N), isNew, nil
}
