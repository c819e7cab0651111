package submission

import (
	"context"
	"fmt"
	"strings"

	"technopark/app"
)

// Shown is a package to be looked at and printed before anything is written.
type Shown struct {
	Name  string // of the package: «Пакет Пример 2020 редакция 1»
	PDF   []byte // its bytes
	Pages int    // that it has
	Draft bool   // «ЧЕРНОВИК» is across its sheets
}

// ShowRevision returns the papers of a kept revision, drawn again from its frozen data.
func ShowRevision(ctx context.Context, records Records, rev *app.Revision) (Shown, error) {
	s, err := drawnAgain(ctx, "", records, rev)
	if err != nil {
		return Shown{}, err
	}
	defer s.pdf.Close() //nolint:errcheck // it is swept at the next start
	shown := Shown{Name: revisionName(s.book.Park, rev.Period.Year, int(rev.Number.N)), Pages: s.out.Pages}
	shown.PDF, err = s.pdf.Bytes()
	return shown, err
}

// Shown returns what may be shown and printed of a package that is not written yet: the very
// bytes Write writes, but of a final package whose revision is not kept yet the draft of
// the same data. Nothing looks final on paper that the data file does not keep.
func (m *Made) Shown(ctx context.Context, records Records) (shown Shown, err error) {
	park, year := m.state.book.Park, m.req.Year
	draft := Shown{Name: strings.TrimSuffix(DraftName(park, year, m.req.Form), ".pdf"), Pages: m.Pages, Draft: true}
	switch {
	case !m.req.Final:
		draft.PDF, err = m.Bytes()
		return draft, err
	case !m.isNew:
		shown = Shown{Name: revisionName(park, year, m.Revision), Pages: m.Pages}
		if m.aside {
			shown.Name += m.req.beside(formOf(m.rev))
		}
		shown.PDF, err = m.Bytes()
		return shown, err
	}
	s := *m.state // what is to be written stays as it was made
	how := paperOf{form: m.req.known(), parts: m.req.Parts, day: m.rev.Made, bare: m.req.Bare, control: m.rev.Journal}
	if err := s.render(ctx, records, how); err != nil {
		return Shown{}, fmt.Errorf("show package: %w", err)
	}
	defer s.pdf.Close() //nolint:errcheck // it is swept at the next start
	draft.Pages = s.out.Pages
	draft.PDF, err = s.pdf.Bytes()
	return draft, err
}
