package app

// Questionnaire says how the figures of one resident for one period are gathered: when it was
// asked, until when it had to answer, what came back and what became of that. The figures
// themselves are in the records they belong to.
type Questionnaire struct {
	Head
	Resident  int64       // id of who is asked
	Period    Period      // what for: a year, or a quarter of it
	Way       string      // QuestionnaireFile and so on; empty for by file
	Sent, Due Date        // asked on, and to be answered until; none: not asked, no day set
	Reminders Cell[Count] // how often it was reminded
	Reminded  Date        // when for the last time
	Received  Date        // when an answer came; none: none has
	Returned  Date        // when the answer was sent back to be mended
	Accepted  Date        // when the answer was recorded
	Filled    Cell[Count] // items of the answer that say something
	Asked     Cell[Count] // items that were asked
	Doubts    Cell[Count] // cells of the answer that were rejected, and findings it raises
	Answer    string      // name of the file that came
	Content   string      // of the file, see Content; empty when it is not kept
	Fault     string      // why the file as a whole cannot be taken: «анкета за 2019 год»
	Remark    string      // several lines: why it was returned, what was agreed by telephone
}

// Type describes Questionnaire.
func (*Questionnaire) Type() *Type { return questionnaireType }

// Ways in which figures are gathered from a resident.
const (
	QuestionnaireFile     = "file"
	QuestionnairePaper    = "paper"
	QuestionnaireUnneeded = "unneeded" // its figures come from elsewhere, or it owes none
)

var items = L("пунктов", "items")

var questionnaireType = &Type{
	Key:       "questionnaire",
	One:       L("Анкета", "Questionnaire"),
	Many:      L("Анкеты", "Questionnaires"),
	Section:   SectionReports,
	Turn:      past("анкета — запрос за свой период; за новый их заводят, когда рассылают", "a questionnaire asks for its own period; those of the new one are made when they are sent"),
	Aside:     true,
	Gathering: true,
	Period:    "period",
	Owner:     "resident",
	New:       func() Record { return new(Questionnaire) },
	Title:     questionnaireTitle(RU),
	TitleEN:   questionnaireTitle(EN),
	Unique:    [][]string{{"resident", "period"}},
	Check:     checkQuestionnaire,
	Fields: join(
		section(L("Кто и когда", "Who and when"),
			ref("resident", L("Резидент", "Resident"), "resident", func(r *Questionnaire) *int64 { return &r.Resident }).essential().width(30),
			period(func(r *Questionnaire) *Period { return &r.Period }),
			choice("way", L("Как собирают", "How it is gathered"), []Option{
				{QuestionnaireFile, L("файлом", "by file")},
				{QuestionnairePaper, L("на бумаге", "on paper")},
				{QuestionnaireUnneeded, L("не нужна", "not needed")},
			}, func(r *Questionnaire) *string { return &r.Way }),
		),
		section(L("Запрос", "Request"),
			date("sent", L("Послана", "Sent on"), func(r *Questionnaire) *Date { return &r.Sent }),
			date("due", L("Срок ответа", "Due on"), func(r *Questionnaire) *Date { return &r.Due }),
			count("reminders", L("Напоминаний", "Reminders"), L("раз", "times"), func(r *Questionnaire) *Cell[Count] { return &r.Reminders }),
			date("reminded", L("Последнее напоминание", "Last reminded on"), func(r *Questionnaire) *Date { return &r.Reminded }),
		),
		section(L("Ответ", "Answer"),
			date("received", L("Ответ получен", "Answered on"), func(r *Questionnaire) *Date { return &r.Received }),
			date("returned", L("Возвращена", "Returned on"), func(r *Questionnaire) *Date { return &r.Returned }),
			date("accepted", L("Принята", "Accepted on"), func(r *Questionnaire) *Date { return &r.Accepted }),
			count("filled", L("Заполнено", "Filled in"), items, func(r *Questionnaire) *Cell[Count] { return &r.Filled }),
			count("asked", L("Спрошено", "Asked"), items, func(r *Questionnaire) *Cell[Count] { return &r.Asked }),
			count("doubts", L("Замечаний", "Doubts"), L("шт.", "pcs"), func(r *Questionnaire) *Cell[Count] { return &r.Doubts }).
				hint("отклонённые ячейки ответа и замечания проверки, которые он вызывает", "rejected cells of the answer and the findings of the check that it raises"),
			text("answer", L("Файл ответа", "File of the answer"), func(r *Questionnaire) *string { return &r.Answer }).width(28),
			text("sha256", L("SHA-256", "SHA-256"), func(r *Questionnaire) *string { return &r.Content }).content().fixed().hidden(),
			text("fault", L("Почему файл не годится", "Why the file cannot be taken"), func(r *Questionnaire) *string { return &r.Fault }).width(30),
			note("remark", L("Примечание", "Remark"), func(r *Questionnaire) *string { return &r.Remark }),
		),
	),
}

// checkQuestionnaire rejects days in an order that cannot be, and more answered than was asked.
func checkQuestionnaire(rec Record) FieldErrors {
	q := rec.(*Questionnaire)
	var faults FieldErrors
	late := func(key string, first, last Date, ru, en string) {
		if !first.Zero() && !last.Zero() && last.Before(first) {
			faults = append(faults, FieldError{key, L(
				ru+" "+last.String()+" — раньше "+first.String()+"; проверьте обе даты",
				en+" "+last.String()+" is before "+first.String()+"; check both dates")})
		}
	}
	late("due", q.Sent, q.Due, "срок ответа", "the day the answer is due")
	late("returned", q.Received, q.Returned, "дата возврата", "the day of the return")
	if q.Filled.Given() && q.Asked.Given() && q.Filled.N > q.Asked.N {
		faults = append(faults, FieldError{"filled", L(
			"заполнено больше пунктов, чем спрошено; проверьте оба числа",
			"more items are filled in than were asked; check both numbers")})
	}
	return faults
}

func questionnaireTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, titles Titles) string {
		q := r.(*Questionnaire)
		return titled(titles("resident", q.Resident), q.Period.In(lang))
	}
}
