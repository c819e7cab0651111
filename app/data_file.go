package app

import (
	"context"
	"time"
)

// Holder is who has a data file open for writing.
type Holder struct {
	Host  string    `json:"host"`  // name of the computer
	User  string    `json:"user"`  // as the operating system calls them
	PID   int       `json:"pid"`   // number of the process there
	Since time.Time `json:"since"` // UTC
}

// Tx is a change of many records under way. Whoever wants several records to change together
// hands the data file a function; it is called with a Tx, and reads and writes by that alone.
// When the function returns nil, all of its writes are kept as one step of undo; when it
// returns an error, none is.
type Tx interface {
	// List returns the records of a type that belong to a park, or to the whole file, in the
	// order of ids, as the change has left them so far.
	List(ctx context.Context, t *Type, park int64) ([]Record, error)
	// Get returns one record; ErrNotFound when there is none with that id.
	Get(ctx context.Context, t *Type, id int64) (Record, error)
	// Save adds a record without an id and gives it one, or writes the fields of one that were
	// changed since it was read; what others changed meanwhile stays and comes into rec.
	// FieldErrors say what is wrong with it; with ErrOvertaken, which fields others have
	// changed too.
	Save(ctx context.Context, rec Record) error
	// Delete removes a record; InUseError names those that refer to it.
	Delete(ctx context.Context, rec Record) error
	// Restore adds a record under the id it has, with the moment it was made at, now where there
	// is none: one that comes from a file that was written by this program, or from the journal.
	// It fails when the id is taken.
	Restore(ctx context.Context, rec Record) error

	// PutContent keeps the bytes of a file and returns their name; see Content.
	PutContent(ctx context.Context, data []byte) (sha256 string, err error)
}
