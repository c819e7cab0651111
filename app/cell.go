package app

// State says whether a cell holds a value and, if not, why. A true zero is a value.
type State uint8

// The states of a cell. The zero State is «не представлено», because a figure
// that nobody has given must never look like a figure.
const (
	NotProvided   State = iota // не представлено
	NotApplicable              // не применимо
	Given                      // a value, zero included
)

// Money is an amount in kopecks.
type Money int64

// Count is a whole number of people, units or times.
type Count int64

// Quantity is a physical quantity in thousandths of its unit (m², ha, MW, km).
type Quantity int64

// Figure is a figure of any unit in millionths of it: of patents per head four
// decimals are printed.
type Figure int64

// Flag is a yes (1) or a no (0).
type Flag int64

// Cell is one number of a record: a value, «не применимо» or «не представлено».
// The zero Cell is «не представлено».
type Cell[N ~int64] struct {
	State State // whether there is a value, and if not, why
	N     N     // meaningful only when State is Given
}

// Of returns a cell with a value.
func Of[N ~int64](n N) Cell[N] { return Cell[N]{Given, n} }

// NA returns a cell that says «не применимо».
func NA[N ~int64]() Cell[N] { return Cell[N]{State: NotApplicable} }

// Yes and No are the two answers to a question.
func Yes() Cell[Flag] { return Of(Flag(1)) }

// No is the negative answer; see Yes.
func No() Cell[Flag] { return Of(Flag(0)) }

// Given reports whether the cell holds a value.
func (c Cell[N]) Given() bool { return c.State == Given }

// Rubles returns an amount of whole roubles.
func Rubles(n int64) Money { return Money(n * 100) }

// Thousands returns an amount given in thousands of roubles.
func Thousands(n int64) Money { return Money(n * 100_000) }

// Units returns a quantity of whole units.
func Units(n int64) Quantity { return Quantity(n * 1000) }
