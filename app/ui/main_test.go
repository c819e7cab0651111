package ui

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets memory pile up: a window lives for a second here, and collecting what it left
// would take a third of the time.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(3 << 29)
	os.Exit(m.Run())
}
