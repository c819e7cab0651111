package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/bugreport"
	"technopark/app/ui/kit"
)

// onBugreport gathers what developers need of a fault and shows it.
func (w *Window) onBugreport() {
	d := w.desk
	of := bugreport.Sources{Words: d.Words, Now: d.Now(), Log: w.options.Log, Window: w.aboutWindow()}
	store := d.Store
	var parts []bugreport.Part
	d.Tasks.Run(d.T("ui.bugreport.working"), func(ctx context.Context, _ kit.Progress) error {
		if store != nil {
			of.DataFile = &bugreport.DataFile{Path: store.Path()}
			var unread error
			of.DataFile.Verdict, of.DataFile.Err = store.Verify(ctx)
			of.DataFile.Holding, unread = store.Holding(ctx)
			of.DataFile.Err = errors.Join(of.DataFile.Err, unread)
		}
		parts = bugreport.Gather(of)
		return ctx.Err()
	}, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.showBugreport(parts)
	})
}

// aboutWindow says what the window knows of itself: the screen it stands on and its settings, as
// numbers and never as names.
func (w *Window) aboutWindow() []bugreport.Line {
	said := func(id, value string) bugreport.Line {
		return bugreport.Line{Title: w.desk.T("bugreport.screen." + id), Value: value}
	}
	canvas, s := w.win.Canvas(), w.settings
	all := []bugreport.Line{
		said("driver", fmt.Sprintf("%T × %.2f", w.app.Driver(), canvas.Scale())),
		said("window", fmt.Sprintf("%.0f × %.0f", canvas.Size().Width, canvas.Size().Height)),
		said("look", fmt.Sprintf("%s, %d %%", kit.LookNamed(s.Look), s.TextPercent)),
		said("place", w.shown),
		said("recent", fmt.Sprint(len(s.Recent))),
		said("views", fmt.Sprint(len(s.Lists))),
		said("imports", fmt.Sprintf("%d, %d", len(s.Imports), len(s.Forms))),
	}
	if keeper, kept := w.desk.Copies.Keeper(); kept {
		all = append(all, said("copies", fmt.Sprintf("%t, %t", keeper.Settings.Second != "", keeper.Settings.Passphrase != "")))
	}
	return all
}

// report is the dialog in which a report is looked through before it is saved.
type report struct {
	window *Window
	parts  []bugreport.Part
	list   *kit.List  // the parts, those ticked go in
	text   *kit.Table // what is in the chosen one
	shown  *dialog.CustomDialog
}

// showBugreport shows the parts beside the text of the chosen one; all are ticked at first.
func (w *Window) showBugreport(parts []bugreport.Part) {
	d := w.desk
	r := &report{window: w, parts: parts}
	r.list = kit.NewList(kit.ListOptions{Window: w.win, Words: d.Words, Ticks: true, Plain: true, Columns: []kit.Column{
		{Key: "part", Head: d.T("ui.bugreport.part"), Chars: 24, Wide: true},
		{Key: "size", Head: d.T("ui.bugreport.size"), Chars: 8, Right: true},
	}})
	r.text = kit.NewTable([]kit.Column{{Key: "text", Head: d.T("ui.bugreport.text"), Chars: 60, Wide: true}})
	r.list.Table.OnSelect = func(id int64) { r.text.SetRows(textRows(r.parts[id-1].Text)) }
	save := kit.NewButton(d.T("ui.bugreport.save"), r.onSave)
	save.Importance = widget.HighImportance
	closing := kit.NewButton(d.T("ui.documents.close"), r.hide)
	save.OnEscape, closing.OnEscape = r.hide, r.hide
	r.list.Table.OnBack, r.text.OnBack = r.hide, r.hide
	r.list.Table.OnOpen = func(int64) { w.win.Canvas().Focus(r.text) }
	both := container.NewHSplit(r.list.Content, r.text)
	both.SetOffset(0.38)
	foot := container.NewVScroll(container.NewPadded(container.NewVBox(kit.Paragraph(d.T("ui.bugreport.note"), 90), kit.NewFoot(save, closing))))
	r.shown = kit.NewDialog(d.T("ui.bugreport.title"), kit.NewPage(kit.Gap(1), both, foot), w.win)
	r.fill()
	r.shown.Show()
	text := kit.Size(theme.SizeNameText)
	r.shown.Resize(kit.Within(w.win, 80*text, 44*text))
	w.win.Canvas().Focus(r.list.Table)
}

func (r *report) hide() { r.shown.Hide() }

func (r *report) fill() {
	var rows []kit.Row
	var ids []int64
	for i, part := range r.parts {
		size := int64(utf8.RuneCountInString(part.Text))
		id := int64(i + 1)
		rows = append(rows, kit.Row{ID: id, Cells: []kit.Cell{
			{Text: part.Title, N: id, Number: true}, {Text: app.FormatNumber(size, 1, 0, r.window.desk.Lang), N: size, Number: true},
		}})
		ids = append(ids, id)
	}
	r.list.Table.SetRows(rows)
	r.list.Table.Tick(ids...)
	r.list.Table.Select(1)
	r.text.SetRows(textRows(r.parts[0].Text))
}

// wrapAt is where a line of a report goes on in the next row: all of it is to be seen.
const wrapAt = 84

// textRows returns the lines of a text as rows that stay in their order.
func textRows(text string) []kit.Row {
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

// chosen returns the ticked parts.
func (r *report) chosen() []bugreport.Part {
	var chosen []bugreport.Part
	for i, part := range r.parts {
		if slices.Contains(r.list.Table.Ticked(), int64(i+1)) {
			chosen = append(chosen, part)
		}
	}
	return chosen
}

// onSave asks where to and writes the ticked parts there.
func (r *report) onSave() {
	w, d := r.window, r.window.desk
	parts := r.chosen()
	if len(parts) == 0 {
		kit.Tell(w.win, d.T("ui.bugreport.title"), d.T("ui.bugreport.nothing"), d.T("ui.ok"))
		return
	}
	w.files().New(d.T("ui.bugreport.save_title"), bugreport.Name(d.Words, d.Now())+bugreport.Extension, bugreport.Extension, func(path string) {
		if err := bugreport.Write(path, parts, d.Now()); err != nil {
			w.fail(err)
			return
		}
		r.hide()
		kit.Tell(w.win, d.T("ui.bugreport.title"), d.T("ui.bugreport.saved", "File", filepath.Base(path)), d.T("ui.ok"))
	})
}

// tellCrash offers a report of what made the program close before; once for each crash.
func (w *Window) tellCrash() {
	crashes := w.options.Log.Crashes()
	if len(crashes) == 0 || crashes[0].Name <= w.settings.CrashTold {
		return
	}
	d := w.desk
	w.settings.CrashTold = crashes[0].Name
	w.remember()
	kit.Ask(w.win, d.T("ui.crashed.title"), d.T("ui.crashed.text", "When", crashes[0].When.In(d.Now().Location()).Format("02.01.2006 15:04")),
		kit.Answer{Text: d.T("ui.menu.bugreport"), Do: w.onBugreport}, kit.Answer{Text: d.T("ui.crashed.later")})
}
