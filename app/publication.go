package app

// Publication is a text about the park in the press or on a site.
type Publication struct {
	Head
	Date     Date   // of the text
	Outlet   string // that printed it
	Title    string // of the text
	Link     string // address in the net
	Language string // code of an option
}

// Type describes Publication.
func (*Publication) Type() *Type { return publicationType }

var publicationType = &Type{
	Key:     "publication",
	One:     L("Публикация", "Publication"),
	Many:    L("Публикации", "Publications"),
	Section: SectionPark,
	Turn:    past("публикация вышла в свой день", "a publication came out on its day"),
	With:    "park",
	Period:  "date",
	Alike:   [][]string{{"link"}, {"title", "date"}},
	New:     func() Record { return new(Publication) },
	Title:   func(r Record, _ Titles) string { return r.(*Publication).Title },
	Naming:  "title",
	Fields: []Field{
		date("date", L("Дата", "Date"), func(r *Publication) *Date { return &r.Date }).essential(),
		text("outlet", L("Издание", "Outlet"), func(r *Publication) *string { return &r.Outlet }).repeated().required().width(26),
		text("title", L("Заголовок", "Title"), func(r *Publication) *string { return &r.Title }).own().essential().width(50),
		contact("link", L("Ссылка", "Link"), SchemeURL, func(r *Publication) *string { return &r.Link }).own().width(30),
		choice("language", L("Язык", "Language"), []Option{
			{"ru", L("русский", "Russian")}, {"en", L("английский", "English")}, {"other", L("другой", "other")},
		}, func(r *Publication) *string { return &r.Language }).width(11),
	},
}
