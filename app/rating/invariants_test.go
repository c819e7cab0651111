package rating_test

import (
	"maps"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"technopark/app"
	"technopark/app/rating"
)

// scramble puts random figures and states into the residents' reports of a small park.
func scramble(t *rapid.T, s *shelf) {
	for _, rec := range s.records["resident_report"] {
		for _, f := range rec.Type().Fields {
			if !f.Kind.Number() {
				continue
			}
			switch rapid.IntRange(0, 12).Draw(t, "state") {
			case 0:
				f.Set(rec, app.Value{})
			case 1:
				f.Set(rec, app.NAValue())
			default:
				f.Set(rec, app.NumberValue(rapid.Int64Range(0, 1_000_000_000).Draw(t, "n")))
			}
		}
	}
}

func mustCompute(t *rapid.T, p *rating.Profile, s *shelf) *rating.Result {
	result, err := rating.Compute(p, s.book(), 2020)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestEveryFigureHasItsReasons(t *testing.T) {
	p := builtIn(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := smallPark(t)
		scramble(rt, s)
		for _, ind := range mustCompute(rt, p, s).All() {
			if (ind.Value == nil) == ind.Reason.Zero() {
				rt.Errorf("%s: value %v, reason %q", ind.Code, ind.Value, ind.Reason.RU)
			}
			if c := ind.Completeness; c.In < 0 || c.In > c.Of || (c.In < c.Of) != (len(ind.Missing) > 0) {
				rt.Errorf("%s: completeness %v, missing %v", ind.Code, c, words(ind))
			}
			for _, term := range ind.Terms {
				sum := new(big.Rat)
				for _, part := range term.Parts() {
					sum.Add(sum, part.Amount)
				}
				if sum.Cmp(term.Sum) != 0 {
					rt.Errorf("%s, %s: parts give %s, sum is %s", ind.Code, term.Name, sum, term.Sum)
				}
			}
		}
	})
}

func TestOrderOfRecordsChangesNothing(t *testing.T) {
	p := builtIn(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := smallPark(t)
		scramble(rt, s)
		before := describe(mustCompute(rt, p, s))
		for _, key := range slices.Sorted(maps.Keys(s.records)) {
			s.records[key] = rapid.Permutation(s.records[key]).Draw(rt, key)
		}
		if after := describe(mustCompute(rt, p, s)); after != before {
			rt.Errorf("after shuffling:\n%s\nbefore:\n%s", after, before)
		}
	})
}

func TestMoneyScalesFiguresPerHeadAndNoShare(t *testing.T) {
	p := builtIn(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := smallPark(t)
		scramble(rt, s)
		before := mustCompute(rt, p, s)
		k := rapid.Int64Range(2, 1000).Draw(rt, "k")
		for _, rec := range s.records["resident_report"] {
			for _, f := range rec.Type().Fields {
				if v := f.Get(rec); f.Kind == app.KindMoney && v.State == app.Given {
					f.Set(rec, app.NumberValue(v.N*k))
				}
			}
		}
		after := mustCompute(rt, p, s)
		for code, factor := range map[string]int64{"S1.1": k, "S2.1": k, "S2.3": k, "S4.1": k, "S1.5": 1, "S2.2": 1, "S2.4": 1, "S1.2": 1} {
			want, got := before.Find(code).Value, after.Find(code).Value
			if want == nil && got == nil {
				continue
			}
			if want == nil || got == nil || got.Cmp(new(big.Rat).Mul(want, big.NewRat(factor, 1))) != 0 {
				rt.Errorf("%s: %v became %v with money × %d", code, want, got, k)
			}
		}
	})
}

// TestMembersAreThoseCounted holds the members to the completeness and to the parts.
func TestMembersAreThoseCounted(t *testing.T) {
	p := builtIn(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := smallPark(t)
		scramble(rt, s)
		for _, ind := range mustCompute(rt, p, s).All() {
			if len(ind.Members) == 0 {
				continue
			}
			inside := map[int64]bool{}
			count := map[rating.Standing]int{}
			for _, m := range ind.Members {
				count[m.Standing]++
				inside[m.Resident] = inside[m.Resident] || m.Standing == rating.Inside
			}
			if got := (rating.Completeness{In: count[rating.Inside], Of: count[rating.Inside] + count[rating.Lacking]}); got != ind.Completeness {
				rt.Errorf("%s: members make %v, completeness is %v", ind.Code, got, ind.Completeness)
			}
			for _, term := range ind.Terms {
				for _, part := range term.Parts() {
					if r, ok := s.records[part.Type][part.ID-1].(*app.ResidentReport); ok && !inside[r.Resident] {
						rt.Errorf("%s, %s: a part of resident %d, who is not in", ind.Code, term.Name, r.Resident)
					}
				}
			}
		}
	})
}

// TestPartsTellWhatDoesNotApply marks the amounts a «не применимо» had a say in.
func TestPartsTellWhatDoesNotApply(t *testing.T) {
	s := smallPark(t)
	s.change("resident_report", reportOf(s, 1), "export: н/п")
	s.change("resident_report", reportOf(s, 2), "export: 0")
	for _, part := range compute(t, s).Find("S2.2").Terms[0].Parts() {
		if r := s.records["resident_report"][part.ID-1].(*app.ResidentReport); part.NA != (r.Export.State == app.NotApplicable) {
			t.Errorf("resident %d: NA %v, export %+v", r.Resident, part.NA, r.Export)
		}
	}
}
