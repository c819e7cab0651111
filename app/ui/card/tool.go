package card

import (
	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Tools returns the button over the form of a record that leads to its card, none for records
// to which nothing belongs.
func Tools(d *desk.Desk, page desk.RecordPage) []desk.Tool {
	if len(app.Parts(page.Type())) == 0 {
		return nil
	}
	b := kit.NewButton(d.T("ui.card.button"), func() {
		if rec := page.Kept(); rec != nil {
			d.ShowCard(placeOf(rec))
		}
	})
	return []desk.Tool{{Button: b, Show: func() { kit.Enable(b, page.Kept() != nil && d.Park != 0) }}}
}
