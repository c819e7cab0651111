package ui

import "technopark/app"

// remark is what the foot says once of what was just done: a step undone, another year that a link led to,
// what an earlier run had left. It belongs to the place where it was said, and what is done next lets it go.
type remark struct {
	mark app.Mark
	said func(short bool) string // in the language of the moment; in a few words where there is little room
	on   stop                    // where it was said
}

// sayAtFoot says something at the foot, until another place is shown, another year is chosen or something is changed.
func (w *Window) sayAtFoot(mark app.Mark, said func(short bool) string) {
	w.status.remark = &remark{mark: mark, said: said, on: w.standing()}
	w.tellFoot()
}

// letGo takes back what the foot said of what was done before; nothing is done where it said nothing.
func (w *Window) letGo() {
	if w.status.remark != nil {
		w.status.remark = nil
		w.tellFoot()
	}
}

// letGoElsewhere takes it back where it was said in another place than that in view.
func (w *Window) letGoElsewhere() {
	if r := w.status.remark; r != nil && r.on != w.standing() {
		w.letGo()
	}
}

func (w *Window) tellFoot() {
	w.status.refresh()
	w.header.refreshState()
}

// standing returns the place in view.
func (w *Window) standing() stop { return stop{w.shown, w.cardShown()} }
