package rating

import (
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/formula"
)

type screenFile struct {
	Least float64 `toml:"least"`
}

type imputeFile struct {
	By    string `toml:"by"`
	Group string `toml:"group"`
}

type outliersFile struct {
	Skewness  *float64 `toml:"skewness"`
	Kurtosis  *float64 `toml:"kurtosis"`
	Winsorise *int     `toml:"winsorise"`
	Log       *bool    `toml:"log"`
}

type normaliseFile struct {
	By        *string   `toml:"by"`
	Range     []float64 `toml:"range"`
	Mean      *float64  `toml:"mean"`
	Deviation *float64  `toml:"deviation"`
	Target    *float64  `toml:"target"`
	Reference *string   `toml:"reference"`
	Goalposts []float64 `toml:"goalposts"`
	Log       *string   `toml:"log"`
	Cut       *string   `toml:"cut"`
	Factor    *float64  `toml:"factor"`
}

type aggregateFile struct {
	By    string   `toml:"by"`
	Least *float64 `toml:"least"`
}

type groupFile struct {
	Name    string   `toml:"name"`
	Title   string   `toml:"title"`
	TitleEN string   `toml:"title_en"`
	Above   *float64 `toml:"above"`
	From    *float64 `toml:"from"`
}

// Outliers are treated by the thresholds of COINr where a profile gives none.
const (
	usualSkewness  = 2
	usualKurtosis  = 3.5
	usualWinsorise = 5
)

// steps reads the steps.
func (l *compositeLoader) steps() error {
	m, f := &l.method, l.file
	if f.Screen != nil {
		m.Screen = &composite.Screen{Least: f.Screen.Least}
	}
	if f.Impute != nil {
		m.Impute = &composite.Impute{By: composite.Filling(f.Impute.By), Group: app.Clean(f.Impute.Group)}
	}
	if o := f.Outliers; o != nil {
		m.Outliers = &composite.Outliers{Skewness: or(o.Skewness, usualSkewness), Kurtosis: or(o.Kurtosis, usualKurtosis), Most: or(o.Winsorise, usualWinsorise), Log: or(o.Log, true)}
	}
	m.Aggregate = composite.Aggregate{By: composite.Arithmetic}
	if f.Aggregate != nil {
		m.Aggregate = f.Aggregate.over(m.Aggregate)
	}
	var err error
	if m.Normalise, err = f.Normalise.over(nil); err != nil {
		return l.Fault(l.Line("[rating.normalise]", ""), "", err)
	}
	return nil
}

func or[T any](given *T, usual T) T {
	if given == nil {
		return usual
	}
	return *given
}

// over returns what is said here, and of the rest what others have said.
func (f *aggregateFile) over(usual composite.Aggregate) composite.Aggregate {
	if f.By != "" {
		usual.By = composite.Mean(f.By)
	}
	if f.Least != nil {
		usual.Least = *f.Least
	}
	return usual
}

// goesWith says which scales have a setting; by goes with all.
var goesWith = map[string][]composite.Scale{
	"range": {composite.MinMax}, "mean": {composite.ZScore}, "deviation": {composite.ZScore},
	"target": {composite.Target}, "reference": {composite.Reference},
	"goalposts": {composite.Goalposts}, "log": {composite.Goalposts}, "factor": {composite.Goalposts},
	"cut": {composite.Goalposts, composite.Target, composite.Reference},
}

// over returns the scale that is said here, and takes from above what is not: that of the
// method for an indicator, the usual settings for the method.
func (f *normaliseFile) over(above *normaliseFile) (composite.Normalise, error) {
	merged := normaliseFile{}
	for _, layer := range []*normaliseFile{above, f} {
		if layer != nil {
			merged.take(*layer)
		}
	}
	n := composite.Usual(composite.Scale(or(merged.By, string(composite.MinMax))))
	if f != nil {
		for _, key := range f.given() {
			if !slices.Contains(goesWith[key], n.By) && slices.Contains(composite.Scales(), n.By) {
				return n, formula.Say("«%s» не относится к by = «%s»: уберите или выберите другое by", "“%s” does not go with by = “%s”: take it out, or choose another by", key, n.By)
			}
		}
	}
	return merged.fill(n)
}

// take lays the settings of one layer over those below.
func (f *normaliseFile) take(over normaliseFile) {
	// Another scale has other settings: a «cut» that was meant for goalposts means nothing to it.
	if over.By != nil && f.By != nil && *over.By != *f.By {
		*f = normaliseFile{}
	}
	if over.Range != nil {
		f.Range = over.Range
	}
	if over.Goalposts != nil {
		f.Goalposts = over.Goalposts
	}
	lay(&f.By, over.By)
	lay(&f.Mean, over.Mean)
	lay(&f.Deviation, over.Deviation)
	lay(&f.Target, over.Target)
	lay(&f.Reference, over.Reference)
	lay(&f.Log, over.Log)
	lay(&f.Cut, over.Cut)
	lay(&f.Factor, over.Factor)
}

func lay[T any](below **T, over *T) {
	if over != nil {
		*below = over
	}
}

// given lists the settings that are there, in a fixed order.
func (f *normaliseFile) given() []string {
	var keys []string
	for _, k := range []struct {
		key   string
		there bool
	}{
		{"range", f.Range != nil},
		{"mean", f.Mean != nil},
		{"deviation", f.Deviation != nil},
		{"target", f.Target != nil},
		{"reference", f.Reference != nil},
		{"goalposts", f.Goalposts != nil},
		{"log", f.Log != nil},
		{"cut", f.Cut != nil},
		{"factor", f.Factor != nil},
	} {
		if k.there {
			keys = append(keys, k.key)
		}
	}
	return keys
}

// fill puts the settings into a scale.
func (f *normaliseFile) fill(n composite.Normalise) (composite.Normalise, error) {
	for _, pair := range []struct {
		key   string
		given []float64
		into  *[2]float64
	}{{"range", f.Range, &n.Range}, {"goalposts", f.Goalposts, &n.Posts}} {
		if pair.given == nil {
			continue
		}
		if len(pair.given) != 2 {
			return n, formula.Say("%s — два числа в квадратных скобках: [0, 100]", "%s are two numbers in square brackets: [0, 100]", pair.key)
		}
		*pair.into = [2]float64(pair.given)
	}
	n.Mean, n.Deviation = or(f.Mean, n.Mean), or(f.Deviation, n.Deviation)
	n.Target, n.HasTarget, n.HasPosts = or(f.Target, 0), f.Target != nil, f.Goalposts != nil
	n.Unit = app.Clean(or(f.Reference, ""))
	n.Logs, n.Cut = composite.Logs(or(f.Log, string(n.Logs))), composite.Cut(or(f.Cut, string(n.Cut)))
	n.Multiplier = or(f.Factor, n.Multiplier)
	return n, nil
}

// groups reads the groups.
func (l *compositeLoader) groups() error {
	for i, f := range l.file.Group {
		if f.Above != nil && f.From != nil {
			return l.Fault(l.NthLine("[[rating.group]]", i, "from"), f.Name, formula.Say("у группы одна граница: above — выше числа, from — от числа включительно", "a group has one bound: above a number, or from a number on"))
		}
		g := composite.Group{Name: app.Clean(f.Name), Title: app.L(app.Clean(f.Title), app.Clean(f.TitleEN)), Open: f.Above == nil && f.From == nil, Above: f.Above != nil}
		g.Bound = or(f.Above, or(f.From, 0))
		l.method.Groups = append(l.method.Groups, g)
	}
	return nil
}

// stepLine finds the line of a setting by its key, «impute.by».
func (l *compositeLoader) stepLine(key string) int {
	table, last, nested := strings.Cut(key, ".")
	if !nested {
		if key == "group" {
			return l.Line("[[rating.group]]", "")
		}
		return l.Line("[rating]", key)
	}
	return l.Line("[rating."+table+"]", last)
}
