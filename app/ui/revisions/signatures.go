package revisions

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// signatureList shows the signatures of a revision and takes in more.
type signatureList struct {
	desk *desk.Desk
	rev  *app.Revision
	list *kit.ListDialog

	add, details, save, remove *kit.Button
	cryptoPro                  *kit.Button // nil where the program of КриптоПро is not there
}

// showSignatures opens the list.
func showSignatures(d *desk.Desk, rev *app.Revision) *signatureList {
	s := &signatureList{desk: d, rev: rev}
	s.add = kit.NewButton(d.T("ui.signature.add"), s.onAdd)
	s.details = kit.NewButton(d.T("ui.signature.details"), s.onDetails)
	s.save = kit.NewButton(d.T("ui.signature.save"), s.onSave)
	s.remove = kit.NewButton(d.T("ui.signature.remove"), s.onRemove)
	buttons := []*kit.Button{s.add, s.details, s.save, s.remove}
	if tool, there := submission.FindCryptoPro(); there {
		s.cryptoPro = kit.NewButton(d.T("ui.signature.cryptopro"), func() { askToSign(s, tool) })
		kit.Enable(s.cryptoPro, !d.ReadOnly())
		buttons = []*kit.Button{s.add, s.cryptoPro, s.details, s.save, s.remove}
	}
	kit.Enable(s.add, !d.ReadOnly())
	kit.Enable(s.remove, !d.ReadOnly())
	s.list = kit.NewListDialog(d.Window, s.title(), d.T("ui.signature.none"), d.T("ui.documents.close"), []kit.Column{
		{Key: "file", Head: d.T("ui.signature.file"), Chars: 6},
		{Key: "who", Head: d.T("ui.signature.who"), Chars: 20},
		{Key: "when", Head: d.T("ui.signature.when"), Chars: 10},
		{Key: "checked", Head: d.T("ui.signature.checked"), Chars: 48, Wide: true},
	}, buttons...)
	s.list.OfRow(s.details, s.save, s.remove)
	if d.ReadOnly() {
		s.list.OfRow(s.details, s.save)
	}
	s.list.Table.OnOpen = func(int64) { s.onDetails() }
	s.refill()
	s.list.Show()
	return s
}

func (s *signatureList) refill() {
	d := s.desk
	all := submission.SignaturesOf(d.Part("signature"), s.rev)
	rows := make([]kit.Row, len(all))
	for i, x := range all {
		when := d.T("signature.undated")
		if !x.Signed.Zero() {
			when = x.Signed.String()
		}
		rows[i] = kit.Row{ID: x.ID, Cells: []kit.Cell{{Text: kindOf(x.File)}, {Text: x.Signer}, {Text: when}, {Text: d.T("signature.checked." + submission.SignatureState(d.Ctx(), d.Store, x))}}}
	}
	s.list.Fill(rows)
}

// kindOf returns «PDF» for a PDF: the files of a revision differ in nothing else.
func kindOf(name string) string {
	return strings.ToUpper(strings.TrimPrefix(filepath.Ext(name), "."))
}

func (s *signatureList) selected() *app.Signature {
	return app.Find[app.Signature](s.desk.Part("signature"), "signature", s.list.Table.Selected())
}

func (s *signatureList) files(dir string) kit.Files {
	return s.desk.Files(dir)
}

func (s *signatureList) onAdd() {
	s.files(s.desk.FirstDir()).Open(s.addFile, submission.SignatureExtensions()...)
}

// addFile takes the signature of a file. The files of the revision are looked for beside
// it, else where packages go; when they are in neither, the user says where.
func (s *signatureList) addFile(path string) {
	data, err := submission.ReadSignature(path)
	if err != nil {
		s.refuse(err)
		return
	}
	dir := filepath.Dir(path)
	for _, other := range []string{dir, s.desk.FirstDir()} {
		if submission.PackageIn(other, s.rev) != "" {
			dir = other
			break
		}
	}
	s.take(path, data, dir)
}

// take takes a signature in; dir is where the files of the revision are.
func (s *signatureList) take(name string, data []byte, dir string) {
	d := s.desk
	signing := submission.Signing{Revision: s.rev, Name: name, Data: data, Dir: dir, Now: d.Now()}
	var out submission.Signed
	d.Tasks.Run(d.T("ui.signature.working"), func(ctx context.Context, _ kit.Progress) (err error) {
		out, err = submission.AddSignature(ctx, d.Store, signing, d.T("step.signature", "Number", int(s.rev.Number.N)))
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, submission.ErrFilesElsewhere):
			s.askFolder(name, data, err)
		case err != nil:
			s.refuse(err)
		default:
			s.onTaken(out)
		}
	})
}

// onTaken shows a signature that was taken in and says what its check found.
func (s *signatureList) onTaken(out submission.Signed) {
	d := s.desk
	d.Changed()
	if rev := app.Find[app.Revision](d.Part("revision"), "revision", s.rev.ID); rev != nil {
		s.rev = rev
	}
	s.refill()
	lines := []string{d.T("signature.kept", "File", out.Record.File, "Name", out.Record.FileName, "Reached", out.Reached, "Archive", out.Archive)}
	for _, check := range out.Checks {
		lines = append(lines, submission.SignatureLines(d.Words, check, d.Now().Location())...)
	}
	s.tell(strings.Join(lines, "\n"))
}

// askFolder asks where the files of the revision are.
func (s *signatureList) askFolder(name string, data []byte, err error) {
	d := s.desk
	kit.Ask(d.Window, s.title(), d.Say(err),
		kit.Answer{Text: d.T("ui.signature.folder"), Do: func() {
			s.files(d.FirstDir()).Folder(func(dir string) { s.take(name, data, dir) })
		}},
		kit.Answer{Text: d.T("ui.cancel")})
}

// refuse says why a signature was not taken.
func (s *signatureList) refuse(err error) {
	if said, ok := s.desk.Words.Sentence(err, nil); ok {
		s.tell(said)
		return
	}
	s.desk.Fail(err)
}

func (s *signatureList) title() string {
	return s.desk.T("ui.signature.title", "Number", int(s.rev.Number.N))
}

func (s *signatureList) tell(text string) {
	kit.Tell(s.desk.Window, s.title(), text, s.desk.T("ui.ok"))
}

// onDetails says all there is to say of the selected signature.
func (s *signatureList) onDetails() {
	x := s.selected()
	if x == nil {
		return
	}
	checks, err := submission.SignatureChecks(s.desk.Ctx(), s.desk.Store, x)
	if err != nil {
		s.desk.Fail(err)
		return
	}
	lines := []string{"«" + x.FileName + "»"}
	for _, check := range checks {
		lines = append(lines, submission.SignatureLines(s.desk.Words, check, s.desk.Now().Location())...)
	}
	s.tell(strings.Join(lines, "\n"))
}

// onSave writes the file of the selected signature, byte for byte.
func (s *signatureList) onSave() {
	x := s.selected()
	if x == nil {
		return
	}
	d := s.desk
	s.files(d.FirstDir()).New(d.T("ui.signature.save"), x.FileName, filepath.Ext(x.FileName), func(path string) {
		data, err := d.Store.Content(d.Ctx(), x.SHA256)
		if err == nil {
			err = disk.WriteNew(path, data)
		}
		if err != nil {
			d.Fail(err)
			return
		}
		s.tell(d.T("ui.documents.saved", "File", path))
	})
}

// onRemove takes the selected signature off the revision after asking: undo does not.
func (s *signatureList) onRemove() {
	x := s.selected()
	if x == nil || s.remove.Disabled() {
		return
	}
	kit.Ask(s.desk.Window, s.title(),
		s.desk.T("ui.signature.remove_ask", "Number", int(s.rev.Number.N), "Who", x.Signer, "File", x.FileName),
		kit.Answer{Text: s.desk.T("ui.signature.do_remove"), Danger: true, Do: func() { s.takeOff(x) }},
		kit.Answer{Text: s.desk.T("ui.cancel")})
}

func (s *signatureList) takeOff(x *app.Signature) {
	off := func(tx app.Tx) error { return tx.Delete(s.desk.Ctx(), x) }
	if s.desk.Change(s.desk.T("step.signature_off", "Number", int(s.rev.Number.N)), off) {
		s.refill()
	}
}
