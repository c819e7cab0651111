package cli

import (
	"fmt"

	"technopark/app"
	"technopark/app/submission"
)

// revisionCommand lists the revisions of a year, makes their papers again, compares them,
// signs them, takes signatures off and marks how far they have come.
type revisionCommand struct {
	List    revisionList    `cmd:""`
	Rebuild revisionRebuild `cmd:""`
	Changes revisionChanges `cmd:""`
	State   revisionState   `cmd:""`
	Sign    revisionSign    `cmd:""`
	Unsign  revisionUnsign  `cmd:""`
}

type revisionJSON struct {
	Number  int64  `json:"number"`
	State   string `json:"state"`
	Since   string `json:"since"` // ISO; the day it came to its state
	Made    string `json:"made"`  // ISO
	Maker   string `json:"maker"`
	Data    string `json:"data_sha256"`
	Journal string `json:"journal"` // control value of the journal as the data were frozen; may be empty
	Sheets  int64  `json:"sheets"`
	Program string `json:"program"`
	Lang    string `json:"lang"`   // "ru" or "en"; empty for Russian
	Form    string `json:"form"`   // "full" or "compressed"; empty for full
	Reason  string `json:"reason"` // why it was made after another
	Note    string `json:"note"`

	Signatures []signatureJSON `json:"signatures,omitempty"` // of list
}

func revisionAnswer(r *app.Revision) revisionJSON {
	return revisionJSON{
		Number: int64(r.Number.N), State: r.State, Since: r.StateDay().ISO(), Made: r.Made.ISO(), Maker: r.Maker, Data: r.Data, Journal: r.Journal,
		Sheets: int64(r.Pages.N), Program: r.Program, Lang: r.Lang, Form: r.Form, Reason: r.Reason, Note: r.Note,
	}
}

type revisionList struct{ yearOf }

// Run lists the revisions, the first one first.
func (c revisionList) Run(s *session) error {
	return s.read(c.yearOf, func(store Store, b *app.Book) error {
		answers := []revisionJSON{}
		for _, r := range submission.RevisionsOf(b, c.Year) {
			answer := revisionAnswer(r)
			for _, x := range submission.SignaturesOf(b, r) {
				is := signatureAnswer(x, nil)
				is.Verified = submission.SignatureState(s.ctx, store, x)
				answer.Signatures = append(answer.Signatures, is)
			}
			answers = append(answers, answer)
			if !c.JSON {
				fmt.Fprintf(s.Stdout, "%3d  %s  %s %s  %.12s  %s\n", r.Number.N, r.Made, app.StateName(r.State).RU, r.StateDay(), r.Data, r.Maker)
				s.printSignatures(store, b, r)
			}
		}
		if c.JSON {
			return s.printJSON(map[string]any{"revisions": answers})
		}
		return nil
	})
}

// find returns a revision by its number.
func (s *session) find(b *app.Book, year, number int) (*app.Revision, error) {
	for _, r := range submission.RevisionsOf(b, year) {
		if int(r.Number.N) == number {
			return r, nil
		}
	}
	return nil, &app.Refusal{ID: "cli.revision.none", Data: map[string]any{"Number": number, "Year": year}}
}

type revisionRebuild struct {
	yearOf
	Number int    `required:""`
	Out    string `required:"" place:""`
}

// Run writes the papers of a revision again; exit 1 when the data are not those of then.
func (c revisionRebuild) Run(s *session) error {
	return s.read(c.yearOf, func(store Store, b *app.Book) error {
		r, err := s.find(b, c.Year, c.Number)
		if err != nil {
			return err
		}
		out, err := submission.Rebuild(s.ctx, store, r, c.Out)
		if err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			err = s.printJSON(map[string]any{"pdf": out.PDF, "pages": out.Pages, "data_sha256": out.DataSHA256, "same_data": out.SameData, "same_pages": out.SamePages})
		} else {
			s.say("cli.revision.rebuilt", map[string]any{"File": out.PDF, "Data": out.SameData, "Pages": out.SamePages})
		}
		if err == nil && !out.SameData {
			return errFindings
		}
		return err
	})
}

type revisionState struct {
	yearOf
	Number int    `required:""`
	State  string `arg:"" enum:"checked,signed,sent,accepted,returned,undo"`
	Date   string
	Note   string
}

// Run marks how far a revision has come, or takes the last mark off.
func (c revisionState) Run(s *session) error {
	day, ok := app.ParseDate(c.Date)
	if !ok {
		return &app.Refusal{ID: "cli.bad_date", Data: map[string]any{"What": c.Date}, Cause: errWords}
	}
	if day.Zero() {
		day = app.DateOf(s.Now())
	}
	return s.write(c.yearOf, func(store Store, b *app.Book) error {
		r, err := s.find(b, c.Year, c.Number)
		if err != nil {
			return err
		}
		if c.State == "undo" {
			err = r.TakeBack(day, c.Note)
		} else {
			err = r.Advance(c.State, day, c.Note)
		}
		if err != nil {
			return app.About(c.File, err)
		}
		what := s.words.T("step.revision_state", map[string]any{"Number": c.Number})
		if err := store.Change(s.ctx, what, func(tx app.Tx) error { return tx.Save(s.ctx, r) }); err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(revisionAnswer(r))
		}
		s.say("cli.revision.state", map[string]any{"Number": c.Number, "State": app.StateName(r.State).RU, "Day": r.StateDay().String()})
		return nil
	})
}
