package records

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// ways are what can be done with the list besides its rows.
func (s *Screen) ways() []kit.Way {
	ways := s.desk.Ways(s)
	if exchange.Importable(s.typ) {
		ways = append(ways, kit.Way{Text: s.desk.T("ui.intake.from_list"), Do: s.takeTable})
	}
	return ways
}

// takeTable leads to the screen where a table becomes records of the type.
func (s *Screen) takeTable() {
	if why := s.whyNotAdd(); why != "" {
		kit.Tell(s.desk.Window, s.desk.T("ui.intake.title"), why, s.desk.T("ui.ok"))
		return
	}
	s.desk.Take(desk.Taking{Type: s.typ.Key})
}

// onPaste takes a block from a spreadsheet: rows whose heads are known, rows under the shown columns, or
// values for one column.
func (s *Screen) onPaste(text string) {
	d := s.desk
	why := s.whyNotAdd()
	if !exchange.Importable(s.typ) {
		why = d.T("ui.intake.nothing_to_write")
	}
	if why != "" {
		kit.Tell(d.Window, d.T("ui.intake.paste.title"), why, d.T("ui.ok"))
		return
	}
	book, err := exchange.ReadText(text)
	if err != nil {
		kit.Tell(d.Window, d.T("ui.intake.paste.title"), d.Say(err), d.T("ui.ok"))
		return
	}
	rows := book.Sheets[0].Rows
	if len(rows) == 0 {
		return
	}
	if l := (exchange.Recipient{}).Heads(book, 0, s.typ); l.First > 0 && l.Useful() && len(rows) > 1 {
		d.Take(desk.Taking{Type: s.typ.Key, Book: book})
		return
	}
	s.askWhere(book)
}

// askWhere asks into which columns a block without heads goes.
func (s *Screen) askWhere(book *exchange.Book) {
	d := s.desk
	keys, pointed := s.table.ShownColumns()
	var fields []app.Field
	for _, key := range keys {
		if f, ok := s.typ.Field(key); ok && f.Typed() {
			fields = append(fields, f)
		}
	}
	if len(fields) == 0 {
		return
	}
	var names []string
	for _, f := range fields {
		names = append(names, f.Label.In(d.Lang))
	}
	rows := book.Sheets[0].Rows
	wide := 0
	for _, row := range rows {
		wide = max(wide, row.Cells[len(row.Cells)-1].Column)
	}
	how := widget.NewRadioGroup([]string{d.T("ui.intake.paste.down"), d.T("ui.intake.paste.rows")}, nil)
	how.Required = true
	how.SetSelected(how.Options[0])
	from := kit.NewSelect(names)
	from.SetSelectedIndex(max(0, slices.IndexFunc(fields, func(f app.Field) bool { return f.Key == pointed })))
	question := d.T("ui.intake.paste.what", "Rows", d.N("ui.intake.rows", len(rows)), "Columns", wide)
	if wide == 1 {
		question = d.T("ui.intake.paste.one", "Rows", d.N("ui.intake.rows", len(rows)))
	}
	if at := s.table.Place(s.table.Selected()); wide > 1 || at < 0 {
		how.SetSelected(how.Options[1])
		how.Hide()
	}
	var shown *dialog.CustomDialog
	cancel := kit.NewButton(d.T("ui.cancel"), func() { shown.Hide() })
	next := kit.NewButton(d.T("ui.intake.paste.go"), func() {
		shown.Hide()
		s.paste(book, fields[from.SelectedIndex():], how.Selected == how.Options[0])
	})
	next.Importance = widget.HighImportance
	next.OnEscape, from.OnEscape, cancel.OnEscape = cancel.OnTapped, cancel.OnTapped, cancel.OnTapped
	shown = kit.NewDialog(d.T("ui.intake.paste.title"), container.NewVBox(kit.Paragraph(question, 60), how, from, kit.NewFoot(next, cancel)), d.Window)
	kit.GiveBack(d.Window, shown, s.table)
	shown.Show()
	d.Window.Canvas().Focus(fyne.Focusable(next))
}

// paste leads to the preview of a block that goes into columns from the first of fields on: of the
// records from the chosen one down, or of new ones.
func (s *Screen) paste(book *exchange.Book, fields []app.Field, down bool) {
	t := desk.Taking{Type: s.typ.Key, Book: book}
	for _, f := range fields {
		t.Fields = append(t.Fields, f.Key)
	}
	if down {
		t.Fields = t.Fields[:1]
		t.Records = s.table.Shown()[s.table.Place(s.table.Selected()):]
	}
	s.desk.Take(t)
}
