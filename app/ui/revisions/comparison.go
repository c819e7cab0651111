package revisions

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/app/ui/viewer"
)

// comparison shows what differs between two revisions of a year.
type comparison struct {
	desk      *desk.Desk
	revisions []*app.Revision // of the year, the first one first
	found     *submission.Comparison

	earlier, later *kit.Select
	effects, rows  *kit.Table   // of the lists
	lists          [2]*kit.List // of what moved and of what was changed
	filter         *kit.Filter  // searches what was changed
	moved, changed *kit.Line    // over the lists
	detail         *kit.Prose   // why, and the selected line in full: cells may end in «…»
	page           *fyne.Container
	sheet, closing *kit.Button
	shown          *dialog.CustomDialog
}

// showComparison compares a revision with the one before it, or the first with the next,
// and lets others be chosen; back has the keyboard afterwards.
func showComparison(d *desk.Desk, rev *app.Revision, back fyne.Focusable) *comparison {
	c := &comparison{desk: d, revisions: submission.RevisionsOf(d.Part("revision"), rev.Period.Year), detail: kit.Wrapped()}
	if len(c.revisions) < 2 {
		kit.Tell(d.Window, d.T("ui.revision.title", "Number", int(rev.Number.N)), d.T("ui.revision.only_one"), d.T("ui.ok"))
		return nil
	}
	for i, columns := range [][]kit.Column{effectColumns(d), changeColumns(d)} {
		c.lists[i] = kit.NewList(kit.ListOptions{Window: d.Window, Words: d.Words, Columns: columns})
	}
	c.effects, c.rows = c.lists[0].Table, c.lists[1].Table
	c.filter = kit.NewFilter(d.T("ui.compare.filter"), c.rows.SetFilter)
	c.lists[1].SearchBy(c.filter)
	c.filter.OnEscape, c.filter.OnDown = c.hide, c.lists[1].Focus
	c.effects.OnBack, c.rows.OnBack = c.hide, c.hide
	c.effects.OnSelect, c.effects.OnOpen = c.showEffect, func(int64) { c.goToIndicators() }
	c.rows.OnSelect, c.rows.OnOpen = c.showChange, c.open
	c.moved, c.changed = kit.NewLine(kit.ColorMuted, theme.SizeNameText), kit.NewLine(kit.ColorMuted, theme.SizeNameText)
	c.sheet = kit.NewButton(d.T("ui.revision.changes"), c.showSheet)
	c.closing = kit.NewButton(d.T("ui.view.close"), c.hide)
	c.sheet.OnEscape, c.closing.OnEscape = c.hide, c.hide
	at := max(1, slices.IndexFunc(c.revisions, func(r *app.Revision) bool { return r.ID == rev.ID }))
	c.earlier, c.later = c.chooser(at-1), c.chooser(at)
	c.shown = kit.NewDialog(d.T("ui.compare.title", "Year", rev.Period.Year), c.content(), d.Window)
	kit.GiveBack(d.Window, c.shown, back)
	c.shown.Show()
	c.shown.Resize(d.Window.Canvas().Size())
	c.compare()
	return c
}

// chooser offers the revisions, the one at the given place chosen.
func (c *comparison) chooser(at int) *kit.Select {
	d := c.desk
	var names []string
	for _, r := range c.revisions {
		names = append(names, d.T("ui.compare.revision", "Number", int(r.Number.N), "Day", r.Made.String(), "State", app.StateName(r.State).In(d.Lang)))
	}
	s := kit.NewSelect(names)
	s.SetSelectedIndex(at)
	s.OnEscape = c.hide
	s.OnChanged = func(string) { c.compare() }
	return s
}

func (c *comparison) content() fyne.CanvasObject {
	d := c.desk
	head := kit.NewFlow(c.named("ui.compare.earlier", c.earlier), c.named("ui.compare.later", c.later), kit.Chars(18, c.filter), c.sheet, c.closing)
	kit.AsWide(d.Window, head)
	lists := container.NewVSplit(
		kit.NewPage(container.NewPadded(c.moved), c.lists[0].Content, nil),
		kit.NewPage(container.NewPadded(c.changed), c.lists[1].Content, nil),
	)
	lists.SetOffset(0.4)
	c.page = kit.NewPage(head, lists, container.NewVScroll(c.detail))
	return c.page
}

// named puts a message before a choice.
func (c *comparison) named(id string, s *kit.Select) fyne.CanvasObject {
	return container.NewHBox(container.NewCenter(kit.MutedLabel(c.desk.T(id))), kit.Chars(21, s))
}

func (c *comparison) hide() { c.shown.Hide() }

// compare reads both revisions beside the window and shows what differs.
func (c *comparison) compare() {
	d := c.desk
	one, other := c.revisions[c.earlier.SelectedIndex()], c.revisions[c.later.SelectedIndex()]
	if one == other {
		c.found = nil
		c.show()
		return
	}
	var found *submission.Comparison
	d.Tasks.Run(d.T("ui.compare.working"), func(ctx context.Context, _ kit.Progress) (err error) {
		found, err = submission.Compare(ctx, d.Store, one, other)
		return err
	}, func(err error) {
		if err != nil && !errors.Is(err, context.Canceled) {
			d.Fail(err)
		}
		c.found = found
		c.show()
	})
}

// show fills the lists; without a comparison they are empty and the detail says why.
func (c *comparison) show() {
	d, found := c.desk, c.found
	kit.Enable(c.sheet, found != nil)
	if found == nil {
		c.effects.SetRows(nil)
		c.rows.SetRows(nil)
		c.moved.SetText("")
		c.changed.SetText("")
		c.say(d.T("ui.compare.same"))
		return
	}
	c.effects.SetRows(effectRows(d, found.Effects))
	c.rows.SetRows(changeRows(d, found.Changes))
	c.moved.SetText(d.T("ui.compare.effects", "N", len(found.Effects), "Method", found.OtherMethod))
	c.changed.SetText(d.T("ui.compare.changes", "N", len(found.Changes), "Rules", found.OtherRules))
	c.say(c.reasons())
	list := c.rows
	if len(found.Changes) == 0 {
		list = c.effects
	}
	d.Window.Canvas().Focus(list)
}

// say writes under the lists; the page gives it the room it takes.
func (c *comparison) say(lines ...string) {
	c.detail.SetText(strings.Join(lines, "\n"))
	c.page.Refresh()
}

// reasons says why there came to be another revision.
func (c *comparison) reasons() string {
	var lines []string
	for _, r := range c.found.Reasons {
		lines = append(lines, c.desk.T("common.revision.reason", "Number", int(r.Revision.Number.N), "Returned", r.Returned, "Text", r.Text))
	}
	if len(lines) == 0 {
		return c.desk.T("ui.compare.no_reason")
	}
	return strings.Join(lines, "\n")
}

// showSheet shows the sheet of changes, to be looked at, printed and saved.
func (c *comparison) showSheet() {
	d, found := c.desk, c.found
	var sheet submission.Sheet
	d.Tasks.Run(d.T("ui.compare.working"), func(context.Context, kit.Progress) (err error) {
		sheet, err = submission.SheetOfChanges(found, d.Now().Location())
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		save := kit.NewButton(d.T("ui.view.save"), func() { saveSheet(d, sheet) })
		viewer.Show(d, strings.TrimSuffix(sheet.Name, ".pdf"), sheet.PDF, sheet.Pages, save).GiveBack(c.sheet)
	})
}

// saveSheet writes a paper into a directory the user names.
func saveSheet(d *desk.Desk, sheet submission.Sheet) {
	files := d.Files(d.FirstDir())
	files.Folder(func(dir string) {
		path, err := sheet.Write(dir)
		if err != nil {
			d.Fail(err)
			return
		}
		d.TellMade(d.T("ui.revision.changes"), d.T("ui.documents.saved", "File", path), path, nil)
	})
}
