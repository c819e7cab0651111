package ui

import (
	"technopark/app"
	"technopark/app/ui/kit"
	"technopark/assets"
)

// onAbout says which program this is.
func (w *Window) onAbout() {
	d := w.desk
	kit.Ask(w.win, d.T("ui.window"), d.T("ui.about", "Version", app.Version, "Commit", app.Commit()),
		kit.Answer{Text: d.T("ui.licences.button"), Do: w.showLicences}, kit.Answer{Text: d.T("ui.ok")})
}

// showLicences shows whose work is in the program and on what terms.
func (w *Window) showLicences() {
	d := w.desk
	var all []titledText
	for _, l := range assets.Licences() {
		all = append(all, titledText{l.Name, kit.Cell{Text: l.Kind}, l.Text})
	}
	newTextsDialog(w, d.T("ui.licences.title"), d.T("ui.licences.note"), false, []kit.Column{
		{Key: "part", Head: d.T("ui.licences.part"), Chars: 24, Wide: true},
		{Key: "more", Head: d.T("ui.licences.kind"), Chars: 14},
		{Key: "text", Head: d.T("ui.licences.text"), Chars: 60, Wide: true},
	}, all).show()
}
