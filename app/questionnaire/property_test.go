package questionnaire_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/questionnaire"
	"technopark/app/workbook"
)

// typed puts values into cells of the sheet as a spreadsheet keeps them: figures as numbers, the
// rest as texts.
func typed(t *rapid.T, raw []byte, values map[string]any) []byte {
	a, err := workbook.Open(raw)
	if err != nil {
		t.Fatal(err)
	}
	list, err := a.List()
	if err != nil {
		t.Fatal(err)
	}
	part := list.Tabs[0].Part
	sheet, err := a.Part(part)
	if err != nil {
		t.Fatal(err)
	}
	text := string(sheet)
	for at, v := range values {
		cell := regexp.MustCompile(`<c r="` + at + `"( s="\d+")?[^>]*?(/>|>.*?</c>)`)
		now := fmt.Sprintf(`<c r="`+at+`"$1 t="inlineStr"><is><t>%v</t></is></c>`, v)
		if x, ok := v.(float64); ok {
			now = fmt.Sprintf(`<c r="`+at+`"$1><v>%s</v></c>`, strconv.FormatFloat(x, 'g', 17, 64))
		}
		if !cell.MatchString(text) {
			t.Fatalf("no cell %s", at)
		}
		text = cell.ReplaceAllString(text, now)
	}
	out, err := a.Pack(map[string][]byte{part: []byte(text)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// drawn draws an answer to a figure and one of the ways in which people write it.
func drawn(t *rapid.T, f app.Field, key string) (app.Value, any) {
	if f.CanNA && rapid.IntRange(0, 9).Draw(t, key+": not applicable") == 0 {
		return app.NAValue(), rapid.SampledFrom([]string{"н/п", "Н/П", "не применимо", "n/a"}).Draw(t, key)
	}
	least := int64(0)
	if f.Signed {
		least = -90_000_000_000
	}
	n := rapid.Int64Range(least, 90_000_000_000).Draw(t, key)
	if f.Scale == 1 {
		n %= 10_000
	}
	text := app.FormatNumber(n, f.Scale, app.Decimals(n, f.Scale, 0), app.RU)
	switch rapid.IntRange(0, 4).Draw(t, key+": written") {
	case 0:
		return app.NumberValue(n), text // with no-break spaces
	case 1:
		return app.NumberValue(n), strings.ReplaceAll(text, app.NBSP, "\u202f")
	case 2:
		return app.NumberValue(n), " " + strings.ReplaceAll(text, app.NBSP, " ") + app.NBSP + f.Unit.RU + " "
	}
	return app.NumberValue(n), float64(n) / float64(f.Scale)
}

// Whatever is written into the form of whichever resident, each figure lands as it was written, and
// nothing else of the park is altered.
func TestWhateverIsWrittenLandsAndNothingElse(t *testing.T) {
	b, all := forms(t, questionnaire.Asking{Period: year})
	planner := questionnaire.Against(b, app.Period{})
	blank := map[int][]byte{}
	rapid.Check(t, func(rt *rapid.T) {
		at := rapid.IntRange(0, len(all)-1).Draw(rt, "resident")
		form := all[at]
		if blank[at] == nil {
			blank[at] = written(t, form)
		}
		empty, err := questionnaire.Read(blank[at], "x.xlsx")
		if err != nil {
			rt.Fatal(err)
		}
		values, want := map[string]any{}, map[string]app.Value{}
		for _, g := range empty.Given {
			typ := app.TypeByKey(g.Place.Record)
			if f, _ := typ.Field(g.Place.Field); typ.Report && rapid.Bool().Draw(rt, g.Place.Key()+": left") {
				want[f.Key], values[workbook.Address(g.Row, g.Column)] = drawn(rt, f, g.Place.Key())
			}
		}
		answer, err := questionnaire.Read(typed(rt, blank[at], values), "x.xlsx")
		if err != nil {
			rt.Fatal(err)
		}
		plan := planner.Plan(answer)
		if !plan.Fault.Zero() || plan.Count(exchange.Rejected) > 0 {
			rt.Fatalf("%v, %+v", plan.Fault, plan.Rejected())
		}
		landed := map[string]app.Value{}
		for _, rec := range plan.Records() {
			if rec.Type().Key != "resident_report" || app.ResidentOf(rec) != form.Resident.ID || app.PeriodOf(rec) != year {
				rt.Fatalf("%s %d is altered", rec.Type().Key, rec.Header().ID)
			}
			was := b.Get(rec.Type().Key, rec.Header().ID)
			for _, f := range rec.Type().Stored() {
				landed[f.Key] = f.Get(rec)
				if _, is := want[f.Key]; !is && was != nil && f.Get(was) != f.Get(rec) {
					rt.Errorf("%s is altered", f.Key)
				}
			}
		}
		for key, v := range want {
			if landed[key] != v && len(plan.Records()) > 0 {
				rt.Errorf("%s is %v, was written as %v", key, landed[key], v)
			}
		}
	})
}

// FuzzAnswer: whatever the sheets of a questionnaire say, it is planned, or refused in words, and
// what is planned for a record is what its own rules allow.
func FuzzAnswer(f *testing.F) {
	b, all := forms(f, questionnaire.Asking{Period: year})
	raw := written(f, all[0])
	a, err := workbook.Open(raw)
	if err != nil {
		f.Fatal(err)
	}
	list, err := a.List()
	if err != nil {
		f.Fatal(err)
	}
	part := func(name string) string {
		text, err := a.Part(name)
		if err != nil {
			f.Fatal(err)
		}
		return string(text)
	}
	f.Add(part(list.Tabs[0].Part), part(list.Tabs[1].Part), part(a.Main()), part("xl/sharedstrings.xml"))
	planner := questionnaire.Against(b, app.Period{})
	f.Fuzz(func(t *testing.T, sheet, hidden, names, texts string) {
		changed, err := a.Pack(map[string][]byte{list.Tabs[0].Part: []byte(sheet), list.Tabs[1].Part: []byte(hidden), a.Main(): []byte(names), "xl/sharedstrings.xml": []byte(texts)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := questionnaire.Read(changed, "x.xlsx")
		if err != nil {
			if _, said := app.Refused(err); !said {
				t.Fatalf("%v is not put into words", err)
			}
			return
		}
		plan := planner.Plan(answer)
		for _, rec := range plan.Records() {
			if faults := app.ValidateEdit(b.Get(rec.Type().Key, rec.Header().ID), rec); len(faults) > 0 {
				t.Errorf("%v", faults)
			}
		}
		if _, err := plan.Returned(changed); err != nil {
			if _, said := app.Refused(err); !said {
				t.Fatalf("%v is not put into words", err)
			}
		}
	})
}
