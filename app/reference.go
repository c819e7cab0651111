package app

// Reference is a figure of the published rating to set a park's own beside: the
// mean of the rated parks or the figure of one of them.
type Reference struct {
	Head
	Period Period       // of the data; the rating is of the year after
	Whose  string       // ReferenceMean or ReferencePark
	Park   string       // its name, when it is of one park
	Region string       // or city that park is in
	Code   string       // of an indicator or sub-index, IndexCode or PlaceCode
	Value  Cell[Figure] // millionths of the unit
	Unit   string       // in words, as the source prints it
	Source string       // page and table of the review
}

// Type describes Reference.
func (*Reference) Type() *Type { return referenceType }

// Whose figure a reference is.
const (
	ReferenceMean = "mean"
	ReferencePark = "park"
)

var referenceType = &Type{
	Key:     "reference",
	One:     L("Значение для сравнения", "Reference value"),
	Many:    L("Значения для сравнения", "Reference values"),
	Section: SectionMethod,
	Turn:    past("опубликованные значения — за свой год", "published figures are of their year"),
	Scope:   ScopeFile,
	Period:  "period",
	New:     func() Record { return new(Reference) },
	Title:   referenceTitle(RU),
	TitleEN: referenceTitle(EN),
	Fields: []Field{
		period(func(r *Reference) *Period { return &r.Period }).
			hint("за какой год данные: рейтинг 2021 года — по данным 2020", "the year of the data: the rating of 2021 is about 2020"),
		choice("whose", L("Чьё значение", "Whose"), []Option{
			{ReferenceMean, L("среднее по рейтингу", "rating average")},
			{ReferencePark, L("другой технопарк", "another park")},
		}, func(r *Reference) *string { return &r.Whose }).essential().width(20),
		text("park", L("Технопарк", "Park"), func(r *Reference) *string { return &r.Park }).width(26).
			hint("если значение одного технопарка", "when the figure is of one park"),
		text("region", L("Регион", "Region"), func(r *Reference) *string { return &r.Region }).width(20).
			hint("субъект РФ или город этого технопарка", "the region or city of that park"),
		identifier("code", L("Показатель", "Indicator"), SchemeIndicator, func(r *Reference) *string { return &r.Code }).own().essential().width(10).
			hint("код, например S2.1; субиндекс — S2, сводный индекс — I, место — P", "code such as S2.1; S2 is a sub-index, I the whole index, P the place"),
		figure("value", L("Значение", "Value"), L("ед. показателя", "units of the indicator"), func(r *Reference) *Cell[Figure] { return &r.Value }).required().signed(),
		text("unit", L("Единица", "Unit"), func(r *Reference) *string { return &r.Unit }).width(16).
			hint("как у показателя, например тыс. руб./чел.", "that of the indicator, such as thousand RUB per head"),
		text("source", L("Источник", "Source"), func(r *Reference) *string { return &r.Source }).width(34).
			hint("обзор, страница, таблица", "review, page, table"),
	},
}

func referenceTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, _ Titles) string {
		x := r.(*Reference)
		whose := x.Park
		if x.Whose != ReferencePark {
			whose = L("среднее", "mean").In(lang)
		}
		return titled(x.Code, shortOr(whose, L("другой технопарк", "another park").In(lang)), x.Period.In(lang))
	}
}
