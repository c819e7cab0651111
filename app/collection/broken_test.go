package collection_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/exchange"
	"technopark/app/i18n"
	"technopark/app/questionnaire"
	"technopark/reports/xlsx"
)

// reasons writes all that is said against a file.
func reasons(r *collection.Received) string {
	var all []string
	if r.Refused != nil {
		said, _ := i18n.New(app.RU).Sentence(r.Refused, nil)
		all = append(all, said)
	}
	if r.Plan != nil {
		all = append(all, r.Plan.Fault.Words.RU)
		for _, c := range r.Plan.Changes {
			if c.State == exchange.Rejected || c.Doubt {
				all = append(all, c.What.RU+": "+c.Message.RU)
			}
		}
	}
	return strings.Join(all, "\n") + r.Confirm.RU
}

func wide(name string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(name)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// archived makes an archive of parts; with a size it lies about what unpacks.
func archived(t testing.TB, size uint64, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		p, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, UncompressedSize64: size, CompressedSize64: 2})
		if err == nil {
			_, err = p.Write([]byte{3, 0})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rewritten changes the text of parts of a workbook.
func rewritten(t testing.TB, raw []byte, change func(name, text string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		p, err := w.Create(f.Name)
		if err == nil {
			_, err = io.WriteString(p, change(f.Name, string(text)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A file that is no answer is told as what it is, and none of it is taken.
func TestEveryForeignFileIsToldAsWhatItIs(t *testing.T) {
	p := open(t)
	good := filled(t, p.forms(questionnaire.Asking{Period: year})[3], map[string]any{"resident_report.revenue": 12345.6})
	const compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	flipped := bytes.Clone(good)
	flipped[bytes.Index(flipped, []byte("xl/worksheets/sheet1.xml"))+60] ^= 0x55
	price := excelize.NewFile()
	defer price.Close()
	if err := price.SetSheetRow("Sheet1", "A1", &[]any{"Товар", "Цена, руб.", 5}); err != nil {
		t.Fatal(err)
	}
	prices, err := price.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	nameless := rewritten(t, good, func(name, text string) string {
		if name == "docProps/custom.xml" || name == "xl/sharedStrings.xml" {
			return strings.ReplaceAll(text, questionnaire.PropertyPrefix, "x.")
		}
		return text
	})
	for name, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"a.xls":       {append([]byte(compound), wide("Workbook")...), "это книга прежнего формата (.xls)"},
		"пароль.xlsx": {append([]byte(compound), wide("EncryptedPackage")...), "книга защищена паролем"},
		"a.doc":       {append([]byte(compound), wide("WordDocument")...), "это документ Word"},
		"a.xlsb":      {archived(t, 0, "xl/workbook.bin"), "это двоичная книга (.xlsb)"},
		"a.ods":       {archived(t, 0, "mimetype", "content.xml"), "это документ OpenDocument"},
		"a.docx":      {archived(t, 0, "word/document.xml"), "это документ Word"},
		"a.zip":       {archived(t, 0, "анкета.xlsx"), "это архив"},
		"бомба.xlsx":  {archived(t, 2<<30, "xl/workbook.xml"), "в распакованном виде он больше"},
		"раздутая.xlsx": {rewritten(t, good, func(name, text string) string {
			if name == "xl/sharedStrings.xml" {
				return strings.Replace(text, "</sst>", strings.Repeat("<si><t>a</t></si>", 2_000_000)+"</sst>", 1)
			}
			return text
		}), "в распакованном виде он больше 32 МБ"},
		"веб.xls":      {[]byte("<html><table>"), "это страница (HTML)"},
		"2003.xls":     {[]byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), "это «Таблица XML 2003»"},
		"скан.pdf":     {[]byte("%PDF-1.4"), "это PDF"},
		"фото.jpg":     {[]byte("\xFF\xD8\xFF\xE0 JFIF"), "это картинка"},
		"текст.csv":    {[]byte("Выручка;5"), "это не книга Excel"},
		"нули.xlsx":    {make([]byte, 5000), "файл состоит из одних нулей"},
		"пусто.xlsx":   {[]byte{}, "пуст"},
		"обрыв.xlsx":   {good[:len(good)*2/3], "у книги нет конца"},
		"битая.xlsx":   {flipped, "книга повреждена"},
		"большая.xlsx": {append(bytes.Clone(good), make([]byte, collection.MostBytes)...), "больше 16 МБ"},
		"прайс.xlsx":   {prices.Bytes(), "это не анкета: в книге нет ни одного её поля"},
		"лист.xlsx":    {nameless, "это анкета, но в файле нет скрытых сведений"},
	} {
		before := p.book()
		r := p.take(p.intake(), save(t, t.TempDir(), name, c.raw))[0]
		if got := reasons(r); r.Verdict() != collection.Unread || !strings.Contains(got, c.want) {
			t.Errorf("%s: %s, %s", name, r.Verdict().Key(), got)
		}
		if err := p.accept(r, true); err == nil || r.Keepable() {
			t.Errorf("%s was accepted", name)
		}
		sameBut(t, before, p.book(), nil)
	}
	link := filepath.Join(t.TempDir(), "ссылка.xlsx")
	if err := os.Symlink(save(t, t.TempDir(), "x.xlsx", good), link); err != nil {
		t.Fatal(err)
	}
	if r := p.take(p.intake(), link)[0]; !strings.Contains(reasons(r), "ссылка на другой файл") {
		t.Errorf("a link: %s", reasons(r))
	}
}

// A questionnaire that cannot be taken as a whole says why.
func TestEveryUnfitQuestionnaireSaysWhy(t *testing.T) {
	p := open(t)
	b := p.book()
	form := p.forms(questionnaire.Asking{Period: year})[3]
	other := p.forms(questionnaire.Asking{Period: year})[4].Resident
	answers := map[string]any{"resident_report.revenue": 12345.6}
	company := app.Clone(b.Company)
	company.INN = "7707083893"
	stranger := app.Clone(form.Resident)
	stranger.ID, stranger.INN, stranger.Name = 999_999, "7707083893", "ООО «Чужой»"
	version := func(n int) []byte {
		f := *form
		f.Identity.Form = n
		return filled(t, &f, answers)
	}
	altered := func(from, to string) []byte {
		return rewritten(t, filled(t, form, answers), func(name, text string) string {
			if name == "docProps/custom.xml" {
				return strings.ReplaceAll(text, from, to)
			}
			return text
		})
	}
	for name, c := range map[string]struct {
		raw         []byte
		short, want string
		period      app.Period
	}{
		"of another park":      {filled(t, questionnaire.New(b.With(company), form.Resident, questionnaire.Asking{Period: year}), answers), "анкета другого технопарка", "(ИНН 7707083893), а открыт", app.Period{}},
		"of nobody here":       {filled(t, questionnaire.New(b.With(stranger), stranger, questionnaire.Asking{Period: year}), answers), "резидента нет в технопарке", "«ООО „Чужой“» (ИНН 7707083893)", app.Period{}},
		"former":               {version(0), "анкета прежнего вида", "Пошлите резиденту новую", app.Period{}},
		"of a newer program":   {version(questionnaire.Version + 1), "анкета новее программы", "Обновите программу", app.Period{}},
		"another INN inside":   {altered(form.Resident.INN, other.INN), "скрытые сведения изменены", "контрольное значение не сходится", app.Period{}},
		"another year inside":  {altered(">2020<", ">2019<"), "скрытые сведения изменены", "контрольное значение не сходится", app.Period{}},
		"another check inside": {altered(form.Identity.Check, "0123456789abcdef"), "скрытые сведения изменены", "контрольное значение не сходится", app.Period{}},
		"another period":       {filled(t, p.forms(questionnaire.Asking{Period: app.YearPeriod(2019)})[3], answers), "анкета за 2019 год", "а собирают за 2020 год", year},
		"a year nobody asked":  {filled(t, p.forms(questionnaire.Asking{Period: app.YearPeriod(2019)})[3], answers), "анкета за 2019 год", "а собирают за 2020 год", app.Period{}},
		"filled for another": {edited(t, filled(t, form, answers), func(x *excelize.File) {
			if err := x.SetCellValue(questionnaire.Sheet, "I2", "Ответ: "+other.ShortName+", ИНН "+other.INN); err != nil {
				t.Fatal(err)
			}
		}), "ответ другого резидента", "а на листе стоит " + app.Quoted(other.Name), app.Period{}},
	} {
		in := p.intake()
		in.Period = c.period
		before := p.book()
		r := p.take(in, save(t, t.TempDir(), "x.xlsx", c.raw))[0]
		if r.Verdict() != collection.Unfit || r.Plan.Fault.Short.RU != c.short || !strings.Contains(r.Plan.Fault.Words.RU, c.want) || r.Plan.Fault.Words.EN == "" {
			t.Errorf("%s: %s, %s", name, r.Verdict().Key(), told(r))
		}
		if err := p.accept(r, true); err == nil {
			t.Errorf("%s was accepted", name)
		}
		sameBut(t, before, p.book(), nil)
	}
}

// What a cell says that nobody can take is rejected with its place, and the whole file with it.
func TestEveryBadCellIsRejected(t *testing.T) {
	p := open(t)
	var form *questionnaire.Form
	for _, f := range p.forms(questionnaire.Asking{Period: year}) {
		if table := f.Sections[len(f.Sections)-1].Table; table != nil && len(table.Rows) > 2 && table.Rows[1].ID != 0 {
			form = f
			break
		}
	}
	var plain bytes.Buffer
	if err := xlsx.WriteQuestionnaire(&plain, form, madeOn); err != nil {
		t.Fatal(err)
	}
	const money, people = "resident_report.revenue", "resident_report.headcount"
	set := func(key string, v any) func(*excelize.File) error {
		return func(x *excelize.File) error {
			sheet, at := cellOf(t, x, key)
			return x.SetCellValue(sheet, at, v)
		}
	}
	onRow := func(key string, do func(x *excelize.File, sheet string, row int) error) func(*excelize.File) error {
		return func(x *excelize.File) error {
			sheet, at := cellOf(t, x, key)
			_, row, err := excelize.CellNameToCoordinates(at)
			if err != nil {
				return err
			}
			return do(x, sheet, row)
		}
	}
	shown := func(key, format string) func(*excelize.File) error {
		return func(x *excelize.File) error {
			sheet, at := cellOf(t, x, key)
			style, err := x.NewStyle(&excelize.Style{CustomNumFmt: &format})
			return errors.Join(err, x.SetCellValue(sheet, at, 148900), x.SetCellStyle(sheet, at, at, style))
		}
	}
	newRow := fmt.Sprintf("job.%d.", len(form.Sections[len(form.Sections)-1].Table.Rows))
	for name, c := range map[string]struct {
		change func(*excelize.File) error
		want   string
	}{
		"nothing":            {set(money, "нет"), "Выручка: «нет» — это ноль или нет данных?"},
		"a dash":             {set(money, "—"), "Выручка: «—» — это ноль или нет данных?"},
		"millions":           {set(money, "1 млн"), "а введено «млн»; пересчитайте сами"},
		"another unit":       {set(money, "1 234,5 млн руб."), "здесь единица — «тыс. руб.»"},
		"roubles":            {set(money, "1 234 500 руб."), "здесь единица — «тыс. руб.»"},
		"two points":         {set(money, "1.234,50"), "«1.234,50» — не число"},
		"one point":          {set(money, "1.234"), "можно понять и как тысячи, и как дробь"},
		"words":              {set(money, "см. приложение"), "не число"},
		"thousands and more": {set(money, "1 234,5 тыс. долл."), "здесь единица — «тыс. руб.»"},
		"a letter":           {set(money, "1О0"), "среди цифр стоит буква «О»"},
		"an exponent":        {set(money, "1e400"), "число, записанное со степенью"},
		"a fault as a text":  {set(money, "#ДЕЛ/0!"), "текст ошибки формулы #ДЕЛ/0!"},
		"too great":          {set(money, 1e13), "число 10000000000000 слишком велико"},
		"a long text":        {set(money, strings.Repeat("много ", 5000)), "в ячейке длинный текст"},
		"format in roubles":  {shown(money, `#,##0" руб."`), "формат ячейки показывает «руб.», а здесь единица — тыс. руб."},
		"format in dollars":  {shown(money, `[$$-409]#,##0.00`), "формат ячейки показывает «$»"},
		"format in millions": {shown(money, `#,##0,`), "формат ячейки показывает число в тысячах или миллионах"},
		"two figures":        {set(money, "12 5"), "«12 5» — не число"},
		"negative":           {set(money, -5), "число не может быть отрицательным"},
		"half a person":      {set(people, 12.5), "«12.5» — не целое число"},
		"a date for figures": {func(x *excelize.File) error {
			sheet, at := cellOf(t, x, money)
			day, err := x.NewStyle(&excelize.Style{NumFmt: 14})
			return errors.Join(err, x.SetCellValue(sheet, at, time.Date(2021, 3, 5, 0, 0, 0, 0, time.UTC)), x.SetCellStyle(sheet, at, at, day))
		}, "в ячейке дата 05.03.2021"},
		"too much":           {set(money, "999999999999999999"), "не число"},
		"not applicable":     {set("job.1.count", "н/п"), "Количество: "},
		"unknown choice":     {set("job.1.category", "космонавты"), "нет в списке"},
		"neither yes nor no": {set("job.1.high_tech", "может быть"), "ответьте «да» или «нет»"},
		"no date":            {set("job.1.date", "31.02.2020"), "31.02.2020"},
		"another year":       {set("job.1.date", "01.02.2019"), "дата не из периода анкеты"},
		"a row without date": {set(newRow+"count", 5), "заполните поле «Дата»"},
		"bad ОГРН":           {set("resident.ogrn", "1155098500018"), "ОГРН"},
		"bad address":        {set("resident.email", "почта"), "почта"},
		"formula of nobody": {func(x *excelize.File) error {
			sheet, at := cellOf(t, x, money)
			return errors.Join(x.SetCellValue(sheet, at, nil), x.SetCellFormula(sheet, at, "1+2"))
		}, "формула, которую никто не посчитал"},
		"row removed": {onRow(money, func(x *excelize.File, sheet string, row int) error {
			place, _ := questionnaire.PlaceOfKey(money) // office programs make nothing of the name
			return errors.Join(x.DeleteDefinedName(&excelize.DefinedName{Name: place.Name()}), x.RemoveRow(sheet, row))
		}), "Выручка: ячейки поля «Выручка» в файле нет"},
		"cut and pasted over another": {func(x *excelize.File) error {
			sheet, at := cellOf(t, x, "resident_report.profit")
			place, _ := questionnaire.PlaceOfKey(money)
			column, row, err := excelize.CellNameToCoordinates(at)
			if err != nil {
				return err
			}
			whole, err := excelize.CoordinatesToCellName(column, row, true)
			return errors.Join(err, x.DeleteDefinedName(&excelize.DefinedName{Name: place.Name()}),
				x.SetDefinedName(&excelize.DefinedName{Name: place.Name(), RefersTo: "'" + sheet + "'!" + whole}))
		}, "имена двух полей"},
		"joined": {onRow(money, func(x *excelize.File, sheet string, row int) error {
			return x.MergeCell(sheet, fmt.Sprint("F", row), fmt.Sprint("F", row+1))
		}), "Выручка: ячейка объединена с соседними"},
		"row moved": {onRow(money, func(x *excelize.File, sheet string, row int) error {
			return errors.Join(x.SetCellValue(sheet, fmt.Sprint("A", row), "resident_report.profit"), x.SetCellValue(sheet, fmt.Sprint("A", row+3), "x"))
		}), "теперь стоит ответ на другой вопрос (Чистая прибыль (убыток))"},
		"keys moved": {onRow(money, func(x *excelize.File, sheet string, row int) error {
			return x.SetCellValue(sheet, fmt.Sprint("A", row), "resident_report.profit")
		}), "имя ячейки и скрытый номер строки ведут в разные места (Анкета!F"},
		"number of a row altered": {func(x *excelize.File) error {
			sheet, at := cellOf(t, x, "job.1.id")
			return x.SetCellValue(sheet, at, "999")
		}, "записи, которую показывала эта строка, больше нет"},
	} {
		before := p.book()
		r := p.take(p.intake(), save(t, t.TempDir(), "x.xlsx", edited(t, plain.Bytes(), func(x *excelize.File) {
			if err := c.change(x); err != nil {
				t.Fatal(err)
			}
		})))[0]
		if got := reasons(r); r.Verdict() != collection.Rejected || !strings.Contains(got, c.want) {
			t.Errorf("%s: %s, %s", name, r.Verdict().Key(), got)
		}
		for _, x := range r.Plan.Rejected() {
			if x.Expected.RU == "" || x.Message.EN == "" || x.Sheet != "" && x.Row == 0 {
				t.Errorf("%s: %+v", name, x)
			}
		}
		if err := p.accept(r, true); err == nil {
			t.Errorf("%s was accepted", name)
		}
		sameBut(t, before, p.book(), nil)
		if marked, err := r.MarkedCopy(); err != nil || len(marked) == 0 {
			t.Errorf("%s: no marked copy: %v", name, err)
		}
	}
}
