package place

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/reports"
	"technopark/reports/doc"
)

// answer is where the park stands, why, and what is missing: the left half of the screen.
type answer struct {
	desk *desk.Desk
	seen *desk.Stand // that is shown; nil while there is none

	notice *kit.Marked // of the method, and what the park is compared with
	index  *kit.Line   // the one large figure
	group  *kit.Line
	place  *kit.Line
	scale  *drawing
	top    *fyne.Container
	sure   *kit.Marked
	subs   *subindices
	strong *reasons
	weak   *reasons
	pair   *fyne.Container
	lacks  *lacks
	scroll *kit.Scroll
}

func newAnswer(d *desk.Desk) *answer {
	a := &answer{desk: d, notice: kit.NewMarked(), scale: newDrawing(nil), sure: kit.NewMarked()}
	a.index = kit.NewWords("", kit.ColorText, kit.SizeFigure)
	a.group = kit.NewWords("", kit.ColorText, theme.SizeNameText)
	a.place = kit.NewWords("", kit.ColorMuted, theme.SizeNameText)
	a.index.Bold, a.group.Bold = true, true
	a.top = container.New(&top{}, a.index, a.group, a.place, a.scale)
	a.subs = newSubindices(d)
	a.strong, a.weak = newReasons(d), newReasons(d)
	a.pair = container.New(&beside{least: 260}, a.strong.block, a.weak.block)
	a.lacks = newLacks(d)
	a.scroll = newColumn(a.notice, a.top, a.sure, a.subs.grid, a.pair, a.lacks.block)
	for _, g := range a.grids() {
		g.OnReveal = func(g *kit.Grid, top, bottom float32) { kit.RevealIn(&a.scroll.Scroll, g, top, bottom) }
	}
	return a
}

// grids returns what of it takes the keyboard.
func (a *answer) grids() []*kit.Grid {
	return []*kit.Grid{a.subs.grid, a.strong.grid, a.weak.grid, a.lacks.grid}
}

// show shows a standing; nil, or one that was refused, hides all but why.
func (a *answer) show(seen *desk.Stand) {
	a.seen = seen
	there := seen != nil && seen.Standing != nil
	for _, o := range []fyne.CanvasObject{a.top, a.sure, a.subs.grid, a.pair, a.lacks.block} {
		if there {
			o.Show()
		} else {
			o.Hide()
		}
	}
	switch {
	case seen == nil:
		a.notice.SetText(a.desk.WhyNothing())
	case !there:
		a.notice.SetText(app.MarkWarning.Before(a.desk.Say(seen.Refused)))
	default:
		a.fill()
	}
	a.scroll.Content.Refresh()
	a.scroll.Refresh()
}

func (a *answer) fill() {
	s := a.seen
	a.notice.SetText(a.noticeText())
	a.showTop()
	a.showDoubt()
	a.subs.show(s)
	a.strong.show(s.Strengths(reasonsShown), "ui.place.strong")
	a.weak.show(s.Weaknesses(reasonsShown), "ui.place.weak")
	a.lacks.show(s)
}

// notesShown is how many notes are told of what is not compared: there may be one for each figure
// of a table that was taken in.
const notesShown = 2

// noticeText says by which method and against what the park is told.
func (a *answer) noticeText() string {
	d, s := a.desk, a.seen
	text := groundText(d, s)
	if !s.Method.Official {
		text = app.MarkWarning.Before(s.Method.Notice.In(d.Lang) + ". " + text)
	}
	for i, note := range s.Known.Notes {
		if left := len(s.Known.Notes) - i; i == notesShown && left > 1 {
			text += "\n" + app.MarkWarning.Before(d.N("ui.place.more_notes", left))
			break
		}
		text += "\n" + app.MarkWarning.Before(capital(note.In(d.Lang))+".")
	}
	return d.WithRemarks(text, app.ProfileMethod)
}

// showTop writes the figure, the group and the place.
func (a *answer) showTop() {
	d, s := a.desk, a.seen
	is := s.Is()
	a.index.SetText("")
	if is.Index.Known {
		a.index.SetText(s.IndexText(is.Index, d.Lang))
	}
	a.group.SetText(capital(s.Group(is.Group, d.Lang)))
	a.place.SetText(d.PlaceText(s))
	scale, known := reports.GroupScale(s.Standing, d.Lang)
	a.scale.Hidden = !known
	a.scale.set(func(width, _ float64) doc.Drawing { return scale.Draw(width) })
}

// showDoubt says how sure the place is, once that is known.
func (a *answer) showDoubt() {
	d := a.desk
	a.sure.Hidden = a.seen.Is().Place == 0
	if a.sure.Hidden {
		return
	}
	doubt, text := d.Doubt(), ""
	switch {
	case doubt == nil:
	case doubt.Refused != nil:
		text = d.Say(doubt.Refused)
	case doubt.Doubt != nil:
		text = doubt.Words(d.Lang) + "."
	}
	a.sure.SetHeaded(d.T("ui.place.sure"), d.Noted(text, desk.ToDoubt))
}
