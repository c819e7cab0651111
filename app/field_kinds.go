package app

import "slices"

// The constructors below bind a descriptor to a struct field by a function that
// returns its address: one closure serves reading and writing.

func text[R any](key string, label Text, at func(*R) *string) Field {
	return bindString(Field{Key: key, Label: label, Kind: KindText, Width: 24}, at)
}

func note[R any](key string, label Text, at func(*R) *string) Field {
	f := text(key, label, at)
	f.Kind, f.Hidden = KindNote, true
	return f
}

func identifier[R any](key string, label Text, scheme Scheme, at func(*R) *string) Field {
	f := text(key, label, at)
	f.Kind, f.Scheme, f.Width = KindID, scheme, 14
	return f
}

// contact is a text of one of the forms by which people are reached.
func contact[R any](key string, label Text, scheme Scheme, at func(*R) *string) Field {
	f := text(key, label, at)
	f.Scheme = scheme
	return f
}

func choice[R any](key string, label Text, options []Option, at func(*R) *string) Field {
	f := text(key, label, at)
	f.Kind, f.Options, f.Width = KindChoice, options, 18
	return f
}

func bindString[R any](f Field, at func(*R) *string) Field {
	f.get = func(rec Record) Value { return TextValue(*at(of[R](rec))) }
	f.set = func(rec Record, v Value) { *at(of[R](rec)) = v.S }
	return f
}

func date[R any](key string, label Text, at func(*R) *Date) Field {
	return Field{
		Key: key, Label: label, Kind: KindDate, Width: 10,
		day: func(rec Record) Date { return *at(of[R](rec)) },
		get: func(rec Record) Value { return TextValue(at(of[R](rec)).ISO()) },
		set: func(rec Record, v Value) {
			d, err := ParseISODate(v.S)
			if err != nil {
				d = Date{}
			}
			*at(of[R](rec)) = d
		},
	}
}

func period[R any](at func(*R) *Period) Field {
	return Field{
		Key: "period", Label: L("Период", "Period"), Kind: KindPeriod, Width: 10,
		Hint: L("год, например 2020, или квартал: I квартал 2020; рейтинг читает годовые отчёты",
			"a year such as 2020, or a quarter: Q1 2020; the rating reads yearly reports"),
		Essential: true, Required: true,
		period: func(rec Record) Period { return *at(of[R](rec)) },
		get:    func(rec Record) Value { return TextValue(at(of[R](rec)).Key()) },
		set:    func(rec Record, v Value) { *at(of[R](rec)), _ = ParsePeriod(v.S) },
	}
}

func count[R any](key string, label, unit Text, at func(*R) *Cell[Count]) Field {
	return bindCell(Field{Key: key, Label: label, Kind: KindCount, Unit: unit, Scale: 1, Width: 9}, at)
}

func quantity[R any](key string, label, unit Text, at func(*R) *Cell[Quantity]) Field {
	return bindCell(Field{Key: key, Label: label, Kind: KindQuantity, Unit: unit, Scale: 1000, Digits: 1, Width: 11}, at)
}

// figure is a number whose unit the record itself names.
func figure[R any](key string, label, unit Text, at func(*R) *Cell[Figure]) Field {
	return bindCell(Field{Key: key, Label: label, Kind: KindQuantity, Unit: unit, UnitIn: "unit", Scale: 1_000_000, Digits: 1, Width: 13}, at)
}

func money[R any](key string, label Text, at func(*R) *Cell[Money]) Field {
	f := Field{
		Key: key, Label: label, Kind: KindMoney, Unit: L("тыс. руб.", "thousand RUB"),
		Scale: 100_000, Digits: 1, Width: 13, Total: TotalSum,
	}
	return bindCell(f, at)
}

// roubles is money shown in roubles: pay and rates, where thousands would hide the figure.
func roubles[R any](key string, label, unit Text, at func(*R) *Cell[Money]) Field {
	f := money(key, label, at)
	f.Unit, f.Scale, f.Digits, f.Total = unit, 100, 2, TotalMean
	return f
}

func yesNo[R any](key string, label Text, at func(*R) *Cell[Flag]) Field {
	return bindCell(Field{Key: key, Label: label, Kind: KindBool, Scale: 1, Width: 8}, at)
}

func bindCell[R any, N ~int64](f Field, at func(*R) *Cell[N]) Field {
	f.get = func(rec Record) Value {
		c := *at(of[R](rec))
		if c.State != Given {
			return Value{State: c.State}
		}
		return NumberValue(int64(c.N))
	}
	f.set = func(rec Record, v Value) {
		c := Cell[N]{State: v.State}
		if v.State == Given {
			c.N = N(v.N)
		}
		*at(of[R](rec)) = c
	}
	return f
}

func ref[R any](key string, label Text, target string, at func(*R) *int64) Field {
	return Field{
		Key: key, Label: label, Kind: KindRef, Ref: target, Width: 24,
		get: func(rec Record) Value {
			if id := *at(of[R](rec)); id > 0 {
				return NumberValue(id)
			}
			return Value{}
		},
		set: func(rec Record, v Value) { *at(of[R](rec)) = v.N },
	}
}

// refs keeps its ids sorted and unique, so that the same set is the same value.
func refs[R any](key string, label Text, target string, at func(*R) *[]int64) Field {
	return Field{
		Key: key, Label: label, Kind: KindRefs, Ref: target, Width: 24,
		get: func(rec Record) Value {
			return TextValue(IDList(sortedSet(*at(of[R](rec)))))
		},
		set: func(rec Record, v Value) { *at(of[R](rec)) = sortedSet(IDs(v.S)) },
	}
}

func sortedSet(ids []int64) []int64 {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// derived is a text computed from other records.
func derived[R any](key string, label Text, kind Kind, options []Option, get func(*R) Value) Field {
	return Field{
		Key: key, Label: label, Kind: kind, Options: options, Width: 14, Derived: true,
		get: func(rec Record) Value { return get(of[R](rec)) },
		set: func(Record, Value) {},
	}
}

func of[R any](rec Record) *R { return any(rec).(*R) }
