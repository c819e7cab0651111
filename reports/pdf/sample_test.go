package pdf_test

import (
	"fmt"
	"strings"
	"time"

	"technopark/reports/doc"
)

// sample is a small package with every kind of block and the awkward texts
// of real life; the rest of the tests print it and look.
func sample() doc.Document {
	return doc.Document{
		Title: "Пакет документов на рейтинг 2021", Author: "АО «УК „Пример“»", Subject: "Национальный рейтинг технопарков России",
		Creator: "Технопарк 0.1", Lang: "ru-RU", Created: time.Date(2021, 3, 15, 0, 0, 0, 0, time.UTC), Draft: true,
		Foot:     doc.Foot{Park: "Технопарк в сфере высоких технологий «Пример» (демонстрационные данные)", Edition: "рейтинг 2021 г., редакция 3", Hash: "данные 3f2a9c10"},
		Sections: []doc.Section{titlePage(), contentsPage(), parkCard(), register("Реестр резидентов", 95), jobs(), indicators(), signatures()},
	}
}

func titlePage() doc.Section {
	return doc.Section{Title: "Титульный лист", Untitled: true, Blocks: []doc.Block{
		doc.Spacer{Height: 6},
		doc.Paragraph{Text: "УТВЕРЖДАЮ", Left: 100, Bold: true},
		doc.Paragraph{Text: "Генеральный директор\nАО «Управляющая компания „Пример“»\n\n____________________ Н. П. Королёва\n«___» ____________ 2021 г.", Left: 100},
		doc.Spacer{Fill: true},
		doc.Paragraph{Text: "ПАКЕТ ДОКУМЕНТОВ", Align: doc.Center, Bold: true, Size: 20},
		doc.Paragraph{Text: "для участия в Национальном рейтинге технопарков России 2021 года", Align: doc.Center, Size: 14},
		doc.Spacer{Height: 6},
		doc.Paragraph{Text: "Технопарк в сфере высоких технологий «Пример»", Align: doc.Center, Bold: true, Size: 16},
		doc.Paragraph{Text: "данные за 2020 год", Align: doc.Center, Size: 14},
		doc.Spacer{Fill: true},
		doc.Spacer{Fill: true},
		doc.Paragraph{Text: "Реконструкция по открытым источникам; не является официальной методикой АКИТ РФ", Align: doc.Center, Italic: true, Size: 10},
		doc.Paragraph{Text: "Троицк, Москва\n2021", Align: doc.Center},
	}}
}

func contentsPage() doc.Section {
	return doc.Section{Title: "Содержание", NewPage: true, Blocks: []doc.Block{doc.Contents{}}}
}

func parkCard() doc.Section {
	return doc.Section{Title: "Карточка технопарка", InContents: true, NewPage: true, Blocks: []doc.Block{
		doc.KeyValues{Items: []doc.KeyValue{
			{Label: "Общие сведения"},
			{Label: "Полное наименование", Value: "Технопарк в сфере высоких технологий «Пример»"},
			{Label: "Дата ввода в эксплуатацию", Value: "24.12.2012"},
			{Label: "Почтовый адрес", Value: "108840, г.\u00a0Москва, г.\u00a0Троицк, ул.\u00a0Промышленная, д.\u00a04, стр.\u00a02, помещение\u00a0I"},
			{Label: "Площадка"},
			{Label: "Площадь земельного участка", Value: "16,20", Unit: "га"},
			{Label: "Полезная площадь зданий, пригодная для размещения резидентов технопарка", Value: "58\u00a0412,6", Unit: "м²"},
		}},
		doc.Heading{Text: "Как получены сведения", Level: 1, InContents: true},
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: "Показатели посчитаны по отчётам резидентов за 2020 год. Отсутствующие сведения нулями не заменяются: «не представлено» выводит резидента из обеих сумм показателя и снижает полноту. Индекс составлен по равным весам внутри субиндекса и между субиндексами, потому что официальные веса не опубликованы."},
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: "Всего в технопарке 95 резидентов; за год создано 454 рабочих места."},
	}}
}

// register is a landscape register with n residents.
func register(title string, n int) doc.Section {
	t := doc.Table{
		Numbered: true,
		Columns: []doc.Column{
			{Title: "№ п/п", Align: doc.Right},
			{Title: "Наименование резидента", Weight: 5, Min: 50},
			{Title: "ИНН", Group: "Идентификаторы"},
			{Title: "ОГРН (ОГРНИП)", Group: "Идентификаторы"},
			{Title: "ОКВЭД2", Group: "Идентификаторы"},
			{Title: "Направление деятельности", Weight: 3},
			{Title: "Дата включения в реестр"},
			{Title: "Выручка", Unit: "тыс.\u00a0руб.", Align: doc.Right, Group: "Отчёт за 2020 год"},
			{Title: "Средне\u00adсписочная числен\u00adность", Unit: "чел.", Align: doc.Right, Group: "Отчёт за 2020 год"},
		},
	}
	for i := range n {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(
			fmt.Sprint(i+1), residentName(i), fmt.Sprintf("77%08d", 1000*i+7), fmt.Sprintf("10277%08d", 31*i), "26.51.6",
			[]string{"робототехника", "генетика и биотехнологии", "гибкая электроника", "фотовольтаика"}[i%4],
			fmt.Sprintf("%02d.%02d.%d", i%28+1, i%12+1, 2013+i%8), thousands(1_234_567+i*98_765), fmt.Sprint(15+i*3))})
	}
	t.Rows = append(t.Rows, doc.Row{Kind: doc.RowTotal, Cells: []doc.Cell{{Text: "Итого", Span: 7}, {Text: "1\u00a0234\u00a0567\u00a0890,0"}, {Text: "12\u00a0345"}}})
	return doc.Section{Title: title, InContents: true, NewPage: true, Landscape: true, Blocks: []doc.Block{t}}
}

func residentName(i int) string {
	switch i % 7 {
	case 3:
		return fmt.Sprintf("Федеральное государственное бюджетное учреждение науки «Институт проблем лазерных и информационных технологий имени Н.\u00a0Н.\u00a0Семёнова №\u00a0%d»", i)
	case 5:
		return fmt.Sprintf("ИП Щёкин-Кротов Ёжи Станиславович (%d)", i)
	default:
		return fmt.Sprintf("Общество с ограниченной ответственностью «Научно-производственное предприятие „Фотон-%d“»", i)
	}
}

// thousands prints kopeck-free thousands with one decimal, as registers do.
func thousands(n int) string {
	s := fmt.Sprint(n)
	var parts []string
	for len(s) > 3 {
		parts = append([]string{s[len(s)-3:]}, parts...)
		s = s[:len(s)-3]
	}
	return strings.Join(append([]string{s}, parts...), "\u00a0") + ",0"
}

func jobs() doc.Section {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Дата"},
		{Title: "Организация", Weight: 1},
		{Title: "Категория", Weight: 1},
		{Title: "Создано", Unit: "ед.", Align: doc.Right},
		{Title: "Средняя зарплата", Unit: "тыс.\u00a0руб.", Align: doc.Right},
	}}
	for quarter := 1; quarter <= 4; quarter++ {
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(fmt.Sprintf("%d квартал 2020 года", quarter))})
		for i := range 22 {
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(fmt.Sprintf("%02d.%02d.2020", i+1, quarter*3),
				fmt.Sprintf("ООО «Робот-%d»", i), "инженеры и техники", fmt.Sprint(i%5+1), thousands(90+i))})
		}
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSubtotal, Cells: []doc.Cell{{Text: "Итого за квартал", Span: 3}, {Text: "63"}, {Text: "—"}}})
	}
	return doc.Section{Title: "Рабочие места", InContents: true, NewPage: true, Blocks: []doc.Block{
		doc.Paragraph{Text: "Созданные рабочие места, без вычета сокращённых.", Keep: true},
		t,
		doc.Heading{Text: "Сокращённые рабочие места", Level: 1, InContents: true},
		doc.Table{Columns: t.Columns},
	}}
}

func indicators() doc.Section {
	blocks := []doc.Block{doc.Paragraph{Indent: true, Align: doc.Justify, Text: "Методика: «Рейтинг-2021 (реконструкция)». Реконструкция по открытым источникам; не является официальной методикой АКИТ РФ."}}
	for s := 1; s <= 5; s++ {
		blocks = append(blocks, doc.Heading{Text: fmt.Sprintf("S%d. Инновационная активность резидентов", s), Level: 1, InContents: true})
		for i := 1; i <= 4; i++ {
			blocks = append(blocks, doc.KeepTogether{Blocks: []doc.Block{
				doc.Heading{Text: fmt.Sprintf("S%d.%d Затраты резидентов на НИОКР на 1 работника", s, i), Level: 2},
				doc.KeyValues{LabelWidth: 50, Items: []doc.KeyValue{
					{Label: "Значение за 2020 год", Value: "1\u00a0234,5", Unit: "тыс.\u00a0руб./чел."},
					{Label: "Значение за 2019 год", Value: "1\u00a0101,0", Unit: "тыс.\u00a0руб./чел."},
					{Label: "Формула", Value: "Σ\u00a0НИОКР / Σ\u00a0численность = 5\u00a0431\u00a0800,0 / 4\u00a0400 = 1\u00a0234,5"},
				}},
			}})
		}
	}
	return doc.Section{Title: "Показатели по субиндексам", InContents: true, NewPage: true, Blocks: blocks}
}

func signatures() doc.Section {
	return doc.Section{Title: "Заверение и подписи", InContents: true, Blocks: []doc.Block{
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: "Достоверность и полноту представленных сведений подтверждаем."},
		doc.Signatures{Seal: true, People: []doc.Signatory{
			{Role: "Генеральный директор", Name: "Н. П. Королёва"},
			{Role: "Главный бухгалтер", Name: "Ё. Ж. Щербакова-Вольфсон"},
			{Role: "Исполнитель, ведущий специалист отдела развития и отчётности", Name: "И. И. Иванов"},
		}},
	}}
}
