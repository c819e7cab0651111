package submission

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"technopark/app"
	"technopark/app/disk"
)

// archive makes an archive of the files of a revision with their signatures, under a name
// that is not yet that of another: «…, подписи.zip», «…, подписи (2).zip».
func (t *filesThere) archive(rev *app.Revision, signed map[string][]file) (file, error) {
	var packed bytes.Buffer
	if err := archivedWith(&packed, bare(t.files), signed); err != nil {
		return file{}, err
	}
	data := packed.Bytes()
	shelf, err := openShelf(t.dir)
	if err != nil {
		return file{}, err
	}
	for n := range mostNames {
		f := file{name: signedArchive(t.stem, n), data: data}
		known := slices.IndexFunc(listed(rev.Files), func(l line) bool { return l.name == f.name })
		if known >= 0 && listed(rev.Files)[known].sum != f.sum() {
			continue
		}
		if at := (settled{place: t.place}); shelf.free(&at, []file{f}, nil) {
			return f, nil
		}
	}
	return file{}, app.About(t.path(signedArchive(t.stem, 0)), app.ErrExists)
}

// signedArchive names the archives with signatures one after the other.
func signedArchive(stem string, n int) string {
	if n == 0 {
		return stem + ", подписи.zip"
	}
	return fmt.Sprintf("%s, подписи (%d).zip", stem, n+1)
}

// bare leaves archives out.
func bare(files []file) []file {
	return slices.DeleteFunc(slices.Clone(files), func(f file) bool { return isArchive(f.name) })
}

// archivedWith packs files with a list of their sums, each before its signatures.
func archivedWith(to io.Writer, files []file, signed map[string][]file) error {
	var all []file
	for _, f := range files {
		all = append(append(all, f), signed[f.name]...)
	}
	return archived(to, append([]file{{name: "manifest.txt", data: []byte(manifest(all))}}, all...))
}

// signatureFiles returns the files of signatures by the name of the signed file.
func signatureFiles(ctx context.Context, records Records, all []*app.Signature) (map[string][]file, error) {
	found := map[string][]file{}
	for _, s := range all {
		data, err := records.Content(ctx, s.SHA256)
		if err != nil {
			return nil, err
		}
		found[s.File] = append(found[s.File], file{name: app.AsFileName(s.FileName), data: data})
	}
	return found, nil
}

// withSignatures gives the files of a revision that is written again the signatures it
// has, beside the files, and the archives that were made of both. Only signatures of these
// very bytes go with them. A signed file in the directory is not written over by other
// bytes: it is refused.
func withSignatures(ctx context.Context, records Records, rev *app.Revision, files []file, dir string) ([]file, error) {
	book, err := records.Book(ctx, rev.Park)
	if err != nil {
		return nil, err
	}
	kept := SignaturesOf(book, rev)
	archives, err := archivesOf(ctx, records, rev, kept, bare(files))
	if err != nil {
		return nil, err
	}
	all := bare(files)
	for _, f := range append(files[len(all):], archives...) {
		at := slices.IndexFunc(all, func(other file) bool { return other.name == f.name })
		if at < 0 {
			all = append(all, f)
		} else if isListed(rev, f) { // as it was when somebody signed it
			all[at] = f
		}
	}
	if err := keepsSigned(dir, rev, all, kept); err != nil {
		return nil, err
	}
	beside, err := signatureFiles(ctx, records, kept)
	if err != nil {
		return nil, err
	}
	for _, f := range slices.Clone(all) {
		if isListed(rev, f) {
			all = append(all, beside[f.name]...)
		}
	}
	return all, nil
}

// isListed reports whether a file is, to the byte, one a revision has.
func isListed(rev *app.Revision, f file) bool {
	return slices.Contains(listed(rev.Files), line{f.sum(), f.name})
}

// archivesOf makes again those archives of a revision that have signatures in them: the
// last one, and those that are signed themselves. Each had the signatures that were kept
// when it was made.
func archivesOf(ctx context.Context, records Records, rev *app.Revision, kept []*app.Signature, files []file) ([]file, error) {
	var inside []*app.Signature
	for _, s := range kept {
		if slices.ContainsFunc(files, func(f file) bool { return f.name == s.File && isListed(rev, f) }) {
			inside = append(inside, s)
		}
	}
	var all []file
	for n := 1; n <= len(inside); n++ {
		signed, err := signatureFiles(ctx, records, inside[:n])
		if err != nil {
			return nil, err
		}
		var packed bytes.Buffer
		if err := archivedWith(&packed, files, signed); err != nil {
			return nil, err
		}
		archive := file{data: packed.Bytes()}
		sum := archive.sum()
		for _, l := range listed(rev.Files) {
			sealed := slices.ContainsFunc(kept, func(s *app.Signature) bool { return s.File == l.name })
			if isArchive(l.name) && l.sum == sum && (sealed || n == len(inside)) {
				archive.name = l.name
				all = append(all, archive)
			}
		}
	}
	return all, nil
}

// keepsSigned refuses to replace a file that was signed and is still there.
func keepsSigned(dir string, rev *app.Revision, files []file, kept []*app.Signature) error {
	for _, f := range files {
		if !slices.ContainsFunc(kept, func(s *app.Signature) bool { return s.File == f.name }) {
			continue
		}
		old, err := os.ReadFile(filepath.Join(dir, f.name))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return disk.Unread(filepath.Join(dir, f.name), err)
		}
		was := slices.Contains(listed(rev.Files), line{app.Content(old), f.name})
		if was && app.Content(old) != f.sum() {
			return &app.Refusal{ID: "signature.would_lose", Data: map[string]any{"File": f.name}}
		}
	}
	return nil
}
