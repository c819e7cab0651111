package app

import "strings"

// Reasons why the sheets of a document stay outside of a package, which then only names it.
const (
	ApartNoFile     = "no_file"    // none is attached
	ApartOffice     = "office"     // an office file, which has no pages of its own
	ApartLocked     = "locked"     // it opens with a password
	ApartDamaged    = "damaged"    // part of the file is missing or wrong
	ApartHeavy      = "heavy"      // reading it takes more than there is
	ApartHuge       = "huge"       // a picture of too many dots
	ApartNoPages    = "no_pages"   // a PDF without any
	ApartPacked     = "packed"     // a picture packed in a way that is not read here
	ApartViewer     = "viewer"     // a PDF that only shows itself in the program that made it
	ApartFonts      = "fonts"      // a PDF that has to be drawn anew and lacks the fonts for that
	ApartUnreadable = "unreadable" // a PDF whose pages no reader here can show
	ApartForeign    = "foreign"    // a file of a kind that has no pages for this program
	ApartAsIs       = "as_is"      // kept as it is by a version of the program that did not write down why
)

func apartOptions() []Option {
	return []Option{
		{ApartNoFile, L("файл не прикреплён", "no file is attached")},
		{ApartOffice, L("офисный файл: сохраните его в PDF, и листы войдут в пакет", "an office file: save it as PDF, and its sheets will be in the package")},
		{ApartLocked, L("закрыт паролем", "it is locked with a password")},
		{ApartDamaged, L("файл повреждён или неполон", "the file is damaged or incomplete")},
		{ApartHeavy, L("на его чтение не хватает времени или памяти", "reading it takes more time or memory than there is")},
		{ApartHuge, L("снимок слишком велик", "the picture is too large")},
		{ApartNoPages, L("в нём нет страниц", "it has no pages")},
		{ApartPacked, L("снимок сжат способом, которого программа не читает", "the picture is packed in a way the program does not read")},
		{ApartViewer, L("его страницы показывает только программа, в которой он сделан", "only the program that made it shows its pages")},
		{ApartFonts, L("в файле нет его шрифтов, и перерисовать его страницы нельзя: сохраните PDF с внедрёнными шрифтами",
			"its fonts are not in the file, and its pages cannot be drawn anew: save the PDF with embedded fonts")},
		{ApartUnreadable, L("его страницы не читаются", "its pages cannot be read")},
		{ApartForeign, L("файл другого вида, страниц в нём программа не видит", "a file of another kind, in which the program sees no pages")},
		{ApartAsIs, L("прикреплён как есть", "it was attached as it is")},
	}
}

// apartField is found out when a file is attached and kept with the record, so that every
// list says the same without opening the file again. Of a record without a file it is empty:
// there is nothing to have been found out.
func apartField() Field {
	return choice("apart", L("Почему отдельно", "Why separately"), apartOptions(), func(r *Document) *string { return &r.Apart }).fixed().width(30).
		hint("почему листов документа не будет в пакете: он приложен отдельно", "why the sheets of the document will not be in the package")
}

// ApartReason returns why the sheets of the document stay outside of every package, a code of
// the field «apart»; empty when they do not. A record that nobody wrote it into, of an
// earlier version of the program, answers by its format.
func (d *Document) ApartReason() string {
	paged := d.Pages.State == Given
	switch {
	case d.SHA256 == "":
		return ApartNoFile
	case d.Apart != "":
		return d.Apart
	case d.Format == FormatOffice:
		return ApartOffice
	case d.Format == FormatOther:
		return ApartAsIs
	case d.Format == FormatPDF && !paged:
		return ApartViewer
	case !paged:
		return ApartPacked
	}
	return ""
}

// ApartWords returns what people read of a reason: «закрыт паролем».
func ApartWords(reason string) Text {
	for _, o := range apartOptions() {
		if o.Code == reason {
			return o.Label
		}
	}
	return Text{}
}

// What a document proves, on the whole. One that proves nothing goes with no package.
const (
	ProvesNothing    = "nothing"
	ProvesRecords    = "records"
	ProvesIndicators = "indicators"
	ProvesBoth       = "both"
)

func provesOptions() []Option {
	return []Option{
		{ProvesNothing, L("ничего: в пакет не войдёт", "nothing: not in the package")},
		{ProvesRecords, L("записи", "records")},
		{ProvesIndicators, L("показатели", "indicators")},
		{ProvesBoth, L("записи и показатели", "records and indicators")},
	}
}

func deriveProves(recs []Record, related func(string) []Record, _ Date) {
	of := map[int64]string{}
	for _, l := range As[DocumentLink](related("document_link")) {
		kind := ProvesRecords
		if strings.HasPrefix(l.Subject, indicatorSubject) {
			kind = ProvesIndicators
		}
		if was := of[l.Document]; was != "" && was != kind {
			kind = ProvesBoth
		}
		of[l.Document] = kind
	}
	for _, rec := range recs {
		d := rec.(*Document)
		d.Proves = ProvesNothing
		if kind := of[d.ID]; kind != "" {
			d.Proves = kind
		}
	}
}
