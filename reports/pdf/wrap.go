package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a run of characters that stays on one line if it fits on one.
type piece struct {
	text  string
	space bool // followed by a space
	soft  bool // ends where a soft hyphen was: prints «-» at the end of a line
}

// pieces cuts one line of input at spaces and soft hyphens, but not between
// words that belong together. A non-breaking space is a character like others,
// and so is a hyphen: a name broken after its own hyphen loses it when it is
// copied or searched for in the PDF.
func pieces(s string) []piece {
	var out []piece
	var word strings.Builder
	cut := func(p piece) {
		if p.text = word.String(); p.text != "" {
			out = append(out, p)
		} else if p.space && len(out) > 0 {
			out[len(out)-1].space = true // after a soft hyphen or a space
		}
		word.Reset()
	}
	for _, r := range s {
		switch {
		case r == ' ':
			cut(piece{space: true})
		case r == softHyphen:
			cut(piece{soft: true})
		default:
			word.WriteRune(r)
		}
	}
	cut(piece{})
	return bind(out)
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
	return wrapped(f, s, width, indent, true)
}

// wrapped is wrap, and keeps short names in quotation marks whole where it is asked to: not in
// lines that are pulled apart to one width, which would have holes.
func wrapped(f font, s string, width, indent float64, names bool) []line {
	var out []line
	for paragraph := range strings.SplitSeq(s, "\n") {
		w := wrapper{font: f, width: width, room: width - indent}
		all := pieces(paragraph)
		if names && strings.ContainsAny(paragraph, opening) {
			all = whole(all)
		}
		for _, p := range all {
			w.add(p)
		}
		w.end()
		w.lines[len(w.lines)-1].last = true
		out = append(out, w.lines...)
	}
	return out
}

// clip returns at most n of the lines; «…» shows that there were more. It is
// for what cannot go on on the next page, like the head of a table.
func clip(f font, lines []line, n int, width float64) []line {
	if len(lines) <= n {
		return lines
	}
	cut := lines[n-1].text + "…"
	if f.measure(cut) > width {
		cut = shorten(f, cut, width)
	}
	return append(slices.Clone(lines[:n-1]), line{text: cut, last: true})
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
// It breaks at a space that otherwise does not break, else after a hyphen or
// slash where there is one. A combining mark stays with its letter; a line has
// at least one character.
func (w *wrapper) chop(word string, hyphen float64) string {
	used, start := 0.0, 0
	for i, r := range word {
		advance := w.font.measure(string(r))
		for i > start && used+advance > w.room-hyphen+slack && !unicode.Is(unicode.Mn, r) {
			end, next := i, i
			if at, size := blank(word[start:i]); at > 0 {
				end, next = start+at, start+at+size
			} else if at := strings.LastIndexAny(word[start:i], "-/"); at > (i-start)/3 {
				end, next = start+at+1, start+at+1
			}
			w.text, w.soft = word[start:end], false
			w.flush()
			start, used = next, w.font.measure(word[next:i])
		}
		used += advance
	}
	return word[start:]
}

// blank returns where the last space of s is that may be given up, and its length; at is
// not above 0 where there is none. Initials stay with what follows them as long as they can.
func blank(s string) (at, size int) {
	at = lastBlank(s)
	for at > 0 {
		before := lastBlank(s[:at])
		if before <= 0 || !initial(strings.Trim(s[before:at], blanks)) {
			break
		}
		at = before
	}
	if at < 0 {
		return at, 0
	}
	_, size = utf8.DecodeRuneInString(s[at:])
	return at, size
}

const blanks = " \u00a0"

func lastBlank(s string) int { return strings.LastIndexAny(s, blanks) }

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
