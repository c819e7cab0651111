package rating

import (
	"fmt"

	"technopark/app"
	"technopark/app/formula"
)

// named is an entry of a dictionary that a term asks for by its name.
type named struct {
	term string
	formula.Named
}

// asked returns the entries of dictionaries the terms ask for.
func (l *loader) asked() []named {
	var all []named
	for _, name := range l.termNames() {
		for _, e := range l.terms[name].expressions() {
			for _, c := range e.texts {
				if entry, ok := c.NamedBy(e.paths[c.Name].owner, e.paths[c.Name].field); ok {
					all = append(all, named{name, entry})
				}
			}
		}
	}
	return all
}

// Unknown says which names the method asks for that no record bears: a slip of the method, or a
// dictionary that was edited since.
func (p *Profile) Unknown(b *app.Book) []app.Text {
	var said []app.Text
	for _, n := range p.named {
		if n.In(b) {
			continue
		}
		said = append(said, app.L(
			fmt.Sprintf("слагаемое «%s» спрашивает о «%s», а среди записей «%s» такой нет: исправьте методику или справочник", n.term, n.Text, n.Of.Many.RU),
			fmt.Sprintf("the term “%s” asks for “%s”, which is not among “%s”: correct the method or the dictionary", n.term, n.Text, n.Of.Many.EN)))
	}
	return said
}
