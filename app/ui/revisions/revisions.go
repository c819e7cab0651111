// Package revisions is the family of the final packages that were kept: how far each has
// come, what differs between two, whose signatures they bear, and their papers made again.
package revisions

import (
	"context"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/app/ui/viewer"
)

// tools are the buttons over the form of a revision. The screen of the package makes
// revisions; these buttons lead each through its states.
type tools struct {
	desk *desk.Desk
	page desk.RecordPage
}

// Tools returns the buttons over the form of a revision.
func Tools(d *desk.Desk, page desk.RecordPage) []desk.Tool {
	t := &tools{desk: d, page: page}
	all := []desk.Tool{t.signatures()}
	for i := range mostNext {
		all = append(all, t.mark(i))
	}
	again := kit.NewButton(d.T("ui.revision.again"), func() { d.Navigate("package") })
	back := t.button("ui.revision.take_back", t.takeBack)
	return append(all,
		desk.Tool{Button: again, Show: func() { again.Hidden = !isReturned(d, t.current()) }},
		t.always("ui.revision.compare", t.compare),
		t.always("ui.revision.view", t.view),
		t.always("ui.revision.rebuild", t.rebuild),
		desk.Tool{Button: back, Show: func() { back.Hidden = d.ReadOnly() || !isMarked(t.current()) }},
	)
}

// current returns the revision in the form; nil when there is none.
func (t *tools) current() *app.Revision {
	rev, _ := t.page.Kept().(*app.Revision)
	return rev
}

// button does something with the revision in the form.
func (t *tools) button(id string, do func(*app.Revision)) *kit.Button {
	return kit.NewButton(t.desk.T(id), func() {
		if rev := t.current(); rev != nil {
			do(rev)
		}
	})
}

// always is a button that any revision has.
func (t *tools) always(id string, do func(*app.Revision)) desk.Tool {
	b := t.button(id, do)
	return desk.Tool{Button: b, Show: func() { kit.Enable(b, t.current() != nil) }}
}

func (t *tools) takeBack(rev *app.Revision) { askToTakeBack(t.desk, rev, t.page.List()) }

func (t *tools) compare(rev *app.Revision) { showComparison(t.desk, rev, t.page.List()) }

// view shows the papers of a revision, to be printed from there.
func (t *tools) view(rev *app.Revision) {
	papers := func(ctx context.Context) (submission.Shown, error) {
		return submission.ShowRevision(ctx, t.desk.Store, rev)
	}
	viewer.Draw(t.desk, papers, func(v *viewer.Viewer) { v.GiveBack(t.page.List()) })
}

// rebuild asks for a folder and makes the papers again there.
func (t *tools) rebuild(rev *app.Revision) {
	files := t.desk.Files(t.desk.FirstDir())
	files.Folder(func(dir string) { rebuild(t.desk, rev, dir) })
}

// signatures is the button of the signatures of a revision; it says how many there are.
func (t *tools) signatures() desk.Tool {
	d := t.desk
	b := t.button("ui.signature.button", func(rev *app.Revision) { showSignatures(d, rev) })
	return desk.Tool{Button: b, Show: func() {
		rev := t.current()
		kit.Enable(b, rev != nil)
		text := d.T("ui.signature.button")
		if rev != nil {
			if n := len(submission.SignaturesOf(d.Part("signature"), rev)); n > 0 {
				text = d.T("ui.signature.button_n", "N", n)
			}
		}
		b.SetText(text)
	}}
}

// mostNext is how many states a revision can be marked with at once.
const mostNext = 2

// marker is the button for one of the states a revision can be marked with.
type marker struct {
	tools  *tools
	which  int // of the states that can come next, from 0
	button *kit.Button
}

// mark returns the button for the state that is the given one of those to come.
func (t *tools) mark(which int) desk.Tool {
	m := &marker{tools: t, which: which}
	m.button = t.button("", func(rev *app.Revision) {
		if state := m.state(rev); state != "" {
			askToMark(t.desk, rev, state, t.page.List())
		}
	})
	return desk.Tool{Button: m.button, Show: m.follow}
}

// state returns the state of this button; «» when fewer can come next.
func (m *marker) state(rev *app.Revision) string {
	if rev == nil || m.which >= len(rev.Next()) {
		return ""
	}
	return rev.Next()[m.which]
}

// follow names the state on the button, or hides it.
func (m *marker) follow() {
	d, state := m.tools.desk, m.state(m.tools.current())
	if state != "" {
		m.button.SetText(d.T("ui.revision.mark", "State", app.StateName(state).In(d.Lang)))
	}
	m.button.Hidden = d.ReadOnly() || state == ""
}

// isMarked reports whether a revision has come further than to be checked.
func isMarked(rev *app.Revision) bool {
	return rev != nil && rev.State != app.RevisionChecked && rev.State != app.RevisionDraft
}

// isReturned reports whether a revision was returned and nothing has taken its place yet.
func isReturned(d *desk.Desk, rev *app.Revision) bool {
	return rev != nil && rev.State == app.RevisionReturned && rev.ID == submission.LastRevision(d.Part("revision"), rev.Period.Year).ID
}

// rebuild makes the papers of a revision again and says whether they are the same.
func rebuild(d *desk.Desk, rev *app.Revision, dir string) {
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
