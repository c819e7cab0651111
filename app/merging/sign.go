package merging

import (
	"strings"

	"technopark/app"
)

// Sign is why two records are probably one.
type Sign struct {
	Kind   SignKind    // what sort of sign it is
	Fields []app.Field // that say so
	Value  string      // of a number: as the records have it
}

// SignKind tells signs apart; the surest come first.
type SignKind uint8

// The signs.
const (
	SignNumber SignKind = iota // one number of the state
	SignCopy                   // all that they say is the same
	SignName                   // one name, however it is written
	SignSet                    // several fields that are the same together; see app.Type.Alike
	SignSlip                   // names that a slip of the finger apart
)

// Key returns the name of the kind in JSON.
func (k SignKind) Key() string {
	switch k {
	case SignNumber:
		return "number"
	case SignCopy:
		return "copy"
	case SignName:
		return "name"
	case SignSet:
		return "fields"
	}
	return "slip"
}

// Sure reports whether the sign leaves little doubt: names may be those of two.
func (s Sign) Sure() bool { return s.Kind == SignNumber || s.Kind == SignCopy }

// In says the sign: «один ИНН 7707083893», «одно наименование».
func (s Sign) In(lang app.Lang) string {
	labels := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		labels[i] = f.Label.In(lang)
	}
	said := strings.Join(labels, ", ")
	switch s.Kind {
	case SignNumber:
		return app.L("один и тот же "+said+app.NBSP+s.Value, "one "+said+app.NBSP+s.Value).In(lang)
	case SignCopy:
		return app.L("записи одинаковы во всём", "the records are the same in everything").In(lang)
	case SignName:
		return app.L("одно название", "one name").In(lang)
	case SignSet:
		return app.L("совпадает: "+said, "the same: "+said).In(lang)
	}
	return app.L("названия отличаются одной буквой", "the names are a letter apart").In(lang)
}

// SignsIn says several signs in a line.
func SignsIn(signs []Sign, lang app.Lang) string {
	all := make([]string, len(signs))
	for i, s := range signs {
		all[i] = s.In(lang)
	}
	return strings.Join(all, "; ")
}

// Signs returns why two records of one type are probably one, the surest first; none when they are
// not. Two numbers of the state that differ outweigh all but one that is the same.
func Signs(a, b app.Record) []Sign {
	if b.Type() != a.Type() {
		return nil
	}
	return newKind(a.Type()).signs(a, b)
}

// kind is a type and its fields as they are asked for again and again.
type kind struct {
	typ     *app.Type
	telling []app.Field
	stored  []app.Field
}

func newKind(t *app.Type) *kind { return &kind{t, t.Telling(), t.Stored()} }

// signs is Signs of two records of the kind.
func (k *kind) signs(a, b app.Record) []Sign {
	if a.Header().Park != b.Header().Park {
		return nil
	}
	var signs []Sign
	opposed := false
	for i := range k.telling {
		f := &k.telling[i]
		v, w := f.Get(a), f.Get(b)
		switch {
		case f.Scheme == "" || f.Blank(v) || f.Blank(w):
		case v == w:
			signs = append(signs, Sign{SignNumber, []app.Field{*f}, v.S})
		default:
			opposed = true
		}
	}
	if opposed && len(signs) == 0 {
		return nil
	}
	if k.copyOf(a) == k.copyOf(b) {
		return append(signs, Sign{Kind: SignCopy})
	}
	signs = append(signs, k.named(a, b)...)
	for _, set := range k.typ.Alike {
		key, ok := setOf(k.typ, set, a)
		if other, has := setOf(k.typ, set, b); ok && has && key == other {
			signs = append(signs, Sign{Kind: SignSet, Fields: fieldsOf(k.typ, set)})
		}
	}
	return signs
}

// named returns the sign of the names: one, or a slip apart.
func (k *kind) named(a, b app.Record) []Sign {
	slipped := false
	for i := range k.telling {
		for j := range k.telling {
			f, g := &k.telling[i], &k.telling[j]
			v, w := f.Get(a), g.Get(b)
			if f.Scheme != "" || g.Scheme != "" || f.Blank(v) || g.Blank(w) {
				continue
			}
			if f.Alike(v, w) {
				return []Sign{{Kind: SignName, Fields: []app.Field{*f}}}
			}
			slipped = slipped || slip(wordsOf(f.Core(v)), wordsOf(g.Core(w)))
		}
	}
	if slipped {
		return []Sign{{Kind: SignSlip}}
	}
	return nil
}

func fieldsOf(t *app.Type, keys []string) []app.Field {
	var all []app.Field
	for _, key := range keys {
		if f, ok := t.Field(key); ok {
			all = append(all, f)
		}
	}
	return all
}
