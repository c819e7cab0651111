package rating_test

import (
	"errors"
	"strings"
	"testing"

	"technopark/app/composite"
	"technopark/app/formula"
	"technopark/app/rating"
	"technopark/assets"
)

// The method of the program makes an index of its 21 indicators: equal weights, percent of the
// mean, four groups with the bounds that are published.
func TestIndexOfTheMethod(t *testing.T) {
	method := assets.Methods()[0]
	x, err := rating.LoadComposite(method.Name, method.TOML)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(x.Indicators()); n != 21 || x.Top() != "I" || strings.Join(x.Children("I"), " ") != "S1 S2 S3 S4 S5" {
		t.Fatalf("%d indicators under %s: %v", n, x.Top(), x.Children("I"))
	}
	// All indicators of a park are a multiple of one figure, so its index is that multiple.
	values := &composite.Table{}
	multiples := []float64{1.11, 1.1, 1.0, 0.9, 0.89}
	for _, id := range []string{"A", "B", "C", "D", "E"} {
		values.Units = append(values.Units, composite.Unit{ID: id})
	}
	for i, code := range x.Indicators() {
		c := composite.Column{Code: code}
		for _, m := range multiples {
			c.Values = append(c.Values, composite.Value{Number: m * float64(i+1), Known: true})
		}
		values.Columns = append(values.Columns, c)
	}
	r, err := x.Compute(values)
	if err != nil {
		t.Fatal(err)
	}
	for u, want := range []string{"I", "II", "III", "III", "IV"} {
		if r.Group(u) != want || r.Rank(u, "I") != u+1 {
			t.Errorf("%s: index %v, place %d, group %s, expected place %d, group %s", r.Units[u].ID, r.Score(u, "I").Number, r.Rank(u, "I"), r.Group(u), u+1, want)
		}
	}
}

// A file of a method is refused with the line and what to do.
func TestLoadCompositeRefuses(t *testing.T) {
	const head = "id = \"m\"\ntitle = \"М\"\nversion = \"1\"\n"
	const tree = "[[rating.node]]\ncode = \"I\"\n[[rating.node]]\ncode = \"A\"\nparent = \"I\"\nbetter = \"higher\"\n"
	for name, c := range map[string]struct {
		text string
		line int
		says string
	}{
		"no head":             {"[rating]\n" + tree, 1, "id, title и version"},
		"unknown parent":      {head + strings.Replace(tree, `parent = "I"`, `parent = "J"`, 1), 8, "узла «J», к которому относится «A», в дереве нет"},
		"no rating":           {head, 1, "нет раздела [rating]"},
		"no tree":             {head + "[rating]\n", 4, "нет дерева"},
		"unknown key":         {head + tree + "wieght = 2\n", 10, "wieght"},
		"text for a number":   {head + tree + "weight = \"два\"\n", 10, "нужно число без кавычек"},
		"no direction":        {head + strings.Replace(tree, "better = \"higher\"\n", "", 1), 6, "что лучше"},
		"direction of a sum":  {head + strings.Replace(tree, "code = \"I\"\n", "code = \"I\"\nbetter = \"lower\"\n", 1), 6, "только у показателей"},
		"way of an indicator": {head + tree + "aggregate = { by = \"geometric\" }\n", 10, "aggregate пишут у узла"},
		"unknown scale":       {head + "[rating.normalise]\nby = \"stars\"\n" + tree, 5, "бывает minmax"},
		"key of another":      {head + "[rating.normalise]\nby = \"zscore\"\nrange = [0, 1]\n" + tree, 4, "«range» не относится"},
		"posts missing":       {head + tree + "normalise = { by = \"goalposts\" }\n", 10, "укажите goalposts"},
		"posts of three":      {head + tree + "normalise = { by = \"goalposts\", goalposts = [1, 2, 3] }\n", 10, "два числа"},
		"factor alone":        {head + tree + "factor = 2\n", 10, "вместе с denominator"},
		"filling":             {head + "[rating.impute]\nby = \"zero\"\n" + tree, 5, "бывает mean"},
		"two bounds":          {head + tree + "[[rating.group]]\nname = \"I\"\nabove = 1\nfrom = 2\n", 13, "одна граница"},
		"parent not there":    {head + tree + "[[rating.node]]\ncode = \"B\"\nparent = \"X\"\nbetter = \"lower\"\n", 12, "узла «X»"},
		"vary without by":     {head + tree + "[rating.uncertainty]\nnormalise = [{ mean = 1 }]\n", 11, "укажите by"},
		"vary by too much":    {head + tree + "[rating.uncertainty]\nweights = 150\n", 11, "weights"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := rating.LoadComposite("m.toml", []byte(c.text))
			var at *formula.ProfileError
			if !errors.As(err, &at) || !strings.Contains(at.Reason.RU, c.says) {
				t.Fatalf("refused with %v, expected %q", err, c.says)
			}
			if at.Line != c.line {
				t.Errorf("line %d, expected %d: %v", at.Line, c.line, err)
			}
			if at.Reason.EN == "" || at.Reason.EN == at.Reason.RU {
				t.Errorf("in English: %q", at.Reason.EN)
			}
		})
	}
}
