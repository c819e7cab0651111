package exchange_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/exchange"
)

// gridOf makes a book of a sheet written with bars: figures become numbers, and words in brackets days.
func gridOf(text string) *exchange.Book {
	sheet := exchange.Sheet{Name: "Лист1"}
	for i, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		row := exchange.Row{Number: i + 1}
		for j, cell := range strings.Split(line, "|") {
			cell = strings.ReplaceAll(strings.TrimSpace(cell), `\n`, "\n")
			c := exchange.Cell{Column: j + 1, Text: cell}
			if bare, isText := strings.CutPrefix(cell, "'"); isText {
				c.Text = bare
			} else if _, err := strconv.ParseFloat(cell, 64); err == nil {
				c.Kind = exchange.Number
			} else if strings.HasPrefix(cell, "[") {
				c.Text, c.Kind = strings.Trim(cell, "[]"), exchange.Date
			}
			if cell != "" {
				row.Cells = append(row.Cells, c)
			}
		}
		if len(row.Cells) > 0 {
			sheet.Rows = append(sheet.Rows, row)
		}
	}
	return &exchange.Book{Sheets: []exchange.Sheet{sheet}}
}

// whys are short words for how a column was understood.
var whys = map[exchange.Why]string{
	exchange.WhyNone: "none", exchange.WhyLabel: "label", exchange.WhyCalled: "called", exchange.WhyLike: "like", exchange.WhyContent: "content",
	exchange.WhyKept: "kept", exchange.WhyHand: "hand", exchange.WhyRows: "rows", exchange.WhyNumbers: "numbers", exchange.WhyDerived: "derived", exchange.WhyUnit: "unit", exchange.WhyTaken: "taken", exchange.WhyAnother: "another",
}

// laidOut writes how a table is understood, and what would become of it.
func laidOut(t *testing.T, f *file, b *exchange.Book, typeKey string, change func(*exchange.Layout)) string {
	t.Helper()
	to := exchange.Recipient{List: f.list, Park: 1, Year: 2020}
	typ := app.TypeByKey(typeKey)
	l := to.Guess(b, 0, typ, 0, 0, nil)
	if change != nil {
		change(l)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "head %d-%d:", l.First, l.Last)
	for _, c := range l.Columns {
		if len(c.Fields) == 0 && c.Why == exchange.WhyNone {
			continue
		}
		fmt.Fprintf(&out, " %s=%s(%s)", exchange.ColumnName(c.Column), strings.Join(c.Fields, "+"), whys[c.Why])
		if c.Unit > 0 {
			target, _ := exchange.TargetOf(typ, c.Fields[0])
			out.WriteString("," + exchange.UnitsOf(target.Field)[c.Unit].Name.RU)
		}
		if c.Blank == exchange.Above {
			out.WriteString(",above")
		}
	}
	p, err := to.Plan(exchange.From{Book: b, Layouts: []*exchange.Layout{l}})
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range p.Lines() {
		fmt.Fprintf(&out, "\n%d %s", line.Row, map[exchange.State]string{exchange.New: "new", exchange.Changed: "changed", exchange.Same: "same", exchange.Rejected: "rejected"}[line.State])
		for _, part := range line.Parts {
			if part.Is != nil {
				out.WriteString(" [" + saysOf(part.Is, p.TitleOf) + "]")
			}
		}
		for _, at := range line.Changes {
			if c := p.Changes[at]; c.State == exchange.Rejected {
				fmt.Fprintf(&out, " %s%d: %s", exchange.ColumnName(c.Column), c.Row, c.Message.RU)
			}
		}
	}
	for _, note := range p.Notes {
		out.WriteString("\n" + note.RU)
	}
	return out.String()
}

// saysOf writes what a record has.
func saysOf(rec app.Record, titles app.Titles) string {
	var said []string
	for _, f := range rec.Type().Stored() {
		if v := f.Get(rec); !v.Empty() {
			said = append(said, f.Key+"="+f.Exact(v, titles, app.RU))
		}
	}
	return strings.Join(said, "; ")
}

func TestOddTablesAreUnderstood(t *testing.T) {
	for _, tt := range oddTables {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.Trim(tt.want, "\n"), laidOut(t, park(), gridOf(tt.text), tt.typeKey, tt.change)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What was chosen for a table before does not speak for another year: where heads name years, they decide.
func TestMemoryOfATableGivesWayToTheYear(t *testing.T) {
	b := gridOf(`
Резидент | Выручка 2019 г., тыс. руб. | Выручка 2020 г., тыс. руб.
ООО «Альфа» | 5 | 6
`)
	f, typ := park(), app.TypeByKey("resident_report")
	var kept []exchange.KeptLayout
	for _, c := range []struct{ year, column int }{{2019, 2}, {2020, 3}, {2019, 2}} {
		to := exchange.Recipient{List: f.list, Park: 1, Year: c.year}
		l := to.Guess(b, 0, typ, 0, 0, kept)
		if got := l.Column("revenue"); got == nil || got.Column != c.column {
			t.Fatalf("of %d it is %+v", c.year, l.Columns)
		}
		kept = exchange.Remember(kept, l)
	}
	kept[0].Columns[1].Fields, kept[0].Columns[2].Fields = []string{"payroll"}, []string{"revenue"} // an earlier program remembered
	l := exchange.Recipient{List: f.list, Park: 1, Year: 2019}.Guess(b, 0, typ, 0, 0, kept)
	if got := l.Column("revenue"); got == nil || got.Column != 2 {
		t.Errorf("what was remembered goes before the year: %+v", l.Columns)
	}
}

// A column that a person gives a field to takes it from another, which says so; that its head names
// another year is told all the same.
func TestFieldGivenByHandIsTakenFromAnother(t *testing.T) {
	said := laidOut(t, park(), gridOf(`
Резидент | Выручка за 2019 год, тыс. руб. | Выручка 2020, тыс. руб.
ООО «Альфа» | 5 | 6
`), "resident_report", func(l *exchange.Layout) { l.Put(2, "revenue") })
	for _, want := range []string{
		"B=revenue(hand)", "C=(taken)", "revenue=5,0", "столбец «Выручка 2020, тыс. руб.» листа «Лист1» не взят: поле, которое он значит, берётся из другого столбца",
		"в заголовке столбца «Выручка за 2019 год, тыс. руб.» листа «Лист1» назван 2019 год, а записи берутся за 2020: проверьте год",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
}

// What people see in a table goes before what is hidden; what is hidden and taken all the same is told.
func TestHiddenColumnsAreTold(t *testing.T) {
	for name, c := range map[string]struct {
		hidden string
		want   []string
	}{
		"one of two": {"C", []string{"D=revenue", "revenue=6,0", "столбец «Выручка, тыс. руб.» листа «Лист1» не взят"}},
		"both":       {"C:D", []string{"C=revenue", "revenue=5,0", "столбец «Выручка, тыс. руб.» листа «Лист1» скрыт в файле, но взят"}},
	} {
		raw := workbook(t, func(f *excelize.File, sheet string) {
			for i, row := range [][]any{{"Резидент", "Период", "Выручка, тыс. руб.", "Выручка, тыс. руб."}, {"ООО «Альфа»", "2020", 5, 6}} {
				if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
					t.Fatal(err)
				}
			}
			if err := errors.Join(f.SetColVisible(sheet, c.hidden, false), f.SetSheetName(sheet, "Лист1")); err != nil {
				t.Fatal(err)
			}
		})
		said := laidOut(t, park(), read(t, raw), "resident_report", nil)
		for _, want := range c.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s hidden: %q is not said:\n%s", name, want, said)
			}
		}
	}
}
