package records

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/kit"
)

// offers are the buttons that stand in place of a list without records.
type offers struct{ add, due, years, park, take, bin *kit.Button }

// newOffers makes the buttons.
func (s *Screen) newOffers() offers {
	t := s.desk.T
	o := offers{
		add:   kit.NewPrimary(t("ui.add"), theme.ContentAddIcon(), s.Add),
		due:   kit.NewPrimary(t("ui.due.button"), theme.ContentAddIcon(), s.CreateDue),
		years: kit.NewTool(t("ui.years.all"), theme.HistoryIcon(), func() { s.showYears(true) }),
		take:  kit.NewTool(t("ui.intake.from_list"), theme.UploadIcon(), s.takeTable),
		bin:   kit.NewTool(t("ui.bin.open"), theme.DeleteIcon(), func() { s.desk.Navigate("bin") }),
		park:  kit.NewPrimary(t("ui.empty.park"), theme.DocumentCreateIcon(), func() { s.desk.Navigate("park") }),
	}
	for _, b := range []*kit.Button{o.add, o.due, o.years, o.park, o.take, o.bin} {
		b.OnEscape = func() { s.desk.Back() }
	}
	return o
}

// showNone says in place of the list why there are no records and what to do about it; the
// primary button of the head is there then.
func (s *Screen) showNone(pane fyne.CanvasObject) {
	bare := pane == s.list.Content
	s.header.PrimaryElsewhere(bare)
	if !bare {
		s.list.SetNone("", "")
		return
	}
	text, buttons := s.none()
	s.list.SetNone(s.desk.T("ui.empty", "What", s.typ.Many.In(s.desk.Lang)), text, buttons...)
}

// none says what the records are for, and why there are none.
func (s *Screen) none() (text string, buttons []*kit.Button) {
	said := []string{s.purpose()}
	switch why := s.whyNotAdd(); {
	case s.needsPark():
		buttons = append(buttons, s.offers.park)
		said = append(said, why)
	case why != "":
		said = append(said, why)
	default:
		buttons = append(buttons, s.offers.add)
		if len(s.all) == 0 {
			said = append(said, s.desk.T("ui.empty.add"))
		}
		if s.typ.Report && s.typ.Per != "" { // one of each resident: nobody adds them one by one
			buttons = []*kit.Button{s.offers.due, s.offers.add}
		}
	}
	if exchange.Importable(s.typ) && s.whyNotAdd() == "" {
		buttons = append(buttons, s.offers.take)
	}
	for _, tool := range s.tools { // that of a record alone is forbidden
		if !tool.Button.Disabled() {
			buttons = append(buttons, tool.Button)
		}
	}
	if len(s.all) > 0 {
		said = append(said, s.desk.T("ui.empty.year", "Year", s.desk.Year))
		buttons = append(buttons, s.offers.years)
	}
	if s.inBin() {
		buttons = append(buttons, s.offers.bin)
	}
	s.offers.add.Importance = kit.ImportanceOf(len(buttons) > 0 && buttons[0] == s.offers.add)
	return strings.TrimSpace(strings.Join(said, " ")), buttons
}

// inBin reports whether records of the type lie in the recycle bin.
func (s *Screen) inBin() bool {
	n, err := s.desk.Store.CountJournal(s.desk.Ctx(), app.JournalFilter{Type: s.typ.Key, Gone: true})
	return err == nil && n > 0 && !s.typ.Sequel // what cannot be counted is not offered
}

// purpose says what records of the type are for; «» where nobody wrote it down.
func (s *Screen) purpose() string {
	if text := s.desk.T("ui.for." + s.typ.Key); !strings.HasPrefix(text, "«") {
		return text
	}
	return ""
}
