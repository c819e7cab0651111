package rating_test

import (
	"math/big"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/rating"
)

// plain writes ordinary spaces for non-breaking ones, to compare with what is typed.
func plain(s string) string { return strings.ReplaceAll(s, app.NBSP, " ") }

func TestPointsAreOfSharesOnly(t *testing.T) {
	share := func(unit string, now, before *big.Rat) *rating.Indicator {
		return &rating.Indicator{Unit: app.L(unit, ""), Digits: 1, Value: now, Previous: before}
	}
	for _, tt := range []struct {
		ind  *rating.Indicator
		want string
	}{
		{share("%", big.NewRat(826, 10), big.NewRat(807, 10)), "+1,9"},
		{share("%", big.NewRat(807, 10), big.NewRat(826, 10)), "\u22121,9"},
		{share("%", big.NewRat(807, 10), big.NewRat(8071, 100)), "0,0"},
		{share("ед.", big.NewRat(2, 1), big.NewRat(1, 1)), ""},
		{share("%", big.NewRat(2, 1), nil), ""},
	} {
		if got := tt.ind.PointsText(app.RU); got != tt.want {
			t.Errorf("%v after %v: %q, want %q", tt.ind.Value, tt.ind.Previous, got, tt.want)
		}
	}
}
