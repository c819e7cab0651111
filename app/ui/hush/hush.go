// Package hush keeps the window toolkit from writing to the terminal before it is asked for
// anything. While its packages are initialised, the toolkit reads the language of the system
// and complains on standard error about one it does not know, such as «C.UTF-8»: whoever runs
// «technopark --version» would read that first.
//
// We close the log of the standard library while packages are initialised. Go initialises a
// package once all it imports are, and of several that could be next the one whose path comes
// first. The toolkit waits for text/template, whose path comes after this one; a test fails
// if that changes.
package hush

import (
	"io"
	"log"
	"os"
)

func init() { //nolint:gochecknoinits // it has to come before the toolkit's own
	log.SetOutput(io.Discard)
}

// End lets the toolkit write to the log again.
func End() { log.SetOutput(os.Stderr) }
