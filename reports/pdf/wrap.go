package pdf

import (
	"strings"
	"unicode"
)

// piece is a run of characters that stays on one line if it fits on one.
type piece struct {
	text  string
	space bool // followed by a space
	soft  bool // ends where a soft hyphen was: prints «-» at the end of a line
}

// pieces cuts one line of input at spaces, at soft hyphens and after the
// hyphens of compound words. A non-breaking space is a character like others.
func pieces(s string) []piece {
	var out []piece
	var word strings.Builder
	cut := func(p piece) {
		if p.text = word.String(); p.text != "" {
			out = append(out, p)
		} else if p.space && len(out) > 0 {
			out[len(out)-1].space = true // a space after a hyphen or a space
		}
		word.Reset()
	}
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case r == ' ':
			cut(piece{space: true})
		case r == softHyphen:
			cut(piece{soft: true})
		default:
			word.WriteRune(r)
			if compound(runes, i) {
				cut(piece{})
			}
		}
	}
	cut(piece{})
	return out
}

// compound reports whether a line may end after the hyphen or slash at i:
// between letters, so that dates, numbers and codes stay whole.
func compound(runes []rune, i int) bool {
	if r := runes[i]; r != '-' && r != '/' {
		return false
	}
	return i > 1 && i+2 < len(runes) && unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i-2]) &&
		unicode.IsLetter(runes[i+1]) && unicode.IsLetter(runes[i+2])
}

// line is one line of wrapped text.
type line struct {
	text string
	last bool // the last of its paragraph: not stretched when justified
}

// wrap breaks s into lines no wider than width; the first line of every
// paragraph is indent narrower. A word wider than a line is broken between
// characters. The empty text is one empty line.
func wrap(f font, s string, width, indent float64) []line {
	var out []line
	for paragraph := range strings.SplitSeq(s, "\n") {
		w := wrapper{font: f, width: width, room: width - indent}
		for _, p := range pieces(paragraph) {
			w.add(p)
		}
		w.end()
		w.lines[len(w.lines)-1].last = true
		out = append(out, w.lines...)
	}
	return out
}

// wrapper fills lines greedily. tail is what stands between the line so far
// and the next piece: a space, or nothing.
type wrapper struct {
	font  font
	width float64 // of every line but the first
	room  float64 // of the current line
	text  string
	used  float64
	tail  string
	soft  bool
	lines []line
}

func (w *wrapper) add(p piece) {
	hyphen := 0.0
	if p.soft { // the hyphen must fit too, should the line end here
		hyphen = w.font.measure("-")
	}
	if w.text != "" && w.used+w.font.measure(w.tail+p.text)+hyphen > w.room+slack {
		w.flush()
	}
	if w.text == "" && w.font.measure(p.text)+hyphen > w.room+slack {
		p.text = w.chop(p.text, hyphen)
	}
	w.text += w.tail + p.text
	w.used = w.font.measure(w.text)
	w.soft, w.tail = p.soft, ""
	if p.space {
		w.tail = " "
	}
}

// flush ends a line that goes on in the next.
func (w *wrapper) flush() {
	if w.soft && w.tail == "" {
		w.text += "-"
	}
	w.end()
}

// end ends a line.
func (w *wrapper) end() {
	w.lines = append(w.lines, line{text: w.text})
	w.text, w.used, w.tail, w.soft, w.room = "", 0, "", false, w.width
}

// chop writes a word wider than the line as full lines and returns its rest,
// which leaves room for a hyphen of the given width.
// A combining mark stays with its letter; a line has at least one character.
func (w *wrapper) chop(word string, hyphen float64) string {
	used, start := 0.0, 0
	for i, r := range word {
		advance := w.font.measure(string(r))
		if i > start && used+advance > w.room-hyphen+slack && !unicode.Is(unicode.Mn, r) {
			w.text, w.soft = word[start:i], false
			w.flush()
			start, used = i, 0
		}
		used += advance
	}
	return word[start:]
}

// extent returns the width of the widest line of s and of its widest piece:
// what a column would like to have, and what it needs to break no word.
func extent(f font, s string) (natural, need float64) {
	for text := range strings.SplitSeq(s, "\n") {
		whole := 0.0
		for _, p := range pieces(text) {
			w := f.measure(p.text)
			whole += w
			if p.space {
				whole += f.measure(" ")
			}
			if p.soft {
				w += f.measure("-")
			}
			need = max(need, w)
		}
		natural = max(natural, whole)
	}
	return max(natural, need), need
}
