package reports

import (
	"cmp"

	"technopark/app"
	"technopark/app/questionnaire"
	"technopark/reports/doc"
)

// formPaper is a questionnaire being put on paper.
type formPaper struct {
	*questionnaire.Form
	*paper
}

// Questionnaires puts questionnaires on paper, with boxes to write in. What is on record is
// printed in them.
func (w Writing) Questionnaires(forms []*questionnaire.Form) []doc.Document {
	p := w.paper()
	all := make([]doc.Document, len(forms))
	for i, f := range forms {
		all[i] = (&formPaper{Form: f, paper: p}).document()
	}
	return all
}

func (p *formPaper) document() doc.Document {
	f := p.Form
	park, company := f.From()
	blocks := []doc.Block{
		doc.Paragraph{Text: park, Bold: true, Size: formText},
		doc.Paragraph{Text: company, Size: formSmall},
		doc.Spacer{Height: 2},
		doc.Paragraph{Text: f.Title(), Bold: true, Size: formTitle, Keep: true},
		doc.Paragraph{Text: f.Who(), Bold: true, Size: formText},
		doc.Spacer{Height: 1},
		doc.Paragraph{Text: f.Return(questionnaire.OnPaper), Size: formText},
		doc.Paragraph{Text: f.Guide(questionnaire.InBoxes), Size: formSmall},
		doc.Spacer{Height: 2},
	}
	if company == "" {
		blocks = append(blocks[:1], blocks[2:]...)
	}
	blocks = append(blocks, p.tables()...)
	blocks = append(
		blocks, doc.Spacer{Height: 3},
		doc.Signatures{People: []doc.Signatory{{Role: p.say("Сведения верны: руководитель или тот, кто заполнил", "The data are right: the head, or who filled them in")}}})
	foot := doc.Foot{Park: p.parkShort(), Edition: f.Title()}
	if p.demo() {
		foot.Edition = p.demoMark()
	}
	return p.readable(doc.Document{
		Title: f.Title(), Author: p.companyName(), Subject: f.Resident.Name, Creator: p.Program, Lang: p.tag(), Created: p.Created, Foot: foot,
		Sections: []doc.Section{{Blocks: blocks}},
	})
}

// Sizes of letters of a questionnaire on paper, in points.
const (
	formText  = 10
	formSmall = 9
	formTitle = 14
)

func (p *formPaper) tables() []doc.Block {
	h := p.Heads()
	own := doc.Table{Size: formSmall, Columns: []doc.Column{{Title: p.say("Сведения", "Data"), Weight: 4}, {Title: p.say("Ответ", "Answer"), Weight: 7, Min: answerRoom, Box: true}, {Title: h.Hint, Weight: 4}}}
	figures := doc.Table{Size: formSmall, Columns: []doc.Column{
		{Title: h.Label, Weight: 6, Min: labelRoom}, {Title: h.Value, Weight: 3, Min: figureRoom, Align: doc.Right, Box: true}, {Title: h.Unit, Min: unitRoom}, {Title: h.Last, Weight: 2, Align: doc.Right}, {Title: h.Hint, Weight: 4},
	}}
	var rest []doc.Block
	for _, s := range p.Sections {
		if s.Table != nil {
			rest = append(rest, p.records(s)...)
			continue
		}
		into := &own
		if app.TypeByKey(s.Items[0].Record).Report {
			into = &figures
		}
		into.Rows = append(into.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(s.Title.In(p.paper.Lang))})
		for _, it := range s.Items {
			into.Rows = append(into.Rows, doc.Row{Cells: p.cells(it, into == &figures)})
		}
	}
	return append([]doc.Block{own, doc.Spacer{Height: 2}, figures, doc.Spacer{Height: 2}}, rest...)
}

// Room for what is written by hand and for units, in millimetres.
const (
	answerRoom = 85
	figureRoom = 34
	labelRoom  = 58
	unitRoom   = 17
)

func (p *formPaper) cells(it questionnaire.Item, figure bool) []doc.Cell {
	label, hint := it.Field.Label.In(p.paper.Lang), it.Hint(p.paper.Lang)
	if !figure {
		return doc.Cells(label, p.known(it.Field, it.Now), hint)
	}
	return doc.Cells(label, p.known(it.Field, it.Now), p.unit(it.Field), orNothing(p.known(it.Field, it.Last)), hint)
}

// known writes a value with all its decimals: who checks it must see what is on record.
func (p *formPaper) known(f app.Field, v app.Value) string {
	if v.State == app.NotApplicable {
		return questionnaire.NotApplicable.In(p.paper.Lang)
	}
	return f.Exact(v, nil, p.paper.Lang)
}

// records puts a table of records on paper.
func (p *formPaper) records(s questionnaire.Section) []doc.Block {
	t := doc.Table{Size: formSmall, Columns: []doc.Column{{Title: p.Number(), Align: doc.Right}}}
	for _, f := range s.Table.Fields {
		c := doc.Column{Title: f.Label.In(p.paper.Lang), Unit: p.unit(f), Weight: float64(f.Width), Box: true}
		if f.Kind.Number() {
			c.Align = doc.Right
		}
		t.Columns = append(t.Columns, c)
	}
	for _, row := range s.Table.Rows {
		cells := doc.Cells(p.whole(row.Number))
		for _, it := range row.Items {
			cells = append(cells, doc.Cell{Text: p.known(it.Field, it.Now)})
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	head := doc.Heading{Text: s.Title.In(p.paper.Lang) + " " + s.Table.About(p.paper.Lang), Level: 2}
	blocks := []doc.Block{head, t}
	if rest := s.Table.Rest(p.paper.Lang); rest != "" {
		blocks = append(blocks, doc.Paragraph{Text: rest, Size: formSmall})
	}
	return []doc.Block{doc.KeepTogether{Blocks: blocks}}
}

// Covering returns the letter that goes with each questionnaire, in their order: what is asked,
// until when, how to fill it in and return it. file names what lies beside the letter.
func (w Writing) Covering(forms []*questionnaire.Form, file func(*questionnaire.Form) string) []Letter {
	notes := make([]Note, len(forms))
	for i, f := range forms {
		notes[i] = Note{Resident: f.Resident, Title: coveringTitle(f), Words: coveringWords(f, file(f))}
	}
	return w.Notes(notes)
}

func coveringTitle(f *questionnaire.Form) string {
	return app.L("О сведениях за ", "Data for ").In(f.Lang) + f.PeriodWords()
}

func coveringWords(f *questionnaire.Form, file string) []string {
	say := func(ru, en string) string { return app.L(ru, en).In(f.Lang) }
	park := cmp.Or(f.Park.ShortName, f.Park.Name)
	hello := say("Здравствуйте!", "Hello,")
	if name := f.Resident.Contact; name != "" {
		hello = say("Здравствуйте, ", "Dear ") + name + say("!", ",")
	}
	until := ""
	if !f.Due.Zero() {
		until = say(" не позднее ", " not later than ") + f.Due.String()
	}
	beside := ""
	if file != "" {
		beside = say(" Анкета — в файле ", " The questionnaire is in the file ") + say(app.Quoted(file), quotedFile(f.Lang, file)) + "."
	}
	last := ""
	if f.Last() {
		last = say(" Для сравнения рядом с ячейками стоят ваши сведения за ", " For comparison your data for ") + say(app.FullStop(f.BeforeWords()), f.BeforeWords()+" stand beside.")
	}
	return []string{
		hello,
		app.FullStop(say("Технопарк "+park+" собирает сведения резидентов за ", "The technology park "+park+" gathers the data of its residents for ")+f.PeriodWords()) +
			say(" Просим заполнить анкету и прислать её", " Please fill in the questionnaire and return it") + until + "." + beside,
		say("То, что нам уже известно, в анкету внесено: проверьте и исправьте, если неверно.", "What we know already is filled in: check it, and correct it if it is wrong.") + last,
		f.Guide(questionnaire.InCells) + say(" Порядок строк и имена листов не меняйте: файл читает программа.", " Leave the order of the lines and the names of the sheets: the file is read by a program."),
	}
}

// quotedFile names a file as it is on the disk, in the quotation marks of English.
func quotedFile(lang app.Lang, name string) string {
	if kept := original(lang, name); kept != name {
		return kept
	}
	return "“" + name + "”"
}
