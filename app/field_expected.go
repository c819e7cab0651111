package app

import "strings"

// Expected says what is to be written for the field, for those whose cell could not be read: «дата дд.мм.гггг».
func (f Field) Expected() Text {
	var want Text
	switch {
	case f.Kind == KindChoice:
		var ru, en []string
		for _, o := range f.Options {
			ru, en = append(ru, o.Label.RU), append(en, o.Label.In(EN))
		}
		want = L("одно из: "+strings.Join(ru, ", "), "one of: "+strings.Join(en, ", "))
	case f.Kind == KindBool:
		want = L("«да» или «нет»", "yes or no")
	case f.Kind == KindDate:
		want = L("дата дд.мм.гггг", "a date, дд.мм.гггг")
	case f.Kind == KindPeriod:
		want = L("год, например 2020, или квартал: I квартал 2020", "a year such as 2020, or a quarter: Q1 2020")
	case f.Kind.Number() && f.Scale == 1:
		want = L("целое число", "a whole number")
	case f.Kind.Number():
		want = L("число", "a number")
	default:
		want = L("«"+f.Label.RU+"»", "“"+f.Label.In(EN)+"”")
	}
	if f.Kind.Number() && !f.Unit.Zero() {
		want = L(want.RU+", "+f.Unit.RU, want.EN+", "+f.Unit.In(EN))
	}
	if f.CanNA {
		want = L(want.RU+" или «н/п»", want.EN+" or “n/a”")
	}
	return want
}
