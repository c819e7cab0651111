package sample

import (
	"fmt"

	"technopark/app"
)

// addProjects gives most innovative residents of 2020 a project, and the large
// ones two.
func (b *builder) addProjects() {
	for _, m := range b.members {
		if !m.activeIn(lastYear) || m.is(ordinary|holding) || m.people < 6 {
			continue
		}
		list := subjects(m.trade)
		for n := range int(min(2, 1+m.people/30)) {
			d := diceFor("project", m.number*10+n)
			start := app.Day(int(d.between(2017, 2020)), int(d.between(1, 12)), 1)
			if from := m.admitted(); start.Before(from) {
				start = from
			}
			if last := m.left(); !last.Zero() && start.After(last) {
				start = m.admitted()
			}
			opening := oneOf(d, []string{"Разработка", "Создание опытного образца", "Подготовка производства", "Исследование и разработка"})
			p := &app.Project{
				Resident: m.id, Title: opening + " " + list[(m.number+n*2)%len(list)], Specialism: b.specialisms[m.trade],
				Stage: fmt.Sprint(d.between(2, 9)), Start: start, End: start.AddDays(int(d.between(400, 1200))),
				BudgetOwn: app.Of(app.Rubles(m.people * d.between(180_000, 620_000))),
			}
			p.BudgetState, p.BudgetOther = app.Of(app.Money(0)), app.Of(app.Money(0))
			if d.chance(45) {
				p.BudgetState = app.Of(share(p.BudgetOwn.N, d.between(2_000, 11_000)))
			}
			if d.chance(25) {
				p.BudgetOther = app.Of(share(p.BudgetOwn.N, d.between(500, 6_000)))
			}
			b.add(p)
		}
	}
}
