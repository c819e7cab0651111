// Package viewer shows a paper over the whole window and prints it. It is no family of
// screens but what several of them end on, so it stands between them and the desk.
package viewer

import (
	"context"
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/reports/attach"
)

// Viewer is a paper over the whole window; its pages are drawn from the bytes that are
// printed and saved.
type Viewer struct {
	desk  *desk.Desk
	pdf   []byte
	count int // of its pages
	title string
	pages *kit.Pages
	shown *dialog.CustomDialog
}

// Show opens a viewer on a PDF of so many pages; actions are buttons of whoever shows it.
func Show(d *desk.Desk, title string, pdf []byte, count int, actions ...*kit.Button) *Viewer {
	v := &Viewer{desk: d, pdf: pdf, count: count, title: title}
	v.pages = kit.NewPages(count, v.draw, d.Tasks, d.Words)
	v.pages.OnBack = v.Hide
	printing := kit.NewPrimary(d.T("ui.view.print"), nil, func() { askToPrint(v) })
	closing := kit.NewButton(d.T("ui.view.close"), v.Hide)
	tools := kit.NewFlow(v.pages.Tools...)
	for _, b := range append(actions, printing, closing) {
		b.OnEscape = v.Hide
		tools.Add(b)
	}
	kit.AsWide(d.Window, tools)
	v.shown = kit.NewDialog(title, kit.NewPage(container.NewPadded(tools), v.pages.Content, nil), d.Window)
	v.shown.Show()
	v.shown.Resize(d.Window.Canvas().Size())
	v.pages.Focus()
	return v
}

// Draw opens a viewer on papers that are drawn first, the user waiting or giving up; from there they are
// printed or saved. then is called with it and may be nil.
func Draw(d *desk.Desk, papers func(context.Context) (submission.Shown, error), then func(*Viewer)) {
	var shown submission.Shown
	work := func(ctx context.Context, _ kit.Progress) (err error) {
		shown, err = papers(ctx)
		return err
	}
	d.Tasks.Run(d.T("ui.view.reading"), work, func(err error) {
		if err != nil {
			d.Fail(err) // which says nothing to one who has given up
			return
		}
		save := kit.NewButton(d.T("ui.view.save_pdf"), func() { saveAs(d, shown) })
		v := Show(d, shown.Name, shown.PDF, shown.Pages, save)
		if then != nil {
			then(v)
		}
	})
}

// saveAs asks for a new file and writes the papers into it as they are shown.
func saveAs(d *desk.Desk, shown submission.Shown) {
	title := strings.TrimSuffix(d.T("ui.view.save_pdf"), "…")
	d.NewFile(d.FirstDir(), title, app.AsFileName(shortened(shown.Name, mostName)), ".pdf", func(path string) {
		if err := disk.WriteNew(path, shown.PDF); err != nil {
			d.Fail(err)
			return
		}
		d.TellMade(title, d.T("ui.documents.saved", "File", path), path, nil)
	})
}

// Hide closes the viewer.
func (v *Viewer) Hide() { v.shown.Hide() }

// WhenClosed says what is done once the viewer is closed.
func (v *Viewer) WhenClosed(do func()) { v.shown.SetOnClosed(do) }

// GiveBack says what has the keyboard once the viewer is closed.
func (v *Viewer) GiveBack(to fyne.Focusable) { kit.GiveBack(v.desk.Window, v.shown, to) }

// draw returns a page at a resolution, or as it fits into the room when that is 0.
func (v *Viewer) draw(page, dpi int, room image.Point) (image.Image, error) {
	if dpi == 0 {
		return attach.PageWithin(v.pdf, page, room)
	}
	return attach.Page(v.pdf, page, dpi)
}
