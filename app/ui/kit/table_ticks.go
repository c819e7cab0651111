package kit

import "fyne.io/fyne/v2"

// ticking reports whether rows can be ticked.
func (t *Table) ticking() bool { return t.list != nil && t.list.ticks }

// Ticked returns the ids of the ticked rows that are shown, from the top. What a filter hides
// stays ticked, but nothing is done with rows that nobody sees.
func (t *Table) Ticked() []int64 {
	var ids []int64
	for _, row := range t.shown {
		if r := t.grid.rows[row]; !r.Heading && t.state.Ticked[r.ID] {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// hiddenTicks returns how many ticked rows are there and not shown.
func (t *Table) hiddenTicks() int {
	there := 0
	for _, row := range t.grid.rows {
		if !row.Heading && t.state.Ticked[row.ID] {
			there++
		}
	}
	return there - len(t.Ticked())
}

// Tick ticks rows and no others.
func (t *Table) Tick(ids ...int64) {
	clear(t.state.Ticked)
	for _, id := range ids {
		t.state.Ticked[id] = true
	}
	t.ticked()
}

// tickAt turns the tick of the row at a position round and begins a range there.
func (t *Table) tickAt(at int) {
	if at < 0 || at >= len(t.shown) || t.headingAt(at) {
		return
	}
	id := t.grid.rows[t.shown[at]].ID
	if t.state.Ticked[id] {
		delete(t.state.Ticked, id)
	} else {
		t.state.Ticked[id] = true
	}
	t.anchor = id
	t.ticked()
}

// tickTo ticks the rows from where the range began to the position, and makes that the
// selected one. A range that grows shorter leaves behind what it had ticked.
func (t *Table) tickTo(at int) {
	if at < 0 || at >= len(t.shown) || t.headingAt(at) {
		return
	}
	from := t.position(t.anchor)
	if from < 0 {
		from = max(0, t.position(t.state.Selected))
		t.anchor = t.grid.rows[t.shown[from]].ID
	}
	if was := t.position(t.state.Selected); was >= 0 {
		t.tickRange(from, was, false)
	}
	t.tickRange(from, at, true)
	t.choose(at)
	t.ticked()
}

func (t *Table) tickRange(from, to int, on bool) {
	for at := min(from, to); at <= max(from, to); at++ {
		switch id := t.grid.rows[t.shown[at]].ID; {
		case t.headingAt(at):
		case on:
			t.state.Ticked[id] = true
		default:
			delete(t.state.Ticked, id)
		}
	}
}

// tickAll ticks all shown rows; when they are, it unticks them.
func (t *Table) tickAll() {
	shown := t.Shown()
	all := len(t.Ticked()) == len(shown)
	for _, id := range shown {
		if all {
			delete(t.state.Ticked, id)
		} else {
			t.state.Ticked[id] = true
		}
	}
	t.ticked()
}

// untick takes all ticks away; false when there were none, or they are an answer to be given.
func (t *Table) untick() bool {
	if !t.ticking() || t.list.plain || len(t.Ticked()) == 0 && t.hiddenTicks() == 0 {
		return false
	}
	t.Tick()
	return true
}

// ticked shows the ticks as they are now.
func (t *Table) ticked() {
	t.head.Refresh()
	t.body.draw()
	if t.list != nil {
		t.list.follow()
	}
	t.reveal() // the bar of ticked rows may have covered it
}

// tickWidth is the width of the column of ticks, 0 when there is none.
func (t *Table) tickWidth() float32 {
	if !t.ticking() {
		return 0
	}
	return Size(SizeRow)
}

// clicked is what a click on a row does besides selecting it: it ticks in the column of ticks
// and with Ctrl, a range with Shift. It reports whether that was all.
func (t *Table) clicked(at int, x float32, modifier fyne.KeyModifier) bool {
	switch {
	case !t.ticking():
		return false
	case modifier&fyne.KeyModifierShift != 0:
		t.tickTo(at)
	case modifier&fyne.KeyModifierControl != 0 || x-t.frozenAt() < t.tickWidth():
		t.tickAt(at)
		t.choose(at)
	default:
		t.anchor = 0
		return false
	}
	return true
}
