package manual

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"technopark/app/guide"
	"technopark/app/ui/kit"
)

// table is cells under heads; where there is no room for its columns a row becomes the lines of its
// cells.
type table struct {
	rows   [][]*prose
	ground *canvas.Rectangle // of the head
	lines  []*canvas.Rectangle
}

func (s *sheet) newTable(b guide.Block) *table {
	t := &table{ground: canvas.NewRectangle(nil)}
	for i, row := range b.Rows {
		var cells []*prose
		for _, cell := range row {
			cells = append(cells, newProse(cell, theme.SizeNameText, i == 0, s.link))
		}
		t.rows = append(t.rows, cells)
		t.lines = append(t.lines, canvas.NewRectangle(nil))
	}
	return t
}

func (t *table) objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{t.ground}
	for i, row := range t.rows {
		all = append(all, t.lines[i])
		for _, cell := range row {
			all = append(all, cell)
		}
	}
	return all
}

func (t *table) links() []*kit.Link {
	var all []*kit.Link
	for _, row := range t.rows {
		for _, cell := range row {
			all = append(all, cell.links()...)
		}
	}
	return all
}

func (t *table) before() float32 { return kit.Size(kit.SpaceNear) }

// leastColumn is how narrow a column may be, in letters.
const leastColumn = 9

func (t *table) place(top, width float32) float32 {
	edge := kit.Size(kit.SpaceNear)
	columns := t.columns(width)
	y := top
	for i, row := range t.rows {
		begin, high := y, float32(0)
		y += kit.Size(kit.SpaceInside)
		x, down := float32(0), float32(0)
		for k, cell := range row {
			room := width - 2*edge
			if columns != nil {
				room = columns[k] - 2*edge
			}
			cellHigh := cell.set(room)
			cell.Move(fyne.NewPos(x+edge, y+down))
			cell.Resize(fyne.NewSize(room, cellHigh))
			if columns == nil {
				down += cellHigh
				high = down
				continue
			}
			x += columns[k]
			high = max(high, cellHigh)
		}
		y += high + kit.Size(kit.SpaceInside)
		t.lines[i].FillColor = kit.Colour(kit.ColorLine)
		t.lines[i].Move(fyne.NewPos(0, y-1))
		t.lines[i].Resize(fyne.NewSize(width, 1))
		if i == 0 {
			t.ground.FillColor = kit.Colour(kit.ColorPanel)
			t.ground.Move(fyne.NewPos(0, begin))
			t.ground.Resize(fyne.NewSize(width, y-begin))
		}
	}
	return y - top
}

// columns divides a width among the columns: what is narrow gets what it needs, the rest shares what is
// left by how much it has to say; nil when they would be too narrow to be read.
func (t *table) columns(width float32) []float32 {
	edge := 2 * kit.Size(kit.SpaceNear)
	var need []float32
	for k := range t.rows[0] {
		most := float32(0)
		for _, row := range t.rows {
			most = max(most, row[k].natural()+edge+1)
		}
		need = append(need, most)
	}
	given := make([]float32, len(need))
	left, open := width, len(need)
	for again := true; again && open > 0; { // who needs less than an equal share leaves the rest to others
		again = false
		share := left / float32(open)
		for k, n := range need {
			if given[k] == 0 && n <= share {
				given[k], left, open, again = n, left-n, open-1, true
			}
		}
	}
	wanted := float32(0)
	for k, n := range need {
		if given[k] == 0 {
			wanted += n
		}
	}
	for k, n := range need {
		if given[k] == 0 {
			given[k] = left * (0.5/float32(open) + 0.5*n/wanted)
		}
	}
	if least := leastColumn * kit.Size(theme.SizeNameText) * 0.6; slices.ContainsFunc(need, func(n float32) bool { return n > least }) && slices.Min(given) < min(least, slices.Min(need)) {
		return nil
	}
	return given
}
