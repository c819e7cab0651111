package check

import (
	"fmt"
	"slices"

	"technopark/app"
	"technopark/app/formula"
)

// Unknown says which entries of dictionaries the rules ask for by names that no record bears: a
// slip of the rules, or a dictionary that was edited since. Such a rule finds nothing, or finds
// fault with everybody.
func (p *Profile) Unknown(b *app.Book) []app.Text {
	var said []app.Text
	for _, r := range p.rules {
		for _, n := range r.asksFor() {
			if n.In(b) {
				continue
			}
			text := app.L(
				fmt.Sprintf("правило «%s» спрашивает о «%s», а среди записей «%s» такой нет: исправьте правила или справочник", r.id, n.Text, n.Of.Many.RU),
				fmt.Sprintf("the rule “%s” asks for “%s”, which is not among “%s”: correct the rules or the dictionary", r.id, n.Text, n.Of.Many.EN))
			if !slices.Contains(said, text) {
				said = append(said, text)
			}
		}
	}
	return said
}

// asksFor returns the entries of dictionaries that the expressions of a rule name, those of the
// sums it reads among them.
func (r *rule) asksFor() []formula.Named {
	var all []formula.Named
	for _, e := range r.expressions() {
		for _, c := range e.Texts {
			p, read := e.paths[c.Name]
			if !read {
				continue
			}
			if n, ok := c.NamedBy(p.owner, p.field); ok {
				all = append(all, n)
			}
		}
	}
	return all
}

// expressions returns the conditions of a rule.
func (r *rule) expressions() []*expression {
	var all []*expression
	if r.when != nil {
		all = append(all, r.when)
	}
	if r.holds != nil {
		all = append(all, r.holds.holds)
	}
	for _, d := range r.sums {
		all = append(all, d.expressions()...)
	}
	return all
}
