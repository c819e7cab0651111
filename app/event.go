package app

// Event is an exhibition, a conference, a training or an accelerator the park held.
type Event struct {
	Head
	Kind         string      // code of an option
	Title        string      // what it was called
	Date         Date        // first day
	Participants Cell[Count] // people who came
}

// Type describes Event.
func (*Event) Type() *Type { return eventType }

var eventType = &Type{
	Key:     "event",
	One:     L("Мероприятие", "Event"),
	Many:    L("Мероприятия", "Events"),
	Section: SectionPark,
	Turn:    past("мероприятие прошло в свой день", "an event was held on its day"),
	With:    "park",
	Period:  "date",
	Alike:   [][]string{{"title", "date"}},
	New:     func() Record { return new(Event) },
	Title:   func(r Record, _ Titles) string { return r.(*Event).Title },
	Naming:  "title",
	Fields: []Field{
		choice("kind", L("Вид", "Kind"), []Option{
			{"exhibition", L("выставка", "exhibition")},
			{"conference", L("конференция", "conference")},
			{"training", L("обучение", "training")},
			{"accelerator", L("акселератор", "accelerator")},
		}, func(r *Event) *string { return &r.Kind }).required(),
		text("title", L("Название", "Title"), func(r *Event) *string { return &r.Title }).own().essential().width(50),
		date("date", L("Дата", "Date"), func(r *Event) *Date { return &r.Date }).essential(),
		count("participants", L("Участников", "Participants"), people, func(r *Event) *Cell[Count] { return &r.Participants }).summed(),
	},
}
