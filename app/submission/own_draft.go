package submission

import (
	"technopark/app"
	"technopark/reports/attach"
)

// draftOf returns what reports whether a PDF is, as this program wrote it, a draft of the
// year and the park of a book. Parks are told apart by what the data say of them: two data
// files may number theirs alike.
func draftOf(b *app.Book, year int) func(pdf []byte) bool {
	return func(pdf []byte) bool {
		if !attach.Intact(pdf) {
			return false // somebody has written on it
		}
		parsed, err := attach.Parse(pdf)
		if err != nil {
			return false
		}
		carried, err := parsed.Carried()
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
