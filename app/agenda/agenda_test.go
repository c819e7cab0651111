package agenda_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/agenda"
	"technopark/app/check"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/sample"
)

// of makes the agenda of 2020 of a book.
func of(t *testing.T, b *app.Book, day app.Date) *agenda.Agenda {
	t.Helper()
	set, err := regulation.Program().For(b, 2020)
	if err != nil {
		t.Fatal(err)
	}
	result, err := rating.Compute(set.Method, b, 2020)
	if err != nil {
		t.Fatal(err)
	}
	return agenda.Of(agenda.Question{Book: b, Year: 2020, Day: day, Report: check.Run(set.Rules, b, 2020, nil), Result: result})
}

// keys returns the kinds of the steps, in their order.
func keys(a *agenda.Agenda) []string {
	var all []string
	for _, s := range a.Steps {
		all = append(all, s.Key)
	}
	return all
}

func step(t *testing.T, a *agenda.Agenda, key string) agenda.Step {
	t.Helper()
	i := slices.IndexFunc(a.Steps, func(s agenda.Step) bool { return s.Key == key })
	if i < 0 {
		t.Fatalf("no step %q among %v", key, keys(a))
	}
	return a.Steps[i]
}

func TestAgendaOfTheSample(t *testing.T) {
	a := of(t, sample.Park().Book(), app.Day(2021, 5, 21))
	if got := a.DueWords(app.RU); got != "срок сдачи 30.06.2021, осталось 40\u00a0дней" {
		t.Errorf("the deadline: %q", got)
	}
	next, ok := a.Next()
	if !ok || next.Where.Screen != "collect" || next.Due != app.Day(2021, 5, 15) {
		t.Errorf("next is %+v", next)
	}
	if s := step(t, a, "remind"); s.Line(app.RU) != "▲\u00a0важно" || !strings.HasPrefix(s.Text.RU, "Напомнить ") {
		t.Errorf("to remind: %q, %q", s.Line(app.RU), s.Text.RU)
	}
	if s := step(t, a, "package"); s.Line(app.RU) != "○\u00a0потом" || s.Due != a.Due {
		t.Errorf("the package: %q, due %v", s.Line(app.RU), s.Due)
	}
	var stages []string
	for _, s := range a.Stages {
		stages = append(stages, s.In(app.RU))
	}
	if len(stages) != 6 || stages[0] != "●\u00a0Новый год" || !strings.HasPrefix(stages[2], "▲\u00a0Сбор: ") || !strings.HasPrefix(stages[4], "○\u00a0Пакет") {
		t.Errorf("stages %q", stages)
	}
	if a.Answered >= a.Wanted || a.Warnings == 0 || a.Errors != 0 {
		t.Errorf("answers %d of %d, %d errors, %d warnings", a.Answered, a.Wanted, a.Errors, a.Warnings)
	}
}

// A park of which nothing is known begins with its residents, and with the deadline nobody has
// written down.
func TestAgendaOfAnEmptyPark(t *testing.T) {
	park := &app.Park{Head: app.Head{ID: 1}, Name: "Технопарк «Новый»", ShortName: "Новый"}
	a := of(t, app.NewBook(park, map[string][]app.Record{"park": {park}}), app.Day(2021, 2, 1))
	got := keys(a)
	if next, _ := a.Next(); next.Key != "residents" || got[1] != "deadline" {
		t.Errorf("steps %v", got)
	}
	if words := a.DueWords(app.RU); words != "срок сдачи не записан" {
		t.Errorf("the deadline: %q", words)
	}
	for i, s := range a.Stages {
		if s.Done || s.Now != (i == 0) {
			t.Errorf("stage %d: %+v", i, s)
		}
	}
}

// What a package has been through is told by its revision.
func TestAgendaFollowsThePackage(t *testing.T) {
	for state, want := range map[string]string{
		app.RevisionChecked: "sign", app.RevisionSigned: "submit", app.RevisionReturned: "package",
		app.RevisionSent: "", app.RevisionAccepted: "",
	} {
		rev := &app.Revision{Head: app.Head{ID: 1, Park: 1}, Period: app.YearPeriod(2020), Number: app.Of[app.Count](3), State: state}
		park := &app.Park{Head: app.Head{ID: 1}, Name: "Технопарк «Новый»"}
		a := of(t, app.NewBook(park, map[string][]app.Record{"park": {park}, "revision": {rev}}), app.Day(2021, 2, 1))
		last := a.Steps[len(a.Steps)-1]
		handed := slices.Contains([]string{"sign", "submit", "package"}, last.Key)
		if handed != (want != "") || handed && (last.Key != want || !strings.Contains(last.Text.RU, "3")) {
			t.Errorf("%s: the last step is %q, %q", state, last.Key, last.Text.RU)
		}
	}
}

func TestContractsThatEnd(t *testing.T) {
	park := &app.Park{Head: app.Head{ID: 1}, Name: "Технопарк «Новый»"}
	contract := func(id, resident int64, from, to app.Date) *app.Contract {
		return &app.Contract{Head: app.Head{ID: id, Park: 1}, Resident: resident, Kind: app.ContractLease, From: from, To: to, Number: "А-1"}
	}
	begun := app.Day(2020, 1, 1)
	b := app.NewBook(park, map[string][]app.Record{
		"park":     {park},
		"resident": {&app.Resident{Head: app.Head{ID: 7, Park: 1}, Name: "Альфа"}, &app.Resident{Head: app.Head{ID: 8, Park: 1}, Name: "Бета"}},
		"contract": {
			contract(1, 7, begun, app.Day(2021, 3, 2)),
			contract(2, 8, begun, app.Day(2021, 2, 1)),  // today is its last day
			contract(3, 8, begun, app.Day(2021, 1, 31)), // over
			contract(4, 8, begun, app.Day(2021, 4, 3)),  // in 61 days
			contract(5, 8, begun, app.Date{}),
		},
	})
	var got []string
	for _, e := range of(t, b, app.Day(2021, 2, 1)).Ending {
		got = append(got, e.Name()+": "+e.What(app.RU)+", "+e.Left(app.RU))
	}
	if want := []string{"Бета: А-1, аренда, сегодня", "Альфа: А-1, аренда, 29\u00a0дней"}; !slices.Equal(got, want) {
		t.Errorf("ending: %q", got)
	}
	next := contract(6, 7, app.Day(2021, 3, 3), app.Date{})
	if all := of(t, b.With(next), app.Day(2021, 2, 1)).Ending; len(all) != 1 {
		t.Errorf("a contract another follows is told of: %d", len(all))
	}
}

// A deadline lies after the year it is for, and that is no slip.
func TestDeadlineIsNoFinding(t *testing.T) {
	b := sample.Park().Book()
	set, err := regulation.Program().For(b, 2020)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range check.Run(set.Rules, b, 2020, nil).Findings {
		if f.Type.Key == "deadline" {
			t.Errorf("%s: %s", f.Rule, f.Message.RU)
		}
	}
}

// What a step says is missing of the reports and how far they are filled in add up, with those that are
// not there.
func TestMissingFiguresAddUp(t *testing.T) {
	book := sample.Park().Book()
	a := of(t, book, app.Day(2021, 5, 21))
	s := step(t, a, "fill_resident_report")
	i := slices.IndexFunc(a.Filled, func(f agenda.Section) bool { return f.Where.Screen == "resident_report" })
	missing := a.Filled[i].Of - a.Filled[i].Given
	found := regexp.MustCompile(`не хватает (\d+)\D+ещё (\d+) — в 3 отчётах, которых нет$`).FindStringSubmatch(strings.ReplaceAll(s.Text.RU, app.NBSP, " "))
	if found == nil {
		t.Fatalf("the step says %q", s.Text.RU)
	}
	inThem, _ := strconv.Atoi(found[1])
	absent, _ := strconv.Atoi(found[2])
	if inThem != s.Count || inThem+absent != missing {
		t.Errorf("the step says %d and %d, it counts %d, and %d are missing", inThem, absent, s.Count, missing)
	}
	if !strings.HasSuffix(s.Text.EN, "in 3\u00a0reports that are not there") {
		t.Errorf("in English: %q", s.Text.EN)
	}
}
