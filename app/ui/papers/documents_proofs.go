package papers

import (
	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

func linkTo(d *desk.Desk, doc *app.Document, subject string) func(app.Tx) error {
	return func(tx app.Tx) error { return submission.LinkDocument(d.Ctx(), tx, doc, subject) }
}

func unlinkFrom(d *desk.Desk, doc *app.Document, subject string) func(app.Tx) error {
	links := app.All[app.DocumentLink](d.Look().Book, "document_link")
	return func(tx app.Tx) error {
		for _, l := range links {
			if l.Document == doc.ID && l.Subject == subject {
				return tx.Delete(d.Ctx(), l)
			}
		}
		return nil
	}
}

// showProofs lists what a document proves and lets one go there and unlink it.
func showProofs(d *desk.Desk, doc *app.Document) {
	var l *listDialog
	var links []*app.DocumentLink
	refill := func() {
		links = nil
		var rows []kit.Row
		for _, link := range app.All[app.DocumentLink](d.Look().Book, "document_link") {
			if link.Document == doc.ID {
				links = append(links, link)
				what, where := subjectWords(d, link.Subject)
				rows = append(rows, kit.Row{ID: int64(len(links)), Cells: []kit.Cell{{Text: where}, {Text: what}}})
			}
		}
		l.fill(rows)
	}
	selected := func() *app.DocumentLink {
		if i := l.table.Selected(); i > 0 && int(i) <= len(links) {
			return links[i-1]
		}
		return nil
	}
	visit := kit.NewButton(d.T("ui.documents.go"), func() {
		if link := selected(); link != nil {
			l.shown.Hide()
			if place, ok := app.ParsePlace(link.Subject); ok {
				d.Open(place)
			}
		}
	})
	unlink := kit.NewButton(d.T("ui.documents.unlink"), func() {
		if link := selected(); link != nil {
			alter(d, d.T("step.unlink", "What", doc.Title), unlinkFrom(d, doc, link.Subject))
			refill()
		}
	})
	kit.Enable(unlink, !d.ReadOnly())
	l = newListDialog(d, d.T("ui.documents.proves_title", "What", doc.Title), d.T("ui.documents.proves_none"), []kit.Column{
		{Key: "kind", Head: d.T("ui.documents.kind"), Chars: 22},
		{Key: "subject", Head: d.T("ui.documents.subject"), Chars: 46, Wide: true},
	}, visit, unlink)
	l.ofRow = []*kit.Button{visit}
	if !d.ReadOnly() {
		l.ofRow = append(l.ofRow, unlink)
	}
	l.table.OnOpen = func(int64) { visit.OnTapped() }
	refill()
	l.show()
}

// subjectWords says what a link is to and of which kind that is.
func subjectWords(d *desk.Desk, subject string) (what, kind string) {
	if year, code, ok := app.IndicatorOfSubject(subject); ok {
		name := code
		if result := d.Result(); result != nil && result.Find(code) != nil {
			name += ". " + result.Find(code).Name.In(d.Lang)
		}
		return name, d.T("ui.indicators.title") + ", " + app.YearPeriod(year).In(d.Lang)
	}
	place, ok := app.ParsePlace(subject)
	if !ok || app.TypeByKey(place.Type) == nil {
		return subject, ""
	}
	return d.Look().Book.TitleOf(place.Type, place.ID), app.TypeByKey(place.Type).One.In(d.Lang)
}
