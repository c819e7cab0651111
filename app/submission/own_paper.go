package submission

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/reports"
	"technopark/reports/doc"
)

// A paper that is made anew each time — a protocol, a letter, a лист изменений — takes the
// place of its like alone, and only while that is as it was written: what somebody has
// noted on it is not lost. So it carries what it is of and the sum of itself: a PDF in a
// comment behind its end, a workbook among its properties.

// paperMark begins what a paper says of itself.
const paperMark = "technopark-paper-1"

// ofWhat makes a short sign of what a paper is of.
func ofWhat(parts ...any) string {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%q", parts)))
	return hex.EncodeToString(sum[:8])
}

// draw draws a paper that says what it is of, as a PDF or a workbook by the ending of its
// name, and returns how many pages the PDF has.
func draw(name string, d doc.Document, of string) (data []byte, pages int, err error) {
	var out bytes.Buffer
	if !strings.EqualFold(filepath.Ext(name), ".xlsx") {
		if pages, err = reports.WritePDF(&out, d); err != nil {
			return nil, 0, err
		}
		return fmt.Appendf(out.Bytes(), "%%%s %s %s\n", paperMark, of, app.Content(out.Bytes())), pages, nil
	}
	if err := reports.WriteXLSX(&out, d); err != nil {
		return nil, 0, err
	}
	_, sum, err := readWorkbook(out.Bytes())
	if err != nil {
		return nil, 0, err
	}
	d.Mark = paperMark + " " + of + " " + sum
	out.Reset()
	err = reports.WriteXLSX(&out, d)
	return out.Bytes(), 0, err
}

// paperLike returns what reports whether a file is, as this program wrote it, a paper of
// the same.
func paperLike(of string) likeness {
	return func(path string) bool {
		old, err := disk.Read(path, mostPackage, app.ErrTooBig)
		if err != nil {
			return false
		}
		begins := "%" + paperMark + " " + of + " "
		if at := bytes.LastIndex(old, []byte("%"+paperMark)); at >= 0 && string(old[at:]) == begins+app.Content(old[:at])+"\n" {
			return true
		}
		mark, sum, err := readWorkbook(old)
		return err == nil && mark == paperMark+" "+of+" "+sum
	}
}

// readyPaper refuses a name under which no paper of its own can be written: PDF or XLSX by its ending.
func readyPaper(path string) error {
	if ext := strings.ToLower(filepath.Ext(path)); ext != ".pdf" && ext != ".xlsx" {
		return app.About(path, ErrFormat)
	}
	return disk.Replaceable(path)
}

// ownPaper draws a paper under the name the user gave it, in the form its ending asks for. Where
// something else has the name, the error is the one given for that.
func ownPaper(ctx context.Context, path string, d doc.Document, sign string, taken error) ([]byte, error) {
	data, _, err := draw(path, d, sign)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	s, err := openShelf(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	name := filepath.Base(path)
	at := settled{place: place{dir: s.dir, stem: strings.TrimSuffix(name, filepath.Ext(name))}}
	if !s.free(&at, []file{{name: name, data: data}}, paperLike(sign)) {
		return nil, taken
	}
	return data, nil
}

// propertiesName is where a workbook keeps its properties.
const propertiesName = "docProps/core.xml"

// mostWorkbook bounds what a workbook unpacks to, in bytes.
const mostWorkbook = 256 << 20

// archiveEnd is how many bytes end an archive without a comment.
const archiveEnd = 22

// readWorkbook returns what a workbook says of itself and the sum of all else in it.
func readWorkbook(data []byte) (mark, sum string, err error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", "", err
	}
	if !bytes.HasPrefix(data[len(data)-archiveEnd:], []byte("PK\x05\x06")) {
		return "", "", zip.ErrFormat // something stands behind it
	}
	all, left := sha256.New(), int64(mostWorkbook)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			return "", "", err
		}
		content, err := io.ReadAll(io.LimitReader(in, left))
		if err != nil {
			return "", "", err
		}
		if left -= int64(len(content)); left <= 0 {
			return "", "", app.ErrTooBig
		}
		if f.Name != propertiesName {
			fmt.Fprintf(all, "%q %d\n%s", f.Name, len(content), content)
			continue
		}
		var properties struct {
			Keywords string `xml:"keywords"`
		}
		if err := xml.Unmarshal(content, &properties); err != nil {
			return "", "", err
		}
		mark = properties.Keywords
	}
	return mark, hex.EncodeToString(all.Sum(nil)), nil
}
