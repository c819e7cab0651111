package composite

import (
	"math"
	"slices"

	"technopark/app/formula"
)

// Scale is how values of an indicator become scores.
type Scale string

// Scales. Of each, a greater score is the better one: values of which less is better change
// their sign first, as in Normalise of COINr, unless it is said otherwise.
const (
	MinMax     Scale = "minmax"     // (x − min) / (max − min), spread over a range; n_minmax
	ZScore     Scale = "zscore"     // (x − mean) / deviation of the sample; n_zscore
	RatioMean  Scale = "ratio_mean" // x / mean; of which less is better, 2 − x / mean
	Ranks      Scale = "rank"       // 1 for the lowest, ties share the least place; n_rank
	Percentile Scale = "percentile" // (rank − 1) / (n − 1); n_prank
	Borda      Scale = "borda"      // rank − 1; n_borda
	Best       Scale = "best"       // 1 − (max − x) / (max − min); n_dist2max
	Target     Scale = "target"     // 1 − (target − x) / (target − min); n_dist2targ
	Reference  Scale = "reference"  // the same with the value of one unit for target; n_dist2ref
	Goalposts  Scale = "goalposts"  // (x − low) / (high − low), cut at both ends; n_goalposts
	AsIs       Scale = "none"       // x itself
)

// Scales returns all of them.
func Scales() []Scale {
	return []Scale{MinMax, ZScore, RatioMean, Ranks, Percentile, Borda, Best, Target, Reference, Goalposts, AsIs}
}

// Cut says on which side scores beyond the ends of a scale are brought back to them.
type Cut string

// Cuts.
const (
	CutBoth Cut = "both"
	CutHigh Cut = "high"
	CutLow  Cut = "low"
	CutNone Cut = "none"
)

// Cuts returns all of them.
func Cuts() []Cut { return []Cut{CutBoth, CutHigh, CutLow, CutNone} }

// Logs says of what decimal logarithms are taken before goalposts measure.
type Logs string

// What logarithms are taken of. The base does not matter: the quotient is the same.
const (
	LogsNone  Logs = "none"
	LogsBoth  Logs = "log10" // of values and goalposts
	LogsPosts Logs = "posts" // of goalposts: the values are logarithms already
)

// Normalise is how an indicator is normalised; each field belongs to the scales it names.
type Normalise struct {
	By         Scale      // empty: as the method says
	Range      [2]float64 // MinMax: the scores of the lowest and the highest value
	Mean       float64    // ZScore: mean of the scores
	Deviation  float64    // ZScore: their deviation
	Target     float64    // Target: the value that scores 1
	Unit       string     // Reference: id of the unit whose value scores 1
	Posts      [2]float64 // Goalposts: the values that score 0 and Factor; when less is better, Factor and 0
	HasPosts   bool       // Goalposts: they are given
	HasTarget  bool       // Target: it is given
	Logs       Logs       // Goalposts
	Cut        Cut        // Target, Reference: CutHigh or CutNone; Goalposts: any
	Multiplier float64    // Goalposts: score at the better end
}

// Usual returns a scale with the settings it has when a profile gives none.
func Usual(by Scale) Normalise {
	n := Normalise{By: by, Range: [2]float64{0, 100}, Deviation: 1, Logs: LogsNone, Cut: CutNone, Multiplier: 1}
	if by == Goalposts {
		n.Cut = CutBoth
	}
	return n
}

// ranked reports whether scores depend on the order of the values alone.
func (n Normalise) ranked() bool { return n.By == Ranks || n.By == Percentile || n.By == Borda }

func (x *Index) checkNormalise() error {
	for _, leaf := range x.leaves {
		n := x.method.Nodes[leaf].Normalise
		if n.By != "" {
			if err := n.check(); err != nil {
				return &Fault{Node: leaf, Key: "normalise", Reason: err.Reason}
			}
			continue
		}
		if err := x.method.Normalise.check(); err != nil {
			return &Fault{Node: -1, Key: "normalise." + err.Key, Reason: err.Reason}
		}
		x.method.Nodes[leaf].Normalise = x.method.Normalise
	}
	return nil
}

func (n Normalise) check() *Fault {
	bad := func(key, ru, en string, args ...any) *Fault {
		return &Fault{Key: key, Reason: formula.Say(ru, en, args...)}
	}
	switch {
	case !slices.Contains(Scales(), n.By):
		return bad("by", "by = «%s»; бывает %s", "by = “%s”; there are %s", n.By, join(Scales()))
	case n.By == MinMax && !(n.Range[0] < n.Range[1] && plain(n.Range[0]) && plain(n.Range[1])):
		return bad("range", "range — оценки наименьшего и наибольшего значения, первая меньше второй: [0, 100]", "range gives the scores of the lowest and the highest value, the first below the second: [0, 100]")
	case n.By == ZScore && !(n.Deviation > 0 && plain(n.Deviation) && plain(n.Mean)):
		return bad("deviation", "deviation — отклонение оценок, положительное число", "deviation is that of the scores, a positive number")
	case n.By == Target && (!n.HasTarget || !plain(n.Target)):
		return bad("target", "для by = «target» укажите target — значение, за которое дают 1", "by = “target” needs target, the value that scores 1")
	case n.By == Reference && n.Unit == "":
		return bad("reference", "для by = «reference» укажите reference — обозначение единицы, с которой сравнивают", "by = “reference” needs reference, the id of the unit to compare with")
	case (n.By == Target || n.By == Reference) && n.Cut != CutHigh && n.Cut != CutNone:
		return bad("cut", "здесь cut бывает high и none", "cut is high or none here")
	}
	if n.By == Goalposts {
		return n.checkPosts(bad)
	}
	return nil
}

func (n Normalise) checkPosts(bad func(key, ru, en string, args ...any) *Fault) *Fault {
	switch {
	case !n.HasPosts || !(n.Posts[0] < n.Posts[1]) || !plain(n.Posts[0]) || !plain(n.Posts[1]):
		return bad("goalposts", "для by = «goalposts» укажите goalposts — нижний и верхний столбы, первый меньше второго: [0, 994]", "by = “goalposts” needs goalposts, the lower and the upper, the first below the second: [0, 994]")
	case n.Logs != LogsNone && n.Logs != LogsBoth && n.Logs != LogsPosts:
		return bad("log", "log бывает none, log10 и posts", "log is none, log10 or posts")
	case n.Logs != LogsNone && n.Posts[0] <= 0:
		return bad("goalposts", "логарифм берётся только от положительного числа, а нижний столб — %s", "a logarithm is taken of a positive number only, and the lower goalpost is %s", figure(n.Posts[0]))
	case !slices.Contains(Cuts(), n.Cut):
		return bad("cut", "cut бывает %s", "cut is one of %s", join(Cuts()))
	case !(n.Multiplier > 0 && plain(n.Multiplier)):
		return bad("factor", "factor — оценка за лучший столб, положительное число", "factor is the score at the better goalpost, a positive number")
	}
	return nil
}

// plain reports whether a number of a profile is one to reckon with.
func plain(x float64) bool { return finite(x) && math.Abs(x) <= mostNumber }

// score turns a rank — how many values lie below — into a score; n is how many values there are.
func (n Normalise) score(below, count int) float64 {
	switch n.By {
	case Borda:
		return float64(below)
	case Percentile:
		return float64(below) / float64(count-1)
	}
	return float64(below + 1)
}
