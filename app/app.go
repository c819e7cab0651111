// Package app is the domain of the program: what a technopark keeps on record,
// in which units, and how each field is described. It imports only the standard
// library and x/text/unicode/norm, so that storage, screens, formulas and papers can all lean on it.
//
// We describe every record type once, as a struct and a list of Field values,
// because the table, the form, the file columns, the journal, import, export and
// print must never disagree about a label, a unit or what «no value» means.
//
// Glossary (the word in the code — the word of the field):
//
//	Park               технопарк
//	ParkStatus         реестр, в который внесён технопарк, или его статус
//	SiteReport         показатели площадки за период
//	Room               помещение
//	Investment         вложение в технопарк
//	ManagementCompany  управляющая компания (УК)
//	Person             подписант, ответственное лицо
//	Resident           резидент
//	Residency          резидентство: статус, с какого дня и по какой
//	Specialism         направление деятельности
//	Contract           соглашение о резидентстве, договор аренды или услуг
//	ResidentReport     отчёт резидента за период
//	Job                созданные и сокращённые рабочие места
//	IPResult           результат интеллектуальной деятельности (РИД)
//	Project            проект резидента
//	CompanyReport      отчёт управляющей компании за период
//	Service            услуга управляющей компании
//	ServiceReport      оказание услуги за период
//	Event              мероприятие
//	Publication        публикация
//	Disclosure         раскрытие сведений на сайте
//	Distinction        отметка, что две похожие записи — разные
//	Practice           практика устойчивого развития
//	Cell               клетка отчёта: значение, «не применимо» или «не представлено»
//	Book               все записи одного технопарка на один момент
package app
