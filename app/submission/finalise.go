package submission

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/regulation"
)

// Keeper is a data file in which revisions can be kept.
type Keeper interface {
	File
	// Change calls fn and keeps all that it wrote as one step of undo, named what; nothing of
	// it when fn fails.
	Change(ctx context.Context, what string, fn func(app.Tx) error) error
}

// ErrChanged says that the records are no longer those a package was made of.
var ErrChanged error = &app.Refusal{ID: "err.package_changed"}

// Finalise freezes the data of the year as a revision, keeps it in the data file, and
// writes the package with the data beside it. Data that are those of the last revision
// make no new one, unless it was returned: its papers are written again, those in another
// form beside them. what names the step in the journal, who is printed as the maker.
func Finalise(ctx context.Context, file Keeper, by *regulation.Library, req Request, what func(number int) string, who string, progress func(Step)) (Output, error) {
	if err := disk.Into(req.Dir); err != nil {
		return Output{}, err
	}
	req.Final = true
	m, err := makeIn(ctx, req.Dir, file, by, req, who, progress)
	if err != nil {
		return Output{}, err
	}
	defer m.Close() //nolint:errcheck // it is swept at the next start
	if progress != nil {
		progress(StepWrite)
	}
	return m.Write(ctx, file, what, req.Dir)
}

// Write writes a package as it was made: a draft as one PDF, and so a final one in another
// form than its revision's own; else a final one with the data, the tables and the archive
// beside it, when it has been kept in the data file as a revision. It fails with ErrChanged
// when a final package is no longer of what the file holds. what names the step in the
// journal.
func (m *Made) Write(ctx context.Context, file Keeper, what func(number int) string, dir string) (Output, error) {
	if !m.req.Final {
		return m.writePDF(dir)
	}
	shelf, err := openShelf(dir)
	if err != nil {
		return Output{}, err
	}
	s, out := m.state, m.Output
	stem := revisionName(s.book.Park, m.req.Year, out.Revision)
	if m.aside {
		err := out.write(dir, stem+m.req.beside(formOf(m.rev)), s.book, s.pdf, nil)
		return out, err
	}
	files, err := s.files(stem, dir)
	if err != nil {
		return Output{}, fmt.Errorf("build package: %w", err)
	}
	defer files[len(files)-1].loose.Close() //nolint:errcheck // it is swept at the next start
	if !m.isNew {
		if files, err = m.again(ctx, file, what, files, dir); err != nil {
			return Output{}, fmt.Errorf("write revision %d: %w", out.Revision, err)
		}
	}
	// The files lie on the disk before the revision is kept: a full one makes no revision.
	at, err := shelf.settle(stem, innOf(s.book), files, nil)
	if err != nil {
		return Output{}, err
	}
	written, err := stage(ctx, at.place, files)
	if err != nil {
		return Output{}, err
	}
	if m.isNew {
		if err := m.keep(ctx, file, what, files); err != nil {
			written.Drop()
			return Output{}, fmt.Errorf("keep revision %d: %w", out.Revision, err)
		}
	}
	if err := written.Commit(); err != nil {
		return Output{}, err
	}
	out.at(at, files)
	return out, nil
}

// stage writes files beside their places.
func stage(ctx context.Context, at place, files []file) (*disk.Staged, error) {
	all := make([]disk.File, len(files))
	for i, path := range at.paths(files) {
		all[i] = disk.File{Path: path, Data: files[i].data, From: files[i].loose}
	}
	return disk.Stage(ctx, all...)
}

// again returns what a revision that is kept already writes: its files with the signatures
// it has. Its data come back into a data file that has lost them. Of one that nobody has signed the data file remembers the sums of these files:
// they differ from those of before where the PDF carries other files, or where a later
// program has drawn it.
func (m *Made) again(ctx context.Context, in Keeper, what func(number int) string, files []file, dir string) ([]file, error) {
	if _, err := in.Content(ctx, m.rev.Data); errors.Is(err, app.ErrNotFound) {
		err = in.Change(ctx, what(m.Revision), func(tx app.Tx) error {
			_, err := tx.PutContent(ctx, m.state.frozen.JSON)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	book, err := in.Book(ctx, m.req.Park)
	if err != nil {
		return nil, err
	}
	if len(SignaturesOf(book, m.rev)) > 0 {
		return withSignatures(ctx, in, m.rev, files, dir)
	}
	if sums := manifest(files); sums != m.rev.Files {
		m.rev.Files = sums
		err = in.Change(ctx, what(m.Revision), func(tx app.Tx) error { return tx.Save(ctx, m.rev) })
	}
	return files, err
}

// keep adds the revision to the data file; once kept, it is not new any more.
func (m *Made) keep(ctx context.Context, in Keeper, what func(number int) string, files []file) error {
	s := m.state
	book, err := in.Book(ctx, m.req.Park)
	if err != nil {
		return err
	}
	now, err := Freeze(book, s.out.By, s.out.Result)
	if err != nil {
		return err
	}
	if now.SHA256 != s.frozen.SHA256 {
		return ErrChanged
	}
	m.rev.Pages, m.rev.PDF, m.rev.Files = app.Of(app.Count(s.out.Pages)), app.Content(s.base), manifest(files)
	err = in.Change(ctx, what(m.Revision), func(tx app.Tx) error {
		if _, err := tx.PutContent(ctx, s.frozen.JSON); err != nil {
			return err
		}
		return tx.Save(ctx, m.rev)
	})
	m.isNew = m.isNew && err != nil
	return err
}

// revision returns the last revision when it is of these very data, in whatever form, else
// a new one.
func (s *state) revision(req Request, who string) (rev *app.Revision, isNew bool) {
	last := 0
	for _, r := range app.All[app.Revision](s.live, "revision") {
		if r.Period != app.YearPeriod(req.Year) || int(r.Number.N) < last {
			continue
		}
		last, rev = int(r.Number.N), r
	}
	if rev != nil && rev.Data == s.frozen.SHA256 && rev.State != app.RevisionReturned && rev.Parts == strings.Join(req.Parts, ",") {
		return rev, false
	}
	fresh := frozenRevision(req.Park, req.Year, s.out.By, paperOf{form: req.Form.known(), parts: req.Parts, day: app.DateOf(req.Now), control: s.control})
	fresh.Number, fresh.Data, fresh.Program = app.Of(app.Count(last+1)), s.frozen.SHA256, app.Version
	fresh.Maker, fresh.Reason = app.Clean(who), app.CleanNote(req.Reason)
	return fresh, true
}

// frozenRevision returns a revision as it is when its data are frozen: checked, and on
// paper in such a way.
func frozenRevision(park int64, year int, by regulation.Set, how paperOf) *app.Revision {
	return &app.Revision{
		Head: app.Head{Park: park}, Parts: strings.Join(how.parts, ","), Period: app.YearPeriod(year), State: app.RevisionChecked,
		Lang: string(how.form.Lang), Form: how.form.Key(), Made: how.day, Checked: how.day, Journal: how.control,
		Method: by.Method.Title.RU + ", версия " + by.Method.Version, Rules: by.Rules.Title.RU + ", версия " + by.Rules.Version,
	}
}

// Rebuilt says how the papers of a revision that were made again compare with the first.
type Rebuilt struct {
	Output
	SameData  bool // the indicators of the frozen data are those frozen with them
	SamePages bool // the program's own sheets are the very bytes of then
}

// Rebuild makes the papers of a kept revision again, from its frozen data alone, and
// writes the PDF into dir. A later version of the program may draw other pages of the same
// data, and says so.
func Rebuild(ctx context.Context, records Records, rev *app.Revision, dir string) (Rebuilt, error) {
	if err := disk.Into(dir); err != nil {
		return Rebuilt{}, err
	}
	s, err := drawnAgain(ctx, dir, records, rev)
	if err != nil {
		return Rebuilt{}, err
	}
	defer s.pdf.Close() //nolint:errcheck // it is swept at the next start
	stem := revisionName(s.book.Park, rev.Period.Year, int(rev.Number.N)) + ", собрана заново"
	if err := s.out.write(dir, stem, s.book, s.pdf, nil); err != nil {
		return Rebuilt{}, err
	}
	return Rebuilt{s.out, s.frozen.SHA256 == rev.Data && maps.Equal(Values(s.out.Result), s.values), app.Content(s.base) == rev.PDF}, nil
}

// drawnAgain draws the sheets of a revision from its frozen data.
func drawnAgain(ctx context.Context, dir string, records Records, rev *app.Revision) (*state, error) {
	s, err := reopened(ctx, records, rev, nil)
	if err != nil {
		return nil, err
	}
	how := paperOf{form: formOf(rev), final: true, revision: int(rev.Number.N), parts: partsOf(rev), day: rev.Made, dir: dir, control: rev.Journal}
	if err := s.render(ctx, records, how); err != nil {
		return nil, fmt.Errorf("rebuild revision %d: %w", rev.Number.N, err)
	}
	return s, nil
}

// reopened thaws a revision and judges it by its own method and rules, compared with what an
// earlier one holds where that is given.
func reopened(ctx context.Context, records Records, rev *app.Revision, last *app.Book) (*state, error) {
	data, err := records.Content(ctx, rev.Data)
	if err != nil {
		return nil, fmt.Errorf("revision %d: %w", rev.Number.N, err)
	}
	t, err := thaw(data)
	if err != nil {
		return nil, fmt.Errorf("revision %d: %w", rev.Number.N, err)
	}
	s, err := t.judged(data, last)
	if err != nil {
		return nil, fmt.Errorf("revision %d: %w", rev.Number.N, err)
	}
	return s, nil
}
