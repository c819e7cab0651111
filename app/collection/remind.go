package collection

import (
	"bytes"
	"cmp"
	"context"
	"strings"
	"time"

	"technopark/app"
	"technopark/reports"
	"technopark/reports/attach"
)

// Message is a reminder as words: for a letter on paper and for one that is sent.
type Message struct {
	Resident *app.Resident // whom it is for; nil when it is for several at once
	Subject  string        // what it is about
	Words    []string      // paragraphs without a signature
	Sign     string        // who writes, a line each for the name, the post and how to reach them
}

// Text returns a message as it is put into a letter of electronic mail.
func (m Message) Text() string {
	return strings.Join(append(append([]string{}, m.Words...), m.Sign), "\n\n")
}

// Reminders returns a message for each row: what was asked and when, until when it was to be
// answered, and how to.
func (d *Desk) Reminders(b *app.Book, rows []Row, lang app.Lang) []Message {
	all := make([]Message, len(rows))
	for i, row := range rows {
		all[i] = d.message(b, row.Resident, []Row{row}, lang)
	}
	return all
}

// Circular returns one message for all rows at once, which names nobody.
func (d *Desk) Circular(b *app.Book, rows []Row, lang app.Lang) Message {
	if len(rows) == 1 {
		return d.message(b, rows[0].Resident, rows, lang)
	}
	return d.message(b, nil, rows, lang)
}

func (d *Desk) message(b *app.Book, to *app.Resident, rows []Row, lang app.Lang) Message {
	park := b.TitlesIn(lang)("park", b.Park.ID)
	period := strings.ReplaceAll(d.Period.In(lang), " ", app.NBSP)
	m := Message{
		Resident: to,
		Subject:  app.L("Анкета технопарка "+park+" за "+period+": ждём ответа", "Questionnaire of the technology park "+park+" for "+period+": your answer is awaited").In(lang),
		Sign:     signature(b, lang),
	}
	if returned(rows) == len(rows) {
		m.Subject = app.L("Анкета технопарка "+park+" за "+period+": ждём исправленный файл", "Questionnaire of the technology park "+park+" for "+period+": the corrected file is awaited").In(lang)
	}
	hello := app.L("Здравствуйте!", "Hello,").In(lang)
	if to != nil && to.Contact != "" {
		hello = app.L("Здравствуйте, "+to.Contact+"!", "Dear "+to.Contact+",").In(lang)
	}
	m.Words = []string{hello, d.asked(park, period, rows, lang), d.wish(rows, lang)}
	return m
}

// returned counts the rows whose answer was sent back.
func returned(rows []Row) int {
	n := 0
	for _, r := range rows {
		if r.State == Returned {
			n++
		}
	}
	return n
}

// wish says what is to be done, and by when: who got the file back is to mend it.
func (d *Desk) wish(rows []Row, lang app.Lang) string {
	ru, en := "", ""
	if !d.Until.Zero() {
		ru, en = " до "+d.Until.String(), " by "+d.Until.String()
	}
	const naRU = " Если показатель к вашей компании не относится, напишите «н/п»; если он равен нулю — ноль."
	const naEN = " If a figure does not apply to your company, write “n/a”; if it is nought, write 0."
	switch returned(rows) {
	case len(rows):
		return app.L("Просим исправить отмеченные ячейки — они перечислены на листе «Замечания» — и"+ru+" прислать файл в ответ на это письмо. Если значение верно, так и ответьте."+naRU+" Если вы уже прислали исправленный файл, сообщите, когда и куда.",
			"Please correct the marked cells, which the sheet “Remarks” lists, and send the file in reply"+en+". If a figure is right, answer so."+naEN+" If you have sent the corrected file already, tell us when and where to.").In(lang)
	case 0:
		return app.L("Просим заполнить анкету и"+ru+" прислать файл в ответ на это письмо."+naRU+" Если вы уже ответили, сообщите, когда и куда: ответ до нас не дошёл.",
			"Please fill the questionnaire in and send the file in reply"+en+"."+naEN+" If you have answered already, tell us when and where to: the answer has not reached us.").In(lang)
	}
	return app.L("Просим заполнить анкету, а если мы вернули её с замечаниями — исправить отмеченные ячейки, и"+ru+" прислать файл в ответ на это письмо."+naRU+" Если вы уже прислали его, сообщите, когда и куда.",
		"Please fill the questionnaire in, or correct the marked cells if we returned it with remarks, and send the file in reply"+en+"."+naEN+" If you have sent it already, tell us when and where to.").In(lang)
}

// asked says what was asked, when, and until when. Of several only what is the same for all. A day
// that passed before the file was returned is no day for its correction.
func (d *Desk) asked(park, period string, rows []Row, lang app.Lang) string {
	sent, due, back := rows[0].Sheet.Sent, rows[0].Sheet.Due, rows[0].Sheet.Returned
	for _, r := range rows {
		if r.Sheet.Sent != sent {
			sent = app.Date{}
		}
		if r.Sheet.Due != due {
			due = app.Date{}
		}
		if r.Sheet.Returned != back {
			back = app.Date{}
		}
	}
	verbRU, verbEN, tailRU, tailEN := "мы послали вам анкету", "we sent you the questionnaire", "", ""
	late, lateEN := "ответа пока нет", "there is no answer yet"
	switch returned(rows) {
	case len(rows):
		sent = back
		verbRU, verbEN, tailRU, tailEN = "мы вернули вам анкету", "we returned the questionnaire", " с замечаниями", " to you with remarks"
		late, lateEN = "исправленного файла пока нет", "there is no corrected file yet"
		if due.Before(d.Day) {
			due = app.Date{}
		}
	case 0:
	default:
		sent, due = app.Date{}, app.Date{}
	}
	on, onEN := "", ""
	if !sent.Zero() {
		on, onEN = sent.String()+" ", "on "+sent.String()+" "
	}
	text := upper(app.L(on+verbRU+" технопарка "+park+" за "+period+tailRU, onEN+verbEN+" of the technology park "+park+" for "+period+tailEN).In(lang))
	if due.Zero() {
		return app.FullStop(text) + app.L(" "+upper(late)+".", " "+upper(lateEN)+".").In(lang)
	}
	return app.FullStop(text) + app.L(" Срок ответа — "+due.String()+", "+late+".", " It was due on "+due.String()+"; "+lateEN+".").In(lang)
}

func upper(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// signature says who writes: who prepares the papers of the company, else the company itself.
func signature(b *app.Book, lang app.Lang) string {
	regards := app.L("С уважением,", "Yours faithfully,").In(lang)
	c := b.Company
	if c == nil {
		return regards + "\n" + b.Park.Name
	}
	lines := []string{regards}
	phone, email := c.Phone, c.Email
	for _, id := range []int64{c.Performer, c.Contact} {
		if p := app.Find[app.Person](b, "person", id); p != nil {
			lines = append(lines, p.FullName, p.Position)
			phone, email = cmp.Or(p.Phone, phone), cmp.Or(p.Email, email)
			break
		}
	}
	lines = append(lines, cmp.Or(c.ShortName, c.Name), phone, email)
	var said []string
	for _, line := range lines {
		if line != "" {
			said = append(said, line)
		}
	}
	return strings.Join(said, "\n")
}

// ReminderLetters draws a letter for each row into one PDF, in their order, and tells its pages.
func (d *Desk) ReminderLetters(ctx context.Context, b *app.Book, rows []Row, now time.Time, lang app.Lang) (pdf []byte, pages int, err error) {
	notes := make([]reports.Note, 0, len(rows))
	for _, m := range d.Reminders(b, rows, lang) {
		notes = append(notes, reports.Note{Resident: m.Resident, Title: m.Subject, Words: m.Words})
	}
	day := app.DateOf(now)
	w := reports.Writing{
		Book: b, Year: d.Period.Year, Date: day, Created: day.Midnight(), Lang: lang,
		Program: app.L("Технопарк ", "Technopark ").In(lang) + app.Version,
	}
	var all [][]byte
	for _, letter := range w.Notes(notes) {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		var out bytes.Buffer
		n, err := reports.WritePDF(&out, letter.Document)
		if err != nil {
			return nil, 0, err
		}
		all, pages = append(all, out.Bytes()), pages+n
	}
	if len(all) == 0 {
		return nil, 0, nil
	}
	pdf, err = attach.Join(all...)
	return pdf, pages, err
}
