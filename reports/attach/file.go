package attach

import (
	"context"
	"crypto/md5" //nolint:gosec // the checksum that PDF asks for; it guards nothing
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// File is carried inside a PDF as it is, for people and programs to take out.
type File struct {
	Name     string    // ASCII, unlike the others
	Shown    string    // what viewers call it; empty for Name
	MIME     string    // its kind, as in application/json
	About    string    // one sentence for viewers
	Date     time.Time // of its last change
	Relation string    // to the PDF: Data, Source or Supplement (ISO 32000-2, 7.11.3)
	Packed   bool      // its bytes cannot be made fewer: they are kept as they are
	Data     []byte    // all its bytes

	// Fetch, where it is given, returns the bytes in place of Data when they are written, so
	// that those of many files need not lie in memory together.
	Fetch func() ([]byte, error)
}

// content returns the bytes of a file.
func (f File) content() ([]byte, error) {
	if f.Fetch != nil {
		return f.Fetch()
	}
	return f.Data, nil
}

// carry writes files into the volume, and then the seal of all that is there by now.
func (v *volume) carry(ctx context.Context, files []File, seal *Seal) error {
	if len(files) == 0 && seal == nil {
		return nil
	}
	specs := map[string]types.IndirectRef{}
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		spec, err := v.file(f)
		if err != nil {
			return fmt.Errorf("carry %q: %w", f.Name, err)
		}
		specs[f.Name] = *spec
	}
	if err := list(v.base, specs); err != nil || seal == nil {
		return err
	}
	file, err := v.seal(seal)
	if err != nil {
		return fmt.Errorf("seal the sheets: %w", err)
	}
	spec, err := v.file(file)
	if err != nil {
		return fmt.Errorf("seal the sheets: %w", err)
	}
	specs[seal.Name] = *spec
	return list(v.base, specs)
}

// seal makes the seal out of the digests of all that is there.
func (v *volume) seal(seal *Seal) (file File, err error) {
	v.sums.ctx, v.sums.pages, v.sums.contents = v.base, v.marks, v.known
	if v.digests.Rest, err = v.sums.rest(seal.Name); err != nil {
		return file, err
	}
	return seal.Make(v.digests)
}

// list makes files those that a document carries (ISO 32000-2, 7.11.4 and 14.13), in place
// of those that are there: what attached documents carried is not this package's.
func list(all *model.Context, specs map[string]types.IndirectRef) error {
	names, err := all.DereferenceDict(all.RootDict["Names"])
	if err != nil {
		return err
	}
	if names == nil {
		names = types.Dict{}
	}
	var tree, associated types.Array
	for _, name := range slices.Sorted(maps.Keys(specs)) { // a name tree is in order
		tree = append(tree, types.StringLiteral(name), specs[name])
		associated = append(associated, specs[name])
	}
	names["EmbeddedFiles"] = types.Dict{"Names": tree}
	all.RootDict["Names"] = names
	all.RootDict["AF"] = associated
	return nil
}

// file writes the bytes of a file and returns what stands for it among the objects of base.
func (v *volume) file(f File) (*types.IndirectRef, error) {
	data, err := f.content()
	if err != nil {
		return nil, err
	}
	sum := md5.Sum(data) //nolint:gosec // see above
	date := types.StringLiteral(f.Date.UTC().Format("D:20060102150405Z"))
	content, err := v.content(data, f.Packed, types.Dict{
		"Type": types.Name("EmbeddedFile"), "Subtype": types.Name(f.MIME),
		"Params": types.Dict{"Size": types.Integer(len(data)), "CheckSum": types.NewHexLiteral(sum[:]), "ModDate": date, "CreationDate": date},
	})
	if err != nil {
		return nil, err
	}
	shown := f.Shown
	if shown == "" {
		shown = f.Name
	}
	return v.base.IndRefForNewObject(types.Dict{
		"Type": types.Name("Filespec"), "F": types.StringLiteral(f.Name), "UF": types.NewHexLiteral(unicode(shown)),
		"Desc": types.NewHexLiteral(unicode(f.About)), "AFRelationship": types.Name(f.Relation), "EF": types.Dict{"F": *content, "UF": *content},
	})
}

// content writes a stream at once; of it only what it says of itself and its digest are kept.
func (v *volume) content(data []byte, packed bool, entries types.Dict) (*types.IndirectRef, error) {
	sd := types.StreamDict{Dict: entries, Content: data, Raw: data}
	if !packed {
		sd = streamDict(data, entries)
		if err := sd.Encode(); err != nil {
			return nil, err
		}
	}
	at, err := v.base.IndRefForNewObject(types.StreamDict{Dict: sd.Dict})
	if err != nil {
		return nil, err
	}
	old := at.ObjectNumber.Value()
	if v.sealed {
		v.sums.contents = v.known
		if v.known[old], err = v.sums.contentSum(sd); err != nil {
			return nil, err
		}
	}
	v.own.given[old] = v.to.reserve()
	return at, v.own.stream(old, sd)
}

// ErrNoFile says that a PDF carries no file of the name.
var ErrNoFile = errors.New("the PDF carries no such file")

// carriedBy returns the file specifications of a document by their names.
func carriedBy(ctx *model.Context) (map[string]types.Object, error) {
	all := map[string]types.Object{}
	names, err := ctx.DereferenceDict(ctx.RootDict["Names"])
	if err != nil || names == nil {
		return all, err
	}
	return all, (&nameWalk{ctx, all, mostNames}).gather(names["EmbeddedFiles"], mostDepth)
}

// Bounds of a tree of names: how deep it is followed, and how many nodes and names are
// looked at. A damaged one may be a circle.
const (
	mostDepth = 20
	mostNames = 100_000
)

type nameWalk struct {
	ctx  *model.Context
	all  map[string]types.Object
	left int // nodes and names that may yet be looked at
}

func (w *nameWalk) gather(node types.Object, depth int) error {
	w.left--
	if depth == 0 || w.left < 0 {
		return nil
	}
	tree, err := w.ctx.DereferenceDict(node)
	if err != nil || tree == nil {
		return err
	}
	pairs, err := w.ctx.DereferenceArray(tree["Names"])
	if err != nil {
		return err
	}
	for i := 0; i+1 < len(pairs) && w.left > 0; i += 2 {
		w.left--
		if key, err := w.ctx.DereferenceStringOrHexLiteral(pairs[i], model.V10, nil); err == nil {
			w.all[key] = pairs[i+1]
		}
	}
	kids, err := w.ctx.DereferenceArray(tree["Kids"])
	if err != nil {
		return err
	}
	for _, kid := range kids {
		if err := w.gather(kid, depth-1); err != nil {
			return err
		}
	}
	return nil
}

// contentOfFile returns a carried file of so many bytes at most.
func contentOfFile(ctx *model.Context, spec types.Object, most int) ([]byte, error) {
	if most == 0 { // to the library this means no bound
		return nil, ErrTooBig
	}
	d, err := ctx.DereferenceDict(spec)
	if err != nil || d == nil {
		return nil, ErrNoFile
	}
	files, err := ctx.DereferenceDict(d["EF"])
	if err != nil || files == nil {
		return nil, ErrNoFile
	}
	sd, _, err := ctx.DereferenceStreamDict(files["F"])
	if err != nil || sd == nil {
		return nil, ErrNoFile
	}
	if err := sd.DecodeWithLimit(int64(most)); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if len(sd.Content) > most {
		return nil, ErrTooBig
	}
	return sd.Content, nil
}
