package journal

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/history"
	"technopark/app/ui/kit"
)

// onCompare asks for a control value that was printed, and says whether it is of this file.
func (s *Screen) onCompare() {
	d := s.desk
	wrong := kit.Wrapped()
	wrong.Hide()
	var hide, take func()
	typed := kit.NewEntry(func(string) { take() })
	find := kit.NewPrimary(d.T("ui.control.compare"), nil, func() { take() })
	cancel := kit.NewButton(d.T("ui.cancel"), func() { hide() })
	typed.OnEscape = func() { hide() }
	find.OnEscape, cancel.OnEscape = func() { hide() }, func() { hide() }
	box := container.NewVBox(kit.Paragraph(d.T("ui.control.ask"), 60), typed, wrong, kit.NewFoot(find, cancel))
	shown := kit.NewDialog(d.T("ui.control.title"), container.NewVScroll(box), d.Window)
	hide = func() { shown.Hide() }
	take = func() {
		c, ok := app.ParseControl(typed.Text)
		if !ok {
			wrong.SetText(d.T("ui.control.bad"))
			wrong.Show()
			return
		}
		hide()
		s.compare(c)
	}
	shown.Show()
	room := box.MinSize()
	shown.Resize(kit.Within(d.Window, room.Width+kit.Pixels(60), room.Height+kit.Pixels(150)))
	d.Window.Canvas().Focus(typed)
}

// compare proves the file first: what is not what was written proves nothing.
func (s *Screen) compare(c app.Control) {
	d := s.desk
	var verdict app.Verdict
	var is history.Compared
	d.Tasks.Run(d.T("ui.journal.verifying"), func(ctx context.Context, _ kit.Progress) (err error) {
		if verdict, err = d.Store.Verify(ctx); err == nil {
			is, err = history.Compare(ctx, d.Store, c)
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			d.Fail(err)
		case !verdict.OK():
			s.showProblems(verdict)
		default:
			s.tellCompared(is)
		}
	})
}

func (s *Screen) tellCompared(is history.Compared) {
	d := s.desk
	id, when := "ui.control.ahead", ""
	switch {
	case is.Same:
		id, when = "ui.control.same", history.Moment(is.Entry.At, d.Now().Location())
	case is.Entry != nil:
		id = "ui.control.other"
	}
	kit.Tell(d.Window, d.T("ui.control.title"), d.T(id, "Control", is.Value.String(), "Entry", strconv.FormatInt(is.Value.Entry, 10),
		"When", when, "After", d.N("common.records", is.After)), d.T("ui.ok"))
}
