package ui

import (
	"runtime"
	"testing"
)

// walkLength is how many records a walk shows.
const walkLength = 200

// TestMemoryDoesNotGrowWithVisits walks over records and all screens until everything that
// is kept for good is there, then walks again: what lives may not grow with the visits. The
// pages are painted, since parsed fonts are kept by what is painted.
func TestMemoryDoesNotGrowWithVisits(t *testing.T) {
	s := sampleShell(t)
	s.walk(walkLength / 10)
	before := liveMemory()
	s.walk(walkLength)
	after := liveMemory()
	t.Logf("after a short walk %.1f MB, after a long one %.1f MB", megabytes(before), megabytes(after))
	if after > before+before/5 {
		t.Errorf("after %d records and all screens %.1f MB live, before them %.1f MB", walkLength, megabytes(after), megabytes(before))
	}
}

// walk shows so many records one after another in their form, then every screen.
func (s *shell) walk(records int) {
	s.t.Helper()
	screen := s.records("resident_report")
	ids := screen.Table.Shown()
	for i := range records {
		screen.Table.Select(ids[i%len(ids)])
		if i%40 == 0 {
			s.win.Canvas().Capture()
		}
	}
	for _, e := range s.entries {
		s.navigate(e.ID)
		s.win.Canvas().Capture()
	}
}

func liveMemory() uint64 {
	runtime.GC()
	runtime.GC() // the first one frees what has a finalizer
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

func megabytes(bytes uint64) float64 { return float64(bytes) / (1 << 20) }
