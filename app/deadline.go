package app

// Deadline is the day until which the figures of a year are to be handed in, and where. Nobody
// publishes it in advance: the company writes it down when it is told.
type Deadline struct {
	Head
	Period Period // whose figures they are
	Due    Date   // the last day
	Taker  string // who is to have them
	Remark string // several lines: how they are handed in, what was agreed
}

// Type describes Deadline.
func (*Deadline) Type() *Type { return deadlineType }

var deadlineType = &Type{
	Key:       "deadline",
	One:       L("Срок сдачи", "Deadline"),
	Many:      L("Сроки сдачи", "Deadlines"),
	Section:   SectionMethod,
	Gathering: true,
	With:      "park",
	Period:    "period",
	Turn:      past("срок — сдачи сведений за свой год; новый назовут позже", "a deadline is for its own year; that of the new one will be told later"),
	Unique:    [][]string{{"period"}},
	New:       func() Record { return new(Deadline) },
	Title:     func(r Record, _ Titles) string { return titled("срок сдачи", r.(*Deadline).Period.In(RU)) },
	TitleEN:   func(r Record, _ Titles) string { return titled("deadline", r.(*Deadline).Period.In(EN)) },
	Fields: []Field{
		period(func(r *Deadline) *Period { return &r.Period }).own(),
		date("due", L("Сдать до", "Due on"), func(r *Deadline) *Date { return &r.Due }).essential().
			hint("последний день, когда заявку ещё примут", "the last day on which the application is taken"),
		text("taker", L("Куда сдаётся", "Handed in to"), func(r *Deadline) *string { return &r.Taker }).width(30),
		note("remark", L("Примечание", "Remark"), func(r *Deadline) *string { return &r.Remark }),
	},
}

// DueOf returns the day until which the figures of a period are to be handed in; none when nobody
// has written it down.
func DueOf(b *Book, p Period) Date {
	for _, d := range All[Deadline](b, "deadline") {
		if d.Period == p {
			return d.Due
		}
	}
	return Date{}
}
