package app

import (
	"crypto/sha256"
	"encoding/hex"
)

// Content returns the name under which a data file keeps the given bytes: their SHA-256
// as 64 hexadecimal digits. Equal bytes are kept once.
func Content(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
