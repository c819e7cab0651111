package sample

import (
	"fmt"

	"technopark/app"
)

// addPublicity adds the events the park held and what was written about it.
func (b *builder) addPublicity() {
	for year := b.first; year <= lastYear; year++ {
		b.addEvents(year)
		b.addPublications(year, 18+5*max(year-firstYear, 0))
	}
}

func (b *builder) addEvents(year int) {
	for i, e := range []struct{ kind, title string }{
		{"exhibition", "Дни открытых дверей технопарка «Пример» — %d"},
		{"conference", "Конференция «Гибкая электроника: от опыта к серии», %d год"},
		{"training", "Школа технологического предпринимателя, весенний поток %d года"},
		{"accelerator", "Акселератор «Первый образец», набор %d-1"},
		{"exhibition", "Коллективный стенд резидентов на выставке «ПримерЭкспо-%d»"},
		{"training", "Курс «Учёт и защита РИД для малых компаний», %d год"},
		{"conference", "Круглый стол «Генетика и биотехнологии: что нужно производству», %d год"},
		{"accelerator", "Акселератор «Первый образец», набор %d-2"},
		{"training", "Летняя инженерная школа для старшеклассников — %d"},
		{"exhibition", "Ярмарка вакансий резидентов, осень %d года"},
		{"training", "Стажировки студентов: ознакомительная неделя %d года"},
	} {
		d := diceFor("event", i*10+year%10)
		event := &app.Event{
			Kind: e.kind, Title: fmt.Sprintf(e.title, year), Date: app.Day(year, 1+i, int(d.between(3, 27))),
			Participants: app.Of(app.Count(d.between(24, 380))),
		}
		switch {
		case year == lastYear && (i == 3 || i == 4):
			continue // not held that spring
		case year == firstYear && i == 6:
			event.Participants = app.Cell[app.Count]{} // nobody counted them
		}
		b.add(event)
	}
}

func (b *builder) addPublications(year, n int) {
	told := map[string]bool{} // headlines by outlet: no paper prints one twice
	for _, rec := range b.records["publication"] {
		p := rec.(*app.Publication)
		told[p.Outlet+p.Title] = true
	}
	for i := range n {
		d := diceFor("publication", i*10+year%10)
		outlet := oneOf(d, []string{
			"Образцовская правда", "Вестник технопарков", "Газета «Примерный край»", "Деловой Образцовск", "Инженер и дело",
			"Портал «Наука рядом»", "Example Tech Review",
		})
		p := &app.Publication{
			Date: app.Day(year, 1+i*12/n, int(d.between(1, 28))), Outlet: outlet, Language: "ru",
			Title: headline(d, oneOf(d, b.inventors(year, func(trade) bool { return true }))),
			Link:  fmt.Sprintf("https://press.example/%d/%03d", year, i+1),
		}
		if outlet == "Example Tech Review" {
			p.Language, p.Title = "en", fmt.Sprintf("Technopark “Primer”: notes from the site, No %d of %d", i+1, year)
		}
		for told[p.Outlet+p.Title] {
			p.Title = headline(d, oneOf(d, b.inventors(year, func(trade) bool { return true })))
		}
		told[p.Outlet+p.Title] = true
		b.add(p)
	}
}

func headline(d dice, m *member) string {
	subject := oneOf(d, subjects(m.trade))
	return oneOf(d, []string{
		"В технопарке «Пример» показали образец " + subject,
		m.short + " завершает испытания " + subject,
		"Опыт " + m.short + ": от чертежа до " + subject,
		"Технопарк «Пример»: начат выпуск " + subject,
		"Резиденты о кадрах: рассказывает " + personName(d) + ", " + m.short,
	})
}
