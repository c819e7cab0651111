package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
)

// selectionBar says how many rows are ticked and what can be done with them. It is there only
// while some are.
type selectionBar struct {
	list    *List
	ground  *canvas.Rectangle
	text    *Line
	hint    *Line
	buttons []*Button
	more    *Button // opens what has no room
	content *fyne.Container
}

func newSelectionBar(l *List) *selectionBar {
	b := &selectionBar{list: l, ground: panel(ColorPanel)}
	b.text = NewLine(theme.ColorNameForeground, theme.SizeNameText)
	b.text.Bold = true
	b.hint = NewLine(ColorMuted, theme.SizeNameText)
	b.more = NewTool(l.t("ui.header.more"), theme.MoreVerticalIcon(), b.showMore)
	b.more.OnEscape = b.leave
	b.content = container.New(barLayout{b})
	b.build()
	return b
}

// build makes the buttons.
func (b *selectionBar) build() {
	b.buttons = nil
	b.content.Objects = []fyne.CanvasObject{b.ground, b.text, b.hint}
	for _, a := range b.list.actions {
		if a.Single {
			continue
		}
		button := NewButton(a.Text, func() { a.Do(b.list.Table.Ticked()) })
		button.SetIcon(a.Icon)
		button.OnEscape = b.leave
		b.buttons = append(b.buttons, button)
		b.content.Add(button)
	}
	b.content.Add(b.more)
}

// leave unticks all and gives the keyboard to the list.
func (b *selectionBar) leave() {
	b.list.Table.untick()
	b.list.Table.takeFocus()
}

// show follows the ticks.
func (b *selectionBar) show() {
	l := b.list
	ids := l.Table.Ticked()
	b.content.Hidden = !l.ticks || l.plain || len(ids) == 0
	if b.content.Hidden {
		return
	}
	b.text.SetText(l.tickedText(len(ids)))
	b.hint.SetText(l.t("ui.list.untick"))
	at := 0
	for _, a := range l.actions {
		if a.Single {
			continue
		}
		why := ""
		if a.Can != nil {
			why = a.Can(ids)
		}
		b.buttons[at].Forbid(why)
		at++
	}
	b.content.Refresh()
}

// tickedText says what is ticked: «Выбрано 3 · 1 194,25 м²».
func (l *List) tickedText(n int) string {
	lang := l.words.Lang()
	text := l.t("ui.list.ticked", "N", app.FormatNumber(int64(n), 1, 0, lang))
	if sum := l.tickedSum(); sum != "" {
		text += " · " + sum
	}
	if hidden := l.Table.hiddenTicks(); hidden > 0 {
		text += " · " + l.t("ui.list.ticked_hidden", "N", app.FormatNumber(int64(hidden), 1, 0, lang))
	}
	return text
}

// tickedSum adds up the first shown column that has a sum, over the ticked rows.
func (l *List) tickedSum() string {
	t := l.Table
	ticked := slices.DeleteFunc(slices.Clone(t.shown), func(row int) bool { return !t.state.Ticked[t.grid.rows[row].ID] })
	ticked, _ = wholes(t.grid.rows, ticked)
	for _, column := range t.layout {
		f := t.grid.columns[column].Figures
		if f == nil || f.Total != app.TotalSum {
			continue
		}
		sum := totalOf(f, t.grid.rows, ticked, column)
		if sum.kind == app.NoTotal {
			return ""
		}
		return l.totalWords(sum, f, t.grid.survey(column).decimals)[0]
	}
	return ""
}

// plan says how many of the buttons have room beside the text, and whether their icons do.
// What has no room is in «Ещё».
func (b *selectionBar) plan(room float32) (buttons int, icons bool) {
	need := func(n int, icons bool) float32 {
		wide := float32(0)
		for _, button := range b.buttons[:n] {
			wide += button.room(icons) + Size(SpaceNear)
		}
		if n < len(b.buttons) {
			wide += b.more.room(icons) + Size(SpaceNear)
		}
		return wide
	}
	for _, icons = range []bool{true, false} {
		if need(len(b.buttons), icons) <= room {
			return len(b.buttons), icons
		}
	}
	buttons = len(b.buttons)
	for buttons > 0 && need(buttons, false) > room {
		buttons--
	}
	return buttons, false
}

// showMore opens the menu of what has no room.
func (b *selectionBar) showMore() {
	var items []*fyne.MenuItem
	for _, button := range b.buttons {
		if !button.Visible() {
			items = append(items, menuItemOf(button))
		}
	}
	ShowMenu(b.more, items)
}

// barLayout sets the bar in one row: what is ticked, the buttons, the hint at the end. The hint
// goes first when there is no room, then the icons, then the last buttons.
type barLayout struct{ bar *selectionBar }

// Layout is called by the toolkit.
func (x barLayout) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	b := x.bar
	b.ground.FillColor = Colour(ColorPanel)
	b.ground.Resize(room)
	edge, gap := Size(SpaceEdge), Size(SpaceNear)
	put := func(o fyne.CanvasObject, at, wide, high float32) float32 {
		o.Show()
		o.Move(fyne.NewPos(at, (room.Height-high)/2))
		o.Resize(fyne.NewSize(wide, high))
		return at + wide + gap
	}
	text := min(b.text.Room()+1, room.Width-2*edge)
	at := put(b.text, edge, text, b.text.MinSize().Height)
	shown, icons := b.plan(room.Width - edge - at)
	for i, button := range b.buttons {
		if i >= shown {
			button.Hide()
			continue
		}
		at = put(button, at, button.squeeze(icons, button.room(icons)), Size(SizeRow))
	}
	b.more.Hide()
	if shown < len(b.buttons) {
		at = put(b.more, at, b.more.squeeze(icons, b.more.room(icons)), Size(SizeRow))
	}
	hint := b.hint.Room() + 1
	b.hint.Hide()
	if hint <= room.Width-edge-at {
		put(b.hint, room.Width-edge-hint, hint, b.hint.MinSize().Height)
	}
}

// MinSize is called by the toolkit.
func (x barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, x.bar.list.barHeight())
}
