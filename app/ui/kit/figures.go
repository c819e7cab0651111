package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
)

// Figures says how the numbers of a column are written and what stands under them.
type Figures struct {
	Scale  int64     // stored units in one that is shown, a power of ten
	Least  int       // decimals that are always written
	Unit   string    // of the figures
	Lang   app.Lang  // of the figures
	Total  app.Total // what stands under them
	Flow   bool      // of reports: amounts of a period, which those of other periods add up to
	Signed bool      // may be negative
}

// write writes a number with so many decimals, or with all it has where it has more: nothing is
// rounded.
func (f *Figures) write(n int64, decimals int) string {
	return app.FormatNumber(n, f.Scale, app.ExactDecimals(n, f.Scale, decimals), f.Lang)
}

// round writes what was divided, a mean, with so many decimals.
func (f *Figures) round(n int64, decimals int) string {
	return app.FormatNumber(n, f.Scale, decimals, f.Lang)
}

// survey is what is known of the figures of a column.
type survey struct {
	made        bool
	decimals    int   // that they are written with; see app.CommonDecimals
	tail        int   // of the figure with the most of them
	least, most int64 // of the figures
}

// survey looks through the figures of a column.
func (f *Figures) survey(rows []Row, column int) survey {
	s := survey{made: true}
	s.decimals = app.CommonDecimals(func(yield func(int64) bool) {
		for _, row := range rows {
			cell := row.at(column)
			if row.Heading || !cell.Number {
				continue
			}
			s.least, s.most = min(s.least, cell.N), max(s.most, cell.N)
			s.tail = max(s.tail, app.ExactDecimals(cell.N, f.Scale, 0))
			if !yield(cell.N) {
				return
			}
		}
	}, f.Scale, f.Least)
	s.tail = max(s.tail, s.decimals)
	return s
}

// lacks is the width of the decimals that the longest figure of the column has and a number has
// not: so far from the edge it stands, that the commas are under one another.
func (f *Figures) lacks(n int64, s survey) float32 {
	own := app.ExactDecimals(n, f.Scale, s.decimals)
	if own == s.tail {
		return 0
	}
	size := Size(theme.SizeNameText)
	lacks := float32(s.tail-own) * width("0", size, fyne.TextStyle{})
	if own == 0 {
		lacks += width(",", size, fyne.TextStyle{})
	}
	return lacks
}

// total is what stands under a column.
type total struct {
	kind    app.Total // NoTotal where nothing can be said
	n       int64     // sum or mean, in stored units
	given   int       // rows it is made of
	missing int       // rows without a value; «не применимо» is none of them
	signed  bool      // of it may be negative, so that a part may be more than the whole
}

// totalOf adds up a column over the shown rows. It is exact; where the sum would be a number of
// nothing — of headcounts of two years, of a year and its own quarters — there is none.
func totalOf(f *Figures, rows []Row, shown []int, column int) total {
	none := total{}
	t := total{kind: f.Total, signed: f.Signed}
	if f.Total == app.NoTotal || mixed(f, rows, shown) {
		return none
	}
	for _, i := range shown {
		if rows[i].Heading {
			continue
		}
		cell := rows[i].at(column)
		switch {
		case cell.Number:
			sum, fits := added(t.n, cell.N)
			if !fits {
				return none
			}
			t.n, t.given = sum, t.given+1
		case !cell.NA():
			t.missing++
		}
	}
	if t.given == 0 {
		return none
	}
	if t.kind == app.TotalMean {
		t.n = mean(t.n, int64(t.given))
	}
	return t
}

// added adds two numbers; false when the sum is none of int64.
func added(a, b int64) (int64, bool) {
	if b > 0 && a > math.MaxInt64-b || b < 0 && a < math.MinInt64-b {
		return 0, false
	}
	return a + b, true
}

// mean divides a sum, rounded half away from zero.
func mean(sum, n int64) int64 {
	half := n / 2
	if sum < 0 {
		half = -half
	}
	return (sum + half) / n
}

// mixed reports rows whose figures do not belong together: amounts of years and of quarters,
// and what is no amount of a period as soon as there are two periods.
func mixed(f *Figures, rows []Row, shown []int) bool {
	first := app.Period{}
	for _, i := range shown {
		p := rows[i].Period
		switch {
		case rows[i].Heading || p.Zero():
		case first.Zero():
			first = p
		case !f.Flow && p != first, (p.Quarter == 0) != (first.Quarter == 0):
			return true
		}
	}
	return false
}

// wholes leaves the quarters out where reports of years stand beside them: those are parts of
// the years, and would be counted twice. part says that some were left out.
func wholes(rows []Row, shown []int) (left []int, part bool) {
	years, quarters := 0, 0
	for _, i := range shown {
		switch p := rows[i].Period; {
		case p.Zero():
		case p.Quarter == 0:
			years++
		default:
			quarters++
		}
	}
	if years == 0 || quarters == 0 {
		return shown, false
	}
	for _, i := range shown {
		if rows[i].Period.Quarter == 0 && !rows[i].Heading {
			left = append(left, i)
		}
	}
	return left, true
}
