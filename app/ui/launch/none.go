//go:build headless

package launch

// Available reports whether this build has a window.
const Available = false

// Run returns ErrNoWindow.
func Run(Options) error { return ErrNoWindow }

// Again does nothing: there was no window that could have crashed.
func Again() {}
