package rating

import (
	"slices"
	"strings"

	"technopark/app"
)

// path leads from a record of some type to a field: of its own («revenue») or of
// the record it refers to («resident.innovative»).
type path struct {
	ref   *app.Field // the reference to follow; nil for an own field
	owner *app.Type  // whose field it is
	field app.Field
}

// pathOf finds the field a name leads to.
func pathOf(t *app.Type, source string) (path, bool) {
	p := path{owner: t}
	name := source
	if head, tail, nested := strings.Cut(source, "."); nested {
		ref, ok := t.Field(head)
		if !ok || ref.Kind != app.KindRef {
			return path{}, false
		}
		p.ref, p.owner, name = &ref, app.TypeByKey(ref.Ref), tail
	}
	f, ok := p.owner.Field(name)
	p.field = f
	return p, ok
}

// refTo returns the name of the field by which records of t refer to the type
// with the given key.
func refTo(t *app.Type, target string) (string, bool) {
	i := slices.IndexFunc(t.Fields, func(f app.Field) bool { return f.Kind == app.KindRef && f.Ref == target })
	if i < 0 {
		return "", false
	}
	return t.Fields[i].Key, true
}
