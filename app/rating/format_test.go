package rating_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"technopark/app/composite"
	"technopark/app/formula"
	"technopark/app/rating"
	"technopark/assets"
)

// formatBlocks are the blocks of a description of the format that are fenced with a word.
func formatBlocks(t *testing.T, file, fence string) []string {
	t.Helper()
	text, err := os.ReadFile("../../assets/docs/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	for i, part := range strings.Split(string(text), "\n```") {
		if inside, ok := strings.CutPrefix(part, fence+"\n"); ok && i%2 == 1 {
			blocks = append(blocks, inside)
		}
	}
	return blocks
}

// The two whole examples of the description give what it says they give, in both languages.
func TestExamplesOfTheFormat(t *testing.T) {
	whole := map[string]float64{"A": 10, "B": 25.0 / 3, "C": 2.5, "D": 0}
	proveExamples(t, "rating-method.md", map[string]float64{"А": 0, "Б": 25, "В": 100}, whole)
	proveExamples(t, "guide/en/rating-method.md", map[string]float64{"A": 0, "B": 25, "C": 100}, whole)
}

func proveExamples(t *testing.T, file string, shortest, whole map[string]float64) {
	t.Helper()
	methods, tables := formatBlocks(t, file, "toml"), formatBlocks(t, file, "")
	if len(methods) < 3 || len(tables) < 2 {
		t.Fatalf("%s: %d methods and %d tables", file, len(methods), len(tables))
	}
	for _, c := range []struct {
		method, table string
		want          map[string]float64
	}{
		{methods[0], tables[0], shortest},
		{methods[2], tables[1], whole},
	} {
		x, err := rating.LoadComposite("методика.toml", []byte(c.method))
		if err != nil {
			t.Fatal(err)
		}
		table, err := composite.ReadTable(c.table)
		if err != nil {
			t.Fatal(err)
		}
		r, err := x.Compute(table)
		if err != nil {
			t.Fatal(err)
		}
		for u, unit := range r.Units {
			score := r.Score(u, x.Top())
			if want, ok := c.want[unit.ID]; score.Known != ok || ok && (score.Number-want > 1e-9 || want-score.Number > 1e-9) {
				t.Errorf("%s: %s: %v, expected %v", file, unit.ID, score, want)
			}
		}
	}
}

// Whatever a file of a method says, it makes an index or is refused with the words of a profile.
func FuzzLoadComposite(f *testing.F) {
	for _, e := range assets.RatingExamples() {
		f.Add(string(e.Method))
	}
	f.Add("id=\"a\"\ntitle=\"a\"\nversion=\"1\"\n[rating]\n[[rating.node]]\ncode=\"I\"\nparent=\"I\"")
	f.Add("id=\"a\"\ntitle=\"a\"\nversion=\"1\"\n[rating.uncertainty]\nweights=nan\n[rating.normalise]\nrange=[-inf,inf]\n[[rating.node]]\ncode=\"I\"\n[[rating.node]]\ncode=\"a\"\nparent=\"I\"\nbetter=\"lower\"\nweight=inf")
	table, err := composite.ReadTable("u;a;SCHOOLING;X;Y\nA;1;2;3;4\nB;2;1;5;9\nC;7;;1;1")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x, err := rating.LoadComposite("m.toml", []byte(text))
		if err != nil {
			var at *formula.ProfileError
			if !errors.As(err, &at) || at.Reason.RU == "" {
				t.Errorf("refused without words: %v", err)
			}
			return
		}
		r, err := x.Compute(table)
		if err != nil {
			return
		}
		for u := range r.Units {
			for _, n := range x.Method().Nodes {
				if v := r.Score(u, n.Code); v.Known && (v.Number != v.Number || v.Number > 1e300 || v.Number < -1e300) {
					t.Errorf("%s: %v", n.Code, v)
				}
			}
		}
	})
}
