package assets

import (
	_ "embed"
	"slices"
)

// icon.png is icon.svg rendered at 512 × 512; FyneApp.toml names it too.
//
//go:embed icon.png
var icon []byte

// Icon returns the program's mark, a PNG of 512 × 512 pixels. The bytes are the
// caller's own.
func Icon() []byte { return slices.Clone(icon) }
