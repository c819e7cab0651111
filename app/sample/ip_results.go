package sample

import (
	"slices"
	"strings"

	"technopark/app"
)

// granted is how many results of each kind were registered in the years of the
// sample: with 2,000 people, patents of the order of 0.01 a head.
func granted() map[string][3]int {
	return map[string][3]int{
		"invention": {5, 6, 8}, "utility_model": {6, 6, 7}, "design": {2, 2, 3}, "software": {14, 17, 22},
		"database": {3, 4, 5}, "topology": {1, 1, 2}, "know_how": {3, 4, 5}, "trademark": {4, 5, 6},
	}
}

// addIPResults adds what residents registered while they were residents, and a
// few applications that are still pending.
func (b *builder) addIPResults() {
	seen := map[string]bool{}
	for k, kind := range workKinds() {
		number := b.block * perBlock
		for year := b.first; year <= lastYear; year++ {
			for range granted()[kind.kind][max(year-firstYear, 0)] {
				number++
				d := diceFor("ip "+kind.kind, number)
				m := oneOf(d, b.inventors(year, kind.suits))
				day := m.dayIn(d, year)
				b.add(&app.IPResult{
					Resident: m.id, Kind: kind.kind, Title: kind.title(d, m, b.variant(), seen), Number: kind.number(number),
					Filed: day.AddDays(-int(d.between(120, 560))), Granted: day, Country: kind.country(d),
				})
			}
		}
		if k < 4 { // the kinds that take an examination
			b.addPending(kind, seen)
		}
	}
}

func (b *builder) addPending(kind workKind, seen map[string]bool) {
	d := diceFor("pending "+kind.kind, b.block)
	m := oneOf(d, b.inventors(lastYear, kind.suits))
	b.add(&app.IPResult{
		Resident: m.id, Kind: kind.kind, Title: kind.title(d, m, b.variant(), seen),
		Filed: app.Day(lastYear, int(d.between(7, 12)), int(d.between(1, 28))), Country: "Россия",
	})
}

// inventors are the innovative companies active in the year whose trade suits; the
// larger ones stand in the list several times, because they file more.
func (b *builder) inventors(year int, suits func(trade) bool) []*member {
	var list []*member
	for _, m := range b.members {
		if !m.activeIn(year) || m.is(ordinary) || !suits(m.trade) {
			continue
		}
		for range 1 + m.people/20 {
			list = append(list, m)
		}
	}
	return list
}

// title makes a title nobody has yet: a trade mark is the company's own name,
// anything else is about what the company makes.
func (k workKind) title(d dice, m *member, variant string, seen map[string]bool) string {
	titles := []string{"Товарный знак " + m.brand(), "Товарный знак " + m.brand() + " (изобразительный)", "Товарный знак " + m.brand() + " (международная регистрация)"}
	if len(k.opening) > 0 {
		titles = titles[:0]
	}
	for _, opening := range k.opening {
		for _, subject := range subjects(m.trade) {
			titles = append(titles, opening+" "+subject+variant)
		}
	}
	fresh := slices.DeleteFunc(slices.Clone(titles), func(t string) bool { return seen[k.kind+t] })
	if len(fresh) == 0 {
		return oneOf(d, titles)
	}
	title := oneOf(d, fresh)
	seen[k.kind+title] = true
	return title
}

// brand is the short name without the legal form: «СолнцеГрань».
func (m *member) brand() string {
	if _, name, found := strings.Cut(m.short, "«"); found {
		return "«" + name
	}
	return "«" + m.short + "»"
}

// suits reports whether companies of the trade have results of this kind.
func (k workKind) suits(t trade) bool {
	switch k.kind {
	case "trademark", "software", "database":
		return true
	case "topology":
		return t == flexible || t == instruments
	}
	return t != software && t != engineering
}

// country is where the result is protected: abroad only what is examined there.
func (k workKind) country(d dice) string {
	if k.kind != "invention" && k.kind != "trademark" {
		return "Россия"
	}
	if d.chance(4) {
		return "Китай"
	}
	if d.chance(4) {
		return "США"
	}
	if d.chance(3) {
		return "Евразийское патентное ведомство"
	}
	return "Россия"
}
