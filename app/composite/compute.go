package composite

import (
	"math"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// computation is one table on its way through the steps.
type computation struct {
	index *Index
	table *Table

	read   map[string][]float64 // columns of the table that the method reads
	groups []string             // of the units, for imputation
	out    []bool               // units that are not scored
	values [][]float64          // of the indicators, in the order of leaves
	scores [][]float64          // of all nodes, once they have some

	changes []Change // of the step at work
	steps   []Step
	notes   []Note
}

// Compute scores the units of a table. What cannot be scored is refused with an app.Refusal
// that says where and what to do; what the method goes on without is among the notes.
func (x *Index) Compute(t *Table) (*Result, error) {
	c, err := x.begin(t)
	if err != nil {
		return nil, err
	}
	for _, step := range x.method.Order {
		c.prepare(step)
		if err := c.end(step, c.values, x.leaves); err != nil {
			return nil, err
		}
	}
	if err := c.normalise(); err != nil {
		return nil, err
	}
	if err := c.end(StepNormalise, c.scores, x.leaves); err != nil {
		return nil, err
	}
	if err := c.aggregate(); err != nil {
		return nil, err
	}
	all := make([]int, len(x.method.Nodes))
	for i := range all {
		all[i] = i
	}
	if err := c.end(StepAggregate, c.scores, all); err != nil {
		return nil, err
	}
	return c.finish()
}

// begin reads from a table what the method needs.
func (x *Index) begin(t *Table) (*computation, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	c := &computation{index: x, table: t, groups: make([]string, len(t.Units)), out: make([]bool, len(t.Units))}
	var codes []string
	for _, leaf := range x.leaves {
		codes = append(codes, x.method.Nodes[leaf].Column)
		if d := x.method.Nodes[leaf].Denominator; d != "" {
			codes = append(codes, d)
		}
	}
	var err error
	if c.read, err = t.numbers(codes); err != nil {
		return nil, err
	}
	if i := x.method.Impute; i != nil && i.grouped() {
		groups, err := t.find(i.Group)
		if err != nil {
			return nil, err
		}
		for u := range c.groups {
			c.groups[u] = groups.text(u)
		}
	}
	for _, leaf := range x.leaves {
		c.values = append(c.values, slices.Clone(c.read[x.method.Nodes[leaf].Column]))
	}
	c.noteBeyond()
	c.scores = make([][]float64, len(x.method.Nodes))
	for i := range c.scores {
		c.scores[i] = make([]float64, len(t.Units))
	}
	err = c.noteUnread(codes)
	return c, err
}

// noteUnread tells of columns that the method does not ask for: one may be misspelt.
func (c *computation) noteUnread(read []string) error {
	m := c.index.method
	var unread []string
	for _, column := range c.table.Columns {
		if column.Code == "" || column.Code == m.Names || m.Impute != nil && column.Code == m.Impute.Group || slices.Contains(read, column.Code) {
			continue
		}
		unread = append(unread, column.Code)
	}
	if m.Names != "" {
		if _, err := c.table.find(m.Names); err != nil {
			return err
		}
	}
	if len(unread) > 0 {
		c.note("", -1, -1, "методике не нужны столбцы таблицы: %s", "the method does not need these columns of the table: %s", strings.Join(unread, ", "))
	}
	return nil
}

// noteBeyond tells of values that the method says there cannot be.
func (c *computation) noteBeyond() {
	for i, leaf := range c.index.leaves {
		limits := c.index.method.Nodes[leaf].Limits
		if limits == nil {
			continue
		}
		for u, x := range c.values[i] {
			if x < limits[0] || x > limits[1] {
				c.note("", u, leaf, "значение %s вне пределов от %s до %s: проверьте его", "the value %s is beyond the limits from %s to %s: look at it", figure(x), figure(limits[0]), figure(limits[1]))
			}
		}
	}
}

func (c *computation) prepare(step string) {
	switch step {
	case StepDenominate:
		c.denominate()
	case StepScreen:
		c.screen()
	case StepImpute:
		c.impute()
	case StepOutliers:
		c.outliers()
	}
}

func (c *computation) code(node int) string { return c.index.method.Nodes[node].Code }

// change gives a value of an indicator another one, and keeps both.
func (c *computation) change(leaf, u int, to float64, how error) {
	from := c.values[leaf][u]
	c.values[leaf][u] = to
	c.changes = append(c.changes, Change{Unit: u, Code: c.code(c.index.leaves[leaf]), From: valueOf(from), To: valueOf(to), How: formula.Said(how)})
}

// note says what the method went on without; u and node are −1 when it is about all.
func (c *computation) note(step string, u, node int, ru, en string, args ...any) {
	n := Note{Step: step, Unit: u, Text: formula.Said(formula.Say(ru, en, args...))}
	if node >= 0 {
		n.Code = c.code(node)
	}
	c.notes = append(c.notes, n)
}

// end keeps what a step has made. No figure may be infinite: powers and quotients of what is
// far apart can be.
func (c *computation) end(step string, columns [][]float64, nodes []int) error {
	s := Step{Name: step, Changed: c.changes, nodes: make([]string, len(nodes)), at: make(map[string]int, len(nodes)), columns: make([][]float64, len(nodes))}
	c.changes = nil
	for i, node := range nodes {
		column := columns[i]
		if step == StepNormalise || step == StepAggregate {
			column = columns[node]
		}
		for u, x := range column {
			if math.IsInf(x, 0) {
				return refuse("«%s», «%s»: после шага «%s» число бесконечно велико. Проверьте значение и знаменатель", "“%s”, “%s”: the number is infinite after the step “%s”. Look at the value and its denominator", c.table.Units[u].ID, c.code(node), step)
			}
		}
		s.nodes[i], s.at[c.code(node)], s.columns[i] = c.code(node), i, slices.Clone(column)
	}
	c.steps = append(c.steps, s)
	return nil
}

// finish turns the scores of the top into the index, and ranks everything.
func (c *computation) finish() (*Result, error) {
	top := c.scores[c.index.top]
	values := sorted(top)
	if len(values) == 0 {
		return nil, refuseFew("индекса нет ни у одной единицы: не осталось показателей, по которым единицы различаются, или данных меньше, чем требует методика%s", "no unit has an index: there is no indicator left that tells the units apart, or less data than the method asks for%s", c.lastNote())
	}
	if len(values) == 1 && len(c.table.Units) > 1 {
		return nil, refuseFew("индекс есть только у одной единицы, а рейтинг сравнивает хотя бы две. %s", "one unit only has an index, and a rating compares two at least. %s", c.lastNote())
	}
	if c.index.method.Percent {
		if err := percent(top, values); err != nil {
			return nil, err
		}
		if err := c.end(StepIndex, c.scores[c.index.top:c.index.top+1], []int{c.index.top}); err != nil {
			return nil, err
		}
	}
	r := &Result{Index: c.index, Units: slices.Clone(c.table.Units), Steps: c.steps, Notes: c.notes, scores: c.scores, prepared: c.values}
	c.name(r)
	for _, column := range c.scores {
		r.ranks = append(r.ranks, places(column))
	}
	for _, x := range top {
		name := ""
		if known(x) {
			name = group(c.index.method.Groups, x)
		}
		r.groups = append(r.groups, name)
	}
	return r, nil
}

func (c *computation) lastNote() any {
	if len(c.notes) == 0 {
		return ""
	}
	last := c.notes[len(c.notes)-1].Text
	return app.L(" — "+last.RU, " — "+last.In(app.EN))
}

// name gives the units the names of the table's column of names.
func (c *computation) name(r *Result) {
	if c.index.method.Names == "" {
		return
	}
	names, err := c.table.find(c.index.method.Names)
	if err != nil {
		return // begin has looked
	}
	for u := range r.Units {
		r.Units[u].Name = names.text(u)
	}
}

// percent turns scores into percents of their mean over the units that have one.
func percent(scores, values []float64) error {
	m := mean(values)
	if !(m > 1e-9*max(math.Abs(values[0]), math.Abs(values[len(values)-1]))) {
		return refuse("индекс в процентах среднего не получить: среднее — %s. Выберите нормировку с положительными оценками (например, minmax или ratio_mean) или уберите percent_of_mean",
			"there is no index in percent of the mean: the mean is %s. Choose a normalisation with positive scores (as minmax or ratio_mean), or take percent_of_mean out", figure(m))
	}
	for u := range scores {
		scores[u] = scores[u] / m * 100
	}
	return nil
}
