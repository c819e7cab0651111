package exchange

import (
	"strings"

	"technopark/app"
)

// Unit is a unit in which the figures of a column may be.
type Unit struct {
	Name  app.Text // «млн руб.»
	Scale int64    // units that are stored in one of it
}

// multiples are the ways to say a thousandfold, as units begin.
var multiples = []struct {
	ru, en string
	times  int64
}{
	{"", "", 1}, {"тыс. ", "thousand ", 1_000}, {"млн ", "million ", 1_000_000}, {"млрд ", "billion ", 1_000_000_000},
}

// UnitsOf returns the units that figures of a field can be read in exactly, its own first; none where
// it has no unit that others stand beside.
func UnitsOf(f app.Field) []Unit {
	if !f.Kind.Number() || f.Unit.Zero() {
		return nil
	}
	own := Unit{f.Unit, f.Scale}
	all := []Unit{own}
	bare, times := app.L(f.Unit.RU, f.Unit.In(app.EN)), int64(1)
	for _, m := range multiples[1:] {
		if ru, ok := strings.CutPrefix(f.Unit.RU, m.ru); ok {
			bare, times = app.L(ru, strings.TrimPrefix(f.Unit.In(app.EN), m.en)), m.times
		}
	}
	if f.Kind == app.KindCount {
		return append(all, Unit{app.L("тыс. "+bare.RU, "thousand "+bare.EN), f.Scale * 1_000})
	}
	if f.Kind == app.KindMoney {
		for _, m := range multiples {
			scale := f.Scale / times * m.times
			if scale != f.Scale {
				all = append(all, Unit{app.L(m.ru+bare.RU, m.en+bare.EN), scale})
			}
		}
		return all
	}
	switch f.Unit.RU {
	case "м²":
		all = append(all, Unit{app.L("тыс. м²", "thousand m²"), f.Scale * 1_000}, Unit{app.L("га", "ha"), f.Scale * 10_000})
	case "км":
		all = append(all, Unit{app.L("м", "m"), f.Scale / 1_000})
	}
	return all
}

// in returns the field as figures of a column are read: a figure of a unit is a figure of it.
func (u Unit) in(f app.Field) app.Field {
	f.Unit, f.Scale = u.Name, u.Scale
	return f
}

// inUnit returns the field in the unit with an index in UnitsOf.
func inUnit(f app.Field, unit int) app.Field {
	if units := UnitsOf(f); unit > 0 && unit < len(units) {
		return units[unit].in(f)
	}
	return f
}

// unitNamed returns which unit of a field a text names; −1 for none of them.
func unitNamed(f app.Field, text string) int {
	for i, u := range UnitsOf(f) {
		for _, name := range []string{u.Name.RU, u.Name.In(app.EN)} {
			over, _, _ := strings.Cut(unitKey(name), "/")
			if key := unitKey(text); key == unitKey(name) || key == over {
				return i
			}
		}
	}
	return -1
}

// unitSaid returns the index of the unit that a head names for the first of some fields; 0 for none.
func unitSaid(t *app.Type, fields []string, head string) int {
	if len(fields) == 0 {
		return 0
	}
	target, ok := TargetOf(t, fields[0])
	if _, unit := splitHead(head); ok && unit != "" {
		return max(0, unitNamed(target.Field, unit))
	}
	return 0
}
