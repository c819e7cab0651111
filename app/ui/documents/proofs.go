package documents

import (
	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// linkTo returns the change that links a document to a subject.
func linkTo(d *desk.Desk, doc *app.Document, subject string) func(app.Tx) error {
	return func(tx app.Tx) error { return submission.LinkDocument(d.Ctx(), tx, doc, subject) }
}

// unlinkFrom returns the change that takes the link of a document to a subject away.
func unlinkFrom(d *desk.Desk, doc *app.Document, subject string) func(app.Tx) error {
	links := app.All[app.DocumentLink](d.Part("document_link"), "document_link")
	return func(tx app.Tx) error {
		for _, l := range links {
			if l.Document == doc.ID && l.Subject == subject {
				return tx.Delete(d.Ctx(), l)
			}
		}
		return nil
	}
}

// proofList shows what a document proves.
type proofList struct {
	desk  *desk.Desk
	doc   *app.Document
	links []*app.DocumentLink // one a line; lines count from 1
	shown *kit.ListDialog
}

// showProofs lists what a document proves and lets one go there and unlink it.
func showProofs(d *desk.Desk, doc *app.Document) {
	l := &proofList{desk: d, doc: doc}
	visit := kit.NewButton(d.T("ui.documents.go"), l.onVisit)
	unlink := kit.NewButton(d.T("ui.documents.unlink"), l.onUnlink)
	l.shown = kit.NewListDialog(d.Window, d.T("ui.documents.proves_title", "What", doc.Title), d.T("ui.documents.proves_none"),
		d.T("ui.documents.close"), []kit.Column{
			{Key: "kind", Head: d.T("ui.documents.kind"), Chars: 22},
			{Key: "subject", Head: d.T("ui.documents.subject"), Chars: 46, Wide: true},
		}, visit, unlink)
	l.shown.OfRow(visit, unlink)
	if d.ReadOnly() {
		l.shown.OfRow(visit)
		unlink.Disable()
	}
	l.shown.Table.OnOpen = func(int64) { l.onVisit() }
	l.fill()
	l.shown.Show()
}

func (l *proofList) fill() {
	l.links = nil
	var rows []kit.Row
	for _, link := range app.All[app.DocumentLink](l.desk.Part("document_link"), "document_link") {
		if link.Document != l.doc.ID {
			continue
		}
		l.links = append(l.links, link)
		what, kind := subjectWords(l.desk, link.Subject)
		rows = append(rows, kit.Row{ID: int64(len(l.links)), Cells: []kit.Cell{{Text: kind}, {Text: what}}})
	}
	l.shown.Fill(rows)
}

// selected returns the link of the selected line; nil when there is none.
func (l *proofList) selected() *app.DocumentLink {
	if i := l.shown.Table.Selected(); i > 0 && int(i) <= len(l.links) {
		return l.links[i-1]
	}
	return nil
}

// onVisit shows what the document proves where such things are shown.
func (l *proofList) onVisit() {
	link := l.selected()
	if link == nil {
		return
	}
	l.shown.Hide()
	if place, ok := app.ParsePlace(link.Subject); ok {
		l.desk.Open(place)
	}
}

func (l *proofList) onUnlink() {
	if link := l.selected(); link != nil && l.desk.Change(l.desk.T("step.unlink", "What", l.doc.Title), unlinkFrom(l.desk, l.doc, link.Subject)) {
		l.fill()
	}
}

// nameOfIndicator returns the code of an indicator and, where the method of the year has it,
// what it is called.
func nameOfIndicator(d *desk.Desk, code string) string {
	set, err := d.InForce()
	if err != nil {
		return code
	}
	for _, ind := range set.Method.Indicators() {
		if ind.Code == code {
			return code + ". " + ind.Name.In(d.Lang)
		}
	}
	return code
}

// subjectWords says what a link is to and of which kind that is.
func subjectWords(d *desk.Desk, subject string) (what, kind string) {
	if year, code, ok := app.IndicatorOfSubject(subject); ok {
		return nameOfIndicator(d, code), d.T("ui.indicators.title") + ", " + app.YearPeriod(year).In(d.Lang)
	}
	place, ok := app.ParsePlace(subject)
	if !ok || app.TypeByKey(place.Type) == nil {
		return subject, ""
	}
	return d.TitleOf(place.Type, place.ID), app.TypeByKey(place.Type).One.In(d.Lang)
}
