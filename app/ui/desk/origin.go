package desk

import "technopark/app"

// Origin is the record from whose screen the user came, if it was chosen there.
type Origin struct {
	TypeKey string // of the type of the record; «» for no record
	ID      int64  // of the record
}

// Apply puts values, given by the fields' keys, into a record.
func Apply(rec app.Record, values map[string]app.Value) {
	for _, f := range rec.Type().Stored() {
		if v, ok := values[f.Key]; ok {
			f.Set(rec, v)
		}
	}
}
