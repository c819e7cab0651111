package chart

import (
	"math"
	"strings"

	"technopark/reports/doc"
)

// Trend is one indicator over some years.
type Trend struct {
	Title, Unit string  // of the indicator
	Points      []Point // one for each year, the earliest first
}

// Point is a year; one without a figure is a gap.
type Point struct {
	Label string  // the year
	Value float64 // the figure, which places the point
	Text  string  // the figure as it is written
	Given bool    // false for a year without a figure
}

// Measures of the small charts, mm.
const (
	cellGap    = 4.0
	cellHeight = 34.5
	titleLine  = 3.4
	plotTop    = 12.6
	plotBottom = 24.4
	yearTop    = 25.4
	valueTop   = 28.9 // the figures stand in a row under the years, where no line goes through them
	axisWidth  = 11.0 // for the numbers of the axis
	digitWidth = 1.6  // of a digit, about
	titleChar  = 1.66 // of a letter of a title, about
)

// Columns returns how many small charts stand side by side: three, or fewer where the longest
// figure has no room under its year.
func Columns(all []Trend) int {
	for columns := 3; columns > 1; columns-- {
		fits := true
		for _, t := range all {
			for _, p := range t.Points {
				fits = fits && float64(len([]rune(p.Text)))*digitWidth < step(columns, len(t.Points))
			}
		}
		if fits {
			return columns
		}
	}
	return 1
}

// cellWidth is the width of one of several small charts side by side.
func cellWidth(columns int) float64 { return (chartWidth+cellGap)/float64(columns) - cellGap }

// step is the distance between years.
func step(columns, points int) float64 {
	return (cellWidth(columns) - axisWidth) / float64(max(1, points))
}

// Trends draws a small chart for each indicator, so many in a row: the years from left to
// right, the height from nought, so that a small change looks small.
func Trends(all []Trend, columns int, words Words) doc.Drawing {
	rows := (len(all) + columns - 1) / columns
	d := doc.Drawing{W: chartWidth, H: float64(rows) * cellHeight}
	for i, t := range all {
		c := cell{Drawing: &d, left: float64(i%columns) * (cellWidth(columns) + cellGap), top: float64(i/columns) * cellHeight, width: cellWidth(columns), words: words}
		c.draw(t, step(columns, len(t.Points)))
	}
	return d
}

// halves breaks a title into two lines where the first has no more than so many characters; a
// short one is one. A line does not end in a preposition or a number.
func halves(title string, most int) []string {
	if len([]rune(title)) <= most {
		return []string{title}
	}
	words := strings.Split(title, " ")
	n, chars := 0, 0
	for n < len(words) && chars+len([]rune(words[n])) <= most {
		chars += len([]rune(words[n])) + 1
		n++
	}
	for n > 1 && len([]rune(words[n-1])) <= 2 {
		n--
	}
	n = max(n, 1)
	return []string{strings.Join(words[:n], " "), strings.Join(words[n:], " ")}
}

// bounds returns the ends of the axis: nought and the extremes.
func bounds(points []Point) (lowest, highest float64) {
	for _, p := range points {
		if p.Given {
			lowest, highest = min(lowest, p.Value), max(highest, p.Value)
		}
	}
	if highest == lowest {
		highest = lowest + 1
	}
	return lowest, highest
}

// round returns the largest of 1, 2 and 5 times a power of ten that is not above v.
func round(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, n := range []float64{5, 2} {
		if v >= n*power {
			return n * power
		}
	}
	return power
}

// cell is the place of one small chart.
type cell struct {
	*doc.Drawing
	left, top, width float64
	words            Words
}

func (c cell) draw(t Trend, step float64) {
	title := halves(t.Title, int(c.width/titleChar))
	for i, line := range title {
		c.Labels = append(c.Labels, doc.Label{X: c.left, Y: c.top + float64(i)*titleLine, W: c.width, Text: line, Size: text, Bold: true})
	}
	c.Labels = append(c.Labels, doc.Label{X: c.left, Y: c.top + float64(len(title))*titleLine, W: c.width, Text: t.Unit, Size: text})
	height := c.axis(t.Points)
	room := step - 0.1 // figures of neighbours do not touch
	for i, p := range t.Points {
		x := c.left + axisWidth + (float64(i)+0.5)*step
		figure := c.words.None
		if p.Given {
			figure = p.Text
			c.Boxes = append(c.Boxes, doc.Box{X: x - 0.8, Y: height(p.Value) - 0.8, W: 1.6, H: 1.6})
			if i+1 < len(t.Points) && t.Points[i+1].Given {
				c.Lines = append(c.Lines, doc.Line{X1: x, Y1: height(p.Value), X2: x + step, Y2: height(t.Points[i+1].Value), Width: thick})
			}
		}
		c.Labels = append(c.Labels,
			doc.Label{X: x - room/2, Y: c.top + yearTop, W: room, Text: p.Label, Align: doc.Center, Size: text},
			doc.Label{X: x - room/2, Y: c.top + valueTop, W: room, Text: figure, Align: doc.Center, Size: text, Bold: true})
	}
}

// axis draws the scale at the left, nought and a round number on it, and returns where on it
// a value stands.
func (c cell) axis(points []Point) (height func(v float64) float64) {
	lowest, highest := bounds(points)
	height = func(v float64) float64 {
		return c.top + plotBottom - (v-lowest)/(highest-lowest)*(plotBottom-plotTop)
	}
	x := c.left + axisWidth
	c.Lines = append(c.Lines, doc.Line{X1: x, Y1: c.top + plotTop, X2: x, Y2: c.top + plotBottom, Width: thin, Grey: 120})
	mark := round(highest)
	if -lowest > highest {
		mark = -round(-lowest)
	}
	for _, mark := range []float64{0, mark} {
		y := height(mark)
		c.Lines = append(c.Lines, doc.Line{X1: x - 1, Y1: y, X2: c.left + c.width, Y2: y, Width: thin, Grey: 190})
		words := c.words.number(mark)
		if float64(len([]rune(words)))*digitWidth > axisWidth-1.5 { // the figures under the years say it
			continue
		}
		c.Labels = append(c.Labels, doc.Label{X: c.left, Y: y - 1.8, W: axisWidth - 1.5, Text: words, Align: doc.Right, Size: text})
	}
	return height
}
