package pdf

import (
	"sync"

	"technopark/assets"
)

// leastSize is the smallest type on any sheet, points.
const leastSize = 8.0

// mmPerPoint converts the size of type into millimetres.
const mmPerPoint = 25.4 / 72

// style names a face by its use.
type style int

const (
	serif style = iota
	serifBold
	serifItalic
	serifBoldItalic
	sans
	sansBold
	styles // how many there are
)

// fontSet holds a face for every style.
type fontSet [styles]*face

// loadFonts parses the fonts of the program, the first time it is called.
var loadFonts = sync.OnceValues(func() (*fontSet, error) {
	files := assets.Fonts()
	sources := [styles]struct{ name, data string }{
		serif:           {"LiberationSerif", files.Serif},
		serifBold:       {"LiberationSerif-Bold", files.SerifBold},
		serifItalic:     {"LiberationSerif-Italic", files.SerifItalic},
		serifBoldItalic: {"LiberationSerif-BoldItalic", files.SerifBoldItalic},
		sans:            {"LiberationSans", files.Sans},
		sansBold:        {"LiberationSans-Bold", files.SansBold},
	}
	var set fontSet
	for i, s := range sources {
		f, err := parseFace(s.name, s.data)
		if err != nil {
			return nil, err
		}
		set[i] = f
	}
	return &set, nil
})

// font is a face at a size, with room between the lines.
type font struct {
	*face
	style   style
	size    float64 // points
	leading float64 // distance between baselines as a multiple of the size
}

func (s *fontSet) font(st style, size, leading float64) font {
	return font{face: s[st], style: st, size: size, leading: leading}
}

func (f font) measure(s string) float64 { return f.width(s, f.size) }

// lineHeight returns the distance between baselines in millimetres.
func (f font) lineHeight() float64 { return f.size * f.leading * mmPerPoint }

// baseline returns how far below the top of its line the baseline lies: the
// ink (0.9 of the size above, 0.22 below in both families) is centred.
func (f font) baseline() float64 {
	return f.lineHeight()/2 + (ascent-descent)/2*f.size*mmPerPoint
}

// Liberation's ascent and descent as fractions of the size.
const (
	ascent  = 0.891
	descent = 0.216
)
