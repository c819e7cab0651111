package app

// Versions are a record of one id in two books; nil where it is not there.
type Versions struct {
	Was, Now Record // in the earlier book and in the later
}

// Since returns the records in which the book differs from one before, by type and in the order of
// ids. A record that has not changed is the same one in both, as in a book that was renewed.
func (b *Book) Since(before *Book) map[*Type][]Versions {
	all := map[*Type][]Versions{}
	for _, t := range Types() {
		if changed := versions(before.Of(t.Key), b.Of(t.Key)); len(changed) > 0 {
			all[t] = changed
		}
	}
	return all
}

// SameRecords reports whether two lists of a book are one, so that nothing in it has changed.
func SameRecords(x, y []Record) bool {
	return len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
}

// versions compares two lists in the order of ids.
func versions(was, now []Record) []Versions {
	if SameRecords(was, now) {
		return nil
	}
	var changed []Versions
	for len(was) > 0 || len(now) > 0 {
		switch {
		case len(now) == 0 || len(was) > 0 && byNumber(was[0], now[0]) < 0:
			changed = append(changed, Versions{Was: was[0]})
			was = was[1:]
		case len(was) == 0 || byNumber(was[0], now[0]) > 0:
			changed = append(changed, Versions{Now: now[0]})
			now = now[1:]
		default:
			if was[0] != now[0] {
				changed = append(changed, Versions{was[0], now[0]})
			}
			was, now = was[1:], now[1:]
		}
	}
	return changed
}

// Concerned returns the ids of the records of a type whose derived fields may be others when records
// have changed: those that have changed themselves, and those that what has changed refers to or did
// before.
func Concerned(t *Type, changed map[*Type][]Versions) map[int64]bool {
	ids := map[int64]bool{}
	for of, list := range changed {
		refs := []Field{}
		for _, f := range of.Stored() {
			if f.Ref == t.Key {
				refs = append(refs, f)
			}
		}
		for _, v := range list {
			for _, rec := range []Record{v.Was, v.Now} {
				if rec == nil {
					continue
				}
				if of == t {
					ids[rec.Header().ID] = true
				}
				for _, f := range refs {
					for _, to := range f.IDs(f.Get(rec)) {
						ids[to] = true
					}
				}
			}
		}
	}
	return ids
}
