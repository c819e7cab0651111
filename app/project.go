package app

// Project is a research or development project of a resident.
type Project struct {
	Head
	Resident                            int64       // id of whose it is
	Title                               string      // what it is called
	Specialism                          int64       // id of the field of work
	Stage                               string      // level of readiness of the technology, code of an option
	Start, End                          Date        // first and last day
	BudgetOwn, BudgetState, BudgetOther Cell[Money] // kopecks by source
}

// Type describes Project.
func (*Project) Type() *Type { return projectType }

// stageOptions are the levels of technology readiness (УГТ) of ГОСТ Р 58048-2017.
func stageOptions() []Option {
	options := make([]Option, 9)
	for i := range options {
		n := string(rune('1' + i))
		options[i] = Option{n, L("УГТ"+NBSP+n, "TRL"+NBSP+n)}
	}
	return options
}

var projectType = &Type{
	Key:     "project",
	One:     L("Проект", "Project"),
	Many:    L("Проекты", "Projects"),
	Section: SectionResidents,
	Turn:    standing("проект идёт, пока не закончен", "a project goes on until it ends").between("start_date", "end_date"),
	Owner:   "resident",
	Alike:   [][]string{{"resident", "title"}},
	New:     func() Record { return new(Project) },
	Title:   func(r Record, _ Titles) string { return r.(*Project).Title },
	Fields: []Field{
		ref("resident", L("Резидент", "Resident"), "resident", func(r *Project) *int64 { return &r.Resident }).essential().width(30),
		text("title", L("Название", "Title"), func(r *Project) *string { return &r.Title }).own().essential().width(44),
		ref("specialism", L("Направление", "Field of work"), "specialism", func(r *Project) *int64 { return &r.Specialism }),
		choice("stage", L("Стадия", "Stage"), stageOptions(), func(r *Project) *string { return &r.Stage }).width(8),
		date("start_date", L("Начало", "Start"), func(r *Project) *Date { return &r.Start }),
		date("end_date", L("Окончание", "End"), func(r *Project) *Date { return &r.End }),
		money("budget_own", L("Собственные средства", "Own funds"), func(r *Project) *Cell[Money] { return &r.BudgetOwn }),
		money("budget_state", L("Бюджетные средства", "Budget funds"), func(r *Project) *Cell[Money] { return &r.BudgetState }),
		money("budget_other", L("Прочие средства", "Other funds"), func(r *Project) *Cell[Money] { return &r.BudgetOther }),
	},
}
