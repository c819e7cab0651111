package kit

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
)

// titlesOf calls every record by its type and id.
func titlesOf(typeKey string, id int64) string { return typeKey + " " + strconv.FormatInt(id, 10) }

func columnNamed(t *testing.T, columns []Column, key string) (int, Column) {
	t.Helper()
	for i, c := range columns {
		if c.Key == key {
			return i, c
		}
	}
	t.Fatalf("no column %s", key)
	return 0, Column{}
}

// The columns of a type begin with what its records are told apart by, which cannot be hidden;
// figures stand at the right with their unit in the head, and exactly one column grows.
func TestColumnsFollowTheFieldsOfAType(t *testing.T) {
	for _, typ := range app.Types() {
		columns := FieldColumns(typ, titlesOf, app.RU)
		if last := columns[len(columns)-1].Key; columns[0].Key == "short_name" && last != "name" {
			t.Errorf("%s: behind the short name and all else stands %s", typ.Key, last)
		}
		if len(columns) != len(typ.Fields) || columns[0].Key != typ.NamingField().Key || !columns[0].Naming || columns[0].Hidden {
			t.Errorf("%s: %d columns of %d fields, the first is %+v", typ.Key, len(columns), len(typ.Fields), columns[0])
		}
		wide := 0
		for _, c := range columns {
			f, ok := typ.Field(c.Key)
			if !ok || c.Right != f.Kind.Number() || c.Right != (c.Figures != nil) || c.Dates != (f.Kind == app.KindDate) {
				t.Errorf("%s.%s: %+v", typ.Key, c.Key, c)
			}
			if c.Naming && c.Key != columns[0].Key {
				t.Errorf("%s: %s names the rows too", typ.Key, c.Key)
			}
			if c.Wide {
				wide++
			}
		}
		if wide != 1 {
			t.Errorf("%s: %d columns grow", typ.Key, wide)
		}
	}
	_, area := columnNamed(t, FieldColumns(app.TypeByKey("contract"), titlesOf, app.RU), "area")
	if area.Head != "Площадь, м²" || area.Label != "Площадь" || area.Figures.Total != app.TotalSum {
		t.Errorf("the area is %+v", area)
	}
}

// Zero, «не применимо», a figure that is due and a field nobody fills in are four things.
func TestCellsTellWhatIsMissing(t *testing.T) {
	report := &app.ResidentReport{
		Head: app.Head{ID: 5}, Resident: 7, Period: app.Period{Year: 2020, Quarter: 3},
		Headcount: app.Of(app.Count(0)), Researchers: app.NA[app.Count](),
	}
	typ := report.Type()
	columns := FieldColumns(typ, titlesOf, app.RU)
	row := FieldRows(typ, []app.Record{report}, titlesOf, app.RU)[0]
	cell := func(key string) Cell {
		at, _ := columnNamed(t, columns, key)
		return row.at(at)
	}
	if row.ID != 5 || row.Period != report.Period {
		t.Errorf("the row is %d of %v", row.ID, row.Period)
	}
	if c := cell("headcount"); !c.Number || c.N != 0 || c.Blank() || c.NA() {
		t.Errorf("nobody is %+v", c)
	}
	if c := cell("researchers"); c.Text != "н/п" || !c.NA() || !c.Muted || c.Blank() {
		t.Errorf("«не применимо» is %+v", c)
	}
	if c := cell("revenue"); c.Text != "○"+app.NBSP+"нет" || !c.Muted || !c.Blank() {
		t.Errorf("what is due is %+v", c)
	}
	if c := cell("resident"); c.Text != "resident 7" || c.Code != "7" {
		t.Errorf("a reference is %+v", c)
	}
	if c := cell("period"); !c.Number || c.N != 20203 || c.Code != "2020-Q3" {
		t.Errorf("a period is %+v", c)
	}
	contract := &app.Contract{Head: app.Head{ID: 1}, Kind: app.ContractLease, Rooms: []int64{3, 9}, Signed: app.Day(2020, 2, 1)}
	columns, row = FieldColumns(contract.Type(), titlesOf, app.RU), FieldRows(contract.Type(), []app.Record{contract}, titlesOf, app.RU)[0]
	if c := cell("area"); c.Text != "" || !c.Blank() {
		t.Errorf("an area nobody owes is %+v", c)
	}
	if c := cell("kind"); c.Text != "аренда" || c.Code != app.ContractLease {
		t.Errorf("a choice is %+v", c)
	}
	if c := cell("rooms"); c.Text != "room 3; room 9" || c.Code != "3;9" {
		t.Errorf("references are %+v", c)
	}
	if c := cell("signed"); c.Text != "01.02.2020" || c.N != int64(contract.Signed.Days()) {
		t.Errorf("a date is %+v", c)
	}
}

// A condition names what people call a code, whatever kind the field is of.
func TestCodesOfConditionsHaveWords(t *testing.T) {
	contracts := FieldColumns(app.TypeByKey("contract"), titlesOf, app.RU)
	rooms := FieldColumns(app.TypeByKey("room"), titlesOf, app.RU)
	reports := FieldColumns(app.TypeByKey("resident_report"), titlesOf, app.RU)
	for _, c := range []struct {
		columns         []Column
		key, code, want string
	}{
		{contracts, "kind", app.ContractLease, "аренда"},
		{contracts, "resident", "7", "resident 7"},
		{contracts, "rooms", "3", "room 3"},
		{reports, "period", "2020", "2020 год"},
		{rooms, "leasable", "1", "да"},
		{contracts, "resident", "ещё", ""},
		{contracts, "number", "А-1", "А-1"},
	} {
		_, column := columnNamed(t, c.columns, c.key)
		if got := column.word(c.code); got != c.want {
			t.Errorf("%s %q is called %q, not %q", c.key, c.code, got, c.want)
		}
	}
}

// A period is read whole however narrow the list is, and takes no more room than the longest there is.
func TestColumnOfAPeriodIsAsWideAsItsPeriods(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	typ := app.TypeByKey("resident_report")
	for _, p := range []app.Period{{Year: 2020, Quarter: 3}, {Year: 2020}} {
		table := NewTable(FieldColumns(typ, titlesOf, app.RU))
		table.SetRows(FieldRows(typ, []app.Record{&app.ResidentReport{Head: app.Head{ID: 1}, Resident: 7, Period: p}}, titlesOf, app.RU))
		window := test.NewTempWindow(t, table)
		window.SetPadded(false)
		window.Resize(fyne.NewSize(400, 300))
		need := width(p.In(app.RU), Size(theme.SizeNameText), fyne.TextStyle{})
		for i, column := range table.layout {
			if c := table.grid.columns[column]; c.Key == "period" && (table.widths[i] < need+2*cellPadding || p.Quarter > 0 && table.widths[i] > need+3*cellPadding) {
				t.Errorf("the column of %q is %v wide, the text %v", p.In(app.RU), table.widths[i], need)
			}
		}
	}
}

// A column of a choice needs no more room than its longest answer: beside the form of a resident on a small
// screen his INN is read whole.
func TestColumnOfAChoiceShrinksToItsLongestAnswer(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	typ := app.TypeByKey("resident")
	table := NewTable(FieldColumns(typ, titlesOf, app.RU))
	table.SetRows(FieldRows(typ, []app.Record{&app.Resident{Head: app.Head{ID: 1}, Name: "Альфа", INN: "509880952026"}}, titlesOf, app.RU))
	const room = 540 // of the list at 1280×768, the boxes for ticks left out
	window := test.NewTempWindow(t, table)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(room, 300))
	right := table.tickWidth()
	for i, column := range table.layout {
		right += table.widths[i]
		switch c := table.grid.columns[column]; c.Key {
		case "short_name":
			if least := width("0", Size(theme.SizeNameText), fyne.TextStyle{}) * float32(c.Chars); table.widths[i] < least {
				t.Errorf("the names have %v, their width is %v", table.widths[i], least)
			}
		case "status":
			if longest := width("выпускник", Size(theme.SizeNameText), fyne.TextStyle{}); table.widths[i] < longest {
				t.Errorf("the column of statuses is %v wide, a status %v", table.widths[i], longest)
			}
		case "inn":
			if right > room {
				t.Errorf("the column of INN ends at %v of %v", right, room)
			}
			return
		}
	}
	t.Error("no INN is shown")
}
