//go:build !headless && ci

package launch

// probe finds the toolkit's test driver, which always draws.
func probe() error { return nil }
