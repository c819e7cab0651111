package collection_test

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/exchange"
	"technopark/app/questionnaire"
)

// TestAnswersOfTheSampleAreWhatItsDeskSays reads the answers the demonstration keeps: each says what
// its questionnaire has of it.
func TestAnswersOfTheSampleAreWhatItsDeskSays(t *testing.T) {
	p := openWith(t, 1)
	d := collection.Over(p.book(), app.YearPeriod(2020), app.Day(2021, 5, 21))
	met := map[collection.State]int{}
	for _, row := range d.Rows {
		if row.Sheet == nil || row.Sheet.Content == "" {
			continue
		}
		met[row.State]++
		raw, err := p.store.Content(t.Context(), row.Sheet.Content)
		if err != nil {
			t.Fatal(err)
		}
		r := collection.Kept(row.Sheet, raw)
		in := p.intake()
		in.Period = app.YearPeriod(2020)
		if err := in.Plan(t.Context(), []*collection.Received{r}, nil); err != nil {
			t.Fatal(err)
		}
		want := map[collection.State]collection.Verdict{
			collection.Faulty: collection.Unfit, collection.Doubtful: collection.Rejected, collection.Returned: collection.Rejected, collection.Arrived: collection.Ready,
		}[row.State]
		doubts := 0
		if r.Plan != nil {
			doubts = r.Plan.Count(exchange.Rejected) + r.Plan.Doubts() + len(r.Findings)
		}
		if r.Verdict() != want || row.State != collection.Faulty && doubts != int(row.Sheet.Doubts.N) {
			t.Errorf("%s: %s with %d doubts, want %s with %d (%v)", row.Resident.ShortName, r.Verdict().Key(), doubts, want.Key(), row.Sheet.Doubts.N, r.Findings)
		}
		if row.State == collection.Faulty && !strings.Contains(r.Plan.Fault.Short.RU, row.Sheet.Fault) {
			t.Errorf("%s: %q, want %q", row.Resident.ShortName, r.Plan.Fault.Short.RU, row.Sheet.Fault)
		}
	}
	if met[collection.Faulty] != 1 || met[collection.Doubtful] != 3 || met[collection.Arrived] != 3 || met[collection.Returned] != 1 {
		t.Errorf("kept %v", met)
	}
}

// «н/п» in the place of a name takes no name away, and a code that is a number is asked about.
func TestWordsThatSayNothingLeaveWhatIsRecorded(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: app.YearPeriod(2020)})[0]
	path := save(t, t.TempDir(), "ответ.xlsx", filled(t, form, map[string]any{"resident.contact": "н/п", "resident.okved": 26.1}))
	r := p.take(p.intake(), path)[0]
	for _, c := range r.Plan.Changes {
		switch c.What.RU {
		case "Контактное лицо":
			if c.State != exchange.Same || !strings.Contains(c.Message.RU, "ничего не меняет") {
				t.Errorf("contact: %d, %s", c.State, c.Message.RU)
			}
		case "Основной ОКВЭД 2":
			if c.State != exchange.Changed || !c.Doubt {
				t.Errorf("code: %d, doubt %v", c.State, c.Doubt)
			}
		}
	}
	if r.Verdict() != collection.Unsure {
		t.Errorf("verdict %s: %s", r.Verdict().Key(), told(r))
	}
}
