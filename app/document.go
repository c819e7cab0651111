package app

// Document is a paper that proves figures: a contract, a certificate, a statement. Its
// file lies in the data file, once for equal contents; see Content.
type Document struct {
	Head
	Kind     string      // code of an option
	Number   string      // as on the paper; may be empty
	Date     Date        // of the paper
	Title    string      // what people call it
	FileName string      // under which the file was attached
	Format   string      // FormatPDF and the like; empty while no file is attached
	SHA256   string      // of the file, 64 hexadecimal digits; empty while none is attached
	Size     Cell[Count] // bytes
	Pages    Cell[Count] // that it has on paper; none for what has no pages of its own
	Apart    string      // as kept; see ApartReason
	Proves   string      // derived: whether it proves records, indicators, both or nothing
	Note     string      // several lines
}

// Type describes Document.
func (*Document) Type() *Type { return documentType }

// Formats of attached files. Office files are kept, but have no pages of their own; so is
// what the user knows to be unreadable here and wants kept as it is.
const (
	FormatPDF    = "pdf"
	FormatPNG    = "png"
	FormatJPEG   = "jpeg"
	FormatTIFF   = "tiff"
	FormatOffice = "office"
	FormatOther  = "other"
)

var documentType = &Type{
	Key:     "document",
	One:     L("Документ", "Document"),
	Many:    L("Документы", "Documents"),
	Section: SectionRating,
	Turn:    standing("документ остаётся при записях, которые подтверждает", "a document stays with the records it proves"),
	Proof:   true,
	Alike:   [][]string{{"sha256"}, {"kind", "number", "date"}},
	Derive:  deriveProves,
	New:     func() Record { return new(Document) },
	Title: func(r Record, _ Titles) string {
		d := r.(*Document)
		if d.Number == "" {
			return d.Title
		}
		return joinKnown(" ", d.Title, "№"+NBSP+d.Number)
	},
	Fields: join(
		section(L("Документ", "Document"),
			text("title", L("Название", "Title"), func(r *Document) *string { return &r.Title }).own().essential().width(40),
			choice("kind", L("Вид", "Kind"), []Option{
				{"contract", L("договор, соглашение", "contract, agreement")},
				{"statement", L("бухгалтерская отчётность", "accounts")},
				{"tax", L("справка о налогах", "tax certificate")},
				{"statistics", L("форма статистики", "statistical form")},
				{"patent", L("патент, свидетельство", "patent, certificate of registration")},
				{"registry", L("выписка из реестра", "extract from a register")},
				{"certificate", L("сертификат", "certificate")},
				{"order", L("приказ, распоряжение", "order")},
				{"act", L("акт", "acceptance certificate")},
				{"letter", L("письмо, анкета", "letter, questionnaire")},
				{"photo", L("фотография, снимок экрана", "photograph, screenshot")},
				{"other", L("иной", "other")},
			}, func(r *Document) *string { return &r.Kind }).required().width(24),
			text("number", L("Номер", "Number"), func(r *Document) *string { return &r.Number }).own().width(14),
			date("date", L("Дата", "Date"), func(r *Document) *Date { return &r.Date }),
			derived("proves", L("Что подтверждает", "Proves"), KindChoice, provesOptions(), func(r *Document) Value { return TextValue(r.Proves) }).width(22),
			note("note", L("Примечание", "Note"), func(r *Document) *string { return &r.Note }),
		),
		section(L("Файл", "File"),
			text("file_name", L("Имя файла", "File name"), func(r *Document) *string { return &r.FileName }).fixed().width(28),
			choice("format", L("Формат", "Format"), []Option{
				{FormatPDF, L("PDF", "PDF")},
				{FormatPNG, L("PNG", "PNG")},
				{FormatJPEG, L("JPEG", "JPEG")},
				{FormatTIFF, L("TIFF", "TIFF")},
				{FormatOffice, L("офисный файл", "office file")},
				{FormatOther, L("иной: приложен отдельно", "other: enclosed separately")},
			}, func(r *Document) *string { return &r.Format }).fixed().width(12),
			apartField(),
			count("pages", L("Страниц", "Pages"), L("стр.", "pages"), func(r *Document) *Cell[Count] { return &r.Pages }).fixed(),
			count("size", L("Размер", "Size"), L("байт", "bytes"), func(r *Document) *Cell[Count] { return &r.Size }).fixed().hidden(),
			text("sha256", L("SHA-256", "SHA-256"), func(r *Document) *string { return &r.SHA256 }).content().fixed().hidden(),
		),
	),
}
