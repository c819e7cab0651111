package composite

import (
	"math"
	"slices"
)

// sum is a compensated sum (Neumaier 1974): what is lost of a small term beside a large one
// is kept apart and added at the end.
type sum struct{ total, lost float64 }

func (s *sum) add(x float64) {
	t := s.total + x
	if math.Abs(s.total) >= math.Abs(x) {
		s.lost += (s.total - t) + x
	} else {
		s.lost += (x - t) + s.total
	}
	s.total = t
}

func (s *sum) value() float64 { return s.total + s.lost }

// known reports whether a cell has a value: what is missing is NaN inside this package, and
// never leaves it.
func known(x float64) bool { return !math.IsNaN(x) }

func missing() float64 { return math.NaN() }

// sorted returns the values there are, in ascending order: what is computed of them does not
// depend on the order of the units.
func sorted(column []float64) []float64 {
	there := make([]float64, 0, len(column))
	for _, x := range column {
		if known(x) {
			there = append(there, x)
		}
	}
	slices.Sort(there)
	return there
}

// mean of sorted values; there is at least one.
func mean(values []float64) float64 {
	var s sum
	for _, x := range values {
		s.add(x)
	}
	return s.value() / float64(len(values))
}

// deviation is the sample standard deviation, as sd of R; of fewer than two values it is 0.
func deviation(values []float64) float64 {
	if len(values) < 2 {
		return 0
	}
	m2, _, _ := moments(values)
	return math.Sqrt(m2 / float64(len(values)-1))
}

// median of sorted values; there is at least one.
func median(values []float64) float64 {
	middle := len(values) / 2
	if len(values)%2 == 1 {
		return values[middle]
	}
	return (values[middle-1] + values[middle]) / 2
}

// moments returns the sums of the second, third and fourth powers of the distances from the
// mean.
func moments(values []float64) (m2, m3, m4 float64) {
	m := mean(values)
	var s2, s3, s4 sum
	for _, x := range values {
		d := x - m
		s2.add(d * d)
		s3.add(d * d * d)
		s4.add(d * d * d * d)
	}
	return s2.value(), s3.value(), s4.value()
}

// leastShaped is how many values it takes to speak of kurtosis.
const leastShaped = 4

// shape returns skewness G1 and kurtosis G2, adjusted for the size of the sample: skew and
// kurt of COINr, e1071 type 2, SKEW and KURT of Excel. ok is false for fewer than four values
// and where all are equal.
func shape(values []float64) (skewness, kurtosis float64, ok bool) {
	if len(values) < leastShaped || values[0] == values[len(values)-1] {
		return 0, 0, false
	}
	n := float64(len(values))
	m2, m3, m4 := moments(values)
	skewness = math.Sqrt(n) * m3 / math.Pow(m2, 1.5) * math.Sqrt(n*(n-1)) / (n - 2)
	r := n * m4 / (m2 * m2)
	kurtosis = ((n+1)*(r-3) + 6) * (n - 1) / ((n - 2) * (n - 3))
	return skewness, kurtosis, true
}

// settled rounds away what the last bits of a computation leave behind, to twelve digits, so
// that equal figures reached in two ways are equal, share a place, and stand on a bound.
func settled(x float64) float64 {
	const loose = 12 // bits of the mantissa
	b := math.Float64bits(x)
	b += 1 << (loose - 1)
	return math.Float64frombits(b &^ (1<<loose - 1))
}
