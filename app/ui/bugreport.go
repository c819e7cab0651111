package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"unicode/utf8"

	"fyne.io/fyne/v2/theme"

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

// showBugreport shows the parts beside the text of the chosen one; all are ticked at first.
func (w *Window) showBugreport(parts []bugreport.Part) {
	d := w.desk
	var all []titledText
	for _, part := range parts {
		size := int64(utf8.RuneCountInString(part.Text))
		all = append(all, titledText{part.Title, kit.Cell{Text: app.FormatNumber(size, 1, 0, d.Lang), N: size, Number: true}, part.Text})
	}
	texts := newTextsDialog(w, d.T("ui.bugreport.title"), d.T("ui.bugreport.note"), true, []kit.Column{
		{Key: "part", Head: d.T("ui.bugreport.part"), Chars: 24, Wide: true},
		{Key: "more", Head: d.T("ui.bugreport.size"), Chars: 8, Right: true},
		{Key: "text", Head: d.T("ui.bugreport.text"), Chars: 60, Wide: true},
	}, all)
	save := kit.NewPrimary(d.T("ui.bugreport.save"), theme.DocumentSaveIcon(), func() {
		var chosen []bugreport.Part
		for _, at := range texts.ticked() {
			chosen = append(chosen, parts[at])
		}
		w.saveBugreport(chosen, texts.hide)
	})
	texts.show(save)
}

// saveBugreport asks where to, writes the parts there and calls then.
func (w *Window) saveBugreport(parts []bugreport.Part, then func()) {
	d := w.desk
	if len(parts) == 0 {
		kit.Tell(w.win, d.T("ui.bugreport.title"), d.T("ui.bugreport.nothing"), d.T("ui.ok"))
		return
	}
	w.files().New(d.T("ui.bugreport.save_title"), bugreport.Name(d.Words, d.Now())+bugreport.Extension, bugreport.Extension, func(path string) {
		if err := bugreport.Write(path, parts, d.Now()); err != nil {
			w.fail(err)
			return
		}
		then()
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
