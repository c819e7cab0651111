package viewer

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app/ui/kit"
	"technopark/reports/attach"
)

// printDialog asks what of a paper to print and how.
type printDialog struct {
	viewer   *Viewer
	pages    *kit.Entry
	printer  *kit.Select // the first choice is the default printer
	copies   *kit.Entry
	twoSided *kit.Check
	ownSize  *kit.Check
	wrong    *kit.Prose
	box      *fyne.Container
	shown    *dialog.CustomDialog
}

// askToPrint asks the system which printers there are, and then the user.
func askToPrint(v *Viewer) {
	d := v.desk
	if !canChoose() {
		showPrint(v, nil)
		return
	}
	var names []string
	d.Tasks.Run(d.T("ui.print.asking"), func(ctx context.Context, _ kit.Progress) error {
		names = printers(ctx)
		return ctx.Err()
	}, func(err error) {
		if err == nil {
			showPrint(v, names)
		}
	})
}

// showPrint opens the dialog with the printers to choose from.
func showPrint(v *Viewer, printers []string) *printDialog {
	d := v.desk
	p := &printDialog{viewer: v, wrong: kit.Wrapped()}
	p.wrong.Hide()
	p.pages, p.copies = kit.NewEntry(func(string) { p.print() }), kit.NewEntry(func(string) { p.print() })
	p.copies.SetText("1")
	p.printer = kit.NewSelect(append([]string{d.T("ui.print.default")}, printers...))
	p.printer.SetSelectedIndex(0)
	p.twoSided, p.ownSize = kit.NewCheck(d.T("ui.print.two_sided")), kit.NewCheck(d.T("ui.print.own_size"))
	show := kit.NewButton(d.T("ui.print.go"), p.print)
	show.Importance = widget.HighImportance
	cancel := kit.NewButton(d.T("ui.cancel"), p.hide)
	show.OnEscape, cancel.OnEscape, p.pages.OnEscape, p.copies.OnEscape = p.hide, p.hide, p.hide, p.hide
	p.twoSided.OnEscape, p.ownSize.OnEscape, p.printer.OnEscape = p.hide, p.hide, p.hide
	p.box = container.NewVBox(widget.NewLabel(d.T("ui.print.pages", "N", v.count)), p.pages)
	for _, o := range p.ways() {
		p.box.Add(o)
	}
	p.box.Add(p.wrong)
	p.box.Add(kit.NewFoot(show, cancel))
	p.shown = kit.NewDialog(d.T("ui.print.title"), p.box, d.Window)
	p.fit()
	p.shown.Show()
	d.Window.Canvas().Focus(p.pages)
	return p
}

// ways returns what is asked of the printing itself, as far as it can be said to the system.
func (p *printDialog) ways() []fyne.CanvasObject {
	d := p.viewer.desk
	if !canChoose() {
		hint := kit.Wrapped()
		hint.SetText(d.T("ui.print.two_sided_hint"))
		return []fyne.CanvasObject{hint}
	}
	return []fyne.CanvasObject{
		widget.NewLabel(d.T("ui.print.printer")), p.printer,
		container.NewBorder(nil, nil, widget.NewLabel(d.T("ui.print.copies")), nil, p.copies),
		p.twoSided, p.ownSize,
	}
}

// fit makes the dialog as high as what is in it.
func (p *printDialog) fit() { p.shown.Resize(kit.Within(p.viewer.desk.Window, kit.Pixels(520), 0)) }

func (p *printDialog) hide() {
	p.shown.Hide()
	p.viewer.pages.Focus()
}

// mostCopies is how many copies a slip of the finger may cost.
const mostCopies = 99

// print sends the chosen pages to the printer; a wrong choice is told beside it.
func (p *printDialog) print() {
	v, d := p.viewer, p.viewer.desk
	chosen, err := attach.ParsePages(p.pages.Text, v.count)
	if err != nil {
		p.refuse(d.T("ui.print.no_pages", "Pages", p.pages.Text, "N", v.count), p.pages)
		return
	}
	copies, err := strconv.Atoi(strings.TrimSpace(p.copies.Text))
	if err != nil || copies < 1 || copies > mostCopies {
		p.refuse(d.T("ui.print.no_copies", "Copies", p.copies.Text, "Most", mostCopies), p.copies)
		return
	}
	j := job{title: v.title, copies: copies, twoSided: p.twoSided.Checked}
	if p.printer.SelectedIndex() > 0 {
		j.printer = p.printer.Selected
	}
	p.hide()
	var done printing
	d.Tasks.Run(d.T("ui.print.working"), func(ctx context.Context, _ kit.Progress) (err error) {
		done, err = j.sendAll(ctx, v.pdf, chosen, p.ownSize.Checked)
		return err
	}, func(err error) { p.tell(done, err) })
}

// refuse says what is wrong with a choice and leads to it.
func (p *printDialog) refuse(text string, to *kit.Entry) {
	p.wrong.SetText(text)
	p.wrong.Show()
	p.box.Refresh()
	p.fit()
	p.viewer.desk.Window.Canvas().Focus(to)
}

// tell says what came of a print; who gave up knows it already.
func (p *printDialog) tell(done printing, err error) {
	d := p.viewer.desk
	if errors.Is(err, context.Canceled) {
		return
	}
	var said []string
	if done.sent > 0 || err == nil {
		said = append(said, d.N("ui.print.done", done.sent))
	}
	if done.stopped != "" {
		said = append(said, d.T("ui.print.waiting", "Printer", done.stopped))
	}
	if err != nil {
		said = append(said, d.T("ui.print.failed", "Why", d.Say(err)))
	}
	kit.Tell(d.Window, d.T("ui.print.title"), strings.Join(said, "\n"), d.T("ui.ok"))
}
