package cli

import (
	"context"
	"fmt"
	"slices"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/copies"
	"technopark/app/regulation"
)

// collectCommand takes the answers of residents from files and directories.
type collectCommand struct {
	File     string   `arg:"" place:""`
	Answers  []string `arg:"" place:""` // files and directories
	Year     int      `type:"year"`     // of the answers that are gathered; none: whichever they are of
	Quarter  int      // 1–4; 0: the whole year
	Park     string
	Returned string `place:""` // directory for marked copies of what cannot be taken
	Confirm  bool   // what looks like a slip lands all the same
	DryRun   bool   `name:"dry-run"`
	JSON     bool   `name:"json"`
}

// Run says of each file what it would change, and accepts those that can be taken whole.
func (c collectCommand) Run(s *session) error {
	period, err := c.period(s)
	if err != nil {
		return err
	}
	files, err := collection.Gather(s.ctx, c.Answers, nil)
	if err != nil {
		return err
	}
	store, err := s.openAs(c.File, c.DryRun)
	if err != nil {
		return err
	}
	answer, err := c.collect(s, store, files, period)
	if closed := store.Close(); err == nil {
		err = app.About(c.File, closed)
	}
	if err != nil {
		return err
	}
	return s.conclude(c.JSON, answer, func() { s.printCollected(answer, c.DryRun) }, answer.refused() > 0)
}

func (c collectCommand) period(s *session) (app.Period, error) {
	p := app.Period{Year: c.Year, Quarter: c.Quarter}
	if c.Quarter < 0 || c.Quarter > 4 || c.Quarter > 0 && c.Year == 0 {
		return p, &app.Refusal{ID: "cli.bad_quarter", Data: map[string]any{"What": fmt.Sprint(c.Quarter)}, Cause: errWords}
	}
	if c.Year == 0 {
		return p, nil
	}
	return p, s.checkYear(c.Year)
}

func (c collectCommand) collect(s *session, store Store, files []*collection.Received, period app.Period) (collectJSON, error) {
	if err := store.Unwritable(); err != nil && !c.DryRun {
		return collectJSON{}, app.About(c.File, err)
	}
	b, err := s.bookIn(store, c.File, c.Park)
	if err != nil {
		return collectJSON{}, err
	}
	in := collection.Intake{
		Book: b, Period: period, Today: app.DateOf(s.Now()),
		Content: store.Content,
		Rules:   func(year int) (regulation.Set, error) { return s.by.For(b, year) },
	}
	if err := in.Plan(s.ctx, files, nil); err != nil {
		return collectJSON{}, app.About(c.File, err)
	}
	answer := collectJSON{Files: []collectFileJSON{}}
	if !c.DryRun && slices.ContainsFunc(files, c.takes) {
		answer.Copy = s.copyBefore(c.File, copies.WhyImport)
	}
	for _, r := range files {
		f := collectAnswer(r)
		if err := c.settle(s, store, in, r, &f); err != nil {
			return answer, err
		}
		f.explain(s)
		answer.Files = append(answer.Files, f)
	}
	return answer, nil
}

// takes reports whether a file is accepted.
func (c collectCommand) takes(r *collection.Received) bool {
	v := r.Verdict()
	return v == collection.Ready || v == collection.Nothing || v == collection.Unsure && c.Confirm
}

// settle accepts a file, or keeps it and makes the marked copy to be sent back.
func (c collectCommand) settle(s *session, store Store, in collection.Intake, r *collection.Received, f *collectFileJSON) error {
	titles := in.Book.TitlesIn(app.RU)
	note := func(step string, write func(context.Context, app.Tx) error) error {
		if c.DryRun {
			return nil
		}
		what := s.words.T(step, map[string]any{"File": r.Name, "Sum": r.SHA256[:12]})
		return app.About(c.File, store.Change(s.ctx, what, func(tx app.Tx) error { return write(s.ctx, tx) }))
	}
	v := r.Verdict()
	if c.takes(r) {
		f.State = "planned"
		if !c.DryRun {
			f.State = "applied"
			if v == collection.Nothing {
				f.State = "unchanged"
			}
		}
		return note("step.collect", func(ctx context.Context, tx app.Tx) error {
			return r.Accept(ctx, tx, in.Today, c.Confirm, titles)
		})
	}
	copied := c.Returned != "" && r.Plan != nil && v != collection.PassedBy
	if copied {
		path, err := r.SaveMarkedCopy(c.Returned)
		if err != nil { // one file that cannot be marked is no reason to leave the others
			f.Remarks = append(f.Remarks, s.words.T("cli.collect.not_marked", map[string]any{"Text": s.sentence(err)}))
			copied = false
		}
		f.Returned = path
	}
	if !r.Keepable() {
		return nil
	}
	return note("step.collect_kept", func(ctx context.Context, tx app.Tx) error {
		if copied {
			return r.Return(ctx, tx, in.Today, titles)
		}
		return r.Keep(ctx, tx, in.Today, titles)
	})
}
