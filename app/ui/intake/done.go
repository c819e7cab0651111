package intake

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/ui/kit"
)

// donePage is the last page: what was written.
type donePage struct {
	s       *Screen
	empty   *kit.Empty
	list    *kit.Button
	undo    *kit.Button
	content *fyne.Container
}

func newDonePage(s *Screen) *donePage {
	d := s.desk
	p := &donePage{s: s, empty: kit.NewEmpty("", "")}
	p.list = kit.NewPrimary(d.T("ui.intake.show_records"), nil, p.onList)
	p.undo = kit.NewButton(d.T("ui.intake.undo"), s.undo)
	p.content = container.NewStack(p.empty)
	return p
}

// onList shows the records that were written; where nothing of them is there any more, their list.
func (p *donePage) onList() {
	if s := p.s; s.done.undone || len(s.done.ids) == 0 {
		s.desk.Open(app.Place{Type: s.typ.Key})
	} else {
		s.desk.OpenMany(s.typ.Key, s.done.ids)
	}
}

func (p *donePage) show(on bool) {
	s, d := p.s, p.s.desk
	show(p.content, on)
	if !on {
		return
	}
	title := d.N("ui.intake.written", s.done.fresh+s.done.other)
	text := d.T("ui.intake.written_text", "New", grouped(d.Lang, s.done.fresh), "Changed", grouped(d.Lang, s.done.other), "Rejected", grouped(d.Lang, s.done.rejected))
	buttons := []*kit.Button{p.list, p.undo}
	if s.done.undone {
		title, text, buttons = d.T("ui.intake.undone"), d.T("ui.intake.undone_text"), buttons[:1]
	}
	p.empty.Say(title, text, buttons...)
}
