package desk

import (
	"context"
	"errors"
	"time"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/ui/kit"
)

// Copies makes the copies of the open data file beside the window, one after the other, and
// knows what is known of them. A window without it keeps none: every method of nil is safe.
type Copies struct {
	desk    *Desk
	keeper  copies.Keeper
	dir     string // of the settings
	changed func() // the shell follows

	file    string // whose copies are looked after; «» when none is open
	own     bool   // it is ours to be copied: nobody else has it open for writing
	queue   []copyJob
	busy    bool
	making  bool               // a copy of the open file is under way
	stop    context.CancelFunc // of what is under way
	listing *copies.Listing    // as it was looked at last; nil before
	trouble error              // why the last copy could not be made; nil when it could
}

// copyJob is work that waits for its turn.
type copyJob struct {
	file string
	work func(ctx context.Context) error
	done func(error)
}

// NewCopies returns what keeps copies by a keeper and remembers its settings in a directory;
// changed is called whenever something is known anew.
func NewCopies(d *Desk, keeper copies.Keeper, dir string, changed func()) *Copies {
	return &Copies{desk: d, keeper: keeper, dir: dir, changed: changed}
}

// Keeper returns what makes and finds copies, with the settings of now; false where none are kept.
func (c *Copies) Keeper() (copies.Keeper, bool) {
	if c == nil {
		return copies.Keeper{}, false
	}
	return c.keeper, true
}

// Begin looks after a data file that was opened: it is copied unless nothing has changed
// since the last time, and once a month a copy is restored for trial. A file that somebody
// else works at is copied by them.
func (c *Copies) Begin(file string, own bool) {
	if c == nil {
		return
	}
	c.file, c.own, c.listing, c.trouble = file, own, nil, nil
	if own {
		c.make(copies.WhyStart, nil)
		c.rehearse()
	}
	c.Again()
}

// Leave copies a data file that was closed, if it was changed, and calls then afterwards;
// what was under way is given up, since this copy has it all. then may be nil.
func (c *Copies) Leave(then func()) {
	if c == nil || c.file == "" {
		call(then)
		return
	}
	file, own := c.file, c.own
	c.file, c.listing, c.queue, c.making = "", nil, nil, false
	if c.stop != nil {
		c.stop()
	}
	if !own {
		call(then)
		return
	}
	keeper := c.keeper
	c.add(copyJob{file, func(ctx context.Context) error {
		_, err := keeper.Make(ctx, file, copies.WhyExit, nil)
		return err
	}, func(err error) {
		if err != nil && c.desk.Note != nil {
			c.desk.Note(err)
		}
		call(then)
	}})
}

func call(then func()) {
	if then != nil {
		then()
	}
}

// Make makes a copy now; done, which may be nil, hears what became of it.
func (c *Copies) Make(done func(*copies.Made, error)) {
	if c == nil || c.file == "" {
		return
	}
	c.make(copies.WhyAsked, done)
	c.Again()
}

func (c *Copies) make(why copies.Why, done func(*copies.Made, error)) {
	var made *copies.Made
	keeper, file := c.keeper, c.file
	c.making = true
	c.add(copyJob{file, func(ctx context.Context) (err error) {
		made, err = keeper.Make(ctx, file, why, nil)
		return err
	}, func(err error) {
		c.making = false
		c.settle(file, made, err)
		if done != nil {
			done(made, err)
		}
	}})
	c.changed()
}

// settle remembers what became of a copy of the open file.
func (c *Copies) settle(file string, made *copies.Made, err error) {
	if c.file != file || errors.Is(err, context.Canceled) {
		return
	}
	c.trouble = err
	if err == nil {
		c.trouble = errors.Join(made.First, made.Flaw)
	}
}

// Before makes a copy before something that changes much at once, the user waiting, and then
// calls then. A copy that cannot be made is told in the status line and keeps nobody from
// his work; who gives the copy up gives up what it was made for.
func (c *Copies) Before(why copies.Why, then func()) {
	if c == nil || c.file == "" || !c.own {
		then()
		return
	}
	var made *copies.Made
	keeper, file, d := c.keeper, c.file, c.desk
	d.Tasks.Run(d.T("ui.backups.making"), func(ctx context.Context, progress kit.Progress) (err error) {
		made, err = keeper.Make(ctx, file, why, c.Tell(progress))
		return err
	}, func(err error) {
		if errors.Is(err, context.Canceled) {
			return
		}
		c.settle(file, made, err)
		c.Again()
		then()
	})
}

// Tell makes what hears of the steps of a copy of a progress.
func (c *Copies) Tell(progress kit.Progress) copies.Tell {
	return func(step string, done, all int) {
		part := kit.Part{}
		if all > 0 {
			part = kit.Share(float64(done) / float64(all))
		}
		progress(c.desk.T(step), part)
	}
}

// rehearse restores for trial what is due.
func (c *Copies) rehearse() {
	keeper, file := c.keeper, c.file
	c.add(copyJob{file, func(ctx context.Context) error {
		l, err := keeper.List(file)
		if err != nil {
			return err
		}
		var all error
		for _, path := range keeper.Due(l) {
			_, err := keeper.Rehearse(ctx, path)
			all = errors.Join(all, err)
		}
		return all
	}, func(err error) {
		if c.file == file && err != nil && !errors.Is(err, context.Canceled) {
			c.trouble = err
		}
	}})
}

// Again looks at the copies anew, beside the window.
func (c *Copies) Again() {
	if c == nil || c.file == "" {
		return
	}
	var l *copies.Listing
	keeper, file := c.keeper, c.file
	c.add(copyJob{file, func(context.Context) (err error) {
		l, err = keeper.List(file)
		return err
	}, func(err error) {
		if c.file != file {
			return
		}
		if err == nil {
			c.listing = l
		} else if c.trouble == nil {
			c.trouble = err
		}
		c.changed()
	}})
}

// add puts work at the end of the queue.
func (c *Copies) add(job copyJob) {
	c.queue = append(c.queue, job)
	c.next()
}

// next begins the first of the queue unless something is under way.
func (c *Copies) next() {
	if c.busy || len(c.queue) == 0 {
		return
	}
	job := c.queue[0]
	c.queue, c.busy = c.queue[1:], true
	ctx, stop := context.WithCancel(context.Background())
	c.stop = stop
	c.desk.beside(func() error { return job.work(ctx) }, func(err error) {
		stop()
		c.busy, c.stop = false, nil
		job.done(err)
		c.next()
	})
}

// Look returns the copies as they were looked at last; nil before, and where none are kept.
func (c *Copies) Look() *copies.Listing {
	if c == nil {
		return nil
	}
	return c.listing
}

// Trouble says why the last copy was not made, or not made well; nil when it was.
func (c *Copies) Trouble() error {
	if c == nil {
		return nil
	}
	return c.trouble
}

// Waiting counts what wants looking after: a copy that was not made, a second place that is
// not there.
func (c *Copies) Waiting() int {
	n := 0
	if c.Trouble() != nil {
		n++
	}
	if l := c.Look(); l != nil && l.Absent != nil {
		n++
	}
	return n
}

// Say says how the last copy is, for the status line; «» while nothing is known.
func (c *Copies) Say() string {
	switch l := c.Look(); {
	case c == nil || c.file == "":
		return ""
	case c.trouble != nil:
		return app.MarkError.Before(c.desk.T("ui.status.copy_failed", "Why", c.desk.Say(c.trouble)))
	case c.making:
		return c.desk.T("ui.status.copy_making")
	case l == nil:
		return ""
	default:
		return c.sayLast(l)
	}
}

func (c *Copies) sayLast(l *copies.Listing) string {
	last, ok := l.Last()
	switch {
	case !ok:
		return app.MarkWarning.Before(c.desk.T("ui.status.copy_none"))
	case l.Absent != nil:
		return app.MarkWarning.Before(c.desk.T("ui.status.copy_alone", "When", c.desk.Moment(last.Made)))
	}
	return c.desk.T("ui.status.copy", "When", c.desk.Moment(last.Made))
}

// ChooseSecond makes a folder the second place, and copies there; «» is none.
func (c *Copies) ChooseSecond(dir string) error {
	if dir != "" {
		var err error
		if dir, err = copies.ChooseSecond(c.file, dir); err != nil {
			return err
		}
	}
	settings := c.keeper.Settings
	settings.Second = dir
	return c.set(settings)
}

// SetPassphrase seals copies in the second place from now on; «» seals them no more.
func (c *Copies) SetPassphrase(text string) error {
	settings := c.keeper.Settings
	settings.Passphrase = text
	return c.set(settings)
}

// set keeps the settings and brings the second place up to date.
func (c *Copies) set(settings copies.Settings) error {
	if err := settings.Save(c.dir); err != nil {
		return err
	}
	c.keeper.Settings = settings
	if c.own && settings.Second != "" {
		c.make(copies.WhyStart, nil)
	}
	c.Again()
	return nil
}

// Moment writes when something was: «сегодня 09:12», «вчера 17:58», «19.05.2021 11:30».
func (d *Desk) Moment(at time.Time) string {
	at = at.In(d.Now().Location())
	clock := at.Format("15:04")
	switch app.DateOf(at) {
	case d.Today():
		return d.T("ui.moment.today", "At", clock)
	case app.DateOf(d.Now().AddDate(0, 0, -1)):
		return d.T("ui.moment.yesterday", "At", clock)
	}
	return app.DateOf(at).String() + " " + clock
}
