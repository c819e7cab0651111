package exchange

import (
	"archive/zip"
	"bytes"

	"technopark/app"
)

// Archive opens a workbook part by part, for who changes a few of its cells and leaves the rest
// as it is. What is no workbook, or is beyond the bounds of one, is refused in the words of Read;
// so is a book with two parts of one name, of which programs read different ones.
func Archive(raw []byte) (*zip.Reader, error) {
	switch {
	case len(raw) == 0:
		return nil, app.ErrEmptyFile
	case len(raw) > MostBytes:
		return nil, app.ErrTooBig
	}
	if err := foreign(raw); err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(raw, []byte("PK")) {
		return nil, refuse("это не книга Excel. Откройте файл в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)»",
			"it is no Excel workbook. Open the file in Excel or LibreOffice and save it as “Excel workbook (.xlsx)”")
	}
	w, err := openArchive(raw)
	if err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, damaged(err)
	}
	if len(w.parts) != len(archive.File) {
		return nil, damaged(zip.ErrFormat)
	}
	return archive, nil
}

// Damaged says that a part of a workbook is not what it has to be.
func Damaged(cause error) error { return damaged(cause) }

// ShowsDay reports whether a format shows a number as a day: one of the book's own by its code, or
// one that every book has by its number.
func ShowsDay(id, code string) bool {
	own := map[string]look{}
	if code != "" {
		own[id] = lookOf(code)
	}
	return lookBy(own, id) == day
}
