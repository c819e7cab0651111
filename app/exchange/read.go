package exchange

import (
	"archive/zip"
	"bytes"
	"strings"
	"unicode/utf16"

	"technopark/app"
	"technopark/app/formula"
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
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")), bytes.HasPrefix(raw, []byte("PK\x05\x06")):
		return readArchive(raw)
	}
	if err := foreign(raw); err != nil {
		return nil, err
	}
	text, _, err := formula.Text(raw)
	if err != nil {
		return nil, refuse("это не книга XLSX и не текст с разделителями (CSV) в UTF-8, UTF-16 или Windows-1251. Откройте его в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)»",
			"it is neither an XLSX workbook nor a text with separators (CSV) in UTF-8, UTF-16 or Windows-1251. Open it in Excel or LibreOffice and save it as “Excel workbook (.xlsx)”")
	}
	return ReadText(text)
}

// foreign refuses the files that people take for tables.
func foreign(raw []byte) error {
	head := strings.ToLower(string(bytes.TrimSpace(raw[:min(len(raw), 512)])))
	switch {
	case bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) && bytes.Contains(raw, wide("EncryptedPackage")):
		return refuse("книга защищена паролем. Откройте её, снимите пароль («Файл → Сведения → Защита книги») и сохраните",
			"the workbook is protected by a password. Open it, take the password off (File → Info → Protect Workbook) and save it")
	case bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return refuse("это файл прежнего формата (.xls, .doc). Откройте его в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)»",
			"this is a file of the former format (.xls, .doc). Open it in Excel or LibreOffice and save it as “Excel workbook (.xlsx)”")
	case strings.HasPrefix(head, "%pdf"):
		return refuse("это PDF, таблицы из него не читаются. Возьмите таблицу в XLSX или CSV или скопируйте её из PDF в Excel и сохраните",
			"this is a PDF, from which tables are not read. Take the table as XLSX or CSV, or copy it from the PDF into Excel and save it")
	case strings.HasPrefix(head, "<html"), strings.HasPrefix(head, "<!doctype"), strings.HasPrefix(head, "<table"), strings.HasPrefix(head, "<?xml"):
		return refuse("это страница (HTML, XML) под именем таблицы. Откройте её в Excel и сохраните как «Книга Excel (.xlsx)»",
			"this is a page (HTML, XML) under the name of a table. Open it in Excel and save it as “Excel workbook (.xlsx)”")
	}
	return nil
}

// wide is how names stand in the directory of the former format.
func wide(name string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(name)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// readArchive tells a workbook from other archives, and looks at what the archive says of its
// sizes before anything is unpacked.
func readArchive(raw []byte) (*Book, error) {
	w, err := openArchive(raw)
	if err != nil {
		return nil, err
	}
	return w.read()
}

func openArchive(raw []byte) (*workbook, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, damaged(err)
	}
	parts := map[string]*zip.File{}
	var total uint64
	for _, f := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		total += min(f.UncompressedSize64, mostUnpack+1)
		if f.UncompressedSize64 > mostPart || total > mostUnpack {
			return nil, tooMuch()
		}
		parts[name] = f
	}
	w := &workbook{parts: parts}
	switch {
	case parts["xl/workbook.bin"] != nil:
		return nil, refuse("это двоичная книга (.xlsb). Откройте её в Excel и сохраните как «Книга Excel (.xlsx)»",
			"this is a binary workbook (.xlsb). Open it in Excel and save it as “Excel workbook (.xlsx)”")
	case parts["content.xml"] != nil && parts["mimetype"] != nil:
		return nil, refuse("это документ OpenDocument (.ods, .odt). Откройте его в LibreOffice и сохраните как «Книга Excel (.xlsx)»",
			"this is an OpenDocument file (.ods, .odt). Open it in LibreOffice and save it as “Excel workbook (.xlsx)”")
	case parts["word/document.xml"] != nil || parts["ppt/presentation.xml"] != nil:
		return nil, refuse("это документ Word или презентация. Скопируйте таблицу из него в Excel и сохраните как «Книга Excel (.xlsx)»",
			"this is a Word document or a presentation. Copy the table from it into Excel and save it as “Excel workbook (.xlsx)”")
	case w.main() == "":
		return nil, refuse("это архив, а не книга Excel. Распакуйте его и выберите таблицу внутри",
			"this is an archive and no Excel workbook. Unpack it and choose the table inside")
	}
	return w, nil
}

func tooMuch() error {
	return refuse("в распакованном виде он больше %d МБ, таких таблиц не бывает: внутри лишнее или файл опасен. Скопируйте нужную таблицу в новую книгу",
		"unpacked it is bigger than %d MB, and no table is: there is something else inside, or the file is dangerous. Copy the table into a new workbook", mostPart>>20)
}

// damaged says that a workbook breaks off or is not what it says.
func damaged(cause error) error {
	return &app.Refusal{ID: "err.table", Data: map[string]any{"Reason": app.L(
		"книга повреждена или записана не до конца. Откройте её в Excel или LibreOffice, сохраните заново и повторите",
		"the workbook is damaged or was not written to its end. Open it in Excel or LibreOffice, save it anew and try again")}, Cause: cause}
}
