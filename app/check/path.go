package check

import (
	"strings"

	"technopark/app"
)

// hop is how a name leaves the record it is read from.
type hop uint8

const (
	hopNone  hop = iota // a field of the record
	hopRef              // resident.registered: of the record it refers to
	hopRefs             // rooms.area: of all the records it refers to, together
	hopPrev             // prev.revenue: of the report of the previous year
	hopPark             // park.commissioned: of the card of the park
	hopOwner            // report.headcount: of the report of the same resident and year
)

// Heads of names that no reference of a record may have.
const (
	prevHead   = "prev"
	parkHead   = "park"
	reportHead = "report"
)

// path leads from a record of some type to a field.
type path struct {
	hop   hop
	ref   app.Field
	owner *app.Type // of the field
	field app.Field
}

// pathOf finds the field a name leads to.
func pathOf(t *app.Type, name string) (path, bool) {
	head, tail, nested := strings.Cut(name, ".")
	p, owner := path{}, t
	switch ref, isRef := t.Field(head); {
	case !nested:
		tail = head
	case isRef && ref.Kind == app.KindRef:
		p.hop, p.ref, owner = hopRef, ref, app.TypeByKey(ref.Ref)
	case isRef && ref.Kind == app.KindRefs:
		p.hop, p.ref, owner = hopRefs, ref, app.TypeByKey(ref.Ref)
	case head == prevHead && t.Report:
		p.hop = hopPrev
	case head == parkHead:
		p.hop, owner = hopPark, app.TypeByKey("park")
	case head == reportHead && t.OfResidents():
		p.hop, owner = hopOwner, app.TypeByKey(residentReportKey)
	default:
		return path{}, false
	}
	f, ok := owner.Field(tail)
	p.owner, p.field = owner, f
	return p, ok
}

// Keys of the types the package knows: whose records are, and what residents hand in.
const (
	residentKey       = "resident"
	residentReportKey = "resident_report"
)
