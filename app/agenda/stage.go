package agenda

import (
	"strconv"

	"technopark/app"
	"technopark/app/i18n"
)

// StageKey tells the stages of a year apart.
type StageKey string

// The stages of a year, in their order.
const (
	StageYear    StageKey = "year"    // the reports of the year are laid out
	StageAsk     StageKey = "ask"     // residents are asked for their figures
	StageGather  StageKey = "gather"  // figures come in
	StageCheck   StageKey = "check"   // what is doubtful is mended or explained
	StagePackage StageKey = "package" // the package is made
	StageSign    StageKey = "sign"    // it is signed and handed in
)

// Stage is a part of the year's work.
type Stage struct {
	Key   StageKey // which it is
	Done  bool     // nothing of it is left to be done
	Now   bool     // it is the first that is not done
	Title app.Text // its name, and how far it has come: «Сбор: 92 из 95»
	Where Where    // where it is worked at
}

// Mark returns how a stage is shown.
func (s Stage) Mark() app.Mark {
	switch {
	case s.Done:
		return app.MarkReady
	case s.Now:
		return app.MarkWarning
	}
	return app.MarkMissing
}

// In says a stage: «▲ Сбор: 92 из 95».
func (s Stage) In(lang app.Lang) string { return s.Mark().Before(s.Title.In(lang)) }

// mark finds the stage that is worked at now: the first that is not done.
func (a *Agenda) mark() {
	for i := range a.Stages {
		if !a.Stages[i].Done {
			a.Stages[i].Now = true
			return
		}
	}
}

// DueWords says until when the figures are to be handed in: «срок сдачи 30.06.2021, осталось 40
// дней».
func (a *Agenda) DueWords(lang app.Lang) string {
	left := a.Due.Days() - a.Day.Days()
	day := a.Due.String()
	switch {
	case a.Due.Zero():
		return app.L("срок сдачи не записан", "no deadline is written down").In(lang)
	case left < 0:
		return app.L("срок сдачи "+day+" прошёл", "the deadline "+day+" has passed").In(lang)
	case left == 0:
		return app.L("срок сдачи — сегодня, "+day, "the deadline is today, "+day).In(lang)
	}
	return app.L("срок сдачи "+day+", "+remains(int64(left), app.RU), "due on "+day+", "+remains(int64(left), app.EN)).In(lang)
}

// remains says how many days are left: «осталось 40 дней», «остался 1 день».
func remains(days int64, lang app.Lang) string {
	verb := i18n.Plural(days, "остался ", "осталось ", "осталось ")
	if lang == app.EN {
		return i18n.Count(lang, days, dayForms) + " left"
	}
	return verb + i18n.Count(lang, days, dayForms)
}

var dayForms = i18n.Forms{RU: [3]string{"день", "дня", "дней"}, EN: [2]string{"day", "days"}}

// YearWords names the year of the figures: «2020 год».
func (a *Agenda) YearWords(lang app.Lang) string { return app.YearPeriod(a.Year).In(lang) }

// outOf writes so many of so many: «92 из 95».
func outOf(n, of int) app.Text {
	return app.L(whole(n, app.RU)+app.NBSP+"из"+app.NBSP+whole(of, app.RU), whole(n, app.EN)+" of "+whole(of, app.EN))
}

func whole(n int, lang app.Lang) string { return app.FormatNumber(int64(n), 1, 0, lang) }

// counted writes a number with its noun in both languages; forms are those the sentence wants.
func counted(n int, forms i18n.Forms) app.Text {
	return app.L(i18n.Count(app.RU, int64(n), forms), i18n.Count(app.EN, int64(n), forms))
}

// said puts a counted noun between words.
func said(ruBefore, enBefore string, n app.Text, ruAfter, enAfter string) app.Text {
	return app.L(ruBefore+n.RU+ruAfter, enBefore+n.EN+enAfter)
}

func yearText(year int) app.Text {
	return app.L(strconv.Itoa(year)+" год", strconv.Itoa(year))
}
