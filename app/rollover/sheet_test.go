package rollover_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"technopark/app"
	"technopark/app/rollover"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// describe writes a plan and its sheet as text.
func describe(p *rollover.Plan) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d → %d: завести %d, уже есть %d\n\n", p.From, p.To, p.Due(), p.There())
	for _, t := range p.Types {
		fmt.Fprintf(&b, "%s %s: на конец %d, на начало %d, закончились %d, уже есть %d, завести %d — %s / %s\n",
			t.Type.Turn.How.Key(), t.Type.Key, t.Closing, t.Opening, t.Ended, t.There, len(t.Make), t.Type.Turn.Why.RU, t.Type.Turn.Why.EN)
	}
	b.WriteString("\n")
	for _, l := range p.Leavers {
		fmt.Fprintf(&b, "выбыл: %s, %s, %q — %s\n", l.Resident.ShortName, l.Agreement.Number, l.Proposal, l.Why.RU)
	}
	s := p.Sheet()
	for i, l := range s.Lines {
		fmt.Fprintf(&b, "%2d %s%s, %s: %s | %s%s\n", i, strings.Repeat("  ", int(l.Part)), l.Name.RU, l.Unit.RU, l.Closes(app.RU), l.Opens(app.RU), waits(l))
	}
	b.WriteString("\n")
	for _, d := range s.Differences {
		fmt.Fprintf(&b, "%s: %s —", d.Record.Type().Title(d.Record, p.Book.TitleOf), d.Why.RU)
		for _, x := range d.Deltas {
			fmt.Fprintf(&b, " [%d] %s", x.Line, s.Lines[x.Line].Change(x.Opening-x.Closing, app.RU))
		}
		b.WriteString("\n")
	}
	return strings.ReplaceAll(b.String(), app.NBSP, " ")
}

func waits(l rollover.Line) string {
	if l.Waits == 0 {
		return ""
	}
	return fmt.Sprintf(" (ждёт отчётов %d; без ответа %d)", l.Waits, l.Opening.Missing)
}

func TestGoldenSheet(t *testing.T) {
	const file = "testdata/sample-2021.golden"
	k := keep(t)
	depart(t, k, 2, true)
	got := describe(k.plan(t, 2020, 2021))
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the turn changed (-update rewrites it):\n%s", diff)
	}
}

// balanced holds a sheet to its promise: every line opens with what it closes with and the changes
// that are named, less what waits; and each difference has a reason.
func balanced(s *rollover.Sheet) error {
	sums := make([]int64, len(s.Lines))
	for _, d := range s.Differences {
		if d.Why.RU == "" || d.Why.EN == "" || len(d.Deltas) == 0 {
			return fmt.Errorf("%s %d differs without a reason", d.Record.Type().Key, d.Record.Header().ID)
		}
		for _, x := range d.Deltas {
			sums[x.Line] += x.Opening - x.Closing
		}
	}
	for i, l := range s.Lines {
		if l.Opening.N != l.Closing.N+sums[i]-l.Waits {
			return fmt.Errorf("%s %s opens with %d, closes with %d, changes by %d, waits for %d", l.Type.Key, l.Name.RU, l.Opening.N, l.Closing.N, sums[i], l.Waits)
		}
	}
	return nil
}

// Whatever the records, a sheet balances, before the turn and after it, and no decision about those
// who left moves anything but how they stand.
func TestSheetsBalance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyPark(t)
		p, err := rollover.New(b, 2020, 2021)
		if err != nil {
			t.Fatal(err)
		}
		if err := balanced(p.Sheet()); err != nil {
			t.Fatal(err)
		}
		for _, l := range p.Leavers {
			choice := rapid.SampledFrom([]string{"", "expired", "graduated", "terminated"}).Draw(t, "choice")
			if err := p.Decide(l.Resident.ID, choice); err != nil {
				t.Fatal(err)
			}
		}
		if err := balanced(p.Sheet()); err != nil {
			t.Fatal(err)
		}
	})
}

// anyPark is a park of a few residents with contracts and reports round the turn of the year.
func anyPark(t *rapid.T) *app.Book {
	days := []app.Date{{}, app.Day(2018, 5, 1), app.Day(2020, 12, 30), app.Day(2020, 12, 31), app.Day(2021, 1, 1), app.Day(2021, 1, 2), app.Day(2021, 6, 1)}
	day := func(name string) app.Date { return rapid.SampledFrom(days).Draw(t, name) }
	people := func(name string) app.Cell[app.Count] {
		return rapid.SampledFrom([]app.Cell[app.Count]{{}, app.NA[app.Count](), app.Of(app.Count(0)), app.Of(app.Count(4)), app.Of(app.Count(7))}).Draw(t, name)
	}
	records := map[string][]app.Record{"site_report": {&app.SiteReport{Head: app.Head{ID: 1}, Period: app.YearPeriod(2020)}}}
	add := func(rec app.Record) {
		key := rec.Type().Key
		rec.Header().ID = int64(len(records[key]) + 1)
		records[key] = append(records[key], rec)
	}
	for id := range int64(rapid.IntRange(0, 4).Draw(t, "residents")) {
		add(&app.Resident{Name: fmt.Sprint("Альфа ", id)})
		for range rapid.IntRange(0, 4).Draw(t, "contracts") {
			add(&app.Contract{
				Resident: id + 1, Kind: rapid.SampledFrom([]string{"", app.ContractResidency, app.ContractLease}).Draw(t, "kind"), From: day("from"), To: day("to"),
				Area:    rapid.SampledFrom([]app.Cell[app.Quantity]{{}, app.Of(app.Quantity(100_500))}).Draw(t, "area"),
				Rate:    rapid.SampledFrom([]app.Cell[app.Money]{{}, app.Of(app.Money(100_01))}).Draw(t, "rate"),
				Outcome: rapid.SampledFrom([]string{"", app.OutcomeGraduated}).Draw(t, "outcome"),
			})
		}
		for _, year := range []int{2020, 2021} {
			if rapid.Bool().Draw(t, "reports") {
				add(&app.ResidentReport{Resident: id + 1, Period: app.YearPeriod(year), StaffStart: people("start"), StaffEnd: people("end")})
			}
		}
		add(&app.Project{Resident: id + 1, Title: "проект", Start: day("start"), End: day("end"), BudgetOwn: app.Of(app.Money(5))})
		add(&app.Investment{Date: day("date"), Amount: app.Of(app.Money(id))})
	}
	return app.NewBook(&app.Park{Head: app.Head{ID: 1}}, records)
}
