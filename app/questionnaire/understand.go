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
	u := understood{expected: f.Expected()}
	text := g.Cell.Text
	if u.fault = troubleOf(f, g); !u.fault.Zero() {
		return u
	}
	if u.fault = faultOf(f, g.Cell); !u.fault.Zero() {
		return u
	}
	if wordless(f) && isNA(text) {
		u.remark = said("«%s» здесь ничего не меняет: записанное осталось", "“%s” changes nothing here: what is recorded stays", strings.TrimSpace(text))
		return u
	}
	if g.Cell.Formula {
		u.remark = said("взято значение, которое формула дала при сохранении", "the value that the formula gave when the file was saved was taken")
	}
	switch {
	case !f.Kind.Number():
	case g.Cell.Kind == workbook.Number:
		if short, is := rounded(f, text); is {
			u.remark = both(u.remark, said("округлено: в ячейке %s", "rounded: the cell has %s", strings.ReplaceAll(text, ".", ",")))
			text = short
		}
	default:
		text = wholeUnit(f, text)
	}
	v, err := f.Read(text, nil)
	if err != nil {
		u.fault = messageOf(err)
		return u
	}
	u.value = v
	if f.Kind.Number() && g.Cell.Kind == workbook.Typed && v.State == app.Given && !plainNumber.MatchString(strings.TrimSpace(text)) {
		u.remark = both(u.remark, said("записано текстом, понято как %s", "written as a text, taken for %s", exact(f, v)))
	}
	return u
}

// wordless reports whether a field holds words and codes, none of which can be «не применимо».
func wordless(f app.Field) bool {
	return !f.CanNA && (f.Kind == app.KindText || f.Kind == app.KindNote || f.Kind == app.KindID)
}

// isNA reports whether a text is what people write for «не применимо», as figures are read.
func isNA(text string) bool {
	for _, f := range new(app.ResidentReport).Type().Fields {
		if f.CanNA {
			v, err := f.Read(text, nil)
			return err == nil && v.State == app.NotApplicable
		}
	}
	return false
}

// plainNumber is a figure that says itself what it is.
var plainNumber = regexp.MustCompile(`^-?\d+(,\d{1,2})?$`)

// shortThousands ends a figure in thousands of roubles whose unit people cut short.
var shortThousands = regexp.MustCompile(`^(.*\d)\s*тыс\.?$`)

// wholeUnit returns a figure without «тыс.» where thousands of roubles are asked for.
func wholeUnit(f app.Field, text string) string {
	if m := shortThousands.FindStringSubmatch(strings.ToLower(strings.TrimSpace(text))); m != nil && strings.HasPrefix(f.Unit.RU, "тыс. руб") {
		return m[1]
	}
	return text
}

var (
	errorText    = regexp.MustCompile(`^#[\p{L}\d/!?]+$`)
	letterWithin = regexp.MustCompile(`^[-−–]?\d[\d\s.,\x{a0}]*(\p{L})[\p{L}\d]*\d`)
	scientific   = regexp.MustCompile(`^\d+([.,]\d+)?[eE]\d+$`)
)

// longText is more than any figure with its unit has.
const longText = 100

// notFigure says what is wrong with a text where a figure is asked for.
func notFigure(text string) app.Text {
	switch {
	case errorText.MatchString(text):
		return said("вместо числа — текст ошибки формулы %s: исправьте формулу или впишите число", "the text of the fault of a formula, %s, stands in the place of a figure: correct the formula or write the number", text)
	case len([]rune(text)) > longText:
		return said("в ячейке длинный текст («%s…»), а нужно число", "the cell has a long text (“%s…”), and a figure is needed", string([]rune(text)[:30]))
	case scientific.MatchString(text):
		return said("«%s» — число, записанное со степенью: впишите его цифрами", "“%s” is a number with an exponent: write it in digits", text)
	}
	if m := letterWithin.FindStringSubmatch(text); m != nil {
		return said("«%s»: среди цифр стоит буква «%s»; впишите число цифрами", "“%s”: the letter “%s” stands among the digits; write the number in digits", text, m[1])
	}
	return app.Text{}
}

// mostFigure is more than any figure that is kept.
var mostFigure = new(big.Rat).SetInt64(1 << 53)

// tooGreat says so of a figure of a spreadsheet that is beyond what can be kept.
func tooGreat(f app.Field, c workbook.Cell) app.Text {
	x, ok := new(big.Rat).SetString(c.Text)
	if !ok {
		return app.Text{}
	}
	if x.Abs(x).Mul(x, new(big.Rat).SetInt64(f.Scale)).Cmp(mostFigure) <= 0 {
		return app.Text{}
	}
	return said("число %s слишком велико: проверьте, нет ли в нём лишних знаков и в тех ли оно единицах", "the number %s is too large: see whether it has digits too many, and whether it is in the right unit", strings.ReplaceAll(c.Text, ".", ","))
}

// ofFormat says that the cell shows another figure than it has.
func ofFormat(f app.Field, c workbook.Cell) app.Text {
	switch {
	case c.Scaled:
		return said("формат ячейки показывает число в тысячах или миллионах, а в ней %s: какое из двух верно — неясно. Задайте ячейке обычный числовой формат и проверьте число", "the format of the cell shows the number in thousands or millions, and it has %s: it is not clear which of the two is right. Give the cell a plain number format and look at the number", strings.ReplaceAll(c.Text, ".", ","))
	case c.Unit == "":
		return app.Text{}
	}
	if _, err := f.Read("1 "+c.Unit, nil); err == nil || f.Unit.RU != "" && strings.HasPrefix(f.Unit.RU, "тыс. руб") && strings.Trim(strings.ToLower(c.Unit), ". ") == "тыс" {
		return app.Text{}
	}
	return said("формат ячейки показывает «%s», а здесь единица — %s: какая из двух верна — неясно. Уберите единицу из формата и впишите число в нужной", "the format of the cell shows “%s”, and the unit here is %s: it is not clear which of the two is right. Take the unit out of the format and write the number in the one that is needed", c.Unit, unitOf(f))
}

func unitOf(f app.Field) app.Text {
	if f.Unit.Zero() {
		return app.L("не нужна", "not needed")
	}
	return f.Unit
}

// pointed is a figure whose point may part thousands as well as decimals.
var pointed = regexp.MustCompile(`^[-−–]?\d{1,3}\.\d{3}$`)

// troubleOf says why nobody can tell what was answered.
func troubleOf(f app.Field, g Given) app.Text {
	switch g.Trouble {
	case Lost:
		return said("ячейки поля «%s» в файле нет: строку, столбец или её имя удалили", "the file has no cell of the field “%s”: its row, its column or its name was removed", f.Label)
	case Moved:
		return said("строки анкеты переставлены: имя ячейки и скрытый номер строки ведут в разные места (%s и %s), чей здесь ответ — неясно", "rows of the questionnaire were moved: the name of the cell and the hidden key of the row lead to two places (%s and %s), so it is not clear whose answer this is", g.address(), g.Other)
	case Shifted:
		return said("строку этого поля удалили или сдвинули: в %s теперь стоит ответ на другой вопрос (%s)", "the row of this field was removed or moved: %s has the answer to another question now (%s)", g.address(), labelOf(g.Other))
	case Joined:
		return said("ячейка объединена с соседними, чей здесь ответ — неясно", "the cell was joined with its neighbours, so it is not clear whose answer this is")
	case Shared:
		return said("на эту ячейку указывают имена двух полей: ячейку вырезали и вставили на место другой, чей здесь ответ — неясно", "the names of two fields lead to this cell: a cell was cut and pasted over another, so it is not clear whose answer this is")
	case Twice:
		return said("в книге две такие ячейки с разными ответами (%s и %s): лист скопирован. Оставьте один", "the workbook has two such cells that differ (%s and %s): the sheet was copied. Leave one", g.address(), g.Other)
	case NoTrouble:
	}
	return app.Text{}
}

// address says where the cell is: «Анкета!F12».
func (g Given) address() string { return g.Sheet + "!" + workbook.Address(g.Row, g.Column) }

// labelOf returns what people call the answers that the key of a row leads to.
func labelOf(key string) app.Text {
	single, typeKey, row, _ := rowKeyOf(key)
	if t := app.TypeByKey(typeKey); t != nil {
		return said("%s, строка %d", "%s, row %d", t.Many, row)
	}
	if t := app.TypeByKey(single.Record); t != nil {
		if f, ok := t.Field(single.Field); ok {
			return f.Label
		}
	}
	return app.L(key, key)
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
	case isNumber && c.Kind == workbook.Number && !ofFormat(f, c).Zero():
		return ofFormat(f, c)
	case isNumber && c.Kind == workbook.Number && !tooGreat(f, c).Zero():
		return tooGreat(f, c)
	case isNumber && c.Kind == workbook.Typed && !notFigure(text).Zero():
		return notFigure(text)
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
		if v.State == app.Given && f.Kind.Number() {
			text = app.InUnit(text, f.Unit.In(lang), lang)
		}
		return text
	}
	return app.L(in(app.RU), in(app.EN))
}
