package indicators

import (
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/ui/desktest"
)

func TestIndicatorsShowWhatIsComputed(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	all := d.Computed(t).All()
	if shown, _ := s.table.Len(); shown != 21 || len(all) != 21 {
		t.Fatalf("%d rows for %d indicators", shown, len(all))
	}
	for i, ind := range all {
		want := []string{ind.Code, ind.Name.RU, ind.MarkedText(app.RU), ind.Unit.RU, ind.MarkedPreviousText(app.RU)}
		if got := s.table.Texts(int64(i + 1)); !slices.Equal(got[:5], want) {
			t.Errorf("row %d: %q, want %q", i+1, got[:5], want)
		}
	}
	if want := "▲\u00a0Методика: Рейтинг-2021 (реконструкция). " + d.Look().Set.Method.Notice.RU + "."; s.notice.Text != want {
		t.Errorf("the unofficial status is not shown: %q", s.notice.Text)
	}
	if s.view.Header.Count() != "Рассчитано: 21 из 21" {
		t.Errorf("count: %q", s.view.Header.Count())
	}
}

func TestIndicatorsFollowAnEdit(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	before := s.table.Texts(6)
	report := d.Report(t, func(r *app.ResidentReport) bool { return r.Revenue.Given() })
	report.Revenue = app.Of(report.Revenue.N + app.Thousands(5_000_000))
	d.Save(t, report)
	s.Refresh()
	after := s.table.Texts(6)
	if want := d.Computed(t).All()[5].ValueText(app.RU); after[2] != want || after[2] == before[2] {
		t.Errorf("S2.1 was %s, is %s, computed %s", before[2], after[2], want)
	}
}

func TestIndicatorsWithoutAPark(t *testing.T) {
	d := desktest.New(t)
	d.Park = 0
	s := New(d.Desk).(*Screen)
	if _, all := s.table.Len(); all != 0 || s.notice.Text != d.T("ui.indicators.no_park") {
		t.Errorf("%d rows, %q", all, s.notice.Text)
	}
}

func TestTracedIndicatorIsTheSubject(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	s.openTrace(7)
	if subject, title := s.Subject(); subject != app.SubjectOfIndicator(2020, s.traced) || !strings.HasPrefix(title, s.traced) {
		t.Errorf("%q, %q", subject, title)
	}
}

func TestIndicatorsSayWhatTheyLack(t *testing.T) {
	d := desktest.New(t)
	result := d.Result()
	if got := lackText(d.Desk, result.Find("S2.1")); got != "не хватает 3 отчётов и 2 значений" {
		t.Errorf("S2.1 %s", got)
	}
	if got := lackText(d.Desk, result.Find("S1.4")); got != "" {
		t.Errorf("S1.4 %s", got)
	}
}

// The indicators stay while they are computed anew, those of another year do not.
// Where all is provided and nought stands under the line, the list says so: an empty cell beside
// «100 %» would leave it to be guessed.
func TestIndicatorsSayWhatIsNought(t *testing.T) {
	d := desktest.Small(t, "ООО «Альфа»")
	resident := d.List(t, "resident")[0].Header().ID
	d.Save(t, &app.Contract{Head: app.Head{Park: d.Park}, Resident: resident, Number: "С-1", Kind: app.ContractResidency, From: app.Day(2018, 4, 18)})
	d.Save(t, &app.ResidentReport{Head: app.Head{Park: d.Park}, Resident: resident, Period: app.YearPeriod(2020), Revenue: app.Of(app.Money(0)), Export: app.Of(app.Money(0))})
	d.Forget()
	ind := d.Computed(t).Find("S2.2")
	if ind.Value != nil || len(ind.Missing) > 0 {
		t.Fatalf("value %v, missing %v", ind.Value, ind.Missing)
	}
	if got := lackText(d.Desk, ind); got != "знаменатель равен нулю: Выручка резидентов" {
		t.Errorf("S2.2 %q", got)
	}
}

func TestIndicatorsStayWhileTheyAreComputedAnew(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	before := s.table.Texts(6)
	steps := d.Hold()
	report := d.Report(t, func(r *app.ResidentReport) bool { return r.Revenue.Given() })
	report.Revenue = app.Of(report.Revenue.N + app.Thousands(5_000_000))
	d.Save(t, report)
	s.Refresh()
	if !slices.Equal(s.table.Texts(6), before) || s.view.Header.Count() != "Рассчитано: 21 из 21 проверяется…" {
		t.Errorf("row %q, count %q", s.table.Texts(6), s.view.Header.Count())
	}
	steps.Step(t)
	s.Follow()
	if !slices.Equal(s.table.Texts(6), before) || s.view.Header.Count() != "Рассчитано: 21 из 21 считается…" {
		t.Errorf("checked: row %q, count %q", s.table.Texts(6), s.view.Header.Count())
	}
	steps.Step(t)
	s.Follow()
	if slices.Equal(s.table.Texts(6), before) || s.view.Header.Count() != "Рассчитано: 21 из 21" {
		t.Errorf("computed: row %q, count %q", s.table.Texts(6), s.view.Header.Count())
	}
	d.Year--
	s.Refresh()
	if shown, _ := s.table.Len(); shown != 0 || s.notice.Text != "проверяется…" {
		t.Errorf("of another year %d rows, said %q", shown, s.notice.Text)
	}
}
