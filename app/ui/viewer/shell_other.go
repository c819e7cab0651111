//go:build !windows

package viewer

import "errors"

// printByShell fails: other systems print by a command.
func printByShell(string) error { return errors.ErrUnsupported }
