package ui

import (
	"context"
	"errors"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/kit"
)

// revisionTools are the buttons of the screen of revisions: a revision is made by the
// package screen, and here goes its way.
func revisionTools(s *recordScreen) []recordTool {
	d := s.desk
	with := func(do func(*app.Revision, string)) func() {
		return func() {
			rev, ok := s.current.(*app.Revision)
			if !ok {
				return
			}
			files := kit.Files{Window: d.Window, Words: d.Words, Dir: firstDir(d)}
			files.Folder(func(dir string) { do(rev, dir) })
		}
	}
	rebuild := kit.NewButton(d.T("ui.revision.rebuild"), with(func(rev *app.Revision, dir string) { rebuildRevision(d, rev, dir) }))
	changes := kit.NewButton(d.T("ui.revision.changes"), with(func(rev *app.Revision, dir string) { writeChanges(d, rev, dir) }))
	signatures := kit.NewButton(d.T("ui.signature.button"), func() {
		if rev, ok := s.current.(*app.Revision); ok {
			showSignatures(d, rev)
		}
	})
	tools := []recordTool{{signatures, func() {
		rev, ok := s.current.(*app.Revision)
		enable(signatures, ok)
		signatures.SetText(d.T("ui.signature.button"))
		if !ok {
			return
		}
		if n := len(submission.SignaturesOf(d.Look().Book, rev)); n > 0 {
			signatures.SetText(d.T("ui.signature.button_n", "N", n))
		}
	}}}
	for _, b := range []*kit.Button{rebuild, changes} {
		tools = append(tools, recordTool{b, func() { enable(b, s.current != nil) }})
	}
	return tools
}

// rebuildRevision makes the papers of a revision again and says whether they are the same.
func rebuildRevision(d *Desk, rev *app.Revision, dir string) {
	var out submission.Rebuilt
	work := func(ctx context.Context, _ kit.Progress) (err error) {
		out, err = submission.Rebuild(ctx, d.Store, rev, dir)
		return err
	}
	d.Tasks.Run(d.T("ui.revision.rebuilding"), work, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		said := d.T("cli.revision.rebuilt", "File", out.PDF, "Data", out.SameData, "Pages", out.SamePages)
		kit.Tell(d.Window, d.T("ui.revision.title", "Number", int(rev.Number.N)), said, d.T("ui.ok"))
	})
}

// writeChanges writes the sheet of changes against the revision before.
func writeChanges(d *Desk, rev *app.Revision, dir string) {
	title := d.T("ui.revision.title", "Number", int(rev.Number.N))
	var before *app.Revision
	for _, r := range submission.RevisionsOf(d.Look().Book, rev.Period.Year) {
		if r.Number.N < rev.Number.N {
			before = r
		}
	}
	if before == nil {
		kit.Tell(d.Window, title, d.T("ui.revision.only_one"), d.T("ui.ok"))
		return
	}
	path := ""
	work := func(ctx context.Context, _ kit.Progress) (err error) {
		path, err = submission.WriteChanges(ctx, d.Store, before, rev, dir)
		return err
	}
	d.Tasks.Run(d.T("ui.revision.changes"), work, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			d.Fail(err)
		default:
			kit.Tell(d.Window, title, d.T("ui.documents.saved", "File", path), d.T("ui.ok"))
		}
	})
}
