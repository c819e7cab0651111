package rating

import (
	"fmt"
	"slices"

	"technopark/app"
	"technopark/app/formula"
)

// named is an entry of a dictionary that a term asks for by its name.
type named struct {
	term  string
	field path
	text  string
}

// asked returns the entries of dictionaries the terms ask for. A dictionary is a type that staff
// edit and whose records are told apart by one text.
func (l *loader) asked() []named {
	var all []named
	for _, name := range l.termNames() {
		for _, e := range l.terms[name].expressions() {
			for _, c := range e.texts {
				all = appendNamed(all, name, e.paths[c.Name], c)
			}
		}
	}
	return all
}

func appendNamed(all []named, term string, p path, c formula.Compared) []named {
	if p.owner == nil || p.field.Kind != app.KindText || !slices.ContainsFunc(p.owner.Unique, func(keys []string) bool { return slices.Equal(keys, []string{p.field.Key}) }) {
		return all
	}
	return append(all, named{term, p, c.Text})
}

// Unknown says which names the method asks for that no record bears: a slip of the method, or a
// dictionary that was edited since.
func (p *Profile) Unknown(b *app.Book) []app.Text {
	var said []app.Text
	for _, n := range p.named {
		bears := func(rec app.Record) bool { return n.field.field.Get(rec).S == n.text }
		if slices.ContainsFunc(b.Of(n.field.owner.Key), bears) {
			continue
		}
		of := n.field.owner.Many
		said = append(said, app.L(
			fmt.Sprintf("слагаемое «%s» спрашивает о «%s», а среди записей «%s» такой нет: исправьте методику или справочник", n.term, n.text, of.RU),
			fmt.Sprintf("the term “%s” asks for “%s”, which is not among “%s”: correct the method or the dictionary", n.term, n.text, of.EN)))
	}
	return said
}
