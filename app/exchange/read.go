package exchange

import (
	"technopark/app"
	"technopark/app/formula"
	"technopark/app/workbook"
)

// Read reads a workbook (XLSX, XLSM) or a text with separators (CSV, TSV), whichever the bytes
// are; the name of the file says nothing. What is no table, or more than the bounds allow, is
// refused in words.
func Read(raw []byte) (*Book, error) {
	switch {
	case len(raw) == 0:
		return nil, app.ErrEmptyFile
	case len(raw) > MostBytes:
		return nil, app.ErrTooBig
	case workbook.Is(raw):
		return workbook.Read(raw)
	}
	if err := workbook.Foreign(raw); err != nil {
		return nil, err
	}
	text, _, err := formula.Text(raw)
	if err != nil {
		return nil, refuse("это не книга XLSX и не текст с разделителями (CSV) в UTF-8, UTF-16 или Windows-1251. Откройте его в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)»",
			"it is neither an XLSX workbook nor a text with separators (CSV) in UTF-8, UTF-16 or Windows-1251. Open it in Excel or LibreOffice and save it as “Excel workbook (.xlsx)”")
	}
	return ReadText(text)
}
