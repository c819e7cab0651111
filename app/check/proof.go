package check

import (
	"maps"
	"slices"
	"strings"

	"technopark/app"
)

// judgeProved looks for indicators that no document is attached to. They are told of in one
// finding, because they are mended in one place.
func (s *pass) judgeProved(r *rule, view *scope) []Finding {
	proved := map[string]bool{}
	for _, link := range app.All[app.DocumentLink](s.book, "document_link") {
		if year, code, ok := app.IndicatorOfSubject(link.Subject); ok && year == s.year && s.book.Get("document", link.Document) != nil {
			proved[code] = true
		}
	}
	var bare []string
	for _, code := range slices.Sorted(maps.Keys(s.asked.Known)) {
		if !proved[code] {
			bare = append(bare, code)
		}
	}
	if len(bare) == 0 {
		return nil
	}
	found := s.found(r, view.rec)
	found.Lacks, found.Absent = app.TypeByKey("document"), len(bare)
	list := strings.Join(bare, ", ")
	found.Left, found.Basis = app.L(list, list), list
	return s.written(r, view, found, nil)
}
