package formula

import (
	"maps"
	"slices"
	"strings"

	"technopark/app"
)

// Unit is what a figure is measured in: the power of each simple unit, so that m² × days and
// m² / m² are told apart from m². Nil is unknown: a number written in an expression may turn
// months into years.
type Unit map[string]int

// UnitOf reads a unit as it is written beside a figure: «м²·дн.», «тыс. руб./чел.»; none is
// unknown.
func UnitOf(text app.Text) Unit {
	if text.RU == "" {
		return nil
	}
	u := Unit{}
	power := 1
	for i, part := range strings.Split(text.RU, "/") {
		if i > 0 {
			power = -1
		}
		for _, simple := range strings.Split(part, "·") {
			u.add(strings.TrimSpace(simple), power)
		}
	}
	return u
}

// Days is the unit of the days of a year.
func Days() Unit { return Unit{"дн.": 1} }

func (u Unit) add(simple string, power int) {
	if u[simple] += power; u[simple] == 0 {
		delete(u, simple)
	}
}

// Times returns the unit of a product; Over that of a quotient.
func (u Unit) Times(v Unit) Unit { return u.with(v, 1) }

// Over is the unit of a quotient.
func (u Unit) Over(v Unit) Unit { return u.with(v, -1) }

func (u Unit) with(v Unit, sign int) Unit {
	if u == nil || v == nil {
		return nil
	}
	w := maps.Clone(u)
	for simple, power := range v {
		w.add(simple, sign*power)
	}
	return w
}

// Differs reports whether both units are known and are not the same.
func (u Unit) Differs(v Unit) bool { return u != nil && v != nil && !maps.Equal(u, v) }

// String writes the unit in Russian.
func (u Unit) String() string { return u.In(app.RU) }

// In writes the unit: «м²·дн.»; «доля» where nothing is left of it.
func (u Unit) In(lang app.Lang) string {
	var over, under []string
	for _, simple := range slices.Sorted(maps.Keys(u)) {
		name := nameOf(simple, lang)
		for range max(0, u[simple]) {
			over = append(over, name)
		}
		for range max(0, -u[simple]) {
			under = append(under, name)
		}
	}
	text := strings.Join(over, "·")
	switch {
	case text == "" && len(under) == 0:
		return app.L("доля", "a share").In(lang)
	case text == "":
		text = "1"
	}
	if len(under) > 0 {
		text += "/" + strings.Join(under, "·")
	}
	return text
}

// nameOf writes a simple unit in a language, as the catalogue of fields does; one that is not
// there stays as the profile has it.
func nameOf(simple string, lang app.Lang) string {
	if simple == "дн." {
		return app.L(simple, "days").In(lang)
	}
	for _, t := range app.Types() {
		for _, f := range t.Fields {
			if f.Unit.RU == simple {
				return f.Unit.In(lang)
			}
		}
	}
	return simple
}
