package app

import (
	"context"
	"time"
)

// Holder is who has a data file open for writing.
type Holder struct {
	Host  string    `json:"host"`
	User  string    `json:"user"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"` // UTC
}

// Tx is a change of many records under way: what a function passed to a data file's
// Change reads and writes with. All of it is kept, as one step of undo, or none.
type Tx interface {
	List(ctx context.Context, t *Type, park int64) ([]Record, error)
	Get(ctx context.Context, t *Type, id int64) (Record, error)
	Save(ctx context.Context, rec Record) error
	Delete(ctx context.Context, rec Record) error
	// Restore adds a record under the id it has: one that comes from a file that was
	// written by this program. It fails when the id is taken.
	Restore(ctx context.Context, rec Record) error

	// PutContent keeps the bytes of a file and returns their name; see Content.
	PutContent(ctx context.Context, data []byte) (sha256 string, err error)
}
