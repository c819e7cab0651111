package app

import (
	"math"
	"math/big"
	"strings"
)

// reading is what the figure of a field says together with others of its record: the total it
// ends, the share it is of another, how much of it falls to each. It is computed when it is shown
// and kept nowhere.
type reading struct {
	label Text
	kind  readingKind
	keys  []string // of the other fields
	unit  Text     // of a product
}

// readingKind says how a reading is computed.
type readingKind uint8

const (
	readTotal readingKind = iota // the sum of the figure and the others
	readShare                    // the figure of the other, in percent
	readEach                     // the figure divided by the other
	readTimes                    // the figure times the other, in the figure's own money
)

// totals is for the last of figures that people add up.
func (f Field) totals(label Text, keys ...string) Field {
	return f.reads(reading{label: label, kind: readTotal, keys: keys})
}

// shares is for a figure that is a part of another.
func (f Field) shares(label Text, of string) Field {
	return f.reads(reading{label: label, kind: readShare, keys: []string{of}})
}

// each is for a figure people know by how much of it falls to one of another.
func (f Field) each(label Text, of string) Field {
	return f.reads(reading{label: label, kind: readEach, keys: []string{of}})
}

// times is for a rate that makes an amount with another figure.
func (f Field) times(label Text, of string, unit Text) Field {
	return f.reads(reading{label: label, kind: readTimes, keys: []string{of}, unit: unit})
}

func (f Field) reads(r reading) Field {
	f.readings = append(f.readings[:len(f.readings):len(f.readings)], r)
	return f
}

// Readings returns what the figure of rec says together with others, in words: «всего налогов и
// платежей 5 432,1 тыс. руб.», «доля в выручке 12,3 %». A total of which figures are missing says
// how many; what cannot be divided is not said. Shares and amounts for each are rounded, totals
// are not.
func (f Field) Readings(rec Record, lang Lang) []string {
	var said []string
	for _, r := range f.readings {
		if text := r.words(f, rec, lang); text != "" {
			said = append(said, r.label.In(lang)+NBSP+strings.ReplaceAll(text, " ", NBSP))
		}
	}
	return said
}

func (r reading) words(f Field, rec Record, lang Lang) string {
	others := make([]Field, 0, len(r.keys))
	for _, key := range r.keys {
		other, ok := rec.Type().Field(key)
		if !ok {
			return ""
		}
		others = append(others, other)
	}
	if r.kind == readTotal {
		return totalWords(append(others, f), rec, lang)
	}
	if r.kind == readTimes {
		amount := r.product(f, rec)
		if amount.State != Given {
			return ""
		}
		return InUnit(FormatNumber(amount.N, f.Scale, f.Digits, lang), r.unit.In(lang), lang)
	}
	own, other := f.Get(rec), others[0].Get(rec)
	if own.State != Given || other.State != Given {
		return ""
	}
	switch {
	case other.N <= 0:
		return ""
	case r.kind == readShare:
		return quotient(own.N, 100, other.N, 1, "%", lang)
	}
	return quotient(own.N, others[0].Scale, other.N, f.Scale, f.Unit.In(lang), lang)
}

// product returns the figure times the other; no value where one of them is not given, or the
// product is no int64.
func (r reading) product(f Field, rec Record) Value {
	other, ok := rec.Type().Field(r.keys[0])
	if !ok || f.Get(rec).State != Given || other.Get(rec).State != Given {
		return Value{}
	}
	amount, fits := product(f.Get(rec).N, other.Get(rec).N, other.Scale)
	if !fits {
		return Value{}
	}
	return NumberValue(amount)
}

// quotient writes n × by ÷ (base × scale) in tenths, rounded half away from zero, with its unit;
// base and scale are positive. What is no int64 is not written.
func quotient(n, by, base, scale int64, unit string, lang Lang) string {
	up := new(big.Int).Mul(big.NewInt(n), big.NewInt(by*10*2))
	down := new(big.Int).Mul(big.NewInt(base), big.NewInt(scale))
	if n < 0 {
		up.Sub(up, down)
	} else {
		up.Add(up, down)
	}
	up.Quo(up, down.Mul(down, big.NewInt(2)))
	if !up.IsInt64() {
		return ""
	}
	return InUnit(FormatNumber(up.Int64(), 10, 1, lang), unit, lang)
}

// totalWords adds figures up; «не применимо» is none of them, and of those not given it says how
// many are missing.
func totalWords(fields []Field, rec Record, lang Lang) string {
	sum, given, missing := int64(0), 0, 0
	for _, f := range fields {
		switch v := f.Get(rec); v.State {
		case Given:
			given++
			if v.N > 0 && sum > math.MaxInt64-v.N || v.N < 0 && sum < math.MinInt64-v.N {
				return ""
			}
			sum += v.N
		case NotProvided:
			missing++
		}
	}
	if given == 0 {
		return ""
	}
	f := fields[0]
	text := InUnit(FormatNumber(sum, f.Scale, ExactDecimals(sum, f.Scale, f.Digits), lang), f.Unit.In(lang), lang)
	if missing > 0 {
		text += L(", не заполнено: ", ", not filled in: ").In(lang) + FormatNumber(int64(missing), 1, 0, lang)
	}
	return text
}

// product multiplies money by a quantity of the scale, rounded half away from zero to whole
// kopecks; false when it is no int64.
func product(money, n, scale int64) (int64, bool) {
	twice := new(big.Int).Mul(big.NewInt(money), big.NewInt(n))
	twice.Mul(twice, big.NewInt(2))
	half := big.NewInt(scale)
	if twice.Sign() < 0 {
		half.Neg(half)
	}
	twice.Add(twice, half).Quo(twice, big.NewInt(2*scale))
	return twice.Int64(), twice.IsInt64()
}
