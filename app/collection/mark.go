package collection

import (
	"strings"

	"technopark/app"
)

// Hand is what somebody says of a questionnaire that the program cannot see.
type Hand uint8

// What can be said by hand.
const (
	SentByPost      Hand = iota // it went out on paper
	AcceptedOnPaper             // the answer came on paper and its figures are entered
	NotNeeded                   // nobody has to ask
	NeededAgain                 // somebody has to, after all
)

// Hands returns what can be said by hand.
func Hands() []Hand { return []Hand{SentByPost, AcceptedOnPaper, NotNeeded, NeededAgain} }

// In says it: «послана почтой».
func (h Hand) In(lang app.Lang) string {
	switch h {
	case SentByPost:
		return app.L("послана почтой или передана", "sent by post or handed over").In(lang)
	case AcceptedOnPaper:
		return app.L("ответ на бумаге принят, цифры внесены", "the answer on paper is accepted, its figures are entered").In(lang)
	case NotNeeded:
		return app.L("анкета не нужна", "no questionnaire is needed").In(lang)
	}
	return app.L("анкета всё же нужна", "the questionnaire is needed after all").In(lang)
}

// Note puts down by hand what became of questionnaires: it returns the records to be saved, in
// the order of rows. due is until when those are to answer that went out by post; none for no
// day.
func Note(rows []Row, p app.Period, h Hand, day, due app.Date) []app.Record {
	var all []app.Record
	for _, row := range rows {
		q := sheetOf(row, p)
		switch h {
		case SentByPost:
			q.Way, q.Sent, q.Due = app.QuestionnairePaper, day, due
			q.Returned, q.Accepted = app.Date{}, app.Date{}
		case AcceptedOnPaper:
			q.Way, q.Accepted, q.Fault = app.QuestionnairePaper, day, ""
			if q.Received.Zero() {
				q.Received = day
			}
		case NotNeeded:
			q.Way = app.QuestionnaireUnneeded
		case NeededAgain:
			q.Way = app.QuestionnaireFile
		}
		all = append(all, q)
	}
	return all
}

// Cannot says why something cannot be said of a row, in the user's words; «» when it can.
func (h Hand) Cannot(row Row, lang app.Lang) string {
	switch {
	case h == NeededAgain && row.State != Unneeded:
		return app.L("анкета и так нужна", "the questionnaire is needed as it is").In(lang)
	case h == NotNeeded && row.State == Unneeded:
		return app.L("уже отмечено, что анкета не нужна", "it is marked as not needed already").In(lang)
	case h != NeededAgain && row.State == Accepted:
		return app.L("ответ уже принят", "the answer is accepted already").In(lang)
	}
	return ""
}

// Remind notes a reminder of each row: it returns the records to be saved. until is the new last
// day to answer that the reminder names; none where the day stays.
func Remind(rows []Row, p app.Period, day, until app.Date) []app.Record {
	var all []app.Record
	for _, row := range rows {
		q := sheetOf(row, p)
		q.Reminders, q.Reminded = app.Of(q.Reminders.N+1), day
		if !until.Zero() {
			q.Due = until
		}
		all = append(all, q)
	}
	return all
}

// Remindable returns the rows of those who were asked and whose answer is still out.
func Remindable(rows []Row) []Row {
	var all []Row
	for _, row := range rows {
		switch row.State {
		case Overdue, Returned, Sent:
			all = append(all, row)
		}
	}
	return all
}

// sheetOf returns a copy of what is kept about a row, or a new record of it.
func sheetOf(row Row, p app.Period) *app.Questionnaire {
	if row.Sheet != nil {
		return app.Clone(row.Sheet)
	}
	q := &app.Questionnaire{Resident: row.Resident.ID, Period: p}
	q.Park = row.Resident.Park
	return q
}

// Addresses returns the addresses of electronic mail of the rows in one line, each once, and the
// names of the residents who have none.
func Addresses(rows []Row) (line string, without []string) {
	seen := map[string]bool{}
	var all []string
	for _, row := range rows {
		r := row.Resident
		found := strings.FieldsFunc(r.Email, func(c rune) bool { return c == ',' || c == ';' || c == ' ' || c == '\n' })
		if len(found) == 0 {
			without = append(without, r.Type().Title(r, nil))
		}
		for _, address := range found {
			if !seen[strings.ToLower(address)] {
				seen[strings.ToLower(address)] = true
				all = append(all, address)
			}
		}
	}
	return strings.Join(all, "; "), without
}
