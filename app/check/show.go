package check

import (
	"math/big"

	"technopark/app"
	"technopark/app/formula"
)

// show puts the sides of a comparison and their difference into a finding; where nothing is
// compared, the figure the finding stands on.
func (c *comparison) show(view *scope, at spot, found *Finding) {
	found.Left = view.pass.cellText(at.rec, at.field)
	if c.left == nil {
		return
	}
	unit := c.unit
	if c.figure.UnitIn != "" {
		unit = view.pass.unitNamed(view.rec, c.figure)
	}
	left := c.side(view, c.left)
	if found.Left = c.text(left, unit); c.right == nil {
		return
	}
	right := c.side(view, c.right)
	found.Right = c.text(right, unit)
	switch x := left.(type) {
	case formula.Number:
		if y, ok := right.(formula.Number); ok {
			found.Difference = c.text(x.Sub(y), unit)
		}
	case app.Date:
		if y, ok := right.(app.Date); ok && !x.Zero() && !y.Zero() {
			found.Difference = termText(x.Days() - y.Days())
		}
	}
}

func (c *comparison) side(view *scope, e *expression) any {
	view.paths = e.paths
	out, err := e.Value(view)
	if err != nil { // nothing was compared then; see yes
		return nil
	}
	return out
}

func (c *comparison) text(side any, unit app.Text) app.Text {
	switch x := side.(type) {
	case formula.Number:
		return numberText(x.Rat(), c.digits, unit)
	case app.Date:
		return app.L(x.String(), x.String())
	case string:
		return app.L(x, x)
	}
	return app.Text{}
}

// numberText writes a number with its unit, which a non-breaking space joins to it.
func numberText(r *big.Rat, digits int, unit app.Text) app.Text {
	in := func(lang app.Lang) string {
		return app.InUnit(formula.WriteExact(r, digits, lang), unit.In(lang), lang)
	}
	return app.L(in(app.RU), in(app.EN))
}

// cellText writes what a field of a record holds with its unit, which the record itself may name.
func (s *pass) cellText(rec app.Record, f app.Field) app.Text {
	v := f.Get(rec)
	if f.UnitIn != "" && v.State == app.Given {
		return numberText(big.NewRat(v.N, f.Scale), f.Digits, s.unitNamed(rec, f))
	}
	return s.textOf(f, v)
}

// unitNamed is the unit of a figure that has that of an indicator: as the method has it, else
// as the record says.
func (s *pass) unitNamed(rec app.Record, f app.Field) app.Text {
	if code, ok := rec.Type().Field("code"); ok {
		if unit := s.asked.Known[code.Get(rec).S].Unit; !unit.Zero() {
			return unit
		}
	}
	named, _ := rec.Type().Field(f.UnitIn)
	return app.L(named.Get(rec).S, named.Get(rec).S)
}

// textOf writes the value of a field with its unit.
func (s *pass) textOf(f app.Field, v app.Value) app.Text {
	if v.State == app.Given && f.Kind.Number() {
		return numberText(big.NewRat(v.N, f.Scale), f.Digits, f.Unit)
	}
	return worded(s.book, f, v)
}

// worded writes the value of a field without its unit.
func worded(b *app.Book, f app.Field, v app.Value) app.Text {
	return app.L(f.Words(v, b.TitleOf, app.RU), f.Words(v, b.TitlesIn(app.EN), app.EN))
}
