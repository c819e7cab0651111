package place

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/standing"
	"technopark/app/ui/desk"
)

// lever is one thing that can be tried with another value: an input of the method, an indicator,
// or a cell of a record. It is moved by an amount more or less than there is.
type lever struct {
	key    string // names it in a scenario that is kept
	title  app.Text
	unit   app.Text
	digits int      // decimals of its amounts, 0 at least
	from   *big.Rat // as it is; nil when it is not known
	reach  *big.Rat // how much of it would be enough for the goal; nil when that is not known
	free   bool     // it may lie below nought
	add    func(s *standing.Scenario, more *big.Rat)
}

// Kinds of levers, as keys begin.
const (
	inputKey     = "input "
	indicatorKey = "indicator "
	recordKey    = app.ScenarioRecord
)

func inputLever(in rating.Input) lever {
	return lever{
		key: inputKey + in.Name, title: in.Title, unit: in.Unit, digits: in.Digits, from: in.Sum,
		add: func(s *standing.Scenario, more *big.Rat) {
			if s.Inputs == nil {
				s.Inputs = map[string]*big.Rat{}
			}
			s.Inputs[in.Name] = more
		},
	}
}

func indicatorLever(ind *rating.Indicator) lever {
	return lever{
		key: indicatorKey + ind.Code, title: app.L(ind.Code+app.NBSP+ind.Name.RU, ind.Code+app.NBSP+ind.Name.EN),
		unit: ind.Unit, digits: ind.Digits, from: ind.Value, free: true,
		add: func(s *standing.Scenario, more *big.Rat) {
			if s.Indicators == nil {
				s.Indicators = map[string]*big.Rat{}
			}
			s.Indicators[ind.Code] = sum(ind.Value, more)
		},
	}
}

// sum adds to what there is, nought where there is nothing.
func sum(from, more *big.Rat) *big.Rat {
	if from == nil {
		from = new(big.Rat)
	}
	return new(big.Rat).Add(from, more)
}

// recordLever is a cell of a record; ok is false for one that holds no amount.
func recordLever(d *desk.Desk, rec app.Record, f app.Field) (l lever, ok bool) {
	if !f.Kind.Number() || f.Derived || f.UnitIn != "" || f.Scale <= 0 {
		return lever{}, false
	}
	v, id := f.Get(rec), rec.Header().ID
	title := rec.Type().TitleIn(d.Lang, rec, d.TitleOf)
	l = lever{
		key:   recordKey + app.Place{Type: rec.Type().Key, ID: id, Field: f.Key}.String(),
		title: app.L(title+": "+f.Label.RU, title+": "+f.Label.EN), unit: f.Unit, digits: f.Digits,
	}
	if v.State == app.Given {
		l.from = big.NewRat(v.N, f.Scale)
	}
	l.add = func(s *standing.Scenario, more *big.Rat) {
		to := new(big.Rat).Mul(sum(l.from, more), big.NewRat(f.Scale, 1))
		to.Add(to, big.NewRat(1, 2))
		n := new(big.Int).Div(to.Num(), to.Denom()) // the nearest that can be recorded
		s.Records = append(s.Records, standing.Edit{Type: rec.Type().Key, ID: id, Field: f.Key, Value: app.NumberValue(n.Int64())})
	}
	return l, true
}

// leverOf finds the lever of a key in the records as they are; false when it is there no more.
func leverOf(d *desk.Desk, s *desk.Stand, key string) (lever, bool) {
	switch {
	case strings.HasPrefix(key, inputKey):
		for _, in := range s.Result.Inputs() {
			if in.Name == strings.TrimPrefix(key, inputKey) {
				return inputLever(in), true
			}
		}
	case strings.HasPrefix(key, indicatorKey):
		if ind := s.Result.Find(strings.TrimPrefix(key, indicatorKey)); ind != nil {
			return indicatorLever(ind), true
		}
	case strings.HasPrefix(key, recordKey):
		p, ok := app.ParsePlace(strings.TrimPrefix(key, recordKey))
		book := d.Look().Book
		if t := app.TypeByKey(p.Type); ok && t != nil && book != nil {
			f, known := t.Field(p.Field)
			if rec := book.Get(p.Type, p.ID); known && rec != nil {
				return recordLever(d, rec, f)
			}
		}
	}
	return lever{}, false
}

// offeredLevers is how many are offered before anybody asks for more.
const offeredLevers = 4

// offered returns the levers that are offered: those that reach the goal with the least effort,
// where there is one, else what the weakest indicators are made of.
func offered(s *desk.Stand, reach *desk.Reach) []lever {
	var all []lever
	take := func(l lever) {
		if len(all) < offeredLevers && !slices.ContainsFunc(all, func(o lever) bool { return o.key == l.key }) {
			all = append(all, l)
		}
	}
	if reach != nil {
		for _, r := range reach.Levers {
			if r.More != nil {
				take(reached(r))
			}
		}
	}
	if len(all) == offeredLevers {
		return all
	}
	inputs := s.Lifting()
	for _, weak := range s.Weaknesses(len(s.Result.All())) {
		of := slices.IndexFunc(inputs, func(in rating.Input) bool { return slices.Contains(in.Codes, weak.Indicator.Code) })
		if of < 0 {
			take(indicatorLever(weak.Indicator))
			continue
		}
		take(inputLever(inputs[of]))
	}
	for _, in := range inputs {
		take(inputLever(in))
	}
	return all
}

// reached is the lever of an answer to what would reach a goal.
func reached(r standing.Lever) lever {
	l := lever{}
	if r.Input != nil {
		l = inputLever(*r.Input)
	} else {
		l = indicatorLever(r.Indicator)
	}
	l.reach = r.More
	return l
}

// steps returns how much one step of the slider is, and how many there are below and above what
// there is: up to half as much, or twice what reaches the goal.
func (l lever) steps() (step *big.Rat, below, above int) {
	wide := 0.0
	if l.from != nil {
		from, _ := l.from.Float64()
		wide = math.Abs(from) / 2
	}
	if l.reach != nil {
		reach, _ := l.reach.Float64()
		wide = max(wide, 2*math.Abs(reach))
	}
	const most = 50 // steps on a side
	finest := math.Pow10(-l.digits)
	wide = max(wide, 10*finest)
	step = nice(max(wide/most, finest))
	exact, _ := step.Float64()
	above = int(math.Ceil(wide/exact - 1e-9))
	below = above
	if l.from != nil && !l.free {
		from, _ := l.from.Float64()
		below = min(below, int(math.Floor(from/exact+1e-9)))
	} else if l.from == nil {
		below = 0
	}
	return step, max(0, below), above
}

// nice is the least of 1, 2, 5, 10 … that is not below a number.
func nice(x float64) *big.Rat {
	power := int(math.Floor(math.Log10(x)))
	for {
		for _, digit := range []int64{1, 2, 5} {
			r, _ := new(big.Rat).SetString(strconv.FormatInt(digit, 10) + "e" + strconv.Itoa(power))
			if f, _ := r.Float64(); f >= x*(1-1e-9) {
				return r
			}
		}
		power++
	}
}
