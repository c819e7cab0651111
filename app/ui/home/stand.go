package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// stand is where the park stands in the rating: the index, the one large figure, group and place.
type stand struct {
	screen *Screen
	index  *kit.Line
	group  *kit.Line
	place  *kit.Line
	box    *fyne.Container
	block  *kit.Block
}

func newStand(s *Screen) *stand {
	d := s.desk
	a := &stand{screen: s}
	a.index = kit.NewWords("", kit.ColorText, kit.SizeFigure)
	a.group, a.place = kit.NewLine(kit.ColorText, theme.SizeNameText), kit.NewLine(kit.ColorMuted, theme.SizeNameText)
	a.index.Bold, a.group.Bold = true, true
	words := container.New(layout.NewCustomPaddedVBoxLayout(0), a.group, a.place)
	a.box = container.NewBorder(nil, nil, a.index, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 12, 0), words))
	link := kit.NewLink(d.T("ui.home.details"), func() { d.Navigate("place") })
	link.OnFocus = func() { kit.Reveal(&s.scroll.Scroll, link, link) }
	link.OnEscape = s.FocusList
	a.block = kit.NewBlock(d.T("ui.place.title"), a.box, link)
	return a
}

// show shows a standing; where there is none yet, or it was refused, why.
func (a *stand) show(seen *desk.Stand) {
	d := a.screen.desk
	index, group, place := "", "", ""
	switch {
	case seen == nil:
		place = d.WhyNothing()
	case seen.Standing == nil:
		place = app.MarkWarning.Before(d.Say(seen.Refused))
	default:
		is := seen.Is()
		if is.Index.Known {
			index = seen.IndexText(is.Index, d.Lang)
		}
		group = seen.Group(is.Group, d.Lang)
		place = d.PlaceText(seen)
	}
	a.index.SetText(index)
	a.group.SetText(group)
	a.place.SetText(place)
	a.box.Refresh()
	a.block.Refresh()
}
