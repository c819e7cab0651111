package exchange

import (
	"maps"
	"slices"

	"technopark/app"
)

// Recipient is the data file that records of others are to land in.
type Recipient struct {
	// List returns the records of a type that a park or the whole file has.
	List func(t *app.Type, park int64) ([]app.Record, error)
	Park int64 // of records that come without their park; 0 for none
	Skip bool  // records that are there stay as they are
	Year int   // of the reports of tables that name none; 0 for none
	// Tell is told how many rows are planned; an error of it ends the work. Nil where nobody waits.
	Tell func(done, of int) error
}

// From is where records are read from.
type From struct {
	Book *Book     // the tables; nil where JSON is read
	JSON []byte    // of records, as WriteJSON writes it
	Type *app.Type // of the records of all tables; nil where each says it
	// Layouts say how sheets of the book are read; where there are any, no other sheet is.
	Layouts []*Layout
}

// RecordsPlan is what a file of records would change, before anything is: a change for each
// new record, for each changed field, for each rejected cell.
type RecordsPlan struct {
	Plan
	rows     [4]int    // by State
	landings []landing // in the order in which they are to be written
	lines    []Line    // of tables that were read by a layout
	titles   app.Titles
	written  map[string][]int64 // by type: what Apply wrote
}

// Written returns the ids of the records of a type that Apply has written, in the order it wrote them.
func (p *RecordsPlan) Written(t *app.Type) []int64 { return p.written[t.Key] }

// firstNew begins the ids of records that are not written yet, far above those of any data file.
const firstNew = 1 << 48

// landing is a record on its way; a new one has an id from firstNew until it is written.
type landing struct {
	rec app.Record
	was app.Record // as it is; nil for a new one
}

// Count returns how many records are in a state.
func (p *RecordsPlan) Count(s State) int { return p.rows[s] }

// recordsPlanner is a plan in the making.
type recordsPlanner struct {
	Recipient
	*RecordsPlan
	there  map[string][]app.Record         // by type: what the file has
	landed map[string]map[int64]app.Record // by type and number in the file that is read
	byID   map[string]map[int64]app.Record // by type and id, those there and those on their way
	fresh  map[string]*app.Names           // names of what is read, by the numbers there
	known  *app.Names                      // names of what is there
	err    error                           // of reading what is there
	laying bool                            // a table of strangers is read, who call records as they like
	last   int64                           // how many new records there are

	ofRow   map[rowKey]int64                 // the record that a row has become
	sheetOf map[app.Place]string             // the sheet of the row that a record of the file was found for
	lineOf  map[rowKey]int                   // index in lines
	added   map[string]map[string]*addedName // names that become records, by type and folded name
	telling map[string]map[string][]int64    // records by what else than their title tells them apart
	tokens  map[string]map[int64][]string    // words of the titles of records, by type and id
	owners  map[string]*owners               // of names and numbers, by type
}

// Plan reads records, finds for each the one that is there, and says what would change. Nothing
// is written. What are no records is refused.
func (r Recipient) Plan(from From) (*RecordsPlan, error) {
	p := r.planner()
	all, err := p.read(from)
	if err != nil {
		return nil, err
	}
	took := false
	for _, t := range app.Types() {
		for _, in := range all {
			if in.t == t && p.takes(in) {
				took = true
				p.plan(in)
			}
		}
	}
	if !took && p.rows[Rejected] == 0 && len(p.Notes) > 0 {
		return nil, refuse("взять из неё нечего: %s", "there is nothing in it to take: %s", p.Notes[len(p.Notes)-1])
	}
	p.settleAdded()
	p.RecordsPlan.titles = p.titles
	return p.RecordsPlan, p.err
}

func (r Recipient) planner() *recordsPlanner {
	p := &recordsPlanner{
		Recipient: r, RecordsPlan: &RecordsPlan{}, there: map[string][]app.Record{},
		landed: map[string]map[int64]app.Record{}, byID: map[string]map[int64]app.Record{}, fresh: map[string]*app.Names{},
		ofRow: map[rowKey]int64{}, sheetOf: map[app.Place]string{}, lineOf: map[rowKey]int{}, added: map[string]map[string]*addedName{}, telling: map[string]map[string][]int64{}, tokens: map[string]map[int64][]string{}, owners: map[string]*owners{},
	}
	p.known = app.NewNames(p.named)
	return p
}

// read returns the records of a file, those of each sheet apart.
func (p *recordsPlanner) read(from From) ([]incoming, error) {
	if from.Book == nil {
		return p.readJSON(from.JSON)
	}
	var all []incoming
	for _, l := range from.Layouts {
		all = append(all, p.laid(from.Book, l)...)
	}
	if len(from.Layouts) > 0 {
		return all, nil
	}
	for _, sheet := range from.Book.Sheets {
		if sheet.Hidden {
			p.note("скрытый лист «%s» не взят", "the hidden sheet “%s” was not taken", sheet.Name)
			continue
		}
		t, h := from.Type, tableHead{}
		if t == nil {
			t, h = typeOf(sheet)
		} else {
			h = headOf(t, sheet)
		}
		if h.known() < leastColumns && !isSmall(t, h) {
			p.note("лист «%s» не взят: в нём не видно столбцов записей", "the sheet “%s” was not taken: no columns of records are seen in it", sheet.Name)
			continue
		}
		for _, other := range h.others {
			p.note("столбец «%s»%s не взят: такого поля с такой единицей нет", "the column “%s”%s was not taken: there is no such field in that unit", clip(other), onSheet(sheet.Name))
		}
		in := rowsOf(t, sheet, h)
		for _, row := range in.sums {
			p.note("строка %d%s не взята: это итог («%s»)", "row %d%s was not taken: it has sums (“%s”)", row.Number, onSheet(sheet.Name), clip(row.Cells[0].Text))
		}
		all = append(all, in)
	}
	if len(all) == 0 {
		return nil, refuse("в ней не видно записей: в одной из первых строк ожидаются названия полей, как в выгрузке technopark export", "no records are seen in it: names of fields are expected in one of the first rows, as technopark export writes them")
	}
	return all, nil
}

// leastColumns is how many columns a table has to have that is recognised by them.
const leastColumns = 2

// isSmall admits a table of one column of a type that has hardly more.
func isSmall(t *app.Type, h tableHead) bool {
	return t != nil && h.known() > 0 && (h.number > 0 || len(t.Stored()) <= leastColumns)
}

// takes reports whether records of a type can come from a file; what can not is told.
func (p *recordsPlanner) takes(in incoming) bool {
	switch {
	case in.t.Made, in.t.Sequel:
		p.note("%s не взяты: их делает сама программа", "%s were not taken: the program itself makes them", in.t.Many)
	case !in.t.Portable():
		p.note("%s не взяты: их переносят команды technopark profile export и set", "%s were not taken: technopark profile export and set carry them over", in.t.Many)
	case in.t.Scope == app.ScopePark && p.Park == 0:
		p.homeless(in)
	default:
		return true
	}
	return false
}

// homeless rejects all rows of a type whose park is not there, in one message for them all.
func (p *recordsPlanner) homeless(in incoming) {
	if len(in.rows) == 0 {
		return
	}
	p.rows[Rejected] += len(in.rows)
	p.reject(in, in.rows[0], inCell{}, said("технопарк, которому они принадлежат", "the park they belong to"),
		said("%s (строк — %s): в файле данных ещё нет технопарка, и неизвестно, чьи они. Откройте файл в окне программы и заполните карточку технопарка или возьмите таблицу, в которой он есть, и повторите",
			"%s (rows: %s): the data file has no park yet, and it is not known whose they are. Open the file in the window and fill in the park, or take a table that has it, and try again", in.t.Many, many(int64(len(in.rows)))))
}

// load returns what the file has of a type.
func (p *recordsPlanner) load(t *app.Type) []app.Record {
	recs, known := p.there[t.Key]
	if known {
		return recs
	}
	if t.Scope == app.ScopeFile || p.Park > 0 && p.Park < firstNew {
		var err error
		if recs, err = p.List(t, p.Park%firstNew); err != nil && p.err == nil {
			p.err = err
		}
	}
	p.there[t.Key] = recs
	if p.byID[t.Key] == nil {
		p.byID[t.Key] = map[int64]app.Record{}
	}
	for _, rec := range recs {
		p.byID[t.Key][rec.Header().ID] = rec
	}
	return recs
}

// titles names records, those there and those on their way.
func (p *recordsPlanner) titles(typeKey string, id int64) string {
	t := app.TypeByKey(typeKey)
	if t == nil {
		return ""
	}
	p.load(t)
	rec := p.byID[typeKey][id]
	if rec == nil {
		return ""
	}
	return t.Title(rec, p.titles)
}

// named lists what the file has of a type by what it is called.
func (p *recordsPlanner) named(typeKey string) []app.Named {
	var all []app.Named
	if t := app.TypeByKey(typeKey); t != nil {
		for _, rec := range p.load(t) {
			all = append(all, app.Named{ID: rec.Header().ID, Title: t.Title(rec, p.titles)})
		}
	}
	return all
}

// find returns the record that is called so: among those that are read, else among those there.
func (p *recordsPlanner) find(typeKey, name string) (int64, error) {
	if names := p.fresh[typeKey]; names != nil {
		if number, err := names.Find(typeKey, name); err == nil {
			return p.landed[typeKey][number].Header().ID, nil
		}
	}
	id, err := p.known.Find(typeKey, name)
	if err != nil && p.laying {
		return p.findTelling(typeKey, name, err)
	}
	return id, err
}

// plan plans the records of one type.
func (p *recordsPlanner) plan(in incoming) {
	p.laying = in.laid != nil
	m := newMatcher(p, in.t)
	if in.part {
		m.by("", Update)
	} else if in.laid != nil {
		m.by(in.laid.Match, in.laid.Existing)
	}
	if p.landed[in.t.Key] == nil {
		p.landed[in.t.Key] = map[int64]app.Record{}
	}
	files := 0
	for n, row := range in.rows {
		if p.Tell != nil && n%64 == 0 {
			if err := p.Tell(n, len(in.rows)); err != nil {
				p.err = err
				return
			}
		}
		number := row.id
		if number == 0 || p.landed[in.t.Key][number] != nil {
			number = -int64(n + 1)
		}
		rec := p.planLine(in, row, m)
		if rec != nil {
			p.landed[in.t.Key][number] = rec
		}
		files += contents(row)
	}
	switch {
	case files > 0 && in.t.Gathering:
		p.note("%s: сами файлы ответов (%d) в выгрузку не входят; если придёт ещё один ответ с другими числами, программа спросит, какой верен", "%s: the files of the answers (%d) are not part of an export; if another answer with other figures comes, the program asks which is right", in.t.Many, files)
	case files > 0:
		p.note("%s: сами файлы (%d) в выгрузку не входят, прикрепите их заново", "%s: the files themselves (%d) are not part of an export, attach them again", in.t.Many, files)
	}
	p.fresh[in.t.Key] = app.NewNames(func(string) []app.Named {
		var all []app.Named
		for _, number := range slices.Sorted(maps.Keys(p.landed[in.t.Key])) {
			all = append(all, app.Named{ID: number, Title: in.t.Title(p.landed[in.t.Key][number], p.titles)})
		}
		return all
	})
	p.adopt(in)
}

// contents counts the files that a row names.
func contents(row inRow) int {
	n := 0
	for _, c := range row.cells {
		if c.field.Content {
			n++
		}
	}
	return n
}

// adopt lets the records that follow land in the park that comes with them, when it is one.
func (p *recordsPlanner) adopt(in incoming) {
	if landed := p.landed["park"]; in.t.Key == "park" && len(landed) == 1 {
		for _, rec := range landed {
			p.Park = rec.Header().ID
		}
	}
}
