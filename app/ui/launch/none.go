//go:build headless

package launch

// Available reports whether this build has a window.
const Available = false

// Run returns ErrNoWindow.
func Run(Options) error { return ErrNoWindow }
