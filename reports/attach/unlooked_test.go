package attach_test

import (
	"testing"

	"technopark/reports/attach"
)

// Of a document of very many pages it is told how many were not compared.
func TestPagesThatWereNotComparedAreCounted(t *testing.T) {
	for pages, want := range map[int]int{3: 0, 602: 2} {
		sizes := make([][2]float64, pages)
		for i := range sizes {
			sizes[i] = [2]float64{40, 40}
		}
		p, err := attach.Prepare(t.Context(), document(attach.PDF, paper(t, sizes...)))
		if err != nil || p.How != attach.AsPages || p.Sheets != pages || p.Unlooked != want {
			t.Errorf("%d pages: %s, %d sheets, %d not compared", pages, p.How, p.Sheets, p.Unlooked)
		}
	}
}
