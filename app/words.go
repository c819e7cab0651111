package app

import (
	"strconv"
	"strings"
)

// How the two special states are written on screens, sheets and papers.
var (
	NotApplicableText = L("не применимо", "not applicable")
	NotProvidedText   = L("не представлено", "not provided")
	yesText           = L("да", "yes")
	noText            = L("нет", "no")
)

// Words writes a value for people, without the unit: numbers rounded to the field's
// digits, dates дд.мм.гггг, options by label, references by the titles of their records,
// «№ 12» where there is none. A missing value is empty. What is no reference needs no
// titles: nil will do. See Read, which is the way back.
func (f Field) Words(v Value, titles Titles, lang Lang) string {
	return f.write(v, titles, lang, f.Digits)
}

// Exact writes the value like Words, but with all decimals there are, since a change may
// be in the last of them.
func (f Field) Exact(v Value, titles Titles, lang Lang) string {
	return f.write(v, titles, lang, -f.Digits-1)
}

// Entry writes the value for editing: like Exact, so that leaving an entry untouched can
// never change the figure. English figures are not grouped there: Read takes a comma for
// the decimal one, and 1,000 would become 1.
func (f Field) Entry(v Value, titles Titles, lang Lang) string {
	s := f.Exact(v, titles, lang)
	if lang == EN && v.State == Given && f.Kind.Number() {
		s = strings.ReplaceAll(s, ",", "")
	}
	return s
}

func (f Field) write(v Value, titles Titles, lang Lang, digits int) string {
	switch {
	case v.State == NotApplicable:
		return NotApplicableText.In(lang)
	case v.State == NotProvided:
		return ""
	}
	switch f.Kind {
	case KindCount, KindQuantity, KindMoney:
		return FormatNumber(v.N, f.Scale, digits, lang)
	case KindBool:
		return boolText(v.N).In(lang)
	case KindChoice:
		if o, ok := f.Option(v.S); ok {
			return o.Label.In(lang)
		}
	case KindDate:
		if d, err := ParseISODate(v.S); err == nil {
			return d.String()
		}
	case KindPeriod:
		p, _ := ParsePeriod(v.S)
		return p.In(lang)
	case KindRef, KindRefs:
		return f.nameAll(f.IDs(v), titles)
	}
	return v.S
}

func boolText(n int64) Text {
	if n != 0 {
		return yesText
	}
	return noText
}

// betweenNames parts the records that one field refers to.
const betweenNames = ";"

func (f Field) nameAll(ids []int64, titles Titles) string {
	named := make([]string, len(ids))
	for i, id := range ids {
		if titles != nil {
			named[i] = titles(f.Ref, id)
		}
		if named[i] == "" {
			named[i] = numbered(id)
		}
	}
	return strings.Join(named, betweenNames+" ")
}

// numbered is what a record without a title is called.
func numbered(id int64) string { return "№" + NBSP + strconv.FormatInt(id, 10) }

// IDs returns the records that a value of the field refers to, none when it is no reference.
func (f Field) IDs(v Value) []int64 {
	switch {
	case v.State != Given:
	case f.Kind == KindRef:
		return []int64{v.N}
	case f.Kind == KindRefs:
		return IDs(v.S)
	}
	return nil
}
