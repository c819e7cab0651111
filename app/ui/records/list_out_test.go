package records

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// exported exports what a screen lists under a name, and returns what was written.
func exported(t *testing.T, d *desktest.Desk, s *Screen, name string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	l, _ := s.Listed()
	d.ExportList(l)
	dialog := d.Window.Canvas().Overlays().Top()
	desktest.All[*kit.Entry](dialog)[0].SetText(path)
	desktest.Press(t, dialog, "Сохранить")
	desktest.Press(t, d.Window.Canvas().Overlays().Top(), "ОК")
	data, err := os.ReadFile(path)
	if err != nil || len(d.Failed) > 0 {
		t.Fatal(err, d.Failed)
	}
	return data
}

// A list is exported as it is shown: its columns, its order, without what a condition hides.
func TestListIsExportedAsItIsShown(t *testing.T) {
	d, s := leases(t)
	only(s, app.ContractLease)
	s.table.SortBy("resident", true)
	s.list.State().View.Columns = []kit.Shown{{Key: "area"}, {Key: "kind"}}
	s.table.SortBy("resident", true)
	want := "\ufeffРезидент;\"Площадь, м²\";Вид\r\nГамма;3;аренда\r\nАльфа;1;аренда\r\n"
	if diff := cmp.Diff(want, string(exported(t, d, s, "a.csv"))); diff != "" {
		t.Error(diff)
	}
	book, err := exchange.Read(exported(t, d, s, "a.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	rows := book.Sheets[0].Rows
	if len(rows) != 4 || rows[1].At(2).Kind != exchange.Number || rows[1].At(2).Text != "3" || rows[3].At(1).Text != "Итого: 2 договора" || rows[3].At(2).Text != "4" {
		t.Errorf("the sheet has %v", rows)
	}
	if list := string(exported(t, d, s, "a.json")); !strings.Contains(list, "Отбор: Вид: аренда") || !strings.Contains(list, exchange.ListFormat) {
		t.Errorf("the JSON does not say by what it was narrowed: %s", list)
	}
}

// With ticked rows it is those.
func TestTickedRowsAloneAreExported(t *testing.T) {
	d, s := leases(t)
	s.list.State().Ticked[2] = true
	s.Refresh()
	if rows := strings.Split(strings.TrimSpace(string(exported(t, d, s, "b.csv"))), "\r\n"); len(rows) != 2 || !strings.Contains(rows[1], "Бета") {
		t.Errorf("exported %q", rows)
	}
}

// What is there already is not written over.
func TestExportLeavesWhatIsThere(t *testing.T) {
	d, s := leases(t)
	path := filepath.Join(t.TempDir(), "c.csv")
	if err := os.WriteFile(path, []byte("важное"), 0o600); err != nil {
		t.Fatal(err)
	}
	l, _ := s.Listed()
	d.ExportList(l)
	dialog := d.Window.Canvas().Overlays().Top()
	desktest.All[*kit.Entry](dialog)[0].SetText(path)
	desktest.Press(t, dialog, "Сохранить")
	if data, err := os.ReadFile(path); string(data) != "важное" || len(d.Failed) != 1 {
		t.Errorf("it holds %q, %v, %v", data, err, d.Failed)
	}
}

func TestListIsPrinted(t *testing.T) {
	d, s := leases(t)
	only(s, app.ContractLease)
	l, _ := s.Listed()
	d.PrintList(l)
	if len(d.Papers) != 1 || d.Papers[0].Pages != 1 || d.Papers[0].Name != "Договоры" || !bytes.HasPrefix(d.Papers[0].PDF, []byte("%PDF")) {
		t.Fatalf("%d papers, %v", len(d.Papers), d.Failed)
	}
	s.list.State().Query = "нет такого"
	s.table.SetFilter("нет такого")
	d.PrintList(l)
	if len(d.Papers) != 1 {
		t.Error("a list without rows was printed")
	}
	desktest.Press(t, d.Window.Canvas().Overlays().Top(), "ОК")
}
