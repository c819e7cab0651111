package submission

import (
	"os"

	"technopark/app"
	"technopark/reports/attach"
)

// draftOf returns what reports whether a PDF is, as this program wrote it, a draft of the
// year and the park of a book. Parks are told apart by what the data say of them: two data
// files may number theirs alike. Of the file only the seal and the data are read.
func draftOf(b *app.Book, year int) likeness {
	return func(path string) bool {
		pdf, err := os.Open(path)
		if err != nil {
			return false
		}
		defer pdf.Close() //nolint:errcheck // opened for reading: nothing can be lost
		info, err := pdf.Stat()
		if err != nil || !attach.IntactIn(pdf, info.Size()) {
			return false // somebody has written on it
		}
		carried, err := attach.FilesOf(pdf, info.Size(), SealName, DataName)
		if err != nil {
			return false
		}
		seal, err := readSeal(carried)
		if err != nil || !seal.Draft || seal.Revision != 0 {
			return false
		}
		was, err := thaw(carried[DataName])
		return err == nil && was.Year == year && samePark(was.Book, b)
	}
}

// samePark reports whether two books are of one park.
func samePark(a, b *app.Book) bool { return parkSign(a) == parkSign(b) }

// parkSign tells the park of a book from others.
func parkSign(b *app.Book) string { return ofWhat(b.Park.ID, innOf(b), app.Fold(b.Park.Name)) }
