package desk

import (
	"context"
	"slices"
)

// results has computed beside the window what the screens show of the records, and keeps it
// until the records change.
//
// It works at one thing at a time, and only for the records as they are now: what was begun
// for an earlier moment is given up as soon as it can be, and its outcome dropped. All of it
// but the works themselves belongs to the goroutine of the window.
type results struct {
	desk    *Desk
	shown   *Seen    // what the screens see; of the park and year that were asked for last
	newest  *Seen    // of the records as they are now, as far as it has come; nil for nothing
	wanted  []want   // of the newest, in the order it was asked for
	now     *work    // under way; nil for none
	left    *work    // given up and still computing, which no check has to wait for; nil for none
	waiting []waiter // for the newest
	reader  reader   // what works read; they take turns
	asking  bool     // somebody asks: he sees what comes at once without being told
	lost    bool     // the state of the file could not be read, and the user was told so
}

// waiter is who cannot do with what was known a moment ago.
type waiter struct {
	want want
	then func(*Seen)
	over func() // takes away what tells the user that it is waited for
}

// ask sees to it that something is known of the records as they are now, and returns what
// is known already.
func (r *results) ask(w want) *Seen {
	now, err := r.desk.moment()
	if err != nil {
		return r.lose(now, err)
	}
	r.lost = false
	if r.newest == nil || r.newest.of != now {
		r.turnTo(now)
	}
	if !slices.Contains(r.wanted, w) {
		r.wanted = append(r.wanted, w)
	}
	if !r.asking {
		r.asking = true
		r.goOn()
		r.asking = false
	}
	return r.shown
}

// lose goes on with what is known when the state of the file cannot be read; the user is
// told once until it can.
func (r *results) lose(now moment, err error) *Seen {
	r.giveUp()
	r.stopWaiting()
	r.newest = nil
	if r.shown == nil || !r.shown.of.sameChoice(now) {
		r.shown = &Seen{of: now}
	}
	if !r.lost {
		r.lost = true
		r.desk.Fail(err)
	}
	return r.shown
}

// turnTo begins anew with the records as they are now. What is shown stays until they are
// checked, unless it is of another park or year.
func (r *results) turnTo(now moment) {
	r.giveUp()
	r.newest = &Seen{of: now, done: map[want]bool{}}
	r.wanted = nil
	if r.shown == nil || now.nothing() || !r.shown.of.sameChoice(now) {
		r.shown = &Seen{of: now}
	}
}

// giveUp tells the work under way that nobody waits for it any more. What cannot be stopped
// and reads no file is left to itself, one such work at a time.
func (r *results) giveUp() {
	if r.now == nil {
		return
	}
	r.now.cancel()
	if !r.now.want.reads() && r.left == nil {
		r.left, r.now = r.now, nil
	}
}

// next returns what is to be computed next; false when everything that was asked for is
// there.
func (r *results) next() (want, bool) {
	if r.newest == nil || r.newest.of.nothing() {
		return want{}, false
	}
	for _, w := range r.wanted {
		for _, step := range w.steps() {
			if !r.newest.done[step] {
				return step, true
			}
		}
	}
	return want{}, false
}

// goOn begins the next work unless one is under way.
func (r *results) goOn() {
	w, more := r.next()
	if r.now != nil || !more {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	job := &work{want: w, of: r.newest, by: r.desk.Regulations, reader: &r.reader, cancel: cancel, rest: r.desk.rest()}
	r.now = job
	var found finding
	r.desk.beside(func() (err error) {
		found, err = job.do(ctx)
		return err
	}, func(err error) { r.finish(job, found, err) })
}

// finish takes in what a work has found, unless the records are others by now.
func (r *results) finish(job *work, found finding, err error) {
	job.cancel()
	if job == r.left {
		r.left = nil
		return
	}
	r.now = nil
	if job.of != r.newest {
		r.goOn()
		return
	}
	seen := r.newest
	seen.forget(job.want)
	if found != nil {
		found(seen)
	}
	seen.done[job.want] = true
	if job.want.what == ToCheck {
		seen.fault = err
		r.show(seen)
	}
	if err != nil {
		r.desk.Fail(err)
	}
	r.serve()
	if !r.asking && r.desk.Arrived != nil {
		r.desk.Arrived()
	}
	r.goOn()
}

// show puts checked records in the place of those before; what else was known of these
// stands until it is computed anew.
func (r *results) show(seen *Seen) {
	if seen.Book != nil {
		seen.result, seen.sheets, seen.ranked, seen.agenda = r.shown.result, r.shown.sheets, r.shown.ranked, r.shown.agenda
	}
	r.shown = seen
}

// fresh reports whether something is known of the records as they are now.
func (r *results) fresh(w want) bool { return r.newest != nil && r.newest.done[w] }

// behind reports whether what was asked for of a kind is not known of the records as they
// are now.
func (r *results) behind(of Stage) bool {
	return r.newest != nil && !r.newest.of.nothing() && slices.ContainsFunc(r.wanted, func(w want) bool {
		return w.what == of && !r.newest.done[w]
	})
}

// await calls then with the newest records once something is known of them.
func (r *results) await(w want, then func(*Seen)) {
	r.lost = false // whoever presses a button is told what is in the way
	before := r.newest
	r.ask(w)
	switch {
	case r.newest == nil || r.newest.of.nothing():
		return
	case r.fresh(w) && r.newest.fault != nil:
		if r.newest == before { // else it has just been told
			r.desk.Fail(r.newest.fault)
		}
		return
	case r.fresh(w):
		then(r.newest)
		return
	}
	r.waiting = append(r.waiting, waiter{want: w, then: then})
	i := len(r.waiting) - 1
	r.waiting[i].over = r.desk.Tasks.Wait(r.desk.T("ui.results.wait"), r.stopWaiting)
}

// stopWaiting lets nobody wait any more: the user has given up.
func (r *results) stopWaiting() {
	waited := r.waiting
	r.waiting = nil
	for _, w := range waited {
		w.over()
	}
}

// serve answers those whose turn has come.
func (r *results) serve() {
	var served []waiter
	r.waiting = slices.DeleteFunc(r.waiting, func(w waiter) bool {
		if r.fresh(w.want) {
			served = append(served, w)
		}
		return r.fresh(w.want)
	})
	seen := r.newest
	for _, w := range served {
		w.over()
		if seen.fault == nil {
			w.then(seen)
		}
	}
}

// again forgets a check that has failed.
func (r *results) again() {
	if r.newest != nil && r.newest.fault != nil {
		r.newest = nil
	}
}

// stop gives up everything. When it returns no work reads the file any more.
func (r *results) stop() {
	r.newest, r.shown = nil, nil
	r.stopWaiting()
	if r.now != nil {
		r.now.leaveFile()
	}
}
