// Package hush keeps the window toolkit from writing to the terminal before it is asked for
// anything: while its packages are made ready it looks at the language of the system, and
// tells of one it cannot read, as «C.UTF-8», on standard error. Whoever runs «technopark --version»
// would read that first.
//
// We close the log of the standard library while packages are made ready. Go makes them
// ready in the order of their paths as soon as what they import is, and the toolkit waits
// for text/template, which comes after this one; a test would tell if that changed.
package hush

import (
	"io"
	"log"
	"os"
)

func init() { //nolint:gochecknoinits // it has to come before the toolkit's own
	log.SetOutput(io.Discard)
}

// End lets be said what the toolkit has to say from now on.
func End() { log.SetOutput(os.Stderr) }
