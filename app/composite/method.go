package composite

import (
	"slices"
	"strings"

	"technopark/app/formula"
)

// checkSteps checks the steps and hands the settings of the method down to its nodes.
func (x *Index) checkSteps() error {
	for _, check := range []func() error{x.checkOrder, x.checkScreen, x.checkImpute, x.checkOutliers, x.checkNormalise, x.checkAggregate, x.checkGroups, x.checkVary} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// wrong is a fault of what is no node.
func wrong(key, ru, en string, args ...any) error {
	return &Fault{Node: -1, Key: key, Reason: formula.Say(ru, en, args...)}
}

func (x *Index) checkOrder() error {
	m := &x.method
	divided := slices.ContainsFunc(x.leaves, func(i int) bool { return m.Nodes[i].Denominator != "" })
	has := map[string]bool{StepDenominate: divided, StepScreen: m.Screen != nil, StepImpute: m.Impute != nil, StepOutliers: m.Outliers != nil}
	if m.Order == nil {
		m.Order = slices.DeleteFunc(Steps(), func(step string) bool { return !has[step] })
		return nil
	}
	for i, step := range m.Order {
		switch described, ok := has[step]; {
		case !ok:
			return wrong("order", "шага «%s» нет; порядок задают шагам %s", "there is no step “%s”; an order is given to %s", step, strings.Join(Steps(), ", "))
		case !described:
			return wrong("order", "шаг «%s» назван в order, но не описан", "the step “%s” is named in order and not described", step)
		case slices.Contains(m.Order[:i], step):
			return wrong("order", "шаг «%s» назван дважды", "the step “%s” is named twice", step)
		}
	}
	for _, step := range Steps() {
		if has[step] && !slices.Contains(m.Order, step) {
			return wrong("order", "шаг «%s» описан, а в order его нет: допишите его или уберите order", "the step “%s” is described and not in order: add it, or leave order out", step)
		}
	}
	return nil
}

func (x *Index) checkScreen() error {
	if s := x.method.Screen; s != nil && !(s.Least > 0 && s.Least <= 1) {
		return wrong("screen.least", "least — наименьшая доля данных, больше 0 и не больше 1: 0.66", "least is the smallest share of data, above 0 and at most 1: 0.66")
	}
	return nil
}

func (x *Index) checkImpute() error {
	i := x.method.Impute
	switch {
	case i == nil:
		return nil
	case !slices.Contains(Fillings(), i.By):
		return wrong("impute.by", "by = «%s»; бывает %s", "by = “%s”; there are %s", i.By, join(Fillings()))
	case i.grouped() && i.Group == "":
		return wrong("impute.group", "для by = «%s» укажите group — столбец таблицы, по которому единицы делятся на группы", "by = “%s” needs group, the column of the table that tells the groups of units", i.By)
	case !i.grouped() && i.Group != "":
		return wrong("impute.group", "group пишут только при group_mean и group_median", "group goes with group_mean and group_median only")
	}
	return nil
}

func (x *Index) checkOutliers() error {
	o := x.method.Outliers
	switch {
	case o == nil:
		return nil
	case !(o.Skewness > 0) || !finite(o.Skewness):
		return wrong("outliers.skewness", "skewness — порог асимметрии, положительное число", "skewness is a threshold, a positive number")
	case !finite(o.Kurtosis):
		return wrong("outliers.kurtosis", "kurtosis — порог эксцесса, число", "kurtosis is a threshold, a number")
	case o.Most < 0:
		return wrong("outliers.winsorise", "winsorise — сколько точек подтягивать самое большее, от 0", "winsorise is the greatest number of points to pull in, from 0")
	case o.Most == 0 && !o.Log:
		return wrong("outliers.winsorise", "winsorise = 0 и log = false: шаг ничего не делает, уберите его", "winsorise = 0 and log = false: the step does nothing, leave it out")
	}
	return nil
}

func (x *Index) checkAggregate() error {
	if err := x.method.Aggregate.check(); err != nil {
		return &Fault{Node: -1, Key: "aggregate." + err.Key, Reason: err.Reason}
	}
	for i := range x.inner {
		in := &x.inner[i]
		own := x.method.Nodes[in.node].Aggregate
		in.by, in.least = x.method.Aggregate.By, x.method.Aggregate.Least
		if own.By != "" {
			if err := own.check(); err != nil {
				return &Fault{Node: in.node, Key: "aggregate", Reason: err.Reason}
			}
			in.by, in.least = own.By, own.Least
		}
	}
	return nil
}

func (x *Index) checkGroups() error {
	for i, g := range x.method.Groups {
		switch {
		case g.Name == "":
			return wrong("group", "у группы укажите name", "give the name of the group")
		case slices.ContainsFunc(x.method.Groups[:i], func(known Group) bool { return known.Name == g.Name }):
			return wrong("group", "группа «%s» описана дважды", "the group “%s” is described twice", g.Name)
		case !finite(g.Bound):
			return wrong("group", "граница группы «%s» — не число", "the bound of the group “%s” is no number", g.Name)
		case g.Open && i != len(x.method.Groups)-1:
			return wrong("group", "группа «%s» без границы должна быть последней: в неё попадают все остальные", "the group “%s” has no bound and must be the last: it takes all the rest", g.Name)
		}
		if i == 0 || g.Open {
			continue
		}
		before := x.method.Groups[i-1]
		if g.Bound > before.Bound || g.Bound == before.Bound && (g.Above || !before.Above) {
			return wrong("group", "группы идут от лучшей к худшей: граница группы «%s» должна быть ниже, чем у группы «%s»",
				"groups go from the best to the worst: the bound of “%s” must be below that of “%s”", g.Name, before.Name)
		}
	}
	return nil
}

// join lists words of a profile.
func join[T ~string](words []T) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = string(w)
	}
	return strings.Join(texts, ", ")
}
