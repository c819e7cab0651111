package place

import (
	"math/big"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/standing"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// whatIf tries changes in a scratch copy: index, group and place follow at once, the records
// stay as they are.
type whatIf struct {
	desk *desk.Desk
	seen *desk.Stand // that is changed; nil while there is none
	of   choice      // of which the rows are

	offeredOf *desk.Stand // what is offered is of it
	offeredBy *desk.Reach

	rows   []*leverRow
	own    int // rows that were added, after those that are offered
	levers *fyne.Container
	block  *kit.Block
	result *kit.Line
	now    *kit.Marked
	box    fyne.CanvasObject
	goals  *goals
	scroll *kit.Scroll
	kept   *scenarios

	turn int    // of the trial last begun: an older one is thrown away
	stop func() // stops a trial that waits for the slider to rest
}

// choice is the park and year that are in view.
type choice struct {
	store any
	park  int64
	year  int
}

func newWhatIf(d *desk.Desk) *whatIf {
	w := &whatIf{desk: d, stop: func() {}, kept: newScenarios(d)}
	w.kept.whatIf = w
	reset := kit.NewLink(d.T("ui.place.reset"), w.reset)
	w.levers = container.New(stacked{kit.SpaceInside})
	inside := container.New(stacked{kit.SpaceNear}, w.kept.shown, w.levers, w.addLink())
	w.block = kit.NewBlock(d.T("ui.place.what_if"), inside, reset)
	w.result = kit.NewLine(kit.ColorText, theme.SizeNameText)
	w.result.Bold = true
	w.now = kit.NewMarked()
	lines := container.New(stacked{kit.SpaceHair}, container.New(inset{}, w.result), w.now)
	w.box = container.NewStack(kit.NewGround(kit.ColorSelected, ""), lines)
	w.goals = newGoals(d, w.take)
	w.scroll = newColumn(w.block, w.box, w.goals.block, w.goals.margin)
	reset.OnFocus = func() { kit.RevealIn(&w.scroll.Scroll, reset, 0, reset.Size().Height) }
	w.goals.grid.OnReveal = func(g *kit.Grid, top, bottom float32) { kit.RevealIn(&w.scroll.Scroll, g, top, bottom) }
	return w
}

// addLink asks for a further change; it stands right in its row.
func (w *whatIf) addLink() fyne.CanvasObject {
	add := kit.NewLink(w.desk.T("ui.place.add_change"), w.onAdd)
	add.OnFocus = func() { kit.RevealIn(&w.scroll.Scroll, add, 0, add.Size().Height) }
	return container.NewHBox(add)
}

// show follows the records: what was moved stays moved, from where the records are now.
func (w *whatIf) show(seen *desk.Stand) {
	d := w.desk
	w.seen = seen
	there := seen != nil && seen.Standing != nil
	for _, o := range []fyne.CanvasObject{w.block, w.box, w.goals.block, w.goals.margin} {
		if there {
			o.Show()
		} else {
			o.Hide()
		}
	}
	if there {
		if of := (choice{d.Store, d.Park, d.Year}); w.of != of {
			w.of = of
			w.clear()
			w.kept.chosen = 0
		}
		w.kept.show()
		w.offer()
		w.kept.tryWanted()
		w.followRows()
		w.goals.show(seen, d.Reach())
		w.try()
	}
	w.scroll.Content.Refresh()
	w.scroll.Refresh()
}

// clear takes away all levers.
func (w *whatIf) clear() {
	w.rows, w.own = nil, 0
	w.levers.Objects = nil
}

// touched reports whether something was moved or added.
func (w *whatIf) touched() bool {
	for _, r := range w.rows {
		if r.more.Sign() != 0 {
			return true
		}
	}
	return w.own > 0
}

// offer shows the levers that fit the goal, until somebody moves one.
func (w *whatIf) offer() {
	if w.touched() || w.typing() {
		return
	}
	reach := w.desk.Reach()
	if len(w.rows) > 0 && w.offeredOf == w.seen && w.offeredBy == reach {
		return
	}
	w.offeredOf, w.offeredBy = w.seen, reach
	levers := offered(w.seen, reach)
	if len(levers) == len(w.rows) {
		same := true
		for i, l := range levers {
			same = same && w.rows[i].lever.key == l.key
		}
		if same {
			return
		}
	}
	w.clear()
	for _, l := range levers {
		w.append(l)
	}
}

// typing reports whether a lever has the keyboard: it is not to be taken away under the hands.
func (w *whatIf) typing() bool {
	focused := w.desk.Window.Canvas().Focused()
	for _, r := range w.rows {
		if focused == fyne.Focusable(r.entry) || focused == fyne.Focusable(r.slider) {
			return true
		}
	}
	return false
}

// append shows one more lever.
func (w *whatIf) append(l lever) *leverRow {
	r := newLeverRow(w.desk, l, w.changed)
	reveal := func() { kit.RevealIn(&w.scroll.Scroll, r.shown, 0, r.shown.Size().Height) }
	r.entry.OnFocus, r.slider.OnFocus = reveal, reveal
	w.rows = append(w.rows, r)
	w.levers.Add(r.shown)
	return r
}

// followRows shows the levers as they are in the records now; one that is gone is taken away.
func (w *whatIf) followRows() {
	for i := len(w.rows) - 1; i >= 0; i-- {
		r := w.rows[i]
		l, there := leverOf(w.desk, w.seen, r.lever.key)
		if there {
			l.reach = r.lever.reach
			r.follow(l)
			continue
		}
		w.rows = append(w.rows[:i:i], w.rows[i+1:]...)
		w.levers.Remove(r.shown)
		w.own = min(w.own, len(w.rows))
	}
}

// row returns the row of a lever, shown anew where it is not yet.
func (w *whatIf) row(l lever) *leverRow {
	for _, r := range w.rows {
		if r.lever.key == l.key {
			return r
		}
	}
	w.own++
	return w.append(l)
}

// take moves one lever by an amount: that of an answer.
func (w *whatIf) take(l lever, more *big.Rat) {
	r := w.row(l)
	r.set(more)
	w.changed()
	w.scroll.Content.Refresh()
}

// reset takes back all that was tried.
func (w *whatIf) reset() {
	w.clear()
	w.offer()
	w.kept.forget()
	w.changed()
	w.scroll.Content.Refresh()
	w.scroll.Refresh()
}

// pause is how long a trial waits for the slider to rest.
const pause = 150 * time.Millisecond

// changed tries what the levers say now, once they rest.
func (w *whatIf) changed() {
	w.kept.allow()
	w.stop()
	w.stop = w.desk.Tasks.After(pause, w.try)
}

// scenario is what the levers say.
func (w *whatIf) scenario() standing.Scenario {
	var s standing.Scenario
	for _, r := range w.rows {
		if r.more.Sign() != 0 {
			r.lever.add(&s, r.more)
		}
	}
	return s
}

// lines are what the levers say, as they are kept.
func (w *whatIf) lines() []app.ScenarioChange {
	var all []app.ScenarioChange
	for _, r := range w.rows {
		if r.more.Sign() != 0 {
			all = append(all, app.ScenarioChange{What: r.lever.key, More: r.more.RatString()})
		}
	}
	return all
}

// try has the index computed beside the window and shows it.
func (w *whatIf) try() {
	if w.seen == nil || w.seen.Standing == nil {
		return
	}
	w.turn++
	turn, seen, scenario := w.turn, w.seen, w.scenario()
	if scenario.Empty() {
		w.showTrial(seen, nil, nil)
		return
	}
	var trial *standing.Trial
	w.desk.Tasks.Quietly(func() (err error) {
		trial, err = seen.Try(scenario)
		return err
	}, func(err error) {
		if turn == w.turn {
			w.showTrial(seen, trial, err)
		}
	})
}

// showTrial says where the park would stand, and where it stands.
func (w *whatIf) showTrial(seen *desk.Stand, trial *standing.Trial, err error) {
	d := w.desk
	is := seen.Is()
	switch {
	case err != nil:
		w.result.SetText(d.T("ui.place.cannot_try"))
		w.now.SetText(app.MarkWarning.Before(d.Say(err)))
	case trial == nil:
		w.result.SetText(capital(standText(d, seen, is)))
		w.now.SetText(d.T("ui.place.nothing_tried"))
	default:
		w.result.SetText(capital(standText(d, seen, trial.ParkPosition)))
		w.now.SetText(triedText(d, seen, trial))
	}
	w.box.Refresh()
}

// movedShown is how many indicators are told of that a trial moves.
const movedShown = 3

// triedText says which indicators a trial moves, which is all there is to see while there is no index,
// and where the park stands now.
func triedText(d *desk.Desk, seen *desk.Stand, trial *standing.Trial) string {
	var lines []string
	for i, m := range trial.Moved {
		if left := len(trial.Moved) - i; i == movedShown && left > 1 {
			lines = append(lines, d.N("ui.place.moved_more", left))
			break
		}
		lines = append(lines, m.Words(d.Lang))
	}
	last := d.T("ui.place.tried_only")
	if is := seen.Is(); is.Index.Known || trial.Index.Known {
		last = d.T("ui.place.tried", "Now", standText(d, seen, is))
	}
	return strings.Join(append(lines, last), "\n")
}

// standText says where a park stands in one line: «индекс 109,2 % · группа II · 7-е место».
func standText(d *desk.Desk, s *desk.Stand, p rating.ParkPosition) string {
	if !p.Index.Known {
		return d.T("ui.place.no_index")
	}
	text := d.T("ui.place.index", "Index", s.IndexText(p.Index, d.Lang))
	if p.Group != "" {
		text += " · " + d.T("ui.place.group", "Group", p.Group)
	}
	if p.Place > 0 {
		text += " · " + standing.Place(p.Place, d.Lang)
	}
	return text
}

// focus gives the keyboard to the first lever.
func (w *whatIf) focus() {
	if len(w.rows) > 0 {
		w.desk.Window.Canvas().Focus(w.rows[0].entry)
	}
}
