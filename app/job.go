package app

// JobCreated marks an entry of new jobs; the other change is a cut.
const JobCreated = "created"

// Job is an entry of jobs created or cut, by a resident or, when Resident is 0,
// by the management company.
type Job struct {
	Head
	Resident int64       // id of who made the jobs; 0 for the management company
	Date     Date        // day of the change
	Change   string      // created or cut, code of an option
	Count    Cell[Count] // how many
	Category string      // of the staff, code of an option
	HighTech Cell[Flag]  // whether they are high-technology ones
	Pay      Cell[Money] // kopecks a month, on average
	Basis    string      // paper that shows it
}

// Type describes Job.
func (*Job) Type() *Type { return jobType }

var jobType = &Type{
	Key:     "job",
	One:     L("Запись о рабочих местах", "Jobs entry"),
	Many:    L("Рабочие места", "Jobs"),
	Section: SectionResidents,
	Turn:    past("место создано или сокращено в свой день", "a job was created or cut on its day"),
	With:    "company",
	Owner:   "resident",
	Period:  "date",
	New:     func() Record { return new(Job) },
	Title:   jobTitle(RU),
	TitleEN: jobTitle(EN),
	Fields: append([]Field{
		ref("resident", L("Резидент", "Resident"), "resident", func(r *Job) *int64 { return &r.Resident }).width(30).
			hint("пусто — рабочие места управляющей компании", "empty: jobs of the management company"),
	}, asked(
		date("date", L("Дата", "Date"), func(r *Job) *Date { return &r.Date }).essential(),
		choice("change", L("Изменение", "Change"), []Option{
			{JobCreated, L("создано", "created")},
			{"cut", L("сокращено", "cut")},
		}, func(r *Job) *string { return &r.Change }).required().width(11),
		count("count", L("Количество", "Number"), L("мест", "jobs"), func(r *Job) *Cell[Count] { return &r.Count }).required(),
		choice("category", L("Категория", "Category"), []Option{
			{"researchers", L("исследователи", "researchers")},
			{"engineers", L("инженеры и техники", "engineers and technicians")},
			{"production", L("производственный персонал", "production staff")},
			{"management", L("управление", "management")},
			{"other", L("прочие", "other")},
		}, func(r *Job) *string { return &r.Category }).required().width(22),
		yesNo("high_tech", L("Высокотехнологичные", "High-technology"), func(r *Job) *Cell[Flag] { return &r.HighTech }),
		roubles("pay", L("Средняя зарплата", "Average pay"), L("руб. в мес.", "RUB a month"), func(r *Job) *Cell[Money] { return &r.Pay }),
		text("basis", L("Документ-основание", "Basis document"), func(r *Job) *string { return &r.Basis }).width(30),
	)...),
}

func jobTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, titles Titles) string {
		j := r.(*Job)
		return titled(shortOr(titles("resident", j.Resident), L("УК", "management company").In(lang)), j.Date.String())
	}
}
