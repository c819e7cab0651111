package app_test

import (
	"slices"
	"strings"
	"testing"

	"technopark/app"
)

func TestLossesAreSaidInWords(t *testing.T) {
	for _, c := range []struct {
		loss   app.Loss
		ru, en string
	}{
		{
			app.Loss{Kind: app.LostRecord, Type: "resident", ID: 7, Was: `{"name":"ООО «Бета»","inn":"5098136854"}`},
			"«Резидент» № 7, «ООО „Бета“»: запись не восстановлена (осталось: Полное наименование — ООО «Бета»; ИНН — 5098136854)",
			"“Resident” No 7, “ООО «Бета»”: the record was not saved (what is left: ",
		},
		{app.Loss{Kind: app.LostStub, Type: "resident", ID: 7, Title: "Утраченная запись № 7"}, "на её месте стоит запись с одним названием", "a record with nothing but a name stands in its place"},
		{app.Loss{Kind: app.LostNumber, Type: "resident", ID: 7, Upto: 7}, "«Резидент» № 7: от записи не осталось ничего", "“Resident” No 7: nothing is left"},
		{app.Loss{Kind: app.LostNumber, Type: "resident", ID: 7, Upto: 9}, "«Резиденты» № 7–9: от записей не осталось ничего", "“Residents” No 7–9: nothing is left"},
		{app.Loss{Kind: app.LostField, Type: "room", ID: 1, Field: "created", Was: `"вчера"`}, "«Помещение» № 1, «когда внесена»: значение не восстановлено (прочитано: \"вчера\")", "the value was not saved (what was read: "},
		{app.Loss{Kind: app.LostLink, Type: "document_link", ID: 1, Field: "subject", Was: `"contract/403"`}, "утрачена (Договор № 403)", "is lost (Contract No 403)"},
		{app.Loss{Kind: app.LostLink, Type: "job", ID: 1, Field: "resident", Was: `12`}, "«Резидент»: запись, на которую здесь указывали, утрачена (", "the record it pointed to is lost ("},
		{
			app.Loss{Kind: app.LostContent, Type: "document", ID: 3, Field: "sha256", Was: strings.Repeat("ab", 32)},
			"«Документ» № 3: приложенный файл не восстановлен, приложите его снова (abababababab…)", "attach it anew (abababababab…)",
		},
		{
			app.Loss{Kind: app.LostContent, Type: "revision", ID: 1, Field: "data", Was: strings.Repeat("ab", 32)},
			"«Редакция заявки» № 1: содержимое не восстановлено (abababababab…), это отмечено в журнале", "the bytes were not saved (abababababab…)",
		},
		{app.Loss{Kind: app.LostContent, Was: strings.Repeat("ab", 32)}, "приложенный файл abababababab… не восстановлен; записи с ним нет", "no record names it"},
		{app.Loss{Kind: app.LostEntries, ID: 5, Upto: 5}, "запись журнала № 5 не прочитана", "journal entry No 5 could not be read"},
		{app.Loss{Kind: app.LostEntries, ID: 5, Upto: 9}, "записи журнала № 5–9 не прочитаны", "journal entries No 5–9 could not be read"},
		{app.Loss{Kind: app.LostEnd, ID: 9}, "после записи № 9 могли быть ещё", "others after entry No 9"},
		{app.Loss{Kind: app.LostRows, ID: 11}, "неизвестно, что это за записи: 11", "not known what they are: 11"},
		{app.Loss{Kind: app.LostLog, Was: "парк.tpark-wal"}, "рядом лежит «парк.tpark-wal» — изменения, внесённые другой программой", "beside it lies “парк.tpark-wal”"},
		{app.Loss{Kind: app.LostSteps}, "больше нельзя отменить по шагам", "can no longer be undone"},
		{
			app.Loss{Kind: app.DoubtValue, Type: "resident_report", ID: 3, Title: "Альфа", Field: "revenue", Was: `100100000`, Is: `100000`},
			"«Отчёт резидента» № 3, «Альфа», «Выручка»: в таблице было 1 001,0 тыс. руб., по журналу 1,0 тыс. руб. — взято из журнала",
			"the table had 1,001.0 thousand RUB, the journal has 1.0 thousand RUB, which was taken",
		},
		{
			app.Loss{Kind: app.DoubtTable, Type: "resident_report", ID: 3, Title: "Альфа", Field: "revenue", Was: `100100000`, Is: `100000`},
			"по журналу было 1 001,0 тыс. руб., но часть его записей утрачена, в таблице 1,0 тыс. руб. — взято из таблицы", "which was taken",
		},
		{app.Loss{Kind: app.DoubtExtra, Type: "room", ID: 1}, "внесена в обход программы и не взята", "was left out"},
		{app.Loss{Kind: app.DoubtGone, Type: "room", ID: 1}, "её удалили, а запись об этом утрачена; не взята", "was left out"},
		{app.Loss{Kind: app.DoubtBack, Type: "room", ID: 1}, "по журналу удалена, но в таблице есть", "check it"},
		{app.Loss{Kind: app.DoubtStray, Type: "room", ID: 1}, "найдена вне своей таблицы", "check it"},
		{app.Loss{Kind: app.DoubtTold, Type: "room", ID: 1}, "взята из журнала", "check it"},
		{app.Loss{Kind: app.DoubtPart, Type: "contract", ID: 1, Field: "rooms", Was: `null`, Is: `null`}, "«Помещения»: список прочитать не удалось, он пуст", "fill it in anew"},
		{app.Loss{Kind: app.DoubtPart, Type: "contract", ID: 1, Field: "rooms", Was: `"2"`, Is: `"2;3"`}, "«Помещения»: список, возможно, прочитан не весь", "perhaps not all"},
		{app.Loss{Kind: app.LostTail, Type: "room"}, "«Помещения»: не найдено ничего", "nothing was found"},
		{app.Loss{Kind: app.LostTail, Type: "room", ID: 9}, "«Помещения»: после № 9 могли быть ещё записи", "others after No 9"},
		{app.Loss{Kind: app.DoubtBare, Type: "room", ID: 1}, "ничем не подтверждены", "nothing confirms"},
		{app.Loss{Kind: app.DoubtBare, Type: "room", ID: 5, Upto: 7}, "«Помещения» № 5–7: как это вносили", "No 5–7: the entries"},
		{app.Loss{Kind: app.DoubtMixed, Type: "room", ID: 1}, "собрана из прежней строки", "check it"},
	} {
		said := c.loss.Say()
		plain := func(s string) string { return strings.ReplaceAll(s, app.NBSP, " ") }
		if ru, en := plain(said.RU), plain(said.EN); !strings.Contains(ru, c.ru) || !strings.Contains(en, c.en) {
			t.Errorf("%+v is said as\n%s\n%s\nwant\n%s\n%s", c.loss, ru, en, c.ru, c.en)
		}
		record, field, what := c.loss.Sides()
		if what.Zero() || c.loss.Type != "" && record.Zero() || c.loss.Field != "" && field.Zero() {
			t.Errorf("%+v has the sides %q, %q, %q", c.loss, record, field, what)
		}
		if c.loss.Field != "" && c.loss.Kind != app.LostContent && strings.Contains(what.RU, record.RU) {
			t.Errorf("%+v says the record twice: %q", c.loss, what.RU)
		}
	}
}

func TestShareIsOfWhatIsKnown(t *testing.T) {
	r := app.Recovery{Types: []app.Recovered{{Type: "room", Table: 2, Pages: 1, Journal: 3, Lost: 1}, {Type: "resident", Table: 3}}}
	if saved, lost := r.Records(); saved != 9 || lost != 1 || r.Share() != 900 || !r.OK() || (app.Recovery{}).Share() != 0 {
		t.Error(saved, lost, r.Share())
	}
	if r.Losses = []app.Loss{{Kind: app.LostNumber, Type: "room", ID: 4}}; !r.Counted() {
		t.Error("numbers that are known are counted")
	}
	if r.Losses = append(r.Losses, app.Loss{Kind: app.LostTail, Type: "person"}); r.Counted() {
		t.Error("nobody knows how many people there were")
	}
}

// A record that was found and left out is none that was saved; one that was saved with a doubt is.
func TestLeftOutIsNotSaved(t *testing.T) {
	r := app.Recovery{Types: []app.Recovered{{Type: "room", Table: 3}}, Doubts: []app.Loss{{Kind: app.DoubtStray, Type: "room", ID: 3}}}
	if saved, lost := r.Records(); saved != 3 || lost != 0 || !r.Complete() {
		t.Error(saved, lost)
	}
	for _, kind := range []app.LossKind{app.DoubtExtra, app.DoubtGone} {
		of := r
		of.Doubts = append(slices.Clone(r.Doubts), app.Loss{Kind: kind, Type: "room", ID: 4})
		if saved, lost := of.Records(); saved != 3 || lost != 1 || of.Share() != 750 || of.Complete() || of.LeftOut("room") != 1 || of.LeftOut("park") != 0 {
			t.Error(kind, saved, lost, of.Share(), of.LeftOut("room"))
		}
	}
}
