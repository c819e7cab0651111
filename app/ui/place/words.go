package place

import (
	"context"
	"errors"
	"math"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/standing"
	"technopark/app/ui/desk"
)

// groundText says what the park is compared with, and what follows from that.
func groundText(d *desk.Desk, s *desk.Stand) string {
	switch s.Now.Ground {
	case rating.ByParks:
		return d.N("ui.place.by_parks", len(s.Known.Table.Units), "Year", s.Year)
	case rating.ByMeans:
		return d.T("ui.place.by_means", "Year", s.Year)
	}
	return d.T("ui.place.by_past", "Year", s.Year)
}

// canceled reports that the user gave the work up.
func canceled(err error) bool { return errors.Is(err, context.Canceled) }

// percentOf writes an index or a share in percent without the sign, which stands in the head.
func percentOf(v composite.Value, lang app.Lang) string {
	if !v.Known {
		return "—"
	}
	return number(v.Number, standing.PercentDigits, lang)
}

// number writes a number with so many decimals.
func number(x float64, digits int, lang app.Lang) string {
	scale := int64(math.Pow10(digits))
	return app.FormatNumber(int64(math.Round(x*float64(scale))), scale, digits, lang)
}
