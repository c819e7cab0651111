package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"technopark/reports/doc"
	"technopark/reports/pdf"
)

func TestHeadRepeatsAndRowsStayWhole(t *testing.T) {
	d := doc.Document{Sections: []doc.Section{register("Реестр", 95)}}
	laid := layout(t, d)
	if len(laid.Pages) < 5 {
		t.Fatalf("%d pages", len(laid.Pages))
	}
	rows := d.Sections[0].Blocks[0].(doc.Table).Rows
	next := 0
	for i, p := range laid.Pages {
		text := pageText(p)
		bare := spaceless(text)
		if strings.Count(text, "Наименование резидента") != 1 || strings.Count(text, "Идентификаторы") != 1 {
			t.Errorf("page %d does not have the head once", i+1)
		}
		for next < 95 && strings.Contains(bare, rows[next].Cells[2].Text) {
			for _, c := range rows[next].Cells {
				if !strings.Contains(bare, spaceless(c.Text)) {
					t.Errorf("page %d: row %d lacks %q", i+1, next+1, c.Text)
				}
			}
			next++
		}
	}
	if next != 95 {
		t.Errorf("%d rows found whole, want 95", next)
	}
}

// pageText returns a page's texts in reading order.
func pageText(p *pdf.Page) string {
	var b strings.Builder
	for _, s := range p.Texts {
		b.WriteString(s.Text + " ")
	}
	return b.String()
}

// spaceless forgets where lines were wrapped.
func spaceless(s string) string { return strings.ReplaceAll(s, " ", "") }

func TestFiguresAreRightAlignedOnOneLine(t *testing.T) {
	var rows []doc.Row
	for i := range 12 {
		rows = append(rows, doc.Row{Cells: doc.Cells(strings.Repeat("очень длинное наименование ", 8), "1\u00a0234\u00a0567\u00a0890\u00a0"+fmt.Sprintf("%03d,0", i))})
	}
	laid := layout(t, one(doc.Table{Rows: rows, Columns: []doc.Column{{Title: "Имя", Weight: 9}, {Title: "Руб.", Align: doc.Right, Weight: 0.01}}}))
	edge, n := 0.0, 0
	for _, s := range laid.Pages[0].Texts {
		if strings.HasPrefix(s.Text, "1\u00a0234\u00a0567\u00a0890\u00a0") && strings.HasSuffix(s.Text, ",0") {
			right := s.Box.X + s.Box.W
			if n > 0 && (right-edge > 0.01 || edge-right > 0.01) {
				t.Errorf("%s ends at %v, others at %v", s.Text, right, edge)
			}
			edge = right
			n++
		}
	}
	if n != len(rows) {
		t.Errorf("%d whole figures, want %d", n, len(rows))
	}
	tidy(t, laid)
}

func TestRowTallerThanAPageIsCutBetweenLines(t *testing.T) {
	var text []string
	for i := range 200 {
		text = append(text, fmt.Sprintf("строка-%d.", i))
	}
	laid := layout(t, one(doc.Table{Columns: []doc.Column{{Title: "Шапка"}}, Rows: []doc.Row{{Cells: doc.Cells(strings.Join(text, "\n"))}, {Cells: doc.Cells("следующая")}}}))
	if len(laid.Pages) < 3 {
		t.Fatalf("%d pages", len(laid.Pages))
	}
	for i, p := range laid.Pages {
		if !strings.Contains(pageText(p), "Шапка") {
			t.Errorf("page %d has no head", i+1)
		}
	}
	for _, s := range text {
		if onPage(laid, s) == 0 {
			t.Errorf("%s is lost", s)
		}
	}
	tidy(t, laid)
}

func TestSumsAndTitlesOfRowsAreNotLeftAlone(t *testing.T) {
	for n := 20; n < 60; n++ {
		var rows []doc.Row
		for i := range n {
			rows = append(rows, doc.Row{Cells: doc.Cells(fmt.Sprintf("строка-%d.", i))})
		}
		rows = append(rows, doc.Row{Kind: doc.RowTotal, Cells: doc.Cells("Итого")}, doc.Row{Kind: doc.RowSection, Cells: doc.Cells("Раздел")}, doc.Row{Cells: doc.Cells("под разделом")})
		laid := layout(t, one(doc.Table{Columns: []doc.Column{{Title: "Шапка"}}, Rows: rows}))
		if a, b := onPage(laid, fmt.Sprintf("строка-%d.", n-1)), onPage(laid, "Итого"); a != b {
			t.Errorf("%d rows: the last is on page %d, the sum on %d", n, a, b)
		}
		if a, b := onPage(laid, "Раздел"), onPage(laid, "под разделом"); a != b {
			t.Errorf("%d rows: the title is on page %d, its row on %d", n, a, b)
		}
	}
}

func TestEmptyTableSaysSo(t *testing.T) {
	columns := []doc.Column{{Title: "Дата"}, {Title: "Имя"}}
	if laid := layout(t, one(doc.Table{Columns: columns})); onPage(laid, "Нет записей") != 1 {
		t.Error("an empty table says nothing")
	}
	if laid := layout(t, one(doc.Table{Columns: columns, Empty: "РИД не зарегистрированы"})); onPage(laid, "РИД не зарегистрированы") != 1 {
		t.Error("an empty table does not say its own words")
	}
}

// The rows of a group that go on over the page say whose they are; others do not.
func TestTitleOfRowsIsRepeatedWhereTheyGoOn(t *testing.T) {
	table := doc.Table{Columns: []doc.Column{{Title: "Дата", Weight: 1}, {Title: "Мест", Align: doc.Right}}}
	for _, title := range []string{"АО «Первое»", "АО «Второе»"} {
		table.Rows = append(table.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(title)})
		for range 70 {
			table.Rows = append(table.Rows, doc.Row{Cells: doc.Cells("01.02.2020", "3")})
		}
		table.Rows = append(table.Rows, doc.Row{Kind: doc.RowSubtotal, Cells: doc.Cells("Итого", "210")})
	}
	laid := layout(t, one(table))
	tidy(t, laid)
	group := ""
	for i, p := range laid.Pages {
		text := pageText(p)
		if again := group + " (продолжение)"; group != "" && strings.Count(text, again) != 1 {
			t.Errorf("page %d does not have %q once", i+1, again)
		}
		if strings.Count(text, "(продолжение)") > 1 {
			t.Errorf("page %d goes on with several groups", i+1)
		}
		if strings.Contains(text, "АО «Второе»") {
			group = "АО «Второе»"
		} else {
			group = "АО «Первое»"
		}
	}
	if len(laid.Pages) < 3 {
		t.Errorf("%d pages", len(laid.Pages))
	}
}

func TestRowStaysWithTheOneItTellsMoreOf(t *testing.T) {
	for n := range 60 { // somewhere the page ends between the two
		table := doc.Table{Columns: []doc.Column{{Title: "Слагаемое", Weight: 1}}}
		for range n {
			table.Rows = append(table.Rows, doc.Row{Cells: doc.Cells("строка")})
		}
		table.Rows = append(table.Rows, doc.Row{Cells: doc.Cells("Публикации")}, doc.Row{Cells: doc.Cells("перечень"), Follows: true})
		if laid := layout(t, one(table)); onPage(laid, "Публикации") != onPage(laid, "перечень") {
			t.Errorf("after %d rows the list is parted from its title", n)
		}
	}
}

// A page ends with at least two rows under the title of a group of several, and begins with two.
func TestGroupsAreNotPartedAfterOneRow(t *testing.T) {
	for before := range 60 {
		table := doc.Table{Columns: []doc.Column{{Title: "Имя", Weight: 1}}}
		for range before {
			table.Rows = append(table.Rows, doc.Row{Cells: doc.Cells("строка")})
		}
		table.Rows = append(table.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells("Группа")})
		for i := range 12 {
			table.Rows = append(table.Rows, doc.Row{Cells: doc.Cells(fmt.Sprintf("член-%d.", i))})
		}
		laid := layout(t, one(table))
		if a, b, c := onPage(laid, "Группа"), onPage(laid, "член-0."), onPage(laid, "член-1."); a != b || b != c {
			t.Errorf("after %d rows: title and first rows on pages %d, %d, %d", before, a, b, c)
		}
		if a, b := onPage(laid, "член-10."), onPage(laid, "член-11."); a != b {
			t.Errorf("after %d rows: the last row is alone on page %d", before, b)
		}
	}
}

// A table too wide for eight points becomes several with the same rows, rather than smaller.
func TestWideTableIsDivided(t *testing.T) {
	table := doc.Table{Numbered: true, Columns: []doc.Column{{Title: "№", Align: doc.Right}, {Title: "Наименование", Weight: 1, Min: 40}}}
	for i := range 12 {
		table.Columns = append(table.Columns, doc.Column{Title: fmt.Sprintf("Показатель%d", i), Group: fmt.Sprintf("Г%d", i/2), Align: doc.Right})
	}
	for i := range 3 {
		cells := doc.Cells(fmt.Sprint(i+1), fmt.Sprintf("строка-%d.", i))
		for j := range 12 {
			cells = append(cells, doc.Cell{Text: fmt.Sprintf("%d%02d\u00a0000,0", i+1, j)})
		}
		table.Rows = append(table.Rows, doc.Row{Cells: cells})
	}
	total := []doc.Cell{{Text: "Всего строк", Span: 2}}
	for j := range 12 {
		total = append(total, doc.Cell{Text: fmt.Sprintf("9%02d\u00a0000,0", j)})
	}
	table.Rows = append(table.Rows, doc.Row{Kind: doc.RowTotal, Cells: total})
	laid := layout(t, one(table))
	tidy(t, laid)
	said := map[string]int{}
	for _, p := range laid.Pages {
		for _, s := range p.Texts {
			said[s.Text]++
			if s.Points() < 8 {
				t.Errorf("%q in %.1f points", s.Text, s.Points())
			}
		}
	}
	parts := said["строка-0."]
	if parts < 2 || said["Всего строк"] != parts || said["Наименование"] != parts {
		t.Errorf("%d parts, %d totals", parts, said["Всего строк"])
	}
	for j := range 12 {
		for _, figure := range []string{fmt.Sprintf("2%02d\u00a0000,0", j), fmt.Sprintf("9%02d\u00a0000,0", j), fmt.Sprintf("Показатель%d", j)} {
			if said[figure] != 1 {
				t.Errorf("%s is printed %d times", figure, said[figure])
			}
		}
		if said[fmt.Sprint(j+3)] != 1 && j > 0 { // rows are numbered up to three
			t.Errorf("column %d does not bear its number once", j+3)
		}
	}
}

// Who writes by hand has a frame to write in, high enough, in each row of figures and in no other.
func TestBoxesHaveRoomForAHand(t *testing.T) {
	rows := []doc.Row{{Kind: doc.RowSection, Cells: doc.Cells("Люди")}, {Cells: doc.Cells("Первый", "")}, {Cells: doc.Cells("Второй", "12")}}
	laid := layout(t, one(doc.Table{Rows: rows, Columns: []doc.Column{{Title: "Что", Weight: 2}, {Title: "Ответ", Weight: 1, Box: true}}}))
	edges := 0
	for _, f := range laid.Pages[0].Fills {
		if f.W < 1 && f.H > 1 {
			edges++
			if f.H < 6 {
				t.Errorf("a box is %.1f mm high", f.H)
			}
		}
	}
	if edges != 4 {
		t.Errorf("%d upright edges of two boxes", edges)
	}
}
