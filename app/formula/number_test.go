package formula_test

import (
	"errors"
	"math"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"technopark/app/formula"
)

// numbers are those of cells, and those at the edges of what two machine words hold.
func numbers(t *rapid.T, label string) (formula.Number, *big.Rat) {
	over := rapid.OneOf(rapid.Int64Range(-1e9, 1e9), rapid.Int64(), rapid.SampledFrom([]int64{0, 1, -1, math.MinInt64, math.MaxInt64})).Draw(t, label)
	under := rapid.OneOf(rapid.SampledFrom([]int64{1, 10, 100, 100_000}), rapid.Int64Range(1, math.MaxInt64)).Draw(t, label+" under")
	n := formula.Fraction(over, under)
	if rapid.Bool().Draw(t, label+" exact") {
		n = formula.Exact(big.NewRat(over, under))
	}
	return n, big.NewRat(over, under)
}

// TestNumbersAreThoseOfRat holds small fractions to math/big, overflow included.
func TestNumbersAreThoseOfRat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, r := numbers(t, "x")
		y, q := numbers(t, "y")
		same := func(what string, n formula.Number, want *big.Rat) {
			if n.Rat().Cmp(want) != 0 || n.Sign() != want.Sign() {
				t.Fatalf("%s: %v, want %v", what, n.Rat(), want)
			}
		}
		same("sum", x.Add(y), new(big.Rat).Add(r, q))
		same("difference", x.Sub(y), new(big.Rat).Sub(r, q))
		same("product", x.Mul(y), new(big.Rat).Mul(r, q))
		same("other sign", x.Neg(), new(big.Rat).Neg(r))
		same("size", x.Abs(), new(big.Rat).Abs(r))
		if q.Sign() != 0 {
			same("quotient", x.Quo(y), new(big.Rat).Quo(r, q))
		}
		if x.Cmp(y) != r.Cmp(q) {
			t.Fatalf("%v and %v: %d", r, q, x.Cmp(y))
		}
	})
}

// TestExpressionsCompute runs every sign over the figures of a scope: revenue 7, kind «lease»,
// a day in May 2020.
func TestExpressionsCompute(t *testing.T) {
	for source, want := range map[string]bool{
		"revenue + 1 == 8 && revenue - 1 == 6 && revenue * 2 == 14 && revenue / 2 == 3.5": true,
		"-revenue < 0": true, "revenue != 7": false, "revenue <= 7 && revenue >= 7": true, "revenue < 7 || revenue > 7": false,
		"1 + 2 * 3 == 7": true, "(1 + 2) * 3 == 9": true, "0.1 + 0.2 == 0.3": true,
		"kind == 'lease'": true, "kind != 'lease'": false, "kind in ['lease', 'service']": true, "kind not in ['lease']": false,
		"number startsWith 'le'": true, "number endsWith 'le'": false, "number contains 'eas'": true, "number matches '^l.+e$'": true,
		"valid_from == signed": true, "valid_from > first_day && valid_from < last_day && in_year(signed)": true,
		"days_in_year(first_day, last_day) == days": true, "active ? true : false": true, "!active ? true : false": false,
		"given(area) and or_zero(area) == 0": true, "not active or false": false, "active == true": true, "active != active": false,
	} {
		e, err := language().Compile(source)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		if got, err := e.Holds(newScope()); got != want || err != nil {
			t.Errorf("%s: %v, %v", source, got, err)
		}
	}
	e, err := language().Compile("revenue / (area - 7)")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Amount(newScope()); !errors.Is(err, formula.ErrZeroDivisor) {
		t.Errorf("divided by zero: %v", err)
	}
}

// An expression tells what it reads, each once and in the order met, and which helpers it calls;
// the head of a longer name is read too where it is a name of its own.
func TestExpressionTellsWhatItReads(t *testing.T) {
	l := language()
	read := l.Read
	l.Read = func(name string) (formula.Reading, bool) {
		if name == "rooms.area" {
			return formula.Reading{Gives: formula.NumberType}, true
		}
		return read(name)
	}
	e, err := l.Compile("revenue > area && in_year(signed) && (area < 5 || given(kind)) && rooms.area > days && -revenue < 0")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"revenue", "area", "signed", "kind", "rooms", "rooms.area"}; !slices.Equal(e.Names, want) {
		t.Errorf("reads %q, want %q", e.Names, want)
	}
	if !slices.Equal(e.Calls, []string{"in_year"}) {
		t.Errorf("calls %q", e.Calls)
	}
}

// TestBounded keeps numbers to what a figure of a park can come near, the bound itself included.
func TestBounded(t *testing.T) {
	tiny := new(big.Int).Lsh(big.NewInt(1), 39) // forty bits
	for _, tt := range []struct {
		r  *big.Rat
		ok bool
	}{
		{big.NewRat(1e15, 1), true},
		{big.NewRat(-1e15, 1), true},
		{big.NewRat(1e15+1, 1), false},
		{big.NewRat(-1e15-1, 1), false},
		{new(big.Rat).SetFrac(big.NewInt(1), tiny), true},
		{new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(tiny, 1)), false},
	} {
		if err := formula.Bounded(tt.r); (err == nil) != tt.ok {
			t.Errorf("%v: %v", tt.r, err)
		}
	}
}
