package revisions

import (
	"context"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app/submission"
	"technopark/app/ui/kit"
)

// signDialog asks by whose certificate КриптоПро is to sign the package and where that is.
type signDialog struct {
	list  *signatureList
	tool  submission.CryptoPro
	owner *kit.Entry
	dir   *kit.Prose
	shown *dialog.CustomDialog
}

func askToSign(s *signatureList, tool submission.CryptoPro) *signDialog {
	d := s.desk
	g := &signDialog{list: s, tool: tool, dir: kit.Wrapped()}
	g.dir.SetText(d.FirstDir())
	g.owner = kit.NewEntry(func(string) { g.sign() })
	choose := kit.NewButton(d.T("ui.choose_folder"), func() { s.files(g.dir.Text).Folder(g.dir.SetText) })
	sign := kit.NewButton(d.T("ui.signature.sign"), g.sign)
	sign.Importance = widget.HighImportance
	cancel := kit.NewButton(d.T("ui.cancel"), func() { g.shown.Hide() })
	sign.OnEscape, choose.OnEscape, cancel.OnEscape, g.owner.OnEscape = cancel.OnTapped, cancel.OnTapped, cancel.OnTapped, cancel.OnTapped
	what, owner := kit.Wrapped(), kit.Wrapped()
	what.SetText(d.T("ui.signature.sign_what", "File", submission.PackageFile(s.rev)))
	owner.SetText(d.T("ui.signature.owner"))
	g.shown = kit.NewDialog(d.T("ui.signature.cryptopro"), container.NewVBox(
		what, container.NewBorder(nil, nil, widget.NewLabel(d.T("ui.folder")), choose, g.dir),
		owner, g.owner, kit.NewFoot(sign, cancel),
	), d.Window)
	g.shown.Resize(kit.Within(d.Window, kit.Pixels(620), 0))
	g.shown.Show()
	d.Window.Canvas().Focus(g.owner)
	return g
}

// sign has the package signed and takes the signature in.
func (g *signDialog) sign() {
	s, d := g.list, g.list.desk
	g.shown.Hide()
	name := submission.PackageFile(s.rev)
	path := submission.PackageIn(g.dir.Text, s.rev)
	if path == "" {
		s.tell(d.T("signature.missing", "Dir", g.dir.Text, "Number", int(s.rev.Number.N), "Names", "«"+name+"»"))
		return
	}
	var data []byte
	d.Tasks.Run(d.T("ui.signature.signing"), func(ctx context.Context, _ kit.Progress) (err error) {
		data, err = g.tool.Sign(ctx, g.owner.Text, path, nil, nil)
		return err
	}, func(err error) {
		if err != nil {
			s.refuse(err)
			return
		}
		s.take(name+submission.SignatureExtensions()[0], data, g.dir.Text)
	})
}
