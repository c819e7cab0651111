package kit

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"technopark/app"
)

// nameText names the conditions: «Отбор «Кончаются в 2021»:».
func (l *List) nameText() string {
	if name := l.currentName(); name != "" {
		return l.t("ui.list.filter_named", "What", name)
	}
	return l.t("ui.list.filter_label")
}

// currentName returns the name of the kept view whose conditions these are, «» for none.
func (l *List) currentName() string {
	for _, v := range l.state.Named {
		if len(v.Conditions) > 0 && slices.EqualFunc(v.Conditions, l.state.View.Conditions, Condition.equal) {
			return v.Name
		}
	}
	return ""
}

// filterText is what the button of the conditions says: «Отбор…», «Отбор (2)».
func (l *List) filterText() string {
	if n := l.Conditions(); n > 0 {
		return l.t("ui.list.filter_n", "N", strconv.Itoa(n))
	}
	return l.t("ui.list.filter")
}

// sortText says by what the list is sorted: «до, затем резидент».
func (l *List) sortText() string {
	var by []string
	for _, s := range l.Table.sorts() {
		at := l.Table.grid.column(s.Key)
		if at < 0 {
			continue
		}
		name := lowered(l.Table.grid.columns[at].Name())
		if s.Descending {
			name = l.t("ui.list.descending", "What", name)
		}
		by = append(by, name)
	}
	return strings.Join(by, l.t("ui.list.then"))
}

// lowered begins a label with a small letter inside a sentence; an abbreviation stays.
func lowered(label string) string {
	runes := []rune(label)
	if len(runes) > 1 && unicode.IsUpper(runes[1]) {
		return label
	}
	return strings.ToLower(string(runes[:min(1, len(runes))])) + string(runes[min(1, len(runes)):])
}

// conditionText says a condition: «Вид: аренда», «До: 2021 год», «Площадь, м²: от 100».
func (l *List) conditionText(c Condition) string {
	at := l.Table.grid.column(c.Key)
	if at < 0 {
		return c.Key
	}
	column := l.Table.grid.columns[at]
	var said []string
	for _, code := range c.Values {
		said = append(said, column.word(code))
	}
	if len(said) > 2 {
		said = []string{l.words.N("ui.list.values", len(said), nil)}
	}
	if c.From != nil || c.To != nil {
		said = append(said, l.boundsText(column, c))
	}
	if c.Contains != "" {
		said = append(said, app.Quoted(c.Contains))
	}
	if c.Empty {
		said = append(said, l.t("ui.list.empty"))
	}
	if c.NA {
		said = append(said, naText.In(l.words.Lang()))
	}
	return column.Name() + ": " + strings.Join(said, ", ")
}

// boundsText says a range: «от 100 до 500», «2021 год», «31.08.2021».
func (l *List) boundsText(column Column, c Condition) string {
	bound := func(n int64) string {
		switch {
		case column.Dates:
			return dayOf(int(n)).String()
		case column.Figures != nil:
			return column.Figures.write(n, max(column.Figures.Least, app.Decimals(n, column.Figures.Scale, 0)))
		}
		return strconv.FormatInt(n, 10)
	}
	switch {
	case c.From == nil:
		return l.t("ui.list.up_to", "To", bound(*c.To))
	case c.To == nil:
		return l.t("ui.list.from", "From", bound(*c.From))
	case *c.From == *c.To:
		return bound(*c.From)
	}
	if first, last := dayOf(int(*c.From)), dayOf(int(*c.To)); column.Dates && app.YearPeriod(first.Year).First() == first && app.YearPeriod(first.Year).Last() == last {
		return app.YearPeriod(first.Year).In(l.words.Lang())
	}
	return l.t("ui.list.between", "From", bound(*c.From), "To", bound(*c.To))
}

// dayOf returns the day of so many days; see app.Date.
func dayOf(days int) app.Date { return app.Day(1970, 1, 1).AddDays(days) }
