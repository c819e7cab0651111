package app

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// MostText is how many bytes a text of a record may have: enough for a book, and little enough
// for a list of them.
const MostText = 4 << 20

// Check returns what is wrong with a value by the description of the field
// alone: its identifier's check digits, an unknown option, a forbidden sign.
// A missing value is not a fault here; see Field.Required.
func (f Field) Check(v Value) error {
	if v.State == NotApplicable && !f.CanNA {
		return f.fault("здесь «не применимо» не принимается", "“not applicable” is not an answer here")
	}
	if v.State != Given || f.Derived {
		return nil
	}
	if !utf8.ValidString(v.S) { // the journal is JSON, which would write other signs
		return f.notText()
	}
	if len(v.S) > MostText {
		return f.fault("текст длиннее, чем можно сохранить: сократите его или приложите файлом", "the text is longer than can be kept: shorten it or attach it as a file")
	}
	switch f.Kind {
	case KindID, KindText:
		if f.Scheme == "" {
			break
		}
		if err := f.Scheme.Check(v.S); err != nil {
			return f.identifierFault(err)
		}
	case KindChoice:
		if _, ok := f.Option(v.S); !ok {
			return f.fault(Quoted(v.S)+" нет в списке ответов", "“"+v.S+"” is not one of the answers")
		}
	case KindCount, KindQuantity, KindMoney:
		if v.N < 0 && !f.Signed {
			return f.fault("число не может быть отрицательным; проверьте знак", "the number cannot be negative; check the sign")
		}
	}
	return nil
}

// Blank reports whether there is no value: none at all, or a text in which nothing can be
// seen, as earlier versions of the program kept it.
func (f Field) Blank(v Value) bool {
	if v.Empty() {
		return true
	}
	return v.S != "" && utf8.ValidString(v.S) && strings.IndexFunc(v.S, visible) < 0
}

func (f Field) notText() FieldError {
	return f.fault("в тексте есть знаки, которые нельзя сохранить; наберите его заново", "the text has signs that cannot be kept; type it anew")
}

func (f Field) fault(ru, en string) FieldError { return FieldError{f.Key, L(ru, en)} }

func (f Field) identifierFault(err error) FieldError {
	var bad *IdentifierError
	if errors.As(err, &bad) {
		return FieldError{f.Key, bad.Reason}
	}
	return f.fault(err.Error(), err.Error())
}

// Validate returns everything wrong with the record by its field descriptions
// and by its type's own rules; missing essential fields are faults.
func Validate(rec Record) FieldErrors { return ValidateEdit(nil, rec) }

// ValidateEdit is Validate for a record that was kept as was: a value that did not change
// is no fault of the edit, even when an earlier version of the program took what this one
// would not. The type's own rules and what is missing are judged anew.
func ValidateEdit(was, rec Record) FieldErrors {
	t := rec.Type()
	var faults FieldErrors
	for i := range t.Fields {
		f := &t.Fields[i]
		v := f.Get(rec)
		if f.Essential && f.Blank(v) {
			faults = append(faults, f.fault("заполните поле «"+f.Label.RU+"»: без него запись не сохраняется",
				"fill in “"+f.Label.In(EN)+"”: the record cannot be kept without it"))
			continue
		}
		if was != nil && f.Get(was) == v {
			continue
		}
		var fault FieldError
		if err := f.Check(v); errors.As(err, &fault) {
			faults = append(faults, fault)
		}
	}
	if t.Check != nil {
		faults = append(faults, t.Check(rec)...)
	}
	return faults
}
