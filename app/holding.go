package app

import (
	"maps"
	"time"
)

// Holding is what a data file holds, in the numbers by which it is compared with a copy.
type Holding struct {
	Records map[string]int64 `json:"records"` // how many there are, by the key of their type
	Entries int64            `json:"entries"` // of the journal; they are numbered without a gap
	Hash    string           `json:"hash"`    // of the last entry and, through it, of all before; «» without entries
	Origin  string           `json:"origin"`  // hash of the first entry: files that were once one have it in common
	Changed time.Time        `json:"changed"` // when the last entry was written, UTC; zero without entries
}

// Same reports whether two files hold the same records with the same history.
func (h Holding) Same(other Holding) bool {
	return h.Entries == other.Entries && h.Hash == other.Hash && maps.Equal(h.Records, other.Records)
}
