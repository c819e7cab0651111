package collecting

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"technopark/app/collection"
	"technopark/app/regulation"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// answers is the page that shows what files of answers would change: the files, and of the chosen
// one each cell. Nothing is recorded in the reports before it is accepted there.
type answers struct {
	screen *Screen
	desk   *desk.Desk
	all    []*collection.Received
	done   map[*collection.Received]bool // accepted here
	back   map[*collection.Received]bool // returned here
	chosen int                           // of all; −1 for none
	passed int                           // files that lay beside the answers and are none

	files   *kit.Table
	about   *kit.Marked // of the chosen file as a whole
	cells   *kit.List
	detail  *kit.Marked // of the chosen cell: what was found, what is expected, what to do
	told    string      // in detail
	accept  *kit.Button // the chosen file
	every   *kit.Button // all without rejected cells
	give    *kit.Button // a marked copy of the chosen file
	giveAll *kit.Button // those of all that can only go back
	leave   *kit.Button
	toList  *kit.Button // in place of cells where there are none: back to the files
	panes   *kit.Panes
	view    *kit.Screen
}

func newAnswers(s *Screen) *answers {
	d := s.desk
	p := &answers{screen: s, desk: d, chosen: -1, about: kit.NewMarked(), detail: kit.NewMarked()}
	p.files = kit.NewTable(fileColumns(d))
	p.files.OnSelect = func(id int64) { p.choose(int(id) - 1) }
	p.files.OnOpen = func(int64) { p.toCells() }
	p.files.OnBack = p.onLeave
	p.cells = kit.NewList(kit.ListOptions{Window: d.Window, Words: d.Words, State: d.ListState("collect_cells"), Columns: cellColumns(d)})
	p.cells.Table.OnSelect = func(int64) { p.tellCell() }
	p.cells.Table.OnBack = p.toFiles
	p.every = kit.NewPrimary("", theme.ConfirmIcon(), p.onEvery)
	p.accept = kit.NewTool(d.T("ui.collect.accept"), theme.ConfirmIcon(), p.onAccept)
	p.give = kit.NewTool(d.T("ui.collect.give_back"), theme.MailReplyIcon(), p.onGiveBack)
	p.giveAll = kit.NewTool(d.T("ui.collect.give_back_all"), theme.MailReplyIcon(), func() { p.askWhere(p.faulty()) })
	p.leave = kit.NewTool(d.T("ui.collect.leave"), theme.NavigateBackIcon(), p.onLeave)
	p.toList = kit.NewTool(d.T("ui.collect.to_files"), theme.NavigateBackIcon(), p.toFiles)
	for _, b := range []*kit.Button{p.every, p.accept, p.give, p.giveAll, p.leave, p.toList} {
		b.OnEscape = p.toFiles
	}
	p.cells.Table.OnOpen = func(int64) { p.spell() }
	below := kit.Rows(3, p.detail)
	form := container.New(&cellsLayout{p, below, layout.NewBorderLayout(p.about, below, nil, nil)}, p.about, below, p.cells.Content)
	p.panes = kit.NewPanes(d.Words, p.files, form, 0.36)
	p.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{
			Title: d.T("ui.collect.answers"), Words: d.Words, Primary: p.every,
			Secondary: []*kit.Button{p.accept, p.give, p.leave}, More: []*kit.Button{p.giveAll},
		},
		List: p.panes, Words: d.Words,
	})
	p.panes.OpenFrom(p.view.Header)
	p.view.Hide()
	return p
}

// open shows files that were read and planned.
func (p *answers) open(all []*collection.Received) {
	p.passed = 0
	for _, r := range all {
		if r.Verdict() == collection.PassedBy {
			p.passed++
		}
	}
	all = slices.DeleteFunc(all, func(r *collection.Received) bool { return r.Verdict() == collection.PassedBy })
	p.all, p.done, p.back = all, map[*collection.Received]bool{}, map[*collection.Received]bool{}
	slices.SortStableFunc(p.all, func(a, b *collection.Received) int { return fileRank(a) - fileRank(b) })
	p.chosen = -1
	p.screen.turnTo(p.view)
	p.show()
	p.files.Select(1)
	p.choose(0)
	p.toFiles()
}

// show follows what became of the files.
func (p *answers) show() {
	d := p.desk
	rows := make([]kit.Row, len(p.all))
	for i, r := range p.all {
		rows[i] = kit.Row{ID: int64(i + 1), Cells: []kit.Cell{{Text: p.nameOf(r)}, {Text: p.stateOf(r)}}}
	}
	p.files.SetRows(rows)
	count := d.N("ui.collect.files", len(p.all))
	if p.passed > 0 {
		count += " · " + d.N("ui.collect.passed", p.passed)
	}
	p.view.Header.SetCount(count, desk.Whole(len(p.all)))
	ready := len(p.ready())
	p.every.SetText(d.N("ui.collect.accept_all", ready))
	if ready == 0 {
		p.every.SetText(d.T("ui.collect.accept_none"))
	}
	p.every.Forbid(p.whyNot(ready == 0, "ui.collect.none_ready"))
	p.giveAll.Forbid(p.whyNot(len(p.faulty()) == 0, "ui.collect.none_faulty"))
	d.Settle()
	p.tellFile()
}

// whyNot says why something cannot be done, by the id of a message, where it cannot.
func (p *answers) whyNot(not bool, id string) string {
	if not {
		return p.desk.T(id)
	}
	return ""
}

// current returns the chosen file; nil when there is none.
func (p *answers) current() *collection.Received {
	if p.chosen < 0 || p.chosen >= len(p.all) {
		return nil
	}
	return p.all[p.chosen]
}

// choose shows the cells of a file.
func (p *answers) choose(at int) {
	if at != p.chosen {
		p.chosen = at
		p.tellFile()
	}
}

// tellFile shows the chosen file: what of it is to be known, and its cells.
func (p *answers) tellFile() {
	r := p.current()
	if r == nil {
		return
	}
	p.about.SetText(p.aboutFile(r))
	p.accept.Forbid(p.whyNotAccept(r))
	p.give.Forbid(p.whyNotReturn(r))
	title, text := p.noCells(r)
	p.cells.SetNone(title, text, p.toList)
	p.cells.Table.SetRows(p.cellRows(r))
	if ids := p.cells.Table.Shown(); len(ids) > 0 {
		p.cells.Table.Select(ids[0])
	}
	p.tellCell()
	p.panes.Refresh()
}

// title returns what the cells of the chosen file are called in print.
func (p *answers) title() string {
	if r := p.current(); r != nil {
		return p.desk.T("ui.collect.answer_of", "Whose", p.nameOf(r))
	}
	return p.desk.T("ui.collect.answers")
}

// tellCell writes the chosen cell out.
func (p *answers) tellCell() {
	text := p.desk.T("ui.collect.cells_hint")
	if r := p.current(); r != nil && r.Plan != nil {
		if at := int(p.cells.Table.Selected()) - 1; at >= 0 && at < len(r.Plan.Changes) && p.cells.Table.Shows(int64(at+1)) {
			text = cellDetail(p.desk, r.Plan.Changes[at])
		}
	}
	p.told = text
	p.detail.SetText(text)
}

// toCells gives the keyboard to the cells of the chosen file.
func (p *answers) toCells() {
	p.panes.ShowForm()
	p.cells.Focus()
}

// toFiles gives the keyboard to the files.
func (p *answers) toFiles() {
	p.panes.ShowList()
	p.desk.Window.Canvas().Focus(p.files)
}

// spell writes the chosen cell and what is to be known of its file out in a window that has no room
// for them beside the cells.
func (p *answers) spell() {
	r := p.current()
	if r == nil || !kit.Low(p.desk.Window.Canvas()) {
		return
	}
	kit.Ask(p.desk.Window, p.nameOf(r), p.told+"\n\n"+p.aboutFile(r), kit.Answer{Text: p.desk.T("ui.ok"), Do: p.toCells})
}

// cellsLayout leaves a low window to the cells: what is said of them opens by Enter there.
type cellsLayout struct {
	page  *answers
	below fyne.CanvasObject
	whole fyne.Layout
}

// Layout is called by the toolkit.
func (l *cellsLayout) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	for _, o := range []fyne.CanvasObject{l.page.about, l.below} {
		if kit.Low(l.page.desk.Window.Canvas()) {
			o.Hide()
		} else {
			o.Show()
		}
	}
	l.whole.Layout(objects, room)
}

// MinSize is called by the toolkit.
func (l *cellsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return l.page.cells.Content.MinSize()
}

// nextFault selects the next rejected cell, of the chosen file, else of the next that has one.
func (p *answers) nextFault() {
	if len(p.all) == 0 {
		return
	}
	from := int(p.cells.Table.Selected())
	for step := range len(p.all) + 1 {
		at := (max(0, p.chosen) + step) % len(p.all)
		ids := p.faultsOf(p.all[at])
		if step == 0 {
			ids = slices.DeleteFunc(ids, func(id int64) bool { return int(id) <= from })
		}
		if len(ids) == 0 {
			continue
		}
		p.files.Select(int64(at + 1))
		p.choose(at)
		p.toCells()
		p.cells.Table.Select(ids[0])
		p.tellCell()
		return
	}
}

// Receive asks for a file or a folder of answers.
func (s *Screen) Receive() {
	d := s.desk
	if why := s.whyReadOnly(nil); why != "" {
		s.tell(why)
		return
	}
	kit.Ask(d.Window, d.T("ui.collect.take_title"), d.T("ui.collect.take_what"),
		kit.Answer{Text: d.T("ui.collect.take_folder"), Do: func() { d.Files(d.FirstDir()).Folder(func(dir string) { s.Dropped([]string{dir}) }) }},
		kit.Answer{Text: d.T("ui.collect.take_file"), Do: func() { d.Files(d.FirstDir()).Open(func(path string) { s.Dropped([]string{path}) }, ".xlsx", ".xlsm") }},
		kit.Answer{Text: d.T("ui.cancel"), Do: s.FocusList})
}

// Dropped reads files and folders of answers beside the window, and shows what they would change.
func (s *Screen) Dropped(paths []string) {
	d := s.desk
	if why := s.whyReadOnly(nil); why != "" {
		s.tell(why)
		return
	}
	read := func() {
		s.study(func(ctx context.Context, progress kit.Progress) ([]*collection.Received, error) {
			return collection.Gather(ctx, paths, counting(progress, d.T("ui.collect.reading")))
		})
	}
	if s.Unsaved() == "" {
		read()
		return
	}
	d.AskToLeaveScreen(s, read, s.FocusUnsaved) // others take the place of the answers that are shown
}

// study plans what a work has read against the records as they are now, and shows it.
func (s *Screen) study(read func(context.Context, kit.Progress) ([]*collection.Received, error)) {
	d := s.desk
	d.Newest(func(seen *desk.Seen) {
		var all []*collection.Received
		d.Tasks.Run(d.T("ui.collect.reading"), func(ctx context.Context, progress kit.Progress) (err error) {
			if all, err = read(ctx, progress); err != nil {
				return err
			}
			return s.against(seen).Plan(ctx, all, counting(progress, d.T("ui.collect.planning")))
		}, func(err error) {
			switch {
			case err != nil:
				s.tell(d.Say(err))
			case !slices.ContainsFunc(all, func(r *collection.Received) bool { return r.Verdict() != collection.PassedBy }):
				s.tell(d.T("ui.collect.no_files"))
			default:
				s.answers.open(all)
			}
		})
	})
}

// against is what answers are planned against.
func (s *Screen) against(seen *desk.Seen) collection.Intake {
	d := s.desk
	return collection.Intake{
		Book: seen.Book, Period: s.when(), Today: d.Today(), Content: d.Store.Content,
		Rules: func(year int) (regulation.Set, error) { return d.Regulations.For(seen.Book, year) },
	}
}

// lookAt shows the answer that is kept of a resident.
func (s *Screen) lookAt(row collection.Row) {
	d, q := s.desk, row.Sheet
	if q.Content == "" {
		s.tell(d.T("ui.collect.no_content", "File", q.Answer))
		return
	}
	raw, err := d.Store.Content(d.Ctx(), q.Content)
	if err != nil {
		d.Fail(err)
		return
	}
	s.study(func(context.Context, kit.Progress) ([]*collection.Received, error) {
		return []*collection.Received{collection.Kept(q, raw)}, nil
	})
}

// turnTo shows one of the two pages.
func (s *Screen) turnTo(page fyne.CanvasObject) {
	for _, o := range s.pages.Objects {
		if o == page {
			o.Show()
		} else {
			o.Hide()
		}
	}
	s.pages.Refresh()
}

// NextFault selects the next rejected cell of the answers that are shown.
func (s *Screen) NextFault() {
	if s.answers.view.Visible() {
		s.answers.nextFault()
	}
}
