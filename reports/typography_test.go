package reports_test

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/reports"
	"technopark/reports/doc"
	"technopark/reports/pdf"
)

// everyForm walks the sample in both languages, full and compressed, with documents behind it.
func everyForm(t *testing.T, look func(t *testing.T, d doc.Document, laid *pdf.Laid)) {
	t.Helper()
	in := demonstration(t)
	in.Attachments = sampleAttachments(in)
	for name, in := range forms(in) {
		t.Run(name, func(t *testing.T) {
			d := reports.Package(in)
			laid, err := pdf.Layout(d)
			if err != nil {
				t.Fatal(err)
			}
			look(t, d, laid)
		})
	}
}

// sampleAttachments are the documents of the sample, two sheets each.
func sampleAttachments(in reports.Input) []reports.Attachment {
	var all []reports.Attachment
	for _, d := range app.All[app.Document](in.Book, "document") {
		all = append(all, reports.Attachment{Document: d, Sheets: 2, First: 60 + 2*len(all), Codes: []string{"S1.1"}})
	}
	return all
}

// TestSheetsCanBeRead looks at every text of every sheet: eight points at least, inside the
// margins.
func TestSheetsCanBeRead(t *testing.T) {
	everyForm(t, func(t *testing.T, _ doc.Document, laid *pdf.Laid) {
		for i, page := range laid.Pages {
			for _, text := range page.Texts {
				if size := text.Points(); size < 8 {
					t.Errorf("sheet %d: «%s» is set in %.1f points", i+1, text.Text, size)
				}
			}
			for _, r := range page.Rules {
				if r.X < page.Body.X-0.1 || r.X+r.W > page.Body.X+page.Body.W+0.1 {
					t.Errorf("sheet %d: a table leaves the margins: %+v", i+1, r)
				}
			}
		}
	})
}

// TestSheetsAreFilled finds no sheet that ends far above its foot while the next block, on a
// sheet turned the same way, could have begun there.
func TestSheetsAreFilled(t *testing.T) {
	everyForm(t, func(t *testing.T, d doc.Document, laid *pdf.Laid) {
		starts := map[int]bool{}
		for _, e := range laid.Contents {
			if e.Level == 0 && !joins(d, e.Title) {
				starts[e.Page] = true
			}
		}
		for i, page := range laid.Pages[:len(laid.Pages)-1] {
			next := laid.Pages[i+1]
			if i < 2 || starts[i+2] || next.Landscape != page.Landscape { // a part that begins a sheet, a turned sheet
				continue
			}
			if empty := 1 - (lowest(page)-page.Body.Y)/page.Body.H; empty > 1.0/3 {
				t.Errorf("sheet %d: %.0f %% are empty", i+1, 100*empty)
			}
		}
	})
}

// joins reports whether a part may begin on the sheet of the one before it.
func joins(d doc.Document, title string) bool {
	for _, s := range d.Sections {
		if s.Title == title {
			return s.Joins
		}
	}
	return false
}

// TestTablesAreComplete finds no cell that says nothing and no sum without a name.
func TestTablesAreComplete(t *testing.T) {
	everyForm(t, func(t *testing.T, d doc.Document, _ *pdf.Laid) {
		for _, s := range d.Sections {
			for _, table := range tablesOf(s.Blocks) {
				for _, r := range table.Rows {
					covered := 0
					for _, c := range r.Cells {
						covered += max(c.Span, 1)
						if strings.TrimSpace(c.Text) == "" {
							t.Errorf("%s: an empty cell in %q", s.Title, texts(r))
						}
					}
					if r.Kind != doc.RowSection && covered != len(table.Columns) {
						t.Errorf("%s: a row of %d columns in a table of %d: %s", s.Title, covered, len(table.Columns), texts(r))
					}
					if label := r.Cells[0].Text; r.Kind == doc.RowTotal && len(strings.Fields(label)) < 2 && label != "Сумма" && label != "Sum" {
						t.Errorf("%s: a sum called only «%s»", s.Title, label)
					}
				}
			}
		}
	})
}

func tablesOf(blocks []doc.Block) []doc.Table {
	var all []doc.Table
	for _, b := range blocks {
		switch b := b.(type) {
		case doc.Table:
			all = append(all, b)
		case doc.KeepTogether:
			all = append(all, tablesOf(b.Blocks)...)
		}
	}
	return all
}

func texts(r doc.Row) string {
	var all []string
	for _, c := range r.Cells {
		all = append(all, c.Text)
	}
	return strings.Join(all, " | ")
}

// TestContentsTakeOneSheet holds the contents of the sample to one sheet.
func TestContentsTakeOneSheet(t *testing.T) {
	everyForm(t, func(t *testing.T, _ doc.Document, laid *pdf.Laid) {
		if first := laid.Contents[0].Page; first != 3 {
			t.Errorf("«%s» begins on sheet %d", laid.Contents[0].Title, first)
		}
	})
}

// TestGroupsAreNotParted finds no title of a group with one of several rows under it at the
// foot of a sheet.
func TestGroupsAreNotParted(t *testing.T) {
	everyForm(t, func(t *testing.T, _ doc.Document, laid *pdf.Laid) {
		for i, page := range laid.Pages {
			if i+1 < len(laid.Pages) && rowsOfLastGroup(page) == 1 && goesOn(laid.Pages[i+1]) {
				t.Errorf("sheet %d ends in a group of which one row is there", i+1)
			}
		}
	})
}

// rowsOfLastGroup counts the rows under the lowest shaded title: each ends in a rule.
func rowsOfLastGroup(page *pdf.Page) int {
	title := 0.0
	for _, f := range page.Fills {
		title = max(title, f.Y+f.H)
	}
	rows := 0
	for _, r := range page.Rules {
		if page.Body.Holds(pdf.Rect{X: r.X, Y: r.Y}) && r.Y > title+0.1 {
			rows++
		}
	}
	return rows
}

// goesOn reports whether a page begins with the title of a group repeated.
func goesOn(page *pdf.Page) bool {
	for _, text := range page.Texts {
		if strings.HasSuffix(text.Text, "(продолжение)") || strings.HasSuffix(text.Text, "(continued)") {
			return true
		}
	}
	return false
}

// lowest returns where the last thing in the body of a page ends.
func lowest(page *pdf.Page) float64 {
	y := page.Body.Y
	for _, text := range page.Texts {
		if page.Body.Holds(text.Box) {
			y = max(y, text.Box.Y+text.Box.H)
		}
	}
	for _, s := range page.Shapes {
		y = max(y, s.Y+s.H)
	}
	return y
}

// TestOrganiserIsNotInstructed finds nothing in the parts on findings that is meant for staff:
// what to do, whom to call.
func TestOrganiserIsNotInstructed(t *testing.T) {
	in := demonstration(t)
	in.Parts = []string{"explanations", "completeness"}
	text := flat(strings.ReplaceAll(doc.Text(reports.Package(in)), "⍽", " "))
	for _, unwanted := range []string{"Запросите", "Проверьте", "укажите", "приложите", "+7", "@", "Кого спросить"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("the organiser reads %q", unwanted)
		}
	}
	if !strings.Contains(text, "Ничем не заменено") {
		t.Error("nobody says what became of missing figures")
	}
}
