package attach

import (
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
}

// specsOf puts the contents of files into a document and returns what stands for them.
func specsOf(all *model.Context, files []File) (map[string]types.IndirectRef, error) {
	specs := map[string]types.IndirectRef{}
	for _, f := range files {
		spec, err := specOf(all, f)
		if err != nil {
			return nil, fmt.Errorf("carry %q: %w", f.Name, err)
		}
		specs[f.Name] = *spec
	}
	return specs, nil
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

func specOf(all *model.Context, f File) (*types.IndirectRef, error) {
	sum := md5.Sum(f.Data) //nolint:gosec // see above
	date := types.StringLiteral(f.Date.UTC().Format("D:20060102150405Z"))
	put := stream
	if f.Packed {
		put = plain
	}
	content, err := put(all, f.Data, types.Dict{
		"Type": types.Name("EmbeddedFile"), "Subtype": types.Name(f.MIME),
		"Params": types.Dict{"Size": types.Integer(len(f.Data)), "CheckSum": types.NewHexLiteral(sum[:]), "ModDate": date, "CreationDate": date},
	})
	if err != nil {
		return nil, err
	}
	shown := f.Shown
	if shown == "" {
		shown = f.Name
	}
	return all.IndRefForNewObject(types.Dict{
		"Type": types.Name("Filespec"), "F": types.StringLiteral(f.Name), "UF": types.NewHexLiteral(unicode(shown)),
		"Desc": types.NewHexLiteral(unicode(f.About)), "AFRelationship": types.Name(f.Relation), "EF": types.Dict{"F": *content, "UF": *content},
	})
}

// plain adds a stream to a document without packing it.
func plain(ctx *model.Context, content []byte, entries types.Dict) (*types.IndirectRef, error) {
	return ctx.IndRefForNewObject(types.StreamDict{Dict: entries, Content: content, Raw: content})
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
