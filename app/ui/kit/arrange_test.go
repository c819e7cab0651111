package kit

import (
	"slices"
	"testing"

	"technopark/app"
)

// contractsGrid is a list of five contracts: name, kind by code, area in thousandths, last day.
func contractsGrid() *grid {
	g := newGrid([]Column{
		{Key: "name", Head: "Резидент", Naming: true},
		{Key: "kind", Head: "Вид", Words: func(code string) string {
			return map[string]string{"lease": "аренда", "service": "услуги"}[code]
		}},
		{Key: "area", Head: "Площадь, м²", Label: "Площадь", Right: true, Figures: &Figures{Scale: 1000, Least: 1, Unit: "м²", Total: app.TotalSum}},
		{Key: "to", Head: "До", Dates: true},
	})
	row := func(id int64, name, kind string, area Cell, to app.Date) Row {
		cells := []Cell{{Text: name, State: app.Given}, {Text: g.columns[1].word(kind), Code: kind, State: app.Given}, area, {}}
		if !to.Zero() {
			cells[3] = Cell{Text: to.String(), N: int64(to.Days()), Number: true, State: app.Given}
		}
		return Row{ID: id, Cells: cells}
	}
	square := func(thousandths int64) Cell { return Cell{N: thousandths, Number: true, State: app.Given} }
	na := Cell{Text: "н/п", Muted: true, State: app.NotApplicable}
	g.set([]Row{
		row(1, "АО «Бета»", "lease", square(1_060_250), app.Day(2021, 6, 30)),
		row(2, "ООО «Альфа»", "lease", square(2_410_000), app.Day(2021, 12, 31)),
		row(3, "ИП Ёжиков", "service", na, app.Day(2022, 1, 1)),
		row(4, "АО «Ель»", "service", Cell{}, app.Date{}),
		row(5, "АО «Бета»", "lease", square(0), app.Day(2021, 12, 31)),
	})
	g.search([]int{0, 1, 2, 3})
	return g
}

func (s *grid) ids(shown []int) []int64 {
	var ids []int64
	for _, row := range shown {
		ids = append(ids, s.rows[row].ID)
	}
	return ids
}

func number(n int64) *int64 { return &n }

func TestConditionsChooseRows(t *testing.T) {
	day := func(y, m, d int) *int64 { return number(int64(app.Day(y, m, d).Days())) }
	for name, c := range map[string]struct {
		conditions []Condition
		want       []int64
	}{
		"none":              {nil, []int64{1, 2, 3, 4, 5}},
		"a choice":          {[]Condition{{Key: "kind", Values: []string{"lease"}}}, []int64{1, 2, 5}},
		"either choice":     {[]Condition{{Key: "kind", Values: []string{"lease", "service"}}}, []int64{1, 2, 3, 4, 5}},
		"a year":            {[]Condition{{Key: "to", From: day(2021, 1, 1), To: day(2021, 12, 31)}}, []int64{1, 2, 5}},
		"from a figure":     {[]Condition{{Key: "area", From: number(1_000_000)}}, []int64{1, 2}},
		"up to a figure":    {[]Condition{{Key: "area", To: number(1_060_250)}}, []int64{1, 5}},
		"zero is a figure":  {[]Condition{{Key: "area", From: number(0), To: number(0)}}, []int64{5}},
		"no value":          {[]Condition{{Key: "area", Empty: true}}, []int64{4}},
		"not applicable":    {[]Condition{{Key: "area", NA: true}}, []int64{3}},
		"a figure or none":  {[]Condition{{Key: "area", From: number(2_000_000), Empty: true}}, []int64{2, 4}},
		"words of the text": {[]Condition{{Key: "name", Contains: "ежик"}}, []int64{3}},
		"a whole text":      {[]Condition{{Key: "name", Values: []string{"АО «Бета»"}}}, []int64{1, 5}},
		"both":              {[]Condition{{Key: "name", Values: []string{"АО «Бета»"}}, {Key: "area", From: number(1)}}, []int64{1}},
		"a lost column":     {[]Condition{{Key: "gone", Empty: true}}, []int64{1, 2, 3, 4, 5}},
	} {
		g := contractsGrid()
		if got := g.ids(g.arrange("", c.conditions, nil)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestReferencesToSeveralAreChosenByEach(t *testing.T) {
	c := Condition{Key: "rooms", Values: []string{"17"}}
	for codes, want := range map[string]bool{"17": true, "3;17": true, "3": false, "117": false} {
		if got := c.admits(Cell{Text: "…", Code: codes, State: app.Given}, "…", nil); got != want {
			t.Errorf("%s: %t", codes, got)
		}
	}
}

func TestSortsDecideOneAfterAnother(t *testing.T) {
	for name, c := range map[string]struct {
		sorts []Sort
		want  []int64
	}{
		"by day, then by name": {[]Sort{{Key: "to"}, {Key: "name"}}, []int64{1, 5, 2, 3, 4}},
		"days turned round":    {[]Sort{{Key: "to", Descending: true}, {Key: "name"}}, []int64{3, 5, 2, 1, 4}},
		"names, then areas":    {[]Sort{{Key: "name"}, {Key: "area", Descending: true}}, []int64{1, 5, 4, 3, 2}},
		"a lost column":        {[]Sort{{Key: "gone"}, {Key: "area"}}, []int64{5, 1, 2, 3, 4}},
	} {
		g := contractsGrid()
		if got := g.ids(g.arrange("", nil, c.sorts)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestSortingIsToldByClicks(t *testing.T) {
	v := View{}
	for _, step := range []struct {
		key  string
		then bool
		want []Sort
	}{
		{"to", false, []Sort{{Key: "to"}}},
		{"to", false, []Sort{{Key: "to", Descending: true}}},
		{"name", true, []Sort{{Key: "to", Descending: true}, {Key: "name"}}},
		{"to", true, []Sort{{Key: "to"}, {Key: "name"}}},
		{"to", false, []Sort{{Key: "to"}}},
	} {
		v.sortBy(v.Sorts, step.key, step.then)
		if !slices.Equal(v.Sorts, step.want) {
			t.Errorf("%s, then %t: %v, want %v", step.key, step.then, v.Sorts, step.want)
		}
	}
}

func TestFiguresOfAColumnStandUnderOneAnother(t *testing.T) {
	g := contractsGrid()
	var texts []string
	for _, row := range g.rows {
		texts = append(texts, g.text(row.at(2), 2))
	}
	if want := []string{"1\u00a0060,25", "2\u00a0410,00", "н/п", "", "0,00"}; !slices.Equal(texts, want) {
		t.Errorf("%q, want %q", texts, want)
	}
	g.set(g.rows[1:])
	if got := g.text(g.rows[0].at(2), 2); got != "2\u00a0410,0" {
		t.Errorf("alone it is %q", got)
	}
}

func TestColumnsOfAViewAreLaidOut(t *testing.T) {
	columns := []Column{{Key: "a"}, {Key: "name", Naming: true}, {Key: "b", Hidden: true}, {Key: "c"}}
	for name, c := range map[string]struct {
		shown []Shown
		want  []int
	}{
		"the list's own":          {nil, []int{1, 0, 3}},
		"chosen":                  {[]Shown{{Key: "c"}, {Key: "b"}}, []int{1, 2 + 1, 2}},
		"the naming one is first": {[]Shown{{Key: "a"}, {Key: "name"}}, []int{1, 0}},
		"what is gone is left":    {[]Shown{{Key: "gone"}, {Key: "a"}, {Key: "a"}}, []int{1, 0}},
	} {
		if got := (View{Columns: c.shown}).layout(columns); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	v := View{Columns: []Shown{{Key: "c", Chars: 7}}}
	v.spell(columns)
	if want := []Shown{{Key: "name"}, {Key: "c", Chars: 7}}; !slices.Equal(v.Columns, want) {
		t.Errorf("spelt out: %v", v.Columns)
	}
}

func TestSearchGoesThroughTheShownColumns(t *testing.T) {
	g := contractsGrid()
	if got := g.ids(g.arrange("бета аренда", nil, nil)); !slices.Equal(got, []int64{1, 5}) {
		t.Errorf("%v", got)
	}
	if got := g.ids(g.arrange("1 060,25", nil, nil)); !slices.Equal(got, []int64{1}) {
		t.Errorf("a figure as it is written: %v", got)
	}
	g.search([]int{0})
	if got := g.arrange("аренда", nil, nil); len(got) != 0 {
		t.Errorf("a column that is not searched: %v", got)
	}
}

func TestKeptRowStaysWhateverIsAsked(t *testing.T) {
	g := contractsGrid()
	g.kept = 3
	if got := g.ids(g.arrange("бета", []Condition{{Key: "kind", Values: []string{"lease"}}}, nil)); !slices.Equal(got, []int64{1, 3, 5}) {
		t.Errorf("%v", got)
	}
}
