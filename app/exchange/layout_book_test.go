package exchange_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/sample"
)

// A workbook with joined cells, a hidden row, a picture, a second sheet and figures kept as texts.
func TestWorkbookOfStrangersIsUnderstood(t *testing.T) {
	raw := workbook(t, func(f *excelize.File, sheet string) {
		for at, v := range map[string]any{
			"A1": "Арендаторы", "A3": "№", "B3": "Арендатор", "C3": "Договор", "E3": "Площадь, кв. м",
			"C4": "номер", "D4": "дата",
			"A5": 1, "B5": "ООО «Альфа»", "C5": "7", "D5": "05.03.2020", "E5": "1 060,25",
			"C6": "8", "D6": 43895, "E6": 20.5, "A7": 2, "B7": "ООО «Бета»", "C7": "9", "E7": 30,
			"A8": "Итого", "E8": 1110.75,
		} {
			if err := f.SetCellValue(sheet, at, v); err != nil {
				t.Fatal(err)
			}
		}
		for _, join := range [][2]string{{"A1", "E1"}, {"C3", "D3"}, {"A3", "A4"}, {"B3", "B4"}, {"E3", "E4"}, {"A5", "A6"}, {"B5", "B6"}} {
			if err := f.MergeCell(sheet, join[0], join[1]); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetRowVisible(sheet, 7, false); err != nil {
			t.Fatal(err)
		}
		_, _ = f.NewSheet("Справка")
	})
	want := "head 3-4: A=(rows) B=resident(called),above C=number(called) D=signed(called) E=area(label)\n" +
		"5 new [resident=ООО «Альфа»; number=7; signed=05.03.2020; area=1" + app.NBSP + "060,25]\n" +
		"6 new [resident=ООО «Альфа»; number=8; signed=05.03.2020; area=20,5]\n" +
		"7 new [resident=ООО «Бета»; number=9; area=30,0]\n"
	got := laidOut(t, park(), read(t, raw), "contract", nil)
	if !strings.HasPrefix(got, want) || !strings.Contains(got, "скрытых строк листа «Sheet1» — 1") || !strings.Contains(got, "строка 8 листа «Sheet1» не взята: это итог") {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestTextOfWindowsIsUnderstood(t *testing.T) {
	raw, err := charmap.Windows1251.NewEncoder().String("Прайс;;\nЭтаж;Кабинет;Площадь (м2)\n1;10;12,5\n1;11;нет данных\n")
	if err != nil {
		t.Fatal(err)
	}
	got := laidOut(t, park(), read(t, []byte(raw)), "room", func(l *exchange.Layout) { l.Given["building"] = "А" })
	if !strings.HasPrefix(got, "head 2-2: A=floor(label) B=number(called) C=area(label)\n3 new [building=А; floor=1; number=10; area=12,5]\n4 new [building=А; floor=1; number=11]\n") {
		t.Error(got)
	}
}

// What a person made of a table is offered for the next one of the same heads, and for no other.
func TestLayoutIsRemembered(t *testing.T) {
	b := gridOf("Тлф | Имя | Сумма выручки\n+7 (900) 000-00-00 | ООО «Альфа» | 5")
	to := exchange.Recipient{List: park().list, Park: 1}
	l := to.Guess(b, 0, app.TypeByKey("resident"), 0, 0, nil)
	l.Put(1, "phone")
	l.Put(2, "name")
	l.Match, l.Existing = "name", exchange.Skip
	l.Given["origin"] = "внешний"
	l.Given["registered"] = "01.01.2020"
	if len(l.Columns) != 3 {
		t.Fatal(l.Columns)
	}
	l.First, l.Last = 1, 1
	for i := range l.Columns {
		l.Columns[i].Head = []string{"Тлф", "Имя", "Сумма выручки"}[i]
	}
	kept := exchange.Remember(nil, l)
	again := to.Guess(b, 0, app.TypeByKey("resident"), 1, 1, kept)
	if c := again.Column("phone"); c == nil || c.Why != exchange.WhyKept || again.Match != "name" || again.Existing != exchange.Skip || again.Given["origin"] != "внешний" {
		t.Errorf("%+v", again)
	}
	if _, given := again.Given["registered"]; given {
		t.Error("a date of one table was kept for the next")
	}
	other := to.Guess(gridOf("Тлф | Имя\n+7 (900) 000-00-00 | ООО «Альфа»"), 0, app.TypeByKey("resident"), 1, 1, kept)
	if c := other.Column("phone"); c != nil {
		t.Errorf("remembered for other heads: %+v", c)
	}
	if len(exchange.Remember(kept, l)) != 1 {
		t.Error("remembered twice")
	}
}

// A figure is worth the same in every unit of its field.
func TestUnitsOfFieldsAreExact(t *testing.T) {
	for _, typ := range app.Types() {
		for _, f := range typ.Fields {
			for i, u := range exchange.UnitsOf(f) {
				if u.Scale <= 0 || u.Name.Zero() || i == 0 && u.Scale != f.Scale {
					t.Errorf("%s.%s: %+v", typ.Key, f.Key, u)
				}
			}
		}
	}
	revenue, _, ok := exchange.TargetNamed(app.TypeByKey("resident_report"), "Выручка, млн руб.")
	if !ok || revenue.Key != "revenue" {
		t.Error("no unit by its name")
	}
}

func TestCellIsCorrectedInACopy(t *testing.T) {
	b := gridOf("ИНН\n1")
	c := exchange.Corrected(b, 0, 2, 1, "7707083893")
	c = exchange.Corrected(c, 0, 2, 3, "x")
	if b.Sheets[0].Rows[1].Cells[0].Text != "1" || c.Sheets[0].Rows[1].At(1).Text != "7707083893" || c.Sheets[0].Rows[1].At(3).Text != "x" {
		t.Errorf("%+v %+v", b.Sheets[0].Rows, c.Sheets[0].Rows)
	}
}

func BenchmarkLayout10000(b *testing.B) {
	var text strings.Builder
	text.WriteString("Организация;ИНН/КПП;Телефон, e-mail;Дата регистрации\n")
	for range 10_000 {
		text.WriteString("ООО «Компания " + strings.Repeat("х", text.Len()%97) + "»;;+7 (900) 000-00-00, a@b.ru;05.03.2020\n")
	}
	for b.Loop() {
		book, err := exchange.ReadText(text.String())
		if err != nil {
			b.Fatal(err)
		}
		to := exchange.Recipient{List: park().list, Park: 1}
		l := to.Guess(book, 0, app.TypeByKey("resident"), 0, 0, nil)
		if _, err := to.Plan(exchange.From{Book: book, Layouts: []*exchange.Layout{l}}); err != nil {
			b.Fatal(err)
		}
	}
}

// A list of any type that the program wrote is understood as what it is, whatever language it was
// written in, and changes nothing.
func TestOwnListsAreUnderstoodByTheirHeads(t *testing.T) {
	b := sample.Park().Book()
	f := newFile()
	for _, typ := range app.Types() {
		f.records[typ.Key] = b.Of(typ.Key)
	}
	for _, lang := range []app.Lang{app.RU, app.EN} {
		names := exchange.NamesOf(b, lang)
		for _, typ := range app.Types() {
			recs := b.Of(typ.Key)
			if !exchange.Importable(typ) || len(recs) == 0 || lang == app.EN && typ.TitleEN != nil {
				continue
			}
			book := &exchange.Book{Sheets: []exchange.Sheet{sheetOf(t, exchange.Records(typ, recs, names.Title, lang))}}
			to := exchange.Recipient{List: f.list, Park: b.Park.ID}
			l := to.Guess(book, 0, typ, 0, 0, nil)
			p, err := to.Plan(exchange.From{Book: book, Layouts: []*exchange.Layout{l}})
			if err != nil {
				t.Fatal(err)
			}
			if p.CountLines(exchange.Same) != len(recs) {
				t.Errorf("%s, %s: %d new, %d changed, %d rejected\n%s", typ.Key, lang, p.CountLines(exchange.New), p.CountLines(exchange.Changed), p.CountLines(exchange.Rejected), faultsOf(&exchange.RecordsPlan{Plan: p.Plan}))
				for _, c := range p.Changes[:min(3, len(p.Changes))] {
					t.Log(c.Row, c.Column, c.Found, c.Was, c.Is)
				}
			}
		}
	}
}

// A name that is in no list becomes a record of it, or rejects its row where that is not wanted.
func TestNewNamesAreAddedOrNot(t *testing.T) {
	b := gridOf("Название | Чем занят\nООО «Новая» | Сыроварение\nООО «Новейшая» | Сыроварение")
	for _, adds := range []bool{true, false} {
		to := exchange.Recipient{List: park().list, Park: 1}
		l := to.Guess(b, 0, app.TypeByKey("resident"), 1, 1, nil)
		l.Put(2, "specialism")
		if !l.Columns[1].Adds {
			t.Fatal("a column put by hand adds nothing")
		}
		l.Columns[1].Adds = adds
		p, err := to.Plan(exchange.From{Book: b, Layouts: []*exchange.Layout{l}})
		if err != nil {
			t.Fatal(err)
		}
		landing := map[string]int{}
		for _, rec := range p.Landing() {
			landing[rec.Type().Key]++
		}
		if adds && (landing["resident"] != 2 || landing["specialism"] != 1) || !adds && (p.CountLines(exchange.Rejected) != 2 || len(landing) != 0) {
			t.Errorf("adds %v: %v, %s", adds, landing, faultsOf(p))
		}
	}
}

// Rooms are found by their numbers where these are of one room alone, however they are written.
func TestRoomsAreFoundByTheirNumbers(t *testing.T) {
	f := park()
	for i, at := range [][2]string{{"Корпус 1", "1101"}, {"Корпус 1", "1102"}, {"Корпус 2", "1102"}, {"Корпус 2", "А-7"}} {
		f.records["room"] = append(f.records["room"], &app.Room{Head: app.Head{ID: int64(i + 1), Park: 1}, Building: at[0], Number: at[1]})
	}
	for text, want := range map[string]string{
		"1101": "1", "пом. 1101": "1", "Корпус 1, 1101": "1", "Корпус 2, пом. 1102": "3", "№ 1101, А-7": "1;4", "1102": "rejected", "Корпус 1": "rejected", "1": "rejected", "7 этаж": "rejected",
	} {
		b := gridOf("Резидент | Номер | Помещения\nООО «Альфа» | 1 | '" + text)
		to := exchange.Recipient{List: f.list, Park: 1}
		l := to.Guess(b, 0, app.TypeByKey("contract"), 0, 0, nil)
		p, err := to.Plan(exchange.From{Book: b, Layouts: []*exchange.Layout{l}})
		if err != nil {
			t.Fatal(err)
		}
		got := "rejected"
		if landing := p.Landing(); len(landing) == 1 {
			got = strings.ReplaceAll(app.IDList(landing[0].(*app.Contract).Rooms), ",", ";")
		} else if c := p.Rejected()[0]; !strings.Contains(c.Expected.RU, "например «Корпус 1, пом.") {
			t.Errorf("%s: expected %q", text, c.Expected.RU)
		}
		if got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}

// A cell whose format shows thousands, or another unit than its column is in, is not taken for what it is not.
func TestFiguresThatShowAnotherUnitAreNotTaken(t *testing.T) {
	figures := func(unit string, scaled bool, head string) *exchange.Book {
		b := gridOf("Резидент | " + head + "\nООО «Альфа» | 1500\nООО «Бета» | 2500")
		for i := 1; i < 3; i++ {
			b.Sheets[0].Rows[i].Cells[1].Unit, b.Sheets[0].Rows[i].Cells[1].Scaled = unit, scaled
		}
		return b
	}
	for _, tt := range []struct {
		unit   string
		scaled bool
		head   string
		want   string
	}{
		{"", true, "Выручка", "формат ячейки показывает число в тысячах"},
		{"₽", false, "Выручка, тыс. руб.", "формат ячейки показывает «₽»"},
		{"руб.", false, "Выручка", "revenue=1,5]"},
		{"тыс. руб.", false, "Выручка", "revenue=1" + app.NBSP + "500,0]"},
		{"", false, "Выручка, тыс. руб.", "revenue=1" + app.NBSP + "500,0]"},
	} {
		if got := laidOut(t, park(), figures(tt.unit, tt.scaled, tt.head), "resident_report", nil); !strings.Contains(got, tt.want) {
			t.Errorf("%q %v under %q:\n%s", tt.unit, tt.scaled, tt.head, got)
		}
	}
}
