package questionnaire

import (
	"math/big"
	"regexp"
	"strings"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/workbook"
)

// understood is what a cell says: a value, or why there is none.
type understood struct {
	value           app.Value
	remark          app.Text // what a person ought to know of how it was read
	expected, fault app.Text // of what cannot be read
}

func said(ru, en string, args ...any) app.Text { return formula.Said(formula.Say(ru, en, args...)) }

// understand reads a cell as Field.Read does, and says what it took it for where the cell does not
// show it. What can be taken in two ways is refused: nobody but the resident knows which was meant.
func understand(f app.Field, g Given) understood {
	u := understood{expected: expected(f)}
	text := g.Cell.Text
	if u.fault = troubleOf(g); !u.fault.Zero() {
		return u
	}
	if u.fault = faultOf(f, g.Cell); !u.fault.Zero() {
		return u
	}
	if g.Cell.Formula {
		u.remark = said("взято значение, которое формула дала при сохранении", "the value that the formula gave when the file was saved was taken")
	}
	if f.Kind.Number() && g.Cell.Kind == workbook.Number {
		if short, is := rounded(f, text); is {
			u.remark = said("округлено: в ячейке %s", "rounded: the cell has %s", strings.ReplaceAll(text, ".", ","))
			text = short
		}
	}
	v, err := f.Read(text, nil)
	if err != nil {
		u.fault = messageOf(err)
		return u
	}
	u.value = v
	if f.Kind.Number() && g.Cell.Kind == workbook.Typed && v.State == app.Given && !plainNumber.MatchString(strings.TrimSpace(text)) {
		u.remark = said("записано текстом, понято как %s", "written as a text, taken for %s", exact(f, v))
	}
	return u
}

// plainNumber is a figure that says itself what it is.
var plainNumber = regexp.MustCompile(`^-?\d+(,\d+)?$`)

// pointed is a figure whose point may part thousands as well as decimals.
var pointed = regexp.MustCompile(`^[-−–]?\d{1,3}\.\d{3}$`)

// troubleOf says why nobody can tell what was answered.
func troubleOf(g Given) app.Text {
	switch g.Trouble {
	case Lost:
		return said("ячейки этого поля в файле нет: строку или столбец удалили", "the file has no cell of this field: its row or column was removed")
	case Moved:
		return said("строки анкеты переставлены: имя ячейки и скрытый номер строки ведут в разные места (%s и %s), чей здесь ответ — неясно", "rows of the questionnaire were moved: the name of the cell and the hidden key of the row lead to two places (%s and %s), so it is not clear whose answer this is", workbook.Address(g.Row, g.Column), g.Other)
	case Joined:
		return said("ячейка объединена с соседними, чей здесь ответ — неясно", "the cell was joined with its neighbours, so it is not clear whose answer this is")
	case Twice:
		return said("в книге две такие ячейки с разными ответами (%s и %s): лист скопирован. Оставьте один", "the workbook has two such cells that differ (%s and %s): the sheet was copied. Leave one", workbook.Address(g.Row, g.Column), g.Other)
	case NoTrouble:
	}
	return app.Text{}
}

// faultOf says what is wrong with a cell before its text is read.
func faultOf(f app.Field, c workbook.Cell) app.Text {
	text := strings.TrimSpace(c.Text)
	isNumber := f.Kind.Number()
	switch {
	case c.Kind == workbook.Fault && text == "":
		return said("в ячейке формула, которую никто не посчитал: откройте файл в Excel или LibreOffice, сохраните и пришлите снова", "the cell has a formula that nobody computed: open the file in Excel or LibreOffice, save it and send it again")
	case c.Kind == workbook.Fault:
		return said("формула в ячейке дала ошибку %s: исправьте её или впишите число", "the formula of the cell failed with %s: correct it or write the number", text)
	case isNumber && c.Kind == workbook.Date:
		return said("в ячейке дата %s: так Excel мог понять число. Задайте ячейке числовой формат и впишите число заново", "the cell has the date %s: Excel may have taken a number for it. Give the cell a number format and write the number again", text)
	case isNumber && c.Kind == workbook.Number && strings.HasSuffix(text, "%"):
		return said("в ячейке проценты (%s), а нужно само число", "the cell has a percentage (%s), and the figure itself is needed", strings.ReplaceAll(text, ".", ","))
	case isNumber && c.Kind == workbook.Typed && pointed.MatchString(text):
		return said("«%s» можно понять и как тысячи, и как дробь: напишите без точки или с запятой", "“%s” may be thousands as well as a fraction: write it without the point, or with a comma", text)
	case isNumber && isNothing(text):
		na := app.Text{}
		if f.CanNA {
			na = app.L(", а если показатель неприменим — «н/п»", ", and “n/a” where the figure does not apply")
		}
		return said("«%s» — это ноль или нет данных? Поставьте 0, если значение — ноль, оставьте ячейку пустой, если данных нет%s", "“%s”: is it nought, or is there no data? Write 0 for nought, leave the cell empty where there is no data%s", text, na)
	}
	return app.Text{}
}

// isNothing reports whether people write so that there is nothing, which may be nought.
func isNothing(text string) bool {
	switch strings.Trim(app.Fold(text), ".! ") {
	case "нет", "-", "--", "---", "нет данных", "н/д", "нд", "отсутствует", "отсутствуют", "не было", "не имеется", "no", "none", "x", "х", "?":
		return true
	}
	return false
}

// rounded writes a figure of a spreadsheet with the decimals that are kept; false where it has no
// more, and of what is counted in whole ones, which is not rounded.
func rounded(f app.Field, text string) (string, bool) {
	if f.Scale == 1 {
		return "", false
	}
	if _, ok := app.ParseNumber(text, f.Scale); ok {
		return "", false
	}
	exact, ok := new(big.Rat).SetString(text)
	if !ok {
		return "", false
	}
	decimals := len(big.NewInt(f.Scale).String()) - 1
	return exact.FloatString(decimals), true
}

// messageOf returns what a field says of a text it does not take.
func messageOf(err error) app.Text {
	for _, fault := range app.FaultsOf(err) {
		return fault.Message
	}
	return app.L(err.Error(), err.Error())
}

// exact writes a value whole, with its unit.
func exact(f app.Field, v app.Value) app.Text {
	if v.Empty() {
		return app.L("—", "—")
	}
	in := func(lang app.Lang) string {
		text := f.Exact(v, nil, lang)
		if unit := f.Unit.In(lang); v.State == app.Given && unit != "" && f.Kind.Number() {
			text += app.NBSP + unit
		}
		return text
	}
	return app.L(in(app.RU), in(app.EN))
}

// expected says what a cell is to have.
func expected(f app.Field) app.Text {
	var want app.Text
	switch {
	case f.Kind == app.KindChoice:
		var ru, en []string
		for _, o := range f.Options {
			ru, en = append(ru, o.Label.RU), append(en, o.Label.In(app.EN))
		}
		want = app.L("одно из: "+strings.Join(ru, ", "), "one of: "+strings.Join(en, ", "))
	case f.Kind == app.KindBool:
		want = app.L("«да» или «нет»", "yes or no")
	case f.Kind == app.KindDate:
		want = app.L("дата дд.мм.гггг", "a date, дд.мм.гггг")
	case f.Kind.Number() && f.Scale == 1:
		want = app.L("целое число", "a whole number")
	case f.Kind.Number():
		want = app.L("число", "a number")
	default:
		want = app.L("«"+f.Label.RU+"»", "“"+f.Label.In(app.EN)+"”")
	}
	if f.Kind.Number() && !f.Unit.Zero() {
		want = app.L(want.RU+", "+f.Unit.RU, want.EN+", "+f.Unit.In(app.EN))
	}
	if f.CanNA {
		want = app.L(want.RU+" или «н/п»", want.EN+" or “n/a”")
	}
	return want
}
