package app

import (
	"fmt"
	"strings"
)

// How the two special states are written on screens, sheets and papers.
var (
	NotApplicableText = L("не применимо", "not applicable")
	NotProvidedText   = L("не представлено", "not provided")
	yesText           = L("да", "yes")
	noText            = L("нет", "no")
)

// Text writes the value for people, without the unit: numbers rounded to the
// field's digits, dates дд.мм.гггг, options by label. A missing value is empty;
// references are written by their ids, since a title needs the other record.
func (f Field) Text(v Value, lang Lang) string { return f.write(v, lang, f.Digits) }

// Exact writes the value like Text, but with all decimals there are.
func (f Field) Exact(v Value, lang Lang) string { return f.write(v, lang, -f.Digits-1) }

// Entry writes the value for editing: like Exact, so that leaving an entry untouched can
// never change the figure. English figures are not grouped there: Parse takes a comma for
// the decimal one, and 1,000 would become 1.
func (f Field) Entry(v Value, lang Lang) string {
	s := f.Exact(v, lang)
	if lang == EN && v.State == Given && f.Kind.Number() {
		s = strings.ReplaceAll(s, ",", "")
	}
	return s
}

func (f Field) write(v Value, lang Lang, digits int) string {
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
	case KindRef:
		return IDList([]int64{v.N})
	}
	return v.S
}

func boolText(n int64) Text {
	if n != 0 {
		return yesText
	}
	return noText
}

// Parse reads what people type, in either language. The error is a FieldError
// in the user's words; nothing is guessed and nothing is rounded.
func (f Field) Parse(text string) (Value, error) {
	s := strings.TrimSpace(text)
	switch {
	case s == "" || isPhrase(s, NotProvidedText):
		return Value{}, nil
	case isPhrase(s, NotApplicableText):
		if !f.CanNA {
			return Value{}, f.fault("здесь нужен ответ по существу: «не применимо» не принимается",
				"“not applicable” is not an answer here")
		}
		return NAValue(), nil
	}
	switch f.Kind {
	case KindCount, KindQuantity, KindMoney:
		return f.parseNumber(s)
	case KindBool:
		return f.parseBool(s)
	case KindChoice:
		return f.parseChoice(s)
	case KindDate:
		if d, ok := ParseDate(s); ok {
			return TextValue(d.ISO()), nil
		}
		return Value{}, f.fault(Quoted(s)+" — не дата; введите день, месяц и год, например 31.12.2020",
			"“"+s+"” is not a date; type day, month and year, for example 31.12.2020")
	case KindPeriod:
		if p, ok := ParsePeriod(s); ok {
			return TextValue(p.Key()), nil
		}
		return Value{}, f.fault(Quoted(s)+" — не период; введите год (2020) или квартал (2020-Q1)",
			"“"+s+"” is not a period; type a year (2020) or a quarter (2020-Q1)")
	case KindID:
		return f.parseID(s)
	case KindRef:
		if ids := IDs(s); len(ids) == 1 {
			return NumberValue(ids[0]), nil
		}
		return Value{}, f.fault("запись "+Quoted(s)+" не найдена", "record “"+s+"” was not found")
	}
	return TextValue(s), nil
}

func (f Field) parseNumber(s string) (Value, error) {
	n, ok := ParseNumber(s, f.Scale)
	switch {
	case !ok && f.Scale == 1:
		return Value{}, f.fault(Quoted(s)+" — не целое число; введите цифры, например 1 250",
			"“"+s+"” is not a whole number; type digits, for example 1250")
	case !ok:
		digits := exactDigits(1, f.Scale, 0)
		return Value{}, f.fault(
			fmt.Sprintf("%s — не число%s; введите, например, 1 250,5 (не больше %d знаков после запятой)", Quoted(s), inUnit(f.Unit.RU, " в "), digits),
			fmt.Sprintf("“%s” is not a number%s; type, for example, 1250.5 (at most %d decimals)", s, inUnit(f.Unit.EN, " in "), digits))
	case n < 0 && !f.Signed:
		return Value{}, f.fault("число не может быть отрицательным; проверьте знак",
			"the number cannot be negative; check the sign")
	}
	return NumberValue(n), nil
}

func inUnit(unit, in string) string {
	if unit == "" {
		return ""
	}
	return in + unit
}

func (f Field) parseBool(s string) (Value, error) {
	switch strings.ToLower(s) {
	case "да", "yes", "1", "+":
		return NumberValue(1), nil
	case "нет", "no", "0", "-", "−":
		return NumberValue(0), nil
	}
	return Value{}, f.fault(Quoted(s)+": ответьте «да» или «нет»", "“"+s+"”: answer yes or no")
}

func (f Field) parseChoice(s string) (Value, error) {
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

func (f Field) parseID(s string) (Value, error) {
	s = f.Scheme.Normalise(s)
	if err := f.Scheme.Check(s); err != nil {
		return Value{}, f.identifierFault(err)
	}
	return TextValue(s), nil
}

func isPhrase(s string, t Text) bool {
	return sameWords(foldYo(s), foldYo(t.RU)) || (t.EN != "" && sameWords(s, t.EN))
}

func foldYo(s string) string { return strings.NewReplacer("ё", "е", "Ё", "Е").Replace(s) }
