package xlsx_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/questionnaire"
	"technopark/app/sample"
	"technopark/reports/xlsx"
)

var asked = questionnaire.Asking{Period: app.YearPeriod(2020), Due: app.Day(2021, 2, 15), Profile: "national-2021"}

// filledIn returns the questionnaire of one who has reported, and its workbook.
func filledIn(t testing.TB, a questionnaire.Asking, change func(*app.Resident)) (*questionnaire.Form, []byte) {
	t.Helper()
	b := sample.Park().Book()
	r := *b.ActiveResidents(a.Period)[0]
	if change != nil {
		change(&r)
	}
	form := questionnaire.New(b, &r, a)
	return form, formBook(t, form)
}

func formBook(t testing.TB, form *questionnaire.Form) []byte {
	t.Helper()
	var w bytes.Buffer
	if err := xlsx.WriteQuestionnaire(&w, form, made); err != nil {
		t.Fatal(err)
	}
	return w.Bytes()
}

func opened(t testing.TB, raw []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

// cellsOf returns where each name of the workbook leads: sheet and cell.
func cellsOf(t testing.TB, book *excelize.File) map[string][2]string {
	t.Helper()
	at := map[string][2]string{}
	for _, n := range book.GetDefinedName() {
		sheet, cell, ok := strings.Cut(strings.ReplaceAll(n.RefersTo, "$", ""), "!")
		if !ok {
			t.Errorf("%s refers to %s", n.Name, n.RefersTo)
		}
		at[n.Name] = [2]string{strings.Trim(sheet, "'"), cell}
	}
	return at
}

// Every answer has a cell of its own by its name, which can be edited and holds what is on
// record; nothing else can.
func TestAnswersAloneCanBeEdited(t *testing.T) {
	for _, lang := range []app.Lang{app.RU, app.EN} {
		a := asked
		a.Lang = lang
		form, raw := filledIn(t, a, nil)
		book := opened(t, raw)
		at := cellsOf(t, book)
		taken := map[string]bool{}
		for _, it := range form.Items() {
			place, ok := at[it.Name()]
			if !ok || taken[place[1]] {
				t.Errorf("%s: no cell of its own, %v", it.Key(), place)
				continue
			}
			taken[place[1]] = true
			got, err := book.GetCellValue(place[0], place[1], excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			if v, err := it.Field.Read(dated(it.Field, got), nil); err != nil || v != it.Now {
				t.Errorf("%s: %q is read as %v, want %v, %v", it.Key(), got, v, it.Now, err)
			}
		}
		sheet := book.GetSheetName(0)
		size, err := book.GetSheetDimension(sheet)
		if err != nil {
			t.Fatal(err)
		}
		_, end, _ := strings.Cut(size, ":")
		cols, rows, err := excelize.CellNameToCoordinates(end)
		if err != nil || cols < 5 || rows < 30 {
			t.Fatalf("the sheet is %s, %v", size, err)
		}
		merged := mergedInto(t, book, sheet)
		for row := 1; row <= rows; row++ {
			for col := 1; col <= cols; col++ {
				cell, _ := excelize.CoordinatesToCellName(col, row)
				if whole := merged[cell]; whole != "" {
					cell = whole
				}
				if open := !locked(t, book, sheet, cell); open != taken[cell] {
					t.Errorf("%s: it is an answer: %v, it can be edited: %v", cell, taken[cell], open)
				}
			}
		}
	}
}

// dated turns the number of a day into a date as people write it.
func dated(f app.Field, raw string) string {
	if n, err := strconv.Atoi(raw); err == nil && f.Kind == app.KindDate {
		return app.Day(1899, 12, 30).AddDays(n).String()
	}
	return strings.ReplaceAll(raw, ".", map[bool]string{true: ",", false: "."}[f.Kind.Number()])
}

func mergedInto(t testing.TB, book *excelize.File, sheet string) map[string]string {
	t.Helper()
	into := map[string]string{}
	all, err := book.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range all {
		c1, r1, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
		c2, r2, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
		for col := c1; col <= c2; col++ {
			for row := r1; row <= r2; row++ {
				cell, _ := excelize.CoordinatesToCellName(col, row)
				into[cell] = m.GetStartAxis()
			}
		}
	}
	return into
}

func locked(t testing.TB, book *excelize.File, sheet, cell string) bool {
	t.Helper()
	id, err := book.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	st, err := book.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return st.Protection == nil || st.Protection.Locked
}

// Both sheets are locked without a password, and what is the program's own is hidden.
func TestQuestionnaireIsProtectedAndHidesItsOwn(t *testing.T) {
	_, raw := filledIn(t, asked, nil)
	book := opened(t, raw)
	for _, part := range []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} {
		xml := partOf(t, raw, part)
		if !strings.Contains(xml, "<sheetProtection ") || strings.Contains(xml, "password") || strings.Contains(xml, "hashValue") {
			t.Errorf("%s is not locked as it should be", part)
		}
		if strings.Contains(xml, "<f>") {
			t.Errorf("%s has a formula", part)
		}
	}
	if visible, err := book.GetSheetVisible(questionnaire.IdentitySheet); err != nil || visible {
		t.Errorf("the sheet of the program is seen: %v, %v", visible, err)
	}
	sheet := book.GetSheetName(0)
	if visible, err := book.GetColVisible(sheet, "A"); err != nil || visible {
		t.Errorf("the column of keys is seen: %v, %v", visible, err)
	}
	if visible, err := book.GetRowVisible(sheet, questionnaire.HeadRow); err != nil || visible {
		t.Errorf("the row of keys is seen: %v, %v", visible, err)
	}
}

// Whose it is goes with the workbook twice, and each cell is found without its name.
func TestIdentityAndKeysAreThereTwice(t *testing.T) {
	form, raw := filledIn(t, asked, nil)
	book := opened(t, raw)
	props, err := book.GetCustomProps()
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := book.GetRows(questionnaire.IdentitySheet)
	if err != nil {
		t.Fatal(err)
	}
	onSheet, known := map[string]string{}, map[string]string{}
	for _, row := range hidden {
		onSheet[row[0]] = strings.Join(row[1:min(2, len(row))], "")
		known[row[0]] = strings.Join(row[min(2, len(row)):min(3, len(row))], "")
	}
	for _, it := range form.Items() {
		if v, err := it.Field.Read(known[it.Key()], nil); v != it.Now || err != nil || onSheet[it.Key()] != it.Name() {
			t.Errorf("%s was %q, want %v, %v", it.Key(), known[it.Key()], it.Now, err)
		}
	}
	for _, value := range []func(string) string{
		func(name string) string {
			i := slices.IndexFunc(props, func(p excelize.CustomProperty) bool { return p.Name == name })
			return fmt.Sprint(props[i].Value)
		},
		func(name string) string { return onSheet[name] },
	} {
		if id, ok := questionnaire.IdentityOf(value); !ok || id != form.Identity || !id.Genuine(form.Keys()) {
			t.Errorf("%+v, want %+v", id, form.Identity)
		}
	}
	for _, s := range form.Sections {
		if s.Table == nil {
			continue
		}
		for _, r := range s.Table.Rows {
			if got := onSheet[r.Place().Key()]; r.ID == 0 && got != "" || r.ID != 0 && got != strconv.FormatInt(r.ID, 10) {
				t.Errorf("row %d is record %q, want %d", r.Number, got, r.ID)
			}
		}
	}
	sheet := book.GetSheetName(0)
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	at := cellsOf(t, book)
	for _, it := range form.Items() {
		key, head := it.Key(), questionnaire.ValueHead
		if it.Row > 0 {
			key, head = questionnaire.Row{Type: it.Record, Number: it.Row}.Key(), it.Record+"."+it.Field.Key
		}
		row := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == key })
		col := slices.IndexFunc(rows[0], func(held string) bool { return slices.Contains(strings.Fields(held), head) })
		if cell, _ := excelize.CoordinatesToCellName(col+1, row+1); cell != at[it.Name()][1] {
			t.Errorf("%s: by its key in %s, by its name in %s", it.Key(), cell, at[it.Name()][1])
		}
	}
}

// It is printed on one upright A4 page, whoever is asked.
func TestQuestionnaireIsOnePage(t *testing.T) {
	form, raw := filledIn(t, asked, nil)
	book := opened(t, raw)
	sheet := book.GetSheetName(0)
	page, err := book.GetPageLayout(sheet)
	if err != nil || *page.Size != 9 || *page.Orientation != "portrait" || *page.FitToHeight != 1 || *page.FitToWidth != 1 {
		t.Errorf("%+v, %v", page, err)
	}
	if props, err := book.GetSheetProps(sheet); err != nil || props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("it is not fitted to the page: %v", err)
	}
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	area := at(t, book, "_xlnm.Print_Area")
	if want := fmt.Sprintf("B2:I%d", len(rows)); area != want {
		t.Errorf("printed is %s, want %s", area, want)
	}
	for _, want := range []string{form.Title(), form.Who(), "15.02.2021"} {
		if !slices.ContainsFunc(rows, func(cells []string) bool { return strings.Contains(strings.Join(cells, "\n"), want) }) {
			t.Errorf("%q is nowhere", want)
		}
	}
}

func at(t testing.TB, book *excelize.File, name string) string {
	t.Helper()
	return cellsOf(t, book)[name][1]
}

// Letters stay of a size that can be read: neither a long name nor many records shrink the page.
func TestLongNamesAndManyRecordsKeepTheirSize(t *testing.T) {
	b := sample.Park().Book()
	r := *b.ActiveResidents(asked.Period)[0]
	r.Name = strings.Repeat("Научно-производственное объединение «Биомедицина» ", 4)
	var jobs []app.Record
	for i := range 30 {
		j := &app.Job{Resident: r.ID, Date: app.Day(2020, 6, 1), Basis: "приказ о штатном расписании от 01.06.2020", Category: "production"}
		j.ID = int64(100_000 + i)
		jobs = append(jobs, j)
	}
	book := opened(t, formBook(t, questionnaire.New(b.With(jobs...), &r, asked)))
	sheet := book.GetSheetName(0)
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	height, width := 0.0, 0.0
	for i := range rows[1:] {
		h, err := book.GetRowHeight(sheet, i+2)
		if err != nil {
			t.Fatal(err)
		}
		height += h
	}
	for col := 'B'; col <= 'I'; col++ {
		w, err := book.GetColWidth(sheet, string(col))
		if err != nil {
			t.Fatal(err)
		}
		width += (w*7 + 5) * 0.75
	}
	// A4 is 595 × 842 points; the margins take 50 and 43 of them, the smallest letters are of 9 points.
	if scale := min((842-43)/height, (595-50)/width); scale < 0.65 {
		t.Errorf("%.0f × %.0f points are printed at %.2f of their size", width, height, scale)
	}
}

// At the head of an English one nothing is in Russian letters; in its answers all is as it is on record.
func TestEnglishHeadIsLatin(t *testing.T) {
	a := asked
	a.Lang = app.EN
	form, raw := filledIn(t, a, nil)
	book := opened(t, raw)
	sheet := book.GetSheetName(0)
	for row := 2; row <= 7; row++ {
		text, err := book.GetCellValue(sheet, fmt.Sprintf("B%d", row))
		if err != nil || strings.ContainsAny(strings.ToLower(text), "абвгдежзиклмнопрстуфхцчшщыэюя") {
			t.Errorf("row %d: %q, %v", row, text, err)
		}
	}
	place, _ := questionnaire.PlaceOfKey("resident.name")
	if got, err := book.GetCellValue(sheet, at(t, book, place.Name())); got != form.Resident.Name || err != nil {
		t.Errorf("the name on record became %q, %v", got, err)
	}
}

// A park about which little is known asks all the same.
func TestBarePark(t *testing.T) {
	park := &app.Park{Name: "Парк"}
	park.ID = 1
	r := &app.Resident{Name: "ООО «Один»"}
	r.ID, r.Park = 7, 1
	b := app.NewBook(park, map[string][]app.Record{"park": {park}, "resident": {r}})
	form := questionnaire.New(b, r, questionnaire.Asking{Period: app.Period{Year: 2026, Quarter: 1}})
	book := opened(t, formBook(t, form))
	for _, it := range form.Items() {
		if it.Record == "resident" {
			continue
		}
		if got, err := book.GetCellValue(book.GetSheetName(0), at(t, book, it.Name())); got != "" || err != nil {
			t.Errorf("%s holds %q, %v", it.Key(), got, err)
		}
	}
	if form.Last() || !strings.Contains(form.Title(), "I квартал 2026\u00a0г.") {
		t.Errorf("%q, something is known of the year before: %v", form.Title(), form.Last())
	}
}

func TestQuestionnairesAreTheSameTwice(t *testing.T) {
	form, raw := filledIn(t, asked, nil)
	if !bytes.Equal(raw, formBook(t, form)) {
		t.Error("two workbooks of one questionnaire differ")
	}
}

// A logo stands at the head, and in its proportions.
func TestLogoStandsAtTheHead(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewRGBA(image.Rect(0, 0, 300, 100))); err != nil {
		t.Fatal(err)
	}
	a := asked
	a.Logo = &questionnaire.Logo{Data: picture.Bytes(), Extension: ".png", Width: 300, Height: 100}
	_, raw := filledIn(t, a, nil)
	book := opened(t, raw)
	cells, err := book.GetPictureCells(book.GetSheetName(0))
	if err != nil || len(cells) != 1 || cells[0] != "I2" {
		t.Fatalf("pictures in %v, %v", cells, err)
	}
	pics, err := book.GetPictures(book.GetSheetName(0), "I2")
	if err != nil || len(pics) != 1 || !bytes.Equal(pics[0].File, picture.Bytes()) {
		t.Errorf("%d pictures, %v", len(pics), err)
	}
}

func BenchmarkQuestionnaire(b *testing.B) {
	form, _ := filledIn(b, asked, nil)
	for b.Loop() {
		formBook(b, form)
	}
}
