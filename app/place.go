package app

import (
	"strconv"
	"strings"
)

// Place names a record, or a field of one, in a text such as «resident_report/17/export».
// Records that are about others of any type keep it so.
type Place struct {
	Type  string // key of a record type
	ID    int64  // of the record
	Field string // key of a field; may be empty
	Case  string // tells several matters of one field apart; may be empty
}

// String writes the place so that ParsePlace reads it.
func (p Place) String() string {
	parts := []string{p.Type, strconv.FormatInt(p.ID, 10), p.Field, p.Case}
	return strings.TrimRight(strings.Join(parts, "/"), "/")
}

// ParsePlace reads what String wrote; ok is false for any other text. Whether there is
// such a type and record is for the caller to look up.
func ParsePlace(s string) (p Place, ok bool) {
	parts := append(strings.SplitN(s, "/", 4), "", "", "")
	id, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil || id <= 0 || parts[0] == "" {
		return Place{}, false
	}
	return Place{parts[0], id, parts[2], parts[3]}, true
}
