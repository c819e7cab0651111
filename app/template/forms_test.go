package template_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"technopark/app/template"
	"technopark/assets"
)

var update = flag.Bool("update", false, "write the forms that are shipped anew")

// line is a line of a form: a heading has no value.
type line struct{ label, value, unit string }

// passport are the lines of the passport of a park.
var passport = []line{
	{label: "1. Общие сведения"},
	{"Наименование технопарка", "{{park.name}}", ""},
	{"Вид технопарка", "{{park.kind}}", ""},
	{"Форма собственности", "{{park.ownership}}", ""},
	{"Субъект Российской Федерации", "{{park.region}}", ""},
	{"Муниципальное образование", "{{park.municipality}}", ""},
	{"ОКТМО", "{{park.oktmo}}", ""},
	{"Почтовый адрес", "{{park.address}}", ""},
	{"Дата ввода в эксплуатацию", "{{park.commissioned}}", ""},
	{"Сайт", "{{park.site_ru}}", ""},
	{"Специализация", "{{park.specialisms}}", ""},
	{label: "2. Управляющая компания"},
	{"Наименование", "{{company.name}}", ""},
	{"ИНН", "{{company.inn}}", ""},
	{"ОГРН", "{{company.ogrn}}", ""},
	{"Юридический адрес", "{{company.legal_address}}", ""},
	{"Руководитель", "{{company.head_person.full_name}}, {{company.head_person.position}}", ""},
	{"Телефон", "{{company.phone}}", ""},
	{"Электронная почта", "{{company.email}}", ""},
	{label: "3. Расстояния"},
	{"До центра города", "{{park.km_city}}", "км"},
	{"До центра региона", "{{park.km_region}}", "км"},
	{"До Москвы", "{{park.km_moscow}}", "км"},
	{"До федеральной трассы", "{{park.km_highway}}", "км"},
	{"До железной дороги", "{{park.km_rail}}", "км"},
	{"До аэропорта", "{{park.km_airport}}", "км"},
	{label: "4. Земля и здания"},
	{"Земельный участок, всего", "{{site_report.land}}", "га"},
	{"Земельный участок, свободно", "{{site_report.land_free}}", "га"},
	{"Площадь зданий", "{{site_report.building}}", "м²"},
	{"Сдаваемая площадь", "{{site_report.leasable}}", "м²"},
	{"Производственная площадь, всего", "{{site_report.production}}", "м²"},
	{"Производственная площадь, свободно", "{{site_report.production_free}}", "м²"},
	{"Заполняемость", "{{S3.1}}", "%"},
	{label: "5. Инженерная инфраструктура"},
	{"Электричество: мощность", "{{site_report.power}}", "МВт"},
	{"Электричество: свободно", "{{site_report.power_free}}", "МВт"},
	{"Газ: мощность", "{{site_report.gas}}", "м³/ч"},
	{"Газ: свободно", "{{site_report.gas_free}}", "м³/ч"},
	{"Тепло: мощность", "{{site_report.heat}}", "Гкал/ч"},
	{"Тепло: свободно", "{{site_report.heat_free}}", "Гкал/ч"},
	{"Вода: мощность", "{{site_report.water}}", "м³/ч"},
	{"Вода: свободно", "{{site_report.water_free}}", "м³/ч"},
	{"Водоотведение: мощность", "{{site_report.sewage}}", "м³/ч"},
	{"Водоотведение: свободно", "{{site_report.sewage_free}}", "м³/ч"},
	{label: "6. Резиденты и вложения"},
	{"Резиденты года", "{{count resident}}", "ед."},
	{"Среднесписочная численность резидентов", "{{headcount}}", "чел."},
	{"Создано рабочих мест за год", "{{jobs_created}}", "мест"},
	{"Выручка резидентов", "{{revenue}}", "тыс. руб."},
	{"Бюджетные вложения нарастающим итогом", "{{public_money}}", "тыс. руб."},
	{"Внебюджетные вложения нарастающим итогом", "{{private_money}}", "тыс. руб."},
	{label: "7. Услуги управляющей компании"},
	{"{{each service where offered}}{{row}}", "{{kind}}", ""},
	{label: "8. Реестры и статусы"},
	{"{{each park_status by name}}{{name}}", "№ {{number}} от {{date}}", ""},
}

// columns are those of the register of residents.
var columns = []struct {
	head, value string
	width       float64
	sum         bool
}{
	{"№", "{{each resident by short_name}}{{row}}", 5, false},
	{"Резидент", "{{name}}", 38, false},
	{"ИНН", "{{inn}}", 14, false},
	{"Основной ОКВЭД 2", "{{okved}}", 11, false},
	{"Резидент с", "{{admitted}}", 11, false},
	{"Численность, чел.", "{{report.headcount}}", 12, true},
	{"Создано рабочих мест", "{{jobs_created}}", 11, true},
	{"Выручка, тыс. руб.", "{{report.revenue}}", 14, true},
	{"Инвестиции, тыс. руб.", "{{capital_raised}}", 14, true},
	{"Затраты на НИОКР, тыс. руб.", "{{rd}}", 14, true},
	{"Налоги и взносы, тыс. руб.", "{{payments}}", 14, true},
}

// sheetOf makes forms with excelize, a fault of which stops the test.
type sheetOf struct {
	*excelize.File
	t testing.TB
}

func (s sheetOf) do(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s sheetOf) style(st excelize.Style) int {
	s.t.Helper()
	st.Font = &excelize.Font{Family: "Liberation Serif", Size: 11, Bold: st.Font != nil && st.Font.Bold}
	if st.Alignment == nil {
		st.Alignment = &excelize.Alignment{WrapText: true, Vertical: "top"}
	}
	id, err := s.NewStyle(&st)
	s.do(err)
	return id
}

func (s sheetOf) put(cell, text string, style int) {
	s.t.Helper()
	s.do(s.SetCellStr("Sheet1", cell, text))
	s.do(s.SetCellStyle("Sheet1", cell, cell, style))
}

// borders of a table.
func borders() []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		all = append(all, excelize.Border{Type: side, Style: 1, Color: "808080"})
	}
	return all
}

func (s sheetOf) page(orientation string) {
	s.t.Helper()
	paper, wide, long, yes := 9, 1, 0, true
	s.do(s.SetPageLayout("Sheet1", &excelize.PageLayoutOptions{Size: &paper, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &long}))
	s.do(s.SetSheetProps("Sheet1", &excelize.SheetPropsOptions{FitToPage: &yes}))
}

func (s sheetOf) bytes(name string) []byte {
	s.t.Helper()
	s.do(s.SetSheetName("Sheet1", name))
	var b bytes.Buffer
	s.do(s.Write(&b))
	return b.Bytes()
}

func makePassport(t testing.TB) []byte {
	s := sheetOf{excelize.NewFile(), t}
	bold := &excelize.Font{Bold: true}
	title := s.style(excelize.Style{Font: bold})
	head := s.style(excelize.Style{Font: bold, Border: borders(), Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EDF3"}}})
	cell := s.style(excelize.Style{Border: borders()})
	value := s.style(excelize.Style{Border: borders(), Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true}})
	s.page("portrait")
	s.put("A1", "Паспорт технопарка. Сведения за {{year}} год", title)
	s.do(s.MergeCell("Sheet1", "A1", "C1"))
	for i, l := range passport {
		row := strconv.Itoa(i + 3)
		if l.value == "" {
			s.put("A"+row, l.label, head)
			s.do(s.SetCellStyle("Sheet1", "A"+row, "C"+row, head))
			s.do(s.MergeCell("Sheet1", "A"+row, "C"+row))
			continue
		}
		s.put("A"+row, l.label, cell)
		s.put("B"+row, l.value, value)
		s.put("C"+row, l.unit, cell)
	}
	end := strconv.Itoa(len(passport) + 4)
	s.put("A"+end, "{{company.head_person.position}}", title)
	s.put("B"+end, "____________ {{company.head_person.full_name}}", title)
	s.put("C"+end, "{{today}}", title)
	for column, width := range map[string]float64{"A": 42, "B": 48, "C": 12} {
		s.do(s.SetColWidth("Sheet1", column, column, width))
	}
	return s.bytes("Паспорт")
}

func makeRegister(t testing.TB) []byte {
	s := sheetOf{excelize.NewFile(), t}
	bold := &excelize.Font{Bold: true}
	title := s.style(excelize.Style{Font: bold, Alignment: &excelize.Alignment{Vertical: "top"}})
	head := s.style(excelize.Style{Font: bold, Border: borders(), Alignment: &excelize.Alignment{WrapText: true, Horizontal: "center", Vertical: "center"}})
	cell := s.style(excelize.Style{Border: borders()})
	const grouped = 4 // #,##0.00
	figure := s.style(excelize.Style{Border: borders(), NumFmt: grouped})
	whole := s.style(excelize.Style{Border: borders(), NumFmt: grouped - 1})
	s.page("landscape")
	s.put("A1", "Реестр резидентов: {{park.name}}, {{year}} год", title)
	s.put("A2", "Управляющая компания: {{company.name}}, ИНН {{company.inn}}", title)
	const headRow, row, sums = "4", "5", "6"
	for i, c := range columns {
		column, err := excelize.ColumnNumberToName(i + 1)
		s.do(err)
		style := cell
		switch {
		case strings.HasSuffix(c.head, "руб."):
			style = figure
		case c.sum:
			style = whole
		}
		s.put(column+headRow, c.head, head)
		s.put(column+row, c.value, style)
		s.do(s.SetCellStyle("Sheet1", column+sums, column+sums, style))
		if c.sum {
			s.do(s.SetCellFormula("Sheet1", column+sums, "SUM("+column+row+":"+column+row+")"))
		}
		s.do(s.SetColWidth("Sheet1", column, column, c.width))
	}
	s.put("B"+sums, "Всего", cell)
	s.put("B8", "{{company.head_person.position}}", title)
	s.put("E8", "____________ {{company.head_person.full_name}}", title)
	s.put("I8", "{{today}}", title)
	s.do(s.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "Sheet1!$A$1:$K$8", Scope: "Sheet1"}))
	s.do(s.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "Sheet1!$4:$4", Scope: "Sheet1"}))
	return s.bytes("Резиденты")
}

// TestShippedForms: what is shipped is what is made here, part by part.
func TestShippedForms(t *testing.T) {
	made := map[string][]byte{"passport": makePassport(t), "residents": makeRegister(t)}
	for _, form := range assets.Forms() {
		if *update {
			if err := os.WriteFile(filepath.Join("..", "..", "assets", "forms", form.Name+".xlsx"), made[form.Name], 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want := partsOf(t, made[form.Name])
		got := partsOf(t, form.XLSX)
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("%s: the part %s is another: go test -run Shipped -update", form.Name, name)
			}
		}
	}
}

// TestShippedFormsAreFilled: every name is known, and all that was not to be filled is as it was.
func TestShippedFormsAreFilled(t *testing.T) {
	s := source(t)
	for _, form := range assets.Forms() {
		filled := fill(t, form.XLSX, s)
		f := reread(t, filled)
		was, err := excelize.OpenReader(bytes.NewReader(form.XLSX))
		if err != nil {
			t.Fatal(err)
		}
		sheet := f.GetSheetName(0)
		for _, column := range []string{"A", "B", "C"} {
			before, _ := was.GetColWidth(sheet, column)
			if after, err := f.GetColWidth(sheet, column); err != nil || after != before {
				t.Errorf("%s: column %s is %v wide, was %v (%v)", form.Name, column, after, before, err)
			}
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, text := range row {
				if strings.Contains(text, "{{") {
					t.Errorf("%s: %s was left", form.Name, text)
				}
			}
		}
		before, after := partsOf(t, form.XLSX), partsOf(t, filled.Data)
		for name, text := range before {
			if !strings.HasPrefix(name, "xl/worksheets/") && name != "xl/workbook.xml" && name != "xl/styles.xml" && after[name] != text {
				t.Errorf("%s: the part %s has changed", form.Name, name)
			}
		}
		for _, c := range filled.Cells {
			if c.State == template.Missing && c.Why.Zero() {
				t.Errorf("%s: %s is empty without a reason", form.Name, c.Address)
			}
		}
	}
	filled := fill(t, assets.Forms()[1].XLSX, s)
	f := reread(t, filled)
	if got, err := f.GetCellFormula("Резиденты", "G105"); err != nil || got != "SUM(G5:G104)" || filled.Rows != 100 {
		t.Errorf("%d rows, summed as %s, %v", filled.Rows, got, err)
	}
	for _, c := range filled.Cells {
		if c.Source == "jobs_created" && c.State == template.Missing {
			t.Errorf("%s has no jobs: %s", c.Address, c.Why.RU)
		}
	}
}
