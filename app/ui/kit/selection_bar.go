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
	content *fyne.Container
}

func newSelectionBar(l *List) *selectionBar {
	b := &selectionBar{list: l, ground: panel(ColorPanel)}
	b.text = NewLine(theme.ColorNameForeground, theme.SizeNameText)
	b.text.Bold = true
	b.hint = NewLine(ColorMuted, theme.SizeNameText)
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
		button.OnEscape = func() { b.list.Table.untick(); b.list.Table.takeFocus() }
		b.buttons = append(b.buttons, button)
		b.content.Add(button)
	}
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
		Enable(b.buttons[at], a.Can == nil || a.Can(ids) == "")
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

// barLayout sets the bar in one row: what is ticked, the buttons, the hint at the end. The hint
// goes first when there is no room, then the icons.
type barLayout struct{ bar *selectionBar }

// Layout is called by the toolkit.
func (x barLayout) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	b := x.bar
	b.ground.FillColor = Colour(ColorPanel)
	b.ground.Resize(room)
	edge, gap := Pixels(12), Pixels(8)
	left := room.Width - 2*edge
	buttons := float32(0)
	for _, button := range b.buttons {
		buttons += button.MinSize().Width + gap
	}
	text := min(b.text.Room()+gap, max(left-buttons, left/4))
	put := func(o fyne.CanvasObject, at, wide float32) {
		height := min(o.MinSize().Height, room.Height)
		o.Move(fyne.NewPos(at, (room.Height-height)/2))
		o.Resize(fyne.NewSize(wide, height))
	}
	put(b.text, edge, text)
	at := edge + text + gap
	for i, button := range b.buttons {
		wide := button.MinSize().Width
		if over := edge + left - at; wide > over && over > 0 {
			wide = over
		}
		button.Hidden = i > 0 && at > edge+left-wide/2
		put(button, at, wide)
		at += wide + gap
	}
	hint := b.hint.Room()
	b.hint.Hidden = hint > edge+left-at
	put(b.hint, edge+left-hint, hint+1)
}

// MinSize is called by the toolkit.
func (x barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, barHeight()) }
