package standing_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/sample"
	"technopark/app/standing"
	"technopark/assets"
)

func method(t testing.TB) *rating.Profile {
	t.Helper()
	m := assets.Methods()[0]
	p, err := rating.Load(m.Name, m.TOML)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// alone is the sample park without anything that is known of others.
func alone() *app.Book {
	b := sample.Park().Book()
	kept := map[string][]app.Record{}
	for _, typ := range app.Types() {
		if typ.Key != "reference" {
			kept[typ.Key] = b.Of(typ.Key)
		}
	}
	return app.NewBook(b.Park, kept)
}

// among is the sample park among others, each of which has all its figures so many times over.
func among(t testing.TB, multiples ...float64) *app.Book {
	t.Helper()
	b := alone()
	var others []app.Record
	for _, year := range []int{2019, 2020} {
		own, err := rating.Compute(method(t), b, year)
		if err != nil {
			t.Fatal(err)
		}
		for i, multiple := range multiples {
			for _, ind := range own.All() {
				others = append(others, reference(len(others), year, fmt.Sprintf("Парк %02d", i+1), ind, multiple))
			}
		}
	}
	return b.With(others...)
}

func reference(i, year int, park string, ind *rating.Indicator, multiple float64) *app.Reference {
	value := 1.0
	if ind.Value != nil {
		value, _ = ind.Value.Float64()
	}
	return &app.Reference{
		Head: app.Head{ID: int64(1000 + i)}, Period: app.YearPeriod(year), Whose: app.ReferencePark, Park: park, Code: ind.Code,
		Unit: ind.Unit.RU, Value: app.Of(app.Figure(value * multiple * 1e6)),
	}
}

func of(t testing.TB, b *app.Book) *standing.Standing {
	t.Helper()
	s, err := standing.Of(standing.Question{Method: method(t), Parks: []standing.Park{{Book: b}}, Year: 2020})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Nine others, four of them better: the fifth of ten.
var nine = []float64{0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.4}

// The park, its place and group, its sub-indices against the mean, and last year are told at once.
func TestOfAmongParks(t *testing.T) {
	s := of(t, among(t, nine...))
	is := s.Is()
	if is.Place != 5 || is.Of != 10 || is.Group != "II" || !is.Index.Known {
		t.Errorf("place %d of %d, group %q, index %v; want 5 of 10, II", is.Place, is.Of, is.Group, is.Index)
	}
	was, ok := s.Was()
	if !ok || was.Place != 5 {
		t.Errorf("the year before: %v, place %d; want 5", ok, was.Place)
	}
	subs := s.Subindices()
	if len(subs) != 5 {
		t.Fatalf("%d sub-indices", len(subs))
	}
	for _, sub := range subs {
		if !sub.Is.Known || sub.Place == 0 || sub.Leader != "Парк 09" || !sub.Best.Known || sub.Best.Number <= sub.Is.Number {
			t.Errorf("sub-index %+v", sub)
		}
	}
}

// With nothing known of others there is no place and no index, and the park is set beside its own year
// before.
func TestOfAlone(t *testing.T) {
	s := of(t, alone())
	if is := s.Is(); s.Now.Ground != rating.ByPast || is.Place != 0 || is.Index.Known {
		t.Errorf("ground %s, %+v", s.Now.Ground, is)
	}
	if _, ok := s.Was(); ok {
		t.Error("the year before is told by nothing but the own figures")
	}
	strong := s.Strengths(3)
	if len(strong) == 0 || strong[0].Ground != rating.ByPast || !strings.Contains(strong[0].Words(app.RU), "в прошлом году") {
		t.Errorf("strengths %+v", strong)
	}
}

// A method without an index is refused, in words.
func TestOfRefusesMethodWithoutIndex(t *testing.T) {
	m := *method(t)
	m.Composite = nil
	_, err := standing.Of(standing.Question{Method: &m, Parks: []standing.Park{{Book: alone()}}, Year: 2020})
	var refused *app.Refusal
	if !errors.As(err, &refused) || refused.ID != "err.no_index" {
		t.Errorf("got %v", err)
	}
}

// The indicator that stands out is the reason, and its words set it beside the mean.
func TestReasons(t *testing.T) {
	b := among(t, 1, 1, 1)
	for _, r := range app.All[app.Reference](b, "reference") {
		switch r.Code {
		case "S2.1":
			r.Value = app.Of(r.Value.N / 3)
		case "S4.2":
			r.Value = app.Of(r.Value.N * 4)
		}
	}
	s := of(t, b)
	strong, weak := s.Strengths(3), s.Weaknesses(3)
	if len(strong) == 0 || strong[0].Indicator.Code != "S2.1" || len(weak) == 0 || weak[0].Indicator.Code != "S4.2" {
		t.Fatalf("strong %+v, weak %+v", strong, weak)
	}
	if words := strong[0].Words(app.RU); !strings.Contains(words, "в\u00a02") && !strings.Contains(words, "в 2") || !strings.Contains(words, "1-е\u00a0место") {
		t.Errorf("words %q", words)
	}
	if words := weak[0].Words(app.EN); !strings.Contains(words, "the mean is 3.2\u00a0times it") && !strings.Contains(words, "the mean is 3.2 times it") || !strings.Contains(words, "4th place") {
		t.Errorf("words %q", words)
	}
}

// A try moves the copy alone: the records and what was computed of them stay as they are, and what is
// tried with no change at all is what is.
func TestTry(t *testing.T) {
	b := among(t, nine...)
	s := of(t, b)
	before := s.Is().Index
	same, err := s.Try(standing.Scenario{})
	if err != nil || same.Index != before || len(same.Moved) != 0 {
		t.Fatalf("nothing tried: %+v, %v", same, err)
	}
	report := app.All[app.ResidentReport](b, "resident_report")
	i := slices.IndexFunc(report, func(r *app.ResidentReport) bool {
		return r.Period == app.YearPeriod(2020) && r.Revenue.Given() && r.Headcount.Given()
	})
	was := report[i].Revenue
	for name, sc := range map[string]standing.Scenario{
		"record":    {Records: []standing.Edit{{Type: "resident_report", ID: report[i].ID, Field: "revenue", Value: app.NumberValue(int64(was.N) * 1000)}}},
		"input":     {Inputs: map[string]*big.Rat{"revenue": big.NewRat(50_000_000, 1)}},
		"indicator": {Indicators: map[string]*big.Rat{"S2.1": big.NewRat(50_000, 1)}},
	} {
		got, err := s.Try(sc)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !slices.ContainsFunc(got.Moved, func(m standing.Moved) bool { return m.Indicator.Code == "S2.1" && m.Is.Cmp(m.Indicator.Value) > 0 }) {
			t.Errorf("%s: moved %+v", name, got.Moved)
		}
		if got.Index == before {
			t.Errorf("%s: the index did not move", name)
		}
	}
	if report[i].Revenue != was || s.Is().Index != before {
		t.Error("a try changed the records or what is shown")
	}
}

// What cannot be is refused with the reason, and no figure comes of it.
func TestTryRefuses(t *testing.T) {
	s := of(t, among(t, nine...))
	for id, sc := range map[string]standing.Scenario{
		"err.no_input":           {Inputs: map[string]*big.Rat{"nothing": big.NewRat(1, 1)}},
		"err.input_below_nought": {Inputs: map[string]*big.Rat{"jobs_created": big.NewRat(-1_000_000, 1)}},
		"err.no_indicator":       {Indicators: map[string]*big.Rat{"S9.9": big.NewRat(1, 1)}},
		"err.beyond_limits":      {Indicators: map[string]*big.Rat{"S3.1": big.NewRat(101, 1)}},
		"err.scenario_record":    {Records: []standing.Edit{{Type: "resident_report", ID: 999_999, Field: "revenue"}}},
	} {
		got, err := s.Try(sc)
		var refused *app.Refusal
		if !errors.As(err, &refused) || refused.ID != id || got != nil {
			t.Errorf("%s: got %v, %v", id, got, err)
		}
	}
}

// Each lever alone reaches the group, a little less of it does not, and the least effort comes first.
func TestLevers(t *testing.T) {
	s := of(t, among(t, nine...))
	goal, ok := s.NextGoal()
	if !ok || goal.Group != "I" {
		t.Fatalf("goal %+v, %v", goal, ok)
	}
	levers, err := s.Levers(context.Background(), goal)
	if err != nil {
		t.Fatal(err)
	}
	reached, last := 0, 0.0
	keys := map[string]bool{}
	for _, l := range levers {
		keys[l.Key()] = true
		if l.More == nil {
			continue
		}
		reached++
		if l.Share < last && l.Share > 0 {
			t.Errorf("%s takes %v, less than the one before it", l.Key(), l.Share)
		}
		last = l.Share
		if got := try(t, s, l, l.More); got.Group != "I" {
			t.Errorf("%s: with %s the group is %q", l.Key(), l.More.FloatString(3), got.Group)
		}
		less := new(big.Rat).Mul(l.More, big.NewRat(98, 100))
		if l.Digits() == 0 {
			less = new(big.Rat).Sub(l.More, new(big.Rat).Mul(l.More, big.NewRat(1, 50)))
			less.Sub(less, big.NewRat(1, 1))
		}
		if less.Sign() > 0 && try(t, s, l, less).Group == "I" {
			t.Errorf("%s: %s would do, and %s is asked for", l.Key(), less.FloatString(3), l.More.FloatString(3))
		}
	}
	if reached == 0 || !keys["jobs_created"] || !keys["revenue"] || keys["headcount"] {
		t.Errorf("%d reach the goal among %v", reached, keys)
	}
	if !keys["S3.1"] || keys["let_area_days"] {
		t.Errorf("what is let is counted in days of area, which nobody counts: %v", keys)
	}
}

func try(t *testing.T, s *standing.Standing, l standing.Lever, more *big.Rat) *standing.Trial {
	t.Helper()
	got, err := s.Try(l.Scenario(more))
	if err != nil {
		t.Fatalf("%s: %v", l.Key(), err)
	}
	return got
}

// A park in the best group has nothing before it, and says how far the bound is.
func TestNoGoalBeyondTheBest(t *testing.T) {
	s := of(t, among(t, 0.5, 0.6, 0.7))
	if goal, ok := s.NextGoal(); ok {
		t.Errorf("goal %+v", goal)
	}
	if margin, ok := s.Margin(); !ok || margin <= 0 {
		t.Errorf("margin %v, %v", margin, ok)
	}
	levers, err := s.Levers(context.Background(), composite.Goal{Group: "I"})
	if err != nil || len(levers) != 0 {
		t.Errorf("%d levers, %v", len(levers), err)
	}
}

// In the best group what lies before the park is the place above its own.
func TestGoalInTheBestGroup(t *testing.T) {
	s := of(t, among(t, 0.5, 0.5, 0.5, 1.05))
	if goal, ok := s.NextGoal(); !ok || s.Is().Group != "I" || s.Is().Place != 2 || goal != (composite.Goal{Place: 1}) {
		t.Errorf("goal %+v, %v; group %q, place %d", goal, ok, s.Is().Group, s.Is().Place)
	}
}

// Who asks can give up.
func TestLeversCanBeGivenUp(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := of(t, among(t, nine...)).Levers(ctx, composite.Goal{Group: "I"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// The same seed gives the same sentence; nobody is unsure of a place that there is not.
func TestDoubt(t *testing.T) {
	s := of(t, among(t, nine...))
	runs := composite.Runs{Count: 500, Seed: 1}
	d, err := s.Doubt(context.Background(), runs)
	if err != nil {
		t.Fatal(err)
	}
	again, err := s.Doubt(context.Background(), runs)
	if err != nil || again.Words(app.RU) != d.Words(app.RU) {
		t.Errorf("%q, then %q, %v", d.Words(app.RU), again.Words(app.RU), err)
	}
	if d.Place.Low > 5 || d.Place.High < 5 || d.Group != "II" || d.Share <= 0 {
		t.Errorf("%+v", d)
	}
	if words := d.Words(app.RU); !strings.Contains(words, "±25\u00a0%") || !strings.Contains(words, "500\u00a0расчётов") {
		t.Errorf("words %q", words)
	}
	if d, err := of(t, alone()).Doubt(context.Background(), runs); d != nil || err != nil {
		t.Errorf("alone: %+v, %v", d, err)
	}
}

// What residents have not reported is told with what it may cost, and the index as it is lies near that.
func TestLacking(t *testing.T) {
	s := of(t, among(t, nine...))
	lacks := s.Lacking()
	if len(lacks) == 0 || lacks[0].Kind != standing.LackResidents {
		t.Fatalf("the sample has residents without a report: %+v", lacks)
	}
	l := lacks[0]
	if l.Reports == 0 || l.Partial == 0 || l.Missing[0].ID != 0 || !slices.Contains(l.Codes, "S2.1") || !l.Low.Known || l.Low.Number > l.High.Number {
		t.Errorf("%+v", l)
	}
	if is := s.Is().Index.Number; l.Low.Number < is*0.7 || l.High.Number > is*1.3 {
		t.Errorf("from %v to %v, and the index is %v", l.Low, l.High, is)
	}
	if words := s.LackWords(l, app.RU); !strings.HasPrefix(words, "нет отчётов ") || !strings.Contains(words, "индекс был бы от ") {
		t.Errorf("words %q", words)
	}
}

// A report of a year before, which only sums over years need, is not asked for as one of the year.
func TestLackingOfEarlierYears(t *testing.T) {
	s, err := standing.Of(standing.Question{Method: method(t), Parks: []standing.Park{{Book: alone()}}, Year: 2018})
	if err != nil {
		t.Fatal(err)
	}
	lacks := s.Lacking()
	if len(lacks) == 0 || lacks[0].Earlier == 0 || !slices.Contains(lacks[0].Codes, "S2.4") {
		t.Fatalf("the first year of the file has none before it: %+v", lacks)
	}
	missing := map[int64]bool{}
	for _, ind := range s.Result.All() {
		for _, m := range ind.Missing {
			if m.Resident != 0 && m.ID == 0 && m.Year == 2018 {
				missing[m.Resident] = true
			}
		}
	}
	if lacks[0].Reports != len(missing) {
		t.Errorf("%d reports of the year are missing, not %d", len(missing), lacks[0].Reports)
	}
	if words := s.LackWords(lacks[0], app.RU); !strings.Contains(words, "нет отчётов за прошлые годы ") {
		t.Errorf("words %q", words)
	}
	first := s.First(lacks, composite.Goal{}, nil, app.RU)
	if earlier := strings.Contains(first[0], "за прошлые годы"); earlier != (lacks[0].Reports+lacks[0].Partial == 0) {
		t.Errorf("first %q with %d reports and %d figures missing", first[0], lacks[0].Reports, lacks[0].Partial)
	}
}

func lever(name, unit string, digits int) standing.Lever {
	return standing.Lever{Input: &rating.Input{Name: name, Unit: app.L(unit, "thousand RUB"), Digits: digits}}
}

// Against published means the sub-indices are percentages of them, this year and the year before.
func TestSubindicesAgainstMeans(t *testing.T) {
	s := of(t, againstMeans(t, 0.8))
	if s.Now.Ground != rating.ByMeans || !s.Is().Index.Known {
		t.Fatalf("ground %s, %+v", s.Now.Ground, s.Is())
	}
	for _, sub := range s.Subindices() {
		if math.Abs(sub.Is.Number-125) > 0.01 || math.Abs(sub.Was.Number-125) > 0.01 || sub.Place != 0 || sub.Leader != "" {
			t.Errorf("%+v, want 125 and no place", sub)
		}
	}
	if got := of(t, alone()).Subindices(); got[0].Is.Known || got[0].Was.Known {
		t.Errorf("with nothing known of others: %+v", got[0])
	}
}

// againstMeans is the sample park beside means that are so many times its own figures.
func againstMeans(t testing.TB, multiple float64) *app.Book {
	t.Helper()
	b := alone()
	var means []app.Record
	for _, year := range []int{2019, 2020} {
		own, err := rating.Compute(method(t), b, year)
		if err != nil {
			t.Fatal(err)
		}
		for _, ind := range own.All() {
			r := reference(len(means), year, "", ind, multiple)
			r.Whose = app.ReferenceMean
			means = append(means, r)
		}
	}
	return b.With(means...)
}

// What to do first is to ask for what is missing, by name, and then the way that takes least.
func TestFirst(t *testing.T) {
	s := of(t, among(t, nine...))
	goal, _ := s.NextGoal()
	levers, err := s.Levers(context.Background(), goal)
	if err != nil {
		t.Fatal(err)
	}
	lacks := s.Lacking()
	all := s.First(lacks, goal, levers, app.RU)
	if len(all) != len(lacks)+1 || !strings.HasPrefix(all[0], "запросить недостающие отчёты у резидентов: ") || strings.Count(all[0], ",") > 2 {
		t.Fatalf("%q", all)
	}
	last := all[len(all)-1]
	if !strings.Contains(last, "до группы\u00a0I — «"+levers[0].Title().RU+"», ещё "+levers[0].MoreText(app.RU)) {
		t.Errorf("%q", last)
	}
	if got := s.First(nil, composite.Goal{}, nil, app.EN); len(got) != 0 {
		t.Errorf("nothing to do: %q", got)
	}
	en := strings.Join(s.First(lacks, goal, levers, app.EN), "; ")
	if !strings.HasPrefix(en, "ask these residents for the missing reports: ") || !strings.Contains(en, "the shortest way to group I is “") {
		t.Errorf("%q", en)
	}
}

// More of a share is percentage points, more of anything else is in its unit.
func TestMoreText(t *testing.T) {
	unit := func(u app.Text) standing.Lever {
		return standing.Lever{Indicator: &rating.Indicator{Unit: u, Digits: 1}, More: big.NewRat(42, 10)}
	}
	if got := unit(app.L("%", "%")).MoreText(app.RU); got != "4,2\u00a0п.\u00a0п." {
		t.Errorf("%q", got)
	}
	if got := unit(app.L("%", "%")).MoreText(app.EN); got != "4.2\u00a0pp" {
		t.Errorf("%q", got)
	}
	if got := unit(app.L("ед./мес.", "units/month")).MoreText(app.RU); got != "4,2\u00a0ед./мес." {
		t.Errorf("%q", got)
	}
	if got := (standing.Lever{Indicator: &rating.Indicator{}}).MoreText(app.RU); got != "—" {
		t.Errorf("%q", got)
	}
}

// Places, groups, percents and goals are written as people write them.
func TestWords(t *testing.T) {
	s := of(t, among(t, nine...))
	for _, tt := range []struct{ got, want string }{
		{standing.Place(9, app.RU), "9-е\u00a0место"},
		{standing.Place(1, app.EN), "1st place"},
		{standing.Place(12, app.EN), "12th place"},
		{standing.Place(22, app.EN), "22nd place"},
		{standing.Place(3, app.EN), "3rd place"},
		{standing.PlaceOf(9, 40, app.RU), "9-е\u00a0место из\u00a040"},
		{standing.Percent(106.44, app.RU), "106,4\u00a0%"},
		{s.Group("II", app.RU), "группа\u00a0II, «высокий уровень»"},
		{s.Group("нет", app.RU), ""},
		{s.GoalWords(composite.Goal{Group: "I"}, app.RU), "группа\u00a0I (больше 110\u00a0%)"},
		{s.GoalWords(composite.Goal{Group: "III"}, app.EN), "group III (from 90%)"},
		{s.GoalWords(composite.Goal{Group: "IV"}, app.RU), "группа\u00a0IV"},
		{s.GoalWords(composite.Goal{Place: 4}, app.RU), "4-е\u00a0место"},
		{s.TowardsWords(composite.Goal{Group: "I"}, app.RU), "до группы\u00a0I"},
		{s.TowardsWords(composite.Goal{Place: 4}, app.RU), "до 4-го\u00a0места"},
		{s.TowardsWords(composite.Goal{Place: 4}, app.EN), "to 4th place"},
		{s.IndexText(composite.Value{}, app.RU), "—"},
		{lever("revenue", "тыс. руб.", 1).AmountText(big.NewRat(412_000, 1), app.RU), "412,0\u00a0млн\u00a0руб."},
		{lever("revenue", "тыс. руб.", 1).AmountText(big.NewRat(4_120, 1), app.RU), "4\u00a0120,0\u00a0тыс. руб."},
		{lever("jobs", "мест", 0).AmountText(big.NewRat(41, 1), app.RU), "41\u00a0место"},
		{lever("jobs", "мест", 0).AmountText(big.NewRat(38, 1), app.EN), "38\u00a0jobs"},
		{lever("jobs", "мест", 0).AmountText(nil, app.RU), "—"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

// Who asks again and again computes in its own way; the answers are the same.
func TestOfWithMemory(t *testing.T) {
	q := standing.Question{Method: method(t), Parks: []standing.Park{{Book: among(t, nine...)}}, Year: 2020}
	want, err := standing.Of(q)
	if err != nil {
		t.Fatal(err)
	}
	memory, years := new(rating.Memory), []int{}
	q.Compute = func(p *rating.Profile, b *app.Book, year int) (*rating.Result, error) {
		years = append(years, year)
		return memory.Compute(p, b, year)
	}
	got, err := standing.Of(q)
	if err != nil {
		t.Fatal(err)
	}
	if got.Is().Index != want.Is().Index || got.Then.Parks[0].Index != want.Then.Parks[0].Index {
		t.Errorf("the index is %v, was %v; want %v, %v", got.Is().Index, got.Then.Parks[0].Index, want.Is().Index, want.Then.Parks[0].Index)
	}
	if _, err := got.Try(standing.Scenario{Records: []standing.Edit{{Type: "resident", ID: 1, Field: "name", Value: app.TextValue("Иная")}}}); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(years, []int{2020, 2019, 2020}) {
		t.Errorf("computed for %v", years)
	}
}
