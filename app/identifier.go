package app

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Scheme is a kind of state identifier: its length, alphabet and check digits.
// Identifiers are text, because leading zeros are part of them.
type Scheme string

// The schemes of companies, entrepreneurs, people, territories and activities.
const (
	SchemeINN       Scheme = "inn"       // ИНН: 10 digits of an organisation, 12 of a person
	SchemeKPP       Scheme = "kpp"       // КПП: 9 characters, no check digit; entrepreneurs have none
	SchemeOGRN      Scheme = "ogrn"      // ОГРН of 13 digits, ОГРНИП of 15
	SchemeOKPO      Scheme = "okpo"      // ОКПО: 8 digits of an organisation, 10 of an entrepreneur
	SchemeOKTMO     Scheme = "oktmo"     // ОКТМО: 8 or 11 digits, no check digit
	SchemeOKVED     Scheme = "okved"     // ОКВЭД 2: class, subclass, group, type
	SchemeSNILS     Scheme = "snils"     // СНИЛС: 11 digits
	SchemeIndicator Scheme = "indicator" // code in the rating: indicator S2.1, sub-index S2, index I, place P
	SchemeEmail     Scheme = "email"     // one address or several
	SchemePhone     Scheme = "phone"     // one number or several, extensions included
	SchemeURL       Scheme = "url"       // address of a site or of a page, with http:// or without
)

var (
	kppForm   = regexp.MustCompile(`^\d{4}[\dA-Z]{2}\d{3}$`)
	okvedForm = regexp.MustCompile(`^\d{2}(\.\d{1,2}|\.\d{2}\.\d{1,2})?$`)
	codeForm  = regexp.MustCompile(`^([IP]|S\d{1,2}(\.\d{1,2})?)$`)
)

// IdentifierError says why a text is not an identifier of its scheme.
type IdentifierError struct {
	Scheme Scheme // it should be of
	Found  string // what was given, normalised
	Reason Text   // what was found, what was expected, what to do
}

// Error gives the reason in English for logs.
func (e *IdentifierError) Error() string { return e.Reason.In(EN) }

// Normalise returns the canonical form of what people type or paste: without
// spaces of any width and without invisible signs. A СНИЛС also loses its dashes,
// so 112-233-445 95 is kept as 11223344595. Digits, leading zeros and letters stay.
func (s Scheme) Normalise(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), invisible(r):
			return -1
		case s == SchemeSNILS && isDash(r):
			return -1
		}
		return r
	}, text)
}

// Check returns nil when the text, normalised, is an identifier of the scheme,
// and an *IdentifierError otherwise. The empty text is not an identifier: whether
// it may be missing is for the field to say.
func (s Scheme) Check(text string) error {
	found := s.Normalise(text)
	var reason Text
	switch s {
	case SchemeEmail, SchemePhone, SchemeURL:
		found = Clean(text)
		reason = s.contactFault(found)
	case SchemeKPP:
		if kppForm.MatchString(found) {
			break
		}
		reason = formFault(kppForm, found, L(
			"КПП — это 9 знаков: 4 цифры, затем 2 цифры или заглавные латинские буквы, затем 3 цифры, например 773643301; введено "+Quoted(found)+". Исправьте по документу",
			"a KPP is 9 characters: 4 digits, 2 digits or capital Latin letters, 3 digits, such as 773643301; found “"+found+"”. Correct it from the document"))
	case SchemeOKVED:
		reason = okvedFault(found)
	case SchemeIndicator:
		reason = formFault(codeForm, found, L(
			"код показателя пишется латинской S с номером, например S2.1; у субиндекса S2, у сводного индекса I, у места в рейтинге P; введено "+Quoted(found)+". Исправьте по методике",
			"the code of an indicator is a Latin S with a number, such as S2.1; S2 is a sub-index, I the index, P the place; found “"+found+"”. Correct it from the method"))
	default:
		reason = s.digitsFault(found)
	}
	if reason.Zero() {
		return nil
	}
	return &IdentifierError{Scheme: s, Found: found, Reason: reason}
}

// formFault is the reason, with the letter that only looks right named, when the text is
// not of the form.
func formFault(form *regexp.Regexp, found string, reason Text) Text {
	if form.MatchString(found) {
		return Text{}
	}
	if letter := russianLetter(found); !letter.Zero() {
		return L(letter.RU+"; "+reason.RU, letter.EN+"; "+reason.EN)
	}
	return reason
}

// digitsFault looks, in this order, for a sign that is not a digit, a wrong
// length, nothing but zeros and wrong check digits; the first fault is the
// one whose mending makes sense of the others.
func (s Scheme) digitsFault(found string) Text {
	name := s.name(len(found))
	if at := strings.IndexFunc(found, notDigit); at >= 0 {
		sign, _ := utf8.DecodeRuneInString(found[at:])
		place := strconv.Itoa(utf8.RuneCountInString(found[:at]) + 1)
		what := lookalikeOf(sign)
		return L(
			name.RU+" пишется только цифрами, а на месте "+place+" стоит "+Quoted(string(sign))+what.RU+". Замените цифрой по документу",
			name.EN+" is written in digits only, but character "+place+" is “"+string(sign)+"”"+what.EN+". Put the digit of the document there")
	}
	if !slices.Contains(s.lengths(), len(found)) {
		return s.lengthFault(found)
	}
	rule, checked := s.rule(len(found))
	if !checked {
		return Text{}
	}
	if strings.Trim(found, "0") == "" {
		return L(
			name.RU+" из одних нулей не бывает. Введите номер по документу или оставьте поле пустым",
			name.EN+" cannot be all zeros. Enter the number of the document or leave the field empty")
	}
	return rule.fault(name, found)
}

// lengthFault names the right lengths and, where zeros put in front make a good
// identifier, says so: spreadsheets drop leading zeros.
func (s Scheme) lengthFault(found string) Text {
	want, n := s.lengthRule(), strconv.Itoa(len(found))
	reason := L(want.RU+", введено "+n, want.EN+", found "+n)
	if whole, ok := s.restoreZeros(found); ok {
		return L(
			reason.RU+". Похоже, потеряны нули впереди: "+whole+". Проверьте по документу",
			reason.EN+". Leading zeros seem to be lost: "+whole+". Check it against the document")
	}
	return L(reason.RU+". Проверьте по документу", reason.EN+". Check it against the document")
}

// restoreZeros puts back at most the three zeros that real numbers begin with, where
// check digits tell that they were lost: without such any number would do with zeros.
func (s Scheme) restoreZeros(found string) (string, bool) {
	if len(s.rules()) == 0 {
		return "", false
	}
	for _, length := range s.lengths() {
		lost := length - len(found)
		if found == "" || lost < 1 || lost > 3 {
			continue
		}
		if whole := strings.Repeat("0", lost) + found; s.Check(whole) == nil {
			return whole, true
		}
	}
	return "", false
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

// Short returns how people call an identifier of the scheme: «ИНН»; «» for what is called otherwise.
func (s Scheme) Short() string {
	switch s {
	case SchemeINN:
		return "ИНН"
	case SchemeKPP:
		return "КПП"
	case SchemeOGRN:
		return "ОГРН"
	case SchemeOKVED:
		return "ОКВЭД"
	}
	return ""
}

// Restored returns an identifier with the zeros in front that a spreadsheet drops from numbers, where
// its check digits prove that just these were lost.
func (s Scheme) Restored(text string) (string, bool) { return s.restoreZeros(s.Normalise(text)) }
