package place

import (
	"math"
	"math/big"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// leverRow is a lever on the screen: what it is, how much of it there is, and how much more, typed
// or moved.
type leverRow struct {
	desk    *desk.Desk
	lever   lever
	more    *big.Rat // as it was typed, or so many steps
	step    *big.Rat // of the slider
	title   *kit.Line
	was     *kit.Line
	entry   *kit.Entry
	slider  *kit.Slider
	shown   fyne.CanvasObject
	changed func()
	writing bool // the program writes: nobody is told
}

func newLeverRow(d *desk.Desk, l lever, changed func()) *leverRow {
	r := &leverRow{desk: d, lever: l, more: new(big.Rat), changed: changed}
	r.title = kit.NewLine(kit.ColorText, theme.SizeNameText)
	r.was = kit.NewWords("", kit.ColorMuted, theme.SizeNameCaptionText)
	r.entry = kit.NewEntry(func(string) { r.typed() })
	r.entry.OnChanged = func(string) { r.typed() }
	var below, above int
	r.step, below, above = l.steps()
	r.slider = kit.NewSlider(below, above)
	r.slider.OnChanged = r.moved
	head := container.NewBorder(nil, nil, nil, container.NewCenter(r.was), container.New(middle{}, r.title)) // the unit stands at the end of the title
	more := kit.Chars(7, r.entry)
	r.shown = container.New(layout.NewCustomPaddedVBoxLayout(0), head, container.New(layout.NewBorderLayout(nil, nil, nil, more), more, r.slider))
	r.follow(l)
	r.write()
	return r
}

// follow shows a lever as it is in the records now.
func (r *leverRow) follow(l lever) {
	r.lever = l
	d := r.desk
	title := l.title.In(d.Lang)
	if unit := l.unit.In(d.Lang); unit != "" {
		title += ", " + unit
	}
	r.title.SetText(title)
	from := "—"
	if l.from != nil {
		from = formula.Write(l.from, l.digits, d.Lang)
	}
	r.was.SetText(d.T("ui.place.lever_was", "Value", from))
}

// set moves the lever by an amount.
func (r *leverRow) set(more *big.Rat) {
	r.more = more
	r.write()
}

// write shows the amount at the entry and the slider.
func (r *leverRow) write() {
	r.writing = true
	defer func() { r.writing = false }()
	r.entry.SetText(moreText(r.more, r.desk.Lang))
	r.slide()
}

// moreText writes how much more there is, with its sign: of nothing too, for a bare nought in the field looks as
// if the figure itself was none.
func moreText(more *big.Rat, lang app.Lang) string {
	text := formula.WriteExact(more, 0, lang)
	if more.Sign() >= 0 {
		return "+" + text
	}
	return text
}

// slide puts the slider where the amount is, or at its end.
func (r *leverRow) slide() {
	at, _ := new(big.Rat).Quo(r.more, r.step).Float64()
	r.slider.SetValue(min(max(at, r.slider.Min), r.slider.Max))
}

// moved follows the slider.
func (r *leverRow) moved(at float64) {
	if r.writing {
		return
	}
	r.more = new(big.Rat).Mul(r.step, new(big.Rat).SetInt64(int64(math.Round(at))))
	r.write()
	r.changed()
}

// amountScale is the finest amount that can be typed, in parts of one.
const amountScale = 1_000_000

// typed follows the entry: what is no number yet changes nothing.
func (r *leverRow) typed() {
	if r.writing {
		return
	}
	text := strings.TrimSpace(r.entry.Text)
	n, ok := app.ParseTyped(text, amountScale, r.desk.Lang)
	if text == "" {
		n, ok = 0, true
	}
	if !ok {
		return
	}
	more := big.NewRat(n, amountScale)
	if more.Cmp(r.more) == 0 {
		return
	}
	r.more = more
	r.writing = true
	r.slide()
	r.writing = false
	r.changed()
}

// middle is a layout: one line in the middle of the height, over the whole width.
type middle struct{}

// Layout is called by the toolkit.
func (middle) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	for _, o := range objects {
		high := o.MinSize().Height
		o.Move(fyne.NewPos(0, (room.Height-high)/2))
		o.Resize(fyne.NewSize(room.Width, high))
	}
}

// MinSize is called by the toolkit.
func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}
