package rating

import (
	"fmt"
	"strconv"
	"strings"

	"technopark/app"
)

// missing collects what an indicator lacks, each record once with all its cells.
type missing struct {
	book  *app.Book
	lacks []*lack
	byKey map[lackKey]*lack
}

type lackKey struct {
	typeKey  string
	id       int64
	resident int64
	year     int
	item     string
}

// lack is a record that is not there, or cells of one that is.
type lack struct {
	key    lackKey
	title  app.Text
	item   app.Text
	absent app.Text // how the absence of the record is said; zero when it is there
	fields []*app.Field
}

func newMissing(b *app.Book) *missing {
	return &missing{book: b, byKey: map[lackKey]*lack{}}
}

func (m *missing) at(key lackKey, title app.Text) *lack {
	known, ok := m.byKey[key]
	if !ok {
		known = &lack{key: key, title: title}
		m.byKey[key], m.lacks = known, append(m.lacks, known)
	}
	return known
}

func (l *lack) add(fields ...*app.Field) {
	for _, f := range fields {
		if !has(l.fields, f) {
			l.fields = append(l.fields, f)
		}
	}
}

// report notes that a resident, or the park when resident is 0, gave no report.
func (m *missing) report(def *termDef, resident int64, year int) {
	title := def.of.One
	if rec := m.book.Get("resident", resident); rec != nil {
		title = m.titleOf(rec)
	}
	l := m.at(lackKey{typeKey: def.of.Key, resident: resident, year: year}, title)
	l.absent = app.L(fmt.Sprintf("нет отчёта за %d год", year), fmt.Sprintf("no report for %d", year))
	l.add(def.cells()...)
}

// cells notes cells that were not provided.
func (m *missing) cells(gaps []gap, resident int64) {
	for _, g := range gaps {
		t := g.rec.Type()
		key := lackKey{typeKey: t.Key, id: g.rec.Header().ID, resident: resident}
		m.at(key, m.titleOf(g.rec)).add(g.field)
	}
}

// titleOf names a record; one that is called by its year alone is named with its type.
func (m *missing) titleOf(rec app.Record) app.Text {
	t := rec.Type()
	in := func(lang app.Lang) string {
		title := t.TitleIn(lang, rec, m.book.TitlesIn(lang))
		if p := app.PeriodOf(rec); title == p.In(lang) {
			return t.One.In(lang) + ", " + title
		}
		return title
	}
	return app.L(in(app.RU), in(app.EN))
}

// item notes an item of a check-list nobody has answered: a record of the type is lacking, in
// which the fields would say it.
func (m *missing) item(of *app.Type, fields []*app.Field, option app.Option, year int) {
	l := m.at(lackKey{typeKey: of.Key, item: option.Code}, option.Label)
	l.item = option.Label
	l.absent = app.L("нет ответа", "no answer")
	if of.Period != "" {
		l.absent = app.L(fmt.Sprintf("нет сведений за %d год", year), fmt.Sprintf("nothing recorded for %d", year))
	}
	l.add(fields...)
}

// take adds what another collection holds.
func (m *missing) take(other *missing) {
	for _, l := range other.lacks {
		known := m.at(l.key, l.title)
		known.absent, known.item = l.absent, l.item
		known.add(l.fields...)
	}
}

// list returns what is missing in the words of the user.
func (m *missing) list() []Missing {
	out := make([]Missing, len(m.lacks))
	for i, l := range m.lacks {
		out[i] = Missing{Type: l.key.typeKey, ID: l.key.id, Resident: l.key.resident, Year: l.key.year, Title: l.title.RU, Item: l.item, Words: l.words()}
		for _, f := range l.fields {
			out[i].Fields = append(out[i].Fields, f.Key)
		}
	}
	return out
}

// mostNamed is how many records the reason of an indicator names; the list has all.
const mostNamed = 3

// brief names the first records that lack something, and what: for a sentence.
func (m *missing) brief(lang app.Lang) string {
	var parts []string
	for i, l := range m.lacks {
		if i == mostNamed {
			rest := strconv.Itoa(len(m.lacks) - mostNamed)
			return strings.Join(append(parts, app.L("и ещё "+rest, "and "+rest+" more").In(lang)), "; ")
		}
		parts = append(parts, l.title.In(lang)+" — "+l.words().In(lang))
	}
	return strings.Join(parts, "; ")
}

func (l *lack) words() app.Text {
	if !l.absent.Zero() {
		return l.absent
	}
	in := func(lang app.Lang) string {
		labels := make([]string, len(l.fields))
		for i, f := range l.fields {
			labels[i] = app.L(app.Quoted(f.Label.RU), "“"+f.Label.EN+"”").In(lang)
		}
		return app.NotProvidedText.In(lang) + ": " + strings.Join(labels, ", ")
	}
	return app.L(in(app.RU), in(app.EN))
}
