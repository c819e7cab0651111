package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
)

// SetNone says what stands in place of a list that has no rows at all: what belongs there, what
// it is for, and what to do about it.
func (l *List) SetNone(title, text string, buttons ...*Button) {
	l.none = noneSaid{title, text, buttons}
	l.follow()
}

// noneSaid is what stands in place of a list without rows.
type noneSaid struct {
	title, text string
	buttons     []*Button
}

// SearchBy has the list searched by a filter: it shows what is searched, and is emptied when all
// is to be shown again.
func (l *List) SearchBy(f *Filter) {
	l.search = f
	f.SetText(l.state.Query)
}

// Bare reports whether the list has no rows at all, whatever is searched.
func (l *List) Bare() bool {
	_, all := l.Table.Len()
	return all == 0
}

// showEmpty says in place of rows why there are none: nothing belongs there yet, or the search
// and the conditions leave nothing, which a button takes back.
func (l *List) showEmpty() {
	shown, _ := l.Table.Len()
	l.empty.Hidden = true
	switch {
	case shown > 0 || l.plain:
	case l.Bare() && l.none.title != "":
		l.say(l.none)
	case !l.Bare() && l.Narrowed():
		l.say(noneSaid{l.nothingFound(), "", []*Button{l.wider}})
	}
	l.Table.Hidden = !l.empty.Hidden && l.Bare()
}

func (l *List) say(said noneSaid) {
	l.empty.Hidden = false
	if !l.empty.says(said) {
		l.empty.Say(said.title, said.text, said.buttons...)
	}
}

// nothingFound is «Ничего не найдено по „геном“».
func (l *List) nothingFound() string {
	switch query := app.Clean(l.state.Query); {
	case query != "" && l.Conditions() > 0:
		return l.t("ui.list.nothing_both", "What", query)
	case query != "":
		return l.t("ui.list.nothing_found", "What", query)
	}
	return l.t("ui.list.nothing_left")
}

// widen shows all rows again, the keyboard among them.
func (l *List) widen() {
	l.ShowAll()
	l.Focus()
}

// Focus gives the keyboard to the rows or, where there are none, to what can be done about that.
func (l *List) Focus() {
	c := l.canvas()
	switch {
	case c == nil:
	case l.empty.Visible() && len(l.empty.buttons) > 0:
		c.Focus(l.empty.buttons[0])
	case l.Table.Visible():
		c.Focus(l.Table)
	}
}

// newWider makes the button that takes the search and the conditions back.
func (l *List) newWider() *Button {
	b := NewTool(l.t("ui.list.widen"), theme.ContentUndoIcon(), l.widen)
	b.OnEscape = l.widen
	return b
}

// placeEmpty puts the words over the rows: under the heads of columns while the conditions are to
// be read there, else in place of all.
func (l *List) placeEmpty(top, high, wide float32) {
	if l.empty.Hidden {
		return
	}
	if l.Table.Visible() && len(l.Table.widths) == len(l.Table.layout) {
		head := l.Table.head.height()
		top, high = top+head, high-head-l.Table.foot.height()
	}
	l.empty.Move(fyne.NewPos(0, top))
	l.empty.Resize(fyne.NewSize(wide, max(0, high)))
}
