package app_test

import (
	"testing"

	"technopark/app"
)

func TestQuestionnaireTravelsAndIsNoPartOfASubmission(t *testing.T) {
	typ := app.TypeByKey("questionnaire")
	if typ.Submitted() || !typ.Exchanged() {
		t.Errorf("submitted %v, exchanged %v", typ.Submitted(), typ.Exchanged())
	}
}

func TestQuestionnaireHasItsDaysAndCountsInOrder(t *testing.T) {
	day := func(month, day int) app.Date { return app.Date{Year: 2021, Month: month, Day: day} }
	for _, c := range []struct {
		name, field string
		spoil       func(*app.Questionnaire)
	}{
		{"good", "", func(*app.Questionnaire) {}},
		{"answered before it was sent, by telephone", "", func(q *app.Questionnaire) { q.Received = day(4, 1) }},
		{"due before it was sent", "due", func(q *app.Questionnaire) { q.Due = day(4, 11) }},
		{"returned before it came", "returned", func(q *app.Questionnaire) { q.Returned = day(4, 29) }},
		{"more filled in than asked", "filled", func(q *app.Questionnaire) { q.Filled = app.Of(app.Count(22)) }},
	} {
		q := &app.Questionnaire{
			Resident: 1, Period: app.YearPeriod(2020), Sent: day(4, 12), Due: day(5, 15), Received: day(4, 30),
			Returned: day(4, 30), Filled: app.Of(app.Count(21)), Asked: app.Of(app.Count(21)),
		}
		c.spoil(q)
		faults := app.Validate(q)
		if (c.field == "") != (len(faults) == 0) || c.field != "" && faults[0].Field != c.field {
			t.Errorf("%s: %v", c.name, faults)
		}
	}
}
