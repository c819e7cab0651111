package app

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Action is what a journal entry did to a record.
type Action string

// The actions.
const (
	ActionAdd    Action = "add"
	ActionEdit   Action = "edit"
	ActionDelete Action = "delete"
)

// Cause says whether an entry is a user's own change, or one taken back or made again.
type Cause string

// The causes.
const (
	CauseDo   Cause = "do"
	CauseUndo Cause = "undo"
	CauseRedo Cause = "redo"
)

// JournalEntry is one record added, edited or deleted: who did it, when, and what
// the record was before and after. Entries are never changed.
type JournalEntry struct {
	ID     int64     // 1, 2, 3 … without a gap
	At     time.Time // UTC
	Who    string    // as the operating system calls them
	Change int64     // the undo step the entry belongs to
	Cause  Cause     // a change of their own, or one taken back or made again
	Action Action    // what was done to the record
	Type   string    // key of the record's type
	Record int64     // its id
	Before string    // JSON written by Snapshot; empty when added
	After  string    // empty when deleted
	Hash   string    // of this entry and, through the one before it, of all before
	What   string    // how undo calls its step: «данные из файла „реестр.xlsx“»; no part of the hash
	Begins string    // of an entry that begins a step, what that is called; «» of others, and of those of versions that left it out
}

// Step returns how undo calls the step of the entry where that says more than the entry itself: from which
// file the data came, what was done to many records at once; else «». title is what the record is called.
func (e JournalEntry) Step(title string) string {
	if title != "" && strings.Contains(Fold(e.What), Fold(title)) {
		return ""
	}
	return e.What
}

// JournalFilter chooses entries of the journal.
type JournalFilter struct {
	Type   string    // key of a type; empty for all
	ID     int64     // of a record of that type; 0 for all
	Did    Action    // what was done; empty for all
	Who    string    // who did it, as the journal writes them; empty for all
	Step   string    // a part of what undo calls their step, in letters of any case; empty for all
	Of     []Place   // of these records, whatever their number, and of no other; nil for all
	Gone   bool      // only the deletions of records that are not there now
	Since  time.Time // not before that moment; zero for all
	Until  time.Time // before that moment; zero for all
	Change int64     // of that step of undo; 0 for all
	After  int64     // id of an entry: only later ones; 0 for all
	Upto   int64     // id of an entry: it and earlier ones; 0 for all
	Limit  int       // at most so many of the newest; 0 for all
}

// Step is a change that can be undone or redone as one.
type Step struct {
	What string // «изменение: Резидент „Альфа“ — Выручка»

	// Type and IDs are of the records that the step is about; empty until it is undone or redone.
	Type *Type   // nil, too, when this program no longer has it
	IDs  []int64 // their numbers

	// Over names a later change that stays as it is, because it is never taken back: a
	// revision that was made, its state or a signature. Whoever undoes the step passes over
	// it and has to know; «» when there is none, or when it was passed over already. For
	// Redo it names the change that is not made again.
	Over string
}

// StepTaken is a step of undo in the list of them.
type StepTaken struct {
	Change  int64     // its number
	What    string    // as Step.What
	At      time.Time // of its first entry, UTC
	Who     string    // as JournalEntry.Who
	Records int       // that it touched
	Undone  bool      // it was taken back and can be made again
	Held    bool      // it is never taken back, see Step.Over
}

// Edit is one field of a journal entry.
type Edit struct {
	Field         Field // that differs
	Before, After Value // on either side of the change; empty where there was no value
}

// Edits returns the fields that differ before and after the entry, in the order of
// the catalogue; fields this program no longer has are passed over.
func (e JournalEntry) Edits() ([]Edit, error) {
	t := TypeByKey(e.Type)
	if t == nil {
		return nil, fmt.Errorf("journal entry %d: unknown type %s", e.ID, e.Type)
	}
	before, err := ReadSnapshot(t, e.Before)
	if err != nil {
		return nil, fmt.Errorf("journal entry %d: %w", e.ID, err)
	}
	after, err := ReadSnapshot(t, e.After)
	if err != nil {
		return nil, fmt.Errorf("journal entry %d: %w", e.ID, err)
	}
	var edits []Edit
	for _, f := range t.Stored() {
		if b, a := before.Values[f.Key], after.Values[f.Key]; b != a {
			edits = append(edits, Edit{f, b, a})
		}
	}
	return edits, nil
}

// Snapshot is what the journal keeps of a record on one side of a change: all of it
// when it was added or deleted, only the changed fields when it was edited.
type Snapshot struct {
	Park    int64            // 0 in an edit, and for records of the whole file
	Created time.Time        // zero in an edit
	Values  map[string]Value // by keys of fields; those without a value are not there
}

// Keys of a snapshot that are not fields; a contract test keeps fields off them.
const (
	snapshotPark    = "park_id"
	snapshotCreated = "created"
)

// TakeSnapshot returns the whole record; a field that is not there has no value.
func TakeSnapshot(rec Record) Snapshot {
	h := rec.Header()
	s := Snapshot{Park: h.Park, Created: h.Created, Values: map[string]Value{}}
	for _, f := range rec.Type().Stored() {
		if v := f.Get(rec); !v.Empty() {
			s.Values[f.Key] = v
		}
	}
	return s
}

// JSON writes the snapshot of a record of type t, keys in alphabetical order.
func (s Snapshot) JSON(t *Type) (string, error) {
	object := make(map[string]any, len(s.Values)+2)
	if s.Park != 0 {
		object[snapshotPark] = s.Park
	}
	if !s.Created.IsZero() {
		object[snapshotCreated] = s.Created.UTC().Format(time.RFC3339)
	}
	for _, f := range t.Stored() {
		if v, ok := s.Values[f.Key]; ok {
			object[f.Key] = f.JSON(v)
		}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(object); err != nil {
		return "", fmt.Errorf("write %s as JSON: %w", t.Key, err)
	}
	return string(bytes.TrimSpace(out.Bytes())), nil
}

// ReadSnapshot reads what JSON wrote; an empty text is an empty snapshot. Fields
// that t no longer has are passed over.
func ReadSnapshot(t *Type, text string) (Snapshot, error) {
	s := Snapshot{Values: map[string]Value{}}
	if text == "" {
		return s, nil
	}
	var object map[string]any
	dec := json.NewDecoder(bytes.NewReader([]byte(text)))
	dec.UseNumber()
	if err := dec.Decode(&object); err != nil {
		return s, fmt.Errorf("read %s from JSON: %w", t.Key, err)
	}
	for _, f := range t.Stored() {
		raw, ok := object[f.Key]
		if !ok {
			continue
		}
		v, err := f.FromJSON(raw)
		if err != nil {
			return s, fmt.Errorf("read %s from JSON: %w", t.Key, err)
		}
		s.Values[f.Key] = v
	}
	err := s.readHead(object)
	return s, err
}

func (s *Snapshot) readHead(object map[string]any) (err error) {
	if n, ok := object[snapshotPark].(json.Number); ok {
		if s.Park, err = n.Int64(); err != nil {
			return fmt.Errorf("read %s: %w", snapshotPark, err)
		}
	}
	if at, ok := object[snapshotCreated].(string); ok {
		if s.Created, err = time.Parse(time.RFC3339, at); err != nil {
			return fmt.Errorf("read %s: %w", snapshotCreated, err)
		}
	}
	return nil
}
