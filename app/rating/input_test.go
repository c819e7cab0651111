package rating_test

import (
	"errors"
	"math/big"
	"slices"
	"testing"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/sample"
	"technopark/assets"
)

// reckoned are the indicators of the sample park for 2020.
func reckoned(t *testing.T) *rating.Result {
	t.Helper()
	p, err := rating.Load(assets.Methods()[0].Name, assets.Methods()[0].TOML)
	if err != nil {
		t.Fatal(err)
	}
	r, err := rating.Compute(p, sample.Park().Book(), 2020)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Terms that add up the same records in the same way are one input; the past, the card and the lists of
// the method are none.
func TestInputs(t *testing.T) {
	r := reckoned(t)
	inputs := r.Inputs()
	byName := map[string]rating.Input{}
	for _, in := range inputs {
		byName[in.Name] = in
	}
	revenue, ok := byName["revenue"]
	if !ok {
		revenue, ok = byName["revenue_now"]
	}
	if !ok || !slices.Equal(revenue.Codes, []string{"S1.5", "S2.1", "S2.2", "S2.4"}) {
		t.Errorf("revenue %+v", revenue)
	}
	for _, name := range []string{"revenue_now", "revenue_before", "taxes_before", "service_kinds", "disclosure_items"} {
		if _, ok := byName[name]; ok {
			t.Errorf("%s is an input of its own", name)
		}
	}
	for _, in := range inputs {
		for _, code := range in.Codes {
			if r.Find(code) == nil {
				t.Errorf("%s stands in %s, which is not there", in.Name, code)
			}
		}
	}
}

// More of a sum moves the indicators it stands in as their formulas say, and no other.
func TestMoved(t *testing.T) {
	r := reckoned(t)
	more := big.NewRat(100_000, 1)
	moved, err := r.Moved(map[string]*big.Rat{"rd": more})
	if err != nil || len(moved) != 1 {
		t.Fatalf("%v, %v", moved, err)
	}
	ind := r.Find("S1.1")
	want := new(big.Rat).Quo(new(big.Rat).Add(ind.Terms[0].Sum, more), ind.Terms[1].Sum)
	if moved["S1.1"].Cmp(want) != 0 || ind.Value.Cmp(want) == 0 {
		t.Errorf("got %s, want %s", moved["S1.1"].FloatString(6), want.FloatString(6))
	}
	back, err := r.Moved(map[string]*big.Rat{"rd": new(big.Rat)})
	if err != nil || back["S1.1"].Cmp(ind.Value) != 0 {
		t.Errorf("nothing added gives %v, %v", back, err)
	}
}

// A divisor moved to nought leaves the indicator without a value, and a sum below nought is refused.
func TestMovedToNought(t *testing.T) {
	r := reckoned(t)
	costs := r.Find("S3.4").Terms[1].Sum
	moved, err := r.Moved(map[string]*big.Rat{"costs": new(big.Rat).Neg(costs)})
	if value, told := moved["S3.4"]; err != nil || !told || value != nil {
		t.Errorf("%v, %v", moved, err)
	}
	_, err = r.Moved(map[string]*big.Rat{"costs": new(big.Rat).Sub(big.NewRat(-1, 1), costs)})
	var refused *app.Refusal
	if !errors.As(err, &refused) || refused.ID != "err.input_below_nought" {
		t.Errorf("got %v", err)
	}
}

// The ends of a range are those with as many more residents as are missing, each like the one at a
// quartile of those that are there: reckoned here for the revenue a head.
func TestCompleted(t *testing.T) {
	r := reckoned(t)
	ind := r.Find("S2.1")
	type peer struct{ revenue, heads *big.Rat }
	by := map[int64]*peer{}
	for _, part := range ind.Terms[0].Parts() {
		by[part.Resident] = &peer{revenue: part.Amount}
	}
	for _, part := range ind.Terms[1].Parts() {
		by[part.Resident].heads = part.Amount
	}
	var peers []*peer
	for _, p := range by {
		if p.heads.Sign() > 0 {
			peers = append(peers, p)
		}
	}
	ratio := func(p *peer) *big.Rat { return new(big.Rat).Quo(p.revenue, p.heads) }
	slices.SortFunc(peers, func(a, b *peer) int { return ratio(a).Cmp(ratio(b)) })
	with := func(p *peer) *big.Rat {
		n := big.NewRat(int64(ind.Completeness.Of-ind.Completeness.In), 1)
		revenue := new(big.Rat).Add(ind.Terms[0].Sum, new(big.Rat).Mul(n, p.revenue))
		return revenue.Quo(revenue, new(big.Rat).Add(ind.Terms[1].Sum, new(big.Rat).Mul(n, p.heads)))
	}
	low, high := with(peers[len(peers)/4]), with(peers[len(peers)-1-len(peers)/4])
	all := r.Completed()
	if at := all["S2.1"]; at.Low == nil || at.Low.Cmp(low) != 0 || at.High.Cmp(high) != 0 {
		t.Errorf("got %+v, want %s to %s", at, low.FloatString(6), high.FloatString(6))
	}
	for code := range all {
		if c := r.Find(code).Completeness; c.In == c.Of {
			t.Errorf("%s lacks nobody", code)
		}
	}
	if _, ok := all["S3.1"]; ok {
		t.Error("S3.1 is no ratio over residents")
	}
}
