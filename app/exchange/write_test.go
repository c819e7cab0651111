package exchange_test

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/sample"
)

// contracts is a table of every form and state of values.
func contracts() *exchange.Table {
	given := func(n int64) exchange.Value { return exchange.Value{State: app.Given, N: n} }
	said := func(text string) exchange.Value { return exchange.Value{State: app.Given, Text: text} }
	return &exchange.Table{
		Title: "Договоры", Lang: app.RU, About: []string{"Отбор — вид: аренда"},
		Columns: []exchange.Column{
			{Name: "Резидент", Chars: 24},
			{Name: "Плата", Unit: "тыс. руб.", Form: exchange.Figures, Scale: 100_000, Digits: 1, Chars: 12},
			{Name: "До", Form: exchange.Days, Chars: 10},
			{Name: "ИНН", Chars: 12},
		},
		Rows: [][]exchange.Value{
			{said("=1+1"), given(123_456_789), given(int64(app.Day(2021, 3, 5).Days())), said("0509810007")},
			{said("ООО «Квант; и \"К\"»\nвторая строка"), given(-50), {}, {}},
			{said("'@ум"), {State: app.NotApplicable}, {}, said("-")},
			{said("Ноль"), given(0), {State: app.NotProvided, Text: "○ нет", Muted: true}, {}},
		},
		Total: &exchange.Total{Label: "Итого: 4", Sums: []exchange.Sum{{}, {Words: "1 234,5 тыс. руб.", N: 123_456_739, Exact: true}, {}, {}}},
	}
}

func written(t *testing.T, write func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextOfATable(t *testing.T) {
	got := written(t, func(b *bytes.Buffer) error { return exchange.WriteText(b, contracts()) })
	want := "\ufeff" + strings.Join([]string{
		`Резидент;"Плата, тыс. руб.";До;ИНН`,
		`'=1+1;"1234,56789";05.03.2021;0509810007`,
		"\"ООО «Квант; и \"\"К\"\"»\nвторая строка\";\"-0,0005\";;",
		`''@ум;н/п;;'-`,
		`Ноль;0;;`,
		"",
	}, "\r\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestListAsJSON(t *testing.T) {
	got := written(t, func(b *bytes.Buffer) error { return exchange.WriteList(b, contracts()) })
	var list struct {
		Format string
		Rows   [][]any
	}
	if err := json.Unmarshal([]byte(got), &list); err != nil {
		t.Fatal(err)
	}
	want := [][]any{{"=1+1", 1234.56789, "2021-03-05", "0509810007"}, {"ООО «Квант; и \"К\"»\nвторая строка", -0.0005, nil, nil}, {"'@ум", "n/a", nil, "-"}, {"Ноль", 0.0, nil, nil}}
	if diff := cmp.Diff(want, list.Rows); diff != "" || list.Format != exchange.ListFormat {
		t.Error(list.Format, diff)
	}
}

// Whatever texts and figures a table has, the text of it is read back as they are.
func TestTextIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringMatching(`'*[=+@\-]?[а-яa-z0-9;,"' ]*`), rapid.String())
		table := &exchange.Table{Lang: app.RU, Columns: []exchange.Column{{Name: "Имя"}, {Name: "Число", Form: exchange.Figures, Scale: 1000}}}
		table.Rows = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) []exchange.Value {
			return []exchange.Value{{State: app.Given, Text: app.CleanNote(text.Draw(t, "text")) + "."}, {State: app.Given, N: rapid.Int64Range(-math.MaxInt64, math.MaxInt64).Draw(t, "n")}}
		}), 1, 5).Draw(t, "rows")
		var b bytes.Buffer
		if err := exchange.WriteText(&b, table); err != nil {
			t.Fatal(err)
		}
		book, err := exchange.Read(b.Bytes())
		if err != nil {
			t.Fatalf("%v of\n%s", err, b.String())
		}
		rows := book.Sheets[0].Rows
		if len(rows) != len(table.Rows)+1 {
			t.Fatalf("%d rows of %d:\n%s", len(rows)-1, len(table.Rows), b.String())
		}
		for i, row := range table.Rows {
			cells := rows[i+1]
			if got := exchange.Harmed(cells.At(1).Text); got != row[0].Text {
				t.Fatalf("%q came back as %q", row[0].Text, got)
			}
			want := strings.ReplaceAll(strings.ReplaceAll(app.FormatNumber(row[1].N, 1000, -1, app.RU), app.NBSP, ""), "−", "-")
			if got := cells.At(2).Text; got != want {
				t.Fatalf("%d came back as %q, want %q", row[1].N, got, want)
			}
		}
	})
}

// A table of records has all that is stored of them, each as Field.Read takes it.
func TestTablesOfRecordsHoldAllThatIsStored(t *testing.T) {
	b := sample.Park().Book()
	for _, typ := range exchange.Kept() {
		recs := b.Of(typ.Key)
		names := exchange.NamesOf(b, app.RU)
		table := exchange.Records(typ, recs, names.Title, app.RU)
		for n, rec := range recs {
			for i, f := range typ.Stored() {
				text := table.Written(table.Rows[n][i+1], i+1)
				got, err := f.Read(text, names.Find)
				if want := f.Get(rec); err != nil || got != want {
					t.Errorf("%s %d, %s: %q is read as %v, want %v (%v)", typ.Key, rec.Header().ID, f.Key, text, got, want, err)
				}
			}
		}
	}
}
