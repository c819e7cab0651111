package kit

import (
	"math"

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

// write writes a number with so many decimals.
func (f *Figures) write(n int64, decimals int) string {
	return app.FormatNumber(n, f.Scale, decimals, f.Lang)
}

// survey is what is known of the figures of a column.
type survey struct {
	made        bool
	decimals    int   // that all of them are written with
	least, most int64 // of the figures
}

// survey looks through the figures of a column. All are written with the decimals of the most
// exactly typed one, so that they stand under one another.
func (f *Figures) survey(rows []Row, column int) survey {
	s := survey{made: true, decimals: f.Least}
	exact := app.Decimals(1, f.Scale, 0)
	for _, row := range rows {
		cell := row.at(column)
		if row.Heading || !cell.Number {
			continue
		}
		s.least, s.most = min(s.least, cell.N), max(s.most, cell.N)
		if s.decimals < exact {
			s.decimals = max(s.decimals, app.Decimals(cell.N, f.Scale, f.Least))
		}
	}
	return s
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
