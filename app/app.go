// Package app is the domain of the program: what a technopark keeps on record,
// in which units, and how each field is described. It imports only the standard
// library, so that storage, screens, formulas and papers can all lean on it.
//
// We describe every record type once, as a struct and a list of Field values,
// because the table, the form, the file columns, the journal, import, export and
// print must never disagree about a label, a unit or what «no value» means.
//
// Glossary (the word in the code — the word of the field):
//
//	Park               технопарк
//	ManagementCompany  управляющая компания (УК)
//	Person             подписант, ответственное лицо
//	Resident           резидент
//	Contract           соглашение о резидентстве, договор аренды или услуг
//	SiteReport         показатели площадки за период
//	ResidentReport     отчёт резидента за период
//	CompanyReport      отчёт управляющей компании за период
//	Job                созданные и сокращённые рабочие места
//	IPResult           результат интеллектуальной деятельности (РИД)
//	Practice           практика устойчивого развития
//	Disclosure         раскрытие сведений на сайте
//	Cell               клетка отчёта: значение, «не применимо» или «не представлено»
//	Book               все записи одного технопарка на один момент
package app
