package collection

import (
	"technopark/app"
	"technopark/app/i18n"
)

// State is how far the figures of a resident have come.
type State uint8

// The states, those that call for something first.
const (
	Overdue  State = iota // nothing has come, and the day it was due has passed
	Faulty                // a file came that cannot be taken as a whole
	Doubtful              // an answer came with rejected cells or with findings
	Arrived               // an answer came and is not recorded yet
	Returned              // the answer was sent back to be mended
	NotSent               // nobody has asked yet
	Sent                  // asked, and the day has not passed
	Entered               // nothing came, but the report is there, entered by hand
	Accepted              // the answer is recorded
	Unneeded              // nobody has to ask
)

// States returns the states, those that call for something first.
func States() []State {
	return []State{Overdue, Faulty, Doubtful, Arrived, Returned, NotSent, Sent, Entered, Accepted, Unneeded}
}

// Key returns the name of a state in JSON.
func (s State) Key() string {
	switch s {
	case Overdue:
		return "overdue"
	case Faulty:
		return "faulty"
	case Doubtful:
		return "doubtful"
	case Arrived:
		return "arrived"
	case Returned:
		return "returned"
	case NotSent:
		return "not_sent"
	case Sent:
		return "sent"
	case Entered:
		return "entered"
	case Accepted:
		return "accepted"
	}
	return "unneeded"
}

// Mark returns the shape a state is said with.
func (s State) Mark() app.Mark {
	switch s {
	case Overdue, Doubtful:
		return app.MarkWarning
	case Faulty:
		return app.MarkError
	case NotSent:
		return app.MarkMissing
	case Entered, Accepted:
		return app.MarkReady
	}
	return app.NoMark
}

// Act is what is to be done next about the figures of a resident.
type Act uint8

// What can be next.
const (
	NoAct    Act = iota // it is done, or it is the resident's turn
	ToRemind            // ask once more
	ToLook              // look at the answer and what is wrong with it
	ToAccept            // record the answer
	ToReturn            // send the file back
	ToSend              // ask for the first time
)

// In says an act in one word: «Напомнить».
func (a Act) In(lang app.Lang) string {
	switch a {
	case ToRemind:
		return app.L("Напомнить", "Remind").In(lang)
	case ToLook:
		return app.L("Посмотреть", "Look").In(lang)
	case ToAccept:
		return app.L("Принять", "Accept").In(lang)
	case ToReturn:
		return app.L("Вернуть", "Return").In(lang)
	case ToSend:
		return app.L("Послать", "Send").In(lang)
	}
	return ""
}

// Key returns the name of an act in JSON; «» for none.
func (a Act) Key() string {
	switch a {
	case ToRemind:
		return "remind"
	case ToLook:
		return "look"
	case ToAccept:
		return "accept"
	case ToReturn:
		return "return"
	case ToSend:
		return "send"
	}
	return ""
}

// next returns what a state calls for.
func (s State) next() Act {
	switch s {
	case Overdue, Returned:
		return ToRemind
	case Faulty:
		return ToReturn
	case Doubtful:
		return ToLook
	case Arrived:
		return ToAccept
	case NotSent:
		return ToSend
	}
	return NoAct
}

// In says a state without what is of one row alone: «просрочено», «замечания».
func (s State) In(lang app.Lang) string {
	switch s {
	case Overdue:
		return app.L("просрочено", "overdue").In(lang)
	case Faulty:
		return app.L("файл не годится", "the file is no use").In(lang)
	case Doubtful:
		return app.L("замечания", "doubts").In(lang)
	case Arrived:
		return app.L("пришла, не принята", "arrived, not accepted").In(lang)
	case Returned:
		return app.L("возвращена", "returned").In(lang)
	case NotSent:
		return app.L("не послана", "not sent").In(lang)
	case Sent:
		return app.L("послана, ждём", "sent, awaited").In(lang)
	case Entered:
		return app.L("отчёт внесён вручную", "report entered by hand").In(lang)
	case Accepted:
		return app.L("принята", "accepted").In(lang)
	}
	return app.L("не нужна", "not needed").In(lang)
}

// In says the state of a row: «▲ просрочено, 6 дней», «● принята».
func (r Row) In(lang app.Lang) string { return r.State.Mark().Before(r.words(lang)) }

func (r Row) words(lang app.Lang) string {
	q, said := r.Sheet, r.State.In(lang)
	switch {
	case r.State == Overdue:
		return said + ", " + i18n.Count(lang, int64(r.Late), i18n.Forms{RU: [3]string{"день", "дня", "дней"}, EN: [2]string{"day", "days"}})
	case r.State == Faulty:
		return q.Fault
	case r.State == Doubtful:
		return said + ": " + app.FormatNumber(int64(q.Doubts.N), 1, 0, lang)
	case r.State == Returned:
		return said + " " + q.Returned.String()
	case r.State == Accepted && q.Way == app.QuestionnairePaper:
		return said + app.L(" на бумаге", " on paper").In(lang)
	}
	return said
}

// NextIn says what is next in the last column: an act, or the day on which it was accepted.
func (r Row) NextIn(lang app.Lang) string {
	if r.Next == NoAct && r.Sheet != nil {
		return r.Sheet.Accepted.String()
	}
	return r.Next.In(lang)
}
