package app

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Value is the content of any field in one neutral form, so that a surface
// (table, form, file column, journal, sheet) needs to know the kind of a field
// and never the type of a record. Values compare with ==.
//
// Numbers (Count, Quantity, Money, Bool) and references are in N, in stored
// units: kopecks, thousandths, 0 or 1, record id. Texts, identifiers, option
// codes, ISO dates, period keys and lists of ids («3;17») are in S.
type Value struct {
	State State  // whether there is a value, and if not, why
	S     string // of texts, identifiers, options, dates, periods and lists of ids
	N     int64  // of figures, answers and references
}

// TextValue wraps a text; an empty text is no value.
func TextValue(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{State: Given, S: s}
}

// NumberValue wraps a number in stored units.
func NumberValue(n int64) Value { return Value{State: Given, N: n} }

// NAValue is «не применимо».
func NAValue() Value { return Value{State: NotApplicable} }

// Empty reports whether there is no value and no «не применимо» either.
func (v Value) Empty() bool { return v.State == NotProvided }

// naMark is how «не применимо» is written in JSON, where a number or null cannot say it.
const naMark = "n/a"

// JSON returns v for encoding/json: nil, "n/a", an int64 in stored units, or a string.
func (f Field) JSON(v Value) any {
	switch {
	case v.State == NotProvided:
		return nil
	case v.State == NotApplicable:
		return naMark
	case f.Kind.Numeric() || f.Kind == KindRef:
		return v.N
	}
	return v.S
}

// FromJSON reads what JSON wrote, from a decoder that keeps numbers as json.Number.
func (f Field) FromJSON(raw any) (Value, error) {
	numeric := f.Kind.Numeric() || f.Kind == KindRef
	switch x := raw.(type) {
	case nil:
		return Value{}, nil
	case string:
		if x == naMark && f.CanNA {
			return NAValue(), nil
		}
		if !numeric {
			return TextValue(x), nil
		}
	case json.Number:
		if n, err := x.Int64(); err == nil && numeric {
			return NumberValue(n), nil
		}
	}
	return Value{}, fmt.Errorf("field %s: unexpected JSON %v", f.Key, raw)
}

// IDs reads a list of record ids («3;17») as Refs fields hold it.
func IDs(list string) []int64 {
	var ids []int64
	for _, part := range strings.Split(list, ";") {
		if id, err := strconv.ParseInt(strings.TrimSpace(part), 10, 64); err == nil && id > 0 {
			ids = append(ids, id)
		}
	}
	return ids
}

// IDList writes record ids in the form IDs reads.
func IDList(ids []int64) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = strconv.FormatInt(id, 10)
	}
	return strings.Join(parts, ";")
}
