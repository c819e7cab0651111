package xlsx

import (
	"math"
	"strings"
	"unicode/utf8"

	"technopark/app"
	"technopark/app/questionnaire"
)

// grid is the columns of a questionnaire. Those of the table of records are the finest, so
// the parts of single answers are laid over them, and every answer has a cell of its own.
type grid struct {
	widths []float64 // of all columns from the hidden one on, in characters
	number int       // column that numbers the rows of tables; single labels begin there
	value  int       // of single answers, counted from 1
	unit   int
	before int // figures of the period before
	hint   int
}

func (g grid) last() int { return len(g.widths) }

// Widths in characters.
const (
	keyWidth    = 4
	numberWidth = 4
	labelWidth  = 38 // at least, of the labels of single answers
	fieldsWidth = 30 // when the columns of a table have so much, labels may widen the first
	valueWidth  = 20 // at least, of single answers
	unitWidth   = 11
	beforeWidth = 16
	hintWidth   = 28
	widestField = 27  // of a table: longer texts go on in the next line
	spareWidth  = 1.5 // of a column of a table beside its longest word
)

// gridOf lays the columns out: as wide as the fields of the table, and at least as wide as what
// single answers have there.
func gridOf(form *questionnaire.Form) grid {
	var fields []app.Field
	for _, s := range form.Sections {
		if s.Table != nil {
			fields = s.Table.Fields
		}
	}
	g := grid{widths: []float64{keyWidth, numberWidth}, number: questionnaire.KeyColumn + 1}
	for _, f := range fields {
		word := float64(longestWord(f.Head(form.Lang))) * headSize / sizeOfWidth
		g.widths = append(g.widths, math.Ceil(max(min(float64(f.Width), widestField), word))+spareWidth)
	}
	at, label := g.number, 0.0
	for at <= len(g.widths) && label < fieldsWidth {
		label += g.widths[at-1]
		at++
	}
	if label < labelWidth {
		g.widths[g.number-1] += labelWidth - label
	}
	g.value, g.unit, g.before, g.hint = at, at+1, at+2, at+3
	for col, least := range map[int]float64{g.value: valueWidth, g.unit: unitWidth, g.before: beforeWidth, g.hint: hintWidth} {
		for len(g.widths) < col {
			g.widths = append(g.widths, 0)
		}
		if col < g.hint || col == len(g.widths) {
			g.widths[col-1] = max(g.widths[col-1], least)
		}
	}
	return g
}

func longestWord(s string) int {
	longest := 0
	for _, word := range strings.Fields(s) {
		longest = max(longest, utf8.RuneCountInString(word))
	}
	return longest
}

// across returns how many characters fit over the columns.
func (g grid) across(from, to int) float64 {
	sum := 0.0
	for _, width := range g.widths[from-1 : to] {
		sum += width
	}
	return sum
}

// Heights of rows in points.
const (
	lineHeight = 1.2 // of one line, in sizes of its letters
	rowPadding = 2.5
)

// heightOf returns how high a row must be for a text of letters of a size in so many characters
// of width. Spreadsheets do not see to it themselves where cells are merged.
func heightOf(text string, size, width float64) float64 {
	return float64(linesOf(text, size, width))*size*lineHeight + rowPadding
}

// sizeOfWidth is the size of letters of which as many digits of Arial fit into a column as it is
// wide: the program counts in whole points of the screen, seven for a digit of ten points.
const sizeOfWidth = 9.4

// linesOf returns in how many lines a text is broken.
func linesOf(text string, size, width float64) int {
	room := width * sizeOfWidth / size
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		used := 0.0
		for word := range strings.SplitSeq(paragraph, " ") {
			w := widthOf(word)
			switch {
			case used == 0:
				used = w
			case used+widthOf(" ")+w <= room:
				used += widthOf(" ") + w
			default:
				lines, used = lines+1, w
			}
			if used > room { // a word that is longer than the line goes on in the next
				lines += int(math.Ceil(used/room)) - 1
				used = math.Mod(used, room)
			}
		}
	}
	return lines
}

// widthOf returns the width of a text in digits of Arial, rather too wide than too narrow.
func widthOf(text string) float64 {
	sum := 0.0
	for _, r := range text {
		switch {
		case strings.ContainsRune("WMШЩЖЮФЫМ@%№—", r):
			sum += 1.6
		case r >= 'А' && r <= 'Я' || r >= 'A' && r <= 'Z':
			sum += 1.3
		case strings.ContainsRune("шщжюфымmw", r):
			sum += 1.4
		case strings.ContainsRune(" ,.;:'!|()[]ijltrfI"+app.NBSP, r):
			sum += 0.55
		default:
			sum++
		}
	}
	return sum
}
