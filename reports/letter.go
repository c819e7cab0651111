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
	title := "О сведениях за " + p.inYear() + " для Национального рейтинга технопарков"
	blocks := append(p.letterhead(r), doc.Paragraph{Text: title, Bold: true, Keep: true}, doc.Spacer{Height: 2})
	if name := r.Contact; name != "" {
		blocks = append(blocks, doc.Paragraph{Text: "Здравствуйте, " + name + "!", Indent: true, Size: letterText})
	}
	blocks = append(blocks, doc.Paragraph{Indent: true, Align: doc.Justify, Size: letterText, Text: "Технопарк " + p.parkShort() +
		" готовит пакет документов на рейтинг " + p.year(1) + ". Просим до «___»" + app.NBSP + "______________ " + strconv.Itoa(p.Year+1) + app.NBSP +
		"г. представить или подтвердить сведения " + cmp.Or(r.ShortName, r.Name) + ", перечисленные ниже."})
	missing, odd := p.asked(findings)
	if len(missing.Rows) > 0 {
		blocks = append(blocks, doc.Heading{Text: "Не хватает", Level: 2}, missing)
	}
	if len(odd.Rows) > 0 {
		blocks = append(blocks, doc.Heading{Text: "Просим проверить", Level: 2}, odd)
	}
	signs := p.performer()
	signs.Undated = true // a letter is dated in its head
	blocks = append(
		blocks, doc.Spacer{Height: 2},
		doc.Paragraph{Indent: true, Align: doc.Justify, Size: letterText, Text: "Если показатель к вашей компании не относится, напишите «не применимо»; " +
			"если он равен нулю, напишите ноль. Если удивившая нас цифра верна, поясните её одной фразой: пояснение войдёт в пакет документов."},
		signs, p.answerTo(),
	)
	foot := doc.Foot{Park: p.parkShort()}
	if p.demo() {
		foot.Edition = p.demoMark()
	}
	return doc.Document{
		Title: title, Author: p.companyName(), Subject: r.Name, Creator: p.Program, Lang: "ru-RU", Created: p.Created, Foot: foot,
		Sections: []doc.Section{{Blocks: blocks}},
	}
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
	missing.Columns = []doc.Column{{Title: "Сведения", Weight: 4}, {Title: "Где", Weight: 3}, {Title: "Единица"}, {Title: "Ответ", Weight: 3}}
	odd.Columns = []doc.Column{
		{Title: "Сведения", Weight: 3}, {Title: "Указано", Weight: 2}, {Title: "Сравнивается с", Weight: 2}, {Title: "В чём вопрос", Weight: 5},
	}
	add := func(f app.Field, where string) {
		missing.Rows = append(missing.Rows, doc.Row{Cells: doc.Cells(f.Label.RU, where, p.unit(f), "")})
	}
	for _, f := range findings {
		switch {
		case f.Lacks != nil:
			for _, field := range f.Lacks.Stored() {
				if field.Required && !field.Essential {
					add(field, joinedBy(", ", lower(f.Lacks.One.RU), f.Period.In(app.RU)))
				}
			}
		case f.Rule == check.RuleRequired:
			add(f.Field, lower(f.Type.One.RU)+periodOf(f))
		default:
			odd.Rows = append(odd.Rows, doc.Row{Cells: doc.Cells(
				joinedBy("\n", f.Field.Label.RU, lower(f.Type.One.RU)+periodOf(f)), f.Left.RU, f.Right.RU, capital(f.Message.RU))})
		}
	}
	return missing, odd
}

func periodOf(f check.Finding) string {
	if f.Period.Zero() {
		return ""
	}
	return ", " + f.Period.In(app.RU)
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
	return doc.Paragraph{Text: "Ответ ждёт: " + joinedBy(", ", person.FullName, person.Phone, person.Email), Size: 9}
}
