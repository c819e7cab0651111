package questionnaire

import (
	"fmt"
	"strings"

	"technopark/app"
)

// NotApplicable is what is written in a cell for «не применимо».
var NotApplicable = app.L("н/п", "n/a")

// Title returns what stands over the questionnaire: «Анкета резидента за 2020 год».
func (f *Form) Title() string {
	return f.say("Анкета резидента за ", "Resident’s questionnaire for ") + f.Period.In(f.Lang)
}

func (f *Form) say(ru, en string) string { return app.L(ru, en).In(f.Lang) }

// PeriodWords returns what is asked for as it stands in a sentence: «I квартал 2020 г.».
func (f *Form) PeriodWords() string { return f.Period.In(f.Lang) }

// BeforeWords is PeriodWords of the period whose figures stand beside.
func (f *Form) BeforeWords() string { return f.Before.In(f.Lang) }

// From returns who asks: the park and, on the second line, the company with its address.
func (f *Form) From() (park, company string) {
	if f.Company == nil {
		return f.Park.Name, ""
	}
	return f.Park.Name, joined(", ", f.Company.Name, f.Company.LegalAddress)
}

// Who returns who is asked: the full name with the number of the taxpayer.
func (f *Form) Who() string {
	if f.Resident.INN == "" {
		return f.Resident.Name
	}
	return f.Resident.Name + ", " + f.say("ИНН", "INN") + app.NBSP + f.Resident.INN
}

// Return says until when and to whom the answer is to be sent. on is what is sent: a file or a
// sheet.
func (f *Form) Return(on app.Text) string {
	until := ""
	if !f.Due.Zero() {
		until = f.say(" не позднее ", " not later than ") + f.Due.String()
	}
	text := f.say("Пришлите ", "Please send ") + on.In(f.Lang) + until
	if to := f.Contact.In(f.Lang); to != "" {
		text += ". " + f.say("Ответ и вопросы: ", "Answers and questions to: ") + to
	}
	return ended(text)
}

// What is sent back.
var (
	OnFile  = app.L("заполненный файл", "the file filled in")
	OnPaper = app.L("заполненную анкету", "the questionnaire filled in")
)

// In returns the person with the ways to reach them.
func (c Contact) In(lang app.Lang) string {
	phone, mail := "", ""
	if c.Phone != "" {
		phone = app.L("тел."+app.NBSP, "phone ").In(lang) + c.Phone
	}
	if c.Email != "" {
		mail = app.L("эл. почта ", "e-mail ").In(lang) + c.Email
	}
	return joined(", ", c.Name, c.Position, phone, mail)
}

// Guide says how to fill the questionnaire in. where is what is filled in: cells or boxes.
func (f *Form) Guide(where app.Text) string {
	return fmt.Sprintf(f.say(
		"Заполняйте %s; единица указана рядом. Если показатель равен нулю, напишите 0; если он к вашей компании не относится — «%s». Что не заполнено, останется как было.",
		"Fill in %s; the unit stands beside. If a figure is nought, write 0; if it does not apply to your company, write “%s”. What is left empty stays as it was."),
		where.In(f.Lang), NotApplicable.In(f.Lang))
}

// What is filled in.
var (
	InCells = app.L("выделенные цветом ячейки", "the coloured cells")
	InBoxes = app.L("пустые клетки; что уже записано, напечатано в них — исправьте, если неверно", "the empty boxes; what is on record is printed in them, correct it if it is wrong")
)

// Heads are the heads of the columns of single answers.
type Heads struct {
	Label, Value, Unit, Last, Hint string // in the language of the form
}

// Heads returns the heads of the columns of figures.
func (f *Form) Heads() Heads {
	return Heads{
		Label: f.say("Показатель", "Figure"),
		Value: f.say("За ", "For ") + f.Period.In(f.Lang),
		Unit:  f.say("Единица", "Unit"),
		Last:  f.say("Было за ", "It was for ") + f.Before.In(f.Lang),
		Hint:  f.say("Откуда взять, что указать", "Where from, what to state"),
	}
}

// Number is the head of the column that numbers the rows of a table.
func (f *Form) Number() string { return f.say("№", "No") }

// Hint says where the answer comes from and how to give it.
func (it Item) Hint(lang app.Lang) string {
	return joined("; ", it.Field.Source.In(lang), it.Field.Hint.In(lang))
}

// Rest says how many known records of the table found no room; «» when all did.
func (t *Table) Rest(lang app.Lang) string {
	if t.More == 0 {
		return ""
	}
	return fmt.Sprintf(app.L("Показаны последние записи; более ранних за этот период: %d — они остаются как есть.",
		"The latest entries are shown; earlier ones of the period: %d. They stay as they are.").In(lang), t.More)
}

// About says what a table asks for.
func (t *Table) About(lang app.Lang) string {
	return app.L("за период; записанные строки исправьте, новые впишите в пустые", "of the period; correct the rows on record, add new ones in the empty rows").In(lang)
}

// joined joins what is not empty.
func joined(by string, parts ...string) string {
	var some []string
	for _, part := range parts {
		if part != "" {
			some = append(some, part)
		}
	}
	return strings.Join(some, by)
}

// ended ends a sentence with a full stop, once.
func ended(text string) string { return strings.TrimSuffix(text, ".") + "." }
