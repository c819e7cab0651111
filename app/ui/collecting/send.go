package collecting

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/disk"
	"technopark/app/questionnaire"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// sending is the dialog that asks to whom questionnaires go, until when they are to be answered,
// what goes with them, and into which folder they are written.
type sending struct {
	screen *Screen
	ticked []int64 // residents; none where nobody was ticked

	who, period, lang *kit.Select
	whom              []whom // the answers of who
	due, dir          *kit.Entry
	pdf, letters      *kit.Check
	about             *kit.Marked // what is wrong, else what will happen
	make              *kit.Button
	shown             *dialog.CustomDialog
}

// whom is one answer to whom questionnaires go.
type whom uint8

const (
	whoTicked whom = iota
	whoUnsent
	whoAll
)

// onSend asks what to send; ids are of ticked residents.
func (s *Screen) onSend(ids []int64) {
	d := s.desk
	g := &sending{
		screen: s, ticked: ids, who: kit.NewSelect(nil), period: kit.NewSelect(s.period.Options),
		lang: kit.NewSelect([]string{d.T("ui.collect.in_russian"), d.T("ui.collect.in_english")}),
		due:  kit.NewEntry(nil), dir: kit.NewEntry(nil), pdf: kit.NewCheck(d.T("ui.collect.with_pdf")), letters: kit.NewCheck(d.T("ui.collect.with_letters")),
		about: kit.NewMarked(),
	}
	g.make = kit.NewPrimary("", theme.MailSendIcon(), g.send)
	cancel := kit.NewButton(d.T("ui.cancel"), func() { g.shown.Hide() })
	choose := kit.NewButton(d.T("ui.choose_folder"), func() { d.Files(g.dir.Text).Folder(g.dir.SetText) })
	g.period.SetSelectedIndex(s.quarter)
	g.lang.SetSelectedIndex(0)
	g.letters.Checked = true
	g.dir.SetText(filepath.Join(d.FirstDir(), d.T("ui.collect.folder", "Period", s.of.Period.Short(d.Lang))))
	g.due.SetPlaceHolder(d.T("ui.collect.day_form"))
	g.due.SetText(s.nextDue().String())
	g.offer()
	g.follow()
	for _, sel := range []*kit.Select{g.who, g.period, g.lang} {
		sel.OnEscape = cancel.OnTapped
		sel.OnChanged = func(string) { g.follow() }
	}
	g.period.OnChanged = func(string) {
		g.offer()
		g.follow()
	}
	for _, e := range []*kit.Entry{g.due, g.dir} {
		e.OnEscape, e.OnChanged = cancel.OnTapped, func(string) { g.follow() }
	}
	for _, c := range []*kit.Check{g.pdf, g.letters} {
		c.OnEscape = cancel.OnTapped
	}
	for _, b := range []*kit.Button{g.make, cancel, choose} {
		b.OnEscape = cancel.OnTapped
	}
	content := container.NewBorder(nil, kit.NewFoot(g.make, cancel), nil, nil, g.questions(choose))
	g.shown = kit.NewDialog(d.T("ui.collect.send_title"), content, d.Window)
	kit.GiveBack(d.Window, g.shown, s.table)
	g.shown.Resize(kit.Within(d.Window, kit.Pixels(600), kit.Pixels(384)))
	g.shown.Show()
	d.Window.Canvas().Focus(g.who)
}

// timeToAnswer is how many days the dialogs offer for an answer; the user names another day or none.
const timeToAnswer = 28

// nextDue returns the day that is offered as the last to answer: that of the others while it is to
// come, else in four weeks.
func (s *Screen) nextDue() app.Date {
	if today := s.desk.Today(); s.of.Due.Before(today) {
		return today.AddDays(timeToAnswer)
	}
	return s.of.Due
}

// questions puts what is asked under each other; where the window is low it scrolls with the
// keyboard.
func (g *sending) questions(choose *kit.Button) fyne.CanvasObject {
	d := g.screen.desk
	line := func(id string, answer fyne.CanvasObject) fyne.CanvasObject {
		return container.NewBorder(nil, nil, kit.Chars(8, kit.MutedLabel(d.T(id))), nil, answer)
	}
	scroll := container.NewVScroll(container.NewVBox(
		line("ui.collect.whom", g.who), line("ui.collect.period", g.period), line("ui.collect.until", g.due), line("ui.collect.lang", g.lang),
		g.letters, g.pdf,
		line("ui.collect.into", container.NewBorder(nil, nil, nil, choose, g.dir)),
		g.about,
	))
	for _, e := range []*kit.Entry{g.due, g.dir} {
		e.OnFocus = func() { kit.Reveal(scroll, e, e) }
	}
	for _, c := range []*kit.Check{g.letters, g.pdf} {
		c.OnFocus = func() { kit.Reveal(scroll, c, c) }
	}
	choose.OnFocus = func() { kit.Reveal(scroll, choose, choose) }
	return scroll
}

// when returns the period that is chosen.
func (g *sending) when() app.Period {
	return app.Period{Year: g.screen.desk.Year, Quarter: max(0, g.period.SelectedIndex())}
}

// offer says to whom questionnaires of the chosen period can go.
func (g *sending) offer() {
	d, over := g.screen.desk, g.screen.over(g.when())
	g.whom = nil
	var options []string
	add := func(w whom, id string) {
		if n := len(g.residents(over, w)); n > 0 {
			g.whom, options = append(g.whom, w), append(options, d.T(id, "N", desk.Whole(n)))
		}
	}
	add(whoTicked, "ui.collect.who_ticked")
	add(whoUnsent, "ui.collect.who_unsent")
	add(whoAll, "ui.collect.who_all")
	g.who.OnChanged = nil
	g.who.SetOptions(options)
	if len(options) > 0 {
		g.who.SetSelectedIndex(0)
	} else {
		g.who.ClearSelected()
	}
	g.who.OnChanged = func(string) { g.follow() }
}

// residents returns those of a desk to whom an answer sends. Whose answer is accepted is asked
// again only when ticked.
func (g *sending) residents(over *collection.Desk, w whom) []*app.Resident {
	var all []*app.Resident
	for _, row := range over.Rows {
		suits := row.State != collection.Unneeded && row.State != collection.Accepted
		switch w {
		case whoTicked:
			suits = slices.Contains(g.ticked, row.Resident.ID)
		case whoUnsent:
			suits = row.State == collection.NotSent // those the strip of states counts so
		case whoAll:
		}
		if suits {
			all = append(all, row.Resident)
		}
	}
	return all
}

// chosen returns those to whom questionnaires go.
func (g *sending) chosen() []*app.Resident {
	at := g.who.SelectedIndex()
	if at < 0 || at >= len(g.whom) {
		return nil
	}
	return g.residents(g.screen.over(g.when()), g.whom[at])
}

// follow says how many are made, and why none can be.
func (g *sending) follow() {
	d, n := g.screen.desk, len(g.chosen())
	_, why := g.screen.dayOf(g.due.Text)
	switch {
	case n == 0:
		why = d.T("ui.collect.send_nobody")
	case app.PastedPath(g.dir.Text) == "":
		why = d.T("ui.collect.send_nowhere")
	}
	g.make.SetText(d.N("ui.collect.make", n))
	g.make.Forbid(why)
	if why != "" {
		g.about.SetText(app.MarkError.Before(why))
		return
	}
	g.about.SetText(d.T("ui.collect.send_about"))
}

// send makes the files beside the window, then puts them in their places and notes the
// questionnaires as sent, in one step.
func (g *sending) send() {
	d, residents := g.screen.desk, g.chosen()
	due, why := g.screen.dayOf(g.due.Text)
	if len(residents) == 0 || why != "" {
		return
	}
	g.shown.Hide()
	how := collection.Sending{
		Asking: questionnaire.Asking{Period: g.when(), Due: due, Lang: []app.Lang{app.RU, app.EN}[max(0, g.lang.SelectedIndex())]},
		Dir:    app.PastedPath(g.dir.Text), File: true, Paper: g.pdf.Checked, Letters: g.letters.Checked, Now: d.Now(),
	}
	d.Newest(func(seen *desk.Seen) {
		how.Book, how.Asking.Profile = seen.Book, seen.Set.Method.ID
		for _, r := range residents {
			if now := app.Find[app.Resident](seen.Book, "resident", r.ID); now != nil {
				how.Residents = append(how.Residents, now)
			}
		}
		g.write(how)
	})
}

// write makes the questionnaires and sends them.
func (g *sending) write(how collection.Sending) {
	d := g.screen.desk
	var out *collection.Outgoing
	work := func(ctx context.Context, progress kit.Progress) (err error) {
		if err := disk.MakeDir(how.Dir); err != nil {
			return err
		}
		out, err = how.Make(ctx, counting(progress, d.T("ui.collect.making")))
		return err
	}
	d.Tasks.Run(d.T("ui.collect.send_title"), work, func(err error) {
		if err == nil {
			err = out.Send(d.Ctx(), d.Store, d.T("ui.collect.step.sent", "Count", d.N("ui.count.questionnaire", len(out.Sheets))))
		}
		if err != nil {
			d.Fail(err)
			return
		}
		g.screen.quarter = how.Asking.Period.Quarter
		d.Changed()
		g.screen.Refresh()
		kit.Ask(d.Window, d.T("ui.collect.send_title"), d.N("ui.collect.made", len(out.Sheets), "Dir", how.Dir),
			kit.Answer{Text: d.T("ui.package.show_in_folder"), Do: func() {
				if desk.ShowInFolder(out.Index) != nil {
					g.screen.tell(d.T("ui.package.no_viewer", "File", how.Dir))
				}
			}},
			kit.Answer{Text: d.T("ui.ok"), Do: g.screen.FocusList})
	})
}

// counting tells a task how far a work has come that counts.
func counting(progress kit.Progress, what string) func(done, of int) {
	return func(done, of int) { progress(what, kit.Count(done, of)) }
}
