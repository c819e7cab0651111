package app

import "strings"

// rows are the numbers that records numbered in a row have: of a building its rooms.
type rows struct {
	taken map[string]bool   // by place
	after map[string]string // of a taken number, one further on that nobody had before it
}

func newRows(recs []Record) *rows {
	r := &rows{map[string]bool{}, map[string]string{}}
	for _, rec := range recs {
		r.add(rec)
	}
	return r
}

// add says that a record has its number.
func (r *rows) add(rec Record) {
	for _, f := range rec.Type().Stored() {
		if f.Counted {
			r.taken[place(rec, f, f.Get(rec).S)] = true
		}
	}
}

// number gives next the first free number after that of rec; none where rec has no number
// that can be counted on.
func (r *rows) number(rec, next Record) {
	for _, f := range rec.Type().Stored() {
		if f.Counted {
			f.Set(next, TextValue(r.free(rec, f)))
		}
	}
}

// free returns the first free number after that of rec. All that was passed over leads to it
// from then on, so that copies of a whole corridor cost little more than the corridor is long.
func (r *rows) free(rec Record, f Field) string {
	var passed []string
	number := nextNumber(f.Get(rec).S)
	for number != "" {
		at := place(rec, f, number)
		if !r.taken[at] {
			break
		}
		passed = append(passed, at)
		further, ok := r.after[at]
		if !ok {
			further = nextNumber(number)
		}
		number = further
	}
	for _, at := range passed {
		r.after[at] = number
	}
	return number
}

// place names a number within its row: the values of the fields that, together with the
// number, tell the records apart, and the number itself.
func place(rec Record, f Field, number string) string {
	var b strings.Builder
	for _, set := range rec.Type().Unique {
		for _, key := range set {
			if other, ok := rec.Type().Field(key); ok && key != f.Key {
				b.WriteString(Fold(other.Get(rec).S) + "\n")
			}
		}
	}
	return b.String() + Fold(number)
}

// nextNumber counts on the digits at the end of a number: 2-209 becomes 2-210. What does not
// end in a digit has no next.
func nextNumber(number string) string {
	stem := strings.TrimRight(number, "0123456789")
	digits := []byte(number[len(stem):])
	if len(digits) == 0 {
		return ""
	}
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] < '9' {
			digits[i]++
			return stem + string(digits)
		}
		digits[i] = '0'
	}
	return stem + "1" + string(digits)
}
