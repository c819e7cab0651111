package sample

import "technopark/app"

// addDeadlines writes down until when the figures of the last years had to be handed in.
func (b *builder) addDeadlines() {
	for year := lastYear - 1; year <= lastYear; year++ {
		b.add(&app.Deadline{
			Period: app.YearPeriod(year), Due: app.Date{Year: year + 1, Month: 6, Day: 30},
			Taker: "Организатор рейтинга", Remark: "Пакет документов в электронном виде.",
		})
	}
}
