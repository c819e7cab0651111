package exchange_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/exchange"
)

func measures() []app.Measure {
	heads := app.L("тыс. руб./чел.", "thousand RUB per head")
	return []app.Measure{
		{Code: "S1.1", Name: app.L("Затраты резидентов на НИОКР на 1 работника", "R&D costs per head"), Unit: heads, Digits: 1},
		{Code: "S1.4", Name: app.L("Доля площади инновационных компаний", "Area of innovative companies"), Unit: app.L("%", "%"), Digits: 1},
		{Code: "S1", Name: app.L("Инновационная активность резидентов", "Innovation"), Unit: app.L("%", "%"), Digits: 1},
		{Code: app.IndexCode, Name: app.L("Сводный индекс", "Index"), Unit: app.L("%", "%"), Digits: 1},
		app.PlaceMeasure(),
	}
}

func figure(whose, park, code string, millionths int64) *app.Reference {
	r := &app.Reference{Period: app.YearPeriod(2020), Whose: whose, Park: park, Code: code, Value: app.Of(app.Figure(millionths)), Unit: "тыс. руб./чел.", Source: "обзор"}
	r.ID = 7
	return r
}

// planned writes a plan, a line a cell, then its notes.
func planned(t *testing.T, r exchange.References, book *exchange.Book) string {
	t.Helper()
	p, err := r.Plan(book)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, c := range p.Changes {
		at := fmt.Sprintf("%s%s%d", c.Sheet, exchange.ColumnName(c.Column), c.Row)
		switch c.State {
		case exchange.New:
			ref := c.Record.(*app.Reference)
			lines = append(lines, fmt.Sprintf("%s new %s = %s %s", at, c.What.RU, c.Is.RU, ref.Unit))
		case exchange.Changed:
			lines = append(lines, fmt.Sprintf("%s changed %s: %s → %s", at, c.What.RU, c.Was.RU, c.Is.RU))
		case exchange.Same:
			lines = append(lines, fmt.Sprintf("%s same %s", at, c.What.RU))
		case exchange.Rejected:
			lines = append(lines, fmt.Sprintf("%s rejected «%s», ждали %s: %s", at, c.Found, c.Expected.RU, c.Message.RU))
			if c.Message.RU == "" || c.Message.EN == "" || c.Expected.RU == "" || c.Record != nil {
				t.Errorf("%+v says too little, or writes", c)
			}
		}
		if c.State != exchange.Rejected && c.Message.RU != "" {
			lines[len(lines)-1] += " (" + c.Message.RU + ")"
		}
	}
	for _, n := range p.Notes {
		lines = append(lines, "— "+n.RU)
	}
	return strings.ReplaceAll(strings.Join(lines, "\n"), "\u00a0", " ")
}

func requested(known ...*app.Reference) exchange.References {
	return exchange.References{Year: 2020, Measures: measures(), Known: known, Own: []string{"Технопарк «Свой»", "Свой"}, Source: "обзор.xlsx"}
}

func TestWideTableIsPlannedByCell(t *testing.T) {
	known := []*app.Reference{
		figure(app.ReferencePark, "Технопарк «Ёлки»", "S1.1", 286_400_000), figure(app.ReferenceMean, "", "S1.1", 100_500_000),
		{Period: app.YearPeriod(2019), Whose: app.ReferencePark, Park: "Технопарк «Ёлки»", Code: "S1.4", Value: app.Of(app.Figure(1))},
	}
	text := `Обзор, 2020 год;;;;;
№;Технопарк;S1.1 НИОКР, тыс.руб. на 1 работника;Доля площади инновационных компаний (%);Сводный индекс;Место;Группа
1;технопарк "Елки";1 234,5;12 %;104,2;1;I
2;Квант;0,1234567890;-;нет;2;II
3;Свой;5;6;7;8;I
;Среднее;100,5;н/п;100;;
;Итого;1;1;1;1;
`
	want := `C3 changed Технопарк «Ёлки», S1.1: 286,4 → 1 234,5
D3 new Технопарк «Ёлки», S1.4 = 12 %
E3 new Технопарк «Ёлки», I = 104,2 %
F3 new Технопарк «Ёлки», P = 1 
C4 new Квант, S1.1 = 0,123457 тыс. руб./чел. (округлено до шести знаков после запятой)
F4 new Квант, P = 2 
C6 same среднее, S1.1
E6 new среднее, I = 100 %
— не взято, потому что это не показатели методики: «Группа»
— «Итого» (B7) не взято: это не технопарк и не среднее
— технопарки этого файла не взяты, их показатели считаются по записям: Свой
— названия написаны по-разному, технопарк считается одним: Технопарк «Ёлки»
— ячеек, где сказано, что значения нет («-», «нет», «н/п»), — 3; они пропущены`
	if diff := cmp.Diff(want, planned(t, requested(known...), must(t, text))); diff != "" {
		t.Error(diff)
	}
}

func TestEveryFaultOfATableIsToldWithItsPlace(t *testing.T) {
	text := `Технопарк;S1.1, руб./чел.;S1.4;S9.9;P;I
Квант;5;много;1;2,5;1 234,5 тыс.
;5;6;7;8;9
Ёлки;1;50;1;3;100
"елки";1;51;1;3;100
12;1;50;1;3;100
`
	want := `D1 rejected «S9.9», ждали код показателя методики года: показателя S9.9 в методике года нет: исправьте код или удалите столбец
B1 rejected «S1.1, руб./чел.», ждали тыс. руб./чел.: значения даны в «руб./чел.», а показатель S1.1 — в «тыс. руб./чел.»; ни одно из них не взято. Пересчитайте их и исправьте единицу
C2 rejected «много», ждали число, %: «много» — не число в %; введите, например, 1 250,5 (не больше 6 знаков после запятой)
E2 rejected «2,5», ждали целое число от 1: место — целое число от 1: исправьте
F2 rejected «1 234,5 тыс.», ждали число, %: «1 234,5 тыс.»: здесь единица — «%», а введено «тыс.»; пересчитайте сами и введите число без единицы
A3 rejected «», ждали название технопарка: значения стоят в строке без названия технопарка: впишите его или удалите их
C4 rejected «50», ждали одно значение: у этого показателя в таблице есть и другое значение, 51 в ячейке C5: оставьте одно из них
E4 new Ёлки, P = 3 
F4 new Ёлки, I = 100 %
C5 rejected «51», ждали одно значение: у этого показателя в таблице есть и другое значение, 50 в ячейке C4: оставьте одно из них
A6 rejected «12», ждали название технопарка: в столбце технопарков стоит «12»: впишите название или удалите строку
— названия написаны по-разному, технопарк считается одним: Ёлки`
	if diff := cmp.Diff(want, planned(t, requested(), must(t, text))); diff != "" {
		t.Error(diff)
	}
}

func TestTurnedTableAndItsUnits(t *testing.T) {
	text := "Показатель\tЕд. изм.\tКвант\tСреднее\nS1.1\tтыс. руб./чел.\t5\t6\nS1.4\tдоля\t0,5\t0,6\n"
	want := `A3 rejected «S1.4», ждали %: значения даны в «доля», а показатель S1.4 — в «%»; ни одно из них не взято. Пересчитайте их и исправьте единицу
C2 new Квант, S1.1 = 5 тыс. руб./чел.
D2 new среднее, S1.1 = 6 тыс. руб./чел.`
	if diff := cmp.Diff(want, planned(t, requested(), must(t, text))); diff != "" {
		t.Error(diff)
	}
	if got := planned(t, requested(), must(t, "Показатель;Квант;Ёлки\nS1.1;5;6\n")); got != "B2 new Квант, S1.1 = 5 тыс. руб./чел.\nC2 new Ёлки, S1.1 = 6 тыс. руб./чел." {
		t.Error(got)
	}
}

func TestNumbersOfColumnsAreNoFigures(t *testing.T) {
	text := "Технопарк;S1.1;S1.4\nНазвание;НИОКР;Площадь\n;тыс. руб./чел.;%\n1;2;3\nКвант;7;8\nТехнопарк;S1.1;S1.4\nЁлки;9;10\n"
	want := "B5 new Квант, S1.1 = 7 тыс. руб./чел.\nC5 new Квант, S1.4 = 8 %\nB7 new Ёлки, S1.1 = 9 тыс. руб./чел.\nC7 new Ёлки, S1.4 = 10 %\n— номера столбцов (A4) не взяты"
	if diff := cmp.Diff(want, planned(t, requested(), must(t, text))); diff != "" {
		t.Error(diff)
	}
}

func TestListOfFigures(t *testing.T) {
	text := `Отчётный период;Чьё значение;Технопарк;Регион;Показатель;Значение;Единица
2020;другой технопарк;Квант;Томск;S1.1;5;тыс. руб./чел.
2020;среднее по рейтингу;;;Сводный индекс;100;%
2019;другой технопарк;Квант;;S1.1;4;
2020;другой технопарк;Квант;;S1.4;0,5;доля
1812;другой технопарк;Квант;;S1.4;5;
2020;сосед;Квант;;S1.4;5;
2020;другой технопарк;;;S1.4;5;
2020;другой технопарк;Квант;;S9;5;
2020;другой технопарк;Квант;;P;;
`
	got := planned(t, requested(), must(t, text))
	for _, want := range []string{
		"F2 new Квант, S1.1 = 5 тыс. руб./чел.", "F3 new среднее, I = 100 %", "G5 rejected «доля», ждали %", "A6 rejected «1812», ждали год с 1990 по 2199",
		"B7 rejected «сосед»", "C8 rejected «», ждали название технопарка", "E9 rejected «S9», ждали код или название", "— строк за другие годы — 1; они не взяты",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Count(got, "\n") != 7 {
		t.Error(got)
	}
	p, err := requested().Plan(must(t, text))
	if err != nil || p.Changes[0].Record.(*app.Reference).Region != "Томск" || p.Changes[0].Record.(*app.Reference).Source != "обзор.xlsx" {
		t.Errorf("%+v, %v", p.Changes[0].Record, err)
	}
}

func TestWorkbookOfReferences(t *testing.T) {
	raw := workbook(t, func(f *excelize.File, sheet string) {
		err := errors.Join(
			f.SetSheetRow(sheet, "A1", &[]any{"Технопарк", "S1.1", "S1.4"}),
			f.SetSheetRow(sheet, "A2", &[]any{"Квант", 12.5, 0.25}),
			f.SetCellFormula(sheet, "B3", "B2*2"), f.SetCellValue(sheet, "A3", "Ёлки"))
		if err != nil {
			t.Fatal(err)
		}
		share, err := f.NewStyle(&excelize.Style{NumFmt: 10})
		if err = errors.Join(err, f.SetCellStyle(sheet, "B2", "C2", share)); err != nil {
			t.Fatal(err)
		}
	})
	want := `Sheet1B2 rejected «1250%», ждали число, тыс. руб./чел.: «1250%»: здесь единица — «тыс. руб./чел.», а введено «%»; пересчитайте сами и введите число без единицы
Sheet1C2 new Квант, S1.4 = 25 %
Sheet1B3 rejected «», ждали число, тыс. руб./чел.: в ячейке формула, которую никто не посчитал: откройте файл в Excel или LibreOffice, сохраните и повторите
— скрытый лист «Скрытый» не взят`
	if diff := cmp.Diff(want, planned(t, requested(), read(t, raw))); diff != "" {
		t.Error(diff)
	}
}

func TestFileWithoutIndicatorsIsRefused(t *testing.T) {
	_, err := requested().Plan(must(t, "ИНН;Название\n7707083893;Квант\n"))
	if err == nil || !strings.HasPrefix(reason(t, err), "в ней не видно показателей") {
		t.Error(err)
	}
}

func FuzzReferences(f *testing.F) {
	f.Add("Технопарк;S1.1;S1.4\nКвант;5;6\nСреднее;1 234,5;-\n")
	f.Add("Показатель;Квант\nS1.1, руб.;5\nI;6")
	f.Add("park;code;value;period\nA;S1.1;1e5;2020\n")
	f.Fuzz(func(t *testing.T, text string) {
		book, err := exchange.ReadText(text)
		if err != nil {
			return
		}
		p, err := requested(figure(app.ReferencePark, "Квант", "S1.1", 5_000_000)).Plan(book)
		if err != nil {
			if _, said := app.Refused(err); !said {
				t.Fatal(err)
			}
			return
		}
		for _, c := range p.Changes {
			if c.Row < 1 || c.Column < 1 {
				t.Fatalf("%+v has no place", c)
			}
			if c.Record != nil {
				if faults := app.Validate(c.Record); len(faults) > 0 {
					t.Fatalf("%+v cannot be saved: %v", c.Record, faults)
				}
			}
		}
	})
}
