package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"technopark/app"
)

// answerLook is what a cell of a questionnaire looks like; each kind is made once.
type answerLook struct {
	size        float64 // of letters, in points
	bold, muted bool
	shaded      bool // a heading over a group
	ruled       bool
	input       bool   // tinted, and the only ones that can be edited
	align       string // left, right, center
	format      string // of numbers and dates; "@" for texts, empty for none
}

// Sizes of letters in points.
const (
	textSize  = 11.0
	smallSize = 10.0
	headSize  = 9.0 // of the heads of columns
	titleSize = 15.0
)

// Colours: of ink that is less than the rest, of what is to be filled in, of headings, of lines.
const (
	mutedInk   = "595959"
	inputTint  = "FFF6D6"
	headTint   = "E6E6E6"
	inputRule  = "7F7F7F"
	quietRule  = "C8C8C8"
	answerFont = "Arial"
)

// looked returns the style of a look.
func (q *sheetForm) looked(l answerLook) int {
	if id, known := q.looks[l]; known {
		return id
	}
	if l.size == 0 {
		l.size = textSize
	}
	st := &excelize.Style{
		Font:       &excelize.Font{Family: answerFont, Size: l.size, Bold: l.bold},
		Alignment:  &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: l.align},
		Protection: &excelize.Protection{Locked: !l.input},
	}
	if l.align == "left" || l.align == "right" {
		st.Alignment.Indent = 1
	}
	rule := quietRule
	if l.input {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{inputTint}}
		rule = inputRule
	}
	if l.shaded {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headTint}}
	}
	if l.muted {
		st.Font.Color = mutedInk
	}
	if l.ruled || l.input {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Color: rule, Style: 1})
		}
	}
	switch l.format {
	case "":
	case "@":
		st.NumFmt = 49
	default:
		st.CustomNumFmt = &l.format
	}
	id, err := q.file.NewStyle(st)
	q.do(err)
	q.looks[l] = id
	return id
}

// formatOf returns how values of a field are shown, and on which side: figures with at least the
// decimals of the field and as many as there are, all else as texts, so that no program takes
// a number of an account for a figure or a name for a formula.
func formatOf(f app.Field) (format, align string) {
	switch {
	case f.Kind.Number():
		format = "#,##0"
		if most := app.Decimals(1, f.Scale, 0); most > 0 {
			format += "." + strings.Repeat("0", f.Digits) + strings.Repeat("#", most-f.Digits)
		}
		return format, "right"
	case f.Kind == app.KindDate:
		return "dd.mm.yyyy", "left"
	}
	return "@", "left"
}
