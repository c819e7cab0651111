package submission

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"technopark/app"
	"technopark/app/rating"
)

// Frozen is the data of a submission as canonical JSON and its hash, which is
// printed at the foot of every page.
type Frozen struct {
	JSON   []byte
	SHA256 string // of JSON, 64 hexadecimal digits
}

// Freeze writes the records of the park and the profile's identity as canonical
// JSON: types in their order, records by id, fields in catalogue order, numbers
// in stored units. When a record was made or changed is left out: typing the same
// figures again gives the same hash.
func Freeze(b *app.Book, profile *rating.Profile, year int) (Frozen, error) {
	var buf bytes.Buffer
	head, err := json.Marshal(struct {
		Format  string `json:"format"`
		Year    int    `json:"year"`
		Park    int64  `json:"park"`
		Profile string `json:"profile"`
		Version string `json:"profile_version"`
	}{"technopark-submission-1", year, b.Park.ID, profile.ID, profile.Version})
	if err != nil {
		return Frozen{}, fmt.Errorf("freeze: %w", err)
	}
	buf.Write(head[:len(head)-1])
	buf.WriteString(`,"records":{`)
	for i, t := range app.Types() {
		if i > 0 {
			buf.WriteByte(',')
		}
		fmt.Fprintf(&buf, "\n%q:[", t.Key)
		if err := writeRecords(&buf, t, concerning(b, b.Of(t.Key))); err != nil {
			return Frozen{}, fmt.Errorf("freeze %s: %w", t.Key, err)
		}
		buf.WriteByte(']')
	}
	buf.WriteString("}}\n")
	sum := sha256.Sum256(buf.Bytes())
	return Frozen{JSON: buf.Bytes(), SHA256: hex.EncodeToString(sum[:])}, nil
}

// concerning leaves out what the file holds of other parks: it is not the submission's
// to show, and editing it must not change the hash.
func concerning(b *app.Book, recs []app.Record) []app.Record {
	return slices.DeleteFunc(slices.Clone(recs), func(rec app.Record) bool { return !b.Concerns(rec) })
}

func writeRecords(buf *bytes.Buffer, t *app.Type, recs []app.Record) error {
	fields := t.Stored()
	for i, rec := range recs {
		if i > 0 {
			buf.WriteByte(',')
		}
		fmt.Fprintf(buf, "\n{\"id\":%d", rec.Header().ID)
		for _, f := range fields {
			value, err := json.Marshal(f.JSON(f.Get(rec)))
			if err != nil {
				return fmt.Errorf("record %d, field %s: %w", rec.Header().ID, f.Key, err)
			}
			fmt.Fprintf(buf, ",%q:%s", f.Key, value)
		}
		buf.WriteByte('}')
	}
	return nil
}
