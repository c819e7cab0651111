package records

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// creation is a dialog in which a record that a reference lacks is made of its essential
// fields and of the references it should have, which can be made in turn. Each record is
// kept as it is made, so that it is there when the next refers to it.
type creation struct {
	desk    *desk.Desk
	rec     app.Record // is not in the file yet
	form    *kit.Form
	message *kit.Prose // what is wrong
	shown   *dialog.CustomDialog
	made    func(id int64)
}

// create shows the dialog for a type; name is what was typed where the record is lacking.
func create(d *desk.Desk, typeKey, name string, made func(id int64)) {
	t := app.TypeByKey(typeKey)
	c := &creation{desk: d, rec: newDraft(d, t), made: made}
	fields := briefly(t)
	if f, ok := naming(fields); ok && name != "" {
		if v, err := f.Read(name, nil); err == nil {
			f.Set(c.rec, v)
		}
	}
	c.form = kit.NewForm(fields, kit.Env{
		Lang: d.Lang, Words: d.Words, Names: d.Names,
		Year:   func() int { return d.Year },
		Commit: c.keep,
		Fail:   d.Fail,
		Focus:  d.Window.Canvas().Focus,
		Create: func(typeKey, name string, made func(int64)) { create(d, typeKey, name, made) },
		Escape: c.cancel,
		Done:   c.save,
	})
	c.show(d.T("ui.new_record", "What", t.One.In(d.Lang)), len(fields))
}

// briefly returns the fields without which a record cannot be kept, and the references
// without which it is incomplete.
func briefly(t *app.Type) []app.Field {
	var fields []app.Field
	for _, f := range t.Stored() {
		if f.Typed() && (f.Essential || f.Required && f.Kind == app.KindRef) {
			f.Section = app.Text{} // so few need no headings
			fields = append(fields, f)
		}
	}
	return fields
}

// naming returns the field that what was typed goes into: the number of a room, else the
// first text.
func naming(fields []app.Field) (found app.Field, ok bool) {
	for _, f := range fields {
		if f.Counted || f.Kind == app.KindText && !ok {
			found, ok = f, true
		}
	}
	return found, ok
}

func (c *creation) show(title string, fields int) {
	d := c.desk
	save := kit.NewButton(d.T("ui.create"), c.save)
	save.Importance = widget.HighImportance
	cancel := kit.NewButton(d.T("ui.cancel"), c.cancel)
	save.OnEscape, cancel.OnEscape = c.cancel, c.cancel
	c.message = kit.Wrapped()
	c.message.Importance = widget.DangerImportance
	foot := container.NewVBox(c.message, kit.NewFoot(save, cancel))
	c.form.SetValues(func(f app.Field) app.Value { return f.Get(c.rec) }, true)
	c.shown = kit.NewDialog(title, kit.NewPage(kit.Gap(1), c.form, container.NewVScroll(foot)), d.Window)
	c.shown.Show()
	text := kit.Size(theme.SizeNameText)
	c.shown.Resize(kit.Within(d.Window, 40*text, float32(12+6*fields)*text))
	key := ""
	if missing := missingEssentials(c.rec); len(missing) > 0 {
		key = missing[0].Key
	}
	c.form.Focus(key)
}

// keep puts what was typed into the record.
func (c *creation) keep(changes map[string]app.Value) error {
	desk.Apply(c.rec, changes)
	c.form.SetValues(func(f app.Field) app.Value { return f.Get(c.rec) }, false)
	return nil
}

// save records what is typed last and keeps the record in the file.
func (c *creation) save() {
	d := c.desk
	d.Window.Canvas().Unfocus()
	if f, unsaved := c.form.Unsaved(); unsaved {
		c.form.Focus(f.Key)
		return
	}
	if missing := missingEssentials(c.rec); len(missing) > 0 {
		c.message.SetText(d.T("ui.draft_lacks", "What", labelsOf(missing, d.Lang)))
		c.form.Focus(missing[0].Key)
		return
	}
	if err := d.Store.Save(d.Ctx(), c.rec); err != nil {
		c.message.SetText(d.Say(err))
		c.form.Focus("")
		return
	}
	c.shown.Hide()
	d.Forget()
	d.Changed()
	c.made(c.rec.Header().ID)
}

func (c *creation) cancel() { c.shown.Hide() }
