package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/questionnaire"
)

// answer writes what is known into the cell of an answer, names it, and says what it takes. It
// returns how high it needs the row.
func (q *sheetForm) answer(from, to int, it questionnaire.Item) float64 {
	format, align := formatOf(it.Field)
	l := answerLook{input: true, format: format, align: align}
	if it.Row > 0 {
		l.size = smallSize
	}
	height := q.band(from, to, "", l)
	shown := q.value(from, it.Field, it.Now, l)
	q.named(it.Name(), from, q.row)
	q.validate(cellName(from, q.row), it)
	return max(height, heightOf(shown, max(l.size, smallSize), q.grid.across(from, to)-lost(l)))
}

// value writes a value of a field and returns it as it is read.
func (q *sheetForm) value(col int, f app.Field, v app.Value, l answerLook) string {
	at := cellName(col, q.row)
	if l.format == "" {
		l.format, _ = formatOf(f)
	}
	q.do(q.file.SetCellStyle(q.name, at, at, q.looked(l)))
	var held any = f.Words(v, nil, q.form.Lang)
	switch {
	case v.Empty():
		return ""
	case v.State == app.NotApplicable:
		held = questionnaire.NotApplicable.In(q.form.Lang)
	case f.Kind.Number():
		held = number15(v.N, f.Scale)
	case f.Kind == app.KindDate:
		if d, err := app.ParseISODate(v.S); err == nil && int64(d.Days()) >= firstSerialDay {
			held = int64(d.Days()) - firstSerialDay + firstSerial
		}
	}
	q.do(q.file.SetCellValue(q.name, at, held))
	return f.Words(v, nil, q.form.Lang)
}

// named gives a cell its name, by which it is found wherever it is moved.
func (q *sheetForm) named(name string, col, row int) {
	q.cells[name] = cellName(col, row)
	q.do(q.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: q.absolute(col, row)}))
}

// key writes the second way to the answers of the row.
func (q *sheetForm) key(key string) {
	q.do(q.file.SetCellStr(q.name, cellName(questionnaire.KeyColumn, q.row), key))
}

// holds says in the hidden row whose answers a column has.
func (q *sheetForm) holds(col int, what string) {
	held := &q.heads[col-1]
	for _, other := range *held {
		if other == what {
			return
		}
	}
	*held = append(*held, what)
}

// Limits of Excel for what a cell says of itself.
const (
	mostPromptTitle = 32
	mostPrompt      = 255
)

// validate says which answers a cell takes: choices to choose from, days of the period,
// figures of the field; «не применимо» where the field allows it. What is typed against
// it is refused with what was expected.
func (q *sheetForm) validate(at string, it questionnaire.Item) {
	f, lang := it.Field, q.form.Lang
	v := excelize.NewDataValidation(true)
	v.Sqref = at
	expected := ""
	switch {
	case f.Kind == app.KindBool:
		v.SetSqrefDropList(q.list(f, app.L("да", "yes"), app.L("нет", "no")))
		expected = app.L("Выберите ответ из списка", "Choose an answer from the list").In(lang)
	case f.Kind == app.KindChoice:
		var labels []app.Text
		for _, o := range f.Options {
			labels = append(labels, o.Label)
		}
		v.SetSqrefDropList(q.list(f, labels...))
		expected = app.L("Выберите ответ из списка", "Choose an answer from the list").In(lang)
	case f.Kind == app.KindDate:
		q.do(v.SetRange(serial(q.form.Period.First()), serial(q.form.Period.Last()), excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
		expected = app.L("День с ", "A day from ").In(lang) + q.form.Period.First().String() + app.L(" по ", " to ").In(lang) + q.form.Period.Last().String()
	case f.Kind.Number():
		v.Type, v.Formula1 = "custom", escaped(numberRule(at, f))
		expected = numberWords(f).In(lang)
	default:
		expected = it.Hint(lang)
	}
	if f.CanNA {
		expected += app.L("; если не относится к компании — «н/п»", "; if it does not apply to the company, “n/a”").In(lang)
	}
	if expected == "" {
		return
	}
	title := cut(f.Label.In(lang), mostPromptTitle)
	prompt := expected
	if hint := it.Hint(lang); hint != "" && hint != expected {
		prompt += ". " + hint
	}
	v.SetInput(title, cut(prompt, mostPrompt))
	if v.Type != "" {
		v.SetError(excelize.DataValidationErrorStyleStop, title, cut(expected+app.L(". Исправьте или оставьте ячейку пустой.", ". Correct it or leave the cell empty.").In(lang), mostPrompt))
	}
	q.do(q.file.AddDataValidation(q.name, v))
}

// serial returns a day as a number of a sheet.
func serial(d app.Date) int { return int(int64(d.Days()) - firstSerialDay + firstSerial) }

// numberRule is the rule of the figures of a field: what is a number must be one that can be
// kept exactly, and what is none must say «не применимо».
func numberRule(at string, f app.Field) string {
	rule := fmt.Sprintf("ROUND(%s,%d)=%s", at, app.Decimals(1, f.Scale, 0), at)
	if !f.Signed {
		rule = fmt.Sprintf("AND(%s>=0,%s)", at, rule)
	}
	other := "FALSE"
	if f.CanNA {
		var words []string
		for _, text := range []app.Text{questionnaire.NotApplicable, app.NotApplicableText} {
			words = append(words, fmt.Sprintf("%s=%q", at, text.RU), fmt.Sprintf("%s=%q", at, text.EN))
		}
		other = "OR(" + strings.Join(words, ",") + ")"
	}
	return fmt.Sprintf("IF(ISNUMBER(%s),%s,%s)", at, rule, other)
}

// numberWords says what figure is expected.
func numberWords(f app.Field) app.Text {
	t := app.L("Число", "A number")
	if app.Decimals(1, f.Scale, 0) == 0 {
		t = app.L("Целое число", "A whole number")
	}
	if !f.Unit.Zero() {
		t = app.L(t.RU+", "+f.Unit.RU, t.EN+", "+f.Unit.EN)
	}
	if f.Signed {
		return app.L(t.RU+"; убыток — со знаком минус", t.EN+"; a loss with a minus")
	}
	return app.L(t.RU+", не меньше нуля", t.EN+", not below nought")
}

// escaped writes a formula for the file, which the library copies as it stands.
func escaped(formula string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(formula)
}

// list returns where the hidden sheet has what may be chosen for a field.
func (q *sheetForm) list(f app.Field, choices ...app.Text) string {
	if f.CanNA {
		choices = append(choices, questionnaire.NotApplicable)
	}
	var words []string
	for _, c := range choices {
		words = append(words, c.In(q.form.Lang))
	}
	all := strings.Join(words, "\n")
	if at, known := q.lists[all]; known {
		return at
	}
	col := column(len(q.lists) + listColumn)
	for i, word := range words {
		q.do(q.file.SetCellStr(questionnaire.IdentitySheet, fmt.Sprintf("%s%d", col, i+1), word))
	}
	q.lists[all] = fmt.Sprintf("%s!$%s$1:$%s$%d", questionnaire.IdentitySheet, col, col, len(words))
	return q.lists[all]
}

// listColumn is the first column of the hidden sheet with choices.
const listColumn = 6
