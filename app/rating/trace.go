package rating

import (
	"sync"

	"technopark/app"
	"technopark/app/formula"
)

// trace says what a term is made of. The texts of it take more time than the figures, and nobody
// looks at most of them, so they are made when somebody asks.
type trace struct {
	once  sync.Once
	parts []Part

	teller  *teller // nil where the parts are there from the first
	of      *termDef
	year    int // whose records they are
	entries []*entry
}

func (t *trace) tell() []Part {
	if t == nil {
		return nil
	}
	t.once.Do(func() {
		for _, e := range t.entries {
			t.parts = append(t.parts, t.teller.part(t.of, t.year, e))
		}
	})
	return t.parts
}

// teller tells how amounts came about, each once for all the indicators it stands in. What it tells
// by does not change any more, so that it may be asked at any time.
type teller struct {
	book *app.Book
	find func(typeKey string, id int64) app.Record

	mu   sync.Mutex
	told map[*entry]Part
}

// part says what an entry adds to its term and how that came about.
func (t *teller) part(of *termDef, year int, e *entry) Part {
	t.mu.Lock()
	defer t.mu.Unlock()
	part, known := t.told[e]
	if !known {
		part = t.newPart(of, year, e)
		t.told[e] = part
	}
	return part
}

func (t *teller) newPart(of *termDef, year int, e *entry) Part {
	key, head, amount := e.rec.Type().Key, e.rec.Header(), e.amount.Rat()
	part := Part{Type: key, ID: head.ID, Title: e.rec.Type().Title(e.rec, t.book.TitleOf), Resident: e.resident, Amount: amount, NA: e.na}
	s := newScope(app.YearPeriod(year), t.find)
	s.rec = e.rec
	part.AllNA = e.na && s.allNA(of.value)
	in := func(lang app.Lang) string {
		text := formula.WriteExact(amount, of.digits, lang)
		if of.value == nil || !of.value.outline.composite() {
			return text
		}
		return s.substituted(of.value, lang) + " = " + text
	}
	part.Text = app.L(in(app.RU), in(app.EN))
	return part
}

// allNA reports whether every cell that a value reads says «не применимо».
func (s *scope) allNA(e *expression) bool {
	if e == nil {
		return false
	}
	for _, name := range e.order {
		if v, _ := s.look(e.paths[name]); v.State != app.NotApplicable {
			return false
		}
	}
	return true
}

// substituted writes a value with the figures of the record put in.
func (s *scope) substituted(e *expression, lang app.Lang) string {
	return e.outline.write(lang, func(leaf string) string {
		if p, isField := e.paths[leaf]; isField {
			v, _ := s.look(p)
			return p.field.Exact(v, nil, lang)
		}
		n, err := s.amount(e.calls[leaf], e)
		if err != nil {
			return err.Error() // of a leaf of an amount that was computed: there is none
		}
		return formula.WriteExact(n.Rat(), 0, lang)
	})
}
