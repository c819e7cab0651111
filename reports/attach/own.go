package attach

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// FilesOf returns files that a PDF carries, of those named, without reading the rest of it:
// so what a package is of is known before it is replaced, however large it is. It reads only
// what Append has written, with a table of all its objects, which Intact has vouched for;
// whatever else there is makes an error.
func FilesOf(r io.ReaderAt, size int64, names ...string) (files map[string][]byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			files, err = nil, fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	o := &ownFile{r: r, size: size, left: mostOwn}
	if files, err = o.files(names); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return files, nil
}

// mostOwn bounds what is read of such a PDF, in bytes: its list of files is short.
const mostOwn = 128 << 20

// ownFile is a PDF of which single objects are read.
type ownFile struct {
	r    io.ReaderAt
	size int64
	at   []int64 // where objects begin, by their numbers
	left int64   // bytes that may yet be read
}

var errNotOwn = errors.New("this is not as it was written")

func (o *ownFile) files(names []string) (map[string][]byte, error) {
	root, err := o.table()
	if err != nil {
		return nil, err
	}
	catalogue, _, err := o.dict(*types.NewIndirectRef(root, 0))
	if err != nil {
		return nil, err
	}
	list, ok := catalogue["Names"].(types.Dict)
	if !ok {
		return nil, ErrNoFile
	}
	tree, ok := list["EmbeddedFiles"].(types.Dict)
	if !ok {
		return nil, ErrNoFile
	}
	pairs, ok := tree["Names"].(types.Array)
	if !ok {
		return nil, ErrNoFile
	}
	files := map[string][]byte{}
	for i := 0; i+1 < len(pairs); i += 2 {
		name, ok := pairs[i].(types.StringLiteral)
		if !ok || !slices.Contains(names, name.Value()) {
			continue
		}
		if files[name.Value()], err = o.content(pairs[i+1]); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// table reads where objects begin and returns the number of the catalogue.
func (o *ownFile) table() (root int, err error) {
	tail, err := o.read(max(0, o.size-mostEnding), mostEnding)
	if err != nil {
		return 0, err
	}
	var start int64
	end := bytes.LastIndex(tail, []byte("startxref\n"))
	if end < 0 {
		return 0, errNotOwn
	}
	if _, err := fmt.Sscanf(string(tail[end:]), "startxref\n%d", &start); err != nil || start <= 0 || start >= o.size {
		return 0, errNotOwn
	}
	table, err := o.read(start, o.size-start)
	if err != nil {
		return 0, err
	}
	const rowLength = 20
	head, rows, ok := bytes.Cut(table, []byte(" \n")) // up to the first row, which is of no object
	var count int
	if !ok {
		return 0, errNotOwn
	}
	if _, err := fmt.Sscanf(string(head), "xref\n0 %d\n", &count); err != nil || count < 1 || len(rows) < (count-1)*rowLength {
		return 0, errNotOwn
	}
	o.at = make([]int64, count)
	for n := 1; n < count; n++ {
		if o.at[n], err = strconv.ParseInt(string(rows[(n-1)*rowLength:(n-1)*rowLength+10]), 10, 64); err != nil {
			return 0, errNotOwn
		}
	}
	var size int
	if _, err := fmt.Sscanf(string(rows[(count-1)*rowLength:]), "trailer\n<</Size %d/Root %d 0 R", &size, &root); err != nil {
		return 0, errNotOwn
	}
	return root, nil
}

func (o *ownFile) read(at, most int64) ([]byte, error) {
	n := min(most, o.size-at)
	if o.left -= n; n < 0 || o.left < 0 {
		return nil, ErrTooBig
	}
	data := make([]byte, n)
	_, err := io.ReadFull(io.NewSectionReader(o.r, at, n), data)
	return data, err
}

// mostHead is more than the dictionary of a file takes, in bytes. That of the catalogue,
// where all of them are listed, may take more.
const mostHead = 1 << 14

// dict reads the dictionary of an object, and where what stands behind it begins.
func (o *ownFile) dict(named types.Object) (d types.Dict, behind int64, err error) {
	ref, ok := named.(types.IndirectRef)
	n := ref.ObjectNumber.Value()
	if !ok || n <= 0 || n >= len(o.at) {
		return nil, 0, errNotOwn
	}
	for _, most := range []int64{mostHead, mostOwn / 4} {
		text, err := o.read(o.at[n], most)
		if err != nil {
			return nil, 0, err
		}
		begins := fmt.Sprintf("%d 0 obj\n", n)
		end := bytes.Index(text, []byte("\nendobj\n"))
		if data := bytes.Index(text, []byte(">>\nstream\n")); data >= 0 && (end < 0 || data < end) {
			end = data + len(">>")
		}
		if end < 0 || !bytes.HasPrefix(text, []byte(begins)) {
			continue
		}
		line := string(text[len(begins):end])
		parsed, err := model.ParseObject(&line)
		d, ok := parsed.(types.Dict)
		if err != nil || !ok {
			return nil, 0, errors.Join(errNotOwn, err)
		}
		return d, o.at[n] + int64(end) + int64(len("\nstream\n")), nil
	}
	return nil, 0, errNotOwn
}

// content reads a file that a specification names.
func (o *ownFile) content(spec types.Object) ([]byte, error) {
	d, _, err := o.dict(spec)
	if err != nil {
		return nil, err
	}
	streams, ok := d["EF"].(types.Dict)
	if !ok {
		return nil, ErrNoFile
	}
	head, at, err := o.dict(streams["F"])
	if err != nil {
		return nil, err
	}
	length := head.IntEntry("Length")
	if length == nil || *length < 0 {
		return nil, errNotOwn
	}
	data, err := o.read(at, int64(*length))
	if err != nil || head["Filter"] == nil {
		return data, err
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	unpacked, err := io.ReadAll(io.LimitReader(z, MaxBytes+1))
	if err == nil && len(unpacked) > MaxBytes {
		err = ErrTooBig
	}
	return unpacked, err
}
