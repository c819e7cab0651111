package app

import "strconv"

// Revision is a frozen state of a submission: what left the house, or was about to. Its
// data lies in the data file as a content; see Content.
type Revision struct {
	Head
	Period  Period      // of the data; the rating is of the year after
	Number  Cell[Count] // 1 for the first of a year
	State   string      // RevisionChecked and so on
	Made    Date        // day, printed in the package
	Maker   string      // as the operating system calls them
	Program string      // version
	Method  string      // title and version of the profile
	Rules   string      // title and version of the profile

	Data  string      // SHA-256 of the frozen data
	Pages Cell[Count] // sheets of the package, documents included
	PDF   string      // SHA-256 of the package without attached documents, as first made
	Files string      // what was written: a line «SHA-256  name» for each

	// Journal is the control value of the journal as the data were frozen, printed in the package;
	// empty for revisions of earlier programs. See Control.
	Journal string
	Parts   string // keys of the parts in the package, with commas; empty for all
	Lang    string // of the package: a Lang; empty for Russian
	Form    string // of the package; empty for FormFull

	Reason string // why it was made, when another was there before

	Checked, Signed, Sent, Answered Date   // days on which it came so far; none: it has not
	Note                            string // several lines; the answer to the submission, too
}

// Type describes Revision.
func (*Revision) Type() *Type { return revisionType }

// States of a revision, in the order a submission goes through them; see Revision.Next.
// A draft is a PDF that nobody keeps, so no revision is made as one: the state is here
// for files in which states could still be typed.
const (
	RevisionDraft    = "draft"
	RevisionChecked  = "checked"
	RevisionSigned   = "signed"
	RevisionSent     = "sent"
	RevisionAccepted = "accepted"
	RevisionReturned = "returned"
)

// Forms of a package: with every line there is, or without the lines that say nothing.
const (
	FormFull       = "full"
	FormCompressed = "compressed"
)

var revisionType = &Type{
	Key:     "revision",
	One:     L("Редакция заявки", "Revision of the submission"),
	Many:    L("Редакции заявки", "Revisions of the submission"),
	Section: SectionRating,
	Turn:    past("заявка подана по данным своего года", "a submission was made of the data of its year"),
	Made:    true,
	Sequel:  true,
	Period:  "period",
	New:     func() Record { return new(Revision) },
	Title:   revisionTitle(RU),
	TitleEN: revisionTitle(EN),
	Unique:  [][]string{{"period", "number"}},
	Fields: join(
		section(L("Редакция", "Revision"),
			period(func(r *Revision) *Period { return &r.Period }).fixed(),
			count("number", L("Номер", "Number"), L("по счёту", "in order"), func(r *Revision) *Cell[Count] { return &r.Number }).essential().fixed(),
			choice("state", L("Состояние", "State"), []Option{
				{RevisionDraft, L("черновик", "draft")},
				{RevisionChecked, L("проверен", "checked")},
				{RevisionSigned, L("подписан", "signed")},
				{RevisionSent, L("отправлен", "sent")},
				{RevisionAccepted, L("принят", "accepted")},
				{RevisionReturned, L("возвращён", "returned")},
			}, func(r *Revision) *string { return &r.State }).essential().fixed(),
			date("made", L("Создана", "Made on"), func(r *Revision) *Date { return &r.Made }).essential().fixed(),
			text("maker", L("Кто создал", "Made by"), func(r *Revision) *string { return &r.Maker }).fixed(),
			text("program", L("Программа", "Program"), func(r *Revision) *string { return &r.Program }).fixed().coded(),
			text("method", L("Методика", "Method"), func(r *Revision) *string { return &r.Method }).fixed(),
			text("rules", L("Правила проверки", "Rules"), func(r *Revision) *string { return &r.Rules }).fixed(),
			choice("lang", L("Язык", "Language"), []Option{
				{string(RU), L("русский", "Russian")},
				{string(EN), L("английский", "English")},
			}, func(r *Revision) *string { return &r.Lang }).fixed(),
			choice("form", L("Форма", "Form"), []Option{
				{FormFull, L("полная", "full")},
				{FormCompressed, L("сжатая, без пустых строк", "compressed, without empty lines")},
			}, func(r *Revision) *string { return &r.Form }).fixed(),
			note("reason", L("Причина", "Reason"), func(r *Revision) *string { return &r.Reason }).
				hint("почему после прежней редакции понадобилась эта; печатается в листе изменений",
					"why this one was needed after the one before; printed in the sheet of changes"),
		),
		section(L("Что заморожено", "What is frozen"),
			text("data", L("Данные, SHA-256", "Data, SHA-256"), func(r *Revision) *string { return &r.Data }).content().essential().fixed(),
			count("pages", L("Листов", "Sheets"), L("л.", "sheets"), func(r *Revision) *Cell[Count] { return &r.Pages }).fixed(),
			text("pdf", L("Пакет без приложений, SHA-256", "Package without attachments, SHA-256"), func(r *Revision) *string { return &r.PDF }).fixed().coded(),
			text("journal", L("Контрольное значение журнала", "Control value of the journal"), func(r *Revision) *string { return &r.Journal }).fixed(),
			text("parts", L("Части пакета", "Parts"), func(r *Revision) *string { return &r.Parts }).fixed().coded().hidden(),
			note("files", L("Файлы", "Files"), func(r *Revision) *string { return &r.Files }).fixed().coded(),
		),
		section(L("Ход", "Progress"),
			date("checked", L("Проверен", "Checked on"), func(r *Revision) *Date { return &r.Checked }).fixed(),
			date("signed", L("Подписан", "Signed on"), func(r *Revision) *Date { return &r.Signed }).fixed(),
			date("sent", L("Отправлен", "Sent on"), func(r *Revision) *Date { return &r.Sent }).fixed(),
			date("answered", L("Ответ получен", "Answered on"), func(r *Revision) *Date { return &r.Answered }).fixed(),
			note("note", L("Примечание", "Note"), func(r *Revision) *string { return &r.Note }),
		),
	),
}

func revisionTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, _ Titles) string {
		x := r.(*Revision)
		return titled(L("редакция ", "revision ").In(lang)+strconv.FormatInt(int64(x.Number.N), 10), x.Period.In(lang))
	}
}
