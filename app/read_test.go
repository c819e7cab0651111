package app

import (
	"errors"
	"strings"
	"testing"
)

// reads checks what a field makes of texts.
func reads(t *testing.T, f Field, want map[string]Value) {
	t.Helper()
	for text, v := range want {
		if got, err := f.Read(text, nil); err != nil || got != v {
			t.Errorf("%s: %q was read as %+v, %v; want %+v", f.Key, text, got, err, v)
		}
	}
}

// refuses checks that the message about a text says what it should, in both languages.
func refuses(t *testing.T, f Field, says map[string]string) {
	t.Helper()
	for text, part := range says {
		v, err := f.Read(text, nil)
		var fault FieldError
		if !errors.As(err, &fault) || fault.Field != f.Key || fault.Message.EN == "" || !strings.Contains(fault.Message.RU, part) {
			t.Errorf("%s: %q was read as %+v, %v; want %q", f.Key, text, v, err, part)
		}
	}
}

func TestReadCleansText(t *testing.T) {
	name := fieldOf(t, residentType, "name")
	reads(t, name, map[string]Value{
		"\ufeff  ООО\t«Аль\u200bфа»\r\n": TextValue("ООО «Альфа»"),
		"И\u0306од":       TextValue("Йод"),
		" \u00a0\u200b\t": {},
	})
	reads(t, fieldOf(t, serviceType, "note"), map[string]Value{
		" первая \r\n\r\n вторая\u200b ": TextValue("первая\n\nвторая"),
		"\n \n\u200e": {},
	})
	refuses(t, name, map[string]string{"\xd0льфа": "нельзя сохранить"})
}

func TestReadNumberWithUnit(t *testing.T) {
	money := fieldOf(t, residentReportType, "revenue")
	sum := NumberValue(123_450_000)
	for _, text := range []string{
		"1 234,5", "1\u00a0234,5 тыс. руб.", "1234.5 тыс.руб.", "1234,5тыс руб", "1 234,5 ТЫС. РУБЛЕЙ", "1234,5 т.р.", "1234,5 тыс. ₽",
		"1\u2003234,5", "1\u3000234,5", "1\u205f234,5\u200b", "\u200e1234,5", "1234.5 thousand RUB", "=1000+234,5", "=(1 000 + 234,5) тыс. руб.",
	} {
		reads(t, money, map[string]Value{text: sum})
	}
	refuses(t, money, map[string]string{
		"5 руб.":       "здесь единица — «тыс. руб.», а введено «руб.»",
		"5 млн":        "а введено «млн»",
		"5 млн руб.":   "а введено «млн руб.»",
		"5 тыс.":       "а введено «тыс.»",
		"5 %":          "а введено «%»",
		"5 тыс. долл.": "а введено «тыс. долл.»",
		"около 5":      "не число в тыс. руб.",
		"руб.":         "не число",
		"12 5":         "не число",
		"100\t200":     "не число",
		"100\n200":     "не число",
		"1,234.5":      "не число",
		"0,000001":     "не больше 5 знаков",
	})
	people := fieldOf(t, residentReportType, "headcount")
	reads(t, people, map[string]Value{"12 чел.": NumberValue(12), "1 012 человек": NumberValue(1012), "12чел": NumberValue(12), "12 people": NumberValue(12)})
	refuses(t, people, map[string]string{
		"1,000": "не целое число", "12 ед.": "здесь единица — «чел.»", "5 тыс. чел.": "а введено «тыс. чел.»", "−5": "отрицательным", "12,5 чел.": "не целое",
	})
	area := fieldOf(t, roomType, "area")
	for _, text := range []string{"100 м²", "100 м2", "100 m2", "100 m²", "100 кв. м", "100 кв.м.", "100 sq. m"} {
		reads(t, area, map[string]Value{text: NumberValue(100_000)})
	}
	refuses(t, area, map[string]string{"1 га": "«м²», а введено «га»", "100 м": "а введено «м»", "100 м³": "а введено «м³»"})
	pay := fieldOf(t, jobType, "pay")
	reads(t, pay, map[string]Value{"50 000 руб.": NumberValue(5_000_000), "50000 руб. в мес.": NumberValue(5_000_000), "50000₽": NumberValue(5_000_000)})
	refuses(t, pay, map[string]string{"50 тыс. руб.": "а введено «тыс. руб.»", "600000 руб. в год": "а введено «руб. в год»"})
	refuses(t, fieldOf(t, referenceType, "value"), map[string]string{"5 %": "единица"})
}

// Of every field with a unit: the unit as it stands in the catalogue is read, in both
// languages, and that of another size is refused.
func TestEveryUnitIsItsFieldsOwn(t *testing.T) {
	for _, typ := range Types() {
		for _, f := range typ.Fields {
			if !f.Kind.Number() || f.Unit.Zero() {
				continue
			}
			for _, unit := range []string{f.Unit.RU, f.Unit.EN} {
				reads(t, f, map[string]Value{"7 " + unit: NumberValue(7 * f.Scale), "7" + strings.ReplaceAll(unit, " ", NBSP): NumberValue(7 * f.Scale)})
			}
			for _, unit := range []string{"млн", "млн руб.", "тыс.", "кВт", "фунтов"} {
				if v, err := f.Read("7 "+unit, nil); err == nil {
					t.Errorf("%s.%s: 7 %s was read as %+v", typ.Key, f.Key, unit, v)
				}
			}
		}
	}
}

func TestReadReckons(t *testing.T) {
	people := fieldOf(t, residentReportType, "headcount")
	reads(t, people, map[string]Value{
		"=100+200": NumberValue(300), "= 1 000 − 1": NumberValue(999), "=2*(3+4)": NumberValue(14), "=7×8÷2": NumberValue(28),
		"=12,5*2": NumberValue(25), "=5": NumberValue(5), "=-3+5": NumberValue(2), "=1/3*3": NumberValue(1), "=100–50 чел.": NumberValue(50),
	})
	refuses(t, people, map[string]string{
		"=100/3": "даёт 33,3…, а здесь только целые числа", "=1-5": "отрицательным", "=": "не вычисляется", "=1/0": "не вычисляется", "=1+": "не вычисляется",
		"=(1": "не вычисляется", "=1)": "не вычисляется", "=1,000+1": "не вычисляется", "=12 5+1": "не вычисляется", "=СУММ(1;2)": "СУММ",
		"=" + strings.Repeat("(", 30) + "1" + strings.Repeat(")", 30): "не вычисляется",
		"=" + strings.Repeat("1+", 200) + "1":                         "не вычисляется",
		"=999999999*999999999*9999":                                   "не целое число",
		"100+200":                                                     "не целое число",
	})
	money := fieldOf(t, residentReportType, "revenue")
	reads(t, money, map[string]Value{"=0,1+0,2": NumberValue(30_000), "=100/8": NumberValue(1_250_000)})
	refuses(t, money, map[string]string{"=-0,01/3": "даёт −0,003333…, а здесь не больше 5 знаков"})
}

func TestReadDate(t *testing.T) {
	day := fieldOf(t, jobType, "date")
	for _, text := range []string{
		"05.03.2020", "5.3.2020", "05.03.2020 г", "05.03.2020г.", "05.03.2020\u00a0года", "5 марта 2020 г.", "«05» марта 2020 г.", "5 мар 2020", "5 мар. 2020",
		"5-е марта 2020", "5 март 2020", "05-мар-2020", "05.мар.20", "5 March 2020", "5 Mar 20", "2020-03-05", "2020-03-05T00:00:00", "2020-03-05T00:00:00.000Z", "2020-03-05 00:00",
		"05.03.2020 0:00", "05.03.2020 г. 0:00:00", "05/03/2020", "05-03-2020", "05\u201303\u20132020", "5.3.20", "05032020", "20200305", "05.03.2020.", "\u200e05.03.2020\u200f", "05.\u00a003.\u00a02020",
	} {
		reads(t, day, map[string]Value{text: TextValue("2020-03-05")})
	}
	refuses(t, day, map[string]string{
		"05.03.2020 12:30": "это дата с временем", "2020-03-05T23:59:59": "это дата с временем", "05.13.2020": "такого дня нет", "31.06.2020": "такого дня нет",
		"29 февраля 2019": "такого дня нет", "5 мартобря 2020": "не дата", "5 ма 2020": "не дата", "1 2.3.2020": "не дата", "05.03.2020 06.03.2020": "не дата",
		"март 2020": "не дата", "2020": "не дата", "05.03.0020": "год вне 1900–2199", "44000": "не дата", "0:00": "не дата",
	})
}

func TestReadPeriod(t *testing.T) {
	f := fieldOf(t, siteReportType, "period")
	for want, texts := range map[string][]string{
		"2020":    {"2020", "2020 г.", "2020г", "2020 год", "за 2020 год", "За\u00a02020\u00a0г.", "\ufeff2020 "},
		"2020-Q1": {"1 квартал 2020", "1-й квартал 2020", "1-й квартал 2020 года", "I квартал 2020", "І кв. 2020 г.", "l кв 2020", "1 кв. 2020", "1кв2020", "2020 Q1", "2020-Q1", "2020Q1", "Q1 2020", "q1/2020", "1Q2020", "первый квартал 2020", "за I квартал 2020 года", "2020, I квартал", "2020 г., 1 кв."},
		"2020-Q2": {"II кв. 2020 г.", "ІІ квартал 2020", "ll кв. 2020", "П кв. 2020", "Ⅱ квартал 2020", "второй квартал 2020 г."},
		"2020-Q3": {"III квартал 2020", "Ш квартал 2020", "ІII кв 2020"},
		"2020-Q4": {"IV квартал 2020 года", "ІV кв. 2020", "iv кв. 2020", "четвёртый квартал 2020", "Ⅳ кв 2020"},
	} {
		for _, text := range texts {
			reads(t, f, map[string]Value{text: TextValue(want)})
		}
	}
	for _, text := range []string{"2020-1", "1/2020", "V квартал 2020", "5 кв. 2020", "0 кв. 2020", "11 кв. 2020", "2019-2020", "20", "квартал 2020", "1 квартал", "I полугодие 2020", "1020", "3020", "2020-Q5", "2020-q", "март 2020", "2020 2 2"} {
		refuses(t, f, map[string]string{text: "не период"})
	}
}

func TestReadBoolAndChoice(t *testing.T) {
	reads(t, fieldOf(t, residentType, "innovative"), map[string]Value{
		"Да": NumberValue(1), "да\u200b": NumberValue(1), "YES": NumberValue(1), "нeт": NumberValue(0), "—": NumberValue(0),
	})
	form := fieldOf(t, residentType, "legal_form")
	reads(t, form, map[string]Value{"OOO": TextValue("ooo"), "оoО": TextValue("ooo"), "ПAO": TextValue("pao"), "LLC": TextValue("ooo")})
	refuses(t, form, map[string]string{"000": "нет в списке", "О О О": "нет в списке"})
}

func FuzzReadNumber(f *testing.F) {
	for _, seed := range []string{"1 234,5 тыс. руб.", "=1/3+(2−4)*5", "−\u200e5", "12 5", "=((((", "1e5", "5 м2", "=1\u00a0000:8"} {
		f.Add(seed)
	}
	money, _ := residentReportType.Field("profit")
	f.Fuzz(func(t *testing.T, text string) {
		v, err := money.Read(text, nil)
		if err != nil || v.State != Given {
			return
		}
		for _, lang := range []Lang{RU, EN} {
			if again, err := money.Read(money.Entry(v, nil, lang), nil); err != nil || again != v {
				t.Fatalf("%q was read as %+v, which is written %q and read as %+v, %v", text, v, money.Entry(v, nil, lang), again, err)
			}
		}
	})
}

// FuzzReadCalendar holds that what is read as a date or a period is written so that it is
// read as the same, and that every figure of it was typed.
func FuzzReadCalendar(f *testing.F) {
	for _, seed := range []string{"5 марта 2020 г. 0:00", "05.03.20", "2020-03-05T00:00:00Z", "II кв. 2020 г.", "за 2020 год", "Ш кв 2020", "20200305"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, ok := ParseDate(text); ok {
			if again, ok := ParseDate(d.String()); !ok || again != d {
				t.Fatalf("%q is %v, read again %v", text, d, again)
			}
			if !d.Zero() && !strings.Contains(Fold(text), d.ISO()[2:4]) {
				t.Fatalf("%q has no year %d in it", text, d.Year)
			}
		}
		if p, ok := ParsePeriod(text); ok {
			if again, ok := ParsePeriod(p.In(RU)); !ok || again != p {
				t.Fatalf("%q is %v, read again %v", text, p, again)
			}
			if !p.Zero() && !strings.Contains(Fold(text), p.Key()[:4]) {
				t.Fatalf("%q has no year %d in it", text, p.Year)
			}
		}
	})
}

// A text of blanks is no answer, wherever it came from.
func TestBlankIsMissing(t *testing.T) {
	for _, blank := range []string{" ", "\u00a0\t", "\u200b", "\u2800\n"} {
		if _, ok := Validate(&Resident{Name: blank}).Of("name"); !ok {
			t.Errorf("a resident is called %q", blank)
		}
		e := &Explanation{Period: YearPeriod(2020), Rule: "JUMP", Place: "resident/1", Text: blank, Author: "Ёлкин"}
		if _, ok := Validate(e).Of("text"); !ok {
			t.Errorf("%q explains a finding", blank)
		}
	}
	if faults := Validate(&Resident{Name: "\xd0"}); len(faults) != 1 {
		t.Errorf("half a letter is %v", faults)
	}
}

// FuzzReadAnyField holds for every form a field can have: what is read is a value the
// field may keep, and what is written of it is read as the same.
func FuzzReadAnyField(f *testing.F) {
	for _, seed := range []string{
		"ООО «Альфа»\u200b", "7707083893", "7736АВ301", "26.51.6", "+7 495 123-45-67, доб. 12", "a@b.ru; c@d.рф", "https://example.ru/a,b c.ru", "да", "н/п", "первая\r\nвторая", "S2.1", "\xff", ",;", "доб",
	} {
		f.Add(seed)
	}
	type form struct {
		kind   Kind
		scheme Scheme
		canNA  bool
	}
	one := map[form]Field{}
	for _, typ := range Types() {
		for _, field := range typ.Stored() {
			if field.Ref == "" {
				one[form{field.Kind, field.Scheme, field.CanNA}] = field
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, field := range one {
			v, err := field.Read(text, nil)
			if err != nil {
				continue
			}
			if err := field.Check(v); err != nil {
				t.Fatalf("%s: %q was read as %+v, which may not be kept: %v", field.Key, text, v, err)
			}
			if again, err := field.Read(field.Entry(v, nil, RU), nil); err != nil || again != v {
				t.Fatalf("%s: %q was read as %+v, written %q and read as %+v, %v", field.Key, text, v, field.Entry(v, nil, RU), again, err)
			}
		}
	})
}

// Where the record itself names the unit, that one is read after the figure and no other.
func TestUnitOfTheRecordIsRead(t *testing.T) {
	f, _ := referenceType.Field("value")
	for _, tt := range []struct{ unit, text string }{
		{"%", "5 %"},
		{"%", "5\u00a0%"},
		{" % ", "5 процентов"},
		{"тыс. руб./чел.", "5 тыс. руб./чел."},
		{"тыс. руб.", "5 т. р."},
		{"%", "5"},
		{"", "5"},
		{"ед./чел.", "5 ед. / чел."},
	} {
		if got, err := f.Measured(tt.unit).Read(tt.text, nil); err != nil || got != NumberValue(5_000_000) {
			t.Errorf("%q in %q: %+v, %v", tt.text, tt.unit, got, err)
		}
	}
	for _, tt := range []struct{ unit, text, says string }{
		{"%", "5 руб.", "«%»"}, {"тыс. руб.", "5 %", "«тыс. руб.»"}, {"", "5 %", "ещё не названа"}, {"%", "5 ‰", "«%»"},
	} {
		_, err := f.Measured(tt.unit).Read(tt.text, nil)
		if faults := FaultsOf(err); len(faults) != 1 || !strings.Contains(faults[0].Message.RU, tt.says) || faults[0].Message.EN == "" {
			t.Errorf("%q in %q: %v", tt.text, tt.unit, err)
		}
	}
	own, _ := roomType.Field("area")
	if _, err := own.Measured("%").Read("5 %", nil); err == nil {
		t.Error("a field with a unit of its own took another")
	}
}
