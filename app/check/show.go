package check

import (
	"math/big"
	"strconv"

	"technopark/app"
	"technopark/app/formula"
)

// show puts the sides of a comparison and their difference into a finding.
func (c *comparison) show(view *scope, found *Finding) {
	found.Left = view.pass.textOf(found.Field, found.Value)
	if c.left == nil {
		return
	}
	left := c.side(view, c.left)
	if found.Left = c.text(left); c.right == nil {
		return
	}
	right := c.side(view, c.right)
	found.Right = c.text(right)
	switch x := left.(type) {
	case formula.Number:
		if y, ok := right.(formula.Number); ok {
			found.Difference = c.text(formula.Number{Rat: new(big.Rat).Sub(x.Rat, y.Rat)})
		}
	case app.Date:
		if y, ok := right.(app.Date); ok && !x.Zero() && !y.Zero() {
			found.Difference = daysText(x.Days() - y.Days())
		}
	}
}

func (c *comparison) side(view *scope, e *expression) any {
	out, err := view.value(e)
	if err != nil {
		panic(err) // see holdsFor
	}
	return out
}

func (c *comparison) text(side any) app.Text {
	switch x := side.(type) {
	case formula.Number:
		return numberText(x.Rat, c.digits, c.unit)
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
		text := formula.WriteExact(r, digits, lang)
		if unit.In(lang) != "" {
			text += app.NBSP + unit.In(lang)
		}
		return text
	}
	return app.L(in(app.RU), in(app.EN))
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

func daysText(n int) app.Text {
	if n < 0 {
		return app.L("\u2212"+strconv.Itoa(-n)+app.NBSP+"дн.", "\u2212"+strconv.Itoa(-n)+app.NBSP+"days")
	}
	return app.L(strconv.Itoa(n)+app.NBSP+"дн.", strconv.Itoa(n)+app.NBSP+"days")
}
