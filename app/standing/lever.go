package standing

import (
	"cmp"
	"context"
	"math"
	"math/big"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/formula"
	"technopark/app/i18n"
	"technopark/app/rating"
)

// Lever is one thing that a park can do more of, all else as it is, and how much of it alone
// brings the park to a goal: an input of the method, or an indicator whose inputs are none that
// people count.
type Lever struct {
	Input     *rating.Input     // nil when it is an indicator
	Indicator *rating.Indicator // nil when it is an input

	From  *big.Rat // as it is, in its unit; nil for an indicator that is not calculated
	More  *big.Rat // the least that reaches the goal, rounded away from it to three digits; nil when none does
	Share float64  // More as a share of From; 0 when there is no From
	Place int      // of the park then; 0 when it cannot be told or the goal is out of reach
}

// Title is what the lever is, in words.
func (l Lever) Title() app.Text {
	if l.Input != nil {
		return l.Input.Title
	}
	return l.Indicator.Name
}

// Key names the lever: the name of the input or the code of the indicator.
func (l Lever) Key() string {
	if l.Input != nil {
		return l.Input.Name
	}
	return l.Indicator.Code
}

// Scenario moves the lever by an amount.
func (l Lever) Scenario(more *big.Rat) Scenario {
	if l.Input != nil {
		return Scenario{Inputs: map[string]*big.Rat{l.Input.Name: more}}
	}
	to := new(big.Rat).Set(more)
	if l.From != nil {
		to.Add(to, l.From)
	}
	return Scenario{Indicators: map[string]*big.Rat{l.Indicator.Code: to}}
}

// Unit is that of the amounts of the lever.
func (l Lever) Unit() app.Text {
	if l.Input != nil {
		return l.Input.Unit
	}
	return l.Indicator.Unit
}

// Digits are the decimals of its amounts.
func (l Lever) Digits() int {
	if l.Input != nil {
		return l.Input.Digits
	}
	return l.Indicator.Digits
}

// AmountText writes an amount of the lever with its unit, millions of roubles where thousands
// would be long.
func (l Lever) AmountText(r *big.Rat, lang app.Lang) string {
	if r == nil {
		return "—"
	}
	unit, digits := l.Unit(), l.Digits()
	if unit.RU == "тыс. руб." && new(big.Rat).Abs(r).Cmp(big.NewRat(10_000, 1)) >= 0 {
		r, unit, digits = new(big.Rat).Quo(r, big.NewRat(1000, 1)), app.L("млн"+app.NBSP+"руб.", "million RUB"), 1
	}
	if unit.RU == "мест" && r.IsInt() && r.Num().IsInt64() {
		return i18n.Count(lang, r.Num().Int64(), i18n.Forms{RU: [3]string{"место", "места", "мест"}, EN: [2]string{"job", "jobs"}})
	}
	return app.InUnit(formula.Write(r, digits, lang), unit.In(lang), lang)
}

// MoreText writes how much more it takes, as AmountText does; more of a share is percentage points.
func (l Lever) MoreText(lang app.Lang) string {
	if l.More == nil || l.Unit().RU != "%" {
		return l.AmountText(l.More, lang)
	}
	return formula.Write(l.More, l.Digits(), lang) + app.NBSP + app.L("п."+app.NBSP+"п.", "pp").In(lang)
}

// Levers returns what the park can do more of, and how much of each alone brings it to a goal: the
// least effort first, then what does not reach it. There are none when the park is there. Each
// trial is the whole computation, so means and the places of others move as they would.
func (s *Standing) Levers(ctx context.Context, goal composite.Goal) ([]Lever, error) {
	if s.reached(s.Is(), goal) {
		return nil, nil
	}
	all, err := s.candidates(ctx)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s.reach(ctx, &all[i], goal)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b Lever) int {
		return cmp.Compare(effort(a), effort(b))
	})
	return all, nil
}

// effort orders levers: by how much more it takes of what there is, then those that begin at nought,
// and last what does not reach the goal.
func effort(l Lever) float64 {
	switch {
	case l.More == nil:
		return math.Inf(1)
	case l.Share == 0:
		return math.MaxFloat64
	}
	return l.Share
}

// candidates returns the inputs of which more lifts the index, and the indicators that none of
// these is part of.
func (s *Standing) candidates(ctx context.Context) ([]Lever, error) {
	var all []Lever
	covered := map[string]bool{}
	for _, in := range s.Lifting() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		all = append(all, Lever{Input: &in, From: in.Sum})
		for _, code := range in.Codes {
			covered[code] = true
		}
	}
	for _, code := range s.Index().Indicators() {
		if ind := s.Result.Find(code); ind != nil && !covered[code] {
			all = append(all, Lever{Indicator: ind, From: ind.Value})
		}
	}
	return all, nil
}

// Lifting returns the inputs that people count and of which a little more lifts the index, in the
// order of the method; all that people count where there is no index. Area over days is none.
func (s *Standing) Lifting() []rating.Input {
	is := s.Is().Index
	return slices.DeleteFunc(s.Result.Inputs(), func(in rating.Input) bool {
		if counted := !strings.Contains(in.Unit.RU, "·"); !counted || !is.Known {
			return !counted
		}
		l := Lever{Input: &in, From: in.Sum}
		t, err := s.Try(l.Scenario(l.quantum()))
		return err != nil || !t.Index.Known || t.Index.Number <= is.Number
	})
}

// quantum is the least amount of a lever that is shown, or a thousandth of it where that is more.
func (l Lever) quantum() *big.Rat {
	q := big.NewRat(1, pow10(l.Digits()))
	if l.From != nil {
		if part := new(big.Rat).Quo(l.From, big.NewRat(1000, 1)); part.Cmp(q) > 0 {
			return ceil(part, l.Digits())
		}
	}
	return q
}

func pow10(digits int) int64 {
	n := int64(1)
	for range digits {
		n *= 10
	}
	return n
}

// farthest bounds how much more is tried: so many times what there is.
const farthest = 1000

// reach finds the least amount that reaches the goal: twice as much each time until it is
// reached, then half the way until three digits are known.
func (s *Standing) reach(ctx context.Context, l *Lever, goal composite.Goal) {
	at := func(x *big.Rat) *Trial {
		if ctx.Err() != nil {
			return nil
		}
		amount := x
		if l.Indicator != nil && l.Indicator.LowerIsBetter {
			amount = new(big.Rat).Neg(x)
		}
		t, err := s.Try(l.Scenario(amount))
		if err != nil || !s.reached(t.ParkPosition, goal) {
			return nil
		}
		return t
	}
	far := l.quantum()
	most := new(big.Rat).Mul(big.NewRat(farthest, 1), far)
	if l.From != nil {
		most.Add(most, new(big.Rat).Mul(big.NewRat(farthest, 1), new(big.Rat).Abs(l.From)))
	}
	if room, bounded := s.room(*l); bounded && room.Cmp(most) < 0 {
		most = room
	}
	short := new(big.Rat)
	for far.Cmp(most) < 0 && at(far) == nil {
		short, far = far, new(big.Rat).Add(far, far)
	}
	if far.Cmp(most) >= 0 {
		far = most
	}
	if far.Sign() <= 0 || at(far) == nil {
		return
	}
	for range 40 {
		width := new(big.Rat).Sub(far, short)
		if width.Cmp(new(big.Rat).Mul(far, big.NewRat(1, 4096))) <= 0 || width.Cmp(big.NewRat(1, 2*pow10(l.Digits()))) <= 0 {
			break
		}
		middle := new(big.Rat).Mul(new(big.Rat).Add(short, far), big.NewRat(1, 2))
		if at(middle) != nil {
			far = middle
		} else {
			short = middle
		}
	}
	for _, more := range []*big.Rat{rounded(far, l.Digits()), far} {
		if t := at(more); t != nil {
			l.settle(more, t)
			return
		}
	}
}

func (l *Lever) settle(more *big.Rat, t *Trial) {
	l.More, l.Place = more, t.Place
	if l.Indicator != nil && l.Indicator.LowerIsBetter {
		l.More = new(big.Rat).Neg(more)
	}
	if l.From != nil && l.From.Sign() > 0 {
		l.Share, _ = new(big.Rat).Quo(l.More, l.From).Float64()
	}
}

// room is how much an indicator can move until its limit; false when it has none.
func (s *Standing) room(l Lever) (*big.Rat, bool) {
	if l.Indicator == nil {
		return nil, false
	}
	for _, n := range s.Index().Method().Nodes {
		if n.Code != l.Indicator.Code || n.Limits == nil {
			continue
		}
		from := l.From
		if from == nil {
			from = new(big.Rat)
		}
		if l.Indicator.LowerIsBetter {
			return new(big.Rat).Sub(from, new(big.Rat).SetFloat64(n.Limits[0])), true
		}
		return new(big.Rat).Sub(new(big.Rat).SetFloat64(n.Limits[1]), from), true
	}
	return nil, false
}

// rounded rounds an amount up to three digits, and not finer than it is shown.
func rounded(r *big.Rat, digits int) *big.Rat {
	x, _ := r.Float64()
	if x <= 0 {
		return r
	}
	coarse := 2 - int(math.Floor(math.Log10(x))) // decimals of three digits
	return ceil(r, min(digits, coarse))
}

// ceil rounds up to a number of decimals; below nought they are noughts before the point.
func ceil(r *big.Rat, digits int) *big.Rat {
	unit := big.NewRat(1, pow10(max(0, digits)))
	if digits < 0 {
		unit = big.NewRat(pow10(-digits), 1)
	}
	n := new(big.Rat).Quo(r, unit)
	whole := new(big.Int).Quo(n.Num(), n.Denom())
	if new(big.Rat).SetInt(whole).Cmp(n) < 0 {
		whole.Add(whole, big.NewInt(1))
	}
	return new(big.Rat).Mul(new(big.Rat).SetInt(whole), unit)
}
