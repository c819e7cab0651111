package submission

import (
	"technopark/app"
	"technopark/app/regulation"
	"technopark/reports"
)

// NextRevision returns the number of the revision that a final package would be, and whether
// it is a new one: the same data and parts make no other. b has the revisions there are, and
// data is the SHA-256 of the frozen data of the package: see Frozen.
func NextRevision(b *app.Book, set regulation.Set, data string, req Request) (number int, isNew bool) {
	if len(req.Parts) == len(reports.Parts()) {
		req.Parts = nil // all
	}
	s := &state{book: b, live: b, frozen: Frozen{SHA256: data}}
	s.out.By = set
	rev, isNew := s.revision(req, "")
	return int(rev.Number.N), isNew
}
