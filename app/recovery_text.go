package app

import "fmt"

// Say says what was lost, or is in doubt, in a sentence without a full stop.
func (l Loss) Say() Text {
	record := Problem{Type: l.Type, ID: l.ID, Title: l.Title}.record(l.Was)
	field, was, is := l.sides()
	switch l.Kind {
	case LostRecord:
		return L(record.RU+": запись не восстановлена"+l.left(RU), record.EN+": the record was not saved"+l.left(EN))
	case LostNumber:
		return l.sayNumbers(record)
	case LostTail:
		return l.sayTail()
	case LostStub:
		return L(record.RU+": запись утрачена"+l.left(RU)+"; чтобы сохранить то, что к ней относится, на её месте стоит запись с одним названием — заполните её",
			record.EN+": the record is lost"+l.left(EN)+"; so that what belongs to it could be saved, a record with nothing but a name stands in its place: fill it in")
	case LostField:
		return L(record.RU+", "+Quoted(field.RU)+": значение не восстановлено"+found(was).RU,
			record.EN+", “"+field.EN+"”: the value was not saved"+found(was).EN)
	case LostLink:
		return L(record.RU+", "+Quoted(field.RU)+": запись, на которую здесь указывали, утрачена ("+was.RU+")",
			record.EN+", “"+field.EN+"”: the record it pointed to is lost ("+was.EN+")")
	case LostContent:
		return l.sayContent(record)
	case DoubtValue:
		return L(record.RU+", "+Quoted(field.RU)+": в таблице было "+was.RU+", по журналу "+is.RU+" — взято из журнала",
			record.EN+", “"+field.EN+"”: the table had "+was.EN+", the journal has "+is.EN+", which was taken")
	case DoubtTable:
		return L(record.RU+", "+Quoted(field.RU)+": по журналу было "+was.RU+", но часть его записей утрачена, в таблице "+is.RU+" — взято из таблицы",
			record.EN+", “"+field.EN+"”: the journal had "+was.EN+", but entries of it are lost; the table has "+is.EN+", which was taken")
	case DoubtPart:
		return l.sayPart(record, field)
	case DoubtBare:
		return l.sayBare(record)
	}
	return l.sayRest(record)
}

// emptyJSON is a value that is empty, in JSON.
const emptyJSON = "null"

// sayPart says of a list that it may not be all there.
func (l Loss) sayPart(record, field Text) Text {
	head := L(record.RU+", "+Quoted(field.RU)+": ", record.EN+", “"+field.EN+"”: ")
	if l.Is == emptyJSON {
		return L(head.RU+"список прочитать не удалось, он пуст — если в нём что-то было, заполните его снова",
			head.EN+"the list could not be read and is empty; if there was anything in it, fill it in anew")
	}
	return L(head.RU+"список, возможно, прочитан не весь — проверьте его", head.EN+"perhaps not all of the list was read; check it")
}

// sayBare says of records that nothing confirms what was read of them.
func (l Loss) sayBare(record Text) Text {
	head := record
	if l.Upto > l.ID {
		head = l.run()
	}
	return L(head.RU+": как это вносили, в журнале не прочитано — значения взяты из таблицы и ничем не подтверждены, сверьте их",
		head.EN+": the entries that added this are lost; nothing confirms the values taken from the table, check them")
}

func (l Loss) sayRest(record Text) Text {
	switch l.Kind {
	case LostEntries:
		if l.Upto <= l.ID {
			return L("запись журнала "+numbered(l.ID)+" не прочитана", fmt.Sprintf("journal entry No %d could not be read", l.ID))
		}
		return L(fmt.Sprintf("записи журнала %s–%d не прочитаны", numbered(l.ID), l.Upto), fmt.Sprintf("journal entries No %d–%d could not be read", l.ID, l.Upto))
	case LostEnd:
		return L("неизвестно, чем кончался журнал: после записи "+numbered(l.ID)+" могли быть ещё", fmt.Sprintf("it is not known how the journal ended: there may have been others after entry No %d", l.ID))
	case LostRows:
		return L(fmt.Sprintf("прочитаны строки, о которых неизвестно, что это за записи: %d", l.ID), fmt.Sprintf("rows were read of which it is not known what they are: %d", l.ID))
	case LostSteps:
		return L("сделанное до восстановления больше нельзя отменить по шагам", "what was done before the recovery can no longer be undone step by step")
	case LostLog:
		return L("рядом лежит "+Quoted(l.Was)+" — изменения, внесённые другой программой; чьи они, неизвестно, поэтому они не взяты", "beside it lies “"+l.Was+"”, changes by another program: nobody knows whose they are, and they were left out")
	case DoubtExtra:
		return L(record.RU+": в таблице есть, в журнале нет — внесена в обход программы и не взята", record.EN+": it is in the table and not in the journal, put in by other means than this program, and was left out")
	case DoubtGone:
		return L(record.RU+": в журнале есть, в целой таблице нет — её удалили, а запись об этом утрачена; не взята", record.EN+": it is in the journal and not in its table, which is whole: it was deleted, the entry that says so is lost, and it was left out")
	case DoubtBack:
		return L(record.RU+": по журналу удалена, но в таблице есть, а часть записей журнала утрачена — взята, проверьте её", record.EN+": the journal says it was deleted, but its table has it, and entries of the journal are lost; it was taken, check it")
	case DoubtTold:
		return L(record.RU+": взята из журнала; если её потом удалили или изменили, запись об этом утрачена — проверьте её", record.EN+": it was taken from the journal; if it was deleted or changed later, the entry that says so is lost: check it")
	case DoubtStray:
		return L(record.RU+": найдена вне своей таблицы, в журнале о ней ничего не прочитано — взята, проверьте её", record.EN+": it was found outside of its table and nothing was read of it in the journal; it was taken, check it")
	}
	return L(record.RU+": собрана из прежней строки таблицы и записей журнала — проверьте её", record.EN+": it was put together of an older row of its table and entries of the journal; check it")
}

// many says the type of the records a loss is about.
func (l Loss) many() Text {
	t := TypeByKey(l.Type)
	if t == nil {
		return L(Quoted(l.Type), "“"+l.Type+"”")
	}
	return L(Quoted(t.Many.RU), "“"+t.Many.EN+"”")
}

func (l Loss) sayTail() Text {
	many := l.many()
	if l.ID == 0 {
		return L(many.RU+": не найдено ничего; сколько было записей, неизвестно", many.EN+": nothing was found; how many records there were is not known")
	}
	return L(many.RU+": после "+numbered(l.ID)+" могли быть ещё записи — сколько их было, неизвестно",
		many.EN+fmt.Sprintf(": there may have been others after No %d; how many is not known", l.ID))
}

func (l Loss) sayNumbers(record Text) Text {
	if l.Upto <= l.ID {
		return L(record.RU+": от записи не осталось ничего, кроме номера, или её удалили раньше",
			record.EN+": nothing is left of the record but its number, or it had been deleted before")
	}
	head := l.run()
	return L(head.RU+": от записей не осталось ничего, кроме номеров, или их удалили раньше",
		head.EN+": nothing is left of the records but their numbers, or they had been deleted before")
}

// run says a run of records of one type.
func (l Loss) run() Text {
	many := l.many()
	return L(fmt.Sprintf("%s %s–%d", many.RU, numbered(l.ID), l.Upto), fmt.Sprintf("%s No %d–%d", many.EN, l.ID, l.Upto))
}

func (l Loss) sayContent(record Text) Text {
	name := firstOf(l.Was)
	if l.Type == "" {
		return L("приложенный файл "+name+" не восстановлен; записи с ним нет", "the kept file "+name+" was not saved; no record names it")
	}
	if t := TypeByKey(l.Type); t != nil {
		if f, ok := t.Field(l.Field); ok && f.Essential {
			return L(record.RU+": содержимое не восстановлено ("+name+"), это отмечено в журнале", record.EN+": the bytes were not saved ("+name+"), as the journal notes")
		}
	}
	return L(record.RU+": приложенный файл не восстановлен, приложите его снова ("+name+")", record.EN+": the file was not saved, attach it anew ("+name+")")
}

// left says what is left of a record that was not saved.
func (l Loss) left(lang Lang) string {
	t := TypeByKey(l.Type)
	if t == nil || l.Was == "" {
		return ""
	}
	s, err := ReadSnapshot(t, l.Was)
	if err != nil || len(s.Values) == 0 {
		return ""
	}
	text := ""
	for _, f := range t.Stored() {
		v, ok := s.Values[f.Key]
		if !ok || v.Empty() {
			continue
		}
		if text != "" {
			text += "; "
		}
		said := shortened(OneLine(f.Exact(v, nil, lang)))
		if f.Content {
			said = firstOf(v.S)
		}
		text += f.Spoken().In(lang) + " — " + said
	}
	return L(" (осталось: ", " (what is left: ").In(lang) + text + ")"
}

// firstOf keeps of the name of a kept file what is enough to tell it from others.
func firstOf(name string) string {
	const most = 12
	if len(name) < 64 { // it says that there is none
		return name
	}
	return name[:most] + "…"
}

// found says what stood in place of a value, in brackets.
func found(was Text) Text {
	if was.Zero() {
		return Text{}
	}
	return L(" (прочитано: "+was.RU+")", " (what was read: "+was.EN+")")
}

// sides says the field and both values as people read them.
func (l Loss) sides() (field, was, is Text) {
	_, field, is, was = Problem{Kind: ProblemValue, Type: l.Type, ID: l.ID, Field: l.Field, Journal: l.Is, File: l.Was}.Sides()
	if t := TypeByKey(l.Type); t != nil {
		if f, ok := t.Field(l.Field); ok && f.Content {
			short := func(name Text) Text { return L(firstOf(name.RU), firstOf(name.EN)) }
			field, was, is = f.Spoken(), short(was), short(is)
		} else if ok && f.Points {
			was, is = placeSaid(was), placeSaid(is)
		}
	}
	return field, was, is
}

// placeSaid says a record that a text names by its type and number; any other text as it stands.
func placeSaid(text Text) Text {
	at, ok := ParsePlace(text.RU)
	t := TypeByKey(at.Type)
	if !ok || t == nil {
		return text
	}
	return L(t.One.RU+" "+numbered(at.ID), fmt.Sprintf("%s No %d", t.One.EN, at.ID))
}

// Spoken is the label of a field as people speak of it: of the name of a kept file, that it is
// the file.
func (f Field) Spoken() Text {
	if f.Content {
		return L("Приложенный файл", "Attached file")
	}
	return f.Label
}

// Sides says a loss for the columns of a list: the record and the field it is about, and what
// happened to it. What is about no record stands whole in the last.
func (l Loss) Sides() (record, field, what Text) {
	if l.Type == "" {
		return Text{}, Text{}, l.Say()
	}
	if l.Kind == LostTail {
		return l.many(), Text{}, l.Say()
	}
	record = Problem{Type: l.Type, ID: l.ID, Title: l.Title}.record(l.Was)
	if l.Upto > l.ID {
		record = l.run()
	}
	if l.Field != "" {
		field, _, _ = l.sides()
	}
	what = l.Say()
	cut := func(text, head string) string {
		if len(text) > len(head)+2 && text[:len(head)] == head {
			return text[len(head)+2:]
		}
		return text
	}
	head := record
	if l.Field != "" && l.Kind != LostContent {
		head = L(record.RU+", "+Quoted(field.RU), record.EN+", “"+field.EN+"”")
	}
	return record, field, L(cut(what.RU, head.RU), cut(what.EN, head.EN))
}
