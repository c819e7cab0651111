package submission

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"technopark/app"
	"technopark/app/disk"
)

// archive makes the archive of a revision anew, with its signatures.
func (t *filesThere) archive(signed map[string][]file) (file, error) {
	var inside []file
	for _, f := range t.files {
		if !isArchive(f.name) {
			inside = append(inside, f)
		}
	}
	data, err := archivedWith(inside, signed)
	return file{t.archiveName(), data}, err
}

// archiveName returns the name of the archive, «» when the revision has none.
func (t *filesThere) archiveName() string {
	names := slices.Concat(t.missing, t.changed)
	for _, f := range t.files {
		names = append(names, f.name)
	}
	if i := slices.IndexFunc(names, isArchive); i >= 0 {
		return names[i]
	}
	return ""
}

// archivedWith packs files with a list of their sums, each before its signatures.
func archivedWith(files []file, signed map[string][]file) ([]byte, error) {
	var all []file
	for _, f := range files {
		all = append(append(all, f), signed[f.name]...)
	}
	return archived(append([]file{{"manifest.txt", []byte(manifest(all))}}, all...))
}

// signatureFiles returns the files of signatures by the name of the signed file.
func signatureFiles(ctx context.Context, records Records, all []*app.Signature) (map[string][]file, error) {
	found := map[string][]file{}
	for _, s := range all {
		data, err := records.Content(ctx, s.SHA256)
		if err != nil {
			return nil, err
		}
		found[s.File] = append(found[s.File], file{s.FileName, data})
	}
	return found, nil
}

// withSignatures gives the files of a revision that is written again the signatures it
// has: beside the files and in the archive, which was closed when it was itself signed.
// Only signatures of these very bytes go with them. A signed file in the directory is
// not written over by other bytes: it is refused.
func withSignatures(ctx context.Context, records Records, rev *app.Revision, files []file, dir string) ([]file, error) {
	book, err := records.Book(ctx, rev.Park)
	if err != nil {
		return nil, err
	}
	kept := SignaturesOf(book, rev)
	archiveAt := len(files) - 1
	fitting := func(s *app.Signature) bool {
		return slices.ContainsFunc(files[:archiveAt], func(f file) bool {
			return f.name == s.File && slices.Contains(listed(rev.Files), line{app.Content(f.data), f.name})
		})
	}
	inside := kept
	if at := slices.IndexFunc(kept, (*app.Signature).OfArchive); at >= 0 {
		inside = kept[:at]
	}
	signed, err := signatureFiles(ctx, records, slices.DeleteFunc(slices.Clone(inside), func(s *app.Signature) bool { return !fitting(s) }))
	if err != nil {
		return nil, err
	}
	if files[archiveAt].data, err = archivedWith(files[:archiveAt], signed); err != nil {
		return nil, err
	}
	if err := keepsSigned(dir, rev, files, kept); err != nil {
		return nil, err
	}
	beside, err := signatureFiles(ctx, records, kept)
	if err != nil {
		return nil, err
	}
	all := slices.Clone(files)
	for _, f := range files {
		if slices.Contains(listed(rev.Files), line{app.Content(f.data), f.name}) {
			all = append(all, beside[f.name]...)
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
		if was && app.Content(old) != app.Content(f.data) {
			return &app.Refusal{ID: "signature.would_lose", Data: map[string]any{"File": f.name}}
		}
	}
	return nil
}
