package exchange

import (
	"slices"
	"strings"
	"sync"

	"technopark/app"
	"technopark/app/formula"
)

// References is what a table of figures of other parks is read against.
type References struct {
	Year     int              // of the data; that of rows that name none
	Measures []app.Measure    // of the method of the year
	Known    []*app.Reference // the figures that are recorded, of any year
	Own      []string         // names of the parks of the data file
	Source   string           // where the table is from; kept with its figures
}

// Plan reads every visible sheet of a book: a table with a column for each measure, or with a
// row for each, or a list of figures. Nothing is written. A book without such a table is
// refused.
func (r References) Plan(b *Book) (*Plan, error) {
	p := &referencePlan{References: r, Plan: &Plan{}, known: map[referenceKey]*app.Reference{}, names: map[string]string{}, regions: map[string]string{}, placed: map[referenceKey]int{}}
	p.learn()
	found := false
	for _, sheet := range b.Sheets {
		if sheet.Hidden {
			p.note("скрытый лист «%s» не взят", "the hidden sheet “%s” was not taken", sheet.Name)
			continue
		}
		p.sheet = sheet.Name
		switch {
		case p.list(sheet), p.table(sheet):
			found = true
		case len(sheet.Rows) > 0 && len(b.Sheets) > 1:
			p.note("лист «%s» не взят: в нём нет таблицы показателей", "the sheet “%s” was not taken: it has no table of indicators", sheet.Name)
		}
	}
	if !found {
		return nil, refuse("в ней не видно показателей: в одной из первых строк ожидаются коды (S1.1, S2, I) или названия показателей методики, слева — технопарки; или список со столбцами «Технопарк», «Показатель», «Значение»",
			"no indicators are seen in it: codes (S1.1, S2, I) or names of the indicators of the method are expected in one of the first rows, parks on the left; or a list with the columns “Park”, “Indicator”, “Value”")
	}
	p.sayTold()
	return p.Plan, nil
}

// referenceKey is whose figure a reference value is, and which.
type referenceKey struct{ whose, park, code string }

// referencePlan is a plan in the making.
type referencePlan struct {
	References
	*Plan
	sheet   string // that is read
	known   map[referenceKey]*app.Reference
	names   map[string]string    // of parks as they are spelled, by how they are folded
	regions map[string]string    // of parks, likewise
	placed  map[referenceKey]int // where in Changes a figure was met first

	own    []string // parks of the file that stand in the table
	spelt  []string // parks whose names were spelled in other ways
	empty  int      // cells that say that there is no figure
	others int      // rows of other years
}

func (p *referencePlan) learn() {
	for _, ref := range p.Known {
		folded := app.Fold(ref.Park)
		if p.names[folded] == "" {
			p.names[folded] = app.Clean(ref.Park)
		}
		if ref.Region != "" {
			p.regions[folded] = ref.Region
		}
		if ref.Period == app.YearPeriod(p.Year) {
			p.known[keyOf(ref.Whose, ref.Park, ref.Code)] = ref
		}
	}
}

func keyOf(whose, park, code string) referenceKey {
	if whose != app.ReferencePark {
		park = ""
	}
	return referenceKey{whose, app.Fold(park), code}
}

// subject is whose figures a row of a table has.
type subject struct{ whose, park, region string }

// subject reads whose a row is; false where its figures are not taken, which is then told.
func (p *referencePlan) subject(name, region string, at spot) (subject, bool) {
	name = app.Clean(name)
	folded := app.Fold(name)
	switch {
	case isMean(folded):
		return subject{whose: app.ReferenceMean}, true
	case isTotal(folded):
		p.note("«%s» (%s) не взято: это не технопарк и не среднее", "“%s” (%s) was not taken: it is neither a park nor the mean", name, at.where(p.sheet))
		return subject{}, false
	case slices.ContainsFunc(p.Own, func(own string) bool { return app.Fold(own) == folded }):
		if !slices.Contains(p.own, name) {
			p.own = append(p.own, name)
		}
		return subject{}, false
	case strings.Trim(name, "0123456789 .,-—–") == "" || len([]rune(name)) > 200:
		p.reject(at, name, said("название технопарка", "the name of a park"),
			said("в столбце технопарков стоит «%s»: впишите название или удалите строку", "“%s” stands in the column of parks: write the name, or remove the row", clip(name)))
		return subject{}, false
	}
	if p.names[folded] == "" {
		p.names[folded] = name
	}
	if p.names[folded] != name && !slices.Contains(p.spelt, p.names[folded]) {
		p.spelt = append(p.spelt, p.names[folded])
	}
	if region = app.Clean(region); region == "" {
		region = p.regions[folded]
	}
	return subject{app.ReferencePark, p.names[folded], region}, true
}

// isMean reports how people call the row of means.
func isMean(folded string) bool {
	first, _, _ := strings.Cut(strings.ReplaceAll(folded, ",", " "), " ")
	return strings.HasPrefix(folded, "средн") || strings.HasPrefix(folded, "в среднем") || folded == app.Fold("rating average") || first == app.Fold("mean") || first == app.Fold("average")
}

// isTotal reports the rows under a table that are of no park.
func isTotal(folded string) bool {
	for _, word := range totalWords() {
		if rest, ok := strings.CutPrefix(folded, word); ok && (rest == "" || rest[0] == ':' || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// totalWords are how such rows begin, folded.
var totalWords = sync.OnceValue(func() []string {
	words := []string{"итого", "всего", "медиана", "максимум", "минимум", "сумма", "источник", "примечание", "total", "median", "maximum", "minimum", "sum", "source", "note"}
	for i := range words {
		words[i] = app.Fold(words[i])
	}
	return words
})

// put plans the figure of one cell.
func (p *referencePlan) put(whose subject, m app.Measure, unit string, cell Cell, at spot) {
	key := keyOf(whose.whose, whose.park, m.Code)
	change := Change{Sheet: p.sheet, Row: at.row, Column: at.column, What: whatOf(whose, m), Found: cell.Text}
	value, remark, fault := readFigure(m, unit, cell)
	switch {
	case !fault.Message.Zero():
		change.State, change.Expected, change.Message = Rejected, fault.Expected, fault.Message
		p.Changes = append(p.Changes, change)
		return
	case !value.Given():
		p.empty++
		return
	}
	change.Message = remark
	change.Is = figureText(value)
	if first, met := p.placed[key]; met {
		p.again(first, change)
		return
	}
	p.placed[key] = len(p.Changes)
	was := p.known[key]
	switch {
	case was == nil:
		change.Record = &app.Reference{
			Period: app.YearPeriod(p.Year), Whose: whose.whose, Park: whose.park, Region: whose.region, Code: m.Code,
			Value: value, Unit: orElse(m.Unit.RU, unit), Source: p.Source,
		}
	case was.Value == value:
		change.State, change.Was = Same, figureText(was.Value)
	default:
		is := app.Clone(was)
		is.Value, is.Source = value, p.Source
		is.Unit = orElse(m.Unit.RU, orElse(unit, was.Unit))
		change.State, change.Was, change.Record = Changed, figureText(was.Value), is
	}
	p.validate(&change)
	p.Changes = append(p.Changes, change)
}

// validate rejects what could not be saved, as a name of half a page.
func (p *referencePlan) validate(change *Change) {
	if change.Record == nil {
		return
	}
	if faults := app.Validate(change.Record); len(faults) > 0 {
		change.State, change.Record = Rejected, nil
		change.Expected, change.Message = said("то, что можно сохранить", "what can be saved"), faults[0].Message
	}
}

// again is a figure that the table has twice: once where both are one, else neither is taken.
func (p *referencePlan) again(first int, change Change) {
	other := &p.Changes[first]
	if other.Is == change.Is {
		return
	}
	change.State, change.Record, change.Message, change.Expected = Rejected, nil, twice(*other), said("одно значение", "one value")
	p.Changes = append(p.Changes, change)
	if other.State != Rejected {
		other.State, other.Record, other.Message, other.Expected = Rejected, nil, twice(change), change.Expected
	}
}

func twice(other Change) app.Text {
	return said("у этого показателя в таблице есть и другое значение, %s в ячейке %s%s: оставьте одно из них", "the table has another value of this figure, %s in the cell %s%s: leave one of them",
		other.Is, ColumnName(other.Column)+decimal(other.Row), onSheet(other.Sheet))
}

func whatOf(whose subject, m app.Measure) app.Text {
	if whose.whose == app.ReferenceMean {
		return said("среднее, %s", "mean, %s", m.Code)
	}
	return said("%s, %s", "%s, %s", whose.park, m.Code)
}

// reject plans a cell that cannot be read.
func (p *referencePlan) reject(at spot, found string, expected, message app.Text) {
	p.Changes = append(p.Changes, Change{Sheet: p.sheet, Row: at.row, Column: at.column, State: Rejected, Found: found, Expected: expected, Message: message})
}

// sayTold tells what was left out of the whole book.
func (p *referencePlan) sayTold() {
	if len(p.own) > 0 {
		p.note("технопарки этого файла не взяты, их показатели считаются по записям: %s", "parks of this file were not taken, their indicators are computed of the records: %s", strings.Join(p.own, ", "))
	}
	if len(p.spelt) > 0 {
		p.note("названия написаны по-разному, технопарк считается одним: %s", "names are spelled in different ways and taken for one park: %s", strings.Join(p.spelt, ", "))
	}
	if p.empty > 0 {
		p.note("ячеек, где сказано, что значения нет («-», «нет», «н/п»), — %d; они пропущены", "cells that say there is no value (“-”, “n/a”): %d; they were passed over", p.empty)
	}
	if p.others > 0 {
		p.note("строк за другие годы — %d; они не взяты", "rows of other years: %d; they were not taken", p.others)
	}
}

// said makes a text of both languages.
func said(ru, en string, args ...any) app.Text { return formula.Said(formula.Say(ru, en, args...)) }

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
