// Package rollover turns the year of a park: it says what of the records stands in the new year,
// what is made for it, empty, and what stays behind, asks about those who have left, and sets the
// last day of the old year against the first of the new one. The window and the command line both
// call it; it knows no screen, no files and no clock.
//
// How each type turns, and why, the catalogue says (app.Turning). Records of the old year are
// never changed but in one place: how the last residency agreement of one who has left ended, when
// somebody has said so.
package rollover

import (
	"context"
	"errors"
	"strconv"

	"technopark/app"
)

// Plan is what a turn of the year would do. It is made of one book and shows nothing but that;
// nothing is written before Apply.
type Plan struct {
	Book     *app.Book // the records it was made of
	From, To int       // the old year and the new one, the next
	Types    []Turned  // every type with something to tell, in the order of the catalogue
	Leavers  []Leaver  // who has left and nobody has said how, in the order of ids
}

// Turned is what becomes of the records of one type.
type Turned struct {
	Type *app.Type // whose turning says how, and why

	// Of those that stand: on the last day of the old year, on the first of the new one, and
	// how many of the former had ended by then. Of the others Closing is how many are of the
	// old year; Ended is none.
	Closing, Opening, Ended int

	There int          // of the new year, due or not, before the turn: they are left alone
	Make  []app.Record // the empty reports that are due in the new year and are not there
}

// New plans the turn from one year to the next. The error is an app.Refusal: the years do not
// follow each other, or of the old one there is nothing to begin with.
func New(b *app.Book, from, to int) (*Plan, error) {
	if to != from+1 {
		return nil, &app.Refusal{ID: "rollover.order", Data: map[string]any{"From": strconv.Itoa(from), "To": strconv.Itoa(to), "Next": strconv.Itoa(from + 1)}, Cause: ErrOrder}
	}
	p := &Plan{Book: b, From: from, To: to}
	begun := false
	for _, t := range app.Types() {
		turned := p.turn(t)
		begun = begun || turned.Closing > 0 && t.Report
		if turned.Closing+turned.Opening+turned.There+len(turned.Make) > 0 {
			p.Types = append(p.Types, turned)
		}
	}
	if !begun {
		return nil, &app.Refusal{ID: "rollover.nothing", Data: map[string]any{"Park": app.Quoted(b.Park.Name), "From": strconv.Itoa(from)}}
	}
	p.Leavers = p.leavers()
	return p, nil
}

// ErrOrder is why two years are refused that do not follow each other.
var ErrOrder = errors.New("the years do not follow each other")

// last is the last day of the old year, first the first of the new one.
func (p *Plan) last() app.Date  { return app.YearPeriod(p.From).Last() }
func (p *Plan) first() app.Date { return app.YearPeriod(p.To).First() }

func (p *Plan) turn(t *app.Type) Turned {
	turned := Turned{Type: t}
	if t.Turn.How == app.TurnDue {
		turned.Make = app.DueReports(p.Book, t, app.YearPeriod(p.To))
	}
	for _, rec := range p.Book.Of(t.Key) {
		switch year := app.PeriodOf(rec).Year; {
		case t.Turn.How == app.TurnStands:
			was, is := app.StandingOf(p.Book, rec, p.last()).Is, app.StandingOf(p.Book, rec, p.first()).Is
			turned.Closing += one(was)
			turned.Opening += one(is)
			turned.Ended += one(was && !is)
		case t.Period == "" || year == p.From:
			turned.Closing++
		case year == p.To:
			turned.There++
		}
	}
	return turned
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Due returns how many empty reports are to be made.
func (p *Plan) Due() int {
	n := 0
	for _, t := range p.Types {
		n += len(t.Make)
	}
	return n
}

// There returns how many reports of the new year are there already.
func (p *Plan) There() int {
	n := 0
	for _, t := range p.Types {
		if t.Type.Report {
			n += t.There
		}
	}
	return n
}

// Done reports whether nothing is left to write: the year has been turned, and of those who left
// nothing was decided now.
func (p *Plan) Done() bool { return p.Due() == 0 && len(p.closed()) == 0 }

// File is the data file in which a year is turned; package storage has it.
type File interface {
	// Verify says what of the records is not as it was written.
	Verify(ctx context.Context) (app.Verdict, error)
	// Change makes one step of undo of all that fn does, called what, or nothing.
	Change(ctx context.Context, what string, fn func(app.Tx) error) error
}

// Write turns the year as one step of undo, called what. A file that does not hold what was written
// to it is refused as app.Verdict.Err says, and left as it is: the new year begins with proved figures.
func (p *Plan) Write(ctx context.Context, file File, what string) error {
	verdict, err := file.Verify(ctx)
	if err != nil {
		return err
	}
	if err := verdict.Err(); err != nil {
		return err
	}
	return file.Change(ctx, what, func(tx app.Tx) error { return p.Apply(ctx, tx) })
}

// Apply writes what the plan says, which is one change of the caller's: the empty reports of the new
// year, and how the agreements ended of those about whom it was decided. Where a record stops
// it, the error is an app.Refusal that names it.
func (p *Plan) Apply(ctx context.Context, tx app.Tx) error {
	titles := p.Book.TitlesIn(app.RU)
	for _, t := range p.Types {
		for _, rec := range t.Make {
			fresh := app.Clone(rec)
			if err := tx.Save(ctx, fresh); err != nil {
				return app.Stopped(fresh, titles, err)
			}
		}
	}
	for _, l := range p.closed() {
		rec, err := tx.Get(ctx, l.Agreement.Type(), l.Agreement.ID)
		if err != nil {
			return app.Stopped(l.Agreement, titles, err)
		}
		outcome().Set(rec, app.TextValue(l.Choice))
		if err := tx.Save(ctx, rec); err != nil {
			return app.Stopped(rec, titles, err)
		}
	}
	return nil
}

// closed returns those about whom it was decided.
func (p *Plan) closed() []Leaver {
	var all []Leaver
	for _, l := range p.Leavers {
		if l.Choice != "" {
			all = append(all, l)
		}
	}
	return all
}

// after is the book as the plan would leave it, without the empty reports, which say nothing.
func (p *Plan) after() *app.Book {
	var changed []app.Record
	for _, l := range p.closed() {
		rec := app.Clone(l.Agreement)
		outcome().Set(rec, app.TextValue(l.Choice))
		changed = append(changed, rec)
	}
	if len(changed) == 0 {
		return p.Book
	}
	return p.Book.With(changed...)
}

// Sheet sets the last day of the old year against the first of the new one, as the plan would
// leave them.
func (p *Plan) Sheet() *Sheet { return Reconcile(p.after(), p.From, p.To) }
