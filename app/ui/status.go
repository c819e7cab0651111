package ui

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// status is the line at the foot: when the file was last written and why it cannot be, which
// file it is, how large texts are and where help is.
type status struct {
	desk    *desk.Desk
	saved   time.Time     // of the last change in this run
	remark  *remark       // of what was just done; nil for none
	refused func() string // says what a screen could not record; «» for nothing
	percent int           // of the size of texts
	narrow  bool
	state   *kit.Line
	file    *kit.Line
	hint    *kit.Line
	content fyne.CanvasObject
}

func newStatus(d *desk.Desk) *status {
	s := &status{desk: d, refused: func() string { return "" }}
	s.state = kit.NewLine(kit.ColorMuted, theme.SizeNameCaptionText)
	s.file = kit.NewLine(kit.ColorMuted, theme.SizeNameCaptionText)
	s.hint = kit.NewLine(kit.ColorMuted, theme.SizeNameCaptionText)
	s.content = kit.Panel(container.New(s, s.state, s.file, s.hint))
	return s
}

// Layout puts the state at the left, the hint at the right and the file between them; where
// there is no room for all three the file leaves.
func (s *status) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	edge, gap := kit.Size(kit.SpaceEdge), kit.Size(kit.SpaceColumn)
	high := s.state.MinSize().Height
	put := func(l *kit.Line, x, wide float32) {
		l.Move(fyne.NewPos(x, (room.Height-high)/2))
		l.Resize(fyne.NewSize(max(0, wide), high))
	}
	hint := min(s.hint.Room(), room.Width/3)
	right := room.Width - edge - hint
	put(s.hint, right, hint)
	state := min(s.state.Room(), right-gap-edge)
	put(s.state, edge, state)
	left := edge + state + gap
	free := right - gap - left
	wide := min(s.file.Room(), free)
	show(s.file, s.file.Text() != "" && !s.narrow && wide > kit.Pixels(leastOfLine))
	put(s.file, left+(free-wide)/2, wide)
}

// MinSize is called by the toolkit.
func (s *status) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Pixels(leastOfLine), kit.Size(kit.SizeStatus))
}

// turn follows the window becoming narrow or wide.
func (s *status) turn(narrow bool) {
	s.narrow = narrow
	s.refresh()
}

func (s *status) refresh() {
	d := s.desk
	if d.Store == nil {
		return // a window may be laid out once more after its file was closed
	}
	file := filepath.Base(d.Store.Path()) + " — " + filepath.Dir(d.Store.Path())
	if said := d.Copies.Say(); said != "" {
		file = said + " · " + file
	}
	s.file.SetText(file)
	s.state.SetText(s.text(false))
	id := "ui.status.hint"
	if s.narrow {
		id = "ui.status.hint.short"
	}
	s.hint.SetText(d.T(id, "Percent", s.percent))
	s.content.Refresh()
}

// text says how the file is, in few words where all is well; what keeps it from being written
// has a mark. Of no file it says nothing.
func (s *status) text(short bool) string {
	d := s.desk
	if d.Store == nil {
		return ""
	}
	if r := s.remark; r != nil && r.mark == app.MarkWarning && d.Store.Present(d.Ctx()) == nil {
		return r.mark.Before(r.said(short))
	}
	if holder, held := d.Store.HeldBy(); held {
		return app.MarkWarning.Before(d.T("ui.status.held", "Who", holder.User, "Host", holder.Host,
			"Since", holder.Since.In(d.Now().Location()).Format("02.01.2006 15:04")))
	}
	switch {
	case d.Store.Present(d.Ctx()) != nil:
		return app.MarkError.Before(d.T("ui.status.gone"))
	case d.Store.ManyNames():
		return app.MarkWarning.Before(d.T("ui.status.many_names"))
	case d.Store.ReadOnly():
		return app.MarkWarning.Before(d.T("ui.status.read_only"))
	}
	if refused := s.refused(); refused != "" {
		return app.MarkWarning.Before(refused)
	}
	switch {
	case s.remark != nil:
		return s.remark.mark.Before(s.remark.said(short))
	case s.saved.IsZero() && short:
		return app.MarkReady.Before(d.T("ui.status.unchanged.short"))
	case s.saved.IsZero():
		return app.MarkReady.Before(d.T("ui.status.unchanged"))
	}
	return app.MarkReady.Before(d.T("ui.status.saved", "At", s.saved.Format("15:04")))
}
