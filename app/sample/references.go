package sample

import "technopark/app"

// invented is the source of all that is said of other parks.
const invented = "условные значения учебного примера"

// addReferences sets other parks beside the sample one: every indicator of the last two years,
// so that its place can be told in both, and the means of the year before them, of which no
// more is known.
func (b *builder) addReferences() {
	for _, year := range []int{lastYear, lastYear - 1} {
		for _, r := range rivals {
			for _, m := range measures {
				b.add(&app.Reference{
					Period: app.YearPeriod(year), Whose: app.ReferencePark, Park: r.name, Region: r.region, Code: m.code,
					Value: app.Of(m.of(r, year)), Unit: m.unit, Source: invented,
				})
			}
		}
	}
	for _, m := range measures {
		b.add(&app.Reference{
			Period: app.YearPeriod(firstYear), Whose: app.ReferenceMean, Code: m.code,
			Value: app.Of(app.Figure(rounded(m.means[0], m.step))), Unit: m.unit, Source: invented,
		})
	}
}

// measure is how an indicator is spread over parks.
type measure struct {
	code, unit string
	means      [3]int64 // about which the parks of each year lie, in millionths
	reach      int64    // per cent that the indicator moves with each per cent of strength
	step       int64    // millionths of its last decimal
	most       int64    // millionths that no park has more than; 0: there is no such bound
	items      int64    // most is so many, and the figure a whole number of them; 0: any figure
}

// What the built-in method measures in.
const (
	thousands = "тыс. руб./чел."
	pieces    = "ед./чел."
	ratios    = "руб./руб."
	percent   = "%"
)

const (
	million   = 1_000_000 // millionths in one
	tenth     = million / 10
	hundredth = million / 100
)

// The reaches of a sub-index are 100 in the mean, so that a park's strength is what its
// sub-index has over the mean. Of lists, the items are those of the built-in method.
var measures = []measure{
	{"S1.1", thousands, [3]int64{221_000_000, 228_000_000, 240_000_000}, 130, tenth, 0, 0},
	{"S1.2", pieces, [3]int64{18_900, 19_600, 21_000}, 130, 100, 0, 0},
	{"S1.3", pieces, [3]int64{5_500, 5_900, 6_200}, 140, 100, 0, 0},
	{"S1.4", percent, [3]int64{58_400_000, 59_600_000, 61_000_000}, 40, tenth, 92 * million, 0},
	{"S1.5", percent, [3]int64{41_300_000, 42_700_000, 44_000_000}, 60, tenth, 90 * million, 0},
	{"S2.1", thousands, [3]int64{2_914_000_000, 3_047_000_000, 3_150_000_000}, 70, tenth, 0, 0},
	{"S2.2", percent, [3]int64{9_400_000, 9_800_000, 10_200_000}, 200, tenth, 60 * million, 0},
	{"S2.3", thousands, [3]int64{446_000_000, 465_000_000, 480_000_000}, 80, tenth, 0, 0},
	{"S2.4", percent, [3]int64{110_600_000, 109_200_000, 104_500_000}, 15, tenth, 0, 0},
	{"S2.5", percent, [3]int64{12_800_000, 12_900_000, 12_500_000}, 135, tenth, 0, 0},
	{"S3.1", percent, [3]int64{83_900_000, 84_800_000, 84_500_000}, 20, tenth, 98 * million, 0},
	{"S3.2", "ед.", [3]int64{7_000_000, 7_600_000, 7_000_000}, 220, 1_000_000, 0, 0},
	{"S3.3", percent, [3]int64{64_000_000, 66_000_000, 68_000_000}, 60, tenth, 100 * million, 19},
	{"S3.4", percent, [3]int64{100_200_000, 101_600_000, 101_000_000}, 30, tenth, 0, 0},
	{"S3.5", ratios, [3]int64{1_420_000, 1_580_000, 1_750_000}, 170, hundredth, 0, 0},
	{"S4.1", thousands, [3]int64{218_900_000, 227_000_000, 235_000_000}, 130, tenth, 0, 0},
	{"S4.2", ratios, [3]int64{1_320_000, 1_410_000, 1_500_000}, 110, hundredth, 0, 0},
	{"S4.3", percent, [3]int64{19_600_000, 19_100_000, 18_500_000}, 60, tenth, 60 * million, 0},
	{"S5.1", percent, [3]int64{74_000_000, 77_000_000, 80_000_000}, 50, tenth, 100 * million, 12},
	{"S5.2", "ед./мес.", [3]int64{2_400_000, 2_500_000, 2_600_000}, 170, hundredth, 5 * million, 60},
	{"S5.3", percent, [3]int64{52_000_000, 56_000_000, 60_000_000}, 80, tenth, 100 * million, 10},
}
