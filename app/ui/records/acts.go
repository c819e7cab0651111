package records

import (
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/kit"
)

// acts are what can be done with rows of the list: they stand in the bar of ticked rows and in
// the menu of a row.
func (s *Screen) acts() []kit.Action {
	t := s.desk.T
	acts := []kit.Action{
		{Text: t("ui.act.change"), Icon: theme.DocumentCreateIcon(), Can: s.whyNotChange, Do: s.ChangeField},
		{Text: t("ui.act.copy"), Icon: theme.ContentCopyIcon(), Can: s.whyNotCopy, Do: s.CopyMany},
		{Text: t("ui.act.delete"), Icon: theme.DeleteIcon(), Can: s.whyNotDelete, Do: s.deleteRows},
		{Text: t("ui.act.fill"), Icon: theme.MoveDownIcon(), Can: s.whyNotChange, Do: s.FillDown},
	}
	acts = append(acts, kit.Action{Text: t("ui.history.button"), Icon: theme.HistoryIcon(), Single: true, Do: s.showHistory})
	if len(app.Parts(s.typ)) > 0 {
		card := kit.Action{Text: s.desk.T("ui.card.button"), Single: true, Can: s.whyNoCard, Do: func(ids []int64) {
			s.desk.ShowCard(app.Place{Type: s.typ.Key, ID: ids[0]})
		}}
		acts = append([]kit.Action{card}, acts...)
	}
	return acts
}

// showHistory lists what was done to a row.
func (s *Screen) showHistory(ids []int64) {
	if rec := s.records[ids[0]]; rec != nil {
		s.desk.History(app.Place{Type: s.typ.Key, ID: ids[0]}, s.titleOf(rec))
	}
}

// whyNotChange says why no row can be changed, «» when they can.
func (s *Screen) whyNotChange([]int64) string {
	if s.typ.Made || s.desk.ReadOnly() {
		return s.desk.T("ui.act.unchanged")
	}
	return ""
}

// whyNotCopy says why no row can be copied, «» when they can.
func (s *Screen) whyNotCopy([]int64) string {
	if !s.typ.Copyable() || s.desk.ReadOnly() {
		return s.desk.T("ui.act.single")
	}
	return ""
}

// whyNotDelete says why no row can be deleted, «» when they can.
func (s *Screen) whyNotDelete([]int64) string {
	if s.typ.Made || s.desk.ReadOnly() {
		return s.desk.T("ui.act.fixed")
	}
	return ""
}

// deleteRows deletes the rows of the list; of one that is in the form the form asks itself.
func (s *Screen) deleteRows(ids []int64) {
	if len(ids) == 1 && ids[0] == s.Selected() {
		s.deleteCurrent()
		return
	}
	s.DeleteMany(ids)
}

// likeButtons are what the head of the screen keeps for the record in the form.
func (s *Screen) likeButtons() []*kit.Button {
	if !s.typ.Copyable() {
		return []*kit.Button{s.deleteButton}
	}
	return []*kit.Button{
		kit.NewTool(s.desk.T("ui.menu.another"), theme.ContentAddIcon(), s.AddAnother),
		kit.NewTool(s.desk.T("ui.menu.duplicate"), theme.ContentCopyIcon(), s.Duplicate),
		s.deleteButton,
	}
}

// whyNoCard says why the card of no row can be shown, «» when it can.
func (s *Screen) whyNoCard([]int64) string {
	if s.desk.Park == 0 {
		return s.desk.T("ui.no_park")
	}
	return ""
}
