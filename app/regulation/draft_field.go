package regulation

import (
	"slices"

	"technopark/app"
)

// FieldsOf returns what can be edited of a part of a kind, in the order of a form. Settings that
// are rarely needed are not among them: the text of the method has them all.
func FieldsOf(kind PartKind) []app.Field {
	var fields []app.Field
	for _, s := range settingsOf(kind) {
		fields = append(fields, s.field)
	}
	return fields
}

// Value returns what the draft says of a part, as people type it; a choice by its code.
func (d *Draft) Value(p Part, key string) string {
	all := settingsOf(p.Kind)
	if i := slices.IndexFunc(all, func(s setting) bool { return s.field.Key == key }); i >= 0 {
		return typed(all[i].read(d.tree, p))
	}
	return ""
}

func settingsOf(kind PartKind) []setting {
	switch kind {
	case PartMethod:
		return methodSettings()
	case PartIndex:
		return indexSettings()
	case PartSubindex:
		return subindexSettings()
	case PartIndicator:
		return indicatorSettings()
	case PartGroup:
		return groupSettings()
	}
	return termSettings()
}

func line(key string, label app.Text) app.Field {
	return app.Field{Key: key, Label: label, Kind: app.KindText, Width: 12}
}

// long is a text that takes the width of a form.
func long(key string, label app.Text) app.Field {
	return app.Field{Key: key, Label: label, Kind: app.KindText, Width: 40}
}

func lines(key string, label app.Text) app.Field {
	return app.Field{Key: key, Label: label, Kind: app.KindNote}
}

func oneOf(key string, label app.Text, options ...app.Option) app.Field {
	return app.Field{Key: key, Label: label, Kind: app.KindChoice, Options: options, Width: 24}
}

func hinted(f app.Field, ru, en string) app.Field {
	f.Hint = app.L(ru, en)
	return f
}

func under(section app.Text, all ...setting) []setting {
	for i := range all {
		all[i].field.Section = section
	}
	return all
}

var inEnglish = app.L("по-английски", "in English")

func english(of app.Text) app.Text { return app.L(of.RU+" "+inEnglish.RU, of.EN+" "+inEnglish.EN) }

// both are a text and its wording in English.
func both(key string, label app.Text, in where) []setting {
	return []setting{plain(long(key, label), in, key, textForm), plain(long(key+"_en", english(label)), in, key+"_en", textForm)}
}

func methodSettings() []setting {
	in := inHead()
	all := both("title", app.L("Название", "Title"), in)
	return append(all,
		plain(hinted(line("version", app.L("Версия", "Version")), "при сохранении правки повышается сама, если её не изменить", "is raised by itself when an edit is kept, unless you change it"), in, "version", textForm),
		plain(hinted(line("threshold", app.L("Порог полноты, %", "Least completeness, %")), "ниже него показатель не рассчитывается", "below it an indicator is not calculated"), in, "threshold", wholeForm),
		plain(lines("notice", app.L("Оговорка", "Notice")), in, "notice", textForm),
		plain(lines("notice_en", english(app.L("Оговорка", "Notice"))), in, "notice_en", textForm),
	)
}

func subindexSettings() []setting {
	all := both("name", app.L("Название", "Name"), inTables("subindex"))
	return append(all, weightSetting(), inside(oneOf("own_aggregate", app.L("Складывается по-своему", "Added up in its own way"), ways()...), inNode(), "aggregate", "by", textForm))
}

func weightSetting() setting {
	return plain(hinted(line("weight", app.L("Вес", "Weight")), "среди соседних; важны только отношения, пусто — 1", "among its neighbours; only ratios count, empty for 1"), inNode(), "weight", numberForm)
}

func indicatorSettings() []setting {
	in, node := inTables("indicator"), inNode()
	all := []setting{
		plain(long("name", app.L("Название", "Name")), in, "name", textForm),
		plain(hinted(long("formula", app.L("Формула", "Formula")), "имена слагаемых, числа, + - * / и скобки", "names of terms, numbers, + - * / and brackets"), in, "formula", textForm),
		plain(oneOf("better", app.L("Что лучше", "Which is better"), app.Option{Code: "higher", Label: app.L("больше", "higher")}, app.Option{Code: "lower", Label: app.L("меньше", "lower")}), in, "better", textForm),
		weightSetting(),
		plain(line("unit", app.L("Единица", "Unit")), in, "unit", textForm),
		plain(line("digits", app.L("Знаков после запятой", "Decimals")), in, "digits", wholeForm),
		plain(lines("words", app.L("Формула словами", "The formula in words")), in, "words", textForm),
		plain(oneOf("residents", app.L("По кому считается", "Over whom"), populationsOffered()...), in, "residents", textForm),
		plain(oneOf("basis", app.L("Основание", "Basis"), app.Option{Code: "C", Label: app.L("подтверждено источником", "confirmed by a source")}, app.Option{Code: "I", Label: app.L("выведено", "inferred")}), in, "basis", textForm),
		plain(lines("note", app.L("Пояснение", "Note")), in, "note", textForm),
	}
	all = append(all, under(app.L("Пределы и нормировка", "Limits and normalisation"),
		ofPair(hinted(line("limit_low", app.L("Не бывает меньше", "Never below")), "оба предела или ни одного", "both limits or none"), node, "limits", 0),
		ofPair(line("limit_high", app.L("Не бывает больше", "Never above")), node, "limits", 1),
		inside(oneOf("own_normalise", app.L("Нормируется по-своему", "Normalised in its own way"), scales()...), node, "normalise", "by", textForm),
		insidePair(hinted(line("own_low", app.L("Нижний столб", "Lower goalpost")), "при нормировке «столбы»", "with goalposts"), node, "normalise", "goalposts", 0),
		insidePair(line("own_high", app.L("Верхний столб", "Upper goalpost")), node, "normalise", "goalposts", 1),
		inside(hinted(line("own_target", app.L("Цель", "Target")), "при нормировке «до цели»", "with the distance to a target"), node, "normalise", "target", numberForm),
	)...)
	return append(all, under(app.L("По-английски", "In English"),
		plain(long("name_en", app.L("Название по-английски", "Name in English")), in, "name_en", textForm),
		plain(line("unit_en", app.L("Единица по-английски", "Unit in English")), in, "unit_en", textForm),
		plain(lines("words_en", app.L("Формула словами по-английски", "The formula in words, in English")), in, "words_en", textForm),
		plain(lines("note_en", app.L("Пояснение по-английски", "Note in English")), in, "note_en", textForm),
	)...)
}

func populationsOffered() []app.Option {
	return []app.Option{
		{Code: "year", Label: app.L("резиденты года", "residents of the year")},
		{Code: "both_years", Label: app.L("резиденты и этого, и предыдущего года", "residents of this year and the one before")},
		{Code: "every_year", Label: app.L("все пары «резидент и год»", "all pairs of resident and year")},
		{Code: "each_record", Label: app.L("каждая запись сама по себе", "each record for itself")},
	}
}

func termSettings() []setting {
	in := inTerm()
	all := both("title", app.L("Что складывается", "What is added up"), in)
	return append(all,
		plain(hinted(line("of", app.L("Вид записей", "Records")), "resident_report, contract, job…", "resident_report, contract, job…"), in, "of", textForm),
		plain(oneOf("when", app.L("За какое время", "Of what time"),
			app.Option{Code: "year", Label: app.L("за год", "of the year")}, app.Option{Code: "previous", Label: app.L("за предыдущий год", "of the year before")},
			app.Option{Code: "to_date", Label: app.L("нарастающим итогом", "to date")}), in, "when", textForm),
		plain(hinted(lines("where", app.L("Условие отбора", "Condition")), "пусто — все записи", "empty for all records"), in, "where", textForm),
		plain(hinted(lines("value", app.L("Что прибавляет запись", "What a record adds")), "пусто — единицу", "empty for one"), in, "value", textForm),
		plain(line("unit", app.L("Единица", "Unit")), in, "unit", textForm),
		plain(oneOf("base", app.L("«Не применимо» исключает резидента", "“Not applicable” takes the resident out"), yesNo()...), in, "base", yesForm),
	)
}

func yesNo() []app.Option {
	return []app.Option{{Code: yes, Label: app.L("да", "yes")}, {Code: no, Label: app.L("нет", "no")}}
}
