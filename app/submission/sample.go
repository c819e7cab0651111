package submission

import (
	"bytes"
	"cmp"
	"context"
	"fmt"

	"technopark/app"
	"technopark/app/sample"
	"technopark/reports"
	"technopark/reports/doc"
)

// Demo says how large a demonstration park is made, and with how many invented documents.
type Demo struct {
	sample.Size
	Documents int // how many, 0 for none and for no answers of residents
}

// FillSample saves the demonstration park with the given number of invented documents and, unless
// there are none, with the answers of residents that are not accepted yet.
func FillSample(ctx context.Context, tx app.Tx, documents int) error {
	return FillDemo(ctx, tx, Demo{sample.Standard(), documents})
}

// FillDemo is FillSample of a park of any size.
func FillDemo(ctx context.Context, tx app.Tx, demo Demo) error {
	saved, documents := map[string][]app.Record{}, demo.Documents
	err := sample.Large(demo.Size).Fill(func(rec app.Record) error {
		key := rec.Type().Key
		saved[key] = append(saved[key], rec)
		return tx.Save(ctx, rec)
	})
	if err != nil {
		return err
	}
	b := app.NewBook(app.As[app.Park](saved["park"])[0], saved)
	for _, s := range sampleDocuments(b, documents) {
		if err := s.keep(ctx, tx, b); err != nil {
			return fmt.Errorf("sample document %q: %w", s.title, err)
		}
	}
	if documents == 0 {
		return nil // no files at all
	}
	return keepSampleAnswers(ctx, tx, b)
}

// sampleDocument is a paper that nobody ever signed.
type sampleDocument struct {
	kind, title, number, file string
	date                      app.Date
	lines                     []string
	sheets                    int
	lying                     bool
	subjects                  []string
}

func (s sampleDocument) keep(ctx context.Context, tx app.Tx, b *app.Book) error {
	data, err := s.paper()
	if err != nil {
		return err
	}
	d, err := NewDocument(ctx, s.file, data, false)
	if err != nil {
		return err
	}
	d.Park, d.Kind, d.Title, d.Number, d.Date = b.Park.ID, s.kind, s.title, s.number, s.date
	return KeepDocument(ctx, tx, d, data, s.subjects...)
}

// paper draws the document, with the mark of a demonstration across every sheet.
func (s sampleDocument) paper() ([]byte, error) {
	d := doc.Document{Title: s.title, Draft: true, Watermark: "ОБРАЗЕЦ", Created: s.date.Midnight()}
	for i := range max(1, s.sheets) {
		blocks := []doc.Block{doc.Paragraph{Text: s.title, Bold: true, Align: doc.Center, Size: 14}, doc.Spacer{Height: 8}}
		if s.number != "" {
			blocks = append(blocks, doc.Paragraph{Text: "№" + app.NBSP + s.number + " от" + app.NBSP + s.date.String(), Align: doc.Center}, doc.Spacer{Height: 8})
		}
		for _, line := range s.lines {
			blocks = append(blocks, doc.Paragraph{Text: line, Indent: true, Align: doc.Justify})
		}
		blocks = append(blocks, doc.Spacer{Height: 10}, doc.Paragraph{Text: fmt.Sprintf("Страница %d. Документ вымышлен и ничего не удостоверяет.", i+1), Italic: true})
		d.Sections = append(d.Sections, doc.Section{NewPage: i > 0, Landscape: s.lying, Blocks: blocks})
	}
	var out bytes.Buffer
	if _, err := reports.WritePDF(&out, d); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// sampleDocuments returns n papers: first those of the indicators, then the agreements of
// the residents.
func sampleDocuments(b *app.Book, n int) []sampleDocument {
	const year = 2020
	of := func(codes ...string) (subjects []string) {
		for _, code := range codes {
			subjects = append(subjects, app.SubjectOfIndicator(year, code))
		}
		return subjects
	}
	day := app.Day(2021, 3, 15)
	all := []sampleDocument{
		{
			kind: "statement", title: "Бухгалтерская отчётность управляющей компании за 2020 год", file: "Отчётность УК 2020.pdf", date: day, sheets: 3,
			lines: []string{"Баланс, отчёт о финансовых результатах и пояснения к ним."}, subjects: of("S3.4"),
		},
		{
			kind: "tax", title: "Справка об уплаченных налогах и страховых взносах резидентов", number: "15-07/214", file: "Справка о налогах.pdf", date: day,
			lines: []string{"Сводная справка по резидентам за 2020 год."}, subjects: of("S2.3", "S3.5"), sheets: 2,
		},
		{
			kind: "registry", title: "Выписка из реестра результатов интеллектуальной деятельности", number: "88", file: "Выписка РИД.pdf", date: day, lying: true,
			lines: []string{"Перечень результатов, зарегистрированных за 2020 год."}, subjects: of("S1.2", "S1.3"), sheets: 2,
		},
		{
			kind: "act", title: "Техническая справка о площадях технопарка", number: "4", file: "Площади.pdf", date: day,
			lines: []string{"Площади зданий, полезная и сдаваемая площадь по состоянию на 31 декабря 2020 года."}, subjects: of("S1.4", "S3.1", "S4.3"),
		},
		{
			kind: "order", title: "Распоряжение о субсидии на создание технопарка", number: "112-р", file: "Субсидия.pdf", date: app.Day(2015, 6, 1),
			lines: []string{"Выделить средства бюджета на создание технопарка."}, subjects: of("S4.2"),
		},
		{
			kind: "letter", title: "Перечень публикаций о технопарке за 2020 год", file: "Публикации.pdf", date: day,
			lines: []string{"Перечень публикаций и мероприятий с адресами в сети."}, subjects: of("S5.2"), sheets: 2,
		},
	}
	for _, c := range app.All[app.Contract](b, "contract") {
		if c.Kind != app.ContractResidency {
			continue
		}
		r := app.Find[app.Resident](b, "resident", c.Resident)
		if r == nil {
			continue
		}
		all = append(all, sampleDocument{
			kind: "contract", title: "Соглашение о резидентстве: " + cmp.Or(r.ShortName, r.Name), number: c.Number, date: c.Signed,
			file: fmt.Sprintf("Соглашение %d.pdf", c.ID), lines: []string{"Стороны заключили соглашение о резидентстве."}, sheets: 1 + int(c.ID%4),
			subjects: []string{app.SubjectOf(c)},
		})
	}
	return all[:min(max(0, n), len(all))]
}
