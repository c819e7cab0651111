package app

import (
	"strings"
	"unicode/utf8"
)

// Finder returns the id of the record that people name so. Its error, a *NameError, says
// what was found instead of one record; see Names.
type Finder func(typeKey, name string) (int64, error)

// Read reads what people type or paste, in either language; it is the way back from what
// Words writes. References are found by their names; a field that is none needs no
// finder. The error is a FieldError in the user's words: what was found, what was
// expected. Nothing is guessed and nothing is rounded.
func (f Field) Read(text string, find Finder) (Value, error) {
	s := Clean(text)
	switch {
	case !utf8.ValidString(text):
		return Value{}, f.notText()
	case s == "" || isPhrase(s, NotProvidedText):
		return Value{}, nil
	case isPhrase(s, NotApplicableText), f.CanNA && isShortNA(s):
		if !f.CanNA {
			return Value{}, f.fault("здесь нужен ответ по существу: «не применимо» не принимается",
				"“not applicable” is not an answer here")
		}
		return NAValue(), nil
	}
	switch f.Kind {
	case KindCount, KindQuantity, KindMoney:
		return f.readNumber(text)
	case KindBool:
		return f.readBool(s)
	case KindChoice:
		return f.readChoice(s)
	case KindDate:
		return f.readDate(s)
	case KindPeriod:
		return f.readPeriod(s)
	case KindID:
		return f.readScheme(f.Scheme.Normalise(s))
	case KindRef:
		id, err := f.find(s, find)
		if err != nil {
			return Value{}, err
		}
		return NumberValue(id), nil
	case KindRefs:
		return f.readRefs(s, find)
	case KindNote:
		return TextValue(CleanNote(text)), nil
	case KindText:
		if f.Scheme != "" {
			return f.readScheme(s)
		}
	}
	return TextValue(s), nil
}

// isShortNA knows how people abbreviate «не применимо».
func isShortNA(s string) bool {
	switch strings.ToLower(strings.ReplaceAll(s, " ", "")) {
	case "н/п", "нп", "н.п.", "n/a":
		return true
	}
	return false
}

func (f Field) readBool(s string) (Value, error) {
	switch {
	case isPhrase(s, yesText), s == "1", s == "+":
		return NumberValue(1), nil
	case isPhrase(s, noText), s == "0", Fold(s) == "-":
		return NumberValue(0), nil
	}
	return Value{}, f.fault(Quoted(s)+": ответьте «да» или «нет»", "“"+s+"”: answer yes or no")
}

func (f Field) readChoice(s string) (Value, error) {
	labels := make([]string, len(f.Options))
	for i, o := range f.Options {
		if s == o.Code || isPhrase(s, o.Label) {
			return TextValue(o.Code), nil
		}
		labels[i] = o.Label.RU
	}
	return Value{}, f.fault(Quoted(s)+" нет в списке; выберите: "+strings.Join(labels, ", "),
		"“"+s+"” is not in the list")
}

func (f Field) readDate(s string) (Value, error) {
	d, fault := readDate(s)
	if !fault.Zero() {
		return Value{}, f.fault(Quoted(s)+" — "+fault.RU, "“"+s+"” "+fault.EN)
	}
	return TextValue(d.ISO()), nil
}

func (f Field) readPeriod(s string) (Value, error) {
	if p, ok := ParsePeriod(s); ok {
		return TextValue(p.Key()), nil
	}
	return Value{}, f.fault(Quoted(s)+" — не период; введите год (2020) или квартал (I квартал 2020)",
		"“"+s+"” is not a period; type a year (2020) or a quarter (Q1 2020)")
}

func (f Field) readScheme(s string) (Value, error) {
	if err := f.Scheme.Check(s); err != nil {
		return Value{}, f.identifierFault(err)
	}
	return TextValue(s), nil
}

func (f Field) find(name string, find Finder) (int64, error) {
	if find == nil {
		find = NewNames(nil).Find
	}
	id, err := find(f.Ref, name)
	if err != nil {
		return 0, f.nameFault(err)
	}
	return id, nil
}

// readRefs takes the longest runs that name a record, since a title may itself hold the
// mark that parts titles.
func (f Field) readRefs(s string, find Finder) (Value, error) {
	parts := NameList(s)
	ids := make([]int64, 0, len(parts))
	for len(parts) > 0 {
		id, used, err := f.findFirst(parts, find)
		if err != nil {
			return Value{}, err
		}
		ids, parts = append(ids, id), parts[used:]
	}
	return TextValue(IDList(sortedSet(ids))), nil
}

// mostParts bounds how many parts of a list are tried as one title: each is looked for.
const mostParts = 12

// findFirst returns the record that the beginning of a list names and how many parts of
// the list its name takes.
func (f Field) findFirst(parts []string, find Finder) (id int64, used int, err error) {
	for used = min(len(parts), mostParts); used > 0; used-- {
		if id, err = f.find(strings.Join(parts[:used], betweenNames+" "), find); err == nil {
			return id, used, nil
		}
	}
	return 0, 0, err
}

// NameList parts a text that names several records.
func NameList(text string) []string {
	var parts []string
	for _, part := range strings.Split(text, betweenNames) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// isPhrase reports whether the text says the phrase in one of the two languages. Most texts begin
// otherwise, and need not be folded to be told apart.
func isPhrase(s string, t Text) bool {
	return beginsAs(s, t.RU) && Fold(s) == Fold(t.RU) || t.EN != "" && beginsAs(s, t.EN) && Fold(s) == Fold(t.EN)
}

// beginsAs reports whether two texts begin with one letter, folded.
func beginsAs(a, b string) bool { return firstFolded(a) == firstFolded(b) }

// firstFolded returns the first letter of a folded text.
func firstFolded(s string) rune {
	for _, r := range s {
		if r = foldRune(r); r > ' ' {
			return r
		}
	}
	return 0
}
