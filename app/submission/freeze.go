package submission

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/regulation"
)

// Frozen is the data of a submission as canonical JSON and its hash, which is
// printed at the foot of every page.
type Frozen struct {
	JSON   []byte // the bytes that were hashed
	SHA256 string // of JSON, 64 hexadecimal digits
}

// DataName is the name under which the PDF carries the data.
const DataName = "technopark-data.json"

// Format is the first value of the canonical JSON; assets/docs/data.md describes it.
const Format = "technopark-submission-2"

// frozenHead is what stands before the records.
type frozenHead struct {
	Format string            `json:"format"`
	Year   int               `json:"year"` // of the data
	Park   int64             `json:"park"`
	Values map[string]string `json:"values"` // of the indicators, as printed, with a decimal point; «» where not calculated
	Method profileText       `json:"method"`
	Rules  profileText       `json:"rules"`
}

// profileText is a method or rules, whole: without it the figures could not be computed
// again.
type profileText struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	TOML    string `json:"toml"`
}

// Freeze writes everything a submission says as canonical JSON: the records of the park, the
// method and the rules they are judged by, and the indicators. Canonical means that the same
// figures give the same bytes: types stand in their order, records in that of ids, fields in
// that of the catalogue, numbers in stored units, and the times at which records were made
// or changed are left out. So are revisions and their signatures, which come after frozen
// data, and documents that prove nothing in this submission.
func Freeze(b *app.Book, set regulation.Set, result *rating.Result) (Frozen, error) {
	head := frozenHead{
		Format: Format, Year: result.Year, Park: b.Park.ID, Values: Values(result),
		Method: profileText{set.Method.ID, set.Method.Version, string(set.MethodFile.TOML)},
		Rules:  profileText{set.Rules.ID, set.Rules.Version, string(set.RuleFile.TOML)},
	}
	var buf bytes.Buffer
	if err := encode(&buf, head); err != nil {
		return Frozen{}, fmt.Errorf("freeze: %w", err)
	}
	buf.Truncate(buf.Len() - 1) // the brace
	buf.WriteString(`,"records":{`)
	first := true
	goes := submitted(b, result)
	for _, t := range frozenTypes() {
		if !first {
			buf.WriteByte(',')
		}
		first = false
		fmt.Fprintf(&buf, "\n%q:[", t.Key)
		if err := writeRecords(&buf, t, slices.DeleteFunc(concerning(b, b.Of(t.Key)), func(rec app.Record) bool { return !goes(rec) })); err != nil {
			return Frozen{}, fmt.Errorf("freeze %s: %w", t.Key, err)
		}
		buf.WriteByte(']')
	}
	buf.WriteString("}}\n")
	return Frozen{JSON: buf.Bytes(), SHA256: hashOf(buf.Bytes())}, nil
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// encode writes v as JSON with its characters as they are.
func encode(buf *bytes.Buffer, v any) error {
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	if n := buf.Len(); err == nil {
		buf.Truncate(n - 1) // the line break Encode adds
	}
	return err
}

func frozenTypes() []*app.Type {
	return slices.DeleteFunc(slices.Clone(app.Types()), func(t *app.Type) bool { return !t.Submitted() })
}

// Values returns the indicators by their codes as they are printed, with a decimal point
// and without spaces; «» for those that are not calculated.
func Values(result *rating.Result) map[string]string {
	values := map[string]string{}
	for _, ind := range result.All() {
		values[ind.Code] = ""
		if ind.Value != nil {
			values[ind.Code] = strings.NewReplacer("−", "-", ",", "").Replace(strings.Map(noSpace, ind.ValueText(app.EN)))
		}
	}
	return values
}

func noSpace(r rune) rune {
	if r == '\u00a0' || r == ' ' || r == '\u202f' {
		return -1
	}
	return r
}

// concerning leaves out what the file holds of other parks: it is not the submission's
// to show, and editing it must not change the hash.
func concerning(b *app.Book, recs []app.Record) []app.Record {
	return slices.DeleteFunc(slices.Clone(recs), func(rec app.Record) bool { return !b.Concerns(rec) })
}

// submitted tells the documents of the submission, with their links, from those that stay at
// home; any other record goes.
func submitted(b *app.Book, result *rating.Result) func(app.Record) bool {
	documents := map[int64]bool{}
	for _, p := range Proofs(b, result) {
		documents[p.Document.ID] = true
	}
	return func(rec app.Record) bool {
		t, id := rec.Type(), rec.Header().ID
		if owner, of := app.OwnerOf(rec); owner != nil && owner.Proof {
			t, id = owner, of
		}
		return !t.Proof || documents[id]
	}
}

func writeRecords(buf *bytes.Buffer, t *app.Type, recs []app.Record) error {
	fields := t.Stored()
	for i, rec := range recs {
		if i > 0 {
			buf.WriteByte(',')
		}
		fmt.Fprintf(buf, "\n{\"id\":%d", rec.Header().ID)
		for _, f := range fields {
			fmt.Fprintf(buf, ",%q:", f.Key)
			if err := encode(buf, f.JSON(f.Get(rec))); err != nil {
				return fmt.Errorf("record %d, field %s: %w", rec.Header().ID, f.Key, err)
			}
		}
		buf.WriteByte('}')
	}
	return nil
}

// Thawed is a submission read back from its canonical JSON.
type Thawed struct {
	Year   int                 // of the data
	Book   *app.Book           // the records, as they were frozen
	Values map[string]string   // of the indicators by code, as they were printed then
	By     *regulation.Library // the method and the rules it was made by
}

// judged checks the records that were frozen as data and computes their indicators. It
// stays the submission of these very bytes: a later program may know more fields and would
// freeze the same records otherwise.
//
// last, where it is given, is what an earlier revision holds, to be compared with.
func (t *Thawed) judged(data []byte, last *app.Book) (*state, error) {
	s, err := judged(last, t.Book, t.By, t.Year, app.Date{}, func(Step) {})
	if err != nil {
		return nil, err
	}
	s.frozen = Frozen{JSON: data, SHA256: hashOf(data)}
	s.out.DataSHA256, s.values = s.frozen.SHA256, t.Values
	return s, nil
}

// errNotFrozen says that bytes are not the data of a submission this program can read.
var errNotFrozen = errors.New("these are no data of a submission")

// thaw reads canonical JSON. What it cannot read is errNotFrozen, with the reason.
func thaw(data []byte) (*Thawed, error) {
	var frozen struct {
		frozenHead
		Records map[string][]map[string]any `json:"records"`
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	if err := dec.Decode(&frozen); err != nil {
		return nil, fmt.Errorf("%w: %w", errNotFrozen, err)
	}
	if frozen.Format != Format {
		return nil, fmt.Errorf("%w: format %q, expected %q", errNotFrozen, frozen.Format, Format)
	}
	records := map[string][]app.Record{}
	for _, t := range frozenTypes() {
		for _, fields := range frozen.Records[t.Key] {
			rec, err := thawRecord(t, fields, frozen.Park)
			if err != nil {
				return nil, fmt.Errorf("%w: %s: %w", errNotFrozen, t.Key, err)
			}
			records[t.Key] = append(records[t.Key], rec)
		}
	}
	out := &Thawed{Year: frozen.Year, Values: frozen.Values}
	out.Book = app.BookOf(frozen.Park, records, app.YearPeriod(frozen.Year).Last())
	if out.Book == nil {
		return nil, fmt.Errorf("%w: the park is not in it", errNotFrozen)
	}
	by, err := regulation.Program().With(regulation.File{Name: frozen.Method.ID + ".toml", TOML: []byte(frozen.Method.TOML)})
	if err == nil {
		out.By, err = by.With(regulation.File{Name: frozen.Rules.ID + ".toml", TOML: []byte(frozen.Rules.TOML)})
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNotFrozen, err)
	}
	if set, err := out.By.For(out.Book, out.Year); err != nil || !set.OwnMethod || !set.OwnRules {
		return nil, errors.Join(fmt.Errorf("%w: the method or the rules are none", errNotFrozen), err)
	}
	return out, nil
}

func thawRecord(t *app.Type, fields map[string]any, park int64) (app.Record, error) {
	rec := t.New()
	number, ok := fields["id"].(json.Number)
	id, err := number.Int64()
	if !ok || err != nil || id <= 0 {
		return nil, fmt.Errorf("a record without its id")
	}
	rec.Header().ID = id
	if t.Scope == app.ScopePark {
		rec.Header().Park = park
	}
	for _, f := range t.Stored() {
		raw, there := fields[f.Key]
		if !there {
			continue // a field that a later program added
		}
		v, err := f.FromJSON(raw)
		if err != nil {
			return nil, fmt.Errorf("record %d, field %s: %w", id, f.Key, err)
		}
		f.Set(rec, v)
	}
	return rec, nil
}
