package reports

import (
	"cmp"
	"slices"
	"strconv"

	"technopark/app"
	"technopark/app/check"
	"technopark/reports/doc"
)

// Letter is a request to one resident.
type Letter struct {
	Resident *app.Resident // whom it is for
	Document doc.Document  // the letter itself
}

// Letters returns a letter to each resident about whom there is an open finding, in the
// order of names: which figures are missing and which ask for a second look.
func Letters(c Checked) []Letter {
	p := c.paper()
	byResident := map[int64][]check.Finding{}
	for _, f := range c.Report.Findings {
		if f.Resident != 0 && f.Explanation == nil {
			byResident[f.Resident] = append(byResident[f.Resident], f)
		}
	}
	var letters []Letter
	for _, r := range app.All[app.Resident](c.Book, "resident") {
		if findings := byResident[r.ID]; len(findings) > 0 {
			letters = append(letters, Letter{r, p.letter(r, findings)})
		}
	}
	slices.SortStableFunc(letters, func(a, b Letter) int { return p.names.Compare(a.Resident.Name, b.Resident.Name) })
	return letters
}

func (p *paper) letter(r *app.Resident, findings []check.Finding) doc.Document {
	title := p.say("О сведениях за "+p.inYear()+" для Национального рейтинга технопарков", "Data for "+p.inYear()+" for the National Rating of Technology Parks")
	blocks := append(p.letterhead(r), doc.Paragraph{Text: title, Bold: true, Keep: true}, doc.Spacer{Height: 2})
	if name := r.Contact; name != "" {
		blocks = append(blocks, doc.Paragraph{Text: p.say("Здравствуйте, ", "Dear ") + name + p.say("!", ","), Indent: true, Size: letterText})
	}
	blocks = append(blocks, doc.Paragraph{Indent: true, Align: doc.Justify, Size: letterText, Text: p.request(cmp.Or(r.ShortName, r.Name))})
	missing, odd := p.asked(findings)
	if len(missing.Rows) > 0 {
		blocks = append(blocks, doc.Heading{Text: p.say("Не хватает", "Missing"), Level: 2}, missing)
	}
	if len(odd.Rows) > 0 {
		blocks = append(blocks, doc.Heading{Text: p.say("Просим проверить", "Please check"), Level: 2}, odd)
	}
	signs := p.performer()
	signs.Undated = true // a letter is dated in its head
	blocks = append(
		blocks, doc.Spacer{Height: 2},
		doc.Paragraph{Indent: true, Align: doc.Justify, Size: letterText, Text: p.say(
			"Если показатель к вашей компании не относится, напишите «не применимо»; "+
				"если он равен нулю, напишите ноль. Если удивившая нас цифра верна, поясните её одной фразой: пояснение войдёт в пакет документов.",
			"If a figure does not apply to your company, write “not applicable”; if it is nought, write 0. "+
				"If a figure that surprised us is right, explain it in a sentence, which will be part of the submission package.")},
		signs, p.answerTo(),
	)
	foot := doc.Foot{Park: p.parkShort()}
	if p.demo() {
		foot.Edition = p.demoMark()
	}
	return p.readable(doc.Document{
		Title: title, Author: p.companyName(), Subject: r.Name, Creator: p.Program, Lang: p.tag(), Created: p.Created, Foot: foot,
		Sections: []doc.Section{{Blocks: blocks}},
	})
}

// request says what is asked of a resident, and by when.
func (p *paper) request(resident string) string {
	return p.say(
		"Технопарк "+p.parkShort()+" готовит пакет документов на рейтинг "+p.year(1)+". Просим до «___»"+app.NBSP+"______________ "+strconv.Itoa(p.Year+1)+app.NBSP+
			"г. представить или подтвердить сведения "+resident+", перечисленные ниже.",
		"The technology park "+p.parkShort()+" is preparing its documents for the "+p.year(1)+" rating. Please provide or confirm by ___"+app.NBSP+"______________ "+
			strconv.Itoa(p.Year+1)+" the data of "+resident+" that are listed below.")
}

// letterText is the size of a letter's words in points: a page must hold a whole report.
const letterText = 10.5

// letterhead says from whom, when and to whom.
func (p *paper) letterhead(r *app.Resident) []doc.Block {
	from := p.parkName()
	var where string
	if c := p.Book.Company; c != nil {
		from = c.Name
		where = joinedBy(", ", c.LegalAddress, c.Phone, c.Email)
	}
	blocks := []doc.Block{p.centred(from, letterText, true)}
	if where != "" {
		blocks = append(blocks, p.centred(where, 9, false))
	}
	return append(
		blocks, doc.Spacer{Height: 3},
		p.references(letterText),
		doc.Paragraph{Text: joinedBy("\n", cmp.Or(r.ShortName, r.Name), r.Contact, r.Email), Left: 100, Size: letterText},
		doc.Spacer{Height: 3},
	)
}

// asked divides the findings: cells to fill in, with room for the answer, and figures
// that ask for a second look.
func (p *paper) asked(findings []check.Finding) (missing, odd doc.Table) {
	data := p.say("Сведения", "Data")
	missing.Columns = []doc.Column{
		{Title: data, Weight: 4}, {Title: p.say("Где", "Where"), Weight: 3}, {Title: p.say("Единица", "Unit")}, {Title: p.say("Ответ", "Answer"), Weight: 3},
	}
	odd.Columns = []doc.Column{
		{Title: data, Weight: 3},
		{Title: p.say("Указано", "Given"), Weight: 2},
		{Title: p.say("Сравнивается с", "Compared with"), Weight: 2},
		{Title: p.say("В чём вопрос", "The question"), Weight: 5},
	}
	add := func(f app.Field, where string) {
		missing.Rows = append(missing.Rows, doc.Row{Cells: doc.Cells(f.Label.In(p.Lang), where, orNothing(p.unit(f)), "")})
	}
	for _, f := range findings {
		switch {
		case f.Lacks != nil:
			for _, field := range f.Lacks.Stored() {
				if field.Required && !field.Essential {
					add(field, joinedBy(", ", lower(f.Lacks.One.In(p.Lang)), f.Period.In(p.Lang)))
				}
			}
		case f.Rule == check.RuleRequired:
			add(f.Field, lower(f.Type.One.In(p.Lang))+p.periodOf(f))
		default:
			odd.Rows = append(odd.Rows, doc.Row{Cells: doc.Cells(
				joinedBy("\n", f.Field.Label.In(p.Lang), lower(f.Type.One.In(p.Lang))+p.periodOf(f)),
				orNothing(f.Left.In(p.Lang)), orNothing(f.Right.In(p.Lang)), capital(f.Message.In(p.Lang)))})
		}
	}
	return missing, odd
}

func (p *paper) periodOf(f check.Finding) string {
	if f.Period.Zero() {
		return ""
	}
	return ", " + f.Period.In(p.Lang)
}

// answerTo says who awaits the answer: the one who signs the letter. Nobody else is named
// in his place; the head of the letter has the company's own address.
func (p *paper) answerTo() doc.Block {
	c := p.Book.Company
	if c == nil {
		return doc.Spacer{}
	}
	person := p.person(c.Performer)
	if person == nil {
		return doc.Spacer{}
	}
	return doc.Paragraph{Text: p.say("Ответ ждёт: ", "Please answer to: ") + joinedBy(", ", person.FullName, person.Phone, person.Email), Size: 9}
}
