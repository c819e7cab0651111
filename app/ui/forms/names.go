package forms

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/template"
	"technopark/app/ui/kit"
)

// nameList shows the names that a form may have in its cells.
type nameList struct {
	s     *Screen
	names []template.Name
	table *kit.Table
	of    *kit.Select // the records a row repeats over
	types []*app.Type // by the choices of of, after the first
}

// onNames lists the names there are, to be found and copied.
func (s *Screen) onNames() {
	d := s.desk
	l := &nameList{s: s}
	l.table = kit.NewTable([]kit.Column{
		{Key: "name", Head: d.T("ui.forms.name"), Chars: 30, Naming: true},
		{Key: "title", Head: d.T("ui.forms.means"), Chars: 40, Wide: true},
		{Key: "unit", Head: d.T("ui.intake.unit"), Chars: 12},
		{Key: "group", Head: d.T("ui.forms.group"), Chars: 24},
	})
	options := []string{d.T("ui.forms.any_cell")}
	for _, t := range app.Types() {
		if t.Submitted() && !t.Aside && !t.Single {
			l.types = append(l.types, t)
			options = append(options, d.T("ui.forms.row_of", "What", t.Many.In(d.Lang)))
		}
	}
	l.of = kit.NewSelect(options)
	l.of.SetSelectedIndex(0)
	l.of.OnChanged = func(string) { l.fill() }
	search := kit.NewFilter(d.T("ui.filter"), l.table.SetFilter)
	search.OnDown = func() { d.Window.Canvas().Focus(l.table) }
	copied := kit.NewMarked()
	take := kit.NewButton(d.T("ui.forms.copy_name"), func() {
		if i := int(l.table.Selected()) - 1; i >= 0 && i < len(l.names) {
			text := "{{" + l.names[i].Name + "}}"
			fyne.CurrentApp().Clipboard().SetContent(text)
			copied.SetText(app.MarkReady.Before(d.T("ui.forms.copied", "Name", text)))
		}
	})
	l.table.OnOpen = func(int64) { take.OnTapped() }
	shut := kit.NewButton(d.T("ui.documents.close"), nil)
	head := container.NewVBox(container.NewBorder(nil, nil, kit.Chars(20, l.of), nil, search), copied)
	content := container.NewBorder(head, kit.NewFoot(take, shut), nil, nil, l.table)
	shown := kit.NewDialog(d.T("ui.forms.names_title"), content, d.Window)
	shut.OnTapped = func() { shown.Hide() }
	for _, b := range []*kit.Button{take, shut} {
		b.OnEscape = shut.OnTapped
	}
	search.OnEscape, l.of.OnEscape, l.table.OnBack = shut.OnTapped, shut.OnTapped, shut.OnTapped
	kit.GiveBack(d.Window, shown, s.list)
	l.fill()
	room := d.Window.Canvas().Size()
	shown.Resize(kit.Within(d.Window, room.Width-120, room.Height-80))
	shown.Show()
	d.Window.Canvas().Focus(search)
}

// fill shows the names by the method of the year and, of a type, those of a row of its records.
func (l *nameList) fill() {
	d := l.s.desk
	var of *app.Type
	if at := l.of.SelectedIndex(); at > 0 {
		of = l.types[at-1]
	}
	set, err := d.InForce()
	if err != nil || set.Method == nil {
		return
	}
	l.names = template.Names(set.Method, of)
	rows := make([]kit.Row, len(l.names))
	for i, n := range l.names {
		rows[i] = kit.Row{ID: int64(i + 1), Cells: []kit.Cell{{Text: "{{" + n.Name + "}}"}, {Text: n.Title.In(d.Lang)}, {Text: n.Unit.In(d.Lang)}, {Text: n.Group.In(d.Lang), Muted: true}}}
	}
	l.table.SetRows(rows)
	if len(rows) > 0 {
		l.table.Select(1)
	}
}
