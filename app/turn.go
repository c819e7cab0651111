package app

import (
	"unicode"
	"unicode/utf8"
)

// Turn says what becomes of the records of a type when a new year begins.
type Turn uint8

// The turns. The zero Turn is of no type: a test asks each for one of the others.
const (
	TurnUnsaid Turn = iota
	TurnStands      // of no year: they stand as they are until something ends them
	TurnDue         // one is due for every year: the new one gets its own, empty
	TurnPast        // of the day or the year they are about, with which they stay
)

// Key returns the name of a turn in files and ids of messages.
func (t Turn) Key() string {
	switch t {
	case TurnStands:
		return "stands"
	case TurnDue:
		return "due"
	case TurnPast:
		return "past"
	}
	return "unsaid"
}

// Turning is what becomes of records when a new year begins, and why.
type Turning struct {
	How Turn // what becomes of them
	Why Text // why

	// Of records that stand: Since and Until are the keys of the dates from which and to which
	// one does, empty where no date begins or ends it; Apart is the key of the choice by which
	// they are counted apart, empty where they are counted together.
	Since, Until, Apart string
}

func standing(ru, en string) Turning { return Turning{How: TurnStands, Why: L(ru, en)} }
func due(ru, en string) Turning      { return Turning{How: TurnDue, Why: L(ru, en)} }
func past(ru, en string) Turning     { return Turning{How: TurnPast, Why: L(ru, en)} }

// between names the dates from which and to which a record stands.
func (t Turning) between(since, until string) Turning {
	t.Since, t.Until = since, until
	return t
}

// apart names the choice by which standing records are counted apart.
func (t Turning) apart(key string) Turning { t.Apart = key; return t }

// Standing is how a record stands on a day.
type Standing struct {
	Is  bool   // it stands: a contract is in force, a service is offered
	As  string // code of an option of the field Turning.Apart; «» where records are not told apart
	Why Text   // since when or until when; zero where no date says so
}

// StandingOf says how a record stands on a day. One of another company or park does not.
func StandingOf(b *Book, rec Record, day Date) Standing {
	t := rec.Type()
	switch {
	case !b.Concerns(rec):
		return Standing{}
	case t.Stands != nil:
		return t.Stands(b, rec, day)
	}
	return standsBetween(rec, day)
}

// standsBetween is how a record stands by its dates alone: what has no first day has always been
// there, and what has no last day still is.
func standsBetween(rec Record, day Date) Standing {
	turn := rec.Type().Turn
	since, first := dated(rec, turn.Since)
	until, last := dated(rec, turn.Until)
	s := Standing{Is: !since.After(day) && (until.Zero() || !until.Before(day)), Why: first}
	if !since.After(day) && !s.Is {
		s.Why = last
	}
	if f, ok := rec.Type().Field(turn.Apart); ok {
		s.As = f.Get(rec).S
	}
	return s
}

// dated returns the date of a field told by its key, and says it: «Действует по 31.12.2020».
func dated(rec Record, key string) (d Date, said Text) {
	f, _ := rec.Type().Field(key)
	if d = f.Day(rec); d.Zero() {
		return d, Text{}
	}
	return d, L(f.Label.RU+NBSP+d.String(), f.Label.EN+NBSP+d.String())
}

// Amount is what is added up of records that stand: an area, a sum of money, a rent a month.
type Amount struct {
	Key    string             // of the field it is of
	Label  Text               // «Площадь»
	Unit   Text               // «м²»
	Scale  int64              // stored units in one of Unit
	Digits int                // decimals on screens and papers
	Of     func(Record) Value // in stored units
}

// Amounts returns what is added up of the records of a type, in the order of its fields: the
// figures that have a sum in lists, and what rates make with them.
func Amounts(t *Type) []Amount {
	var all []Amount
	for _, f := range t.Stored() {
		if f.Total == TotalSum {
			all = append(all, Amount{Key: f.Key, Label: f.Label, Unit: f.Unit, Scale: f.Scale, Digits: f.Digits, Of: f.Get})
		}
		for _, r := range f.readings {
			if r.kind == readTimes {
				product := func(rec Record) Value { return r.product(f, rec) }
				all = append(all, Amount{Key: f.Key, Label: capitalised(r.label), Unit: r.unit, Scale: f.Scale, Digits: f.Digits, Of: product})
			}
		}
	}
	return all
}

// capitalised begins a text as a heading.
func capitalised(t Text) Text {
	begin := func(s string) string {
		first, size := utf8.DecodeRuneInString(s)
		return string(unicode.ToUpper(first)) + s[size:]
	}
	return L(begin(t.RU), begin(t.EN))
}
