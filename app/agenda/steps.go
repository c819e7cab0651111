package agenda

import (
	"technopark/app"
	"technopark/app/check"
	"technopark/app/collection"
	"technopark/app/i18n"
	"technopark/app/merging"
)

// What is counted in steps, in the case that the sentence wants.
var (
	toResidents   = i18n.Forms{RU: [3]string{"резиденту", "резидентам", "резидентам"}, EN: [2]string{"resident", "residents"}}
	answersThere  = i18n.Forms{RU: [3]string{"пришедшую анкету", "пришедшие анкеты", "пришедших анкет"}, EN: [2]string{"questionnaire that has come", "questionnaires that have come"}}
	answersDoubt  = i18n.Forms{RU: [3]string{"ответ с замечаниями", "ответа с замечаниями", "ответов с замечаниями"}, EN: [2]string{"answer with doubts", "answers with doubts"}}
	filesNoUse    = i18n.Forms{RU: [3]string{"файл, который не годится", "файла, которые не годятся", "файлов, которые не годятся"}, EN: [2]string{"file that is no use", "files that are no use"}}
	enteredTwice  = i18n.Forms{RU: [3]string{"запись, похожую на внесённую дважды", "записи, похожие на внесённые дважды", "записей, похожих на внесённые дважды"}, EN: [2]string{"record that looks as if it was entered twice", "records that look as if they were entered twice"}}
	cellsLacking  = i18n.Forms{RU: [3]string{"сведения", "сведений", "сведений"}, EN: [2]string{"figure", "figures"}}
	reportsAbsent = i18n.Forms{RU: [3]string{"отчёте, которого нет", "отчётах, которых нет", "отчётах, которых нет"}, EN: [2]string{"report that is not there", "reports that are not there"}}
	errorsFound   = i18n.Forms{RU: [3]string{"ошибку", "ошибки", "ошибок"}, EN: [2]string{"error", "errors"}}
	doubtsFound   = i18n.Forms{RU: [3]string{"предупреждение", "предупреждения", "предупреждений"}, EN: [2]string{"warning", "warnings"}}
	ofIndicators  = i18n.Forms{RU: [3]string{"показателю", "показателям", "показателям"}, EN: [2]string{"indicator", "indicators"}}
)

// begin is the stage in which a year is laid out: who the residents are, and their reports.
func (w *work) begin() {
	year := yearText(w.Year)
	begun := w.begun()
	s := w.stage(StageYear, begun && len(w.desk.Rows) > 0)
	s.Title, s.Where = app.L("Новый год", "New year"), onTurn
	switch {
	case len(w.Book.Of("resident")) == 0:
		w.add(Step{
			Key: "residents", Mark: app.MarkWarning, State: stateNow, Where: onResidents, Short: app.L("внести резидентов", "enter the residents"),
			Text: app.L("Внести резидентов: вручную или из таблицы", "Enter the residents: by hand or from a table"),
		})
	case len(w.desk.Rows) == 0:
		w.add(Step{
			Key: "contracts", Mark: app.MarkWarning, State: stateNow, Where: whereOf("contract"), Short: app.L("внести соглашения", "enter the agreements"),
			Text: app.L("Внести соглашения о резидентстве: без них в "+year.RU+" резидентов нет", "Enter the residency agreements: without them there are no residents in "+year.EN),
		})
	case !begun:
		w.add(Step{
			Key: "reports", Mark: app.MarkWarning, State: stateNow, Where: onTurn, Short: app.L("открыть год", "open the year"),
			Text: app.L("Открыть "+year.RU+": завести отчёты и проверить, что переходит", "Open "+year.EN+": lay out the reports and look at what goes on"),
		})
	}
	if w.agenda.Due.Zero() {
		w.add(Step{
			Key: "deadline", Mark: app.MarkMissing, State: stateBare, Where: whereOf("deadline"), Short: app.L("записать срок", "write down the deadline"),
			Text: app.L("Записать, до какого дня сдаются сведения за "+year.RU, "Write down until when the figures for "+year.EN+" are handed in"),
		})
	}
}

// twice is what was entered twice: before figures are gathered of it twice, too.
func (w *work) twice() {
	n := 0
	w.agenda.Twice = w.twins().Find(w.Book, app.Types())
	for _, g := range w.agenda.Twice {
		n += len(g.Members) - 1
	}
	if n > 0 {
		w.add(Step{
			Key: "duplicates", Mark: app.MarkWarning, State: stateSort, Where: onTwins, Count: n, Short: app.L("объединить записи", "merge the records"),
			Text: said("Разобрать ", "Sort out ", counted(n, enteredTwice), "", ""),
		})
	}
}

func (w *work) twins() *merging.Memory {
	if w.Twins == nil {
		return new(merging.Memory)
	}
	return w.Twins
}

// begun reports whether there is any report of the year.
func (w *work) begun() bool {
	for _, t := range app.Types() {
		if !t.Report {
			continue
		}
		for _, rec := range w.Book.Of(t.Key) {
			if app.PeriodOf(rec) == w.period {
				return true
			}
		}
	}
	return false
}

// ask is the stage in which residents are asked.
func (w *work) ask() {
	unasked := w.desk.Count(collection.NotSent)
	s := w.stage(StageAsk, unasked == 0 && len(w.desk.Rows) > 0)
	s.Title, s.Where = app.L("Анкеты", "Questionnaires"), onCollect
	if s.Done && w.desk.Begun() {
		s.Title = app.L("Анкеты разосланы", "Questionnaires sent")
	}
	if unasked > 0 {
		w.add(Step{
			Key: "send", Mark: app.MarkMissing, State: stateBare, Where: onCollect, Count: unasked, Short: app.L("разослать анкеты", "send the questionnaires"),
			Text: said("Разослать анкеты ", "Send questionnaires to ", counted(unasked, toResidents), "", ""),
		})
	}
}

// gather is the stage in which figures come in.
func (w *work) gather() {
	first := len(w.agenda.Steps)
	w.answers()
	w.ownFigures()
	s := w.stage(StageGather, len(w.agenda.Steps) == first && w.agenda.Wanted > 0 && w.agenda.Answered == w.agenda.Wanted)
	s.Title, s.Where = app.L("Сбор", "Figures"), onCollect
	if w.agenda.Wanted > 0 {
		come := outOf(w.agenda.Answered, w.agenda.Wanted)
		s.Title = app.L("Сбор: "+come.RU, "Figures: "+come.EN)
	}
}

// answers adds what is to be done with the answers of residents, what cannot wait first.
func (w *work) answers() {
	all := []struct {
		of     collection.State
		key    string
		forms  i18n.Forms
		ru, en string // before what is counted
		after  app.Text
		short  app.Text
	}{
		{collection.Faulty, "return", filesNoUse, "Вернуть ", "Send back ", app.Text{}, app.L("вернуть файлы", "send files back")},
		{collection.Arrived, "accept", answersThere, "Принять ", "Accept ", app.Text{}, app.L("принять ответы", "accept the answers")},
		{collection.Doubtful, "look", answersDoubt, "Посмотреть ", "Look at ", app.Text{}, app.L("посмотреть ответы", "look at the answers")},
		{collection.Overdue, "remind", toResidents, "Напомнить ", "Remind ", app.L(": срок ответа прошёл", ": the day to answer has passed"), app.L("напомнить", "remind")},
		{collection.Returned, "remind_returned", toResidents, "Напомнить ", "Remind ", app.L(": анкета возвращена на исправление", ": the questionnaire was sent back to be mended"), app.L("напомнить", "remind")},
	}
	for _, one := range all {
		if n := w.desk.Count(one.of); n > 0 {
			w.add(Step{
				Key: one.key, Mark: app.MarkWarning, State: stateNow, Where: onCollect, Count: n, Due: w.desk.Due, Short: one.short,
				Text: said(one.ru, one.en, counted(n, one.forms), one.after.RU, one.after.EN),
			})
		}
	}
}

// ownFigures adds what the park itself has not written down, and what is missing from reports that
// are there; reports of residents that are not there are asked for.
func (w *work) ownFigures() {
	rest := 0
	for _, f := range w.Report.Filled {
		lacking, absent := f.Needed-f.Given, app.Text{}
		if f.Type.OfResidents() && f.Type.Report {
			absent = ofAbsent(f)
			lacking = f.Lacking()
		}
		switch {
		case lacking == 0 || f.Type.Gathering:
		case f.Type.Report:
			name := f.Type.Many
			w.add(Step{
				Key: "fill_" + f.Type.Key, Mark: app.MarkMissing, State: stateBare, Where: whereOf(f.Type.Key), Count: lacking, Short: app.L("заполнить", "fill in"),
				Text: said("Заполнить "+app.Quoted(name.RU)+": не хватает ", "Fill in “"+name.EN+"”: missing are ", counted(lacking, cellsLacking), absent.RU, absent.EN),
			})
		default:
			rest += lacking
		}
	}
	if rest > 0 {
		w.add(Step{
			Key: "fill", Mark: app.MarkMissing, State: stateBare, Where: w.emptiest(), Count: rest, Short: app.L("дополнить карточки", "complete the cards"),
			Text: said("Дополнить карточки, договоры и другие записи: не хватает ", "Complete cards, contracts and other records: missing are ", counted(rest, cellsLacking), "", ""),
		})
	}
}

// ofAbsent says what else is missing of a kind of reports, with those that are not there, so that the step
// and how far the kind is filled in add up.
func ofAbsent(f check.Filled) app.Text {
	rest := f.Needed - f.Given - f.Lacking()
	if f.Reports == 0 || rest == 0 {
		return app.Text{}
	}
	return said("; ещё "+whole(rest, app.RU)+" — в ", "; another "+whole(rest, app.EN)+" in ", counted(f.Reports, reportsAbsent), "", "")
}

// emptiest is where most is missing of the records that are no reports.
func (w *work) emptiest() Where {
	where, most := onResidents, 0
	for _, f := range w.Report.Filled {
		if lacking := f.Needed - f.Given; !f.Type.Report && !f.Type.Gathering && lacking > most {
			where, most = whereOf(f.Type.Key), lacking
		}
	}
	return where
}

// check is the stage in which what is doubtful is mended or explained.
func (w *work) check() {
	a := w.agenda
	open := a.Errors + a.Warnings
	s := w.stage(StageCheck, open == 0 && w.begun())
	s.Title, s.Where = app.L("Проверка", "Check"), onCheck
	if open > 0 {
		s.Title = app.L("Проверка: "+whole(open, app.RU), "Check: "+whole(open, app.EN))
	}
	if a.Errors > 0 {
		w.add(Step{
			Key: "mend", Mark: app.MarkError, State: stateWrong, Where: onCheck, Count: a.Errors, Short: app.L("исправить ошибки", "mend the errors"),
			Text: said("Исправить ", "Mend ", counted(a.Errors, errorsFound), ": с ними итоговый пакет не собрать", ": they stop a final package"),
		})
	}
	if a.Warnings > 0 {
		w.add(Step{
			Key: "explain", Mark: app.MarkWarning, State: stateSort, Where: onCheck, Count: a.Warnings, Short: app.L("разобрать проверку", "sort out the check"),
			Text: said("Пояснить или исправить ", "Explain or mend ", counted(a.Warnings, doubtsFound), "", ""),
		})
	}
	if bare := w.unproved(); bare > 0 {
		w.add(Step{
			Key: "prove", Mark: app.MarkMissing, State: stateBare, Where: whereOf("document"), Count: bare, Short: app.L("приложить документы", "attach documents"),
			Text: said("Приложить подтверждения к ", "Attach documents that prove ", counted(bare, ofIndicators), "", ""),
		})
	}
}
