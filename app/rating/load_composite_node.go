package rating

import (
	"cmp"
	"slices"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/formula"
)

// ratingFile is [rating] as it is written.
type ratingFile struct {
	Index         string         `toml:"index"`
	Names         string         `toml:"names"`
	Order         []string       `toml:"order"`
	PercentOfMean bool           `toml:"percent_of_mean"`
	Screen        *screenFile    `toml:"screen"`
	Impute        *imputeFile    `toml:"impute"`
	Outliers      *outliersFile  `toml:"outliers"`
	Normalise     *normaliseFile `toml:"normalise"`
	Aggregate     *aggregateFile `toml:"aggregate"`
	Group         []groupFile    `toml:"group"`
	Node          []nodeFile     `toml:"node"`
	Uncertainty   *varyFile      `toml:"uncertainty"`
}

type nodeFile struct {
	Code        string         `toml:"code"`
	Name        string         `toml:"name"`
	NameEN      string         `toml:"name_en"`
	Parent      string         `toml:"parent"`
	Weight      *float64       `toml:"weight"`
	Better      string         `toml:"better"`
	Column      string         `toml:"column"`
	Denominator string         `toml:"denominator"`
	Factor      *float64       `toml:"factor"`
	Outliers    *bool          `toml:"outliers"`
	Limits      []float64      `toml:"limits"`
	Normalise   *normaliseFile `toml:"normalise"`
	Aggregate   *aggregateFile `toml:"aggregate"`
}

// nodeHead begins a node in the file.
const nodeHead = "[[rating.node]]"

// indexCode is the code of the whole index in a methodology profile, as app.Reference has it.
const indexCode = "I"

// nodes reads the tree of a file of its own.
func (l *compositeLoader) nodes() error {
	if l.file.Index != "" {
		return l.Fault(l.Line("[rating]", "index"), "", formula.Say("index пишут только в профиле с показателями [[indicator]]: здесь вершина — узел без parent", "index goes with a profile of [[indicator]] only: here the top is the node without a parent"))
	}
	for i, f := range l.file.Node {
		// A parent that nobody is makes the node above it look like an indicator.
		if f.Parent != "" && !slices.ContainsFunc(l.file.Node, func(n nodeFile) bool { return n.Code == f.Parent }) {
			return l.Fault(l.NthLine(nodeHead, i, "parent"), f.Code, formula.Say("узла «%s», к которому относится «%s», в дереве нет: опишите его или исправьте parent", "there is no node “%s”, which “%s” belongs to: describe it or mend parent", f.Parent, f.Code))
		}
	}
	for i, f := range l.file.Node {
		if err := l.checkLeaf(i, l.leaf(f.Code)); err != nil {
			return err
		}
		n := composite.Node{Code: app.Clean(f.Code), Name: app.L(cmp.Or(app.Clean(f.Name), app.Clean(f.Code)), app.Clean(f.NameEN)), Parent: app.Clean(f.Parent), Weight: 1, LowerIsBetter: f.Better == "lower"}
		l.lines[len(l.method.Nodes)] = i
		l.method.Nodes = append(l.method.Nodes, n)
		if err := l.refine(&l.method.Nodes[i], i); err != nil {
			return err
		}
	}
	return nil
}

// leaf reports whether a node is an indicator: nobody names it as a parent.
func (l *compositeLoader) leaf(code string) bool {
	return !slices.ContainsFunc(l.file.Node, func(n nodeFile) bool { return code != "" && n.Parent == code })
}

// checkLeaf refuses what an indicator lacks and what other nodes cannot have.
func (l *compositeLoader) checkLeaf(i int, leaf bool) error {
	f := l.file.Node[i]
	fail := func(key string, reason error) error {
		return l.Fault(l.NthLine(nodeHead, i, key), f.Code, reason)
	}
	if leaf {
		switch {
		case f.Parent == "" && len(l.file.Node) > 1 && f.Better == "":
			return fail("code", formula.Say("к узлу «%s» ничто не относится, и сам он ни к чему: у показателя укажите parent, у вершины должны быть показатели", "nothing belongs to the node “%s”, nor it to any: an indicator has a parent, a top has indicators", f.Code))
		case f.Better != "higher" && f.Better != "lower":
			return fail("better", formula.Say("better: что лучше — higher (больше) или lower (меньше)", "better: which is the better, higher or lower"))
		case f.Aggregate != nil:
			return fail("aggregate", formula.Say("aggregate пишут у узла, который складывается из других; это показатель", "aggregate goes with a node that is added up from others; this is an indicator"))
		}
		return nil
	}
	for _, k := range []struct {
		key   string
		given bool
	}{{"better", f.Better != ""}, {"column", f.Column != ""}, {"denominator", f.Denominator != ""}, {"factor", f.Factor != nil}, {"outliers", f.Outliers != nil}, {"limits", f.Limits != nil}, {"normalise", f.Normalise != nil}} {
		if k.given {
			return fail(k.key, formula.Say("«%s» пишут только у показателей, а «%s» складывается из других узлов", "“%s” goes with indicators only, and “%s” is added up from other nodes", k.key, f.Code))
		}
	}
	return nil
}

// profileNodes makes the tree of a methodology profile, and reads what [[rating.node]] says
// besides.
func (l *compositeLoader) profileNodes(p *Profile) error {
	top := cmp.Or(app.Clean(l.file.Index), indexCode)
	l.method.Nodes = append(l.method.Nodes, composite.Node{Code: top, Name: app.L("Сводный индекс", "Index"), Weight: 1})
	for _, sub := range p.subindices {
		if len(sub.indicators) == 0 {
			continue
		}
		l.method.Nodes = append(l.method.Nodes, composite.Node{Code: sub.code, Name: sub.name, Parent: top, Weight: 1})
		for _, d := range sub.indicators {
			l.method.Nodes = append(l.method.Nodes, composite.Node{Code: d.head.Code, Name: d.head.Name, Parent: sub.code, Weight: 1, LowerIsBetter: d.head.LowerIsBetter})
		}
	}
	for i, f := range l.file.Node {
		fail := func(key string, reason error) error { return l.Fault(l.NthLine(nodeHead, i, key), f.Code, reason) }
		at := slices.IndexFunc(l.method.Nodes, func(n composite.Node) bool { return n.Code == f.Code })
		_, twice := l.lines[at]
		switch {
		case at < 0:
			return fail("code", formula.Say("показателя и субиндекса «%s» в методике нет", "the method has no indicator or sub-index “%s”", f.Code))
		case twice:
			return fail("code", formula.Say("узел «%s» описан дважды", "the node “%s” is described twice", f.Code))
		case f.Parent+f.Better+f.Name+f.NameEN != "":
			return fail("code", formula.Say("parent, better и name здесь не пишут: они следуют из [[indicator]] и [[subindex]]", "parent, better and name do not go here: they follow from [[indicator]] and [[subindex]]"))
		}
		isLeaf := p.defined(f.Code)
		f.Better = "higher" // known to be given by the profile
		if !isLeaf {
			f.Better = ""
		}
		l.file.Node[i] = f
		if err := l.checkLeaf(i, isLeaf); err != nil {
			return err
		}
		l.lines[at] = i
		if err := l.refine(&l.method.Nodes[at], i); err != nil {
			return err
		}
	}
	return nil
}

// refine gives a node what its entry says beside its place in the tree.
func (l *compositeLoader) refine(n *composite.Node, i int) error {
	f := l.file.Node[i]
	if f.Weight != nil {
		n.Weight = *f.Weight
	}
	n.Column, n.Denominator = app.Clean(f.Column), app.Clean(f.Denominator)
	if f.Factor != nil {
		if n.Factor = *f.Factor; n.Denominator == "" || n.Factor == 0 {
			return l.Fault(l.NthLine(nodeHead, i, "factor"), f.Code, formula.Say("factor — положительный множитель частного; его пишут вместе с denominator", "factor is a positive multiplier of a quotient; it goes with denominator"))
		}
	}
	n.Untreated = f.Outliers != nil && !*f.Outliers
	if f.Limits != nil {
		if len(f.Limits) != 2 {
			return l.Fault(l.NthLine(nodeHead, i, "limits"), f.Code, formula.Say("limits — два числа в квадратных скобках: [0, 100]", "limits are two numbers in square brackets: [0, 100]"))
		}
		limits := [2]float64(f.Limits)
		n.Limits = &limits
	}
	if f.Aggregate != nil {
		n.Aggregate = f.Aggregate.over(l.method.Aggregate)
	}
	if f.Normalise == nil {
		return nil
	}
	var err error
	if n.Normalise, err = f.Normalise.over(l.file.Normalise); err != nil {
		return l.Fault(l.NthLine(nodeHead, i, "normalise"), f.Code, err)
	}
	return nil
}
