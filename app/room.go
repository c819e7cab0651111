package app

// Room is a part of a building that can be let.
type Room struct {
	Head
	Building, Floor, Number string         // where it is, as on its door
	Kind                    string         // what it is for, code of an option
	Area                    Cell[Quantity] // thousandths of a square metre
	Leasable                Cell[Flag]     // whether it can be let
}

// Type describes Room.
func (*Room) Type() *Type { return roomType }

var roomType = &Type{
	Key:     "room",
	One:     L("Помещение", "Room"),
	Many:    L("Помещения", "Rooms"),
	Section: SectionPark,
	Turn:    standing("помещение есть, пока есть здание", "a room is there as long as the building").apart("kind"),
	With:    "park",
	New:     func() Record { return new(Room) },
	Title:   roomTitle(RU),
	TitleEN: roomTitle(EN),
	Unique:  [][]string{{"building", "number"}},
	Alike:   [][]string{{"building", "number"}},
	Fields: []Field{
		text("building", L("Здание", "Building"), func(r *Room) *string { return &r.Building }).essential().width(20).repeated(),
		text("floor", L("Этаж", "Floor"), func(r *Room) *string { return &r.Floor }).width(6).repeated(),
		text("number", L("Номер помещения", "Room number"), func(r *Room) *string { return &r.Number }).essential().width(10).counted(),
		choice("kind", L("Назначение", "Purpose"), []Option{
			{"office", L("офис", "office")},
			{"production", L("производство", "production")},
			{"laboratory", L("лаборатория", "laboratory")},
			{"coworking", L("коворкинг", "co-working")},
			{"conference", L("конференц-зал", "conference hall")},
			{"tech_centre", L("технологический центр", "technology centre")},
			{"service", L("служебное", "service")},
		}, func(r *Room) *string { return &r.Kind }).required(),
		quantity("area", L("Площадь", "Area"), squareMetres, func(r *Room) *Cell[Quantity] { return &r.Area }).summed().required(),
		yesNo("leasable", L("Сдаётся", "Leasable"), func(r *Room) *Cell[Flag] { return &r.Leasable }).required().repeated(),
	},
}

func roomTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, _ Titles) string {
		room := r.(*Room)
		if room.Number == "" {
			return shortOr(room.Building, "—")
		}
		return shortOr(room.Building, "—") + L(", пом.", ", room").In(lang) + NBSP + room.Number
	}
}
