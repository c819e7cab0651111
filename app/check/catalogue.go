package check

import (
	"errors"
	"slices"

	"technopark/app"
)

// Rules that the description of the fields gives, as findings name them.
const (
	RuleValue    = "VALUE"    // a value that its field cannot hold
	RuleRequired = "REQUIRED" // a required field without a value
)

// catalogue checks one record field by field.
func (s *pass) catalogue(rec app.Record) {
	for _, f := range rec.Type().Stored() {
		v := f.Get(rec)
		var fault app.FieldError
		if err := f.Check(v); errors.As(err, &fault) {
			s.isWrong(valueLevel(f), rec, f, fault.Message)
		}
		if f.RequiredOf(rec) && f.Blank(v) {
			s.isFound(RuleRequired, missingLevel(f), rec, f,
				app.L("не заполнено поле «"+f.Label.RU+"»", "“"+f.Label.EN+"” is empty"), missingRemedy(f))
		}
	}
}

// between checks a record by the rules of its own type, such as dates in order. A date that
// is found to be impossible by itself is left out, or the other would be blamed for it.
func (s *pass) between(rec app.Record) {
	t := rec.Type()
	if t.Check == nil {
		return
	}
	s.level = Error
	sound := rec
	for _, f := range t.Stored() {
		if s.doubted(rec, f.Key) {
			if sound == rec {
				sound = app.Clone(rec)
			}
			f.Set(sound, app.Value{})
		}
	}
	for _, fault := range t.Check(sound) {
		s.isWrong(Error, rec, s.culprit(rec, sound, fault), fault.Message)
	}
}

// culprit returns the field a fault between two stands on: that of the two which a warning has
// doubted already, else the one the type names.
func (s *pass) culprit(rec, sound app.Record, fault app.FieldError) app.Field {
	t := rec.Type()
	for _, f := range t.Stored() {
		if f.Key == fault.Field || !figure(f) || s.doubts[cell{rec, f.Key}] != Warning {
			continue
		}
		without := app.Clone(sound)
		f.Set(without, app.Value{})
		if !slices.Contains(t.Check(without), fault) {
			return f
		}
	}
	f, _ := t.Field(fault.Field)
	return f
}

func (s *pass) isWrong(level Level, rec app.Record, f app.Field, message app.Text) {
	s.isFound(RuleValue, level, rec, f, message, app.L("исправьте поле «"+f.Label.RU+"»", "correct “"+f.Label.EN+"”"))
}

func (s *pass) isFound(rule string, level Level, rec app.Record, f app.Field, message, remedy app.Text) {
	found := newFinding(s.book, rec, f)
	found.Rule, found.Level, found.Message, found.Remedy = rule, level, message, remedy
	found.Left = worded(s.book, f, found.Value)
	found.Basis = basisOf(f.Key, f, found.Value)
	s.tell(found, rec)
}

// newFinding returns a finding that knows its place and not yet its fault.
func newFinding(b *app.Book, rec app.Record, f app.Field) Finding {
	t := rec.Type()
	return Finding{
		Type: t, ID: rec.Header().ID, Record: t.Title(rec, b.TitleOf),
		Field: f, Period: app.PeriodOf(rec), Value: f.Get(rec), Resident: app.ResidentOf(rec), Ask: contactOf(b, rec),
	}
}

// valueLevel: the form of a phone or a link is ours and not a state register's, and no
// figure hangs on it.
func valueLevel(f app.Field) Level {
	if f.Scheme.Contact() {
		return Warning
	}
	return Error
}

// missingLevel: a figure that a resident has not given is a matter of
// completeness, which the rating weighs; an empty line of a card is an error.
func missingLevel(f app.Field) Level {
	if f.CanNA {
		return Warning
	}
	return Error
}

func missingRemedy(f app.Field) app.Text {
	if f.CanNA {
		return app.L("запросите значение или укажите «не применимо»", "ask for the value or answer “not applicable”")
	}
	return app.L("заполните поле", "fill in the field")
}
