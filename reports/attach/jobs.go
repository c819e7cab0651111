package attach

import (
	"errors"
	"fmt"
	"time"

	"technopark/app/sandbox"
)

// Jobs returns what this package does with the files of strangers, for sandbox.Serve.
func Jobs() []sandbox.Server {
	return []sandbox.Server{looking, laying, losing, drawing, parsing, comparing}
}

// file is what work takes.
type file struct {
	Name string // asked for office files alone
	Kind string // one of the kinds
	Data []byte
}

// limitOf returns what work over a file may take. Small files do not get more because they
// say that they are large inside.
func limitOf(bytes int) sandbox.Limit {
	const least, most = 350 << 20, 4 << 30
	return sandbox.Limit{
		Time:   8*time.Second + time.Duration(bytes>>20)*400*time.Millisecond,
		Memory: min(max(least, 200<<20+4*int64(bytes)), most),
	}
}

// fault is an error on its way between processes: its text, and which of the errors of this
// package it is.
type fault struct {
	Text string // «» when there was none
	Is   []int  // places in known
}

// known are the errors that callers tell apart.
var known = []error{ErrEmpty, ErrTooBig, ErrEncrypted, ErrDamaged, ErrHuge, ErrUnknown, ErrHeavy, errUnread, ErrNoPages, errFonts}

func faultOf(err error) fault {
	if err == nil {
		return fault{}
	}
	f := fault{Text: err.Error()}
	for i, k := range known {
		if errors.Is(err, k) {
			f.Is = append(f.Is, i)
		}
	}
	return f
}

func (f fault) err() error {
	if f.Text == "" {
		return nil
	}
	all := []error{errors.New(f.Text)}
	for _, i := range f.Is {
		all = append([]error{known[i]}, all...)
	}
	return errors.Join(all...)
}

// looked is what a look at a file tells.
type looked struct {
	Info  Info
	Fault fault
}

var looking = sandbox.Job[file, looked]{Name: "look", Work: func(f file) (looked, error) {
	lastParsed.forget()
	info, err := inspect(f.Name, f.Data)
	return looked{info, faultOf(err)}, nil
}}

// stopped says of work that did not come to its end that the file is at fault.
func stopped(err error) error {
	if errors.Is(err, sandbox.ErrFailed) {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if errors.Is(err, sandbox.ErrStopped) {
		return fmt.Errorf("%w: %w", ErrHeavy, err)
	}
	return err
}
