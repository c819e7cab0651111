package attach_test

import (
	"context"
	"slices"
	"testing"

	"technopark/reports/attach"
)

// A drawing is found on the A4 sheet that it was made smaller for; a page that is only a
// little longer than A4 is not taken for one.
func TestLargePagesAreKnownOnTheirSheets(t *testing.T) {
	data := paper(t, a4, [2]float64{1190.55, 841.89}, [2]float64{612, 1008}, [2]float64{1684, 2384}, [2]float64{200, 300})
	ready := prepared(t, document(attach.PDF, data))
	for name, pdf := range map[string][]byte{"the file": data, "its sheets": ready.InMemory()} {
		large, err := attach.Large(context.Background(), pdf, []int{1, 2, 3, 4, 5})
		if want := []bool{false, true, false, true, false}; err != nil || !slices.Equal(large, want) {
			t.Errorf("%s: %v, %v, want %v", name, large, err, want)
		}
	}
}
