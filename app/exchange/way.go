package exchange

import (
	"regexp"
	"strings"

	"technopark/app"
)

// way is how the cells of a column write days and figures, as far as one of them leaves no doubt. The
// others are read by it, since many of them would mean something else here, and nobody would see it.
type way struct {
	text     bool   // the table is a text, whose cells know no kinds
	american bool   // days have the month first
	groups   string // what parts thousands, where here it parts the fraction; «» for none
}

var (
	// slashed is how days are written with the month or the day first.
	slashed = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})$`)

	// By these signs between thousands a figure is beyond doubt, or may be one with a fraction.
	grouped = map[string]*regexp.Regexp{
		",": regexp.MustCompile(`^[-−+(]?\d{1,3}((,\d{3}){2,}|(,\d{3})+\.\d+)\D*$`),
		".": regexp.MustCompile(`^[-−+(]?\d{1,3}((\.\d{3}){2,}|(\.\d{3})+,\d+)\D*$`),
	}
	perhapsGrouped = map[string]*regexp.Regexp{
		",": regexp.MustCompile(`^[-−+(]?\d{1,3},\d{3}\D*$`),
		".": regexp.MustCompile(`^[-−+(]?\d{1,3}\.\d{3}\D*$`),
	}
)

// longestFigure is how many bytes a figure has at most, with its unit.
const longestFigure = 60

// wayOf looks through a column of a table.
func wayOf(rows []Row, column int, text bool) way {
	w := way{text: text}
	for _, row := range rows {
		cell := row.At(column)
		if cell.Kind == Number || cell.Kind == Date {
			continue // nobody wrote it so
		}
		written := strings.TrimSpace(cell.Text)
		if len(written) > longestFigure || !strings.ContainsAny(written, ",./") {
			continue
		}
		if m := slashed.FindStringSubmatch(written); m != nil {
			second, ok := app.ParseNumber(m[2], 1)
			w.american = w.american || ok && second > 12 // no month has such a number
		}
		for sign, form := range grouped {
			if form.MatchString(written) {
				w.groups = sign
			}
		}
	}
	return w
}

// doubt says why a cell of the column cannot be read, though it would be: it is written in a way in
// which it may mean another day or figure.
func (w way) doubt(f *app.Field, cell Cell) app.Text {
	written := strings.TrimSpace(cell.Text)
	switch {
	case cell.Kind == Number || cell.Kind == Date:
	case f.Kind == app.KindDate && w.american && slashed.MatchString(written):
		return said("даты в этом столбце записаны месяцем вперёд (месяц/день/год), и какой день здесь — не угадать: запишите их как дд.мм.гггг или сделайте столбец столбцом дат",
			"the dates of this column have the month first (month/day/year), and which day is meant cannot be guessed: write them as dd.mm.yyyy, or make the column one of dates")
	case f.Kind.Number() && w.groups == "," && perhapsGrouped[","].MatchString(written):
		return said("в этом столбце запятая стоит между тысячами, и %s может быть и целым числом, и дробью: запишите числа столбца без запятых между тысячами", "in this column a comma parts thousands, and %s may be a whole number or one with a fraction: write the numbers of the column without commas between thousands", written)
	case f.Kind.Number() && w.groups == "." && perhapsGrouped["."].MatchString(written):
		return said("в этом столбце точка стоит между тысячами, и %s может быть и целым числом, и дробью: запишите числа столбца без точек между тысячами", "in this column a point parts thousands, and %s may be a whole number or one with a fraction: write the numbers of the column without points between thousands", written)
	}
	return app.Text{}
}
