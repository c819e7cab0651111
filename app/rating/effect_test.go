package rating

import (
	"math/big"
	"testing"
)

// 1,04 and 1,06 are printed 1,0 and 1,1: a reader who subtracts gets 0,1.
func TestEffectAgreesWithItsFigures(t *testing.T) {
	of := func(hundredths int64) *Indicator {
		return &Indicator{Code: "S", Digits: 1, Value: big.NewRat(hundredths, 100)}
	}
	if e := effectOf(of(104), of(106)); e.Change.RU != "+0,1" {
		t.Errorf("%+v", e)
	}
	if e := effectOf(of(106), of(104)); e.Change.RU != "−0,1" {
		t.Errorf("%+v", e)
	}
	for _, e := range []Effect{
		effectOf(of(104), nil), effectOf(nil, of(104)), effectOf(&Indicator{Code: "S"}, of(104)),
	} {
		if e.Change.RU != "—" || e.Indicator == nil || e.Was == e.Is {
			t.Errorf("%+v", e)
		}
	}
}
