package composite

import "math"

// line is a scale that is a straight one: score = (x − shift) / span · factor + offset, cut to
// low and high. Values of which less is better come with their sign changed.
type line struct {
	shift, span, factor, offset float64
	low, high                   float64
}

func (l line) at(x float64) float64 {
	y := (x-l.shift)/l.span*l.factor + l.offset
	return max(l.low, min(l.high, y))
}

// unfit says why values cannot be brought to a scale.
type unfit uint8

const (
	fits     unfit = iota
	none           // there is no value
	flat           // all values are equal
	zeroMean       // the ratio to a mean of nought
	negative       // the ratio to a mean below nought would turn the order round
	reversed       // the target is no better than the worst value
)

// fit lays a straight scale on sorted values whose sign says what is better. target is what
// Target and Reference are measured by, of the same sign.
func (n Normalise) fit(values []float64, lower bool, target float64) (line, unfit) {
	l := line{factor: 1, low: math.Inf(-1), high: math.Inf(1), span: 1}
	if n.By == AsIs {
		return l, fits
	}
	if n.By == Goalposts {
		return n.fitPosts(l, lower), fits
	}
	if len(values) == 0 {
		return l, none
	}
	least, most := values[0], values[len(values)-1]
	if least == most && n.By != Target && n.By != Reference && n.By != RatioMean {
		return l, flat
	}
	switch n.By {
	case MinMax:
		l.shift, l.span, l.factor, l.offset = least, most-least, n.Range[1]-n.Range[0], n.Range[0]
	case ZScore:
		l.shift, l.span, l.factor, l.offset = mean(values), deviation(values), n.Deviation, n.Mean
	case Best:
		l.shift, l.span = least, most-least
	case RatioMean:
		return fitMean(l, mean(values), lower)
	case Target, Reference:
		l.shift, l.span = least, target-least
		if n.Cut == CutHigh {
			l.high = 1
		}
	}
	if !(l.span > 0) {
		return l, reversed
	}
	return l, fits
}

func fitMean(l line, m float64, lower bool) (line, unfit) {
	if lower {
		m, l.offset = -m, 2
	}
	l.span = m
	switch {
	case m == 0:
		return l, zeroMean
	case m < 0:
		return l, negative
	}
	return l, fits
}

func (n Normalise) fitPosts(l line, lower bool) line {
	low, high := n.Posts[0], n.Posts[1]
	if n.Logs != LogsNone {
		low, high = math.Log10(low), math.Log10(high)
	}
	if lower {
		low, high = -high, -low
	}
	l.shift, l.span, l.factor = low, high-low, n.Multiplier
	if n.Cut == CutBoth || n.Cut == CutHigh {
		l.high = n.Multiplier
	}
	if n.Cut == CutBoth || n.Cut == CutLow {
		l.low = 0
	}
	return l
}
