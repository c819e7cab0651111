package submission

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/signature"
)

// Signing is a detached signature that is to be taken into a revision.
type Signing struct {
	Revision *app.Revision // one of whose files is signed
	Name     string        // of the file of the signature
	Data     []byte        // the bytes of the signature
	Dir      string        // where the files of the revision are
	Now      time.Time     // by the clock of the caller
}

// Signed says what became of a Signing.
type Signed struct {
	Record  *app.Signature    // that keeps it
	Checks  []signature.Check // what was found of each signer
	Files   []string          // written: the signature beside the signed file, the archive
	Archive string            // name of a new archive with all signatures; «» when none was made
	Reached bool              // the revision has become signed
}

// AddSignature takes a signature into a revision, as one step named what: it finds which
// of the files in the directory is signed, keeps the signature in the data file, puts it
// beside the signed file and, with all others, into an archive of its own. No file is
// written over: each stays what somebody may have signed, the archives too. An app.Refusal
// says why the signature cannot be taken.
//
// A signature of an archive lies beside it and is in none.
func AddSignature(ctx context.Context, file Keeper, s Signing, what string) (Signed, error) {
	parsed, err := signature.Parse(s.Data)
	if err != nil {
		return Signed{}, app.About(filepath.Base(s.Name), err)
	}
	book, err := file.Book(ctx, s.Revision.Park)
	if err != nil {
		return Signed{}, fmt.Errorf("add signature: %w", err)
	}
	earlier := SignaturesOf(book, s.Revision)
	for _, other := range earlier {
		if other.SHA256 == app.Content(s.Data) {
			return Signed{}, &app.Refusal{ID: "signature.twice", Data: map[string]any{"File": filepath.Base(s.Name)}}
		}
	}
	there, err := findFiles(s.Dir, s.Revision)
	if err != nil {
		return Signed{}, fmt.Errorf("add signature: %w", err)
	}
	signed, err := there.signedBy(s, parsed)
	if err != nil {
		return Signed{}, err
	}
	out := Signed{Checks: parsed.Check(signed.data)}
	out.Record = s.record(there.place, signed.name, out.Checks, earlier)
	if out.Record.Verified == "" {
		return Signed{}, &app.Refusal{ID: "signature.broken", Data: map[string]any{"File": filepath.Base(s.Name)}}
	}
	inside, err := signatureFiles(ctx, file, earlier)
	if err == nil {
		err = file.Change(ctx, what, func(tx app.Tx) error { return s.keep(ctx, tx, there, inside, &out) })
	}
	if err != nil {
		return Signed{}, fmt.Errorf("add signature: %w", err)
	}
	return out, nil
}

// filesThere is what is left of a revision in a directory.
type filesThere struct {
	place
	files   []file   // that are what they were, archives included
	missing []string // names
	changed []string
}

// findFiles looks for the files of a revision.
func findFiles(dir string, rev *app.Revision) (*filesThere, error) {
	if err := disk.Dir(dir); err != nil {
		return nil, err
	}
	there := &filesThere{place: placeOf(dir, rev)}
	for _, l := range listed(rev.Files) {
		data, err := os.ReadFile(there.path(l.name))
		switch {
		case errors.Is(err, os.ErrNotExist):
			there.missing = append(there.missing, l.name)
		case err != nil:
			return nil, disk.Unread(there.path(l.name), err)
		case app.Content(data) != l.sum:
			there.changed = append(there.changed, l.name)
		default:
			there.files = append(there.files, file{name: l.name, data: data})
		}
	}
	return there, nil
}

// placeOf finds the place of a revision in a directory: the names of its files say more
// there when something else had theirs.
func placeOf(dir string, rev *app.Revision) place {
	name := PackageFile(rev)
	at := place{dir: dir, stem: strings.TrimSuffix(name, ".pdf")}
	if name == "" || holds(dir, rev, name) {
		return at
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return at
	}
	for _, entry := range entries {
		more, ok := strings.CutPrefix(strings.TrimSuffix(entry.Name(), ".pdf"), at.stem)
		if ok && more != "" && filepath.Ext(entry.Name()) == ".pdf" && holds(dir, rev, entry.Name()) {
			at.more = more
			break
		}
	}
	return at
}

// holds reports whether a file of a directory is the package of a revision.
func holds(dir string, rev *app.Revision, name string) bool {
	data, err := disk.Read(filepath.Join(dir, name), mostPackage, app.ErrTooBig)
	return err == nil && slices.Contains(listed(rev.Files), line{app.Content(data), PackageFile(rev)})
}

// PackageIn returns the path of the package of a revision in a directory; «» when it is not
// there.
func PackageIn(dir string, rev *app.Revision) string {
	name := PackageFile(rev)
	if at := placeOf(dir, rev); name != "" && disk.Plain(at.path(name)) == nil {
		return at.path(name)
	}
	return ""
}

// line is one line of a manifest.
type line struct{ sum, name string }

// listed reads what manifest writes.
func listed(text string) []line {
	var all []line
	for row := range strings.Lines(text) {
		if sum, name, ok := strings.Cut(strings.TrimRight(row, "\r\n"), "  "); ok && app.IsFileName(name) {
			all = append(all, line{sum, name})
		}
	}
	return all
}

// signedBy returns the file a signature is of. What goes into the archive must be there
// and be what it was; an archive can be made again.
func (t *filesThere) signedBy(s Signing, parsed *signature.Signature) (file, error) {
	name, number := filepath.Base(s.Name), int(s.Revision.Number.N)
	if names := papers(t.missing); len(names) > 0 {
		return file{}, &app.Refusal{
			ID: "signature.missing", Data: map[string]any{"Dir": t.dir, "Number": number, "Names": quotedList(names)}, Cause: ErrFilesElsewhere,
		}
	}
	if names := papers(t.changed); len(names) > 0 {
		return file{}, &app.Refusal{ID: "signature.changed", Data: map[string]any{"Dir": t.dir, "Number": number, "Names": quotedList(names)}}
	}
	if len(t.files) == 0 {
		return file{}, &app.Refusal{ID: "signature.no_files", Data: map[string]any{"Number": number}}
	}
	known := true
	for _, f := range t.files {
		checks := parsed.Check(f.data)
		if signature.Fits(checks) {
			return f, nil
		}
		for _, c := range checks {
			known = known && c.Fits != signature.Unknown
		}
	}
	if !known {
		return file{}, &app.Refusal{ID: "signature.unknown_digest", Data: map[string]any{"File": name, "Digest": parsed.Signers[0].Digest}}
	}
	return file{}, &app.Refusal{ID: "signature.no_fit", Data: map[string]any{"File": name, "Number": number, "Changed": quotedList(t.changed)}}
}

// ErrFilesElsewhere is why a signature is refused whose files are in another directory.
var ErrFilesElsewhere = errors.New("the files of the revision are not in the directory")

// papers leaves archives out, which can be made again.
func papers(names []string) []string { return slices.DeleteFunc(slices.Clone(names), isArchive) }

// PackageFile returns the name of the package of a revision, «» when it gave none.
func PackageFile(rev *app.Revision) string {
	for _, l := range listed(rev.Files) {
		if filepath.Ext(l.name) == ".pdf" {
			return l.name
		}
	}
	return ""
}

func isArchive(name string) bool { return filepath.Ext(name) == ".zip" }

func quotedList(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = "«" + name + "»"
	}
	return strings.Join(quoted, ", ")
}

// record returns what is kept of a signature; it has not been verified when the key
// denies it.
func (s *Signing) record(at place, signed string, checks []signature.Check, earlier []*app.Signature) *app.Signature {
	r := &app.Signature{
		Head: app.Head{Park: s.Revision.Park}, Revision: s.Revision.ID, File: signed, FileName: s.fileName(at, signed, earlier),
		SHA256: app.Content(s.Data), Added: app.DateOf(s.Now), Verified: app.SignatureValid,
	}
	var names []string
	for _, c := range checks {
		if name := app.Clean(c.Subject.Person()); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
		if !c.Signed.IsZero() {
			r.Signed = app.DateOf(c.Signed.In(s.Now.Location()))
		}
		if c.Valid == signature.Unknown {
			r.Verified = app.SignatureUnchecked
		}
	}
	r.Signer = strings.Join(names, ", ")
	if slices.ContainsFunc(checks, func(c signature.Check) bool { return c.Valid == signature.No }) {
		r.Verified = ""
	}
	return r
}

// fileName names a signature after the signed file; the second of one ending gets a
// number, and so does one whose name is another file's.
func (s *Signing) fileName(at place, signed string, earlier []*app.Signature) string {
	ext := strings.ToLower(filepath.Ext(s.Name))
	if !slices.Contains(SignatureExtensions(), ext) {
		ext = SignatureExtensions()[0]
	}
	free := func(name string) bool {
		taken := slices.ContainsFunc(earlier, func(other *app.Signature) bool { return strings.EqualFold(other.FileName, name) })
		data, err := os.ReadFile(at.path(name))
		return !taken && (errors.Is(err, os.ErrNotExist) || err == nil && app.Content(data) == app.Content(s.Data))
	}
	name := signed + ext
	for n := 2; !free(name); n++ {
		name = fmt.Sprintf("%s.%d%s", signed, n, ext)
	}
	return name
}

// keep saves a signature and writes it out. Files come last: a fault of theirs undoes the
// records.
func (s *Signing) keep(ctx context.Context, tx app.Tx, there *filesThere, inside map[string][]file, out *Signed) error {
	if _, err := tx.PutContent(ctx, s.Data); err != nil {
		return err
	}
	if err := tx.Save(ctx, out.Record); err != nil {
		return err
	}
	rev := app.Clone(s.Revision)
	out.Reached = rev.State == app.RevisionChecked && slices.Contains([]string{".pdf", ".zip"}, filepath.Ext(out.Record.File))
	if out.Reached {
		if err := rev.Advance(app.RevisionSigned, s.day(out.Record), ""); err != nil {
			return err
		}
	}
	written := []file{{name: out.Record.FileName, data: s.Data}}
	if !out.Record.OfArchive() {
		inside[out.Record.File] = append(inside[out.Record.File], written[0])
		archive, err := there.archive(rev, inside)
		if err != nil {
			return err
		}
		if l := (line{archive.sum(), archive.name}); !slices.Contains(listed(rev.Files), l) {
			rev.Files += manifest([]file{archive})
		}
		written = append(written, archive)
		out.Archive = there.name(archive.name)
	}
	if err := tx.Save(ctx, rev); err != nil {
		return err
	}
	files, err := stage(ctx, there.place, written)
	if err != nil {
		return err
	}
	out.Files = there.paths(written)
	return files.Commit()
}

// day returns the day of signing, or today when the signer's clock cannot be right; never
// one before the revision was checked.
func (s *Signing) day(r *app.Signature) app.Date {
	today := app.DateOf(s.Now)
	if checked := s.Revision.StateDay(); r.Signed.Zero() || r.Signed.Before(checked) || r.Signed.After(today) {
		if today.Before(checked) {
			return checked
		}
		return today
	}
	return r.Signed
}
