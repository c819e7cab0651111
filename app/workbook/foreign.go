package workbook

import (
	"bytes"
	"strings"
	"unicode/utf16"

	"technopark/app"
)

// saveAs ends what is said of a file that another program can make a workbook of.
var saveAs = app.L("Откройте файл в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)»",
	"Open the file in Excel or LibreOffice and save it as “Excel workbook (.xlsx)”")

// Foreign refuses the files that people take for tables: each in words of its own.
func Foreign(raw []byte) error {
	head := bytes.TrimLeft(bytes.TrimPrefix(raw[:min(len(raw), 4096)], []byte("\xEF\xBB\xBF")), " \t\r\n")
	begins := func(sign string) bool { return bytes.HasPrefix(raw, []byte(sign)) }
	switch {
	case begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return compound(raw)
	case begins("\x09\x00\x04\x00"), begins("\x09\x02\x06\x00"), begins("\x09\x04\x06\x00"), begins("\x09\x08\x08\x00"), begins("\x09\x08\x10\x00"):
		return formerBook()
	case bytes.HasPrefix(bytes.ToLower(head), []byte("%pdf")):
		return refuse("это PDF, таблицы из него не читаются. Возьмите таблицу в XLSX или CSV или скопируйте её из PDF в Excel и сохраните",
			"this is a PDF, from which tables are not read. Take the table as XLSX or CSV, or copy it from the PDF into Excel and save it")
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return document()
	case begins("\x89PNG"), begins("\xFF\xD8\xFF"), begins("II*\x00"), begins("MM\x00*"), begins("BM") && bytes.IndexByte(head, 0) >= 0, begins("GIF8"):
		return refuse("это картинка: фотография или скан. Таблицы из картинок не читаются; возьмите саму книгу (.xlsx)",
			"this is a picture: a photograph or a scan. Tables are not read from pictures; take the workbook itself (.xlsx)")
	case begins("Rar!\x1A\x07"), begins("7z\xBC\xAF\x27\x1C"), begins("\x1F\x8B"):
		return packed()
	case len(raw) > 0 && len(bytes.Trim(raw, "\x00")) == 0:
		return refuse("файл состоит из одних нулей: его содержимое потеряно. Возьмите его ещё раз оттуда, откуда он пришёл",
			"the file is nothing but zeros: its content is lost. Take it once more from where it came")
	}
	return page(strings.ToLower(string(head)))
}

// page refuses what browsers show, under whatever name it is saved.
func page(head string) error {
	starts := func(signs ...string) bool {
		for _, s := range signs {
			if strings.HasPrefix(head, s) {
				return true
			}
		}
		return false
	}
	switch {
	case starts("<?xml", "<workbook", "<ss:workbook") && strings.Contains(head, "urn:schemas-microsoft-com:office:spreadsheet"):
		return refuse("это «Таблица XML 2003», а не книга Excel, хотя Excel её и открывает. %s",
			"this is an “XML Spreadsheet 2003” and no Excel workbook, though Excel opens it. %s", saveAs)
	case starts("<?xml", "<office:document") && strings.Contains(head, "urn:oasis:names:tc:opendocument"):
		return openDocument()
	case starts("<html", "<!doctype", "<table", "<head", "<body", "<meta", "<style", "mime-version:") || starts("<?xml") && strings.Contains(head, "<html"):
		return refuse("это страница (HTML) под именем таблицы: так её отдают сайты и сохраняет Excel «как веб-страницу». %s",
			"this is a page (HTML) under the name of a table: sites give it so, and Excel saves it so “as a web page”. %s", saveAs)
	case starts("<?xml"):
		return refuse("это файл XML, а не таблица. %s", "this is an XML file and no table. %s", saveAs)
	case starts(`{"url":"https://docs.google.com`, `{"url": "https://docs.google.com`):
		return refuse("это ссылка на таблицу Google, а не сама таблица. Откройте её и скачайте: «Файл → Скачать → Microsoft Excel (.xlsx)»",
			"this is a link to a Google sheet and not the sheet itself. Open it and download it: File → Download → Microsoft Excel (.xlsx)")
	}
	return nil
}

// compound tells the files of the former format, and locked ones, which are kept in it.
func compound(raw []byte) error {
	has := func(name string) bool { return bytes.Contains(raw, wide(name)) }
	switch {
	case has("EncryptedPackage"):
		return refuse("книга защищена паролем. Откройте её, снимите пароль («Файл → Сведения → Защита книги») и сохраните",
			"the workbook is protected by a password. Open it, take the password off (File → Info → Protect Workbook) and save it")
	case has("WordDocument"), has("PowerPoint Document"):
		return document()
	case has("Workbook"), has("Book"):
		return formerBook()
	}
	return refuse("это файл прежнего формата (.xls, .doc). %s", "this is a file of the former format (.xls, .doc). %s", saveAs)
}

func formerBook() error {
	return refuse("это книга прежнего формата (.xls). %s", "this is a workbook of the former format (.xls). %s", saveAs)
}

func document() error {
	return refuse("это документ Word или презентация. Скопируйте таблицу из него в Excel и сохраните как «Книга Excel (.xlsx)»",
		"this is a Word document or a presentation. Copy the table from it into Excel and save it as “Excel workbook (.xlsx)”")
}

func openDocument() error {
	return refuse("это документ OpenDocument (.ods, .odt). Откройте его в LibreOffice и сохраните как «Книга Excel (.xlsx)»",
		"this is an OpenDocument file (.ods, .odt). Open it in LibreOffice and save it as “Excel workbook (.xlsx)”")
}

func packed() error {
	return refuse("это архив, а не книга Excel. Распакуйте его и выберите таблицу внутри",
		"this is an archive and no Excel workbook. Unpack it and choose the table inside")
}

// kept refuses the archives that are no workbook.
func (a *Archive) kept() error {
	has := func(part string) bool { return a.named[part] != nil }
	switch {
	case has("xl/workbook.bin"):
		return refuse("это двоичная книга (.xlsb). Откройте её в Excel и сохраните как «Книга Excel (.xlsx)»",
			"this is a binary workbook (.xlsb). Open it in Excel and save it as “Excel workbook (.xlsx)”")
	case has("content.xml") && has("mimetype"):
		return openDocument()
	case has("word/document.xml"), has("ppt/presentation.xml"):
		return document()
	case has("index/document.iwa"), has("index.zip"):
		return refuse("это таблица Numbers (Apple). Откройте её в Numbers и сохраните: «Файл → Экспортировать в → Excel»",
			"this is a Numbers spreadsheet (Apple). Open it in Numbers and save it: File → Export To → Excel")
	}
	for _, f := range a.files {
		if f.Flags&1 != 0 {
			return refuse("это архив с паролем. Распакуйте его и выберите таблицу внутри", "this is an archive with a password. Unpack it and choose the table inside")
		}
	}
	if a.main == "" {
		return packed()
	}
	return nil
}

// broken says what ails an archive that does not open: its end is missing, or it is damaged.
func broken(raw []byte, cause error) error {
	const directory = "PK\x01\x02"
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) && !bytes.Contains(raw, []byte("PK\x05\x06")) || !bytes.Contains(raw, []byte(directory)) {
		return cut(cause)
	}
	return Damaged(cause)
}

// wide is how names stand in the directory of the former format.
func wide(name string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(name)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// Is reports whether the bytes begin as an archive, which may be meant as a workbook, and not as a
// text.
func Is(raw []byte) bool {
	return bytes.HasPrefix(raw, []byte("PK\x03\x04")) || bytes.HasPrefix(raw, []byte("PK\x05\x06"))
}
