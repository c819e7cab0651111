package place

import (
	"math/big"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/standing"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// What is typed at a lever is what the slider shows, and index, group and place follow it; the
// records stay as they are.
func TestTryingALeverMovesThePlace(t *testing.T) {
	d, s := among(t)
	w, stand := s.whatIf, d.Standing()
	if len(w.rows) != offeredLevers {
		t.Fatalf("%d levers", len(w.rows))
	}
	before := w.result.Text()
	wantIn(t, "as it is", before, "Индекс", "группа II", "5-е\u00a0место")
	best := d.Reach().Levers[0]
	row := w.rows[0]
	if row.lever.key != inputKey+best.Key() && row.lever.key != indicatorKey+best.Key() {
		t.Fatalf("the first lever is %s, not %s", row.lever.key, best.Key())
	}
	d.Window.Canvas().Focus(row.entry)
	row.entry.SetText("")
	test.Type(row.entry, "+"+strings.ReplaceAll(best.More.FloatString(6), ".", ","))
	if row.more.Cmp(best.More) != 0 || row.slider.Value <= 0 {
		t.Errorf("typed %s, taken for %s, the slider at %v", row.entry.Text, row.more, row.slider.Value)
	}
	want, err := stand.Try(best.Scenario(best.More))
	if err != nil {
		t.Fatal(err)
	}
	if w.result.Text() != capital(standText(d.Desk, stand, want.ParkPosition)) || !strings.Contains(w.result.Text(), "группа I ·") {
		t.Errorf("would stand: %q", w.result.Text())
	}
	wantIn(t, "beside it", w.now.Text, standText(d.Desk, stand, stand.Is()), "Записи не меняются")
	if len(d.Failed) > 0 || d.Standing() != stand {
		t.Errorf("failed %v", d.Failed)
	}
}

// An arrow moves the slider one step, the entry shows the same, and all is taken back at once.
func TestSliderStepsAndReset(t *testing.T) {
	d, s := among(t)
	row := s.whatIf.rows[0]
	before := s.whatIf.result.Text()
	if row.entry.Text != "+0" {
		t.Errorf("untouched the lever says %q", row.entry.Text)
	}
	d.Window.Canvas().Focus(row.slider)
	desktest.Key(row.slider, fyne.KeyRight)
	desktest.Key(row.slider, fyne.KeyRight)
	two := new(big.Rat).Add(row.step, row.step)
	if row.more.Cmp(two) != 0 || !strings.HasPrefix(row.entry.Text, "+") || s.whatIf.result.Text() == before {
		t.Errorf("moved by %s, the entry says %q, result %q", row.more, row.entry.Text, s.whatIf.result.Text())
	}
	desktest.Key(row.slider, fyne.KeyLeft)
	if row.more.Cmp(row.step) != 0 {
		t.Errorf("one step is %s, not %s", row.more, row.step)
	}
	s.whatIf.reset()
	if s.whatIf.result.Text() != before || s.whatIf.rows[0].more.Sign() != 0 || s.whatIf.rows[0].entry.Text != "+0" {
		t.Errorf("not taken back: %q", s.whatIf.result.Text())
	}
}

// What cannot be is refused in words, and what is no number changes nothing.
func TestWhatCannotBeIsSaid(t *testing.T) {
	d, s := among(t)
	l, ok := leverOf(d.Desk, d.Standing(), inputKey+d.Standing().Result.Inputs()[0].Name)
	if !ok || l.from == nil {
		t.Fatal("no input")
	}
	s.whatIf.take(l, new(big.Rat).Neg(new(big.Rat).Add(l.from, big.NewRat(1, 1))))
	wantIn(t, "refused", s.whatIf.now.Text, "▲", "уменьшить можно не больше")
	row := s.whatIf.row(l)
	was := row.more
	row.entry.SetText("пять")
	if row.more != was {
		t.Errorf("%q was taken for %s", row.entry.Text, row.more)
	}
}

// A park whose index is not known yet sees what a lever does to its indicators.
func TestWithoutAnIndexTheIndicatorsAreTold(t *testing.T) {
	d := desktest.New(t)
	d.Alone(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	if d.Standing().Is().Index.Known {
		t.Fatal("there is an index")
	}
	row := s.whatIf.rows[0]
	row.entry.SetText("")
	test.Type(row.entry, "100")
	trial, err := d.Standing().Try(s.whatIf.scenario())
	if err != nil || len(trial.Moved) == 0 {
		t.Fatalf("%+v %v", trial, err)
	}
	moved := trial.Moved[0]
	wantIn(t, "beside it", s.whatIf.now.Text, moved.Indicator.Code+": "+moved.Indicator.ValueText(d.Lang)+" → ", "Записи не меняются")
	if strings.Contains(s.whatIf.now.Text, "индекса нет") {
		t.Errorf("said twice: %q", s.whatIf.now.Text)
	}
}

// A figure of a record can be tried: what comes is what the changed record would give.
func TestFigureOfARecordIsTried(t *testing.T) {
	d, s := among(t)
	report := d.Report(t, func(r *app.ResidentReport) bool { return r.Revenue.Given() })
	f, _ := report.Type().Field("revenue")
	l, ok := recordLever(d.Desk, report, f)
	if !ok {
		t.Fatal("revenue is no lever")
	}
	more := big.NewRat(9_000_000, 1) // thousand roubles
	s.whatIf.take(l, more)
	want, err := d.Standing().Try(standing.Scenario{Records: []standing.Edit{{
		Type: "resident_report", ID: report.ID, Field: "revenue", Value: app.NumberValue(int64(report.Revenue.N) + 9_000_000*100_000),
	}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := s.whatIf.result.Text(); got != capital(standText(d.Desk, d.Standing(), want.ParkPosition)) || want.Index == d.Standing().Is().Index {
		t.Errorf("would stand %q", got)
	}
	kept, _ := d.Store.Get(t.Context(), report.Type(), report.ID)
	if kept.(*app.ResidentReport).Revenue != report.Revenue {
		t.Error("the record was changed")
	}
}

// Anything can be added by its name: search, arrow, Enter.
func TestAnythingCanBeAdded(t *testing.T) {
	d, s := among(t)
	s.whatIf.onAdd()
	find := desktest.The[*kit.Filter](t, d.Window.Canvas().Overlays().Top())
	if d.Window.Canvas().Focused() != fyne.Focusable(find) {
		t.Fatal("the keyboard is not in the search")
	}
	test.Type(find, "S5.3")
	desktest.Key(find, fyne.KeyReturn)
	rows := s.whatIf.rows
	if len(rows) != offeredLevers+1 || rows[offeredLevers].lever.key != indicatorKey+"S5.3" {
		t.Fatalf("%d levers", len(rows))
	}
	if d.Window.Canvas().Focused() != fyne.Focusable(rows[offeredLevers].entry) || d.Window.Canvas().Overlays().Top() != nil {
		t.Error("the keyboard is not at what was added")
	}
	for _, key := range []string{inputKey, indicatorKey, recordKey} {
		found := false
		for _, l := range s.whatIf.candidates() {
			found = found || strings.HasPrefix(l.key, key)
		}
		if !found {
			t.Errorf("nothing of %q can be added", key)
		}
	}
}

// What alone reaches the next group is told in its own units, and tried when it is opened.
func TestGoalsAreToldAndTried(t *testing.T) {
	d, s := among(t)
	g := s.whatIf.goals
	wantIn(t, "goal", g.block.Title(), "группа\u00a0I (больше 110")
	best := d.Reach().Levers[0]
	if g.grid.Text(1, "lever") != best.Title().RU || g.grid.Text(1, "more") != best.MoreText(app.RU) || g.grid.Text(1, "place") != placeCell(best.Place) {
		t.Errorf("%+v", g.grid.Rows()[0].Cells)
	}
	desktest.Key(g.grid, fyne.KeyReturn)
	wantIn(t, "tried", s.whatIf.result.Text(), "группа I ·")
}

// In the best group it is told how far the park lies above its bound.
func TestMarginOfTheBestGroup(t *testing.T) {
	d := desktest.New(t)
	d.Among(t, 0.3, 0.3, 0.4)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	g := s.whatIf.goals
	if g.block.Visible() || !g.margin.Visible() {
		t.Fatalf("goal %t, margin %t", g.block.Visible(), g.margin.Visible())
	}
	margin, _ := d.Standing().Margin()
	wantIn(t, "margin", g.margin.Text, number(margin, 1, app.RU), "п. п.")
	if len(s.whatIf.rows) != offeredLevers {
		t.Errorf("%d levers", len(s.whatIf.rows))
	}
}

// The steps of a slider are whole amounts of one, two or five, and none below nought.
func TestStepsOfALever(t *testing.T) {
	for _, c := range []struct {
		from   *big.Rat
		digits int
		free   bool
		step   string
		below  int
		above  int
	}{
		{big.NewRat(454, 1), 0, false, "5", 46, 46},
		{big.NewRat(19, 1), 0, false, "1", 10, 10},
		{big.NewRat(3, 1), 0, false, "1", 3, 10},
		{big.NewRat(7_412_000, 1), 1, false, "100000", 38, 38},
		{big.NewRat(87, 10000), 4, true, "1/10000", 44, 44},
		{nil, 0, true, "1", 0, 10},
		{new(big.Rat), 1, false, "1/10", 0, 10},
	} {
		step, below, above := lever{from: c.from, digits: c.digits, free: c.free}.steps()
		if step.RatString() != c.step || below != c.below || above != c.above {
			t.Errorf("%v: step %s, %d below, %d above; want %s, %d, %d", c.from, step.RatString(), below, above, c.step, c.below, c.above)
		}
	}
}

// What is offered where there is no goal lifts the index: nobody wants more free rooms.
func TestOfferedLeversLiftTheIndex(t *testing.T) {
	d := desktest.New(t) // the sample park, in the best group
	s := New(d.Desk).(*Screen)
	d.Show(s)
	stand := d.Standing()
	if _, better := stand.NextGoal(); better || len(s.whatIf.rows) != offeredLevers {
		t.Fatalf("%d levers", len(s.whatIf.rows))
	}
	for _, row := range s.whatIf.rows {
		var plan standing.Scenario
		l := row.lever
		more := new(big.Rat).Set(row.step)
		if ind := stand.Result.Find(strings.TrimPrefix(l.key, indicatorKey)); ind != nil && ind.LowerIsBetter {
			more.Neg(more)
		}
		l.add(&plan, more)
		if trial, err := stand.Try(plan); err != nil || trial.Index.Number <= stand.Is().Index.Number {
			t.Errorf("%s: %v, index %v", l.key, err, trial)
		}
	}
}
