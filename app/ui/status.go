package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// status is the line at the foot: which file, when it was last written, and why it
// cannot be written.
type status struct {
	desk    *desk.Desk
	saved   time.Time // of the last change in this run
	file    *kit.Line
	state   *kit.Line
	content fyne.CanvasObject
}

func newStatus(d *desk.Desk) *status {
	s := &status{desk: d}
	s.file = kit.NewLine(kit.ColorMuted, theme.SizeNameCaptionText)
	s.state = kit.NewLine(theme.ColorNameForeground, theme.SizeNameCaptionText)
	row := container.NewGridWithColumns(2, s.state, s.file)
	s.content = kit.Panel(container.NewPadded(container.NewBorder(nil, nil, kit.Gap(6), kit.Gap(6), row)))
	return s
}

func (s *status) refresh() {
	d := s.desk
	s.file.SetText(d.T("ui.status.file", "File", d.Store.Path()))
	s.state.SetText(s.text())
}

func (s *status) text() string {
	d := s.desk
	if holder, held := d.Store.HeldBy(); held {
		return d.T("ui.status.held", "Who", holder.User, "Host", holder.Host,
			"Since", holder.Since.In(d.Now().Location()).Format("02.01.2006 15:04"))
	}
	switch {
	case d.Store.Present(d.Ctx()) != nil:
		return d.T("ui.status.gone")
	case d.Store.ReadOnly():
		return d.T("ui.status.read_only")
	case s.saved.IsZero():
		return d.T("ui.status.unchanged")
	}
	return d.T("ui.status.saved", "At", s.saved.Format("15:04"))
}
