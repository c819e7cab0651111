package formula_test

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/formula"
)

// Units are multiplied and divided by their powers.
func TestUnitsOfProductsAndQuotients(t *testing.T) {
	unit := func(text string) formula.Unit { return formula.UnitOf(app.L(text, text)) }
	area, cube := unit("м"), unit("м·м·м")
	for want, got := range map[string]formula.Unit{
		"м·м·м·м": cube.Times(area), "м·м": cube.Over(area), "1/м·м": area.Over(cube), "доля": cube.Over(cube),
		"дн.·м": formula.Days().Times(area), "м/дн.": area.Over(formula.Days()), "1/чел.": unit("м").Over(unit("м·чел.")),
	} {
		if got.String() != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if area.Times(nil) != nil || formula.Unit(nil).Over(area) != nil || area.Differs(nil) || !area.Differs(cube) || area.Differs(unit("м")) {
		t.Error("an unknown unit is known, or a known one is another")
	}
}

// Small fractions of either sign are computed in two machine words: a check of a large park
// does so millions of times.
func TestSmallFractionsTakeNoMemory(t *testing.T) {
	for _, x := range []formula.Number{formula.Fraction(-12345, 100), formula.Fraction(12345, 100)} {
		share, whole, less := formula.Fraction(678, 10), formula.Fraction(3, 1), formula.Fraction(-7, 100)
		for what, do := range map[string]func() formula.Number{
			"product": func() formula.Number { return x.Mul(less) }, "quotient": func() formula.Number { return x.Quo(share) },
			"sum": func() formula.Number { return x.Add(less) }, "sum with a whole": func() formula.Number { return whole.Add(x) },
			"difference": func() formula.Number { return x.Sub(whole) }, "size": x.Abs,
		} {
			if n := testing.AllocsPerRun(10, func() { do() }); n != 0 {
				t.Errorf("%s of %v: %v allocations", what, x.Rat(), n)
			}
		}
		if n := testing.AllocsPerRun(10, func() { x.Cmp(less) }); n != 0 {
			t.Errorf("comparing %v: %v allocations", x.Rat(), n)
		}
	}
}

// What is as long as the bound says is read, what is longer by one is refused.
func TestBoundsToTheLetter(t *testing.T) {
	const bytes, nodes = 2000, 300
	if _, err := formula.Parse("1" + strings.Repeat(" ", bytes-1)); err != nil {
		t.Errorf("%d signs: %v", bytes, err)
	}
	if _, err := formula.Parse("1" + strings.Repeat(" ", bytes)); err == nil {
		t.Errorf("%d signs are read", bytes+1)
	}
	sum := func(n int) string { return "1" + strings.Repeat("+1", (n-1)/2) } // n-1 signs and numbers after the first
	if _, err := formula.Parse("-" + sum(nodes-1)); err != nil {
		t.Errorf("%d nodes: %v", nodes, err)
	}
	if _, err := formula.Parse(sum(nodes + 1)); err == nil {
		t.Errorf("%d nodes are read", nodes+1)
	}
	var into struct{}
	if _, err := formula.Peek("п.toml", []byte("#"+strings.Repeat(" ", formula.MostBytes-1)), &into); err != nil {
		t.Errorf("the largest file: %v", err)
	}
	if _, err := formula.Peek("п.toml", []byte("#"+strings.Repeat(" ", formula.MostBytes)), &into); err == nil {
		t.Error("a larger file is read")
	}
}
