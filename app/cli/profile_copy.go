package cli

import (
	"technopark/app"
	"technopark/app/regulation"
)

type profileCopy struct {
	yearOf
	As    string `required:""` // id of the copy
	Title string `required:""`
}

// Run puts a copy of the method in force, under a name of its own, into the data file.
func (c profileCopy) Run(s *session) error {
	return s.write(c.yearOf, func(store Store, b *app.Book) error {
		set, err := s.by.For(b, c.Year)
		if err != nil {
			return app.About(c.File, err)
		}
		draft, err := regulation.Copy(set.MethodFile, c.As, c.Title, c.Year+1)
		if err != nil {
			return err
		}
		next, err := s.by.Keep(b, draft, app.DateOf(s.Now()))
		if err != nil {
			return err
		}
		what := s.words.T("step.profile_copied", map[string]any{"Title": next.Title})
		if err := store.Change(s.ctx, what, func(tx app.Tx) error { return tx.Save(s.ctx, next) }); err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(inForceJSON{next.Kind, int(next.Year.N), next.Title, next.Version, true, ""})
		}
		s.say("cli.profile.own.method", map[string]any{"Title": next.Title, "Version": next.Version, "Year": int(next.Year.N)})
		return nil
	})
}
