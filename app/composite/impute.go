package composite

import "technopark/app/formula"

// Filling is what stands in for a missing value.
type Filling string

// What may stand in.
const (
	FillMean        Filling = "mean"         // of the indicator; i_mean
	FillMedian      Filling = "median"       // of the indicator; i_median
	FillGroupMean   Filling = "group_mean"   // of the indicator over the units of the group; i_mean_grp
	FillGroupMedian Filling = "group_median" // i_median_grp
)

// Fillings returns all of them.
func Fillings() []Filling {
	return []Filling{FillMean, FillMedian, FillGroupMean, FillGroupMedian}
}

// Impute puts something in the place of missing values.
type Impute struct {
	By    Filling // what is put
	Group string  // column of the table with the groups of units, for those by group
}

func (i Impute) grouped() bool { return i.By == FillGroupMean || i.By == FillGroupMedian }

// impute is Impute of COINr by columns. A unit without a group, and a group in which nobody
// has the value, stay without it, as there; we say so.
func (c *computation) impute() {
	by := *c.index.method.Impute
	for i, leaf := range c.index.leaves {
		stand := map[string]float64{}
		for group, values := range c.byGroup(i, by) {
			stand[group] = mean(values)
			if by.By == FillMedian || by.By == FillGroupMedian {
				stand[group] = median(values)
			}
		}
		for u, x := range c.values[i] {
			if known(x) || c.out[u] {
				continue
			}
			if by.grouped() && c.groups[u] == "" {
				c.note(StepImpute, u, leaf, "группа «%s» не указана: пропуск остался", "the group “%s” is not given: the value stays missing", by.Group)
				continue
			}
			filled, ok := stand[c.groups[u]]
			if !ok {
				c.note(StepImpute, u, leaf, "значения нет ни у одной единицы, по которой его можно восполнить: пропуск остался", "no unit has a value to fill in from: the value stays missing")
				continue
			}
			c.change(i, u, filled, words(by.By))
		}
	}
}

// byGroup returns the sorted values of an indicator by group; without groups all are in one.
func (c *computation) byGroup(i int, by Impute) map[string][]float64 {
	columns := map[string][]float64{}
	for u, x := range c.values[i] {
		if known(x) && !(by.grouped() && c.groups[u] == "") {
			columns[c.groups[u]] = append(columns[c.groups[u]], x)
		}
	}
	for group, values := range columns {
		columns[group] = sorted(values)
	}
	return columns
}

func words(by Filling) error {
	switch by {
	case FillMedian:
		return formula.Say("восполнено медианой", "filled in with the median")
	case FillGroupMean:
		return formula.Say("восполнено средним по группе", "filled in with the mean of the group")
	case FillGroupMedian:
		return formula.Say("восполнено медианой группы", "filled in with the median of the group")
	}
	return formula.Say("восполнено средним", "filled in with the mean")
}
