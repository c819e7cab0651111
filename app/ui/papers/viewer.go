package papers

import (
	"context"
	"image"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/reports/attach"
)

// viewer shows a paper over the whole window; its pages are drawn from the bytes that
// are printed and saved.
type viewer struct {
	desk  *desk.Desk
	pdf   []byte
	count int
	title string
	pages *kit.Pages
	shown *dialog.CustomDialog
}

// ShowPaper opens a viewer on a PDF of so many pages; actions are buttons of whoever
// shows it.
func ShowPaper(d *desk.Desk, title string, pdf []byte, count int, actions ...*kit.Button) {
	showPaper(d, title, pdf, count, actions...)
}

// showPaper is ShowPaper for who goes on with the viewer it opened.
func showPaper(d *desk.Desk, title string, pdf []byte, count int, actions ...*kit.Button) *viewer {
	v := &viewer{desk: d, pdf: pdf, count: count, title: title}
	v.pages = kit.NewPages(count, v.draw, d.Tasks, d.Words)
	v.pages.OnBack = func() { v.shown.Hide() }
	printing := kit.NewButton(d.T("ui.view.print"), func() { askToPrint(v) })
	closing := kit.NewButton(d.T("ui.view.close"), v.pages.OnBack)
	tools := kit.NewFlow(v.pages.Tools...)
	for _, b := range append(actions, printing, closing) {
		b.OnEscape = v.pages.OnBack
		tools.Add(b)
	}
	kit.AsWide(d.Window, tools)
	v.shown = kit.NewDialog(title, kit.NewPage(container.NewPadded(tools), v.pages.Content, nil), d.Window)
	v.shown.Show()
	v.shown.Resize(d.Window.Canvas().Size())
	v.pages.Focus()
	return v
}

func (v *viewer) draw(page, dpi int, room image.Point) (image.Image, error) {
	if dpi == 0 {
		return attach.PageWithin(v.pdf, page, room)
	}
	return attach.Page(v.pdf, page, dpi)
}

// viewDocument shows the sheets of a document; an office file, or one kept as it is, has
// none, and opens in the
// program the system has for it.
func viewDocument(d *desk.Desk, doc *app.Document) {
	if doc.SHA256 == "" || doc.Format == app.FormatOffice || doc.Format == app.FormatOther {
		openDocument(d, doc)
		return
	}
	var pdf []byte
	var count int
	d.Tasks.Run(d.T("ui.view.reading"), func(ctx context.Context, progress kit.Progress) (err error) {
		progress(doc.FileName, -1)
		if pdf, err = submission.DocumentSheets(ctx, d.Store, doc); err == nil {
			count, err = attach.PageCount(pdf)
		}
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		save := kit.NewButton(d.T("ui.documents.save"), func() { askToSave(d, doc) })
		showPaper(d, doc.Title, pdf, count, save)
	})
}
