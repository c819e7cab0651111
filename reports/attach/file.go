package attach

import (
	"crypto/md5" //nolint:gosec // the checksum that PDF asks for; it guards nothing
	"errors"
	"fmt"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// File is carried inside a PDF as it is, for programs to take out.
type File struct {
	Name  string // ASCII
	MIME  string
	About string
	Date  time.Time
	Data  []byte
}

// embed puts a file into a document, as the source of its data (ISO 32000-2, 7.11.4 and
// 14.13). Files that attached documents carried are left out: they are not this package's.
func embed(all *model.Context, f File) error {
	sum := md5.Sum(f.Data) //nolint:gosec // see above
	date := types.StringLiteral(f.Date.UTC().Format("D:20060102150405Z"))
	content, err := stream(all, f.Data, types.Dict{
		"Type": types.Name("EmbeddedFile"), "Subtype": types.Name(f.MIME),
		"Params": types.Dict{"Size": types.Integer(len(f.Data)), "CheckSum": types.NewHexLiteral(sum[:]), "ModDate": date, "CreationDate": date},
	})
	if err != nil {
		return err
	}
	spec, err := all.IndRefForNewObject(types.Dict{
		"Type": types.Name("Filespec"), "F": types.StringLiteral(f.Name), "UF": types.NewHexLiteral(unicode(f.Name)),
		"Desc": types.NewHexLiteral(unicode(f.About)), "AFRelationship": types.Name("Data"), "EF": types.Dict{"F": *content, "UF": *content},
	})
	if err != nil {
		return err
	}
	names, err := all.DereferenceDict(all.RootDict["Names"])
	if err != nil {
		return err
	}
	if names == nil {
		names = types.Dict{}
	}
	names["EmbeddedFiles"] = types.Dict{"Names": types.Array{types.StringLiteral(f.Name), *spec}}
	all.RootDict["Names"] = names
	all.RootDict["AF"] = types.Array{*spec}
	return nil
}

// ErrNoFile says that a PDF carries no file of the name.
var ErrNoFile = errors.New("the PDF carries no such file")

// Embedded returns the file of the given name out of a PDF; ErrNoFile when there is none.
func Embedded(data []byte, name string) (content []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			content, err = nil, fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	ctx, err := read(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	names, err := ctx.DereferenceDict(ctx.RootDict["Names"])
	if err != nil || names == nil {
		return nil, ErrNoFile
	}
	tree, err := ctx.DereferenceDict(names["EmbeddedFiles"])
	if err != nil || tree == nil {
		return nil, ErrNoFile
	}
	pairs, err := ctx.DereferenceArray(tree["Names"])
	if err != nil {
		return nil, ErrNoFile
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		key, err := ctx.DereferenceStringOrHexLiteral(pairs[i], model.V10, nil)
		if err != nil || key != name {
			continue
		}
		return embedded(ctx, pairs[i+1])
	}
	return nil, ErrNoFile
}

func embedded(ctx *model.Context, spec types.Object) ([]byte, error) {
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
	if err := sd.Decode(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return sd.Content, nil
}
