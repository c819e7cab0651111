// Package launch starts the window, or says that this build has none. The choice is
// made here by a build tag, so that main is the same in both builds and the headless
// one holds no part of the window toolkit.
package launch

import (
	"errors"

	"technopark/app/ui/port"
)

// Options is what the window needs; see port.Options.
type Options = port.Options

// Store is an open data file; see port.Store.
type Store = port.Store

// ErrNoWindow says that no window can be shown: this build has none, or the computer
// has no graphics for it. The commands do the whole job without one.
var ErrNoWindow = errors.New("no window")
