package app

// Codes of what is no indicator and no sub-index.
const (
	IndexCode = "I" // the whole index
	PlaceCode = "P" // the place by it
)

// Measure is what a reference value may be of: an indicator, a sub-index, the index, the place.
type Measure struct {
	Code   string // S2.1, S2, IndexCode, PlaceCode
	Name   Text   // as the method calls it
	Unit   Text   // in which it is compared; zero where any will do
	Digits int    // decimals on screens
}

// PlaceMeasure returns the measure of places, which no method describes.
func PlaceMeasure() Measure {
	return Measure{Code: PlaceCode, Name: L("Место в рейтинге", "Place in the rating")}
}

// MeasureOf returns the measure of a code.
func MeasureOf(all []Measure, code string) (Measure, bool) {
	for _, m := range all {
		if m.Code == code {
			return m, true
		}
	}
	return Measure{}, false
}
