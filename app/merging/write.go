package merging

import (
	"context"
	"errors"
	"slices"
	"strings"

	"technopark/app"
)

// ErrOpen is why a plan is refused in which figures differ and nobody has said which stays.
var ErrOpen = errors.New("figures differ and none was chosen")

// Write makes one record of the two as one step of undo, called what. Records that are not any more
// as they were planned are refused: what nobody has seen is not merged.
func (p *Plan) Write(ctx context.Context, file File, what string) error {
	if err := p.WhyNot(); err != nil {
		return err
	}
	return file.Change(ctx, what, func(tx app.Tx) error {
		t := p.Top.Kept.Type()
		now, err := New(ctx, tx, t, p.Top.Kept.Header().ID, p.Top.Gone.Header().ID, p.lang)
		if err != nil {
			return err
		}
		now.DecideAs(p)
		if now.fingerprint() != p.fingerprint() {
			return &app.Refusal{ID: "err.merge_stale", Cause: app.ErrOvertaken}
		}
		return now.apply(ctx, tx)
	})
}

// apply writes the plan: the types that refer to others before those, so that a record goes when
// nothing refers to it any more.
func (p *Plan) apply(ctx context.Context, tx app.Tx) error {
	types := app.Types()
	slices.Reverse(types)
	for _, t := range types {
		for _, pair := range p.Clashes {
			if pair.Kept.Type() == t {
				if err := p.join(ctx, tx, pair); err != nil {
					return err
				}
			}
		}
		for _, m := range p.Moves {
			if m.Was.Type() == t {
				if err := p.stopped(m.Was, tx.Save(ctx, m.Is)); err != nil {
					return err
				}
			}
		}
	}
	return p.join(ctx, tx, p.Top)
}

// join lets one record of a pair go and keeps what the other becomes.
func (p *Plan) join(ctx context.Context, tx app.Tx, pair *Pair) error {
	if err := p.stopped(pair.Gone, tx.Delete(ctx, pair.Gone)); err != nil {
		return err
	}
	return p.stopped(pair.Kept, tx.Save(ctx, p.merged(pair)))
}

func (p *Plan) stopped(rec app.Record, err error) error {
	if err == nil {
		return nil
	}
	return app.Stopped(rec, p.titles, err)
}

// fingerprint is all that the plan would do.
func (p *Plan) fingerprint() string {
	var all strings.Builder
	value := func(v app.Value) {
		all.WriteString(string(rune('0'+v.State)) + v.S + "\x00" + app.IDList([]int64{v.N}) + "\x01")
	}
	for _, pair := range p.Pairs() {
		all.WriteString(app.SubjectOf(pair.Kept) + "<" + app.SubjectOf(pair.Gone) + "\x02")
		for _, l := range pair.Lines {
			all.WriteString(l.Field.Key + l.Take.Key() + "\x00")
			value(l.Kept)
			value(l.Gone)
		}
	}
	for _, m := range p.Moves {
		all.WriteString(app.SubjectOf(m.Was) + "\x02")
		for _, f := range m.Fields {
			all.WriteString(f.Key + "\x00")
			value(f.Get(m.Is))
		}
	}
	return all.String()
}
