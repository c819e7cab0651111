package rating_test

import (
	"os"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/rating"
	"technopark/assets"
)

// guideIndicator is the indicator that the user guide shows how to add.
func guideIndicator(t *testing.T) string {
	t.Helper()
	guide, err := os.ReadFile("../../assets/docs/guide/23-methods.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(guide), "```toml\n")
	if len(blocks) != 2 {
		t.Fatalf("the page shows %d examples, want an indicator", len(blocks)-1)
	}
	text, _, _ := strings.Cut(blocks[1], "```")
	return text
}

// The table of the guide has every indicator of the method, with its formula in words.
func TestGuideTellsEveryIndicator(t *testing.T) {
	p, err := rating.Load("method", assets.Methods()[0].TOML)
	if err != nil {
		t.Fatal(err)
	}
	for lang, page := range map[app.Lang]string{app.RU: "14-indicators", app.EN: "en/14-indicators"} {
		text, err := os.ReadFile("../../assets/docs/guide/" + page + ".md")
		if err != nil {
			t.Fatal(err)
		}
		for _, ind := range p.Indicators() {
			row := "| " + ind.Code + " | " + ind.Name.In(lang) + ", " + ind.Unit.In(lang) + " | " + ind.Words.In(lang) + " |\n"
			if !strings.Contains(string(text), row) {
				t.Errorf("%s: there is no row %q", page, row)
			}
		}
	}
}

func TestIndicatorOfTheGuideIsComputedByThoseWhoAddIt(t *testing.T) {
	p, err := rating.Load("методика.toml", []byte(string(assets.Methods()[0].TOML)+"\n"+guideIndicator(t)))
	if err != nil {
		t.Fatal(err)
	}
	s := smallPark(t)
	for resident, researchers := range map[int64]string{1: "30", 2: "5", 3: "7", 5: "н/п", 6: "0"} { // Гамма has no staff, and is out
		s.change("resident_report", reportOf(s, resident), "researchers: "+researchers)
	}
	result, err := rating.Compute(p, s.book(), 2020)
	if err != nil {
		t.Fatal(err)
	}
	ind := result.Find("S1.6")
	if got := plain(ind.Substituted(app.RU)); got != "35 / 200 × 100 = 17,5 %" || ind.Terms[0].Unit.RU != "чел." {
		t.Errorf("%s, in %s", got, ind.Terms[0].Unit.RU)
	}
	s.change("resident_report", reportOf(s, 5), "researchers: ")
	if result, err = rating.Compute(p, s.book(), 2020); err != nil {
		t.Fatal(err)
	}
	if ind = result.Find("S1.6"); ind.Value != nil || ind.Completeness != (rating.Completeness{In: 3, Of: 4}) {
		t.Errorf("three of four: %v, %v", ind.Value, ind.Completeness)
	}
}
