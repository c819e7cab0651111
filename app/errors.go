package app

import (
	"errors"
	"fmt"
	"strings"
)

// What can go wrong with a data file or a record in a way the user can act on.
// Each becomes one sentence with the next step in the user's language.
var (
	ErrNotFound    = errors.New("not found")
	ErrConflict    = errors.New("conflicts with another record")
	ErrInUse       = errors.New("other records depend on it")
	ErrReadOnly    = errors.New("opened for reading only")
	ErrLocked      = errors.New("opened by someone else")
	ErrNotOurs     = errors.New("not a data file of this program")
	ErrEmptyFile   = errors.New("file is empty")
	ErrDamaged     = errors.New("file is damaged")
	ErrNewerSchema = errors.New("file was made by a newer version of the program")
	ErrMissingDir  = errors.New("directory does not exist")
	ErrNoWrite     = errors.New("directory cannot be written to")
	ErrNoRead      = errors.New("file may not be read")
	ErrNoSpace     = errors.New("disk is full")
	ErrExists      = errors.New("file already exists")

	// These happen to a data file while it is open; what was read of it is still whole.
	ErrMoved       = errors.New("data file is no longer where it was opened")
	ErrReplaced    = errors.New("data file was written over by another")
	ErrProtected   = errors.New("data file was made read-only while open")
	ErrUnreachable = errors.New("disk of the data file does not answer")
)

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

// Of returns the fault of the field with the given key, if there is one.
func (e FieldErrors) Of(key string) (Text, bool) {
	for _, f := range e {
		if f.Field == key {
			return f.Message, true
		}
	}
	return Text{}, false
}

// BrokenEntryError names the first entry of the journal that was changed, removed or
// put in by other means than this program. It unwraps to ErrDamaged.
type BrokenEntryError struct {
	Entry   int64
	Missing bool // it is not there; otherwise it is not as it was written
}

// Error describes the fault for logs.
func (e *BrokenEntryError) Error() string {
	what := "is not as it was written"
	if e.Missing {
		what = "is missing"
	}
	return fmt.Sprintf("%v: journal entry %d %s", ErrDamaged, e.Entry, what)
}

// Unwrap makes errors.Is(err, ErrDamaged) hold.
func (e *BrokenEntryError) Unwrap() error { return ErrDamaged }

// InUseError names what depends on a record that was to be deleted.
// It unwraps to ErrInUse.
type InUseError struct {
	Dependents []Dependent // the first of each kind
	Total      int         // how many there are
}

// Dependent is one record that refers to another.
type Dependent struct {
	Type  *Type
	ID    int64
	Title string
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
