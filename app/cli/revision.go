package cli

import (
	"fmt"

	"technopark/app"
	"technopark/app/submission"
)

// revisionCommand lists the revisions of a year, makes their papers again, compares them,
// signs them and keeps how far they have come.
type revisionCommand struct {
	List    revisionList    `cmd:""`
	Rebuild revisionRebuild `cmd:""`
	Changes revisionChanges `cmd:""`
	State   revisionState   `cmd:""`
	Sign    revisionSign    `cmd:""`
}

type revisionJSON struct {
	Number  int64  `json:"number"`
	State   string `json:"state"`
	Made    string `json:"made"` // ISO
	Maker   string `json:"maker"`
	Data    string `json:"data_sha256"`
	Sheets  int64  `json:"sheets"`
	Program string `json:"program"`
	Note    string `json:"note"`

	Signatures []signatureJSON `json:"signatures,omitempty"` // of list
}

func revisionAnswer(r *app.Revision) revisionJSON {
	return revisionJSON{
		Number: int64(r.Number.N), State: r.State, Made: r.Made.ISO(), Maker: r.Maker, Data: r.Data, Sheets: int64(r.Pages.N),
		Program: r.Program, Note: r.Note,
	}
}

type revisionList struct{ yearOf }

// Run lists the revisions, the first one first.
func (c revisionList) Run(s *session) error {
	return s.read(c.yearOf, func(_ Store, b *app.Book) error {
		answers := []revisionJSON{}
		state, _ := app.TypeByKey("revision").Field("state")
		for _, r := range submission.RevisionsOf(b, c.Year) {
			answer := revisionAnswer(r)
			for _, x := range submission.SignaturesOf(b, r) {
				answer.Signatures = append(answer.Signatures, signatureAnswer(x, nil))
			}
			answers = append(answers, answer)
			if !c.JSON {
				fmt.Fprintf(s.Stdout, "%3d  %s  %s  %.12s  %s\n", r.Number.N, r.Made, state.Text(state.Get(r), app.RU), r.Data, r.Maker)
				s.printSignatures(b, r)
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
	return nil, &refused{s.words.T("cli.revision.none", map[string]any{"Number": number, "Year": year})}
}

type revisionRebuild struct {
	yearOf
	Number int    `required:""`
	Out    string `required:""`
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
			return aboutDir(c.Out, c.File, err)
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

type revisionChanges struct {
	yearOf
	Number int `required:""`
	From   int // the earlier one; none: the one before
	Out    string
}

type changeJSON struct {
	Type   string `json:"type"`
	ID     int64  `json:"id"`
	Record string `json:"record"`
	Kind   string `json:"kind"`
	Field  string `json:"field"`
	Was    string `json:"was"`
	Is     string `json:"is"`
}

type effectJSON struct {
	Code string `json:"code"`
	Was  string `json:"was"`
	Is   string `json:"is"`
}

// Run compares two revisions and, with --out, writes the sheet of changes.
func (c revisionChanges) Run(s *session) error {
	return s.read(c.yearOf, func(store Store, b *app.Book) error {
		if c.From == 0 {
			c.From = c.Number - 1
		}
		later, err := s.find(b, c.Year, c.Number)
		if err != nil {
			return err
		}
		earlier, err := s.find(b, c.Year, c.From)
		if err != nil {
			return err
		}
		found, err := submission.Compare(s.ctx, store, earlier, later)
		if err != nil {
			return about(c.File, err)
		}
		path := ""
		if c.Out != "" {
			if path, err = submission.WriteChanges(s.ctx, store, earlier, later, c.Out); err != nil {
				return aboutDir(c.Out, c.File, err)
			}
		}
		return c.print(s, found, path)
	})
}

func (c revisionChanges) print(s *session, found *submission.Comparison, path string) error {
	changes, effects := []changeJSON{}, []effectJSON{}
	for _, x := range found.Changes {
		changes = append(changes, changeJSON{x.Type.Key, x.ID, x.Record, string(x.Kind), x.Field.Key, x.Was.RU, x.Is.RU})
		if !c.JSON {
			s.say("cli.revision.change", map[string]any{"Record": x.Record, "Kind": string(x.Kind), "Field": x.Field.Label.RU, "Was": x.Was.RU, "Is": x.Is.RU})
		}
	}
	for _, e := range found.Effects {
		effects = append(effects, effectJSON{e.Indicator.Code, e.Was, e.Is})
		if !c.JSON {
			s.say("cli.revision.effect", map[string]any{"Code": e.Indicator.Code, "Name": e.Indicator.Name.RU, "Was": e.Was, "Is": e.Is})
		}
	}
	if c.JSON {
		return s.printJSON(map[string]any{"changes": changes, "effects": effects, "other_method": found.OtherMethod, "other_rules": found.OtherRules, "pdf": path})
	}
	if path != "" {
		s.say("ui.documents.saved", map[string]any{"File": path})
	}
	return nil
}

type revisionState struct {
	yearOf
	Number int    `required:""`
	State  string `arg:"" enum:"checked,signed,sent,accepted,returned"`
	Note   string
}

// Run keeps how far a revision has come, with the day.
func (c revisionState) Run(s *session) error {
	return s.write(c.yearOf, func(store Store, b *app.Book) error {
		r, err := s.find(b, c.Year, c.Number)
		if err != nil {
			return err
		}
		r.Reach(c.State, app.DateOf(s.Now()))
		if c.Note != "" {
			r.Note = c.Note
		}
		what := s.words.T("step.revision_state", map[string]any{"Number": c.Number})
		if err := store.Change(s.ctx, what, func(tx app.Tx) error { return tx.Save(s.ctx, r) }); err != nil {
			return about(c.File, err)
		}
		if c.JSON {
			return s.printJSON(revisionAnswer(r))
		}
		state, _ := r.Type().Field("state")
		s.say("cli.revision.state", map[string]any{"Number": c.Number, "State": state.Text(state.Get(r), app.RU)})
		return nil
	})
}
