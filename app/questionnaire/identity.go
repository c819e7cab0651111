package questionnaire

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"technopark/app"
)

// PropertyPrefix begins the names of the custom properties of a workbook that are ours.
const PropertyPrefix = "technopark."

// Identity says of what a workbook is the questionnaire. It goes with it unseen, in custom
// properties and once more on a hidden sheet, since some programs drop the properties.
type Identity struct {
	Form       int        // version of the structure
	Park       string     // name of the park
	ParkINN    string     // ИНН of the company that runs it
	Resident   string     // name of the resident
	INN        string     // of the resident
	ResidentID int64      // in the data file the questionnaire was made of
	Period     app.Period // that is asked for
	Profile    string     // id of the method of the year
	Lang       app.Lang   // of the words
	Check      string     // control value of all of it and of the keys of the answers
}

// Property is one value of an identity under the name it has in a workbook.
type Property struct {
	Name, Value string // both as text
}

// Properties returns the identity as names and values, always in one order.
func (id Identity) Properties() []Property {
	return []Property{
		{PropertyPrefix + "form", strconv.Itoa(id.Form)},
		{PropertyPrefix + "park", id.Park},
		{PropertyPrefix + "park_inn", id.ParkINN},
		{PropertyPrefix + "resident", id.Resident},
		{PropertyPrefix + "inn", id.INN},
		{PropertyPrefix + "resident_id", strconv.FormatInt(id.ResidentID, 10)},
		{PropertyPrefix + "period", id.Period.Key()},
		{PropertyPrefix + "profile", id.Profile},
		{PropertyPrefix + "lang", string(id.Lang)},
		{PropertyPrefix + "check", id.Check},
	}
}

// IdentityOf reads what Properties wrote; value returns that of a name, «» when there is none. ok
// is false when the properties are not those of a questionnaire. Whether nobody has altered
// them Genuine tells.
func IdentityOf(value func(name string) string) (id Identity, ok bool) {
	of := func(name string) string { return value(PropertyPrefix + name) }
	id = Identity{
		Park: of("park"), ParkINN: of("park_inn"), Resident: of("resident"), INN: of("inn"),
		Profile: of("profile"), Lang: app.Lang(of("lang")), Check: of("check"),
	}
	var badForm, badID error
	id.Form, badForm = strconv.Atoi(of("form"))
	id.ResidentID, badID = strconv.ParseInt(of("resident_id"), 10, 64)
	p, isPeriod := app.ParsePeriod(of("period"))
	id.Period = p
	return id, badForm == nil && badID == nil && isPeriod && !p.Zero()
}

// Genuine reports whether the control value is that of the identity and the keys, in whatever order
// they are.
func (id Identity) Genuine(keys []string) bool { return id.Check == id.sum(keys) }

// checkLength is how many hexadecimal digits a control value has: it is to show slips and
// edits by hand, and nobody can be kept from computing it anew.
const checkLength = 16

// sum computes the control value. Each part is written with its length before it, so that
// nothing can move from one into the next.
func (id Identity) sum(keys []string) string {
	id.Check = ""
	var b strings.Builder
	add := func(s string) { fmt.Fprintf(&b, "%d:%s,", len(s), s) }
	for _, p := range id.Properties() {
		add(p.Name)
		add(p.Value)
	}
	for _, key := range sorted(keys) {
		add(key)
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:])[:checkLength]
}
