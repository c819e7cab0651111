package kit

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// chips is the row over a list that says which rows are shown and how they are sorted: each
// condition is a button that takes it away. Where it would take too much room it is one button,
// «Отбор (2)», whose menu says the same.
type chips struct {
	list    *List
	label   *Line
	fold    *Button   // «Отбор (2)»
	each    []*Button // a condition
	all     *Button   // takes all away
	sorts   *Line
	shown   string // what the buttons were made of
	content *fyne.Container
}

func newChips(l *List) *chips {
	c := &chips{list: l, label: NewLine(ColorMuted, theme.SizeNameText), sorts: NewLine(ColorMuted, theme.SizeNameText)}
	c.fold = NewButton("", func() { l.showFilterMenu(c.fold) })
	c.all = NewButton(l.t("ui.list.clear"), func() {
		l.clearConditions()
		l.Table.takeFocus()
	})
	c.all.Importance = widget.LowImportance
	c.content = container.NewWithoutLayout()
	return c
}

// show follows the conditions and the sorts.
func (c *chips) show() {
	l := c.list
	texts := make([]string, len(l.state.View.Conditions))
	for i, condition := range l.state.View.Conditions {
		texts[i] = l.conditionText(condition)
	}
	sorts := ""
	if len(l.Table.sorts()) > 1 {
		sorts = l.sortText()
	}
	c.sorts.SetText(sorts)
	c.label.SetText(l.nameText())
	c.content.Hidden = len(texts) == 0 && sorts == ""
	if said := strings.Join(texts, "\x00"); said != c.shown || len(c.each) != len(texts) {
		c.shown = said
		c.build(texts)
	}
}

func (c *chips) build(texts []string) {
	l := c.list
	c.each = nil
	for i, text := range texts {
		condition := l.state.View.Conditions[i]
		chip := NewButton(text+"  ×", func() {
			l.dropCondition(condition)
			l.Table.takeFocus()
		})
		chip.OnEscape = l.Table.takeFocus
		c.each = append(c.each, chip)
	}
	c.fold.SetText(l.filterText())
	c.fold.OnEscape, c.all.OnEscape = l.Table.takeFocus, l.Table.takeFocus
	c.content.Objects = []fyne.CanvasObject{c.label, c.fold}
	for _, chip := range c.each {
		c.content.Add(chip)
	}
	c.content.Objects = append(c.content.Objects, c.all, c.sorts)
}

// place sets the row and returns its height, 0 while there is nothing to say.
func (c *chips) place(wide float32) float32 {
	if c.content.Hidden {
		return 0
	}
	height, gap, edge := chipsHeight(), Pixels(8), float32(cellPadding)
	whole := c.label.Room() + gap + c.all.MinSize().Width
	for _, chip := range c.each {
		whole += chip.MinSize().Width + gap
	}
	folded := c.list.low() || whole > wide-2*edge
	c.label.Hidden = folded || len(c.each) == 0
	c.fold.Hidden = !folded || len(c.each) == 0
	c.all.Hidden = folded || len(c.each) == 0
	x := edge
	put := func(o fyne.CanvasObject, room float32) {
		if !o.Visible() {
			return
		}
		size := o.MinSize()
		o.Move(fyne.NewPos(x, (height-size.Height)/2))
		o.Resize(fyne.NewSize(room, size.Height))
		x += room + gap
	}
	put(c.label, c.label.Room()+1)
	put(c.fold, c.fold.MinSize().Width)
	for _, chip := range c.each {
		chip.Hidden = folded
		put(chip, chip.MinSize().Width)
	}
	put(c.all, c.all.MinSize().Width)
	c.sorts.Hidden = c.sorts.Text() == "" || wide-edge-x < 40
	if room := c.sorts.Room() + 1; room < wide-edge-x {
		x = wide - edge - room
	}
	put(c.sorts, max(0, wide-edge-x))
	if c.fold.Hidden && c.label.Hidden && c.sorts.Hidden {
		return 0
	}
	return height
}

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
		said = append(said, l.boundsText(column, at, c))
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
func (l *List) boundsText(column Column, at int, c Condition) string {
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

// dropCondition takes a condition away.
func (l *List) dropCondition(c Condition) { l.setCondition(Condition{Key: c.Key}) }

// setCondition replaces the condition of a column; one that asks for nothing takes it away.
func (l *List) setCondition(c Condition) {
	l.state.View.put(c)
	l.Table.changed()
}

// clearConditions takes all conditions away.
func (l *List) clearConditions() {
	l.state.View.Conditions = nil
	l.Table.changed()
}

// dayOf returns the day of so many days; see app.Date.
func dayOf(days int) app.Date { return app.Day(1970, 1, 1).AddDays(days) }
