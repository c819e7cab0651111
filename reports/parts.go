package reports

import (
	"slices"
	"strconv"

	"technopark/app"
	"technopark/reports/doc"
)

// Part is one part of the package, which can be left out of it.
type Part struct {
	Number int      // in the list of all parts a rating asks for, not the one printed; see heading. 0: it asks for no such part
	Key    string   // names the part in submission.Request.Parts
	Title  app.Text // in the contents and over the part

	joins bool                       // may begin on the sheet of the part before it, where much of that is free
	front bool                       // title page and contents: neither numbered nor listed
	build func(*paper) doc.Section   // nil: its sheets are put behind, not drawn
	more  func(*paper) []doc.Section // sections that follow the first; may be nil

	prints []string // keys of the types of records that it is the place of; the rest are in the register
}

// indicatorsPart is the key of the part of the figures.
const indicatorsPart = "indicators"

// registerPart is the key of the part of records that have no other.
const registerPart = "register"

// attachmentsPart is the key of the part that is the documents themselves.
const attachmentsPart = "attachments"

// Parts returns the parts in the order of the package. A new part is a file and
// a line here.
func Parts() []Part {
	return []Part{
		{Number: 1, Key: "title", Title: app.L("Титульный лист", "Title page"), front: true, build: (*paper).titlePage},
		{Number: 2, Key: "contents", Title: app.L("Содержание", "Contents"), front: true, build: (*paper).contents},
		{Number: 3, Key: "cover", Title: app.L("Сопроводительное письмо", "Covering letter"), build: (*paper).cover},
		{Number: 4, Key: "application", Title: app.L("Заявка на участие", "Application to participate"), build: (*paper).application},
		{Key: SummaryPart, Title: app.L("Итоги", "Results"), build: (*paper).resultSheet},
		{
			Number: 5, Key: "park", Title: app.L("Карточка технопарка", "Park card"), build: (*paper).parkCard,
			prints: []string{"park", "park_status", "site_report", "specialism"},
		},
		{
			Number: 6, Key: "company", Title: app.L("Сведения об управляющей компании", "Management company"), joins: true, build: (*paper).company,
			prints: []string{"company", "person", "company_report", "service", "service_report"},
		},
		{
			Number: 7, Key: "residents", Title: app.L("Реестр резидентов", "Register of residents"), joins: true, build: (*paper).residents,
			prints: []string{"resident", "contract", "resident_report"},
		},
		{Number: 8, Key: "jobs", Title: app.L("Рабочие места", "Jobs"), joins: true, build: (*paper).jobs, prints: []string{"job"}},
		{
			Number: 9, Key: "ip_results", Title: app.L("Результаты интеллектуальной деятельности", "Intellectual property"), joins: true, build: (*paper).ipResults,
			prints: []string{"ip_result"},
		},
		{
			Number: 10, Key: indicatorsPart, Title: app.L("Показатели по субиндексам", "Indicators by sub-index"), joins: true, build: (*paper).indicators, more: (*paper).breakdown,
			prints: []string{"profile"},
		},
		{Number: 11, Key: "charts", Title: app.L("Диаграммы", "Charts"), joins: true, build: (*paper).charts, more: (*paper).rivals, prints: []string{"reference"}},
		{
			Number: 12, Key: "explanations", Title: app.L("Пояснительная записка", "Explanatory note"), joins: true, build: (*paper).explanations,
			prints: []string{"explanation"},
		},
		{Number: 13, Key: "completeness", Title: app.L("Сведения о полноте данных", "Completeness of the data"), joins: true, build: (*paper).completeness},
		{Key: registerPart, Title: app.L("Прочие сведения", "Other records"), joins: true, build: (*paper).otherRecords, more: (*paper).wideRecords},
		{Number: 14, Key: "signatures", Title: app.L("Заверение и подписи", "Attestation and signatures"), build: (*paper).signatures},
		{
			Number: 15, Key: "inventory", Title: app.L("Опись приложений", "Inventory of attachments"), build: (*paper).inventory,
			prints: []string{"document", "document_link"},
		},
		{Number: 16, Key: attachmentsPart, Title: app.L("Приложения", "Attachments")},
	}
}

// chosen returns the parts with the given keys in the order of Parts; no keys
// choose all.
func chosen(keys []string) []Part {
	parts := Parts()
	if len(keys) == 0 {
		return parts
	}
	return slices.DeleteFunc(parts, func(p Part) bool { return !slices.Contains(keys, p.Key) })
}

// heading returns the title of a part with its number in this very package, so
// that leaving parts out leaves no gaps on paper.
func (p *paper) heading(part Part) string {
	if part.front {
		return part.Title.In(p.Lang)
	}
	number := 0
	for _, other := range p.parts {
		if !other.front {
			number++
		}
		if other.Key == part.Key {
			break
		}
	}
	return strconv.Itoa(number) + "." + app.NBSP + part.Title.In(p.Lang)
}
