package ui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"technopark/app/ui/kit"
)

// titledText is a text that is read in a dialog.
type titledText struct {
	title string
	more  kit.Cell // beside the title
	text  string
}

// textsDialog shows titles and, beside them, the text of the chosen one line by line, so that
// the longest is there at once.
type textsDialog struct {
	window *Window
	texts  []titledText
	list   *kit.List
	lines  *kit.Table
	foot   *container.Scroll
	shown  *dialog.CustomDialog
	title  string
	note   string
}

// newTextsDialog makes a dialog of texts; columns are those of the title, of what is beside it and
// of the text. With ticks each text can be ticked, and is at first.
func newTextsDialog(w *Window, title, note string, ticks bool, columns []kit.Column, texts []titledText) *textsDialog {
	t := &textsDialog{window: w, texts: texts, title: title, note: note}
	t.list = kit.NewList(kit.ListOptions{Window: w.win, Words: w.desk.Words, Ticks: ticks, Plain: true, Columns: columns[:2]})
	t.lines = kit.NewTable(columns[2:])
	table := t.list.Table
	table.OnSelect = t.choose
	table.OnOpen = func(int64) { w.win.Canvas().Focus(t.lines) }
	table.OnBack, t.lines.OnBack = t.hide, t.hide
	var rows []kit.Row
	var ids []int64
	for i, text := range texts {
		id := int64(i + 1)
		rows = append(rows, kit.Row{ID: id, Cells: []kit.Cell{{Text: text.title, N: id, Number: true}, text.more}})
		ids = append(ids, id)
	}
	table.SetRows(rows)
	if ticks {
		table.Tick(ids...)
	}
	return t
}

// show opens the dialog with buttons under it and one that closes it.
func (t *textsDialog) show(buttons ...*kit.Button) {
	w := t.window
	buttons = append(buttons, kit.NewButton(w.desk.T("ui.documents.close"), t.hide))
	for _, b := range buttons {
		b.OnEscape = t.hide
	}
	both := container.NewHSplit(t.list.Content, t.lines)
	both.SetOffset(0.38)
	t.foot = container.NewVScroll(container.NewPadded(container.NewVBox(kit.Paragraph(t.note, 90), kit.NewFoot(buttons...))))
	t.shown = kit.NewDialog(t.title, kit.NewPage(kit.Gap(1), both, t.foot), w.win)
	t.list.Table.Select(1)
	t.choose(1)
	t.shown.Show()
	text := kit.Size(theme.SizeNameText)
	t.shown.Resize(kit.Within(w.win, 80*text, 44*text))
	w.win.Canvas().Focus(t.list.Table)
}

func (t *textsDialog) hide() { t.shown.Hide() }

// choose shows a text, told by its number from 1.
func (t *textsDialog) choose(id int64) {
	t.lines.SetRows(lineRows(t.texts[id-1].text))
	t.lines.Select(1)
}

// ticked returns which texts are ticked, from 0, in their order.
func (t *textsDialog) ticked() []int {
	var at []int
	for _, id := range t.list.Table.Ticked() {
		at = append(at, int(id-1))
	}
	slices.Sort(at)
	return at
}

// wrapAt is where a line goes on in the next row: all of it is to be seen.
const wrapAt = 84

// lineRows returns the lines of a text as rows that stay in their order.
func lineRows(text string) []kit.Row {
	var rows []kit.Row
	add := func(line string) {
		id := int64(len(rows) + 1)
		rows = append(rows, kit.Row{ID: id, Cells: []kit.Cell{{Text: line, N: id, Number: true}}})
	}
	for line := range strings.Lines(text) {
		runes := []rune(strings.ReplaceAll(strings.TrimRight(line, "\r\n"), "\t", "    "))
		for len(runes) > wrapAt {
			at := wrapAt
			if space := strings.LastIndex(string(runes[:wrapAt]), " "); space > 0 {
				at = utf8.RuneCountInString(string(runes[:wrapAt])[:space]) + 1
			}
			add(string(runes[:at]))
			runes = append([]rune("      "), runes[at:]...)
		}
		add(string(runes))
	}
	return rows
}
