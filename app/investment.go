package app

// Investment is money put into the park.
type Investment struct {
	Head
	Date    Date        // day of the money
	Source  string      // whose money, code of an option
	Amount  Cell[Money] // kopecks
	Purpose string      // what it was for
}

// Type describes Investment.
func (*Investment) Type() *Type { return investmentType }

var investmentType = &Type{
	Key:     "investment",
	One:     L("Вложение в технопарк", "Investment in the park"),
	Many:    L("Вложения в технопарк", "Investments in the park"),
	Section: SectionPark,
	Turn:    standing("вложения считаются нарастающим итогом", "investments are counted cumulatively").between("date", ""),
	With:    "park",
	Period:  "date",
	Reads:   investedByYear,
	New:     func() Record { return new(Investment) },
	Title:   investmentTitle(RU),
	TitleEN: investmentTitle(EN),
	Fields: []Field{
		date("date", L("Дата", "Date"), func(r *Investment) *Date { return &r.Date }).essential(),
		choice("source", L("Источник", "Source"), []Option{
			{"federal", L("федеральный бюджет", "federal budget")},
			{"regional", L("региональный бюджет", "regional budget")},
			{"municipal", L("муниципальный бюджет", "municipal budget")},
			{"company", L("средства управляющей компании", "own funds of the company")},
			{"private", L("частные инвестиции", "private investment")},
			{"loan", L("заёмные средства", "borrowed funds")},
		}, func(r *Investment) *string { return &r.Source }).required().width(28),
		money("amount", L("Сумма", "Amount"), func(r *Investment) *Cell[Money] { return &r.Amount }).required(),
		text("purpose", L("Назначение", "Purpose"), func(r *Investment) *string { return &r.Purpose }).width(40),
	},
}

func investmentTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, _ Titles) string {
		i := r.(*Investment)
		return titled(shortOr(i.Purpose, L("вложение", "investment").In(lang)), i.Date.String())
	}
}

// investedByYear: indicators of investment are cumulative, so a year reads those before it too.
func investedByYear(_ *Book, rec Record, year Period) bool {
	p := PeriodOf(rec)
	return p.Zero() || !p.First().After(year.Last())
}
