//go:build !linux && !windows

package bugreport

// release returns nothing: of other systems their name has to do.
func release() string { return "" }
