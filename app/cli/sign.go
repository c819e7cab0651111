package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/signature"
	"technopark/app/submission"
)

// revisionSign takes a detached signature into a revision, one that is there or one it
// has КриптоПро make.
type revisionSign struct {
	yearOf
	Number    int    `required:""`
	Signature string `place:""`
	Dir       string `place:""` // of the files of the revision
	CryptoPro bool   `name:"cryptopro"`
	Owner     string // of the certificate, for КриптоПро
}

type signatureJSON struct {
	File     string       `json:"file"`      // that is signed
	FileName string       `json:"file_name"` // of the signature
	SHA256   string       `json:"sha256"`    // of the signature
	Signer   string       `json:"signer"`
	Signed   string       `json:"signed"`   // ISO; may be empty
	Added    string       `json:"added"`    // ISO
	Verified string       `json:"verified"` // valid, unchecked, or lost: its bytes are not in the data file
	Signers  []signerJSON `json:"signers,omitempty"`
}

type signerJSON struct {
	Name      string `json:"name"`
	Issuer    string `json:"issuer"`
	Serial    string `json:"serial"`
	NotBefore string `json:"not_before"`
	NotAfter  string `json:"not_after"`
	Signed    string `json:"signed"` // RFC 3339; may be empty
	Digest    string `json:"digest"`
	Algorithm string `json:"algorithm"`
	Fits      string `json:"fits"`        // yes, no, unknown
	Valid     string `json:"valid"`       // yes, no, unknown
	Chain     string `json:"certificate"` // always unchecked
}

func signatureAnswer(r *app.Signature, checks []signature.Check) signatureJSON {
	a := signatureJSON{File: r.File, FileName: r.FileName, SHA256: r.SHA256, Signer: r.Signer, Signed: r.Signed.ISO(), Added: r.Added.ISO(), Verified: r.Verified}
	a.Signers = signerAnswers(checks)
	return a
}

func signerAnswers(checks []signature.Check) []signerJSON {
	signers := []signerJSON{}
	for _, c := range checks {
		s := signerJSON{
			Name: c.Subject.Person(), Issuer: c.Issuer.Person(), Serial: c.Serial, Digest: c.Digest, Algorithm: c.Algorithm,
			Fits: c.Fits.String(), Valid: c.Valid.String(), Chain: "unchecked",
		}
		const moment = "2006-01-02T15:04:05Z07:00"
		if c.Certificate {
			s.NotBefore, s.NotAfter = c.NotBefore.Format(moment), c.NotAfter.Format(moment)
		}
		if !c.Signed.IsZero() {
			s.Signed = c.Signed.Format(moment)
		}
		signers = append(signers, s)
	}
	return signers
}

// Run takes the signature in and says what was found out about it.
func (c revisionSign) Run(s *session) error {
	if (c.Signature == "") == !c.CryptoPro {
		return &app.Refusal{ID: "cli.revision.which_signature", Cause: errWords}
	}
	if c.CryptoPro && c.Dir == "" {
		return &app.Refusal{ID: "cli.needs_flag", Data: map[string]any{"What": "--dir", "Example": s.words.T("cli.example.revision.sign", nil)}, Cause: errWords}
	}
	return s.write(c.yearOf, func(store Store, b *app.Book) error {
		r, err := s.find(b, c.Year, c.Number)
		if err != nil {
			return err
		}
		signing, err := c.signing(s, r)
		if err != nil {
			return err
		}
		what := s.words.T("step.signature", map[string]any{"Number": c.Number})
		out, err := submission.AddSignature(s.ctx, store, signing, what)
		if err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(signatureAnswer(out.Record, out.Checks))
		}
		s.printSigned(out)
		return nil
	})
}

// signing reads the signature or has it made.
func (c revisionSign) signing(s *session, r *app.Revision) (submission.Signing, error) {
	signing := submission.Signing{Revision: r, Name: c.Signature, Dir: c.Dir, Now: s.Now()}
	if c.CryptoPro {
		tool, ok := submission.FindCryptoPro()
		if !ok {
			return signing, &app.Refusal{ID: "cryptopro.none"}
		}
		var err error
		signing.Name = submission.PackageFile(r) + submission.SignatureExtensions()[0]
		// The program may ask on the terminal; its talk is no result of ours.
		path := submission.PackageIn(c.Dir, r)
		if path == "" { // КриптоПро says so of the name it should have
			path = filepath.Join(c.Dir, submission.PackageFile(r))
		}
		signing.Data, err = tool.Sign(s.ctx, c.Owner, path, os.Stdin, s.Stderr)
		return signing, err
	}
	if c.Dir == "" {
		signing.Dir = filepath.Dir(c.Signature)
	}
	var err error
	signing.Data, err = submission.ReadSignature(c.Signature)
	return signing, err
}

func (s *session) printSigned(out submission.Signed) {
	s.say("signature.kept", map[string]any{"File": out.Record.File, "Name": out.Record.FileName, "Reached": out.Reached, "Archive": out.Archive})
	for _, check := range out.Checks {
		fmt.Fprintln(s.Stdout, strings.Join(submission.SignatureLines(s.words, check, s.Now().Location()), "\n"))
	}
}

// printSignatures lists the signatures of a revision under it.
func (s *session) printSignatures(store Store, b *app.Book, r *app.Revision) {
	for _, x := range submission.SignaturesOf(b, r) {
		when := x.Signed.String()
		if x.Signed.Zero() {
			when = s.words.T("signature.undated", nil)
		}
		fmt.Fprintln(s.Stdout, "     "+s.words.T("signature.row", map[string]any{
			"Signer": x.Signer, "File": x.File, "Name": x.FileName, "When": when, "Checked": s.words.T("signature.checked."+submission.SignatureState(s.ctx, store, x), nil),
		}))
	}
}
