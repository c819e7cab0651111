package sample

import "technopark/app"

// The days of the collection of 2020: what was sent in April had to be back by the middle of May.
var (
	askedOn = app.Date{Year: 2021, Month: 4, Day: 12}
	dueOn   = app.Date{Year: 2021, Month: 5, Day: 15}
)

// reminders says how often those who have not answered were reminded.
var reminders = map[string]app.Count{"ООО «Препрег-П»": 1, "ООО «Сети без потерь»": 2}

// addQuestionnaires shows the collection of the last year at work: most answers are recorded,
// and there is one of each kind that is not.
func (b *builder) addQuestionnaires() {
	for _, m := range b.members {
		if !m.activeIn(lastYear) {
			continue
		}
		q := &app.Questionnaire{
			Resident: m.id, Period: app.YearPeriod(lastYear), Way: app.QuestionnaireFile,
			Sent: askedOn.AddDays(m.number % 3), Due: dueOn,
			Reminders: app.Of(reminders[m.short]), Asked: app.Of(b.askedOf()),
		}
		if q.Reminders.N > 0 {
			q.Reminded = dueOn.AddDays(3)
		}
		if !m.is(silent) {
			b.answer(m, q)
		}
		b.add(q)
	}
}

// answer puts down what came back from a company.
func (b *builder) answer(m *member, q *app.Questionnaire) {
	d := diceFor("questionnaire", m.number)
	q.Received = q.Sent.AddDays(int(d.between(6, 30)))
	q.Filled = app.Of(b.filledOf(m))
	q.Answer = "Анкета 2020 — " + m.short + " — " + b.records["resident"][m.id-1].(*app.Resident).INN + ".xlsx"
	switch m.short {
	case "ООО «БиоКлён»", "ООО «Прототип за неделю»":
		q.Doubts = app.Of(app.Count(3))
	case "ООО «КардиоНить»":
		q.Doubts = app.Of(app.Count(2))
	case "АО «ГеномГрад-Пример»", "ООО «Учёт и маршруты»", "ООО «Чистый сапфир»":
		q.Doubts = app.Of(app.Count(0))
	case "ООО «Литий и натрий»":
		q.Fault, q.Filled = "анкета за 2019 год", app.Cell[app.Count]{}
	case "ООО «Крыло и лопасть»":
		q.Doubts, q.Returned = app.Of(app.Count(2)), q.Received.AddDays(1)
		q.Remark = "Не указана численность: просили дополнить."
	case "ООО «Росчерк-3D»": // asked later, and no day was set for it
		q.Sent, q.Due, q.Answer = dueOn, app.Date{}, ""
		q.Received, q.Filled = app.Date{}, app.Cell[app.Count]{}
	case "ООО «Графен-Объём»": // told its figures by telephone
		q.Sent, q.Due, q.Answer, q.Way = app.Date{}, app.Date{}, "", ""
		q.Received, q.Filled = app.Date{}, app.Cell[app.Count]{}
	default:
		q.Accepted, q.Doubts = q.Received.AddDays(int(d.between(0, 3))), app.Of(app.Count(0))
	}
}

// askedOf returns how many figures of a report are asked of a resident.
func (b *builder) askedOf() app.Count {
	n := app.Count(0)
	for _, f := range new(app.ResidentReport).Type().Fields {
		if f.Typed() && !f.Essential {
			n++
		}
	}
	return n
}

// filledOf returns how many figures the report of a company for the last year has.
func (b *builder) filledOf(m *member) app.Count {
	n := app.Count(0)
	for _, rec := range b.records["resident_report"] {
		r := rec.(*app.ResidentReport)
		if r.Resident != m.id || r.Period != app.YearPeriod(lastYear) {
			continue
		}
		for _, f := range r.Type().Fields {
			if f.Typed() && !f.Essential && !f.Get(r).Empty() {
				n++
			}
		}
	}
	return n
}
