package questionnaire

import (
	"cmp"
	"slices"

	"technopark/app"
)

// Rows of a table: so many at least, so many left empty when records are known, and never
// more, for a questionnaire is one page.
const (
	fewestRows = 5
	spareRows  = 3
	mostRows   = 8
)

// Maker makes the questionnaires of one period. It looks through the records once, however many
// residents are asked.
type Maker struct {
	book    *app.Book
	asking  Asking
	before  app.Period
	types   []*app.Type              // of which something is asked
	records map[holding][]app.Record // of either period, in the order of ids
}

// holding is whose records of a type there are, and of which period.
type holding struct {
	typeKey  string
	resident int64
	before   bool
}

// Over returns what makes the questionnaires of the park for a period.
func Over(b *app.Book, a Asking) *Maker {
	a.Lang = cmp.Or(a.Lang, app.RU)
	m := &Maker{book: b, asking: a, before: a.Period, records: map[holding][]app.Record{}}
	m.before.Year--
	for _, t := range app.Types() {
		if len(asked(t, a.Period)) == 0 {
			continue
		}
		m.types = append(m.types, t)
		for _, rec := range b.Of(t.Key) {
			if of := app.ResidentOf(rec); within(t, rec, a.Period) {
				m.add(holding{t.Key, of, false}, rec)
			} else if within(t, rec, m.before) {
				m.add(holding{t.Key, of, true}, rec)
			}
		}
	}
	return m
}

func (m *Maker) add(h holding, rec app.Record) { m.records[h] = append(m.records[h], rec) }

// within reports whether a record is of a period: its report, or of one of its days.
func within(t *app.Type, rec app.Record, p app.Period) bool {
	f, ok := t.Field(t.Period)
	switch {
	case !ok:
		return false
	case t.Report:
		return app.PeriodOf(rec) == p
	}
	return p.Contains(f.Day(rec))
}

// New returns what a resident of the park is asked for a period.
func New(b *app.Book, resident *app.Resident, a Asking) *Form { return Over(b, a).Form(resident) }

// Form returns what a resident is asked.
func (m *Maker) Form(resident *app.Resident) *Form {
	b, a := m.book, m.asking
	f := &Form{
		Park: b.Park, Company: b.Company, Resident: resident,
		Period: a.Period, Before: m.before, Due: a.Due, Lang: a.Lang, Contact: contactOf(b), Logo: a.Logo,
	}
	for _, t := range m.types {
		f.Sections = append(f.Sections, m.sections(t, resident)...)
	}
	f.Identity = Identity{
		Form: Version, Park: b.Park.Name, Resident: resident.Name, INN: resident.INN, ResidentID: resident.ID,
		Period: a.Period, Profile: a.Profile, Lang: f.Lang,
	}
	if b.Company != nil {
		f.Identity.ParkINN = b.Company.INN
	}
	f.Identity.Check = f.Identity.sum(f.Keys())
	return f
}

// asked returns the fields of a type that residents are asked for in a period.
func asked(t *app.Type, p app.Period) []app.Field {
	return slices.DeleteFunc(slices.Clone(t.Fields), func(f app.Field) bool { return !f.AskedFor(p) })
}

// sections asks for fields of a type: of the resident itself, of its report of the period,
// else of its records of the period.
func (m *Maker) sections(t *app.Type, resident *app.Resident) []Section {
	known := m.records[holding{t.Key, resident.ID, false}]
	switch {
	case t == resident.Type():
		return single(t, m.asking.Period, resident, nil)
	case t.Report:
		return single(t, m.asking.Period, first(known), first(m.records[holding{t.Key, resident.ID, true}]))
	}
	return []Section{{Title: t.Many, Table: rows(t, m.asking.Period, known)}}
}

// first returns the only report of a period, nil when there is none.
func first(recs []app.Record) app.Record {
	if len(recs) == 0 {
		return nil
	}
	return recs[0]
}

// single makes a section of each run of fields with one heading.
func single(t *app.Type, p app.Period, now, last app.Record) []Section {
	var all []Section
	for _, field := range asked(t, p) {
		if len(all) == 0 || all[len(all)-1].Title != field.Section {
			all = append(all, Section{Title: field.Section})
		}
		item := Item{Record: t.Key, Field: field}
		if now != nil {
			item.Now = field.Get(now)
		}
		if last != nil {
			item.Last = field.Get(last)
		}
		s := &all[len(all)-1]
		s.Items = append(s.Items, item)
	}
	return all
}

// rows puts known records into a table in the order of days, the latest when not all have
// room, and leaves empty rows for others.
func rows(typ *app.Type, p app.Period, known []app.Record) *Table {
	t := &Table{Type: typ, Fields: asked(typ, p)}
	if f, ok := typ.Field(typ.Period); ok {
		known = slices.Clone(known)
		slices.SortStableFunc(known, func(x, y app.Record) int { return f.Day(x).Days() - f.Day(y).Days() })
	}
	if over := len(known) - mostRows; over > 0 {
		t.More, known = over, known[over:]
	}
	for i := range min(mostRows, max(fewestRows, len(known)+spareRows)) {
		row := Row{Type: typ.Key, Number: i + 1}
		if i < len(known) {
			row.ID = known[i].Header().ID
		}
		for _, field := range t.Fields {
			item := Item{Record: row.Type, Row: row.Number, Field: field}
			if i < len(known) {
				item.Now = field.Get(known[i])
			}
			row.Items = append(row.Items, item)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// contactOf returns whom answers go to: who prepares the papers and signs the letters, else the
// company's contact.
func contactOf(b *app.Book) Contact {
	c := b.Company
	if c == nil {
		return Contact{}
	}
	to := Contact{Phone: c.Phone, Email: c.Email}
	for _, id := range []int64{c.Performer, c.Contact} {
		if p := app.Find[app.Person](b, "person", id); p != nil {
			to.Name, to.Position = p.FullName, p.Position
			to.Phone, to.Email = cmp.Or(p.Phone, to.Phone), cmp.Or(p.Email, to.Email)
			break
		}
	}
	return to
}

// sorted returns a copy in the order of letters.
func sorted(keys []string) []string {
	keys = slices.Clone(keys)
	slices.Sort(keys)
	return keys
}
