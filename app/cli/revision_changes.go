package cli

import (
	"time"

	"technopark/app"
	"technopark/app/submission"
)

type revisionChanges struct {
	yearOf
	Number int    `required:""`
	From   int    // the earlier one; none: the one before
	Out    string `place:""` // directory for the sheet of changes; may be empty
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
			return app.About(c.File, err)
		}
		path := ""
		if c.Out != "" {
			sheet, err := submission.SheetOfChanges(found, s.Now().Location())
			if err != nil {
				return app.About(c.File, err)
			}
			if path, err = sheet.Write(c.Out); err != nil {
				return app.About(c.File, err)
			}
		}
		if c.JSON {
			return s.printJSON(comparisonAnswer(found, path))
		}
		s.printComparison(found, path)
		return nil
	})
}

type comparisonJSON struct {
	From        int64        `json:"from"`
	Number      int64        `json:"number"`
	Reasons     []reasonJSON `json:"reasons"`
	Changes     []changeJSON `json:"changes"`
	Effects     []effectJSON `json:"effects"`
	OtherMethod bool         `json:"other_method"`
	OtherRules  bool         `json:"other_rules"`
	PDF         string       `json:"pdf"` // path; «» when none was asked for
}

type reasonJSON struct {
	Number   int64  `json:"number"`   // of the revision
	Returned bool   `json:"returned"` // the text says why it was returned, else why it was made
	Text     string `json:"text"`
}

type changeJSON struct {
	Type   string `json:"type"`
	ID     int64  `json:"id"`
	Record string `json:"record"`
	Kind   string `json:"kind"`
	Field  string `json:"field"`
	Was    string `json:"was"`
	Is     string `json:"is"`
	Who    string `json:"who"` // «» when the journal does not say
	At     string `json:"at"`  // RFC 3339, UTC
	Why    string `json:"why"` // what explanations say of it
}

type effectJSON struct {
	Code   string `json:"code"`
	Was    string `json:"was"`
	Is     string `json:"is"`
	Change string `json:"change"`
}

func comparisonAnswer(found *submission.Comparison, path string) comparisonJSON {
	answer := comparisonJSON{
		From: int64(found.Earlier.Number.N), Number: int64(found.Later.Number.N), OtherMethod: found.OtherMethod, OtherRules: found.OtherRules, PDF: path,
		Reasons: []reasonJSON{}, Changes: []changeJSON{}, Effects: []effectJSON{},
	}
	for _, r := range found.Reasons {
		answer.Reasons = append(answer.Reasons, reasonJSON{int64(r.Revision.Number.N), r.Returned, r.Text})
	}
	for _, x := range found.Changes {
		at := ""
		if !x.Hand.At.IsZero() {
			at = x.Hand.At.UTC().Format(time.RFC3339)
		}
		answer.Changes = append(answer.Changes, changeJSON{x.Type.Key, x.ID, x.Record, string(x.Kind), x.Field.Key, x.Was.RU, x.Is.RU, x.Hand.Who, at, x.Why})
	}
	for _, e := range found.Effects {
		answer.Effects = append(answer.Effects, effectJSON{e.Indicator.Code, e.Was.RU, e.Is.RU, e.Change.RU})
	}
	return answer
}

func (s *session) printComparison(found *submission.Comparison, path string) {
	for _, r := range found.Reasons {
		s.say("common.revision.reason", map[string]any{"Number": int(r.Revision.Number.N), "Returned": r.Returned, "Text": r.Text})
	}
	for _, x := range found.Changes {
		s.say("cli.revision.change", map[string]any{
			"Record": x.Record, "Kind": string(x.Kind), "Field": x.Field.Label.RU, "Was": x.Was.RU, "Is": x.Is.RU,
			"Who": x.Hand.Who, "Day": x.Hand.Day(s.Now().Location()).String(), "Why": x.Why,
		})
	}
	for _, e := range found.Effects {
		s.say("cli.revision.effect", map[string]any{"Code": e.Indicator.Code, "Name": e.Indicator.Name.RU, "Was": e.Was.RU, "Is": e.Is.RU, "Change": e.Change.RU})
	}
	if path != "" {
		s.say("ui.documents.saved", map[string]any{"File": path})
	}
}
