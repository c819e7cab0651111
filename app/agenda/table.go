package agenda

import (
	"technopark/app"
	"technopark/app/exchange"
)

// Table puts the agenda on one sheet: the steps, the contracts that end soon, and how far each kind
// of record is filled in. about are lines over it beside those it has itself: where the park stands,
// how its copies are.
func (a *Agenda) Table(about []string, lang app.Lang) *exchange.Table {
	t := &exchange.Table{
		Title: app.L("Что сделать", "What is to be done").In(lang) + ", " + a.YearWords(lang), Lang: lang,
		About: append([]string{a.Park, a.DueWords(lang)}, about...),
		Columns: []exchange.Column{
			{Name: app.L("Состояние", "State").In(lang), Chars: 13},
			{Name: app.L("Что", "What").In(lang), Chars: 46},
			{Name: app.L("Сколько", "How many").In(lang), Chars: 12},
			{Name: app.L("До", "Due on").In(lang), Form: exchange.Days, Chars: 10},
			{Name: app.L("Где", "Where").In(lang), Chars: 22},
		},
	}
	for _, s := range a.Steps {
		t.Rows = append(t.Rows, []exchange.Value{words(s.Line(lang)), words(s.Text.In(lang)), words(countOf(s.Count, lang)), dayOf(s.Due), words(s.Where.Title.In(lang))})
	}
	if len(a.Steps) == 0 {
		t.Rows = append(t.Rows, []exchange.Value{words(app.MarkReady.In(lang)), words(NothingLeft(lang)), words(""), dayOf(app.Date{}), words("")})
	}
	if len(a.Ending) > 0 {
		t.Rows = append(t.Rows, []exchange.Value{words(EndingTitle(lang))})
	}
	for _, e := range a.Ending {
		t.Rows = append(t.Rows, []exchange.Value{words(e.Left(lang)), words(e.Name() + ", " + e.What(lang)), words(""), dayOf(e.Contract.To), words(e.Contract.Type().Many.In(lang))})
	}
	if len(a.Filled) > 0 {
		t.Rows = append(t.Rows, []exchange.Value{words(FilledTitle(lang))})
	}
	for _, s := range a.Filled {
		t.Rows = append(t.Rows, []exchange.Value{words(s.Line(lang)), words(s.Title.In(lang)), words(s.Words(lang)), dayOf(app.Date{}), words(s.Where.Title.In(lang))})
	}
	return t
}

// EndingTitle is the heading of the contracts that end soon.
func EndingTitle(lang app.Lang) string {
	days := whole(EndingDays, lang)
	return app.L("Договоры, которые кончаются в ближайшие "+days+app.NBSP+"дней", "Contracts that end within "+days+" days").In(lang)
}

// FilledTitle is the heading of how far records are filled in.
func FilledTitle(lang app.Lang) string {
	return app.L("Заполнено по разделам", "Filled in by section").In(lang)
}

// NothingLeft says that nothing is to be done.
func NothingLeft(lang app.Lang) string {
	return app.L("Всё сделано: пакет сдан", "All is done: the package is handed in").In(lang)
}

// Line says a section in a word: «● заполнено», «▲ не всё».
func (s Section) Line(lang app.Lang) string {
	if s.Whole() {
		return s.Mark().Before(app.L("заполнено", "filled in").In(lang))
	}
	return s.Mark().Before(app.L("не всё", "not all").In(lang))
}

func words(text string) exchange.Value {
	if text == "" {
		return exchange.Value{}
	}
	return exchange.Value{State: app.Given, Text: text}
}

func dayOf(d app.Date) exchange.Value {
	if d.Zero() {
		return exchange.Value{}
	}
	return exchange.Value{State: app.Given, N: int64(d.Days())}
}

func countOf(n int, lang app.Lang) string {
	if n == 0 {
		return ""
	}
	return whole(n, lang)
}
