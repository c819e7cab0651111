package rating_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
	"technopark/app/rating"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// describe writes a whole result as text.
func describe(r *rating.Result) string {
	var b strings.Builder
	for _, s := range r.Subindices {
		fmt.Fprintf(&b, "%s %s / %s\n", s.Code, s.Name.RU, s.Name.EN)
		for _, ind := range s.Indicators {
			describeIndicator(&b, ind)
		}
	}
	return plain(b.String())
}

func describeIndicator(b *strings.Builder, ind *rating.Indicator) {
	fmt.Fprintf(b, "\n%s %s\n  %s\n  %s\n", ind.Code, ind.Name.RU, ind.Substituted(app.RU), ind.Substituted(app.EN))
	fmt.Fprintf(b, "  полнота %d из %d, %s %%; год назад %s; рост %s\n", ind.Completeness.In, ind.Completeness.Of,
		ind.Completeness.Percent(app.RU), ind.PreviousText(app.RU), ind.GrowthText(app.RU))
	for _, term := range ind.Terms {
		fmt.Fprintf(b, "  %s: %s, %s = %s\n", term.Name, term.Title.RU, term.Unit.RU, term.SumText(app.RU))
		for _, part := range term.Parts() {
			fmt.Fprintf(b, "    %s %d «%s» %s: %s\n", part.Type, part.ID, part.Title, term.AmountText(part, app.RU), part.Text.RU)
		}
	}
	for _, m := range ind.Missing {
		fmt.Fprintf(b, "  нет: %s %d %v «%s»: %s\n", m.Type, m.ID, m.Fields, m.Title, m.Words.RU)
	}
}

func TestGoldenTrace(t *testing.T) {
	const file = "testdata/small-2020.golden"
	got := describe(compute(t, smallPark(t)))
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("trace changed (-update rewrites it):\n%s", diff)
	}
}
