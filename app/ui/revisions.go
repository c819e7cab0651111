package ui

import (
	"context"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/kit"
)

// revisionTools are the buttons of the screen of revisions: a revision is made by the
// package screen, and here goes its way.
func revisionTools(s *recordScreen) []recordTool {
	d := s.desk
	current := func() *app.Revision {
		rev, _ := s.current.(*app.Revision)
		return rev
	}
	with := func(do func(*app.Revision)) func() {
		return func() {
			if rev := current(); rev != nil {
				do(rev)
			}
		}
	}
	tools := []recordTool{signaturesTool(s, current)}
	for i := range mostNext {
		tools = append(tools, markTool(s, i, current))
	}
	again := kit.NewButton(d.T("ui.revision.again"), func() { d.Navigate("package") })
	back := kit.NewButton(d.T("ui.revision.take_back"), with(func(rev *app.Revision) { askToTakeBack(d, rev, s.table) }))
	compare := kit.NewButton(d.T("ui.revision.compare"), with(func(rev *app.Revision) { showComparison(d, rev, s.table) }))
	rebuild := kit.NewButton(d.T("ui.revision.rebuild"), with(func(rev *app.Revision) {
		files := kit.Files{Window: d.Window, Words: d.Words, Dir: firstDir(d)}
		files.Folder(func(dir string) { rebuildRevision(d, rev, dir) })
	}))
	return append(tools,
		recordTool{again, func() { again.Hidden = !isReturned(d, current()) }},
		recordTool{compare, func() { enable(compare, current() != nil) }},
		recordTool{rebuild, func() { enable(rebuild, current() != nil) }},
		recordTool{back, func() { back.Hidden = d.ReadOnly() || !isMarked(current()) }},
	)
}

// signaturesTool is the button of the signatures of a revision.
func signaturesTool(s *recordScreen, current func() *app.Revision) recordTool {
	d := s.desk
	b := kit.NewButton(d.T("ui.signature.button"), func() {
		if rev := current(); rev != nil {
			showSignatures(d, rev)
		}
	})
	return recordTool{b, func() {
		rev := current()
		enable(b, rev != nil)
		b.SetText(d.T("ui.signature.button"))
		if rev == nil {
			return
		}
		if n := len(submission.SignaturesOf(d.Look().Book, rev)); n > 0 {
			b.SetText(d.T("ui.signature.button_n", "N", n))
		}
	}}
}

// mostNext is how many states a revision can be marked with at once.
const mostNext = 2

// markTool is the button for one of the states a revision can be marked with.
func markTool(s *recordScreen, which int, current func() *app.Revision) recordTool {
	d := s.desk
	state := ""
	b := kit.NewButton("", func() {
		if rev := current(); rev != nil && state != "" {
			askToMark(d, rev, state, s.table)
		}
	})
	return recordTool{b, func() {
		state = ""
		if rev := current(); rev != nil && which < len(rev.Next()) {
			state = rev.Next()[which]
			b.SetText(d.T("ui.revision.mark", "State", app.StateName(state).In(d.Lang)))
		}
		b.Hidden = d.ReadOnly() || state == ""
	}}
}

// isMarked reports whether a revision has come further than to be checked.
func isMarked(rev *app.Revision) bool {
	return rev != nil && rev.State != app.RevisionChecked && rev.State != app.RevisionDraft
}

// isReturned reports whether a revision was returned and nothing has taken its place yet.
func isReturned(d *Desk, rev *app.Revision) bool {
	return rev != nil && rev.State == app.RevisionReturned && rev.ID == lastRevision(d, rev.Period.Year).ID
}

// lastRevision returns the last revision of a year; an empty one when there is none.
func lastRevision(d *Desk, year int) *app.Revision {
	book := d.Look().Book
	if book == nil {
		return &app.Revision{}
	}
	all := submission.RevisionsOf(book, year)
	if len(all) == 0 {
		return &app.Revision{}
	}
	return all[len(all)-1]
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
