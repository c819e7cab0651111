package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// tableFoot draws what stands under the columns: sums and means over the shown rows. It stays
// at the foot of the view.
type tableFoot struct {
	widget.BaseWidget
	table  *Table
	totals []total // by column; those not shown are empty
	rows   []int   // that are added up
	part   bool    // quarters are left out of them
}

func newTableFoot(t *Table) *tableFoot {
	f := &tableFoot{table: t}
	f.ExtendBaseWidget(f)
	return f
}

// count adds the shown columns up.
func (f *tableFoot) count() {
	t := f.table
	f.totals = make([]total, len(t.grid.columns))
	if t.list == nil {
		return
	}
	f.rows, f.part = wholes(t.grid.rows, t.shown)
	for _, column := range t.layout {
		if figures := t.grid.columns[column].Figures; figures != nil {
			f.totals[column] = totalOf(figures, t.grid.rows, f.rows, column)
		}
	}
}

// height is that of a row where some shown column has a sum at all, else nothing. In a low
// window the bar of ticked rows stands in its place.
func (f *tableFoot) height() float32 {
	t := f.table
	if t.list == nil || t.list.low() && t.list.bar.content.Visible() {
		return 0
	}
	for _, column := range t.layout {
		if figures := t.grid.columns[column].Figures; figures != nil && figures.Total != app.NoTotal {
			if t.list.low() {
				return Size(SizeStatus)
			}
			return Size(SizeRow)
		}
	}
	return 0
}

// narrowest is the least width in which what stands under a column can be read whole.
func (f *tableFoot) narrowest(column int) float32 {
	said := f.said(column)
	if len(said) == 0 {
		return 0
	}
	return width(said[len(said)-1], Size(theme.SizeNameText), fyne.TextStyle{Bold: true})
}

// said returns what can stand under a column, the fullest wording first: «7 318,25 м², нет 3».
func (f *tableFoot) said(column int) []string {
	if column >= len(f.totals) || f.totals[column].kind == app.NoTotal {
		return nil
	}
	t := f.table
	return t.list.totalWords(f.totals[column], t.grid.columns[column].Figures, t.grid.survey(column).decimals)
}

// Texts returns what stands under the shown columns, «» under those without a total.
func (f *tableFoot) texts() []string {
	t := f.table
	texts := make([]string, len(t.layout))
	for i, column := range t.layout {
		said := f.said(column)
		for n, text := range said {
			texts[i] = text
			if n == len(said)-1 || width(text, Size(theme.SizeNameText), fyne.TextStyle{Bold: true}) <= t.widths[i]-2*cellPadding {
				break
			}
		}
	}
	return texts
}

// MinSize is the table's to say.
func (f *tableFoot) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

// CreateRenderer is called by the toolkit.
func (f *tableFoot) CreateRenderer() fyne.WidgetRenderer {
	r := &footRenderer{foot: f}
	r.build()
	return r
}

type footRenderer struct {
	foot    *tableFoot
	objects []fyne.CanvasObject
}

func (r *footRenderer) Layout(fyne.Size)             { r.build() }
func (r *footRenderer) MinSize() fyne.Size           { return r.foot.MinSize() }
func (r *footRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *footRenderer) Destroy()                     {}
func (r *footRenderer) Refresh()                     { r.build(); canvas.Refresh(r.foot) }

func (r *footRenderer) build() {
	r.objects = nil
	t := r.foot.table
	if r.foot.height() == 0 || len(t.widths) != len(t.layout) {
		return
	}
	r.block(ColorPanel, 0, r.foot.Size().Width)
	line := canvas.NewRectangle(Colour(theme.ColorNameInputBorder))
	line.Resize(fyne.NewSize(r.foot.Size().Width, 1))
	texts := r.foot.texts()
	x := t.tickWidth() + t.widths[0]
	for i := 1; i < len(texts); i++ {
		r.text(texts[i], i, x, t.widths[i])
		x += t.widths[i]
	}
	at := t.frozenAt()
	if at > 0 {
		r.block(ColorPanel, at, t.tickWidth()+t.widths[0])
	}
	r.label(t.list.totalLabel(), texts, at)
	r.objects = append(r.objects, line)
}

func (r *footRenderer) block(colour fyne.ThemeColorName, x, wide float32) {
	back := canvas.NewRectangle(Colour(colour))
	back.Move(fyne.NewPos(x, 0))
	back.Resize(fyne.NewSize(wide, r.foot.Size().Height))
	r.objects = append(r.objects, back)
}

// label draws what stands before the sums. Until the table is scrolled across it may reach over
// the columns that have none.
func (r *footRenderer) label(text string, texts []string, at float32) {
	t := r.foot.table
	wide := t.widths[0]
	alone := at > 0 || t.grid.columns[t.layout[0]].Right
	for i := 1; i < len(texts) && texts[i] == "" && !alone; i++ {
		wide += t.widths[i]
	}
	r.text(text, 0, at+t.tickWidth(), wide)
}

// text draws what stands under a column, in the width there is for it. A figure is shown whole
// or not at all; the label may be cut.
func (r *footRenderer) text(text string, i int, x, wide float32) {
	if text == "" {
		return
	}
	t := r.foot.table
	style := fyne.TextStyle{Bold: true}
	part := span{left: x + cellPadding, right: x + wide - cellPadding}
	if t.grid.columns[t.layout[i]].Right {
		part = t.span(i, x)
		text = part.figure(text, style)
	} else {
		text = fit(text, part.room(), Size(theme.SizeNameText), style)
	}
	drawn := NewText(text, theme.ColorNameForeground, theme.SizeNameText)
	drawn.TextStyle = style
	if t.grid.columns[t.layout[i]].Right {
		drawn.Alignment = fyne.TextAlignTrailing
	}
	height := drawn.MinSize().Height
	drawn.Move(fyne.NewPos(part.left, (r.foot.Size().Height-height)/2))
	drawn.Resize(fyne.NewSize(part.room(), height))
	r.objects = append(r.objects, drawn)
}
