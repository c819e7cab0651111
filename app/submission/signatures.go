package submission

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/signature"
)

// SignatureExtensions returns the endings of files with detached signatures, in lower
// case: those of КриптоПро, КриптоАРМ and VipNet among them.
func SignatureExtensions() []string { return []string{".sig", ".p7s", ".sgn", ".p7m"} }

// SignaturesOf returns the signatures of a revision in the order they were added.
func SignaturesOf(b *app.Book, rev *app.Revision) []*app.Signature {
	if b == nil {
		return nil
	}
	var all []*app.Signature
	for _, s := range app.All[app.Signature](b, "signature") {
		if s.Revision == rev.ID {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(x, y *app.Signature) int { return int(x.ID - y.ID) })
	return all
}

// SignatureLost is the state of a kept signature whose bytes the data file has lost or that have changed.
const SignatureLost = "lost"

// SignatureState returns how a kept signature is: what was found out when it was added, see
// app.Signature, or SignatureLost.
func SignatureState(ctx context.Context, records Records, s *app.Signature) string {
	if _, err := records.Content(ctx, s.SHA256); errors.Is(err, app.ErrNotFound) || errors.Is(err, app.ErrDamaged) {
		return SignatureLost
	}
	return s.Verified
}

// SignatureChecks returns what a kept signature says, and what was found out about it
// when it was added.
func SignatureChecks(ctx context.Context, records Records, s *app.Signature) ([]signature.Check, error) {
	data, err := records.Content(ctx, s.SHA256)
	if err != nil {
		return nil, err
	}
	parsed, err := signature.Parse(data)
	if err != nil {
		return nil, err
	}
	checks := make([]signature.Check, len(parsed.Signers))
	for i := range parsed.Signers {
		checks[i] = signature.Check{Signer: parsed.Signers[i], Fits: signature.Yes}
		if s.Verified == app.SignatureValid {
			checks[i].Valid = signature.Yes
		}
	}
	return checks, nil
}

// Beside is a file with a signature found beside the file it may be of.
type Beside struct {
	Name   string            // of the file, without directory
	Checks []signature.Check // of each signer, about the file
	Err    error             // why it cannot be read; nil when it can
}

// SignaturesBeside looks for signatures of a file in its directory: those named after it
// with the ending of a signature behind or instead of its own.
func SignaturesBeside(path string, file []byte) ([]Beside, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, disk.Unread(filepath.Dir(path), err)
	}
	base := filepath.Base(path)
	stem := strings.TrimSuffix(base, filepath.Ext(base))
	var found []Beside
	for _, entry := range entries {
		name, ext := entry.Name(), filepath.Ext(entry.Name())
		named := strings.HasPrefix(name, base+".") || strings.TrimSuffix(name, ext) == stem
		if entry.IsDir() || !named || !slices.Contains(SignatureExtensions(), strings.ToLower(ext)) {
			continue
		}
		b := Beside{Name: name}
		var parsed *signature.Signature
		if parsed, b.Err = readSignature(filepath.Join(filepath.Dir(path), name)); b.Err == nil {
			b.Checks = parsed.Check(file)
		}
		found = append(found, b)
	}
	return found, nil
}

func readSignature(path string) (*signature.Signature, error) {
	data, err := ReadSignature(path)
	if err != nil {
		return nil, err
	}
	parsed, err := signature.Parse(data)
	return parsed, app.About(path, err)
}

// ReadSignature reads a file that should be a signature; a file too big for one is
// refused with signature.ErrTooBig before it is read.
func ReadSignature(path string) ([]byte, error) {
	data, err := disk.Read(path, signature.MostBytes, signature.ErrTooBig)
	if err == nil && len(data) == 0 {
		err = app.About(path, app.ErrEmptyFile)
	}
	return data, err
}
