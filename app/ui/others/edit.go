package others

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/kit"
)

// edit returns how a figure is edited in place.
func (s *Screen) edit(id int64, column string) *kit.CellEdit {
	m, ok := app.MeasureOf(s.sheet.measures, column)
	if !ok || s.desk.ReadOnly() || id < 1 || int(id) > len(s.sheet.rows) {
		return nil
	}
	r := s.sheet.rows[id-1]
	f, _ := new(app.Reference).Type().Field("value")
	f = f.Measured(m.Unit.RU)
	f.Required = false // an emptied cell takes the figure away
	value := app.Value{}
	if rec := r.values[m.Code]; rec != nil {
		value = f.Get(rec)
	}
	return &kit.CellEdit{Field: f, Value: value, Commit: func(v app.Value) error {
		now := slices.IndexFunc(s.sheet.rows, func(row row) bool { return row.name == r.name }) // it may have been read anew
		if now < 0 {
			return app.ErrNotFound
		}
		return s.record(s.sheet.rows[now], m, f, v)
	}}
}

// record writes a figure, or takes it away.
func (s *Screen) record(r row, m app.Measure, f app.Field, v app.Value) error {
	d := s.desk
	was := r.values[m.Code]
	if v.State == app.Given && m.Code == app.PlaceCode && (v.N <= 0 || v.N%millionth != 0) {
		return app.FieldErrors{{Field: f.Key, Message: app.L("место — целое число от 1", "a place is a whole number from 1")}}
	}
	var err error
	switch {
	case was == nil && v.Empty():
		return nil
	case v.Empty():
		err = d.Store.Delete(d.Ctx(), was)
	default:
		is := &app.Reference{Period: app.YearPeriod(d.Year), Whose: app.ReferenceMean, Code: m.Code, Unit: m.Unit.RU}
		if r.name != "" {
			is.Whose, is.Park, is.Region = app.ReferencePark, r.name, r.region
		}
		if was != nil {
			is = app.Clone(was)
		}
		f.Set(is, v)
		err = d.Store.Save(d.Ctx(), is)
	}
	if err != nil {
		return err
	}
	d.Changed()
	return nil
}

// Add asks for the name of another park and puts the keyboard on its first figure.
func (s *Screen) Add() {
	d := s.desk
	if d.ReadOnly() || len(s.sheet.measures) == 0 {
		return
	}
	var shown *dialog.CustomDialog
	wrong := kit.NewMarked()
	var entry *kit.Entry
	accept := func() {
		if why := s.whyNot(entry.Text); why != "" {
			wrong.SetText(app.MarkError.Before(why))
			return
		}
		shown.Hide()
		s.addPark(app.Clean(entry.Text))
	}
	entry = kit.NewEntry(func(string) { accept() })
	add := kit.NewButton(d.T("ui.add"), accept)
	add.Importance = widget.HighImportance
	cancel := kit.NewButton(d.T("ui.cancel"), func() { shown.Hide() })
	entry.OnEscape, add.OnEscape, cancel.OnEscape = cancel.OnTapped, cancel.OnTapped, cancel.OnTapped
	shown = kit.NewDialog(d.T("ui.others.add"), container.NewVBox(widget.NewLabel(d.T("ui.others.name")), entry, wrong, kit.NewFoot(add, cancel)), d.Window)
	kit.GiveBack(d.Window, shown, s.grid)
	shown.Resize(kit.Within(d.Window, kit.Pixels(480), 0))
	shown.Show()
	d.Window.Canvas().Focus(entry)
}

// whyNot says why a park of that name cannot be added; «» when it can.
func (s *Screen) whyNot(name string) string {
	folded := app.Fold(name)
	switch {
	case folded == "":
		return s.desk.T("ui.others.no_name")
	case slices.ContainsFunc(s.sheet.own, func(own string) bool { return app.Fold(own) == folded }):
		return s.desk.T("ui.others.own")
	case slices.ContainsFunc(s.sheet.rows[1:], func(r row) bool { return app.Fold(r.name) == folded }):
		return s.desk.T("ui.others.there")
	}
	return ""
}

func (s *Screen) addPark(name string) {
	s.added = append(s.added, name)
	s.Refresh()
	at := slices.IndexFunc(s.sheet.rows, func(r row) bool { return r.name == name })
	if shown := s.shown(); at >= 0 && len(shown) > 0 {
		s.grid.Go(int64(at+1), shown[0].Code)
	}
}

// onCopy puts the whole table on the clipboard.
func (s *Screen) onCopy() {
	fyne.CurrentApp().Clipboard().SetContent(s.table())
	kit.Tell(s.desk.Window, s.desk.T("ui.others.title"), s.desk.T("ui.others.copied"), s.desk.T("ui.ok"))
}
