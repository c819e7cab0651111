package chart

import (
	"math"

	"technopark/reports/doc"
)

// deviationSpans are how far the bars of a column may reach from the mean, percent of it: the
// first that holds all of them. What is farther is cut.
var deviationSpans = [...]float64{10, 20, 30, 50, 75, 100}

// DeviationSpan returns how far from the mean the bars of one column reach, in percent of it:
// alike in all its rows, so that their lengths can be compared. The values are in percent of the mean.
func DeviationSpan(values ...float64) float64 {
	most := 0.0
	for _, v := range values {
		most = max(most, math.Abs(v-100))
	}
	for _, span := range deviationSpans {
		if most <= span {
			return span
		}
	}
	return deviationSpans[len(deviationSpans)-1]
}

// Deviation draws one row of a column of bars that grow from the mean, which is the line in the
// middle: to the right and black above it, to the left and white below it. The value is in percent
// of the mean; span is what DeviationSpan says of the column. What reaches farther is cut, and a
// gap before its end says so. The sizes are those of the row, mm.
func Deviation(value, span, width, height float64) doc.Drawing {
	d := DeviationAxis(width, height)
	middle, thickness := width/2, min(barHeight, height*0.6)
	part := (value - 100) / span
	length := min(math.Abs(part), 1) * width / 2
	b := doc.Box{X: middle, Y: (height - thickness) / 2, W: length, H: thickness}
	if part < 0 {
		b.X, b.Grey = middle-length, 255
	}
	if math.Abs(part) <= 1 {
		d.Boxes = append(d.Boxes, b)
		return d
	}
	const gap, tip = 1.0, 2.0
	whole, end := b, b
	whole.W, end.W = length-gap-tip, tip
	if part < 0 {
		whole.X = b.X + gap + tip
	} else {
		end.X = b.X + length - tip
	}
	d.Boxes = append(d.Boxes, whole, end)
	return d
}

// DeviationAxis draws such a row without a value: the line of the mean alone.
func DeviationAxis(width, height float64) doc.Drawing {
	return doc.Drawing{W: width, H: height, Lines: []doc.Line{{X1: width / 2, X2: width / 2, Y2: height, Width: thick}}}
}
