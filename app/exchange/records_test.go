package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/sample"
)

// file is a data file in memory: records by type, ids given in the order they come.
type file struct{ records map[string][]app.Record }

func newFile() *file { return &file{map[string][]app.Record{}} }

func (f *file) list(t *app.Type, park int64) ([]app.Record, error) {
	return slices.DeleteFunc(slices.Clone(f.records[t.Key]), func(r app.Record) bool { return t.Scope == app.ScopePark && r.Header().Park != park }), nil
}

func (f *file) write(t testing.TB, p *exchange.RecordsPlan) {
	t.Helper()
	if err := p.Apply(t.Context(), saver{f: f}, func(string, int64) string { return "" }); err != nil {
		t.Fatal(err)
	}
}

func (f *file) plan(t testing.TB, from exchange.From, park int64) *exchange.RecordsPlan {
	t.Helper()
	p, err := exchange.Recipient{List: f.list, Park: park}.Plan(from)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (f *file) book() *app.Book { return app.NewBook(f.records["park"][0].(*app.Park), f.records) }

// jsonOf writes all records of a park as JSON.
func jsonOf(t testing.TB, b *app.Book) string {
	t.Helper()
	var groups []exchange.Group
	for _, typ := range exchange.Kept() {
		groups = append(groups, exchange.Group{Type: typ, Records: exchange.Exported(b, typ, 0)})
	}
	var out bytes.Buffer
	if err := exchange.WriteJSON(&out, b.Park.Name, groups, exchange.NamesOf(b, app.RU).Title); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// whole is the sample with what comes to it beside its records: a document, and what it proves.
func whole() *app.Book {
	b := sample.Park().Book()
	records := map[string][]app.Record{}
	for _, typ := range app.Types() {
		records[typ.Key] = b.Of(typ.Key)
	}
	records["document"] = []app.Record{&app.Document{Head: app.Head{ID: 1, Park: 1}, Title: "Выписка", Kind: "registry", Number: "7"}}
	records["document_link"] = []app.Record{&app.DocumentLink{Head: app.Head{ID: 1, Park: 1}, Document: 1, Subject: app.SubjectOf(b.Of("contract")[3])}}
	return app.NewBook(b.Park, records)
}

// faultsOf says what of a plan was rejected.
func faultsOf(p *exchange.RecordsPlan) string {
	var said []string
	for _, c := range p.Rejected() {
		said = append(said, fmt.Sprintf("%s!%s%d %q: %s", c.Sheet, exchange.ColumnName(c.Column), c.Row, c.Found, c.Message.RU))
	}
	return strings.Join(said[:min(len(said), 20)], "\n")
}

// An exported park makes an equal one of a new file, and a second import of it changes nothing.
func TestExportedParkIsImportedEqual(t *testing.T) {
	text := jsonOf(t, whole())
	f := newFile()
	p := f.plan(t, exchange.From{JSON: []byte(text)}, 0)
	if faults := faultsOf(p); faults != "" {
		t.Fatal(faults)
	}
	f.write(t, p)
	if diff := cmp.Diff(strings.Split(text, "\n"), strings.Split(jsonOf(t, f.book()), "\n")); diff != "" {
		t.Error(diff)
	}
	again := f.plan(t, exchange.From{JSON: []byte(text)}, 1)
	if again.Count(exchange.New)+again.Count(exchange.Changed)+again.Count(exchange.Rejected) > 0 {
		t.Errorf("imported again: %d new, %d changed\n%s", again.Count(exchange.New), again.Count(exchange.Changed), faultsOf(again))
	}
}

// Tables of every type make equal records of a new file, whatever the numbers there.
func TestExportedTablesAreImportedEqual(t *testing.T) {
	b := whole()
	names := exchange.NamesOf(b, app.RU)
	var sheets []exchange.Sheet
	for _, typ := range exchange.Sheets() {
		if recs := b.Of(typ.Key); len(recs) > 0 {
			sheets = append(sheets, sheetOf(t, exchange.Records(typ, recs, names.Title, app.RU)))
		}
	}
	f := newFile()
	f.records["person"] = []app.Record{&app.Person{Head: app.Head{ID: 1}, FullName: "Другой Человек"}}
	p := f.plan(t, exchange.From{Book: &exchange.Book{Sheets: sheets}}, 0)
	if faults := faultsOf(p); faults != "" {
		t.Fatal(faults)
	}
	f.write(t, p)
	made := f.book()
	again := exchange.NamesOf(made, app.RU)
	for _, typ := range exchange.Sheets() {
		were, are := b.Of(typ.Key), made.Of(typ.Key)
		if typ.Key == "person" {
			are = are[1:]
		}
		if len(are) != len(were) {
			t.Errorf("%d %s of %d", len(are), typ.Key, len(were))
			continue
		}
		for n := range were {
			for _, field := range typ.Stored() {
				was, is := field.Get(were[n]), field.Get(are[n])
				if field.Words(was, titled(names), app.RU) != field.Words(is, titled(again), app.RU) || field.Ref == "" && was != is {
					t.Errorf("%s %d, %s: %v became %v", typ.Key, n, field.Key, was, is)
				}
			}
		}
	}
}

// Every type is written for other files, as tables too, or it is said here or by Apart why not; and
// of each there is a record in the sample, so that the tests of this file are about it.
func TestEveryTypeIsExchangedOrSaysWhyNot(t *testing.T) {
	left := map[string]string{
		"revision":  "the program makes it of a submission, and no other file can have made it",
		"signature": "it signs a revision",
		"scenario":  "it was only tried, and names records of its own file",
	}
	b := whole()
	for _, typ := range app.Types() {
		kept, sheet := slices.Contains(exchange.Kept(), typ), slices.Contains(exchange.Sheets(), typ)
		switch why, apart := left[typ.Key], exchange.Apart(typ); {
		case kept == (why != ""):
			t.Errorf("%s: exchanged %v, reason %q", typ.Key, kept, why)
		case kept && sheet == !apart.Zero(), !kept && (sheet || !apart.Zero()):
			t.Errorf("%s: a table %v, reason %q", typ.Key, sheet, apart.RU)
		case kept && typ.Portable() && len(b.Of(typ.Key)) == 0:
			t.Errorf("no %s in the sample", typ.Key)
		}
	}
}

// titled leaves out the numbers that tell records of one name apart: they differ between files.
func titled(names *app.Names) app.Titles {
	return func(typeKey string, id int64) string {
		title, _, _ := strings.Cut(names.Title(typeKey, id), " (№")
		return title
	}
}

// sheetOf writes a table as a text and reads it back.
func sheetOf(t testing.TB, table *exchange.Table) exchange.Sheet {
	t.Helper()
	var out bytes.Buffer
	if err := exchange.WriteText(&out, table); err != nil {
		t.Fatal(err)
	}
	book, err := exchange.Read(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return book.Sheets[0]
}

// saver saves into a file in memory.
type saver struct {
	app.Tx
	f *file
}

func (s saver) Save(_ context.Context, rec app.Record) error {
	key := rec.Type().Key
	if rec.Header().ID == 0 {
		rec.Header().ID = int64(len(s.f.records[key]) + 1)
		s.f.records[key] = append(s.f.records[key], rec)
		return nil
	}
	s.f.records[key][rec.Header().ID-1] = rec
	return nil
}

// Whatever figures and texts a record has, they come back.
func TestAnyRecordComesBack(t *testing.T) {
	typ := app.TypeByKey("site_report")
	rapid.Check(t, func(t *rapid.T) {
		park := &app.Park{Head: app.Head{ID: 1}, Name: "Парк"}
		rec := typ.New()
		rec.Header().ID, rec.Header().Park = 1, 1
		for _, f := range typ.Stored() {
			if f.Kind.Number() && f.Typed() {
				state := rapid.IntRange(0, 2).Draw(t, f.Key)
				least := int64(0)
				if f.Signed {
					least = -1_000_000_000_000
				}
				switch n := rapid.Int64Range(least, 1_000_000_000_000).Draw(t, "n"); {
				case state == 0 && f.CanNA:
					f.Set(rec, app.NAValue())
				case state == 1:
					f.Set(rec, app.NumberValue(n))
				}
			}
		}
		period, _ := typ.Field("period")
		period.Set(rec, app.TextValue("2020"))
		b := app.NewBook(park, map[string][]app.Record{"park": {park}, typ.Key: {rec}})
		table := exchange.Records(typ, []app.Record{rec}, exchange.NamesOf(b, app.RU).Title, app.RU)
		var out bytes.Buffer
		if err := exchange.WriteText(&out, table); err != nil {
			t.Fatal(err)
		}
		book, err := exchange.Read(out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		f := newFile()
		f.records["park"] = []app.Record{park}
		p, err := exchange.Recipient{List: f.list, Park: 1}.Plan(exchange.From{Book: book, Type: typ})
		if err != nil {
			t.Fatal(err)
		}
		if app.Validate(rec) != nil {
			return // the rules of the type refuse it, here as there
		}
		got := p.Records()
		if len(got) != 1 {
			t.Fatalf("%d records, %s", len(got), faultsOf(p))
		}
		for _, field := range typ.Stored() {
			if field.Get(got[0]) != field.Get(rec) {
				t.Fatalf("%s: %v came back as %v", field.Key, field.Get(rec), field.Get(got[0]))
			}
		}
	})
}

// park is a file with a park and two residents.
func park() *file {
	f := newFile()
	f.records["park"] = []app.Record{&app.Park{Head: app.Head{ID: 1}, Name: "Парк"}}
	f.records["resident"] = []app.Record{
		&app.Resident{Head: app.Head{ID: 1, Park: 1}, Name: "ООО «Альфа»", INN: "7707083893", Phone: "+7 (495) 000-00-00"},
		&app.Resident{Head: app.Head{ID: 2, Park: 1}, Name: "ООО «Бета»"},
	}
	return f
}

// plannedOf says what a text would change, a line each.
func plannedOf(t *testing.T, typeKey, text string) string {
	t.Helper()
	book, err := exchange.ReadText(text)
	if err != nil {
		t.Fatal(err)
	}
	p := park().plan(t, exchange.From{Book: book, Type: app.TypeByKey(typeKey)}, 1)
	var said []string
	for _, c := range p.Changes {
		line := fmt.Sprintf("%s%d %s", exchange.ColumnName(c.Column), c.Row, [...]string{"new", "changed", "same", "rejected"}[c.State])
		said = append(said, strings.TrimSpace(line+" "+strings.ReplaceAll(c.Was.RU+">"+c.Is.RU, app.NBSP, " ")+" "+c.Message.RU))
	}
	for _, note := range p.Notes {
		said = append(said, note.RU)
	}
	return strings.Join(append(said, fmt.Sprint(p.Count(exchange.New), p.Count(exchange.Changed), p.Count(exchange.Same), p.Count(exchange.Rejected))), "\n")
}

// Two sheets of a book that speak of one record cannot both be right: the second is refused by name.
func TestTwoSheetsOfOneRecordAreToldApart(t *testing.T) {
	sheet := func(name, phone string) exchange.Sheet {
		row := func(n int, texts ...string) exchange.Row {
			r := exchange.Row{Number: n}
			for i, text := range texts {
				r.Cells = append(r.Cells, exchange.Cell{Column: i + 1, Text: text})
			}
			return r
		}
		return exchange.Sheet{Name: name, Rows: []exchange.Row{row(1, "Полное наименование", "ИНН", "Телефон"), row(2, "ООО «Альфа»", "7707083893", phone)}}
	}
	book := &exchange.Book{Sheets: []exchange.Sheet{sheet("А", "+7 (495) 111-11-11"), sheet("Б", "+7 (495) 222-22-22")}}
	p := park().plan(t, exchange.From{Book: book, Type: app.TypeByKey("resident")}, 1)
	if p.Count(exchange.Changed) != 1 || p.Count(exchange.Rejected) != 1 {
		t.Fatalf("%d changed, %d rejected", p.Count(exchange.Changed), p.Count(exchange.Rejected))
	}
	for _, c := range p.Changes {
		if c.State == exchange.Rejected && (c.Sheet != "Б" || !strings.Contains(c.Message.RU, "о той же записи говорит и лист «А»")) {
			t.Errorf("%s: %s", c.Sheet, c.Message.RU)
		}
	}
}

func TestRecordsOfATableArePlanned(t *testing.T) {
	for _, tt := range []struct{ name, typeKey, text, want string }{
		{"known by its number, whatever its name", "resident", "Полное наименование;ИНН\nООО «Альфа плюс»;7707083893", "A2 changed ООО «Альфа»>ООО «Альфа плюс»\n0 1 0 0"},
		{"an empty cell takes nothing away", "resident", "ИНН;Телефон\n7707083893;", "0 0 1 0"},
		{"a name with another number is another company", "resident", "Полное наименование;ИНН\nООО «Альфа»;5098100079", "A2 new >ООО «Альфа»\n1 0 0 0"},
		{"known by its name, quotes aside", "resident", "Полное наименование;Телефон\nООО \"Бета\";+7 (495) 111-11-11", "A2 changed ООО «Бета»>ООО \"Бета\"\nB2 changed —>+7 (495) 111-11-11\n0 1 0 0"},
		{"the number of one and the name of another", "resident", "Полное наименование;ИНН;Телефон\nБета;7707083893;+7 (495) 111-11-11", "A2 rejected > строка найдена как ООО «Альфа» (ИНН" + app.NBSP + "7707083893), а «Полное наименование» здесь — другой записи: ООО «Бета». Исправьте строку: всё в ней должно быть об одной записи\n0 0 0 1"},
		{"the number of one and the name of another as its short name", "resident", "Краткое наименование;ИНН\nБета;7707083893", "A2 rejected > строка найдена как ООО «Альфа» (ИНН" + app.NBSP + "7707083893), а «Краткое наименование» здесь — другой записи: ООО «Бета». Исправьте строку: всё в ней должно быть об одной записи\n0 0 0 1"},
		{"the number of one and the name of another of the table", "resident", "Полное наименование;ИНН\nООО «Гамма»;5098100079\nООО «Гамма»;7707083893", "A2 new >ООО «Гамма»\nA3 rejected > строка найдена как ООО «Альфа» (ИНН" + app.NBSP + "7707083893), а «Полное наименование» здесь — другой записи: ООО «Гамма» (ИНН" + app.NBSP + "5098100079). Исправьте строку: всё в ней должно быть об одной записи\n1 0 0 1"},
		{"one record in two rows", "resident", "Полное наименование;ИНН\nА;7707083893\nБ;7707083893", "A2 changed ООО «Альфа»>А\nA3 rejected > о той же записи говорит и строка 2: оставьте одну\n0 1 0 1"},
		{"another unit is no such column", "contract", "Резидент;Номер;Площадь, га\nООО «Альфа»;1;5", "A2 new >№ 1, ООО «Альфа»\nстолбец «Площадь, га» не взят: такого поля с такой единицей нет\n1 0 0 0"},
		{"the own unit in another spelling", "contract", "Резидент;Номер;Площадь, кв. м\nООО «Альфа»;1;5,5", "A2 new >№ 1, ООО «Альфа»\n1 0 0 0"},
		{"nobody of that name", "contract", "Резидент;Номер\nООО «Гамма»;1", "A2 rejected > «ООО „Гамма“» нет в списке «Резиденты»; выберите запись из списка или сначала добавьте её\n0 0 0 1"},
		{"rows of sums are none", "contract", "Резидент;Номер;Площадь, м²\nООО «Альфа»;1;5\nИтого;;5", "A2 new >№ 1, ООО «Альфа»\nстрока 3 не взята: это итог («Итого»)\n1 0 0 0"},
		{"days with the month first", "contract", "Резидент;Номер;Подписан\nООО «Альфа»;1;3/5/2020\nООО «Альфа»;2;12/31/2020", "C2 rejected > даты в этом столбце записаны месяцем вперёд (месяц/день/год), и какой день здесь — не угадать: запишите их как дд.мм.гггг или сделайте столбец столбцом дат\nC3 rejected > даты в этом столбце записаны месяцем вперёд (месяц/день/год), и какой день здесь — не угадать: запишите их как дд.мм.гггг или сделайте столбец столбцом дат\n0 0 0 2"},
		{"a comma between thousands", "contract", "Резидент;Номер;Площадь, м²\nООО «Альфа»;1;22,345\nООО «Альфа»;2;1,234,567", "C2 rejected > в этом столбце запятая стоит между тысячами, и 22,345 может быть и целым числом, и дробью: запишите числа столбца без запятых между тысячами\nC3 rejected > «1,234,567» — не число в м²; введите, например, 1 250,5 (не больше 3 знаков после запятой)\n0 0 0 2"},
		{"a day that no calendar has", "contract", "Резидент;Номер;Подписан\nООО «Альфа»;1;31.02.2020", "C2 rejected > «31.02.2020» — такого дня нет; сначала пишется день, затем месяц и год, например 31.12.2020\n0 0 0 1"},
	} {
		if diff := cmp.Diff(tt.want, plannedOf(t, tt.typeKey, tt.text)); diff != "" {
			t.Errorf("%s:\n%s", tt.name, diff)
		}
	}
}

// JSON that is not as the schema says is rejected by the field, not guessed.
func TestRecordsOfJSONAreRejectedByField(t *testing.T) {
	text := `{"format":"technopark-records-1","records":{"contract":[{"id":5,"resident":{"id":77,"title":"ООО «Гамма»"},"number":"1"},
		{"id":6,"resident":{"id":77,"title":"ООО «Альфа»"},"number":"2","signed":"2020-02-31"},{"id":7,"resident":3}],
		"profile":[{"id":1}],"revision":[{"id":1}]}}`
	p := park().plan(t, exchange.From{JSON: []byte(text)}, 1)
	got := faultsOf(p)
	for _, want := range []string{"contract!B1", "записи «ООО „Гамма“» нет ни в файле", `D2 "\"2020-02-31\"": такого значения не бывает`, "contract!B3"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if p.Count(exchange.Rejected) != 3 || len(p.Records()) != 0 || len(p.Notes) != 2 {
		t.Errorf("%d rejected, %d records, %v", p.Count(exchange.Rejected), len(p.Records()), p.Notes)
	}
}

// Records of a park that is not there are rejected, each of them counted, and none is lost silently.
func TestRecordsWithoutAParkAreRejected(t *testing.T) {
	text := `{"format":"technopark-records-1","records":{"person":[{"id":1,"full_name":"Иванов Иван"}],"resident":[{"name":"А"},{"name":"Б"}],"room":[]}}`
	p := newFile().plan(t, exchange.From{JSON: []byte(text)}, 0)
	if p.Count(exchange.New) != 1 || p.Count(exchange.Rejected) != 2 || !strings.Contains(faultsOf(p), "resident!B1") || !strings.Contains(faultsOf(p), "ещё нет технопарка") {
		t.Errorf("%d new, %d rejected, %v\n%s", p.Count(exchange.New), p.Count(exchange.Rejected), p.Notes, faultsOf(p))
	}
}

// A file of which nothing can be taken is refused with the reason.
func TestFileWithNothingToTakeIsRefused(t *testing.T) {
	text := `{"format":"technopark-records-1","records":{"revision":[{"id":1}],"profile":[{"id":1}]}}`
	_, err := exchange.Recipient{List: park().list, Park: 1}.Plan(exchange.From{JSON: []byte(text)})
	var refused *app.Refusal
	if !errors.As(err, &refused) {
		t.Error(err)
	}
}

func BenchmarkImport10000(b *testing.B) {
	table := exchange.Records(app.TypeByKey("resident"), nil, func(string, int64) string { return "" }, app.RU)
	for i := range int64(10_000) {
		row := make([]exchange.Value, len(table.Columns))
		row[0], row[1] = exchange.Value{State: app.Given, N: i + 1}, exchange.Value{State: app.Given, Text: fmt.Sprintf("ООО «Резидент %d»", i)}
		table.Rows = append(table.Rows, row)
	}
	var text bytes.Buffer
	if err := exchange.WriteText(&text, table); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		book, err := exchange.Read(text.Bytes())
		if err != nil {
			b.Fatal(err)
		}
		if p := park().plan(b, exchange.From{Book: book}, 1); p.Count(exchange.New) != 10_000 {
			b.Fatal(p.Count(exchange.New), faultsOf(p))
		}
	}
}
