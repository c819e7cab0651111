package submission

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"technopark/app"
	"technopark/app/disk"
)

// Papers gives names in a directory to papers that are made anew each time they are asked
// for. One takes the place of its like alone, and only while that is as it was written: what somebody
// has typed into it or noted on it is not lost. Whatever else has the name keeps it.
type Papers struct {
	shelf *shelf
	park  string // sign of whose they are
}

// PapersIn looks at what is in a directory for papers of the park.
func PapersIn(dir string, b *app.Book) (*Papers, error) {
	s, err := openShelf(dir)
	if err != nil {
		return nil, err
	}
	return &Papers{s, parkSign(b)}, nil
}

// Place returns a paper as it is to be written: under the first name of the stem and ending
// that is free or held by one of the same. of says what the paper is of; the data are a PDF or, when
// the ending is .xlsx, a workbook that says nothing of itself among its properties yet.
func (p *Papers) Place(stem, ending string, data []byte, of ...any) (disk.File, error) {
	sign := ofWhat(append([]any{p.park}, of...)...)
	data, err := marked(ending, data, sign)
	if err != nil {
		return disk.File{}, fmt.Errorf("mark %s%s: %w", stem, ending, err)
	}
	name := stem + ending
	at, err := p.shelf.settle(stem, "", []file{{name: name, data: data}}, paperLike(sign))
	if err != nil {
		return disk.File{}, err
	}
	p.shelf.promise(at.name(name))
	return disk.File{Path: at.path(name), Data: data}, nil
}

// Stem joins the parts of a name of a file, each without what no file system or letter likes.
func Stem(parts ...string) string {
	var some []string
	for _, part := range parts {
		if part = plainName(part); part != "" {
			some = append(some, part)
		}
	}
	return strings.Join(some, " — ")
}

// marked puts into a paper what it is of and the sum of itself; see paperLike.
func marked(ending string, data []byte, sign string) ([]byte, error) {
	if !strings.EqualFold(ending, ".xlsx") {
		return fmt.Appendf(bytes.Clone(data), "%%%s %s %s\n", paperMark, sign, app.Content(data)), nil
	}
	_, sum, err := readWorkbook(data)
	if err != nil {
		return nil, err
	}
	said := "<keywords>" + paperMark + " " + sign + " " + sum + "</keywords>"
	return withProperties(data, func(properties []byte) []byte {
		return bytes.Replace(properties, []byte(propertiesEnd), []byte(said+propertiesEnd), 1)
	})
}

// propertiesEnd ends the properties of a workbook as our writer writes them.
const propertiesEnd = "</coreProperties>"

// withProperties returns a workbook with other properties; its other parts stay, byte by byte.
func withProperties(data []byte, change func([]byte) []byte) ([]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		if f.Name != propertiesName {
			if err := w.Copy(f); err != nil {
				return nil, err
			}
			continue
		}
		in, err := f.Open()
		if err != nil {
			return nil, err
		}
		properties, err := io.ReadAll(io.LimitReader(in, mostWorkbook))
		if err != nil {
			return nil, err
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := part.Write(change(properties)); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
