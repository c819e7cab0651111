package app

import (
	"slices"
	"strings"
)

// Redirect says which record stands in place of which: by the type and id of the one that is
// left, the id of the other, of the same type.
type Redirect map[Place]int64

// Of returns the record that stands in place of one; itself where none does.
func (r Redirect) Of(typeKey string, id int64) int64 {
	if to, left := r[Place{Type: typeKey, ID: id}]; left {
		return to
	}
	return id
}

// Redirected returns a value of the field that refers to what stands in place of what it
// referred to. A list keeps its order and names each record once; a text that names a record
// keeps what else it says.
func (f Field) Redirected(v Value, r Redirect) Value {
	switch {
	case v.State != Given:
	case f.Kind == KindRef:
		v.N = r.Of(f.Ref, v.N)
	case f.Kind == KindRefs:
		var ids []int64
		for _, id := range IDs(v.S) {
			if to := r.Of(f.Ref, id); !slices.Contains(ids, to) {
				ids = append(ids, to)
			}
		}
		if to := IDList(ids); len(ids) > 0 {
			v.S = to
		}
	case f.Points:
		v.S = r.place(v.S)
	case f.lines != "":
		lines := strings.Split(v.S, "\n")
		for i, line := range lines {
			if place, ok := strings.CutPrefix(line, f.lines); ok {
				lines[i] = f.lines + r.place(place)
			}
		}
		v.S = strings.Join(lines, "\n")
	}
	return v
}

// place redirects the record at the beginning of a text such as «resident_report/17/export +3».
func (r Redirect) place(text string) string {
	name, rest, _ := strings.Cut(text, " ")
	p, ok := ParsePlace(name)
	to := r.Of(p.Type, p.ID)
	if !ok || to == p.ID {
		return text
	}
	p.ID = to
	if rest != "" {
		rest = " " + rest
	}
	return p.String() + rest
}

// Refers reports whether values of the field may name records.
func (f Field) Refers() bool { return f.Ref != "" || f.Points || f.lines != "" }

// Redirected returns the record as it would be with its references redirected, and the fields
// that then change; rec itself stays as it is.
func Redirected(rec Record, r Redirect) (Record, []Field) {
	var changed []Field
	is := rec
	for _, f := range rec.Type().Stored() {
		if !f.Refers() {
			continue
		}
		was := f.Get(rec)
		if to := f.Redirected(was, r); to != was {
			if len(changed) == 0 {
				is = Clone(rec)
			}
			f.Set(is, to)
			changed = append(changed, f)
		}
	}
	return is, changed
}
