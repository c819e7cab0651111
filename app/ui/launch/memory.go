//go:build !headless

package launch

import (
	"runtime/debug"
	"time"
	_ "unsafe" // for go:linkname
)

// Memory the window keeps beside what it shows. An office computer has little of it, and
// the time saved is not felt.
const (
	spareMemory  = 30              // percent of what lives; the runtime's own 100
	keptDrawings = 5 * time.Second // of texts and widgets no longer shown; the toolkit's own 60
	lookedAt     = 2 * time.Second // how often the toolkit looks for such drawings; its own 30
)

// drawingsKept is how long the toolkit keeps the drawings of what is no longer shown: every
// text is a picture of its own, and a walk over all screens makes thousands. The variable
// FYNE_CACHE sets it too, but it is read before any of our code runs.
//
//go:linkname drawingsKept fyne.io/fyne/v2/internal/cache.ValidDuration
var drawingsKept time.Duration

// drawingsLookedAt is how often the toolkit drops what was kept long enough. It is reckoned
// from the time above before any of our code runs.
//
//go:linkname drawingsLookedAt fyne.io/fyne/v2/internal/cache.cleanTaskInterval
var drawingsLookedAt time.Duration

// spare makes the window content with less memory.
func spare() {
	debug.SetGCPercent(spareMemory)
	drawingsKept, drawingsLookedAt = keptDrawings, lookedAt
}
