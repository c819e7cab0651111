package collection_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/sample"
)

var (
	year = app.YearPeriod(2020)
	day  = app.Date{Year: 2021, Month: 5, Day: 21}
)

// over tells of the sample with one questionnaire or report of it changed.
func over(t *testing.T, changed ...app.Record) *collection.Desk {
	t.Helper()
	return collection.Over(sample.Park().Book().With(changed...), year, day)
}

// sheet returns a copy of the questionnaire of a resident of the sample.
func sheet(t *testing.T, short string) *app.Questionnaire {
	t.Helper()
	for _, r := range over(t).Rows {
		if r.Resident.ShortName == short {
			return app.Clone(r.Sheet)
		}
	}
	t.Fatalf("no row of %s", short)
	return nil
}

func TestDeskOfTheSample(t *testing.T) {
	d := over(t)
	got := map[string]int{}
	for _, s := range collection.States() {
		got[s.Key()] = d.Count(s)
	}
	want := map[string]int{
		"overdue": 3, "faulty": 1, "doubtful": 3, "arrived": 3, "returned": 1, "not_sent": 0, "sent": 1, "entered": 1,
		"accepted": 87, "unneeded": 0,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
	come, wanted := d.Answered()
	if come != 94 || wanted != 100 || d.Waiting() != 7 || d.Due != (app.Date{Year: 2021, Month: 5, Day: 15}) || !d.Begun() {
		t.Errorf("%d of %d have answered, %d wait, due %v", come, wanted, d.Waiting(), d.Due)
	}
	var lines []string
	for _, r := range d.Rows[:9] {
		lines = append(lines, r.Resident.ShortName+": "+r.In(app.RU)+"; "+r.NextIn(app.RU))
	}
	if diff := cmp.Diff([]string{
		"ООО «Препрег-П»: ▲\u00a0просрочено, 6\u00a0дней; Напомнить",
		"ООО «Сети без потерь»: ▲\u00a0просрочено, 6\u00a0дней; Напомнить",
		"ООО «Чистые помещения-Монтаж»: ▲\u00a0просрочено, 6\u00a0дней; Напомнить",
		"ООО «Литий и натрий»: ■\u00a0анкета за 2019 год; Вернуть",
		"ООО «БиоКлён»: ▲\u00a0замечания: 3; Посмотреть",
		"ООО «КардиоНить»: ▲\u00a0замечания: 2; Посмотреть",
		"ООО «Прототип за неделю»: ▲\u00a0замечания: 3; Посмотреть",
		"АО «ГеномГрад-Пример»: пришла, не принята; Принять",
		"ООО «Учёт и маршруты»: пришла, не принята; Принять",
	}, lines); diff != "" {
		t.Errorf("the first rows (-want +got):\n%s", diff)
	}
}

func TestStateFollowsWhatIsKept(t *testing.T) {
	for _, c := range []struct {
		name, of string
		change   func(*app.Questionnaire)
		want     collection.State
		late     int
	}{
		{"on the day it is due", "ООО «Препрег-П»", func(q *app.Questionnaire) { q.Due = day }, collection.Sent, 0},
		{"a day later", "ООО «Препрег-П»", func(q *app.Questionnaire) { q.Due = day.AddDays(-1) }, collection.Overdue, 1},
		{"without a day it is never overdue", "ООО «Препрег-П»", func(q *app.Questionnaire) { q.Due = app.Date{} }, collection.Sent, 0},
		{"never sent and not reported", "ООО «Препрег-П»", func(q *app.Questionnaire) { q.Sent = app.Date{} }, collection.NotSent, 0},
		{"not needed", "ООО «Препрег-П»", func(q *app.Questionnaire) { q.Way = app.QuestionnaireUnneeded }, collection.Unneeded, 0},
		{"accepted although not needed", "ООО «Препрег-П»", func(q *app.Questionnaire) { q.Way, q.Accepted = app.QuestionnaireUnneeded, day }, collection.Accepted, 0},
		{"answered anew after it was returned", "ООО «Крыло и лопасть»", func(q *app.Questionnaire) { q.Received = q.Returned.AddDays(2) }, collection.Doubtful, 0},
		{"whole report, day passed", "ООО «Графен-Объём»", func(q *app.Questionnaire) { q.Sent, q.Due = day.AddDays(-9), day.AddDays(-1) }, collection.Entered, 0},
		{"whole report, day to come", "ООО «Графен-Объём»", func(q *app.Questionnaire) { q.Sent, q.Due = day.AddDays(-9), day.AddDays(1) }, collection.Sent, 0},
		{"asked once more after it was accepted", "АО «Керамика-Образец»", func(q *app.Questionnaire) { q.Sent, q.Due, q.Accepted = day, day.AddDays(9), app.Date{} }, collection.Sent, 0},
		{"report with a gap, day passed", "ООО «Росчерк-3D»", func(q *app.Questionnaire) { q.Due = day.AddDays(-2) }, collection.Overdue, 2},
	} {
		q := sheet(t, c.of)
		c.change(q)
		row, ok := over(t, q).Of(q.Resident)
		if !ok || row.State != c.want || row.Late != c.late {
			t.Errorf("%s: %s, %d days late; want %s, %d", c.name, row.State.Key(), row.Late, c.want.Key(), c.late)
		}
	}
}

// What is missing is no nought: who has not answered has filled in nothing that could be counted.
func TestFilledIsSaidOnlyOfAnswers(t *testing.T) {
	d := over(t)
	for _, r := range d.Rows {
		switch r.State {
		case collection.Overdue, collection.Sent, collection.NotSent, collection.Faulty:
			if r.Known {
				t.Errorf("%s: %s, %d of %d", r.Resident.ShortName, r.State.Key(), r.Filled, r.Asked)
			}
		default:
			if !r.Known || r.Filled == 0 || r.Filled > r.Asked || r.Asked != 19 {
				t.Errorf("%s: %s, %v, %d of %d", r.Resident.ShortName, r.State.Key(), r.Known, r.Filled, r.Asked)
			}
		}
	}
}

// A quarter has questionnaires of its own.
func TestAnotherPeriodIsNotBegun(t *testing.T) {
	b := sample.Park().Book()
	quarter := app.Period{Year: 2021, Quarter: 1}
	d := collection.Over(b, quarter, day)
	if d.Begun() || len(d.Rows) != len(b.ActiveResidents(quarter)) || d.Count(collection.NotSent) != len(d.Rows) || !d.Due.Zero() {
		t.Errorf("begun %v, %d rows, %d not sent, due %v", d.Begun(), len(d.Rows), d.Count(collection.NotSent), d.Due)
	}
}

func TestReminderIsCountedAndChangesNothingElse(t *testing.T) {
	d := over(t)
	rows := collection.Remindable(d.Rows)
	if len(rows) != 5 { // overdue, returned, sent
		t.Fatalf("%d can be reminded", len(rows))
	}
	for i, rec := range collection.Remind(rows, year, day, app.Date{}) {
		got, was := rec.(*app.Questionnaire), rows[i].Sheet
		want := *was
		want.Reminders, want.Reminded = app.Of(was.Reminders.N+1), day
		if diff := cmp.Diff(&want, got); diff != "" || got == was {
			t.Errorf("%s (-want +got):\n%s", rows[i].Resident.ShortName, diff)
		}
	}
}

func TestWhatIsSaidByHand(t *testing.T) {
	due := day.AddDays(10)
	for _, c := range []struct {
		hand collection.Hand
		of   string
		want collection.State
	}{
		{collection.SentByPost, "ООО «Препрег-П»", collection.Sent},
		{collection.AcceptedOnPaper, "ООО «Препрег-П»", collection.Accepted},
		{collection.AcceptedOnPaper, "ООО «Литий и натрий»", collection.Accepted},
		{collection.NotNeeded, "ООО «Препрег-П»", collection.Unneeded},
	} {
		d := over(t)
		row, _ := d.Of(sheet(t, c.of).Resident)
		recs := collection.Note([]collection.Row{row}, year, c.hand, day, due)
		if faults := app.Validate(recs[0]); len(faults) > 0 {
			t.Fatal(faults)
		}
		after := over(t, recs...)
		now, _ := after.Of(row.Resident.ID)
		if now.State != c.want || c.hand.Cannot(row, app.RU) != "" {
			t.Errorf("%s of %s: %s, want %s", c.hand.In(app.RU), c.of, now.State.Key(), c.want.Key())
		}
		if c.hand != collection.NotNeeded {
			continue
		}
		if c.hand.Cannot(now, app.RU) == "" || collection.NeededAgain.Cannot(row, app.RU) == "" {
			t.Error("what is marked already can be marked again")
		}
		again, _ := over(t, collection.Note([]collection.Row{now}, year, collection.NeededAgain, day, due)...).Of(row.Resident.ID)
		if again.State != collection.Overdue {
			t.Errorf("needed again: %s", again.State.Key())
		}
	}
}

func TestAddressesAreGivenOnce(t *testing.T) {
	rows := []collection.Row{
		{Resident: &app.Resident{ShortName: "А", Email: "one@example.org, two@example.org"}},
		{Resident: &app.Resident{ShortName: "Б", Email: "TWO@example.org"}},
		{Resident: &app.Resident{ShortName: "В"}},
	}
	line, without := collection.Addresses(rows)
	if line != "one@example.org; two@example.org" || len(without) != 1 || without[0] != "В" {
		t.Errorf("%q, without %v", line, without)
	}
}

func TestReminderSaysWhatWasAskedAndWhen(t *testing.T) {
	b := sample.Park().Book()
	d := collection.Over(b, year, day)
	row, _ := d.Of(sheet(t, "ООО «Препрег-П»").Resident)
	m := d.Reminders(b, []collection.Row{row}, app.RU)[0]
	for _, part := range []string{"Здравствуйте, " + row.Resident.Contact + "!", row.Sheet.Sent.String(), "Срок ответа — 15.05.2021", "технопарка «Пример» за 2020\u00a0год", "С уважением"} {
		if !strings.Contains(m.Text(), part) {
			t.Errorf("no %q in:\n%s", part, m.Text())
		}
	}
	all := d.Circular(b, collection.Remindable(d.Rows), app.RU).Text()
	for _, part := range []string{row.Resident.Contact, row.Sheet.Sent.String(), "15.05.2021"} {
		if strings.Contains(all, part) { // one of them has no day, and each was sent on its own
			t.Errorf("%q is said to all:\n%s", part, all)
		}
	}
}

// A quarter ends with a shortened word: no sentence gets a second full stop.
func TestReminderOfAQuarterHasOneFullStop(t *testing.T) {
	b := sample.Park().Book()
	d := collection.Over(b, year, day)
	row, _ := d.Of(sheet(t, "ООО «Препрег-П»").Resident)
	d.Period = app.Period{Year: 2020, Quarter: 1}
	without := row
	kept := *row.Sheet
	kept.Due = app.Date{}
	without.Sheet = &kept
	for _, r := range []collection.Row{row, without} {
		m := d.Reminders(b, []collection.Row{r}, app.RU)[0]
		if said := m.Subject + m.Text(); strings.Contains(said, "..") || !strings.Contains(said, "2020"+app.NBSP+"г.") {
			t.Errorf("said is\n%s", said)
		}
	}
}

// Whose file went back is asked to mend it, by a new day, and is not told of a day that has passed.
func TestReminderOfAReturnedFileAsksToMendIt(t *testing.T) {
	b := sample.Park().Book()
	d := collection.Over(b, year, app.Day(2026, 11, 30))
	d.Until = app.Day(2026, 12, 15)
	var row collection.Row
	for _, r := range d.Rows {
		if r.State == collection.Returned {
			row = r
		}
	}
	for lang, parts := range map[app.Lang][]string{
		app.RU: {row.Sheet.Returned.String() + " мы вернули", "исправить отмеченные ячейки", "до 15.12.2026", "исправленный файл"},
		app.EN: {"correct the marked cells", "by 15.12.2026"},
	} {
		m := d.Circular(b, []collection.Row{row}, lang)
		said := m.Subject + m.Text()
		for _, part := range parts {
			if !strings.Contains(said, part) {
				t.Errorf("no %q in:\n%s", part, said)
			}
		}
		for _, part := range []string{row.Sheet.Due.String(), "заполнить", "не дошёл", "not reached"} {
			if part != "" && strings.Contains(said, part) {
				t.Errorf("%q in:\n%s", part, said)
			}
		}
	}
	rec := collection.Remind([]collection.Row{row}, year, d.Day, d.Until)[0].(*app.Questionnaire)
	if rec.Due != d.Until || rec.Returned != row.Sheet.Returned {
		t.Errorf("noted %+v", rec)
	}
}

func TestEachReminderIsALetterOfItsOwn(t *testing.T) {
	b := sample.Park().Book()
	d := collection.Over(b, year, day)
	for _, lang := range []app.Lang{app.RU, app.EN} {
		pdf, pages, err := d.ReminderLetters(t.Context(), b, d.Rows[:3], day.Midnight(), lang)
		if err != nil || pages != 3 || !strings.HasPrefix(string(pdf), "%PDF") {
			t.Errorf("%s: %d pages, %v", lang, pages, err)
		}
		again, _, _ := d.ReminderLetters(t.Context(), b, d.Rows[:3], day.Midnight(), lang)
		if !bytes.Equal(again, pdf) {
			t.Errorf("%s: another time it has other bytes", lang)
		}
	}
}
