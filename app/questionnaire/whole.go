package questionnaire

import "technopark/app"

// whole says why the file as a whole cannot be taken, and notes whose answer it is.
func (p *Planner) whole(plan *Plan) Fault {
	id := plan.Answer.Identity
	if f := p.made(plan.Answer); !f.Zero() {
		return f
	}
	if f := p.ofPark(id); !f.Zero() {
		return f
	}
	plan.Resident = p.resident(id)
	if plan.Resident == nil {
		return Fault{
			Short: said("резидента нет в технопарке", "no such resident"),
			Words: said("анкета составлена для %s (ИНН %s), а такого резидента в технопарке нет. Если он сменил ИНН или удалён, внесите его в «Резиденты» и примите файл снова", "the questionnaire is for %s (INN %s), and the park has no such resident. If its INN has changed or it was removed, enter it under Residents and take the file again", quoted(id.Resident), id.INN),
		}
	}
	plan.Sent = p.sent[holding{plan.Period.Key(), plan.Resident.ID, false}]
	if other := plan.Answer.INN; other != "" {
		named := said("ИНН %s", "INN %s", other)
		if r := p.byINN[other]; r != nil {
			named = said("%s, ИНН %s", "%s, INN %s", quoted(r.Name), other)
		}
		return Fault{
			Short: said("ответ другого резидента", "answer of another resident"),
			Words: said("анкета составлена для %s (ИНН %s), а на листе стоит %s. Пошлите каждому его анкету: ответ заполнен в чужой", "the questionnaire is for %s (INN %s), and the sheet says %s. Send each its own: the answer was written into somebody else’s", quoted(id.Resident), id.INN, named),
		}
	}
	if f := p.ofPeriod(plan); !f.Zero() {
		return f
	}
	for _, g := range plan.Answer.Given {
		if g.Trouble == Twice {
			return Fault{
				Short: said("два листа анкеты", "two sheets of it"),
				Words: said("в книге два листа анкеты, и ответы на них разные (%s и %s — %s). Оставьте один лист", "the workbook has two sheets of the questionnaire, whose answers differ (%s and %s, %s). Leave one sheet", g.address(), g.Other, fieldOf(g.Place)),
			}
		}
	}
	if q := plan.Sent; q != nil && q.Content == plan.Answer.SHA256 && !q.Accepted.Zero() {
		return Fault{
			Short: said("файл уже принят", "taken already"),
			Words: said("этот самый файл уже принят %s (%s): второй раз в нём нечего брать", "this very file was accepted on %s already (%s): there is nothing to take from it twice", q.Accepted.String(), q.Answer),
			Again: true,
		}
	}
	return Fault{}
}

// fieldOf returns what people call the field of a place.
func fieldOf(p Place) app.Text {
	if t := app.TypeByKey(p.Record); t != nil {
		if f, ok := t.Field(p.Field); ok {
			return f.Label
		}
	}
	return app.L(p.Field, p.Field)
}

// quoted puts a name into the quotation marks of either language.
func quoted(name string) app.Text { return app.L(app.Quoted(name), "“"+name+"”") }

// made tells questionnaires of another version of the program, and altered ones.
func (p *Planner) made(a *Answer) Fault {
	switch id := a.Identity; {
	case id.Form < Version:
		return Fault{
			Short: said("анкета прежнего вида", "former questionnaire"),
			Words: said("анкета прежнего вида (%d, а теперь %d): поля с тех пор другие. Пошлите резиденту новую анкету", "the questionnaire is of a former kind (%d, now it is %d): its fields have changed since. Send the resident a new one", id.Form, Version),
		}
	case id.Form > Version:
		return Fault{
			Short: said("анкета новее программы", "newer questionnaire"),
			Words: said("анкету составила более новая программа (вид %d, а эта знает %d). Обновите программу и примите файл снова", "a newer program made the questionnaire (kind %d, this one knows %d). Update the program and take the file again", id.Form, Version),
		}
	case !a.Genuine:
		return Fault{
			Short: said("скрытые сведения изменены", "unseen data altered"),
			Words: said("скрытые сведения анкеты — чья она, за какой период и о чём спрашивает — изменены: контрольное значение не сходится. Попросите резидента заполнить посланный файл", "the unseen data of the questionnaire — whose it is, for which period and what it asks — were altered: the control value does not agree. Ask the resident to fill in the file that was sent"),
		}
	}
	return Fault{}
}

// ofPark tells the questionnaires of another park: by the ИНН of the company that runs it, or by
// its name where either has none.
func (p *Planner) ofPark(id Identity) Fault {
	own := ""
	if p.book.Company != nil {
		own = p.book.Company.INN
	}
	same := own == id.ParkINN
	if own == "" || id.ParkINN == "" {
		same = app.Fold(p.book.Park.Name) == app.Fold(id.Park)
	}
	if same {
		return Fault{}
	}
	return Fault{
		Short: said("анкета другого технопарка", "another park’s questionnaire"),
		Words: said("анкета составлена технопарком %s (ИНН %s), а открыт %s (ИНН %s). Откройте файл данных того технопарка", "the questionnaire was made by the park %s (INN %s), and open is %s (INN %s). Open the data file of that park", quoted(id.Park), id.ParkINN, quoted(p.book.Park.Name), own),
	}
}

// resident finds whose answer it is: by its ИНН, else by its number and name, since the data file
// may be another copy than the one the questionnaire was made of.
func (p *Planner) resident(id Identity) *app.Resident {
	if r := p.byINN[id.INN]; r != nil {
		return r
	}
	r := app.Find[app.Resident](p.book, "resident", id.ResidentID)
	if r != nil && app.Fold(r.Name) == app.Fold(id.Resident) && (r.INN == "" || id.INN == "") {
		return r
	}
	return nil
}

// ofPeriod tells the answers for another period than is gathered.
func (p *Planner) ofPeriod(plan *Plan) Fault {
	found := plan.Period
	wanted := p.period
	if wanted.Zero() && plan.Sent == nil && p.asked[found] == 0 {
		for period := range p.asked { // the latest that was asked for
			if wanted.Zero() || period.Last().Days() > wanted.Last().Days() {
				wanted = period
			}
		}
	}
	if wanted.Zero() || wanted == found {
		return Fault{}
	}
	is, want := inBoth(found), inBoth(wanted)
	return Fault{
		Short: said("анкета за %s", "questionnaire for %s", is),
		Words: said("это анкета за %s, а собирают за %s. Если нужна именно она, выберите её период", "the questionnaire is for %s, and answers for %s are gathered. Choose its period if it is the one that is needed", is, want),
	}
}

// inBoth says a period in both languages: «2020 год», «I квартал 2020 г.».
func inBoth(p app.Period) app.Text { return app.L(p.In(app.RU), p.In(app.EN)) }
