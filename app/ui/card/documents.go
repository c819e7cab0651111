package card

import (
	"technopark/app"
	"technopark/app/ui/kit"
)

// proofsBlock is the documents of the record and of what belongs to it.
func (s *Screen) proofsBlock(brief bool) *block {
	d := s.desk
	all := kit.NewLink("", func() { s.chooseTab(tabProofs) })
	attach := kit.NewLink(d.T("ui.documents.attach"), s.onDocuments)
	b := &block{grid: kit.NewGrid(nil)}
	b.shown = kit.NewBlock(d.T("ui.documents.heading"), b.grid, attach, all)
	b.grid.OnOpen = func(id int64, _ string) { d.Open(app.Place{Type: "document", ID: id}) }
	b.fill = func() {
		shown := len(s.seen.proofs)
		if brief {
			shown = min(shown, briefRecords)
		}
		all.Hidden = shown == len(s.seen.proofs)
		all.SetText(d.T("ui.card.all_n", "N", len(s.seen.proofs)))
		attach.Hidden = !s.seen.rec.Type().Provable() || d.ReadOnly()
		if shown == 0 {
			b.grid.SetRows(none(s.nothing("ui.card.none")))
			return
		}
		columns := []kit.GridColumn{{Key: "document", Wide: true}, {Key: "of", Spare: true}, {Key: "pages", Right: true, Spare: true}}
		b.grid.SetRows(columns, s.proofRows(shown))
	}
	return b
}

func (s *Screen) proofRows(n int) []kit.GridRow {
	d := s.desk
	rows := make([]kit.GridRow, n)
	for i, p := range s.seen.proofs[:n] {
		of := ""
		if p.of != s.seen.rec {
			of = p.of.Type().One.In(d.Lang)
		}
		rows[i] = kit.GridRow{ID: p.document.ID, Cells: []kit.GridCell{
			{Text: p.document.Type().TitleIn(d.Lang, p.document, d.TitleOf)}, {Text: of, Colour: kit.ColorMuted}, {Text: s.sheetsOf(p.document)},
		}}
	}
	return rows
}

// sheetsOf says how many sheets a document has, «» where nobody said.
func (s *Screen) sheetsOf(document *app.Document) string {
	pages, _ := app.TypeByKey("document").Field("pages")
	sheets := pages.Words(pages.Get(document), nil, s.desk.Lang)
	if sheets != "" {
		sheets = app.InUnit(sheets, pages.Unit.In(s.desk.Lang), s.desk.Lang)
	}
	return sheets
}

// onDocuments lists the documents of the record itself and lets one attach more.
func (s *Screen) onDocuments() {
	if subject, title := s.Subject(); subject != "" {
		s.desk.Documents(subject, title)
	}
}
