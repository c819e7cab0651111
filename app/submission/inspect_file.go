package submission

import (
	"context"
	"time"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/i18n"
	"technopark/app/signature"
)

// mostPackage is the size above which a file is not looked into as a package: no package
// that this program makes comes near, and all of it is held in memory.
const mostPackage = 1 << 30

// InspectFile inspects the package in a file, or in the archive that is written beside it,
// with the detached signatures that lie beside the file. Besides the errors of Inspect there
// are those of reading the file.
func InspectFile(ctx context.Context, path string, progress func(done float64)) (*Inspection, error) {
	data, err := disk.Read(path, mostPackage, app.ErrTooBig)
	if err != nil {
		return nil, err
	}
	pdf, archive := data, (*opened)(nil)
	if isZip(data) {
		if archive, err = openArchive(data); err != nil {
			return nil, app.About(path, err)
		}
		pdf = archive.pdf
	}
	i, err := Inspect(ctx, pdf, progress)
	if err != nil {
		return nil, app.About(path, err)
	}
	i.PDF = pdf
	if i.Signatures, err = SignaturesBeside(path, data); archive != nil {
		i.Answers = append([]Answer{archive.answer(i.DataSHA256)}, i.Answers...)
		i.Signatures = append(i.Signatures, archive.signs...)
	}
	return i, err
}

// OK reports whether a signature can be read and nothing speaks against it: what could not
// be checked does not.
func (b Beside) OK() bool {
	for _, c := range b.Checks {
		if c.Fits == signature.No || c.Valid == signature.No {
			return false
		}
	}
	return b.Err == nil
}

// sentences says what a signature beside a package is, and what was found out about it.
func (b Beside) sentences(words *i18n.Printer, zone *time.Location) []string {
	all := []string{words.T("inspect.signature", map[string]any{"File": b.Name})}
	if b.Err != nil {
		said, ok := words.Sentence(b.Err, nil)
		if !ok {
			said = b.Err.Error()
		}
		return append(all, "■ "+said)
	}
	for _, c := range b.Checks {
		all = append(all, SignatureLines(words, c, zone)...)
	}
	return all
}
