package reports

import (
	"slices"
	"strconv"

	"technopark/app"
	"technopark/reports/doc"
)

// Part is one part of the package, which can be left out of it.
type Part struct {
	Number int    // in the list of all parts a rating asks for, not the one printed; see heading
	Key    string // names the part in submission.Request.Parts
	Title  app.Text

	front bool                     // title page and contents: neither numbered nor listed
	build func(*paper) doc.Section // nil: its sheets are put behind, not drawn
}

// indicatorsPart is the key of the part that has a chapter on turned sheets.
const indicatorsPart = "indicators"

// attachmentsPart is the key of the part that is the documents themselves.
const attachmentsPart = "attachments"

// Parts returns the parts in the order of the package. A new part is a file and
// a line here.
func Parts() []Part {
	return []Part{
		{1, "title", app.L("Титульный лист", "Title page"), true, (*paper).titlePage},
		{2, "contents", app.L("Содержание", "Contents"), true, (*paper).contents},
		{3, "cover", app.L("Сопроводительное письмо", "Covering letter"), false, (*paper).cover},
		{4, "application", app.L("Заявка на участие", "Application to participate"), false, (*paper).application},
		{5, "park", app.L("Карточка технопарка", "Park card"), false, (*paper).parkCard},
		{6, "company", app.L("Сведения об управляющей компании", "Management company"), false, (*paper).company},
		{7, "residents", app.L("Реестр резидентов", "Register of residents"), false, (*paper).residents},
		{8, "jobs", app.L("Рабочие места", "Jobs"), false, (*paper).jobs},
		{9, "ip_results", app.L("Результаты интеллектуальной деятельности", "Intellectual property"), false, (*paper).ipResults},
		{10, indicatorsPart, app.L("Показатели по субиндексам", "Indicators by sub-index"), false, (*paper).indicators},
		{11, "charts", app.L("Диаграммы", "Charts"), false, (*paper).charts},
		{12, "explanations", app.L("Пояснительная записка", "Explanatory note"), false, (*paper).explanations},
		{13, "completeness", app.L("Сведения о полноте данных", "Completeness of the data"), false, (*paper).completeness},
		{14, "signatures", app.L("Заверение и подписи", "Attestation and signatures"), false, (*paper).signatures},
		{15, "inventory", app.L("Опись приложений", "Inventory of attachments"), false, (*paper).inventory},
		{16, attachmentsPart, app.L("Приложения", "Attachments"), false, nil},
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
