package others

import (
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/ui/kit"
)

// sheet is the figures of a year as they are shown.
type sheet struct {
	measures []app.Measure // of the method of the year
	rows     []row         // the means first, then the parks by name; nil without a method
	says     []string      // what follows from what is known
	own      []string      // names of the parks of the file
}

// row is the figures of one park, or the means.
type row struct {
	name   string // empty for the means
	region string
	have   int                       // indicators that are known
	values map[string]*app.Reference // by code
}

// gather reads what there is to show.
func (s *Screen) gather() sheet {
	d := s.desk
	var out sheet
	set, _ := d.InForce() // the check tells what is wrong with it
	if d.Store == nil || d.Park == 0 || set.Method == nil {
		return out
	}
	book := d.Part("reference", "park")
	references := app.All[app.Reference](book, "reference")
	parks, err := d.Store.Parks(d.Ctx())
	if err != nil {
		d.Fail(err)
		return out
	}
	for _, p := range parks {
		out.own = append(out.own, p.Name, p.ShortName)
	}
	out.measures = set.Method.Measures()
	for _, text := range set.Method.KnownOf(references, out.own, d.Year).Says() {
		out.says = append(out.says, text.In(d.Lang))
	}
	out.rows = s.rowsOf(references, set.Method.Codes())
	return out
}

// rowsOf puts the figures of the year into rows.
func (s *Screen) rowsOf(references []*app.Reference, codes []string) []row {
	rows := []row{{values: map[string]*app.Reference{}}}
	at := map[string]int{}
	find := func(name string) int {
		folded := app.Fold(name)
		if _, known := at[folded]; !known {
			at[folded] = len(rows)
			rows = append(rows, row{name: app.Clean(name), values: map[string]*app.Reference{}})
		}
		return at[folded]
	}
	for _, r := range references {
		if r.Period != app.YearPeriod(s.desk.Year) {
			continue
		}
		i := 0
		if r.Whose == app.ReferencePark {
			i = find(r.Park)
		}
		rows[i].values[r.Code] = r
		if r.Region != "" {
			rows[i].region = r.Region
		}
	}
	for _, name := range s.added {
		find(name)
	}
	for i := range rows {
		for _, code := range codes {
			if r := rows[i].values[code]; r != nil && r.Value.Given() {
				rows[i].have++
			}
		}
	}
	slices.SortFunc(rows[1:], func(a, b row) int { return strings.Compare(app.Fold(a.name), app.Fold(b.name)) })
	return rows
}

// Keys of the columns that are no measure.
const (
	columnPark  = "park"
	columnKnown = "known"
)

func (s *Screen) columns() []kit.GridColumn {
	d := s.desk
	columns := []kit.GridColumn{
		{Key: columnPark, Head: d.T("ui.others.park"), Wide: true},
		{Key: columnKnown, Head: d.T("ui.others.known"), Right: true, Spare: true},
	}
	for _, m := range s.shown() {
		head := m.Code
		switch {
		case m.Code == app.PlaceCode || m.Code == app.IndexCode:
			head = m.Name.In(d.Lang)
		case !m.Unit.Zero():
			head += ", " + m.Unit.In(d.Lang)
		}
		columns = append(columns, kit.GridColumn{Key: m.Code, Head: head, Right: true})
	}
	return columns
}

// lines returns the rows; their ids are their places from 1.
func (s *Screen) lines() []kit.GridRow {
	d := s.desk
	shown := s.shown()
	digits := make([]int, len(shown))
	for i, m := range shown {
		digits[i] = m.Digits
		for _, r := range s.sheet.rows {
			if v := r.values[m.Code]; v != nil && v.Value.Given() {
				digits[i] = max(digits[i], app.Decimals(int64(v.Value.N), millionth, m.Digits))
			}
		}
	}
	of := 0
	for _, m := range s.sheet.measures {
		if strings.Contains(m.Code, ".") {
			of++
		}
	}
	var lines []kit.GridRow
	for i, r := range s.sheet.rows {
		name := kit.GridCell{Text: r.name}
		if i == 0 {
			name = kit.GridCell{Text: d.T("ui.others.mean"), Strong: true}
		}
		line := kit.GridRow{ID: int64(i + 1), Cells: []kit.GridCell{name, {Text: d.T("ui.others.known_of", "Have", r.have, "Of", of), Colour: kit.ColorMuted}}}
		for at, m := range shown {
			cell := kit.GridCell{Text: "—", Colour: kit.ColorMuted}
			if v := r.values[m.Code]; v != nil && v.Value.Given() {
				cell = kit.GridCell{Text: app.FormatNumber(int64(v.Value.N), millionth, digits[at], d.Lang), Strong: i == 0}
			}
			line.Cells = append(line.Cells, cell)
		}
		lines = append(lines, line)
	}
	return lines
}

// millionth is how many stored units a figure has in its unit.
const millionth = 1_000_000

// table writes the whole year for a spreadsheet: a column for each measure of which something is
// known. The plan of a pasted table reads it back as it is.
func (s *Screen) table() string {
	d := s.desk
	var used []app.Measure
	for _, m := range s.sheet.measures {
		if slices.ContainsFunc(s.sheet.rows, func(r row) bool { return r.values[m.Code] != nil && r.values[m.Code].Value.Given() }) {
			used = append(used, m)
		}
	}
	heads := []string{d.T("ui.others.park")}
	for _, m := range used {
		head := m.Code
		if !m.Unit.Zero() {
			head += ", " + m.Unit.In(d.Lang)
		}
		heads = append(heads, head)
	}
	lines := []string{strings.Join(heads, "\t")}
	for i, r := range s.sheet.rows {
		name := r.name
		if i == 0 {
			name = d.T("ui.others.mean")
		}
		if name != "" && strings.ContainsRune("=+-@", rune(name[0])) {
			name = "'" + name // no formula
		}
		cells := []string{name}
		for _, m := range used {
			text := ""
			if v := r.values[m.Code]; v != nil && v.Value.Given() {
				text = strings.NewReplacer(app.NBSP, "", "\u2212", "-", ",", decimalSign(d.Lang)).Replace(app.FormatNumber(int64(v.Value.N), millionth, -1, app.RU))
			}
			cells = append(cells, text)
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return strings.Join(lines, "\n") + "\n"
}

// decimalSign is what spreadsheets of a language part decimals by.
func decimalSign(lang app.Lang) string {
	if lang == app.EN {
		return "."
	}
	return ","
}
