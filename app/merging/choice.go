package merging

import (
	"cmp"
	"unicode/utf8"

	"technopark/app"
)

// Side is one of the two records that become one.
type Side uint8

// The sides; Open is where somebody has to say which.
const (
	Open   Side = iota
	OfKept      // what the record has that stays
	OfGone      // what the record has that goes
)

// Key returns the name of a side on the command line and in JSON; «» while it is open.
func (s Side) Key() string {
	switch s {
	case OfKept:
		return "keep"
	case OfGone:
		return "drop"
	case Open:
	}
	return ""
}

// Reason is why a value stays.
type Reason uint8

// The reasons.
const (
	Equal  Reason = iota // both have it
	Only                 // the other has none
	Fuller               // the same name, written out more fully
	Kept                 // the record has it that stays
	Later                // its record was changed later
	Bound                // it goes with the file of its record
	Chosen               // somebody said so
	Asked                // it was not said yet
)

// In says the reason.
func (r Reason) In(lang app.Lang) string {
	return [...]app.Text{
		Equal:  app.L("одинаково", "the same"),
		Only:   app.L("есть только здесь", "only here"),
		Fuller: app.L("то же название, записано полнее", "the same name, written more fully"),
		Kept:   app.L("из записи, которая остаётся", "of the record that stays"),
		Later:  app.L("запись изменена позже", "the record was changed later"),
		Bound:  app.L("вместе с файлом", "together with the file"),
		Chosen: app.L("выбрано", "chosen"),
		Asked:  app.L("значения разные: выберите", "the values differ: choose"),
	}[r].In(lang)
}

// Line is what becomes of one field.
type Line struct {
	Field      app.Field // stored
	Kept, Gone app.Value // as the two records have it, references redirected
	Take       Side      // whose value stays
	Why        Reason    // it does
}

// Value returns what stays; that of the record that stays while it is open.
func (l Line) Value() app.Value {
	if l.Take == OfGone {
		return l.Gone
	}
	return l.Kept
}

// Differs reports whether both records say something and not the same.
func (l Line) Differs() bool { return l.Kept != l.Gone && !l.Kept.Empty() && !l.Gone.Empty() }

// Pair is two records of one type that become one.
type Pair struct {
	Kept, Gone app.Record // as they are in the file
	Lines      []Line     // of the fields of which one of them says something, in the order of forms
	Whole      bool       // all of it comes of one record: its fields speak of each other
}

// newPair compares two records, given as they are and as they are once their references are
// redirected.
func newPair(kept, gone, keptIs, goneIs app.Record) *Pair {
	t := kept.Type()
	p := &Pair{Kept: kept, Gone: gone, Whole: t.Aside}
	for _, f := range t.Stored() {
		v, w := f.Get(keptIs), f.Get(goneIs)
		if v.Empty() && w.Empty() {
			continue
		}
		l := Line{Field: f, Kept: v, Gone: w, Take: OfKept}
		l.Take, l.Why = proposed(f, v, w)
		p.Lines = append(p.Lines, l)
	}
	if p.Whole {
		p.takeWhole(laterOf(kept, gone), Later)
	}
	p.bind()
	return p
}

// proposed returns whose value of a field stays, and why. What enters a figure of the rating, and
// what the state knows an organisation by, nobody but the user can choose.
func proposed(f app.Field, kept, gone app.Value) (Side, Reason) {
	switch {
	case kept == gone:
		return OfKept, Equal
	case f.Blank(gone):
		return OfKept, Only
	case f.Blank(kept):
		return OfGone, Only
	case f.Kind == app.KindText && f.Scheme == "" && f.Alike(kept, gone):
		return fuller(kept.S, gone.S), Fuller
	case f.Kind.Numeric() && !f.Fixed, f.Kind == app.KindDate, f.Kind == app.KindPeriod, f.Telling && f.Scheme != "":
		return Open, Asked
	}
	return OfKept, Kept
}

// fuller returns which of two ways of writing a name says more: the legal form, then more letters.
func fuller(kept, gone string) Side {
	switch has := app.HasLegalForm(kept); {
	case has != app.HasLegalForm(gone) && has, has == app.HasLegalForm(gone) && utf8.RuneCountInString(kept) >= utf8.RuneCountInString(gone):
		return OfKept
	}
	return OfGone
}

// laterOf returns which of two records was changed last.
func laterOf(kept, gone app.Record) Side {
	if cmp.Or(gone.Header().Changed.Compare(kept.Header().Changed), -1) > 0 {
		return OfGone
	}
	return OfKept
}

// takeWhole takes from one record all in which they differ; what one has not, only where all of it
// is to come of one.
func (p *Pair) takeWhole(side Side, why Reason) {
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Differs() || p.Whole && l.Kept != l.Gone {
			l.Take, l.Why = side, why
		}
	}
}

// bind lets what the program wrote of a kept file follow the file.
func (p *Pair) bind() {
	file := OfKept
	bound := false
	for _, l := range p.Lines {
		if l.Field.Content {
			file, bound = l.Take, true
		}
	}
	for i := range p.Lines {
		if l := &p.Lines[i]; bound && l.Field.Fixed && !l.Field.Content && l.Kept != l.Gone {
			l.Take, l.Why = file, Bound
		}
	}
}

// line returns what becomes of a field; nil where neither record says something.
func (p *Pair) line(key string) *Line {
	for i := range p.Lines {
		if p.Lines[i].Field.Key == key {
			return &p.Lines[i]
		}
	}
	return nil
}

// decide takes a field, or with «» all that differs, from a side; false where there is nothing to
// choose.
func (p *Pair) decide(key string, side Side) bool {
	if key == "" || p.Whole {
		if key != "" && p.line(key) == nil {
			return false
		}
		p.takeWhole(side, Chosen)
		p.bind()
		return true
	}
	l := p.line(key)
	if l == nil || l.Kept == l.Gone {
		return l != nil
	}
	if l.Field.Fixed && !l.Field.Content {
		return false // it follows the file
	}
	l.Take, l.Why = side, Chosen
	p.bind()
	return true
}

// merged returns the record that comes of the two. keptIs is the one that stays, its references
// redirected.
func (p *Pair) merged(keptIs app.Record) app.Record {
	is := app.Clone(keptIs)
	for _, l := range p.Lines {
		l.Field.Set(is, l.Value())
	}
	return is
}

// open returns the fields of which it is still to be said whose value stays.
func (p *Pair) open() []app.Field {
	var all []app.Field
	for _, l := range p.Lines {
		if l.Take == Open {
			all = append(all, l.Field)
		}
	}
	return all
}
