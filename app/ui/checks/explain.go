package checks

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// explainPane takes the explanation of one finding.
type explainPane struct {
	desk    *desk.Desk
	done    func()         // follows what was saved
	again   func()         // shows what was checked since
	finding *check.Finding // nil: nothing is selected
	shown   string         // the explanation the finding has
	awaited bool           // it was just saved, and the check does not know it yet
	told    bool           // the foot of the window says that something typed is not saved

	text, author *kit.Entry
	save, remove *kit.Button
	copy         *kit.Button
	content      *fyne.Container
}

func newExplainPane(d *desk.Desk, done, again, back func()) *explainPane {
	p := &explainPane{desk: d, done: done, again: again, text: kit.NewEntry(nil), author: kit.NewEntry(nil)}
	p.text.SetPlaceHolder(d.T("ui.check.explain_here"))
	p.author.SetPlaceHolder(d.T("ui.check.author"))
	p.text.OnSubmitted = func(string) { p.onSave() }
	p.author.OnSubmitted = func(string) { p.onSave() }
	p.text.OnChanged = func(string) { p.tell() }
	p.save = kit.NewButton(d.T("ui.check.explain"), p.onSave)
	p.remove = kit.NewButton(d.T("ui.check.unexplain"), p.onRemove)
	p.copy = kit.NewButton(d.T("ui.check.copy_contact"), p.onCopy)
	p.text.OnEscape, p.author.OnEscape = back, back
	for _, b := range []*kit.Button{p.save, p.remove, p.copy} {
		b.OnEscape = back
	}
	author := kit.Chars(17, p.author)
	p.content = container.NewPadded(container.NewVBox(p.text, kit.NewFlow(author, p.save, p.remove, p.copy)))
	return p
}

// tell lets the foot of the window follow what is typed and not saved.
func (p *explainPane) tell() {
	if now := p.unsaved(); now != p.told {
		p.told = now
		p.desk.Settle()
	}
}

// show fills the pane for a finding; nil empties it.
func (p *explainPane) show(f *check.Finding) {
	defer p.tell()
	typed := p.text.Text
	same := f != nil && p.finding != nil && f.Place() == p.finding.Place() && f.Rule == p.finding.Rule
	keep := same && p.unsaved()
	p.finding = f
	if p.awaited = p.awaited && same && p.desk.Behind(desk.ToCheck); p.awaited {
		return // it stands as it was saved
	}
	p.content.Hidden = f == nil
	if f == nil {
		return
	}
	text := ""
	p.save.SetText(p.desk.T("ui.check.explain"))
	p.remove.Hidden = true
	for _, e := range []*app.Explanation{f.Explanation, f.Outdated} {
		if e != nil {
			text = e.Text
			p.remove.Hidden = false
		}
	}
	switch {
	case f.Outdated != nil:
		p.save.SetText(p.desk.T("ui.check.confirm"))
	case f.Explanation != nil:
		p.save.SetText(p.desk.T("ui.check.change"))
	}
	p.shown = text
	if keep {
		text = typed
	}
	p.text.SetText(text)
	p.copy.Hidden = f.Ask.String() == ""
	for _, w := range []kit.Disableable{p.text, p.author, p.save, p.remove} {
		kit.Enable(w, !p.desk.ReadOnly())
	}
	p.content.Refresh()
}

// unsaved reports whether something is typed that is not in the file.
func (p *explainPane) unsaved() bool { return p.finding != nil && p.text.Text != p.shown }

// revert takes back what is typed.
func (p *explainPane) revert() { p.text.SetText(p.shown) }

func (p *explainPane) focus() {
	if p.finding != nil {
		p.desk.Window.Canvas().Focus(p.text)
	}
}

func (p *explainPane) onSave() {
	d := p.desk
	switch {
	case p.finding == nil || d.ReadOnly():
		return
	case app.Clean(p.text.Text) == "":
		d.Window.Canvas().Focus(p.text)
		return
	case app.Clean(p.author.Text) == "":
		d.Window.Canvas().Focus(p.author)
		return
	}
	p.inNewest(func(report check.Report, f check.Finding) {
		p.change(p.text.Text, func(tx app.Tx) error {
			return tx.Save(d.Ctx(), report.Explain(f, p.text.Text, p.author.Text, d.Today()))
		})
	})
}

func (p *explainPane) onRemove() {
	if p.finding == nil || p.desk.ReadOnly() {
		return
	}
	p.inNewest(func(report check.Report, f check.Finding) {
		if f.Explanation == nil && f.Outdated == nil {
			p.again()
			return // it is gone already
		}
		p.change("", func(tx app.Tx) error {
			return tx.Delete(p.desk.Ctx(), report.Explain(f, "", "", app.Date{}))
		})
	})
}

// inNewest calls do with the finding as the newest check has it. When the records have
// changed meanwhile and the check does not find it any more, or of other figures, it only
// says so: an explanation holds for what its author saw.
func (p *explainPane) inNewest(do func(check.Report, check.Finding)) {
	d, meant := p.desk, *p.finding
	d.Newest(func(seen *desk.Seen) {
		i := slices.IndexFunc(seen.Report.Findings, func(f check.Finding) bool {
			return f.Rule == meant.Rule && f.Place() == meant.Place()
		})
		switch {
		case i < 0:
			kit.Tell(d.Window, d.T("ui.check.title"), d.T("ui.check.gone"), d.T("ui.ok"))
		case seen.Report.Findings[i].Basis != meant.Basis:
			p.again()
			kit.Tell(d.Window, d.T("ui.check.title"), d.T("ui.check.other_figures"), d.T("ui.ok"))
		default:
			do(seen.Report, seen.Report.Findings[i])
		}
	})
}

// change makes one step of the file, after which the explanation is text.
func (p *explainPane) change(text string, fn func(app.Tx) error) {
	d := p.desk
	if err := d.Store.Change(d.Ctx(), d.T("step.explain", "Record", p.finding.Record), fn); err != nil {
		d.Fail(err)
		return
	}
	p.text.SetText(text)
	p.shown, p.awaited = text, true
	p.tell()
	p.remove.Hidden = text == ""
	p.content.Refresh()
	p.done()
}

func (p *explainPane) onCopy() {
	if p.finding != nil {
		fyne.CurrentApp().Clipboard().SetContent(p.finding.Ask.Company + ", " + p.finding.Ask.String())
	}
}
