package collection

import (
	"bytes"
	"cmp"
	"context"
	"path/filepath"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/questionnaire"
	"technopark/app/submission"
	"technopark/reports"
	"technopark/reports/doc"
	"technopark/reports/xlsx"
)

// one makes the files of one resident.
func (m *making) one(i int, f *questionnaire.Form) (Outsheet, []disk.File, error) {
	sheet := Outsheet{Resident: f.Resident}
	sheet.Filled, sheet.Asked = f.Filled()
	var files []disk.File
	put := func(kind app.Text, ending string, data []byte) (string, error) {
		file, err := m.papers.Place(m.stem(kind, f.Resident), ending, data, kind.EN, f.Period.Key(), f.Resident.ID, f.Resident.INN, string(f.Lang))
		files = append(files, file)
		return file.Path, err
	}
	if m.File {
		var b bytes.Buffer
		err := xlsx.WriteQuestionnaire(&b, f, m.Now)
		if err == nil {
			sheet.File, err = put(nameOfForm, ".xlsx", b.Bytes())
		}
		if err != nil {
			return sheet, nil, err
		}
	}
	if m.Paper {
		data, err := pdfOf(m.onPaper[i])
		if err == nil {
			sheet.Paper, err = put(nameOfForm, ".pdf", data)
		}
		if err != nil {
			return sheet, nil, err
		}
	}
	if m.Letters {
		beside := filepath.Base(cmp.Or(sheet.File, sheet.Paper))
		letter := m.writing().Covering([]*questionnaire.Form{f}, func(*questionnaire.Form) string { return beside })[0]
		data, err := pdfOf(letter.Document)
		if err == nil {
			sheet.Letter, err = put(nameOfLetter, ".pdf", data)
		}
		if err != nil {
			return sheet, nil, err
		}
	}
	return sheet, files, nil
}

// What the files are called.
var (
	nameOfForm   = app.L("Анкета", "Questionnaire")
	nameOfLetter = app.L("Письмо", "Letter")
	nameOfIndex  = app.L("Перечень анкет", "Index of questionnaires")
)

// stem returns the name of a file without its ending: «Анкета 2020 — ООО БиоКлён — 5098234932».
func (m *making) stem(kind app.Text, r *app.Resident) string {
	return submission.Stem(m.named(kind), cmp.Or(r.ShortName, r.Name), r.INN)
}

func (m *making) named(kind app.Text) string {
	return kind.In(m.Asking.Lang) + " " + m.Asking.Period.Short(m.Asking.Lang)
}

func pdfOf(d doc.Document) ([]byte, error) {
	var b bytes.Buffer
	_, err := reports.WritePDF(&b, d)
	return b.Bytes(), err
}

// index makes the list of what was made: for whom, in which files, where to send them.
func (m *making) index(ctx context.Context) error {
	t := m.table()
	data, err := reports.ListBook(t.Title, m.Now, t)
	if err != nil {
		return err
	}
	of := []any{nameOfIndex.EN, m.Asking.Period.Key(), string(m.Asking.Lang)}
	for _, s := range m.out.Sheets {
		of = append(of, s.Resident.ID)
	}
	file, err := m.papers.Place(submission.Stem(m.named(nameOfIndex)), ".xlsx", data, of...)
	if err != nil {
		return err
	}
	m.out.Index = file.Path
	return m.out.staged.Add(ctx, file)
}

func (m *making) table() *exchange.Table {
	lang := cmp.Or(m.Asking.Lang, app.RU)
	say := func(ru, en string) string { return app.L(ru, en).In(lang) }
	t := &exchange.Table{
		Title: m.named(nameOfIndex), Lang: lang,
		Columns: []exchange.Column{
			{Name: say("Резидент", "Resident"), Chars: 34},
			{Name: say("ИНН", "INN"), Chars: 12},
			{Name: say("Контактное лицо", "Contact person"), Chars: 28},
			{Name: say("Телефон", "Phone"), Chars: 18},
			{Name: say("Электронная почта", "E-mail"), Chars: 26},
			{Name: say("Срок ответа", "Due on"), Form: exchange.Days, Chars: 10},
		},
	}
	kinds := []struct {
		head string
		of   func(Outsheet) string
		made bool
	}{
		{say("Файл анкеты", "File of the questionnaire"), func(s Outsheet) string { return s.File }, m.File},
		{say("Анкета для печати", "Questionnaire for paper"), func(s Outsheet) string { return s.Paper }, m.Paper},
		{say("Письмо", "Letter"), func(s Outsheet) string { return s.Letter }, m.Letters},
	}
	for _, k := range kinds {
		if k.made {
			t.Columns = append(t.Columns, exchange.Column{Name: k.head, Chars: 44})
		}
	}
	said := func(text string) exchange.Value {
		if text == "" {
			return exchange.Value{}
		}
		return exchange.Value{State: app.Given, Text: text}
	}
	due := exchange.Value{}
	if !m.Asking.Due.Zero() {
		due = exchange.Value{State: app.Given, N: int64(m.Asking.Due.Days())}
	}
	for _, s := range m.out.Sheets {
		r := s.Resident
		row := []exchange.Value{said(cmp.Or(r.ShortName, r.Name)), said(r.INN), said(r.Contact), said(r.Phone), said(r.Email), due}
		for _, k := range kinds {
			if k.made {
				row = append(row, said(filepath.Base(k.of(s))))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
