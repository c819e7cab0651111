package kit

import "fyne.io/fyne/v2"

// twins tells names apart that agree where they are cut: of two that begin alike both are cut
// in the middle, so that their ends are seen.
type twins struct {
	runes int             // that surely have room
	known map[string]bool // beginnings that more than one name has
}

// forget drops what is known: rows or their room have changed.
func (n *twins) forget() { n.known = nil }

// count looks which names begin alike over the first so many letters.
func (n *twins) count(names func(yield func(string) bool), runes int) {
	if n.known != nil && n.runes == runes {
		return
	}
	n.runes, n.known = runes, map[string]bool{}
	first := map[string]string{}
	for name := range names {
		begin := beginning(name, runes)
		if other, seen := first[begin]; seen && other != name {
			n.known[begin] = true
			continue
		}
		first[begin] = name
	}
}

// among reports whether another name begins like this one.
func (n *twins) among(name string) bool { return n.known[beginning(name, n.runes)] }

func beginning(name string, runes int) string {
	for i := range name {
		if runes == 0 {
			return name[:i]
		}
		runes--
	}
	return name
}

// fitMiddle returns the text, or its beginning and its end with «…» between them.
func fitMiddle(text string, room, textSize float32, style fyne.TextStyle) string {
	if width(text, textSize, style) <= room {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)-1
	for low < high {
		kept := (low + high + 1) / 2
		if width(halves(runes, kept), textSize, style) <= room {
			low = kept
		} else {
			high = kept - 1
		}
	}
	return halves(runes, low)
}

// halves returns so many letters of a text, half of them from its end.
func halves(runes []rune, kept int) string {
	end := kept / 2
	return string(runes[:kept-end]) + ellipsis + string(runes[len(runes)-end:])
}
