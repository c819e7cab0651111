package collecting

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/disk"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// reminding is a dialog that reminds residents: by letters, or by words to be put into a letter
// of electronic mail. Whichever is taken, the reminder is noted.
type reminding struct {
	screen *Screen
	of     *collection.Desk
	rows   []collection.Row
	lang   app.Lang
	text   *kit.Marked // the words for all of them
	due    *kit.Entry  // the new last day to answer
	wrong  *kit.Marked // why it is none
	shown  *dialog.CustomDialog
}

// onRemind shows what would be written to those of the residents whose answer is out.
func (s *Screen) onRemind(ids []int64) {
	d := s.desk
	r := &reminding{screen: s, of: s.over(s.of.Period), rows: collection.Remindable(s.rowsOf(ids)), lang: app.RU, text: kit.NewMarked(), wrong: kit.NewMarked(), due: kit.NewEntry(nil)}
	if len(r.rows) == 0 {
		s.tell(d.T("ui.collect.nobody_to_remind"))
		return
	}
	langs := kit.NewSelect([]string{d.T("ui.collect.in_russian"), d.T("ui.collect.in_english")})
	letters := kit.NewPrimary(d.N("ui.collect.letters", len(r.rows)), theme.DocumentPrintIcon(), r.letters)
	words := kit.NewTool(d.T("ui.collect.copy_text"), theme.ContentCopyIcon(), r.words)
	cancel := kit.NewButton(d.T("ui.cancel"), func() { r.shown.Hide() })
	for _, b := range []*kit.Button{letters, words, cancel} {
		b.OnEscape = cancel.OnTapped
	}
	langs.OnEscape, r.due.OnEscape = cancel.OnTapped, cancel.OnTapped
	follow := func(string) {
		day, why := s.dayOf(r.due.Text)
		for _, b := range []*kit.Button{letters, words} {
			b.Forbid(why)
		}
		r.wrong.SetText(why)
		r.wrong.Hidden = why == ""
		r.lang, r.of.Until = []app.Lang{app.RU, app.EN}[max(0, langs.SelectedIndex())], day
		m := r.circular()
		r.text.SetText(m.Subject + "\n\n" + m.Text())
	}
	r.due.SetPlaceHolder(d.T("ui.collect.day_kept"))
	if r.late() {
		r.due.SetText(s.nextDue().String())
	}
	langs.OnChanged, r.due.OnChanged = follow, follow
	langs.SetSelectedIndex(0)
	about := d.N("ui.collect.remind_about", len(r.rows))
	if left := len(ids) - len(r.rows); left > 0 {
		about += " " + d.N("ui.collect.remind_left", left)
	}
	day := container.NewBorder(nil, nil, widget.NewLabel(d.T("ui.collect.until")), kit.Chars(12, langs), r.due)
	head := container.NewVBox(kit.Paragraph(about, 60), day, r.wrong)
	scroll := container.NewVScroll(r.text)
	scroll.SetMinSize(fyne.NewSize(kit.Pixels(420), kit.Pixels(150)))
	r.shown = kit.NewDialog(d.T("ui.collect.remind_title"), container.NewBorder(head, kit.NewFoot(letters, words, cancel), nil, nil, scroll), d.Window)
	kit.GiveBack(d.Window, r.shown, s.table)
	r.shown.Resize(kit.Within(d.Window, kit.Pixels(620), kit.Pixels(560)))
	r.shown.Show()
	d.Window.Canvas().Focus(letters)
}

// late reports whether the day has passed by which one of them was to answer.
func (r *reminding) late() bool {
	return slices.ContainsFunc(r.rows, func(row collection.Row) bool {
		return !row.Sheet.Due.Zero() && row.Sheet.Due.Before(r.screen.desk.Today())
	})
}

// circular returns the words that suit all of them at once.
func (r *reminding) circular() collection.Message {
	return r.of.Circular(r.screen.book(), r.rows, r.lang)
}

// noted records a reminder of each, as one step.
func (r *reminding) noted() bool {
	d := r.screen.desk
	recs := collection.Remind(r.rows, r.of.Period, d.Today(), r.of.Until)
	return r.screen.save(d.T("ui.collect.step.remind", "Count", d.N("ui.count.questionnaire", len(recs))), recs)
}

// words puts subject and words on the clipboard.
func (r *reminding) words() {
	d := r.screen.desk
	r.shown.Hide()
	m := r.circular()
	if !r.noted() {
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(m.Subject + "\n\n" + m.Text())
	r.screen.Refresh()
	r.screen.tell(d.N("ui.collect.text_copied", len(r.rows)))
}

// letters asks for a file and writes a letter to each into it.
func (r *reminding) letters() {
	d := r.screen.desk
	r.shown.Hide()
	name := d.T("ui.collect.letters_name", "Period", r.of.Period.Short(d.Lang), "Day", d.Today().String())
	d.NewFile(d.FirstDir(), d.T("ui.collect.remind_title"), name, ".pdf", r.write)
}

// write draws the letters and, when they are there, notes the reminders.
func (r *reminding) write(path string) {
	d, now := r.screen.desk, r.screen.desk.Now()
	book := r.screen.book()
	shown := submission.Shown{Name: filepath.Base(path)}
	work := func(ctx context.Context, _ kit.Progress) error {
		if err := disk.New(path); err != nil {
			return err
		}
		var err error
		if shown.PDF, shown.Pages, err = r.of.ReminderLetters(ctx, book, r.rows, now, r.lang); err != nil {
			return err
		}
		return disk.WriteNew(path, shown.PDF)
	}
	d.Tasks.Run(d.T("ui.collect.remind_title"), work, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		r.noted()
		r.screen.Refresh()
		kit.Ask(d.Window, d.T("ui.collect.remind_title"), d.T("ui.collect.letters_written", "File", path, "Count", d.N("ui.collect.letter", len(r.rows))),
			kit.Answer{Text: d.T("ui.open_made"), Do: func() {
				if desk.OpenFile(path) != nil {
					r.screen.tell(d.T("ui.package.no_viewer", "File", path))
				}
			}},
			kit.Answer{Text: d.T("ui.package.preview"), Do: func() {
				d.ShowPaper(func(context.Context) (submission.Shown, error) { return shown, nil })
			}},
			kit.Answer{Text: d.T("ui.ok"), Do: r.screen.FocusList})
	})
}
