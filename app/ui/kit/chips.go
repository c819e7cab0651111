package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
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

// hide hides all of the row, which takes no keyboard then.
func (c *chips) hide() {
	for _, o := range c.content.Objects {
		o.Hide()
	}
}

// place sets the row and returns its height, 0 while there is nothing to say.
func (c *chips) place(wide float32) float32 {
	if c.content.Hidden || c.list.low() && c.list.inHead() {
		c.hide()
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
