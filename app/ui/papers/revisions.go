package papers

import (
	"context"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// revisionTools are the buttons of the screen of revisions: a revision is made by the
// package screen, and here goes its way.
func revisionTools(d *desk.Desk, s desk.RecordPage) []desk.Tool {
	current := func() *app.Revision {
		rev, _ := s.Kept().(*app.Revision)
		return rev
	}
	with := func(do func(*app.Revision)) func() {
		return func() {
			if rev := current(); rev != nil {
				do(rev)
			}
		}
	}
	tools := []desk.Tool{signaturesTool(d, current)}
	for i := range mostNext {
		tools = append(tools, markTool(d, s, i, current))
	}
	again := kit.NewButton(d.T("ui.revision.again"), func() { d.Navigate("package") })
	back := kit.NewButton(d.T("ui.revision.take_back"), with(func(rev *app.Revision) { askToTakeBack(d, rev, s.List()) }))
	compare := kit.NewButton(d.T("ui.revision.compare"), with(func(rev *app.Revision) { showComparison(d, rev, s.List()) }))
	rebuild := kit.NewButton(d.T("ui.revision.rebuild"), with(func(rev *app.Revision) {
		files := kit.Files{Window: d.Window, Words: d.Words, Dir: d.FirstDir()}
		files.Folder(func(dir string) { rebuildRevision(d, rev, dir) })
	}))
	return append(tools,
		desk.Tool{Button: again, Show: func() { again.Hidden = !isReturned(d, current()) }},
		desk.Tool{Button: compare, Show: func() { kit.Enable(compare, current() != nil) }},
		desk.Tool{Button: rebuild, Show: func() { kit.Enable(rebuild, current() != nil) }},
		desk.Tool{Button: back, Show: func() { back.Hidden = d.ReadOnly() || !isMarked(current()) }},
	)
}

// signaturesTool is the button of the signatures of a revision.
func signaturesTool(d *desk.Desk, current func() *app.Revision) desk.Tool {
	b := kit.NewButton(d.T("ui.signature.button"), func() {
		if rev := current(); rev != nil {
			showSignatures(d, rev)
		}
	})
	return desk.Tool{Button: b, Show: func() {
		rev := current()
		kit.Enable(b, rev != nil)
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
func markTool(d *desk.Desk, s desk.RecordPage, which int, current func() *app.Revision) desk.Tool {
	state := ""
	b := kit.NewButton("", func() {
		if rev := current(); rev != nil && state != "" {
			askToMark(d, rev, state, s.List())
		}
	})
	return desk.Tool{Button: b, Show: func() {
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
func isReturned(d *desk.Desk, rev *app.Revision) bool {
	return rev != nil && rev.State == app.RevisionReturned && rev.ID == lastRevision(d, rev.Period.Year).ID
}

// lastRevision returns the last revision of a year; an empty one when there is none.
func lastRevision(d *desk.Desk, year int) *app.Revision {
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
func rebuildRevision(d *desk.Desk, rev *app.Revision, dir string) {
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
