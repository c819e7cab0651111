package kit

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
)

func TestTotalsAreExactAndSayWhatIsMissing(t *testing.T) {
	g := contractsGrid()
	all := []int{0, 1, 2, 3, 4}
	got := totalOf(g.columns[2].Figures, g.rows, all, 2)
	if want := (total{kind: app.TotalSum, n: 3_470_250, given: 3, missing: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := totalOf(g.columns[2].Figures, g.rows, []int{2, 3}, 2); got != (total{}) {
		t.Errorf("of no figure there is a sum: %+v", got)
	}
	if got := totalOf(&Figures{Scale: 1}, g.rows, all, 2); got != (total{}) {
		t.Errorf("a figure without a total has one: %+v", got)
	}
	mean := totalOf(&Figures{Scale: 1000, Total: app.TotalMean}, g.rows, []int{0, 1, 2}, 2)
	if mean.n != 1_735_125 || mean.missing != 0 {
		t.Errorf("mean %+v: «не применимо» is neither given nor missing", mean)
	}
}

// One sum with its kopecks among thousands of roubles stands out with all it has; the others are
// not filled up to it, and their commas stand under its comma.
func TestOneLongFigureDoesNotFillTheOthersUp(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	money := func(n int64) Cell { return Cell{N: n, Number: true, State: app.Given} }
	rows := []Row{{ID: 1, Cells: []Cell{money(24_117_899_958)}}}
	for i := range int64(5) {
		rows = append(rows, Row{ID: i + 2, Cells: []Cell{money(14_897_340_000)}})
	}
	f := &Figures{Scale: 100_000, Least: 1, Lang: app.RU, Total: app.TotalSum}
	table := NewTable([]Column{{Key: "revenue", Head: "Выручка, тыс. руб.", Right: true, Chars: 10, Figures: f}})
	table.SetRows(rows)
	test.NewTempWindow(t, table).Resize(fyne.NewSize(400, 300))
	comma := func(line int) float32 {
		text := table.body.lines[line].texts[0]
		whole, _, _ := strings.Cut(text.Text, ",")
		right := text.Position().X + text.Size().Width
		return right - width(text.Text, text.TextSize, text.TextStyle) + width(whole, text.TextSize, text.TextStyle)
	}
	if one, other := table.Texts(1)[0], table.Texts(2)[0]; one != "241\u00a0178,99958" || other != "148\u00a0973,40" {
		t.Errorf("they are written %q and %q", one, other)
	}
	if a, b := comma(0), comma(1); a-b > 1 || b-a > 1 {
		t.Errorf("the commas stand at %v and %v", a, b)
	}
}

func TestMeanIsRoundedAwayFromZero(t *testing.T) {
	for _, c := range [][3]int64{{5, 2, 3}, {-5, 2, -3}, {4, 3, 1}, {-4, 3, -1}, {0, 7, 0}} {
		if got := mean(c[0], c[1]); got != c[2] {
			t.Errorf("%d of %d: %d, want %d", c[0], c[1], got, c[2])
		}
	}
}

func TestSumThatDoesNotFitIsNotGiven(t *testing.T) {
	most := Cell{N: math.MaxInt64 - 1, Number: true}
	rows := []Row{{ID: 1, Cells: []Cell{most}}, {ID: 2, Cells: []Cell{most}}}
	if got := totalOf(&Figures{Scale: 1, Total: app.TotalSum}, rows, []int{0, 1}, 0); got != (total{}) {
		t.Errorf("%+v", got)
	}
	if _, fits := added(math.MinInt64, -1); fits {
		t.Error("less than the least fits")
	}
}

// A year and its own quarters are counted twice by a sum, and headcounts of two years are
// nobody's; two years of revenue are.
func TestFiguresOfUnlikePeriodsAreNotAddedUp(t *testing.T) {
	year, next := app.YearPeriod(2019), app.YearPeriod(2020)
	quarter := app.Period{Year: 2020, Quarter: 1}
	for name, c := range map[string]struct {
		periods []app.Period
		flow    bool
		want    bool
	}{
		"one year":                     {[]app.Period{next, next}, false, true},
		"amounts of two years":         {[]app.Period{year, next}, true, true},
		"headcounts of two years":      {[]app.Period{year, next}, false, false},
		"amounts of a year and a part": {[]app.Period{next, quarter}, true, false},
		"no periods":                   {[]app.Period{{}, {}}, false, true},
	} {
		var rows []Row
		var shown []int
		for i, p := range c.periods {
			rows = append(rows, Row{ID: int64(i + 1), Period: p, Cells: []Cell{{N: 5, Number: true}}})
			shown = append(shown, i)
		}
		got := totalOf(&Figures{Scale: 1, Total: app.TotalSum, Flow: c.flow}, rows, shown, 0)
		if given := got.kind != app.NoTotal; given != c.want {
			t.Errorf("%s: a sum is given: %t", name, given)
		}
	}
}

// The quarters of a year are parts of it: beside reports of years they are left out, alone they
// are added up.
func TestQuartersAreNotCountedTwice(t *testing.T) {
	year, first, second := app.YearPeriod(2020), app.Period{Year: 2020, Quarter: 1}, app.Period{Year: 2020, Quarter: 2}
	rows := []Row{{ID: 1, Period: year}, {ID: 2, Period: first}, {ID: 3, Period: year}, {ID: 4, Period: second}}
	if left, part := wholes(rows, []int{0, 1, 2, 3}); !part || len(left) != 2 || left[0] != 0 || left[1] != 2 {
		t.Errorf("beside years: %v, %t", left, part)
	}
	for _, alone := range [][]int{{1, 3}, {0, 2}, nil} {
		if left, part := wholes(rows, alone); part || len(left) != len(alone) {
			t.Errorf("%v alone: %v, %t", alone, left, part)
		}
	}
}
