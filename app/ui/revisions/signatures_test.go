package revisions

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/signature/signaturetest"
	"technopark/app/submission"
	"technopark/app/ui/desktest"
)

// detached signs a file into another folder, as an outside program would.
func detached(t *testing.T, d *desktest.Desk, path string) string {
	t.Helper()
	key, err := signaturetest.NewECDSA("Образцова М. В.", "АО «Технопарк»")
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err := key.Sign(file, d.Now().Add(-time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	return desktest.FileNamed(t, "director.sig", string(data))
}

func TestSignatureIsAddedAndSaved(t *testing.T) {
	d := desktest.New(t)
	rev := d.Finalise(t, "")
	dir := d.PackageDir
	s := showSignatures(d.Desk, rev)
	if s.list.Note.Hidden || !s.save.Disabled() {
		t.Error("an empty list does not say what to do")
	}
	s.addFile(detached(t, d, filepath.Join(dir, submission.PackageFile(rev))))
	all := submission.SignaturesOf(d.Look().Book, rev)
	if len(all) != 1 || s.rev.State != app.RevisionSigned || len(d.Failed) != 0 {
		t.Fatalf("%d signatures, state %s, failed %v", len(all), s.rev.State, d.Failed)
	}
	texts := strings.Join(s.list.Table.Texts(all[0].ID), "|")
	if !strings.Contains(texts, "Образцова М. В.") || !strings.Contains(texts, "сертификат не проверяется") {
		t.Errorf("listed as %s", texts)
	}
	overlays := len(d.Window.Canvas().Overlays().List())
	s.onDetails()
	if len(d.Window.Canvas().Overlays().List()) != overlays+1 {
		t.Error("no details")
	}
}

func TestRefusedSignatureIsTold(t *testing.T) {
	d := desktest.New(t)
	rev := d.Finalise(t, "")
	s := showSignatures(d.Desk, rev)
	for _, path := range []string{desktest.FileNamed(t, "x.sig", "мусор"), detached(t, d, desktest.FileNamed(t, "other.txt", "письмо"))} {
		overlays := len(d.Window.Canvas().Overlays().List())
		s.addFile(path)
		if len(submission.SignaturesOf(d.Look().Book, rev)) != 0 || len(d.Window.Canvas().Overlays().List()) != overlays+1 {
			t.Errorf("%s: taken, or nothing said", path)
		}
	}
}

func TestCryptoProSignsFromTheWindow(t *testing.T) {
	d := desktest.New(t)
	rev := d.Finalise(t, "")
	dir := d.PackageDir
	ready := detached(t, d, filepath.Join(dir, submission.PackageFile(rev)))
	bin := t.TempDir()
	script := "#!/bin/sh\nfor last; do :; done\n[ \"$6\" = Чужой ] && { echo 'Нет ключа'; exit 2; }\ncp '" + ready + "' \"$last\"\n"
	if err := os.WriteFile(filepath.Join(bin, "cryptcp"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+":/bin:/usr/bin")
	s := showSignatures(d.Desk, rev)
	if s.cryptoPro == nil {
		t.Fatal("КриптоПро is not offered")
	}
	tool, _ := submission.FindCryptoPro()
	g := askToSign(s, tool)
	g.owner.SetText("Чужой")
	g.sign()
	if len(submission.SignaturesOf(d.Look().Book, rev)) != 0 {
		t.Error("signed by somebody without a key")
	}
	overlays := len(d.Window.Canvas().Overlays().List())
	g = askToSign(s, tool)
	g.owner.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(d.Window.Canvas().Overlays().List()) != overlays {
		t.Error("Esc does not close the question")
	}
	g = askToSign(s, tool)
	test.Type(g.owner, "Образцова")
	g.owner.OnSubmitted("")
	if all := submission.SignaturesOf(d.Look().Book, rev); len(all) != 1 || all[0].FileName != submission.PackageFile(rev)+".sig" {
		t.Errorf("%d signatures, failed %v", len(all), d.Failed)
	}
}

func TestSignatureIsTakenOffAfterAsking(t *testing.T) {
	d := desktest.New(t)
	rev := d.Finalise(t, "")
	dir := d.PackageDir
	s := showSignatures(d.Desk, rev)
	s.addFile(detached(t, d, filepath.Join(dir, submission.PackageFile(rev))))
	d.Press(t, "ОК")
	s.onRemove()
	if n := len(submission.SignaturesOf(d.Look().Book, rev)); n != 1 {
		t.Fatalf("%d signatures before the answer", n)
	}
	d.Press(t, "Снять подпись")
	if n := len(submission.SignaturesOf(d.Look().Book, rev)); n != 0 || !s.remove.Disabled() {
		t.Errorf("%d signatures", n)
	}
	if rev := d.LastRevision(); rev.State != app.RevisionSigned {
		t.Errorf("the mark went too: %s", rev.State)
	}
	step, err := d.Store.Undo(d.Ctx())
	if err != nil || step.What != "снятие подписи с редакции 1" {
		t.Errorf("undone: %q, %v", step.What, err)
	}
}
