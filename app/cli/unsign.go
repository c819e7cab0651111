package cli

import (
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/submission"
)

// revisionUnsign takes a signature off a revision. Undo of another change never does; this
// one can be undone itself.
type revisionUnsign struct {
	yearOf
	Number    int    `required:""`
	Signature string // name of its file, as the list has it; not needed when there is one
}

// Run deletes the record of the signature; what has been written to the disk stays there.
func (c revisionUnsign) Run(s *session) error {
	return s.write(c.yearOf, func(store Store, b *app.Book) error {
		r, err := s.find(b, c.Year, c.Number)
		if err != nil {
			return err
		}
		x, err := c.chosen(submission.SignaturesOf(b, r))
		if err != nil {
			return err
		}
		what := s.words.T("step.signature_off", map[string]any{"Number": c.Number})
		if err := store.Change(s.ctx, what, func(tx app.Tx) error { return tx.Delete(s.ctx, x) }); err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(signatureAnswer(x, nil))
		}
		s.say("cli.revision.unsigned", map[string]any{"Number": c.Number, "Name": x.FileName, "Who": x.Signer})
		return nil
	})
}

// chosen returns the signature of the given name, or the only one.
func (c revisionUnsign) chosen(all []*app.Signature) (*app.Signature, error) {
	var names []string
	for _, x := range all {
		if name := filepath.Base(c.Signature); c.Signature != "" && app.Fold(x.FileName) == app.Fold(name) {
			return x, nil
		}
		names = append(names, "  "+x.FileName)
	}
	known := strings.Join(names, "\n")
	switch {
	case len(all) == 0:
		return nil, &app.Refusal{ID: "cli.revision.not_signed", Data: map[string]any{"Number": c.Number, "Year": c.Year}}
	case c.Signature != "":
		return nil, &app.Refusal{ID: "cli.revision.no_signature", Data: map[string]any{"Number": c.Number, "What": c.Signature, "Known": known}}
	case len(all) > 1:
		return nil, &app.Refusal{ID: "cli.revision.many_signatures", Data: map[string]any{"Number": c.Number, "Known": known}, Cause: errWords}
	}
	return all[0], nil
}
