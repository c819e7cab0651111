package submission_test

import (
	"testing"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/submission"
)

// The paper by which a method is official goes with the figures of its rating, and with no
// others.
func TestPaperOfAMethodGoesWithItsYear(t *testing.T) {
	kept := &app.Profile{Head: app.Head{ID: 7}, Kind: app.ProfileMethod, Year: app.Of(app.Count(2021)), Title: "Своя"}
	b := app.NewBook(&app.Park{Head: app.Head{ID: 1}}, map[string][]app.Record{
		"profile": {kept}, "document": {&app.Document{Head: app.Head{ID: 1, Park: 1}, Title: "Приказ"}},
		"document_link": {&app.DocumentLink{Head: app.Head{ID: 1, Park: 1}, Document: 1, Subject: app.SubjectOf(kept)}},
	})
	for year, want := range map[int]int{2019: 0, 2020: 1} {
		if got := submission.Proofs(b, &rating.Result{Year: year}); len(got) != want {
			t.Errorf("%d: %d papers", year, len(got))
		}
	}
}
