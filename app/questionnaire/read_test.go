package questionnaire_test

import (
	"bytes"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/questionnaire"
	"technopark/reports/xlsx"
)

var made = time.Date(2021, 3, 1, 9, 0, 0, 0, time.UTC)

func written(t testing.TB, f *questionnaire.Form) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := xlsx.WriteQuestionnaire(&out, f, made); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What was sent and comes back untouched changes nothing, of any resident, year or quarter, in
// either language.
func TestUntouchedAnswerChangesNothing(t *testing.T) {
	for _, a := range []questionnaire.Asking{
		{Period: year, Profile: "national-2021", Due: app.Day(2021, 4, 1)}, {Period: year, Lang: app.EN}, {Period: app.Period{Year: 2020, Quarter: 2}},
	} {
		b, all := forms(t, a)
		planner := questionnaire.Against(b, a.Period)
		for i, f := range all {
			if i%8 > 0 && a.Due.Zero() {
				continue // a few of the others will do
			}
			answer, err := questionnaire.Read(written(t, f), "x.xlsx")
			if err != nil {
				t.Fatal(err)
			}
			if answer.Identity != f.Identity || !answer.Genuine || len(answer.Given) != len(f.Items()) {
				t.Fatalf("%s: %+v, genuine %v, %d cells of %d", f.Resident.Name, answer.Identity, answer.Genuine, len(answer.Given), len(f.Items()))
			}
			plan := planner.Plan(answer)
			if !plan.Fault.Zero() || plan.Resident != f.Resident {
				t.Fatalf("%s: %v", f.Resident.Name, plan.Fault)
			}
			for _, c := range plan.Changes {
				if c.State != exchange.Same {
					t.Errorf("%s: %+v", f.Resident.Name, c)
				}
			}
			same := 0
			for _, it := range f.Items() {
				if !it.Now.Empty() {
					same++
				}
			}
			if got := plan.Count(exchange.Same); got != same {
				t.Errorf("%s: %d cells are the same, %d were filled", f.Resident.Name, got, same)
			}
		}
	}
}
