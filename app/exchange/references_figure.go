package exchange

import (
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/workbook"
)

// fault is what is wrong with a cell.
type fault struct{ Expected, Message app.Text }

// millionth is how many stored units a reference value has in its unit.
const millionth = 1_000_000

var (
	exponent = regexp.MustCompile(`^[-+]?\d+([.,]\d+)?[eE][-+]?\d{1,3}$`)
	longTail = regexp.MustCompile(`^([-+−]?[\d\s\x{a0}\x{202f}]*[.,]\d{7,})(\s*%?)$`)
)

// readFigure reads the figure of a measure; a cell that says there is none gives no value. What
// has more decimals than are kept is rounded to six, which is remarked. Without a unit of its
// own the column is taken to be in that of the measure.
func readFigure(m app.Measure, unit string, cell Cell) (value app.Cell[app.Figure], remark app.Text, wrong fault) {
	wanted := expectation(m)
	switch {
	case cell.Kind == Fault && cell.Text == "":
		return value, remark, fault{wanted, said("в ячейке формула, которую никто не посчитал: откройте файл в Excel или LibreOffice, сохраните и повторите",
			"the cell has a formula that nobody computed: open the file in Excel or LibreOffice, save it and try again")}
	case cell.Kind == Fault:
		return value, remark, fault{wanted, said("формула в ячейке дала ошибку %s: исправьте её или впишите число", "the formula of the cell failed with %s: correct it, or write the number", clip(cell.Text))}
	case cell.Kind == Date:
		return value, remark, fault{wanted, said("в ячейке дата %s: так Excel мог понять число. Задайте ячейке числовой формат и впишите число заново",
			"the cell has the date %s: Excel may have taken a number for it. Give the cell a number format and write the number again", cell.Text)}
	case isNothing(cell.Text):
		return value, remark, wrong
	}
	text := strings.TrimSpace(cell.Text)
	if exponent.MatchString(text) {
		if x, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64); err == nil {
			text = workbook.Digits(x)
		}
	}
	if tail := longTail.FindStringSubmatch(text); tail != nil {
		text = rounded(tail[1]) + tail[2]
		remark = said("округлено до шести знаков после запятой", "rounded to six decimals")
	}
	f, _ := new(app.Reference).Type().Field("value")
	v, err := f.Measured(orElse(m.Unit.RU, unit)).Read(text, nil)
	if err != nil {
		message := said("не число: впишите число", "no number: write a number")
		if faults := app.FaultsOf(err); len(faults) > 0 {
			message = faults[0].Message
		}
		return value, remark, fault{wanted, message}
	}
	if m.Code == app.PlaceCode && (v.N <= 0 || v.N%millionth != 0) {
		return value, remark, fault{wanted, said("место — целое число от 1: исправьте", "a place is a whole number from 1: correct it")}
	}
	if cell.Formula && remark.Zero() {
		remark = said("посчитано формулой", "computed by a formula")
	}
	return app.Of(app.Figure(v.N)), remark, wrong
}

func expectation(m app.Measure) app.Text {
	switch {
	case m.Code == app.PlaceCode:
		return said("целое число от 1", "a whole number from 1")
	case m.Unit.Zero():
		return said("число", "a number")
	}
	return said("число, %s", "a number, %s", m.Unit)
}

// isNothing reports how people write that there is no figure. It is not zero.
func isNothing(text string) bool {
	folded := strings.Trim(app.Fold(text), " .")
	if strings.Trim(folded, "-…xх") == "" {
		return true
	}
	return slices.Contains([]string{
		"нет", "н/п", "н/д", "н.д", "нд", "нп", "нет данных", "не применимо", "не представлено", "не рассчитан", "не рассчитано", "отсутствует",
		app.Fold("n/a"), app.Fold("na"), app.Fold("no data"), app.Fold("none"), app.Fold("not applicable"), app.Fold("not provided"),
	}, folded)
}

// rounded rounds a decimal to the six that are kept, half away from zero.
func rounded(text string) string {
	plain := strings.NewReplacer(",", ".", "−", "-", " ", "", "\u00a0", "", "\u202f", "").Replace(text)
	exact, ok := new(big.Rat).SetString(plain)
	if !ok {
		return text
	}
	return exact.FloatString(6)
}

// figureText writes a value with all its decimals.
func figureText(v app.Cell[app.Figure]) app.Text {
	if !v.Given() {
		return app.L("—", "—")
	}
	return app.L(app.FormatNumber(int64(v.N), millionth, -1, app.RU), app.FormatNumber(int64(v.N), millionth, -1, app.EN))
}

// clip shortens what is told of a cell.
func clip(text string) string {
	const most = 60
	if runes := []rune(app.Clean(text)); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return app.Clean(text)
}

func decimal(n int) string { return strconv.Itoa(n) }

// onSheet names the sheet after a cell; of a text there is no need.
func onSheet(sheet string) app.Text {
	if sheet == "" {
		return app.L("", "")
	}
	return app.L(" листа «"+sheet+"»", " of the sheet “"+sheet+"”")
}
