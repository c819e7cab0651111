package app

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Say says the problem in a sentence without a full stop but that of a shortened unit: see FullStop.
// It is one line, whatever somebody has written into the file: signs nobody sees are told by a mark.
func (p Problem) Say() Text {
	is := p.say()
	return Text{RU: Marked(OneLine(is.RU)), EN: Marked(OneLine(is.EN))}
}

func (p Problem) say() Text {
	switch p.Kind {
	case ProblemValue:
		return p.sayValue()
	case ProblemJump:
		return p.sayJump()
	case ProblemMissing:
		record := p.record(p.Journal)
		return L("нет записи "+record.RU+": по журналу она есть, в файле её удалили в обход программы",
			"there is no record "+record.EN+": the journal has it, and it was removed by other means than this program")
	case ProblemExtra:
		record := p.record(p.File)
		return L("лишняя запись "+record.RU+": в журнале её нет, в файл её внесли в обход программы",
			"there is an extra record "+record.EN+": the journal has it not, and it was put in by other means than this program")
	case ProblemEntry:
		return L("запись журнала "+numbered(p.ID)+" изменена в обход программы", fmt.Sprintf("journal entry No %d was changed by other means than this program", p.ID))
	case ProblemGap:
		return L("записи журнала "+numbered(p.ID)+" нет или она лишняя", fmt.Sprintf("journal entry No %d is not there, or should not be", p.ID))
	case ProblemOrphan, ProblemDangling:
		return p.sayStray()
	case ProblemContent:
		return p.sayContent()
	}
	return p.sayStorage()
}

// stepState says the state of a step of undo, which the storage calls by one word.
func stepState(state string) Text {
	is, known := map[string]Text{
		"": L("его нет", "it is not there"), "done": L("сделан", "done"), "undone": L("отменён", "undone"),
		"dropped": L("отменён, и вернуть его уже нельзя", "undone for good"), "kept": L("сделан, и отменить его нельзя", "done for good"),
	}[state]
	if !known {
		is = L(Quoted(state), "“"+state+"”")
	}
	return is
}

// FullStop ends a sentence with its full stop, where it does not end with that of a shortened word.
func FullStop(sentence string) string { return strings.TrimSuffix(sentence, ".") + "." }

func (p Problem) sayStorage() Text {
	switch p.Kind {
	case ProblemCopy:
		return L("пробная копия файла не совпала с ним ("+p.File+")", "a copy of the file made for a rehearsal is not like it ("+p.File+")")
	case ProblemCell:
		return p.sayCell()
	case ProblemSchema:
		is := p.Noted()
		return L("устройство файла изменено в обход программы: "+is.RU, "the structure of the file was changed by other means than this program: "+is.EN)
	case ProblemIndex:
		return L("указатель не соответствует записям, часть их пропала бы из списков ("+p.Noted().RU+")", "an index does not agree with the records, some of them would vanish from lists ("+p.Noted().EN+")")
	case ProblemSearch:
		return L("указатель слов не соответствует записям, поиск нашёл бы не всё ("+p.Noted().RU+")", "the index of words does not agree with the records, the search would not find all ("+p.Noted().EN+")")
	case ProblemStep:
		journal, file := stepState(p.Journal), stepState(p.File)
		return L("шаг отмены "+numbered(p.ID)+": по журналу "+journal.RU+", в файле "+file.RU, fmt.Sprintf("step of undo No %d: %s by the journal, %s in the file", p.ID, journal.EN, file.EN))
	case ProblemName:
		journal, file := said(p.Journal), said(p.File)
		return L("шаг "+numbered(p.ID)+" переименован в обход программы: по журналу "+Quoted(journal)+", в файле "+Quoted(file),
			fmt.Sprintf("step No %d was renamed by other means than this program: “%s” by the journal, “%s” in the file", p.ID, journal, file))
	case ProblemNumber:
		if p.Type == "" {
			return L("лишняя строка среди счётчиков номеров ("+p.File+")", "an extra row among the counters of numbers ("+p.File+")")
		}
		return L(fmt.Sprintf("счётчик номеров «%s»: по журналу %s, в файле %s", p.Type, p.Journal, p.File), fmt.Sprintf("the counter of numbers “%s”: %s by the journal, %s in the file", p.Type, p.Journal, p.File))
	}
	return L("повреждены страницы файла ("+p.Noted().RU+")", "pages of the file are damaged ("+p.Noted().EN+")")
}

// sayCell says what stands where it cannot be.
func (p Problem) sayCell() Text {
	what, known := map[string]Text{
		"NULL": L("пустое значение", "nothing"), "TEXT": L("текст", "a text"), "NUMERIC": L("число", "a number"),
		"long":     L("слишком длинное значение", "a value that is too long"),
		"non-TEXT": L("не текст", "no text"), "non-INTEGER": L("не число", "no number"), "non-BLOB": L("не содержимое файла", "no bytes of a file"),
	}[p.File]
	if !known {
		what = L("недопустимое значение", "a value that is not allowed")
	}
	t := TypeByKey(p.Type)
	if t == nil {
		return L("в служебной таблице "+Quoted(p.Type)+" там, где этого не бывает, стоит "+what.RU+": её изменили в обход программы или повредили",
			"in the table “"+p.Type+"” of the program there is "+what.EN+" where it cannot be: it was changed by other means than this program, or damaged")
	}
	where := L(t.Many.RU, t.Many.In(EN))
	if f, ok := t.Field(p.Field); ok {
		where = L(where.RU+", "+Quoted(f.Label.RU), where.EN+", “"+f.Label.In(EN)+"”")
	}
	return L(where.RU+": там, где этого не бывает, стоит "+what.RU+": это внесли в обход программы или испортил сбой диска",
		where.EN+": there is "+what.EN+" where it cannot be, put in by other means than this program or by a fault of the disk")
}

func (p Problem) sayContent() Text {
	name := p.Journal
	if len(name) > 12 {
		name = name[:12]
	}
	if p.Type == "" {
		return L("содержимое приложенного файла "+name+"… изменилось", "the bytes of the kept file "+name+"… have changed")
	}
	record := p.record("")
	return L("приложенного файла "+name+"… нет или он изменился: "+record.RU, "the kept file "+name+"… is not there or has changed: "+record.EN)
}

// sayStray says which reference has only one of its two records.
func (p Problem) sayStray() Text {
	record, field, target := p.record(""), p.label(), L("«"+p.File+"»", "“"+p.File+"”")
	if t := TypeByKey(p.Type); t != nil {
		key := parkType.Key
		if f, ok := t.Field(p.Field); ok {
			key = f.Ref
		}
		id, _ := strconv.ParseInt(p.File, 10, 64) // the storage wrote it
		target = Problem{Type: key, ID: id}.record("")
	}
	if p.Kind == ProblemOrphan {
		return L("записи "+record.RU+" нет, а её связь "+Quoted(field.RU)+" с записью "+target.RU+" есть: её внесли в обход программы",
			"there is no record "+record.EN+", but its link “"+field.EN+"” to the record "+target.EN+" is there, put in by other means than this program")
	}
	return L(record.RU+", "+Quoted(field.RU)+": указана запись "+target.RU+", а её нет; выберите другую",
		record.EN+", “"+field.EN+"”: it names the record "+target.EN+", which is not there; choose another")
}

func (p Problem) sayValue() Text {
	record, label, journal, file := p.Sides()
	return L(record.RU+", "+Quoted(label.RU)+": по журналу "+journal.RU+", в файле "+file.RU,
		record.EN+", “"+label.EN+"”: "+journal.EN+" by the journal, "+file.EN+" in the file")
}

// sayJump says what was altered before it was saved over.
func (p Problem) sayJump() Text {
	value := p
	value.Kind = ProblemValue
	record, label, journal, file := value.Sides()
	return L(record.RU+", "+Quoted(label.RU)+": до правки журнала "+numbered(p.Entry)+" по журналу было "+journal.RU+", а правка застала "+file.RU+
		": между ними значение изменили в обход программы; сверьте то, что стоит теперь",
		record.EN+", “"+label.EN+"”: "+journal.EN+" by the journal before "+fmt.Sprintf("entry No %d", p.Entry)+", which found "+file.EN+
			": it was changed between them by other means than this program; look at what stands there now")
}

// Sides says the problem for the columns of a list: of which record and field, what the journal
// says and what the file has. What is about no record stands whole in the first.
func (p Problem) Sides() (record, field, journal, file Text) {
	there, gone := L("есть", "there"), L("нет", "not there")
	switch p.Kind {
	case ProblemMissing:
		return p.record(p.Journal), Text{}, there, gone
	case ProblemExtra:
		return p.record(p.File), Text{}, gone, there
	case ProblemValue:
	default:
		return p.Say(), Text{}, Text{}, Text{}
	}
	record, field, journal, file = p.record(""), p.label(), L(p.Journal, p.Journal), L(p.File, p.File)
	if t := TypeByKey(p.Type); t != nil {
		if f, ok := t.Field(p.Field); ok {
			journal, file = f.sayJSON(p.Journal), f.sayJSON(p.File)
		}
	}
	return record, field, journal, file
}

// label is what people call the field.
func (p Problem) label() Text {
	switch p.Field {
	case "created":
		return L("когда внесена", "when it was added")
	case "changed":
		return L("когда изменена", "when it was changed")
	case snapshotPark:
		return L("технопарк", "technology park")
	}
	if t := TypeByKey(p.Type); t != nil {
		if f, ok := t.Field(p.Field); ok {
			return f.Label
		}
	}
	return L(p.Field, p.Field)
}

// sayJSON writes a value that is kept as JSON.
func (f Field) sayJSON(text string) Text {
	var raw any
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	if dec.Decode(&raw) != nil {
		return L(text, text)
	}
	v, err := f.FromJSON(raw)
	if err != nil {
		return L(text, text)
	}
	if v.Empty() {
		return L("пусто", "nothing")
	}
	say := func(lang Lang) string {
		text := OneLine(f.Exact(v, nil, lang))
		if f.Kind.Number() && v.State == Given && !f.Unit.Zero() {
			return InUnit(text, f.Unit.In(lang), lang)
		}
		return shortened(text)
	}
	return L(say(RU), say(EN))
}

// said returns a text that is kept as JSON for a sentence.
func said(text string) string {
	var is string
	if json.Unmarshal([]byte(text), &is) != nil {
		is = text
	}
	return shortened(OneLine(is))
}

// shortened keeps of a long text what is enough to know it by.
func shortened(text string) string {
	const most = 80
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// record names the record: by its title, else as the snapshot of it does, else by its number.
func (p Problem) record(snapshot string) Text {
	t := TypeByKey(p.Type)
	if t == nil {
		return L(p.Type+" "+numbered(p.ID), fmt.Sprintf("%s No %d", p.Type, p.ID))
	}
	title := p.Title
	if title == "" && snapshot != "" {
		if rec := (JournalEntry{Type: p.Type, Record: p.ID, Action: ActionAdd, After: snapshot}).Whole(); rec != nil {
			title = rec.Type().Title(rec, func(string, int64) string { return "" })
		}
	}
	if title == "" {
		return L("«"+t.One.RU+"» "+numbered(p.ID), fmt.Sprintf("“%s” No %d", t.One.EN, p.ID))
	}
	return L("«"+t.One.RU+"» "+numbered(p.ID)+", "+Quoted(title), fmt.Sprintf("“%s” No %d, “%s”", t.One.EN, p.ID, title))
}
