package cli

import (
	"path/filepath"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/regulation"
)

type profileOfficial struct {
	yearOf
	Source   string `required:""`          // what the paper is called
	Document string `required:"" place:""` // its file
	Number   string // of the paper
	Date     string // of the paper, дд.мм.гггг
	AsIs     bool   `name:"as-is"`
}

// Run declares the method that the company keeps for the year official: the document that says so
// is attached to it.
func (c profileOfficial) Run(s *session) error {
	given, err := documentAdd{Title: c.Source, Number: c.Number, Date: c.Date, Kind: "order"}.given()
	if err != nil {
		return err
	}
	return s.write(c.yearOf, func(store Store, b *app.Book) error {
		old := regulation.Own(b, app.ProfileMethod, c.Year)
		if old == nil {
			return &app.Refusal{ID: "err.profile_not_own", Data: map[string]any{"Year": c.Year}}
		}
		day, _ := app.ParseDate(c.Date) // given has refused what is no date
		next, err := regulation.Declare(old, rating.Source{Title: app.Clean(c.Source), Number: app.Clean(c.Number), Date: day})
		if err != nil {
			return app.About(c.File, err)
		}
		what := s.words.T("step.profile_official", map[string]any{"Title": next.Title})
		papers := adding{session: s, book: b, given: given, to: []string{app.SubjectOf(old)}, asIs: c.AsIs}
		err = store.Change(s.ctx, what, func(tx app.Tx) error {
			if err := papers.all(tx, []string{c.Document}); err != nil {
				return err
			}
			return tx.Save(s.ctx, next)
		})
		if err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(map[string]any{"title": next.Title, "version": next.Version, "official": true, "document": filepath.Base(c.Document)})
		}
		s.say("cli.profile.official", map[string]any{"Title": next.Title, "Version": next.Version})
		return nil
	})
}
