package submission_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/signature"
	"technopark/app/signature/signaturetest"
	"technopark/app/submission"
	"technopark/storage"
)

// entries returns what an archive holds, in its order.
func entries(t *testing.T, data []byte) (names []string, files map[string][]byte) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files = map[string][]byte{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		names, files[f.Name] = append(names, f.Name), text
	}
	return names, files
}

func TestSignatureOfThePackageIsTaken(t *testing.T) {
	d := signingDesk(t)
	pdf, unsigned := d.read(d.name+".pdf"), d.read(d.name+".zip")
	sig := d.sign(d.name+".pdf", 13)
	out, err := d.add("director.p7s", sig)
	if err != nil {
		t.Fatal(err)
	}
	r := out.Record
	if r.File != d.name+".pdf" || r.FileName != d.name+".pdf.p7s" || r.Signer != "Образцова М. В." || r.Verified != app.SignatureValid {
		t.Errorf("%+v", r)
	}
	if rev := d.revision(); !out.Reached || rev.State != app.RevisionSigned || rev.Signed != app.Day(2021, 4, 13) {
		t.Errorf("%s on %v", rev.State, rev.Signed)
	}
	if !bytes.Equal(d.read(d.name+".zip"), unsigned) {
		t.Error("the archive somebody may have signed was written over")
	}
	names, inside := entries(t, d.read(d.name+", подписи.zip"))
	want := []string{"manifest.txt", d.name + ".pdf", r.FileName, d.name + ".json", d.name + ".xlsx"}
	if !slices.Equal(names, want) || !bytes.Equal(inside[r.FileName], sig) || !bytes.Equal(inside[d.name+".pdf"], pdf) {
		t.Errorf("the archive holds %v", names)
	}
	for _, name := range want[1:] {
		if !strings.Contains(string(inside["manifest.txt"]), app.Content(inside[name])+"  "+name+"\n") {
			t.Errorf("the manifest does not list %s", name)
		}
	}
	if !bytes.Equal(d.read(r.FileName), sig) || !bytes.Equal(d.read(d.name+".pdf"), pdf) {
		t.Error("beside the archive the files are other ones")
	}
	if !strings.Contains(d.revision().Files, app.Content(d.read(d.name+", подписи.zip"))) {
		t.Error("the revision does not know its archive with signatures")
	}
	if v, err := d.Verify(context.Background()); err != nil || !v.OK() {
		t.Error(v.Problems, err)
	}
}

// The name in a certificate is somebody else's text: what cannot be seen in it is not kept.
func TestSignerIsKeptWithoutUnseenSigns(t *testing.T) {
	d := signingDesk(t)
	key, err := signaturetest.NewECDSA("И\u0306оркин\u200b  А.\u202eБ.", "АО «Технопарк»")
	if err != nil {
		t.Fatal(err)
	}
	d.key = key
	out, err := d.add("director.sig", d.sign(d.name+".pdf", 13))
	if err != nil || out.Record.Signer != "Йоркин А.Б." {
		t.Errorf("%q, %v", out.Record.Signer, err)
	}
}

// A signature stays whatever is undone; it is taken off by deleting it, and that is undone.
func TestSignatureIsTakenOffAndNotUndone(t *testing.T) {
	d, ctx := signingDesk(t), context.Background()
	out, err := d.add("x.sig", d.sign(d.name+".pdf", 13))
	if err != nil {
		t.Fatal(err)
	}
	if step, err := d.Undo(ctx); !errors.Is(err, app.ErrNotFound) {
		t.Fatalf("undone: %+v, %v", step, err)
	}
	if len(submission.SignaturesOf(d.book(), d.revision())) != 1 || d.revision().State != app.RevisionSigned {
		t.Error("the signature is lost")
	}
	if err := d.Delete(ctx, out.Record); err != nil {
		t.Fatal(err)
	}
	if out, err := d.add("y.sig", d.sign(d.name+".pdf", 13)); err != nil || len(out.Files) != 2 {
		t.Errorf("added again: %v", err)
	}
	if n := len(submission.SignaturesOf(d.book(), d.revision())); n != 1 {
		t.Errorf("%d signatures", n)
	}
	if step, err := d.Undo(ctx); err != nil || step.Type.Key != "signature" {
		t.Errorf("the deletion was not undone: %+v, %v", step, err)
	}
}

func TestSignaturesDoNotChangeTheData(t *testing.T) {
	d := signingDesk(t)
	if _, err := d.add("x.sig", d.sign(d.name+".pdf", 13)); err != nil {
		t.Fatal(err)
	}
	other := t.TempDir()
	out := d.finalise(other)
	if out.Revision != 1 || len(out.Files) != 6 {
		t.Fatalf("revision %d, %v", out.Revision, out.Files)
	}
	for _, name := range []string{".zip", ", подписи.zip"} {
		if again, err := os.ReadFile(filepath.Join(other, d.name+name)); err != nil || !bytes.Equal(again, d.read(d.name+name)) {
			t.Errorf("written again, %s is another one: %v", name, err)
		}
	}
	if again, err := os.ReadFile(filepath.Join(other, d.name+".pdf.sig")); err != nil || len(again) == 0 {
		t.Errorf("the signature is not beside: %v", err)
	}
}

// Whoever signs first, and whatever is added or taken off after: what was signed stays the
// bytes that were signed, in the folder and where the revision is written again.
func TestSignedFilesStayTheBytesThatWereSigned(t *testing.T) {
	d := signingDesk(t)
	early := d.sign(d.name+".zip", 13) // made, and not yet brought
	first, err := d.add("x.sig", d.sign(d.name+".pdf", 13))
	if err != nil || first.Archive != d.name+", подписи.zip" {
		t.Fatalf("%+v, %v", first, err)
	}
	of := []string{d.name + ".pdf", d.name + ".zip", d.name + ", подписи.zip"}
	signedArchive := d.sign(of[2], 14)
	for name, sig := range map[string][]byte{of[1]: early, of[2]: signedArchive} {
		if out, err := d.add("x.sig", sig); err != nil || out.Record.File != name || out.Archive != "" {
			t.Fatalf("%s: %+v, %v", name, out.Record, err)
		}
	}
	second, err := d.add("y.sig", d.sign(d.name+".pdf", 15))
	if err != nil || second.Archive != d.name+", подписи (2).zip" {
		t.Fatalf("%+v, %v", second, err)
	}
	if _, inside := entries(t, d.read(d.name+", подписи (2).zip")); len(inside) != 6 {
		t.Errorf("the last archive has %d files", len(inside))
	}
	if err := d.Delete(context.Background(), second.Record); err != nil {
		t.Fatal(err)
	}
	third, err := d.add("z.sig", d.sign(d.name+".json", 15))
	if err != nil || third.Archive != d.name+", подписи (3).zip" {
		t.Fatalf("%+v, %v", third, err)
	}
	other := t.TempDir()
	d.finalise(other)
	for _, dir := range []string{d.dir, other} {
		for _, name := range of {
			standsSigned(t, dir, name)
		}
	}
}

// standsSigned asserts that a file has signatures beside it, all of these bytes.
func standsSigned(t *testing.T, dir, name string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	beside, err := submission.SignaturesBeside(filepath.Join(dir, name), data)
	if err != nil || len(beside) == 0 {
		t.Errorf("%s has %d signatures, %v", name, len(beside), err)
	}
	for _, b := range beside {
		if b.Err != nil || b.Checks[0].Fits != signature.Yes {
			t.Errorf("%s beside %s: %+v, %v", b.Name, name, b.Checks, b.Err)
		}
	}
}

func TestSecondSignerGetsAnotherName(t *testing.T) {
	d := signingDesk(t)
	for i, want := range []string{d.name + ".pdf.sig", d.name + ".pdf.2.sig"} {
		out, err := d.add("x.bin", d.sign(d.name+".pdf", 13+i))
		if err != nil || out.Record.FileName != want {
			t.Errorf("%+v, %v", out.Record, err)
		}
	}
}

func TestSignaturesThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		id    string
		spoil func(d *desk) []byte
	}{
		"garbage":      {"signature.none", func(*desk) []byte { return []byte("не подпись") }},
		"another file": {"signature.no_fit", func(d *desk) []byte { return d.signText("другой файл") }},
		"twice": {"signature.twice", func(d *desk) []byte {
			sig := d.sign(d.name+".pdf", 13)
			if _, err := d.add("x.sig", sig); err != nil {
				d.t.Fatal(err)
			}
			return sig
		}},
		"broken": {"signature.broken", func(d *desk) []byte {
			sig := d.sign(d.name+".pdf", 13)
			sig[len(sig)-1] ^= 1
			return sig
		}},
		"missing file": {"signature.missing", func(d *desk) []byte {
			sig := d.sign(d.name+".pdf", 13)
			if err := os.Remove(filepath.Join(d.dir, d.name+".xlsx")); err != nil {
				d.t.Fatal(err)
			}
			return sig
		}},
		"changed file": {"signature.changed", func(d *desk) []byte {
			sig := d.sign(d.name+".pdf", 13)
			if err := os.WriteFile(filepath.Join(d.dir, d.name+".json"), []byte("{}"), 0o600); err != nil {
				d.t.Fatal(err)
			}
			return sig
		}},
	} {
		t.Run(name, func(t *testing.T) {
			d := signingDesk(t)
			sig := c.spoil(d)
			was := len(submission.SignaturesOf(d.book(), d.revision()))
			_, err := d.add("подпись.sig", sig)
			if refused, _ := app.Refused(err); refused.ID != c.id {
				t.Fatalf("%v, want %s", err, c.id)
			}
			if said, _ := i18n.New(app.RU).Sentence(err, nil); said == "" || strings.Contains(said, "<no value>") {
				t.Errorf("said %q", said)
			}
			if len(submission.SignaturesOf(d.book(), d.revision())) != was {
				t.Error("it is kept all the same")
			}
		})
	}
}

func (d *desk) signText(text string) []byte {
	data, err := d.key.Sign([]byte(text), time.Date(2021, 4, 12, 12, 0, 0, 0, time.UTC))
	if err != nil {
		d.t.Fatal(err)
	}
	return data
}

func TestSignaturesBesideAFile(t *testing.T) {
	d := signingDesk(t)
	pdf := d.read(d.name + ".pdf")
	for name, data := range map[string][]byte{
		d.name + ".pdf.sig": d.sign(d.name+".pdf", 13), d.name + ".P7S": d.signText("другой файл"), d.name + ".pdf.sgn": []byte("x"),
		d.name + "0.pdf.sig": []byte("x"), d.name + ".zip.sig": []byte("x"),
	} {
		if err := os.WriteFile(filepath.Join(d.dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := submission.SignaturesBeside(filepath.Join(d.dir, d.name+".pdf"), pdf)
	if err != nil || len(found) != 3 {
		t.Fatalf("%d found, %v", len(found), err)
	}
	for _, b := range found {
		switch filepath.Ext(b.Name) {
		case ".sig":
			if b.Err != nil || b.Checks[0].Fits != signature.Yes || b.Checks[0].Valid != signature.Yes {
				t.Errorf("%+v", b)
			}
		case ".P7S":
			if b.Err != nil || b.Checks[0].Fits != signature.No {
				t.Errorf("%+v", b)
			}
		case ".sgn":
			if said, _ := i18n.New(app.RU).Sentence(b.Err, nil); !strings.Contains(said, b.Name) {
				t.Errorf("%+v", b)
			}
		}
	}
}

// The words must not say more than was found out.
func TestWordsOfSignatures(t *testing.T) {
	at := time.Date(2021, 4, 12, 9, 30, 0, 0, time.UTC)
	c := signature.Check{Signer: signature.Signer{
		Certificate: true, Subject: signature.Name{Common: "АО", Surname: "Образцова", Given: "Мария", SNILS: "11223344595", Organization: "АО"},
		Issuer: signature.Name{Common: "УЦ"}, NotBefore: at.AddDate(-2, 0, 0), NotAfter: at.AddDate(-1, 0, 0), Signed: at,
		Digest: "ГОСТ Р 34.11-94", Algorithm: "ГОСТ Р 34.10-2001",
	}}
	said := strings.Join(submission.SignatureLines(i18n.New(app.RU), c, time.FixedZone("MSK", 3*3600)), "\n")
	for _, part := range []string{
		"Образцова Мария, АО\n", "СНИЛС\u00a011223344595", "12.04.2021 12:30", "вне срока", "? Тот ли это файл, программой не проверено",
		"? Сама подпись (ГОСТ Р 34.10-2001) программой не проверена", "? Сертификат программой не проверяется",
	} {
		if !strings.Contains(said, part) {
			t.Errorf("no %q in\n%s", part, said)
		}
	}
	if strings.Contains(said, "●") {
		t.Errorf("claimed without a check:\n%s", said)
	}
}

// A later version of the program may draw the package otherwise: the one that was signed
// must stay.
func TestSignedPackageIsNotWrittenOver(t *testing.T) {
	d := signingDesk(t)
	drawn := []byte("%PDF-1.7 drawn by an earlier version")
	if err := os.WriteFile(filepath.Join(d.dir, d.name+".pdf"), drawn, 0o600); err != nil {
		t.Fatal(err)
	}
	rev := d.revision()
	_, rest, _ := strings.Cut(rev.Files, "  ")
	rev.Files = app.Content(drawn) + "  " + rest
	if err := d.Save(context.Background(), rev); err != nil {
		t.Fatal(err)
	}
	if _, err := d.add("x.sig", d.sign(d.name+".pdf", 13)); err != nil {
		t.Fatal(err)
	}
	_, err := finalised(d.Store, d.dir)
	if refused, _ := app.Refused(err); refused.ID != "signature.would_lose" || !bytes.Equal(d.read(d.name+".pdf"), drawn) {
		t.Errorf("%v", err)
	}
	if out := d.finalise(t.TempDir()); len(out.Files) != 4 {
		t.Errorf("a signature of other bytes goes with %v", out.Files)
	}
}

// A revision that nobody has signed remembers the files it wrote last: they can be signed.
func TestFilesWrittenAgainAreThoseOfTheRevision(t *testing.T) {
	d := signingDesk(t)
	rev := d.revision()
	rev.Files = "" // as of one that was opened from a package
	if err := d.Save(context.Background(), rev); err != nil {
		t.Fatal(err)
	}
	d.finalise(d.dir)
	for _, ending := range []string{".pdf", ".json", ".xlsx", ".zip"} {
		if line := app.Content(d.read(d.name+ending)) + "  " + d.name + ending + "\n"; !strings.Contains(d.revision().Files, line) {
			t.Errorf("%q is not in %q", line, d.revision().Files)
		}
	}
	if out, err := d.add("director.sig", d.sign(d.name+".pdf", 13)); err != nil || !out.Reached {
		t.Errorf("%+v, %v", out, err)
	}
}

// forgetful is a data file in which one content is lost until it is put in again.
type forgetful struct {
	*storage.Store
	lost string
}

func (f *forgetful) Content(ctx context.Context, name string) ([]byte, error) {
	if name == f.lost {
		return nil, app.NoContent(name)
	}
	return f.Store.Content(ctx, name)
}

func (f *forgetful) Change(ctx context.Context, what string, fn func(app.Tx) error) error {
	return f.Store.Change(ctx, what, func(tx app.Tx) error { return fn(remembering{tx, f}) })
}

type remembering struct {
	app.Tx
	file *forgetful
}

func (r remembering) PutContent(ctx context.Context, data []byte) (string, error) {
	if app.Content(data) == r.file.lost {
		r.file.lost = ""
	}
	return r.Tx.PutContent(ctx, data)
}

// A data file that lost the data of a revision has them again when the package is made once more of
// the same records; until then it is said what is missing.
func TestLostDataComeBackWithThePackage(t *testing.T) {
	ctx, d := context.Background(), signingDesk(t)
	rev := d.revision()
	file := &forgetful{d.Store, rev.Data}
	_, err := submission.Rebuild(ctx, file, rev, t.TempDir())
	if refused, _ := app.Refused(err); refused.ID != "err.no_content" || !errors.Is(err, app.ErrNotFound) {
		t.Errorf("without its data the revision says %v", err)
	}
	if out, err := finalised(file, d.dir); err != nil || out.Revision != int(rev.Number.N) || file.lost != "" {
		t.Errorf("%+v, %v; still lost: %q", out.Revision, err, file.lost)
	}
}

// A signature whose bytes are lost is not called valid any more.
func TestLostSignatureIsTold(t *testing.T) {
	ctx, d := context.Background(), signingDesk(t)
	out, err := d.add("director.sig", d.sign(d.name+".pdf", 13))
	if err != nil {
		t.Fatal(err)
	}
	if got := submission.SignatureState(ctx, d.Store, out.Record); got != app.SignatureValid {
		t.Errorf("%q", got)
	}
	if got := submission.SignatureState(ctx, &forgetful{d.Store, out.Record.SHA256}, out.Record); got != submission.SignatureLost {
		t.Errorf("without its bytes it is %q", got)
	}
}
