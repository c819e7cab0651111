package app

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// What can go wrong with a data file, a record or any other file in a way the user can act
// on. Each is a refusal without data: whoever meets it names the file with About.
var (
	ErrNotFound    = fault("err.not_found", "not found")
	ErrConflict    = fault("err.conflict", "conflicts with another record")
	ErrOvertaken   = fault("err.overtaken", "the same field was changed meanwhile")
	ErrInUse       = fault("err.in_use", "other records depend on it")
	ErrReadOnly    = fault("err.read_only", "opened for reading only")
	ErrLocked      = fault("err.locked", "opened by someone else")
	ErrNotOurs     = fault("err.not_ours", "not a data file of this program")
	ErrSealed      = fault("err.sealed", "file is a sealed copy")
	ErrEmptyFile   = fault("err.empty_file", "file is empty")
	ErrDamaged     = fault("err.damaged", "file is damaged")
	ErrNewerSchema = fault("err.newer_schema", "file was made by a newer version of the program")
	ErrNoFile      = fault("err.no_file", "file does not exist")
	ErrIsDir       = fault("err.is_dir", "a directory where a file is wanted")
	ErrNotPlain    = fault("err.not_plain", "neither a file nor a directory")
	ErrTooBig      = fault("err.too_big", "file is too big")
	ErrMissingDir  = fault("err.missing_dir", "directory does not exist")
	ErrNotDir      = fault("err.not_dir", "a file where a directory is wanted")
	ErrBadName     = fault("err.bad_name", "no file can have this name")
	ErrNoWrite     = fault("err.no_write", "directory cannot be written to")
	ErrNoRead      = fault("err.no_read", "file may not be read")
	ErrNoSpace     = fault("err.no_space", "disk is full")
	ErrDisk        = fault("err.disk", "disk or network failed")
	ErrAway        = fault("err.away", "disk or network directory does not answer")
	ErrLoop        = fault("err.loop", "links lead in a circle")
	ErrTooLarge    = fault("err.too_large", "disk takes no file of this size")
	ErrWriteGuard  = fault("err.write_guard", "disk is protected from writing")
	ErrManyOpen    = fault("err.many_open", "too many files are open")
	ErrSamePlace   = fault("err.same_place", "two files are to be written under one name")
	ErrBusy        = fault("err.busy", "file is held by another program")
	ErrExists      = fault("err.exists", "file already exists")

	// These happen to a data file while it is open; what was read of it is still whole.
	ErrMoved       = fault("err.moved", "data file is no longer where it was opened")
	ErrReplaced    = fault("err.replaced", "data file was written over by another")
	ErrProtected   = fault("err.protected", "data file was made read-only while open")
	ErrUnreachable = fault("err.unreachable", "disk of the data file does not answer")
)

// ErrManyNames says of a file with several names that it is only read; it is ErrReadOnly.
var ErrManyNames error = &Refusal{ID: "err.many_names", Cause: ErrReadOnly}

// NoContent says of a kept file, by its SHA-256, that a record names it and its bytes are not in the
// data file; it is ErrNotFound.
func NoContent(sha256 string) error {
	return &Refusal{ID: "err.no_content", Data: map[string]any{"Name": sha256[:min(len(sha256), 12)]}, Cause: ErrNotFound}
}

// fault makes a refusal that is compared by identity.
func fault(id, log string) error { return &Refusal{ID: id, Cause: errors.New(log)} }

// FieldError says what is wrong with one field of a record.
type FieldError struct {
	Field   string // key of the field
	Message Text   // what was found, what was expected, what to do
}

// Error gives the fault in English for logs.
func (e FieldError) Error() string { return e.Field + ": " + e.Message.In(EN) }

// FieldErrors are all faults of one record, in the order of its fields.
type FieldErrors []FieldError

// Error lists the faults in English for logs.
func (e FieldErrors) Error() string {
	parts := make([]string, len(e))
	for i, f := range e {
		parts[i] = f.Field + ": " + f.Message.In(EN)
	}
	return strings.Join(parts, "; ")
}

// FaultsOf returns the faults of a record, or of one field, that an error is or wraps.
func FaultsOf(err error) FieldErrors {
	var all FieldErrors
	if errors.As(err, &all) {
		return all
	}
	var one FieldError
	if errors.As(err, &one) {
		return FieldErrors{one}
	}
	return nil
}

// Of returns the fault of the field with the given key, if there is one.
func (e FieldErrors) Of(key string) (Text, bool) {
	for _, f := range e {
		if f.Field == key {
			return f.Message, true
		}
	}
	return Text{}, false
}

// BrokenEntry names the first entry of the journal that was changed by other means than
// this program, MissingEntry one that was removed or put in. Both are ErrDamaged.
func BrokenEntry(id int64) error {
	return &Refusal{ID: "err.entry_changed", Data: map[string]any{"Entry": strconv.FormatInt(id, 10)}, Cause: ErrDamaged}
}

// MissingEntry is told of at BrokenEntry.
func MissingEntry(id int64) error {
	return &Refusal{ID: "err.entry_missing", Data: map[string]any{"Entry": strconv.FormatInt(id, 10)}, Cause: ErrDamaged}
}

// ChangedSchema says in what the schema of a data file is not ours; nil when it is. Nothing was
// read of such a file. It is ErrDamaged.
func ChangedSchema(differences []Text) error {
	if len(differences) == 0 {
		return nil
	}
	var ru, en []string
	for _, d := range differences {
		ru, en = append(ru, d.RU), append(en, d.EN)
	}
	what := Text{RU: strings.Join(ru, "; "), EN: strings.Join(en, "; ")}
	return &Refusal{ID: "err.schema", Data: map[string]any{"What": what}, Cause: fmt.Errorf("%w: schema: %s", ErrDamaged, what.EN)}
}

// InUseError names what depends on a record that was to be deleted.
// It unwraps to ErrInUse.
type InUseError struct {
	Dependents []Dependent // the first of each kind
	Total      int         // how many there are
}

// Dependent is one record that refers to another.
type Dependent struct {
	Type  *Type  // of the record
	ID    int64  // of the record
	Title string // what people call it
}

// Error counts the dependents for logs.
func (e *InUseError) Error() string {
	titles := make([]string, len(e.Dependents))
	for i, d := range e.Dependents {
		titles[i] = d.Type.Key + " " + d.Title
	}
	return ErrInUse.Error() + ": " + strings.Join(titles, ", ")
}

// Unwrap makes errors.Is(err, ErrInUse) hold.
func (e *InUseError) Unwrap() error { return ErrInUse }
