package collecting

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/ui/kit"
)

// actions are what can be done with ticked residents, and with the selected one.
func (s *Screen) actions() []kit.Action {
	d := s.desk
	return []kit.Action{
		{Text: d.T("ui.collect.remind"), Icon: theme.MailComposeIcon(), Do: s.onRemind, Can: s.whyNotRemind},
		{Text: d.T("ui.collect.send_to"), Icon: theme.MailSendIcon(), Do: s.onSend, Can: s.whyReadOnly},
		{Text: d.T("ui.collect.addresses"), Icon: theme.ContentCopyIcon(), Do: s.copyAddresses},
		{Text: d.T("ui.collect.by_hand"), Icon: theme.DocumentCreateIcon(), Do: s.onByHand, Can: s.whyReadOnly},
		{Text: d.T("ui.collect.open_resident"), Single: true, Do: func(ids []int64) { d.Open(app.Place{Type: "resident", ID: ids[0]}) }},
		{Text: d.T("ui.collect.open_report"), Single: true, Do: func(ids []int64) { s.openReport(ids[0]) }, Can: func(ids []int64) string {
			if s.reportOf(ids[0]) == nil {
				return d.T("ui.collect.no_report")
			}
			return ""
		}},
	}
}

func (s *Screen) whyReadOnly([]int64) string {
	if s.desk.ReadOnly() {
		return s.desk.T("ui.card.read_only")
	}
	return ""
}

// whyNotRemind says why none of the residents can be reminded.
func (s *Screen) whyNotRemind(ids []int64) string {
	if why := s.whyReadOnly(ids); why != "" {
		return why
	}
	if len(collection.Remindable(s.rowsOf(ids))) == 0 {
		return s.desk.T("ui.collect.nobody_to_remind")
	}
	return ""
}

// rowsOf returns the rows of residents, in the order of the list.
func (s *Screen) rowsOf(ids []int64) []collection.Row {
	return slices.DeleteFunc(slices.Clone(s.of.Rows), func(r collection.Row) bool { return !slices.Contains(ids, r.Resident.ID) })
}

// act does what is next about a resident; where nothing is, it shows what came of it.
func (s *Screen) act(id int64) {
	row, ok := s.of.Of(id)
	switch {
	case !ok:
	case row.Next == collection.NoAct:
		if s.reportOf(id) != nil {
			s.openReport(id)
			return
		}
		s.desk.Open(app.Place{Type: "resident", ID: id})
	case s.desk.ReadOnly():
		s.tell(s.desk.T("ui.card.read_only"))
	case row.Next == collection.ToRemind:
		s.onRemind([]int64{id})
	case row.Next == collection.ToSend:
		s.onSend([]int64{id})
	default:
		s.lookAt(row)
	}
}

// reportOf returns the report of a resident for the period that is shown, nil when there is none.
func (s *Screen) reportOf(id int64) *app.ResidentReport {
	for _, r := range app.All[app.ResidentReport](s.book(), "resident_report") {
		if r.Resident == id && r.Period == s.of.Period {
			return r
		}
	}
	return nil
}

func (s *Screen) openReport(id int64) {
	if r := s.reportOf(id); r != nil {
		s.desk.Open(app.Place{Type: r.Type().Key, ID: r.ID})
	}
}

// copyAddresses puts the addresses of residents on the clipboard, and says who has none.
func (s *Screen) copyAddresses(ids []int64) {
	d := s.desk
	line, without := collection.Addresses(s.rowsOf(ids))
	text := d.T("ui.collect.no_addresses")
	if line != "" {
		fyne.CurrentApp().Clipboard().SetContent(line)
		text = d.N("ui.collect.copied", strings.Count(line, ";")+1)
	}
	const most = 8
	if n := len(without); n > 0 {
		text += "\n" + d.T("ui.collect.without", "Names", strings.Join(without[:min(n, most)], ", "))
		if n > most {
			text += " " + d.N("ui.delete.more", n-most)
		}
	}
	s.tell(text)
}

// tell says something over the screen, which has the keyboard afterwards.
func (s *Screen) tell(text string) {
	d := s.desk
	kit.Ask(d.Window, d.T("ui.collect.title"), text, kit.Answer{Text: d.T("ui.ok"), Do: s.FocusList})
}

// save records what has become of questionnaires, as one step of undo.
func (s *Screen) save(step string, recs []app.Record) bool {
	d := s.desk
	return d.Change(step, func(tx app.Tx) error { return app.SaveAll(d.Ctx(), tx, recs, d.TitleOf) })
}

// onByHand asks what became of questionnaires that the program cannot see.
func (s *Screen) onByHand(ids []int64) {
	d, rows := s.desk, s.rowsOf(ids)
	var options []string
	for _, h := range collection.Hands() {
		options = append(options, h.In(d.Lang))
	}
	choice := kit.NewSelect(options)
	due := kit.NewEntry(nil)
	due.SetPlaceHolder(d.T("ui.collect.day_form"))
	due.SetText(s.nextDue().String())
	dueLine := container.NewBorder(nil, nil, widget.NewLabel(d.T("ui.collect.until")), nil, kit.Chars(10, due))
	wrong := kit.NewMarked()
	var shown *dialog.CustomDialog
	accept := func() {
		day, fault := s.dayOf(due.Text)
		hand := collection.Hand(choice.SelectedIndex())
		if hand == collection.SentByPost && fault != "" {
			wrong.SetText(app.MarkError.Before(fault))
			d.Window.Canvas().Focus(due)
			return
		}
		shown.Hide()
		s.note(rows, hand, day)
	}
	mark := kit.NewButton(d.N("ui.collect.mark", len(rows)), accept)
	mark.Importance = widget.HighImportance
	cancel := kit.NewButton(d.T("ui.cancel"), func() { shown.Hide() })
	due.OnSubmitted = func(string) { accept() }
	choice.OnEscape, due.OnEscape, mark.OnEscape, cancel.OnEscape = cancel.OnTapped, cancel.OnTapped, cancel.OnTapped, cancel.OnTapped
	choice.OnChanged = func(string) {
		hand := collection.Hand(choice.SelectedIndex())
		dueLine.Hidden = hand != collection.SentByPost
		why := s.whyNotNote(rows, hand)
		wrong.SetText(why)
		mark.Forbid(why)
		dueLine.Refresh()
	}
	choice.SetSelectedIndex(0)
	shown = kit.NewDialog(d.T("ui.collect.by_hand_title"), container.NewVBox(choice, dueLine, wrong, kit.NewFoot(mark, cancel)), d.Window)
	kit.GiveBack(d.Window, shown, s.table)
	shown.Resize(kit.Within(d.Window, kit.Pixels(520), 0))
	shown.Show()
	d.Window.Canvas().Focus(choice)
}

// dayOf reads a last day to answer; none is a day, too.
func (s *Screen) dayOf(text string) (app.Date, string) {
	if strings.TrimSpace(text) == "" {
		return app.Date{}, ""
	}
	day, ok := app.ParseDate(text)
	switch {
	case !ok:
		return day, s.desk.T("ui.collect.no_day")
	case day.Before(s.desk.Today()):
		return day, s.desk.T("ui.collect.past_day", "Today", s.desk.Today().String())
	}
	return day, ""
}

// whyNotNote says why something cannot be said by hand of any of the rows.
func (s *Screen) whyNotNote(rows []collection.Row, h collection.Hand) string {
	why := ""
	for _, row := range rows {
		if why = h.Cannot(row, s.desk.Lang); why == "" {
			return ""
		}
	}
	return why
}

// note records what was said by hand of the rows of which it can be said.
func (s *Screen) note(rows []collection.Row, h collection.Hand, due app.Date) {
	d := s.desk
	rows = slices.DeleteFunc(slices.Clone(rows), func(r collection.Row) bool { return h.Cannot(r, d.Lang) != "" })
	recs := collection.Note(rows, s.of.Period, h, d.Today(), due)
	s.save(d.T("ui.collect.step.by_hand", "What", h.In(d.Lang), "Count", d.N("ui.count.questionnaire", len(recs))), recs)
	s.Refresh()
	s.FocusList()
}
